//! Builds what a command gets from the settings, or from the practice directory.

use std::cell::RefCell;
use std::ffi::OsString;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

use super::finish::RunError;
use super::panic::RunProgress;
use super::{Process, secrets};
use crate::adapters::breached::BreachedFile;
use crate::adapters::directory::{
    self as adapter, DirectorySettings, First, ProtectedGroups, Ticket, UnresponsiveControllers,
};
use crate::adapters::local_rules;
use crate::adapters::sms::{CallerWords, Gateway, GatewaySettings, Secret};
use crate::adapters::store::{ExistingStore, PostgresSettings, Store};
use crate::adapters::tls::Trust;
use crate::cli::{DeskCommand, Global};
use crate::commands::whoami::{CredentialSource, UserSource};
use crate::commands::{Failure, Rules};
use crate::config::{self, CardFact, Draft, Environment, Overrides, Problem, Problems, Server, Settings};
use crate::domain::audit::Actor;
use crate::domain::credentials::Credentials;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::domain::policy::LocalRules;
use crate::ports::{AuditTrail, BreachedPasswords, Clock};
use crate::practice::{CertificateEnd, Options, Practice};
use crate::text::{DeskDetails, Language, Message, Words};
use crate::view::TerminalOperator;

pub(super) type DeskGateway = Gateway<CallerWords, Arc<dyn Clock + Send + Sync>>;

pub(super) fn settings(
    process: &Process,
    global: &Global,
    command: Option<&DeskCommand>,
) -> Result<Settings, Problems> {
    settings_with(process, global, command, None)
}

/// The file named for this run in place of the usual ones.
pub(super) fn named_config(process: &Process, global: &Global) -> Option<PathBuf> {
    let overrides = Overrides { config: global.config.clone(), ..Overrides::default() };
    config::named_path(&overrides, &Environment::new(process.variables.iter().cloned()))
}

/// The settings, with `draft` in the place of a file.
pub(super) fn settings_with(
    process: &Process,
    global: &Global,
    command: Option<&DeskCommand>,
    draft: Option<&Draft>,
) -> Result<Settings, Problems> {
    let (must_change, everywhere) = match command {
        Some(DeskCommand::Reset(args)) => (args.wants_change(), args.everywhere),
        Some(DeskCommand::Unlock(args)) => (None, args.everywhere),
        _ => (None, false),
    };
    let overrides = Overrides { config: global.config.clone(), server: global.server.clone(), must_change, everywhere };
    if global.practises() {
        // Practice does not depend on this computer's configuration, except for the language.
        let language = |name: &OsString| name == "SERVICEDESK_LANG" || name == "SERVICEDESK_LANGUAGE";
        let variables = process.variables.iter().filter(|(name, _)| language(name)).cloned();
        return Settings::load(&overrides, &Environment::new(variables), None);
    }
    let environment = Environment::new(process.variables.iter().cloned());
    let mut settings = Settings::load_draft(&overrides, &environment, Some(&process.folders), draft)?;
    settings.directory.fill_in_user(&process.user);
    Ok(settings)
}

/// The language of the settings, also when there is something wrong with them. `config`: `--config`.
pub(super) fn language(process: &Process, config: Option<PathBuf>) -> Option<Language> {
    let overrides = Overrides { config, ..Overrides::default() };
    Settings::language(&overrides, &Environment::new(process.variables.iter().cloned()), Some(&process.folders))
}

pub(super) fn operator<'a>(
    process: &'a Process,
    global: &Global,
    card: &'a [CardFact],
    words: &'a Words,
) -> TerminalOperator<'a> {
    TerminalOperator {
        console: &*process.console,
        words,
        clock: &*process.clock,
        no_input: global.no_input,
        quiet: global.quiet,
        verbose: global.is_verbose(),
        card,
        guided: false,
        callers: RefCell::default(),
        style: global.style(process.console.can_color_errors(), &process.variables),
    }
}

/// The municipality's rules for passwords and its list of leaked ones. Their files are opened only for commands that
/// check a password, so that a fault in them does not stop the others.
pub(super) struct PasswordRules {
    local: LocalRules,
    breached: Option<BreachedFile>,
}

impl PasswordRules {
    pub(super) fn load(settings: &Settings) -> Result<Self, Problems> {
        Ok(Self { local: local_rules::load(settings)?, breached: BreachedFile::configured(&settings.password_policy)? })
    }

    pub(super) fn rules(&self) -> Rules<'_> {
        let breached = self.breached.as_ref().map(|list| list as &dyn BreachedPasswords);
        Rules { local: &self.local, breached }
    }
}

