//! Many accounts at once: from what was asked for to what came of each.

mod act;
mod ledger;
#[cfg(test)]
mod tests;
mod watch;

pub use act::{Acted, Halt, Orders, unlock_all};
pub use watch::{Progress, Stop, Watch};
