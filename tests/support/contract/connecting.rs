//! Signing in: which server, whom to believe, and why not.

use futures_util::FutureExt;
use servicedesk::adapters::tls::Trust;
use servicedesk::ports::SignInRefusal;
use servicedesk::practice::Person;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket};
use url::Url;

use super::middle::{NAME, listen};
use super::*;

async fn sign_in(settings: DirectorySettings, text: &str) -> Result<LdapDirectory<'static>, DirectoryError> {
    LdapDirectory::connect(settings, password(text), &SystemRandom).await
}

/// Signs in as someone else than the operator, and says why that is refused.
async fn refused(ground: &impl Ground, account: &str, text: &str) -> SignInRefusal {
    let name = format!("{NETBIOS}\\{account}");
    match sign_in(DirectorySettings { user: name.clone(), ..ground.settings() }, text).await {
        Err(DirectoryError::SignIn { server, user, refusal, text }) => {
            assert_eq!((Some(server.as_str()), user), (ground.settings().servers[0].host_str(), name));
            assert!(!text.is_empty());
            refusal
        }
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("signed in"),
    }
}

/// Another server's address.
fn address(listener: &TcpListener, scheme: &str) -> Url {
    Url::parse(&format!("{scheme}://{}", listener.local_addr().unwrap())).unwrap()
}

async fn listener() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").await.unwrap()
}

pub async fn wrong_password(ground: &impl Ground) {
    let person = someone();
    ground.add(person.clone()).await;
    assert_eq!(refused(ground, &person.account, "Wrong-Guess-1").await, SignInRefusal::WrongNameOrPassword);
}

pub async fn unknown_operator(ground: &impl Ground) {
    assert_eq!(refused(ground, &unique("nobody-"), "Wrong-Guess-1").await, SignInRefusal::WrongNameOrPassword);
}

/// A wrong password on every controller would lock the operator out.
pub async fn a_refusal_ends_the_search(ground: &impl Ground) {
    let directory = ground.desk().await;
    let eva = added(ground, &directory, someone()).await;
    let next = listener().await;
    let mut settings = DirectorySettings { user: format!("{NETBIOS}\\{}", eva.name), ..ground.settings() };
    settings.servers.push(settings.servers[0].clone());
    settings.servers.insert(1, address(&next, "ldaps"));
    let result = sign_in(settings, "Wrong-Guess-1").await;
    assert!(matches!(result, Err(DirectoryError::SignIn { .. })));
    assert!(next.accept().now_or_never().is_none());
    assert_eq!(directory.read_again(&eva).await.unwrap().password.wrong_tries, 1);
}

pub async fn disabled_operator(ground: &impl Ground) {
    let person = Person { disabled: true, ..someone() };
    ground.add(person.clone()).await;
    assert_eq!(refused(ground, &person.account, Person::PASSWORD).await, SignInRefusal::Disabled);
}

pub async fn expired_operator(ground: &impl Ground) {
    let person = Person { account_expires: Some(Timestamp::now() - DAY), ..someone() };
    ground.add(person.clone()).await;
    assert_eq!(refused(ground, &person.account, Person::PASSWORD).await, SignInRefusal::AccountExpired);
}

pub async fn operator_with_an_expired_password(ground: &impl Ground) {
    let person = Person { password_set: Some(Timestamp::now() - DAY * 300), ..someone() };
    ground.add(person.clone()).await;
    assert_eq!(refused(ground, &person.account, Person::PASSWORD).await, SignInRefusal::PasswordExpired);
}

pub async fn operator_who_must_change(ground: &impl Ground) {
    let person = Person { must_change: true, ..someone() };
    ground.add(person.clone()).await;
    assert_eq!(refused(ground, &person.account, Person::PASSWORD).await, SignInRefusal::MustChangePassword);
}

pub async fn locked_operator(ground: &impl Ground) {
    let eva = added(ground, &ground.desk().await, someone()).await;
    ground.lock(&eva).await;
    assert_eq!(refused(ground, eva.name.as_str(), Person::PASSWORD).await, SignInRefusal::Locked);
}

/// Why the ground cannot be used with these settings.
async fn reach(ground: &impl Ground, settings: DirectorySettings) -> ServerFault {
    let tried = unreachable(LdapDirectory::connect(settings, ground.password(), &SystemRandom).await);
    let [(server, reach)] = tried.try_into().unwrap();
    assert_eq!(Some(server.as_str()), ground.settings().servers[0].host_str());
    reach
}

pub async fn unknown_authority(ground: &impl Ground) {
    let (.., pem) = listen(|_| {}).await;
    assert_eq!(
        reach(ground, DirectorySettings { trust: Trust::Pem(pem.clone()), ..ground.settings() }).await,
        ServerFault::Untrusted
    );
    let starttls = vec![Url::parse(&ground.starttls_url()).unwrap()];
    let settings = DirectorySettings { trust: Trust::Pem(pem), servers: starttls, ..ground.settings() };
    assert_eq!(reach(ground, settings).await, ServerFault::Untrusted);
}

