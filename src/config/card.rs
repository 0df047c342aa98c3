//! `[card]`: which facts an account's card has, and in what order.

use super::kind::{self, Word};
use super::reader::SettingsReader;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What follows the name, the mobile and the lock, the most important first.
    pub show: Vec<CardFact>,
}

/// A fact that a card may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardFact {
    Title,
    Department,
    Manager,
    Office,
    Telephone,
    /// The mail address, if it is not the user principal name, which is always shown.
    Mail,
    WrongPasswords,
    Password,
    /// When the account ends.
    Expires,
    Hours,
    Computers,
    LastSignIn,
    Policy,
}

impl Word for CardFact {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("title", Self::Title),
        ("department", Self::Department),
        ("manager", Self::Manager),
        ("office", Self::Office),
        ("telephone", Self::Telephone),
        ("mail", Self::Mail),
        ("wrong_passwords", Self::WrongPasswords),
        ("password", Self::Password),
        ("expires", Self::Expires),
        ("hours", Self::Hours),
        ("computers", Self::Computers),
        ("last_sign_in", Self::LastSignIn),
        ("policy", Self::Policy),
    ];
}

impl Card {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        let all = CardFact::WORDS.iter().map(|(_, fact)| *fact).collect();
        Self { show: reader.value("card.show", all, kind::list(kind::word)) }
    }
}
