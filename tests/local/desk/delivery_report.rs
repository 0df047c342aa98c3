//! `send-code --wait-delivered`: whether the code arrived, as the gateway says.

use insta::assert_snapshot;

use super::fixture::TestDesk;
use super::fixture::people::eva;
use crate::support::elks;

/// A desk with a 46elks that gives these states, one after another, when it is asked.
fn desk(states: &'static [&'static str]) -> TestDesk {
    let mut states = states.iter();
    let url = elks::start(move || (*states.next().unwrap()).to_owned());
    let mut desk = TestDesk::configured().with(eva());
    desk.unset("sms.outbox");
    desk.write_private("secret", "Gateway-hemligt-9");
    desk.set("sms.provider", "\"46elks\"").set("sms.url", &format!("\"{url}\""));
    desk.set("sms.sender", "\"Servicedesk\"").set("sms.user", "\"desk\"");
    desk.set("sms.secret_file", "\"secret\"").set("sms.timeout_seconds", "30");
    desk
}

const ON_ITS_WAY: &str = r#"{"id": "s70df5", "status": "sent"}"#;
const DELIVERED: &str = r#"{"id": "s70df5", "status": "delivered", "delivered": "2026-05-04T12:17:07.000000"}"#;
const FAILED: &str = r#"{"id": "s70df5", "status": "failed"}"#;

#[test]
fn delivered_code_is_reported() {
    let mut desk = desk(&[ON_ITS_WAY, ON_ITS_WAY, DELIVERED]);
    assert_snapshot!(desk.run("send-code evaand01 --wait-delivered"), @"
    out En kod är skickad till *********31. Den gäller till kl. 12.22.
    out Koden är levererad kl. 12.17.07.
    out När koden läses upp: servicedesk send-code evaand01 --verify KOD, eller direkt: servicedesk unlock evaand01 --code KOD
    log 1-2 send_code evaand01: done
    log 3 ask_delivery evaand01: done (delivered)
    exit 0
    ");
}

#[test]
fn code_that_the_network_refuses_is_reported() {
    assert_snapshot!(desk(&[ON_ITS_WAY, FAILED]).run("send-code evaand01 --wait-delivered -o json"), @r#"
    out {"schema": 1, "account": "evaand01", "sent": true, "verified": false, "manager": null,
    out  "mobile": "*********31", "message_id": "s70df5", "code_expires": "2026-05-04T12:22:00Z",
    out  "queued": false, "warnings": [], "delivery": {"state": "failed", "at": null, "reason": "failed"}}
    log 1-2 send_code evaand01: done
    log 3 ask_delivery evaand01: failed (failed)
    exit 7
    "#);
}

#[test]
fn code_that_is_still_on_its_way_is_reported() {
    let mut desk = desk(&[ON_ITS_WAY; 6]).in_english();
    assert_snapshot!(desk.run("send-code evaand01 --wait-delivered=10"), @"
    out A code is on its way to *********31. It is valid until 12:22.
    out The code is on its way to the phone.
    out When the caller reads the code back: servicedesk send-code evaand01 --verify CODE, or directly: servicedesk unlock evaand01 --code CODE
    log 1-2 send_code evaand01: done
    log 3 ask_delivery evaand01: partly (on_its_way)
    exit 7
    ");
}

/// A folder, like a Kannel, cannot be asked.
#[test]
fn gateway_that_cannot_be_asked_is_not_waited_for() {
    let mut desk = TestDesk::configured().with(eva());
    assert_snapshot!(desk.run("send-code evaand01 --wait-delivered"), @"
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    out En kod är skickad till *********31. Den gäller till kl. 12.22.
    out SMS-tjänsten säger inte om koden har kommit fram.
    out När koden läses upp: servicedesk send-code evaand01 --verify KOD, eller direkt: servicedesk unlock evaand01 --code KOD
    log 1-2 send_code evaand01: done
    log 3 ask_delivery evaand01: partly (unknown)
    exit 7
    ");
}
