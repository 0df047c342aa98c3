//! An account and a directory with nothing else in it, for the tests of this folder.

use crate::domain::account::tests::healthy;
use crate::domain::account::{Account, AccountId, AccountName, Mobile};
use crate::domain::phone::Phone;
use crate::domain::query::Query;
use crate::domain::warnings::NumberSharing;
use crate::ports::{DirectoryError, FindAccounts, FoundAccounts};

/// Reads back `account` and answers with `sharing`; a search fails.
pub(super) struct FakeDirectory {
    pub(super) account: Account,
    pub(super) sharing: Result<NumberSharing, DirectoryError>,
}

impl FindAccounts for FakeDirectory {
    async fn find(&self, _: &Query) -> Result<FoundAccounts, DirectoryError> {
        Err(DirectoryError::Gone)
    }

    async fn read_again(&self, _: &Account) -> Result<Account, DirectoryError> {
        Ok(self.account.clone())
    }

    async fn manager(&self, _: &Account) -> Result<Option<Account>, DirectoryError> {
        Ok(None)
    }

    async fn accounts_with_number(&self, _: &Account) -> Result<NumberSharing, DirectoryError> {
        self.sharing.clone()
    }
}

/// An account that is unlocked, with nothing to keep it from being changed.
pub(super) fn account(id: u8, number: &str) -> Account {
    Account {
        id: AccountId::from_bytes([id; 16]),
        name: AccountName::parse(&format!("user{id}")).unwrap(),
        mobile: Mobile::Registered(Phone::parse(number).unwrap()),
        ..healthy()
    }
}
