//! The facts read about an account.

use servicedesk::domain::account::{AccountId, Lock, LockEnd, LockoutDuration, Mobile, SignInRestrictions};
use servicedesk::domain::dn::Dn;
use servicedesk::domain::must_change::OwnChange;
use servicedesk::domain::phone::{NotAPhone, Phone};
use servicedesk::domain::policy::{AppliedPolicy, PolicySource};
use servicedesk::domain::unreadable::UnreadableAccount;
use servicedesk::practice::Person;

use super::*;

pub async fn healthy_account(server: &impl TestServer) {
    let directory = server.desk().await;
    let set = Timestamp::now() - HOUR;
    let eva = added(server, &directory, Person { password_set: Some(set), ..someone() }).await;
    assert_eq!((&eva.lock, eva.disabled, eva.expires, eva.smartcard_required), (&Lock::Open, false, None, false));
    assert_eq!((eva.mobile, eva.protected), (Mobile::Missing, None));
    let state = eva.password;
    assert_eq!((state.expired, state.must_change, state.wrong_tries), (false, false, 0));
    assert!(near(state.last_set, set), "{state:?}");
    assert!(near(state.expires, set + server.policy(None).max_age.unwrap()), "{state:?}");
}

pub async fn locked_account(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    server.lock(&eva).await;
    let policy = server.policy(None);
    let now = directory.read_again(&eva).await.unwrap();
    let Lock::Locked { since: Some(since), opens } = now.lock else { panic!("{:?}", now.lock) };
    assert!(near(Some(since), Timestamp::now()), "{since}");
    let expected = match policy.lockout_duration {
        LockoutDuration::Lasts(span) => LockEnd::At(since + span),
        LockoutDuration::UntilUnlocked | LockoutDuration::Unknown => LockEnd::OnlyManually,
    };
    assert_eq!(opens, expected);
    assert_eq!(now.password.wrong_tries, policy.lockout_threshold);
    assert!(near(now.password.last_wrong_try, since));
}

pub async fn locked_under_special_policy(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, under_a_special_policy(server, true)).await;
    server.lock(&eva).await;
    let Lock::Locked { since: Some(since), opens } = directory.read_again(&eva).await.unwrap().lock else { panic!() };
    assert_eq!(opens, LockEnd::At(since + SignedDuration::from_mins(15)));
}

/// Someone under the policy that may be read, or under the other.
fn under_a_special_policy<G: TestServer>(_: &G, readable: bool) -> Person {
    someone().special_policy(if readable { G::READABLE } else { G::UNREADABLE }).password("A-Long-Enough-Secret-1", &[])
}

pub async fn lapsed_lock_is_open(server: &impl TestServer) {
    let LockoutDuration::Lasts(span) = server.policy(None).lockout_duration else {
        return; // Here a lock of the domain's policy never lapses; the next case has one that does.
    };
    let directory = server.desk().await;
    let since = Timestamp::now() - span - HOUR;
    let eva = added(server, &directory, someone().locked_at(since)).await;
    let Lock::Lapsed { since: told } = eva.lock else { panic!("{:?}", eva.lock) };
    assert!(near(Some(told), since));
    assert_eq!(server.refusal_of(eva.name.as_str(), Person::PASSWORD).await, None);
}

/// After 20 minutes a lock of 15 has lapsed and one of 30 has not.
pub async fn lapsed_lock_under_special_policy(server: &impl TestServer) {
    let directory = server.desk().await;
    let since = Timestamp::now() - SignedDuration::from_mins(20);
    let lapsed = added(server, &directory, under_a_special_policy(server, true).locked_at(since)).await;
    assert!(matches!(lapsed.lock, Lock::Lapsed { .. }), "{:?}", lapsed.lock);
    let locked = added(server, &directory, someone().locked_at(since)).await;
    assert!(locked.lock.is_locked(), "{:?}", locked.lock);
    assert_eq!(server.refusal_of(lapsed.name.as_str(), "A-Long-Enough-Secret-1").await, None);
    assert!(matches!(directory.read_again(&lapsed).await.unwrap().lock, Lock::Open), "a sign-in clears the mark");
}

