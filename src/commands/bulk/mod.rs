//! `unlock` for many accounts: what was asked for, why it is not begun, what came of it.

mod args;
mod outcome;
mod refusal;

pub use args::{Args, Asked, Request, Source};
pub use outcome::{Ending, Outcome, StoppedBy};
pub use refusal::Refusal;
