//! What an operator has to see before a code goes out. It refuses nothing, and no failure of it stops a call.

use super::{CallerContext, IdentityClaim, Ports};
use crate::commands::Failure;
use crate::domain::account::Account;
use crate::domain::limits::RecentActivity;
use crate::domain::query::Query;
use crate::domain::warnings::{NumberSharing, Warning, warnings};
use crate::ports::{FindAccounts, FoundAccounts, Notice, VerificationState};

/// Who else has the number of one who was found, where the search has told: it was for that number.
pub(in crate::commands) fn found_sharing(
    found: &FoundAccounts,
    account: &Account,
    query: &Query,
) -> Option<NumberSharing> {
    let number = query.phone()?;
    let is_named = |other: &Account| match query {
        Query::NameOrPhone { name, .. } => other.name.as_str().to_lowercase() == name.as_str().to_lowercase(),
        _ => false,
    };
    (account.mobile.phone() == Some(number)).then(|| {
        let others = found.accounts.iter().filter(|other| other.id != account.id);
        // Whoever was found by the name need not have the number.
        let others = others.filter(|other| !is_named(other) || other.mobile.phone() == Some(number));
        NumberSharing { others: others.map(|other| other.name.clone()).collect(), more: found.more }
    })
}

impl<P: Ports> CallerContext<'_, P> {
    /// The signs of its number that cost no question to the directory; what was done lately is told by itself.
    pub(in crate::commands) fn warnings(&self, account: &Account) -> Vec<Warning> {
        warnings(account, self.mobile, None, &RecentActivity::default(), self.clock.now())
    }

    /// Shows whose account is at hand; and before a code may be sent, who else has its number.
    pub(in crate::commands) async fn introduce(
        &self,
        account: &Account,
        claim: &IdentityClaim,
        directory: &impl FindAccounts,
    ) -> Result<(), Failure> {
        if !self.operator.can_answer() {
            return Ok(());
        }
        self.operator.tell(&Notice::Account(account, &self.warnings(account)));
        let is_claimed = claim.code.is_some() || claim.identified_by.is_some();
        if !is_claimed && self.verification_state(account).await? == VerificationState::Unverified {
            self.tell_sharing(account, directory).await;
        }
        Ok(())
    }

    /// Asks who else has the number a code would go to, while the operator reads the card, and tells them.
    pub(in crate::commands) async fn tell_sharing(
        &self,
        account: &Account,
        directory: &impl FindAccounts,
    ) -> Option<Warning> {
        self.trusted(account).ok()?;
        let sign = accounts_with_number(account, directory).await?;
        self.operator.tell(&Notice::Warnings(std::slice::from_ref(&sign)));
        Some(sign)
    }
}

/// Whether others have the number, as a sign.
async fn accounts_with_number(account: &Account, directory: &impl FindAccounts) -> Option<Warning> {
    match directory.accounts_with_number(account).await {
        Ok(sharing) => sharing.is_shared().then_some(Warning::NumberShared(sharing)),
        // A warning that cannot be given is itself one. It must not keep a desk from working.
        Err(_) => Some(Warning::SharingUnknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{AccountId, AccountName, Lock, Mobile, PasswordState, SignInRestrictions};
    use crate::domain::phone::Phone;
    use crate::domain::policy::AppliedPolicy;
    use crate::ports::DirectoryError;

    /// FakeDirectory as it is told, and finds nobody.
    struct FakeDirectory(Result<NumberSharing, DirectoryError>);

    impl FindAccounts for FakeDirectory {
        async fn find(&self, _: &Query) -> Result<FoundAccounts, DirectoryError> {
            Err(DirectoryError::Gone)
        }

        async fn read_again(&self, _: &Account) -> Result<Account, DirectoryError> {
            Err(DirectoryError::Gone)
        }

        async fn accounts_with_number(&self, _: &Account) -> Result<NumberSharing, DirectoryError> {
            self.0.clone()
        }
    }

    fn account(id: u8, number: &str) -> Account {
        Account {
            id: AccountId::from_bytes([id; 16]),
            name: AccountName::parse(&format!("user{id}")).unwrap(),
            dn: "CN=x".into(),
            upn: None,
            display_name: "X".into(),
            mail: None,
            department: None,
            mobile: Mobile::Registered(Phone::parse(number).unwrap()),
            mobile_changed: None,
            lock: Lock::Open,
            disabled: false,
            expires: None,
            sign_in: SignInRestrictions::default(),
            password: PasswordState::default(),
            smartcard_required: false,
            protected: None,
            policy: AppliedPolicy::Unreadable { pso: "x".into() },
            may_unlock: true,
            read_at: None,
        }
    }

    #[tokio::test]
    async fn a_directory_that_does_not_answer_is_a_sign() {
        let mobile = account(1, "070-174 06 05");
        let silent = FakeDirectory(Err(DirectoryError::TimedOut { server: "dc1".into() }));
        assert_eq!(accounts_with_number(&mobile, &silent).await, Some(Warning::SharingUnknown));
        assert_eq!(accounts_with_number(&mobile, &FakeDirectory(Ok(NumberSharing::default()))).await, None);
        let shared = NumberSharing { others: vec![], more: true };
        assert_eq!(
            accounts_with_number(&mobile, &FakeDirectory(Ok(shared.clone()))).await,
            Some(Warning::NumberShared(shared))
        );
    }

    #[test]
    fn a_search_by_number_tells_for_nothing() {
        let (one, two) = (account(1, "070-174 06 05"), account(2, "0701740606"));
        let found = FoundAccounts { accounts: vec![one.clone(), two.clone()], ..FoundAccounts::default() };
        let by = |typed: &str, account: &Account| found_sharing(&found, account, &Query::parse(typed).unwrap());
        let others = vec![two.name.clone()];
        assert_eq!(by("+46701740605", &one), Some(NumberSharing { others, more: false }));
        assert_eq!(by("+46701740605", &two), None, "another of their numbers was meant");
        assert_eq!(by("user1", &one), None);
    }
}
