//! A fake gateway for tests: keeps what it receives and answers as told. And what a message needs: a code, a receipt.

use std::cell::Cell;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use zeroize::Zeroizing;

use super::settings::{GatewaySettings, Secret};
use super::{Gateway, OutgoingSms, SmsWords};
use crate::config::{self, Country, Optional, Origin, Problem, Provider, Setting};
use crate::domain::audit::{Act, Action, Actor, AuditRecord};
use crate::domain::code::Code;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::ports::{
    AcceptedSms, AuditTrail, Clock, DeliveryState, Receipt, Records, Sms, SmsError, SmsGateway, SmsText, StoreError,
};

pub(super) const CODE: &str = "482913";
pub(super) const PASSWORD: &str = "Tegel-lampa-sork-472";
pub(super) const SECRET: &str = "hunter2 ö";
/// User "desk" and the secret, as HTTP says them (RFC 7617).
pub(super) const BASIC: &str = "Basic ZGVzazpodW50ZXIyIMO2";
/// A message with everything that some writing has to escape.
pub(super) const TEXT: &str = "Säg din kod 482 913 & \"å\" + {€} <b>'";

pub(super) fn secret() -> Secret {
    Secret(Zeroizing::new(SECRET.into()))
}

pub(super) fn phone() -> Phone {
    Phone::parse("070-174 06 05").unwrap()
}

pub(super) fn code() -> Code {
    Code::parse(CODE).unwrap()
}

pub(super) fn message<'a>(to: &'a Phone, code: &'a Code) -> OutgoingSms<'a> {
    let valid = SignedDuration::from_secs(300);
    let carries = code.expose();
    OutgoingSms { to, from: "Servicedesk", text: TEXT, carries, valid, now: Calendar::default().now(), reference: "r1" }
}

pub(super) fn settings(provider: Provider, url: &str) -> GatewaySettings {
    let or = |key| Setting { key, value: Duration::from_secs(10), origin: Origin::Default };
    let section = config::SmsSection {
        provider: set("sms.provider", Some(provider)),
        preset: set("sms.preset", None),
        url: set("sms.url", url.parse().ok()),
        sender: set("sms.sender", Some("Servicedesk".into())),
        user: set("sms.user", Some("desk".into())),
        secret_file: set("sms.secret_file", None),
        outbox: set("sms.outbox", None),
        default_country: Setting { key: "sms.default_country", value: Country::Se, origin: Origin::Default },
        ca_file: set("sms.ca_file", None),
        timeout: or("sms.timeout_seconds"),
        http: set("sms.http", None),
    };
    GatewaySettings { section, secret: Some(secret()), http: None, wait_file: None }
}

/// A setting, as if it stood in the environment.
pub(super) fn set<T>(key: &'static str, value: Option<T>) -> Optional<T> {
    let origin = Origin::Environment { name: "TEST".to_owned() };
    Optional::new(key, value.map(|value| Setting { key, value, origin }))
}

/// Why no gateway is built of these.
pub(super) fn built(settings: &GatewaySettings) -> Option<Problem> {
    Gateway::new(settings, FakeWords::default(), Calendar::default()).err()
}

/// The key of a problem, and what is wrong.
pub(super) fn why(problem: &Problem) -> (String, String) {
    match problem {
        Problem::Missing { key } => ((*key).to_owned(), "missing".to_owned()),
        Problem::Key { key, fault, .. } => (key.clone(), fault.to_string()),
        Problem::CaFile { key, fault, .. } => ((*key).to_owned(), fault.to_string()),
        other => panic!("{other:?}"),
    }
}

/// Finds the words of [`TEXT`], or others; a password comes after them.
pub(super) struct FakeWords(pub(super) String);

impl Default for FakeWords {
    fn default() -> Self {
        Self(TEXT.into())
    }
}

impl SmsWords for FakeWords {
    fn text(&self, content: &SmsText<'_>) -> Zeroizing<String> {
        Zeroizing::new(match content {
            SmsText::Password { password, .. } => format!(
                "{}
{}",
                self.0,
                password.expose()
            ),
            _ => self.0.clone(),
        })
    }
}

/// A clock that moves on by a microsecond each time it is looked at; the receipt takes the first two.
#[derive(Default)]
pub(super) struct Calendar(Cell<i64>);

impl Clock for Calendar {
    fn now(&self) -> Timestamp {
        self.0.set(self.0.get() + 1);
        "2026-01-02T03:04:05.000005Z".parse::<Timestamp>().unwrap() + SignedDuration::from_micros(self.0.get())
    }
}

struct NoRecords;

impl Records for NoRecords {
    async fn append(&self, _: &AuditRecord) -> Result<i64, StoreError> {
        Ok(1)
    }

    async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
        Ok(vec![1; records.len()])
    }

    async fn unanswered(&self, _: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        Ok(Vec::new())
    }
}

async fn receipt() -> Receipt {
    let who = Actor { directory: "op".into(), sid: None, system: "op".into(), machine: "pc".into() };
    let act = Act::new(Action::SendCode, String::new(), "jesrab01".into());
    AuditTrail::new(&NoRecords, &Calendar::default(), who, None).intend(act).await.unwrap()
}