/// Starts the practice directory, if this run uses it.
pub(super) async fn practice(process: &Process, global: &Global) -> Result<Option<Practice>, RunError> {
    if !global.practises() {
        return Ok(None);
    }
    let (folder, clock) = (process.practice_folder()?, Arc::clone(&process.clock));
    let options = Options { certificate_until: CertificateEnd::two_years_after(clock.now()), ..Options::default() };
    Ok(Some(Practice::start(&folder, clock, options).await?))
}

/// The audit log of this run, with the operator as known before the directory identifies them.
pub(super) fn trail<'a>(
    process: &'a Process,
    global: &Global,
    progress: &RunProgress,
    store: &'a Store,
    user: &str,
) -> AuditTrail<'a, Store> {
    let (system, machine) = (process.user.clone(), process.machine.clone());
    let who = Actor { directory: user.to_owned(), sid: None, system, machine };
    AuditTrail::new(store, &*process.clock, who, global.ticket.clone()).marking(&progress.begun)
}

/// Where codes and the audit log are kept: the practice's file, the desk's database, or a file.
enum StorePlace {
    File(PathBuf),
    Server(Box<PostgresSettings>),
}

fn store_place(process: &Process, settings: &Settings, practice: bool) -> Result<StorePlace, RunError> {
    if practice {
        return Ok(StorePlace::File(super::practice::store_path(process)?));
    }
    if settings.state.database.get().is_some() {
        let (folder, pgpass) = (process.state_folder()?, process.pgpass());
        if let Some(mut database) =
            PostgresSettings::read(&settings.state, &process.user, folder, pgpass.as_deref()).map_err(Problems::from)?
        {
            if database.password.is_none() && !matches!(database.server, Server::Socket(_)) {
                database.password = secrets::store_password(process, settings)?;
            }
            return Ok(StorePlace::Server(Box::new(database)));
        }
    }
    Ok(StorePlace::File(match settings.state.path.value() {
        Some(path) => path.clone(),
        None => process.state_folder()?.join("state.db"),
    }))
}

/// Opens the store of codes and the audit log, or makes it.
pub(super) async fn store(process: &Process, settings: &Settings, practice: bool) -> Result<Store, RunError> {
    let random = &*process.random;
    let opened = match store_place(process, settings, practice)? {
        StorePlace::File(path) => Store::file(&path, random),
        StorePlace::Server(database) => Store::server(*database, random).await,
    };
    Ok(opened.map_err(Failure::from)?)
}

/// Opens the store as it is.
pub(super) async fn existing_store(
    process: &Process,
    settings: &Settings,
    practice: bool,
) -> Result<ExistingStore, RunError> {
    let opened = match store_place(process, settings, practice)? {
        StorePlace::File(path) => Store::existing_file(&path),
        StorePlace::Server(database) => Store::existing_server(*database, &*process.random).await,
    };
    Ok(opened.map_err(Failure::from)?)
}

/// The directory's settings, the operator's credentials and their source.
pub(super) async fn directory(
    process: &Process,
    settings: &Settings,
    practice: Option<&Practice>,
    operator: &TerminalOperator<'_>,
    first: First,
) -> Result<(DirectorySettings, Credentials, CredentialSource), RunError> {
    let mut ldap = place(process, settings, practice, first)?;
    let (credentials, source) = credentials(process, settings, practice, &mut ldap, operator).await?;
    Ok((ldap, credentials, source))
}

/// The directory's settings.
pub(super) fn place(
    process: &Process,
    settings: &Settings,
    practice: Option<&Practice>,
    first: First,
) -> Result<DirectorySettings, Problems> {
    match practice {
        Some(practice) => Ok(practice_directory(settings, practice)),
        None => Ok(DirectorySettings::read(settings, &process.resolver, first)?),
    }
}

/// The operator's credentials and their source. A ticket names its user, which is set in `ldap`.
pub(super) async fn credentials(
    process: &Process,
    settings: &Settings,
    practice: Option<&Practice>,
    ldap: &mut DirectorySettings,
    operator: &TerminalOperator<'_>,
) -> Result<(Credentials, CredentialSource), RunError> {
    if let Some(practice) = practice {
        let password = Password::parse(practice.access().password.clone()).map_err(anyhow::Error::from)?;
        return Ok((password.into(), CredentialSource::Practice));
    }
    if settings.directory.by_ticket() {
        let Ticket { principal, expires } = adapter::ticket(ldap).await.map_err(Failure::from)?;
        // If the system does not name the ticket's user, it is the system's user.
        ldap.user = principal.unwrap_or_else(|| process.user.clone());
        return Ok((Credentials::Ticket, CredentialSource::Ticket { expires }));
    }
    ldap.user = secrets::operator_name(process, settings)?;
    let (password, source) = secrets::bind_password(process, settings, ldap, operator)?;
    Ok((password.into(), source))
}

