//! Whom a servicedesk keeps away from, and whom it may help.

use servicedesk::domain::account::{AccountId, Protection};
use servicedesk::domain::bulk::BulkMatch;
use servicedesk::ports::{ChangeAccounts, FindAccountsInBulk};
use servicedesk::practice::{Person, Place};

use super::*;

pub async fn by_admin_count(server: &impl TestServer) {
    let directory = server.desk().await;
    let rut = added(server, &directory, Person { protected: true, ..someone() }).await;
    assert_eq!(rut.protected, Some(Protection::AdminCount));
}

pub async fn by_membership(server: &impl TestServer) {
    let group = unique("Chefer (1) ");
    let directory =
        server.desk_with(server.settings_protecting(&["Enterprise Admins", &group.to_uppercase()], false)).await;
    server.add_group(&group, &[]).await;
    let rut = added(server, &directory, someone().group(&group)).await;
    assert_eq!(rut.protected, Some(Protection::MemberOf(group.to_uppercase())));
    assert_eq!(directory.read_again(&rut).await.unwrap().protected, rut.protected);
}

pub async fn by_membership_through_groups(server: &impl TestServer) {
    let [outer, middle, inner] = ["outer-", "middle-", "inner-"].map(unique);
    server.add_group(&outer, &[]).await;
    server.add_group(&middle, &[&outer]).await;
    server.add_group(&inner, &[&middle]).await;
    let directory = server.desk_with(server.settings_protecting(&[&outer], true)).await;
    let rut = added(server, &directory, someone().group(&inner)).await;
    assert_eq!(rut.protected, Some(Protection::MemberOf(outer)));
}

/// memberOf does not list the primary group.
pub async fn by_primary_group(server: &impl TestServer) {
    let directory = server.desk_with(server.settings_protecting(&["Domain Users"], true)).await;
    let eva = added(server, &directory, someone()).await;
    assert_eq!(eva.protected, Some(Protection::MemberOf("Domain Users".into())));
}

pub async fn other_group_does_not_protect(server: &impl TestServer) {
    let [theirs, hers] = ["theirs-", "hers-"].map(unique);
    server.add_group(&theirs, &[]).await;
    server.add_group(&hers, &[]).await;
    let directory = server.desk_with(server.settings_protecting(&[&theirs], true)).await;
    let surname = unique("Karlsson");
    server.add(Person::new(&unique("anna-")).named("Anna", &surname).group(&theirs)).await;
    server.add(Person::new(&unique("eva-")).named("Eva", &surname).group(&hers)).await;
    let found = find(&directory, &surname).await;
    let protected: Vec<_> = found.accounts.iter().map(|account| account.protected.clone()).collect();
    assert_eq!(protected, [Some(Protection::MemberOf(theirs)), None]);
}

pub async fn missing_group_is_reported(server: &impl TestServer) {
    let missing = unique("missing-");
    let eva = someone();
    server.add(eva.clone()).await;
    let query = Query::parse(&eva.account).unwrap();
    let directory = server.desk_with(server.settings_protecting(&["Domain Admins", &missing], true)).await;
    match directory.find(&query).await {
        Err(DirectoryError::NoSuchGroup { name }) => assert_eq!(name, missing),
        other => panic!("{other:?}"),
    }
    let directory = server.desk_with(server.settings_protecting(&["Domain Admins", &missing], false)).await;
    assert_eq!(only(&directory, &eva.account).await.protected, None);
}

/// Spaces and capitals are no difference.
pub async fn by_unit_in_any_notation(server: &impl TestServer) {
    let written = server.staff().to_uppercase().replace(',', " , ");
    let directory = server.desk_with(server.settings_protecting_unit(&written)).await;
    let eva = added(server, &directory, someone()).await;
    assert_eq!(eva.protected, Some(Protection::InProtectedUnit(written)));
    assert_eq!(directory.read_again(&eva).await.unwrap().protected, eva.protected);
}

pub async fn other_unit_does_not_protect(server: &impl TestServer) {
    let directory = server.desk_with(server.settings_protecting_unit(&server.staff())).await;
    let outside = Person { place: Place::Users, ..someone() };
    assert_eq!(added(server, &directory, outside).await.protected, None);
}

