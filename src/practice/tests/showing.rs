//! Attributes of the rootDSE, accounts, policies and the domain, stored and computed.

use super::*;
use crate::domain::filetime::filetime;

#[tokio::test]
async fn root_is_public() {
    for (rig, hints) in [(Rig::new([]).await, true), (Rig::without_hints([]).await, false)] {
        let mut ldap = rig.connect().await;
        let root = search(&mut ldap, "", Scope::Base, "(objectClass=*)", &["*", "+"]).await.remove(0);
        assert_eq!(root.attrs["defaultNamingContext"], [BASE]);
        assert_eq!(root.attrs["dnsHostName"], ["dc1.ad.contoso.example"]);
        let controls = &root.attrs["supportedControl"];
        assert!(controls.contains(&"1.2.840.113556.1.4.319".into()));
        for oid in ["1.2.840.113556.1.4.2239", "1.2.840.113556.1.4.2066"] {
            assert_eq!(controls.contains(&oid.into()), hints);
        }
        assert_eq!(root.attrs["currentTime"], ["20260302080000.0Z"]);
        let one = search(&mut ldap, "", Scope::Base, "(objectClass=*)", &["DEFAULTnamingcontext"]).await.remove(0);
        assert_eq!(one.attrs.len(), 1);
    }
}

#[tokio::test]
async fn account_with_every_attribute() {
    let now = start_of_test();
    let rig = Rig::new([Person {
        title: Some("Lärare".into()),
        manager: Some("evakar01".into()),
        office: Some("Centralskolan".into()),
        last_logon_timestamp: Some(now - DAY * 9),
        telephone: Some("08-465 004 00".into()),
        other_telephones: vec!["08-465 004 01".into()],
        other_mobiles: vec!["070-174 06 31".into(), "070-174 06 32".into()],
        smartcard_required: true,
        protected: true,
        account_expires: Some(now + DAY),
        last_logon: Some(now - DAY),
        created: Some(now - DAY * 10),
        password_set: Some(now - DAY * 2),
        ..Person::new("evakar01").named("Eva", "Karlsson").department("Skola").mobile("070-174 06 30").group("Lärare")
    }
    .locked_at(now - MINUTE)])
    .await;
    let entry = rig.entry("evakar01", &[]).await;
    let filetimes = |time| filetime(time).to_string();
    let expected: &[(&str, &[&str])] = &[
        ("objectClass", &["top", "person", "organizationalPerson", "user"]),
        ("cn", &["Eva Karlsson evakar01"]),
        ("sn", &["Karlsson"]),
        ("givenName", &["Eva"]),
        ("displayName", &["Eva Karlsson"]),
        ("title", &["Lärare"]),
        ("manager", &[&rig.dn("evakar01")]),
        ("physicalDeliveryOfficeName", &["Centralskolan"]),
        ("lastLogonTimestamp", &[&filetimes(now - DAY * 9)]),
        ("department", &["Skola"]),
        ("telephoneNumber", &["08-465 004 00"]),
        ("otherTelephone", &["08-465 004 01"]),
        ("mobile", &["070-174 06 30"]),
        ("otherMobile", &["070-174 06 31", "070-174 06 32"]),
        ("mail", &["evakar01@contoso.example"]),
        ("proxyAddresses", &["SMTP:evakar01@contoso.example"]),
        ("userPrincipalName", &["evakar01@contoso.example"]),
        ("sAMAccountName", &["evakar01"]),
        ("distinguishedName", &[&rig.dn("evakar01")]),
        ("memberOf", &["CN=Lärare,OU=Grupper,DC=ad,DC=contoso,DC=example"]),
        ("userAccountControl", &["262656"]),
        ("adminCount", &["1"]),
        ("primaryGroupID", &["513"]),
        ("lockoutTime", &[&filetimes(now - MINUTE)]),
        ("badPasswordTime", &[&filetimes(now - MINUTE)]),
        ("badPwdCount", &["5"]),
        ("pwdLastSet", &[&filetimes(now - DAY * 2)]),
        ("accountExpires", &[&filetimes(now + DAY)]),
        ("lastLogon", &[&filetimes(now - DAY)]),
        ("whenCreated", &["20260220080000.0Z"]),
    ];
    for (name, values) in expected {
        assert_eq!(entry.attrs.get(*name).map(Vec::as_slice).unwrap_or_default(), *values, "{name}");
    }
    assert_eq!(entry.bin_attrs["objectGUID"][0].len(), 16);
    assert_eq!(entry.bin_attrs["objectSid"][0].len(), 28);
}

