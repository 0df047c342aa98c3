//! What `doctor` found: under headings, a sign and a line each, and what to do where something is to be done; or as a
//! document. Judges nothing but the exit code.

mod document;
mod sentence;

use serde_json::Value;

use super::{Check, Group, Name, State};
use crate::config::{Problems, Written};
use crate::exit::Exit;
use crate::text::{Message, Words, visible};
use crate::ui::wrapped;
use crate::view::{Render, View};
use sentence::{Sentence, sentence};

/// One finding.
#[derive(Debug)]
pub enum Examined {
    /// A check that was made.
    Found(Check),
    /// Settings keep it from being made, and every call from being done.
    Misconfigured(Name, Problems),
}

impl Examined {
    fn name(&self) -> Name {
        match self {
            Self::Found(check) => check.name,
            Self::Misconfigured(name, _) => *name,
        }
    }

    fn on(&self) -> Option<&str> {
        match self {
            Self::Found(check) => check.on.as_deref(),
            Self::Misconfigured(..) => None,
        }
    }

    fn state(&self) -> State {
        match self {
            Self::Found(check) => check.state,
            Self::Misconfigured(..) => State::Broken,
        }
    }

    fn stops_calls(&self) -> bool {
        match self {
            Self::Found(check) => check.stops_calls,
            Self::Misconfigured(..) => true,
        }
    }
}

/// All that was found.
#[derive(Debug)]
pub struct Diagnosis<'a> {
    /// Each finding; their order is the headings'.
    pub found: &'a [Examined],
    /// What is set, and where.
    pub written: &'a [Written],
    /// Without signs that are drawn.
    pub plain: bool,
    /// Only what is not as it should be.
    pub quiet: bool,
}

impl Diagnosis<'_> {
    fn count(&self, state: State) -> usize {
        self.found.iter().filter(|one| one.state() == state).count()
    }

    fn calls_can_be_done(&self) -> bool {
        !self.found.iter().any(Examined::stops_calls)
    }
}

impl Render for Diagnosis<'_> {
    fn text(&self, view: &View<'_>) -> String {
        people(self, view)
    }

    fn json(&self, view: &View<'_>) -> Value {
        document::document(self, view)
    }

    fn exit(&self) -> Exit {
        let is_all_well = self.count(State::Warning) + self.count(State::Broken) == 0;
        match (self.calls_can_be_done(), is_all_well) {
            (false, _) => Exit::Internal,
            (true, false) => Exit::Partly,
            (true, true) => Exit::Done,
        }
    }
}

const GROUPS: [(Group, Message<'_>); 6] = [
    (Group::Settings, Message::DoctorSettings),
    (Group::Directory, Message::DoctorDirectory),
    (Group::Account, Message::DoctorAccount),
    (Group::Sms, Message::DoctorSms),
    (Group::Store, Message::DoctorStore),
    (Group::Computer, Message::DoctorComputer),
];

fn people(diagnosis: &Diagnosis<'_>, view: &View<'_>) -> String {
    let mut lines = vec![];
    for (group, heading) in GROUPS {
        let of_group = diagnosis.found.iter().filter(|one| one.name().group() == group);
        let matters = |one: &&Examined| matches!(one.state(), State::Warning | State::Broken);
        let told: Vec<&Examined> = of_group.filter(|one| !diagnosis.quiet || matters(one)).collect();
        if told.is_empty() {
            continue;
        }
        lines.push(view.say(&heading));
        for one in told {
            lines.extend(finding(one, diagnosis, view));
        }
        if group == Group::Settings && view.verbose {
            lines.extend(diagnosis.written.iter().map(|written| wrapped(&setting(written, view.words), view.width)));
        }
    }
    lines.push(wrapped(&verdict(diagnosis, view.words), view.width));
    lines.join("\n")
}

/// A line, and what to do on the next one; both go on below where they begin.
fn finding(one: &Examined, diagnosis: &Diagnosis<'_>, view: &View<'_>) -> Vec<String> {
    let Sentence { message, hint, detail } = sentence(one, view.words, view.now);
    let state = view.say(&match one.state() {
        State::Fine => Message::DoctorFine,
        State::Warning => Message::DoctorWarning,
        State::Broken => Message::DoctorBroken,
        State::Unchecked => Message::DoctorUnchecked,
    });
    let sign = match one.state() {
        State::Fine => "✓",
        State::Warning => "!",
        State::Broken => "✗",
        State::Unchecked => "–",
    };
    let sign = if diagnosis.plain { state } else { format!("{sign} {state}") };
    let place = one.on().map(|on| format!("{}: ", visible(on))).unwrap_or_default();
    let mut lines = vec![];
    for (n, message) in message.lines().enumerate() {
        let place = if n == 0 { place.as_str() } else { "" };
        lines.push(hanging(&format!("  {sign}: "), &format!("{place}{message}"), view.width));
    }
    if matches!(one.state(), State::Warning | State::Broken) {
        lines.iter_mut().for_each(|line| *line = view.style.alert(line));
    }
    lines.extend(hint.map(|hint| hanging("      ", &view.say(&Message::Hint { hint: &hint }), view.width)));
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
    let n = diagnosis.count(State::Warning) + diagnosis.count(State::Broken);
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    words.say(&match (diagnosis.calls_can_be_done(), n) {
        (false, _) => Message::DoctorCallsStop,
        (true, 0) => Message::DoctorAllWell,
        (true, n) => Message::DoctorSeeTo { n },
    })
}