pub(super) async fn send(settings: &GatewaySettings) -> Result<AcceptedSms, SmsError> {
    send_text(settings, TEXT).await
}

/// What a gateway with these settings says of the message with that id.
pub(super) async fn delivered(settings: &GatewaySettings, id: &str) -> Result<DeliveryState, SmsError> {
    let gateway = Gateway::new(settings, FakeWords::default(), Calendar::default()).unwrap();
    assert!(gateway.tells_delivery());
    gateway.delivery(id, &phone(), SignedDuration::from_secs(60)).await
}

pub(super) async fn send_text(settings: &GatewaySettings, text: &str) -> Result<AcceptedSms, SmsError> {
    send_by(&Gateway::new(settings, FakeWords(text.to_owned()), Calendar::default()).unwrap()).await
}

pub(super) async fn send_by(gateway: &Gateway<FakeWords, Calendar>) -> Result<AcceptedSms, SmsError> {
    let (to, code) = (phone(), code());
    let sms = Sms { to: &to, text: SmsText::Code(&code), valid: SignedDuration::from_secs(300) };
    let outcome = gateway.send(&receipt().await, &sms).await;
    if let Err(error) = &outcome {
        for private in [CODE, "482 913", SECRET, "701740605", "din kod"] {
            assert!(!format!("{error} {error:?}").contains(private), "{private} is in: {error:?}");
        }
    }
    outcome
}

pub(super) async fn send_password(gateway: &Gateway<FakeWords, Calendar>) -> Result<AcceptedSms, SmsError> {
    let (to, password) = (phone(), Password::parse(PASSWORD.to_owned()).unwrap());
    let text = SmsText::Password { password: &password, must_change: true };
    let sms = Sms { to: &to, text, valid: SignedDuration::from_secs(900) };
    let outcome = gateway.send(&receipt().await, &sms).await;
    if let Err(error) = &outcome {
        for private in [PASSWORD, "Tege", "lampa", "-472", SECRET, "701740605"] {
            assert!(!format!("{error} {error:?}").contains(private), "{private} is in: {error:?}");
        }
    }
    outcome
}

/// The fields of a form body or a query, decoded.
pub(super) fn fields(text: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

/// One request, as it came.
#[derive(Debug, Clone)]
pub(super) struct ReceivedRequest {
    pub(super) line: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl ReceivedRequest {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The gateway; it ends with the test's runtime.
pub(super) struct FakeGateway {
    port: u16,
    heard: Arc<Mutex<Vec<ReceivedRequest>>>,
}

impl FakeGateway {
    /// Answers every request with this status and body.
    pub(super) async fn answering(status: &str, body: &str) -> Self {
        Self::with(format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n{body}", body.len())).await
    }

    /// Answers every request with these bytes and hangs up.
    pub(super) async fn with(bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(Some(bytes.into())).await
    }

    /// Hears every request and says nothing, but stays.
    pub(super) async fn silent() -> Self {
        Self::new(None).await
    }

    async fn new(answer: Option<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&heard);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, answer.clone(), Arc::clone(&kept)));
            }
        });
        Self { port, heard }
    }

    /// The same over TLS, with a certificate for `localhost` that `certificate` holds as PEM.
    pub(super) async fn over_tls(status: &str, body: &str) -> (Self, String) {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config =
            rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let config = config.with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key).unwrap();
        let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let bytes = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).into_bytes();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&heard);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                if let Ok(stream) = acceptor.accept(stream).await {
                    serve(stream, Some(bytes.clone()), Arc::clone(&kept)).await;
                }
            }
        });
        (Self { port, heard }, made.cert.pem())
    }

    /// Takes connections and never says a word, not even of TLS.
    pub(super) async fn mute() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            let mut held: Vec<TcpStream> = Vec::new();
            while let Ok((stream, _)) = listener.accept().await {
                held.push(stream);
            }
        });
        Self { port, heard: Arc::default() }
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    pub(super) fn https_url(&self, path: &str) -> String {
        format!("https://localhost:{}{path}", self.port)
    }

    /// Everything it heard.
    pub(super) fn heard(&self) -> Vec<ReceivedRequest> {
        self.heard.lock().unwrap().clone()
    }

    pub(super) fn only(&self) -> ReceivedRequest {
        let heard = self.heard();
        assert_eq!(heard.len(), 1, "{heard:?}");
        heard[0].clone()
    }
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    answer: Option<Vec<u8>>,
    heard: Arc<Mutex<Vec<ReceivedRequest>>>,
) {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut lines = text.split("\r\n");
    let line = lines.next().unwrap_or_default().to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let length =
        headers.iter().find(|(name, _)| name == "content-length").map_or(0, |(_, value)| value.parse().unwrap());
    while bytes.len() < head + 4 + length {
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return;
        }
    }
    let body = String::from_utf8_lossy(&bytes[head + 4..]).into_owned();
    heard.lock().unwrap().push(ReceivedRequest { line, headers, body });
    let Some(answer) = answer else { return std::future::pending().await };
    let _ = stream.write_all(&answer).await;
    let _ = stream.shutdown().await;
}
