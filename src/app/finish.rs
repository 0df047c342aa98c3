//! The end of a run: writes the outcome or the failure, and returns the exit code.

use std::io;

use zeroize::Zeroizing;

use super::Process;
use crate::cli::Global;
use crate::commands::{Failure, describe};
use crate::config::{CardFact, Problem, Problems};
use crate::domain::failure_kind::FailureKind;
use crate::domain::system_fault::SystemFault;
use crate::exit::Exit;
use crate::practice::PracticeError;
use crate::text::{DeskDetails, Message, Words};
use crate::ui::{Output, Style};
use crate::view::{FailureText, Render, View, misconfigured, written};

/// Why a run has no outcome.
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

pub(super) fn view<'a>(
    process: &Process,
    global: &Global,
    desk: &'a DeskDetails,
    card: &'a [CardFact],
    words: &'a Words,
) -> View<'a> {
    View {
        output: global.output,
        width: process.console.width(),
        style: global.style(process.console.can_color(), &process.variables),
        verbose: global.is_verbose(),
        now: process.clock.now(),
        desk,
        card,
        words,
    }
}

/// Writes the outcome. If a change was made, a failure to write it is reported as partly done.
pub(super) fn finished(process: &Process, global: &Global, view: &View<'_>, outcome: &dyn Render) -> Exit {
    let (words, exit) = (view.words, outcome.exit());
    let written = match outcome.streamed(words) {
        Some(Ok(summary)) => {
            if !global.quiet && !summary.is_empty() {
                process.console.err(&summary);
            }
            Ok(())
        }
        Some(Err(error)) => Err(error),
        // It may hold a generated password.
        None => process.console.out(&Zeroizing::new(written(outcome, view))),
    };
    let Err(error) = written else { return exit };
    if outcome.changed() {
        process.console.err(&outcome.unwritten(&words.fault(error.into()), words));
        return Exit::Partly;
    }
    if error.kind() == io::ErrorKind::BrokenPipe {
        return exit;
    }
    stopped(process, global, words, Failure::NotWritten(error.into()).into())
}

pub(super) fn stopped(process: &Process, global: &Global, words: &Words, stop: RunError) -> Exit {
    let text = match stop {
        RunError::Failure(failure) => describe(&failure, words, process.clock.now()),
        RunError::Setup(problems) => {
            let mut text = misconfigured(&problems, words);
            let is_missing = problems.0.iter().any(|problem| matches!(problem, Problem::Missing { .. }));
            if is_missing && let Some(places) = paths_without_file(process, global) {
                text.hint = words.say(&Message::SetupNoFileHint { places: &places });
            }
            text
        }
        RunError::Practice(error) => practice(&error, words),
        RunError::Broken(error) => FailureText {
            detail: Some(format!("{error:#}")),
            ..FailureText::new(FailureKind::Internal, &Message::Internal, &Message::InternalHint, Exit::Internal, words)
        },
    };
    let style = global.style(process.console.can_color_errors(), &process.variables);
    report(process, &text, global.output, global.is_verbose(), style, words)
}

fn practice(error: &PracticeError, words: &Words) -> FailureText {
    let fault = |error| words.fault(SystemFault::from(error));
    let (why, hint) = match error {
        PracticeError::Unreadable { path, .. } => {
            let path = &path.display().to_string();
            (words.say(&Message::DemoUnreadable { path }), Message::DemoFailedHint)
        }
        PracticeError::File { path, source } => {
            (format!("{}: {}", path.display(), fault(source)), Message::DemoFileHint)
        }
        PracticeError::Port(source) => (fault(source), Message::DemoFileHint),
        PracticeError::Certificate(_) | PracticeError::Tls(_) | PracticeError::NoRandomness => {
            (words.fault(SystemFault::Unexpected(None)), Message::DemoFileHint)
        }
    };
    let text =
        FailureText::new(FailureKind::Practice, &Message::DemoFailed { why: &why }, &hint, Exit::Unavailable, words);
    FailureText { detail: Some(error.to_string()), ..text }
}

/// The paths of configuration files, if none exists and none was named.
fn paths_without_file(process: &Process, global: &Global) -> Option<String> {
    let is_named = global.config.is_some() || process.variable("SERVICEDESK_CONFIG").is_some();
    let files: Vec<_> = process.folders.files().collect();
    let none = !is_named && !files.iter().any(|file| file.exists());
    none.then(|| files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(", "))
}

/// Writes a failure.
pub(super) fn report(
    process: &Process,
    text: &FailureText,
    output: Output,
    verbose: bool,
    style: Style,
    words: &Words,
) -> Exit {
    if output.is_json() {
        // Also reported by the exit code and on standard error, so a closed standard output is no error.
        let _ = process.console.out(&text.document());
    }
    for line in text.lines(verbose, style, words) {
        process.console.err(&line);
    }
    text.exit
}
