//! From settings to the adapters that a command is handed.

mod keyring;
mod rules;

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;
use url::Url;
use zeroize::Zeroizing;

pub use keyring::entry;
pub use rules::rules;

use crate::adapters::breached::BreachedFile;
use crate::adapters::directory::{self, First, ProtectedGroups, Silent, Trust};
use crate::adapters::dns::Resolver;
use crate::adapters::pgpass::{self, Wanted};
use crate::adapters::secret_file::{self, SecretFileError};
use crate::adapters::sms::http::HttpTemplate;
use crate::adapters::sms::settings::{Key, SettingsError};
use crate::adapters::sms::{self};
use crate::adapters::store::{Place, PostgresSettings};
use crate::adapters::syslog::{Receiver, Transport};
use crate::config::{
    Bind, Fault, History, Missing, Optional, Origin, Problem, Provider, SecretFault, Server, Setting, Settings, Syslog,
    SyslogWay, Unfit,
};
use crate::domain::code::Code;
use crate::domain::password::Password;
use crate::text::{DeskDetails, Words};

/// Whether the operator signs in with a ticket, and has no password that could be kept or asked for.
pub fn by_ticket(settings: &Settings) -> bool {
    settings.directory.bind.value == Bind::Kerberos
}

/// Where the directory is and how to sign in. With a ticket it is not known yet as whom.
///
/// # Errors
/// [`Problem::Missing`] when a setting that is needed is not set; [`Problem::Key`] when signing in is by ticket and this
/// program cannot.
pub fn directory(settings: &Settings, resolver: &Resolver, first: First) -> Result<directory::Settings, Problem> {
    let directory = &settings.directory;
    let groups = &settings.protected.groups;
    // Servers that are named win: `--server` names one for this run.
    let domain =
        directory.domain.value().filter(|_| directory.servers.value().is_none()).map(|name| directory::Domain {
            name: name.clone(),
            site: directory.site.value().cloned(),
            first,
            resolver: resolver.clone(),
        });
    let servers = if domain.is_some() { vec![] } else { needed(&directory.servers)?.clone() };
    let user = match directory.bind.value {
        Bind::Simple => needed(&directory.user)?.clone(),
        Bind::Kerberos if directory::KERBEROS_BUILT_IN => String::new(),
        Bind::Kerberos => {
            let (key, origin) = (directory.bind.key.to_owned(), directory.bind.origin.clone());
            return Err(Problem::Key { key, origin, fault: Fault::Unfit(Unfit::NoKerberos) });
        }
    };
    Ok(directory::Settings {
        servers,
        domain,
        trust: directory.ca_file.value().map_or(Trust::System, |path| Trust::File(path.clone())),
        tls_name: directory.tls_name.value().cloned(),
        user,
        base: directory.base.value().cloned(),
        timeout: directory.timeout.value,
        silent: Silent::default(),
        history_required: directory.history.value == History::Required,
        mobile_attribute: directory.mobile_attribute.value.clone(),
        protected: ProtectedGroups {
            names: groups.value.clone(),
            // The usual groups need not exist under their English names; a name someone wrote must.
            must_exist: groups.origin != Origin::Default,
        },
        protected_units: settings.protected.units.value.clone(),
        protected_operators: protected_operators(settings),
    })
}

/// The supervisors, where they and the operator are protected; `None`: they are not.
pub fn protected_operators(settings: &Settings) -> Option<Vec<String>> {
    settings.protected.operators.value.then(|| settings.verification.supervisors.value.clone())
}

/// The operator's password from its file; `None` when there is no file.
///
/// # Errors
/// [`Problem::SecretFile`].
pub fn bind_password(settings: &Settings) -> Result<Option<Password>, Problem> {
    let Some(file) = settings.directory.password_file.get() else { return Ok(None) };
    // A control character in it is no less unusable than nothing at all.
    Password::parse(secret(file)?).map(Some).map_err(|_| unusable(file, SecretFault::Empty))
}

/// The list of leaked passwords, opened; `None` when there is none to check against.
///
/// # Errors
/// [`Problem::BreachedList`] when it is not there or its two ends show that it cannot be relied on.
pub fn breached(settings: &Settings) -> Result<Option<BreachedFile>, Problem> {
    let Some(file) = settings.password_policy.breached_passwords_file.get() else { return Ok(None) };
    let unusable =
        |fault| Problem::BreachedList { key: file.key, origin: file.origin.clone(), path: file.value.clone(), fault };
    BreachedFile::open(&file.value).map(Some).map_err(unusable)
}

