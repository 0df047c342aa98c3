//! One run of the program: process → settings → dispatch → finish. The settings become what the commands are handed in
//! `wiring`; the only match over the commands stands in `dispatch`.

mod dispatch;
mod doctor;
mod finish;
mod interrupt;
mod log;
mod many;
mod process;
mod secrets;
mod session;
mod trail;
mod usage;
mod wiring;

use std::cell::RefCell;
use std::rc::Rc;

use clap::CommandFactory;
use clap::error::ErrorKind;

pub use process::Process;

use crate::cli::{Cli, Command, Global};
use crate::commands::assist::{self, CallReporter};
use crate::commands::unlock::WatchReporter;
use crate::config::Settings;
use crate::exit::Exit;
use crate::practice::Practice;
use crate::text::{DeskDetails, Message, Words};
use crate::ui::{Output, is_dumb};
use crate::view::{TerminalOperator, View, overruled};
use trail::Forwarding;

/// Runs the program. `interrupted` waits for the next Ctrl-C.
pub async fn run(process: &Process, interrupted: impl AsyncFnMut()) -> Exit {
    let mut cli = match Cli::read(&process.arguments) {
        Ok(cli) => cli,
        Err(error) => return usage::explain(process, error),
    };
    let global = &cli.global;
    let _log = log::Log::begin(process, global.verbose);
    if global.plain || is_dumb(&process.variables) {
        process.console.be_plain();
    }
    if cli.command.is_none() && !global.demo_reset {
        // A bare call on a terminal is a guided one; nobody else says what to do without a command.
        if global.no_input || !process.console.is_interactive() || global.output != Output::Table {
            return usage::explain(process, Cli::command().error(ErrorKind::MissingSubcommand, ""));
        }
        cli.command = Some(Command::Assist(assist::Args::default()));
    }
    let global = &cli.global;
    if let Some(Command::Doctor(args)) = &cli.command {
        // It tells of settings that stop every other command.
        return doctor::run(process, global, args, interrupted).await;
    }
    let settings = match wiring::settings(process, global, cli.command.as_ref()) {
        Ok(settings) => settings,
        Err(problems) => return finish::stopped(process, global, &process.words(global.lang), problems.into()),
    };
    let words = Rc::new(process.words(global.lang.or(settings.language.value().copied())));
    let operator = wiring::operator(process, global, &words);
    let desk = wiring::details(&settings, global.practises());
    let forwarding = RefCell::new(None);
    let run = Run { process, global, settings: &settings, words: &words, operator: &operator, desk: &desk, forwarding };
    for overruled_key in &settings.overruled {
        run.warn(&overruled(overruled_key, &words));
    }
    let exit = match run.carry_out(cli.command.as_ref(), interrupted).await {
        Ok(Some(outcome)) => finish::finished(process, global, &run.view(), &*outcome),
        Ok(None) => Exit::Done,
        Err(stop) => finish::stopped(process, global, &words, stop),
    };
    trail::wait_for(run.forwarding.take(), process, global, &words);
    exit
}

/// A run whose settings are read.
struct Run<'a> {
    process: &'a Process,
    global: &'a Global,
    settings: &'a Settings,
    words: &'a Rc<Words>,
    operator: &'a TerminalOperator<'a>,
    /// What callers are told about the desk.
    desk: &'a DeskDetails,
    /// The trail on its way to a log server, once it is.
    forwarding: RefCell<Option<Forwarding>>,
}

impl Run<'_> {
    async fn carry_out(&self, command: Option<&Command>, interrupted: impl AsyncFnMut()) -> dispatch::Answer {
        if self.global.demo_reset {
            Practice::reset(&self.process.practice_folder()?)?;
        }
        match command {
            Some(command) => dispatch::dispatch(command, self, interrupted).await,
            None => {
                self.process.console.err(&self.words.say(&Message::DemoReset));
                Ok(None)
            }
        }
    }

    fn view(&self) -> View<'_> {
        finish::view(self.process, self.global, self.desk, self.words)
    }

    fn warn(&self, message: &str) {
        self.process.console.err(&self.words.say(&Message::Warning { message }));
    }

    /// Warns those who want to be told more than what matters.
    fn note(&self, message: &Message<'_>) {
        if !self.global.quiet {
            self.warn(&self.words.say(message));
        }
    }

    /// Who the people of the practice directory are.
    fn tell_practice(&self) {
        if self.global.practises() && !self.global.quiet {
            self.process.console.err(&self.words.say(&Message::PracticeWho));
        }
    }

    fn call_reporter(&self) -> CallReporter<'_> {
        let TerminalOperator { console, words, clock, verbose, style, .. } = *self.operator;
        CallReporter { console, words, clock, desk: self.desk, verbose, style }
    }

    fn watch_reporter(&self) -> WatchReporter<'_> {
        let TerminalOperator { console, clock, quiet, style, .. } = *self.operator;
        WatchReporter { console, clock, view: self.view(), quiet, style }
    }
}
