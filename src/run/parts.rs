//! From settings, or from the practice directory, to what a command is handed.

use std::ffi::OsString;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

use super::{Stop, World, secrets};
use crate::adapters::breached::BreachedFile;
use crate::adapters::directory::{self, First, ProtectedGroups, Settings as LdapSettings, Silent, Ticket, Trust};
use crate::adapters::sms::settings::{Key, SettingsError};
use crate::adapters::sms::{Gateway, Secret, Settings as SmsSettings};
use crate::adapters::store::{Place, Store};
use crate::cli::{Command, Global};
use crate::commands::Failure;
use crate::commands::whoami::Source;
use crate::config::{Environment, Overrides, Problems, Settings};
use crate::desk::{self, CallerWords};
use crate::domain::credentials::Credentials;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::domain::policy::LocalRules;
use crate::ports::Clock;
use crate::practice::Practice;
use crate::text::{DeskDetails, Language, Message, Words};
use crate::ui::TerminalOperator;

/// The gateway that speaks to callers.
pub(super) type DeskGateway = Gateway<CallerWords, Arc<dyn Clock + Send + Sync>>;

/// The settings of this run.
pub(super) fn settings(world: &World, global: &Global, command: Option<&Command>) -> Result<Settings, Problems> {
    let (must_change, everywhere) = match command {
        Some(Command::Reset(args)) => (args.wants_change(), args.everywhere),
        Some(Command::Unlock(args)) => (None, args.everywhere),
        _ => (None, false),
    };
    let overrides = Overrides { config: global.config.clone(), server: global.server.clone(), must_change, everywhere };
    if global.practises() {
        // Practice must not depend on how this machine is set up, but for the language.
        let language = |name: &OsString| name == "SERVICEDESK_LANG" || name == "SERVICEDESK_LANGUAGE";
        let variables = world.variables.iter().filter(|(name, _)| language(name)).cloned();
        return Settings::load(&overrides, &Environment::new(variables), None);
    }
    Settings::load(&overrides, &Environment::new(world.variables.iter().cloned()), Some(&world.folders))
}

/// The municipality's rules for passwords and its list of leaked ones. Their files are opened only for a command that
/// asks for a password: a fault in one must not keep anyone from being looked up.
pub(super) fn rules(settings: &Settings, command: &Command) -> Result<(LocalRules, Option<BreachedFile>), Problems> {
    match command {
        Command::Assist(_) | Command::Reset(_) | Command::CheckPolicy(_) => {
            Ok((desk::rules(settings)?, desk::breached(settings)?))
        }
        _ => Ok((settings.password_policy.rules.clone(), None)),
    }
}

/// Where codes and the trail are kept: the practice's file, the desk's database, or a file.
pub(super) async fn store(world: &World, settings: &Settings, practice: bool) -> Result<Store, Stop> {
    let random = &*world.random;
    let file = |path: PathBuf| Ok(Store::file(&path, random).map_err(Failure::from)?);
    if practice {
        return file(world.practice_folder()?.join("state.db"));
    }
    if settings.state.database.get().is_some() {
        let (folder, pgpass) = (world.state_folder()?, world.pgpass());
        if let Some(mut database) =
            desk::database(settings, &world.user, folder, pgpass.as_deref()).map_err(Problems::from)?
        {
            if database.password.is_none() && !matches!(database.place, Place::Socket { .. }) {
                database.password = secrets::store_password(world, settings)?;
            }
            return Ok(Store::server(database, random).await.map_err(Failure::from)?);
        }
    }
    match settings.state.path.value() {
        Some(path) => file(path.clone()),
        None => file(world.state_folder()?.join("state.db")),
    }
}

/// Where the directory is, what the operator shows there to be let in, and where that comes from.
pub(super) async fn directory(
    world: &World,
    settings: &Settings,
    practice: Option<&Practice>,
    operator: &TerminalOperator<'_>,
    first: First,
) -> Result<(LdapSettings, Credentials, Source), Stop> {
    let mut ldap = place(world, settings, practice, first)?;
    let (credentials, source) = credentials(world, settings, practice, &mut ldap, operator).await?;
    Ok((ldap, credentials, source))
}

