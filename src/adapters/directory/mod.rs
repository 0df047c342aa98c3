//! Active Directory over LDAP: the [`FindAccounts`] and [`ChangeAccounts`] ports.
//!
//! One connection, always encrypted (by TLS, or by the operator's ticket), opened once; what can be asked together is sent together. How
//! the wire says things is known here and nowhere else.

#[path = "connection/request.rs"]
mod ask;
#[path = "read/attributes.rs"]
mod attributes;
#[path = "connection/connect.rs"]
mod connect;
#[path = "connection/controllers.rs"]
mod controllers;
mod descriptor;
#[path = "read/domain.rs"]
mod domain;
#[path = "read/per_controller.rs"]
mod each;
#[path = "read/operator_rights.rs"]
mod effective;
#[path = "read/health.rs"]
mod examine;
#[path = "errors.rs"]
mod failure;
#[path = "protection/groups.rs"]
mod groups;
#[path = "write/set_password.rs"]
mod history;
#[path = "read/identity.rs"]
mod identity;
#[path = "connection/kerberos/mod.rs"]
mod kerberos;
#[path = "read/bulk/mod.rs"]
mod many;
#[path = "read/metadata.rs"]
mod metadata;
#[path = "read/policies.rs"]
mod policies;
#[path = "read/policy.rs"]
mod policy;
#[path = "protection/mod.rs"]
mod protection;
#[path = "read/query.rs"]
mod query;
#[path = "read/search.rs"]
mod search;
#[path = "read/sharing.rs"]
mod sharing;
mod sign_in;
#[path = "connection/unresponsive.rs"]
mod silent;
#[path = "connection/tls.rs"]
mod tls;
#[path = "protection/protected_units.rs"]
mod units;
#[path = "write/mod.rs"]
mod write;

pub use controllers::{Domain, First};
pub use examine::LdapControllers;
pub use kerberos::{BUILT_IN as KERBEROS_BUILT_IN, Ticket, ticket};
pub use sign_in::LdapSignIn;
pub use silent::Silent;
pub(super) use tls::client_config;

use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::time::Duration;

use ldap3::Ldap;
use tokio::sync::Mutex;
use url::Url;

use controllers::{Controller, Controllers};

use crate::domain::account::{Account, AccountId};
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::credentials::Credentials;
use crate::domain::identity::OperatorIdentity;
use crate::domain::password::Password;
use crate::domain::query::Query;
use crate::domain::warnings::NumberSharing;
use crate::ports::{
    ChangeAccounts, Clock, ControllerAnswer, ControllerScope, DirectoryError, FindAccounts, FindAccountsInBulk,
    FoundAccounts, NewPassword, PasswordSet, QueryControllers, Random, Receipt, ServerFault, UnlockInBulk,
    UnlockOnController, WriteError,
};

/// Where the directory is and how to sign in to it.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Controllers, tried in order: `ldaps://…`, or `ldap://…` with StartTLS; with a ticket `ldap://…`, sealed by it.
    pub servers: Vec<Url>,
    /// Where there are none: the domain whose controllers DNS tells of.
    pub domain: Option<Domain>,
    /// Whose signature on a server's certificate is believed.
    pub trust: Trust,
    /// The name a server's certificate must have, or that a ticket is asked for, when the URL names it otherwise.
    pub tls_name: Option<String>,
    /// The operator: `DOMAIN\user`, a UPN or a DN; with a ticket, whose it is.
    pub user: String,
    /// Where accounts are looked for; what the server names when `None`.
    pub base: Option<String>,
    /// The longest wait for any one answer.
    pub timeout: Duration,
    /// Controllers that nobody waits for again at once.
    pub silent: Silent,
    /// Whether a password used before must be refused.
    pub history_required: bool,
    /// Where the registered number is kept.
    pub mobile_attribute: String,
    /// Groups whose members are never touched.
    pub protected: ProtectedGroups,
    /// Entries below which nobody is touched, by their DNs. Each must exist.
    pub protected_units: Vec<String>,
    /// The supervisors, whose accounts are not touched, as they may be spelled; nor is then the signed-in operator's own.
    /// `None`: operators' accounts are as all others.
    pub protected_operators: Option<Vec<String>>,
}

/// Groups whose members are never touched, beside the administrators' that come with a domain.
#[derive(Debug, Clone)]
pub struct ProtectedGroups {
    /// Their names (sAMAccountName or cn; the English name of one that comes with a domain is it, whatever it is called
    /// there), SIDs or DNs.
    pub names: Vec<String>,
    /// Whether each must exist: a name someone wrote in the configuration and misspelt would
    /// otherwise protect nobody, in silence.
    pub must_exist: bool,
}

/// Whose signature on a certificate is believed.
#[derive(Debug, Clone)]
pub enum Trust {
    /// The authorities the operating system trusts.
    System,
    /// The certificates in this PEM file, and no others.
    File(PathBuf),
    /// These certificates, in PEM, and no others.
    Pem(String),
}

