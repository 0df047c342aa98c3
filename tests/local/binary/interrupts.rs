//! Ctrl-C while the program waits for others, and secrets while it runs.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::support::desk::Desk;
use crate::support::program::{PATIENCE, Running};

/// The next connection, which must not be waited for in vain.
fn accepted(listener: &TcpListener) -> TcpStream {
    let patience = Timespec::try_from(PATIENCE).unwrap();
    let came = poll(&mut [PollFd::new(listener, PollFlags::IN)], Some(&patience)).unwrap();
    assert_eq!(came, 1, "nobody came");
    let (stream, _) = listener.accept().unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// The whole body of a request.
fn body(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    loop {
        let mut part = [0; 1024];
        let read = stream.read(&mut part).unwrap();
        assert_ne!(read, 0);
        request.extend_from_slice(&part[..read]);
        let text = String::from_utf8_lossy(&request);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let head = head.to_lowercase();
        let (_, length) = head.split_once("content-length: ").unwrap();
        if length.lines().next() == Some(&body.len().to_string()) {
            return body.to_owned();
        }
    }
}

#[test]
fn ctrl_c_ends_wait_for_silent_server() {
    let desk = Desk::new();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    desk.reach(&format!("ldaps://{}", silent.local_addr().unwrap()));
    let mut running = desk.start("unlock evaand01", "");
    let mut stream = accepted(&silent);
    stream.read_exact(&mut [0]).unwrap();
    running.interrupt();
    let run = running.ended();
    assert!(run.exit == Some(130) && run.err.starts_with("Avbrutet."), "{run:?}");
    assert!(desk.is_locked());
}

#[test]
fn ctrl_c_waits_for_unlock() {
    let desk = Desk::new();
    let code = desk.code();
    desk.gate.close();
    let mut running = desk.start("unlock evaand01 --code -", &code);
    desk.gate.reached();
    running.interrupt();
    running.until("Avslutar det som är påbörjat");
    // Once more changes nothing.
    running.interrupt();
    assert!(desk.is_locked());
    desk.gate.open();
    let run = running.ended();
    assert!(run.exit == Some(0) && run.out.contains("Upplåst"), "{run:?}");
    assert!(!desk.is_locked());
    assert_eq!(desk.trail()[4..], ["unlock intent", "unlock done"]);
}

/// Three of them, one at a time; the first has reached the directory and waits there.
fn unlocking_three(desk: &Desk) -> Running {
    ["boberg01", "carcar01"].into_iter().for_each(|account| desk.lock(account));
    desk.gate.close();
    let running = desk.start("unlock evaand01 boberg01 carcar01 --reason Helg --yes --concurrency 1", "");
    desk.gate.reached();
    running
}

#[test]
fn ctrl_c_stops_bulk_unlock_between_accounts() {
    let desk = Desk::new();
    let mut running = unlocking_three(&desk);
    running.interrupt();
    running.until("Avslutar det som är påbörjat");
    desk.gate.open();
    let run = running.ended();
    assert!(run.exit == Some(130) && run.out.contains("resten är inte påbörjat"), "{run:?}");
    let locked = ["evaand01", "boberg01", "carcar01"].map(|account| desk.is_locked_out(account));
    assert_eq!(locked, [false, true, true]);
    assert_eq!(desk.trail(), ["unlock intent", "unlock done"], "what was not begun was not announced");
    // The next run unlocks the remaining accounts only.
    let again = desk.run("unlock evaand01 boberg01 carcar01 --reason Helg --yes");
    assert_eq!(again.exit, Some(0), "{again:?}");
    assert!(!desk.is_locked_out("boberg01") && !desk.is_locked_out("carcar01"));
    assert_eq!(desk.trail().len(), 2 + 4);
}

#[test]
fn termination_waits_for_started_change() {
    for signals in [["TERM", "TERM"], ["HUP", "HUP"], ["HUP", "TERM"]] {
        let desk = Desk::new();
        let mut running = unlocking_three(&desk);
        running.signal(signals[0]);
        running.until("Avslutar det som är påbörjat");
        // A terminal that is closed tells it twice.
        running.signal(signals[1]);
        desk.gate.open();
        let run = running.ended();
        assert!(run.exit == Some(130) && run.out.contains("resten är inte påbörjat"), "{signals:?}: {run:?}");
        let locked = ["evaand01", "boberg01", "carcar01"].map(|account| desk.is_locked_out(account));
        assert_eq!((locked, desk.trail().len()), ([false, true, true], 2), "{signals:?}");
    }
}

#[test]
fn ignored_hangup_ends_nothing() {
    let desk = Desk::new();
    ["boberg01", "carcar01"].into_iter().for_each(|account| desk.lock(account));
    desk.gate.close();
    // As nohup starts a program.
    let starter = ["/bin/sh", "-c", "trap '' HUP; exec \"$@\"", "sh"].map(str::to_owned);
    let arguments = "unlock evaand01 boberg01 carcar01 --reason Helg --yes --concurrency 1";
    let mut running = desk.start_under(&starter, arguments, "");
    desk.gate.reached();
    running.signal("HUP");
    desk.gate.open();
    let run = running.ended();
    assert_eq!(run.exit, Some(0), "{run:?}");
    assert!(!desk.is_locked_out("carcar01"));
}

#[test]
fn termination_ends_wait_for_silent_server() {
    let desk = Desk::new();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    desk.reach(&format!("ldaps://{}", silent.local_addr().unwrap()));
    let mut running = desk.start("unlock evaand01", "");
    let mut stream = accepted(&silent);
    stream.read_exact(&mut [0]).unwrap();
    running.signal("TERM");
    let run = running.ended();
    assert!(run.exit == Some(130) && run.err.starts_with("Avbrutet."), "{run:?}");
    assert!(desk.is_locked());
}

#[test]
fn second_ctrl_c_ends_bulk_unlock() {
    let desk = Desk::new();
    let mut running = unlocking_three(&desk);
    running.interrupt();
    running.until("Avslutar det som är påbörjat");
    running.interrupt();
    // The directory still has not answered.
    let run = running.ended();
    assert!(run.exit == Some(7) && run.err.contains("Avbrutet mitt i: en del konton kan vara upplåsta"), "{run:?}");
    desk.gate.open();
    assert_eq!(desk.trail(), ["unlock intent"]);
}

#[test]
fn ctrl_c_before_bulk_unlock_changes_nothing() {
    let desk = Desk::new();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    desk.reach(&format!("ldaps://{}", silent.local_addr().unwrap()));
    let mut running = desk.start("unlock evaand01 boberg01 --reason Helg --yes", "");
    let mut stream = accepted(&silent);
    stream.read_exact(&mut [0]).unwrap();
    running.interrupt();
    let run = running.ended();
    assert!(run.exit == Some(130) && run.err.starts_with("Avbrutet."), "{run:?}");
    assert!(desk.is_locked());
}

#[test]
fn ctrl_c_waits_for_code_to_be_sent() {
    let desk = Desk::new();
    let gateway = TcpListener::bind("127.0.0.1:0").unwrap();
    desk.gateway(&format!("http://{}/", gateway.local_addr().unwrap()));
    let mut running = desk.start("send-code evaand01", "");
    let mut stream = accepted(&gateway);
    assert!(body(&mut stream).contains("kod"));
    running.interrupt();
    running.until("Avslutar det som är påbörjat");
    stream.write_all(b"HTTP/1.1 202 Accepted\r\nContent-Length: 11\r\n\r\n0: Accepted").unwrap();
    let run = running.ended();
    assert!(run.exit == Some(0) && run.out.contains("En kod är skickad"), "{run:?}");
    assert_eq!(desk.trail(), ["send_code intent", "send_code done"]);
}

#[test]
fn ctrl_c_waits_for_password_to_be_sent() {
    let desk = Desk::new();
    let code = desk.code();
    let gateway = TcpListener::bind("127.0.0.1:0").unwrap();
    desk.gateway(&format!("http://{}/", gateway.local_addr().unwrap()));
    let mut running = desk.start("reset evaand01 --code - --generate --deliver sms", &code);
    let mut stream = accepted(&gateway);
    let sms = body(&mut stream);
    assert!(sms.contains("lösenord"), "{sms}");
    running.interrupt();
    running.until("Avslutar det som är påbörjat");
    stream.write_all(b"HTTP/1.1 202 Accepted\r\nContent-Length: 11\r\n\r\n0: Accepted").unwrap();
    let run = running.ended();
    assert!(run.exit == Some(0) && run.out.contains("Lösenordet är skickat"), "{run:?}");
    let password = sms.lines().last().unwrap();
    assert!(desk.has_password(password) && !run.out.contains(password) && !run.err.contains(password), "{run:?}");
    assert_eq!(desk.trail()[4..], ["reset intent", "reset done", "send_password intent", "send_password done"]);
}

/// The result is there already; what became of the message is told and recorded, too.
#[test]
fn ctrl_c_waits_for_owner_to_be_told() {
    let desk = Desk::new();
    let code = desk.code();
    let gateway = TcpListener::bind("127.0.0.1:0").unwrap();
    desk.gateway(&format!("http://{}/", gateway.local_addr().unwrap()));
    let mut running =
        desk.start("reset evaand01 --code - --password-stdin --no-must-change", &format!("{code}\nGurka-Moln-73\n"));
    let mut stream = accepted(&gateway);
    assert!(body(&mut stream).contains("byttes av servicedesk"));
    running.interrupt();
    running.until("Avslutar det som är påbörjat");
    drop(stream);
    let run = running.ended();
    assert!(run.exit == Some(0) && run.out.contains("Klart: Lösenordet har återställts"), "{run:?}");
    assert!(run.err.contains("gav inget tydligt svar: det är oklart om kontots ägare är meddelad med SMS"), "{run:?}");
    assert!(desk.has_password("Gurka-Moln-73"));
    assert_eq!(desk.trail()[4..], ["reset intent", "reset done", "tell_owner intent", "tell_owner partly"]);
}

#[test]
fn secrets_are_not_in_process_list() {
    let desk = Desk::new();
    let code = desk.code();
    desk.gate.close();
    let mut running = desk.start("reset evaand01 --code - --password-stdin", &format!("{code}\nGurka-Moln-73\n"));
    desk.gate.reached();
    let folder = format!("/proc/{}", running.0.id());
    for file in ["cmdline", "environ"] {
        let text = String::from_utf8(std::fs::read(format!("{folder}/{file}")).unwrap()).unwrap();
        assert!(!text.is_empty(), "{file}");
        for secret in [code.as_str(), "Gurka-Moln-73", "Practice-makes-42", "Gateway-hemligt-9"] {
            assert!(!text.contains(secret), "{file}: {text}");
        }
    }
    assert_eq!(threads_children(&running), "", "no process is started that could be looked at");
    desk.gate.open();
    let run = running.ended();
    assert!(run.exit == Some(0) && desk.has_password("Gurka-Moln-73"), "{run:?}");
}

fn threads_children(running: &Running) -> String {
    let id = running.0.id();
    std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default()
}
