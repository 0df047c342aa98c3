//! The terminal: streams, questions, keys, columns and what is shown while something is waited for. Knows no words of
//! its own but those for waiting.

mod console;
mod keys;
mod line;
mod menu;
mod output;
mod piped;
mod question;
mod style;
pub(crate) mod table;
mod terminal;
mod waiting;
mod wrap;

pub use console::{Color, Console, Output, is_dumb};
pub use keys::told_to_end;
pub use style::Style;
pub use terminal::Terminal;
pub use waiting::{Waited, Waiting};
pub use wrap::wrapped;
