//! `unlock` for many accounts.

mod args;
mod execute;
mod observer;
mod outcome;
mod refusal;
pub(crate) mod render;
#[cfg(test)]
mod tests;
mod unlock;

pub use args::{AccountSource, Args, BulkOptions, Request};
pub use execute::{ExecutionResult, UnlockOptions, unlock_all};
pub use observer::{Progress, RunObserver, StopSignal};
pub use outcome::{AbortReason, Ending, Outcome};
pub use refusal::Refusal;
pub use render::{BulkProgress, TerminalPrompts, how_read};
pub use unlock::{BeginReport, BulkContext, BulkPrompts, run};
