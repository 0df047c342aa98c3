//! Checks the operator's rights on an account and its password policy.

use super::{Check, CheckName, Finding};
use crate::commands::Failure;
use crate::commands::caller::AccountQuery;
use crate::domain::account::{Account, Protection};
use crate::domain::policy::{AppliedPolicy, PolicySource};
use crate::ports::{FindAccounts, InspectRights};

/// Checks the account that `typed` names. `must_change`: whether a reset requires a change by default.
pub async fn account(typed: &str, directory: &(impl FindAccounts + InspectRights), must_change: bool) -> Vec<Check> {
    let found = match AccountQuery::read(typed) {
        Err(failure) => Err(failure),
        Ok(asked) => asked.resolve(directory).await,
    };
    let account = match found {
        Ok(account) => account,
        // A missing account says nothing about the desk.
        Err(failure) => return vec![Check::warning(CheckName::Account, Finding::Failed(failure))],
    };
    let name = account.name.to_string();
    let mut checks = match &account.protected {
        Some(why) => {
            let finding = Finding::Protected { account: name, why: why.clone() };
            vec![match why {
                // This may apply to all accounts.
                Protection::Unknown(_) => Check::stops_calls(CheckName::Account, finding),
                _ => Check::warning(CheckName::Account, finding),
            }]
        }
        None => {
            let finding = Finding::Account { account: name, name: account.display_name.clone() };
            vec![Check::fine(CheckName::Account, finding)]
        }
    };
    // Administrators' accounts inherit no rights; all others show what was delegated.
    let is_administrators = matches!(
        account.protected,
        Some(Protection::AdminCount | Protection::MemberOf(_) | Protection::InProtectedUnit(_))
    );
    if !is_administrators {
        checks.extend(rights(&account, directory, must_change).await);
    }
    checks.push(match &account.policy {
        AppliedPolicy::Known(policy) => {
            let pso = match &policy.source {
                PolicySource::Pso(name) => Some(name.clone()),
                _ => None,
            };
            Check::fine(CheckName::PasswordRules, Finding::Rules { pso })
        }
        AppliedPolicy::Unreadable { pso } => {
            Check::warning(CheckName::PasswordRules, Finding::RulesUnreadable { pso: pso.clone() })
        }
    });
    checks
}

async fn rights(account: &Account, directory: &impl InspectRights, must_change: bool) -> Vec<Check> {
    let rights = match directory.rights(account).await {
        Ok(rights) => rights,
        Err(error) => return vec![Check::broken(CheckName::Unlock, Finding::Failed(Failure::Directory(error)))],
    };
    let needed = |name, may, finding| if may { Check::fine(name, finding) } else { Check::stops_calls(name, finding) };
    let change = Finding::MayRequireChange(rights.must_change);
    vec![
        needed(CheckName::Unlock, rights.unlock, Finding::MayUnlock(rights.unlock)),
        match rights.reset {
            Some(may) => needed(CheckName::Reset, may, Finding::MayReset(may)),
            None => Check::warning(CheckName::Reset, Finding::MayResetUntold),
        },
        match rights.must_change || must_change {
            true => needed(CheckName::MustChange, rights.must_change, change),
            false => Check::warning(CheckName::MustChange, change),
        },
    ]
}
