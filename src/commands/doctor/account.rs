//! What this operator may do with an account, and which rules its password has.

use super::{Check, Finding, Name};
use crate::commands::Failure;
use crate::commands::caller::AccountQuery;
use crate::domain::account::{Account, Protection};
use crate::domain::policy::{AppliedPolicy, PolicySource};
use crate::ports::{FindAccounts, InspectRights};

/// Looks at the one account that `typed` points at. `must_change`: a new password must be changed, unless an option
/// says otherwise.
pub async fn account(typed: &str, directory: &(impl FindAccounts + InspectRights), must_change: bool) -> Vec<Check> {
    let found = match AccountQuery::read(typed) {
        Err(failure) => Err(failure),
        Ok(asked) => asked.resolve(directory).await,
    };
    let account = match found {
        Ok(account) => account,
        // It says nothing of the desk that nobody is called that.
        Err(failure) => return vec![Check::warning(Name::Account, Finding::Failed(failure))],
    };
    let named = || (account.name.to_string(), account.display_name.clone());
    let mut checks = match &account.protected {
        Some(why) => {
            let finding = Finding::Protected { account: named().0, why: why.clone() };
            vec![match why {
                // Nobody else can be helped either, if it is not a matter of this account alone.
                Protection::Unknown(_) => Check::stops_calls(Name::Account, finding),
                _ => Check::warning(Name::Account, finding),
            }]
        }
        None => {
            let (account, name) = named();
            vec![Check::fine(Name::Account, Finding::Account { account, name })]
        }
    };
    // Administrators' accounts inherit no rights from their unit; all others show what has been delegated.
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
            Check::fine(Name::PasswordRules, Finding::Rules { pso })
        }
        AppliedPolicy::Unreadable { pso } => {
            Check::warning(Name::PasswordRules, Finding::RulesUnreadable { pso: pso.clone() })
        }
    });
    checks
}

async fn rights(account: &Account, directory: &impl InspectRights, must_change: bool) -> Vec<Check> {
    let rights = match directory.rights(account).await {
        Ok(rights) => rights,
        Err(error) => return vec![Check::broken(Name::Unlock, Finding::Failed(Failure::Directory(error)))],
    };
    let needed = |name, may, finding| if may { Check::fine(name, finding) } else { Check::stops_calls(name, finding) };
    let demand = Finding::MayDemandChange(rights.must_change);
    vec![
        needed(Name::Unlock, rights.unlock, Finding::MayUnlock(rights.unlock)),
        match rights.reset {
            Some(may) => needed(Name::Reset, may, Finding::MayReset(may)),
            None => Check::warning(Name::Reset, Finding::MayResetUntold),
        },
        match rights.must_change || must_change {
            true => needed(Name::MustChange, rights.must_change, demand),
            false => Check::warning(Name::MustChange, demand),
        },
    ]
}
