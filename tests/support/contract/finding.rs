//! Finding accounts by whatever a caller gives.

use servicedesk::adapters::directory::DirectorySettings;
use servicedesk::practice::{Person, Place};

use super::*;

pub async fn by_user_name_in_any_case(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    for typed in [eva.name.as_str().to_uppercase(), eva.name.as_str().replace("eva", "eVA"), format!(" {} ", eva.name)]
    {
        assert_eq!(only(&directory, &typed).await.id, eva.id);
    }
}

pub async fn user_name_excludes_other_matches(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = someone();
    let namesake = someone().named("Åke", &eva.account);
    server.add(namesake).await;
    let found = added(server, &directory, eva.clone()).await;
    assert_eq!(found.name.as_str(), eva.account);
}

pub async fn by_user_name_and_domain(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    for domain in [NETBIOS, "contoso", DNS, "AD.Contoso.Example"] {
        let found = only(&directory, &format!("{domain}\\{}", eva.name.as_str().to_uppercase())).await;
        assert_eq!(found.id, eva.id, "{domain}");
    }
}

pub async fn in_another_domain(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    let found = find(&directory, &format!("FABRIKAM\\{}", eva.name)).await;
    assert_eq!(names(&found), [""; 0]);
    assert_eq!(found.searched_domain.as_deref(), Some(NETBIOS));
}

pub async fn by_upn(server: &impl TestServer) {
    let directory = server.desk().await;
    let upn = format!("{}@kommun.example", unique("eva.k"));
    let eva = added(server, &directory, Person { upn: Some(upn.clone()), ..someone() }).await;
    assert_eq!(only(&directory, &upn.to_uppercase()).await.id, eva.id);
    assert_eq!(eva.upn, Some(upn));
}

pub async fn by_implicit_upn(server: &impl TestServer) {
    let directory = server.desk().await;
    for upn in [Some(format!("{}@kommun.example", unique("eva.k"))), None] {
        let eva = added(server, &directory, Person { upn, ..someone() }).await;
        assert_eq!(only(&directory, &format!("{}@{DNS}", eva.name)).await.id, eva.id);
        assert_eq!(names(&find(&directory, &format!("{}@fabrikam.example", eva.name)).await), [""; 0]);
    }
}

pub async fn by_mail(server: &impl TestServer) {
    let directory = server.desk().await;
    let (main, other) = (unique("eva.k"), unique("eva.f"));
    let person = Person {
        mail: Some(format!("{main}@kommun.example")),
        proxy_addresses: vec![format!("SMTP:{main}@kommun.example"), format!("smtp:{other}@kommun.example")],
        ..someone()
    };
    let eva = added(server, &directory, person).await;
    for typed in [format!("{main}@Kommun.example"), format!("{other}@kommun.example")] {
        assert_eq!(only(&directory, &typed).await.id, eva.id, "{typed}");
    }
    assert_eq!(eva.mail, Some(format!("{main}@kommun.example")));
}

/// An unreadable entry is reported as such and does not hide its namesakes.
pub async fn unreadable_entry_is_reported(server: &impl TestServer) {
    let directory = server.desk().await;
    let surname = unique("Karlsson");
    let eva = added(server, &directory, someone().named("Eva", &surname)).await;
    let hidden = Person { hidden: vec!["userAccountControl".into()], ..someone().named("Bo", &surname) };
    let odd = Person { account: format!("{}@x", unique("odd-")), ..someone() };
    let odd = Person { upn: None, mail: None, proxy_addresses: vec![], ..odd.named("Cia", &surname) };
    server.add(hidden.clone()).await;
    server.add(odd.clone()).await;
    let found = find(&directory, &surname).await;
    assert_eq!(names(&found), [eva.name.as_str()]);
    let mut others: Vec<_> = found.unreadable.iter().map(|one| (one.name_or_dn(), one.attributes())).collect();
    others.sort_unstable();
    let mut expected = [(&*hidden.account, &["userAccountControl"][..]), (&*odd.account, &["sAMAccountName"][..])];
    expected.sort_unstable();
    assert_eq!(others, expected);
    for typed in [&hidden.account, &odd.account] {
        let found = find(&directory, typed).await;
        assert_eq!((found.accounts.len(), found.unreadable.len()), (0, 1), "{typed}");
    }
}

