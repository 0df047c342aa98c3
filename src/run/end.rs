//! How a run ends: the outcome or the failure on the streams, and the exit code.

use std::io;

use zeroize::Zeroizing;

use super::World;
use crate::cli::Global;
use crate::commands::{Failure, Outcome, reset};
use crate::config::{Problem, Problems};
use crate::exit::Exit;
use crate::practice::PracticeError;
use crate::text::{DeskDetails, Message, Words};
use crate::ui::{self, Output, Shown, Style, Told};

/// What ends a run before it has an outcome.
pub(super) enum Stop {
    Setup(Problems),
    Failure(Failure),
    Practice(PracticeError),
    Broken(anyhow::Error),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Problems> for Stop {
    fn from(problems: Problems) -> Self {
        Self::Setup(problems)
    }
}

impl From<PracticeError> for Stop {
    fn from(error: PracticeError) -> Self {
        Self::Practice(error)
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Broken(error)
    }
}

/// How things are shown on standard output.
pub(super) fn shown<'a>(world: &World, global: &Global, desk: &'a DeskDetails, width: Option<u16>) -> Shown<'a> {
    Shown {
        output: global.output,
        width,
        style: global.style(world.console.can_color(), &world.variables),
        verbose: global.verbose,
        now: world.clock.now(),
        desk,
    }
}

/// Writes the outcome. What was done stays done whatever becomes of the output.
pub(super) fn finished(world: &World, global: &Global, words: &Words, desk: &DeskDetails, outcome: &Outcome) -> Exit {
    let shown = shown(world, global, desk, world.console.width());
    let (text, exit) = ui::show(outcome, shown, words);
    // It may hold the password that was made.
    let text = Zeroizing::new(text);
    if let Outcome::CheckedLines(lines) = outcome {
        if !global.quiet {
            let number = |n| i64::try_from(n).unwrap_or(i64::MAX);
            let (acceptable, read) = (number(lines.acceptable), number(lines.read));
            world.console.err(&words.say(&Message::LinesChecked { acceptable, read }));
        }
        return exit;
    }
    let written = match outcome {
        Outcome::Exported(exported) => match &exported.unwritten {
            Some(error) => Err(io::Error::new(error.kind(), error.to_string())),
            None => {
                if !global.quiet {
                    world.console.err(&words.say(&Message::AuditExported { n: exported.records }));
                }
                Ok(())
            }
        },
        _ => world.console.out(&text),
    };
    let Err(error) = written else { return exit };
    if let Outcome::Reset(reset::Outcome { account, generated: Some(_), .. }) = outcome {
        world.console.err(&words.say(&Message::GeneratedSetNotShown { account }));
        return Exit::Partly;
    }
    if changed(outcome) {
        let closed = words.say(&Message::OutputClosed);
        let why = if error.kind() == io::ErrorKind::BrokenPipe { closed } else { error.to_string() };
        world.console.err(&words.say(&Message::ResultOfChangeNotWritten { why: &why }));
        return Exit::Partly;
    }
    not_written(world, words, &error, exit)
}

/// Whether something is otherwise than before, so that whoever does not hear of it must look.
fn changed(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Unlock(unlock) => unlock.unlocked,
        Outcome::SendCode(code) => code.sent || code.verified,
        Outcome::Bulk(bulk) => bulk.may_have_changed(),
        Outcome::Reset(_) | Outcome::Resolved(_) | Outcome::Login(_) | Outcome::Logout(_) => true,
        Outcome::Lookup(_)
        | Outcome::Locked(_)
        | Outcome::EachServer(_)
        | Outcome::CheckPolicy(_)
        | Outcome::CheckedLines(_)
        | Outcome::Demands(_)
        | Outcome::Audit(_)
        | Outcome::Verified(_)
        | Outcome::Exported(_)
        | Outcome::Whoami(_) => false,
    }
}

/// Writes what was found.
pub(super) fn written(world: &World, words: &Words, text: &str, exit: Exit) -> Exit {
    match world.console.out(text) {
        Ok(()) => exit,
        Err(error) => not_written(world, words, &error, exit),
    }
}

fn not_written(world: &World, words: &Words, error: &io::Error, exit: Exit) -> Exit {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return exit;
    }
    world.console.err(&words.say(&Message::ResultNotWritten { why: &error.to_string() }));
    Exit::Internal
}

pub(super) fn stopped(world: &World, global: &Global, words: &Words, stop: Stop) -> Exit {
    let told = match stop {
        Stop::Failure(failure) => ui::told(&failure, words, world.clock.now()),
        Stop::Setup(problems) => {
            let mut told = ui::misconfigured(&problems, words);
            let lacks = problems.0.iter().any(|problem| matches!(problem, Problem::Missing { .. }));
            if lacks && let Some(places) = places_of_a_file(world, global) {
                told.hint = words.say(&Message::SetupNoFileHint { places: &places });
            }
            told
        }
        Stop::Practice(error) => Told {
            kind: "practice",
            message: words.say(&Message::DemoFailed { why: &error.to_string() }),
            hint: words.say(&Message::DemoFailedHint),
            detail: None,
            exit: Exit::Unavailable,
        },
        Stop::Broken(error) => Told {
            kind: "internal",
            message: words.say(&Message::Internal { why: &format!("{error:#}") }),
            hint: words.say(&Message::InternalHint),
            detail: None,
            exit: Exit::Internal,
        },
    };
    let style = global.style(world.console.can_color_errors(), &world.variables);
    tell(world, &told, global.output, global.verbose, style, words)
}

/// Where a configuration file would be read, when there is none and none was named.
fn places_of_a_file(world: &World, global: &Global) -> Option<String> {
    let named = world.variables.iter().any(|(name, value)| name == "SERVICEDESK_CONFIG" && !value.is_empty());
    let files: Vec<_> = world.folders.files().collect();
    let none = global.config.is_none() && !named && !files.iter().any(|file| file.exists());
    none.then(|| files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(", "))
}

/// Says what failed where it is to be said.
pub(super) fn tell(world: &World, told: &Told, output: Output, verbose: bool, style: Style, words: &Words) -> Exit {
    let (document, lines) = ui::failed(told, output, verbose, style, words);
    if let Some(document) = document {
        // Nobody reads it if standard output is gone; the exit code and standard error still tell.
        let _ = world.console.out(&document);
    }
    for line in lines {
        world.console.err(&line);
    }
    told.exit
}
