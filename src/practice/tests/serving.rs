//! Connections: TLS, StartTLS, who am I, and their end.

use super::*;
use ldap3::exop::WhoAmI;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;

#[tokio::test]
async fn who_am_i() {
    let rig = Rig::new([]).await;
    let ask = async |ldap: &mut Ldap| {
        let (answer, _) = ldap.extended(WhoAmI).await.unwrap().success().unwrap();
        String::from_utf8(answer.val.unwrap()).unwrap()
    };
    assert_eq!(ask(&mut rig.connect().await).await, "");
    assert_eq!(ask(&mut rig.operator().await).await, "u:CONTOSO\\operator");
}

#[tokio::test]
async fn tls_by_address_or_name_needs_trust() {
    let rig = Rig::new([]).await;
    let access = rig.practice.access();
    assert!(access.url.starts_with("ldaps://127.0.0.1:"));
    let other = Rig::new([]).await;
    assert!(connect_to(&access.url, &other.practice.access().ca_pem, false).await.is_err());
    handshake(&rig, &access.tls_name).await.unwrap();
    assert!(handshake(&rig, "other.example").await.is_err());
}

#[tokio::test]
async fn bind_needs_encryption() {
    let rig = Rig::new([]).await;
    let access = rig.practice.access();
    let (connection, mut plain) = LdapConnAsync::new(&access.starttls_url).await.unwrap();
    tokio::spawn(connection.drive());
    let result = plain.simple_bind(&access.user, &access.password).await.unwrap();
    assert_eq!(result.rc, 8);
    assert!(result.text.starts_with("00002028: "), "{result}");
    assert_eq!(raw_search(&mut plain, BASE, Scope::Base, "(objectClass=*)", &["cn"]).await.1.rc, 1);
    assert_eq!(search(&mut plain, "", Scope::Base, "(objectClass=*)", &["dnsHostName"]).await.len(), 1);

    let mut turned = connect_to(&access.starttls_url, &access.ca_pem, true).await.unwrap();
    turned.simple_bind(&access.user, &access.password).await.unwrap().success().unwrap();
    assert_eq!(search(&mut turned, BASE, Scope::Base, "(objectClass=*)", &["dc"]).await.len(), 1);
}

#[tokio::test]
async fn sasl_is_not_offered() {
    let rig = Rig::new([]).await;
    assert_eq!(rig.connect().await.sasl_external_bind().await.unwrap().rc, 7);
}

#[tokio::test]
async fn unbind_and_abandon() {
    let rig = Rig::new([]).await;
    let mut ldap = rig.operator().await;
    ldap.abandon(77).await.unwrap();
    assert_eq!(search(&mut ldap, BASE, Scope::Base, "(objectClass=*)", &["dc"]).await.len(), 1);
    ldap.unbind().await.unwrap();
    assert!(ldap.search(BASE, Scope::Base, "(objectClass=*)", vec!["dc"]).await.is_err());
}

#[tokio::test]
async fn drop_closes_ports_and_connections() {
    let Rig { practice, clock: _clock, folder: _folder } = Rig::new([]).await;
    let access = practice.access().clone();
    let mut ldap = connect_to(&access.url, &access.ca_pem, false).await.unwrap();
    drop(practice);
    assert!(ldap.simple_bind(&access.user, &access.password).await.is_err());
    assert!(connect_to(&access.url, &access.ca_pem, false).await.is_err());
}

async fn handshake(rig: &Rig, name: &str) -> std::io::Result<()> {
    let access = rig.practice.access();
    let stream = TcpStream::connect(access.url.replace("ldaps://", "")).await?;
    let name = ServerName::try_from(name.to_owned()).unwrap();
    tokio_rustls::TlsConnector::from(trusting(&access.ca_pem)).connect(name, stream).await.map(drop)
}
