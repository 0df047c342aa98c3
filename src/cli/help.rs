//! Adds the help texts to the definition of the command line: for `--help`, usage errors, manual pages and completions.

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory};

use super::Cli;
use crate::text::HelpTexts;

/// Returns the definition with help texts, for a terminal of `width` columns. Its values are untyped, so it can report
/// errors on a command line, but not parse one.
pub fn with_help(texts: &HelpTexts, width: usize) -> Command {
    let mut definition = with_bare_values(Cli::command().arg_required_else_help(true).term_width(width));
    definition.build();
    HelpWriter { texts, width }.write(definition, "servicedesk")
}

/// Removes the value types, whose own texts are in one language only and affect clap's layout.
fn with_bare_values(command: Command) -> Command {
    let bare = |argument: Arg| {
        let values: Vec<String> = argument.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
        let takes_values = argument.get_action().takes_values() && !values.is_empty();
        if takes_values { argument.value_parser(PossibleValuesParser::new(values)) } else { argument }
    };
    command.mut_args(bare).mut_subcommands(with_bare_values)
}

/// Options of every command that are not global to clap.
const OF_EVERY_COMMAND: [&str; 2] = ["help", "version"];

/// How the name of a command's own `help` ends, as in `config-help`.
const HELP: &str = "-help";

struct HelpWriter<'a> {
    texts: &'a HelpTexts,
    width: usize,
}

