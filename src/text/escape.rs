//! Escapes text from outside (directory attributes, a gateway's answer, typed input) so that it is safe to show.

use std::borrow::Cow;
use std::fmt::Write;

use crate::domain::invisible::is_invisible;

/// Escapes, as `\u{202e}`, each character that acts instead of showing: control characters (which move the cursor),
/// direction marks (which turn text around) and characters without width (which hide differences).
pub fn visible(text: &str) -> Cow<'_, str> {
    replaced(text, is_invisible)
}

/// Escapes control characters in the same way, but no line break and no tab, which a quoted cell may have.
pub fn without_controls(text: &str) -> Cow<'_, str> {
    replaced(text, |c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn replaced(text: &str, acts: fn(char) -> bool) -> Cow<'_, str> {
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

/// Escapes the same characters in a JSON text, which keeps its meaning. JSON already escapes those below U+0020 (RFC
/// 8259, section 7).
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

/// Quotes a cell that a spreadsheet would run as a formula (OWASP, CSV Injection). Others write the directory's names.
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
    fn visible_escapes_unseen_characters() {
        assert_eq!(visible("Åsa Öberg"), "Åsa Öberg");
        assert_eq!(visible("a\u{1b}[31m\nb"), r"a\u{1b}[31m\u{a}b");
        assert_eq!(visible("\u{202e}live\u{200b}"), r"\u{202e}live\u{200b}");
    }

    #[test]
    fn escaped_json_keeps_its_value() {
        let value =
            serde_json::json!({"name": "Åsa 😀\n\u{1b}[31m\u{7f}\u{9b}\u{ad}\u{202e}\u{2028}\u{2066}\u{e0041}\""});
        let json = escaped(format!("{value}\n"));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), value);
        assert!(!json.trim_end().contains(is_invisible), "{json:?}");
        assert!(json.contains("Åsa 😀") && json.contains(r"\u009b") && json.contains(r"\udb40\udc41"), "{json}");
    }

    #[test]
    fn defused_cell_is_no_formula() {
        for cell in ["=1+1", "+46701740605", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        assert_eq!(defused("a=1"), "a=1");
    }
}
