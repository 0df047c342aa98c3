//! One run of the program: process → settings → wiring → dispatch → finish.

mod configuration;
mod dispatch;
mod doctor;
mod finish;
mod init;
mod interrupt;
mod log;
mod many;
mod panic;
mod practice;
mod process;
mod secrets;
mod session;
mod standalone;
mod tell;
mod trail;
mod usage;
mod wiring;

use std::cell::RefCell;
use std::rc::Rc;

use clap::CommandFactory;
use clap::error::ErrorKind;
use jiff::Timestamp;

pub use panic::silence_panics;
pub use process::Process;

use crate::adapters::store::Indexer;
use crate::adapters::system::ZoneFault;
use crate::cli::{Cli, CliCommand, DeskCommand, Global};
use crate::commands::Failure;
use crate::commands::assist::{self, CallReporter};
use crate::commands::unlock::WatchReporter;
use crate::config::Settings;
use crate::domain::system_fault::SystemFault;
use crate::exit::Exit;
use crate::text::{DeskDetails, Message, Words};
use crate::ui::{Output, is_dumb};
use crate::view::{TerminalOperator, View, overruled};
use panic::RunProgress;
use trail::Forwarding;

/// Runs the program. `interrupted` waits for the next Ctrl-C. A panic ends the run as a failure.
pub async fn run(process: &Process, interrupted: impl AsyncFnMut()) -> Exit {
    let progress = RunProgress::default();
    let exit = panic::caught(begin(process, &progress, interrupted)).await;
    exit.unwrap_or_else(|| panic::report(process, &progress))
}

async fn begin(process: &Process, progress: &RunProgress, interrupted: impl AsyncFnMut()) -> Exit {
    let mut cli = match Cli::read(&process.arguments) {
        Ok(cli) => cli,
        Err(error) => return usage::explain(process, error),
    };
    let global = &cli.global;
    progress.output.set(global.output);
    progress.verbose.set(global.is_verbose());
    let _log = log::Log::begin(process, global.verbose);
    if global.plain || is_dumb(&process.variables) {
        process.console.be_plain();
    }
    if cli.command.is_none() && !global.demo_reset {
        // On a terminal, no command means a guided call.
        if global.no_input || !process.console.is_interactive() || global.output != Output::Table {
            return usage::explain(process, Cli::command().error(ErrorKind::MissingSubcommand, ""));
        }
        cli.command = Some(CliCommand::Desk(DeskCommand::Assist(assist::Args::default())));
    }
    let global = &cli.global;
    if let Err(failure) = preconditions(process) {
        return finish::stopped(process, global, &unsettled_words(process, global), failure.into());
    }
    let command = match &cli.command {
        Some(CliCommand::Standalone(command)) => {
            return standalone::run(process, global, progress, command, interrupted).await;
        }
        Some(CliCommand::Desk(command)) => Some(command),
        None => None,
    };
    with_settings(process, global, progress, command, interrupted).await
}

/// Runs a command that needs settings.
async fn with_settings(
    process: &Process,
    global: &Global,
    progress: &RunProgress,
    command: Option<&DeskCommand>,
    interrupted: impl AsyncFnMut(),
) -> Exit {
    let settings = match wiring::settings(process, global, command) {
        Ok(settings) => settings,
        Err(problems) => return finish::stopped(process, global, &unsettled_words(process, global), problems.into()),
    };
    let words = process.words(global.lang.or(settings.language.value().copied()));
    let escalation = match global.practises() {
        true => Some(words.say(&Message::EscalationPractice)),
        false => settings.desk.escalation.value().cloned(),
    };
    let words = Rc::new(words.handing_over_to(escalation).advising(settings.verification.alternatives()));
    let _ = progress.words.set(Rc::clone(&words));
    let guided = matches!(command, Some(DeskCommand::Assist(_)));
    let operator = wiring::operator(process, global, &settings.card.show, &words);
    let operator = TerminalOperator { guided, ..operator };
    let desk = wiring::details(&settings, global.practises());
    let (forwarding, indexing) = (RefCell::new(None), RefCell::new(None));
    let run = RunContext {
        process,
        global,
        progress,
        settings: &settings,
        words: &words,
        operator: &operator,
        desk: &desk,
        forwarding,
        indexing,
    };
    if let Some(fault) = &process.zone_fault {
        run.report_zone(fault);
    }
    for overruled_key in settings.overruled.iter().filter(|_| !global.quiet) {
        run.warn(&overruled(overruled_key, &words));
    }
    let exit = match run.run(command, interrupted).await {
        Ok(Some(outcome)) => finish::finished(process, global, &run.view(), &*outcome),
        Ok(None) => Exit::Done,
        Err(stop) => finish::stopped(process, global, &words, stop),
    };
    trail::finish_forwarding(&run);
    // The outcome is out: only the segment that is being indexed is waited for.
    if let Some(indexer) = run.indexing.take() {
        indexer.finish();
    }
    exit
}

