//! Signing in: which server, whom to believe, and why not.

use futures_util::FutureExt;
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::fingerprint::Fingerprint;
use servicedesk::ports::{CertificateFault, SignInRefusal, WhyUntrusted};
use servicedesk::practice::Person;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket};
use url::Url;

use super::proxy::{Fault, NAME, Operation, Proxy, listen};
use super::*;

async fn sign_in(settings: DirectorySettings, text: &str) -> Result<LdapDirectory<'static>, DirectoryError> {
    LdapDirectory::connect(settings, password(text), &SystemRandom).await
}

/// Signs in as someone else than the operator, and says why that is refused.
async fn refused(server: &impl TestServer, account: &str, text: &str) -> SignInRefusal {
    let name = format!("{NETBIOS}\\{account}");
    match sign_in(DirectorySettings { user: name.clone(), ..server.settings() }, text).await {
        Err(DirectoryError::SignIn { server: asked, user, refusal, text }) => {
            assert_eq!((Some(asked.as_str()), user), (server.settings().servers[0].host_str(), name));
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

pub async fn wrong_password(server: &impl TestServer) {
    let person = someone();
    server.add(person.clone()).await;
    assert_eq!(refused(server, &person.account, "Wrong-Guess-1").await, SignInRefusal::WrongNameOrPassword);
}

pub async fn unknown_operator(server: &impl TestServer) {
    assert_eq!(refused(server, &unique("nobody-"), "Wrong-Guess-1").await, SignInRefusal::WrongNameOrPassword);
}

/// A wrong password on every controller would lock the operator out.
pub async fn refused_sign_in_tries_no_other_server(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    let next = listener().await;
    let mut settings = DirectorySettings { user: format!("{NETBIOS}\\{}", eva.name), ..server.settings() };
    settings.servers.push(settings.servers[0].clone());
    settings.servers.insert(1, address(&next, "ldaps"));
    let result = sign_in(settings, "Wrong-Guess-1").await;
    assert!(matches!(result, Err(DirectoryError::SignIn { .. })));
    assert!(next.accept().now_or_never().is_none());
    assert_eq!(directory.read_again(&eva).await.unwrap().password.wrong_tries, 1);
}

/// Adds an operator, who signs in with the right password.
async fn sign_in_as(server: &impl TestServer, person: Person) -> SignInRefusal {
    server.add(person.clone()).await;
    refused(server, &person.account, Person::PASSWORD).await
}

pub async fn disabled_operator(server: &impl TestServer) {
    let refusal = sign_in_as(server, Person { disabled: true, ..someone() }).await;
    assert_eq!(refusal, SignInRefusal::Disabled);
}

pub async fn expired_operator(server: &impl TestServer) {
    let yesterday = Some(Timestamp::now() - DAY);
    let refusal = sign_in_as(server, Person { account_expires: yesterday, ..someone() }).await;
    assert_eq!(refusal, SignInRefusal::AccountExpired);
}

pub async fn operator_with_expired_password(server: &impl TestServer) {
    let long_ago = Some(Timestamp::now() - DAY * 300);
    let refusal = sign_in_as(server, Person { password_set: long_ago, ..someone() }).await;
    assert_eq!(refusal, SignInRefusal::PasswordExpired);
}

pub async fn operator_who_must_change(server: &impl TestServer) {
    let refusal = sign_in_as(server, Person { must_change: true, ..someone() }).await;
    assert_eq!(refusal, SignInRefusal::MustChangePassword);
}

pub async fn locked_operator(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    server.lock(&eva).await;
    assert_eq!(refused(server, eva.name.as_str(), Person::PASSWORD).await, SignInRefusal::Locked);
}

/// Why the server cannot be used with these settings.
async fn fault(server: &impl TestServer, settings: DirectorySettings) -> ServerFault {
    let host = settings.servers[0].host_str().unwrap().trim_matches(['[', ']']).to_owned();
    let tried = unreachable(LdapDirectory::connect(settings, server.password(), &SystemRandom).await);
    let [(asked, fault)] = tried.try_into().unwrap();
    assert_eq!(asked, host);
    fault
}

/// Why the server's certificate is not trusted with these settings.
async fn untrusted(server: &impl TestServer, settings: DirectorySettings) -> CertificateFault {
    match fault(server, settings).await {
        ServerFault::Certificate(fault) => *fault,
        other => panic!("{other:?}"),
    }
}

/// The settings for a server that listens with such a certificate.
fn trusting(server: &impl TestServer, url: Url, pem: String) -> DirectorySettings {
    let (servers, trust) = (vec![url], Trust::Pem(pem));
    DirectorySettings { servers, trust, tls_name: Some(NAME.into()), ..server.settings() }
}

pub async fn unknown_authority(server: &impl TestServer) {
    let (.., pem) = listen(|_| {}).await;
    let starttls = vec![Url::parse(&server.starttls_url()).unwrap()];
    for servers in [server.settings().servers, starttls] {
        let settings = DirectorySettings { trust: Trust::Pem(pem.clone()), servers, ..server.settings() };
        let why = untrusted(server, settings).await.why;
        assert!(matches!(why, WhyUntrusted::UnknownIssuer { .. }), "{why:?}");
    }
}

pub async fn wrong_name(server: &impl TestServer) {
    for name in ["dc9.ad.contoso.example", "192.0.2.1"] {
        let settings = DirectorySettings { tls_name: Some(name.to_owned()), ..server.settings() };
        let fault = untrusted(server, settings).await;
        assert_eq!(fault.why, WhyUntrusted::WrongName { expected: name.to_owned() });
        assert!(fault.certificate.content.unwrap().names.contains(&server.settings().tls_name.unwrap()));
    }
}

pub async fn expired_certificate(server: &impl TestServer) {
    for (from, to, expected) in [(2001, 2002, WhyUntrusted::Expired), (3001, 3002, WhyUntrusted::NotValidYet)] {
        let (listener, acceptor, url, pem) = listen(|certificate| {
            certificate.not_before = rcgen::date_time_ymd(from, 1, 1);
            certificate.not_after = rcgen::date_time_ymd(to, 1, 1);
        })
        .await;
        let serve = tokio::spawn(async move { drop(acceptor.accept(listener.accept().await.unwrap().0).await) });
        assert_eq!(untrusted(server, trusting(server, url, pem)).await.why, expected);
        serve.abort();
    }
}

/// The fingerprint that the failure shows can be used, over LDAPS and StartTLS, whatever name is expected.
pub async fn pinned_certificate(server: &impl TestServer) {
    let tls_name = Some("dc9.ad.contoso.example".to_owned());
    let other = Trust::Pinned(vec![Fingerprint([0; 32])]);
    let refused = untrusted(server, DirectorySettings { trust: other, ..server.settings() }).await;
    assert_eq!(refused.why, WhyUntrusted::NotPinned);
    let trust = Trust::Pinned(vec![Fingerprint([0; 32]), refused.certificate.sha256]);
    let settings = DirectorySettings { trust, tls_name, ..server.settings() };
    let starttls = vec![Url::parse(&server.starttls_url()).unwrap()];
    let directory = server.desk_with(DirectorySettings { servers: starttls, ..settings.clone() }).await;
    assert_eq!(directory.passed_over(), []);
    let directory = server.desk_with(settings).await;
    added(server, &directory, someone()).await;
}

pub async fn starttls(server: &impl TestServer) {
    let servers = vec![Url::parse(&server.starttls_url()).unwrap()];
    let directory = server.desk_with(DirectorySettings { servers, ..server.settings() }).await;
    added(server, &directory, someone()).await;
}

/// The password must not go out in the clear.
pub async fn starttls_not_offered(server: &impl TestServer) {
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
    let tried = unreachable(connect_to(server, vec![url]).await);
    assert_eq!(tried, [("127.0.0.1".to_owned(), ServerFault::NoEncryption)]);
    let heard = serve.await.unwrap();
    let secret = server.password();
    assert!(!heard.windows(secret.expose().len()).any(|window| window == secret.expose().as_bytes()));
}

async fn connect_to(server: &impl TestServer, servers: Vec<Url>) -> Result<LdapDirectory<'static>, DirectoryError> {
    LdapDirectory::connect(DirectorySettings { servers, ..server.settings() }, server.password(), &SystemRandom).await
}

/// The servers passed over when `first` is listed before the test server.
async fn passed_over(server: &impl TestServer, first: Url) -> Vec<(String, ServerFault)> {
    let directory = connect_to(server, vec![first, server.settings().servers[0].clone()]).await.unwrap();
    added(server, &directory, someone()).await;
    directory.passed_over().to_vec()
}

/// It takes connections and never says a word. The next is not kept waiting for its time limit.
pub async fn silent_server(server: &impl TestServer) {
    let silent = listener().await;
    let ours = server.settings();
    let passed_over = async |scheme| {
        let servers = vec![address(&silent, scheme), ours.servers[0].clone()];
        let settings = DirectorySettings { servers, timeout: Duration::from_secs(10), ..ours.clone() };
        server.desk_with(settings).await.passed_over().to_vec()
    };
    let (ldaps, starttls) = tokio::join!(passed_over("ldaps"), passed_over("ldap"));
    assert_eq!(ldaps, [("127.0.0.1".to_owned(), ServerFault::Slow)]);
    assert_eq!(starttls, ldaps);
}

/// A bound port without a listener: connections are refused, and no other process gets the port.
fn closed() -> (TcpSocket, Url) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let url = Url::parse(&format!("ldaps://{}", socket.local_addr().unwrap())).unwrap();
    (socket, url)
}

pub async fn refused_port(server: &impl TestServer) {
    let (_socket, url) = closed();
    assert_eq!(passed_over(server, url).await, [("127.0.0.1".to_owned(), ServerFault::Refused)]);
}

pub async fn unknown_host(server: &impl TestServer) {
    // RFC 6761 6.4: there never is such a name.
    let url = Url::parse("ldaps://dc1.invalid").unwrap();
    assert_eq!(passed_over(server, url).await, [("dc1.invalid".to_owned(), ServerFault::NoSuchHost)]);
}

pub async fn server_that_hangs_up(server: &impl TestServer) {
    let rude = listener().await;
    let url = address(&rude, "ldaps");
    tokio::spawn(async move { drop(rude.accept().await) });
    assert_eq!(passed_over(server, url).await, [("127.0.0.1".to_owned(), ServerFault::HungUp)]);
}

/// A controller that is in trouble cannot judge the operator; another one can.
pub async fn busy_server(server: &impl TestServer) {
    let no_logon_servers = "80090308: LdapErr: DSID-0C09044E, AcceptSecurityContext error, data 51f, v4563";
    for (code, text, expected) in [
        (51, "", "51 busy"),
        (52, "", "52 unavailable"),
        (80, "", "80 other"),
        (1, "000004DC: LdapErr: DSID-0C090A5C", "1 operations error"),
        (2, "", "2 protocol error"),
        (3, "", "3 time limit exceeded"),
        (11, "", "11 administrative limit exceeded"),
        (53, "", "53 unwilling to perform"),
        (49, no_logon_servers, "51f no logon servers"),
        (49, "80090308: LdapErr: DSID-0C09044E, AcceptSecurityContext error, data 51F, v4563", "51f no logon servers"),
    ] {
        let rule =
            move |operation| if operation == Operation::Bind { Fault::Answered(code, text) } else { Fault::Pass };
        let busy = Proxy::deciding(server, rule).await;
        let well = Proxy::deciding(server, |_| Fault::Pass).await;
        let fault = ServerFault::Busy { answer: expected, text: text.to_owned() };
        let expected = [("127.0.0.1".to_owned(), fault)];
        let alone = LdapDirectory::connect(busy.settings.clone(), server.password(), &SystemRandom).await;
        assert_eq!(unreachable(alone), expected);
        let directory = server.desk_with(Proxy::in_turn(&[&busy, &well])).await;
        assert_eq!(directory.passed_over(), expected);
    }
}

/// With a certificate for the address, beside one that is given by name.
pub async fn ipv6_address(server: &impl TestServer) {
    // A computer may have no IPv6.
    if std::net::TcpListener::bind("[::1]:0").is_err() {
        return;
    }
    let proxy = Proxy::at("[::1]:0", server.settings(), |_| Fault::Pass).await;
    let by_address = DirectorySettings { tls_name: None, ..proxy.settings.clone() };
    assert_eq!(server.desk_with(by_address.clone()).await.server(), "::1");
    assert_eq!(server.desk_with(proxy.settings.clone()).await.server(), "::1");
    let unknown = Url::parse("ldaps://dc1.invalid").unwrap();
    let servers = [vec![unknown], by_address.servers.clone()].concat();
    let directory = server.desk_with(DirectorySettings { servers, ..by_address.clone() }).await;
    assert_eq!(directory.passed_over(), [("dc1.invalid".to_owned(), ServerFault::NoSuchHost)]);

    let other = DirectorySettings { tls_name: Some("::2".to_owned()), ..by_address };
    let fault = untrusted(server, other).await;
    assert_eq!(fault.why, WhyUntrusted::WrongName { expected: "::2".to_owned() });
}

pub async fn each_unusable_server_is_explained(server: &impl TestServer) {
    let (_socket, refusing) = closed();
    let silent = listener().await;
    let unknown = Url::parse("ldaps://dc1.invalid").unwrap();
    let settings = DirectorySettings {
        servers: vec![refusing, address(&silent, "ldaps"), unknown, server.settings().servers[0].clone()],
        tls_name: Some("dc9.ad.contoso.example".to_owned()),
        timeout: Duration::from_secs(5),
        ..server.settings()
    };
    let tried = unreachable(LdapDirectory::connect(settings, server.password(), &SystemRandom).await);
    let here = server.settings().servers[0].host_str().unwrap().to_owned();
    let (untrusted, others) = tried.split_last().unwrap();
    assert_eq!(
        others,
        [
            ("127.0.0.1".to_owned(), ServerFault::Refused),
            ("127.0.0.1".to_owned(), ServerFault::TimedOut),
            ("dc1.invalid".to_owned(), ServerFault::NoSuchHost),
        ]
    );
    let (name, ServerFault::Certificate(fault)) = untrusted else { panic!("{untrusted:?}") };
    let expected = WhyUntrusted::WrongName { expected: "dc9.ad.contoso.example".to_owned() };
    assert_eq!((name, &fault.why), (&here, &expected));
}

pub async fn no_server_configured(server: &impl TestServer) {
    assert_eq!(unreachable(connect_to(server, vec![]).await), []);
}
