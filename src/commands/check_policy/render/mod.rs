//! The result of `check-policy` in words and as JSON.

pub(in crate::commands) mod json_lines;
pub(in crate::commands) mod requirements;

use std::io;

use schemars::JsonSchema;
use serde::Serialize;

use super::{LineCounts, Outcome};
use crate::domain::policy::{PolicyRule, RuleResult, UncheckedRule};
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::ui::table;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View, json::source, rule_results};
pub use json_lines::JsonLines;

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CheckPolicy")]
pub(in crate::commands) struct CheckPolicyDocument {
    schema: SchemaVersion,
    /// `null`: the local rules alone.
    account: Option<String>,
    /// Whether no known rule is broken.
    acceptable: bool,
    rules: Vec<RuleDocument>,
    /// What only the directory can tell when the password is set.
    unknown: Vec<UncheckedRule>,
    dry_run: bool,
}

impl Document for CheckPolicyDocument {
    const ROWS: Option<&'static str> = Some("rules");
}

/// A rule that was checked.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RuleResult")]
pub(in crate::commands) struct RuleDocument {
    rule: PolicyRule,
    /// `local`, `domain`, or the name of a password settings object.
    source: String,
    ok: bool,
    /// The rule and what breaks it, for people.
    message: String,
}

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

    fn document(&self, view: &View<'_>) -> Option<AnyDocument> {
        let Self { account, report, dry_run, .. } = self;
        Some(AnyDocument::of(&CheckPolicyDocument {
            schema: SchemaVersion,
            account: account.as_ref().map(ToString::to_string),
            acceptable: report.acceptable(),
            rules: report.rule_results.iter().map(|result| rule(result, view.words)).collect(),
            unknown: report.unknown.clone(),
            dry_run: *dry_run,
        }))
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

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        None
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

fn rule(result: &RuleResult, words: &Words) -> RuleDocument {
    RuleDocument {
        rule: result.rule,
        source: source(&result.source).to_owned(),
        ok: result.ok,
        message: rule_results::sentence(result, words),
    }
}
