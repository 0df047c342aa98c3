//! Where progress is drawn: standard error, but never to its last columns.
//!
//! indicatif fills the line that it draws. A terminal that echoes `^C` behind a full line writes it on the next one, and
//! the line above could not be cleared.

use std::io;

use dialoguer::console::Term;
use indicatif::{ProgressDrawTarget, TermLike};

/// Columns that stay free: `^C` twice.
const FREE: u16 = 4;

pub(super) fn target() -> ProgressDrawTarget {
    ProgressDrawTarget::term_like(Box::new(Narrower(Term::buffered_stderr())))
}

/// A terminal that says that it is narrower than it is.
#[derive(Debug)]
struct Narrower(Term);

impl TermLike for Narrower {
    fn width(&self) -> u16 {
        let columns = self.0.size().1;
        columns.saturating_sub(FREE).max(1)
    }

    fn height(&self) -> u16 {
        self.0.size().0
    }

    fn move_cursor_up(&self, n: usize) -> io::Result<()> {
        self.0.move_cursor_up(n)
    }

    fn move_cursor_down(&self, n: usize) -> io::Result<()> {
        self.0.move_cursor_down(n)
    }

    fn move_cursor_right(&self, n: usize) -> io::Result<()> {
        self.0.move_cursor_right(n)
    }

    fn move_cursor_left(&self, n: usize) -> io::Result<()> {
        self.0.move_cursor_left(n)
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        self.0.write_line(text)
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        self.0.write_str(text)
    }

    fn clear_line(&self) -> io::Result<()> {
        self.0.clear_line()
    }

    fn flush(&self) -> io::Result<()> {
        self.0.flush()
    }
}
