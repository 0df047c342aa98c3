//! The SMS adapters against a real Kannel with a simulated mobile network behind it.
//!
//! Needs the laboratory: `tests/lab/kannel start`, and `SERVICEDESK_LAB` naming the folder where
//! that left `kannel.json` (`target/lab` unless told otherwise).

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use servicedesk::adapters::sms::{Gateway, GatewaySettings, Secret, SmsWords};
use servicedesk::config::{Environment, Overrides, Settings};
use servicedesk::domain::audit::{Act, Action, Actor, AuditRecord};
use servicedesk::domain::code::Code;
use servicedesk::domain::phone::Phone;
use servicedesk::ports::{
    AcceptedSms, AuditTrail, Clock, GatewayKind, InspectGateway, Receipt, Records, Sms, SmsError, SmsGateway,
    SmsRefusal, SmsText, StoreError,
};
use zeroize::Zeroizing;

use crate::network::{self, NETWORK};
use crate::notes;

#[derive(Deserialize)]
struct Lab {
    url: String,
    user: String,
    password: String,
    log_file: PathBuf,
}

impl Lab {
    fn open() -> Self {
        notes::notes("kannel")
    }

    fn settings(&self) -> GatewaySettings {
        self.configured("kannel", &self.url, "")
    }

    fn configured(&self, provider: &str, url: &str, http: &str) -> GatewaySettings {
        let file = tempfile::NamedTempFile::new().unwrap();
        let user = &self.user;
        let text =
            format!("[sms]\nprovider = '{provider}'\nurl = '{url}'\nsender = 'Servicedesk'\nuser = '{user}'\n{http}");
        std::fs::write(file.path(), text).unwrap();
        let overrides = Overrides { config: Some(file.path().to_owned()), ..Overrides::default() };
        let settings = Settings::load(&overrides, &Environment::default(), None).unwrap();
        let secret = Some(Secret(Zeroizing::new(self.password.clone())));
        GatewaySettings { secret, ..GatewaySettings::read(&settings.sms).unwrap() }
    }

    /// What the network got that holds `mark`: sender, receiver, kind (`text`, `ucs-2`) and body.
    fn received(&self, mark: &str) -> [String; 4] {
        let wanted = |line: &str| message(line).filter(|message| message[3].contains(mark));
        network::first(&self.log_file, 0, wanted).unwrap_or_else(|| panic!("nothing with {mark:?} came"))
    }

    fn run(&self, what: &str) {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lab/kannel");
        assert!(Command::new(script).arg(what).status().unwrap().success(), "{script} {what}");
    }
}

/// `… Got message 7: <sender receiver kind body>`, as Kannel's fakesmsc writes it.
fn message(line: &str) -> Option<[String; 4]> {
    let (_, rest) = line.split_once("Got message ")?;
    let (_, rest) = rest.split_once(": <")?;
    let [sender, receiver, kind, body] = rest.strip_suffix('>')?.splitn(4, ' ').collect::<Vec<_>>().try_into().ok()?;
    let body = if kind == "ucs-2" { utf16(body) } else { body.to_owned() };
    Some([sender.into(), receiver.into(), kind.into(), body])
}

/// Percent-encoded UTF-16, high byte first.
fn utf16(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.bytes());
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            other => other,
        });
    }
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

struct Words(String);

impl SmsWords for Words {
    fn text(&self, _: &SmsText<'_>) -> Zeroizing<String> {
        Zeroizing::new(self.0.clone())
    }
}

struct Now;

impl Clock for Now {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

struct Forgetful;

impl Records for Forgetful {
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
    AuditTrail::new(&Forgetful, &Now, who, None).intend(act).await.unwrap()
}

/// A word that no other message has.
fn mark() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("m{}x{}x{}", std::process::id(), Timestamp::now().as_millisecond(), COUNT.fetch_add(1, Ordering::Relaxed))
}

async fn send(settings: &GatewaySettings, text: &str) -> Result<AcceptedSms, SmsError> {
    let gateway = Gateway::new(settings, Words(text.to_owned()), Now).unwrap();
    let (to, code) = (Phone::parse("070-174 06 05").unwrap(), Code::parse("123456").unwrap());
    let sms = Sms { to: &to, text: SmsText::Code(&code), valid: SignedDuration::from_secs(300) };
    gateway.send(&receipt().await, &sms).await
}