/// Where the directory is.
pub(super) fn place(
    world: &World,
    settings: &Settings,
    practice: Option<&Practice>,
    first: First,
) -> Result<LdapSettings, Problems> {
    match practice {
        Some(practice) => Ok(practice_directory(settings, practice)),
        None => Ok(desk::directory(settings, &world.resolver, first)?),
    }
}

/// What the operator shows the directory to be let in, and where that comes from. Only a ticket tells whose it is, and
/// it is noted in `ldap`.
pub(super) async fn credentials(
    world: &World,
    settings: &Settings,
    practice: Option<&Practice>,
    ldap: &mut LdapSettings,
    operator: &TerminalOperator<'_>,
) -> Result<(Credentials, Source), Stop> {
    if let Some(practice) = practice {
        let password = Password::parse(practice.access().password.clone()).map_err(anyhow::Error::from)?;
        return Ok((password.into(), Source::Practice));
    }
    if desk::by_ticket(settings) {
        let Ticket { principal, expires } = directory::ticket(ldap).await.map_err(Failure::from)?;
        // Where the system does not say whose the ticket is, it is that of whoever uses the computer.
        ldap.user = principal.unwrap_or_else(|| world.user.clone());
        return Ok((Credentials::Ticket, Source::Ticket { expires }));
    }
    let (password, source) = secrets::bind_password(world, settings, ldap, operator)?;
    Ok((password.into(), source))
}

fn practice_directory(settings: &Settings, practice: &Practice) -> LdapSettings {
    let access = practice.access();
    LdapSettings {
        servers: access.url.parse().into_iter().collect(),
        domain: None,
        trust: Trust::Pem(access.ca_pem.clone()),
        tls_name: Some(access.tls_name.clone()),
        user: access.user.clone(),
        base: None,
        timeout: Duration::from_secs(5),
        silent: Silent::default(),
        history_required: true,
        mobile_attribute: "mobile".to_owned(),
        protected: ProtectedGroups { names: vec!["Domain Admins".into()], must_exist: true },
        protected_units: vec![],
        protected_operators: desk::protected_operators(settings),
    }
}

/// What callers are told about the desk.
pub(super) fn details(settings: &Settings, practice: bool) -> DeskDetails {
    if !practice {
        return desk::details(settings);
    }
    DeskDetails {
        organisation: Some("Contoso kommun".into()),
        phone: Some("0142-36 6000".into()),
        extension: Some("6000".into()),
        services: vec!["Mjölnet".into(), "Webmail".into()],
    }
}

/// The gateway to callers: the configured one, the screen for practice, or none. Only for a run that `sends` is its
/// secret taken from the keyring.
pub(super) fn gateway(
    world: &World,
    settings: &Settings,
    practice: bool,
    sends: bool,
    words: &Rc<Words>,
) -> Result<Option<DeskGateway>, Stop> {
    // Callers are spoken to in the desk's language, whatever the operator reads.
    let language = settings.language.value().copied().unwrap_or(Language::Swedish);
    let caller = |desk| CallerWords { words: Words::new(language, world.zone.clone()), desk };
    let clock = Arc::clone(&world.clock);
    if practice {
        let (console, words) = (Rc::clone(&world.console), Rc::clone(words));
        let show = move |to: &Phone, text: &str| {
            console.err(&words.say(&Message::PhoneShows { to: &to.masked() }));
            console.err(&format!("  {}", text.replace('\n', "\n  ")));
        };
        return Ok(Some(Gateway::screen(caller(details(settings, true)), clock, Box::new(show))));
    }
    let Some(mut sms) = desk::sms(settings).map_err(Problems::from)? else { return Ok(None) };
    let open = |sms: &SmsSettings| Gateway::new(sms, caller(desk::details(settings)), Arc::clone(&clock));
    let gateway = match open(&sms) {
        Err(SettingsError::Missing(Key::Secret)) if !sends => return Ok(None),
        Err(SettingsError::Missing(Key::Secret)) => {
            let secret = secrets::gateway_secret(world, settings)?;
            sms.secret = Some(Secret(Zeroizing::new(secret.expose().to_owned())));
            open(&sms)
        }
        gateway => gateway,
    };
    gateway.map(Some).map_err(|error| Problems::from(desk::sms_problem(settings, &error)).into())
}
