//! The audit trail sent to a log server.

use insta::assert_snapshot;

use super::fixture::TestDesk;
use super::fixture::people::eva;

#[test]
fn records_are_forwarded_when_log_server_returns() {
    let mut desk = TestDesk::configured().with(eva());
    // No server listens on this port.
    desk.set("audit.syslog", "\"tcp://127.0.0.1:1\"");
    assert_snapshot!(desk.run("unlock evaand01"), @r"
    err Fel: Den som ringer om evaand01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code evaand01. Ange sedan den som läses upp med --code.
    err Obs: Loggservern tcp://127.0.0.1:1 tar inte emot posterna: den tar inte emot anslutningar. Posterna är sparade här och skickas nästa gång.
    log 1 unlock evaand01: refused (not_verified)
    exit 5
    ");

    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    desk.set("audit.syslog", &format!("\"tcp://{}\"", listener.local_addr().unwrap()));
    let taken = std::thread::spawn(move || {
        // One connection after another, until the last record has come.
        let mut text = String::new();
        while !text.contains("number=\"4\"") {
            std::io::Read::read_to_string(&mut listener.accept().unwrap().0, &mut text).unwrap();
        }
        text
    });
    assert_snapshot!(desk.run("unlock evaand01 --ticket INC-7"), @"
    err Fel: Den som ringer om evaand01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code evaand01. Ange sedan den som läses upp med --code.
    log 2 unlock evaand01: refused (not_verified), ticket INC-7
    exit 5
    ");
    let text = taken.join().unwrap();
    for number in 1..=4 {
        assert_eq!(text.matches(&format!(" number=\"{number}\"")).count(), 1, "{text}");
    }
    assert!(
        text.contains("ticket=\"INC-7\"") && text.contains("unlock evaand01 by CONTOSO\\operator: refused"),
        "{text}"
    );
}

#[test]
fn log_address_is_checked() {
    let mut desk = TestDesk::configured();
    desk.set("audit.syslog", "\"https://log.example.se\"");
    assert_snapshot!(desk.run("audit show"), @"
    err Fel: …/config.toml:2: audit.syslog är en text (”https://log.example.se”); det ska vara true, false, local, journald, eller udp://, tcp:// eller tls://värd[:port].
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}