/// The desk's database; `None` when the store is a file. `user` is who uses the computer, `folder` where their state is
/// kept, and `pgpass` where PostgreSQL's own programs would look for passwords.
///
/// # Errors
/// [`Problem::SecretFile`].
pub fn database(
    settings: &Settings,
    user: &str,
    folder: &Path,
    pgpass: Option<&Path>,
) -> Result<Option<PostgresSettings>, Problem> {
    let state = &settings.state;
    let Some(Setting { value: database, .. }) = state.database.get() else { return Ok(None) };
    let port = database.port;
    let trust = || state.ca_file.value().map_or(Trust::System, |path| Trust::File(path.clone()));
    let (place, host) = match &database.server {
        Server::Tls(host) => (Place::Tls { host: host.clone(), port, trust: trust() }, host.as_str()),
        Server::Loopback(host) => (Place::Loopback { host: host.clone(), port }, host.as_str()),
        Server::Socket(folder) => (Place::Socket { folder: folder.clone(), port }, "localhost"),
    };
    let user = database.user.as_deref().unwrap_or(user);
    let name = database.name.as_deref().unwrap_or(user);
    let wanted = Wanted { host, port, database: name, user };
    Ok(Some(PostgresSettings {
        place,
        user: user.to_owned(),
        database: name.to_owned(),
        password: store_password(settings, wanted, pgpass)?,
        key_file: state.key_file.value().cloned().unwrap_or_else(|| folder.join("desk.key")),
        folder: folder.to_owned(),
    }))
}

/// The one place that says where the database's password comes from; `None`: nowhere, and the server may let the
/// operator in without one.
fn store_password(
    settings: &Settings,
    wanted: Wanted<'_>,
    pgpass: Option<&Path>,
) -> Result<Option<Zeroizing<String>>, Problem> {
    let file = &settings.state.password_file;
    if let Some(file) = file.get() {
        return secret(file).map(Some);
    }
    let Some(path) = pgpass else { return Ok(None) };
    pgpass::read(path, wanted).map_err(|error| {
        let origin = Origin::Environment { name: "PGPASSFILE".to_owned() };
        let (key, value) = (file.key(), path.to_owned());
        unusable(&Setting { key, value, origin }, secret_fault(error))
    })
}

/// Which SMS gateway, and how it is spoken to; `None` when none is configured.
///
/// # Errors
/// [`Problem`] when the secret cannot be read or `[sms.http]` is not what the gateway takes.
pub fn sms(settings: &Settings) -> Result<Option<sms::Settings>, Problem> {
    let section = &settings.sms;
    let Some(provider) = section.provider.value() else { return Ok(None) };
    let http = section.http.get().map(|setting| {
        HttpTemplate::deserialize(setting.value.clone()).map_err(|error| Problem::Key {
            key: setting.key.to_owned(),
            origin: setting.origin.clone(),
            fault: Fault::Unfit(Unfit::Other(error.message().to_owned())),
        })
    });
    Ok(Some(sms::Settings {
        provider: match provider {
            Provider::Kannel => sms::Provider::Kannel,
            Provider::Elks => sms::Provider::Elks,
            Provider::Twilio => sms::Provider::Twilio,
            Provider::Http => sms::Provider::Http,
            Provider::Outbox => sms::Provider::Outbox,
        },
        url: section.url.value().map(Url::to_string),
        sender: section.sender.value().cloned(),
        user: section.user.value().cloned(),
        secret: section.secret_file.get().map(secret).transpose()?.map(sms::Secret),
        outbox: section.outbox.value().cloned(),
        http: http.transpose()?,
        ca_file: section.ca_file.value().cloned(),
        timeout: section.timeout.value,
    }))
}

/// Which setting keeps the gateway from being used.
pub fn sms_problem(settings: &Settings, error: &SettingsError) -> Problem {
    let sms = &settings.sms;
    let (key, origin) = match error.key() {
        Key::Url => place(&sms.url),
        Key::Sender => place(&sms.sender),
        Key::User => place(&sms.user),
        Key::Secret => place(&sms.secret_file),
        Key::Outbox => place(&sms.outbox),
        Key::Http => place(&sms.http),
        Key::CaFile => place(&sms.ca_file),
    };
    let fault = match error {
        SettingsError::Missing(_) => return Problem::Missing { key },
        SettingsError::PlainHttp(_) => Unfit::NeedsHttps,
        SettingsError::Sender => Unfit::Sender,
        other => Unfit::Other(other.to_string()),
    };
    Problem::Key { key: key.to_owned(), origin, fault: Fault::Unfit(fault) }
}

