//! How a run ends: the outcome or the failure on the streams, and the exit code.

use std::io;

use zeroize::Zeroizing;

use super::Process;
use crate::cli::Global;
use crate::commands::{Failure, describe};
use crate::config::{Problem, Problems};
use crate::exit::Exit;
use crate::practice::PracticeError;
use crate::text::{DeskDetails, Message, Words};
use crate::ui::{Output, Style};
use crate::view::{FailureText, Render, View, misconfigured, written};

/// What ends a run before it has an outcome.
pub(super) enum RunError {
    Setup(Problems),
    Failure(Failure),
    Practice(PracticeError),
    Broken(anyhow::Error),
}

impl From<Failure> for RunError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Problems> for RunError {
    fn from(problems: Problems) -> Self {
        Self::Setup(problems)
    }
}

impl From<PracticeError> for RunError {
    fn from(error: PracticeError) -> Self {
        Self::Practice(error)
    }
}

impl From<anyhow::Error> for RunError {
    fn from(error: anyhow::Error) -> Self {
        Self::Broken(error)
    }
}

/// How outcomes are shown on standard output.
pub(super) fn view<'a>(process: &Process, global: &Global, desk: &'a DeskDetails, words: &'a Words) -> View<'a> {
    View {
        output: global.output,
        width: process.console.width(),
        style: global.style(process.console.can_color(), &process.variables),
        verbose: global.is_verbose(),
        now: process.clock.now(),
        desk,
        words,
    }
}

/// Writes the outcome. What was done stays done whatever becomes of the output.
pub(super) fn finished(process: &Process, global: &Global, view: &View<'_>, outcome: &dyn Render) -> Exit {
    let (words, exit) = (view.words, outcome.exit());
    let written = match outcome.streamed(words) {
        Some(Ok(summary)) => {
            if !global.quiet {
                process.console.err(&summary);
            }
            Ok(())
        }
        Some(Err(error)) => Err(error),
        // It may hold the password that was made.
        None => process.console.out(&Zeroizing::new(written(outcome, view))),
    };
    let Err(error) = written else { return exit };
    if outcome.changed() {
        let closed = words.say(&Message::OutputClosed);
        let why = if error.kind() == io::ErrorKind::BrokenPipe { closed } else { error.to_string() };
        process.console.err(&outcome.unwritten(&why, words));
        return Exit::Partly;
    }
    not_written(process, words, &error, exit)
}

fn not_written(process: &Process, words: &Words, error: &io::Error, exit: Exit) -> Exit {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return exit;
    }
    process.console.err(&words.say(&Message::ResultNotWritten { why: &error.to_string() }));
    Exit::Internal
}

pub(super) fn stopped(process: &Process, global: &Global, words: &Words, stop: RunError) -> Exit {
    let told = match stop {
        RunError::Failure(failure) => describe(&failure, words, process.clock.now()),
        RunError::Setup(problems) => {
            let mut told = misconfigured(&problems, words);
            let lacks = problems.0.iter().any(|problem| matches!(problem, Problem::Missing { .. }));
            if lacks && let Some(places) = places_of_a_file(process, global) {
                told.hint = words.say(&Message::SetupNoFileHint { places: &places });
            }
            told
        }
        RunError::Practice(error) => FailureText::new(
            "practice",
            &Message::DemoFailed { why: &error.to_string() },
            &Message::DemoFailedHint,
            Exit::Unavailable,
            words,
        ),
        RunError::Broken(error) => FailureText::new(
            "internal",
            &Message::Internal { why: &format!("{error:#}") },
            &Message::InternalHint,
            Exit::Internal,
            words,
        ),
    };
    let style = global.style(process.console.can_color_errors(), &process.variables);
    tell(process, &told, global.output, global.is_verbose(), style, words)
}

/// Where a configuration file would be read, when there is none and none was named.
fn places_of_a_file(process: &Process, global: &Global) -> Option<String> {
    let named = process.variables.iter().any(|(name, value)| name == "SERVICEDESK_CONFIG" && !value.is_empty());
    let files: Vec<_> = process.folders.files().collect();
    let none = global.config.is_none() && !named && !files.iter().any(|file| file.exists());
    none.then(|| files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(", "))
}

/// Says what failed where it is to be said.
pub(super) fn tell(
    process: &Process,
    told: &FailureText,
    output: Output,
    verbose: bool,
    style: Style,
    words: &Words,
) -> Exit {
    if output == Output::Json {
        // Nobody reads it if standard output is gone; the exit code and standard error still tell.
        let _ = process.console.out(&told.document());
    }
    for line in told.lines(verbose, style, words) {
        process.console.err(&line);
    }
    told.exit
}
