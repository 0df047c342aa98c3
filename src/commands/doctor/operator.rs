//! Checks the operator in the directory: sign-in, search, PDC emulator and own password.

use jiff::{SignedDuration, Timestamp};

use super::{Check, CheckName, ControllerChecks, Finding};
use crate::commands::Failure;
use crate::commands::whoami::{CredentialSource, UserSource};
use crate::domain::dn::Dn;
use crate::domain::query::Query;
use crate::ports::{Clock, DirectoryError, FindAccounts, InspectRights};

/// Time left below which the operator's password is a warning.
const EXPIRES_SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

#[derive(Debug, Clone, Copy)]
pub struct OperatorSignIn<'a> {
    /// The configured user.
    pub user: &'a str,
    /// The account as the directory names it; the configured user if it does not.
    pub account: &'a str,
    pub server: &'a str,
    pub user_source: UserSource,
    pub source: CredentialSource,
    /// Whether reuse of earlier passwords must be prevented.
    pub history_required: bool,
    /// How many protected groups and units the settings name.
    pub protected: usize,
    pub supervisors: &'a [String],
}

/// Checks what a signed-in operator needs.
pub async fn operator(
    sign_in: OperatorSignIn<'_>,
    directory: &(impl FindAccounts + InspectRights),
    controllers: &ControllerChecks,
    clock: &dyn Clock,
) -> Vec<Check> {
    let OperatorSignIn { user, account, server, user_source, source, history_required, protected, supervisors } =
        sign_in;
    let signed_in = Finding::SignedIn { user: user.to_owned(), server: server.to_owned(), user_source, source };
    let mut checks = vec![Check::fine(CheckName::SignIn, signed_in), pdc(directory.pdc_emulator().await, controllers)];
    match own_account(account, directory).await {
        Ok(expires) => {
            checks.push(Check::fine(CheckName::Search, Finding::Searched));
            if protected > 0 {
                checks.push(Check::fine(CheckName::Protected, Finding::ProtectedExist { n: protected }));
            }
            checks.extend(expires.map(|expires| own_password(expires, clock.now())));
        }
        Err(error) => {
            let name = match error {
                DirectoryError::NoSuchGroup { .. }
                | DirectoryError::NotASecurityGroup { .. }
                | DirectoryError::NoSuchUnit { .. } => CheckName::Protected,
                _ => CheckName::Search,
            };
            checks.push(Check::stops_calls(name, Finding::Failed(Failure::Directory(error))));
        }
    }
    checks.extend(self::supervisors(supervisors, directory).await);
    let all_have_hints = controllers.reachable.iter().all(|(_, facts)| facts.policy_hints);
    checks.push(Check::fine(
        CheckName::History,
        match (history_required, all_have_hints) {
            (false, _) => Finding::HistoryOff,
            (true, true) => Finding::PolicyHints,
            (true, false) => Finding::SetThenChange,
        },
    ));
    checks
}

fn pdc(owner: Result<Option<String>, DirectoryError>, controllers: &ControllerChecks) -> Check {
    let owner = match owner {
        Ok(Some(owner)) => owner,
        Ok(None) => return Check::warning(CheckName::PdcEmulator, Finding::PdcUntold),
        Err(error) => return Check::warning(CheckName::PdcEmulator, Finding::Failed(Failure::Directory(error))),
    };
    let is_owner = |dn: &Option<String>| dn.as_ref().is_some_and(|dn| Dn::same(dn, &owner));
    match controllers.reachable.iter().position(|(_, facts)| is_owner(&facts.settings_dn)) {
        Some(0) => {
            Check::fine(CheckName::PdcEmulator, Finding::PdcIsFirst { server: controllers.reachable[0].0.clone() })
        }
        Some(at) if controllers.are_listed => {
            let (server, first) = (controllers.reachable[at].0.clone(), controllers.reachable[0].0.clone());
            Check::warning(CheckName::PdcEmulator, Finding::PdcIsNotFirst { server, first })
        }
        // Discovery tries it first if it answers in time.
        Some(at) => {
            Check::fine(CheckName::PdcEmulator, Finding::PdcIsFirst { server: controllers.reachable[at].0.clone() })
        }
        None => {
            Check::warning(CheckName::PdcEmulator, Finding::PdcElsewhere { name: controller_name(&owner).to_owned() })
        }
    }
}

/// Returns the controller's name from the DN of its settings, `CN=NTDS Settings,CN=DC1,…`.
fn controller_name(settings_dn: &str) -> &str {
    let name = settings_dn.split(',').nth(1).and_then(|part| part.split_once('='));
    name.map_or(settings_dn, |(_, name)| name)
}

/// Looks the operator up like any account, which checks the search base and the protected groups and units. Returns
/// when their password expires, if they are found.
async fn own_account(
    account: &str,
    directory: &impl FindAccounts,
) -> Result<Option<Option<Timestamp>>, DirectoryError> {
    // Also a name that no account has is looked up, for the sake of the rest.
    let found = directory.find(&Query::nearest(account)).await?;
    Ok(match found.accounts.as_slice() {
        [account] => Some(account.password.expires),
        _ => None,
    })
}

/// A misspelt supervisor opens no closed verification, and is not protected.
async fn supervisors(names: &[String], directory: &impl InspectRights) -> Vec<Check> {
    let mut checks = Vec::new();
    for name in names {
        match directory.is_account(name).await {
            Ok(true) => {}
            Ok(false) => {
                checks.push(Check::warning(CheckName::Supervisors, Finding::SupervisorMissing { name: name.clone() }));
            }
            Err(error) => return vec![Check::warning(CheckName::Supervisors, Finding::Failed(error.into()))],
        }
    }
    if checks.is_empty() && !names.is_empty() {
        checks.push(Check::fine(CheckName::Supervisors, Finding::SupervisorsExist { n: names.len() }));
    }
    checks
}

fn own_password(expires: Option<Timestamp>, now: Timestamp) -> Check {
    let soon = expires.is_some_and(|expires| expires.duration_since(now) < EXPIRES_SOON);
    let finding = Finding::OwnPassword { expires };
    if soon { Check::warning(CheckName::OwnPassword, finding) } else { Check::fine(CheckName::OwnPassword, finding) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controller_name_from_settings_dn() {
        assert_eq!(controller_name("CN=NTDS Settings,CN=DC1,CN=Servers,CN=Site,DC=se"), "DC1");
        assert_eq!(controller_name("nonsense"), "nonsense");
    }
}