pub async fn wrong_name(ground: &impl Ground) {
    for name in ["dc9.ad.contoso.example", "192.0.2.1"] {
        let settings = DirectorySettings { tls_name: Some(name.to_owned()), ..ground.settings() };
        assert_eq!(reach(ground, settings).await, ServerFault::WrongName { expected: name.to_owned() });
    }
}

pub async fn expired_certificate(ground: &impl Ground) {
    for (from, to) in [(2001, 2002), (3001, 3002)] {
        let (listener, acceptor, url, pem) = listen(|certificate| {
            certificate.not_before = rcgen::date_time_ymd(from, 1, 1);
            certificate.not_after = rcgen::date_time_ymd(to, 1, 1);
        })
        .await;
        let serve = tokio::spawn(async move { drop(acceptor.accept(listener.accept().await.unwrap().0).await) });
        let settings = DirectorySettings {
            servers: vec![url],
            trust: Trust::Pem(pem),
            tls_name: Some(NAME.into()),
            ..ground.settings()
        };
        let tried = unreachable(LdapDirectory::connect(settings, ground.password(), &SystemRandom).await);
        assert_eq!(tried, [("127.0.0.1".to_owned(), ServerFault::CertificateTime)]);
        serve.abort();
    }
}

/// What is wrong with a file of authorities, in a sentence that names it.
async fn authority_file(ground: &impl Ground, content: Option<&[u8]>) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("ca.pem");
    if let Some(content) = content {
        std::fs::write(&file, content).unwrap();
    }
    match reach(ground, DirectorySettings { trust: Trust::File(file.clone()), ..ground.settings() }).await {
        ServerFault::Other(text) => {
            let (named, what) = text.split_once(": ").unwrap();
            assert_eq!(named, file.to_str().unwrap());
            what.to_owned()
        }
        other => panic!("{other:?}"),
    }
}

pub async fn authority_file_missing(ground: &impl Ground) {
    assert!(authority_file(ground, None).await.contains("No such file"));
}

pub async fn authority_file_empty(ground: &impl Ground) {
    assert_eq!(authority_file(ground, Some(b"")).await, "no certificate in this file");
}

pub async fn authority_file_without_certificates(ground: &impl Ground) {
    assert_eq!(authority_file(ground, Some(b"not PEM at all\n")).await, "no certificate in this file");
    assert_eq!(authority_file(ground, Some(&[0x30, 0x82, 0xff, 0x00])).await, "no certificate in this file");
    let key = rcgen::KeyPair::generate().unwrap().serialize_pem();
    assert_eq!(authority_file(ground, Some(key.as_bytes())).await, "no certificate in this file");
    let damaged = b"-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n";
    assert_ne!(authority_file(ground, Some(damaged)).await, "");
    let hollow = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    assert_ne!(authority_file(ground, Some(hollow)).await, "");
}

/// The right one may stand among others.
pub async fn authority_in_a_file(ground: &impl Ground) {
    let (.., other) = listen(|_| {}).await;
    let right = match ground.settings().trust {
        Trust::File(path) => std::fs::read_to_string(path).unwrap(),
        Trust::Pem(pem) => pem,
        Trust::System => unreachable!(),
    };
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("ca.pem");
    std::fs::write(&file, format!("# ours\n{other}\n{right}")).unwrap();
    let directory = ground.desk_with(DirectorySettings { trust: Trust::File(file), ..ground.settings() }).await;
    assert_eq!(directory.passed_over(), []);
}

pub async fn starttls(ground: &impl Ground) {
    let servers = vec![Url::parse(&ground.starttls_url()).unwrap()];
    let directory = ground.desk_with(DirectorySettings { servers, ..ground.settings() }).await;
    added(ground, &directory, someone()).await;
}

/// The password must not go out in the clear.
pub async fn starttls_not_offered(ground: &impl Ground) {
    let old = listener().await;
    let url = address(&old, "ldap");
    let serve = tokio::spawn(async move {
        let (mut stream, _) = old.accept().await.unwrap();
        let mut heard = [0; 1024];
        let count = stream.read(&mut heard).await.unwrap();
        // extendedResp to message 1: protocolError (RFC 4511 4.14).
        stream.write_all(&[0x30, 12, 2, 1, 1, 0x78, 7, 10, 1, 2, 4, 0, 4, 0]).await.unwrap();
        let mut heard = heard[..count].to_vec();
        let _ = stream.read_to_end(&mut heard).await;
        heard
    });
    let tried = unreachable(ground_with(ground, vec![url]).await);
    assert_eq!(tried, [("127.0.0.1".to_owned(), ServerFault::NoEncryption)]);
    let heard = serve.await.unwrap();
    let secret = ground.password();
    assert!(!heard.windows(secret.expose().len()).any(|window| window == secret.expose().as_bytes()));
}

