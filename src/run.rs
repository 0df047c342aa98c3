//! The one story of a run: arguments → settings → desk → command → rendered outcome → exit code.

mod end;
mod interrupt;
mod many;
mod parts;
mod request;
mod usage;
mod world;

use std::rc::Rc;
use std::sync::Arc;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

pub use world::World;

use crate::adapters::ldap::LdapDirectory;
use crate::adapters::store::SqliteStore;
use crate::cli::Cli;
use crate::commands::{Failure, Outcome, Rules, Verification, audit};
use crate::config::Settings;
use crate::demo::{Options, Practice};
use crate::domain::audit::Who;
use crate::exit::Exit;
use crate::ports::{BreachedPasswords, Trail};
use crate::text::{Message, Words};
use crate::ui::{self, JsonLines, TerminalOperator};
use end::Stop;
use request::Request;

/// Runs the program. `interrupted` comes true when the operator presses Ctrl-C.
pub async fn run(world: &World, interrupted: impl Future<Output = ()>) -> Exit {
    let cli = match Cli::try_parse_from(&world.arguments) {
        Ok(cli) => cli,
        Err(error) => return usage::explain(world, error),
    };
    let global = &cli.global;
    if cli.command.is_none() && !global.demo_reset {
        return usage::explain(world, Cli::command().error(ErrorKind::MissingSubcommand, ""));
    }
    let settings = match parts::settings(world, global) {
        Ok(settings) => settings,
        Err(problems) => return end::stopped(world, global, &world.words(global.lang), Stop::Setup(problems)),
    };
    let words = Rc::new(world.words(global.lang.or(settings.language.value().copied())));
    match story(world, &cli, &settings, &words, interrupted).await {
        Ok(Some(outcome)) => end::finished(world, global, &words, &outcome),
        Ok(None) => Exit::Done,
        Err(stop) => end::stopped(world, global, &words, stop),
    }
}

async fn story(
    world: &World,
    cli: &Cli,
    settings: &Settings,
    words: &Rc<Words>,
    interrupted: impl Future<Output = ()>,
) -> Result<Option<Outcome>, Stop> {
    let global = &cli.global;
    let (console, clock) = (&*world.console, &*world.clock);
    let operator = TerminalOperator {
        console,
        words,
        clock,
        no_input: global.no_input,
        quiet: global.quiet,
        verbose: global.verbose,
    };
    if global.demo_reset {
        Practice::reset(&world.practice_folder()?)?;
    }
    let Some(command) = &cli.command else {
        console.err(&words.say(&Message::DemoReset));
        return Ok(None);
    };
    // What is wrong with the request is said before anything is reached for.
    let (local, breached) = parts::rules(settings, command)?;
    let rules = Rules { local: &local, breached: breached.as_ref().map(|list| list as &dyn BreachedPasswords) };
    let request = Request::read(command, &operator, settings)?;
    let mut answers = JsonLines::new(console, words);
    if let Request::Check(None, asked) = &request {
        return Ok(Some(request::check(asked, &rules, None, &operator, &mut answers)?));
    }

    let practice = if global.practises() {
        Some(Practice::start(&world.practice_folder()?, Arc::clone(&world.clock), Options::default()).await?)
    } else {
        None
    };
    let store =
        SqliteStore::open(&world.store(settings, practice.is_some())?, &*world.random).map_err(Failure::Store)?;
    if let Request::Audit(args) = &request {
        return Ok(Some(Outcome::Audit(audit::show(args, &store).await?)));
    }
    let (ldap, password) = parts::directory(settings, practice.as_ref(), &operator)?;
    let gateway = parts::gateway(world, settings, practice.is_some(), words)?;
    let who = Who { directory: ldap.user.clone(), system: world.user.clone(), machine: world.machine.clone() };
    let trail = Trail::new(&store, clock, who, global.ticket.clone());
    let verification = Verification {
        codes: &store,
        sms: &gateway,
        trail: &trail,
        operator: &operator,
        clock,
        random: &*world.random,
        key: store.key(),
        limits: &settings.verification.limits,
        identified_by_allowed: settings.verification.allow_identified_by.value,
    };
    let ends_at_once = request.ends_at_once();
    let work = async {
        let directory = LdapDirectory::connect(ldap, password, &*world.random).await?;
        for (server, why) in directory.passed_over().iter().filter(|_| !global.quiet) {
            let message = words.say(&Message::PassedOver { server, why: &ui::reach(why, words) });
            console.err(&words.say(&Message::Warning { message: &message }));
        }
        request.run(&directory, &verification, &rules, &mut answers).await
    };
    if ends_at_once {
        return Ok(Some(work.await?));
    }
    let notice = || console.err(&words.say(&Message::WaitForEnd));
    Ok(Some(interrupt::until(work, interrupted, || trail.is_open(), notice).await?))
}