pub async fn by_parts_of_names(server: &impl TestServer) {
    let directory = server.desk().await;
    let person = someone();
    let surname = person.surname.clone().unwrap();
    let eva = added(server, &directory, person).await;
    let beginning = &surname[..surname.len() - 2];
    for typed in [
        surname.clone(),
        beginning.to_owned(),
        format!("Eva {surname}"),
        format!("{surname} Eva"),
        format!("ev  {}", beginning.to_lowercase()),
    ] {
        assert_eq!(only(&directory, &typed).await.id, eva.id, "{typed}");
    }
    let is_part = async |typed: &str| find(&directory, typed).await.by_part;
    assert!(is_part(beginning).await && !is_part(&surname).await && !is_part(eva.name.as_str()).await);
    assert!(is_part(&eva.name.as_str()[..eva.name.as_str().len() - 1]).await);
    assert_eq!(names(&find(&directory, &format!("Adam {surname}")).await), [""; 0]);
}

pub async fn by_swedish_letters(server: &impl TestServer) {
    let directory = server.desk().await;
    let surname = unique("Ängström");
    let person = Person::new(&unique("åsaöst-")).named("Åsa", &surname).department("Förskola");
    server.add(person.clone()).await;
    for typed in [
        person.account.clone(),
        person.account.to_uppercase(),
        format!("Åsa {surname}"),
        format!("åsa {}", surname.to_lowercase()),
    ] {
        let found = only(&directory, &typed).await;
        assert_eq!(found.name.as_str(), person.account, "{typed}");
        assert_eq!(found.display_name, format!("Åsa {surname}"));
        assert_eq!(found.department.as_deref(), Some("Förskola"));
    }
}

/// Whoever is only similar is never returned as the one that was meant.
pub async fn misheard_names_are_only_similar(server: &impl TestServer) {
    let directory = server.desk().await;
    let tag = unique("");
    let similar = async |typed: &str| -> Vec<String> {
        let found = find(&directory, typed).await;
        assert!(found.accounts.is_empty() && found.unreadable.is_empty(), "{typed}: {found:?}");
        found.similar.iter().map(|account| account.name.to_string()).collect()
    };
    let add = async |account: &str, given: &str, surname: &str| {
        server.add(Person::new(account).named(given, surname).title("Rektor")).await;
    };
    let (ake, eva) = (format!("ake-{tag}01"), format!("eva-{tag}01"));
    add(&ake, "Åke", &format!("Öberg{tag}")).await;
    add(&eva, "Eva", &format!("{tag}Eriksson")).await;
    for (typed, account) in [
        (format!("Ake Oberg{tag}"), &ake),
        (format!("oberg{tag}"), &ake),
        (format!("Oberg{tag}, Ake"), &ake),
        (format!("Oberg{}", &tag[..tag.len() - 1]), &ake),
        (format!("Eva {tag}Ericson"), &eva),
        (format!("{tag}Erixon Ewa"), &eva),
        (format!("eva-{tag}O1"), &eva),
        (format!("eva-{tag} 01"), &eva),
        (format!("{NETBIOS}\\eva-{tag}1"), &eva),
    ] {
        assert_eq!(similar(&typed).await, [account.as_str()], "{typed}");
    }
    // With the one who is called so, those who are similar to a keyboard without the letter.
    let anders = format!("and-{tag}01");
    add(&anders, "Anders", &format!("Oberg{tag}")).await;
    let found = find(&directory, &format!("Oberg{tag}")).await;
    let mut both = names(&found);
    both.sort_unstable();
    assert_eq!(both, [ake.as_str(), anders.as_str()]);
    assert_eq!(only(&directory, &format!("Anders Oberg{tag}")).await.title.as_deref(), Some("Rektor"));
    assert_eq!(similar(&format!("Anders Karl{tag}")).await, [""; 0]);
}

pub async fn configured_attributes_are_searched(server: &impl TestServer) {
    let number: String = digits();
    let eva = Person { employee_id: Some(number[2..].to_owned()), ..someone() };
    server.add(eva.clone()).await;
    let settings = DirectorySettings { search_attributes: vec!["employeeID".to_owned()], ..server.settings() };
    let directory = server.desk_with(settings).await;
    assert_eq!(only(&directory, &number[2..]).await.name.as_str(), eva.account);
    assert!(find(&server.desk().await, &number[2..]).await.accounts.is_empty());
}

