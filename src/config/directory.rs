//! `[directory]`: the servers, trust, and sign-in.

use std::path::PathBuf;
use std::time::Duration;

use url::Url;

use super::kind::{self, Word};
use super::origin::{Optional, Setting};
use super::problem::{Problem, Unfit};
use super::reader::SettingsReader;
use crate::domain::fingerprint::Fingerprint;

/// Stands for the operating system's user in `directory.user`, so that one file serves all operators.
pub(super) const SYSTEM_USER: &str = "{user}";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    /// Tried in order; never empty. `ldaps`, or `ldap`, which means StartTLS or encryption by a ticket.
    pub servers: Optional<Vec<Url>>,
    /// The DNS domain whose controllers are found by SRV records when `servers` is not set.
    pub domain: Optional<String>,
    /// The operator's site, whose controllers are tried first.
    pub site: Optional<String>,
    /// The base of searches; else the server's.
    pub base: Optional<String>,
    /// Certificates to trust; else the system's.
    pub ca_file: Optional<PathBuf>,
    /// The servers' own certificates, trusted in place of `ca_file`.
    pub certificate_sha256: Optional<Vec<Fingerprint>>,
    /// The servers' name in their certificates or in Kerberos, when they are given by address.
    pub tls_name: Optional<String>,
    pub bind: Setting<Bind>,
    /// The operator; not with a ticket. Without it, the name that `login` stored with the password.
    pub user: Optional<String>,
    /// Whether `user` names the system's user, as `{user}`.
    pub user_is_system: bool,
    /// A file with the operator's password; else the keyring.
    pub password_file: Optional<PathBuf>,
    /// Whether an unlock or a reset waits for every controller of the site.
    pub everywhere: Setting<bool>,
    /// The longest wait for an answer: 1 to 60 s.
    pub timeout: Setting<Duration>,
    pub history: Setting<History>,
    /// The attributes that hold the registered numbers, in order; at least one.
    pub mobile_attributes: Setting<Vec<String>>,
    /// Attributes that name an account, in addition to its user name.
    pub search_attributes: Setting<Vec<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bind {
    Simple,
    Kerberos,
}

impl Word for Bind {
    const WORDS: &'static [(&'static str, Self)] = &[("simple", Self::Simple), ("kerberos", Self::Kerberos)];
}

/// Whether earlier passwords are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// Refused; if the server cannot check that, no password is set.
    Required,
    Off,
}

impl Word for History {
    const WORDS: &'static [(&'static str, Self)] = &[("required", Self::Required), ("off", Self::Off)];
}

impl Directory {
    /// Puts the system's user in the place of `{user}`: without its domain, which it may have on a computer that is a
    /// member of one.
    pub fn fill_in_user(&mut self, system_user: &str) {
        let bare = system_user.rsplit('\\').next().unwrap_or_default().split('@').next().unwrap_or_default();
        if let Some(setting) = self.user.get() {
            let value = setting.value.replace(SYSTEM_USER, bare);
            self.user = Optional::new(self.user.key(), Some(Setting { value, ..setting.clone() }));
        }
    }