/// Only a readable policy tells that a lock has no end.
pub async fn lock_without_end(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, under_a_special_policy(server, false)).await;
    server.lock(&eva).await;
    let opens = |account: Account| match account.lock {
        Lock::Locked { since: Some(_), opens } => opens,
        other => panic!("{other:?}"),
    };
    assert_eq!(opens(directory.read_again(&eva).await.unwrap()), LockEnd::Unknown);

    let (user, secret) = server.administrator();
    let administrator =
        LdapDirectory::connect(DirectorySettings { user, ..server.settings() }, password(&secret), &SystemRandom)
            .await
            .unwrap();
    assert_eq!(opens(only(&administrator, eva.name.as_str()).await), LockEnd::OnlyManually);
}

pub async fn disabled(server: &impl TestServer) {
    let directory = server.desk().await;
    let per = added(server, &directory, Person { disabled: true, ..someone() }).await;
    assert!(per.disabled && !per.lock.is_locked());
}

pub async fn account_expired(server: &impl TestServer) {
    let directory = server.desk().await;
    let ended = Timestamp::now() - DAY * 7;
    let sara = added(server, &directory, Person { account_expires: Some(ended), ..someone() }).await;
    assert!(near(sara.expires, ended) && sara.expired(Timestamp::now()), "{:?}", sara.expires);
}

pub async fn account_expiring_later(server: &impl TestServer) {
    let directory = server.desk().await;
    let end = Timestamp::now() + DAY * 7;
    let sara = added(server, &directory, Person { account_expires: Some(end), ..someone() }).await;
    assert!(near(sara.expires, end) && !sara.expired(Timestamp::now()), "{:?}", sara.expires);
}

pub async fn password_expired(server: &impl TestServer) {
    let directory = server.desk().await;
    let set = Timestamp::now() - DAY * 300;
    let karl = added(server, &directory, Person { password_set: Some(set), ..someone() }).await;
    let state = karl.password;
    assert!(state.expired && !state.must_change && near(state.last_set, set), "{state:?}");
    assert!(near(state.expires, set + server.policy(None).max_age.unwrap()), "{state:?}");
}

pub async fn must_change(server: &impl TestServer) {
    let directory = server.desk().await;
    let lina = added(server, &directory, Person { must_change: true, ..someone() }).await;
    assert!(lina.password.must_change);
    assert_eq!((lina.password.last_set, lina.password.expires), (None, None));
}

/// A demand to change it is not followed either (MS-ADTS 3.1.1.4.5.17 leaves such an account out).
pub async fn never_expires(server: &impl TestServer) {
    let directory = server.desk().await;
    let old = Some(Timestamp::now() - DAY * 900);
    let desk = added(server, &directory, Person { never_expires: true, password_set: old, ..someone() }).await;
    assert_eq!((desk.password.expires, desk.password.expired, desk.password.must_change), (None, false, false));
    assert!(desk.password.never_expires && !desk.password.ineffective_must_change);
    let desk = added(server, &directory, Person { never_expires: true, must_change: true, ..someone() }).await;
    assert_eq!((desk.password.expires, desk.password.expired, desk.password.must_change), (None, false, false));
    assert!(desk.password.never_expires && desk.password.ineffective_must_change);
    assert_eq!(server.refusal_of(desk.name.as_str(), Person::PASSWORD).await, None, "the demand has no effect");
}

pub async fn own_change_denied(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    assert_eq!((eva.password.own_change, eva.password.never_expires), (OwnChange::Allowed, false));
    let shut_out = Person { cannot_change_password: true, must_change: true, ..someone() };
    let desk = added(server, &directory, shut_out).await;
    assert_eq!(desk.password.own_change, OwnChange::Denied);
    assert!(desk.password.prevents_sign_in());
    assert_eq!(server.refusal_of(desk.name.as_str(), Person::PASSWORD).await.as_deref(), Some("773"));
}

pub async fn outside_logon_hours(server: &impl TestServer) {
    let directory = server.desk().await;
    let now = Timestamp::now();
    // All but the hour that it is, and the next.
    let hours = hours_but(&[now, now + HOUR]);
    let hassan = added(server, &directory, Person { logon_hours: Some(hours), ..someone() }).await;
    assert!(hassan.outside_hours(now));
    assert_eq!(hassan.sign_in.hours.next_allowed(now).map(|begin| begin.as_second() % 3600), Some(0));
    assert_eq!(server.refusal_of(hassan.name.as_str(), Person::PASSWORD).await.as_deref(), Some("530"));
    let never = added(server, &directory, Person { logon_hours: Some([0; 21]), ..someone() }).await;
    assert_eq!((never.outside_hours(now), never.sign_in.hours.next_allowed(now)), (true, None));
    assert_eq!(server.refusal_of(never.name.as_str(), Person::PASSWORD).await.as_deref(), Some("530"));
}

