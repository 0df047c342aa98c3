//! One term of the list of banned words.

use super::Normalised;

/// The length of a normalised term, as in Entra's own list.
pub(super) const LENGTHS: std::ops::RangeInclusive<usize> = 4..=16;

/// A banned term, as people spell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotATerm {
    /// It would match almost anything.
    #[error("fewer than 4 characters")]
    TooShort,
    /// Almost nothing would match it.
    #[error("more than 16 characters")]
    TooLong,
    #[error("a control character")]
    ControlCharacter,
}

impl Term {
    pub fn parse(text: &str) -> Result<Self, NotATerm> {
        if text.contains(char::is_control) {
            return Err(NotATerm::ControlCharacter);
        }
        match Normalised::of(text).chars().count() {
            length if length < *LENGTHS.start() => Err(NotATerm::TooShort),
            length if length > *LENGTHS.end() => Err(NotATerm::TooLong),
            _ => Ok(Self(text.to_owned())),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn term_has_four_to_sixteen_characters() {
        assert_eq!(Term::parse("höst").unwrap().as_str(), "höst");
        assert_eq!(Term::parse("vår"), Err(NotATerm::TooShort));
        assert_eq!(Term::parse("va\u{30a}r"), Err(NotATerm::TooShort), "a joining mark is no character");
        assert!(Term::parse(&"a".repeat(16)).is_ok());
        assert_eq!(Term::parse(&"a".repeat(17)), Err(NotATerm::TooLong));
        assert_eq!(Term::parse("S\0o\0m\0m"), Err(NotATerm::ControlCharacter));
    }
}
