//! Text and JSON that several commands show, and the operator's questions and notices. Knows no command: each has its own
//! `render.rs`.

pub(crate) mod action;
pub(crate) mod alternatives;
pub(crate) mod caller_script;
pub(crate) mod candidate;
pub(crate) mod card;
pub(crate) mod code_sent;
pub(crate) mod csv;
pub(crate) mod dead_end;
pub(crate) mod delivery_state;
pub mod document;
mod failure_text;
pub(crate) mod json;
pub(crate) mod list_fault;
mod operator;
mod password_rejected;
pub(crate) mod phone;
mod problem;
mod questions;
mod render;
pub(crate) mod rule_results;
pub(crate) mod spelled;
pub(crate) mod unreadable;
mod usage;
pub(crate) mod warnings;

pub use failure_text::{FailureDocument, FailureText};
pub use operator::TerminalOperator;
pub use problem::{misconfigured, overruled};
pub use render::{Render, View, written};
pub use usage::misused;

/// A count as an argument of a message.
pub(crate) fn number(n: impl TryInto<i64>) -> i64 {
    n.try_into().unwrap_or(i64::MAX)
}
