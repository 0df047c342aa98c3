//! What speaks against a caller, in sentences that an operator takes in while someone waits.

use jiff::Timestamp;

use crate::domain::account::AccountName;
use crate::domain::replicas::Disagreement;
use crate::domain::signs::{Sharing, Sign, Unsettled};
use crate::text::{Message, Words, visible};

/// The sentence for a sign.
pub(super) fn sentence(sign: &Sign, words: &Words, now: Timestamp) -> String {
    words.say(&match sign {
        Sign::ServersDisagree(Disagreement { locked_on, open_on, .. }) => {
            let (locked, open) = (locked_on.join(", "), open_on.join(", "));
            return words.say(&Message::SignServersDisagree { locked: &visible(&locked), open: &visible(&open) });
        }
        Sign::ServersUnheard(servers) => {
            return words.say(&Message::SignServersUnheard { servers: &visible(&servers.join(", ")) });
        }
        Sign::Unsettled(Unsettled::ChangedSinceLockout { .. }) => Message::SignChangedSinceLockout,
        Sign::Unsettled(Unsettled::ChangedLately { .. }) => Message::SignChangedLately,
        Sign::Unsettled(Unsettled::Unknown) => Message::SignChangeUnknown,
        Sign::Landline => Message::SignLandline,
        Sign::Foreign => Message::SignForeign,
        Sign::ClockDiffers { ahead } => {
            let span = &words.span(ahead.abs());
            return words.say(&match ahead.is_negative() {
                true => Message::SignClockBehind { span },
                false => Message::SignClockAhead { span },
            });
        }
        Sign::Shared(Sharing { others, .. }) if others.is_empty() => Message::SignSharedByMany,
        Sign::Shared(Sharing { others, more }) => {
            let accounts = others.iter().map(AccountName::as_str).collect::<Vec<_>>().join(", ");
            let accounts = &visible(&accounts);
            return words.say(&match more {
                true => Message::SignSharedByMore { accounts },
                false => Message::SignShared { accounts },
            });
        }
        Sign::SharingUnknown => Message::SignSharingUnknown,
        Sign::WrongCodesLately { times } => Message::SignWrongCodes { n: (*times).into() },
        Sign::ResetLately { times } => Message::SignResets { n: (*times).into() },
        Sign::Closed { until } => return words.say(&Message::SignClosed { until: &words.when(*until, now) }),
    })
}
