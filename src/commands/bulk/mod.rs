//! `unlock` for many accounts: from what was asked for to what came of each.

mod args;
mod execute;
mod ledger;
mod outcome;
mod refusal;
pub(crate) mod render;
#[cfg(test)]
mod tests;
mod unlock;
mod watch;

pub use args::{Args, Asked, Request, Source};
pub use execute::{AbortReason, Acted, Orders, unlock_all};
pub use outcome::{Ending, Outcome, StoppedBy};
pub use refusal::Refusal;
pub use render::{BulkProgress, BulkTalk};
pub use unlock::{BeginReport, BulkContext, Talk, run};
pub use watch::{Progress, Stop, Watch};
