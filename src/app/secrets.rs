//! Where secrets come from: their file, else the system's keyring, else the operator; and the commands that keep them.
//!
//! A secret that has a file never leads to the keyring: it would cost every call what it costs to ask.

use zeroize::Zeroizing;

use super::dispatch::{Answer, shown};
use super::finish::Stop;
use super::session::{self, Opened};
use super::{Process, Run, interrupt, wiring};
use crate::adapters::directory::{DirectorySettings, First, LdapSignIn, password_from_file};
use crate::adapters::keyring::entry as keyring_entry;
use crate::commands::whoami::Source;
use crate::commands::{Failure, keyring, login, logout, reach, whoami};
use crate::config::{Problems, Settings};
use crate::domain::password::Password;
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::ports::{AuditTrail, KeyringError, Operator, ServerFault};
use crate::text::Message;
use crate::view::TerminalOperator;

/// The operator's password in the directory.
pub(super) fn bind_password(
    process: &Process,
    settings: &Settings,
    ldap: &DirectorySettings,
    operator: &TerminalOperator<'_>,
) -> Result<(Password, Source), Stop> {
    if let Some(password) = password_from_file(settings).map_err(Problems::from)? {
        return Ok((password, Source::File));
    }
    let entry = entry(settings, SecretKind::Directory)?;
    let error = match process.keyring.read(&entry) {
        Ok((password, ring)) => return Ok((password, Source::Keyring(ring))),
        Err(error) => error,
    };
    if !operator.can_answer() {
        return Err(Failure::Keyring { entry, error }.into());
    }
    // That there is none, or nothing in it, is how many work every day.
    if !matches!(error, KeyringError::Absent | KeyringError::NoEntry) {
        let why = keyring(&error, operator.words);
        warn(operator, &operator.words.say(&Message::KeyringAskInstead { why: &why }));
    }
    let option = "directory.password_file";
    let password = operator.ask_sign_in(&ldap.user, &ldap.place()).map_err(|why| Failure::NoAnswer { why, option })?;
    Ok((password, Source::Asked))
}

/// The password of the desk's store, if one is kept; `None`: the server may let the operator in without.
pub(super) fn store_password(process: &Process, settings: &Settings) -> Result<Option<Zeroizing<String>>, Stop> {
    let entry = entry(settings, SecretKind::Store)?;
    match process.keyring.read(&entry) {
        Ok((password, _)) => Ok(Some(Zeroizing::new(password.expose().to_owned()))),
        Err(KeyringError::Absent | KeyringError::NoEntry) => Ok(None),
        Err(error) => Err(Failure::Keyring { entry, error }.into()),
    }
}

/// The gateway's secret, for a gateway that has said it needs one.
pub(super) fn gateway_secret(process: &Process, settings: &Settings) -> Result<Password, Stop> {
    let entry = entry(settings, SecretKind::Sms)?;
    let (secret, _) = process.keyring.read(&entry).map_err(|error| Failure::Keyring { entry, error })?;
    Ok(secret)
}

/// Whether there is anything to keep: practice has its own operator, and a ticket is no password.
fn keeps(what: SecretKind, run: &Run<'_>) -> Result<(), Failure> {
    if run.global.practises() {
        return Err(Failure::PracticeKeepsNothing);
    }
    match what == SecretKind::Directory && run.settings.directory.by_ticket() {
        true => Err(Failure::TicketKeepsNothing),
        false => Ok(()),
    }
}

/// `logout`.
pub(super) fn logout(args: &logout::Args, run: &Run<'_>) -> Answer {
    keeps(args.what, run)?;
    shown(logout::run(entry(run.settings, args.what)?, &*run.process.keyring)?)
}

/// `login`: only the directory's password can be tried.
pub(super) async fn login(args: &login::Args, run: &Run<'_>, interrupted: impl AsyncFnMut()) -> Answer {
    let Run { process, settings, operator, .. } = *run;
    let keyring = &*process.keyring;
    keeps(args.what, run)?;
    if args.what != SecretKind::Directory {
        let entry = entry(settings, args.what)?;
        login::look(&entry, keyring)?;
        let secret = args.secret(&entry, operator)?;
        let outcome = login::untried(entry, &secret, keyring)?;
        if settings.sms.secret_file.get().is_some() && args.what == SecretKind::Sms {
            run.warn(&run.words.say(&Message::FileGoesFirst { key: settings.sms.secret_file.key() }));
        }
        return shown(outcome);
    }
    let Opened { store, .. } = session::open(run).await?;
    let ldap = DirectorySettings::read(settings, &process.resolver, First::Nearest).map_err(Problems::from)?;
    let entry = entry(settings, SecretKind::Directory)?;
    login::look(&entry, keyring)?;
    let secret = args.secret(&entry, operator)?;
    let trail = AuditTrail::new(&store, &*process.clock, session::who(run, &ldap.user), run.global.ticket.clone());
    let door = LdapSignIn { settings: &ldap, random: &*process.random };
    let work = login::directory(entry, secret, keyring, &door, &trail);
    let outcome = interrupt::until(work, interrupted, || false, || {}, false).await?;
    if let Some(file) = settings.directory.password_file.get() {
        run.warn(&run.words.say(&Message::FileGoesFirst { key: file.key }));
    }
    tell_passed_over(outcome.signed_in.as_ref().map_or(&[], |signed_in| &signed_in.passed_over), operator);
    shown(outcome)
}

/// `whoami`.
pub(super) async fn whoami(run: &Run<'_>, interrupted: impl AsyncFnMut()) -> Answer {
    let Run { process, settings, operator, .. } = *run;
    let Opened { store, practice } = session::open(run).await?;
    let (ldap, credentials, source) =
        wiring::directory(process, settings, practice.as_ref(), operator, First::Nearest).await?;
    let trail = AuditTrail::new(&store, &*process.clock, session::who(run, &ldap.user), run.global.ticket.clone());
    let door = LdapSignIn { settings: &ldap, random: &*process.random };
    let work = whoami::run(credentials, source, &door, &trail);
    let outcome = interrupt::until(work, interrupted, || false, || {}, false).await?;
    tell_passed_over(&outcome.signed_in.passed_over, operator);
    shown(outcome)
}

/// Servers that could not be used before one could.
pub(super) fn tell_passed_over(passed_over: &[(String, ServerFault)], operator: &TerminalOperator<'_>) {
    for (server, why) in passed_over.iter().filter(|_| !operator.quiet) {
        let why = reach(why, operator.words);
        warn(operator, &operator.words.say(&Message::PassedOver { server, why: &why }));
    }
}

fn entry(settings: &Settings, what: SecretKind) -> Result<SecretEntry, Stop> {
    keyring_entry(settings, what).map_err(|problem| Problems::from(problem).into())
}

fn warn(operator: &TerminalOperator<'_>, message: &str) {
    operator.console.err(&operator.words.say(&Message::Warning { message }));
}
