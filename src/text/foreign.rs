//! Text from outside (directory attributes, a gateway's answer, what was typed) made safe to show.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with every character that acts instead of showing written out, as `\u{202e}`: control
/// characters (which move the cursor), direction marks (which turn text around) and characters
/// without width (which hide differences).
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if acts(character) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// A cell that no spreadsheet takes for a formula: names come from a directory that others write (OWASP, CSV
/// Injection).
pub fn defused(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        return Cow::Owned(format!("'{cell}"));
    }
    Cow::Borrowed(cell)
}

fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts() {
        assert_eq!(visible("Åsa Öberg"), "Åsa Öberg");
        assert_eq!(visible("a\u{1b}[31m\nb"), r"a\u{1b}[31m\u{a}b");
        assert_eq!(visible("\u{202e}live\u{200b}"), r"\u{202e}live\u{200b}");
    }
    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+46701740605", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        assert_eq!(defused("a=1"), "a=1");
    }
}
