//! One account on every controller, each asked over a connection of its own and all at once: the slowest one is what
//! it costs. Changes nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use futures_util::future::join_all;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ldap3::Scope;
use tokio::time::{Instant, sleep, timeout};

use super::attributes::Entry;
use super::controllers::Controller;
use super::domain::domain_head;
use super::metadata::{self, Originator};
use super::{Connection, LdapDirectory, Settings, ask, connect};
use crate::domain::account::Account;
use crate::domain::dn::Dn;
use crate::domain::replicas::{LockChange, Replica};
use crate::ports::{Clock, ControllerAnswer, ControllerScope, DirectoryError, ServerFault};

/// What is asked of the account.
const ACCOUNT: &[&str] = &[
    "objectGUID",
    "msDS-User-Account-Control-Computed",
    "lockoutTime",
    "badPwdCount",
    "badPasswordTime",
    "pwdLastSet",
    "msDS-ReplAttributeMetaData",
    "replPropertyMetaData",
];

/// What is asked of the controller (MS-ADTS 3.1.1.3.2).
const ROOT: &[&str] = &["dnsHostName", "dsServiceName", "configurationNamingContext", "currentTime"];

/// Between two questions to one controller: it may take long until what changed on another has come there.
const PAUSE: Duration = Duration::from_millis(500);

/// The connections to several controllers, by their places; the first that is asked is the one that is signed in to.
/// `None`: it was lost.
#[derive(Default)]
pub(super) struct Lines(RefCell<BTreeMap<usize, Option<Connection>>>);

impl Lines {
    /// The connection to the controller in this place, opened if need be.
    pub(super) async fn to(&self, place: usize, directory: &LdapDirectory<'_>) -> Result<Connection, DirectoryError> {
        let LdapDirectory { settings, credentials, random, controllers, .. } = directory;
        let kept = self.0.borrow().get(&place).cloned().flatten();
        if let Some(mut kept) = kept
            && !kept.ldap.is_closed()
        {
            return Ok(kept);
        }
        let controller = controllers.list.get(place).ok_or(DirectoryError::Unreachable { tried: vec![] })?;
        let opened = connect::one(place, controller, settings, credentials, *random).await?;
        self.0.borrow_mut().insert(place, Some(opened.clone()));
        Ok(opened)
    }

    /// Begins with this one. What was lost stays so.
    fn begin(&self, connection: Connection) {
        self.0.borrow_mut().entry(connection.at).or_insert(Some(connection));
    }

    /// Nothing comes over it any more, though it may not have been closed: the next question opens another.
    fn lose(&self, place: usize) {
        self.0.borrow_mut().insert(place, None);
    }
}

/// Asks them, and again until they are settled or the time limit has passed.
pub(super) async fn query_all(
    directory: &LdapDirectory<'_>,
    account: &Account,
    among: ControllerScope,
    clock: &dyn Clock,
    settled: &dyn Fn(&[ControllerAnswer]) -> bool,
) -> Vec<ControllerAnswer> {
    let limit = directory.settings.timeout;
    let everyone = |place: usize, controller: &Controller| is_among(among, place, controller, directory);
    let mut asked = once(directory, account, &everyone, clock, limit).await;
    let deadline = Instant::now() + limit;
    while !settled(&asked) && Instant::now() + PAUSE < deadline {
        sleep(PAUSE).await;
        asked = once(directory, account, &everyone, clock, limit).await;
    }
    let refused = directory.controllers.refused.iter().filter(|_| among == ControllerScope::Domain);
    asked.extend(refused.map(|(server, reach)| ControllerAnswer {
        place: usize::MAX,
        server: server.clone(),
        answer: Err(unreachable(server, reach.clone())),
    }));
    asked
}

/// Asks those of the site, and waits for none. Those that were silent lately are not asked, and tell nothing.
pub(super) async fn query_responsive(
    directory: &LdapDirectory<'_>,
    account: &Account,
    clock: &dyn Clock,
) -> Vec<ControllerAnswer> {
    let LdapDirectory { settings, controllers, .. } = directory;
    let here = directory.connection().at;
    let wanted = |place: usize, controller: &Controller| is_among(ControllerScope::Site, place, controller, directory);
    let sleeps = |place: usize, controller: &Controller| place != here && settings.silent.has(controller);
    let sleeping =
        controllers.list.iter().enumerate().filter(|(place, one)| wanted(*place, one) && sleeps(*place, one));
    let sleeping: Vec<ControllerAnswer> = sleeping
        .map(|(place, controller)| ControllerAnswer {
            place,
            server: controller.name().to_owned(),
            answer: Err(unreachable(controller.name(), ServerFault::TimedOut)),
        })
        .collect();
    let at_hand = |place: usize, controller: &Controller| wanted(place, controller) && !sleeps(place, controller);
    let mut asked = once(directory, account, &at_hand, clock, connect::head_start(settings)).await;
    for ControllerAnswer { place, answer, .. } in &asked {
        if let (Some(controller), Err(DirectoryError::Unreachable { tried })) = (controllers.list.get(*place), answer) {
            tried.iter().for_each(|(_, reach)| settings.silent.note(controller, reach));
        }
    }
    asked.extend(sleeping);
    asked
}

fn is_among(among: ControllerScope, place: usize, controller: &Controller, directory: &LdapDirectory<'_>) -> bool {
    // The PDC emulator decides, wherever it is.
    among == ControllerScope::Domain || controller.near || controller.pdc_emulator || place == directory.connection().at
}