#[tokio::test]
async fn absent_and_never_values() {
    let rig = Rig::new([Person::new("eva")]).await;
    let entry = rig.entry("eva", &[]).await;
    for absent in ["lockoutTime", "adminCount", "mobile", "memberOf", "displayName"] {
        assert!(!entry.attrs.contains_key(absent), "{absent}");
    }
    assert_eq!(entry.attrs["accountExpires"], [i64::MAX.to_string()]);
    assert_eq!(entry.attrs["badPasswordTime"], ["0"]);
    assert_eq!(entry.attrs["lastLogon"], ["0"]);
}

#[tokio::test]
async fn password_expiry() {
    let now = start_of_test();
    let rig = Rig::new([
        Person { password_set: Some(now - DAY * 10), ..Person::new("fresh") },
        Person { password_set: Some(now - DAY * 180), ..Person::new("old") },
        Person { never_expires: true, must_change: true, ..Person::new("never") },
        Person { smartcard_required: true, ..Person::new("card") },
    ])
    .await;
    for (account, expires, control) in [
        ("fresh", filetime(now + DAY * 170), "0"),
        ("old", filetime(now), "8388608"),
        ("never", i64::MAX, "0"),
        ("card", i64::MAX, "0"),
    ] {
        assert_eq!(
            rig.value(account, "msDS-UserPasswordExpiryTimeComputed").await,
            Some(expires.to_string()),
            "{account}"
        );
        assert_eq!(
            rig.value(account, "msDS-User-Account-Control-Computed").await.as_deref(),
            Some(control),
            "{account}"
        );
    }
}

#[tokio::test]
async fn computed_lock_state() {
    let rig = Rig::new([
        Person::new("eva").locked_at(start_of_test() - DAY * 30),
        Person::new("anna").special_policy("Skolan").locked_at(start_of_test() - MINUTE * 15),
        Person { must_change: true, ..Person::new("both") }.locked_at(start_of_test()),
    ])
    .await;
    for (account, control) in [("eva", "16"), ("anna", "0"), ("both", "8388624")] {
        assert_eq!(
            rig.value(account, "msDS-User-Account-Control-Computed").await.as_deref(),
            Some(control),
            "{account}"
        );
    }
}

#[tokio::test]
async fn groups_by_token() {
    let rig = Rig::new([Person::new("eva").group("Inner")]).await;
    rig.practice.add_group("Inner", &["Domain Admins"]).unwrap();
    let entry = rig.entry("eva", &["tokenGroups"]).await;
    let rids: Vec<u32> = entry.bin_attrs["tokenGroups"]
        .iter()
        .map(|sid| u32::from_le_bytes(*sid.last_chunk().unwrap()))
        .filter(|rid| *rid < 1000)
        .collect();
    assert_eq!(rids, [513, 512, 544], "the primary group, the others, and what those are in");
    assert_eq!(entry.bin_attrs["tokenGroups"].len(), 4);
    let mut ldap = rig.operator().await;
    let (_, result) = raw_search(&mut ldap, STAFF, Scope::Subtree, "(sAMAccountName=eva)", &["tokenGroups"]).await;
    assert_eq!(result.rc, 1, "only of one entry at a time");
}

#[tokio::test]
async fn mobile_change_time() {
    let changed = start_of_test() - DAY;
    let rig = Rig::new([
        Person { mobile_changed: Some(changed), ..Person::new("eva").mobile("070-174 06 30") },
        Person::new("none"),
    ])
    .await;
    let document = |mut entry: SearchEntry| {
        let values = entry.attrs.remove("msDS-ReplAttributeMetaData").unwrap();
        values.into_iter().find(|value| value.contains("<pszAttributeName>mobile</pszAttributeName>"))
    };
    let found = document(rig.entry("eva", &["msDS-ReplAttributeMetaData"]).await).unwrap();
    assert!(found.contains("<ftimeLastOriginatingChange>2026-03-01T08:00:00Z</ftimeLastOriginatingChange>"), "{found}");
    assert!(found.ends_with("</DS_REPL_ATTR_META_DATA>\n\0"), "{found:?}");
    assert_eq!(document(rig.entry("none", &["msDS-ReplAttributeMetaData"]).await), None);
}

