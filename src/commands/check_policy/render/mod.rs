//! The result of `check-policy` in words and as JSON.

mod json_lines;
pub(in crate::commands) mod requirements;

use std::io;

use serde_json::{Value, json};

use super::{LineCounts, Outcome};
use crate::domain::policy::{PolicyRule, RuleResult};
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::ui::table;
use crate::view::{Render, View, json::source, rule_results};
pub use json_lines::JsonLines;

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let report = &self.report;
        let rows: Vec<Vec<table::Cell>> = report
            .rule_results
            .iter()
            // That a password is not too long goes unsaid.
            .filter(|result| result.rule != PolicyRule::MaxLength || !result.ok)
            .map(|result| {
                let answer = match result.ok {
                    true => view.say(&Message::RuleOk).into(),
                    false => table::alert(view.say(&Message::RuleBroken)),
                };
                vec![
                    answer,
                    rule_results::source(&result.source, view.words).into(),
                    rule_results::sentence(result, view.words).into(),
                ]
            })
            .collect();
        let verdict = match report.acceptable() {
            true => view.say(&Message::PolicyAccepted),
            false => view.style.alert(&view.say(&Message::PolicyRefused)),
        };
        let mut lines = vec![verdict, table::rows(&[], rows, view.width, view.style)];
        lines.extend(
            report.unknown.iter().map(|unknown| rule_results::unknown(*unknown, self.policy.as_ref(), view.words)),
        );
        lines.extend(self.dry_run.then(|| view.say(&Message::BulkDryRun)));
        lines.join("\n")
    }

    fn json(&self, view: &View<'_>) -> Value {
        let Self { account, report, .. } = self;
        let mut document = json!({
            "account": account,
            "acceptable": report.acceptable(),
            "rules": report.rule_results.iter().map(|result| rule(result, view.words)).collect::<Vec<_>>(),
            "unknown": report.unknown.iter().map(|unknown| unknown.name()).collect::<Vec<_>>(),
        });
        if self.dry_run {
            document["dry_run"] = true.into();
        }
        document
    }

    fn exit(&self) -> Exit {
        if self.report.acceptable() { Exit::Done } else { Exit::Refused }
    }
}

/// The results themselves are already written.
impl Render for LineCounts {
    fn text(&self, _: &View<'_>) -> String {
        String::new()
    }

    fn json(&self, _: &View<'_>) -> Value {
        Value::Null
    }

    fn exit(&self) -> Exit {
        if self.acceptable < self.read { Exit::Refused } else { Exit::Done }
    }

    fn streamed(&self, words: &Words) -> Option<io::Result<String>> {
        let number = |n| i64::try_from(n).unwrap_or(i64::MAX);
        let (acceptable, read) = (number(self.acceptable), number(self.read));
        Some(Ok(words.say(&Message::LinesChecked { acceptable, read })))
    }
}

pub(crate) fn rule(result: &RuleResult, words: &Words) -> Value {
    json!({
        "rule": result.rule.name(),
        "source": source(&result.source),
        "ok": result.ok,
        "detail": rule_results::sentence(result, words),
    })
}
