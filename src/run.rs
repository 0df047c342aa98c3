//! The one story of a run: arguments → settings → desk → command → rendered outcome → exit code.

mod doctor;
mod end;
mod interrupt;
mod many;
mod parts;
mod request;
mod secrets;
mod trail;
mod usage;
mod world;

use std::rc::Rc;
use std::sync::Arc;

use clap::CommandFactory;
use clap::error::ErrorKind;
use futures_util::future::{Either, ready};

pub use world::World;

use crate::adapters::directory::{First, LdapDirectory, Silent};
use crate::cli::{Cli, Command};
use crate::commands::{Outcome, Rules, Verification, assist, bulk, sign_in};
use crate::config::Settings;
use crate::domain::audit::Actor;
use crate::exit::Exit;
use crate::ports::{AuditTrail, BreachedPasswords};
use crate::practice::{Options, Practice};
use crate::text::{Message, Words};
use crate::ui::bulk::BulkTalk;
use crate::ui::{self, CallTelling, JsonLines, Output, TerminalOperator, Waiting, WatchTelling};
use end::Stop;
use many::Many;
use request::{Meanwhile, Request};
use trail::Forwarding;

/// Runs the program. `interrupted` waits for the next Ctrl-C.
pub async fn run(world: &World, interrupted: impl AsyncFnMut()) -> Exit {
    let mut cli = match Cli::read(&world.arguments) {
        Ok(cli) => cli,
        Err(error) => return usage::explain(world, error),
    };
    let global = cli.global.clone();
    let global = &global;
    if global.plain || ui::is_dumb(&world.variables) {
        world.console.be_plain();
    }
    if cli.command.is_none() && !global.demo_reset {
        // A bare call on a terminal is a guided one; nobody else says what to do without a command.
        if global.no_input || !world.console.is_interactive() || global.output != Output::Table {
            return usage::explain(world, Cli::command().error(ErrorKind::MissingSubcommand, ""));
        }
        cli.command = Some(Command::Assist(assist::Args::default()));
    }
    if let Some(Command::Doctor(args)) = &cli.command {
        // It tells of settings that stop every other command.
        return doctor::run(world, global, args, interrupted).await;
    }
    let settings = match parts::settings(world, global, cli.command.as_ref()) {
        Ok(settings) => settings,
        Err(problems) => return end::stopped(world, global, &world.words(global.lang), Stop::Setup(problems)),
    };
    let words = Rc::new(world.words(global.lang.or(settings.language.value().copied())));
    for overruled in &settings.overruled {
        world.console.err(&words.say(&Message::Warning { message: &ui::overruled(overruled, &words) }));
    }
    let mut forwarder = None;
    let exit = match story(world, &cli, &settings, &words, interrupted, &mut forwarder).await {
        Ok(Some(outcome)) => {
            end::finished(world, global, &words, &parts::details(&settings, global.practises()), &outcome)
        }
        Ok(None) => Exit::Done,
        Err(stop) => end::stopped(world, global, &words, stop),
    };
    trail::wait_for(forwarder, world, global, &words);
    exit
}

