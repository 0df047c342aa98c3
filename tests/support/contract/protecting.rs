//! Whom a servicedesk keeps away from, and whom it may help.

use servicedesk::domain::account::{AccountId, Protection};
use servicedesk::domain::bulk::BulkMatch;
use servicedesk::ports::{ChangeAccounts, FindAccountsInBulk};
use servicedesk::practice::{Person, Place};

use super::*;

pub async fn by_admin_count(ground: &impl Ground) {
    let directory = ground.desk().await;
    let rut = added(ground, &directory, Person { protected: true, ..someone() }).await;
    assert_eq!(rut.protected, Some(Protection::AdminCount));
}

pub async fn by_membership(ground: &impl Ground) {
    let group = unique("Chefer (1) ");
    let directory =
        ground.desk_with(ground.settings_protecting(&["Enterprise Admins", &group.to_uppercase()], false)).await;
    ground.add_group(&group, &[]).await;
    let rut = added(ground, &directory, someone().group(&group)).await;
    assert_eq!(rut.protected, Some(Protection::MemberOf(group.to_uppercase())));
    assert_eq!(directory.read_again(&rut).await.unwrap().protected, rut.protected);
}

pub async fn by_membership_through_groups(ground: &impl Ground) {
    let [outer, middle, inner] = ["outer-", "middle-", "inner-"].map(unique);
    ground.add_group(&outer, &[]).await;
    ground.add_group(&middle, &[&outer]).await;
    ground.add_group(&inner, &[&middle]).await;
    let directory = ground.desk_with(ground.settings_protecting(&[&outer], true)).await;
    let rut = added(ground, &directory, someone().group(&inner)).await;
    assert_eq!(rut.protected, Some(Protection::MemberOf(outer)));
}

/// Nobody's memberOf names their primary group.
pub async fn by_primary_group(ground: &impl Ground) {
    let directory = ground.desk_with(ground.settings_protecting(&["Domain Users"], true)).await;
    let eva = added(ground, &directory, someone()).await;
    assert_eq!(eva.protected, Some(Protection::MemberOf("Domain Users".into())));
}

pub async fn not_by_a_group_one_is_not_in(ground: &impl Ground) {
    let [theirs, hers] = ["theirs-", "hers-"].map(unique);
    ground.add_group(&theirs, &[]).await;
    ground.add_group(&hers, &[]).await;
    let directory = ground.desk_with(ground.settings_protecting(&[&theirs], true)).await;
    let surname = unique("Karlsson");
    ground.add(Person::new(&unique("anna-")).named("Anna", &surname).group(&theirs)).await;
    ground.add(Person::new(&unique("eva-")).named("Eva", &surname).group(&hers)).await;
    let found = find(&directory, &surname).await;
    let protected: Vec<_> = found.accounts.iter().map(|account| account.protected.clone()).collect();
    assert_eq!(protected, [Some(Protection::MemberOf(theirs)), None]);
}

pub async fn a_group_that_is_not_there(ground: &impl Ground) {
    let missing = unique("missing-");
    let eva = someone();
    ground.add(eva.clone()).await;
    let query = Query::parse(&eva.account).unwrap();
    let directory = ground.desk_with(ground.settings_protecting(&["Domain Admins", &missing], true)).await;
    match directory.find(&query).await {
        Err(DirectoryError::NoSuchGroup { name }) => assert_eq!(name, missing),
        other => panic!("{other:?}"),
    }
    let directory = ground.desk_with(ground.settings_protecting(&["Domain Admins", &missing], false)).await;
    assert_eq!(only(&directory, &eva.account).await.protected, None);
}

/// Spaces and capitals are no difference.
pub async fn by_a_unit_however_it_is_written(ground: &impl Ground) {
    let written = ground.staff().to_uppercase().replace(',', " , ");
    let directory = ground.desk_with(ground.settings_protecting_unit(&written)).await;
    let eva = added(ground, &directory, someone()).await;
    assert_eq!(eva.protected, Some(Protection::InProtectedUnit(written)));
    assert_eq!(directory.read_again(&eva).await.unwrap().protected, eva.protected);
}

