//! Finding entries: scopes, filters, limits and pages.

use super::*;
use ldap3::SearchOptions;
use ldap3::adapters::{Adapter, EntriesOnly, PagedResults};

fn three() -> [Person; 3] {
    [
        Person { telephone: Some("0142-36 6000".into()), ..Person::new("evakar01").named("Eva", "Karlsson") }
            .department("Skola")
            .mobile("070-174 06 14"),
        Person::new("asaost01").named("Åsa", "Öström").department("IT").mobile("+46701740626"),
        Person {
            display_name: Some("Odd (*)\\ One".into()),
            name: "One, Odd \"the\" #1 ".trim().into(),
            disabled: true,
            ..Person::new("odd").group("Inner")
        }
        .locked_at(start_of_test()),
    ]
}

#[tokio::test]
async fn filters_on_bytes() {
    let rig = Rig::new(three()).await;
    let mut ldap = rig.operator().await;
    for name in ["evakar01", "asaost01", "odd"] {
        let id = rig.entry(name, &["objectGUID"]).await.bin_attrs["objectGUID"][0].clone();
        let escaped = |bytes: &[u8]| bytes.iter().map(|byte| format!("\\{byte:02x}")).collect::<String>();
        let filter = format!("(&(objectClass=user)(|(objectGUID={})(objectGUID={})))", escaped(&id), escaped(b"text"));
        assert_eq!(found(&mut ldap, &filter).await, [name]);
        assert_eq!(found(&mut ldap, &format!("(objectGUID={})", escaped(&id[1..]))).await, [""; 0]);
    }
}

#[tokio::test]
async fn filters_of_every_kind() {
    let rig = Rig::new(three()).await;
    rig.practice.add_group("Inner", &["Outer"]).unwrap();
    rig.practice.add_group("Outer", &["Domain Admins", "Inner"]).unwrap();
    let mut ldap = rig.operator().await;
    let (eva, asa, odd) = ("evakar01", "asaost01", "odd");
    for (filter, names) in [
        ("(sAMAccountName=EVAKAR01)", [eva].as_slice()),
        ("(displayName=eva karlsson)", &[eva]),
        ("(displayName=Eva  Karlsson)", &[eva]),
        ("(displayName=åsa ÖSTRÖM)", &[asa]),
        ("(displayName=asa ostrom)", &[]),
        ("(displayName=Odd \\28\\2a\\29\\5c One)", &[odd]),
        ("(displayName=*\\2a*)", &[odd]),
        ("(displayName=*\\28\\2a\\29*)", &[odd]),
        ("(displayName=e*a*karl*on)", &[eva]),
        ("(displayName=e*karl*a*on)", &[]),
        ("(displayName=*eva  karl*)", &[eva]),
        ("(displayName=*a k*)", &[eva]),
        ("(mail=*)", &[asa, eva]),
        ("(!(mail=*))", &[odd]),
        ("(mobile=*7*0*1*7*4*0*6*1*4*)", &[eva]),
        ("(mobile=+46701740626)", &[asa]),
        ("(telephoneNumber=0142*)", &[eva]),
        ("(proxyAddresses=smtp:evakar01@contoso.example)", &[eva]),
        ("(&(department=it)(mobile=*))", &[asa]),
        ("(|(department=it)(department=skola))", &[asa, eva]),
        ("(!(department=it))", &[eva, odd]),
        ("(&(objectCategory=person)(objectClass=user))", &[asa, eva, odd]),
        ("(objectCategory=CN=Person,CN=Schema,CN=Configuration,DC=ad,DC=contoso,DC=example)", &[asa, eva, odd]),
        ("(objectCategory=group)", &[]),
        ("(lockoutTime>=1)", &[odd]),
        ("(lockoutTime<=1)", &[]),
        ("(badPwdCount=5)", &[odd]),
        ("(badPwdCount=05)", &[odd]),
        ("(badPwdCount>=5)", &[odd]),
        ("(badPwdCount<=4)", &[asa, eva]),
        ("(badPwdCount=five)", &[]),
        ("(!(badPwdCount=five))", &[]),
        ("(sn>=m)", &[asa]),
        ("(userAccountControl=514)", &[odd]),
        ("(userAccountControl:9.9.9:=2)", &[]),
        ("(sAMAccountName~=odd)", &[odd]),
        ("(memberOf=CN=Inner,OU=Grupper,DC=ad,DC=contoso,DC=example)", &[odd]),
        ("(memberOf=CN=Domain Admins,CN=Users,DC=ad,DC=contoso,DC=example)", &[]),
        ("(memberOf=*Inner*)", &[]),
        ("(objectSid=S-1-5-21-2127521184-1604012920-1887927527-1101)", &[eva]),
        ("(shoeSize=43)", &[]),
        ("(!(shoeSize=43))", &[]),
        ("(|(shoeSize=43)(sAMAccountName=odd))", &[odd]),
        ("(!(msDS-User-Account-Control-Computed=16))", &[]),
        ("(&)", &[asa, eva, odd]),
    ] {
        // The tree also holds the unit itself, which (&) and "not" find: ask for accounts.
        assert_eq!(found(&mut ldap, &format!("(&(sAMAccountName=*){filter})")).await, names, "{filter}");
    }
}

