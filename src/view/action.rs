//! The names of audited actions.

use jiff::Timestamp;

use crate::domain::audit::{Act, Action, AuditRecord, Delivery};
use crate::text::{Message, Words};

pub(crate) fn action(act: &Act, words: &Words) -> String {
    words.say(&match act.action {
        Action::SignIn => Message::ActionSignIn,
        Action::SendCode => Message::ActionSendCode,
        Action::AskDelivery => Message::ActionAskDelivery,
        Action::VerifyCode => Message::ActionVerifyCode,
        Action::ReopenVerification => Message::ActionReopen,
        Action::EndVerification => Message::ActionEndVerification,
        Action::Unlock => Message::ActionUnlock,
        Action::Reset => match act.delivery {
            Some(Delivery::Screen) => Message::ActionResetShown,
            Some(Delivery::Sms) => Message::ActionResetSent,
            None => Message::ActionReset,
        },
        Action::SendPassword => Message::ActionSendPassword,
        Action::TellOwner => Message::ActionTellOwner,
        Action::SendTrial => Message::ActionSendTrial,
        Action::Archive => Message::ActionArchive,
    })
}

/// An intent whose outcome is not recorded.
pub(crate) fn unanswered(record: &AuditRecord, words: &Words, now: Timestamp) -> String {
    let (what, who) = (action(&record.act, words), record.who.directory.as_str());
    words.say(&Message::Unanswered { what: &what, who, when: &words.when(record.at, now) })
}
