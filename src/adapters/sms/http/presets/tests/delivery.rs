//! How far a message has come, as each gateway documents its answer.

use super::*;
use crate::ports::DeliveryState;

/// What the gateway is asked, and what its answer means.
async fn asked(preset: Preset, id: &str, status: &str, answer: &str) -> (DeliveryState, ReceivedRequest) {
    let gateway = FakeGateway::answering(status, answer).await;
    let state = fake::delivered(&moved(preset, &gateway), id).await.unwrap();
    (state, gateway.only())
}

fn at(text: &str) -> DeliveryState {
    DeliveryState::Delivered { at: Some(text.parse().unwrap()) }
}

fn failed(reason: &str) -> DeliveryState {
    DeliveryState::Failed { reason: reason.into() }
}

#[tokio::test]
async fn gatewayapi() {
    let answer = |status: &str, error: &str| {
        format!(
            r#"{{"class":"standard","message":"Hello World","payload":null,"id":1,"label":null,"recipients":[{{"country":"SE","csms":1,"dsnerror":{error},"dsnerrorcode":null,"dsnstatus":"{status}","dsntime":1498040069.0,"mcc":240,"mnc":1,"msisdn":46701740605,"senttime":1498040069.0,"tagvalues":null}}],"sendtime":1498040069,"sender":"Test Sender","tags":[],"udh":null,"userref":"1234","priority":null,"validity_period":null,"encoding":"UTF8","destaddr":"MOBILE"}}"#
        )
    };
    for (status, error, expected) in [
        ("ENROUTE", "null", DeliveryState::OnItsWay),
        ("DELIVERED", "null", at("2017-06-21T10:14:29Z")),
        ("UNDELIVERABLE", "\"UNKNOWN_SUBSCRIBER\"", failed("UNKNOWN_SUBSCRIBER")),
        ("EXPIRED", "null", failed("")),
    ] {
        let (state, heard) = asked(Preset::GatewayApi, "1", "200 OK", &answer(status, error)).await;
        assert_eq!(state, expected, "{status}");
        assert_eq!((heard.line.as_str(), heard.body.as_str()), ("GET /rest/mtsms/1 HTTP/1.1", ""));
        assert_eq!(heard.header("authorization"), Some(&*format!("Token {SECRET}")));
    }
}

#[tokio::test]
async fn sinch() {
    let answer = |status: &str, code: u16, more: &str| {
        format!(
            r#"{{"at":"2024-10-25T10:02:42.148Z","batch_id":"01JB1J1M5BM5XQ8Q0ZWBM44E14","code":{code},"recipient":"46701740605","status":"{status}","type":"recipient_delivery_report_sms"{more}}}"#
        )
    };
    let delivered = r#","operator_status_at":"2024-10-25T10:02:00Z""#;
    for (answer, expected) in [
        (answer("Dispatched", 401, ""), DeliveryState::OnItsWay),
        (answer("Delivered", 0, delivered), at("2024-10-25T10:02:00Z")),
        (answer("Rejected", 402, ""), failed("Rejected")),
        (answer("Unknown", 406, ""), DeliveryState::Unknown),
    ] {
        let (state, heard) = asked(Preset::Sinch, "01JB1J1M5BM5XQ8Q0ZWBM44E14", "200 OK", &answer).await;
        assert_eq!(state, expected, "{answer}");
        let path = "/xms/v1/plan-1/batches/01JB1J1M5BM5XQ8Q0ZWBM44E14/delivery_report/46701740605";
        assert_eq!(heard.line, format!("GET {path} HTTP/1.1"));
        assert!(heard.header("authorization").is_some_and(|value| value.starts_with("Bearer ")));
    }
    let none = asked(Preset::Sinch, "01JB1J", "404 Not Found", "").await.0;
    assert_eq!(none, DeliveryState::Unknown, "there is no report yet");
}

#[tokio::test]
async fn infobip() {
    let answer = |group: u8, name: &str, error: &str| {
        format!(
            r#"{{"results":[{{"sender":"InfoSMS","destination":"46701740605","bulkId":"BULK-ID-123-xyz","messageId":"MESSAGE-ID-123-xyz","sentAt":"2020-06-08T08:31:17.370+0000","doneAt":"2020-06-08T08:31:17.611+0000","messageCount":1,"price":{{"pricePerMessage":0.01,"currency":"EUR"}},"status":{{"groupId":{group},"groupName":"{name}","id":5,"name":"{name}","description":"x"}},"error":{{"groupId":0,"groupName":"OK","id":0,"name":"NO_ERROR","description":"{error}","permanent":false}}}}]}}"#
        )
    };
    for (group, name, error, expected) in [
        (1, "PENDING", "No Error", DeliveryState::OnItsWay),
        (3, "DELIVERED", "No Error", at("2020-06-08T08:31:17.611Z")),
        (2, "UNDELIVERABLE", "Absent Subscriber", failed("Absent Subscriber")),
        (4, "EXPIRED", "Expired", failed("Expired")),
    ] {
        let (state, heard) = asked(Preset::Infobip, "MESSAGE-ID-123-xyz", "200 OK", &answer(group, name, error)).await;
        assert_eq!(state, expected, "{name}");
        assert_eq!(heard.line, "GET /sms/3/logs?messageId=MESSAGE-ID-123-xyz HTTP/1.1");
        assert_eq!(heard.header("authorization"), Some(&*format!("App {SECRET}")));
    }
    // The log does not have it yet.
    let (state, _) = asked(Preset::Infobip, "MESSAGE-ID-123-xyz", "200 OK", r#"{"results":[]}"#).await;
    assert_eq!(state, DeliveryState::Unknown);
}

#[tokio::test]
async fn playsms() {
    let answer = |status: u8| {
        format!(
            r#"{{"data":[{{"smslog_id":"12","src":"desk","dst":"+46701740605","msg":"x","dt":"2026-11-29 12:03:00","update":"2026-11-29 12:03:07","status":"{status}"}}],"status":"OK","error":"0","timestamp":1764417787}}"#
        )
    };
    for (status, expected) in [
        (0, DeliveryState::OnItsWay),
        (1, DeliveryState::OnItsWay),
        (2, failed("")),
        (3, DeliveryState::Delivered { at: None }),
    ] {
        let (state, heard) = asked(Preset::PlaySms, "12", "200 OK", &answer(status)).await;
        assert_eq!(state, expected, "{status}");
        assert_eq!(heard.line, "POST /index.php?app=ws HTTP/1.1");
        let expected = [("format", "json"), ("h", SECRET), ("op", "ds"), ("smslog_id", "12"), ("u", "desk")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(fields(&heard.body), expected);
    }
}

/// What a gateway calls a message is put into an address.
#[tokio::test]
async fn odd_id_is_not_asked_for() {
    let gateway = FakeGateway::answering("200 OK", "{}").await;
    for id in ["", "../../rest/me", "1?x", "å"] {
        let state = fake::delivered(&moved(Preset::GatewayApi, &gateway), id).await.unwrap();
        assert_eq!(state, DeliveryState::Unknown, "{id}");
    }
}

#[test]
fn rule_that_says_nothing_is_refused() {
    let problem = read(Preset::GatewayApi, None, None, "delivery = { url = 'https://gatewayapi.eu/x' }")
        .map(|settings| fake::built(&settings));
    assert!(matches!(problem, Ok(Some(_))), "{problem:?}");
}
