//! Servers and networks that say nothing, or never stop: what the program does when the connection stands and the answer
//! does not come. It waits for its time limit, one second here; signing in had to keep within it before.

use std::sync::atomic::{AtomicBool, Ordering};

use servicedesk::adapters::directory::{LdapControllers, LdapSignIn, UnresponsiveControllers};
use servicedesk::ports::{
    ChangeAccounts, ControllerAnswer, ControllerScope, FindAccountsInBulk, InspectControllers, QueryControllers, SignIn,
};

use super::acting::{all_unlocked, locked, run};
use super::proxy::{Fault, Operation, Proxy};
use super::*;

const LIMIT: Duration = Duration::from_secs(1);

/// Two ways to the server. The program has signed in over the first.
struct Ways {
    first: Proxy,
    second: Proxy,
    settings: DirectorySettings,
    directory: LdapDirectory<'static>,
    armed: Arc<AtomicBool>,
}

/// The fault strikes `operation` on the first way, from [`Ways::fail`] on.
async fn ways(server: &impl TestServer, operation: Operation, fault: Fault) -> Ways {
    let armed = Arc::new(AtomicBool::new(false));
    let strikes = Arc::clone(&armed);
    let rule = move |asked| if asked == operation && strikes.load(Ordering::Relaxed) { fault } else { Fault::Pass };
    let (first, second) = (Proxy::deciding(server, rule).await, Proxy::deciding(server, |_| Fault::Pass).await);
    loop {
        // What was too slow on a busy machine is forgotten.
        let unresponsive = UnresponsiveControllers::default();
        let settings = DirectorySettings { timeout: LIMIT, unresponsive, ..Proxy::in_turn(&[&first, &second]) };
        let before = second.count(Operation::Bind);
        let signed_in = LdapDirectory::connect(settings.clone(), server.password(), &SystemRandom).await;
        if let (Ok(directory), true) = (signed_in, second.count(Operation::Bind) == before) {
            return Ways { first, second, settings, directory, armed };
        }
    }
}

impl Ways {
    /// Returns the number of searches and binds so far on both ways.
    fn fail(&self) -> [usize; 2] {
        self.armed.store(true, Ordering::Relaxed);
        [&self.first, &self.second].map(|proxy| proxy.asked().len())
    }
}

/// Signed in over `proxy`, for requests of a second.
pub(super) async fn signed_in(server: &impl TestServer, proxy: &Proxy) -> LdapDirectory<'static> {
    let settings = DirectorySettings { timeout: LIMIT, ..proxy.settings.clone() };
    loop {
        // It may be too slow on a busy machine.
        if let Ok(directory) = LdapDirectory::connect(settings.clone(), server.password(), &SystemRandom).await {
            return directory;
        }
    }
}

/// A controller that signs in and then hangs, or breaks each connection.
pub async fn failing_server_gives_way_to_the_next(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    for fault in [Fault::Ignored, Fault::Lost, Fault::Malformed] {
        let ways = ways(server, Operation::Search, fault).await;
        ways.fail();
        assert_eq!(only(&ways.directory, eva.name.as_str()).await.id, eva.id);
        let [asked, next] = ways.fail();
        assert_eq!(ways.directory.read_again(&eva).await.unwrap().id, eva.id);
        let again = (ways.first.asked().len(), ways.second.asked().len() > next);
        assert_eq!(again, (asked, true), "{fault:?}: it is not asked again");
        // Nor does another sign-in begin there.
        server.desk_with(ways.settings.clone()).await;
        assert_eq!(ways.first.asked().len(), asked, "{fault:?}");
    }
}

pub async fn answer_that_drips_is_cut(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    let ways = ways(server, Operation::Search, Fault::Dripping).await;
    let [_, next] = ways.fail();
    assert_eq!(ways.directory.read_again(&eva).await.unwrap().id, eva.id);
    assert!(ways.second.asked().len() > next);
}

pub async fn answer_without_end_is_cut(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    let mut searches = 0;
    let rule = move |operation| {
        searches += usize::from(operation == Operation::Search);
        if searches == 1 && operation == Operation::Search { Fault::Flooding } else { Fault::Pass }
    };
    let proxy = Proxy::deciding(server, rule).await;
    let directory = server.desk_with(DirectorySettings { timeout: super::LIMIT, ..proxy.settings.clone() }).await;
    let flooded = directory.read_again(&eva).await;
    assert!(matches!(flooded, Err(DirectoryError::TooLarge { .. })), "{flooded:?}");
    assert_eq!(directory.read_again(&eva).await.unwrap().id, eva.id);
    assert_eq!(proxy.count(Operation::Bind), 2);
}

/// A firewall drops what comes over a connection that it has forgotten; a new one passes.
fn forgetting() -> (Arc<AtomicBool>, impl FnMut(Operation) -> Fault + Send + 'static) {
    let forgotten = Arc::new(AtomicBool::new(false));
    let rule = Arc::clone(&forgotten);
    let rule = move |operation| {
        if operation == Operation::Bind {
            rule.store(false, Ordering::Relaxed);
        }
        if rule.load(Ordering::Relaxed) { Fault::Ignored } else { Fault::Pass }
    };
    (forgotten, rule)
}

