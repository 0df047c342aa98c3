//! Who the operator is, as the directory says, whatever they signed in as.

use servicedesk::domain::identity::OperatorIdentity;
use servicedesk::domain::sid::Sid;

use super::*;

async fn known(ground: &impl Ground, user: &str, base: Option<String>, text: &str) -> OperatorIdentity {
    let settings = DirectorySettings { user: user.to_owned(), base, ..ground.settings() };
    LdapDirectory::connect(settings, password(text), &SystemRandom).await.unwrap().operator().await.unwrap()
}

/// The identifier, as an administrator reads it.
async fn sid(ground: &impl Ground, dn: &str) -> Sid {
    let mut ldap = ground.dial().await;
    let (user, password) = ground.administrator();
    ldap.simple_bind(&user, &password).await.unwrap().success().unwrap();
    let found = ldap.search(dn, Scope::Base, "(objectClass=*)", ["objectSid"]).await.unwrap().success().unwrap().0;
    let entry = SearchEntry::construct(found.into_iter().next().unwrap());
    let bytes = entry.bin_attrs.get("objectSid").map(|values| values[0].clone());
    Sid::from_bytes(&bytes.unwrap_or_else(|| entry.attrs["objectSid"][0].clone().into_bytes())).unwrap()
}

pub async fn one_person_however_they_spelled_themselves(ground: &impl Ground) {
    let upn = format!("{}@contoso.example", unique("first.last-"));
    let person = Person { upn: Some(upn.clone()), ..someone().password("Right-Value-44", &[]) };
    let eva = added(ground, &ground.desk().await, person).await;
    let expected = OperatorIdentity {
        account: Some(format!("{NETBIOS}\\{}", eva.name)),
        sid: Some(sid(ground, &eva.dn).await),
        dn: Some(eva.dn.clone()),
        upn: Some(upn.clone()),
        domain: Some(DNS.to_owned()),
    };
    let spelled = [
        format!("{NETBIOS}\\{}", eva.name),
        format!("contoso\\{}", eva.name.as_str().to_uppercase()),
        format!("{}@{DNS}", eva.name),
        upn,
        eva.dn.clone(),
    ];
    for user in &spelled {
        assert_eq!(known(ground, user, Some(BASE.to_owned()), "Right-Value-44").await, expected, "{user}");
        assert_eq!(known(ground, user, None, "Right-Value-44").await, expected, "{user}, without a base");
        assert!(expected.is(user), "{user}");
    }
    let below = known(ground, &spelled[0], Some(ground.staff()), "Right-Value-44").await;
    assert_eq!(below, expected, "also where accounts are looked for elsewhere");
}

/// The first part of another's address is nobody's user name.
pub async fn nobody_else_of_the_same_name(ground: &impl Ground) {
    let one = Person { upn: None, ..someone().password("Right-Value-44", &[]) };
    let other = Person { upn: Some(format!("{}@contoso.example", one.account)), ..someone() };
    ground.add(other).await;
    let eva = added(ground, &ground.desk().await, one).await;
    let identity = known(ground, &format!("{}@{DNS}", eva.name), Some(BASE.to_owned()), "Right-Value-44").await;
    assert_eq!(identity.dn, Some(eva.dn));
    assert!(!identity.is(&format!("{}@contoso.example", eva.name)));
}