async fn once(
    directory: &LdapDirectory<'_>,
    account: &Account,
    chosen: &dyn Fn(usize, &Controller) -> bool,
    clock: &dyn Clock,
    limit: Duration,
) -> Vec<ControllerAnswer> {
    let LdapDirectory { settings, controllers, lines, .. } = directory;
    let asked = controllers.list.iter().enumerate().filter(|(place, controller)| chosen(*place, controller));
    lines.begin(directory.connection());
    let asked = asked.map(|(place, controller)| async move {
        let work = async {
            let connection = lines.to(place, directory).await?;
            replica(&connection, settings, account, clock).await
        };
        let silent = |_| Err(unreachable(controller.name(), ServerFault::TimedOut));
        let answer = timeout(limit, work).await.unwrap_or_else(silent);
        use DirectoryError::{Lost, TimedOut, Unreachable};
        if matches!(answer, Err(Lost { .. } | TimedOut { .. } | Unreachable { .. })) {
            lines.lose(place);
        }
        ControllerAnswer { place, server: controller.name().to_owned(), answer }
    });
    join_all(asked).await
}

fn unreachable(server: &str, reach: ServerFault) -> DirectoryError {
    DirectoryError::Unreachable { tried: vec![(server.to_owned(), reach)] }
}

/// One flight, and another where the lock's origin is told by number.
async fn replica(
    c: &Connection,
    settings: &Settings,
    account: &Account,
    clock: &dyn Clock,
) -> Result<Replica, DirectoryError> {
    let anything = "(objectClass=*)";
    let (root, entry, head) = tokio::try_join!(
        async { Ok((ask::one(c, settings, "", anything, ROOT).await?, clock.now())) },
        ask::one(c, settings, &account.dn, anything, ACCOUNT),
        ask::one(c, settings, domain_head(&account.dn), anything, &["fSMORoleOwner"]),
    )?;
    let lacks =
        |attribute: &str| DirectoryError::Malformed { server: c.server.clone(), attribute: attribute.to_owned() };
    let (Some(root), now) = root else { return Err(lacks("currentTime")) };
    // Behind in replication, another may stand there.
    let entry = entry.filter(|entry| entry.id() == Some(account.id)).ok_or(DirectoryError::Gone)?;
    let text = |attribute: &str| root.text(attribute).map(str::to_owned).ok_or_else(|| lacks(attribute));
    let settings_dn = text("dsServiceName")?;
    let time = root.text("currentTime").and_then(generalized_time).ok_or_else(|| lacks("currentTime"))?;
    let locked = entry.locked().ok_or_else(|| lacks("msDS-User-Account-Control-Computed"))?;
    let owner = head.as_ref().and_then(|head| head.text("fSMORoleOwner"));
    Ok(Replica {
        server: text("dnsHostName")?.to_lowercase(),
        pdc_emulator: owner.is_some_and(|owner| Dn::same(owner, &settings_dn)),
        settings_dn,
        locked,
        lockout_time: entry.moment("lockoutTime"),
        wrong_tries: entry.number("badPwdCount").and_then(|n| n.try_into().ok()).unwrap_or(0),
        last_wrong_try: entry.moment("badPasswordTime"),
        password_last_set: entry.moment("pwdLastSet"),
        // The server tells whole seconds.
        clock_ahead: SignedDuration::from_secs(time.as_second() - now.as_second()),
        lock_change: if locked { lock_change(c, settings, &root, &entry).await? } else { None },
    })
}

async fn lock_change(
    c: &Connection,
    settings: &Settings,
    root: &Entry,
    entry: &Entry,
) -> Result<Option<LockChange>, DirectoryError> {
    let Some((at, by)) = metadata::last_change(entry, "lockoutTime") else { return Ok(None) };
    let settings_dn = match by {
        Originator::Settings(dn) => Some(dn),
        Originator::Invocation(id) => {
            let Some(configuration) = root.text("configurationNamingContext") else { return Ok(None) };
            let id: String = id.iter().map(|byte| format!("\\{byte:02x}")).collect();
            let filter = format!("(&(objectClass=nTDSDSA)(invocationId={id}))");
            let sites = format!("CN=Sites,{configuration}");
            let (found, _) = ask::search(c, settings, &sites, Scope::Subtree, &filter, &["objectGUID"]).await?;
            found.into_iter().next().map(|entry| entry.dn)
        }
    };
    Ok(settings_dn.map(|settings_dn| LockChange { at, settings_dn }))
}

/// `20260504121700.0Z` (RFC 4517, 3.3.13).
pub(super) fn generalized_time(text: &str) -> Option<Timestamp> {
    let time = DateTime::strptime("%Y%m%d%H%M%S", text.get(..14)?).ok()?;
    text.ends_with('Z').then(|| time.to_zoned(TimeZone::UTC).ok().map(|time| time.timestamp()))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_controllers_clock() {
        let time = "2026-05-04T12:17:09Z".parse().ok();
        assert_eq!(generalized_time("20260504121709.0Z"), time);
        assert_eq!(generalized_time("20260504121709Z"), time);
        for other in ["", "2026", "20260504121709", "20269904121709.0Z", "20260504121709+0100"] {
            assert_eq!(generalized_time(other), None, "{other}");
        }
    }
}
