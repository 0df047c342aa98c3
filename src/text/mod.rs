//! All text for people, in Swedish and English.
//!
//! [`Words`] formats a [`Message`] in one language. No language is global: an SMS is in the organisation's, the terminal
//! in the operator's.

mod escape;
mod fault;
mod help;
mod message;
mod messages;
mod shell;
mod sms;
mod time;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use fluent_bundle::{FluentBundle, FluentResource, FluentValue};
use jiff::tz::TimeZone;

pub use escape::{defused, escaped, visible, without_controls};
pub use help::HelpTexts;
pub use messages::Message;
pub use shell::{powershell_literal, windows_word};
pub use sms::DeskDetails;

use message::Argument;
use shell::Quoting;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Swedish,
    English,
}

impl Language {
    /// Returns the language with the code `sv` or `en`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "sv" => Some(Self::Swedish),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Returns the language of a POSIX locale such as `sv_SE.UTF-8`: English for all but Swedish.
    pub fn of_locale(locale: &str) -> Self {
        if locale.split(['_', '.', '-', '@']).next() == Some("sv") { Self::Swedish } else { Self::English }
    }

    fn source(self) -> &'static str {
        match self {
            Self::Swedish => include_str!("sv.ftl"),
            Self::English => include_str!("en.ftl"),
        }
    }
}

/// What may prove who the caller is, besides a code to their own mobile. Hints advise nothing that is not allowed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Alternatives {
    /// The manager may vouch for the caller.
    pub manager: bool,
    /// The operator may say how the caller was identified.
    pub identified_by: bool,
    /// A supervisor may do so where verification is closed.
    pub supervisor: bool,
}

/// The messages in one language, with times in one time zone.
///
/// Parsing all takes 2 ms, and a run needs few, so each is parsed when first used.
pub struct Words {
    language: Language,
    zone: TimeZone,
    /// Who takes over what cannot be done from here (`desk.escalation`).
    escalation: Option<String>,
    alternatives: Alternatives,
    entries: OnceCell<HashMap<&'static str, &'static str>>,
    parsed: RefCell<HashMap<&'static str, Rc<FluentBundle<FluentResource>>>>,
}

impl Words {
    pub fn new(language: Language, zone: TimeZone) -> Self {
        Self {
            language,
            zone,
            escalation: None,
            alternatives: Alternatives::default(),
            entries: OnceCell::new(),
            parsed: RefCell::default(),
        }
    }

    /// With who takes over what cannot be done from here.
    #[must_use]
    pub fn handing_over_to(self, escalation: Option<String>) -> Self {
        Self { escalation, ..self }
    }

    /// Returns who takes over what cannot be done from here, as they are named within a sentence.
    pub fn escalation(&self) -> String {
        self.escalation.clone().unwrap_or_else(|| self.say(&Message::EscalationUnset))
    }

    /// With what may prove who the caller is, where a code cannot.
    #[must_use]
    pub fn advising(self, alternatives: Alternatives) -> Self {
        Self { alternatives, ..self }
    }

    pub fn alternatives(&self) -> Alternatives {
        self.alternatives
    }

    /// Returns the sentence. Escapes its arguments with [`visible`], since they come from outside.
    pub fn say(&self, message: &Message<'_>) -> String {
        let id = message.id();
        let bundle = self.bundle(id);
        let Some(pattern) = bundle.get_message(id).and_then(|found| found.value()) else { return id.to_owned() };
        let arguments = message.arguments().into_iter().map(|(name, argument)| match argument {
            Argument::Text(text) => (name, FluentValue::from(visible(text))),
            Argument::Number(number) => (name, FluentValue::from(number)),
        });
        bundle.format_pattern(pattern, Some(&arguments.collect()), &mut vec![]).into_owned()
    }

    fn bundle(&self, id: &'static str) -> Rc<FluentBundle<FluentResource>> {
        let parse = || {
            let entries = self.entries.get_or_init(|| entries(self.language.source()).collect());
            Rc::new(bundle(&[entries.get(id).copied().unwrap_or_default()]))
        };
        Rc::clone(self.parsed.borrow_mut().entry(id).or_insert_with(parse))
    }
}