    /// Whether the operator signs in with a ticket, not a password.
    pub fn by_ticket(&self) -> bool {
        self.bind.value == Bind::Kerberos
    }

    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        let mut directory = Self {
            servers: reader.optional("directory.servers", kind::some_list(kind::server)),
            domain: reader.optional("directory.domain", kind::host_name),
            site: reader.optional("directory.site", kind::host_name),
            base: reader.optional("directory.base", kind::distinguished_name),
            ca_file: reader.optional("directory.ca_file", kind::path),
            certificate_sha256: reader.optional("directory.certificate_sha256", kind::some_list(kind::fingerprint)),
            tls_name: reader.optional("directory.tls_name", kind::host_name),
            bind: reader.or("directory.bind", Bind::Simple, kind::word),
            user: reader.optional("directory.user", kind::operator_name),
            user_is_system: false,
            password_file: reader.optional("directory.password_file", kind::path),
            everywhere: reader.or("directory.everywhere", false, kind::boolean),
            timeout: reader.or("directory.timeout_seconds", Duration::from_secs(5), kind::timeout(1..=60)),
            history: reader.or("directory.history", History::Required, kind::word),
            mobile_attributes: reader.or(
                "directory.mobile_attribute",
                vec!["mobile".to_owned()],
                kind::attribute_names,
            ),
            search_attributes: reader.or("directory.search_attributes", vec![], kind::list(kind::attribute_name)),
        };
        directory.user_is_system = directory.user.value().is_some_and(|user| user.contains(SYSTEM_USER));
        reader.refuse(directory.beside_a_ticket());
        // One of them would be silently ignored.
        let beside_pin = directory.ca_file.get().filter(|_| directory.certificate_sha256.get().is_some());
        reader.refuse(beside_pin.map(|file| file.unfit(Unfit::BesidePin)));
        reader.refuse(directory.ports_of_another_scheme());
        directory
    }

    /// Addresses that can never be used: TLS begins at once on 636 and 3269, and never on 389 and 3268 (MS-ADTS 5.1.1).
    fn ports_of_another_scheme(&self) -> Vec<Problem> {
        let Some(servers) = self.servers.get() else { return vec![] };
        let right = if self.by_ticket() { "ldap" } else { "ldaps" };
        let unfit = |url: &Url| {
            let port = url.port()?;
            let is_tls_port = match (url.scheme(), port) {
                ("ldap", 636 | 3269) => true,
                ("ldaps", 389 | 3268) => false,
                _ => return None,
            };
            let right = format!("{right}://{}", url.host_str()?);
            Some(servers.unfit(Unfit::Port { address: url.to_string(), port, is_tls_port, right }))
        };
        servers.value.iter().filter_map(unfit).collect()
    }

    /// Settings that contradict a ticket. Refused, so that none is silently ignored.
    fn beside_a_ticket(&self) -> Vec<Problem> {
        if !self.by_ticket() {
            return vec![];
        }
        let servers = self.servers.get().filter(|servers| servers.value.iter().any(|url| url.scheme() == "ldaps"));
        let servers = servers.map(|servers| servers.unfit(Unfit::KerberosAddress));
        let user = self.user.get().map(|user| user.unfit(Unfit::BesideKerberos));
        let password = self.password_file.get().map(|file| file.unfit(Unfit::BesideKerberos));
        let pin = self.certificate_sha256.get().map(|pin| pin.unfit(Unfit::BesideKerberos));
        [servers, user, password, pin].into_iter().flatten().collect()
    }
}

/// A bare user name with the domain, as directories want it: `operator1@ad.example.se`, which every account has. `None` if
/// the name has a domain, or is of another form.
pub fn with_domain(user: &str, domain: Option<&str>) -> Option<String> {
    let is_bare = !user.is_empty() && !user.contains(['\\', '@', '=', '/']) && !user.contains(char::is_whitespace);
    domain.filter(|_| is_bare).map(|domain| format!("{user}@{domain}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Environment, Overrides, Settings};

    #[test]
    fn bare_user_name_gets_the_domain() {
        let completed = |user| with_domain(user, Some("ad.example.se"));
        assert_eq!(completed("operator1").as_deref(), Some("operator1@ad.example.se"));
        assert_eq!(completed("{user}").as_deref(), Some("{user}@ad.example.se"));
        for user in [r"EXAMPLE\operator1", "operator1@other.se", "CN=Anna,DC=example", "Anna And", "a.se/Anna", ""] {
            assert_eq!(completed(user), None, "{user}");
        }
        assert_eq!(with_domain("operator1", None), None);
    }

    #[test]
    fn user_of_the_system_has_no_domain() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config.toml");
        for (written, system, user) in [
            (r"EXAMPLE\{user}", "anna", r"EXAMPLE\anna"),
            (r"EXAMPLE\{user}", "anna@ad.example.se", r"EXAMPLE\anna"),
            ("{user}@ad.example.se", r"EXAMPLE\anna", "anna@ad.example.se"),
            (r"EXAMPLE\operator1", "anna", r"EXAMPLE\operator1"),
        ] {
            std::fs::write(&config, format!("[directory]\nuser = '{written}'\n")).unwrap();
            let overrides = Overrides { config: Some(config.clone()), ..Overrides::default() };
            let mut settings = Settings::load(&overrides, &Environment::default(), None).unwrap();
            settings.directory.fill_in_user(system);
            assert_eq!(settings.directory.user.value().map(String::as_str), Some(user));
            assert_eq!(settings.directory.user_is_system, written.contains(SYSTEM_USER));
        }
    }
}