pub async fn within_logon_hours(server: &impl TestServer) {
    let directory = server.desk().await;
    let now = Timestamp::now();
    let hours = hours_but(&[now - HOUR * 12]);
    let hassan = added(server, &directory, Person { logon_hours: Some(hours), ..someone() }).await;
    assert!(hassan.sign_in.hours.are_limited() && !hassan.outside_hours(now));
    let always = added(server, &directory, Person { logon_hours: Some([0xff; 21]), ..someone() }).await;
    assert!(!always.sign_in.hours.are_limited());
    for account in [&hassan, &always] {
        assert_eq!(server.refusal_of(account.name.as_str(), Person::PASSWORD).await, None);
    }
}

/// Every hour of the week but those of these times.
fn hours_but(times: &[Timestamp]) -> [u8; 21] {
    let mut bits = [0xff; 21];
    for time in times {
        // The epoch was a Thursday.
        let hour = usize::try_from((time.as_second() / 3600 + 4 * 24) % (7 * 24)).unwrap();
        bits[hour / 8] &= !(1 << (hour % 8));
    }
    bits
}

pub async fn workstations(server: &impl TestServer) {
    let directory = server.desk().await;
    let workstations = vec!["BIBL-PC01".to_owned(), "BIBL-PC02".to_owned()];
    let malin = added(server, &directory, Person { workstations: workstations.clone(), ..someone() }).await;
    assert_eq!(malin.sign_in.workstations, workstations);
    assert_eq!(server.refusal_of(malin.name.as_str(), Person::PASSWORD).await.as_deref(), Some("531"));
}

pub async fn times_by_server_clock(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    assert!(near(eva.read_at, Timestamp::now()), "{:?}", eva.read_at);
    assert!(near(directory.read_again(&eva).await.unwrap().read_at, Timestamp::now()));
}

pub async fn title_manager_office_and_telephone(server: &impl TestServer) {
    let directory = server.desk().await;
    let boss = Person { name: unique("Berg, Bo "), ..someone() };
    let manager = added(server, &directory, boss.clone()).await;
    assert_eq!(
        (&manager.title, manager.manager_name(), &manager.office, &manager.telephone),
        (&None, None, &None, &None)
    );
    let person = Person {
        title: Some("Lärare".into()),
        manager: Some(boss.account),
        office: Some("Centralskolan, rum 12".into()),
        telephone: Some("08-465 004 35".into()),
        ..someone()
    };
    let found = added(server, &directory, person.clone()).await;
    assert_eq!(found.manager_name(), Some(boss.name));
    assert!(Dn::same(found.manager.as_deref().unwrap(), &manager.dn), "{:?}", found.manager);
    assert_eq!((found.title, found.office, found.telephone), (person.title, person.office, person.telephone));
}

pub async fn last_sign_in(server: &impl TestServer) {
    let directory = server.desk().await;
    let person = someone();
    let eva = added(server, &directory, person.clone()).await;
    assert_eq!(eva.last_sign_in, None);
    let before = Timestamp::now();
    assert_eq!(server.refusal_of(&person.account, &person.password).await, None);
    let signed_in = directory.read_again(&eva).await.unwrap().last_sign_in.unwrap();
    // Samba gives only the replicated time of a simple bind, so whether it was here is not told.
    assert!(near(Some(signed_in.at), before), "{signed_in:?}");
}

pub async fn smartcard(server: &impl TestServer) {
    let directory = server.desk().await;
    let tom = added(server, &directory, Person { smartcard_required: true, ..someone() }).await;
    assert!(tom.smartcard_required && !tom.disabled);
}

pub async fn readable_special_policy<G: TestServer>(server: &G) {
    let directory = server.desk().await;
    let eva = added(server, &directory, under_a_special_policy(server, true)).await;
    assert_eq!(eva.policy, applied(server.policy(Some(G::READABLE))));
    assert_eq!(eva.policy.source(), PolicySource::Pso(G::READABLE.to_owned()));
}