#[tokio::test]
async fn anr_matches_parts_of_names() {
    let rig = Rig::new(three()).await;
    let mut ldap = rig.operator().await;
    for (words, names) in [
        ("Eva", ["evakar01"].as_slice()),
        ("eva karlsson", &["evakar01"]),
        ("Karlsson Eva", &["evakar01"]),
        ("ka ev", &["evakar01"]),
        ("Karlsson", &["evakar01"]),
        ("arlsson", &[]),
        ("=Eva", &["evakar01"]),
        ("=Ev", &[]),
        ("åsa", &["asaost01"]),
        ("asaost", &["asaost01"]),
        ("smtp:asaost", &["asaost01"]),
        ("asaost01@contoso.example", &[]),
        ("odd \\28\\2a\\29", &["odd"]),
        ("\\2a", &[]),
    ] {
        assert_eq!(found(&mut ldap, &format!("(anr={words})")).await, names, "{words}");
    }
}

#[tokio::test]
async fn scopes_and_references() {
    let rig = Rig::new(three()).await;
    let mut ldap = rig.operator().await;
    let odd = search(&mut ldap, BASE, Scope::Subtree, "(sAMAccountName=odd)", &["cn"]).await.remove(0);
    assert_eq!(odd.dn, format!("CN=One\\, Odd \\\"the\\\" #1,{STAFF}"));
    assert_eq!(search(&mut ldap, &odd.dn, Scope::Base, "(objectClass=*)", &["cn"]).await.len(), 1);
    assert_eq!(search(&mut ldap, &odd.dn, Scope::OneLevel, "(objectClass=*)", &["cn"]).await.len(), 0);
    assert_eq!(search(&mut ldap, STAFF, Scope::OneLevel, "(objectClass=*)", &["cn"]).await.len(), 3);
    assert_eq!(search(&mut ldap, STAFF, Scope::Subtree, "(objectClass=*)", &["cn"]).await.len(), 4);
    assert_eq!(search(&mut ldap, BASE, Scope::OneLevel, "(sAMAccountName=*)", &["cn"]).await.len(), 0);

    // The client gathers the references of a search in its result.
    let (_, all) = raw_search(&mut ldap, BASE, Scope::Subtree, "(sAMAccountName=odd)", &["cn"]).await;
    assert_eq!(all.refs.len(), 3);
    assert_eq!(all.refs[0], format!("ldaps://ForestDnsZones.ad.contoso.example/DC=ForestDnsZones,{BASE}"));
    let (_, level) = raw_search(&mut ldap, BASE, Scope::OneLevel, "(sAMAccountName=odd)", &["cn"]).await;
    assert!(level.refs.iter().all(|reference| reference.ends_with("??base")));
    let (_, below) = raw_search(&mut ldap, STAFF, Scope::Subtree, "(sAMAccountName=odd)", &["cn"]).await;
    assert_eq!(below.refs.len(), 0);
    let partitions = search(&mut ldap, BASE, Scope::Subtree, "(nETBIOSName=*)", &["cn"]).await;
    assert_eq!(partitions.len(), 0, "the configuration is stored apart");
}

#[tokio::test]
async fn missing_bases() {
    let rig = Rig::new([]).await;
    let mut ldap = rig.operator().await;
    for (base, rc, matched) in [
        (format!("CN=x,OU=nope,{STAFF}"), 32, STAFF),
        ("DC=other,DC=example".into(), 32, ""),
        (String::new(), 32, ""),
        ("nonsense".into(), 34, ""),
    ] {
        let (_, result) = raw_search(&mut ldap, &base, Scope::Subtree, "(objectClass=*)", &["cn"]).await;
        assert_eq!((result.rc, result.matched.as_str()), (rc, matched), "{base}");
    }
}

