//! A change that was refused, got no answer or was made in part: says what state the account is in.

use super::directory;
use crate::commands::failure::NotHelpful;
use crate::domain::account::Protection;
use crate::domain::dead_end::DeadEnd;
use crate::domain::failure_kind::FailureKind;
use crate::exit::Exit;
use crate::ports::{ChangeRefusal, ConcurrentOperator, DirectoryError, PartialChange, WriteError};
use crate::text::{Message, Words};
use crate::view::{FailureText, dead_end};

/// Why an account is protected.
pub(super) fn protected(kind: FailureKind, account: &str, why: &Protection, words: &Words) -> FailureText {
    let (message, dead_end) = match why {
        Protection::AdminCount | Protection::MemberOf(_) | Protection::InProtectedUnit(_) => {
            (Message::Protected { account }, DeadEnd::Protected)
        }
        Protection::OwnAccount => (Message::ProtectedOwn { account }, DeadEnd::OwnAccount),
        Protection::Supervisor => (Message::ProtectedSupervisor { account }, DeadEnd::Protected),
        Protection::Unknown(attribute) => (Message::ProtectedUnknown { account, attribute }, DeadEnd::Protected),
    };
    let mut hint = dead_end::advice(dead_end, words);
    if let Protection::Unknown(attribute) = why {
        hint = format!("{hint} {}", words.say(&Message::ProtectedUnknownHint { account, attribute }));
    }
    FailureText::said(kind, words.say(&message), hint, Exit::NotAllowed)
}

/// Unlocking or a new password would not let this person in.
pub(super) fn would_not_help(kind: FailureKind, account: &str, because: NotHelpful, words: &Words) -> FailureText {
    let (message, dead_end) = match because {
        NotHelpful::Disabled => (Message::UselessDisabled { account }, DeadEnd::Disabled),
        NotHelpful::AccountExpired => (Message::UselessExpired { account }, DeadEnd::AccountExpired),
        NotHelpful::SmartcardRequired => (Message::UselessSmartcard { account }, DeadEnd::SmartcardRequired),
    };
    FailureText::said(kind, words.say(&message), dead_end::advice(dead_end, words), Exit::Refused)
}

/// The operator may not change the account.
pub(super) fn no_right(kind: FailureKind, account: &str, words: &Words) -> FailureText {
    let hint = format!("{} {}", dead_end::advice(DeadEnd::NoRight, words), words.say(&Message::NoRightHint));
    FailureText::said(kind, words.say(&Message::ChangeNoRight { account }), hint, Exit::NotAllowed)
}

