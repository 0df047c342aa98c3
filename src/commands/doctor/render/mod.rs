//! The findings of `doctor` in words and as JSON, and the exit code.

mod sentence;

use schemars::JsonSchema;
use serde::Serialize;

use self::sentence::{Sentence, sentence};
use super::{Check, CheckGroup, CheckName, CheckState};
use crate::config::Written;
use crate::exit::Exit;
use crate::text::{Message, Words, visible};
use crate::ui::wrapped;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View, number};

#[derive(Debug)]
pub struct Diagnosis<'a> {
    /// In any order; they are shown by group.
    pub checks: &'a [Check],
    /// The settings and their origin.
    pub written: &'a [Written],
    /// Without symbols.
    pub plain: bool,
    /// Only what needs attention.
    pub quiet: bool,
}

impl Diagnosis<'_> {
    fn count(&self, state: CheckState) -> usize {
        self.checks.iter().filter(|check| check.state == state).count()
    }

    fn calls_can_be_done(&self) -> bool {
        !self.checks.iter().any(|check| check.stops_calls)
    }
}

/// What scripts read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Doctor")]
pub(in crate::commands) struct DoctorDocument {
    schema: SchemaVersion,
    checks: Vec<CheckDocument>,
    summary: SummaryDocument,
    settings: Vec<SettingDocument>,
}

impl Document for DoctorDocument {
    const ROWS: Option<&'static str> = Some("checks");
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Check")]
struct CheckDocument {
    check: CheckName,
    /// Where there are several.
    server: Option<String>,
    state: CheckState,
    /// Whether no call can be handled until it is fixed.
    stops_calls: bool,
    /// What was found, for people.
    message: String,
    /// What to do, for people.
    hint: Option<String>,
    /// The `dsacls` command that gives a missing right.
    grant: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DoctorSummary")]
struct SummaryDocument {
    calls_can_be_done: bool,
    fine: usize,
    warning: usize,
    broken: usize,
    unchecked: usize,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Setting")]
struct SettingDocument {
    key: String,
    /// `null`: a secret.
    value: Option<String>,
    origin: String,
    /// Whether the computer's file fixes it.
    enforced: bool,
}

impl Render for Diagnosis<'_> {
    fn text(&self, view: &View<'_>) -> String {
        let mut lines = vec![];
        for (group, heading) in GROUPS {
            let checks = self.checks.iter().filter(|check| check.name.group() == group);
            let checks: Vec<&Check> = checks.filter(|check| !self.quiet || check.needs_attention()).collect();
            if checks.is_empty() {
                continue;
            }
            lines.push(view.say(&heading));
            lines.extend(checks.into_iter().flat_map(|check| check_lines(check, self.plain, view)));
            if group == CheckGroup::Settings && view.verbose {
                lines.extend(self.written.iter().map(|written| wrapped(&setting(written, view.words), view.width)));
            }
        }
        lines.push(wrapped(&verdict(self, view.words), view.width));
        lines.join("\n")
    }

    fn document(&self, view: &View<'_>) -> Option<AnyDocument> {
        let check = |check: &&Check| {
            let Sentence { message, hint, grant, .. } = sentence(check, view.words, view.now);
            CheckDocument {
                check: check.name,
                server: check.on.clone(),
                state: check.state,
                stops_calls: check.stops_calls,
                message,
                hint,
                grant,
            }
        };
        let mut checks: Vec<&Check> = self.checks.iter().collect();
        checks.sort_by_key(|check| check.name.group() as u8);
        let setting = |Written { key, shown, origin, enforced }: &Written| SettingDocument {
            key: key.to_string(),
            value: shown.clone(),
            origin: origin.to_string(),
            enforced: *enforced,
        };
        Some(AnyDocument::of(&DoctorDocument {
            schema: SchemaVersion,
            checks: checks.iter().map(check).collect(),
            summary: SummaryDocument {
                calls_can_be_done: self.calls_can_be_done(),
                fine: self.count(CheckState::Fine),
                warning: self.count(CheckState::Warning),
                broken: self.count(CheckState::Broken),
                unchecked: self.count(CheckState::Unchecked),
            },
            settings: self.written.iter().map(setting).collect(),
        }))
    }

    fn exit(&self) -> Exit {
        match self.calls_can_be_done() {
            false => Exit::Internal,
            true if self.checks.iter().any(Check::needs_attention) => Exit::Partly,
            true => Exit::Done,
        }
    }
}

const GROUPS: [(CheckGroup, Message<'_>); 6] = [
    (CheckGroup::Settings, Message::DoctorSettings),
    (CheckGroup::Directory, Message::DoctorDirectory),
    (CheckGroup::Account, Message::DoctorAccount),
    (CheckGroup::Sms, Message::DoctorSms),
    (CheckGroup::Store, Message::DoctorStore),
    (CheckGroup::Computer, Message::DoctorComputer),
];

/// Returns the message and the hint, with hanging indents.
fn check_lines(check: &Check, plain: bool, view: &View<'_>) -> Vec<String> {
    let Sentence { message, hint, detail, grant } = sentence(check, view.words, view.now);
    let (symbol, state) = match check.state {
        CheckState::Fine => ("✓", Message::DoctorFine),
        CheckState::Warning => ("!", Message::DoctorWarning),
        CheckState::Broken => ("✗", Message::DoctorBroken),
        CheckState::Unchecked => ("–", Message::DoctorUnchecked),
    };
    let state = view.say(&state);
    let state = if plain { state } else { format!("{symbol} {state}") };
    let place = check.on.as_ref().map(|on| format!("{}: ", visible(on))).unwrap_or_default();
    let mut lines = vec![];
    for (n, message) in message.lines().enumerate() {
        let place = if n == 0 { place.as_str() } else { "" };
        lines.push(hanging(&format!("  {state}: "), &format!("{place}{message}"), view.width));
    }
    if check.needs_attention() {
        lines.iter_mut().for_each(|line| *line = view.style.alert(line));
    }
    lines.extend(hint.map(|hint| hanging("      ", &view.say(&Message::Hint { hint: &hint }), view.width)));
    // In one piece, to be copied.
    lines.extend(grant.map(|grant| format!("      {}", visible(&grant))));
    let detail = detail.filter(|_| view.verbose);
    lines.extend(detail.map(|detail| hanging("      ", &view.say(&Message::Detail { detail: &detail }), view.width)));
    lines
}

fn hanging(before: &str, text: &str, width: Option<u16>) -> String {
    let Some(width) = width.filter(|width| *width > 0) else { return format!("{before}{text}") };
    let options = textwrap::Options::new(width.into()).word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(text, options.initial_indent(before).subsequent_indent("      "))
}

fn setting(Written { key, shown, origin, enforced }: &Written, words: &Words) -> String {
    let (value, origin) = (shown.as_deref().unwrap_or("…"), origin.to_string());
    let origin = origin.as_str();
    let setting = match enforced {
        true => Message::DoctorSettingEnforced { key, value, origin },
        false => Message::DoctorSetting { key, value, origin },
    };
    format!("      {}", words.say(&setting))
}

fn verdict(diagnosis: &Diagnosis<'_>, words: &Words) -> String {
    let n = number(diagnosis.checks.iter().filter(|check| check.needs_attention()).count());
    words.say(&match (diagnosis.calls_can_be_done(), n) {
        (false, _) => Message::DoctorCallsStop,
        (true, 0) => Message::DoctorAllWell,
        (true, n) => Message::DoctorSeeTo { n },
    })
}
