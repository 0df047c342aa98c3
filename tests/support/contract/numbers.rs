//! Finding accounts by the numbers that callers give, and who shares one.

use super::*;
use servicedesk::adapters::directory::DirectorySettings;
use servicedesk::domain::account::Mobile;
use servicedesk::domain::phone::Phone;
use servicedesk::practice::Person;

/// Ways to write one number, by its last two digits.
fn writings(end: u8) -> [String; 9] {
    let (tens, ones) = (end / 10, end % 10);
    [
        format!("070-174 06 {end:02}"),
        format!("07017406{end:02}"),
        format!("+467017406{end:02}"),
        format!("+46 (0)70 174 06 {end:02}"),
        format!("0046 70 17406{end:02}"),
        format!("+4607017406{end:02}"),
        format!("467017406{end:02}"),
        format!("070/174.06.{end:02}"),
        format!("(070)\u{2011}1 7 4 0 6 {tens} {ones}"),
    ]
}

pub async fn by_phone_in_any_notation(server: &impl TestServer) {
    let directory = server.desk().await;
    let end = fictional();
    let mut all = Vec::new();
    for stored in writings(end) {
        let person = someone().mobile(&stored);
        all.push(person.account.clone());
        server.add(person).await;
    }
    for typed in writings(end) {
        let found = find(&directory, &typed).await;
        for name in &all {
            // Others may have the number too: it is one of few, and the server may be shared.
            let account = found.accounts.iter().find(|account| account.name.as_str() == name);
            let account = account.unwrap_or_else(|| panic!("{typed} finds {:?}, not {name}", names(&found)));
            assert_eq!(account.mobile, Mobile::Registered(Phone::parse(&typed).unwrap()));
        }
    }
}

/// A user name is one though it looks like a number; where somebody has it as a number too, both are meant.
pub async fn digits_may_be_user_name(server: &impl TestServer) {
    let directory = server.desk().await;
    let number = digits();
    let pupil = added(server, &directory, Person::new(&number)).await;
    let eva = someone().mobile(&format!("+46 {}", &number[1..]));
    server.add(eva.clone()).await;
    let found = find(&directory, &number).await;
    let mut both = names(&found);
    both.sort_unstable();
    assert_eq!(both, [pupil.name.as_str(), &eva.account]);
    assert_eq!(only(&directory, &format!("+46{}", &number[1..])).await.name.as_str(), eva.account);
    assert_eq!(only(&directory, &format!("{NETBIOS}\\{number}")).await.id, pupil.id);
}

pub async fn number_within_text(server: &impl TestServer) {
    let directory = server.desk().await;
    let number = digits();
    let (area, rest) = (&number[..3], &number[3..]);
    let mut all = Vec::new();
    for written in [
        format!("(+46) {}-{rest}", &area[1..]),
        format!("{area}-{rest} (privat)"),
        format!("070-1740612 / {area}-{rest}"),
        format!("070-1740612, {area}-{rest}"),
        format!("\u{202a}{area}-{rest}\u{202c}"),
        format!("{area}\u{a0}\u{2013}\u{a0}{rest}"),
    ] {
        let person = Person { other_telephones: vec!["08-465 004 00".into(), written], ..someone() };
        all.push(person.account.clone());
        server.add(person).await;
    }
    let found = find(&directory, &number).await;
    let mut found = names(&found);
    found.sort_unstable();
    all.sort_unstable();
    assert_eq!(found, all);
    let eva = added(server, &directory, someone().mobile(&number)).await;
    assert_eq!(directory.accounts_with_number(&eva).await.unwrap().others.len(), 3);
}

pub async fn longer_number_does_not_match(server: &impl TestServer) {
    let directory = server.desk().await;
    // The wanted digits all stand in it, in their order.
    let longer = added(server, &directory, someone().mobile("070-174 061 55 1")).await;
    for typed in ["070-174 06 55", "070-174 06 51"] {
        let found = find(&directory, typed).await;
        assert!(!names(&found).contains(&longer.name.as_str()), "{typed}");
    }
}

pub async fn by_any_registered_number(server: &impl TestServer) {
    let directory = server.desk().await;
    let ends = [fictional(), fictional(), fictional()];
    let number = |end: u8| format!("070-174 06 {end:02}");
    for person in [
        Person { telephone: Some(number(ends[0])), ..someone() },
        Person { other_mobiles: vec!["08-465 004 01".into(), number(ends[1])], ..someone() },
        Person { other_telephones: vec![number(ends[2])], ..someone() },
    ] {
        let name = person.account.clone();
        server.add(person).await;
        let mut by = Vec::new();
        for end in ends {
            by.extend(find(&directory, &writings(end)[2]).await.accounts);
        }
        let found = by.into_iter().find(|account| account.name.as_str() == name).unwrap();
        assert_eq!(found.mobile, Mobile::Missing, "a code goes to the mobile and nowhere else");
    }
}

