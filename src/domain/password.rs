//! A password from the time it is typed or generated until it is sent. It is never printed and is wiped from memory.

use std::fmt;

use icu_normalizer::ComposingNormalizerBorrowed;
use zeroize::Zeroizing;

use super::invisible::{is_invisible, is_unusual_space};

/// A password: not empty and without control characters.
#[derive(Clone)]
pub struct Password {
    text: Zeroizing<String>,
    as_is: bool,
}

/// The invisible parts of a password. They may be unintended, and the owner may be unable to type them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct InvisibleCharacters {
    /// Invisible characters, and blanks other than the space; each once.
    pub characters: Vec<char>,
    /// It begins with a space.
    pub blank_first: bool,
    /// It ends with a space.
    pub blank_last: bool,
}

impl InvisibleCharacters {
    /// Whether the password has no invisible parts.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Why a text cannot be a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPassword {
    /// It is empty. An empty password would make a sign-in anonymous (RFC 4513 5.1.2).
    #[error("empty password")]
    Empty,
    /// It has a line break or another control character, which cannot be typed when signing in.
    #[error("control character in password")]
    ControlCharacter,
    /// It is not text, or too long.
    #[error("no text")]
    NotText,
}

impl Password {
    /// Checks a password as typed.
    ///
    /// # Errors
    /// [`NotAPassword`] when it is empty or cannot be typed.
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

    /// Composes letters and combining marks to single characters (NFC), as keyboards and sign-in screens produce,
    /// whatever the terminal or file did. For a password that is about to be set.
    pub fn composed(self) -> Self {
        if self.text.is_ascii() { self } else { Self { text: composed(&self.text), ..self } }
    }

    /// Marks its invisible parts as intended.
    pub fn as_is(self) -> Self {
        Self { as_is: true, ..self }
    }

    /// Whether its invisible parts are intended.
    pub fn is_as_is(&self) -> bool {
        self.as_is
    }

    /// Returns its invisible parts.
    pub fn hidden(&self) -> InvisibleCharacters {
        let mut characters = vec![];
        for character in self.text.chars().filter(|c| is_invisible(*c) || is_unusual_space(*c)) {
            if !characters.contains(&character) {
                characters.push(character);
            }
        }
        let (blank_first, blank_last) = (self.text.starts_with(' '), self.text.ends_with(' '));
        InvisibleCharacters { characters, blank_first, blank_last }
    }

    /// Returns the password as text, to be sent or checked only.
    pub fn expose(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Compares the texts in constant time.
impl PartialEq for Password {
    fn eq(&self, other: &Self) -> bool {
        use subtle::ConstantTimeEq;
        self.text.as_bytes().ct_eq(other.text.as_bytes()).into()
    }
}

/// Composes letters and combining marks to single characters (NFC).
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
    fn what_nobody_can_type() {
        assert_eq!(Password::parse(String::new()).unwrap_err(), NotAPassword::Empty);
        assert_eq!(Password::parse("two\nlines".to_owned()).unwrap_err(), NotAPassword::ControlCharacter);
    }
}
