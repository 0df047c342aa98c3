//! Each preset makes exactly the request that its gateway documents, and reads its answers.

mod delivery;

use serde_json::{Value, json};

use super::super::super::Gateway;
use super::super::super::fake::{
    self, BASIC, Calendar, FakeGateway, FakeWords, ReceivedRequest, SECRET, TEXT, fields, set,
};
use super::super::super::settings::GatewaySettings;
use super::super::address;
use crate::config::{Preset, Problem, Provider};
use crate::ports::{AcceptedSms, SmsError, SmsRefusal};

/// Our name for the message: the time of sending, after one look at the clock for the rehearsal.
const REF: &str = "6475ef64cf347";

/// What the manual asks for beside a preset: `sms.url`, `sms.user` and `[sms.http]`.
fn beside(preset: Preset) -> (Option<&'static str>, Option<&'static str>, &'static str) {
    let link = "json = { platformId = 'SMSC', platformPartnerId = '12345' }";
    match preset {
        Preset::GatewayApi => (None, None, ""),
        Preset::Infobip => (Some("https://abc123.api.infobip.com/sms/3/messages"), None, ""),
        Preset::Link => (Some("https://n-eu.linkmobility.io/sms/send"), Some("desk"), link),
        Preset::PlaySms => (Some("https://playsms.example.se/index.php?app=ws"), Some("desk"), ""),
        Preset::Sinch => (None, Some("plan-1"), ""),
        Preset::SmsEagle => (Some("https://smseagle.example.se/index.php/api/v2/messages/sms"), None, ""),
        Preset::Telia => (None, Some("desk"), ""),
        Preset::Vonage => (None, Some("a1b2c3d4"), ""),
    }
}

fn read(preset: Preset, url: Option<&str>, user: Option<&str>, http: &str) -> Result<GatewaySettings, Problem> {
    let mut section = fake::settings(Provider::Http, "").section;
    section.provider = set("sms.provider", None);
    section.preset = set("sms.preset", Some(preset));
    section.url = set("sms.url", url.map(|url| url.parse().unwrap()));
    section.user = set("sms.user", user.map(str::to_owned));
    section.http = set("sms.http", Some(http).filter(|http| !http.is_empty()).map(|http| http.parse().unwrap()));
    if preset == Preset::Telia {
        section.sender = set("sms.sender", Some("71120".to_owned()));
    }
    Ok(GatewaySettings { secret: Some(fake::secret()), ..GatewaySettings::read(&section)? })
}

fn settings(preset: Preset) -> GatewaySettings {
    let (url, user, http) = beside(preset);
    read(preset, url, user, http).unwrap()
}

/// The same gateway, on this computer.
fn moved(preset: Preset, gateway: &FakeGateway) -> GatewaySettings {
    let settings = settings(preset);
    let url = address(settings.http.as_ref().unwrap(), &settings).unwrap();
    assert_eq!(url.scheme(), "https");
    let (_, user, http) = beside(preset);
    read(preset, Some(&gateway.url(&url[url::Position::BeforePath..])), user, http).unwrap()
}

async fn heard(preset: Preset, status: &str, answer: &str) -> (Result<AcceptedSms, SmsError>, ReceivedRequest) {
    heard_of(preset, status, answer, TEXT).await
}

