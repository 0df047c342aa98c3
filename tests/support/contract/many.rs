//! Many accounts at once: looked up, unlocked and read back.

use servicedesk::domain::account::{AccountId, AccountName};
use servicedesk::domain::bulk::{BulkAccount, BulkMatch};
use servicedesk::domain::unreadable::UnreadableReason;
use servicedesk::ports::{FindAccountsInBulk, UnlockInBulk};
use servicedesk::practice::{Person, Place};

use super::*;

/// After 20 minutes a lock of the readable special policy has lapsed, and one of the domain's has not.
const LAPSED: SignedDuration = SignedDuration::from_mins(20);

fn queries(typed: &[&str]) -> Vec<Query> {
    typed.iter().map(|typed| Query::of_account(typed).unwrap()).collect()
}

async fn find_each(directory: &LdapDirectory<'_>, typed: &[&str]) -> Vec<Vec<BulkAccount>> {
    directory.find_each(&queries(typed)).await.unwrap().into_iter().map(accounts).collect()
}

/// The matches, which must be accounts.
pub fn accounts(found: Vec<BulkMatch>) -> Vec<BulkAccount> {
    let account = |found: BulkMatch| found.account().unwrap_or_else(|| panic!("{found:?}")).clone();
    found.into_iter().map(account).collect()
}

async fn read_each(directory: &LdapDirectory<'_>, asked: &[BulkAccount]) -> Vec<Option<BulkAccount>> {
    let found = directory.read_each(asked).await.unwrap();
    found.into_iter().map(|found| Some(accounts(vec![found?]).remove(0))).collect()
}

/// The names found for each query.
async fn names_of(directory: &LdapDirectory<'_>, typed: &[&str]) -> Vec<Vec<String>> {
    let found = find_each(directory, typed).await;
    found.iter().map(|each| each.iter().map(|one| one.name.to_string()).collect()).collect()
}

/// The only account that is found for a name.
async fn candidate(directory: &LdapDirectory<'_>, name: &str) -> BulkAccount {
    match <[BulkAccount; 1]>::try_from(find_each(directory, &[name]).await.remove(0)) {
        Ok([candidate]) => candidate,
        Err(found) => panic!("{name}: {found:?}"),
    }
}

pub async fn each_query_has_its_matches(server: &impl TestServer) {
    let directory = server.desk().await;
    let tag = unique("");
    let eva = Person { mail: Some(format!("eva.{tag}@contoso.example")), ..someone() };
    let per = Person { upn: Some(format!("per.{tag}@contoso.example")), ..someone() };
    server.add(eva.clone()).await;
    server.add(per.clone()).await;
    let (eva_, per_) = (eva.account.as_str(), per.account.as_str());
    let found = names_of(
        &directory,
        &[
            &per_.to_uppercase(),
            &unique("nobody-"),
            &format!("EVA.{tag}@contoso.example"),
            &format!("{NETBIOS}\\{eva_}"),
            &format!("{DNS}\\{per_}"),
            &format!("ELSEWHERE\\{eva_}"),
            &format!("per.{tag}@contoso.example"),
            &format!("{eva_}@{DNS}"),
            per_,
        ],
    )
    .await;
    let expected: [&[&str]; 9] = [&[per_], &[], &[eva_], &[eva_], &[per_], &[], &[per_], &[eva_], &[per_]];
    assert_eq!(found, expected);
}

/// Nor does an address that is not the account's own.
pub async fn numbers_do_not_match(server: &impl TestServer) {
    let directory = server.desk().await;
    let (number, address) = (digits(), format!("{}@contoso.example", unique("info.")));
    let eva = Person { proxy_addresses: vec![format!("smtp:{address}")], ..someone().mobile(&number) };
    server.add(eva).await;
    let international = format!("+46{}", &number[1..]);
    let found = names_of(&directory, &[&number, &international, &address]).await;
    assert_eq!(found, vec![Vec::<String>::new(); 3]);
    server.add(Person::new(&number)).await;
    assert_eq!(names_of(&directory, &[&number]).await, [[number]]);
}

