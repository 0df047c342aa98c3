//! `unlock` for many accounts: what was asked for, why it is not begun, what came of it.

mod outcome;
mod refusal;

pub use outcome::{Ending, Outcome, StoppedBy};
pub use refusal::Refusal;
