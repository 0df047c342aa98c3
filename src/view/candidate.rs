//! An account among others, for choosing the one that was meant: enough to ask the caller about.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::card;
use crate::domain::account::Account;
use crate::domain::verdict::Verdict;
use crate::text::{Message, Words, visible};

/// As a line: who it is, and its state.
pub(crate) fn line(account: &Account, words: &Words, now: Timestamp) -> String {
    let name = format!("{} ({})", visible(&account.display_name), account.name);
    let place = [&account.department, &account.title].into_iter().flatten().map(|part| visible(part).into_owned());
    let who = [name].into_iter().chain(place).collect::<Vec<_>>().join(", ");
    let state = card::why(account, &Verdict::of(account, now), words).content();
    words.say(&Message::AccountItem { who: &who, state: &state })
}

pub(crate) fn document(account: &Account, now: Timestamp) -> Value {
    json!({
        "account": account.name.as_str(),
        "display_name": account.display_name,
        "department": account.department,
        "title": account.title,
        "locked": account.lock.is_locked(),
        "disabled": account.disabled,
        "advice": Verdict::of(account, now).advice.name(),
    })
}
