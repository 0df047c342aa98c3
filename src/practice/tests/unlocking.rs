//! Unlocking, requiring another password, and writes that are refused.

use super::*;
use crate::practice::{Lockout, Place};
use ldap3::controls::RawControl;

#[tokio::test]
async fn unlocked_account_signs_in_again() {
    let rig = Rig::new([Person::new("eva").locked_at(start_of_test())]).await;
    let mut ldap = rig.operator().await;
    ldap.modify(&rig.dn("eva"), vec![replace("lockoutTime", "0")]).await.unwrap().success().unwrap();
    assert_eq!(rig.person("eva").lockout, Lockout::Cleared);
    assert_eq!(rig.person("eva").bad_passwords, 0);
    assert_eq!(rig.value("eva", "lockoutTime").await.as_deref(), Some("0"));
    assert_eq!(rig.refusal_of("CONTOSO\\eva", Person::PASSWORD).await, None);
}

#[tokio::test]
async fn lockout_time_accepts_only_zero() {
    let rig = Rig::new([Person::new("eva").locked_at(start_of_test())]).await;
    let mut ldap = rig.operator().await;
    let dn = rig.dn("eva");
    for (change, rc, number) in [
        (replace("lockoutTime", "5"), 53, "00000057"),
        (replace("lockoutTime", "-1"), 53, "00000057"),
        (replace("lockoutTime", "x"), 21, "00000057"),
        (Mod::Delete("lockoutTime".into(), HashSet::new()), 53, "00002077"),
        (Mod::Replace("lockoutTime".into(), HashSet::new()), 53, "00002077"),
        (Mod::Add("lockoutTime".into(), HashSet::from(["0".into()])), 20, "0000200D"),
        (replace("pwdLastSet", "5"), 53, "00000057"),
    ] {
        let result = ldap.modify(&dn, vec![change]).await.unwrap();
        assert_eq!((result.rc, &result.text[..8]), (rc, number), "{result}");
    }
    assert!(rig.person("eva").has_lockout_time());
}

#[tokio::test]
async fn require_change_and_clear_it() {
    let rig = Rig::new([Person::new("eva")]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("eva"));
    ldap.modify(&dn, vec![replace("pwdLastSet", "0")]).await.unwrap().success().unwrap();
    assert_eq!(rig.value("eva", "pwdLastSet").await.as_deref(), Some("0"));
    assert_eq!(rig.value("eva", "msDS-UserPasswordExpiryTimeComputed").await.as_deref(), Some("0"));
    assert_eq!(rig.value("eva", "msDS-User-Account-Control-Computed").await.as_deref(), Some("8388608"));
    ldap.modify(&dn, vec![replace("pwdLastSet", "-1")]).await.unwrap().success().unwrap();
    assert_eq!(rig.person("eva").password_set, Some(start_of_test()));
    rig.wait(MINUTE);
    ldap.modify(&dn, vec![replace("pwdLastSet", "-1")]).await.unwrap().success().unwrap();
    assert_eq!(rig.person("eva").password_set, Some(start_of_test()), "nothing to take back");
}

#[tokio::test]
async fn other_writes_are_refused() {
    let rig = Rig::new([Person::new("eva").mobile("1").locked_at(start_of_test())]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("eva"));
    for attribute in ["mobile", "userAccountControl", "memberOf", "badPwdCount", "msDS-ResultantPSO"] {
        let changes = vec![replace("lockoutTime", "0"), replace(attribute, "512")];
        let result = ldap.modify(&dn, changes).await.unwrap();
        assert_eq!(result.rc, 50, "{attribute}");
        assert!(result.text.starts_with("00002098: SecErr: "), "{result}");
    }
    assert_eq!(ldap.modify(&dn, vec![replace("shoeSize", "43")]).await.unwrap().rc, 16);
    assert_eq!(ldap.delete(&dn).await.unwrap().rc, 50);
    assert_eq!(ldap.modifydn(&dn, "CN=x", true, None).await.unwrap().rc, 50);
    let added = ldap.add(&format!("CN=x,{STAFF}"), vec![("objectClass", HashSet::from(["user"]))]).await.unwrap();
    assert_eq!(added.rc, 50);
    assert!(rig.person("eva").has_lockout_time(), "all of a modify or nothing");
}

