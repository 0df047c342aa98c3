//! Who is locked: for people as a table, for the next program as a name a line, or as a document.

use serde_json::{Value, json};

use crate::commands::bulk::render as bulk;
use crate::commands::lookup::Locked;
use crate::domain::bulk::{BulkAccount, BulkMatch, RowOutcome, decide_row};
use crate::domain::decision::{UnlockBlocker, UnlockDecision};
use crate::domain::unreadable::UnreadableAccount;
use crate::exit::Exit;
use crate::text::{Message, visible};
use crate::ui::table;
use crate::view::json::{protected_by, time};
use crate::view::{Render, View, unreadable};

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

    fn json(&self, _: &View<'_>) -> Value {
        let accounts = self.accounts.iter().map(|account| {
            json!({
                "account": account.name.as_str(),
                "dn": account.dn,
                "locked": account.locked,
                "locked_since": account.locked_since.map(time),
                "bad_password_count": account.wrong_tries,
                "disabled": account.disabled,
                "protected": account.protected.is_some(),
                "display_name": account.display_name,
                "account_expired": account.expired,
                "smartcard_required": account.smartcard_required,
                "state": state(account),
                "protected_by": account.protected.as_ref().map(protected_by),
            })
        });
        json!({ "accounts": accounts.chain(self.unreadable.iter().map(unreadable::document)).collect::<Vec<_>>() })
    }

    fn is_silent(&self, view: &View<'_>) -> bool {
        !view.is_terminal() && self.is_empty()
    }

    fn exit(&self) -> Exit {
        if self.unreadable.is_empty() { Exit::Done } else { Exit::Partly }
    }
}

/// Whether a locked account can be unlocked, and what keeps it from that.
fn state(account: &BulkAccount) -> &'static str {
    match account.change_facts().unlock() {
        UnlockDecision::Blocked(UnlockBlocker::Protected) => "protected",
        UnlockDecision::Blocked(UnlockBlocker::Disabled) => "disabled",
        UnlockDecision::Blocked(UnlockBlocker::Expired) => "account_expired",
        UnlockDecision::Blocked(UnlockBlocker::SmartcardRequired) => "smartcard_required",
        UnlockDecision::NotLocked => "not_locked",
        UnlockDecision::NoRight => "no_right",
        UnlockDecision::Unlock => "can_be_unlocked",
    }
}
