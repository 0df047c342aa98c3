//! One account on every controller, each asked over a connection of its own and all at once, so that it takes as long
//! as the slowest.

use std::time::Duration;

use futures_util::future::join_all;
use jiff::SignedDuration;
use ldap3::Scope;
use tokio::time::{Instant, sleep, timeout};

use super::metadata::{self, Originator};
use super::query;
use crate::adapters::directory::errors::unreachable;
use crate::adapters::directory::{
    COMPUTED, Connection, ConnectionPool, ControllerAddress, LdapEntry, Result, domain_head,
};
use crate::adapters::race;
use crate::domain::account::Account;
use crate::domain::dn::Dn;
use crate::domain::replicas::{LockChange, Replica};
use crate::ports::{Clock, ControllerAnswer, ControllerScope, DirectoryError, ServerFault};

const ACCOUNT: &[&str] = &[
    "objectGUID",
    COMPUTED,
    "lockoutTime",
    "badPwdCount",
    "badPasswordTime",
    "pwdLastSet",
    "msDS-ReplAttributeMetaData",
    "replPropertyMetaData",
];

/// What is read of the controller (MS-ADTS 3.1.1.3.2).
const ROOT: &[&str] = &["dnsHostName", "dsServiceName", "configurationNamingContext", "currentTime"];

/// Between two requests to one controller: replication may take long.
const PAUSE: Duration = Duration::from_millis(500);

/// Asks the controllers until `stop_when` returns true or the time limit has passed.
pub(crate) async fn query_all(
    pool: &ConnectionPool<'_>,
    account: &Account,
    among: ControllerScope,
    clock: &dyn Clock,
    stop_when: &dyn Fn(&[ControllerAnswer]) -> bool,
) -> Vec<ControllerAnswer> {
    let limit = pool.dialer.settings.timeout;
    let places = places(pool, among);
    let mut asked = once(pool, account, &places, clock, limit).await;
    let deadline = Instant::now() + limit;
    while !stop_when(&asked) && Instant::now() + PAUSE < deadline {
        sleep(PAUSE).await;
        asked = once(pool, account, &places, clock, limit).await;
    }
    let refused = pool.dialer.controllers.refused.iter().filter(|_| among == ControllerScope::Domain);
    asked.extend(refused.map(|(server, reach)| unasked(usize::MAX, server, reach.clone())));
    asked
}

/// Asks the controllers of the site, and waits for none. Those that were silent lately are not asked.
pub(crate) async fn query_responsive(
    pool: &ConnectionPool<'_>,
    account: &Account,
    clock: &dyn Clock,
) -> Vec<ControllerAnswer> {
    let (settings, list, here) = (&pool.dialer.settings, &pool.dialer.controllers.list, pool.current().place);
    let is_silent = |place: &usize| *place != here && settings.unresponsive.has(&list[*place].url);
    let (silent, responsive): (Vec<_>, Vec<_>) = places(pool, ControllerScope::Site).into_iter().partition(is_silent);
    let mut asked = once(pool, account, &responsive, clock, pool.dialer.head_start()).await;
    asked.extend(silent.into_iter().map(|place| unasked(place, list[place].name(), ServerFault::TimedOut)));
    asked
}

/// The places of the controllers that are asked. The PDC emulator decides, wherever it is.
fn places(pool: &ConnectionPool<'_>, among: ControllerScope) -> Vec<usize> {
    let here = pool.current().place;
    let is_among = |(place, controller): &(usize, &ControllerAddress)| {
        among == ControllerScope::Domain || controller.near || controller.pdc_emulator || *place == here
    };
    pool.dialer.controllers.list.iter().enumerate().filter(is_among).map(|(place, _)| place).collect()
}

