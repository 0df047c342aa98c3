//! Handshakes with servers that show every kind of bad certificate.

use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, PublicKeyData,
    SignatureAlgorithm, SigningKey, date_time_ymd,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::{ServerConfig, SupportedProtocolVersion};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use super::*;
use crate::ports::{CertificatePlace, PresentedCertificate, WhyUntrusted};

const NAME: &str = "dc1.example";

/// A certificate and what signs others in its name.
struct Made {
    der: CertificateDer<'static>,
    issuer: Issuer<'static, Key>,
}

/// A key of P-256, or one of RSA with 1024 bits, which nothing here can make: it signs nonsense.
enum Key {
    Good(Box<KeyPair>),
    Weak(Vec<u8>),
}

impl Key {
    fn good() -> Self {
        Self::Good(Box::new(KeyPair::generate().unwrap()))
    }

    fn weak() -> Self {
        // RSAPublicKey (RFC 8017, A.1.1): a modulus of 128 octets and the exponent 65537.
        let mut key = vec![0x30, 0x81, 0x89, 0x02, 0x81, 0x81, 0x00];
        key.extend([0xc5; 128]);
        key.extend([0x02, 0x03, 0x01, 0x00, 0x01]);
        Self::Weak(key)
    }

    /// The private key, for a server.
    fn private(&self) -> Arc<dyn rustls::sign::SigningKey> {
        let Self::Good(pair) = self else { return Self::good().private() };
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(pair.serialize_der()));
        rustls::crypto::ring::sign::any_supported_type(&key).unwrap()
    }
}

impl PublicKeyData for Key {
    fn der_bytes(&self) -> &[u8] {
        match self {
            Self::Good(pair) => pair.der_bytes(),
            Self::Weak(key) => key,
        }
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        match self {
            Self::Good(pair) => pair.algorithm(),
            Self::Weak(_) => &rcgen::PKCS_RSA_SHA256,
        }
    }
}

impl SigningKey for Key {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        match self {
            Self::Good(pair) => pair.sign(message),
            Self::Weak(_) => Ok(vec![1; 128]),
        }
    }
}

fn named(subject: &str, names: &[&str]) -> CertificateParams {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names).unwrap();
    params.distinguished_name.push(DnType::CommonName, subject);
    params
}

fn authority(subject: &str) -> CertificateParams {
    altered(named(subject, &[]), |params| params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained))
}

fn altered(mut params: CertificateParams, alter: impl FnOnce(&mut CertificateParams)) -> CertificateParams {
    alter(&mut params);
    params
}

fn self_signed(params: CertificateParams, key: Key) -> Made {
    let der = params.self_signed(&key).unwrap().der().clone();
    Made { der, issuer: Issuer::new(params, key) }
}

fn signed(params: CertificateParams, key: Key, by: &Made) -> Made {
    let der = params.signed_by(&key, &by.issuer).unwrap().der().clone();
    Made { der, issuer: Issuer::new(params, key) }
}

fn root() -> Made {
    self_signed(authority("Root"), Key::good())
}

/// A server's certificate from this issuer.
fn server(by: &Made) -> Made {
    signed(named("Server", &[NAME]), Key::good(), by)
}

fn trusting(authority: &Made) -> Trust {
    let certificates = vec![authority.der.clone()];
    Trust::Authorities(Arc::new(Authorities { certificates, unread: None }))
}

fn pinned(server: &Made) -> Trust {
    Trust::Pinned(vec![Fingerprint([0; 32]), presented(&server.der).sha256])
}

/// A handshake with a server that shows this chain and uses the key of its first certificate.
async fn handshake_in(
    chain: &[&Made],
    trust: &Trust,
    versions: &[&'static SupportedProtocolVersion],
) -> io::Result<()> {
    let certificates = chain.iter().map(|made| made.der.clone()).collect();
    // Unchecked, since some servers do not have the key of their certificate.
    let key = CertifiedKey::new(certificates, chain[0].issuer.key().private());
    let config = ServerConfig::builder_with_provider(provider())
        .with_protocol_versions(versions)
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(SingleCertAndKey::from(key)));
    let (near, far) = tokio::io::duplex(16 * 1024);
    let serve = async { drop(TlsAcceptor::from(Arc::new(config)).accept(far).await) };
    let connector = TlsConnector::from(client_config(trust).unwrap());
    let (connected, ()) = tokio::join!(connector.connect(ServerName::try_from(NAME).unwrap(), near), serve);
    connected.map(drop)
}

