//! Runs the commands that need settings: reads each request, and gives it the ports it needs.

use std::io::ErrorKind;

use super::finish::RunError;
use super::session::{self, DirectorySession};
use super::{RunContext, many, secrets, tell, trail, wiring};
use crate::cli::DeskCommand;
use crate::commands::check_policy::{self, CheckTarget, JsonLines};
use crate::commands::{CallerContext, Failure, Rules, assist, audit, bulk, lookup, reset, send_code, unlock};
use crate::domain::account::Account;
use crate::ui::Output;
use crate::view::Render;

/// The outcome of a command; `None` if it was already shown.
pub(super) type Answer<E = RunError> = Result<Option<Box<dyn Render>>, E>;

pub(super) fn shown<E>(outcome: impl Render + 'static) -> Answer<E> {
    Ok(Some(Box::new(outcome)))
}

/// Runs a command. Faults in the request are reported before anything is opened.
pub(super) async fn dispatch<'r>(
    command: &DeskCommand,
    run: &'r RunContext<'r>,
    interrupted: impl AsyncFnMut(),
) -> Answer {
    let RunContext { process, global, settings, operator, .. } = *run;
    let (everywhere, must_change) = (settings.directory.everywhere.value, settings.reset.must_change.value);
    match command {
        DeskCommand::Assist(args) => {
            let passwords = wiring::PasswordRules::load(settings)?;
            let request = args.read(global.output == Output::Table, operator)?;
            let work = async move |session: DirectorySession<'_, 'r>| {
                let DirectorySession { directory, caller, stop, breaks_off, .. } = session;
                run.introduce_practice();
                let (rules, reporter) = (&passwords.rules(), &run.call_reporter());
                let watch = run.watch_reporter();
                let live = &unlock::Live { reporter: &watch, pause: &*process.pause, stop };
                let context = assist::CallsContext {
                    directory,
                    caller,
                    rules,
                    must_change,
                    everywhere,
                    reporter,
                    live,
                    breaks_off,
                };
                request.run(&context).await.map(|()| None)
            };
            session::run(run, assist::Request::NATURE, interrupted, work).await
        }
        DeskCommand::Lookup(args) => {
            let request = match many::looked_up(args, run)? {
                Some(list) => lookup::Request::Many(list),
                None => args.read()?,
            };
            let work = async move |DirectorySession { directory, caller, .. }: DirectorySession<'_, 'r>| {
                let CallerContext { codes: history, limits, mobile, clock, .. } = *caller;
                let context = &lookup::LookupContext { history, limits, mobile, clock };
                let lines = &lookup::FoundLines { console: &*process.console, output: global.output };
                match request {
                    lookup::Request::Many(list) => shown(lookup::many(list, directory, context, lines).await?),
                    lookup::Request::Accounts { asked, words } => {
                        match lookup::accounts_or_each(&asked, &words, directory, context, caller, lines).await? {
                            lookup::Searched::Together(found) => shown(found),
                            lookup::Searched::Each(found) => shown(found),
                        }
                    }
                    lookup::Request::EachServer(asked) => shown(lookup::each_server(&asked, directory, context).await?),
                    lookup::Request::Numbers(under) => shown(lookup::numbers(under.as_deref(), directory).await?),
                    lookup::Request::Locked(under) => shown(lookup::locked(under.as_deref(), directory, clock).await?),
                }
            };
            session::run(run, lookup::Request::NATURE, interrupted, work).await
        }
        DeskCommand::SendCode(args) => {
            let request = args.read(operator)?;
            let work = async move |DirectorySession { directory, caller, .. }: DirectorySession<'_, 'r>| {
                shown(request.run(directory, caller).await?)
            };
            session::run(run, send_code::Request::NATURE, interrupted, work).await
        }
        DeskCommand::Unlock(args) => match many::read(args, everywhere, &*process.console)? {
            Some(request) => {
                let work = async move |session: DirectorySession<'_, 'r>| many::unlock(request, session, run).await;
                session::run(run, bulk::Request::NATURE, interrupted, work).await
            }
            None => {
                let request = args.read(everywhere, operator)?;
                let work = async move |DirectorySession { directory, caller, stop, .. }: DirectorySession<'_, 'r>| {
                    let reporter = run.watch_reporter();
                    let live = unlock::Live { reporter: &reporter, pause: &*process.pause, stop };
                    tell::shown_first(request.run(directory, caller, &live).await, caller, run).await
                };
                session::run(run, unlock::Request::NATURE, interrupted, work).await
            }
        },
        DeskCommand::Reset(args) => {
            let passwords = wiring::PasswordRules::load(settings)?;
            let (request, dry_run) = (args.read(must_change, everywhere, operator)?, args.dry_run);
            let work = async move |DirectorySession { directory, caller, .. }: DirectorySession<'_, 'r>| {
                let rules = passwords.rules();
                match dry_run {
                    true => shown(request.dry_run(directory, directory.port(), caller, &rules).await?),
                    false => tell::shown_first(request.run(directory, caller, &rules).await, caller, run).await,
                }
            };
            session::run(run, reset::Request::NATURE, interrupted, work).await
        }
        DeskCommand::CheckPolicy(args) => {
            let passwords = wiring::PasswordRules::load(settings)?;
            let request = args.read(operator)?;
            let nature = request.nature();
            let check_policy::Request { account, target, dry_run } = request;
            let Some(account) = account else {
                return Ok(check(&target, &passwords.rules(), None, dry_run, run)?);
            };
            let work = async move |DirectorySession { directory, .. }: DirectorySession<'_, 'r>| {
                let account = account.resolve(directory).await?;
                check(&target, &passwords.rules(), Some(&account), dry_run, run)
            };
            session::run(run, nature, interrupted, work).await
        }
        DeskCommand::Audit(args) => match trail::read(args, run).await? {
            Some(outcome) => Ok(Some(outcome)),
            None => {
                let work = async move |DirectorySession { directory, caller, .. }: DirectorySession<'_, 'r>| {
                    shown(audit::resolve(directory, caller.trail, caller.clock).await?)
                };
                session::run(run, audit::RESOLVE_NATURE, interrupted, work).await
            }
        },
        DeskCommand::Login(args) => secrets::login(args, run, interrupted).await,
        DeskCommand::Logout(args) => secrets::logout(args, run),
        DeskCommand::Whoami(_) => secrets::whoami(run, interrupted).await,
    }
}

/// Checks `target`. Uses no network.
fn check(
    target: &CheckTarget,
    rules: &Rules<'_>,
    account: Option<&Account>,
    dry_run: bool,
    run: &RunContext<'_>,
) -> Answer<Failure> {
    match target {
        CheckTarget::Rules => shown(check_policy::show(rules, account)),
        CheckTarget::Password(password) => {
            shown(check_policy::Outcome { dry_run, ..check_policy::run(password, rules, account)? })
        }
        CheckTarget::EachLine { as_is } => {
            let mut output = JsonLines::new(&*run.process.console, run.words);
            let report = |number, result: Result<&_, _>| output.report(number, result);
            let lines = check_policy::each_line(rules, account, run.operator, *as_is, report);
            // Also when it failed.
            let written = output.finish();
            let lines = lines?;
            match written {
                // A broken pipe is no failure.
                Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::NotWritten(error.into())),
                _ => shown(lines),
            }
        }
    }
}