/// An unreadable entry is reported as such and does not hide the others.
pub async fn unreadable_entry_is_reported(server: &impl TestServer) {
    let directory = server.desk().await;
    let address = format!("{}@contoso.example", unique("shared."));
    let hidden = Person {
        hidden: vec!["userAccountControl".into()],
        mail: Some(address.clone()),
        ..someone().locked_at(Timestamp::now())
    };
    let odd = Person { account: format!("{}@x", unique("odd-")), ..someone().locked_at(Timestamp::now()) };
    let eva = Person { mail: Some(address.clone()), ..someone().locked_at(Timestamp::now()) };
    for person in [&hidden, &odd, &eva] {
        server.add(person.clone()).await;
    }
    let typed = [&*hidden.account, &*odd.account, &*eva.account, &*address];
    let found = directory.find_each(&queries(&typed)).await.unwrap();
    let why = |found: &BulkMatch| match found {
        BulkMatch::Unreadable(entry) => Some(entry.why.clone()),
        BulkMatch::Account(_) => None,
    };
    let no_right = Some(UnreadableReason::Hidden(vec!["userAccountControl"]));
    let told: Vec<_> = found.iter().map(|found| (found[0].name_or_dn(), why(&found[0]))).take(3).collect();
    let expected = [(typed[0], no_right.clone()), (typed[1], Some(UnreadableReason::OddName)), (typed[2], None)];
    assert_eq!(told, expected);
    assert_eq!(found[3].len(), 2, "either may be meant: {:?}", found[3]);

    let locked = directory.all_locked(Some(&server.staff())).await.unwrap();
    let mut locked: Vec<_> = locked.iter().map(BulkMatch::name_or_dn).filter(|name| typed.contains(name)).collect();
    locked.sort_unstable();
    let mut all = [typed[0], typed[1], typed[2]];
    all.sort_unstable();
    assert_eq!(locked, all);

    // Read again, it is there still.
    let eva = accounts(found[2].clone()).remove(0);
    let id = only_id(server, &hidden.account).await;
    let again = directory.read_each(&[BulkAccount { id, ..eva }]).await.unwrap();
    assert_eq!(again[0].as_ref().map(why), Some(no_right));
}

/// The identifier of one that the desk may not read, as an administrator sees it.
async fn only_id(server: &impl TestServer, account: &str) -> AccountId {
    let (user, password) = server.administrator();
    let directory = LdapDirectory::connect(
        DirectorySettings { user, ..server.settings() },
        self::password(&password),
        &SystemRandom,
    );
    only(&directory.await.unwrap(), account).await.id
}

/// Someone who only sounds like it must not be unlocked.
pub async fn word_matches_user_name_only(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = someone();
    server.add(eva.clone()).await;
    let (account, surname) = (&eva.account, eva.surname.clone().unwrap());
    let (start, more) = (&account[..account.len() - 1], format!("{account}*"));
    let found = names_of(&directory, &[&surname, &format!("Eva {surname}"), start, &more, "*", ")(cn=*"]).await;
    assert_eq!(found, vec![Vec::<String>::new(); 6]);
    // A controller, which is a user to the directory, and a group.
    assert_eq!(names_of(&directory, &["DC1$", "DC2$", "Domain Admins"]).await, vec![Vec::<String>::new(); 3]);
}

pub async fn shared_address_matches_both(server: &impl TestServer) {
    let directory = server.desk().await;
    let address = format!("info.{}@contoso.example", unique(""));
    for person in
        [Person { mail: Some(address.clone()), ..someone() }, Person { upn: Some(address.clone()), ..someone() }]
    {
        server.add(person).await;
    }
    assert_eq!(find_each(&directory, &[&address]).await[0].len(), 2);
}

pub async fn facts_match_single_lookup<G: TestServer>(server: &G) {
    let group = unique("chiefs-");
    server.add_group(&group, &[]).await;
    let inner = unique("inner-");
    server.add_group(&inner, &[&group]).await;
    let directory = server.desk_with(server.settings_protecting(&[&group], true)).await;
    let lapsed = someone().special_policy(G::READABLE).locked_at(Timestamp::now() - LAPSED);
    let off = Person { disabled: true, ..someone() };
    let ended = Person { account_expires: Some(Timestamp::now() - DAY), ..someone() };
    let card = Person { smartcard_required: true, ..someone() };
    let marked = Person { protected: true, ..someone() };
    let member = someone().group(&inner);
    let outside = Person { place: Place::Users, ..someone() };
    for person in [&lapsed, &off, &ended, &card, &marked, &member, &outside] {
        server.add(person.clone()).await;
    }
    let eva = added(server, &server.desk().await, someone()).await;
    server.lock(&eva).await;

    let eva = candidate(&directory, eva.name.as_str()).await;
    assert!(eva.locked && eva.may_unlock && !eva.disabled && eva.protected.is_none(), "{eva:?}");
    assert!(near(eva.locked_since, Timestamp::now()) && eva.wrong_tries > 0, "{eva:?}");
    let lapsed = candidate(&directory, &lapsed.account).await;
    assert!(!lapsed.locked && lapsed.locked_since.is_none(), "{lapsed:?}");
    assert!(candidate(&directory, &off.account).await.disabled);
    assert!(candidate(&directory, &ended.account).await.expired);
    assert!(candidate(&directory, &card.account).await.smartcard_required);
    assert!(candidate(&directory, &marked.account).await.protected.is_some());
    assert!(candidate(&directory, &member.account).await.protected.is_some());
    assert!(!candidate(&directory, &outside.account).await.may_unlock);
    // As the same accounts are seen one at a time.
    for name in [
        &eva.name.to_string(),
        &off.account,
        &ended.account,
        &card.account,
        &marked.account,
        &member.account,
        &outside.account,
    ] {
        let alone = BulkAccount::of(&only(&directory, name).await, Timestamp::now());
        let (mut alone, among) = (BulkAccount { display_name: None, ..alone }, candidate(&directory, name).await);
        alone.may_unlock &= alone.protected.is_none();
        assert_eq!(alone, among);
    }
}

