//! The names under which secrets are kept in the system's keyring.

use url::Url;

use crate::config::{Problem, Server, Settings};
use crate::domain::secret_entry::{SecretEntry, SecretKind};

/// The name of a secret. User and place are part of it, so one configuration never finds the secret of another.
///
/// # Errors
/// [`Problem::Missing`] when the settings do not say whose secret it would be, or where.
pub fn entry(settings: &Settings, what: SecretKind) -> Result<SecretEntry, Problem> {
    let (user, place) = match what {
        SecretKind::Directory => {
            // `operator_name_entry` has the name where none is set.
            let user = settings.directory.user.require()?.clone();
            return Ok(SecretEntry { user, ..operator_name_entry(settings)? });
        }
        SecretKind::Sms => {
            let provider = settings.sms.provider.require()?;
            let place = settings.sms.url.value().map_or_else(|| format!("{provider:?}"), address);
            (settings.sms.user.value().cloned().unwrap_or_default(), place)
        }
        SecretKind::Store => {
            let database = settings.state.database.require()?;
            let server = match &database.server {
                Server::Tls(host) | Server::Loopback(host) => host.clone(),
                Server::Socket(folder) => folder.display().to_string(),
            };
            let place = format!("{server}:{}/{}", database.port, database.name.as_deref().unwrap_or_default());
            (database.user.clone().unwrap_or_default(), place)
        }
    };
    Ok(SecretEntry { what, user, place })
}

/// The name of the entry that has the operator's own name, where `directory.user` does not: that of a directory password
/// without a user.
///
/// # Errors
/// [`Problem::Missing`] when the settings do not say where the directory is.
pub fn operator_name_entry(settings: &Settings) -> Result<SecretEntry, Problem> {
    let directory = &settings.directory;
    let place = match directory.domain.value() {
        Some(domain) => domain.clone(),
        None => directory.servers.require()?.iter().map(address).collect::<Vec<_>>().join(","),
    };
    Ok(SecretEntry { what: SecretKind::Directory, user: String::new(), place })
}

fn address(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Environment, Overrides};

    fn found(toml: &str, what: SecretKind) -> Result<(String, String), Problem> {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config.toml");
        std::fs::write(&config, toml).unwrap();
        let overrides = Overrides { config: Some(config), ..Overrides::default() };
        let settings = Settings::load(&overrides, &Environment::default(), None).unwrap();
        entry(&settings, what).map(|entry| (entry.user, entry.place))
    }

    #[test]
    fn bound_to_user_and_place() {
        let text = "[directory]\nuser = 'A\\b'\nservers = ['ldaps://dc1.example.se', 'ldaps://dc2.example.se:3269']\n\
                    [sms]\nprovider = 'kannel'\nuser = 'desk'\nurl = 'http://127.0.0.1:13013/cgi-bin/sendsms'\n";
        let pair = |user: &str, place: &str| Ok((user.to_owned(), place.to_owned()));
        assert_eq!(found(text, SecretKind::Directory), pair("A\\b", "dc1.example.se,dc2.example.se:3269"));
        assert_eq!(found(text, SecretKind::Sms), pair("desk", "127.0.0.1:13013"));
        // Which of a domain's servers are listed, or asked with --server, makes no other place of it.
        let text = "[directory]\nuser = 'b'\nservers = ['ldaps://dc1.example.se']\ndomain = 'ad.example.se'\n";
        assert_eq!(found(text, SecretKind::Directory), pair("b", "ad.example.se"));
        assert_eq!(found("[sms]\nprovider = '46elks'\n", SecretKind::Sms), pair("", "Elks"));
        let text = "[state]\nurl = 'postgres://desk@db.example.se/desk'\n";
        assert_eq!(found(text, SecretKind::Store), pair("desk", "db.example.se:5432/desk"));
    }

    #[test]
    fn missing_settings_are_named() {
        for (text, what, key) in [
            ("[directory]\nuser = 'b'\n", SecretKind::Directory, "directory.servers"),
            ("[directory]\nservers = ['ldaps://dc1']\n", SecretKind::Directory, "directory.user"),
            ("", SecretKind::Sms, "sms.provider"),
            ("", SecretKind::Store, "state.url"),
        ] {
            assert_eq!(found(text, what), Err(Problem::Missing { key }));
        }
    }
}
