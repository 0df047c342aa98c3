//! A query that matches several accounts, only similar ones, or one that cannot be read.

use jiff::Timestamp;

use crate::domain::account::Account;
use crate::domain::failure_kind::FailureKind;
use crate::domain::query::Query;
use crate::domain::unreadable::{UnreadableAccount, UnreadableReason};
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::view::{FailureText, candidate, number};

pub(super) fn several(
    kind: FailureKind,
    query: &str,
    accounts: &[Account],
    unreadable: &[UnreadableAccount],
    more: bool,
    words: &Words,
    now: Timestamp,
) -> FailureText {
    let readable = accounts.iter().map(|account| match &account.department {
        Some(department) => format!("{} ({}, {department})", to_type(account), account.display_name),
        None => format!("{} ({})", to_type(account), account.display_name),
    });
    let others = unreadable.iter().map(|entry| match &entry.display_name {
        Some(name) => format!("{} ({name})", entry.name_or_dn()),
        None => entry.name_or_dn().to_owned(),
    });
    let names = &readable.chain(others).collect::<Vec<_>>().join("; ");
    let n = number(accounts.len() + unreadable.len());
    let (message, hint) = match more {
        true => (Message::TooManyMatch { n, query }, Message::TooManyMatchHint { accounts: names }),
        false => (Message::SeveralAccounts { n, query }, Message::SeveralAccountsHint { accounts: names }),
    };
    let candidates = accounts.iter().map(|account| candidate::document(account, now)).collect();
    FailureText { candidates, ..FailureText::new(kind, &message, &hint, Exit::NotFound, words) }
}

/// What finds this account alone: a user name that could be a number would match the same accounts again.
fn to_type(account: &Account) -> &str {
    match (&account.upn, Query::parse(account.name.as_str())) {
        (Some(upn), Ok(query)) if query.phone().is_some() => upn,
        _ => account.name.as_str(),
    }
}

pub(super) fn similar(
    kind: FailureKind,
    query: &str,
    accounts: &[Account],
    more: bool,
    words: &Words,
    now: Timestamp,
) -> FailureText {
    let hint = if more { Message::SomeAreSimilarHint } else { Message::OnlySimilarHint };
    let candidates = accounts.iter().map(|account| candidate::document(account, now)).collect();
    let choices = accounts.iter().map(|account| candidate::line(account, words, now)).collect();
    let text = FailureText::new(kind, &Message::NoSuchAccount { query }, &hint, Exit::NotFound, words);
    FailureText { candidates, choices, ..text }
}

pub(super) fn unreadable(kind: FailureKind, entry: &UnreadableAccount, words: &Words) -> FailureText {
    let (account, dn) = (entry.name_or_dn(), entry.dn.as_str());
    let attributes = &entry.attributes().join(", ");
    let (message, hint) = match entry.why {
        UnreadableReason::Hidden(_) => {
            (Message::AccountUnreadable { account, attributes }, Message::AccountUnreadableHint { attributes, dn })
        }
        UnreadableReason::OddName => (Message::OddUserName { account }, Message::OddUserNameHint { dn }),
    };
    FailureText::new(kind, &message, &hint, Exit::NotAllowed, words)
}
