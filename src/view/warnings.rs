//! Warnings about a caller, as short sentences and JSON names.

use jiff::Timestamp;

use super::phone;
use crate::domain::account::AccountName;
use crate::domain::audit::{Certainty, UnknownPassword};
use crate::domain::replicas::LockDisagreement;
use crate::domain::warnings::{MobileDoubt, NumberSharing, Warning, WarningKind};
use crate::text::{Message, Words, visible};

pub(crate) fn kinds(warnings: &[Warning]) -> Vec<WarningKind> {
    warnings.iter().map(Warning::kind).collect()
}

pub(crate) fn sentence(warning: &Warning, words: &Words, now: Timestamp) -> String {
    words.say(&match warning {
        Warning::ServersDisagree(LockDisagreement { locked_on, open_on, .. }) => {
            let (locked, open) = (locked_on.join(", "), open_on.join(", "));
            return words.say(&Message::SignServersDisagree { locked: &visible(&locked), open: &visible(&open) });
        }
        Warning::ServersUnreachable(servers) => {
            return words.say(&Message::SignServersUnheard { servers: &visible(&servers.join(", ")) });
        }
        Warning::MobileDoubt(MobileDoubt::ChangedSinceLockout { .. }) => Message::SignChangedSinceLockout,
        Warning::MobileDoubt(MobileDoubt::ChangedLately { .. }) => Message::SignChangedLately,
        Warning::MobileDoubt(MobileDoubt::Unknown) => Message::SignChangeUnknown,
        Warning::NotMobile(what) => {
            return words.say(&Message::SignNotMobile { what: &phone::not_mobile(*what, words) });
        }
        Warning::Foreign(code) => return words.say(&Message::SignForeign { country: &phone::country(*code, words) }),
        Warning::OtherMobiles(others) => return words.say(&Message::SignOtherMobiles { others: &others.join(", ") }),
        Warning::ClockDiffers { ahead } => {
            let span = &words.span(ahead.abs());
            return words.say(&match ahead.is_negative() {
                true => Message::SignClockBehind { span },
                false => Message::SignClockAhead { span },
            });
        }
        Warning::NumberShared(NumberSharing { others, .. }) if others.is_empty() => Message::SignSharedByMany,
        Warning::NumberShared(NumberSharing { others, more }) => {
            let accounts = others.iter().map(AccountName::as_str).collect::<Vec<_>>().join(", ");
            let accounts = &visible(&accounts);
            return words.say(&match more {
                true => Message::SignSharedByMore { accounts },
                false => Message::SignShared { accounts },
            });
        }
        Warning::SharingUnknown => Message::SignSharingUnknown,
        Warning::RecentWrongCodes { times, .. } => Message::SignWrongCodes { n: (*times).into() },
        Warning::RecentReset { times, .. } => Message::SignResets { n: (*times).into() },
        Warning::PasswordUnknown(unknown) => return password_unknown(*unknown, words, now),
        Warning::LockedAgain { unlocked, locked } => {
            let (unlocked, locked) = (&words.clock(*unlocked, now), &words.clock(*locked, now));
            return words.say(&Message::SignLockedAgain { unlocked, locked });
        }
        Warning::Closed { until } => return words.say(&Message::SignClosed { until: &words.when(*until, now) }),
    })
}

/// That nobody knows the password of an account.
pub(crate) fn password_unknown(unknown: UnknownPassword, words: &Words, now: Timestamp) -> String {
    let since = &words.clock(unknown.since, now);
    words.say(&match unknown.certainty {
        Certainty::Certain => Message::SignPasswordUnknown { since },
        Certainty::Possible => Message::SignPasswordPerhapsUnknown { since },
    })
}