/// The messages when there are no settings, or none without problems.
fn unsettled_words(process: &Process, global: &Global) -> Words {
    process.words(global.lang.or_else(|| wiring::language(process, global.config.clone())))
}

/// Reports that the computer lacks what the program needs.
pub fn cannot_run(process: &Process, fault: SystemFault) -> Exit {
    usage::report(process, &Failure::NoResources(fault))
}

/// Checks what the libraries take for granted: they panic without random numbers, and before 1970.
fn preconditions(process: &Process) -> Result<(), Failure> {
    if process.clock.now() < Timestamp::UNIX_EPOCH {
        return Err(Failure::ClockBefore1970);
    }
    Ok(process.random.fill(&mut [0])?)
}

/// A run with its settings.
struct RunContext<'a> {
    process: &'a Process,
    global: &'a Global,
    progress: &'a RunProgress,
    settings: &'a Settings,
    words: &'a Rc<Words>,
    operator: &'a TerminalOperator<'a>,
    desk: &'a DeskDetails,
    forwarding: RefCell<Option<Forwarding>>,
    /// What indexes the audit log meanwhile, if it is behind.
    indexing: RefCell<Option<Indexer>>,
}

impl RunContext<'_> {
    async fn run(&self, command: Option<&DeskCommand>, interrupted: impl AsyncFnMut()) -> dispatch::Answer {
        if self.global.demo_reset {
            practice::reset(self.process)?;
        }
        match command {
            Some(command) => dispatch::dispatch(command, self, interrupted).await,
            None => {
                if !self.global.quiet {
                    self.process.console.err(&self.words.say(&Message::DemoReset));
                }
                Ok(None)
            }
        }
    }

    fn view(&self) -> View<'_> {
        finish::view(self.process, self.global, self.desk, &self.settings.card.show, self.words)
    }

    /// Warns of a fault that the result does not show, also with `--quiet`.
    fn warn(&self, message: &str) {
        self.process.console.err(&self.words.say(&Message::Warning { message }));
    }

    /// Warns, unless `--quiet`.
    fn note(&self, message: &Message<'_>) {
        if !self.global.quiet {
            self.warn(&self.words.say(message));
        }
    }

    fn report_zone(&self, fault: &ZoneFault) {
        let words = self.words;
        match fault {
            ZoneFault::Unknown { named, local } => {
                let used = if *local { Message::TimeZoneLocal } else { Message::TimeZoneUtc };
                self.note(&Message::TimeZoneUnknown { zone: named, used: &words.say(&used) });
            }
            ZoneFault::Unreadable => self.note(&Message::TimeZoneUnreadable),
        }
    }

    fn introduce_practice(&self) {
        if self.global.practises() && !self.global.quiet {
            self.process.console.err(&self.words.say(&Message::PracticeWho));
        }
    }

    fn call_reporter(&self) -> CallReporter<'_> {
        let TerminalOperator { console, words, clock, verbose, style, .. } = *self.operator;
        CallReporter { console, words, clock, desk: self.desk, verbose, style, out_style: self.view().style }
    }

    fn watch_reporter(&self) -> WatchReporter<'_> {
        let TerminalOperator { console, clock, quiet, style, .. } = *self.operator;
        WatchReporter { console, clock, view: self.view(), quiet, style }
    }
}
