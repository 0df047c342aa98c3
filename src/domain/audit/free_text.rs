//! Free text from the operator in the audit log: a case number, a reason, a proof of identity. One line, without control
//! characters. Other characters that do not show are escaped when a record is shown, not here.

use crate::domain::invisible::is_invisible;

/// In characters.
pub const LONGEST: usize = 1000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAFreeText {
    /// No letter and no digit.
    #[error("a text needs a letter or a digit")]
    SaysNothing,
    #[error("a text has at most {LONGEST} characters")]
    TooLong,
    /// A line break or an escape sequence, for instance, which could pass for something else where the log is read.
    #[error("a text has no control characters")]
    ControlCharacter,
}

/// Trims and checks the text.
pub fn free_text(typed: &str) -> Result<String, NotAFreeText> {
    let text = typed.trim();
    // Some letters, such as the fillers of Hangul, are blank.
    if !text.chars().any(|c| c.is_alphanumeric() && !is_invisible(c)) {
        return Err(NotAFreeText::SaysNothing);
    }
    if text.contains(char::is_control) {
        return Err(NotAFreeText::ControlCharacter);
    }
    if text.chars().count() > LONGEST {
        return Err(NotAFreeText::TooLong);
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_text_has_a_letter_or_digit_and_a_limit() {
        assert_eq!(free_text(" visade körkort\n").as_deref(), Ok("visade körkort"));
        assert_eq!(free_text("7").as_deref(), Ok("7"));
        for empty in
            ["", " ", "-", ".", "…", "\u{200b}\u{202e}", "👍", "\t\n", "\u{3164}", "\u{ffa0}\u{115f}", "\u{2800}"]
        {
            assert_eq!(free_text(empty), Err(NotAFreeText::SaysNothing), "{empty:?}");
        }
        for control in ["a\nb", "\u{1b}[31ma", "a\tb", "a\u{7f}", "a\u{9b}31m", "a\r\nb"] {
            assert_eq!(free_text(control), Err(NotAFreeText::ControlCharacter), "{control:?}");
        }
        assert_eq!(free_text(&"å".repeat(LONGEST)).map(|text| text.chars().count()), Ok(LONGEST));
        assert_eq!(free_text(&"å".repeat(LONGEST + 1)), Err(NotAFreeText::TooLong));
    }
}