impl HelpWriter<'_> {
    /// Adds the texts of the command called `name` there, and of its subcommands.
    fn write(&self, command: Command, name: &str) -> Command {
        let command = command
            .about(self.texts.about(if name.ends_with(HELP) { "help" } else { name }).unwrap_or_default())
            .long_about(None)
            .subcommand_help_heading(self.heading("commands"))
            .subcommand_value_name(self.name("COMMAND"))
            .mut_args(|argument| self.describe(argument, name))
            .mut_subcommands(|inner| {
                let name = match name {
                    // `help` has a copy of every command.
                    "servicedesk" | "help" => inner.get_name().to_owned(),
                    name => format!("{}-{}", name.strip_suffix(HELP).unwrap_or(name), inner.get_name()),
                };
                self.write(inner, &name)
            });
        let usage = self.usage(&command);
        let shown = format!("{}: {usage}", self.heading("usage"));
        let shown = textwrap::fill(&shown, textwrap::Options::new(self.width).subsequent_indent("  "));
        command
            .help_template(format!("{{about}}\n\n{shown}\n\n{{all-args}}{{after-help}}\n"))
            .override_usage(usage)
            .after_help(self.after(name))
    }

    /// Adds the text of an argument, with its defaults and values: clap would add those in English.
    fn describe(&self, argument: Arg, command: &str) -> Arg {
        let id = argument.get_id().to_string();
        let everywhere = argument.is_global_set() || OF_EVERY_COMMAND.contains(&id.as_str());
        let heading = match argument.is_positional() {
            true => "arguments",
            false if everywhere => "global",
            false => "options",
        };
        let owner = if everywhere { "servicedesk" } else { command };
        let mut help = self.texts.part(owner, &id).unwrap_or_default();
        let takes_values = argument.get_action().takes_values();
        if takes_values {
            help.push_str(&self.defaults_and_values(&argument));
        }
        let names = argument.get_value_names().unwrap_or_default().iter().map(|name| self.name(name));
        let names: Vec<String> = names.collect();
        let argument = argument
            .help(help)
            .long_help(None)
            .help_heading(self.heading(heading))
            .hide_default_value(true)
            .hide_possible_values(true);
        if takes_values { argument.value_names(names) } else { argument }
    }

    fn defaults_and_values(&self, argument: &Arg) -> String {
        let values: Vec<String> = argument.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
        let defaults: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        let shown = |heading: &str, values: String| match values.as_str() {
            "" => String::new(),
            values => format!(" [{}: {values}]", self.heading(heading)),
        };
        shown("default", defaults.join(", ")) + &shown("values", values.join(", "))
    }

    fn usage(&self, command: &Command) -> String {
        let usage = command.clone().render_usage().to_string();
        let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
        usage.replace("[OPTIONS]", &self.heading("any-options"))
    }

    fn after(&self, command: &str) -> String {
        let examples = self.texts.examples(command);
        if examples.is_empty() {
            return String::new();
        }
        let examples = examples.iter().map(|(typed, why)| format!("\n  {typed}\n{}", self.hanging("", why)));
        let mut after = format!("{}:{}", self.heading("examples"), examples.collect::<String>());
        if command == "servicedesk" {
            let codes = self.texts.exit_codes().into_iter();
            let codes = codes.map(|(code, text)| format!("\n{}", self.hanging(&format!("{code:>4}"), &text)));
            after.push_str(&format!("\n\n{}:{}", self.heading("exit-status"), codes.collect::<String>()));
        }
        after
    }

    /// Indents a text by six columns, with `before` in front of its first line.
    fn hanging(&self, before: &str, text: &str) -> String {
        let first = format!("{before:6}");
        let options = textwrap::Options::new(self.width).initial_indent(&first).subsequent_indent("      ");
        textwrap::fill(text, options)
    }

    fn heading(&self, name: &str) -> String {
        self.texts.part("headings", name).unwrap_or_default()
    }

    /// The placeholder for a value: the translated one, or else the name in the definition.
    fn name(&self, name: &str) -> String {
        self.texts.part("names", name).unwrap_or_else(|| name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::Parser;

    use super::*;
    use crate::text::Language;

    const LANGUAGES: [Language; 2] = [Language::Swedish, Language::English];

    /// Every command with the words that lead to it.
    fn commands(command: &Command, path: &[String]) -> Vec<(Vec<String>, Command)> {
        let inner = command.get_subcommands().filter(|inner| inner.get_name() != "help").flat_map(|inner| {
            let path = [path, &[inner.get_name().to_owned()]].concat();
            commands(inner, &path)
        });
        std::iter::once((path.to_vec(), command.clone())).chain(inner).collect()
    }

    fn definition() -> Command {
        let mut definition = Cli::command();
        definition.build();
        definition
    }

    /// What the definition and the program look up.
    fn looked_up() -> BTreeSet<String> {
        let mut names = BTreeSet::from(["headings".into(), "names".into(), "exit".into(), "help".into()]);
        names.insert("names.COMMAND".to_owned());
        for heading in ["usage", "commands", "arguments", "options", "global", "examples", "exit-status"] {
            names.insert(format!("headings.{heading}"));
        }
        names.extend(["default", "values", "any-options"].map(|heading| format!("headings.{heading}")));
        names.extend([0, 1, 2, 3, 4, 5, 6, 7, 130].map(|code| format!("exit.exit-{code}")));
        for (path, command) in commands(&definition(), &[]) {
            let name = if path.is_empty() { "servicedesk".to_owned() } else { path.join("-") };
            for argument in command.get_arguments() {
                let everywhere = argument.is_global_set() || OF_EVERY_COMMAND.contains(&argument.get_id().as_str());
                let owner = if everywhere { "servicedesk" } else { &name };
                names.insert(format!("{owner}.{}", argument.get_id()));
                let value_names = argument.get_value_names().filter(|_| argument.get_action().takes_values());
                names.extend(value_names.unwrap_or_default().iter().map(|value| format!("names.{value}")));
            }
            names.insert(format!("{name}.examples"));
            names.insert(name);
        }
        names
    }

    #[test]
    fn every_command_and_argument_has_words_in_both_languages_and_no_words_are_left_over() {
        for language in LANGUAGES {
            let names = HelpTexts::names(language);
            let unique: BTreeSet<String> = names.iter().cloned().collect();
            assert_eq!(unique.len(), names.len(), "{language:?}: a name stands twice");
            let wanted = looked_up();
            let missing: Vec<_> = wanted.difference(&unique).collect();
            let unused: Vec<_> = unique.difference(&wanted).collect();
            assert!(missing.is_empty() && unused.is_empty(), "{language:?}: missing {missing:?}, unused {unused:?}");
        }
    }

    #[test]
    fn no_comment_in_the_program_is_shown() {
        let comments: Vec<String> = commands(&definition(), &[])
            .iter()
            .flat_map(|(_, command)| {
                let arguments = command.get_arguments().filter_map(|argument| argument.get_help());
                command.get_about().into_iter().chain(arguments).map(ToString::to_string).collect::<Vec<_>>()
            })
            .filter(|comment| comment.contains(' '))
            .collect();
        assert!(!comments.is_empty());
        for (path, mut command) in commands(&with_help(&HelpTexts::new(Language::Swedish), 1000), &[]) {
            let help = command.render_long_help().to_string();
            for comment in &comments {
                assert!(!help.contains(comment.trim_end_matches('.')), "{path:?} shows: {comment}\n{help}");
            }
            for english in ["Usage", "[OPTIONS]", "[default", "[possible", "<ACCOUNT>", "Print "] {
                assert!(!help.contains(english), "{path:?} shows: {english}\n{help}");
            }
        }
    }

    #[test]
    fn help_fits_the_terminal() {
        for language in LANGUAGES {
            for (path, mut command) in commands(&with_help(&HelpTexts::new(language), 60), &[]) {
                let help = command.render_help().to_string();
                // An example is to be copied, so it stays in one piece.
                let lines = help.lines().filter(|line| !line.starts_with("  servicedesk "));
                let longest = lines.map(|line| line.chars().count()).max();
                assert!(longest <= Some(60), "{path:?}\n{help}");
            }
        }
    }

    #[test]
    fn every_example_can_be_typed_and_both_languages_have_the_same() {
        for (path, _) in commands(&definition(), &[]) {
            let name = if path.is_empty() { "servicedesk".to_owned() } else { path.join("-") };
            let [swedish, english] = LANGUAGES.map(|language| HelpTexts::new(language).examples(&name));
            assert!((1..=4).contains(&swedish.len()), "{name}");
            let mut typed = vec![];
            for (example, _) in swedish.iter().chain(&english) {
                // What stands in quotation marks is one word, and may be in any language.
                let (quoted, text) = match example.split('"').collect::<Vec<_>>()[..] {
                    [line] => (line, None),
                    [line, text, ""] => (line, Some(text)),
                    _ => panic!("{example}"),
                };
                let words = quoted.split_whitespace().chain(text);
                assert!(Cli::try_parse_from(words).is_ok(), "{example}");
                assert!(path.iter().all(|word| quoted.contains(word.as_str())), "{name}: {example}");
                typed.push(quoted);
            }
            assert_eq!(typed[..swedish.len()], typed[swedish.len()..], "{name}");
        }
    }
}
