//! Help, and what is wrong with a command line, in the operator's language. Reads no configuration.

use std::ffi::OsString;
use std::io;

use clap::Command;
use clap::error::ErrorKind;

use super::{Process, finish};
use crate::cli;
use crate::exit::Exit;
use crate::text::{HelpTexts, Language};
use crate::ui::{Output, Style};
use crate::view::misused;

/// What help is wide where there is no terminal.
const USUAL_WIDTH: u16 = 100;

/// Says why the command line was not carried out. Help and version are results; anything else is a mistake on it.
pub(super) fn explain(process: &Process, error: clap::Error) -> Exit {
    let (arguments, language) = (&process.arguments, process.language(asked_language(&process.arguments)));
    let width = process.console.width().unwrap_or(USUAL_WIDTH).into();
    // The same again, this time in words.
    let mut definition = cli::in_words(&HelpTexts::new(language), width);
    let error = definition.try_get_matches_from_mut(arguments).err().unwrap_or(error);
    if !error.use_stderr() {
        return match process.console.out(&error.to_string()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Internal,
            _ => Exit::Done,
        };
    }
    let output = if asks_for_json(arguments) { Output::Json } else { Output::Table };
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand && output != Output::Json {
        process.console.err(error.to_string().trim_end());
        return Exit::Usage;
    }
    let words = process.words(Some(language));
    finish::tell(
        process,
        &misused(&error, command(&definition, arguments), &words),
        output,
        false,
        Style::default(),
        &words,
    )
}

/// The command that a command line is for.
fn command<'a>(definition: &'a Command, arguments: &[OsString]) -> &'a Command {
    arguments.iter().fold(definition, |outer, argument| outer.find_subcommand(argument).unwrap_or(outer))
}

/// Whether a command line that could not be read asks for JSON all the same.
fn asks_for_json(arguments: &[OsString]) -> bool {
    let whole = |argument: &OsString| ["--output=json", "-ojson", "-o=json"].iter().any(|text| argument == text);
    arguments.iter().any(whole)
        || arguments.windows(2).any(|pair| (pair[0] == "-o" || pair[0] == "--output") && pair[1] == "json")
}

/// The language it asks for.
fn asked_language(arguments: &[OsString]) -> Option<Language> {
    let whole = arguments.iter().find_map(|argument| Language::from_code(argument.to_str()?.strip_prefix("--lang=")?));
    let parted = || arguments.windows(2).find(|pair| pair[0] == "--lang");
    whole.or_else(|| Language::from_code(parted()?[1].to_str()?))
}
