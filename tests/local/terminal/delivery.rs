//! Whether the code arrived shows while it is awaited, without a key.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::support::desk::Desk;
use crate::support::elks;
use crate::support::seat::{CTRL_C, Seat};

#[test]
fn delivery_shows_while_the_code_is_awaited() {
    let (desk, arrived) = (Desk::new(), Arc::new(AtomicBool::new(false)));
    let url = elks::start({
        let arrived = Arc::clone(&arrived);
        move || match arrived.load(Ordering::SeqCst) {
            false => r#"{"id": "s70df5", "status": "sent"}"#.to_owned(),
            true => r#"{"id": "s70df5", "status": "delivered", "delivered": "2026-05-04T12:03:07.000000"}"#.to_owned(),
        }
    });
    let sms = "sender = \"Servicedesk\"\nuser = \"desk\"\nsecret_file = \"gateway-secret\"\ntimeout_seconds = 60";
    desk.configure(&desk.url(), &format!("provider = \"46elks\"\nurl = \"{url}\"\n{sms}"));
    let config = desk.home().0.path().join("config.toml");
    let mut seat = Seat::new();
    let arguments = format!("--config {} send-code evaand01", config.display());
    seat.start_program(env!("CARGO_BIN_EXE_servicedesk"), &arguments, 80, &[("TZ", "UTC")]);
    seat.asked("Koden som läses upp").until("Koden är på väg").asked("Koden som läses upp");
    // What is typed stays.
    seat.press("12");
    arrived.store(true, Ordering::SeqCst);
    seat.until("Koden är levererad").asked("Koden som läses upp").until("12");
    let left = seat.press(CTRL_C).left();
    assert_eq!(left.exit, 130, "{}", left.screen);
    assert_eq!(left.screen.matches("Koden är levererad").count(), 1, "it is told once: {}", left.screen);
    let last = desk.trail().pop().unwrap();
    assert!(last.contains("ask_delivery"), "{last}");
}