/// Rights differ between neighbours, so they are not taken from the container.
pub async fn rights_are_per_account(server: &impl TestServer) {
    let directory = server.desk().await;
    let people = [Place::Users, Place::Staff, Place::Users, Place::Staff].map(|place| Person { place, ..someone() });
    for person in &people {
        server.add(person.clone()).await;
    }
    let typed = people.each_ref().map(|person| person.account.as_str());
    let found = find_each(&directory, &typed).await.concat();
    assert_eq!(found.iter().map(|one| one.may_unlock).collect::<Vec<_>>(), [false, true, false, true]);
}

/// The searches whose accounts' rights are asked for end after the others.
pub async fn results_keep_query_order(server: &impl TestServer) {
    let (first, last) = (someone(), Person { place: Place::Users, ..someone() });
    for person in [&first, &last] {
        server.add(person.clone()).await;
    }
    let nobody = unique("nobody-");
    let mut typed: Vec<String> = (0..400).map(|n| format!("{nobody}{n}")).collect();
    (typed[3], typed[250]) = (first.account.clone(), last.account.clone());
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let found = find_each(&server.desk().await, &typed).await;
    let names = found.iter().zip(&typed).filter(|(found, _)| !found.is_empty());
    let names: Vec<(&str, &str)> = names.map(|(found, typed)| (found[0].name.as_str(), *typed)).collect();
    assert_eq!(names, [(&*first.account, &*first.account), (&*last.account, &*last.account)]);
    assert_eq!(found.len(), typed.len());
}

/// memberOf does not list the primary group.
pub async fn by_primary_group(server: &impl TestServer) {
    let eva = someone();
    server.add(eva.clone()).await;
    let directory = server.desk_with(server.settings_protecting(&["Domain Users"], true)).await;
    let eva = candidate(&directory, &eva.account).await;
    assert!(eva.protected.is_some());
    assert_eq!(read_each(&directory, std::slice::from_ref(&eva)).await, [Some(eva)]);
}

/// A missing group would protect no account.
pub async fn missing_group_is_reported(server: &impl TestServer) {
    let directory = server.desk_with(server.settings_protecting(&[&unique("missing-")], true)).await;
    let found = directory.find_each(&queries(&["someone"])).await;
    assert!(matches!(found, Err(DirectoryError::NoSuchGroup { .. })), "{found:?}");
}

pub async fn all_locked_accounts<G: TestServer>(server: &G) {
    let directory = server.desk().await;
    let lapsed = someone().special_policy(G::READABLE).locked_at(Timestamp::now() - LAPSED);
    let open = someone();
    server.add(lapsed.clone()).await;
    server.add(open.clone()).await;
    let eva = added(server, &directory, someone()).await;
    let rut = added(server, &directory, Person { place: Place::Users, ..someone() }).await;
    server.lock(&eva).await;
    server.lock(&rut).await;
    // Others may use the same server.
    let ours = |found: Vec<BulkMatch>| -> Vec<String> {
        let names = found.into_iter().map(|one| one.name_or_dn().to_owned());
        let known = [&lapsed.account, &open.account, eva.name.as_str(), rut.name.as_str()].map(str::to_owned);
        names.filter(|name| known.contains(name)).collect()
    };
    let mut everywhere = ours(directory.all_locked(None).await.unwrap());
    everywhere.sort();
    let mut both = [eva.name.to_string(), rut.name.to_string()];
    both.sort();
    assert_eq!(everywhere, both);
    let (_, staff) = eva.dn.split_once(',').unwrap();
    assert_eq!(ours(directory.all_locked(Some(staff)).await.unwrap()), [eva.name.to_string()]);
    let nowhere = directory.all_locked(Some(&format!("OU={},{BASE}", unique("nowhere-")))).await;
    assert!(matches!(nowhere, Err(DirectoryError::Refused { code: 32, .. })), "{nowhere:?}");
}

