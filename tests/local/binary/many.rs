//! Runs over many accounts under bad conditions: a line that is cut anywhere, another run over the same
//! accounts, a run that is killed. Whatever is said of an account must be so.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;

use crate::support::desk::Desk;
use crate::support::program::Run;

const ACCOUNTS: usize = 40;

fn names() -> impl Iterator<Item = String> {
    (0..ACCOUNTS).map(|number| format!("cutoff{number:02}"))
}

fn lock_all(desk: &Desk) {
    names().for_each(|account| desk.lock(&account));
}

fn arguments() -> String {
    format!("unlock {} --reason Helg --yes --accept-risk -o json", names().collect::<Vec<_>>().join(" "))
}

/// Those that the run says have this outcome.
fn told(run: &Run, outcome: &str) -> Vec<String> {
    let document: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    let rows = document["results"].as_array().into_iter().flatten();
    let rows = rows.filter(|row| row["outcome"] == outcome);
    rows.map(|row| row["account"].as_str().unwrap().to_owned()).collect()
}

/// A line to a server.
struct Line {
    url: String,
    connections: Arc<AtomicUsize>,
    /// What the first connection still carries.
    left: Arc<AtomicUsize>,
}

/// The first connection is cut after so many bytes, there and back together; the next ones are whole.
fn cut_after(bytes: usize, server: &str) -> Line {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("ldaps://{}", listener.local_addr().unwrap());
    let server = server.trim_start_matches("ldaps://").to_owned();
    let line = Line { url, connections: Arc::default(), left: Arc::new(AtomicUsize::new(bytes)) };
    let (count, mut left) = (Arc::clone(&line.connections), Arc::clone(&line.left));
    thread::spawn(move || {
        for client in listener.incoming() {
            count.fetch_add(1, Ordering::SeqCst);
            let (client, server) = (client.unwrap(), TcpStream::connect(&server).unwrap());
            let there = std::mem::replace(&mut left, Arc::new(AtomicUsize::new(usize::MAX)));
            let (from, to, back) = (server.try_clone().unwrap(), client.try_clone().unwrap(), Arc::clone(&there));
            thread::spawn(move || carry(client, server, &there));
            thread::spawn(move || carry(from, to, &back));
        }
    });
    line
}

fn carry(mut from: TcpStream, mut to: TcpStream, left: &AtomicUsize) {
    let mut buffer = [0; 4096];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        let take = |left: usize| Some(left.saturating_sub(read));
        let passes = read.min(left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, take).unwrap());
        if to.write_all(&buffer[..passes]).is_err() || passes < read {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}

/// After parts of what a whole run takes: in the twentieths from the 13th on it changes accounts and reads them back.
/// Opening a connection again takes time, so all at once.
#[test]
fn connection_cut_at_any_point_is_recovered() {
    let whole = bytes_of_a_run();
    let exits: Vec<_> = thread::scope(|scope| {
        let cuts = [0, 2, 8, 13, 14, 15, 16, 17, 18, 19];
        let cuts = cuts.map(|twentieths| scope.spawn(move || cut_once(whole * twentieths / 20)));
        cuts.into_iter().map(|cut| cut.join().unwrap()).collect()
    });
    // One that is cut while it connects is tried again.
    assert!(exits.contains(&0), "all were cut before anything was changed: {exits:?}");
}

fn bytes_of_a_run() -> usize {
    let desk = Desk::new();
    lock_all(&desk);
    let line = cut_after(usize::MAX, &desk.url());
    desk.reach(&line.url);
    assert_eq!(desk.run(&arguments()).exit, Some(0));
    usize::MAX - line.left.load(Ordering::SeqCst)
}

fn cut_once(bytes: usize) -> i32 {
    let desk = Desk::new();
    lock_all(&desk);
    let line = cut_after(bytes, &desk.url());
    desk.reach(&line.url);
    let run = desk.run(&arguments());
    let locked = names().filter(|account| desk.is_locked_out(account)).count();
    match run.exit {
        // It was cut before anything was changed.
        Some(6) => assert_eq!(locked, ACCOUNTS, "after {bytes}: {run:?}"),
        Some(0) => {
            assert_eq!((told(&run, "unlocked").len(), locked), (ACCOUNTS, 0), "after {bytes}: {run:?}");
            assert_eq!(line.connections.load(Ordering::SeqCst), 2, "after {bytes}: it was not cut");
        }
        _ => panic!("after {bytes}: {run:?}"),
    }
    assert_eq!(desk.run("audit verify").exit, Some(0));
    run.exit.unwrap()
}

/// Each account is unlocked by one of them, or by both at the same time, and none is left.
#[test]
fn parallel_bulk_runs_share_work() {
    let desk = Desk::new();
    lock_all(&desk);
    let mut runs = [desk.start(&arguments(), ""), desk.start(&arguments(), "")];
    let runs = runs.each_mut().map(|running| running.ended());
    for run in &runs {
        assert_eq!(run.exit, Some(0), "{run:?}");
        assert_eq!(told(run, "unlocked").len() + told(run, "not_locked").len(), ACCOUNTS, "{run:?}");
    }
    assert!(names().all(|account| !desk.is_locked_out(&account)));
    assert!(names().all(|account| runs.iter().any(|run| told(run, "unlocked").contains(&account))));
    let (intents, ends): (Vec<_>, Vec<_>) = desk.trail().into_iter().partition(|record| record == "unlock intent");
    assert_eq!(intents.len(), ends.len(), "{ends:?}");
    assert_eq!(desk.run("audit verify").exit, Some(0));
}

/// Killed during a change. The next run finishes the rest and reports the open record.
#[test]
fn killed_bulk_run_can_be_repeated() {
    let desk = Desk::new();
    lock_all(&desk);
    desk.gate.close();
    let mut running = desk.start(&format!("{} --concurrency 1", arguments()), "");
    desk.gate.reached();
    running.0.kill().unwrap();
    assert_eq!(running.ended().exit, None);
    desk.gate.open();
    let again = desk.run(&arguments());
    assert_eq!(again.exit, Some(0), "{again:?}");
    assert_eq!(told(&again, "unlocked").len() + told(&again, "not_locked").len(), ACCOUNTS, "{again:?}");
    assert!(names().all(|account| !desk.is_locked_out(&account)));
    assert_eq!(desk.run("audit verify").exit, Some(0));
}
