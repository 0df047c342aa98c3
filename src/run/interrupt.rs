//! Ctrl-C in the middle of things.

use std::pin::pin;

use crate::commands::Failure;
use crate::ports::Silence;

/// Waits for `work`; Ctrl-C ends it, unless something is under way that must not be cut short: every
/// such thing ends by itself within its time limit, and is then recorded.
pub(super) async fn until<T>(
    work: impl Future<Output = Result<T, Failure>>,
    interrupted: impl Future<Output = ()>,
    under_way: impl Fn() -> bool,
    notice: impl Fn(),
) -> Result<T, Failure> {
    let (mut work, mut interrupted) = (pin!(work), pin!(interrupted));
    let mut waits = true;
    loop {
        tokio::select! {
            biased;
            () = &mut interrupted, if waits => {
                if !under_way() {
                    return Err(Failure::Silence { why: Silence::Cancelled, option: "" });
                }
                waits = false;
                notice();
            }
            result = &mut work => return result,
        }
    }
}
