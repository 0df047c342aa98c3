//! The terminal: what the operator sees and answers, and what scripts read.
//!
//! Turns what commands return into words, tables, JSON and exit codes. Decides nothing about a call.

pub mod bulk;
mod card;
mod console;
mod csv;
mod demands;
mod failure;
mod json;
mod json_lines;
mod list_fault;
mod not_taken;
mod operator;
mod piped;
mod problem;
mod render;
mod rulings;
mod spelled;
mod table;
mod terminal;
mod usage;

pub use card::card;
pub use console::{Color, Console, Output};
pub use failure::{Told, reach, told};
pub use json_lines::JsonLines;
pub use operator::TerminalOperator;
pub use problem::misconfigured;
pub use render::{Shown, failed, show, wrapped};
pub use terminal::Terminal;
pub use usage::misused;