fn place<T>(setting: &Optional<T>) -> (&'static str, Origin) {
    (setting.key(), setting.get().map_or(Origin::Default, |setting| setting.origin.clone()))
}

/// The words of messages to callers: the desk's language and details.
pub struct CallerWords {
    /// In the desk's language.
    pub words: Words,
    /// Who we are.
    pub desk: DeskDetails,
}

impl sms::SmsWords for CallerWords {
    fn code_message(&self, code: &Code) -> Zeroizing<String> {
        self.words.code_message(code, &self.desk)
    }

    fn password_message(&self, password: &Password, must_change: bool) -> Zeroizing<String> {
        self.words.password_message(password, must_change, &self.desk)
    }

    fn trial_message(&self) -> String {
        self.words.trial_message(&self.desk)
    }
}

/// Where the audit trail is sent on to; `None`: nowhere.
pub fn syslog(settings: &Settings) -> Option<Transport> {
    let audit = &settings.audit;
    let receiver = match &audit.syslog.value {
        Syslog::Off => return None,
        Syslog::Local => Receiver::Local("/dev/log".into()),
        Syslog::Journald => Receiver::Journald("/run/systemd/journal/socket".into()),
        Syslog::Server { way, host, port } => match way {
            SyslogWay::Udp => Receiver::Udp(host.clone(), *port),
            SyslogWay::Tcp => Receiver::Tcp(host.clone(), *port),
            SyslogWay::Tls => Receiver::Tls(host.clone(), *port),
        },
    };
    let trust = audit.ca_file.value().map_or(Trust::System, |path| Trust::File(path.clone()));
    Some(Transport { receiver, trust, timeout: Duration::from_secs(2) })
}

/// What callers are told about the desk.
pub fn details(settings: &Settings) -> DeskDetails {
    DeskDetails {
        organisation: settings.desk.organisation.value().cloned(),
        phone: settings.desk.phone.value().cloned(),
        extension: settings.desk.extension.value().cloned(),
        services: settings.desk.services.value.clone(),
    }
}

fn needed<T>(setting: &Optional<T>) -> Result<&T, Problem> {
    setting.require().map(|setting| &setting.value).map_err(|Missing { key }| Problem::Missing { key })
}

fn secret(file: &Setting<PathBuf>) -> Result<Zeroizing<String>, Problem> {
    secret_file::read(&file.value).map_err(|error| unusable(file, secret_fault(error)))
}

fn secret_fault(error: SecretFileError) -> SecretFault {
    match error {
        SecretFileError::Exposed { mode } => SecretFault::Exposed { mode },
        SecretFileError::Empty => SecretFault::Empty,
        SecretFileError::Io(error) => SecretFault::Unreadable(error.to_string()),
    }
}

fn unusable(file: &Setting<PathBuf>, fault: SecretFault) -> Problem {
    Problem::SecretFile { key: file.key, origin: file.origin.clone(), path: file.value.clone(), fault }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Environment, Overrides};
    use crate::domain::breached::ListFault;

    fn settings(folder: &std::path::Path) -> Settings {
        let config = folder.join("config.toml");
        std::fs::write(&config, "[password_policy]\nmin_length = 9\nbreached_passwords_file = 'list.txt'\n").unwrap();
        let overrides = Overrides { config: Some(config), ..Overrides::default() };
        Settings::load(&overrides, &Environment::default(), None).unwrap()
    }

    #[test]
    fn a_list_of_leaked_passwords() {
        let folder = tempfile::tempdir().unwrap();
        let (settings, list) = (settings(folder.path()), folder.path().join("list.txt"));
        std::fs::write(&list, "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:10434004\r\n").unwrap();
        assert!(breached(&settings).unwrap().is_some());
        std::fs::write(&list, "").unwrap();
        let problem = breached(&settings).err().unwrap();
        assert_eq!(
            problem,
            Problem::BreachedList {
                key: "password_policy.breached_passwords_file",
                origin: Origin::File { path: folder.path().join("config.toml"), line: 3 },
                path: list,
                fault: ListFault::Empty,
            }
        );
    }

    #[test]
    fn no_list_is_no_list() {
        let nothing = Settings::load(&Overrides::default(), &Environment::default(), None).unwrap();
        assert!(breached(&nothing).unwrap().is_none());
    }
}
