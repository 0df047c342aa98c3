//! The operator in the directory: signed in, able to look people up, and where what they change is decided.

use jiff::{SignedDuration, Timestamp};

use super::{Check, Finding, Looked, Name};
use crate::commands::Failure;
use crate::commands::whoami::CredentialSource;
use crate::domain::dn::Dn;
use crate::domain::query::Query;
use crate::ports::{Clock, DirectoryError, FindAccounts, InspectRights};

/// A password of the operator's that ends so soon is told of.
const SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Who is signed in, and how.
#[derive(Debug, Clone, Copy)]
pub struct SignedInAs<'a> {
    /// As configured.
    pub user: &'a str,
    /// As the directory says; as configured where it does not say.
    pub account: &'a str,
    /// Where.
    pub server: &'a str,
    /// Where the password comes from.
    pub source: CredentialSource,
    /// Whether earlier passwords must be kept out.
    pub history_required: bool,
}

/// Looks at what a signed-in operator needs.
pub async fn operator(
    who: SignedInAs<'_>,
    directory: &(impl FindAccounts + InspectRights),
    looked: &Looked,
    clock: &dyn Clock,
) -> Vec<Check> {
    let SignedInAs { user, account, server, source, history_required } = who;
    let signed_in = Finding::SignedIn { user: user.to_owned(), server: server.to_owned(), source };
    let mut checks = vec![Check::fine(Name::SignIn, signed_in), pdc(directory.pdc_emulator().await, looked)];
    match own_account(account, directory).await {
        Ok(expires) => {
            checks.push(Check::fine(Name::Search, Finding::Searched));
            checks.extend(expires.map(|expires| own_password(expires, clock.now())));
        }
        Err(error) => checks.push(Check::stops_calls(Name::Search, Finding::Failed(Failure::Directory(error)))),
    }
    let all_have_hints = looked.shown.iter().all(|(_, shown)| shown.policy_hints);
    checks.push(Check::fine(
        Name::History,
        match (history_required, all_have_hints) {
            (false, _) => Finding::HistoryOff,
            (true, true) => Finding::PolicyHints,
            (true, false) => Finding::SetThenChange,
        },
    ));
    checks
}

fn pdc(owner: Result<Option<String>, DirectoryError>, looked: &Looked) -> Check {
    let owner = match owner {
        Ok(Some(owner)) => owner,
        Ok(None) => return Check::warning(Name::PdcEmulator, Finding::PdcUntold),
        Err(error) => return Check::warning(Name::PdcEmulator, Finding::Failed(Failure::Directory(error))),
    };
    let is_owner = |dn: &Option<String>| dn.as_ref().is_some_and(|dn| Dn::same(dn, &owner));
    match looked.shown.iter().position(|(_, shown)| is_owner(&shown.settings_dn)) {
        Some(0) => Check::fine(Name::PdcEmulator, Finding::PdcIsFirst { server: looked.shown[0].0.clone() }),
        Some(at) if looked.are_listed => {
            let (server, first) = (looked.shown[at].0.clone(), looked.shown[0].0.clone());
            Check::warning(Name::PdcEmulator, Finding::PdcIsNotFirst { server, first })
        }
        // DNS tells of it first; it is told of late when it did not come first here.
        Some(at) => Check::fine(Name::PdcEmulator, Finding::PdcIsFirst { server: looked.shown[at].0.clone() }),
        None => Check::warning(Name::PdcEmulator, Finding::PdcElsewhere { name: controller(&owner).to_owned() }),
    }
}

/// The controller's name in the DN of its settings, `CN=NTDS Settings,CN=DC1,…`.
fn controller(settings_dn: &str) -> &str {
    let name = settings_dn.split(',').nth(1).and_then(|part| part.split_once('='));
    name.map_or(settings_dn, |(_, name)| name)
}

/// Looks the operator up as anyone would be, which shows that the search base and the protected groups and units are
/// there. When their password ends, if they are found.
async fn own_account(
    account: &str,
    directory: &impl FindAccounts,
) -> Result<Option<Option<Timestamp>>, DirectoryError> {
    let Ok(query) = Query::of_account(account) else { return Ok(None) };
    let found = directory.find(&query).await?;
    Ok(match found.accounts.as_slice() {
        [account] => Some(account.password.expires),
        _ => None,
    })
}

fn own_password(expires: Option<Timestamp>, now: Timestamp) -> Check {
    let soon = expires.is_some_and(|expires| expires.duration_since(now) < SOON);
    let finding = Finding::OwnPassword { expires };
    if soon { Check::warning(Name::OwnPassword, finding) } else { Check::fine(Name::OwnPassword, finding) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_settings_they_are() {
        assert_eq!(controller("CN=NTDS Settings,CN=DC1,CN=Servers,CN=Site,DC=se"), "DC1");
        assert_eq!(controller("nonsense"), "nonsense");
    }
}
