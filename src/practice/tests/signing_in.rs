//! Names to sign in with, refusals and their reasons, and locking.

use super::*;
use crate::practice::{Lockout, Place};

fn eva() -> Person {
    Person::new("evakar01").named("Eva", "Karlsson")
}

#[tokio::test]
async fn sign_in_by_any_name() {
    let rig = Rig::new([eva()]).await;
    let dn = rig.dn("evakar01");
    for name in [
        "CONTOSO\\evakar01",
        "contoso\\EVAKAR01",
        "evakar01@contoso.example",
        "EVAKAR01@AD.contoso.example",
        "evakar01@CONTOSO",
        &dn,
    ] {
        assert_eq!(rig.refusal_of(name, Person::PASSWORD).await, None, "{name}");
    }
    for name in
        ["evakar01", "OTHER\\evakar01", "evakar01@other.example", "CN=nobody,DC=x", "nonsense", "CONTOSO\\nobody"]
    {
        assert_eq!(rig.refusal_of(name, Person::PASSWORD).await.as_deref(), Some("525"), "{name}");
    }
}

#[tokio::test]
async fn each_refusal_has_its_code() {
    let now = start_of_test();
    let rig = Rig::new([
        Person { disabled: true, ..Person::new("disabled") },
        Person { account_expires: Some(now), ..Person::new("gone") },
        Person { password_set: Some(now - DAY * 180), ..Person::new("old") },
        Person { must_change: true, ..Person::new("must") },
        Person::new("locked").locked_at(now - DAY * 3),
        Person { password_set: Some(now - DAY * 999), never_expires: true, ..Person::new("never") },
        Person { must_change: true, never_expires: true, ..Person::new("both") },
    ])
    .await;
    for (account, data) in [
        ("disabled", Some("533")),
        ("gone", Some("701")),
        ("old", Some("532")),
        ("must", Some("773")),
        ("locked", Some("775")),
        ("never", None),
        ("both", None),
    ] {
        let refusal = rig.refusal_of(&format!("CONTOSO\\{account}"), Person::PASSWORD).await;
        assert_eq!(refusal.as_deref(), data, "{account}");
    }
    for account in ["disabled", "gone", "old", "must"] {
        let refusal = rig.refusal_of(&format!("CONTOSO\\{account}"), "Wrong-Guess-1").await;
        assert_eq!(refusal.as_deref(), Some("52e"), "who does not know the password is told nothing more: {account}");
    }
}

#[tokio::test]
async fn wrong_passwords_lock_at_the_threshold() {
    let rig = Rig::new([Person::new("domain"), Person::new("school").special_policy("Skolan")]).await;
    for (account, threshold) in [("domain", 5), ("school", 3)] {
        let name = format!("CONTOSO\\{account}");
        for wrong in 1..=threshold {
            assert_eq!(rig.refusal_of(&name, "Wrong-Guess-1").await.as_deref(), Some("52e"));
            assert_eq!(rig.person(account).bad_passwords, wrong);
            assert_eq!(rig.person(account).has_lockout_time(), wrong == threshold);
        }
        assert_eq!(rig.refusal_of(&name, "Wrong-Guess-1").await.as_deref(), Some("775"));
        assert_eq!(rig.refusal_of(&name, Person::PASSWORD).await.as_deref(), Some("775"));
        assert_eq!(rig.person(account).bad_passwords, threshold, "a locked account counts no further");
    }
}

#[tokio::test]
async fn lock_lapses_only_where_the_policy_allows() {
    let rig = Rig::new([
        Person::new("domain").locked_at(start_of_test()),
        Person::new("school").special_policy("Skolan").locked_at(start_of_test()),
    ])
    .await;
    rig.wait(MINUTE * 15 - SignedDuration::from_secs(1));
    assert_eq!(rig.refusal_of("CONTOSO\\school", Person::PASSWORD).await.as_deref(), Some("775"));
    rig.wait(SignedDuration::from_secs(1));
    assert_eq!(rig.value("school", "msDS-User-Account-Control-Computed").await.as_deref(), Some("0"));
    assert!(rig.person("school").has_lockout_time(), "the time stays until the next sign-in");
    assert_eq!(rig.refusal_of("CONTOSO\\school", Person::PASSWORD).await, None);
    assert_eq!(rig.person("school").lockout, Lockout::Cleared);
    rig.wait(DAY * 100);
    assert_eq!(rig.refusal_of("CONTOSO\\domain", Person::PASSWORD).await.as_deref(), Some("775"));
}