async fn arrives(settings: &GatewaySettings, lab: &Lab, kind: &str, text: &str) {
    let mark = mark();
    let text = format!("{text} {mark}");
    assert_eq!(send(settings, &text).await.unwrap(), AcceptedSms { message_id: None, queued: false });
    let expected = ["Servicedesk".to_owned(), "+46701740605".into(), kind.into(), text];
    assert_eq!(lab.received(&mark), expected);
}

#[tokio::test]
async fn swedish_text_arrives_in_gsm_7_bit() {
    let _network = NETWORK.write().await;
    let lab = Lab::open();
    arrives(&lab.settings(), &lab, "text", "Säg 123 456 till Åsa, Örjan & é: €{}[]~^\\|").await;
}

#[tokio::test]
async fn other_alphabets_arrive_in_ucs_2() {
    let _network = NETWORK.write().await;
    let lab = Lab::open();
    arrives(&lab.settings(), &lab, "ucs-2", "Код 123 456 🙂 åäö ’").await;
}

#[tokio::test]
async fn wrong_gateway_password_is_refused() {
    let _network = NETWORK.write().await;
    let lab = Lab::open();
    let settings = GatewaySettings { secret: Some(Secret(Zeroizing::new("wrong".into()))), ..lab.settings() };
    let refused = send(&settings, "never").await;
    let Err(SmsError::Refused { refusal, status, text, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!((refusal, status, text.as_str()), (SmsRefusal::Credentials, 403, "Authorization failed for sendsms"));
}

/// A known user gets the message's error; an unknown user gets a refusal.
#[tokio::test]
async fn probe_sends_no_message() {
    let _network = NETWORK.write().await;
    let lab = Lab::open();
    let carried = std::fs::metadata(&lab.log_file).unwrap().len();
    let look =
        async |settings: &GatewaySettings| Gateway::new(settings, Words("never".to_owned()), Now).unwrap().look().await;
    assert_eq!(look(&lab.settings()).await.unwrap().kind, GatewayKind::Knows(None));
    let wrong = GatewaySettings { secret: Some(Secret(Zeroizing::new("wrong".into()))), ..lab.settings() };
    let refused = look(&wrong).await;
    assert!(matches!(refused, Err(SmsError::Refused { refusal: SmsRefusal::Credentials, .. })), "{refused:?}");
    let elsewhere = lab.configured("kannel", &lab.url.replace("sendsms", "other"), "");
    assert!(matches!(look(&elsewhere).await, Err(SmsError::WrongAnswer { .. })));
    // The message after them is the first that the network gets.
    arrives(&lab.settings(), &lab, "text", "after a look").await;
    let got = std::fs::read_to_string(&lab.log_file).unwrap();
    let got = got.get(usize::try_from(carried).unwrap()..).unwrap();
    assert_eq!(got.matches("Got message").count(), 1, "{got}");
}

#[tokio::test]
async fn network_down_is_refused() {
    let _network = NETWORK.write().await;
    let lab = Lab::open();
    lab.run("smsc-stop");
    let refused = send(&lab.settings(), "never").await;
    lab.run("smsc-start");
    let Err(SmsError::Refused { refusal, status, text, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!((refusal, status, text.as_str()), (SmsRefusal::Other, 403, "Not routable. Do not try again."));
    arrives(&lab.settings(), &lab, "text", "back again").await;
}

#[tokio::test]
async fn template_works_with_kannel() {
    let _network = NETWORK.write().await;
    let lab = Lab::open();
    let table = r#"[sms.http]
        method = "GET"
        auth = "query"
        success = { status = [202], body = '^[03]:' }
        queued.body = '^3:'
        errors = [{ class = "other", when = { status = [403], body = '^Not routable' } }]

        [sms.http.query]
        username = "{{ user }}"
        password = "{{ secret }}"
        from = "{{ from }}"
        to = "{{ to_e164 }}"
        text = "{{ text }}"
        charset = "UTF-8"
        coding = "{{ 2 if unicode else 0 }}"
        validity = "{{ ttl_minutes }}"
    "#;
    let settings = lab.configured("http", &lab.url, table);
    arrives(&settings, &lab, "text", "Säg 123 456 + åäö & €").await;
    arrives(&settings, &lab, "ucs-2", "Код 123 456 🙂").await;
    let wrong = GatewaySettings { secret: Some(Secret(Zeroizing::new("wrong".into()))), ..settings };
    let refused = send(&wrong, "never").await;
    assert!(matches!(refused, Err(SmsError::Refused { refusal: SmsRefusal::Credentials, .. })), "{refused:?}");
}