#[tokio::test]
async fn requested_attributes_are_shown() {
    let rig = Rig::new(three()).await;
    let names = |entry: SearchEntry| {
        let mut names: Vec<_> = entry.attrs.into_keys().chain(entry.bin_attrs.into_keys()).collect();
        names.sort();
        names
    };
    assert_eq!(names(rig.entry("evakar01", &["MOBILE", "nonsense", "adminCount"]).await), ["mobile"]);
    assert_eq!(names(rig.entry("evakar01", &["1.1"]).await), Vec::<String>::new());
    let all = names(rig.entry("evakar01", &["*"]).await);
    assert_eq!(all, names(rig.entry("evakar01", &[]).await));
    assert!(
        all.contains(&"mobile".into()) && !all.iter().any(|name| name.starts_with("msDS-") || name == "tokenGroups")
    );
    let both = names(rig.entry("evakar01", &["*", "msDS-User-Account-Control-Computed"]).await);
    assert_eq!(both.len(), all.len() + 1);

    let mut ldap = rig.operator().await;
    ldap.with_search_options(SearchOptions::new().typesonly(true));
    let bare = search(&mut ldap, &rig.dn("evakar01"), Scope::Base, "(objectClass=*)", &["mobile"]).await.remove(0);
    assert_eq!(bare.attrs.get("mobile"), Some(&Vec::new()));
}

#[tokio::test]
async fn limits() {
    let rig = Rig::new((0..12).map(|n| Person::new(&format!("p{n:02}")))).await;
    let mut ldap = rig.operator().await;
    for (limit, page, rc, count) in
        [(5, None, 4, 5), (12, None, 0, 12), (0, None, 0, 12), (5, Some(6), 4, 5), (5, Some(4), 0, 4)]
    {
        ldap.with_search_options(SearchOptions::new().sizelimit(limit));
        if let Some(size) = page {
            let control = ldap3::controls::PagedResults { size, cookie: Vec::new() };
            ldap.with_controls(ldap3::controls::RawControl::from(control));
        }
        let (entries, result) = raw_search(&mut ldap, STAFF, Scope::OneLevel, "(cn=*)", &["cn"]).await;
        assert_eq!((result.rc, entries.len()), (rc, count), "{limit}");
    }
}

#[tokio::test]
async fn page_size_limit() {
    let rig = Rig::new([]).await;
    let people = (0..1001).map(|n| Person::new(&format!("p{n:04}")));
    rig.practice.directory.store.change(|state| people.for_each(|person| state.add(person, start_of_test()))).unwrap();
    let mut ldap = rig.operator().await;
    let (entries, result) = raw_search(&mut ldap, STAFF, Scope::OneLevel, "(cn=*)", &["cn"]).await;
    assert_eq!((result.rc, entries.len()), (4, 1000));
    assert_eq!(paged(&mut ldap, 500, "(cn=*)").await.len(), 1001);
}

#[tokio::test]
async fn pages_survive_changes_in_between() {
    let rig = Rig::new((0..10).map(|n| Person::new(&format!("p{n:02}")).locked_at(start_of_test()))).await;
    let mut ldap = rig.operator().await;
    assert_eq!(paged(&mut ldap, 3, "(lockoutTime>=1)").await.len(), 10);
    assert_eq!(paged(&mut ldap, 10, "(lockoutTime>=1)").await.len(), 10);

    let adapters: Vec<Box<dyn Adapter<_, _>>> = vec![Box::new(EntriesOnly::new()), Box::new(PagedResults::new(3))];
    let mut stream = ldap
        .clone()
        .streaming_search_with(adapters, STAFF, Scope::Subtree, "(lockoutTime>=1)", vec!["cn"])
        .await
        .unwrap();
    let mut count = 0;
    while let Some(entry) = stream.next().await.unwrap() {
        let dn = SearchEntry::construct(entry).dn;
        ldap.modify(&dn, vec![replace("lockoutTime", "0")]).await.unwrap().success().unwrap();
        count += 1;
    }
    assert_eq!(count, 10);
}

#[tokio::test]
async fn forged_cookie_is_refused() {
    let rig = Rig::new(three()).await;
    let mut ldap = rig.operator().await;
    let control = ldap3::controls::PagedResults { size: 2, cookie: b"garbage".to_vec() };
    ldap.with_controls(ldap3::controls::RawControl::from(control));
    assert_eq!(raw_search(&mut ldap, STAFF, Scope::OneLevel, "(cn=*)", &["cn"]).await.1.rc, 53);
}

async fn paged(ldap: &mut Ldap, size: i32, filter: &str) -> Vec<String> {
    let adapters: Vec<Box<dyn Adapter<_, _>>> = vec![Box::new(EntriesOnly::new()), Box::new(PagedResults::new(size))];
    let mut stream = ldap.streaming_search_with(adapters, STAFF, Scope::Subtree, filter, vec!["cn"]).await.unwrap();
    let mut names = Vec::new();
    while let Some(entry) = stream.next().await.unwrap() {
        names.push(SearchEntry::construct(entry).dn);
    }
    stream.finish().await.success().unwrap();
    names
}
