//! The help texts: a Fluent message for each command, with an attribute for each of its arguments.
//!
//! `cli/help.rs` looks them up by the names in the command line's definition, and tests that none is missing or unused.

use fluent_bundle::{FluentBundle, FluentResource};

use super::{Language, bundle};

pub struct HelpTexts(FluentBundle<FluentResource>);

impl HelpTexts {
    pub fn new(language: Language) -> Self {
        Self(bundle(&[Self::source(language)]))
    }

    /// The help texts and those that only manual pages use.
    pub fn with_manual(language: Language) -> Self {
        Self(bundle(&[Self::source(language), Self::manual(language)]))
    }

    /// Returns the description of a command; a subcommand is named as in `audit-show`.
    pub fn about(&self, command: &str) -> Option<String> {
        let pattern = self.0.get_message(command)?.value()?;
        Some(self.0.format_pattern(pattern, None, &mut vec![]).into_owned())
    }

    /// Returns an attribute of a message: the text for an argument, the examples, a heading.
    pub fn part(&self, message: &str, part: &str) -> Option<String> {
        let pattern = self.0.get_message(message)?.get_attribute(part)?.value();
        Some(self.0.format_pattern(pattern, None, &mut vec![]).into_owned())
    }

    /// Returns what a key of the configuration means, `table.key`; only [with the manual](Self::with_manual).
    pub fn key(&self, key: &str) -> Option<String> {
        match key.split_once('.') {
            Some((table, name)) => self.part(&format!("config-{table}"), name),
            None => self.part("configuration", key),
        }
    }

    /// Returns the examples of a command: the command line and its purpose.
    pub fn examples(&self, command: &str) -> Vec<(String, String)> {
        let lines = self.part(command, "examples").unwrap_or_default();
        let examples = lines.lines().filter_map(|line| line.split_once(" # "));
        examples.map(|(typed, purpose)| (typed.trim().to_owned(), purpose.trim().to_owned())).collect()
    }

    pub fn exit_codes(&self) -> Vec<(u8, String)> {
        (0..=u8::MAX).filter_map(|code| Some((code, self.part("exit", &format!("exit-{code}"))?))).collect()
    }

    fn source(language: Language) -> &'static str {
        match language {
            Language::Swedish => include_str!("help.sv.ftl"),
            Language::English => include_str!("help.en.ftl"),
        }
    }

    fn manual(language: Language) -> &'static str {
        match language {
            Language::Swedish => include_str!("manual.sv.ftl"),
            Language::English => include_str!("manual.en.ftl"),
        }
    }

    /// Returns the name of every text: `message` or `message.attribute`.
    #[cfg(test)]
    pub(crate) fn names(language: Language) -> Vec<String> {
        let mut message = "";
        let named = Self::source(language).lines().filter_map(|line| {
            let (name, _) = line.split_once(" =")?;
            if let Some(attribute) = name.strip_prefix("    .") {
                return Some(format!("{message}.{attribute}"));
            }
            message = name.starts_with(|c: char| c.is_ascii_lowercase()).then_some(name)?;
            Some(message.to_owned())
        });
        named.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_can_be_parsed() {
        for language in [Language::Swedish, Language::English] {
            for source in [HelpTexts::source(language), HelpTexts::manual(language)] {
                assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{language:?}");
            }
        }
    }
}
