//! The terminal: what the operator sees and answers, and what scripts read.
//!
//! Turns what commands return into words, tables, JSON and exit codes. Decides nothing about a call.

mod aloud;
pub mod bulk;
mod calls;
mod card;
mod console;
mod csv;
mod demands;
mod doctor;
mod export;
mod failure;
mod json;
mod json_lines;
mod keys;
mod line;
mod list_fault;
mod menu;
mod not_taken;
mod operator;
mod output;
mod piped;
mod problem;
mod question;
mod render;
mod rule_results;
mod servers;
mod sign_in;
mod spelled;
mod style;
mod table;
mod terminal;
mod trail;
mod unreadable;
mod usage;
mod waiting;
mod warnings;
mod watching;

pub use calls::CallTelling;
pub use console::{Color, Console, Output, is_dumb};
pub use doctor::{Diagnosis, Examined, diagnosed};
pub use export::Export;
pub use failure::{Told, keyring, reach, told};
pub use json_lines::JsonLines;
pub use keys::told_to_end;
pub use operator::TerminalOperator;
pub use problem::{misconfigured, overruled};
pub use render::{Shown, failed, show, wrapped};
pub use style::Style;
pub use terminal::Terminal;
pub use usage::misused;
pub use waiting::{Waited, Waiting};
pub use watching::WatchTelling;
