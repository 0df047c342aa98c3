//! A password someone chose, from the moment it is typed until it is sent: it never prints and is
//! wiped from memory.

use std::fmt;

use zeroize::Zeroizing;

/// A password. Not empty, no line break, no NUL.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

/// A text that cannot be a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPassword {
    /// Nothing was typed. An empty password would make a sign-in anonymous (RFC 4513 5.1.2).
    #[error("empty password")]
    Empty,
    /// A line break or another control character, which nobody can type at a sign-in.
    #[error("control character in password")]
    ControlCharacter,
    /// Bytes that are no text, or more of them than any password has.
    #[error("no text")]
    NotText,
}

impl Password {
    /// Takes a password as typed.
    ///
    /// # Errors
    /// [`NotAPassword`] when nobody could ever type it.
    pub fn parse(text: impl Into<Zeroizing<String>>) -> Result<Self, NotAPassword> {
        let text = text.into();
        if text.is_empty() {
            return Err(NotAPassword::Empty);
        }
        if text.contains(char::is_control) {
            return Err(NotAPassword::ControlCharacter);
        }
        Ok(Self(text))
    }

    /// The password itself, for the one place that hands it on.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Two passwords are the same when they are typed the same.
impl PartialEq for Password {
    fn eq(&self, other: &Self) -> bool {
        use subtle::ConstantTimeEq;
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
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
    fn what_nobody_can_type() {
        assert_eq!(Password::parse(String::new()).unwrap_err(), NotAPassword::Empty);
        assert_eq!(Password::parse("two\nlines".to_owned()).unwrap_err(), NotAPassword::ControlCharacter);
    }
}
