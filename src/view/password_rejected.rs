//! Why the directory rejected a password, to be read out. Never says which old password matched.

use jiff::Timestamp;

use crate::domain::account::Account;
use crate::domain::policy::AppliedPolicy;
use crate::ports::ChangeRefusal;
use crate::text::{Message, Words};

/// Returns the reason, or the likely one if the server gives none.
pub(crate) fn why(account: &Account, refusal: ChangeRefusal, words: &Words, now: Timestamp) -> String {
    let now = account.controller_time(now);
    let until = account.changeable_from().filter(|from| *from > now).map(|from| words.when(from, now));
    words.say(&match (refusal, &account.policy, &until) {
        (ChangeRefusal::History, ..) => Message::WhyUsedBefore,
        (ChangeRefusal::TooShort { least: Some(least) }, ..) => Message::WhyTooShort { least: least.into() },
        (ChangeRefusal::TooShort { least: None } | ChangeRefusal::TooSimple, ..) => Message::WhyTooSimple,
        (ChangeRefusal::TooYoung, _, Some(when)) => Message::WhyTooYoungUntil { when },
        (ChangeRefusal::TooYoung, _, None) => Message::WhyTooYoung,
        (_, AppliedPolicy::Unreadable { pso: name }, _) => Message::WhyUnreadable { name },
        // All other rules were checked before.
        (_, AppliedPolicy::Known(_), _) => Message::WhyUsedBeforeLikely,
    })
}