pub async fn by_unit_in_bulk(server: &impl TestServer) {
    let directory = server.desk_with(server.settings_protecting_unit(&server.staff())).await;
    let people = [someone().locked_at(Timestamp::now()), Person { place: Place::Users, ..someone() }];
    for person in &people {
        server.add(person.clone()).await;
    }
    let queries = people.map(|person| Query::parse(&person.account).unwrap());
    let found = directory.find_each(&queries).await.unwrap();
    let found = super::many::accounts(found.concat());
    assert_eq!(found.iter().map(|found| found.protected.is_some()).collect::<Vec<_>>(), [true, false]);
    let again = directory.read_each(&found).await.unwrap();
    let again = super::many::accounts(again.into_iter().flatten().collect());
    assert_eq!(again.iter().map(|found| found.protected.is_some()).collect::<Vec<_>>(), [true, false]);
}

pub async fn missing_unit_is_reported(server: &impl TestServer) {
    let eva = someone();
    server.add(eva.clone()).await;
    let query = Query::parse(&eva.account).unwrap();
    for missing in [format!("OU={},{BASE}", unique("missing-")), "OU=Staff,DC=elsewhere,DC=example".to_owned()] {
        let directory = server.desk_with(server.settings_protecting_unit(&missing)).await;
        match directory.find(&query).await {
            Err(DirectoryError::NoSuchUnit { dn }) => assert_eq!(dn, missing),
            other => panic!("{other:?}"),
        }
        assert!(directory.find_each(std::slice::from_ref(&query)).await.is_err());
    }
}

/// The last to know is the connection on which the change is made.
#[track_caller]
fn protection<T: std::fmt::Debug>(result: Result<T, WriteError>) -> Protection {
    match result {
        Err(WriteError::Protected(why)) => why,
        other => panic!("{other:?}"),
    }
}

/// Tries to change one who was not protected when looked up, and sees to it that nothing changed.
async fn refused(server: &impl TestServer, directory: &LdapDirectory<'_>, eva: &Account) -> Protection {
    let before = server.facts(eva).await;
    let wanted = password("Good-Value-44");
    let why = protection(directory.unlock(&receipt().await, eva).await);
    let set = directory.set_password(&receipt().await, eva, &new_password(&wanted, false)).await;
    assert_eq!(protection(set), why);
    assert_eq!(server.facts(eva).await, before);
    why
}

pub async fn marked_as_administrator_since_lookup(server: &impl TestServer) {
    for history_required in [true, false] {
        let directory = server.desk_with(DirectorySettings { history_required, ..server.settings() }).await;
        let eva = added(server, &directory, someone()).await;
        assert_eq!(eva.protected, None);
        server.lock(&eva).await;
        server.mark_as_administrator(eva.name.as_str()).await;
        assert_eq!(refused(server, &directory, &eva).await, Protection::AdminCount);
    }
}

pub async fn joined_group_since_lookup(server: &impl TestServer) {
    let [outer, inner] = ["outer-", "inner-"].map(unique);
    server.add_group(&outer, &[]).await;
    server.add_group(&inner, &[&outer]).await;
    let directory = server.desk_with(server.settings_protecting(&["Domain Admins", &outer], true)).await;
    let eva = added(server, &directory, someone()).await;
    assert_eq!(eva.protected, None);
    server.lock(&eva).await;
    server.join(eva.name.as_str(), &inner).await;
    assert_eq!(refused(server, &directory, &eva).await, Protection::MemberOf(outer));
}

/// An account found with other settings.
pub async fn below_protected_unit(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    assert_eq!(eva.protected, None);
    server.lock(&eva).await;
    let directory = server.desk_with(server.settings_protecting_unit(&server.staff())).await;
    assert_eq!(refused(server, &directory, &eva).await, Protection::InProtectedUnit(server.staff()));
}

/// Moved or not, it is not where it was, and is left alone.
pub async fn moved_into_unit_since_lookup(server: &impl TestServer) {
    let users = format!("CN=Users,{BASE}");
    let directory = server.desk_with(server.settings_protecting_unit(&users)).await;
    let eva = added(server, &directory, someone()).await;
    assert_eq!(eva.protected, None);
    server.remove(eva.name.as_str()).await;
    assert_eq!(refusal(directory.unlock(&receipt().await, &eva).await), ChangeRefusal::Gone);
}

