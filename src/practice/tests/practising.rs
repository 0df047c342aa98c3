//! The invented people.

use super::*;
use crate::practice::people::{JESPER_EARLIER, JESPER_PASSWORD, practice};

async fn seeded() -> Rig {
    Rig::new(practice(start_of_test())).await
}

#[tokio::test]
async fn people_have_their_described_troubles() {
    let rig = seeded().await;
    let mut ldap = rig.operator().await;
    for (filter, names) in [
        ("(userAccountControl=514)", ["perols01"].as_slice()),
        ("(userAccountControl=66048)", &["recept01"]),
        ("(userAccountControl=262656)", &["tomsmi01"]),
        ("(pwdLastSet=0)", &["kassan01", "linber01"]),
        ("(logonHours=*)", &["hasnil01"]),
        ("(userWorkstations=*)", &["maldah01"]),
        ("(!(mobile=*))", &["bengun01"]),
        ("(adminCount=1)", &["rutros01"]),
        ("(accountExpires<=134170560000000000)", &["sarhol01"]),
        ("(anr=Eva Karlsson)", &["evakar01", "evakar02"]),
    ] {
        assert_eq!(found(&mut ldap, &format!("(&(objectClass=user){filter})")).await, names, "{filter}");
    }
    let asked = ["sAMAccountName", "msDS-User-Account-Control-Computed"];
    let everyone = search(&mut ldap, STAFF, Scope::Subtree, "(lockoutTime>=1)", &asked).await;
    let (locked, lapsed): (Vec<_>, Vec<_>) =
        everyone.iter().partition(|entry| entry.attrs["msDS-User-Account-Control-Computed"] == ["16"]);
    assert_eq!(lapsed.len(), 1);
    assert_eq!(lapsed[0].attrs["sAMAccountName"], ["annlin02"]);
    assert_eq!(locked.len(), 11);
    assert_eq!(rig.value("karnys01", "msDS-User-Account-Control-Computed").await.as_deref(), Some("8388608"));
    assert_eq!(rig.value("mmeyers", "msDS-User-Account-Control-Computed").await.as_deref(), Some("0"));
}

#[tokio::test]
async fn known_passwords_are_refused_as_used() {
    let rig = seeded().await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("jesrab01"));
    for used in [JESPER_PASSWORD, JESPER_EARLIER[0], JESPER_EARLIER[1]] {
        let hints = ldap3::controls::RawControl {
            ctype: "1.2.840.113556.1.4.2239".into(),
            crit: true,
            val: Some(vec![0x30, 3, 2, 1, 1]),
        };
        let result = ldap.with_controls(hints).modify(&dn, vec![reset_to(used)]).await.unwrap();
        assert_eq!(result.rc, 53);
        assert!(result.text.contains("already used"), "{result}");
    }
}

#[test]
fn phone_numbers_are_fictional() {
    for person in practice(start_of_test()) {
        for number in person.mobile.iter().chain(&person.telephone) {
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            let tail = &digits[digits.len().saturating_sub(9)..];
            let (swedish, rest): (_, u32) = (tail.starts_with("70174"), tail[5..].parse().unwrap_or_default());
            let fictional = (swedish && (605..=699).contains(&rest))
                || digits.starts_with("08465004")
                || digits.starts_with("447700900");
            assert!(fictional, "{}: {number}", person.account);
        }
    }
}

/// Those who practise read the README; those who change the people read the module.
#[test]
fn people_are_in_the_tables() {
    let people: Vec<String> = practice(start_of_test()).into_iter().map(|person| person.account).collect();
    for (text, begin) in [
        (include_str!("../people.rs"), "//! | `"),
        (include_str!("../../../README.md"), "| `"),
        (include_str!("../../../README.sv.md"), "| `"),
    ] {
        let rows = text.lines().filter(|line| line.starts_with(begin)).filter_map(|line| line.split('|').nth(1));
        let mut named: Vec<&str> = rows.flat_map(|names| names.split('`').skip(1).step_by(2)).collect();
        named.retain(|name| people.iter().any(|account| account == name));
        assert!(people.iter().all(|account| named.contains(&account.as_str())), "not all of {people:?} in {named:?}");
        named.sort_unstable();
        assert!(named.windows(2).all(|two| two[0] != two[1]), "twice in {named:?}");
    }
}