pub async fn namesakes_have_departments(server: &impl TestServer) {
    let directory = server.desk().await;
    let surname = unique("Karlsson");
    for department in ["Socialtjänst", "Skola"] {
        server.add(Person::new(&unique("eva-")).named("Eva", &surname).department(department)).await;
    }
    let found = find(&directory, &format!("Eva {surname}")).await;
    let mut departments: Vec<_> = found.accounts.iter().map(|account| account.department.as_deref().unwrap()).collect();
    departments.sort_unstable();
    assert_eq!(departments, ["Skola", "Socialtjänst"]);
    assert!(!found.more);
    assert_ne!(found.accounts[0].id, found.accounts[1].id);
}

pub async fn filter_characters_are_literal(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    let (beginning, _) = eva.name.as_str().split_at(eva.name.as_str().len() - 2);
    for typed in [
        "*)(".to_owned(),
        "*".to_owned(),
        ")".to_owned(),
        "*)(objectClass=*".to_owned(),
        format!("{beginning}*"),
        format!("{}*@{DNS}", &beginning),
        format!("{}\\{beginning}", r"CONT*SO"),
        format!("Eva*)(sn={}", eva.display_name),
        "\u{2028}(|".to_owned(),
    ] {
        assert_eq!(names(&find(&directory, &typed).await), [""; 0], "{typed}");
    }
    assert_eq!(only(&directory, eva.name.as_str()).await.id, eva.id, "the connection still serves");
}

pub async fn no_match(server: &impl TestServer) {
    let directory = server.desk().await;
    let name = unique("nobody-");
    for typed in [
        name.clone(),
        format!("{NETBIOS}\\{name}"),
        format!("{name}@{DNS}"),
        format!("Eva {name}"),
        "+49 30 23125 000".into(),
    ] {
        let found = find(&directory, &typed).await;
        assert!(found.accounts.is_empty() && !found.more && found.searched_domain.is_none(), "{typed}: {found:?}");
    }
}

/// Adds `count` people of one name, who also share a number, and says which name.
async fn crowd(server: &impl TestServer, count: usize, number: &str) -> String {
    let surname = unique("Svensson");
    for _ in 0..count {
        let sven = Person::new(&unique("sven-")).named("Sven", &surname).mobile(number);
        server.add(Person { disabled: true, password: String::new(), ..sven }).await;
    }
    surname
}

pub async fn long_result_is_cut(server: &impl TestServer) {
    let directory = server.desk().await;
    let surname = crowd(server, 20, "08-465 004 05").await;
    let found = find(&directory, &surname).await;
    assert_eq!((found.accounts.len(), found.more), (20, false));
    server.add(Person::new(&unique("sven-")).named("Sven", &surname)).await;
    let found = find(&directory, &surname).await;
    assert_eq!((found.accounts.len(), found.more), (20, true));
}

/// Past the size limit that is asked for a server answers 4 and what it has found so far. That may be
/// nobody with the number, only people with its digits.
pub async fn server_size_limit_is_survived<G: TestServer>(server: &G) {
    let directory = server.desk().await;
    let surname = crowd(server, 101, "08-465 010 405").await;
    let found = find(&directory, &format!("Sven {surname}")).await;
    assert_eq!((found.accounts.len(), found.more), (20, true));
    let found = find(&directory, "08-465 004 05").await;
    assert_eq!(found.more, G::KEEPS_SIZE_LIMITS);
    assert!(!found.accounts.iter().any(|account| account.display_name.contains(&surname)));
}

pub async fn search_stays_below_base(server: &impl TestServer) {
    let directory =
        server.desk_with(DirectorySettings { base: Some(format!("OU=Staff,{BASE}")), ..server.settings() }).await;
    let inside = added(server, &directory, someone()).await;
    assert_eq!(inside.policy, applied(server.policy(None)), "the policy is the domain's wherever one searches");
    let outside = Person { place: Place::Users, ..someone() };
    server.add(outside.clone()).await;
    assert_eq!(names(&find(&directory, &outside.account).await), [""; 0]);
}
