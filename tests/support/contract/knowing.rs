//! Who the operator is, as the directory says, whatever they signed in as.

use servicedesk::domain::identity::OperatorIdentity;
use servicedesk::domain::sid::Sid;

use super::*;

async fn known(server: &impl TestServer, user: &str, base: Option<String>, text: &str) -> OperatorIdentity {
    let settings = DirectorySettings { user: user.to_owned(), base, ..server.settings() };
    LdapDirectory::connect(settings, password(text), &SystemRandom).await.unwrap().operator().await.unwrap()
}

/// The identifier, as an administrator reads it.
async fn sid(server: &impl TestServer, dn: &str) -> Sid {
    let mut ldap = server.dial().await;
    let (user, password) = server.administrator();
    ldap.simple_bind(&user, &password).await.unwrap().success().unwrap();
    let found = ldap.search(dn, Scope::Base, "(objectClass=*)", ["objectSid"]).await.unwrap().success().unwrap().0;
    let entry = SearchEntry::construct(found.into_iter().next().unwrap());
    let bytes = entry.bin_attrs.get("objectSid").map(|values| values[0].clone());
    Sid::from_bytes(&bytes.unwrap_or_else(|| entry.attrs["objectSid"][0].clone().into_bytes())).unwrap()
}

pub async fn one_operator_in_any_spelling(server: &impl TestServer) {
    let upn = format!("{}@contoso.example", unique("first.last-"));
    let person = Person { upn: Some(upn.clone()), ..someone().password("Right-Value-44", &[]) };
    let eva = added(server, &server.desk().await, person).await;
    let expected = OperatorIdentity {
        account: Some(format!("{NETBIOS}\\{}", eva.name)),
        sid: Some(sid(server, &eva.dn).await),
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
        assert_eq!(known(server, user, Some(BASE.to_owned()), "Right-Value-44").await, expected, "{user}");
        assert_eq!(known(server, user, None, "Right-Value-44").await, expected, "{user}, without a base");
        assert!(expected.is(user), "{user}");
    }
    let below = known(server, &spelled[0], Some(server.staff()), "Right-Value-44").await;
    assert_eq!(below, expected, "also where accounts are looked for elsewhere");
}

/// The first part of an address is not a user name.
pub async fn namesake_is_another_operator(server: &impl TestServer) {
    let one = Person { upn: None, ..someone().password("Right-Value-44", &[]) };
    let other = Person { upn: Some(format!("{}@contoso.example", one.account)), ..someone() };
    server.add(other).await;
    let eva = added(server, &server.desk().await, one).await;
    let identity = known(server, &format!("{}@{DNS}", eva.name), Some(BASE.to_owned()), "Right-Value-44").await;
    assert_eq!(identity.dn, Some(eva.dn));
    assert!(!identity.is(&format!("{}@contoso.example", eva.name)));
}
