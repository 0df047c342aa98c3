//! `[directory]` and `[protected]`: where the directory is, how to sign in, and who must never be changed.

use std::time::Duration;

use url::Url;

use super::{KERBEROS_BUILT_IN, UnresponsiveControllers};
use crate::adapters::dns::Resolver;
use crate::adapters::secret_file;
use crate::adapters::tls::Trust;
use crate::adapters::without_brackets;
use crate::config::{Bind, History, Origin, Problem, SecretFault, Settings, Unfit};
use crate::domain::password::{NotAPassword, Password};

#[derive(Debug, Clone)]
pub struct DirectorySettings {
    /// Controllers, tried in order: `ldaps://…`, or `ldap://…` with StartTLS; with a ticket `ldap://…`, sealed by it.
    pub servers: Vec<Url>,
    /// The domain whose controllers are found by DNS, used when `servers` is empty.
    pub domain: Option<Domain>,
    /// Which certificates of servers are trusted.
    pub trust: Trust,
    /// The name a server's certificate must have, or that a ticket is requested for, when the URL has another name.
    pub tls_name: Option<String>,
    /// The operator: `DOMAIN\user`, a UPN or a DN; with a ticket, its principal.
    pub user: String,
    /// The search base; the server's default naming context when `None`.
    pub base: Option<String>,
    /// The longest wait for any one answer; a list may take several times as long as a whole.
    pub timeout: Duration,
    /// Controllers that recently did not answer.
    pub unresponsive: UnresponsiveControllers,
    /// Whether a password used before must be refused.
    pub history_required: bool,
    /// The attributes that hold the registered numbers, in order; at least one.
    pub mobile_attributes: Vec<String>,
    /// Attributes that name an account, in addition to its user name.
    pub search_attributes: Vec<String>,
    /// Groups whose members are never changed.
    pub protected: ProtectedGroups,
    /// DNs of entries below which no account is changed. Each must exist.
    pub protected_units: Vec<String>,
    /// The supervisors, in any spelling. They and the signed-in operator are never changed. `None`: operators' accounts
    /// have no protection of their own.
    pub protected_operators: Option<Vec<String>>,
}

impl DirectorySettings {
    /// Reads `[directory]` and `[protected]`. With a ticket, or without `directory.user`, `user` is empty.
    ///
    /// # Errors
    /// [`Problem::Missing`] for a required setting that is not set; [`Problem::Key`] when Kerberos is configured but
    /// not built in; [`Problem::CaFile`].
    pub fn read(settings: &Settings, resolver: &Resolver, first: First) -> Result<Self, Problem> {
        let (directory, groups) = (&settings.directory, &settings.protected.groups);
        // Named servers win: `--server` names one for this run.
        let domain = directory.domain.value().filter(|_| directory.servers.value().is_none()).map(|name| Domain {
            name: name.clone(),
            site: directory.site.value().cloned(),
            first,
            resolver: resolver.clone(),
        });
        Ok(Self {
            servers: if domain.is_some() { vec![] } else { directory.servers.require()?.clone() },
            domain,
            trust: match directory.certificate_sha256.value() {
                // With a ticket no certificate is used.
                _ if directory.by_ticket() => Trust::System,
                Some(pins) => Trust::Pinned(pins.clone()),
                None => Trust::read(&directory.ca_file)?,
            },
            tls_name: directory.tls_name.value().cloned(),
            user: match directory.bind.value {
                Bind::Simple => directory.user.value().cloned().unwrap_or_default(),
                Bind::Kerberos if KERBEROS_BUILT_IN => String::new(),
                Bind::Kerberos => return Err(directory.bind.unfit(Unfit::NoKerberos)),
            },
            base: directory.base.value().cloned(),
            timeout: directory.timeout.value,
            unresponsive: UnresponsiveControllers::default(),
            history_required: directory.history.value == History::Required,
            mobile_attributes: directory.mobile_attributes.value.clone(),
            search_attributes: directory.search_attributes.value.clone(),
            protected: ProtectedGroups {
                names: groups.value.clone(),
                // The default groups need not exist under their English names; configured ones must.
                must_exist: groups.origin != Origin::Default,
            },
            protected_units: settings.protected.units.value.clone(),
            protected_operators: settings.protected_operators(),
        })
    }

    /// Where the directory is, as the operator knows it: its servers, or the domain.
    pub fn place(&self) -> String {
        let servers: Vec<_> = self.servers.iter().filter_map(Url::host_str).map(without_brackets).collect();
        self.discovered().map_or_else(|| servers.join(", "), |domain| domain.name.clone())
    }

    /// The domain, where its controllers are found by DNS.
    pub(crate) fn discovered(&self) -> Option<&Domain> {
        self.domain.as_ref().filter(|_| self.servers.is_empty())
    }
}

/// Reads the operator's password from `directory.password_file`; `None` when no file is configured.
///
/// # Errors
/// [`Problem::SecretFile`].
pub fn password_from_file(settings: &Settings) -> Result<Option<Password>, Problem> {
    let Some(file) = settings.directory.password_file.get() else { return Ok(None) };
    let secret = secret_file::read_setting(file)?;
    let fault = if secret.contains('\n') { SecretFault::SeveralLines } else { SecretFault::ControlCharacter };
    Password::parse(secret).map(Some).map_err(|why| {
        let fault = if why == NotAPassword::Empty { SecretFault::Empty } else { fault };
        secret_file::unusable(file, fault)
    })
}

/// A domain whose controllers are found by DNS.
#[derive(Debug, Clone)]
pub struct Domain {
    pub name: String,
    /// The operator's site; its controllers are tried first. It is configured because a controller could tell it only
    /// when asked before all others (MS-ADTS 6.3.3).
    pub site: Option<String>,
    /// Which controller is tried before all others.
    pub first: First,
    pub resolver: Resolver,
}

/// Which controller is tried before all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The nearest, which is enough for a look-up.
    Nearest,
    /// The PDC emulator, which decides on passwords and locks (MS-ADTS 3.1.1.1.11).
    PdcEmulator,
}

/// Groups whose members are never changed, in addition to those that come with a domain and protect.
#[derive(Debug, Clone)]
pub struct ProtectedGroups {
    /// Names (sAMAccountName or cn), SIDs or DNs. The English name of a group that comes with a domain means that
    /// group, whatever it is called there.
    pub names: Vec<String>,
    /// Whether each must exist: a misspelt name in the configuration would protect nobody.
    pub must_exist: bool,
}