async fn heard_of(
    preset: Preset,
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

async fn refusal(preset: Preset, status: &str, answer: &str) -> (SmsRefusal, String) {
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
    let preset = Preset::GatewayApi;
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
    let preset = Preset::Sinch;
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
    let preset = Preset::Telia;
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
    let preset = Preset::Infobip;
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
    let preset = Preset::Vonage;
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
    let preset = Preset::Link;
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
    let preset = Preset::SmsEagle;
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
    // A password has a quarter of an hour.
    let gateway = FakeGateway::answering("200 OK", answer).await;
    let desk = Gateway::new(&moved(preset, &gateway), FakeWords::default(), Calendar::default()).unwrap();
    fake::send_password(&desk).await.unwrap();
    assert_eq!(json_of(&gateway.only())["validity"], "30m");
}

#[tokio::test]
async fn playsms() {
    let preset = Preset::PlaySms;
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
    // It is said of each number, too, or of the only one.
    let in_data = r#"{"data":[{"status":"ERR","error":"200","smslog_id":"","queue":"","to":""}],"error_string":null}"#;
    for failed in [r#"{"status":"ERR","error":"200","error_string":"send message failed"}"#, in_data] {
        let failed = self::heard(preset, "200 OK", failed).await.0;
        assert!(matches!(failed, Err(SmsError::Unclear { .. })), "{failed:?}");
    }
}

#[tokio::test]
async fn every_success_is_proved() {
    for &(name, preset) in Preset::all() {
        assert!(include_str!("tests.rs").contains(&format!("let preset = Preset::{preset:?};")), "{name} is untested");
        assert_eq!(fake::built(&settings(preset)), None, "{name}");
        for (status, answer) in
            [("200 OK", "ERROR:14"), ("201 Created", "ERROR:14"), ("200 OK", r#"{"error":"Wrong sender"}"#)]
        {
            assert_eq!(refusal(preset, status, answer).await, no(SmsRefusal::Other, answer), "{name}");
        }
        for (status, answer) in [
            ("200 OK", "<html>Sign in</html>"),
            ("201 Created", ""),
            ("200 OK", "[]"),
            ("202 Accepted", "OK"),
            ("204 No Content", ""),
            ("500 Internal Server Error", "{}"),
        ] {
            // What Telia's JSON says is not public.
            if (preset, answer) != (Preset::Telia, "[]") {
                let unclear = heard(preset, status, answer).await.0;
                assert!(matches!(unclear, Err(SmsError::Unclear { .. })), "{name} {status} {answer}: {unclear:?}");
            }
        }
    }
}

#[test]
fn own_settings_lie_over_the_preset() {
    let own = "headers = { X-Team = 'desk' }\njson = { encoding = 'UCS2', extra = true }\nid.pointer = '/name'";
    let settings = read(Preset::GatewayApi, None, None, own).unwrap();
    let template = settings.http.as_ref().unwrap();
    assert_eq!(template.url.as_deref(), Some("https://gatewayapi.eu/rest/mtsms"));
    assert_eq!(template.headers["Authorization"], "Token {{ secret }}");
    assert_eq!(template.headers["X-Team"], "desk");
    let json = template.json.as_ref().unwrap();
    assert_eq!(
        (&json["encoding"], &json["extra"], &json["message"]),
        (&json!("UCS2"), &json!(true), &json!("{{ text }}"))
    );
    assert_eq!(template.id.as_ref().unwrap().pointer.as_deref(), Some("/name"));
    assert_eq!(template.errors.len(), 1);
    // A rule takes the place of the preset's as a whole.
    let settings = read(Preset::Vonage, None, Some("u"), "success.body = 'yes'").unwrap();
    let success = &settings.http.as_ref().unwrap().success;
    assert_eq!((success.pointer.as_deref(), success.body.as_deref(), success.status.len()), (None, Some("yes"), 0));
}

#[test]
fn own_address_goes_before_that_of_the_preset() {
    let host = |url, http| {
        let settings = read(Preset::GatewayApi, url, None, http).unwrap();
        address(settings.http.as_ref().unwrap(), &settings).unwrap().host_str().unwrap().to_owned()
    };
    assert_eq!(host(None, ""), "gatewayapi.eu");
    assert_eq!(host(Some("https://gatewayapi.com/rest/mtsms"), ""), "gatewayapi.com");
    assert_eq!(host(None, "url = 'https://in.example.se/'"), "in.example.se");
    assert_eq!(host(Some("https://gatewayapi.com/"), "url = 'https://in.example.se/'"), "in.example.se");
}

#[test]
fn what_a_preset_cannot_know_is_asked_for() {
    let missing = |preset, url, user, http| match read(preset, url, user, http) {
        Ok(settings) => fake::built(&settings),
        Err(problem) => Some(problem),
    };
    for preset in [Preset::Infobip, Preset::PlaySms, Preset::SmsEagle] {
        assert_eq!(missing(preset, None, Some("u"), ""), Some(Problem::Missing { key: "sms.url" }), "{preset:?}");
    }
    for preset in [Preset::Link, Preset::PlaySms, Preset::Sinch, Preset::Telia, Preset::Vonage] {
        let (url, _, http) = beside(preset);
        assert_eq!(missing(preset, url, None, http), Some(Problem::Missing { key: "sms.user" }), "{preset:?}");
    }
    let partner = Problem::Missing { key: "sms.http.json.platformPartnerId" };
    assert_eq!(missing(Preset::Link, None, None, "json = { platformId = 'SMSC' }"), Some(partner));
}

#[test]
fn preset_of_another_provider_is_not_used() {
    let mut settings = settings(Preset::Vonage);
    settings.section.provider = set("sms.provider", Some(Provider::Kannel));
    assert_eq!(settings.section.preset_in_force(), None);
    assert!(GatewaySettings::read(&settings.section).unwrap().http.is_none());
}
