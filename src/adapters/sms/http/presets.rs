//! The tables in `presets/` as an administrator would copy them: each makes exactly the request
//! its gateway documents, and reads its answers.

use serde::Deserialize;
use serde_json::{Value, json};

use super::super::fake::{self, BASIC, FakeGateway, ReceivedRequest, SECRET, TEXT, fields, set};
use super::super::http;
use super::super::settings::GatewaySettings;
use super::HttpTemplate;
use crate::config::Provider;
use crate::ports::{AcceptedSms, SmsError, SmsRefusal};

/// Our name for the message: the time of sending, after one look at the clock for the rehearsal.
const REF: &str = "6475ef64cf347";

macro_rules! preset {
    ($name:literal) => {
        include_str!(concat!("presets/", $name, ".toml"))
    };
}

#[derive(Deserialize)]
struct File {
    sms: Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    provider: String,
    url: Option<String>,
    sender: Option<String>,
    user: Option<String>,
    #[serde(rename = "ca_file")]
    _ca_file: Option<String>,
    http: HttpTemplate,
}

fn settings(preset: &str) -> GatewaySettings {
    let File { sms } = toml::from_str(preset).unwrap();
    assert_eq!(sms.provider, "http");
    let Table { url, sender, user, http, .. } = sms;
    let mut settings = GatewaySettings { http: Some(http), ..fake::settings(Provider::Http, "") };
    settings.section.url = set("sms.url", url.map(|url| url.parse().unwrap()));
    settings.section.sender = set("sms.sender", sender);
    settings.section.user = set("sms.user", user);
    settings
}

/// The same gateway, on this computer.
fn moved(preset: &str, gateway: &FakeGateway) -> GatewaySettings {
    let mut settings = settings(preset);
    // As it is written it must be usable too.
    let url = http::address(settings.http.as_ref().unwrap(), &settings).unwrap();
    assert_eq!(url.scheme(), "https");
    let path = &url[url::Position::BeforePath..];
    settings.http.as_mut().unwrap().url = None;
    settings.section.url = set("sms.url", gateway.url(path).parse().ok());
    settings
}

async fn heard(preset: &str, status: &str, answer: &str) -> (Result<AcceptedSms, SmsError>, ReceivedRequest) {
    heard_of(preset, status, answer, TEXT).await
}

async fn heard_of(
    preset: &str,
    status: &str,
    answer: &str,
    text: &str,
) -> (Result<AcceptedSms, SmsError>, ReceivedRequest) {
    let gateway = FakeGateway::answering(status, answer).await;
    let outcome = fake::send_text(&moved(preset, &gateway), text).await;
    (outcome, gateway.only())
}

fn json_of(heard: &ReceivedRequest) -> Value {
    assert_eq!(heard.header("content-type"), Some("application/json"));
    serde_json::from_str(&heard.body).unwrap()
}

