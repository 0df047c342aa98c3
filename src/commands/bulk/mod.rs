//! `unlock` for many accounts: from what was asked for to what came of each.

mod act;
mod args;
mod ledger;
mod outcome;
mod refusal;
#[cfg(test)]
mod tests;
mod unlock;
mod watch;

pub use act::{Acted, Halt, Orders, unlock_all};
pub use args::{Args, Asked, Request, Source};
pub use outcome::{Ending, Outcome, StoppedBy};
pub use refusal::Refusal;
pub use unlock::{BeginReport, Desk, Talk, run};
pub use watch::{Progress, Stop, Watch};
