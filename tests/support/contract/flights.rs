//! How often the program waits for the server. A flight is what is sent without waiting; each costs
//! one round trip. The proxy answers no flight before all of it is there, so a plan with
//! too few flights ends in silence, and one with too many requests does too.

use servicedesk::domain::account::Protection;
use servicedesk::domain::bulk::BulkAccount;
use servicedesk::ports::{ChangeAccounts, FindAccountsInBulk, UnlockInBulk};
use servicedesk::practice::{Person, Place};

use super::proxy::{Operation, Proxy};
use super::*;

const GROUPS: &[&str] = &["Domain Admins", "Enterprise Admins"];
/// Signing in is a flight of one.
const BIND: usize = 1;

/// Runs `work` on a connection that must keep to `plan`.
async fn keeps_to<T>(
    server: &impl TestServer,
    base: Option<String>,
    plan: &[usize],
    work: impl AsyncFnOnce(LdapDirectory<'static>) -> T,
) -> Vec<Operation> {
    protecting_keeps_to(server, GROUPS, base, plan, work).await
}

async fn protecting_keeps_to<T>(
    server: &impl TestServer,
    groups: &[&str],
    base: Option<String>,
    plan: &[usize],
    work: impl AsyncFnOnce(LdapDirectory<'static>) -> T,
) -> Vec<Operation> {
    let proxy = Proxy::holding_back(server, &[&[BIND], plan].concat()).await;
    let protected = server.settings_protecting(groups, false).protected;
    let directory = server.desk_with(DirectorySettings { base, protected, ..proxy.settings.clone() }).await;
    work(directory).await;
    let asked = proxy.asked();
    assert_eq!(asked.len(), BIND + plan.iter().sum::<usize>(), "{asked:?}");
    asked
}

fn base() -> Option<String> {
    Some(BASE.to_owned())
}

/// Who it is, whose server it is, the domain's policy and all the special ones, and the groups.
pub async fn of_finding<G: TestServer>(server: &G) {
    let person = someone().special_policy(G::READABLE);
    server.add(person.clone()).await;
    // For a group member the token is read, which the server returns by DN only.
    let plan = |first: usize| if G::SPECIAL_POLICIES_BY_GROUP { vec![first, 1] } else { vec![first] };
    // A word may be a user name or a person's, unless it has a digit.
    keeps_to(server, base(), &plan(6), async |directory| only(&directory, &person.account).await).await;
    let address = format!("{}@{DNS}", person.account);
    keeps_to(server, base(), &plan(5), async |directory| only(&directory, &address).await).await;
    let alone = someone();
    server.add(alone.clone()).await;
    keeps_to(server, base(), &[6], async |directory| only(&directory, &alone.account).await).await;
    let numbered = Person { account: format!("{}01", alone.account), ..someone() };
    server.add(numbered.clone()).await;
    keeps_to(server, base(), &[5], async |directory| only(&directory, &numbered.account).await).await;
}

/// A name or number may be that of many: all that is shown is read of those that are shown, with their groups.
pub async fn of_finding_by_name_or_number(server: &impl TestServer) {
    // The longest possible number, so that no other account has it.
    let mut digits = [0; 11];
    SystemRandom.fill(&mut digits).unwrap();
    let number = digits.iter().fold("07".to_owned(), |number, byte| format!("{number}{}", byte % 10));
    let person = someone().mobile(&number);
    server.add(person.clone()).await;
    let (name, surname) = (person.display_name.unwrap(), person.surname.unwrap());
    keeps_to(server, base(), &[6, 1], async |directory| only(&directory, &surname).await).await;
    keeps_to(server, base(), &[6, 1], async |directory| only(&directory, &name).await).await;
    let beginning = &surname[..surname.len() - 1];
    keeps_to(server, base(), &[6, 2, 1], async |directory| only(&directory, beginning).await).await;
    for _ in 0..2 {
        server.add(someone().named("Bo", &surname)).await;
    }
    keeps_to(server, base(), &[6, 3], async |directory| find(&directory, &surname).await).await;
    let international = format!("+46{}", &number[1..]);
    keeps_to(server, base(), &[5, 1], async |directory| find(&directory, &international).await).await;
    // What may be a user name is looked for as one in the same flight.
    keeps_to(server, base(), &[6, 1], async |directory| find(&directory, &number).await).await;
    let nobody = unique("nobody-");
    keeps_to(server, base(), &[6, 2], async |directory| find(&directory, &nobody).await).await;
    // A personal number is not sent unless an attribute is configured for it.
    keeps_to(server, base(), &[], async |directory| find(&directory, "19880512-1236").await).await;
}

/// In which group, must be asked once more; and so must all of a group that is not where it usually is.
pub async fn of_finding_protected_account(server: &impl TestServer) {
    let admin = someone().group("Domain Admins");
    server.add(admin.clone()).await;
    keeps_to(server, base(), &[6, 1], async |directory| {
        let protected = only(&directory, &admin.account).await.protected;
        assert_eq!(protected, Some(Protection::MemberOf("Domain Admins".into())));
    })
    .await;
    let group = unique("elsewhere-");
    server.add_group(&group, &[]).await;
    let member = someone().group(&group);
    server.add(member.clone()).await;
    protecting_keeps_to(server, &[&group], base(), &[6, 1], async |directory| {
        let protected = only(&directory, &member.account).await.protected;
        assert_eq!(protected, Some(Protection::MemberOf(group.clone())));
    })
    .await;
}

/// That the units are there, and how the server spells them, is asked together with the rest.
pub async fn of_finding_with_protected_units(server: &impl TestServer) {
    let person = someone();
    server.add(person.clone()).await;
    let proxy = Proxy::holding_back(server, &[BIND, 7]).await;
    let groups = server.settings_protecting(GROUPS, false).protected;
    let settings =
        DirectorySettings { protected: groups, protected_units: vec![server.staff()], ..proxy.settings.clone() };
    let directory = server.desk_with(settings).await;
    assert!(only(&directory, &person.account).await.protected.is_some());
    assert_eq!(proxy.asked().len(), BIND + 7);
}

/// What the domain is called must be asked first.
pub async fn of_finding_without_base(server: &impl TestServer) {
    let person = someone();
    server.add(person.clone()).await;
    keeps_to(server, None, &[1, 6], async |directory| only(&directory, &person.account).await).await;
}

/// Whom the server let in, its token and the entry are asked together with what is asked first, and once.
pub async fn of_identifying_operator(server: &impl TestServer) {
    let person = someone();
    server.add(person.clone()).await;
    // Where it does not say and there is no base to guess from, the domain's short name is asked for then.
    let without = if server.answers_who_am_i() { [3, 7] } else { [3, 8] };
    for (base, plan) in [(base(), [10].as_slice()), (None, &without)] {
        keeps_to(server, base, plan, async |directory| {
            let (_, operator) = tokio::join!(only(&directory, &person.account), directory.operator());
            assert!(operator.unwrap().sid.is_some());
            directory.operator().await.unwrap();
        })
        .await;
    }
}

/// And so must its short name.
pub async fn of_finding_by_domain(server: &impl TestServer) {
    let person = someone();
    server.add(person.clone()).await;
    let typed = format!("{NETBIOS}\\{}", person.account);
    keeps_to(server, base(), &[1, 6], async |directory| only(&directory, &typed).await).await;
}

pub async fn of_reading_again(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    keeps_to(server, base(), &[4], async |directory| directory.read_again(&eva).await.unwrap()).await;
    keeps_to(server, None, &[1, 4], async |directory| directory.read_again(&eva).await.unwrap()).await;
}

pub async fn of_finding_shared_numbers(server: &impl TestServer) {
    let number = format!("070-17406{:02}", fictional());
    let eva = added(server, &server.desk().await, someone().mobile(&number)).await;
    keeps_to(server, base(), &[1], async |directory| directory.accounts_with_number(&eva).await.unwrap()).await;
    keeps_to(server, None, &[1], async |directory| directory.accounts_with_number(&eva).await.unwrap()).await;
}

/// Whether the account is protected by now: itself with its groups, and what the operator may read.
pub async fn of_unlocking(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    let asked =
        keeps_to(server, base(), &[2, 1], async |directory| directory.unlock(&receipt().await, &eva).await.unwrap())
            .await;
    assert_eq!(asked.last(), Some(&Operation::Modify));
}

/// What the server can, then one modify after the other: each depends on the one before.
pub async fn of_resetting(server: &impl TestServer) {
    let aged = |age| Person { password_set: Some(Timestamp::now() - age), ..someone() };
    let wanted = password("Good-Value-44");
    let with_hints = server.has_policy_hints();
    for (age, must_change, modifies) in [
        (DAY * 3, false, if with_hints { 1 } else { 2 }),
        (DAY * 3, true, if with_hints { 2 } else { 3 }),
        (HOUR, false, 2),
        (HOUR, true, 3),
    ] {
        let eva = added(server, &server.desk().await, aged(age)).await;
        // Server controls, the operator's right and the owner's right are read together.
        let plan = [&[4][..], &vec![1; modifies]].concat();
        let asked = keeps_to(server, base(), &plan, async |directory| {
            directory.set_password(&receipt().await, &eva, &new_password(&wanted, must_change)).await.unwrap()
        })
        .await;
        assert_eq!(asked[BIND..BIND + 4], [Operation::Search; 4]);
        assert_eq!(asked.iter().filter(|asked| **asked == Operation::Modify).count(), modifies);
    }
}

/// What the operator may read and which groups are in which, the domain's rule for lockouts and which groups have another,
/// and a search for each fifty names; where no group has another, whether anybody has; then one for the groups of an
/// account that speaks for all who are in no other, one for the rights to an account that speaks for its neighbours, and
/// one for the locks that are not certain.
pub async fn of_finding_in_bulk<G: TestServer>(server: &G) {
    let person = someone();
    server.add(person.clone()).await;
    let nobody = unique("nobody-");
    let mut typed: Vec<String> = (1..200).map(|n| format!("{nobody}{n}")).collect();
    typed.push(person.account);
    let queries = |count: usize| -> Vec<Query> {
        typed.iter().rev().cycle().take(count).map(|typed| Query::parse(typed).unwrap()).collect()
    };
    let plan = |names: usize, then: &[usize]| {
        let anybody = if G::SPECIAL_POLICIES_BY_GROUP { &[][..] } else { &[1] };
        [&[5 + names], anybody, then].concat()
    };
    for (count, searches) in [(200, 4), (401, 9)] {
        let plan = plan(searches, &[1, 1, 1]);
        keeps_to(server, base(), &plan, async |directory| directory.find_each(&queries(count)).await.unwrap()).await;
    }
    // Where one may not be unlocked, its neighbours are asked as well.
    let outside = [(); 3].map(|()| Person { place: Place::Users, ..someone() });
    for person in &outside {
        server.add(person.clone()).await;
    }
    let outside = outside.map(|person| Query::parse(&person.account).unwrap());
    let plan = plan(1, &[1, 1, 1, 1]);
    keeps_to(server, base(), &plan, async |directory| directory.find_each(&outside).await.unwrap()).await;
}

/// Whether it may still be done, asked of one who speaks for all as well; all changes at once, and one search to read them
/// back.
pub async fn of_unlocking_in_bulk(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    server.lock(&eva).await;
    let accounts = vec![BulkAccount::of(&directory.read_again(&eva).await.unwrap(), Timestamp::now()); 32];
    let asked = keeps_to(server, base(), &[2, 1, 32, 1], async |directory| {
        let receipt = receipt().await;
        directory.check_each(&accounts).await.unwrap();
        let unlocked = accounts.iter().map(|account| directory.unlock_one(&receipt, account));
        futures_util::future::try_join_all(unlocked).await.unwrap();
        directory.read_back(&accounts).await.unwrap()
    })
    .await;
    assert_eq!(asked[BIND + 3..BIND + 3 + 32], [Operation::Modify; 32]);
}