pub(super) fn describe(kind: FailureKind, account: &str, error: &WriteError, words: &Words) -> FailureText {
    let detail = || Some(error.to_string());
    let say = |message: Message<'_>, hint: Message<'_>, exit| FailureText {
        detail: detail(),
        ..FailureText::new(kind, &message, &hint, exit, words)
    };
    match error {
        WriteError::NotSent(error) => directory::describe(kind, error, words),
        WriteError::Protected(why) => FailureText { detail: detail(), ..protected(kind, account, why, words) },
        WriteError::Refused { refusal, .. } => match refusal {
            ChangeRefusal::NoRight => FailureText { detail: detail(), ..no_right(kind, account, words) },
            ChangeRefusal::History => {
                say(Message::ChangeHistory { account }, Message::ChangeAnotherHint, Exit::Refused)
            }
            ChangeRefusal::TooShort { least: Some(least) } => {
                let least = (*least).into();
                say(Message::ChangeTooShort { account, least }, Message::ChangeAnotherHint, Exit::Refused)
            }
            ChangeRefusal::TooShort { least: None } | ChangeRefusal::TooSimple => {
                say(Message::ChangeTooSimple { account }, Message::ChangeAnotherHint, Exit::Refused)
            }
            ChangeRefusal::Rules => say(Message::ChangeRules { account }, Message::ChangeAnotherHint, Exit::Refused),
            ChangeRefusal::TooYoung => {
                say(Message::ChangeTooYoung { account }, Message::ChangeTooYoungHint, Exit::Refused)
            }
            ChangeRefusal::Locked => say(Message::ChangeLocked { account }, Message::ChangeLockedHint, Exit::Refused),
            ChangeRefusal::OwnChangeDenied => {
                say(Message::ChangeOwnDenied { account }, Message::ChangeOwnDeniedHint, Exit::NotAllowed)
            }
            ChangeRefusal::Gone => say(Message::AccountGone, Message::AccountGoneHint, Exit::NotFound),
            ChangeRefusal::Unwilling => {
                say(Message::ChangeUnwilling { account }, Message::ChangeUnwillingHint, Exit::Refused)
            }
        },
        WriteError::NoAnswer { server } => {
            say(Message::ChangeNoAnswer { account, server }, Message::ChangeNoAnswerHint { account }, Exit::Partly)
        }
        WriteError::Partial { state, cause } => {
            let cause = &words.say(&because(cause));
            match state {
                PartialChange::RandomPassword => {
                    say(Message::HalfwayRandom { account, cause }, Message::HalfwayRandomHint { account }, Exit::Partly)
                }
                PartialChange::AnotherReset => another_reset(kind, account, None, words),
                PartialChange::OldOrRandom => {
                    say(Message::HalfwayOldOrRandom { account }, Message::HalfwayOldHint { account }, Exit::Partly)
                }
                PartialChange::RandomOrWanted => {
                    say(Message::HalfwayUnknown { account }, Message::HalfwayUnknownHint { account }, Exit::Partly)
                }
                PartialChange::OldPasswordMustChange => {
                    say(Message::HalfwayOld { account, cause }, Message::HalfwayOldHint { account }, Exit::Partly)
                }
                PartialChange::WithoutMustChange => {
                    say(Message::HalfwayWithout { account }, Message::HalfwayWithoutHint, Exit::Partly)
                }
            }
        }
    }
}

/// Another operator's password is in force; says whose, if the audit log knows.
pub(super) fn another_reset(
    kind: FailureKind,
    account: &str,
    by: Option<&ConcurrentOperator>,
    words: &Words,
) -> FailureText {
    let (message, hint) = match by {
        Some(ConcurrentOperator::Someone(by)) => {
            (Message::AnotherResetBy { account, by }, Message::AnotherResetByHint { account, by })
        }
        Some(ConcurrentOperator::Yourself) => {
            (Message::AnotherResetOwn { account }, Message::AnotherResetOwnHint { account })
        }
        None => (Message::AnotherReset { account }, Message::AnotherResetHint { account }),
    };
    FailureText::new(kind, &message, &hint, Exit::Partly, words)
}

/// What stopped a change midway, as a clause.
fn because(error: &WriteError) -> Message<'static> {
    match error {
        WriteError::Refused { refusal, .. } => match refusal {
            ChangeRefusal::History => Message::CauseHistory,
            ChangeRefusal::TooYoung => Message::CauseTooYoung,
            ChangeRefusal::TooShort { least: Some(least) } => Message::CauseTooShort { least: (*least).into() },
            ChangeRefusal::TooShort { least: None } | ChangeRefusal::TooSimple => Message::CauseTooSimple,
            ChangeRefusal::Rules => Message::CauseRules,
            ChangeRefusal::Locked => Message::CauseLocked,
            ChangeRefusal::NoRight => Message::CauseNoRight,
            ChangeRefusal::OwnChangeDenied | ChangeRefusal::Gone | ChangeRefusal::Unwilling => Message::CauseOther,
        },
        WriteError::Partial { cause, .. } => because(cause),
        WriteError::Protected(_) => Message::CauseOther,
        WriteError::NotSent(DirectoryError::ReadOnly { .. }) => Message::CauseReadOnly,
        WriteError::NotSent(DirectoryError::Busy { .. }) => Message::CauseBusy,
        WriteError::NotSent(_) | WriteError::NoAnswer { .. } => Message::CauseNoAnswer,
    }
}
