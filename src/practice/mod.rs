//! The practice directory: an LDAP server in this process, on a loopback port, that behaves as Active Directory does.
//! `--demo` works against it, and so do the tests: the same client code, protocol and refusals.
//!
//! | | |
//! |---|---|
//! | `server`, `certificate`, `session`, `wire` | connections: ports, TLS, messages, who is signed in |
//! | `bind`, `search`, `modify` | the operations |
//! | `filter`, `anr`, `schema` | what a search is made of |
//! | `entry`, `constructed`, `domain`, `root_dse` | what is shown: accounts, groups, computed values, fixed entries |
//! | `password`, `policy`, `rights`, `refusal` | the rules, and the words of a refusal |
//! | `state`, `store` | what is remembered, and the file it is kept in |
//! | `person`, `people` | who is in it |
//!
//! Where Windows and Samba differ, the doc comment says which one is followed. Not here: SASL, the schema and the
//! global catalogue, matching rules, comparing, other writes than a servicedesk's, and replication.

mod anr;
mod bind;
mod certificate;
mod constructed;
mod device;
mod domain;
mod entry;
mod filter;
mod modify;
mod password;
pub mod people;
mod person;
mod policy;
mod refusal;
mod rights;
mod root_dse;
mod schema;
mod search;
mod server;
mod session;
mod state;
mod store;
#[cfg(test)]
mod tests;
mod wire;

pub use certificate::CertificateEnd;
pub use device::Device;
pub use person::{Lockout, Person, Place};

use crate::domain::account::AccountId;
use crate::ports::system::Clock;
use certificate::Identity;
use jiff::Timestamp;
use server::SharedDirectory;
use state::PracticeState;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::PracticeStore;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// A running practice directory. Dropping it closes its ports and connections; changes stay in its folder.
pub struct Practice {
    directory: Arc<SharedDirectory>,
    access: Access,
    _servers: JoinSet<()>,
}

/// How to reach a practice directory, and as whom.
#[derive(Debug, Clone)]
pub struct Access {
    /// `ldaps://127.0.0.1:PORT`.
    pub url: String,
    /// `ldap://127.0.0.1:PORT`, for StartTLS; signing in before that is refused.
    pub starttls_url: String,
    /// The authority to trust, a new one at each start.
    pub ca_pem: String,
    /// The name in the certificate, which also has the address.
    pub tls_name: String,
    /// `CONTOSO\operator`, who has a servicedesk's rights on `OU=Staff`.
    pub user: String,
    pub password: String,
    /// The domain: `DC=ad,DC=contoso,DC=example`.
    pub base: String,
}

/// What kind of directory to start.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Which controller of the domain it is: `DC1`, the PDC emulator, or `DC2`. Nothing is replicated between them.
    pub controller: &'static str,
    /// Whether the controller has the policy hints control, as Windows controllers have.
    pub policy_hints: bool,
    /// When its certificate ends.
    pub certificate_until: CertificateEnd,
    /// Who is in it, beside the operator, when it is seeded at that time.
    pub people: fn(Timestamp) -> Vec<Person>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            controller: domain::CONTROLLERS[0],
            policy_hints: true,
            certificate_until: CertificateEnd::default(),
            people: people::practice,
        }
    }
}

