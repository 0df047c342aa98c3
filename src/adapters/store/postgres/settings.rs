//! Where the desk's database is and who signs in to it, from `[state]`.

use std::fmt;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::adapters::pgpass::{self, PgpassKey};
use crate::adapters::secret_file;
use crate::adapters::tls::Trust;
use crate::config::{Origin, Problem, Server, Setting, StateSection};

/// Where the desk's database is, who signs in to it, and what this machine keeps of it.
#[derive(Clone)]
pub struct PostgresSettings {
    pub server: Server,
    pub port: u16,
    pub trust: Trust,
    pub user: String,
    pub database: String,
    /// The user's password; `None` when the server asks for none.
    pub password: Option<Zeroizing<String>>,
    pub key_file: PathBuf,
    /// The folder for the file that says how far the trail has come.
    pub folder: PathBuf,
}

impl PostgresSettings {
    /// The desk's database; `None` when the store is a file. `user` is the user of the computer, `folder` holds their
    /// state, and `pgpass` is where PostgreSQL's own programs look for passwords.
    ///
    /// # Errors
    /// [`Problem::SecretFile`] or [`Problem::CaFile`].
    pub fn read(
        section: &StateSection,
        user: &str,
        folder: &Path,
        pgpass: Option<&Path>,
    ) -> Result<Option<Self>, Problem> {
        let Some(database) = section.database.value() else { return Ok(None) };
        let user = database.user.as_deref().unwrap_or(user);
        let name = database.name.as_deref().unwrap_or(user);
        let host = match &database.server {
            Server::Tls(host) | Server::Loopback(host) => host,
            Server::Socket(_) => "localhost",
        };
        let wanted = PgpassKey { host, port: database.port, database: name, user };
        Ok(Some(Self {
            server: database.server.clone(),
            port: database.port,
            trust: Trust::read(&section.ca_file)?,
            user: user.to_owned(),
            database: name.to_owned(),
            password: password(section, wanted, pgpass)?,
            key_file: section.key_file.value().cloned().unwrap_or_else(|| folder.join("desk.key")),
            folder: folder.to_owned(),
        }))
    }
}

/// The database's password from its file, or from the file of PostgreSQL's own programs.
fn password(
    section: &StateSection,
    wanted: PgpassKey<'_>,
    pgpass: Option<&Path>,
) -> Result<Option<Zeroizing<String>>, Problem> {
    if let Some(file) = section.password_file.get() {
        return secret_file::read_setting(file).map(Some);
    }
    let Some(path) = pgpass else { return Ok(None) };
    pgpass::read(path, wanted).map_err(|fault| {
        let origin = Origin::Environment { name: "PGPASSFILE".to_owned() };
        secret_file::unusable(&Setting { key: section.password_file.key(), value: path.to_owned(), origin }, fault)
    })
}

/// The address as people see it, without the user.
impl fmt::Display for PostgresSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { port, database, .. } = self;
        match &self.server {
            Server::Tls(host) | Server::Loopback(host) => write!(f, "postgres://{host}:{port}/{database}"),
            Server::Socket(folder) => write!(f, "postgres://{}:{port}/{database}", folder.display()),
        }
    }
}
