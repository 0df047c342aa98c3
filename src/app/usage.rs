//! Help and command line errors, in the operator's language. Reads no setting but that.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use clap::Command;
use clap::error::ErrorKind;

use super::{Process, finish, wiring};
use crate::cli;
use crate::commands::{Failure, describe};
use crate::exit::Exit;
use crate::text::{HelpTexts, Language};
use crate::ui::{Output, Style};
use crate::view::misused;

/// The width of help text outside a terminal.
const DEFAULT_WIDTH: u16 = 100;

/// Reports why the command line was not run. Help and version go to standard output; anything else is an error.
pub(super) fn explain(process: &Process, error: clap::Error) -> Exit {
    // It has no words.
    if error.kind() == ErrorKind::DisplayVersion {
        return answer(process, &error);
    }
    let (arguments, language) = (&process.arguments, process.language(asked_language(process)));
    let width = process.console.width().unwrap_or(DEFAULT_WIDTH).into();
    // Parse again with the definition that has texts.
    let mut definition = cli::with_help(&HelpTexts::new(language), width);
    let error = definition.try_get_matches_from_mut(arguments).err().unwrap_or(error);
    if !error.use_stderr() {
        return answer(process, &error);
    }
    let output = if asks_for_json(arguments) { Output::Json } else { Output::Table };
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand && output != Output::Json {
        process.console.err(error.to_string().trim_end());
        return Exit::Usage;
    }
    let words = process.words(Some(language));
    finish::report(
        process,
        &misused(&error, command(&definition, arguments), &words),
        output,
        false,
        Style::default(),
        &words,
    )
}

/// Writes what was asked for: help or version.
fn answer(process: &Process, text: &clap::Error) -> Exit {
    match process.console.out(&text.to_string()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => report(process, &Failure::NotWritten(error.into())),
        _ => Exit::Done,
    }
}

/// Reports a failure before the command line is parsed.
pub(super) fn report(process: &Process, failure: &Failure) -> Exit {
    let arguments = &process.arguments;
    let words = process.words(asked_language(process));
    let output = if asks_for_json(arguments) { Output::Json } else { Output::Table };
    let text = describe(failure, &words, process.clock.now());
    finish::report(process, &text, output, false, Style::default(), &words)
}

fn command<'a>(definition: &'a Command, arguments: &[OsString]) -> &'a Command {
    // Not `help`, whose own help says nothing about the command that was asked for.
    let words = arguments.iter().filter(|argument| *argument != "help");
    words.fold(definition, |outer, argument| outer.find_subcommand(argument).unwrap_or(outer))
}

/// Whether a command line that could not be parsed asks for JSON.
fn asks_for_json(arguments: &[OsString]) -> bool {
    let whole = |argument: &OsString| {
        ["--output=json", "-ojson", "-o=json", "--output=jsonl", "-ojsonl", "-o=jsonl"]
            .iter()
            .any(|text| argument == text)
    };
    arguments.iter().any(whole)
        || arguments
            .windows(2)
            .any(|pair| (pair[0] == "-o" || pair[0] == "--output") && (pair[1] == "json" || pair[1] == "jsonl"))
}

/// The language that a command line that could not be parsed asks for; else that of the settings.
fn asked_language(process: &Process) -> Option<Language> {
    let value = |name| option(&process.arguments, name);
    let asked = value("--lang").and_then(Language::from_code);
    asked.or_else(|| wiring::language(process, value("--config").map(PathBuf::from)))
}

/// The value of an option, as `--name VALUE` or `--name=VALUE`.
fn option<'a>(arguments: &'a [OsString], name: &str) -> Option<&'a str> {
    let whole = |argument: &'a OsString| argument.to_str()?.strip_prefix(name)?.strip_prefix('=');
    let parted = || arguments.windows(2).find(|pair| pair[0] == name)?[1].to_str();
    arguments.iter().find_map(whole).or_else(parted)
}
