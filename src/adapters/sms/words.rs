//! The words of messages to callers.

use zeroize::Zeroizing;

use crate::domain::code::Code;
use crate::domain::password::Password;
use crate::text::{DeskDetails, Words};

/// Finds the words of a message, in the language of its reader.
pub trait SmsWords {
    /// The message that brings a code.
    fn code_message(&self, code: &Code) -> Zeroizing<String>;
    /// The message that brings a password.
    fn password_message(&self, password: &Password, must_change: bool) -> Zeroizing<String>;
    /// The message that only shows that messages arrive.
    fn trial_message(&self) -> String;
}

/// The words of the configured desk.
pub struct CallerWords {
    /// In the desk's language.
    pub words: Words,
    /// What the desk says about itself.
    pub desk: DeskDetails,
}

impl SmsWords for CallerWords {
    fn code_message(&self, code: &Code) -> Zeroizing<String> {
        self.words.code_message(code, &self.desk)
    }

    fn password_message(&self, password: &Password, must_change: bool) -> Zeroizing<String> {
        self.words.password_message(password, must_change, &self.desk)
    }

    fn trial_message(&self) -> String {
        self.words.trial_message(&self.desk)
    }
}