/// A signed-in connection to one controller.
pub struct LdapDirectory<'a> {
    settings: Settings,
    credentials: Credentials,
    random: &'a dyn Random,
    connection: RefCell<Connection>,
    /// Why the last attempt to open the connection anew failed; and how many there were.
    reopening: Mutex<Option<DirectoryError>>,
    reopened: Cell<u32>,
    /// See [`many::Vouched`].
    vouched: many::Vouched,
    controllers: Controllers,
    passed_over: Vec<(String, ServerFault)>,
    lines: each::Lines,
    interim: RefCell<Option<Interim>>,
}

/// A random password that stands until the wanted one is taken. Kept so that the caller's next
/// choice can finish what a refused one left half done.
struct Interim {
    account: AccountId,
    password: Password,
}

/// One controller, signed in to.
#[derive(Clone)]
struct Connection {
    ldap: Ldap,
    /// Its place among the controllers.
    at: usize,
    server: String,
    /// Who is signed in on it.
    operator: identity::Known,
    /// How many were opened before it.
    number: u32,
}

impl Settings {
    /// The name that the server must prove to have.
    fn expected_name<'a>(&'a self, controller: &'a Controller) -> &'a str {
        self.tls_name.as_deref().unwrap_or(controller.name())
    }

    /// Where the directory is, as the operator knows it: its servers, or the domain.
    pub fn place(&self) -> String {
        let servers: Vec<_> = self.servers.iter().filter_map(Url::host_str).collect();
        match &self.domain {
            Some(domain) if servers.is_empty() => domain.name.clone(),
            _ => servers.join(", "),
        }
    }
}

impl<'a> LdapDirectory<'a> {
    /// Signs in to the first controller that can be used.
    ///
    /// # Errors
    /// [`DirectoryError::Undiscovered`] when DNS tells of no controllers; [`DirectoryError::Unreachable`] names each
    /// of them and why; a refused sign-in ends the search at once, so that a wrong password is not tried on every
    /// controller.
    pub async fn connect(
        mut settings: Settings,
        credentials: impl Into<Credentials>,
        random: &'a dyn Random,
    ) -> Result<Self, DirectoryError> {
        let credentials = credentials.into();
        settings.base = settings.base.as_deref().map(domain::written_plainly);
        let controllers = controllers::find(&settings, random).await?;
        let opened = connect::first_usable(&controllers, &settings, &credentials, random);
        let (connection, passed_over) = Box::pin(opened).await?;
        let (connection, reopening) = (RefCell::new(connection), Mutex::default());
        let vouched = many::Vouched::default();
        let (lines, interim) = (each::Lines::default(), RefCell::new(None));
        Ok(Self {
            settings,
            credentials,
            random,
            connection,
            reopening,
            reopened: Cell::new(0),
            vouched,
            controllers,
            passed_over,
            lines,
            interim,
        })
    }

    /// The controllers that could not be used before one could, and why.
    pub fn passed_over(&self) -> &[(String, ServerFault)] {
        &self.passed_over
    }

    /// The PDC emulator, if DNS tells which one it is and another is signed in to.
    pub fn missed_pdc_emulator(&self) -> Option<&str> {
        let here = self.connection.borrow().at;
        let mut missed = self.controllers.list.iter().enumerate().filter(|(at, _)| *at != here);
        missed.find(|(_, controller)| controller.pdc_emulator).map(|(_, controller)| controller.name())
    }

    /// The operator's site, if it is configured and DNS tells of no controllers there.
    pub fn unknown_site(&self) -> Option<&str> {
        self.controllers.unknown_site.as_deref()
    }

    /// The controller that is signed in to.
    pub fn server(&self) -> String {
        self.connection.borrow().server.clone()
    }

    /// Who the operator is, as the directory says. Asked once, together with whatever else is asked at the time.
    ///
    /// # Errors
    /// [`DirectoryError`].
    pub async fn operator(&self) -> Result<OperatorIdentity, DirectoryError> {
        let c = self.connection();
        match identity::known(&c, &self.settings).await {
            Err(DirectoryError::Lost { .. }) => {
                self.reconnect(&c).await?;
                identity::known(&self.connection(), &self.settings).await
            }
            other => other,
        }
    }

    fn connection(&self) -> Connection {
        self.connection.borrow().clone()
    }