fn form_of(heard: &ReceivedRequest) -> Value {
    assert_eq!(heard.header("content-type"), Some("application/x-www-form-urlencoded"));
    fields(&heard.body)
        .into_iter()
        .map(|(name, value)| (name, Value::from(value)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn named(id: &str) -> AcceptedSms {
    AcceptedSms { message_id: Some(id.into()), queued: false }
}

async fn refusal(preset: &str, status: &str, answer: &str) -> (SmsRefusal, String) {
    match heard(preset, status, answer).await.0 {
        Err(SmsError::Refused { refusal, text, .. }) => (refusal, text),
        other => panic!("{status} {answer}: {other:?}"),
    }
}

fn no(refusal: SmsRefusal, text: &str) -> (SmsRefusal, String) {
    (refusal, text.to_owned())
}

#[tokio::test]
async fn gatewayapi() {
    let preset = preset!("gatewayapi");
    let answer = r#"{"ids":[421332671],"usage":{"currency":"EUR","total_cost":0.05,"countries":{"SE":1}}}"#;
    let (sent, heard) = heard(preset, "200 OK", answer).await;
    assert_eq!(sent.unwrap(), named("421332671"));
    assert_eq!(heard.line, "POST /rest/mtsms HTTP/1.1");
    assert_eq!(heard.header("authorization"), Some(format!("Token {SECRET}").as_str()));
    assert_eq!(
        json_of(&heard),
        json!({
            "message": TEXT, "sender": "Servicedesk", "recipients": [{"msisdn": 46_701_740_605_i64}],
            "encoding": "UTF8", "validity_period": 300, "userref": REF,
        })
    );
    let (_, heard) = heard_of(preset, "200 OK", answer, "Код").await;
    assert_eq!(json_of(&heard)["encoding"], "UCS2");
    let poor = r#"{"code":"0x0216","incident_uuid":"…","message":"Insufficient credit"}"#;
    assert_eq!(refusal(preset, "403 Forbidden", poor).await, no(SmsRefusal::Credit, "Insufficient credit"));
    let stranger = r#"{"code":"0x0208","message":"Unauthorized IP-address"}"#;
    assert_eq!(refusal(preset, "401 Unauthorized", stranger).await.0, SmsRefusal::Credentials);
}

#[tokio::test]
async fn sinch() {
    let preset = preset!("sinch");
    let (sent, heard) = heard(preset, "201 Created", r#"{"id":"01FC66621XXXXX119Z8PMV1QPQ","canceled":false}"#).await;
    assert_eq!(sent.unwrap(), named("01FC66621XXXXX119Z8PMV1QPQ"));
    assert_eq!(heard.line, "POST /xms/v1/plan-1/batches HTTP/1.1");
    assert_eq!(heard.header("authorization"), Some(format!("Bearer {SECRET}").as_str()));
    assert_eq!(
        json_of(&heard),
        json!({
            "from": "Servicedesk", "to": ["46701740605"], "body": TEXT, "expire_at": "2026-01-02T03:09:05Z",
            "client_reference": REF,
        })
    );
    let wrong = r#"{"code":"syntax_invalid_parameter_format","text":"'to' field must be a number"}"#;
    assert_eq!(refusal(preset, "400 Bad Request", wrong).await, no(SmsRefusal::Other, "'to' field must be a number"));
}

#[tokio::test]
async fn telia() {
    let preset = preset!("telia");
    let (sent, heard) = heard(preset, "202 Accepted", "{}").await;
    assert_eq!(sent.unwrap(), AcceptedSms { message_id: None, queued: false });
    assert_eq!(heard.line, "POST /sms/rest/v2/messages HTTP/1.1");
    assert_eq!(heard.header("authorization"), Some(BASIC));
    assert_eq!(json_of(&heard), json!({"cref": REF, "from": "71120", "to": "+46701740605", "message": TEXT}));
    let (_, heard) = heard_of(preset, "200 OK", "{}", "Код").await;
    assert_eq!(json_of(&heard)["dataCoding"], "UNICODE");
    let page = self::heard(preset, "200 OK", "<html>Sign in</html>").await.0;
    assert!(matches!(page, Err(SmsError::Unclear { .. })), "{page:?}");
}

#[tokio::test]
async fn infobip() {
    let preset = preset!("infobip");
    let answer = |group: u8, name: &str| {
        json!({"bulkId": "b", "messages": [{"messageId": "2033247207850523791", "destination": "46701740605",
            "status": {"groupId": group, "id": 26, "name": name, "description": "In words"}}]})
        .to_string()
    };
    let (sent, heard) = heard(preset, "200 OK", &answer(1, "PENDING_ACCEPTED")).await;
    assert_eq!(sent.unwrap(), named("2033247207850523791"));
    assert_eq!(heard.line, "POST /sms/3/messages HTTP/1.1");
    assert_eq!(heard.header("authorization"), Some(format!("App {SECRET}").as_str()));
    assert_eq!(heard.header("accept"), Some("application/json"));
    assert_eq!(
        json_of(&heard),
        json!({"messages": [{
            "sender": "Servicedesk", "destinations": [{"to": "46701740605"}], "content": {"text": TEXT},
            "options": {"validityPeriod": {"amount": 5, "timeUnit": "MINUTES"}},
        }]})
    );
    for (name, expected) in [
        ("REJECTED_NOT_ENOUGH_CREDITS", SmsRefusal::Credit),
        ("REJECTED_DESTINATION", SmsRefusal::Number),
        ("REJECTED_SENDER", SmsRefusal::Other),
    ] {
        assert_eq!(refusal(preset, "200 OK", &answer(5, name)).await, no(expected, "In words"), "{name}");
    }
}

#[tokio::test]
async fn vonage() {
    let preset = preset!("vonage");
    let answer = |status: &str| {
        json!({"message-count": "1", "messages": [{"to": "46701740605", "message-id": "aaaaaaaa-bbbb",
            "status": status, "error-text": "In words"}]})
        .to_string()
    };
    let (sent, heard) = heard(preset, "200 OK", &answer("0")).await;
    assert_eq!(sent.unwrap(), named("aaaaaaaa-bbbb"));
    assert_eq!(heard.line, "POST /sms/json HTTP/1.1");
    assert_eq!(heard.header("authorization"), None);
    assert_eq!(
        form_of(&heard),
        json!({
            "api_key": "a1b2c3d4", "api_secret": SECRET, "from": "Servicedesk", "to": "46701740605", "text": TEXT,
            "type": "text", "ttl": "300000", "client-ref": REF,
        })
    );
    for (status, expected) in
        [("4", SmsRefusal::Credentials), ("6", SmsRefusal::Number), ("9", SmsRefusal::Credit), ("2", SmsRefusal::Other)]
    {
        assert_eq!(refusal(preset, "200 OK", &answer(status)).await, no(expected, "In words"), "{status}");
    }
    assert!(matches!(self::heard(preset, "200 OK", &answer("1")).await.0, Err(SmsError::Busy { status: 200, .. })));
    assert!(matches!(self::heard(preset, "200 OK", &answer("5")).await.0, Err(SmsError::Unclear { .. })));
}

#[tokio::test]
async fn link() {
    let preset = preset!("link");
    let answer = r#"{"messageId":"Dcshuhod0PMAAAFQ+/PbnR3x","resultCode":1005,"description":"Queued"}"#;
    let (sent, heard) = heard(preset, "200 OK", answer).await;
    assert_eq!(sent.unwrap(), named("Dcshuhod0PMAAAFQ+/PbnR3x"));
    assert_eq!(heard.line, "POST /sms/send HTTP/1.1");
    assert_eq!(heard.header("authorization"), Some(BASIC));
    assert_eq!(
        json_of(&heard),
        json!({
            "source": "Servicedesk", "sourceTON": "ALPHANUMERIC", "destination": "+46701740605", "userData": TEXT,
            "platformId": "SMSC", "platformPartnerId": "12345", "useDeliveryReport": false,
            "relativeValidityTime": 300_000, "refId": REF,
        })
    );
    let odd = self::heard(preset, "200 OK", r#"{"messageId":"x","resultCode":106000,"description":"Unknown"}"#).await.0;
    assert!(matches!(&odd, Err(SmsError::Unclear { text, .. }) if text == "HTTP 200: Unknown"), "{odd:?}");
}

#[tokio::test]
async fn smseagle() {
    let preset = preset!("smseagle");
    let answer = r#"[{"status":"queued","message":"OK","number":"+46701740605","id":297}]"#;
    let (sent, heard) = heard(preset, "200 OK", answer).await;
    assert_eq!(sent.unwrap(), named("297"));
    assert_eq!(heard.line, "POST /index.php/api/v2/messages/sms HTTP/1.1");
    assert_eq!(heard.header("access-token"), Some(SECRET));
    assert_eq!(
        json_of(&heard),
        json!({
            "to": ["+46701740605"], "text": TEXT, "encoding": "standard", "validity": "5m", "oid": REF,
        })
    );
}

#[tokio::test]
async fn playsms() {
    let preset = preset!("playsms");
    let answer = r#"{"data":[{"status":"OK","error":"0","smslog_id":"30","queue":"afb5","to":"+46701740605"}],"error_string":null}"#;
    let (sent, heard) = heard(preset, "200 OK", answer).await;
    assert_eq!(sent.unwrap(), named("30"));
    assert_eq!(heard.line, "POST /index.php?app=ws HTTP/1.1");
    assert_eq!(
        form_of(&heard),
        json!({
            "op": "pv", "u": "desk", "h": SECRET, "to": "+46701740605", "msg": TEXT, "from": "Servicedesk",
            "unicode": "0", "nofooter": "1", "format": "json",
        })
    );
    for (error, expected) in [
        ("100", SmsRefusal::Credentials),
        ("103", SmsRefusal::Credit),
        ("201", SmsRefusal::Number),
        ("102", SmsRefusal::Other),
    ] {
        let answer = json!({"status": "ERR", "error": error, "error_string": "In words"}).to_string();
        assert_eq!(refusal(preset, "200 OK", &answer).await, no(expected, "In words"), "{error}");
    }
    let failed =
        self::heard(preset, "200 OK", r#"{"status":"ERR","error":"200","error_string":"send message failed"}"#).await.0;
    assert!(matches!(failed, Err(SmsError::Unclear { .. })), "{failed:?}");
}

#[tokio::test]
async fn elks() {
    let preset = preset!("46elks");
    let (sent, heard) = heard(preset, "200 OK", r#"{"id":"s1","status":"created"}"#).await;
    assert_eq!(sent.unwrap(), named("s1"));
    assert_eq!(heard.line, "POST /a1/sms HTTP/1.1");
    assert_eq!(heard.header("authorization"), Some(BASIC));
    assert_eq!(
        form_of(&heard),
        json!({"from": "Servicedesk", "to": "+46701740605", "message": TEXT, "dontlog": "message"})
    );
    assert_eq!(
        refusal(preset, "403 Forbidden", "Not enough credits").await,
        no(SmsRefusal::Credit, "Not enough credits")
    );
}

#[test]
fn every_preset_is_tested_here() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/adapters/sms/http/presets");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.strip_suffix(".toml").unwrap();
        assert!(include_str!("presets.rs").contains(&format!("preset!(\"{name}\")")), "{name}");
        let settings = settings(&std::fs::read_to_string(format!("{folder}/{name}.toml")).unwrap());
        assert_eq!(fake::built(&settings), None, "{name}");
    }
}
