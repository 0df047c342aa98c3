//! Who is locked: for people as a table, for the next program as a name a line, or as a document.

use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::bulk::render as bulk;
use crate::commands::lookup::Locked;
use crate::domain::bulk::{BulkMatch, RowOutcome, decide_row};
use crate::domain::unreadable::UnreadableAccount;
use crate::exit::Exit;
use crate::text::{Message, visible};
use crate::ui::table;
use crate::view::document::{AnyDocument, Document, SchemaVersion, Time};
use crate::view::json::protected_by;
use crate::view::{Render, View, unreadable};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Locked")]
pub(in crate::commands) struct LockedDocument {
    schema: SchemaVersion,
    accounts: Vec<LockedAccountDocument>,
}

impl Document for LockedDocument {
    const ROWS: Option<&'static str> = Some("accounts");
}

/// A locked account. What is `null` is not there, unless `unreadable_attributes` says that too little may be read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LockedAccount")]
struct LockedAccountDocument {
    account: Option<String>,
    dn: String,
    display_name: Option<String>,
    locked: Option<bool>,
    locked_since: Option<Time>,
    bad_password_count: Option<u32>,
    disabled: Option<bool>,
    smartcard_required: Option<bool>,
    account_expired: Option<bool>,
    protected: Option<bool>,
    protected_by: Option<String>,
    /// What `unlock` would come to.
    unlock_outcome: RowOutcome,
    /// Attributes that the operator may not read, where that is why so little is known.
    unreadable_attributes: Vec<String>,
}

impl Render for Locked {
    fn text(&self, view: &View<'_>) -> String {
        let accounts = &self.accounts;
        if view.width.is_none() {
            let names = accounts.iter().map(|account| account.name.as_str());
            return names
                .chain(self.unreadable.iter().map(UnreadableAccount::name_or_dn))
                .collect::<Vec<_>>()
                .join("\n");
        }
        if self.is_empty() {
            return view.say(&Message::NobodyLocked);
        }
        let header = [Message::CardAccount, Message::CardName, Message::CardLock, Message::CardTries, Message::CardWhy];
        let header = header.map(|label| view.say(&label));
        let locked = accounts.iter().map(|account| {
            let since = account.locked_since.map(|since| view.words.past(since, self.now)).unwrap_or_default();
            let state = match decide_row(&[BulkMatch::Account(account.clone())]) {
                (RowOutcome::WouldUnlock, _) => view.say(&Message::LockedCanUnlock).into(),
                (other, detail) => table::alert(bulk::outcome_text(other, detail, view.words)),
            };
            vec![
                visible(account.name.as_str()).into(),
                visible(account.display_name.as_deref().unwrap_or_default()).into(),
                since.into(),
                account.wrong_tries.to_string().into(),
                state,
            ]
        });
        let others = self.unreadable.iter().map(|entry| {
            let (name, name_or_dn) = (entry.display_name.as_deref().unwrap_or_default(), entry.name_or_dn());
            let nothing = String::new;
            vec![
                visible(name_or_dn).into(),
                visible(name).into(),
                nothing().into(),
                nothing().into(),
                unreadable::why(entry, view.words),
            ]
        });
        let rows: Vec<Vec<table::Cell>> = locked.chain(others).collect();
        table::rows(&header, rows, view.width, view.style)
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let locked = self.accounts.iter().map(|account| {
            let (unlock_outcome, _) = decide_row(&[BulkMatch::Account(account.clone())]);
            LockedAccountDocument {
                account: Some(account.name.to_string()),
                dn: account.dn.clone(),
                display_name: account.display_name.clone(),
                locked: Some(account.locked),
                locked_since: account.locked_since.map(Time),
                bad_password_count: Some(account.wrong_tries),
                disabled: Some(account.disabled),
                smartcard_required: Some(account.smartcard_required),
                account_expired: Some(account.expired),
                protected: Some(account.protected.is_some()),
                protected_by: account.protected.as_ref().map(protected_by),
                unlock_outcome,
                unreadable_attributes: vec![],
            }
        });
        let hidden = self.unreadable.iter().map(|entry| LockedAccountDocument {
            account: entry.name.clone(),
            dn: entry.dn.clone(),
            display_name: entry.display_name.clone(),
            locked: None,
            locked_since: None,
            bad_password_count: None,
            disabled: None,
            smartcard_required: None,
            account_expired: None,
            protected: None,
            protected_by: None,
            unlock_outcome: RowOutcome::Unreadable,
            unreadable_attributes: entry.attributes().iter().map(|&attribute| attribute.to_owned()).collect(),
        });
        Some(AnyDocument::of(&LockedDocument { schema: SchemaVersion, accounts: locked.chain(hidden).collect() }))
    }

    fn is_silent(&self, view: &View<'_>) -> bool {
        !view.is_terminal() && self.is_empty()
    }

    fn exit(&self) -> Exit {
        if self.unreadable.is_empty() { Exit::Done } else { Exit::Partly }
    }
}
