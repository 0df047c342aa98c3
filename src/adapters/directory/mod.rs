//! Active Directory over LDAP: the ports that find, read and change accounts. How the wire says things is known here
//! and nowhere else. Imports point down:
//!
//! | | |
//! |---|---|
//! | `write/` | unlocking, setting passwords; asks again who is protected |
//! | `read/` | one account, many, controllers, policies, the operator |
//! | `protection/` | the one answer to who must not be changed |
//! | `connection/` | controllers, TLS, Kerberos, the check of what servers send, requests and their time limits |
//! | `entry`, `descriptor`, `dn`, `errors`, `result_code` | what comes over the wire |

mod connection;
mod descriptor;
mod dn;
mod entry;
mod errors;
mod protection;
mod read;
mod result_code;
mod write;

use std::time::Duration;

use self::connection::{Connection, ConnectionPool, ControllerAddress, Dialer, global_catalogue};
use self::dn::{dns_name, domain_head, normalized, parent};
use self::entry::{ACCESS_LIST, COMPUTED, LdapEntry, TOKEN};
use self::errors::Result;
use self::protection::bulk::FullyReadable;
use self::read::bulk;
use self::write::PasswordSetter;
use crate::domain::account::Account;
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::credentials::Credentials;
use crate::domain::identity::OperatorIdentity;
use crate::domain::number_survey::SurveyedNumbers;
use crate::domain::query::Query;
use crate::domain::warnings::NumberSharing;
use crate::ports::{
    AccountReadability, AccountRights, ChangeAccounts, Clock, ControllerAnswer, ControllerScope, DirectoryError,
    FindAccounts, FindAccountsInBulk, FoundAccounts, InspectRights, NewPassword, PasswordSet, QueryControllers, Random,
    Receipt, ServerFault, SurveyNumbers, UnlockInBulk, UnlockOnController, WriteError,
};

pub use self::connection::{
    ControllerMove, DirectorySettings, Domain, First, KERBEROS_BUILT_IN, ProtectedGroups, Ticket,
    UnresponsiveControllers, password_from_file, ticket,
};
pub use self::read::{LdapControllers, LdapSignIn, SentCertificate, filters};

/// LDAP_SERVER_POLICY_HINTS_OID, and the older number of the same control.
const POLICY_HINTS: [&str; 2] = ["1.2.840.113556.1.4.2239", "1.2.840.113556.1.4.2066"];

pub struct LdapDirectory<'a> {
    pool: ConnectionPool<'a>,
    fully_readable: FullyReadable,
    password_setter: PasswordSetter<'a>,
}

impl<'a> LdapDirectory<'a> {
    /// Signs in to the first controller that can be used.
    ///
    /// # Errors
    /// [`DirectoryError::Undiscovered`] when DNS lists no controllers; [`DirectoryError::Unreachable`] names each of
    /// them and why. A refused sign-in ends the search at once, so that a wrong password is not tried on every
    /// controller.
    pub async fn connect(
        settings: DirectorySettings,
        credentials: impl Into<Credentials>,
        random: &'a dyn Random,
    ) -> Result<Self, DirectoryError> {
        let credentials = credentials.into();
        let dialer = Dialer::new(settings, random).await?;
        let pool = ConnectionPool::open(dialer, credentials).await?;
        Ok(Self { pool, fully_readable: FullyReadable::default(), password_setter: PasswordSetter::new(random) })
    }

    /// The controllers that could not be used before one could, and why.
    pub fn passed_over(&self) -> &[(String, ServerFault)] {
        &self.pool.passed_over
    }

    /// The PDC emulator, if DNS tells which one it is and another is signed in to.
    pub fn missed_pdc_emulator(&self) -> Option<&str> {
        let here = self.pool.current().place;
        let mut missed = self.pool.dialer.controllers.list.iter().enumerate().filter(|(place, _)| *place != here);
        missed.find(|(_, controller)| controller.pdc_emulator).map(|(_, controller)| controller.name())
    }

    /// The operator's site, if it is configured and DNS lists no controllers there.
    pub fn unknown_site(&self) -> Option<&str> {
        self.pool.dialer.controllers.unknown_site.as_deref()
    }

    /// Calls `report` whenever changes go on to another controller, because this one takes none.
    pub fn report_moves(&self, report: impl Fn(&ControllerMove) + 'a) {
        self.pool.report_moves(report);
    }

    pub fn server(&self) -> String {
        self.pool.current().server
    }

    /// What an unlock without an answer came to: read over a new connection to the same controller, as another may not
    /// have heard of it yet. It stays unclear where that cannot be read.
    async fn resolve_uncertain(
        &self,
        c: &Connection,
        account: &Account,
        unclear: WriteError,
    ) -> Result<String, WriteError> {
        let read = async { read::read_again(&self.pool.open_to(c.place).await?, account).await };
        let server = c.server.clone();
        match Box::pin(read).await {
            Ok(now) if now.lock.is_locked() => {
                Err(DirectoryError::Lost { server, text: "read back: the account is still locked".to_owned() }.into())
            }
            Ok(_) => Ok(server),
            Err(_) => Err(unclear),
        }
    }

    async fn unlock_with(&self, c: &Connection, account: &Account) -> Result<String, WriteError> {
        match write::unlock(c, account).await {
            Err(unclear @ WriteError::NoAnswer { .. }) => self.resolve_uncertain(c, account, unclear).await,
            answer => answer,
        }
    }

