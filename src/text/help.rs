//! The words of the command line: one message a command, one attribute an argument. They are found by the names in
//! its definition, not by a [`Message`](super::Message) each; a test in `cli/help.rs` holds the two together.
//! Knows nothing of the definition.

use fluent_bundle::{FluentBundle, FluentResource};

use super::{Language, bundle};

/// The words of the command line in one language.
pub struct HelpTexts(FluentBundle<FluentResource>);

impl HelpTexts {
    /// The words of `language`.
    pub fn new(language: Language) -> Self {
        Self(bundle(&[Self::source(language)]))
    }

    /// These and what only manual pages say.
    pub fn with_manual(language: Language) -> Self {
        Self(bundle(&[Self::source(language), Self::manual(language)]))
    }

    /// What a command is for, by the names of the commands that lead there, joined by hyphens.
    pub fn about(&self, command: &str) -> Option<String> {
        let pattern = self.0.get_message(command)?.value()?;
        Some(self.0.format_pattern(pattern, None, &mut vec![]).into_owned())
    }

    /// What belongs to a message: an argument of a command, its examples, a heading.
    pub fn part(&self, message: &str, part: &str) -> Option<String> {
        let pattern = self.0.get_message(message)?.get_attribute(part)?.value();
        Some(self.0.format_pattern(pattern, None, &mut vec![]).into_owned())
    }

    /// The examples of a command: what to type, and what it is for.
    pub fn examples(&self, command: &str) -> Vec<(String, String)> {
        let lines = self.part(command, "examples").unwrap_or_default();
        let parted = lines.lines().filter_map(|line| line.split_once(" # "));
        parted.map(|(typed, why)| (typed.trim().to_owned(), why.trim().to_owned())).collect()
    }

    /// The exit codes and what each means.
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

    /// Every name that has words, `message` or `message.attribute`.
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
    fn every_text_can_be_read() {
        for language in [Language::Swedish, Language::English] {
            for source in [HelpTexts::source(language), HelpTexts::manual(language)] {
                assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{language:?}");
            }
        }
    }
}