/// The name is the same; who bears it is not.
pub async fn replaced_account_at_same_dn(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    server.lock(&eva).await;
    let before = server.facts(&eva).await;
    let other = Account { id: AccountId::from_bytes([7; 16]), ..eva.clone() };
    assert_eq!(refusal(directory.unlock(&receipt().await, &other).await), ChangeRefusal::Gone);
    assert_eq!(server.facts(&eva).await, before);
}

/// Why an account is protected: the same when it is looked up by name, read again, or one of many, looked up or about to
/// be changed.
async fn why(directory: &LdapDirectory<'_>, name: &str) -> Option<Protection> {
    let account = only(directory, name).await;
    assert_eq!(directory.read_again(&account).await.unwrap().protected, account.protected, "{name}");
    let queries = [Query::parse(name).unwrap()];
    let among = many::accounts(directory.find_each(&queries).await.unwrap().concat());
    assert_eq!(
        among.iter().map(|one| one.protected.as_ref()).collect::<Vec<_>>(),
        [account.protected.as_ref()],
        "{name}"
    );
    for again in [directory.check_each(&among).await.unwrap(), directory.read_each(&among).await.unwrap()] {
        assert_eq!(again[0].as_ref().unwrap().account().unwrap().protected, account.protected, "{name}");
    }
    account.protected
}

/// memberOf does not list it, and the chain rule does not follow it.
pub async fn by_groups_of_primary_group(server: &impl TestServer) {
    let group = unique("primary-");
    server.add_group(&group, &["Domain Admins"]).await;
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    assert_eq!(eva.protected, None);
    server.lock(&eva).await;
    server.make_primary(eva.name.as_str(), &group).await;
    let expected = Protection::MemberOf("Domain Admins".into());
    assert_eq!(refused(server, &directory, &eva).await, expected);
    assert_eq!(why(&directory, eva.name.as_str()).await, Some(expected));
}

/// Whatever is configured.
pub async fn by_builtin_groups(server: &impl TestServer) {
    let directory = server.desk().await;
    let inner = unique("inner-");
    server.add_group(&inner, &["Administrators"]).await;
    for (group, name) in [("Domain Admins", "Domain Admins"), (&*inner, "Administrators")] {
        let person = someone().group(group);
        server.add(person.clone()).await;
        assert_eq!(why(&directory, &person.account).await, Some(Protection::MemberOf(name.into())));
    }
    let person = someone();
    server.add(person.clone()).await;
    assert_eq!(why(&directory, &person.account).await, None);
}

pub async fn by_sid_or_dn(server: &impl TestServer) {
    let group = unique("group-");
    server.add_group(&group, &[]).await;
    let (member, other) = (someone().group(&group), someone());
    for person in [&member, &other] {
        server.add(person.clone()).await;
    }
    let (dn, sid) = server.group(&group).await;
    for written in [sid, dn.replace(',', " , ").to_uppercase()] {
        let directory = server.desk_with(server.settings_protecting(&[&written], true)).await;
        assert_eq!(why(&directory, &member.account).await, Some(Protection::MemberOf(written)));
        assert_eq!(why(&directory, &other.account).await, None);
    }
    for missing in [format!("CN={},{BASE}", unique("missing-")), "S-1-5-21-1-2-3-4711".to_owned()] {
        let directory = server.desk_with(server.settings_protecting(&[&missing], true)).await;
        let found = directory.find(&Query::parse(&member.account).unwrap()).await;
        assert!(matches!(&found, Err(DirectoryError::NoSuchGroup { name }) if *name == missing), "{found:?}");
    }
}

/// The token tells.
pub async fn hidden_memberships_still_protect(server: &impl TestServer) {
    let group = unique("inner-");
    server.add_group(&group, &["Domain Admins"]).await;
    let directory = server.desk().await;
    for (person, expected) in
        [(someone().group(&group), Some(Protection::MemberOf("Domain Admins".into()))), (someone(), None)]
    {
        server.add(person.clone()).await;
        server.hide(&person.account, "memberOf").await;
        assert_eq!(why(&directory, &person.account).await, expected);
    }
}

pub async fn hidden_admin_count_protects(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    server.lock(&eva).await;
    server.mark_as_administrator(eva.name.as_str()).await;
    server.hide(eva.name.as_str(), "adminCount").await;
    let expected = Protection::Unknown("adminCount");
    assert_eq!(refused(server, &directory, &eva).await, expected);
    assert_eq!(why(&directory, eva.name.as_str()).await, Some(expected));
}

