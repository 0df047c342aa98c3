//! Times look-ups in a domain of 100,000 accounts on a real domain controller: whole processes, from start to end.
//! `cargo bench --bench large`, as root: it makes the domain if it does not run, which takes minutes once.
#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod lab;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use lab::{Lab, median};

const ROUNDS: usize = 11;

/// What is looked up, and how long that may take.
const QUERIES: &[(&str, &[&str], &str)] = &[
    ("a user name", &["lookup", "annkar01"], "-"),
    ("a mail address", &["lookup", "annkar01@contoso.example"], "-"),
    ("a surname with 20 hits", &["lookup", "Blixtberg"], "0.3 s"),
    ("a surname with 1,500 hits", &["lookup", "Karlsson"], "1.0 s"),
    ("a name with many hits", &["lookup", "Anna Karlsson"], "-"),
    ("a part of a name", &["lookup", "Blixtb"], "-"),
    ("a name as heard", &["lookup", "Anna Blixberg"], "-"),
    ("a name as heard, 1,500 hits", &["lookup", "Karlson"], "-"),
    ("a user name with one slip", &["lookup", "annkaro1"], "-"),
    ("a number", &["lookup", "070-010 47 29"], "-"),
    ("the last digits of a number", &["lookup", "4729"], "-"),
    ("20,000 locked accounts", &["lookup", "--locked"], "-"),
];

fn main() {
    let made = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/large_domain"))
        .env("LAB_ROOT", lab::folder())
        .status()
        .unwrap();
    assert!(made.success(), "benches/large_domain: {made}");
    let (lab, folder) = (Lab::of("large"), tempfile::tempdir().unwrap());
    println!("100,000 accounts, {ROUNDS} rounds:");
    println!("{:<34} {:>9} {:>9}   wanted", "", "median", "slowest");
    for (what, arguments, wanted) in QUERIES {
        let mut command = lab.servicedesk(&lab.ldaps_url, folder.path());
        command.args(["-o", "json"]).args(*arguments);
        let times: Vec<Duration> = (0..ROUNDS).map(|_| time(&mut command)).collect();
        let slowest = times.iter().max().copied().unwrap();
        println!("{what:<34} {:>9.2?} {slowest:>9.2?}   {wanted}", median(times));
    }
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let output = command.stdin(Stdio::null()).output().unwrap();
    let time = start.elapsed();
    // Several matches may be an error of its own; a directory that fails is not timed.
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code().is_some_and(|code| code <= 3), "{command:?}: {errors}");
    time
}
