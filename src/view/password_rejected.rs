//! Why the directory did not take a password, in a sentence that can be read out. It never says which
//! old password it was.

use jiff::Timestamp;

use crate::domain::account::Account;
use crate::domain::policy::AppliedPolicy;
use crate::ports::ChangeRefusal;
use crate::text::{Message, Words};

/// The sentence. Where the server gives no reason, what it can be.
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
        // It keeps every rule that the server has told of.
        (_, AppliedPolicy::Known(_), _) => Message::WhyUsedBeforeLikely,
    })
}
