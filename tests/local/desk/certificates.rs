//! Certificates of controllers that are not trusted, those that are pinned, and files of trusted ones.

use std::net::{TcpListener, TcpStream};

use insta::assert_snapshot;
use rustls::pki_types::ServerName;
use servicedesk::adapters::tls::Trust;
use sha2::{Digest, Sha256};

use super::fixture::TestDesk;
use super::fixture::people::eva;
use crate::support::contract::client_tls;

fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    // No server is silent here; a slow one must not be taken for silent.
    desk.set("directory.timeout_seconds", "20");
    desk
}

/// The SHA-256 of the controller's certificate, by other code than the program's.
fn fingerprint(desk: &TestDesk) -> String {
    let practice = desk.practice();
    let access = practice.access();
    let (_, address) = access.url.split_once("//").unwrap();
    let mut tcp = TcpStream::connect(address).unwrap();
    let name = ServerName::try_from(access.tls_name.clone()).unwrap();
    let mut tls = rustls::ClientConnection::new(client_tls(&Trust::Pem(access.ca_pem.clone())), name).unwrap();
    tls.complete_io(&mut tcp).unwrap();
    let bytes = Sha256::digest(&tls.peer_certificates().unwrap()[0]);
    bytes.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
}

#[test]
fn untrusted_certificate_is_refused() {
    let mut desk = desk();
    desk.unset("directory.ca_file");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: Katalogen gick inte att nå: 127.0.0.1: certifikatet är utfärdat av någon vi inte litar på (kedjan slutar hos CN=servicedesk practice directory): CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 4096-01-01, SHA-256 ‹sha256›.
    err Gör så här: Inget är skickat dit. Be katalogens administratör om utfärdarens certifikat, och ange filen i directory.ca_file. Eller låt administratören bekräfta SHA-256 och ange det i directory.certificate_sha256.
    exit 6
    ");
    assert_snapshot!(desk.in_english().run("lookup evaand01"), @"
    err Error: The directory could not be reached: 127.0.0.1: its certificate is not signed by anyone we trust (its chain ends at CN=servicedesk practice directory): CN=dc1.ad.contoso.example, issued by CN=servicedesk practice directory, for dc1.ad.contoso.example, 127.0.0.1, valid from 1975-01-01 to 4096-01-01, SHA-256 ‹sha256›.
    err What to do: Nothing was sent there. Get the issuer's certificate from the directory administrator and name its file in directory.ca_file. Or have the SHA-256 confirmed and set directory.certificate_sha256 to it.
    exit 6
    ");
}

#[test]
fn certificate_of_another_server_is_refused() {
    let mut desk = desk();
    desk.set("directory.tls_name", "\"dc9.ad.contoso.example\"");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: Katalogen gick inte att nå: 127.0.0.1: certifikatet gäller inte för dc9.ad.contoso.example: CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 4096-01-01, SHA-256 ‹sha256›.
    err Gör så här: Inget är skickat dit. Be den som sköter programmet att ange serverns fullständiga namn (directory.servers, eller directory.tls_name när servern anges med adress).
    exit 6
    ");
}

#[test]
fn pinned_certificate_is_trusted() {
    let mut desk = desk().in_english();
    let pins = format!("[\"{}\", \"{}\"]", "0".repeat(64), fingerprint(&desk));
    desk.unset("directory.ca_file").set("directory.certificate_sha256", &pins);
    desk.set("directory.tls_name", "\"dc9.ad.contoso.example\"");
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
    let doctor = desk.run("doctor");
    let certificate = doctor.lines().find(|line| line.contains("certificate")).unwrap();
    assert_snapshot!(certificate, @"out   ok: 127.0.0.1: the certificate is one of those in directory.certificate_sha256: CN=dc1.ad.contoso.example, issued by CN=servicedesk practice directory, for dc1.ad.contoso.example, 127.0.0.1, valid from 1975-01-01 to 4096-01-01, SHA-256 ‹sha256›.");
}

#[test]
fn certificate_that_is_not_pinned_is_refused() {
    let mut desk = desk().in_english();
    desk.unset("directory.ca_file").set("directory.certificate_sha256", &format!("[\"{}\"]", "0".repeat(64)));
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Error: The directory could not be reached: 127.0.0.1: its certificate is not in directory.certificate_sha256: CN=dc1.ad.contoso.example, issued by CN=servicedesk practice directory, for dc1.ad.contoso.example, 127.0.0.1, valid from 1975-01-01 to 4096-01-01, SHA-256 ‹sha256›.
    err What to do: Nothing was sent there. Ask the directory administrator. If the certificate was replaced, have the SHA-256 confirmed and set directory.certificate_sha256 to it. If not, someone may be intercepting the connection.
    exit 6
    ");
}

#[test]
fn pin_excludes_authorities() {
    let mut desk = desk().in_english();
    desk.set("directory.certificate_sha256", &format!("[\"{}\"]", "0".repeat(64)));
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Error: …/config.toml:6: directory.ca_file: it has no effect with directory.certificate_sha256. Use one of them.
    err What to do: Correct the errors above and run again. Nothing has changed.
    exit 2
    ");
    desk.set("directory.certificate_sha256", "[\"ab:cd\"]");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Error: …/config.toml:10: directory.certificate_sha256 is text (“ab:cd”); it should be the SHA-256 of a certificate, 64 hexadecimal digits.
    err What to do: Correct the errors above and run again. Nothing has changed.
    exit 2
    ");
}

/// No server is asked before the settings are right.
#[test]
fn bad_authority_file_is_found_before_dialling() {
    let mut desk = desk().in_english();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    desk.set("directory.servers", &format!("[\"ldaps://{}\"]", listener.local_addr().unwrap()));
    desk.set("directory.ca_file", "\"other.pem\"");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Error: …/config.toml:9: directory.ca_file: …/other.pem cannot be used: it does not exist.
    err What to do: Correct the errors above and run again. Nothing has changed.
    exit 2
    ");
    desk.write_private("other.pem", &rcgen::KeyPair::generate().unwrap().serialize_pem());
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Error: …/config.toml:9: directory.ca_file: …/other.pem cannot be used: it has a private key and no certificate; name the file with the issuer's certificate.
    err What to do: Correct the errors above and run again. Nothing has changed.
    exit 2
    ");
    desk.write_private("other.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Error: …/config.toml:9: directory.ca_file: …/other.pem cannot be used: certificate 1 in it is damaged; get the file again.
    err What to do: Correct the errors above and run again. Nothing has changed.
    exit 2
    ");
    assert!(listener.accept().is_err());
}

#[test]
fn damaged_authority_is_reported_beside_good_ones() {
    let mut desk = desk().in_english();
    let damaged = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    desk.write_private("ca.pem", &format!("{damaged}{}", desk.practice().access().ca_pem));
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
    let doctor = desk.run("doctor");
    let warning: Vec<&str> = doctor.lines().skip_while(|line| !line.contains("Damaged")).take(2).collect();
    assert_snapshot!(warning.join("\n"), @"
    out   WARNING: Damaged in …/ca.pem: certificate 1.
    out       What to do: Get the file again, or take out what is damaged.
    ");
    let stranger = rcgen::generate_simple_self_signed(["dc1.example".to_owned()]).unwrap().cert.pem();
    desk.write_private("ca.pem", &format!("{damaged}{stranger}{damaged}"));
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Error: The directory could not be reached: 127.0.0.1: its certificate is not signed by anyone we trust (its chain ends at CN=servicedesk practice directory): CN=dc1.ad.contoso.example, issued by CN=servicedesk practice directory, for dc1.ad.contoso.example, 127.0.0.1, valid from 1975-01-01 to 4096-01-01, SHA-256 ‹sha256›. Damaged in …/ca.pem: certificate 1, 3.
    err What to do: Nothing was sent there. Get the issuer's certificate from the directory administrator and name its file in directory.ca_file. Or have the SHA-256 confirmed and set directory.certificate_sha256 to it.
    exit 6
    ");
}

#[test]
fn authority_file_of_log_server_is_checked() {
    let mut desk = desk().in_english();
    desk.set("audit.syslog", "\"tls://127.0.0.1:1\"").set("audit.ca_file", "\"none.pem\"");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Error: …/config.toml:3: audit.ca_file: …/none.pem cannot be used: it does not exist.
    err What to do: Correct the errors above and run again. Nothing has changed.
    exit 2
    ");
}
