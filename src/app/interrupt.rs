//! Ctrl-C in the middle of things.

use std::pin::pin;

use crate::commands::{Failure, bulk};
use crate::ports::NoAnswer;

/// Waits for `work`; Ctrl-C ends it (what can take long to end needs a second one), unless something is under way that must not be cut short: every
/// such thing ends by itself within its time limit, and is then recorded.
pub(super) async fn until<T>(
    work: impl Future<Output = Result<T, Failure>>,
    mut interrupted: impl AsyncFnMut(),
    under_way: impl Fn() -> bool,
    notice: impl Fn(),
    can_be_cut_short: bool,
) -> Result<T, Failure> {
    let mut work = pin!(work);
    let mut asked = false;
    loop {
        tokio::select! {
            biased;
            () = interrupted(), if !asked || can_be_cut_short => {
                if !under_way() {
                    return Err(Failure::NoAnswer { why: NoAnswer::Cancelled, option: "" });
                }
                if asked {
                    return Err(bulk::Refusal::CutShort.into());
                }
                asked = true;
                notice();
            }
            result = &mut work => return result,
        }
    }
}
