//! Passwords, from input to sending: never printed, and wiped from memory.

use std::collections::HashSet;
use std::fmt;

use icu_normalizer::ComposingNormalizerBorrowed;
use zeroize::Zeroizing;

use super::invisible::{is_invisible, is_unusual_space};

/// Not empty; no control characters.
#[derive(Clone)]
pub struct Password {
    text: Zeroizing<String>,
    as_is: bool,
}

/// What in a password cannot be seen, so that it may be unintended and hard to type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct InvisibleCharacters {
    /// Invisible characters and unusual spaces, each once.
    pub characters: Vec<char>,
    pub blank_first: bool,
    pub blank_last: bool,
}

impl InvisibleCharacters {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPassword {
    /// An empty password would make a sign-in anonymous (RFC 4513 5.1.2).
    #[error("empty password")]
    Empty,
    /// A line break or other control character, which cannot be typed at a sign-in.
    #[error("control character in password")]
    ControlCharacter,
    /// Not valid text, or far too long.
    #[error("no text")]
    NotText,
}

impl Password {
    /// Parses a password as typed.
    ///
    /// # Errors
    /// [`NotAPassword`] when it could never be typed.
    pub fn parse(text: impl Into<Zeroizing<String>>) -> Result<Self, NotAPassword> {
        let text = text.into();
        if text.is_empty() {
            return Err(NotAPassword::Empty);
        }
        if text.contains(char::is_control) {
            return Err(NotAPassword::ControlCharacter);
        }
        Ok(Self { text, as_is: false })
    }

    /// Composes letters and marks (NFC), which is what keyboards and sign-in screens send. For passwords to be set,
    /// whatever terminal or file they came from.
    pub fn composed(self) -> Self {
        if self.text.is_ascii() { self } else { Self { text: composed(&self.text), ..self } }
    }

    /// Marks invisible characters as intended.
    pub fn as_is(self) -> Self {
        Self { as_is: true, ..self }
    }

    /// Whether invisible characters are intended.
    pub fn is_as_is(&self) -> bool {
        self.as_is
    }

    /// Returns what in it cannot be seen.
    pub fn hidden(&self) -> InvisibleCharacters {
        let mut seen = HashSet::new();
        let is_new = |c: &char| (is_invisible(*c) || is_unusual_space(*c)) && seen.insert(*c);
        let characters = self.text.chars().filter(is_new).collect();
        let (blank_first, blank_last) = (self.text.starts_with(' '), self.text.ends_with(' '));
        InvisibleCharacters { characters, blank_first, blank_last }
    }

    /// Returns the password, only to pass it on.
    pub fn expose(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Compares in constant time.
impl PartialEq for Password {
    fn eq(&self, other: &Self) -> bool {
        use subtle::ConstantTimeEq;
        self.text.as_bytes().ct_eq(other.text.as_bytes()).into()
    }
}

/// Composes letters and marks (NFC).
pub fn composed(text: &str) -> Zeroizing<String> {
    let mut composed = Zeroizing::new(String::with_capacity(text.len() * 2));
    if text.is_ascii() {
        composed.push_str(text);
    } else {
        // Writing to a string cannot fail.
        let _ = ComposingNormalizerBorrowed::new_nfc().normalize_to(text, &mut *composed);
    }
    composed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_prints() {
        let password = Password::parse("Hemligt99".to_owned()).unwrap();
        assert_eq!(format!("{password:?}"), "Password(…)");
        assert_eq!(password.expose(), "Hemligt99");
    }

    #[test]
    fn composed_password_has_one_character_per_letter() {
        let typed = |text: &str| Password::parse(text.to_owned()).unwrap();
        assert_eq!(typed("Gra\u{308}s-Moln-927").composed(), typed("Gräs-Moln-927"));
        assert_eq!(typed("Gra\u{308}s").expose(), "Gra\u{308}s", "a secret that opens something is not altered");
        assert_ne!(typed("Gra\u{308}s"), typed("Gräs"));
    }

    #[test]
    fn hidden_tells_what_nobody_sees() {
        let hidden = |text: &str| Password::parse(text.to_owned()).unwrap().hidden();
        assert!(hidden("Gurka Moln-73").is_empty());
        assert_eq!(hidden("Gurka\u{ad}Moln\u{a0}\u{ad}73").characters, ['\u{ad}', '\u{a0}']);
        let (first, last) = (hidden(" Gurka-73"), hidden("Gurka-73 "));
        assert!(first.blank_first && !first.blank_last && !last.blank_first && last.blank_last);
    }

    #[test]
    fn empty_text_and_control_characters_are_no_password() {
        assert_eq!(Password::parse(String::new()).unwrap_err(), NotAPassword::Empty);
        assert_eq!(Password::parse("two\nlines".to_owned()).unwrap_err(), NotAPassword::ControlCharacter);
    }
}
