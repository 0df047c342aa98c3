//! Several accounts that were asked for, for people and for scripts.

use std::io;

use jiff::Timestamp;

use super::LookupDocument;
use super::account::{self, AccountDocument};
use crate::commands::bulk::render::outcome_text;
use crate::commands::lookup::many::{FoundRow, ManyFound, NoMatch, ShowFound};
use crate::domain::bulk::{RowDetail, RowOutcome};
use crate::domain::failure_kind::FailureKind;
use crate::domain::unreadable::UnreadableReason;
use crate::exit::Exit;
use crate::text::{Message, escaped, visible};
use crate::ui::{Console, Output, table};
use crate::view::document::{AnyDocument, SchemaVersion, line};
use crate::view::{Render, View, card, unreadable};

/// Writes each account on a line as soon as it is found, where JSON Lines are wanted.
pub struct FoundLines<'a> {
    pub console: &'a dyn Console,
    pub output: Output,
}

impl ShowFound for FoundLines<'_> {
    fn show(&self, found: &FoundRow, now: Timestamp) -> io::Result<()> {
        match self.output {
            Output::Jsonl => self.console.out(&escaped(line(&row(found, now)))),
            Output::Table | Output::Json | Output::Csv => Ok(()),
        }
    }
}

fn row(FoundRow { row, found }: &FoundRow, now: Timestamp) -> AccountDocument {
    let document = match found {
        Ok(summary) => account::document(summary, now),
        Err(NoMatch::Unreadable(entry)) => account::hidden(entry),
        Err(NoMatch::Several) => account::nobody(RowOutcome::Ambiguous),
        Err(NoMatch::Nobody | NoMatch::NotAnAccount(_)) => account::nobody(RowOutcome::NotFound),
    };
    let failure = found.as_ref().err().map(|why| match why {
        NoMatch::NotAnAccount(_) => FailureKind::NotAQuery,
        NoMatch::Nobody => FailureKind::NoSuchAccount,
        NoMatch::Several => FailureKind::SeveralAccounts,
        NoMatch::Unreadable(entry) => match entry.why {
            UnreadableReason::Hidden(_) => FailureKind::AccountUnreadable,
            UnreadableReason::OddName => FailureKind::OddUserName,
        },
    });
    document.asked_as(&row.typed, row.line, failure)
}

impl Render for ManyFound {
    fn text(&self, view: &View<'_>) -> String {
        let header = [Message::CardAccount, Message::CardName, Message::CardDepartment, Message::CardWhy];
        let header = header.map(|label| view.say(&label));
        let cells = |FoundRow { row, found }: &FoundRow| -> Vec<table::Cell> {
            let (name, person, department, why) = match found {
                Ok(summary) => {
                    let account = &summary.account;
                    let department = account.department.as_deref().unwrap_or_default();
                    let why = card::why(account, &summary.verdict, view.words);
                    (account.name.as_str(), account.display_name.as_str(), department, why)
                }
                Err(NoMatch::Unreadable(entry)) => {
                    let (person, department) = (entry.display_name.as_deref(), entry.department.as_deref());
                    let why = unreadable::why(entry, view.words);
                    (entry.name_or_dn(), person.unwrap_or_default(), department.unwrap_or_default(), why)
                }
                Err(why) => {
                    let (outcome, detail) = match why {
                        NoMatch::Several => (RowOutcome::Ambiguous, None),
                        NoMatch::NotAnAccount(fault) => (RowOutcome::NotFound, Some(RowDetail::NotAnAccount(*fault))),
                        NoMatch::Nobody | NoMatch::Unreadable(_) => (RowOutcome::NotFound, None),
                    };
                    (row.typed.as_str(), "", "", table::alert(outcome_text(outcome, detail, view.words)))
                }
            };
            vec![visible(name).into(), visible(person).into(), visible(department).into(), why]
        };
        let rows: Vec<Vec<table::Cell>> = self.rows.iter().map(cells).collect();
        table::rows(&header, rows, view.width, view.style)
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let accounts = self.rows.iter().map(|found| row(found, self.now)).collect();
        Some(AnyDocument::of(&LookupDocument { schema: SchemaVersion, accounts, more: false }))
    }

    /// Each is already written.
    fn lines(&self, _: &View<'_>) -> String {
        String::new()
    }

    fn is_silent(&self, _: &View<'_>) -> bool {
        self.rows.is_empty()
    }

    fn exit(&self) -> Exit {
        let found = self.rows.iter().filter(|row| row.found.is_ok()).count();
        let hidden = self.rows.iter().any(|row| matches!(row.found, Err(NoMatch::Unreadable(_))));
        match found {
            found if found == self.rows.len() => Exit::Done,
            0 if !hidden => Exit::NotFound,
            _ => Exit::Partly,
        }
    }
}