async fn once(
    pool: &ConnectionPool<'_>,
    account: &Account,
    places: &[usize],
    clock: &dyn Clock,
    limit: Duration,
) -> Vec<ControllerAnswer> {
    let (settings, list) = (&pool.dialer.settings, &pool.dialer.controllers.list);
    let asked = places.iter().map(async |&place| {
        let server = list[place].name();
        let attempt = async |kept: Option<Connection>| {
            let c = match kept {
                Some(kept) => kept,
                None => pool.open_to(place).await?,
            };
            match replica(&c, account, clock).await {
                Err(error) if error.is_unanswered() => Err(error),
                answer => Ok(answer),
            }
        };
        let kept = pool.kept(place);
        // A firewall may have forgotten the one that is kept, so a new one is tried beside it.
        let attempts = kept.clone().into_iter().map(Some).chain([None]).map(attempt);
        let silent = || Err(unreachable(server, ServerFault::TimedOut));
        let answer = match timeout(limit, race::first(attempts, limit / 2)).await {
            Ok(Ok(first)) => {
                if let Some(kept) = kept.filter(|_| first.unfinished.contains(&0)) {
                    kept.give_up();
                }
                first.value
            }
            Ok(Err(mut errors)) => errors.pop().map_or_else(silent, Err),
            Err(_) => {
                pool.discard(place, limit == settings.timeout);
                silent()
            }
        };
        if let Err(DirectoryError::Unreachable { tried }) = &answer {
            tried.iter().for_each(|(_, reach)| settings.unresponsive.note(&list[place].url, reach));
        }
        ControllerAnswer { place, server: server.to_owned(), answer }
    });
    join_all(asked).await
}

fn unasked(place: usize, server: &str, reach: ServerFault) -> ControllerAnswer {
    ControllerAnswer { place, server: server.to_owned(), answer: Err(unreachable(server, reach)) }
}

/// The account on one controller. One round trip, and another where the metadata names the lock's origin by number.
async fn replica(c: &Connection, account: &Account, clock: &dyn Clock) -> Result<Replica> {
    let (root, entry, head) = tokio::try_join!(
        async { Ok((c.read("", ROOT).await?, clock.now())) },
        // A controller behind in replication may have another account by that name.
        c.read_account(account, ACCOUNT),
        c.read(domain_head(&account.dn), &["fSMORoleOwner"]),
    )?;
    let (Some(root), now) = root else { return Err(c.malformed("currentTime")) };
    let text = |attribute| root.text(attribute).map(str::to_owned).ok_or_else(|| c.malformed(attribute));
    let settings_dn = text("dsServiceName")?;
    let time = root.time("currentTime").ok_or_else(|| c.malformed("currentTime"))?;
    let locked = entry.locked().ok_or_else(|| c.malformed(COMPUTED))?;
    let owner = head.as_ref().and_then(|head| head.text("fSMORoleOwner"));
    Ok(Replica {
        server: text("dnsHostName")?.to_lowercase(),
        pdc_emulator: owner.is_some_and(|owner| Dn::same(owner, &settings_dn)),
        settings_dn,
        locked,
        lockout_time: entry.moment("lockoutTime"),
        wrong_tries: entry.count("badPwdCount").unwrap_or(0),
        last_wrong_try: entry.moment("badPasswordTime"),
        password_last_set: entry.moment("pwdLastSet"),
        // The server gives whole seconds.
        clock_ahead: SignedDuration::from_secs(time.as_second() - now.as_second()),
        lock_change: if locked { lock_change(c, &root, &entry).await? } else { None },
    })
}

async fn lock_change(c: &Connection, root: &LdapEntry, entry: &LdapEntry) -> Result<Option<LockChange>> {
    let Some((at, by)) = metadata::last_change(entry, "lockoutTime") else { return Ok(None) };
    let settings_dn = match by {
        Originator::Settings(dn) => Some(dn),
        Originator::Invocation(id) => {
            let Some(configuration) = root.text("configurationNamingContext") else { return Ok(None) };
            let filter = format!("(&(objectClass=nTDSDSA)(invocationId={}))", query::escaped(&id));
            let sites = format!("CN=Sites,{configuration}");
            let (found, _) = c.search(&sites, Scope::Subtree, &filter, &["objectGUID"]).await?;
            found.into_iter().next().map(|entry| entry.dn)
        }
    };
    Ok(settings_dn.map(|settings_dn| LockChange { at, settings_dn }))
}
