//! Where the desk's database is and who signs in to it.

use std::fmt;
use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::adapters::directory::Trust;

/// Where the desk's database is, who signs in to it, and what this machine keeps of it.
#[derive(Clone)]
pub struct PostgresSettings {
    /// The server.
    pub place: Place,
    /// Who signs in there.
    pub user: String,
    /// The database.
    pub database: String,
    /// The user's password; `None`: the server lets them in without one.
    pub password: Option<Zeroizing<String>>,
    /// The file with the desk's key.
    pub key_file: PathBuf,
    /// The folder for the file that says how far the trail has come.
    pub folder: PathBuf,
}

/// How the server is reached.
#[derive(Debug, Clone)]
pub enum Place {
    /// Over the network, encrypted. The certificate must be the host's.
    Tls {
        /// Its name or address.
        host: String,
        /// Its port.
        port: u16,
        /// Whose certificates are believed.
        trust: Trust,
    },
    /// On this very computer, in the clear: nothing leaves it.
    Loopback {
        /// Its name or address.
        host: String,
        /// Its port.
        port: u16,
    },
    /// By a socket in this folder.
    Socket {
        /// The folder.
        folder: PathBuf,
        /// The number in the socket's name.
        port: u16,
    },
}

/// As it is told: without the user.
impl fmt::Display for PostgresSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let database = &self.database;
        match &self.place {
            Place::Tls { host, port, .. } | Place::Loopback { host, port } => {
                write!(f, "postgres://{host}:{port}/{database}")
            }
            Place::Socket { folder, port } => write!(f, "postgres://{}:{port}/{database}", folder.display()),
        }
    }
}
