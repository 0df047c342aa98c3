//! Text from outside (directory attributes, a gateway's answer, what was typed) made safe to show.

use std::borrow::Cow;
use std::fmt::Write;

use crate::domain::invisible::is_invisible;

/// The text with every character that acts instead of showing written out, as `\u{202e}`: control
/// characters (which move the cursor), direction marks (which turn text around) and characters
/// without width (which hide differences).
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_invisible(character) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// A JSON text with every character that acts instead of showing written as its escape: the same JSON, and nothing in
/// it steers a terminal. What is below U+0020 has its escape already (RFC 8259, 7), but for breaks between texts.
pub fn escaped(json: String) -> String {
    if !json.contains(|c| c >= '\u{7f}' && is_invisible(c)) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for character in json.chars() {
        if character >= '\u{7f}' && is_invisible(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// A cell that no spreadsheet takes for a formula: names come from a directory that others write (OWASP, CSV
/// Injection).
pub fn defused(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        return Cow::Owned(format!("'{cell}"));
    }
    Cow::Borrowed(cell)
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
    fn escaped_json_is_same_value_and_steers_nothing() {
        let value =
            serde_json::json!({"name": "Åsa 😀\n\u{1b}[31m\u{7f}\u{9b}\u{ad}\u{202e}\u{2028}\u{2066}\u{e0041}\""});
        let json = escaped(format!("{value}\n"));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), value);
        assert!(!json.trim_end().contains(is_invisible), "{json:?}");
        assert!(json.contains("Åsa 😀") && json.contains(r"\u009b") && json.contains(r"\udb40\udc41"), "{json}");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+46701740605", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        assert_eq!(defused("a=1"), "a=1");
    }
}