pub async fn forgotten_connection_is_replaced(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    let (forgotten, rule) = forgetting();
    let proxy = Proxy::deciding(server, rule).await;
    let directory = signed_in(server, &proxy).await;
    for _ in 0..2 {
        forgotten.store(true, Ordering::Relaxed);
        assert_eq!(only(&directory, eva.name.as_str()).await.id, eva.id);
    }
    // What a change asks first is asked again too.
    server.lock(&eva).await;
    forgotten.store(true, Ordering::Relaxed);
    directory.unlock(&receipt().await, &eva).await.unwrap();
    assert!(!server.facts(&eva).await.is_locked());
}

/// The comparison of controllers keeps a connection to each.
pub async fn forgotten_connection_to_another_controller_is_replaced(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    let (forgotten, rule) = forgetting();
    let (first, second) = (Proxy::deciding(server, |_| Fault::Pass).await, Proxy::deciding(server, rule).await);
    // The second is tried beside the first after half of it.
    let settings = DirectorySettings { timeout: LIMIT * 2, ..Proxy::in_turn(&[&first, &second]) };
    let directory = server.desk_with(settings).await;
    let ask = async || {
        let asked = directory.query_all(&eva, ControllerScope::Domain, &SystemClock, &|_| true).await;
        asked.into_iter().filter_map(|ControllerAnswer { answer, .. }| answer.ok()).count()
    };
    assert_eq!(ask().await, 2);
    forgotten.store(true, Ordering::Relaxed);
    assert_eq!(ask().await, 2);
}

/// The change may have been made: the same controller is asked over another connection. It was not, so the next makes it.
pub async fn unanswered_unlock_is_read_back(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    server.lock(&eva).await;
    let ways = ways(server, Operation::Modify, Fault::Ignored).await;
    ways.fail();
    ways.directory.unlock(&receipt().await, &eva).await.unwrap();
    assert!(!server.facts(&eva).await.is_locked());
    assert_eq!([&ways.first, &ways.second].map(|proxy| proxy.count(Operation::Modify)), [1, 1]);
    // The next change does not go to the silent one first.
    let [asked, _] = ways.fail();
    ways.directory.unlock(&receipt().await, &eva).await.unwrap();
    assert_eq!(ways.first.asked().len(), asked);
}

/// Each step of a command would wait as long again.
pub async fn silence_is_waited_for_once(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    let proxy =
        Proxy::deciding(server, |asked| if asked == Operation::Bind { Fault::Pass } else { Fault::Ignored }).await;
    let directory = signed_in(server, &proxy).await;
    assert!(directory.operator().await.is_err());
    let asked = proxy.asked().len();
    let found = directory.find(&Query::parse(eva.name.as_str()).unwrap()).await;
    assert!(matches!(found, Err(DirectoryError::TimedOut { .. })), "{found:?}");
    let unlocked = directory.unlock(&receipt().await, &eva).await;
    assert!(matches!(unlocked, Err(WriteError::NotSent(DirectoryError::TimedOut { .. }))), "{unlocked:?}");
    assert_eq!(proxy.asked().len(), asked);
}

pub async fn change_not_sent_goes_to_the_next(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    server.lock(&eva).await;
    let ways = ways(server, Operation::Search, Fault::Ignored).await;
    ways.fail();
    ways.directory.unlock(&receipt().await, &eva).await.unwrap();
    assert_eq!([&ways.first, &ways.second].map(|proxy| proxy.count(Operation::Modify)), [0, 1]);
}

pub async fn many_accounts_are_finished_by_the_next(server: &impl TestServer) {
    let accounts = locked(server, (0..3).map(|_| someone())).await;
    let queries: Vec<Query> = accounts.iter().map(|one| Query::parse(one.name.as_str()).unwrap()).collect();
    let hangs_at_search = ways(server, Operation::Search, Fault::Ignored).await;
    hangs_at_search.fail();
    let found = hangs_at_search.directory.find_each(&queries).await.unwrap();
    assert!(found.iter().all(|matches| matches.len() == 1), "{found:?}");
    let hangs_at_change = ways(server, Operation::Modify, Fault::Ignored).await;
    hangs_at_change.fail();
    all_unlocked(&run(&hangs_at_change.directory, &accounts, 2).await);
    assert_eq!(server.desk().await.locked_each(&accounts).await.unwrap(), [Some(false); 3]);
}

/// Signing in alone, and looking without signing in.
pub async fn short_connections_end_too(server: &impl TestServer) {
    let ways = ways(server, Operation::Search, Fault::Ignored).await;
    ways.fail();
    let settings = DirectorySettings { unresponsive: UnresponsiveControllers::default(), ..ways.settings.clone() };
    let signed_in = LdapSignIn { settings: &settings, random: &SystemRandom }.sign_in(server.password().into()).await;
    assert!(signed_in.unwrap().operator.unwrap().sid.is_some());
    let alone = DirectorySettings { servers: settings.servers[..1].to_vec(), ..settings.clone() };
    let signed_in = LdapSignIn { settings: &alone, random: &SystemRandom }.sign_in(server.password().into()).await;
    let operator = signed_in.unwrap().operator;
    assert!(matches!(operator, Err(DirectoryError::TimedOut { .. })), "{operator:?}");
    let controllers = LdapControllers { settings: &settings, by_ticket: false, random: &SystemRandom };
    let shown = controllers.look(&SystemClock).await.unwrap().each;
    assert!(matches!(shown[0].shown, Err(ServerFault::TimedOut)), "{shown:?}");
}
