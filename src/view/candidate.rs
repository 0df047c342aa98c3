//! An account among others, for choosing the one that was meant: enough to ask the caller about.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::card;
use crate::domain::account::Account;
use crate::domain::verdict::{Advice, Verdict};
use crate::text::{Message, Words, visible};

/// As a line: who it is, and its state.
pub(crate) fn line(account: &Account, words: &Words, now: Timestamp) -> String {
    let name = format!("{} ({})", visible(&account.display_name), account.name);
    let place = [&account.department, &account.title].into_iter().flatten().map(|part| visible(part).into_owned());
    let who = [name].into_iter().chain(place).collect::<Vec<_>>().join(", ");
    let state = card::why(account, &Verdict::of(account, now), words).content();
    words.say(&Message::AccountItem { who: &who, state: &state })
}

/// An account that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Candidate {
    account: String,
    display_name: String,
    department: Option<String>,
    title: Option<String>,
    locked: bool,
    disabled: bool,
    advice: Advice,
}

pub(crate) fn document(account: &Account, now: Timestamp) -> Candidate {
    Candidate {
        account: account.name.to_string(),
        display_name: account.display_name.clone(),
        department: account.department.clone(),
        title: account.title.clone(),
        locked: account.lock.is_locked(),
        disabled: account.disabled,
        advice: Verdict::of(account, now).advice,
    }
}
