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
    // As the service has answered; the document shows the same in a list, with other spaces.
    let alone = |status: &str, error: &str| {
        format!(
            r#"{{"anonymized": null, "callback_url": null, "class": "standard", "destaddr": "MOBILE", "encoding": "UTF8", "id": 1776420005, "label": null, "message": "\"dsnstatus\": \"DELIVERED\" 130985", "payload": null, "priority": "NORMAL", "recipients": [{{"country": "SE", "csms": 1, "dsnerror": {error}, "dsnerrorcode": null, "dsnstatus": "{status}", "dsntime": 1498040069.0, "mcc": null, "mnc": null, "msisdn": 46701740605, "senttime": 1627975833.0, "tagvalues": null}}], "sender": "Demo", "sendtime": null, "tags": null, "udh": null, "userref": null, "validity_period": 180}}"#
        )
    };
    let in_a_list = |status: &str, error: &str| format!("[\n    {}\n]", alone(status, error).replace("\": ", "\":"));
    for (status, error, expected) in [
        ("UNKNOWN", "null", DeliveryState::OnItsWay),
        ("SCHEDULED", "null", DeliveryState::OnItsWay),
        ("BUFFERED", "null", DeliveryState::OnItsWay),
        ("ENROUTE", "null", DeliveryState::OnItsWay),
        ("ACCEPTED", "null", DeliveryState::OnItsWay),
        ("DELIVERED", "null", at("2017-06-21T10:14:29Z")),
        ("UNDELIVERABLE", "\"Unknown subscriber\"", failed("Unknown subscriber")),
        ("REJECTED", "null", failed("REJECTED")),
        ("SKIPPED", "null", failed("SKIPPED")),
        ("DELETED", "null", failed("DELETED")),
        ("EXPIRED", "null", failed("EXPIRED")),
        ("SOMETHING", "null", DeliveryState::Unknown),
    ] {
        for answer in [alone(status, error), in_a_list(status, error)] {
            let (state, heard) = asked(Preset::GatewayApi, "1776420005", "200 OK", &answer).await;
            assert_eq!(state, expected, "{answer}");
            assert_eq!((heard.line.as_str(), heard.body.as_str()), ("GET /rest/mtsms/1776420005 HTTP/1.1", ""));
            assert_eq!(heard.header("authorization"), Some(&*format!("Token {SECRET}")));
        }
    }
    // Not yet transferred to where it is looked for.
    let none = asked(Preset::GatewayApi, "1776420005", "404 Not Found", r#"{"message":"Not found"}"#).await.0;
    assert_eq!(none, DeliveryState::Unknown);
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
        (answer("Queued", 400, ""), DeliveryState::OnItsWay),
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
    let answer = |group: u8, group_name: &str, id: u16, name: &str, error: &str| {
        format!(
            r#"{{"results":[{{"bulkId":"BULK-ID-123-xyz","platform":{{"applicationId":"applicationId","entityId":"entityId"}},"messageId":"MESSAGE-ID-123-xyz","destination":"46701740605","sentAt":"2020-06-08T08:31:17.370+0000","doneAt":"2020-06-08T08:31:17.611+0000","smsCount":1,"price":{{"pricePerMessage":0.01,"currency":"EUR"}},"status":{{"groupId":{group},"groupName":"{group_name}","id":{id},"name":"{name}","description":"x"}},"error":{{"groupId":0,"groupName":"OK","id":0,"name":"NO_ERROR","description":"{error}","permanent":true}}}}]}}"#
        )
    };
    for (group, group_name, id, name, error, expected) in [
        (1, "PENDING", 26, "PENDING_ACCEPTED", "No error", DeliveryState::OnItsWay),
        (1, "PENDING", 3, "PENDING_WAITING_DELIVERY", "No error", DeliveryState::OnItsWay),
        (3, "DELIVERED", 2, "DELIVERED_TO_OPERATOR", "No error", DeliveryState::OnItsWay),
        (3, "DELIVERED", 5, "DELIVERED_TO_HANDSET", "No error", at("2020-06-08T08:31:17.611Z")),
        (2, "UNDELIVERABLE", 9, "UNDELIVERABLE_NOT_DELIVERED", "Absent Subscriber", failed("Absent Subscriber")),
        (4, "EXPIRED", 15, "EXPIRED_EXPIRED", "Expired", failed("Expired")),
        (5, "REJECTED", 12, "REJECTED_NOT_ENOUGH_CREDITS", "No credits", failed("No credits")),
    ] {
        let answer = answer(group, group_name, id, name, error);
        let (state, heard) = asked(Preset::Infobip, "MESSAGE-ID-123-xyz", "200 OK", &answer).await;
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
    // Since PHP 8.1 a number in the database is one in the answer.
    let answer = |status: &str| {
        format!(
            r#"{{"data":[{{"smslog_id":"12","src":"desk","dst":"+46701740605","msg":"x","dt":"2026-11-29 12:03:00","update":"2026-11-29 12:03:07","status":{status}}}],"error_string":null,"timestamp":1764417787}}"#
        )
    };
    let none =
        r#"{"status":"ERR","error":"400","error_string":"no delivery status available","timestamp":1764417787}"#.into();
    for (answer, expected) in [
        (answer("\"0\""), DeliveryState::OnItsWay),
        (answer("\"1\""), DeliveryState::OnItsWay),
        (answer("1"), DeliveryState::OnItsWay),
        (answer("\"2\""), failed("")),
        (answer("\"3\""), DeliveryState::Delivered { at: None }),
        (answer("3"), DeliveryState::Delivered { at: None }),
        (none, DeliveryState::Unknown),
    ] {
        let (state, heard) = asked(Preset::PlaySms, "12", "200 OK", &answer).await;
        assert_eq!(state, expected, "{answer}");
        assert_eq!(heard.line, "POST /index.php?app=ws HTTP/1.1");
        let expected = [("format", "json"), ("h", SECRET), ("op", "ds"), ("smslog_id", "12"), ("u", "desk")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(fields(&heard.body), expected);
    }
}

#[tokio::test]
async fn smseagle() {
    let answer = |status: &str, delivered: &str| {
        format!(
            r#"[{{"id": 654, "number": "+46701740605", "text": "Hello there", "text_binary": "00", "attachments": null, "udh": null, "smsc": "+46700000000", "class": 255, "encoding": "unicode", "folder_id": 3, "validity": "max", "sender_name": "remote", "modem_no": 1, "status": "{status}", "error_code": null, "update_date": "2025-06-22T18:05:43+02:00", "insert_date": "2025-06-22T18:04:16+02:00", "sending_date": "2025-06-22T18:04:21+02:00", "delivery_date": {delivered}}}]"#
        )
    };
    for (status, delivered, expected) in [
        ("reserved", "null", DeliveryState::OnItsWay),
        ("sending_ok", "null", DeliveryState::OnItsWay),
        ("sending_ok_no_report", "null", DeliveryState::OnItsWay),
        ("delivery_pending", "null", DeliveryState::OnItsWay),
        ("delivery_unknown", "null", DeliveryState::Unknown),
        ("delivery_ok", "\"2025-06-22T18:05:42+02:00\"", at("2025-06-22T16:05:42Z")),
        ("delivery_failed", "null", failed("delivery_failed")),
        ("sending_error", "null", failed("sending_error")),
        ("error", "null", failed("error")),
    ] {
        let (state, heard) = asked(Preset::SmsEagle, "654", "200 OK", &answer(status, delivered)).await;
        assert_eq!(state, expected, "{status}");
        assert_eq!(heard.line, "GET /index.php/api/v2/messages/sent?id_from=654&id_to=654 HTTP/1.1");
        assert_eq!(heard.header("access-token"), Some(SECRET));
    }
    // It is in the outbox.
    let none = asked(Preset::SmsEagle, "654", "404 Not Found", r#"{"message":"Resource(s) not found"}"#).await.0;
    assert_eq!(none, DeliveryState::Unknown);
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
