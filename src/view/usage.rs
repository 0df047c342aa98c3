//! Command line errors as text. Repeats nothing that may be a secret: no value, and no word that does not look like the
//! name of a command or an option.

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{FailureText, number};
use crate::domain::audit::{LONGEST, NotAFreeText};
use crate::domain::failure_kind::FailureKind;
use crate::exit::Exit;
use crate::text::{Message, Words};

/// Describes a command line error. `command` has help texts.
pub fn misused(error: &clap::Error, command: &Command, words: &Words) -> FailureText {
    let said = |kind| said(error, kind);
    // Without the dots that say that there may be several.
    let name = |kind| said(kind).join(", ").trim_end_matches("...").to_owned();
    let (invalid, prior) = (name(ContextKind::InvalidArg), name(ContextKind::PriorArg));
    let option = invalid.as_str();
    let word = said(ContextKind::InvalidSubcommand).concat();

    let message = match error.kind() {
        ErrorKind::UnknownArgument if is_option_name(option) => Message::UsageUnknownOption { option },
        ErrorKind::UnknownArgument if option.starts_with('-') => Message::UsageSomeUnknownOption,
        ErrorKind::UnknownArgument => Message::UsageWordTooMany,
        ErrorKind::InvalidSubcommand if is_name(&word) => Message::UsageUnknownCommand { command: &word },
        ErrorKind::InvalidSubcommand => Message::UsageNotACommand,
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Message::UsageNoCommand,
        ErrorKind::MissingRequiredArgument => Message::UsageMissing { what: option },
        ErrorKind::ArgumentConflict if option == prior => Message::UsageTwice { option },
        ErrorKind::ArgumentConflict => Message::UsageConflict { option, other: &prior },
        ErrorKind::InvalidValue if said(ContextKind::InvalidValue).concat().is_empty() => {
            Message::UsageNoValue { option }
        }
        ErrorKind::ValueValidation if not_a_text(error).is_some() => match not_a_text(error) {
            Some(NotAFreeText::TooLong) => Message::UsageTooLong { option, most: number(LONGEST) },
            Some(NotAFreeText::ControlCharacter) => Message::UsageControl { option },
            _ => Message::UsageSaysNothing { option },
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Message::UsageBadValue { option },
        ErrorKind::TooManyValues => Message::UsageUnneededValue { option },
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            Message::UsageNoValue { option }
        }
        ErrorKind::InvalidUtf8 => Message::UsageNotText,
        _ => Message::UsageUnreadable,
    };
    let hint = hint(error, command, words);
    FailureText::said(FailureKind::Usage, words.say(&message), hint, Exit::Usage)
}

/// Why a free text was rejected.
fn not_a_text(error: &clap::Error) -> Option<NotAFreeText> {
    std::error::Error::source(error)?.downcast_ref().copied()
}

/// The likely correction, the choices, the option's help, or the usage.
fn hint(error: &clap::Error, command: &Command, words: &Words) -> String {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let word = said(error, ContextKind::InvalidSubcommand).concat();
    let mut outer = command.get_subcommands().filter(|_| error.kind() == ErrorKind::InvalidSubcommand);
    if let Some(outer) = outer.find(|outer| outer.get_name() != "help" && outer.find_subcommand(&word).is_some()) {
        let meant = format!("{} {word}", outer.get_name());
        return words.say(&Message::UsageMeantHint { meant: &meant, command: name });
    }
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].map(|kind| said(error, kind)).concat();
    if let Some((last, first)) = meant.split_last() {
        let either = Message::Or { first: &first.join(", "), last };
        let meant = if first.is_empty() { last.clone() } else { words.say(&either) };
        return words.say(&Message::UsageMeantHint { meant: &meant, command: name });
    }
    let choice = match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect()
        }
        _ => said(error, ContextKind::ValidValue),
    };
    if !choice.is_empty() {
        return words.say(&Message::UsageChooseHint { values: &choice.join(", ") });
    }
    if error.kind() == ErrorKind::UnknownArgument && takes_word_like(error, command) {
        return words.say(&Message::UsageHyphenHint { command: name });
    }
    if error.kind() == ErrorKind::ArgumentConflict {
        let [option, other] = [ContextKind::InvalidArg, ContextKind::PriorArg].map(|kind| said(error, kind).concat());
        if option.starts_with("--demo") && other.starts_with("--") {
            return words.say(&Message::UsagePracticeHint { option: &other, command: name });
        }
        return words.say(&Message::UsageOneHint { command: name });
    }
    if let Some(help) = help(error, command) {
        return words.say(&Message::UsageOptionHint { help: &help, command: name });
    }
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    words.say(&Message::UsageWriteHint { usage, command: name })
}

/// Whether what begins with a hyphen may have been meant as a value.
fn takes_word_like(error: &clap::Error, command: &Command) -> bool {
    let word = said(error, ContextKind::InvalidArg).concat();
    word.starts_with('-') && !is_option_name(&word) && command.get_positionals().next().is_some()
}

/// The help of an option whose value is missing or wrong.
fn help(error: &clap::Error, command: &Command) -> Option<String> {
    let lacks_value = matches!(
        error.kind(),
        ErrorKind::InvalidValue
            | ErrorKind::ValueValidation
            | ErrorKind::TooFewValues
            | ErrorKind::WrongNumberOfValues
            | ErrorKind::NoEquals
    );
    let concerned = said(error, ContextKind::InvalidArg).concat();
    let argument = command.get_arguments().find(|argument| lacks_value && argument.to_string() == concerned)?;
    argument.get_help().map(ToString::to_string)
}

fn said(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => vec![],
    }
}

fn is_option_name(word: &str) -> bool {
    word.strip_prefix("--").is_some_and(is_name)
}

fn is_name(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}