    /// Opens the connection anew in place of the one that was lost, unless another who was using it has; a caller may
    /// have kept the operator busy for longer than a controller keeps an idle connection. Those who ask while it is tried
    /// share what comes of it.
    async fn reconnect(&self, lost: &Connection) -> Result<(), DirectoryError> {
        let before = self.reopened.get();
        let mut failed = self.reopening.lock().await;
        if self.connection.borrow().number != lost.number {
            return Ok(());
        }
        if let (Some(error), true) = (&*failed, self.reopened.get() != before) {
            return Err(error.clone());
        }
        let opened = connect::first_usable(&self.controllers, &self.settings, &self.credentials, self.random);
        let opened = Box::pin(opened).await;
        self.reopened.set(before.wrapping_add(1));
        *failed = opened.as_ref().err().cloned();
        let (connection, _) = opened?;
        let (operator, number) = (lost.operator.clone(), lost.number + 1);
        self.connection.replace(Connection { operator, number, ..connection });
        Ok(())
    }
}

impl FindAccounts for LdapDirectory<'_> {
    async fn find(&self, query: &Query) -> Result<FoundAccounts, DirectoryError> {
        let c = self.connection();
        match Box::pin(search::find(&c, &self.settings, query)).await {
            Err(DirectoryError::Lost { .. }) => {
                self.reconnect(&c).await?;
                Box::pin(search::find(&self.connection(), &self.settings, query)).await
            }
            other => other,
        }
    }

    async fn read_again(&self, account: &Account) -> Result<Account, DirectoryError> {
        let c = self.connection();
        match Box::pin(search::read(&c, &self.settings, &account.dn)).await {
            Err(DirectoryError::Lost { .. }) => {
                self.reconnect(&c).await?;
                Box::pin(search::read(&self.connection(), &self.settings, &account.dn)).await
            }
            other => other,
        }
    }

    async fn accounts_with_number(&self, account: &Account) -> Result<NumberSharing, DirectoryError> {
        let c = self.connection();
        match sharing::ask(&c, &self.settings, account).await {
            Err(DirectoryError::Lost { .. }) => {
                self.reconnect(&c).await?;
                sharing::ask(&self.connection(), &self.settings, account).await
            }
            other => other,
        }
    }
}

impl QueryControllers for LdapDirectory<'_> {
    fn controllers(&self) -> usize {
        self.controllers.list.len()
    }

    async fn query_all(
        &self,
        account: &Account,
        among: ControllerScope,
        clock: &dyn Clock,
        settled: &dyn Fn(&[ControllerAnswer]) -> bool,
    ) -> Vec<ControllerAnswer> {
        each::query_all(self, account, among, clock, settled).await
    }

    async fn query_responsive(&self, account: &Account, clock: &dyn Clock) -> Vec<ControllerAnswer> {
        each::query_responsive(self, account, clock).await
    }
}

impl UnlockOnController for LdapDirectory<'_> {
    async fn unlock_on(&self, _: &Receipt, account: &Account, there: &ControllerAnswer) -> Result<(), WriteError> {
        let connection = self.lines.to(there.place, self).await?;
        Box::pin(write::unprotected(&connection, &self.settings, account)).await?;
        write::unlock(&connection, &self.settings, &account.dn).await.map(|_| ())
    }
}

impl ChangeAccounts for LdapDirectory<'_> {
    async fn unlock(&self, _: &Receipt, account: &Account) -> Result<String, WriteError> {
        let connection = self.connection();
        Box::pin(write::unprotected(&connection, &self.settings, account)).await?;
        write::unlock(&connection, &self.settings, &account.dn).await
    }

    async fn set_password(
        &self,
        _: &Receipt,
        account: &Account,
        new: &NewPassword<'_>,
    ) -> Result<PasswordSet, WriteError> {
        Box::pin(history::set_password(self, &self.connection(), account, new)).await
    }
}

impl FindAccountsInBulk for LdapDirectory<'_> {
    async fn find_each(&self, queries: &[Query]) -> Result<Vec<Vec<BulkMatch>>, DirectoryError> {
        Box::pin(many::find_each(&self.connection(), &self.settings, &self.vouched, queries)).await
    }

    async fn all_locked(&self, under: Option<&str>) -> Result<Vec<BulkMatch>, DirectoryError> {
        Box::pin(many::all_locked(&self.connection(), &self.settings, &self.vouched, under)).await
    }

    async fn read_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError> {
        Box::pin(many::read_each(&self.connection(), &self.settings, accounts)).await
    }

    async fn check_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError> {
        Box::pin(many::check_each(&self.connection(), &self.settings, &self.vouched, accounts)).await
    }

    async fn locked_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError> {
        Box::pin(many::locked_each(&self.connection(), &self.settings, accounts)).await
    }

    async fn read_back(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError> {
        Box::pin(many::read_back(&self.connection(), &self.settings, accounts)).await
    }
}

impl UnlockInBulk for LdapDirectory<'_> {
    async fn unlock_one(&self, _: &Receipt, account: &BulkAccount) -> Result<String, WriteError> {
        write::unlock(&self.connection(), &self.settings, &account.dn).await
    }

    async fn reopen(&self, time: u32) -> Result<(), DirectoryError> {
        tokio::time::sleep(Duration::from_secs(u64::from(time * time))).await;
        self.reconnect(&self.connection()).await
    }
}
