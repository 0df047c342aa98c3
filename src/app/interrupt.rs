//! Interruption by Ctrl-C.

use std::pin::pin;

use crate::commands::{Failure, bulk};
use crate::ports::NoAnswer;

/// What Ctrl-C does to work that may be changing something.
pub(super) struct Interruption<'a> {
    /// Whether something is in progress, which goes on to a recorded end. That has a time limit.
    pub(super) in_progress: &'a dyn Fn() -> bool,
    /// Tells the operator that the end is waited for.
    pub(super) notice: &'a dyn Fn(),
    /// Returns whether only a part of the work ends, where nothing is in progress.
    pub(super) break_off: &'a dyn Fn() -> bool,
    /// Whether a second Ctrl-C ends what is in progress.
    pub(super) can_be_cut_short: bool,
}

/// Runs `work` until Ctrl-C, which ends it as `how` says.
pub(super) async fn until<T>(
    work: impl Future<Output = Result<T, Failure>>,
    mut interrupted: impl AsyncFnMut(),
    how: Interruption<'_>,
) -> Result<T, Failure> {
    let mut work = pin!(work);
    let mut asked = false;
    loop {
        tokio::select! {
            biased;
            () = interrupted() => {
                if !(how.in_progress)() {
                    if (how.break_off)() {
                        continue;
                    }
                    return Err(cancelled());
                }
                if asked {
                    return Err(bulk::Refusal::CutShort.into());
                }
                (how.notice)();
                asked = how.can_be_cut_short;
            }
            result = &mut work => return result,
        }
    }
}

/// Runs `work`, which changes nothing, until Ctrl-C.
pub(super) async fn at_once<T>(
    work: impl Future<Output = Result<T, Failure>>,
    mut interrupted: impl AsyncFnMut(),
) -> Result<T, Failure> {
    tokio::select! {
        biased;
        () = interrupted() => Err(cancelled()),
        result = work => result,
    }
}

fn cancelled() -> Failure {
    // No option would have answered.
    Failure::NoAnswer { why: NoAnswer::Cancelled, option: "" }
}
