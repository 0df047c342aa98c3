//! The terminal: streams, questions, keys, tables and progress. Its only messages are those shown while waiting.

mod console;
mod dialog;
mod keys;
mod line;
mod menu;
mod output;
mod piped;
mod progress_line;
mod prompt;
mod question;
mod style;
pub(crate) mod table;
mod terminal;
mod waiting;
mod wrap;

pub use console::{Color, Console, Output, is_dumb};
pub use keys::termination;
pub use prompt::{News, Prompt};
pub use style::Style;
pub use terminal::Terminal;
pub use waiting::{Waited, Waiting};
pub use wrap::wrapped;