/// Where the operator's name comes from.
pub(super) fn user_source(settings: &Settings, practises: bool) -> UserSource {
    let directory = &settings.directory;
    match directory.user.value() {
        _ if practises => UserSource::Practice,
        _ if directory.by_ticket() => UserSource::Ticket,
        Some(_) if directory.user_is_system => UserSource::System,
        Some(_) => UserSource::Settings,
        None => UserSource::Keyring,
    }
}

fn practice_directory(settings: &Settings, practice: &Practice) -> DirectorySettings {
    let access = practice.access();
    DirectorySettings {
        servers: access.url.parse().into_iter().collect(),
        domain: None,
        trust: Trust::Pem(access.ca_pem.clone()),
        tls_name: Some(access.tls_name.clone()),
        user: access.user.clone(),
        base: None,
        timeout: Duration::from_secs(5),
        unresponsive: UnresponsiveControllers::default(),
        history_required: true,
        mobile_attributes: vec!["mobile".to_owned()],
        search_attributes: vec!["employeeID".to_owned()],
        protected: ProtectedGroups { names: vec!["Domain Admins".into()], must_exist: true },
        protected_units: vec![],
        protected_operators: settings.protected_operators(),
    }
}

/// What the gateway lacks. Asks nobody, and reads no secret: `has_secret` says whether there is one.
pub(super) fn gateway_problem(process: &Process, settings: &Settings, has_secret: bool) -> Option<Problem> {
    let mut sms = match GatewaySettings::read(&settings.sms) {
        Ok(sms) => sms,
        Err(problem) => return Some(problem),
    };
    sms.secret = has_secret.then(|| Secret(Zeroizing::new("-".to_owned())));
    let words = Words::new(Language::Swedish, process.zone.clone());
    let caller = CallerWords { words, desk: details(settings, false) };
    Gateway::new(&sms, caller, Arc::clone(&process.clock)).err()
}

pub(super) fn details(settings: &Settings, practice: bool) -> DeskDetails {
    if !practice {
        return (&settings.desk).into();
    }
    DeskDetails {
        organisation: Some("Contoso kommun".into()),
        phone: Some("0142-36 6000".into()),
        extension: Some("6000".into()),
        services: vec!["Mjölnet".into(), "Webmail".into()],
        selfservice_url: None,
    }
}

/// What a run does with the SMS gateway.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GatewayUse {
    /// Shows messages on the screen.
    Practice,
    Sends,
    /// Sends nothing, and reads no secret from the keyring.
    SendsNothing,
}

/// The SMS gateway: the configured one, the screen for practice, or none.
pub(super) fn gateway(
    process: &Process,
    settings: &Settings,
    used: GatewayUse,
    words: &Rc<Words>,
) -> Result<Option<DeskGateway>, RunError> {
    // Messages to callers are in the desk's language, not the operator's.
    let language = settings.language.value().copied().unwrap_or(Language::Swedish);
    let caller = |desk| CallerWords { words: Words::new(language, process.zone.clone()), desk };
    let clock = Arc::clone(&process.clock);
    if used == GatewayUse::Practice {
        let (console, words) = (Rc::clone(&process.console), Rc::clone(words));
        let show = move |to: &Phone, text: &str| {
            console.err(&words.say(&Message::PhoneShows { to: &to.masked() }));
            console.err(&format!("  {}", text.replace('\n', "\n  ")));
        };
        return Ok(Some(Gateway::screen(caller(details(settings, true)), clock, Box::new(show))));
    }
    if settings.sms.provider_in_force().is_none() {
        return Ok(None);
    }
    let mut sms = GatewaySettings::read(&settings.sms).map_err(Problems::from)?;
    sms.wait_file = process.state_folder().ok().map(|folder| folder.join("sms-wait.json"));
    let open = |sms: &GatewaySettings| Gateway::new(sms, caller(details(settings, false)), Arc::clone(&clock));
    let needs_secret = |problem: &Problem| *problem == Problem::Missing { key: settings.sms.secret_file.key() };
    let gateway = match open(&sms) {
        Err(problem) if needs_secret(&problem) && used == GatewayUse::SendsNothing => return Ok(None),
        Err(problem) if needs_secret(&problem) => {
            let secret = secrets::gateway_secret(process, settings)?;
            sms.secret = Some(Secret(Zeroizing::new(secret.expose().to_owned())));
            open(&sms)
        }
        gateway => gateway,
    };
    gateway.map(Some).map_err(|problem| Problems::from(problem).into())
}