#[tokio::test]
async fn domain_policy_and_special_ones() {
    let rig = Rig::new([
        Person::new("plain"),
        Person::new("school").special_policy("Skolan"),
        Person::new("council").special_policy("Politiker"),
    ])
    .await;
    let mut ldap = rig.operator().await;
    let head = search(&mut ldap, BASE, Scope::Base, "(objectClass=domainDNS)", &[]).await.remove(0);
    for (name, value) in [
        ("minPwdLength", "8"),
        ("minPwdAge", "-864000000000"),
        ("maxPwdAge", "-155520000000000"),
        ("pwdHistoryLength", "12"),
        ("pwdProperties", "1"),
        ("lockoutThreshold", "5"),
        ("lockoutDuration", "-9223372036854775808"),
        ("lockOutObservationWindow", "-18000000000"),
        ("dc", "ad"),
    ] {
        assert_eq!(head.attrs[name], [value], "{name}");
    }
    assert_eq!(head.bin_attrs["objectSid"][0].len(), 24);

    assert_eq!(rig.value("plain", "msDS-ResultantPSO").await, None);
    let readable = rig.value("school", "msDS-ResultantPSO").await.unwrap();
    let policy = search(&mut ldap, &readable, Scope::Base, "(objectClass=*)", &[]).await.remove(0);
    for (name, value) in [
        ("msDS-MinimumPasswordLength", "10"),
        ("msDS-MinimumPasswordAge", "0"),
        ("msDS-PasswordComplexityEnabled", "TRUE"),
        ("msDS-PasswordHistoryLength", "5"),
        ("msDS-LockoutThreshold", "3"),
        ("msDS-LockoutDuration", "-9000000000"),
    ] {
        assert_eq!(policy.attrs[name], [value], "{name}");
    }
    let hidden = rig.value("council", "msDS-ResultantPSO").await.unwrap();
    assert_eq!(hidden, "CN=Politiker,CN=Password Settings Container,CN=System,DC=ad,DC=contoso,DC=example");
    let policy = search(&mut ldap, &hidden, Scope::Base, "(objectClass=*)", &[]).await.remove(0);
    assert!(policy.attrs.is_empty() && policy.bin_attrs.is_empty(), "{policy:?}");
}

#[tokio::test]
async fn domain_names_and_role_owner() {
    let rig = Rig::new([]).await;
    let mut ldap = rig.operator().await;
    let partitions = format!("CN=Partitions,CN=Configuration,{BASE}");
    let filter = format!("(&(objectClass=crossRef)(nCName={BASE}))");
    let cross = search(&mut ldap, &partitions, Scope::OneLevel, &filter, &["nETBIOSName", "dnsRoot"]).await.remove(0);
    assert_eq!(cross.attrs["nETBIOSName"], ["CONTOSO"]);
    assert_eq!(cross.attrs["dnsRoot"], ["ad.contoso.example"]);
    let head = search(&mut ldap, BASE, Scope::Base, "(objectClass=*)", &["fSMORoleOwner"]).await.remove(0);
    let (_, server) = head.attrs["fSMORoleOwner"][0].split_once(',').unwrap();
    let server = search(&mut ldap, server, Scope::Base, "(objectClass=server)", &["dNSHostName"]).await.remove(0);
    assert_eq!(server.attrs["dNSHostName"], ["dc1.ad.contoso.example"]);
    let group = format!("CN=Domain Admins,CN=Users,{BASE}");
    let admins = search(&mut ldap, &group, Scope::Base, "(objectClass=group)", &["objectSid"]).await.remove(0);
    assert_eq!(admins.bin_attrs["objectSid"][0][24..], 512_u32.to_le_bytes());
}
