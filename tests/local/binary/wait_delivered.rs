//! `send-code --wait-delivered` at gateways that do not say whether a code arrived.

use std::time::{Duration, Instant};

use crate::support::desk::Desk;
use crate::support::elks::{answer, start_with};

/// What is said of a code whose gateway answers like this, and after how long.
fn waited(seconds: u16, asked: impl FnMut() -> Option<String> + Send + 'static) -> (String, Duration) {
    let desk = Desk::new();
    let sms = "sender = \"Servicedesk\"\nuser = \"desk\"\nsecret_file = \"gateway-secret\"\ntimeout_seconds = 60";
    desk.configure(&desk.url(), &format!("provider = \"46elks\"\nurl = \"{}\"\n{sms}", start_with(asked)));
    let begun = Instant::now();
    let run = desk.run(&format!("send-code evaand01 --wait-delivered={seconds} -o json"));
    assert!(run.exit == Some(7) && run.err.is_empty(), "{run:?}");
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&document["sent"], &document["delivery"]["reason"]), (&true.into(), &serde_json::Value::Null));
    assert_eq!(desk.trail().last().unwrap(), "ask_delivery partly");
    (document["delivery"]["state"].as_str().unwrap().to_owned(), begun.elapsed())
}

/// Longer than that the program waits for no answer.
const LONG: Duration = Duration::from_secs(40);

#[test]
fn silent_gateway_is_waited_for_as_long_as_asked() {
    let (state, took) = waited(1, || None);
    assert!(state == "unknown" && took < LONG, "{state}, {took:?}");
}

#[test]
fn gateway_that_does_not_let_us_ask_is_asked_once() {
    for status in ["401 Unauthorized", "403 Forbidden"] {
        let mut questions = 0;
        let (state, took) = waited(600, move || {
            questions += 1;
            assert_eq!(questions, 1);
            Some(answer(status, "No"))
        });
        assert!(state == "unknown" && took < LONG, "{state}, {took:?}");
    }
}

#[test]
fn nonsense_is_no_state() {
    for (status, body) in [
        ("200 OK", "<html>Sign in</html>"),
        ("200 OK", r#"{"status": "delivered""#),
        ("200 OK", r#"{"status": ["delivered"]}"#),
        ("404 Not Found", r#"{"status": "delivered"}"#),
        ("500 Internal Server Error", ""),
        ("302 Found", ""),
    ] {
        assert_eq!(waited(1, move || Some(answer(status, body))).0, "unknown", "{status} {body}");
    }
}

#[test]
fn gateway_that_asks_to_wait_is_not_asked_meanwhile() {
    let mut questions = 0;
    let busy = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let (state, took) = waited(3, move || {
        questions += 1;
        // Once at the beginning, and once at the end.
        assert!(questions <= 2);
        Some(busy.to_owned())
    });
    assert!(state == "unknown" && took < LONG, "{state}, {took:?}");
}

/// What it said still holds.
#[test]
fn last_state_that_was_said_is_reported() {
    let mut questions = 0;
    let (state, _) = waited(3, move || {
        questions += 1;
        (questions == 1).then(|| answer("200 OK", r#"{"id": "s70df5", "status": "sent"}"#))
    });
    assert_eq!(state, "on_its_way");
}
