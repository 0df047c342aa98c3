//! What a call about an account would know of its caller. Can only read.

use jiff::Timestamp;

use crate::commands::Failure;
use crate::commands::caller::{CallerContext, Ports};
use crate::domain::account::Account;
use crate::ports::FindAccounts;

pub trait KnowsCallers {
    /// Returns when this operator verified the account's owner, if they are still verified.
    ///
    /// # Errors
    /// The store's, or the directory's.
    async fn verified_at(&self, account: &Account, directory: &impl FindAccounts)
    -> Result<Option<Timestamp>, Failure>;

    /// Returns the manager who can vouch where no code reaches a phone of the owner's.
    async fn voucher(&self, account: &Account, directory: &impl FindAccounts) -> Option<Account>;
}

impl<P: Ports> KnowsCallers for CallerContext<'_, P> {
    async fn verified_at(
        &self,
        account: &Account,
        directory: &impl FindAccounts,
    ) -> Result<Option<Timestamp>, Failure> {
        CallerContext::verified_at(self, account, directory).await
    }

    async fn voucher(&self, account: &Account, directory: &impl FindAccounts) -> Option<Account> {
        self.voucher_instead(account, directory).await
    }
}

/// Whether the owner of an account is verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallerVerification {
    /// Of many accounts at a time it is not asked.
    NotAsked,
    Unreadable,
    /// Since when; `None`: they are not.
    Known(Option<Timestamp>),
}