pub async fn read_again_by_identifier(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    let per = added(server, &directory, someone()).await;
    let before = [candidate(&directory, eva.name.as_str()).await, candidate(&directory, per.name.as_str()).await];
    server.lock(&eva).await;
    // Another account has taken over the name.
    let former = BulkAccount { id: AccountId::from_bytes([7; 16]), ..before[1].clone() };
    // This account has been renamed.
    let name = AccountName::parse(&unique("former-")).unwrap();
    let asked = [before[1].clone(), BulkAccount { name, ..before[0].clone() }, former];
    let now = read_each(&directory, &asked).await;
    assert_eq!(now[0].as_ref(), Some(&before[1]));
    let eva = now[1].clone().unwrap();
    assert!(eva.locked && eva.may_unlock && eva.id == before[0].id, "{eva:?}");
    assert_eq!(now[2], None);
    assert_eq!(directory.locked_each(&asked).await.unwrap(), [Some(false), Some(true), None]);
}

/// One refusal does not affect the other changes.
pub async fn refusal_concerns_one_account(server: &impl TestServer) {
    let directory = server.desk().await;
    let mut accounts = Vec::new();
    for place in [Place::Staff, Place::Users, Place::Staff] {
        let person = added(server, &directory, Person { place, ..someone() }).await;
        server.lock(&person).await;
        accounts.push(candidate(&directory, person.name.as_str()).await);
    }
    let receipt = receipt().await;
    let [eva, rut, per] = [&accounts[0], &accounts[1], &accounts[2]].map(|one| directory.unlock_one(&receipt, one));
    let (eva, rut, per) = tokio::join!(eva, rut, per);
    assert!(eva.is_ok() && per.is_ok(), "{eva:?} {per:?}");
    assert_eq!(refusal(rut), ChangeRefusal::NoRight);
    assert_eq!(directory.locked_each(&accounts).await.unwrap(), [Some(false), Some(true), Some(false)]);
}

/// Who is locked again is told. Who is gone since has no lock; but where the mark had not been read, the server's silence
/// tells nothing.
pub async fn unlocked_accounts_are_read_back(server: &impl TestServer) {
    let directory = server.desk().await;
    let receipt = receipt().await;
    let (eva, rut) = (added(server, &directory, someone()).await, added(server, &directory, someone()).await);
    let mut accounts = Vec::new();
    for person in [&eva, &rut] {
        server.lock(person).await;
        let account = candidate(&directory, person.name.as_str()).await;
        directory.unlock_one(&receipt, &account).await.unwrap();
        accounts.push(account);
    }
    server.lock(&rut).await;
    let gone = BulkAccount { id: AccountId::from_bytes([7; 16]), ..accounts[0].clone() };
    let unread = BulkAccount { id: AccountId::from_bytes([8; 16]), locked_since: None, ..gone.clone() };
    accounts.extend([gone, unread]);
    assert_eq!(directory.read_back(&accounts).await.unwrap(), [Some(false), Some(true), Some(false), None]);
    let unread: Vec<_> = accounts.into_iter().map(|account| BulkAccount { locked_since: None, ..account }).collect();
    assert_eq!(directory.read_back(&unread).await.unwrap(), [Some(false), Some(true), None, None]);
}

/// Below another entry than the base, as those that are asked for with `--under` may, or moved out of it since.
pub async fn accounts_outside_base_are_read_again(server: &impl TestServer) {
    let (eva, rut) = (someone(), Person { place: Place::Users, ..someone() });
    let (eva, rut) = (added(server, &server.desk().await, eva).await, added(server, &server.desk().await, rut).await);
    server.lock(&eva).await;
    let (_, users) = rut.dn.split_once(',').unwrap();
    let directory = server.desk_with(DirectorySettings { base: Some(users.to_owned()), ..server.settings() }).await;
    let (_, staff) = eva.dn.split_once(',').unwrap();
    let locked = directory.all_locked(Some(staff)).await.unwrap();
    let mut locked: Vec<BulkAccount> = locked.iter().filter_map(BulkMatch::account).cloned().collect();
    locked.retain(|account| account.id == eva.id);
    assert_eq!(locked[0].display_name.as_deref(), Some(&*eva.display_name));
    let named = BulkAccount { display_name: None, ..locked[0].clone() };
    assert_eq!(read_each(&directory, &locked).await, [Some(named)]);
    assert_eq!(directory.locked_each(&locked).await.unwrap(), [Some(true)]);
    assert_eq!(directory.read_back(&locked).await.unwrap(), [Some(true)]);
}