/// The practice directory could not be opened, served, read or changed.
#[derive(Debug, thiserror::Error)]
pub enum PracticeError {
    #[error(
        "{path}: not a practice directory that this program can read ({reason}); start it afresh with --demo-reset"
    )]
    Unreadable { path: PathBuf, reason: String },
    #[error("{path}: {source}")]
    File { path: PathBuf, source: io::Error },
    #[error("no loopback port for the practice directory: {0}")]
    Port(io::Error),
    #[error("no certificate for the practice directory: {0}")]
    Certificate(#[from] rcgen::Error),
    #[error("no TLS for the practice directory: {0}")]
    Tls(#[from] rustls::Error),
    /// There were no random bytes to salt the passwords with.
    #[error("no random bytes from the operating system")]
    NoRandomness,
}

impl Practice {
    /// Opens the directory kept in `folder`, seeding a new one if there is none, and serves it. Needs a tokio runtime
    /// with I/O.
    ///
    /// # Errors
    /// When the folder cannot be used, what is kept there cannot be read, or nothing can be served.
    pub async fn start(
        folder: &Path,
        clock: Arc<dyn Clock + Send + Sync>,
        options: Options,
    ) -> Result<Self, PracticeError> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|_| PracticeError::NoRandomness)?;
        let now = clock.now();
        let store = PracticeStore::open(folder, || {
            let mut state = PracticeState::empty(salt);
            people::at_the_desk().into_iter().chain((options.people)(now)).for_each(|person| state.add(person, now));
            state
        })?;
        let directory = Arc::new(SharedDirectory {
            store,
            clock,
            controller: options.controller,
            policy_hints: options.policy_hints,
        });

        let tls_name = domain::host_name(options.controller);
        let identity = Identity::new(&tls_name, options.certificate_until)?;
        let tls = TcpListener::bind("127.0.0.1:0").await.map_err(PracticeError::Port)?;
        let plain = TcpListener::bind("127.0.0.1:0").await.map_err(PracticeError::Port)?;
        let access = Access {
            url: format!("ldaps://{}", tls.local_addr().map_err(PracticeError::Port)?),
            starttls_url: format!("ldap://{}", plain.local_addr().map_err(PracticeError::Port)?),
            ca_pem: identity.ca_pem,
            tls_name,
            user: format!("{}\\{}", domain::NETBIOS, people::OPERATOR),
            password: people::OPERATOR_PASSWORD.to_owned(),
            base: domain::base().to_string(),
        };
        let mut servers = JoinSet::new();
        servers.spawn(server::serve_tls(tls, Arc::clone(&directory), Arc::clone(&identity.tls)));
        servers.spawn(server::serve_starttls(plain, Arc::clone(&directory), identity.tls));
        Ok(Self { directory, access, _servers: servers })
    }

    /// Removes what is kept in `folder`, so that the next start seeds it again.
    ///
    /// # Errors
    /// When the file is there and cannot be removed.
    pub fn reset(folder: &Path) -> Result<(), PracticeError> {
        PracticeStore::remove(folder)
    }

    pub fn access(&self) -> &Access {
        &self.access
    }

    /// Adds someone, or replaces the account of that name.
    pub fn add(&self, person: Person) -> Result<(), PracticeError> {
        let now = self.directory.clock.now();
        self.directory.store.change(|state| state.add(person, now))
    }

    /// Makes a group that is itself in others.
    pub fn add_group(&self, name: &str, member_of: &[&str]) -> Result<(), PracticeError> {
        self.directory.store.change(|state| state.add_group(name, member_of))
    }

    /// Gives a group another name, as a translated directory has.
    pub fn rename_group(&self, name: &str, new: &str) -> Result<(), PracticeError> {
        self.directory.store.change(|state| state.rename_group(name, new))
    }

    /// An account as it is now, without its passwords.
    pub fn person(&self, account: &str) -> Result<Option<Person>, PracticeError> {
        Ok(self.directory.store.read()?.account(account).map(|account| account.person.clone()))
    }

    /// An account's identifier and its mobile number, if it has one.
    pub fn registered_number(&self, account: &str) -> Result<Option<(AccountId, String)>, PracticeError> {
        let state = self.directory.store.read()?;
        let id = state.guid(account).try_into().ok().map(AccountId::from_bytes);
        let mobile = state.account(account).and_then(|account| account.person.mobile.clone());
        Ok(id.zip(mobile))
    }

    /// Whether that is the account's password now.
    pub fn has_password(&self, account: &str, password: &str) -> Result<bool, PracticeError> {
        let state = self.directory.store.read()?;
        let has = |account| state.has_password(account, &state::utf16(password));
        Ok(state.account(account).is_some_and(has))
    }

    pub fn dn(&self, account: &str) -> Result<Option<String>, PracticeError> {
        Ok(self.directory.store.read()?.account(account).map(|account| account.dn().to_string()))
    }
}

impl PracticeError {
    fn at(path: &Path, source: io::Error) -> Self {
        Self::File { path: path.to_owned(), source }
    }
}
