//! Where secrets come from: their file, else the system's keyring, else the operator; and the commands that keep them.
//!
//! A secret that has a file never leads to the keyring: it would cost every call what it costs to ask.

use zeroize::Zeroizing;

use super::{Stop, World, interrupt, parts};
use crate::adapters::directory::{First, LdapSignIn, Settings as LdapSettings};
use crate::adapters::store::Store;
use crate::cli::{Command, Global};
use crate::commands::whoami::Source;
use crate::commands::{Failure, Outcome, login, logout, whoami};
use crate::config::{Problems, Settings};
use crate::desk;
use crate::domain::audit::Actor;
use crate::domain::password::Password;
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::ports::{AuditTrail, KeyringError, Operator, ServerFault};
use crate::practice::Practice;
use crate::text::Message;
use crate::ui::{self, TerminalOperator};

/// The operator's password in the directory.
pub(super) fn bind_password(
    world: &World,
    settings: &Settings,
    ldap: &LdapSettings,
    operator: &TerminalOperator<'_>,
) -> Result<(Password, Source), Stop> {
    if let Some(password) = desk::bind_password(settings).map_err(Problems::from)? {
        return Ok((password, Source::File));
    }
    let entry = entry(settings, SecretKind::Directory)?;
    let error = match world.keyring.read(&entry) {
        Ok((password, ring)) => return Ok((password, Source::Keyring(ring))),
        Err(error) => error,
    };
    if !operator.can_answer() {
        return Err(Failure::Keyring { entry, error }.into());
    }
    // That there is none, or nothing in it, is how many work every day.
    if !matches!(error, KeyringError::Absent | KeyringError::NoEntry) {
        let why = ui::keyring(&error, operator.words);
        warn(operator, &operator.words.say(&Message::KeyringAskInstead { why: &why }));
    }
    let option = "directory.password_file";
    let password = operator.ask_sign_in(&ldap.user, &ldap.place()).map_err(|why| Failure::NoAnswer { why, option })?;
    Ok((password, Source::Asked))
}

/// The password of the desk's store, if one is kept; `None`: the server may let the operator in without.
pub(super) fn store_password(world: &World, settings: &Settings) -> Result<Option<Zeroizing<String>>, Stop> {
    let entry = entry(settings, SecretKind::Store)?;
    match world.keyring.read(&entry) {
        Ok((password, _)) => Ok(Some(Zeroizing::new(password.expose().to_owned()))),
        Err(KeyringError::Absent | KeyringError::NoEntry) => Ok(None),
        Err(error) => Err(Failure::Keyring { entry, error }.into()),
    }
}

/// The gateway's secret, for a gateway that has said it needs one.
pub(super) fn gateway_secret(world: &World, settings: &Settings) -> Result<Password, Stop> {
    let entry = entry(settings, SecretKind::Sms)?;
    let (secret, _) = world.keyring.read(&entry).map_err(|error| Failure::Keyring { entry, error })?;
    Ok(secret)
}

/// What needs no sign-in: forgetting a secret, and keeping one that cannot be tried. `None`: another command.
pub(super) fn without_sign_in(
    command: &Command,
    world: &World,
    settings: &Settings,
    global: &Global,
    operator: &TerminalOperator<'_>,
) -> Result<Option<Outcome>, Stop> {
    if matches!(command, Command::Login(_) | Command::Logout(_)) && global.practises() {
        return Err(Failure::PracticeKeepsNothing.into());
    }
    let keeps = match command {
        Command::Login(args) => Some(args.what),
        Command::Logout(args) => Some(args.what),
        _ => None,
    };
    if keeps == Some(SecretKind::Directory) && desk::by_ticket(settings) {
        return Err(Failure::TicketKeepsNothing.into());
    }
    let keyring = &*world.keyring;
    Ok(match command {
        Command::Logout(args) => Some(Outcome::Logout(logout::run(entry(settings, args.what)?, keyring)?)),
        Command::Login(args) if args.what != SecretKind::Directory => {
            let entry = entry(settings, args.what)?;
            login::look(&entry, keyring)?;
            let secret = args.secret(&entry, operator)?;
            let outcome = login::untried(entry, &secret, keyring)?;
            if settings.sms.secret_file.get().is_some() && args.what == SecretKind::Sms {
                warn(operator, &operator.words.say(&Message::FileGoesFirst { key: settings.sms.secret_file.key() }));
            }
            Some(Outcome::Login(outcome))
        }
        _ => None,
    })
}

/// `login` to the directory, and `whoami`. `None`: another command.
pub(super) async fn with_sign_in(
    command: &Command,
    world: &World,
    settings: &Settings,
    practice: Option<&Practice>,
    (store, ticket): (&Store, Option<String>),
    operator: &TerminalOperator<'_>,
    interrupted: impl AsyncFnMut(),
) -> Result<Option<Outcome>, Stop> {
    let trail = |ldap: &LdapSettings| {
        let who = Actor {
            directory: ldap.user.clone(),
            sid: None,
            system: world.user.clone(),
            machine: world.machine.clone(),
        };
        AuditTrail::new(store, &*world.clock, who, ticket)
    };
    let (outcome, passed_over) = match command {
        Command::Login(args) => {
            let ldap = desk::directory(settings, &world.resolver, First::Nearest).map_err(Problems::from)?;
            let entry = entry(settings, SecretKind::Directory)?;
            login::look(&entry, &*world.keyring)?;
            let secret = args.secret(&entry, operator)?;
            let (trail, door) = (trail(&ldap), LdapSignIn { settings: &ldap, random: &*world.random });
            let work = login::directory(entry, secret, &*world.keyring, &door, &trail);
            let outcome = interrupt::until(work, interrupted, || false, || {}, false).await?;
            if let Some(file) = settings.directory.password_file.get() {
                warn(operator, &operator.words.say(&Message::FileGoesFirst { key: file.key }));
            }
            let passed_over = outcome.signed_in.iter().flat_map(|signed_in| signed_in.passed_over.clone()).collect();
            (Outcome::Login(outcome), passed_over)
        }
        Command::Whoami(_) => {
            let (ldap, credentials, source) =
                parts::directory(world, settings, practice, operator, First::Nearest).await?;
            let (trail, door) = (trail(&ldap), LdapSignIn { settings: &ldap, random: &*world.random });
            let work = whoami::run(credentials, source, &door, &trail);
            let outcome = interrupt::until(work, interrupted, || false, || {}, false).await?;
            let passed_over: Vec<_> = outcome.signed_in.passed_over.clone();
            (Outcome::Whoami(outcome), passed_over)
        }
        _ => return Ok(None),
    };
    tell_passed_over(&passed_over, operator);
    Ok(Some(outcome))
}

/// Servers that could not be used before one could.
pub(super) fn tell_passed_over(passed_over: &[(String, ServerFault)], operator: &TerminalOperator<'_>) {
    for (server, why) in passed_over.iter().filter(|_| !operator.quiet) {
        let why = ui::reach(why, operator.words);
        warn(operator, &operator.words.say(&Message::PassedOver { server, why: &why }));
    }
}

fn entry(settings: &Settings, what: SecretKind) -> Result<SecretEntry, Stop> {
    desk::entry(settings, what).map_err(|problem| Problems::from(problem).into())
}

fn warn(operator: &TerminalOperator<'_>, message: &str) {
    operator.console.err(&operator.words.say(&Message::Warning { message }));
}
