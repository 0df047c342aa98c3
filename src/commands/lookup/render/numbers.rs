//! Everyone whom a code cannot reach, and why, as a table, a document or CSV.

use serde_json::{Value, json};

use crate::commands::lookup::NumberReport;
use crate::domain::account::Unreachable;
use crate::domain::number_survey::{NumberFinding, NumberProblem};
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::{Render, View, number, phone};

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

    fn json(&self, _: &View<'_>) -> Value {
        let accounts = self.0.findings.iter().map(|NumberFinding { holder, problem }| {
            let (number, others, named) = match problem {
                NumberProblem::Unreachable(_) => (None, None, None),
                NumberProblem::Shared { number, others, named } => (Some(number), Some(others), Some(named)),
            };
            json!({
                "account": holder.account,
                "display_name": holder.display_name,
                "department": holder.department,
                "reason": problem.name(),
                "mobile": number,
                "others": others,
                "shared_with": named,
            })
        });
        json!({ "accounts": accounts.collect::<Vec<_>>(), "read": self.0.read })
    }
}

fn why(problem: &NumberProblem, words: &Words) -> String {
    match problem {
        NumberProblem::Unreachable(Unreachable::Missing) => words.say(&Message::NumberMissing),
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
