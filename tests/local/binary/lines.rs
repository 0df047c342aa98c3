//! Passwords on standard input, as programs on Linux and Windows write them.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use crate::support::program::{Home, Running};

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
}

/// The answer to each line: whether it is acceptable, or the kind of error.
fn answers(out: &str) -> Vec<String> {
    let answer = |(n, line): (usize, &str)| {
        let document: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(document["line"], n + 1);
        let error = document["error"]["kind"].as_str().map(str::to_owned);
        error.unwrap_or_else(|| document["acceptable"].to_string())
    };
    out.lines().enumerate().map(answer).collect()
}

#[test]
fn password_line_is_read_in_any_form() {
    let home = Home::new();
    let text = "Gurka-Moln-73\r\n";
    for input in [
        text.into(),
        format!("\u{feff}{text}").into_bytes(),
        utf16(text, u16::to_le_bytes),
        utf16(text, u16::to_be_bytes),
        utf16("Gurka-Moln-73", u16::to_le_bytes),
    ] {
        let run = home.fed("check-policy --password-stdin", &input);
        assert_eq!(run.exit, Some(0), "{input:?}: {run:?}");
    }
}

#[test]
fn each_line_is_read_in_any_form() {
    let home = Home::new();
    let long = "x".repeat(1024 * 1024);
    let text = format!("Gurka-Moln-73\r\n\nGurka-Måln-73\n{long}\nGurka-7\0\nTegel-Kvast-81");
    let expected = ["true", "not_a_password", "false", "not_a_password", "not_a_password", "true"];
    for input in [text.clone().into_bytes(), format!("\u{feff}{text}").into(), utf16(&text, u16::to_le_bytes)] {
        let run = home.fed("check-policy --each-line", &input);
        assert_eq!((run.exit, answers(&run.out)), (Some(5), expected.map(str::to_owned).to_vec()), "{}", run.err);
    }
    let latin = home.fed("check-policy --each-line", b"Gurka-M\xe5ln-73\nTegel-Kvast-81\n");
    assert_eq!(answers(&latin.out), ["not_a_password", "true"]);
    assert_eq!(home.fed("check-policy --each-line", b"Tegel-Kvast-81\nGurka-Moln-73\n").exit, Some(0));
    assert_eq!(home.fed("check-policy --each-line", b"").exit, Some(2));
}

/// A program that writes a line and waits for its answer gets it.
#[test]
fn each_line_is_answered_at_once() {
    let home = Home::new();
    let mut running = Running(home.command("check-policy --each-line").stdin(Stdio::piped()).spawn().unwrap());
    let mut input = running.0.stdin.take().unwrap();
    let mut output = BufReader::new(running.0.stdout.take().unwrap()).lines();
    for line in ["Gurka-Moln-73\n", "kort\n"] {
        input.write_all(line.as_bytes()).unwrap();
        let answer = output.next().unwrap().unwrap();
        assert!(answer.contains("acceptable"), "{answer}");
    }
    drop(input);
    assert!(output.next().is_none());
}

/// A closed pipe is neither an error nor a panic.
#[test]
fn closed_reader_ends_run() {
    let home = Home::new();
    let command = "\"$0\" check-policy --each-line | head -n 1";
    let mut shell = std::process::Command::new("/bin/sh");
    shell.args(["-c", command, env!("CARGO_BIN_EXE_servicedesk")]).env_clear().env("HOME", home.0.path());
    shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = shell.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // More than pipes hold, so that it is still writing when its reader has gone.
    let writer = std::thread::spawn(move || {
        for _ in 0..20_000 {
            if input.write_all(b"Gurka-Moln-73\n").is_err() {
                break;
            }
        }
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(!err.contains("panicked") && !err.contains("Broken pipe"), "{err}");
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 1);
}