    /// Who the operator is, as the directory says. Asked once, together with whatever else is requested at the time.
    ///
    /// # Errors
    /// [`DirectoryError`].
    pub async fn operator(&self) -> Result<OperatorIdentity, DirectoryError> {
        self.pool.retrying(read::operator).await
    }
}

impl FindAccounts for LdapDirectory<'_> {
    async fn find(&self, query: &Query) -> Result<FoundAccounts> {
        self.pool.retrying(async |c| read::find(c, query).await).await
    }

    async fn read_again(&self, account: &Account) -> Result<Account> {
        self.pool.retrying(async |c| read::read_again(c, account).await).await
    }

    async fn manager(&self, account: &Account) -> Result<Option<Account>> {
        self.pool.retrying(async |c| read::manager(c, account).await).await
    }

    async fn accounts_with_number(&self, account: &Account) -> Result<NumberSharing> {
        self.pool.retrying(async |c| read::accounts_with_number(c, account).await).await
    }
}

impl QueryControllers for LdapDirectory<'_> {
    fn controllers(&self) -> usize {
        self.pool.dialer.controllers.list.len()
    }

    async fn query_all(
        &self,
        account: &Account,
        among: ControllerScope,
        clock: &dyn Clock,
        stop_when: &dyn Fn(&[ControllerAnswer]) -> bool,
    ) -> Vec<ControllerAnswer> {
        read::query_all(&self.pool, account, among, clock, stop_when).await
    }

    async fn query_responsive(&self, account: &Account, clock: &dyn Clock) -> Vec<ControllerAnswer> {
        read::query_responsive(&self.pool, account, clock).await
    }
}

impl InspectRights for LdapDirectory<'_> {
    async fn pdc_emulator(&self) -> Result<Option<String>> {
        self.pool.retrying(read::pdc_emulator).await
    }

    async fn rights(&self, account: &Account) -> Result<AccountRights> {
        self.pool.retrying(async |c| read::rights(c, account).await).await
    }

    async fn readable(&self, dn: &str) -> Result<AccountReadability> {
        self.pool.retrying(async |c| read::readable(c, dn).await).await
    }

    async fn examples(&self) -> Result<Vec<String>> {
        self.pool.retrying(read::examples).await
    }

    async fn is_account(&self, spelled: &str) -> Result<bool> {
        self.pool.retrying(async |c| read::is_account(c, spelled).await).await
    }
}

impl UnlockOnController for LdapDirectory<'_> {
    async fn unlock_on(&self, _: &Receipt, account: &Account, there: &ControllerAnswer) -> Result<(), WriteError> {
        self.unlock_with(&self.pool.to(there.place).await?, account).await.map(|_| ())
    }
}

impl ChangeAccounts for LdapDirectory<'_> {
    async fn unlock(&self, _: &Receipt, account: &Account) -> Result<String, WriteError> {
        self.pool.writing(async |c| self.unlock_with(c, account).await).await
    }

    async fn set_password(
        &self,
        _: &Receipt,
        account: &Account,
        new: &NewPassword<'_>,
    ) -> Result<PasswordSet, WriteError> {
        self.pool.writing(async |c| Box::pin(self.password_setter.set(c, account, new)).await).await
    }
}

impl FindAccountsInBulk for LdapDirectory<'_> {
    async fn find_each(&self, queries: &[Query]) -> Result<Vec<Vec<BulkMatch>>> {
        self.pool.retrying(async |c| bulk::find_each(c, &self.fully_readable, queries).await).await
    }

    async fn all_locked(&self, under: Option<&str>) -> Result<Vec<BulkMatch>> {
        self.pool.retrying(async |c| bulk::all_locked(c, &self.fully_readable, under).await).await
    }

    async fn read_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>> {
        Box::pin(bulk::read_each(&self.pool.current(), accounts)).await
    }

    async fn check_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>> {
        Box::pin(bulk::check_each(&self.pool.current(), &self.fully_readable, accounts)).await
    }

    async fn locked_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>> {
        Box::pin(bulk::locked_each(&self.pool.current(), accounts)).await
    }

    async fn read_back(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>> {
        Box::pin(bulk::read_back(&self.pool.current(), accounts)).await
    }
}

impl SurveyNumbers for LdapDirectory<'_> {
    async fn survey_numbers(&self, under: Option<&str>) -> Result<SurveyedNumbers> {
        self.pool.retrying(async |c| read::survey_numbers(c, under).await).await
    }
}

impl UnlockInBulk for LdapDirectory<'_> {
    async fn unlock_one(&self, _: &Receipt, account: &BulkAccount) -> Result<String, WriteError> {
        let c = self.pool.current();
        let done = write::unlock_checked(&c, &account.dn).await;
        // Not sent to another at once, as that one has not been asked about the account's protection.
        done.inspect_err(|error| {
            if errors::is_read_only(error) {
                self.pool.note_read_only(&c);
            }
        })
    }

    async fn reopen(&self, time: u32) -> Result<()> {
        tokio::time::sleep(Duration::from_secs(u64::from(time * time))).await;
        let c = self.pool.current();
        if self.pool.is_read_only(c.place) {
            self.pool.move_to_writable(&c).await
        } else {
            self.pool.reconnect(&c).await
        }
    }
}
