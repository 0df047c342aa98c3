//! A question with what helps to answer it, in text that is already composed.

use zeroize::Zeroizing;

/// Returns a line that is to be shown while a question waits, if there is one.
pub type News<'a> = dyn Fn() -> Option<String> + 'a;

#[derive(Clone, Copy, Default)]
pub struct Prompt<'a> {
    pub question: &'a str,
    /// Explains the question. Shown above it on F1, or on `?` where nothing is typed yet and what is typed shows.
    pub help: &'a str,
    /// What the keys do, on the line below the question while it waits. Not on a plain terminal.
    pub keys: &'a str,
    /// Earlier answers, the newest last, which Up and Down bring back. With these, Escape first erases what is typed.
    pub recall: Option<&'a [Zeroizing<String>]>,
    /// Whether what is typed is a whole answer that needs no Enter. A plain terminal always needs it.
    pub is_complete: Option<fn(&str) -> bool>,
    /// Asked for news while nothing is typed. Each is shown above the question.
    pub news: Option<&'a News<'a>>,
}