async fn story(
    world: &World,
    cli: &Cli,
    settings: &Settings,
    words: &Rc<Words>,
    interrupted: impl AsyncFnMut(),
    forwarder: &mut Option<Forwarding>,
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
        style: global.style(console.can_color_errors(), &world.variables),
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
    if let Some(outcome) = secrets::without_sign_in(command, world, settings, global, &operator)? {
        return Ok(Some(outcome));
    }
    let request = Request::read(command, &operator, settings, global.output)?;
    let mut answers = JsonLines::new(console, words);
    if let Request::Check(None, asked) = &request {
        return Ok(Some(request::check(asked, &rules, None, &operator, &mut answers)?));
    }

    let practice = if global.practises() {
        Some(Practice::start(&world.practice_folder()?, Arc::clone(&world.clock), Options::default()).await?)
    } else {
        None
    };
    let store = parts::store(world, settings, practice.is_some()).await?;
    trail::tell_of_key(&store, console, words);
    if practice.is_none() {
        *forwarder = trail::forward(settings, &store);
    }
    if let Command::Audit(args) = command
        && let Some(outcome) = trail::look(args, global, world, &store).await?
    {
        store.close().await;
        return Ok(Some(outcome));
    }
    if matches!(command, Command::Login(_) | Command::Whoami(_)) {
        let kept = (&store, global.ticket.clone());
        return secrets::with_sign_in(command, world, settings, practice.as_ref(), kept, &operator, interrupted).await;
    }
    let first = if request.only_reads() { First::Nearest } else { First::PdcEmulator };
    let (mut ldap, credentials, _) = parts::directory(world, settings, practice.as_ref(), &operator, first).await?;
    let folder = world.cache.as_ref().map(|cache| cache.join("silent"));
    ldap.silent = Silent { folder, come_last: request.only_reads() };
    let waiting = Waiting { console, words, quiet: global.quiet };
    let gateway = waiting.around(parts::gateway(world, settings, practice.is_some(), request.sends(), words)?);
    let who =
        Actor { directory: ldap.user.clone(), sid: None, system: world.user.clone(), machine: world.machine.clone() };
    let trail = AuditTrail::new(&store, clock, who, global.ticket.clone());
    let verification = Verification {
        codes: &store,
        sms: &gateway,
        trail: &trail,
        operator: &operator,
        clock,
        random: &*world.random,
        key: store.key(),
        limits: &settings.verification.limits,
        mobile: &settings.verification.mobile,
        identified_by_allowed: settings.verification.allow_identified_by.value,
        supervisors: &settings.verification.supervisors.value,
    };
    let desk = parts::details(settings, practice.is_some());
    let shown = end::shown(world, global, &desk, world.console.width());
    let stop = bulk::Stop::default();
    let talk = BulkTalk { operator: &operator, shown };
    let many = Many { talk: &talk, stop: &stop, console, words, quiet: global.quiet };
    let watching = WatchTelling { console, words, clock, shown, quiet: global.quiet, style: operator.style };
    let calls = CallTelling { console, words, clock, desk: &desk, verbose: global.verbose, style: operator.style };
    let meanwhile = Meanwhile { calls: &calls, watching: &watching, pause: &*world.pause, many: &many };
    let (ends_at_once, can_be_cut_short, only_reads) =
        (request.ends_at_once(), request.is_bulk(), request.only_reads());
    let work = async {
        let place = ldap.place();
        let connecting = Message::WaitConnect { servers: &place };
        let connected = waiting.during(connecting, LdapDirectory::connect(ldap, credentials, &*world.random)).await;
        let directory = match connected {
            Ok(directory) => directory,
            Err(error) => {
                // Why the directory cannot be used is what the operator needs to know, recorded or not.
                let _ = sign_in::record(Err(&error), &trail).await;
                return Err(error.into());
            }
        };
        let server = directory.server();
        secrets::tell_passed_over(directory.passed_over(), &operator);
        if let Some(pdc) = directory.missed_pdc_emulator().filter(|_| !only_reads && !global.quiet) {
            let message = words.say(&Message::PdcPassedOver { pdc, server: &directory.server() });
            console.err(&words.say(&Message::Warning { message: &message }));
        }
        if let Some(site) = directory.unknown_site().filter(|_| !global.quiet) {
            console.err(&words.say(&Message::Warning { message: &words.say(&Message::UnknownSite { site }) }));
        }
        if practice.is_some() && matches!(request, Request::Assist(..)) && !global.quiet {
            console.err(&words.say(&Message::PracticeWho));
        }
        let directory = waiting.around(directory);
        // Who this is, is asked in one flight with the rest; the server answers while this disk is waited for.
        let recorded = async {
            let operator = directory.port().operator().await.unwrap_or_default();
            trail.identify_operator(&operator);
            if operator.account.is_none() && !global.quiet {
                let message = words.say(&Message::OperatorUnknown { user: &trail.who().directory });
                console.err(&words.say(&Message::Warning { message: &message }));
            }
            sign_in::record(Ok(server), &trail).await
        };
        let run = |signed_in| request.run(&directory, &verification, &rules, &mut answers, &meanwhile, signed_in);
        if !only_reads {
            return Box::pin(run(Either::Left(recorded))).await;
        }
        let (recorded, done) = tokio::join!(recorded, Box::pin(run(Either::Right(ready(Ok(()))))));
        if let Err(error) = recorded {
            let message = words.say(&Message::SignInNotRecorded { place: &error.place });
            console.err(&words.say(&Message::Warning { message: &message }));
        }
        done
    };
    let notice = || {
        if !stop.ask() {
            console.err(&words.say(&Message::WaitForEnd));
        }
    };
    let result = match ends_at_once {
        true => work.await,
        false => interrupt::until(work, interrupted, || trail.is_open(), notice, can_be_cut_short).await,
    };
    trail::tell_of_head(&store, console, words);
    store.close().await;
    Ok(result?)
}