pub async fn unreadable_special_policy<G: TestServer>(server: &G) {
    let directory = server.desk().await;
    let eva = added(server, &directory, under_a_special_policy(server, false)).await;
    assert_eq!(eva.policy, AppliedPolicy::Unreadable { pso: G::UNREADABLE.to_owned() });
}

/// Three at once, each with their own rules.
pub async fn domain_policy<G: TestServer>(server: &G) {
    let directory = server.desk().await;
    let surname = unique("Karlsson");
    let named = |person: Person, given: &str| person.named(given, &surname);
    server.add(named(under_a_special_policy(server, true), "Anna")).await;
    server.add(named(someone(), "Berit")).await;
    server.add(named(under_a_special_policy(server, false), "Cilla")).await;
    let found = find(&directory, &surname).await;
    let policies: Vec<_> = found.accounts.iter().map(|account| account.policy.source()).collect();
    assert_eq!(
        policies,
        [PolicySource::Pso(G::READABLE.into()), PolicySource::Domain, PolicySource::Pso(G::UNREADABLE.into())]
    );
    assert_eq!(found.accounts[1].policy, applied(server.policy(None)));
}

pub async fn mobile_change_date(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone().mobile("070-174 06 05")).await;
    let registered = eva.mobile_changed.unwrap();
    server.change_mobile(eva.name.as_str(), "070-174 06 06").await;
    let eva = directory.read_again(&eva).await.unwrap();
    assert_eq!(eva.mobile, Mobile::Registered(Phone::parse("0701740606").unwrap()));
    assert!(eva.mobile_changed.unwrap() > registered, "{registered} {:?}", eva.mobile_changed);
    assert!(near(eva.mobile_changed, Timestamp::now()));
}

pub async fn unusable_mobile(server: &impl TestServer) {
    let directory = server.desk().await;
    let unreadable = Mobile::Unreadable(NotAPhone::Characters);
    assert_eq!(added(server, &directory, someone().mobile("ring växeln")).await.mobile, unreadable);
    let unreadable = Mobile::Unreadable(NotAPhone::Start);
    assert_eq!(added(server, &directory, someone().mobile("701740605")).await.mobile, unreadable);
}

pub async fn read_again_sees_changes(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    server.lock(&eva).await;
    let now = directory.read_again(&eva).await.unwrap();
    assert!(now.lock.is_locked());
    assert_eq!((now.id, now.dn, now.policy, now.may_unlock), (eva.id, eva.dn, eva.policy, eva.may_unlock));
}

/// When an account is renamed, another can get its DN.
pub async fn read_again_of_replaced_account(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    let former = Account { id: AccountId::from_bytes([7; 16]), ..eva };
    let read = directory.read_again(&former).await;
    assert!(matches!(read, Err(DirectoryError::Gone)), "{read:?}");
}

/// Tells an attribute that may not be read from one without a value.
pub async fn hidden_attributes(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    assert_eq!((&eva.mobile, &eva.sign_in), (&Mobile::Missing, &SignInRestrictions::default()));
    for attribute in ["mobile", "logonHours", "userWorkstations"] {
        server.hide(eva.name.as_str(), attribute).await;
    }
    let now = directory.read_again(&eva).await.unwrap();
    assert_eq!(now.mobile, Mobile::Hidden);
    assert!(now.sign_in.are_hours_hidden && now.sign_in.are_workstations_hidden, "{:?}", now.sign_in);
    for attribute in ["accountExpires", "pwdLastSet"] {
        let person = someone();
        server.add(person.clone()).await;
        server.hide(&person.account, attribute).await;
        let found = directory.find(&Query::parse(&person.account).unwrap()).await.unwrap();
        let hidden: Vec<_> = found.unreadable.iter().map(UnreadableAccount::attributes).collect();
        assert_eq!((found.accounts.len(), hidden), (0, vec![&[attribute][..]]));
    }
}

pub async fn read_again_of_deleted_account(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    server.remove(eva.name.as_str()).await;
    let gone = directory.read_again(&eva).await;
    assert!(matches!(gone, Err(DirectoryError::Gone)), "{gone:?}");
}
