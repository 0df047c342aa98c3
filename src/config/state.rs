//! `[state]`: the store of codes and the audit log.

use std::path::PathBuf;

use url::{Host, Url};

use super::kind;
use super::origin::{Optional, Setting};
use super::problem::{Expected, Fault, Form, Found, Problem, Unfit};
use super::reader::SettingsReader;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateSection {
    /// An SQLite file; else one in the user's state folder.
    pub path: Optional<PathBuf>,
    /// A PostgreSQL database for the whole desk, used in place of the file.
    pub database: Optional<Database>,
    pub password_file: Optional<PathBuf>,
    /// The certificates to trust; else the system's.
    pub ca_file: Optional<PathBuf>,
    /// The file with the desk's key; else one in the user's state folder.
    pub key_file: Optional<PathBuf>,
}

/// The address of a PostgreSQL database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Database {
    pub server: Server,
    pub port: u16,
    /// The user; else the system's user.
    pub user: Option<String>,
    /// The database's name; else the user's name.
    pub name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Server {
    /// Over the network, with TLS and the certificate checked against this name.
    Tls(String),
    /// Without TLS, allowed on this computer only.
    Loopback(String),
    Socket(PathBuf),
}

impl StateSection {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        let path = reader.optional("state.path", kind::path);
        let url = reader.optional("state.url", kind::postgres_url);
        let key = url.key();
        let database = url.into_setting().and_then(|Setting { key, value, origin }| match database(&value) {
            Ok(value) => Some(Setting { key, value, origin }),
            Err(fault) => {
                reader.refuse([Problem::Key { key: key.to_owned(), origin, fault }]);
                None
            }
        });
        Self {
            path,
            database: Optional::new(key, database),
            password_file: reader.optional("state.password_file", kind::path),
            ca_file: reader.optional("state.ca_file", kind::path),
            key_file: reader.optional("state.key_file", kind::path),
        }
    }
}

/// Reads the supported parts of an address. Refuses other `libpq` parameters by name, so that none is silently ignored.
fn database(url: &Url) -> Result<Database, Fault> {
    // Without its text, which may hold a secret.
    let invalid = || Fault::Invalid { found: Found { form: Form::Text, shown: None }, expected: Expected::PostgresUrl };
    if url.password().is_some() || url.query_pairs().any(|(name, _)| name.contains("password")) {
        return Err(Fault::Secret { instead: Some("state.password_file") });
    }
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8().ok().map(String::from);
    let (mut socket, mut mode) = (None, None);
    for (name, value) in url.query_pairs() {
        match name.as_ref() {
            "host" if value.starts_with('/') => socket = Some(PathBuf::from(value.as_ref())),
            "sslmode" => mode = Some(value.into_owned()),
            _ => return Err(Fault::Unfit(Unfit::StoreOption { name: name.into_owned() })),
        }
    }
    let host = decoded(url.host_str().unwrap_or_default()).ok_or_else(invalid)?;
    let server = match socket {
        Some(folder) if host.is_empty() => Server::Socket(folder),
        None if host.starts_with('/') => Server::Socket(host.into()),
        None => {
            let parsed = Host::parse(&host).map_err(|_| invalid())?;
            // `Host` would parse libpq's list of hosts as one name.
            if host.contains(',') {
                return Err(invalid());
            }
            match mode.as_deref() {
                None | Some("verify-full") => Server::Tls(parsed.to_string()),
                Some("disable") if is_loopback(&parsed) => Server::Loopback(parsed.to_string()),
                Some(_) => return Err(Fault::Unfit(Unfit::StoreTls)),
            }
        }
        Some(_) => return Err(invalid()),
    };
    let named = |text: &str| match decoded(text).ok_or_else(invalid)? {
        text if text.contains(char::is_control) || text.contains('/') => Err(invalid()),
        text => Ok(Some(text).filter(|text| !text.is_empty())),
    };
    Ok(Database {
        server,
        port: url.port().unwrap_or(5432),
        user: named(url.username())?,
        name: named(url.path().trim_start_matches('/'))?,
    })
}

/// Whether a host is this computer.
pub(crate) fn is_loopback<S: AsRef<str>>(host: &Host<S>) -> bool {
    match host {
        Host::Domain(name) => name.as_ref().eq_ignore_ascii_case("localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> Result<Database, Fault> {
        database(&Url::parse(url).unwrap())
    }

    #[test]
    fn supported_addresses() {
        let tls = |host: &str| Server::Tls(host.to_owned());
        let name = |name: &str| Some(name.to_owned());
        for (url, server, port, user, database) in [
            ("postgres://anna@db.example.se/desk", tls("db.example.se"), 5432, name("anna"), name("desk")),
            ("postgresql://db.example.se:6543?sslmode=verify-full", tls("db.example.se"), 6543, None, None),
            ("postgres://AD%5Canna@[::1]/desk", tls("[::1]"), 5432, name("AD\\anna"), name("desk")),
            (
                "postgres://127.0.0.1/desk?sslmode=disable",
                Server::Loopback("127.0.0.1".into()),
                5432,
                None,
                name("desk"),
            ),
            ("postgres://anna@%2Frun%2Fpg/desk", Server::Socket("/run/pg".into()), 5432, name("anna"), name("desk")),
            ("postgres:///desk?host=/run/pg", Server::Socket("/run/pg".into()), 5432, None, name("desk")),
        ] {
            assert_eq!(read(url), Ok(Database { server, port, user, name: database }), "{url}");
        }
    }

    #[test]
    fn password_in_the_address_is_refused() {
        for url in [
            "postgres://anna:hemligt@db/desk",
            "postgres://anna@db/desk?password=hemligt",
            "postgres://anna@db/desk?sslpassword=x",
        ] {
            assert_eq!(read(url), Err(Fault::Secret { instead: Some("state.password_file") }), "{url}");
        }
    }

    #[test]
    fn tls_with_verified_name_is_required() {
        for mode in ["disable", "allow", "prefer", "require", "verify-ca", ""] {
            let url = format!("postgres://db.example.se/desk?sslmode={mode}");
            assert_eq!(read(&url), Err(Fault::Unfit(Unfit::StoreTls)), "{url}");
        }
        assert_eq!(read("postgres://localhost/desk?sslmode=prefer"), Err(Fault::Unfit(Unfit::StoreTls)));
    }

    #[test]
    fn unsupported_options_are_refused() {
        let option = |name: &str| Err(Fault::Unfit(Unfit::StoreOption { name: name.into() }));
        assert_eq!(read("postgres://db/desk?target_session_attrs=read-write"), option("target_session_attrs"));
        for url in ["postgres://one,two/desk", "postgres:///desk", "postgres://db/desk/more", "postgres://db/de%00sk"] {
            assert!(matches!(read(url), Err(Fault::Invalid { .. })), "{url}");
        }
    }
}