#[tokio::test]
async fn wrong_count_resets_after_window_or_success() {
    let rig = Rig::new([eva()]).await;
    let name = "CONTOSO\\evakar01";
    rig.refusal_of(name, "Wrong-Guess-1").await;
    rig.wait(MINUTE * 29);
    rig.refusal_of(name, "Wrong-Guess-1").await;
    assert_eq!(rig.person("evakar01").bad_passwords, 2);
    rig.wait(MINUTE * 30);
    rig.refusal_of(name, "Wrong-Guess-1").await;
    assert_eq!(rig.person("evakar01").bad_passwords, 1);
    assert_eq!(rig.person("evakar01").last_logon, None);
    assert_eq!(rig.refusal_of(name, Person::PASSWORD).await, None);
    assert_eq!(rig.person("evakar01").bad_passwords, 0);
    assert_eq!(rig.person("evakar01").last_logon, Some(start_of_test() + MINUTE * 59));
}

#[tokio::test]
async fn last_two_passwords_do_not_count_as_wrong() {
    let rig = Rig::new([eva().password("Current-One-1", &["Former-One-1", "Former-Two-2", "Former-Tri-3"])]).await;
    for (password, counted) in [("Former-One-1", 0), ("Former-Two-2", 0), ("Former-Tri-3", 1)] {
        assert_eq!(rig.refusal_of("CONTOSO\\evakar01", password).await.as_deref(), Some("52e"));
        assert_eq!(rig.person("evakar01").bad_passwords, counted, "{password}");
    }
}

#[tokio::test]
async fn previous_password_works_for_an_hour() {
    let set = Some(start_of_test() - MINUTE * 59);
    let someone = |account: &str| Person::new(account).password("Current-One-1", &["Former-One-1"]);
    let rig = Rig::new([
        Person { password_set: set, ..someone("eva") },
        Person { password_set: set, must_change: true, ..someone("must") },
    ])
    .await;
    assert_eq!(rig.refusal_of("CONTOSO\\eva", "Former-One-1").await, None);
    assert_eq!(rig.refusal_of("CONTOSO\\must", "Former-One-1").await.as_deref(), Some("52e"), "set is not known then");
    rig.wait(MINUTE);
    assert_eq!(rig.refusal_of("CONTOSO\\eva", "Former-One-1").await.as_deref(), Some("52e"));
}

#[tokio::test]
async fn empty_password_is_anonymous() {
    let rig = Rig::new([eva()]).await;
    let mut ldap = rig.connect().await;
    assert_eq!(ldap.simple_bind("CONTOSO\\evakar01", "").await.unwrap().rc, 0);
    let (_, result) = raw_search(&mut ldap, BASE, Scope::Base, "(objectClass=*)", &["*"]).await;
    assert_eq!(result.rc, 1);
    assert!(result.text.starts_with("000004DC: LdapErr: "), "{result}");
    let result = ldap.modify(STAFF, vec![replace("lockoutTime", "0")]).await.unwrap();
    assert_eq!(result.rc, 1);
    assert_eq!(ldap.delete(STAFF).await.unwrap().rc, 1);
}

#[tokio::test]
async fn failed_sign_in_ends_the_previous_one() {
    let rig = Rig::new([eva()]).await;
    let mut ldap = rig.operator().await;
    assert_eq!(ldap.simple_bind("CONTOSO\\evakar01", "Wrong-Guess-1").await.unwrap().rc, 49);
    assert_eq!(raw_search(&mut ldap, BASE, Scope::Base, "(objectClass=*)", &["*"]).await.1.rc, 1);
}

#[tokio::test]
async fn swedish_letters_in_names_and_passwords() {
    let person = Person { place: Place::Users, ..Person::new("åsaöst01").password("Blåbär-Ö-31", &[]) };
    let rig = Rig::new([person]).await;
    assert_eq!(rig.refusal_of("CONTOSO\\ÅSAÖST01", "Blåbär-Ö-31").await, None);
}
