//! A registered mobile number that is missing, is not the one asked for, or is too new.

use jiff::Timestamp;

use crate::domain::account::{NotANumberOf, Unreachable};
use crate::domain::dead_end::DeadEnd;
use crate::domain::failure_kind::FailureKind;
use crate::domain::warnings::MobileDoubt;
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::view::{FailureText, alternatives, dead_end, phone};

/// No code can be sent. `manager_declined`: the operator did not want a manager to vouch either.
pub(super) fn none(
    kind: FailureKind,
    account: &str,
    because: Unreachable,
    manager_declined: bool,
    words: &Words,
) -> FailureText {
    let (message, dead_end) = match because {
        Unreachable::Missing => (words.say(&Message::NoMobile { account }), DeadEnd::NoMobile),
        Unreachable::Hidden => (words.say(&Message::MobileIsHidden { account }), DeadEnd::MobileHidden),
        Unreachable::Unreadable(why) => {
            let what = &phone::unreadable(why, words);
            (words.say(&Message::MobileIsUnreadable { account, what }), DeadEnd::MobileUnreadable)
        }
        Unreachable::NotMobile(number) => {
            let what = &phone::not_mobile(number, words);
            (words.say(&Message::MobileIsNotMobile { account, what }), DeadEnd::of_not_mobile(number))
        }
    };
    let hint = alternatives::with_all(dead_end::advice(dead_end, words), account, manager_declined, words);
    FailureText::said(kind, message, hint, Exit::Refused)
}

/// `registered`: masked.
pub(super) fn no_such(
    kind: FailureKind,
    account: &str,
    why: NotANumberOf,
    registered: &[String],
    words: &Words,
) -> FailureText {
    let numbers = &registered.join(", ");
    let (message, hint) = match why {
        NotANumberOf::None => (Message::NoSuchMobile { account }, Message::NoSuchMobileHint { numbers }),
        NotANumberOf::Several => (Message::SeveralSuchMobiles { account }, Message::SeveralSuchMobilesHint),
    };
    FailureText::new(kind, &message, &hint, Exit::Refused, words)
}

pub(super) fn not_settled(
    kind: FailureKind,
    account: &str,
    because: &MobileDoubt,
    words: &Words,
    now: Timestamp,
) -> FailureText {
    let say = |message: Message<'_>, hint: Message<'_>| {
        let hint = alternatives::with_all(words.say(&hint), account, false, words);
        FailureText::said(kind, words.say(&message), hint, Exit::Refused)
    };
    match because {
        MobileDoubt::ChangedLately { at, settled } => {
            let (when, until) = (&words.when(*at, now), &words.when(*settled, now));
            let text = say(Message::MobileNew { account, when }, Message::MobileNewHint { settled: until });
            FailureText { retry_at: Some(*settled), ..text }
        }
        MobileDoubt::ChangedSinceLockout { at } => {
            let when = &words.when(*at, now);
            say(Message::MobileNewSinceLockout { account, when }, Message::MobileNewSinceLockoutHint)
        }
        MobileDoubt::Unknown => say(Message::MobileAgeUnknown { account }, Message::MobileAgeUnknownHint),
    }
}
