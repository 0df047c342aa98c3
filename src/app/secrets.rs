//! Reads secrets: from their file, else the system's keyring, else the operator. Runs `login`, `logout` and `whoami`.
//!
//! With a file, the keyring is not asked, which would slow down every call.

use zeroize::Zeroizing;

use super::dispatch::{Answer, shown};
use super::finish::RunError;
use super::session::{self, OpenStores};
use super::{Process, RunContext, interrupt, wiring};
use crate::adapters::directory::{ControllerMove, DirectorySettings, First, LdapSignIn, password_from_file};
use crate::adapters::keyring::{entry as keyring_entry, operator_name_entry};
use crate::commands::whoami::CredentialSource;
use crate::commands::{Failure, describe, keyring, login, logout, reach, whoami};
use crate::config::{Problems, Settings, with_domain};
use crate::domain::failure_kind::FailureKind;
use crate::domain::password::Password;
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::ports::{KeyringError, NoAnswer, Operator, ReadOnlyKind, ServerFault};
use crate::text::Message;
use crate::view::TerminalOperator;

/// The operator's name in the directory: the configured one, or else the one that `login` stored.
pub(super) fn operator_name(process: &Process, settings: &Settings) -> Result<String, RunError> {
    if let Some(user) = settings.directory.user.value() {
        return Ok(user.clone());
    }
    let entry = operator_name_entry(settings).map_err(Problems::from)?;
    match process.keyring.read(&entry) {
        Ok((name, _)) => Ok(name.expose().to_owned()),
        Err(KeyringError::Absent | KeyringError::NoEntry) => Err(Failure::NoOperatorName { place: entry.place }.into()),
        Err(error) => Err(Failure::Keyring { entry, error }.into()),
    }
}

pub(super) fn bind_password(
    process: &Process,
    settings: &Settings,
    ldap: &DirectorySettings,
    operator: &TerminalOperator<'_>,
) -> Result<(Password, CredentialSource), RunError> {
    if let Some(password) = password_from_file(settings).map_err(Problems::from)? {
        return Ok((password, CredentialSource::File));
    }
    let entry = SecretEntry { user: ldap.user.clone(), ..operator_name_entry(settings).map_err(Problems::from)? };
    let error = match process.keyring.read(&entry) {
        Ok((password, ring)) => return Ok((password, CredentialSource::Keyring(ring))),
        Err(error) => error,
    };
    if !operator.can_answer() {
        return Err(Failure::Keyring { entry, error }.into());
    }
    // To have no keyring, or no entry, is normal.
    if !matches!(error, KeyringError::Absent | KeyringError::NoEntry) {
        let why = keyring(&error, operator.words);
        warn(operator, &operator.words.say(&Message::KeyringAskInstead { why: &why }));
    }
    let option = "directory.password_file";
    let password = operator.ask_sign_in(&ldap.user, &ldap.place()).map_err(|why| Failure::NoAnswer { why, option })?;
    Ok((password, CredentialSource::Asked))
}

/// The password of the desk's store; `None` if there is none, which the server may accept.
pub(super) fn store_password(process: &Process, settings: &Settings) -> Result<Option<Zeroizing<String>>, RunError> {
    let entry = entry(settings, SecretKind::Store)?;
    match process.keyring.read(&entry) {
        Ok((password, _)) => Ok(Some(Zeroizing::new(password.expose().to_owned()))),
        Err(KeyringError::Absent | KeyringError::NoEntry) => Ok(None),
        Err(error) => Err(Failure::Keyring { entry, error }.into()),
    }
}

pub(super) fn gateway_secret(process: &Process, settings: &Settings) -> Result<Password, RunError> {
    let entry = entry(settings, SecretKind::Sms)?;
    let (secret, _) = process.keyring.read(&entry).map_err(|error| Failure::Keyring { entry, error })?;
    Ok(secret)
}

/// Checks that there is a secret to store: not in practice, and not the password of an operator with a ticket.
fn check_storable(what: SecretKind, run: &RunContext<'_>) -> Result<(), Failure> {
    if run.global.practises() {
        return Err(Failure::PracticeKeepsNothing);
    }
    match what == SecretKind::Directory && run.settings.directory.by_ticket() {
        true => Err(Failure::TicketKeepsNothing),
        false => Ok(()),
    }
}

pub(super) fn logout(args: &logout::Args, run: &RunContext<'_>) -> Answer {
    check_storable(args.what, run)?;
    let keyring = &*run.process.keyring;
    if args.what != SecretKind::Directory || run.settings.directory.user.get().is_some() {
        return shown(logout::run(entry(run.settings, args.what)?, keyring)?);
    }
    shown(logout::with_name(operator_name_entry(run.settings).map_err(Problems::from)?, keyring)?)
}

