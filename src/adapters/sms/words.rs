//! The words of messages to callers.

use zeroize::Zeroizing;

use crate::ports::SmsText;
use crate::text::{DeskDetails, Words};

/// Finds the words of a message, in the language of its reader.
pub trait SmsWords {
    fn text(&self, content: &SmsText<'_>) -> Zeroizing<String>;
}

/// The words of the configured desk.
pub struct CallerWords {
    /// In the desk's language.
    pub words: Words,
    /// What the desk says about itself.
    pub desk: DeskDetails,
}

impl SmsWords for CallerWords {
    fn text(&self, content: &SmsText<'_>) -> Zeroizing<String> {
        let Self { words, desk } = self;
        match *content {
            SmsText::Code(code) => words.code_message(code, desk),
            SmsText::VouchingCode { code, name, account } => words.vouching_message(code, name, account, desk),
            SmsText::Password { password, must_change } => words.password_message(password, must_change, desk),
            SmsText::OwnerNotice { event, at } => words.owner_message(event, at, desk).into(),
            SmsText::TestMessage => words.trial_message(desk).into(),
        }
    }
}
