//! Everyone whom a code cannot reach, and why, as a table, a document or CSV.

use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::lookup::NumberReport;
use crate::domain::account::Unreachable;
use crate::domain::number_survey::{NumberFinding, NumberProblem, NumberProblemKind};
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View, number, phone};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Numbers")]
pub(in crate::commands) struct NumbersDocument {
    schema: SchemaVersion,
    accounts: Vec<NumberDocument>,
    /// How many accounts were read.
    read: usize,
}

impl Document for NumbersDocument {
    const ROWS: Option<&'static str> = Some("accounts");
}

/// An account that no code can reach, or whose number others have. The last three are `null` unless it is shared.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Number")]
struct NumberDocument {
    /// The user name; the DN where that cannot be read.
    account: String,
    display_name: Option<String>,
    department: Option<String>,
    reason: NumberProblemKind,
    /// Masked.
    mobile: Option<String>,
    /// How many others have it.
    others: Option<usize>,
    /// The first of them by name.
    shared_with: Option<Vec<String>>,
}

impl Render for NumberReport {
    fn text(&self, view: &View<'_>) -> String {
        let findings = &self.0.findings;
        let shared = |finding: &&NumberFinding| matches!(finding.problem, NumberProblem::Shared { .. });
        let n = number(findings.iter().filter(shared).count());
        let (read, unreached) = (number(self.0.read), number(findings.len()) - n);
        let summary = view.say(&Message::NumbersRead { read, unreached, shared: n });
        if findings.is_empty() {
            return summary;
        }
        let header = [Message::CardAccount, Message::CardName, Message::CardDepartment, Message::CardMobile];
        let header = header.map(|label| view.say(&label));
        let rows: Vec<Vec<table::Cell>> = findings
            .iter()
            .map(|NumberFinding { holder, problem }| {
                let text = |text: &Option<Box<str>>| visible(text.as_deref().unwrap_or_default()).into_owned();
                vec![
                    visible(&holder.account).into(),
                    text(&holder.display_name).into(),
                    text(&holder.department).into(),
                    why(problem, view.words).into(),
                ]
            })
            .collect();
        let table = table::rows(&header, rows, view.width, view.style);
        format!("{table}\n{summary}")
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let accounts = self.0.findings.iter().map(|NumberFinding { holder, problem }| {
            let (mobile, others, shared_with) = match problem {
                NumberProblem::Unreachable(_) => (None, None, None),
                NumberProblem::Shared { number, others, named } => {
                    let named = named.iter().map(|name| name.to_string()).collect();
                    (Some(number.clone()), Some(*others), Some(named))
                }
            };
            NumberDocument {
                account: holder.account.to_string(),
                display_name: holder.display_name.as_ref().map(|name| name.to_string()),
                department: holder.department.as_ref().map(|name| name.to_string()),
                reason: problem.kind(),
                mobile,
                others,
                shared_with,
            }
        });
        let accounts = accounts.collect();
        Some(AnyDocument::of(&NumbersDocument { schema: SchemaVersion, accounts, read: self.0.read }))
    }
}

fn why(problem: &NumberProblem, words: &Words) -> String {
    match problem {
        NumberProblem::Unreachable(Unreachable::Missing) => words.say(&Message::NumberMissing),
        NumberProblem::Unreachable(Unreachable::Hidden) => words.say(&Message::MobileHidden),
        NumberProblem::Unreachable(Unreachable::Unreadable(why)) => phone::unreadable(*why, words),
        NumberProblem::Unreachable(Unreachable::NotMobile(what)) => phone::not_mobile(*what, words),
        NumberProblem::Shared { number: masked, others, named } => {
            let names = named.join(", ");
            let more = number(others - named.len());
            words.say(&match more {
                0 => Message::NumberSharedWith { number: masked, names: &names },
                n => Message::NumberSharedWithMore { number: masked, names: &names, n },
            })
        }
    }
}