#[tokio::test]
async fn delegated_rights_on_unprotected_staff() {
    let locked = |account: &str| Person::new(account).locked_at(start_of_test());
    let rig = Rig::new([
        locked("staff"),
        Person { protected: true, ..locked("protected") },
        Person { place: Place::Users, ..locked("elsewhere") },
        locked("freshadmin").group("Domain Admins"),
        Person { place: Place::Users, ..Person::new("admin").group("Drift") },
        Person::new("colleague"),
    ])
    .await;
    rig.practice.add_group("Drift", &["Domain Admins"]).unwrap();
    for (who, may) in [
        ("operator", ["staff", "freshadmin"].as_slice()),
        ("admin", &["staff", "protected", "elsewhere", "freshadmin"]),
        ("colleague", &[]),
    ] {
        let mut ldap = if who == "operator" { rig.operator().await } else { rig.connect().await };
        if who != "operator" {
            ldap.simple_bind(&format!("CONTOSO\\{who}"), Person::PASSWORD).await.unwrap().success().unwrap();
        }
        for target in ["staff", "protected", "elsewhere", "freshadmin"] {
            for wish in [replace("lockoutTime", "0"), replace("pwdLastSet", "0"), reset_to("Other-Value-22")] {
                let result = ldap.modify(&rig.dn(target), vec![wish]).await.unwrap();
                assert_eq!(result.rc, if may.contains(&target) { 0 } else { 50 }, "{who} {target}: {result}");
            }
            let effective = "allowedAttributesEffective";
            let shown = search(&mut ldap, &rig.dn(target), Scope::Base, "(objectClass=*)", &[effective]).await;
            let effective = shown[0].attrs.get(effective).cloned().unwrap_or_default();
            let expected = if may.contains(&target) { ["lockoutTime", "pwdLastSet"].as_slice() } else { &[] };
            assert_eq!(effective, expected, "{who} {target}");
        }
    }
}

#[tokio::test]
async fn modify_missing_entries_or_no_accounts() {
    let rig = Rig::new([]).await;
    let mut ldap = rig.operator().await;
    let unlock = || vec![replace("lockoutTime", "0")];
    assert_eq!(ldap.modify(&format!("CN=nobody,{STAFF}"), unlock()).await.unwrap().rc, 32);
    assert_eq!(ldap.modify(STAFF, unlock()).await.unwrap().rc, 50);
    assert_eq!(ldap.modify("nonsense", unlock()).await.unwrap().rc, 34);
}

#[tokio::test]
async fn unknown_control_is_refused_only_when_critical() {
    let rig = Rig::new([Person::new("eva").locked_at(start_of_test())]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("eva"));
    for (crit, rc) in [(true, 12), (false, 0)] {
        let control = RawControl { ctype: "1.2.3.4".into(), crit, val: None };
        let result = ldap.with_controls(control).modify(&dn, vec![replace("lockoutTime", "0")]).await.unwrap();
        assert_eq!(result.rc, rc);
        assert_eq!(rig.person("eva").has_lockout_time(), crit);
    }
}

#[tokio::test]
async fn concurrent_modifies_on_one_connection() {
    let people = (0..60).map(|n| Person::new(&format!("p{n:02}")).locked_at(start_of_test()));
    let rig = Rig::new(people).await;
    let ldap = rig.operator().await;
    let unlocks = (0..60).map(|n| {
        let (mut ldap, dn) = (ldap.clone(), rig.dn(&format!("p{n:02}")));
        tokio::spawn(async move { ldap.modify(&dn, vec![replace("lockoutTime", "0")]).await.unwrap().rc })
    });
    for unlock in unlocks.collect::<Vec<_>>() {
        assert_eq!(unlock.await.unwrap(), 0);
    }
    assert!((0..60).all(|n| !rig.person(&format!("p{n:02}")).has_lockout_time()));
}
