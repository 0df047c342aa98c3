//! Measures the passwords per second of `check-policy --each-line` with the municipality's rules and banned words, from
//! a file to a pipe.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::Options;
use crate::measure::{median, servicedesk};
use crate::table::{Goal, Table};

const LINES: usize = 1_000_000;

pub fn run(table: &mut Table, options: Options) {
    let list = list();
    let times: Vec<Duration> = (0..options.rounds(3, 9)).map(|_| judge(&list)).collect();
    table.section("Rules of a password, line by line");
    let rate = LINES as f64 / median(times).as_secs_f64();
    table.number("check-policy --each-line, a million lines", rate, "a second", Goal::None);
    fs::remove_file(list).unwrap();
}

/// The whole process, from its start to its last line.
fn judge(list: &PathBuf) -> Duration {
    let start = Instant::now();
    let mut program = servicedesk()
        .args(["--demo", "--quiet", "check-policy", "--each-line"])
        .stdin(File::open(list).unwrap())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let answers = BufReader::new(program.stdout.take().unwrap()).split(b'\n').count();
    assert_eq!(program.wait().unwrap().code(), Some(5), "some of them break a rule");
    let time = start.elapsed();
    assert_eq!(answers, LINES);
    time
}

/// Human-like passwords, no two alike in a row: good ones, short ones, common words with a year.
fn list() -> PathBuf {
    let words = ["Sommar", "kvast", "Mjölby", "Tunna", "lösenord", "Grind", "Välkommen", "hockey", "Tegel", "xkqzwv"];
    let mut text = String::new();
    let mut state = 7_u64;
    for _ in 0..LINES {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = |shift: u32| words[usize::try_from((state >> shift) % 10).unwrap()];
        let number = (state >> 40) % 3000;
        match (state >> 60) % 4 {
            0 => writeln!(text, "{}{number}", pick(33)),
            1 => writeln!(text, "{}-{}-{number}", pick(33), pick(37)),
            2 => writeln!(text, "{}{}!", pick(33), number % 100),
            _ => writeln!(text, "{:x}{}", state >> 24, pick(33)),
        }
        .unwrap();
    }
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("each_line.txt");
    fs::write(&path, text).unwrap();
    path
}
