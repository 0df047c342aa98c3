//! Interruption by Ctrl-C.

use std::pin::pin;

use crate::commands::{Failure, bulk};
use crate::ports::NoAnswer;

/// Runs `work` until Ctrl-C. While `in_progress`, it goes on to a recorded end, which has a time limit, after a `notice`; a
/// second Ctrl-C aborts it if `can_be_cut_short`. Where nothing is in progress, `break_off` returns whether only a part of
/// the work ends.
pub(super) async fn until<T>(
    work: impl Future<Output = Result<T, Failure>>,
    mut interrupted: impl AsyncFnMut(),
    in_progress: impl Fn() -> bool,
    notice: impl Fn(),
    break_off: impl Fn() -> bool,
    can_be_cut_short: bool,
) -> Result<T, Failure> {
    let mut work = pin!(work);
    let mut asked = false;
    loop {
        tokio::select! {
            biased;
            () = interrupted() => {
                if !in_progress() {
                    if break_off() {
                        continue;
                    }
                    return Err(Failure::NoAnswer { why: NoAnswer::Cancelled, option: "" });
                }
                if asked {
                    return Err(bulk::Refusal::CutShort.into());
                }
                notice();
                asked = can_be_cut_short;
            }
            result = &mut work => return result,
        }
    }
}
