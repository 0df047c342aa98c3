//! Warnings for the operator before a code is sent. Refuses nothing, and its failures stop no call.

use super::{CallerContext, IdentityClaim, Ports};
use crate::commands::Failure;
use crate::domain::account::Account;
use crate::domain::audit::UnknownPassword;
use crate::domain::identity::same_name;
use crate::domain::query::Query;
use crate::domain::warnings::{NumberSharing, Warning, warnings};
use crate::ports::{AccountHistory, CardSubject, FindAccounts, FoundAccounts, Notice, VerificationState};

/// Who else has the number of an account, if the search was for that number and so found them.
pub(in crate::commands) fn found_sharing(
    found: &FoundAccounts,
    account: &Account,
    query: &Query,
) -> Option<NumberSharing> {
    let number = query.phone()?;
    let is_named = |other: &Account| match query {
        Query::NameOrPhone { name, .. } => same_name(other.name.as_str(), name.as_str()),
        _ => false,
    };
    (account.mobile.phone() == Some(number)).then(|| {
        let others = found.accounts.iter().filter(|other| other.id != account.id);
        // One found by name need not have the number.
        let others = others.filter(|other| !is_named(other) || other.mobile.phone() == Some(number));
        NumberSharing { others: others.map(|other| other.name.clone()).collect(), more: found.more }
    })
}

impl<P: Ports> CallerContext<'_, P> {
    /// Warnings that need no request to the directory.
    pub(in crate::commands) async fn warnings(&self, account: &Account) -> Result<Vec<Warning>, Failure> {
        let now = self.clock.now();
        let recent = self.codes.recent_activity(account.id, self.limits, now).await?;
        Ok(warnings(account, self.mobile, None, &recent, self.limits, now))
    }

    /// The password that nobody knows, if a reset from here has left the account with one.
    pub(in crate::commands) async fn unknown_password(
        &self,
        account: &Account,
    ) -> Result<Option<UnknownPassword>, Failure> {
        let now = self.clock.now();
        let recent = self.codes.recent_activity(account.id, self.limits, now).await?;
        Ok(recent.incomplete.unknown_password(account, now))
    }

    /// Shows the account and, before a code may be sent, who else has its number. Returns the warnings that were shown.
    pub(in crate::commands) async fn introduce(
        &self,
        account: &Account,
        via: Option<&Account>,
        claim: &IdentityClaim,
        directory: &impl FindAccounts,
    ) -> Result<Vec<Warning>, Failure> {
        if !self.operator.can_answer() {
            return Ok(vec![]);
        }
        let mut warnings = self.warnings(account).await?;
        let voucher = self.voucher_instead(account, directory).await;
        let voucher = voucher.as_ref();
        self.operator.tell(&Notice::Account(CardSubject { account, warnings: &warnings, voucher, verified: None }));
        let is_claimed = claim.code.is_some() || claim.identified_by.is_some();
        if !is_claimed
            && via.is_none()
            && self.verification_state(account, None).await? == VerificationState::Unverified
        {
            warnings.extend(self.tell_sharing(account, directory).await);
        }
        Ok(warnings)
    }

    /// Warns the operator if others have the number that a code would go to.
    pub(in crate::commands) async fn tell_sharing(
        &self,
        account: &Account,
        directory: &impl FindAccounts,
    ) -> Option<Warning> {
        self.trusted(account, None).ok()?;
        let warning = accounts_with_number(account, directory).await?;
        self.operator.tell(&Notice::Warnings(std::slice::from_ref(&warning)));
        Some(warning)
    }
}

/// The warning that others have the number.
async fn accounts_with_number(account: &Account, directory: &impl FindAccounts) -> Option<Warning> {
    match directory.accounts_with_number(account).await {
        Ok(sharing) => sharing.is_shared().then_some(Warning::NumberShared(sharing)),
        // An unknown answer is itself a warning. It must not keep a desk from working.
        Err(_) => Some(Warning::SharingUnknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::caller::fake::{FakeDirectory, account};
    use crate::ports::DirectoryError;

    #[tokio::test]
    async fn unresponsive_directory_is_a_warning() {
        let mobile = account(1, "070-174 06 05");
        let with = |sharing| FakeDirectory { account: mobile.clone(), sharing };
        let silent = with(Err(DirectoryError::TimedOut { server: "dc1".into() }));
        assert_eq!(accounts_with_number(&mobile, &silent).await, Some(Warning::SharingUnknown));
        assert_eq!(accounts_with_number(&mobile, &with(Ok(NumberSharing::default()))).await, None);
        let shared = NumberSharing { others: vec![], more: true };
        let warning = accounts_with_number(&mobile, &with(Ok(shared.clone()))).await;
        assert_eq!(warning, Some(Warning::NumberShared(shared)));
    }

    #[test]
    fn search_by_number_finds_sharing() {
        let (one, two) = (account(1, "070-174 06 05"), account(2, "0701740606"));
        let found = FoundAccounts { accounts: vec![one.clone(), two.clone()], ..FoundAccounts::default() };
        let by = |typed: &str, account: &Account| found_sharing(&found, account, &Query::parse(typed).unwrap());
        let others = vec![two.name.clone()];
        assert_eq!(by("+46701740605", &one), Some(NumberSharing { others, more: false }));
        assert_eq!(by("+46701740605", &two), None, "another of their numbers was meant");
        assert_eq!(by("user1", &one), None);
    }
}