/// Splits a Fluent file into its messages, by id, without parsing them. No message refers to another.
fn entries(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let starts = source.match_indices('\n').map(|(end, _)| end + 1);
    let starts = starts.filter(|start| source[*start..].starts_with(|c: char| c.is_ascii_lowercase()));
    let ends = starts.clone().skip(1).chain([source.len()]);
    starts.zip(ends).filter_map(|(start, end)| {
        let entry = &source[start..end];
        Some((entry.split_once(" =")?.0, entry))
    })
}

fn bundle(sources: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![]);
    // A terminal shows the marks that isolate right-to-left text.
    bundle.set_use_isolating(false);
    // A name in a command that the reader is to run. The bundle is new, so nothing else has this name.
    let _ = bundle.add_function("SHELL", |words, _| match words {
        [FluentValue::String(word)] => FluentValue::from(Quoting::here().quoted(word).into_owned()),
        _ => FluentValue::Error,
    });
    for source in sources {
        // A test parses every file, so there are no errors here.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::Entry;

    use super::*;

    #[test]
    fn every_message_can_be_read_alone() {
        for language in [Language::Swedish, Language::English] {
            let resource = FluentResource::try_new(language.source().to_owned()).unwrap();
            let entries: HashMap<_, _> = entries(language.source()).collect();
            let messages = resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name),
                _ => None,
            });
            for id in messages {
                let alone = bundle(&[entries[id]]);
                assert!(alone.get_message(id).is_some_and(|message| message.value().is_some()), "{language:?}: {id}");
            }
        }
    }

    /// What follows a command of this program, or chmod, is quoted.
    #[test]
    fn names_in_suggested_commands_are_quoted() {
        let command = regex_lite::Regex::new(r"(servicedesk|chmod)( -{0,2}[a-z0-9-]+)+ \{ \$").unwrap();
        for language in [Language::Swedish, Language::English] {
            // Not a command in Swedish: “the servicedesk that has its codes in …”.
            let unquoted = |line: &&str| command.is_match(line) && !line.starts_with("store-other-key");
            let bare: Vec<&str> = language.source().lines().filter(unquoted).collect();
            assert_eq!(bare, Vec::<&str>::new());
        }
        let words = Words::new(Language::English, TimeZone::UTC);
        let said = words.say(&Message::NotVerifiedHint { account: "eva $(reboot)" });
        assert!(said.contains("servicedesk send-code 'eva $(reboot)'."), "{said}");
    }

    #[test]
    fn english_has_no_swedish_word() {
        let swedish = regex_lite::Regex::new(r"\b(Kontot|kontot|och|inte|är|som|till)\b").unwrap();
        let is_swedish = |line: &&str| !line.starts_with('#') && swedish.is_match(line);
        let texts = [include_str!("en.ftl"), include_str!("help.en.ftl"), include_str!("manual.en.ftl")];
        assert_eq!(texts.iter().flat_map(|text| text.lines()).find(is_swedish), None);
    }

    /// Windows says “Försök igen”.
    #[test]
    fn swedish_has_one_wording_for_trying_again() {
        let texts = [
            include_str!("sv.ftl"),
            include_str!("help.sv.ftl"),
            include_str!("manual.sv.ftl"),
            include_str!("../../README.sv.md"),
        ];
        let other = |line: &&str| ["prova igen", "pröva igen"].iter().any(|other| line.to_lowercase().contains(other));
        assert_eq!(texts.iter().flat_map(|text| text.lines()).find(other), None);
    }

    #[test]
    fn names_cannot_move_the_cursor() {
        let words = Words::new(Language::English, TimeZone::UTC);
        let said = words.say(&Message::NoSuchAccount { query: "a\u{1b}[2Jb\u{202e}" });
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    }

    #[test]
    fn language_of_a_locale() {
        assert_eq!(Language::of_locale("sv_SE.UTF-8"), Language::Swedish);
        assert_eq!(Language::of_locale("C.UTF-8"), Language::English);
        assert_eq!(Language::of_locale("svenska"), Language::English);
    }
}
