//! Checks the operator's rights on an account and its password policy.

use super::{Check, CheckName, Finding, Grant};
use crate::commands::caller::AccountQuery;
use crate::commands::{Failure, Rules, reset};
use crate::domain::account::{Account, Protection};
use crate::domain::dn::Dn;
use crate::domain::policy::{AppliedPolicy, PolicySource};
use crate::domain::query::Query;
use crate::ports::{AccountReadability, DirectoryError, FindAccounts, InspectRights, MissingRight, Random, ReadRight};

/// The most accounts that are looked up to find an ordinary one.
const MOST_EXAMPLES: usize = 5;

/// Reports that no password that follows the desk's own `rules` can be generated, or that they cannot be applied.
pub fn password_rules(rules: &Rules<'_>, random: &dyn Random) -> Option<Check> {
    let failure = reset::can_generate(rules, random).err()?;
    Some(Check::stops_calls(CheckName::PasswordRules, Finding::Failed(failure)))
}

/// Checks the account that `typed` names, or else one that is found. `must_change`: whether a reset requires a change by
/// default.
pub async fn account(
    typed: Option<&str>,
    directory: &(impl FindAccounts + InspectRights),
    must_change: bool,
) -> Vec<Check> {
    let found = match typed.map(AccountQuery::read) {
        Some(Err(failure)) => Err(failure),
        Some(Ok(asked)) => asked.resolve(directory).await,
        None => match example(directory).await {
            Ok(Some(found)) => found,
            Ok(None) => return vec![Check::warning(CheckName::Account, Finding::NoAccount)],
            Err(error) => return vec![Check::warning(CheckName::Account, Finding::Failed(error.into()))],
        },
    };
    match found {
        Ok(account) => of_account(&account, typed.is_none(), directory, must_change).await,
        Err(failure) => of_failure(failure, directory).await,
    }
}

/// Finds an account that is not protected, or cannot be read.
async fn example(
    directory: &(impl FindAccounts + InspectRights),
) -> Result<Option<Result<Account, Failure>>, DirectoryError> {
    for typed in directory.examples().await?.into_iter().take(MOST_EXAMPLES) {
        let Ok(query) = Query::of_account(&typed) else { continue };
        match (AccountQuery { typed, query }).resolve(directory).await {
            Ok(account) if is_protected(&account) => {}
            found => return Ok(Some(found)),
        }
    }
    Ok(None)
}

fn is_protected(account: &Account) -> bool {
    account.protected.as_ref().is_some_and(|why| !matches!(why, Protection::Unknown(_)))
}

async fn of_failure(failure: Failure, directory: &impl InspectRights) -> Vec<Check> {
    match failure {
        Failure::AccountUnreadable(entry) => {
            let readable = readable(&entry.dn, directory).await;
            let unreadable = Finding::Failed(Failure::AccountUnreadable(entry));
            [Check::stops_calls(CheckName::Account, unreadable)].into_iter().chain(readable).collect()
        }
        // What was typed says nothing about the desk.
        Failure::NotAQuery { .. } | Failure::NoSuchAccount { .. } | Failure::SeveralAccounts { .. } => {
            vec![Check::warning(CheckName::Account, Finding::Failed(failure))]
        }
        failure => vec![Check::stops_calls(CheckName::Account, Finding::Failed(failure))],
    }
}

async fn of_account(
    account: &Account,
    is_chosen: bool,
    directory: &impl InspectRights,
    must_change: bool,
) -> Vec<Check> {
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
            let finding = Finding::Account { account: name, name: account.display_name.clone(), is_chosen };
            vec![Check::fine(CheckName::Account, finding)]
        }
    };
    // Administrators' accounts inherit no rights; all others show what was delegated.
    let is_administrators = matches!(
        account.protected,
        Some(Protection::AdminCount | Protection::MemberOf(_) | Protection::InProtectedUnit(_))
    );
    if !is_administrators {
        checks.extend(readable(&account.dn, directory).await);
        checks.extend(rights(account, directory, must_change).await);
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
            let container = |domain: &Dn| domain.child("CN", "System").child("CN", "Password Settings Container");
            let grant = Dn::parse(&account.dn).map(|dn| Grant {
                object: container(&dn.domain()).child("CN", pso).to_string(),
                right: "GR".to_owned(),
                is_for_users: false,
            });
            Check::warning(CheckName::PasswordRules, Finding::RulesUnreadable { pso: pso.clone() }).granted_by(grant)
        }
    });
    checks
}

/// One check for each missing right to read the entry at `dn`.
async fn readable(dn: &str, directory: &impl InspectRights) -> Vec<Check> {
    let AccountReadability { readable, missing, unknown, unsearchable } = match directory.readable(dn).await {
        Ok(readable) => readable,
        Err(error) => return vec![Check::broken(CheckName::Attributes, Finding::Failed(error.into()))],
    };
    let is_readable = missing.is_empty() && unknown.is_empty();
    let fine = is_readable.then(|| Check::fine(CheckName::Attributes, Finding::Readable { n: readable }));
    let missing = missing.into_iter().map(|MissingRight { right, attributes, is_needed }| {
        let grant = Grant::on_unit_of(
            dn,
            &match right {
                ReadRight::Permissions => "RC;".to_owned(),
                ReadRight::Property(name) => format!("RP;{name}"),
            },
        );
        let finding = Finding::Unreadable { attributes };
        match is_needed {
            true => Check::stops_calls(CheckName::Attributes, finding).granted_by(grant),
            false => Check::warning(CheckName::Attributes, finding).granted_by(grant),
        }
    });
    let no_such = |attribute, key| Finding::NoSuchAttribute { attribute, key };
    let unknown = unknown
        .into_iter()
        .map(|attribute| Check::stops_calls(CheckName::Attributes, no_such(attribute, "directory.mobile_attribute")));
    let unsearchable = unsearchable
        .into_iter()
        .map(|attribute| Check::broken(CheckName::Attributes, no_such(attribute, "directory.search_attributes")));
    fine.into_iter().chain(missing).chain(unknown).chain(unsearchable).collect()
}

async fn rights(account: &Account, directory: &impl InspectRights, must_change: bool) -> Vec<Check> {
    let rights = match directory.rights(account).await {
        Ok(rights) => rights,
        Err(error) => return vec![Check::broken(CheckName::Unlock, Finding::Failed(Failure::Directory(error)))],
    };
    let needed = |name, may, finding| if may { Check::fine(name, finding) } else { Check::stops_calls(name, finding) };
    let grant = |right| Grant::on_unit_of(&account.dn, right);
    let change = Finding::MayRequireChange(rights.must_change);
    let change = match rights.must_change || must_change {
        true => needed(CheckName::MustChange, rights.must_change, change),
        false => Check::warning(CheckName::MustChange, change),
    };
    vec![
        needed(CheckName::Unlock, rights.unlock, Finding::MayUnlock(rights.unlock))
            .granted_by(grant("RPWP;lockoutTime")),
        match rights.reset {
            Some(may) => needed(CheckName::Reset, may, Finding::MayReset(may)).granted_by(grant("CA;Reset Password")),
            None => Check::warning(CheckName::Reset, Finding::MayResetUntold),
        },
        change.granted_by(grant("RPWP;pwdLastSet")),
    ]
}