pub async fn several_numbers_are_read(server: &impl TestServer) {
    let mobile_attributes = ["mobile", "otherMobile"].map(str::to_owned).to_vec();
    let directory = server.desk_with(DirectorySettings { mobile_attributes, ..server.settings() }).await;
    let person = Person {
        other_mobiles: vec!["0701740607".into(), "+46 70 174 06 06 (privat)".into(), "08-465 004 00".into()],
        ..someone().mobile("08-465 004 01 / 070-174 06 05")
    };
    let eva = added(server, &directory, person).await;
    let number = |text| Phone::parse(text).unwrap();
    assert_eq!(eva.mobile, Mobile::Registered(number("0701740605")));
    let others: Vec<_> = eva.other_mobiles.iter().map(|other| other.phone.clone()).collect();
    assert_eq!(others, [number("0701740606"), number("0701740607")]);
    // Each has the age of its own attribute.
    let changed: Vec<_> = eva.other_mobiles.iter().map(|other| other.changed.unwrap()).collect();
    assert_eq!(changed[0], changed[1]);
    server.change_mobile(eva.name.as_str(), "070-174 06 08").await;
    let now = directory.read_again(&eva).await.unwrap();
    assert_eq!(now.mobile, Mobile::Registered(number("0701740608")));
    let still: Vec<_> = now.other_mobiles.iter().map(|other| other.phone.clone()).collect();
    assert_eq!(still, others);
    let of_others = now.other_mobiles[0].changed;
    assert!(now.mobile_changed > of_others && of_others.is_some(), "{:?} {of_others:?}", now.mobile_changed);
}

pub async fn mobile_attribute_is_configurable(server: &impl TestServer) {
    let settings = DirectorySettings { mobile_attributes: vec!["otherMobile".to_owned()], ..server.settings() };
    let directory = server.desk_with(settings).await;
    let person = Person { other_mobiles: vec!["070-174 06 05".into()], ..someone().mobile("070-174 06 06") };
    let eva = added(server, &directory, person).await;
    assert_eq!(eva.mobile, Mobile::Registered(Phone::parse("0701740605").unwrap()));
    assert!(names(&find(&directory, "0701740606").await).contains(&eva.name.as_str()), "mobile is looked in as well");
}

/// The last digits of a number, in any notation. Others may have them too.
pub async fn last_digits_are_only_similar(server: &impl TestServer) {
    let directory = server.desk().await;
    let mut random = [0; 4];
    SystemRandom.fill(&mut random).unwrap();
    let digits: String = random.iter().map(|byte| char::from(b'1' + byte % 9)).collect();
    let (one, other) = digits.split_at(2);
    let mut all = Vec::new();
    for written in [
        format!("070-174 {one} {other}"),
        format!("+46701{digits}"),
        format!("070-1 74 3{} {}", &digits[..1], &digits[1..]),
    ] {
        let person = someone().mobile(&written);
        all.push(person.account.clone());
        server.add(person).await;
    }
    let longer = someone().mobile(&format!("070-174 {digits}0"));
    server.add(longer.clone()).await;
    for typed in [digits.clone(), format!("{one} {other}")] {
        let found = find(&directory, &typed).await;
        assert!(found.accounts.is_empty(), "{typed}: {found:?}");
        let similar: Vec<&str> = found.similar.iter().map(|account| account.name.as_str()).collect();
        assert!(found.more || all.iter().all(|name| similar.contains(&name.as_str())), "{typed}: {similar:?}");
        assert!(!similar.contains(&longer.account.as_str()), "{typed}");
    }
}

/// Parallel cases may have the same numbers, so only these are looked at; more than three are not named.
pub async fn accounts_sharing_number(server: &impl TestServer) {
    let directory = server.desk().await;
    let nr = fictional();
    let written = |start: &str, end: &str| format!("{start}{nr:02}{end}");
    let eva = added(server, &directory, someone().mobile(&written("070-174 06 ", ""))).await;
    let alone = Person {
        telephone: Some(written("+46 (0)70 174 06 ", "")),
        ..someone().mobile(&format!("070-174 06 {:02}", 5 + (nr + 1 - 5) % 95))
    };
    let bo = added(server, &directory, alone).await;
    let asked = directory.accounts_with_number(&eva).await.unwrap();
    assert!(asked.is_shared() && !asked.others.contains(&eva.name), "{asked:?}");
    assert!(asked.others.contains(&bo.name) || asked.more, "{asked:?}");
    // Her mobile is not among his numbers.
    let his = directory.accounts_with_number(&bo).await.unwrap();
    assert!(!his.others.contains(&eva.name), "{his:?}");
    for _ in 0..3 {
        server.add(someone().mobile(&written("0046-70-17406", ""))).await;
    }
    let asked = directory.accounts_with_number(&eva).await.unwrap();
    assert_eq!((asked.others.len(), asked.more), (3, true));
    let without = added(server, &directory, someone()).await;
    assert!(!directory.accounts_with_number(&without).await.unwrap().is_shared());
}