/// Stores a secret. Only the directory's password can be tested first. Where the questions may follow anew, they do so
/// after a refused sign-in, and Escape leads from the password back to the user name.
pub(super) async fn login(args: &login::Args, run: &RunContext<'_>, mut interrupted: impl AsyncFnMut()) -> Answer {
    let mut args = args.clone();
    loop {
        let failure = match log_in(&args, run, &mut interrupted).await {
            Err(RunError::Failure(failure)) if args.written.is_some() => failure,
            answer => return answer,
        };
        let asks_for_name = run.settings.directory.user.get().is_none();
        match failure {
            Failure::NoAnswer { why: NoAnswer::Back, option } if asks_for_name && option != "--user" => {}
            failure if failure.kind() == FailureKind::SignInRefused => {
                let text = describe(&failure, run.words, run.process.clock.now());
                warn(run.operator, &text.message);
            }
            Failure::NoAnswer { why: NoAnswer::Cancelled | NoAnswer::Back | NoAnswer::Terminated, .. } => {
                return Err(Failure::NotTried { file: args.written.unwrap_or_default() }.into());
            }
            failure => return Err(failure.into()),
        }
        args.user = None;
    }
}

async fn log_in(args: &login::Args, run: &RunContext<'_>, interrupted: impl AsyncFnMut()) -> Answer {
    let RunContext { process, settings, operator, .. } = *run;
    let keyring = &*process.keyring;
    check_storable(args.what, run)?;
    if let (Some(_), Some(user)) = (&args.user, settings.directory.user.get()) {
        return Err(Failure::UserIsSet { place: user.origin.to_string() }.into());
    }
    if args.what != SecretKind::Directory {
        let entry = entry(settings, args.what)?;
        login::look(&entry, keyring)?;
        let secret = args.secret(&entry, operator)?;
        let outcome = login::untried(entry, &secret, keyring)?;
        if settings.sms.secret_file.get().is_some() && args.what == SecretKind::Sms {
            run.note(&Message::FileGoesFirst { key: settings.sms.secret_file.key() });
        }
        return shown(outcome);
    }
    let OpenStores { store, .. } = session::open(run).await?;
    let mut ldap = DirectorySettings::read(settings, &process.resolver, First::Nearest).map_err(Problems::from)?;
    let (entry, name) = match settings.directory.user.get() {
        Some(_) => {
            let entry = entry(settings, SecretKind::Directory)?;
            login::look(&entry, keyring)?;
            (entry, None)
        }
        None => {
            let name = login::StoredName::look(operator_name_entry(settings).map_err(Problems::from)?, keyring)?;
            let user = args.user(&name, operator)?;
            // The stored one has signed in.
            let is_new = name.former.as_ref() != Some(&user);
            let domain = settings.directory.domain.value().filter(|_| is_new);
            let completed = with_domain(&user, domain.map(String::as_str));
            if let Some(user) = completed.as_ref().filter(|_| !run.global.quiet) {
                operator.console.err(&operator.words.say(&Message::UserCompleted { user }));
            }
            let user = completed.unwrap_or(user);
            (SecretEntry { user, ..name.entry.clone() }, Some(name))
        }
    };
    ldap.user.clone_from(&entry.user);
    let secret = args.secret(&entry, operator)?;
    let trail = wiring::trail(process, run.global, run.progress, &store, &ldap.user);
    let sign_in = LdapSignIn { settings: &ldap, random: &*process.random };
    let work = login::directory(entry, secret, name.as_ref(), keyring, &sign_in, &trail);
    let outcome = interrupt::at_once(work, interrupted).await;
    store.close().await;
    let outcome = outcome?;
    if let Some(file) = settings.directory.password_file.get() {
        run.note(&Message::FileGoesFirst { key: file.key });
    }
    report_passed_over(outcome.signed_in.as_ref().map_or(&[], |signed_in| &signed_in.passed_over), operator);
    shown(outcome)
}

pub(super) async fn whoami(run: &RunContext<'_>, interrupted: impl AsyncFnMut()) -> Answer {
    let RunContext { process, settings, operator, .. } = *run;
    let OpenStores { store, practice } = session::open(run).await?;
    let (ldap, credentials, source) =
        wiring::directory(process, settings, practice.as_ref(), operator, First::Nearest).await?;
    let trail = wiring::trail(process, run.global, run.progress, &store, &ldap.user);
    let sign_in = LdapSignIn { settings: &ldap, random: &*process.random };
    let user_source = wiring::user_source(settings, run.global.practises());
    let work = whoami::run(credentials, source, user_source, &sign_in, &trail);
    let outcome = interrupt::at_once(work, interrupted).await;
    store.close().await;
    let outcome = outcome?;
    report_passed_over(&outcome.passed_over, operator);
    shown(outcome)
}

/// Warns of servers that were tried and could not be used.
pub(super) fn report_passed_over(passed_over: &[(String, ServerFault)], operator: &TerminalOperator<'_>) {
    for (server, why) in passed_over.iter().filter(|_| !operator.quiet) {
        let why = reach(why, operator.words);
        warn(operator, &operator.words.say(&Message::PassedOver { server, why: &why }));
    }
}

/// Warns that changes go on to another controller.
pub(super) fn report_move(ControllerMove { from, kind, to }: &ControllerMove, run: &RunContext<'_>) {
    run.note(&match kind {
        ReadOnlyKind::Controller => Message::MovedFromReadOnly { from, to },
        ReadOnlyKind::GlobalCatalogue { port } => Message::MovedFromCatalogue { from, port: i64::from(*port), to },
    });
}

fn entry(settings: &Settings, what: SecretKind) -> Result<SecretEntry, RunError> {
    keyring_entry(settings, what).map_err(|problem| Problems::from(problem).into())
}

fn warn(operator: &TerminalOperator<'_>, message: &str) {
    operator.console.err(&operator.words.say(&Message::Warning { message }));
}
