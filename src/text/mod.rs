//! Everything the program says to people, in Swedish and English, behind one typed door.
//!
//! A sentence is a [`Message`] with its variables; [`Words`] holds one language. There is no global
//! language: the SMS speaks the desk's, the terminal the operator's.

mod foreign;
mod help;
mod messages;
mod sms;
mod time;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use jiff::tz::TimeZone;

pub use foreign::{defused, escaped, visible};
pub use help::HelpTexts;
pub use messages::Message;
pub use sms::DeskDetails;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Swedish.
    Swedish,
    /// English.
    English,
}

impl Language {
    /// By its code: `sv` or `en`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "sv" => Some(Self::Swedish),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The language of a POSIX locale such as `sv_SE.UTF-8`; English for any but Swedish.
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

/// One language's words, and the time zone that times are told in. No run says more than a few of its sentences, and
/// to read them all takes 2 ms: each is read when it is first said.
pub struct Words {
    language: Language,
    zone: TimeZone,
    entries: OnceCell<HashMap<&'static str, &'static str>>,
    read: RefCell<HashMap<&'static str, Rc<FluentBundle<FluentResource>>>>,
}

impl Words {
    /// The words of `language`; times in `zone`.
    pub fn new(language: Language, zone: TimeZone) -> Self {
        Self { language, zone, entries: OnceCell::new(), read: RefCell::default() }
    }

    /// The sentence. Text from outside is made visible on the way: no name can move the cursor.
    pub fn say(&self, message: &Message<'_>) -> String {
        let key = message.key();
        let bundle = self.bundle(key);
        let Some(pattern) = bundle.get_message(key).and_then(|found| found.value()) else { return key.to_owned() };
        let mut arguments = FluentArgs::new();
        for (name, value) in message.arguments() {
            arguments.set(
                name,
                match value {
                    messages::Value::Text(text) => FluentValue::from(visible(text)),
                    messages::Value::Number(number) => FluentValue::from(number),
                },
            );
        }
        bundle.format_pattern(pattern, Some(&arguments), &mut vec![]).into_owned()
    }

    fn bundle(&self, key: &'static str) -> Rc<FluentBundle<FluentResource>> {
        let read = || {
            let entries = self.entries.get_or_init(|| entries(self.language.source()).collect());
            Rc::new(bundle(&[entries.get(key).copied().unwrap_or_default()]))
        };
        Rc::clone(self.read.borrow_mut().entry(key).or_insert_with(read))
    }
}

/// The messages of a text by their keys, each with the lines that belong to it. None refers to another.
fn entries(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = source;
    std::iter::from_fn(move || {
        let end =
            rest.match_indices('\n').find(|(end, _)| rest[end + 1..].starts_with(|c: char| c.is_ascii_lowercase()));
        let end = end.map_or(rest.len(), |(end, _)| end + 1);
        let (entry, others) = rest.split_at(end);
        rest = others;
        (!entry.is_empty()).then_some(entry)
    })
    .filter_map(|entry| Some((entry.split_once(" =")?.0, entry)))
}

fn bundle(sources: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![]);
    // The marks that keep right-to-left names apart would land in the terminal as they are.
    bundle.set_use_isolating(false);
    for source in sources {
        // The texts are part of the program and a test reads every one, so what an error leaves out
        // would be seen there.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn catalogue(language: Language) -> Vec<(String, BTreeSet<String>)> {
        let mut entries = vec![];
        for line in language.source().lines().filter(|line| !line.starts_with(['#', ' ', '\t']) && !line.is_empty()) {
            let (key, _) = line.split_once(" =").unwrap();
            entries.push((key.to_owned(), variables(language.source(), key)));
        }
        entries
    }

    /// The variables of one message: every `$name` up to the next message.
    fn variables(source: &str, key: &str) -> BTreeSet<String> {
        let start = source.find(&format!("\n{key} =")).unwrap() + 1;
        let body: Vec<&str> = source[start..]
            .lines()
            .enumerate()
            .take_while(|(n, line)| *n == 0 || line.starts_with(' ') || line.is_empty())
            .map(|(_, line)| line)
            .collect();
        let body = body.join("\n");
        body.split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
            .collect()
    }

    #[test]
    fn both_languages_say_the_same_messages_with_the_same_variables() {
        let code: BTreeSet<_> = Message::CATALOGUE
            .iter()
            .map(|(key, fields)| ((*key).to_owned(), fields.iter().map(|f| (*f).to_owned()).collect::<BTreeSet<_>>()))
            .collect();
        assert_eq!(code.len(), Message::CATALOGUE.len(), "a key stands twice");
        for language in [Language::Swedish, Language::English] {
            let text = catalogue(language);
            let unique: BTreeSet<_> = text.iter().cloned().collect();
            assert_eq!(unique.len(), text.len(), "{language:?}: a key stands twice");
            let missing: Vec<_> = code.difference(&unique).collect();
            let unused: Vec<_> = unique.difference(&code).collect();
            assert!(missing.is_empty() && unused.is_empty(), "{language:?}: missing {missing:?}, unused {unused:?}");
        }
    }

    #[test]
    fn every_text_can_be_read_alone() {
        for language in [Language::Swedish, Language::English] {
            assert!(FluentResource::try_new(language.source().to_owned()).is_ok(), "{language:?}");
            let entries: Vec<_> = entries(language.source()).collect();
            for (key, entry) in &entries {
                let message = bundle(&[entry]);
                assert!(message.get_message(key).is_some_and(|found| found.value().is_some()), "{language:?}: {entry}");
                let refers = entry
                    .split('{')
                    .skip(1)
                    .map(str::trim_start)
                    .any(|inner| inner.starts_with(|first: char| first == '-' || first.is_ascii_lowercase()));
                assert!(!refers, "{language:?}: to another message: {entry}");
            }
            assert_eq!(entries.len(), Message::CATALOGUE.len(), "{language:?}");
        }
    }

    #[test]
    fn names_cannot_move_the_cursor() {
        let words = Words::new(Language::English, TimeZone::UTC);
        let said = words.say(&Message::NoSuchAccount { query: "a\u{1b}[2Jb\u{202e}" });
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    }

    #[test]
    fn locales() {
        assert_eq!(Language::of_locale("sv_SE.UTF-8"), Language::Swedish);
        assert_eq!(Language::of_locale("C.UTF-8"), Language::English);
        assert_eq!(Language::of_locale("svenska"), Language::English);
    }
}