pub async fn not_by_a_unit_one_is_not_in(ground: &impl Ground) {
    let directory = ground.desk_with(ground.settings_protecting_unit(&ground.staff())).await;
    let outside = Person { place: Place::Users, ..someone() };
    assert_eq!(added(ground, &directory, outside).await.protected, None);
}

pub async fn by_a_unit_among_many(ground: &impl Ground) {
    let directory = ground.desk_with(ground.settings_protecting_unit(&ground.staff())).await;
    let people = [someone().locked_at(Timestamp::now()), Person { place: Place::Users, ..someone() }];
    for person in &people {
        ground.add(person.clone()).await;
    }
    let queries = people.map(|person| Query::parse(&person.account).unwrap());
    let found = directory.find_each(&queries).await.unwrap();
    let found = super::many::accounts(found.concat());
    assert_eq!(found.iter().map(|found| found.protected.is_some()).collect::<Vec<_>>(), [true, false]);
    let again = directory.read_each(&found).await.unwrap();
    let again = super::many::accounts(again.into_iter().flatten().collect());
    assert_eq!(again.iter().map(|found| found.protected.is_some()).collect::<Vec<_>>(), [true, false]);
}

pub async fn a_unit_that_is_not_there(ground: &impl Ground) {
    let eva = someone();
    ground.add(eva.clone()).await;
    let query = Query::parse(&eva.account).unwrap();
    for missing in [format!("OU={},{BASE}", unique("missing-")), "OU=Staff,DC=elsewhere,DC=example".to_owned()] {
        let directory = ground.desk_with(ground.settings_protecting_unit(&missing)).await;
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
async fn refused(ground: &impl Ground, directory: &LdapDirectory<'_>, eva: &Account) -> Protection {
    let before = ground.facts(eva).await;
    let wanted = password("Good-Value-44");
    let why = protection(directory.unlock(&receipt().await, eva).await);
    let set = directory.set_password(&receipt().await, eva, &new_password(&wanted, false)).await;
    assert_eq!(protection(set), why);
    assert_eq!(ground.facts(eva).await, before);
    why
}

pub async fn an_administrator_since(ground: &impl Ground) {
    for history_required in [true, false] {
        let directory = ground.desk_with(DirectorySettings { history_required, ..ground.settings() }).await;
        let eva = added(ground, &directory, someone()).await;
        assert_eq!(eva.protected, None);
        ground.lock(&eva).await;
        ground.mark_as_administrator(eva.name.as_str()).await;
        assert_eq!(refused(ground, &directory, &eva).await, Protection::AdminCount);
    }
}

pub async fn a_member_through_groups_since(ground: &impl Ground) {
    let [outer, inner] = ["outer-", "inner-"].map(unique);
    ground.add_group(&outer, &[]).await;
    ground.add_group(&inner, &[&outer]).await;
    let directory = ground.desk_with(ground.settings_protecting(&["Domain Admins", &outer], true)).await;
    let eva = added(ground, &directory, someone()).await;
    assert_eq!(eva.protected, None);
    ground.lock(&eva).await;
    ground.join(eva.name.as_str(), &inner).await;
    assert_eq!(refused(ground, &directory, &eva).await, Protection::MemberOf(outer));
}

/// Whoever looked the account up, without these settings say.
pub async fn one_below_a_unit(ground: &impl Ground) {
    let eva = added(ground, &ground.desk().await, someone()).await;
    assert_eq!(eva.protected, None);
    ground.lock(&eva).await;
    let directory = ground.desk_with(ground.settings_protecting_unit(&ground.staff())).await;
    assert_eq!(refused(ground, &directory, &eva).await, Protection::InProtectedUnit(ground.staff()));
}

/// Moved or not, it is not where it was, and is left alone.
pub async fn one_who_moved_into_a_unit(ground: &impl Ground) {
    let users = format!("CN=Users,{BASE}");
    let directory = ground.desk_with(ground.settings_protecting_unit(&users)).await;
    let eva = added(ground, &directory, someone()).await;
    assert_eq!(eva.protected, None);
    ground.remove(eva.name.as_str()).await;
    assert_eq!(refusal(directory.unlock(&receipt().await, &eva).await), ChangeRefusal::Gone);
}

/// The name is the same; who bears it is not.
pub async fn another_one_in_the_same_place(ground: &impl Ground) {
    let directory = ground.desk().await;
    let eva = added(ground, &directory, someone()).await;
    ground.lock(&eva).await;
    let before = ground.facts(&eva).await;
    let other = Account { id: AccountId::from_bytes([7; 16]), ..eva.clone() };
    assert_eq!(refusal(directory.unlock(&receipt().await, &other).await), ChangeRefusal::Gone);
    assert_eq!(ground.facts(&eva).await, before);
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

/// Nobody's memberOf names it, and the rule for chains does not follow it.
pub async fn by_what_the_primary_group_is_in(ground: &impl Ground) {
    let group = unique("primary-");
    ground.add_group(&group, &["Domain Admins"]).await;
    let directory = ground.desk().await;
    let eva = added(ground, &directory, someone()).await;
    assert_eq!(eva.protected, None);
    ground.lock(&eva).await;
    ground.make_primary(eva.name.as_str(), &group).await;
    let expected = Protection::MemberOf("Domain Admins".into());
    assert_eq!(refused(ground, &directory, &eva).await, expected);
    assert_eq!(why(&directory, eva.name.as_str()).await, Some(expected));
}

/// Whatever is configured.
pub async fn by_the_groups_that_every_domain_has(ground: &impl Ground) {
    let directory = ground.desk().await;
    let inner = unique("inner-");
    ground.add_group(&inner, &["Administrators"]).await;
    for (group, name) in [("Domain Admins", "Domain Admins"), (&*inner, "Administrators")] {
        let person = someone().group(group);
        ground.add(person.clone()).await;
        assert_eq!(why(&directory, &person.account).await, Some(Protection::MemberOf(name.into())));
    }
    let person = someone();
    ground.add(person.clone()).await;
    assert_eq!(why(&directory, &person.account).await, None);
}

pub async fn by_a_sid_or_a_dn(ground: &impl Ground) {
    let group = unique("group-");
    ground.add_group(&group, &[]).await;
    let (member, other) = (someone().group(&group), someone());
    for person in [&member, &other] {
        ground.add(person.clone()).await;
    }
    let (dn, sid) = ground.group(&group).await;
    for written in [sid, dn.replace(',', " , ").to_uppercase()] {
        let directory = ground.desk_with(ground.settings_protecting(&[&written], true)).await;
        assert_eq!(why(&directory, &member.account).await, Some(Protection::MemberOf(written)));
        assert_eq!(why(&directory, &other.account).await, None);
    }
    for missing in [format!("CN={},{BASE}", unique("missing-")), "S-1-5-21-1-2-3-4711".to_owned()] {
        let directory = ground.desk_with(ground.settings_protecting(&[&missing], true)).await;
        let found = directory.find(&Query::parse(&member.account).unwrap()).await;
        assert!(matches!(&found, Err(DirectoryError::NoSuchGroup { name }) if *name == missing), "{found:?}");
    }
}

/// The token tells.
pub async fn though_memberships_may_not_be_read(ground: &impl Ground) {
    let group = unique("inner-");
    ground.add_group(&group, &["Domain Admins"]).await;
    let directory = ground.desk().await;
    for (person, expected) in
        [(someone().group(&group), Some(Protection::MemberOf("Domain Admins".into()))), (someone(), None)]
    {
        ground.add(person.clone()).await;
        ground.hide(&person.account, "memberOf").await;
        assert_eq!(why(&directory, &person.account).await, expected);
    }
}

pub async fn where_a_mark_may_not_be_read(ground: &impl Ground) {
    let directory = ground.desk().await;
    let eva = added(ground, &directory, someone()).await;
    ground.lock(&eva).await;
    ground.mark_as_administrator(eva.name.as_str()).await;
    ground.hide(eva.name.as_str(), "adminCount").await;
    let expected = Protection::Unknown("adminCount");
    assert_eq!(refused(ground, &directory, &eva).await, expected);
    assert_eq!(why(&directory, eva.name.as_str()).await, Some(expected));
}

pub async fn where_the_token_may_not_be_read(ground: &impl Ground) {
    let directory = ground.desk().await;
    for person in [someone(), someone().group(&unique("plain-"))] {
        for group in &person.groups {
            ground.add_group(group, &[]).await;
        }
        ground.add(person.clone()).await;
        ground.hide(&person.account, "tokenGroups").await;
        assert_eq!(why(&directory, &person.account).await, Some(Protection::Unknown("tokenGroups")));
    }
}

/// Spaces and capitals, in `directory.base` and after `--under`.
pub async fn with_a_base_however_it_is_written(ground: &impl Ground) {
    let admin = someone().group("Domain Admins").locked_at(Timestamp::now());
    let eva = someone().locked_at(Timestamp::now());
    for person in [&admin, &eva] {
        ground.add(person.clone()).await;
    }
    let staff = ground.staff().to_lowercase().replace(',', " , ").replace("ou=s", r"ou = \53");
    let base = Some(staff.clone());
    let directory = ground.desk_with(DirectorySettings { base, ..ground.settings() }).await;
    let expected = Some(Protection::MemberOf("Domain Admins".into()));
    assert_eq!(why(&directory, &admin.account).await, expected);
    assert_eq!(why(&directory, &eva.account).await, None);
    let locked = ground.desk().await.all_locked(Some(&staff)).await.unwrap();
    // Others may have locked accounts there that may not be read.
    let locked: Vec<_> = locked.iter().filter_map(BulkMatch::account).collect();
    let of =
        |person: &Person| locked.iter().find(|one| one.name.as_str() == person.account).unwrap().protected.is_some();
    assert!(of(&admin) && !of(&eva));
}

pub async fn the_operators_own_account(ground: &impl Ground) {
    let settings = ground.settings();
    let (_, name) = settings.user.split_once('\\').unwrap();
    let directory = ground.desk_with(ground.settings_protecting_operators(&[])).await;
    assert_eq!(why(&directory, name).await, Some(Protection::OwnAccount));
    assert_eq!(why(&ground.desk().await, name).await, None);
    let person = someone();
    ground.add(person.clone()).await;
    assert_eq!(why(&directory, &person.account).await, None);
}

pub async fn supervisors(ground: &impl Ground) {
    let (anna, eva) = (someone(), someone());
    for person in [&anna, &eva] {
        ground.add(person.clone()).await;
    }
    let upn = anna.upn.clone().unwrap().to_uppercase();
    for spelled in [format!("{NETBIOS}\\{}", anna.account), upn, format!("{}@{DNS}", anna.account)] {
        let directory = ground.desk_with(ground.settings_protecting_operators(&[&spelled])).await;
        assert_eq!(why(&directory, &anna.account).await, Some(Protection::Supervisor));
        assert_eq!(why(&directory, &eva.account).await, None);
    }
}

/// However little time has passed.
pub async fn an_administrator_since_a_list_was_looked_up(ground: &impl Ground) {
    let group = unique("inner-");
    ground.add_group(&group, &["Domain Admins"]).await;
    let directory = ground.desk().await;
    let people = [someone(), someone(), someone()];
    for person in &people {
        ground.add(person.clone()).await;
    }
    let queries = people.each_ref().map(|person| Query::parse(&person.account).unwrap());
    let found = many::accounts(directory.find_each(&queries).await.unwrap().concat());
    assert!(found.iter().all(|one| one.protected.is_none()), "{found:?}");
    ground.join(&people[0].account, &group).await;
    ground.mark_as_administrator(&people[1].account).await;
    let now = many::accounts(directory.check_each(&found).await.unwrap().into_iter().flatten().collect());
    let protected: Vec<_> = now.iter().map(|one| one.protected.is_some()).collect();
    assert_eq!(protected, [true, true, false]);
    // Nothing else is told otherwise than it was.
    assert_eq!(now[2], found[2]);
}

pub async fn rights_inside_and_outside(ground: &impl Ground) {
    let directory = ground.desk().await;
    assert!(added(ground, &directory, someone()).await.may_unlock);
    let outside = added(ground, &directory, Person { place: Place::Users, ..someone() }).await;
    assert!(!outside.may_unlock);
}