pub async fn hidden_token_protects(server: &impl TestServer) {
    let directory = server.desk().await;
    for person in [someone(), someone().group(&unique("plain-"))] {
        for group in &person.groups {
            server.add_group(group, &[]).await;
        }
        server.add(person.clone()).await;
        server.hide(&person.account, "tokenGroups").await;
        assert_eq!(why(&directory, &person.account).await, Some(Protection::Unknown("tokenGroups")));
    }
}

/// Spaces and capitals, in `directory.base` and after `--under`.
pub async fn base_in_any_notation(server: &impl TestServer) {
    let admin = someone().group("Domain Admins").locked_at(Timestamp::now());
    let eva = someone().locked_at(Timestamp::now());
    for person in [&admin, &eva] {
        server.add(person.clone()).await;
    }
    let staff = server.staff().to_lowercase().replace(',', " , ").replace("ou=s", r"ou = \53");
    let base = Some(staff.clone());
    let directory = server.desk_with(DirectorySettings { base, ..server.settings() }).await;
    let expected = Some(Protection::MemberOf("Domain Admins".into()));
    assert_eq!(why(&directory, &admin.account).await, expected);
    assert_eq!(why(&directory, &eva.account).await, None);
    let locked = server.desk().await.all_locked(Some(&staff)).await.unwrap();
    // Others may have locked accounts there that may not be read.
    let locked: Vec<_> = locked.iter().filter_map(BulkMatch::account).collect();
    let of =
        |person: &Person| locked.iter().find(|one| one.name.as_str() == person.account).unwrap().protected.is_some();
    assert!(of(&admin) && !of(&eva));
}

pub async fn own_account_of_operator(server: &impl TestServer) {
    let settings = server.settings();
    let (_, name) = settings.user.split_once('\\').unwrap();
    let directory = server.desk_with(server.settings_protecting_operators(&[])).await;
    assert_eq!(why(&directory, name).await, Some(Protection::OwnAccount));
    assert_eq!(why(&server.desk().await, name).await, None);
    let person = someone();
    server.add(person.clone()).await;
    assert_eq!(why(&directory, &person.account).await, None);
}

pub async fn supervisors(server: &impl TestServer) {
    let (anna, eva) = (someone(), someone());
    for person in [&anna, &eva] {
        server.add(person.clone()).await;
    }
    let upn = anna.upn.clone().unwrap().to_uppercase();
    for spelled in [format!("{NETBIOS}\\{}", anna.account), upn, format!("{}@{DNS}", anna.account)] {
        let directory = server.desk_with(server.settings_protecting_operators(&[&spelled])).await;
        assert_eq!(why(&directory, &anna.account).await, Some(Protection::Supervisor));
        assert_eq!(why(&directory, &eva.account).await, None);
    }
}

/// However little time has passed.
pub async fn marked_as_administrator_since_bulk_lookup(server: &impl TestServer) {
    let group = unique("inner-");
    server.add_group(&group, &["Domain Admins"]).await;
    let directory = server.desk().await;
    let people = [someone(), someone(), someone()];
    for person in &people {
        server.add(person.clone()).await;
    }
    let queries = people.each_ref().map(|person| Query::parse(&person.account).unwrap());
    let found = many::accounts(directory.find_each(&queries).await.unwrap().concat());
    assert!(found.iter().all(|one| one.protected.is_none()), "{found:?}");
    server.join(&people[0].account, &group).await;
    server.mark_as_administrator(&people[1].account).await;
    let now = many::accounts(directory.check_each(&found).await.unwrap().into_iter().flatten().collect());
    let protected: Vec<_> = now.iter().map(|one| one.protected.is_some()).collect();
    assert_eq!(protected, [true, true, false]);
    // All other facts are the same.
    assert_eq!(now[2], found[2]);
}

pub async fn rights_inside_and_outside_delegation(server: &impl TestServer) {
    let directory = server.desk().await;
    assert!(added(server, &directory, someone()).await.may_unlock);
    let outside = added(server, &directory, Person { place: Place::Users, ..someone() }).await;
    assert!(!outside.may_unlock);
}