async fn ground_with(ground: &impl Ground, servers: Vec<Url>) -> Result<LdapDirectory<'static>, DirectoryError> {
    LdapDirectory::connect(DirectorySettings { servers, ..ground.settings() }, ground.password(), &SystemRandom).await
}

/// Which servers were passed over, with the ground as the last one.
async fn passed_over(ground: &impl Ground, first: Url) -> Vec<(String, ServerFault)> {
    let directory = ground_with(ground, vec![first, ground.settings().servers[0].clone()]).await.unwrap();
    added(ground, &directory, someone()).await;
    directory.passed_over().to_vec()
}

/// It takes connections and never says a word. The next is not kept waiting for its time limit.
pub async fn silent_server(ground: &impl Ground) {
    let silent = listener().await;
    let ours = ground.settings();
    let passed_over = async |scheme| {
        let servers = vec![address(&silent, scheme), ours.servers[0].clone()];
        let settings = DirectorySettings { servers, timeout: Duration::from_secs(10), ..ours.clone() };
        ground.desk_with(settings).await.passed_over().to_vec()
    };
    let (ldaps, starttls) = tokio::join!(passed_over("ldaps"), passed_over("ldap"));
    assert_eq!(ldaps, [("127.0.0.1".to_owned(), ServerFault::Slow)]);
    assert_eq!(starttls, ldaps);
}

/// A port that is taken and not listened on: nobody else can be given it meanwhile.
fn closed() -> (TcpSocket, Url) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let url = Url::parse(&format!("ldaps://{}", socket.local_addr().unwrap())).unwrap();
    (socket, url)
}

pub async fn refused_port(ground: &impl Ground) {
    let (_socket, url) = closed();
    assert_eq!(passed_over(ground, url).await, [("127.0.0.1".to_owned(), ServerFault::Refused)]);
}

pub async fn unknown_host(ground: &impl Ground) {
    // RFC 6761 6.4: there never is such a name.
    let url = Url::parse("ldaps://dc1.invalid").unwrap();
    assert_eq!(passed_over(ground, url).await, [("dc1.invalid".to_owned(), ServerFault::NoSuchHost)]);
}

pub async fn hangs_up(ground: &impl Ground) {
    let rude = listener().await;
    let url = address(&rude, "ldaps");
    tokio::spawn(async move { drop(rude.accept().await) });
    let [(server, reach)] = passed_over(ground, url).await.try_into().unwrap();
    assert_eq!(server, "127.0.0.1");
    assert_eq!(reach, ServerFault::HungUp);
}

/// A controller that is starting or stopping answers "busy" or "unavailable"; another may not be.
pub async fn busy_server(ground: &impl Ground) {
    for code in [51, 52] {
        let (listener, acceptor, url, pem) = listen(|_| {}).await;
        tokio::spawn(async move {
            let mut stream = acceptor.accept(listener.accept().await.unwrap().0).await.unwrap();
            let _ = stream.read(&mut [0; 1024]).await;
            stream.write_all(&[0x30, 12, 2, 1, 1, 0x61, 7, 10, 1, code, 4, 0, 4, 0]).await.unwrap();
            let _ = stream.read(&mut [0; 1024]).await;
        });
        let settings = DirectorySettings {
            servers: vec![url],
            trust: Trust::Pem(pem),
            tls_name: Some(NAME.into()),
            ..ground.settings()
        };
        let tried = unreachable(LdapDirectory::connect(settings, ground.password(), &SystemRandom).await);
        let [(server, reach)] = <[_; 1]>::try_from(tried).unwrap();
        assert_eq!(server, "127.0.0.1");
        assert!(matches!(&reach, ServerFault::Other(text) if text.contains(&code.to_string())), "{reach:?}");
    }
}

pub async fn all_down_and_why(ground: &impl Ground) {
    let (_socket, refusing) = closed();
    let silent = listener().await;
    let unknown = Url::parse("ldaps://dc1.invalid").unwrap();
    let settings = DirectorySettings {
        servers: vec![refusing, address(&silent, "ldaps"), unknown, ground.settings().servers[0].clone()],
        tls_name: Some("dc9.ad.contoso.example".to_owned()),
        timeout: Duration::from_secs(5),
        ..ground.settings()
    };
    let tried = unreachable(LdapDirectory::connect(settings, ground.password(), &SystemRandom).await);
    let here = ground.settings().servers[0].host_str().unwrap().to_owned();
    let expected = ServerFault::WrongName { expected: "dc9.ad.contoso.example".to_owned() };
    assert_eq!(
        tried,
        [
            ("127.0.0.1".to_owned(), ServerFault::Refused),
            ("127.0.0.1".to_owned(), ServerFault::TimedOut),
            ("dc1.invalid".to_owned(), ServerFault::NoSuchHost),
            (here, expected),
        ]
    );
}

pub async fn no_server_at_all(ground: &impl Ground) {
    assert_eq!(unreachable(ground_with(ground, vec![]).await), []);
}
