//! Who `lookup` found, for people and for scripts.

pub(super) mod account;
pub(in crate::commands) mod locked;
mod many;
pub(in crate::commands) mod numbers;

use schemars::JsonSchema;
use serde::Serialize;

use self::account::AccountDocument;
pub use self::many::FoundLines;
use super::{AccountSummary, CallerVerification, Outcome};
use crate::domain::verdict::Advice;
use crate::domain::warnings::Warning;
use crate::exit::Exit;
use crate::ports::CardSubject;
use crate::text::{Message, visible};
use crate::ui::table;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View, action, card, number, unreadable};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Lookup")]
pub(in crate::commands) struct LookupDocument {
    schema: SchemaVersion,
    accounts: Vec<AccountDocument>,
    /// Whether more match than are listed.
    more: bool,
}

impl Document for LookupDocument {
    const ROWS: Option<&'static str> = Some("accounts");
}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        if let ([], [entry]) = (self.accounts.as_slice(), self.unreadable.as_slice()) {
            return unreadable::card(entry, view.words).to_text(view.width, view.style);
        }
        if let ([AccountSummary { account, verdict, warnings, verified, voucher, unfinished, .. }], []) =
            (self.accounts.as_slice(), self.unreadable.as_slice())
        {
            let verified = match verified {
                CallerVerification::Known(at) => *at,
                CallerVerification::NotAsked | CallerVerification::Unreadable => None,
            };
            let subject = CardSubject { account, warnings, voucher: voucher.as_ref(), verified };
            let card = card::pairs(subject, verdict, view.card, view.words, self.now, card::Phrasing::Command);
            let mut text = card.to_text(view.width, view.style);
            // One controller was asked, and a lock takes time to replicate.
            if verdict.advice == Advice::NothingWrong && self.controllers > 1 {
                text.push('\n');
                text.push_str(&view.say(&Message::AskEachServer { account: account.name.as_str() }));
            }
            if let Some(record) = unfinished {
                text.push('\n');
                text.push_str(&action::unanswered(record, view.words, self.now));
            }
            return text;
        }
        let header = [Message::CardAccount, Message::CardName, Message::CardDepartment, Message::CardWhy];
        let header: Vec<String> = header.iter().map(|label| view.say(label)).collect();
        let rows: Vec<Vec<table::Cell>> = self
            .accounts
            .iter()
            .map(|AccountSummary { account, verdict, .. }| {
                vec![
                    account.name.as_str().into(),
                    visible(&account.display_name).into(),
                    visible(account.department.as_deref().unwrap_or_default()).into(),
                    card::why(account, verdict, view.words),
                ]
            })
            .chain(self.unreadable.iter().map(|entry| {
                vec![
                    visible(entry.name_or_dn()).into(),
                    visible(entry.display_name.as_deref().unwrap_or_default()).into(),
                    visible(entry.department.as_deref().unwrap_or_default()).into(),
                    unreadable::why(entry, view.words),
                ]
            }))
            .collect();
        let n = number(rows.len());
        let mut text = view.say(&match self.more {
            true => Message::MoreThanMatch { n },
            false => Message::SeveralMatch { n },
        });
        text.push('\n');
        text.push_str(&table::rows(&header, rows, view.width, view.style));
        if self.more {
            text.push('\n');
            text.push_str(&view.say(&Message::MoreMatch));
        }
        if self
            .accounts
            .iter()
            .any(|found| found.warnings.iter().any(|warning| matches!(warning, Warning::NumberShared(_))))
        {
            text.push('\n');
            text.push_str(&view.style.alert(&view.say(&Message::SignSharedByMany)));
        }
        text
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let accounts = self.accounts.iter().map(|found| account::document(found, self.now));
        Some(AnyDocument::of(&LookupDocument {
            schema: SchemaVersion,
            accounts: accounts.chain(self.unreadable.iter().map(account::hidden)).collect(),
            more: self.more,
        }))
    }

    fn exit(&self) -> Exit {
        match self.is_name_and_number {
            true => Exit::NotFound,
            false if self.unreadable.is_empty() => Exit::Done,
            false => Exit::Partly,
        }
    }
}
