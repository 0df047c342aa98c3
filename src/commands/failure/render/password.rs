//! A generated password that was set, but that the caller cannot be told.

use jiff::Timestamp;

use super::{describe, sms, store};
use crate::commands::failure::{Failure, SendFailure};
use crate::domain::failure_kind::FailureKind;
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::view::FailureText;

pub(super) fn nobody_knows(
    kind: FailureKind,
    account: &str,
    cause: &Failure,
    words: &Words,
    now: Timestamp,
) -> FailureText {
    let because = describe(cause, words, now);
    let lost = words.say(&Message::GeneratedNotShown { account });
    let message = format!("{}\n{lost}", because.message);
    let another = words.say(&Message::GeneratedNotShownHint { account });
    // The other causes' hints are for a caller who has been told the password.
    let hint = match cause {
        Failure::NotRecorded { .. } => format!("{another} {}", because.hint),
        _ => another,
    };
    FailureText { kind, message, hint, exit: Exit::Partly, ..because }
}

pub(super) fn not_sent(kind: FailureKind, account: &str, because: &SendFailure, words: &Words) -> FailureText {
    let (cause, hint, detail) = match because {
        SendFailure::Sms(error) => {
            let cause = sms::describe(kind, error, words).message;
            (cause, Message::PasswordNotSentHint { account }, error.to_string())
        }
        // Setting another password would need the audit log as well.
        SendFailure::Trail(error) => {
            let cause = words.say(&Message::PasswordNotSentUnrecorded { place: &error.place });
            (cause, store::hint(error), error.text.clone())
        }
    };
    let text = FailureText::new(kind, &Message::PasswordNotSent { account }, &hint, Exit::Partly, words);
    FailureText { message: format!("{cause}\n{}", text.message), detail: Some(detail), ..text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::{DirectoryError, PartialChange, StoreError, StoreFault, WriteError};
    use crate::text::Language;

    /// Nobody can be told a password that was lost, whatever else is known of the account.
    #[test]
    fn lost_password_is_replaced_and_not_tried() {
        let words = Words::new(Language::English, jiff::tz::TimeZone::UTC);
        let account = || "evaand01".to_owned();
        let silent = || WriteError::NoAnswer { server: "dc1".to_owned() };
        let states = [
            PartialChange::RandomPassword,
            PartialChange::OldOrRandom,
            PartialChange::RandomOrWanted,
            PartialChange::OldPasswordMustChange,
            PartialChange::WithoutMustChange,
        ];
        let partial = states.map(|state| WriteError::Partial { state, cause: Box::new(silent()) });
        let changes = partial.into_iter().chain([silent()]);
        let causes = changes.map(|error| Failure::Change { account: account(), error }).chain([
            Failure::LockedAgain { account: account() },
            Failure::NotReadBack { account: account(), password_set: true, error: DirectoryError::Gone },
        ]);
        let hint = "Set another password now: servicedesk reset evaand01. \
                    Until then the caller may not be able to sign in.";
        let lost = |cause| Failure::NobodyKnows { account: account(), cause: Box::new(cause) };
        for cause in causes {
            let described = describe(&lost(cause), &words, Timestamp::UNIX_EPOCH);
            assert_eq!((described.hint.as_str(), described.exit), (hint, Exit::Partly), "{}", described.message);
        }
        let error =
            StoreError { place: "state.db".to_owned(), fault: StoreFault::Unexpected, text: "disk full".to_owned() };
        let unrecorded = Failure::NotRecorded { account: account(), error };
        let described = describe(&lost(unrecorded), &words, Timestamp::UNIX_EPOCH);
        assert_eq!(described.hint, format!("{hint} {}", words.say(&Message::NotRecordedHint)));
    }
}
