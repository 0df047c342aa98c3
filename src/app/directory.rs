//! The directory adapter's settings from `[directory]` and `[protected]`, and the operator's password from its file.

use crate::adapters::directory::{self as adapter, First, ProtectedGroups, Silent, Trust};
use crate::adapters::dns::Resolver;
use crate::adapters::secret_file;
use crate::config::{Bind, History, Origin, Problem, SecretFault, Settings, Unfit};
use crate::domain::password::Password;

/// Returns the adapter's settings. With a ticket, the user is not known yet and empty.
pub(super) fn settings(settings: &Settings, resolver: &Resolver, first: First) -> Result<adapter::Settings, Problem> {
    let directory = &settings.directory;
    let groups = &settings.protected.groups;
    // Named servers win: `--server` names one for this run.
    let domain = directory.domain.value().filter(|_| directory.servers.value().is_none()).map(|name| adapter::Domain {
        name: name.clone(),
        site: directory.site.value().cloned(),
        first,
        resolver: resolver.clone(),
    });
    let servers = if domain.is_some() { vec![] } else { directory.servers.require()?.clone() };
    let user = match directory.bind.value {
        Bind::Simple => directory.user.require()?.clone(),
        Bind::Kerberos if adapter::KERBEROS_BUILT_IN => String::new(),
        Bind::Kerberos => return Err(directory.bind.unfit(Unfit::NoKerberos)),
    };
    Ok(adapter::Settings {
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
            // The default groups may have other names in this domain.
            must_exist: groups.origin != Origin::Default,
        },
        protected_units: settings.protected.units.value.clone(),
        protected_operators: settings.protected_operators(),
    })
}

/// Returns the operator's password from its file, if one is configured.
pub(super) fn password(settings: &Settings) -> Result<Option<Password>, Problem> {
    let Some(file) = settings.directory.password_file.get() else { return Ok(None) };
    // A control character makes it as unusable as an empty file.
    Password::parse(secret_file::read_setting(file)?)
        .map(Some)
        .map_err(|_| secret_file::unusable(file, SecretFault::Empty))
}