async fn handshake(chain: &[&Made], trust: &Trust) -> io::Result<()> {
    let new = handshake_in(chain, trust, &[&rustls::version::TLS13]).await;
    let old = handshake_in(chain, trust, &[&rustls::version::TLS12]).await;
    assert_eq!(new.as_ref().map_err(reach), old.as_ref().map_err(reach));
    new
}

async fn fault(chain: &[&Made], trust: &Trust) -> CertificateFault {
    match handshake(chain, trust).await.as_ref().map_err(reach) {
        Err(ServerFault::Certificate(fault)) => *fault,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn good_chains_are_trusted() {
    let root = root();
    let middle = signed(authority("Middle"), Key::good(), &root);
    let server = server(&middle);
    handshake(&[&server, &middle], &trusting(&root)).await.unwrap();
    handshake(&[&server], &trusting(&middle)).await.unwrap();
}

#[tokio::test]
async fn each_fault_is_found_where_it_is() {
    let root = root();
    let good = server(&root);
    let between = |params: CertificateParams| signed(params, Key::good(), &root);
    let past = date_time_ymd(2009, 1, 1);
    let future = date_time_ymd(3009, 1, 1);
    let (own, chain) = (CertificatePlace::Server, CertificatePlace::Chain(2));
    let expired = |params| altered(params, |params| params.not_after = past);
    let client_only =
        |params| altered(params, |params| params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth]);

    let middle = between(authority("Middle"));
    let old_middle = between(expired(authority("Middle")));
    let client_middle = between(client_only(authority("Middle")));
    let no_authority = between(named("Middle", &[]));
    let last_middle =
        between(altered(authority("Last"), |last| last.is_ca = IsCa::Ca(BasicConstraints::Constrained(0))));
    let under_last = signed(authority("Under"), Key::good(), &last_middle);
    let issuer = |name: &str| WhyUntrusted::UnknownIssuer { issuer: format!("CN={name}") };
    let stranger = self_signed(authority("Stranger"), Key::good());
    let (of_stranger, impostor) = (server(&stranger), self_signed(authority("Root"), Key::good()));
    let cases = [
        ("unknown issuer", vec![of_stranger], own, issuer("Stranger")),
        ("unknown issuer, sent along", vec![server(&stranger), stranger], own, issuer("Stranger")),
        ("no intermediate", vec![server(&middle)], own, issuer("Middle")),
        ("issuer with another key", vec![server(&impostor)], own, WhyUntrusted::WrongSigner),
        ("self-signed", vec![self_signed(named("Own", &[NAME]), Key::good())], own, WhyUntrusted::SelfSigned),
        ("self-signed CA", vec![self_signed(authority("Own"), Key::good())], own, WhyUntrusted::SelfSigned),
        ("no name", vec![between(named(NAME, &[]))], own, WhyUntrusted::NoNames),
        (
            "another name",
            vec![between(named(NAME, &["dc2.example", "192.0.2.1"]))],
            own,
            WhyUntrusted::WrongName { expected: NAME.to_owned() },
        ),
        ("expired", vec![between(expired(named("Old", &[NAME])))], own, WhyUntrusted::Expired),
        ("expired intermediate", vec![server(&old_middle), old_middle], chain, WhyUntrusted::Expired),
        (
            "not valid yet",
            vec![between(altered(named("New", &[NAME]), |new| new.not_before = future))],
            own,
            WhyUntrusted::NotValidYet,
        ),
        ("for clients", vec![between(client_only(named("Client", &[NAME])))], own, WhyUntrusted::NotForServers),
        ("intermediate for clients", vec![server(&client_middle), client_middle], chain, WhyUntrusted::NotForServers),
        ("no authority between", vec![server(&no_authority), no_authority], chain, WhyUntrusted::Malformed),
        (
            "authority below the last that may be",
            vec![server(&under_last), under_last, last_middle],
            CertificatePlace::Chain(3),
            WhyUntrusted::Malformed,
        ),
        ("authority as server", vec![between(authority("Sub"))], own, WhyUntrusted::AuthorityAsServer),
        (
            "short key",
            vec![signed(named("Short", &[NAME]), Key::weak(), &root)],
            own,
            WhyUntrusted::WeakKey { bits: 1024 },
        ),
        (
            "key of another",
            vec![Made { der: good.der.clone(), issuer: Issuer::new(named("Thief", &[NAME]), Key::good()) }],
            own,
            WhyUntrusted::NotItsKey,
        ),
    ];
    for (what, chain, place, why) in &cases {
        let chain: Vec<&Made> = chain.iter().collect();
        let found = fault(&chain, &trusting(&root)).await;
        assert_eq!((found.place, &found.why), (*place, why), "{what}");
        let shown = if let CertificatePlace::Chain(number) = place { chain[number - 1] } else { chain[0] };
        assert_eq!(found.certificate, presented(&shown.der), "{what}");
    }
}

#[tokio::test]
async fn weak_signatures_and_issuers() {
    let root = root();
    // Nothing here signs with SHA-1, but no signature is checked whose kind is not supported.
    let mut made = signed(named("Server", &[NAME]), Key::good(), &self_signed(authority("Root"), Key::weak()));
    let (sha256, sha1) = (b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b", b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05");
    let mut der = made.der.to_vec();
    while let Some(at) = der.windows(9).position(|window| window == sha256) {
        der[at..at + 9].copy_from_slice(sha1);
    }
    made.der = der.into();
    let found = fault(&[&made], &trusting(&root)).await;
    assert_eq!(found.why, WhyUntrusted::WeakSignature { algorithm: "SHA-1" });

    let weak = self_signed(authority("Root"), Key::weak());
    let found = fault(&[&server(&weak)], &trusting(&weak)).await;
    assert_eq!((found.place, found.why), (CertificatePlace::Issuer, WhyUntrusted::WeakKey { bits: 1024 }));
    assert_eq!(found.certificate, presented(&weak.der));
}

/// Made by `openssl x509 -req` without extensions.
const VERSION_1: &str = "\
-----BEGIN CERTIFICATE-----\n\
MIIBKDCBzwIUNo+8DcxF5dP1E/wY+3ItPY0sBWowCgYIKoZIzj0EAwIwFjEUMBIG\n\
A1UEAwwLb2xkLmV4YW1wbGUwIBcNMjYxMTI5MDE0MjM5WhgPMjEyNjExMDUwMTQy\n\
MzlaMBYxFDASBgNVBAMMC29sZC5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0D\n\
AQcDQgAEzSZE7Db31sCp4ia52vHq7DbAmVf0qQCACrfcaEm5IiAnCFqATxT5CVju\n\
EEUQUiI+YFVhAxaajalBp79X8cy73DAKBggqhkjOPQQDAgNIADBFAiBYeDw8n9m/\n\
7e2E/3Oh4MC/S8JPKLIm+gbJ2kMU72oLMAIhAIlhH47gmRWHtGyDZLuHahAjO4xM\n\
M7DP6rpf1JMGY6yZ\n\
-----END CERTIFICATE-----\n";

#[tokio::test]
async fn version_1_is_told() {
    let mut old = self_signed(named("Old", &[]), Key::good());
    old.der = Authorities::pem(VERSION_1).unwrap().certificates.remove(0);
    for trust in [trusting(&root()), pinned(&old)] {
        assert_eq!(fault(&[&old], &trust).await.why, WhyUntrusted::OldVersion { version: 1 });
    }
}

/// As Samba makes it: a name in the subject only, from an authority that nobody knows. And long expired.
#[tokio::test]
async fn pinned_certificate_is_trusted_whatever_it_says() {
    let samba = self_signed(authority("Samba"), Key::good());
    let params = altered(named("dc9", &[]), |own| own.not_after = date_time_ymd(2009, 1, 1));
    let own = signed(params, Key::good(), &samba);
    handshake(&[&own], &pinned(&own)).await.unwrap();
    handshake(&[&own, &samba], &pinned(&own)).await.unwrap();
}

#[tokio::test]
async fn only_the_pinned_certificate_is_trusted() {
    let root = root();
    let (own, other) = (server(&root), server(&root));
    let found = fault(&[&other, &own], &pinned(&own)).await;
    assert_eq!((found.why, found.place), (WhyUntrusted::NotPinned, CertificatePlace::Server));
    assert_eq!(found.certificate.sha256, presented(&other.der).sha256);
    // Its issuer's fingerprint is not its own.
    assert_eq!(fault(&[&own, &root], &pinned(&root)).await.why, WhyUntrusted::NotPinned);
    // Whoever copies the certificate does not have the key.
    let thief = Made { der: own.der.clone(), issuer: Issuer::new(named("Thief", &[]), Key::good()) };
    assert_eq!(fault(&[&thief], &pinned(&own)).await.why, WhyUntrusted::NotItsKey);
}

#[test]
fn certificate_is_shown_as_people_compare_it() {
    let params = altered(named("Server", &[NAME, "192.0.2.1", "2001:db8::1"]), |params| {
        (params.not_before, params.not_after) = (date_time_ymd(2020, 2, 3), date_time_ymd(9999, 12, 31));
    });
    let PresentedCertificate { sha256, content } = presented(&signed(params, Key::good(), &root()).der);
    let content = content.unwrap();
    assert_eq!((&*content.subject, &*content.issuer), ("CN=Server", "CN=Root"));
    assert_eq!(content.names, [NAME, "192.0.2.1", "2001:db8::1"]);
    assert_eq!(content.from.to_string(), "2020-02-03T00:00:00Z");
    assert!(content.until.to_string().starts_with("9999-12-30"), "{}", content.until);
    assert_eq!(Fingerprint::parse(&sha256.to_string()), Some(sha256));

    let many: Vec<String> = (0..100).map(|n| format!("dc{n}.example")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let long = presented(&self_signed(named(&"å".repeat(5000), &many), Key::good()).der).content.unwrap();
    assert_eq!((long.names.len(), long.names[8].as_str()), (9, "…"));
    assert_eq!(long.subject.chars().count(), 201);
    assert_eq!(presented(b"nonsense").content, None);
}

/// What a server that answers with these bytes is said to be.
async fn answer(bytes: &'static [u8]) -> ServerFault {
    let (near, mut far) = tokio::io::duplex(16 * 1024);
    let connector = TlsConnector::from(client_config(&Trust::Pinned(vec![])).unwrap());
    let serve = async {
        let _ = far.read(&mut [0; 4096]).await;
        far.write_all(bytes).await.unwrap();
        let _ = far.read(&mut [0; 4096]).await;
    };
    let (connected, ()) = tokio::join!(connector.connect(ServerName::try_from(NAME).unwrap(), near), serve);
    reach(&connected.map(drop).unwrap_err())
}

#[tokio::test]
async fn handshakes_that_fail_are_told_apart() {
    // internal_error, unknown_ca, certificate_required, close_notify and one that is not known.
    for alert in [80, 48, 116, 0, 255] {
        let ended = answer(vec![0x15, 3, 3, 0, 2, 2, alert].leak()).await;
        assert!(matches!(ended, ServerFault::TlsEnded { .. }), "{alert}: {ended:?}");
    }
    let (data, change, hello) =
        (&b"\x17\x03\x03\x00\x05hello"[..], &[0x14, 3, 3, 0, 1, 1], &[0x16, 3, 3, 0, 4, 14, 0, 0, 0]);
    for bytes in [data, change.repeat(50).leak(), hello] {
        let odd = answer(bytes).await;
        assert!(matches!(odd, ServerFault::NotTls { .. }), "{bytes:?}: {odd:?}");
    }
}

#[tokio::test]
async fn old_servers() {
    // Alerts (RFC 5246, 7.2): protocol_version, handshake_failure, insufficient_security.
    assert_eq!(answer(&[0x15, 3, 1, 0, 2, 2, 70]).await, ServerFault::OldTls);
    assert_eq!(answer(&[0x15, 3, 3, 0, 2, 2, 40]).await, ServerFault::OldCiphers);
    assert_eq!(answer(&[0x15, 3, 3, 0, 2, 2, 71]).await, ServerFault::OldCiphers);
    // A ServerHello of TLS 1.1 with TLS_RSA_WITH_AES_128_CBC_SHA (RFC 4346, 7.4.1.3).
    const HELLO: [u8; 47] = {
        let mut hello = [7; 47];
        let head = [0x16, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2];
        let mut at = 0;
        while at < head.len() {
            hello[at] = head[at];
            at += 1;
        }
        (hello[43], hello[44], hello[45], hello[46]) = (0, 0, 0x2f, 0);
        hello
    };
    assert_eq!(answer(&HELLO).await, ServerFault::OldTls);
    assert_eq!(answer(b"HTTP/1.1 400 Bad Request\r\n\r\n").await, ServerFault::NoEncryption);
}
