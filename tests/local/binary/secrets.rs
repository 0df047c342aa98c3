//! No password is left anywhere: not on the program's streams, not in the files it keeps.

use std::fs;
use std::io::{Read, Write};
#[cfg(target_os = "linux")]
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Stdio;

use crate::support::desk::Desk;
use crate::support::program::{Home, Run, Running};

/// Every secret of these tests.
const TYPED: [&str; 4] = ["Tunna-Grind-81", "Sommar2026", "Eva-Tunna-81", "Kvarn-å-Bäck-5"];

/// The operator's own, in the practice directory.
const OPERATORS: &str = "Practice-makes-42";

#[test]
fn secrets_are_on_no_stream_and_in_no_file() {
    let desk = Desk::new();
    let code = desk.code();
    let mut runs = vec![desk.run(&format!("send-code evaand01 --verify {code}"))];
    for password in TYPED {
        for arguments in [
            "check-policy --password-stdin",
            "check-policy evaand01 --password-stdin -v",
            "check-policy evaand01 --password-stdin -o json",
            "check-policy evaand01 --password-stdin -o csv",
            "check-policy --each-line",
            "reset evaand01 --password-stdin -v",
            "reset evaand01 --password-stdin -v -o json",
            "--server ldaps://127.0.0.1:1 reset evaand01 --password-stdin -v",
        ] {
            runs.push(desk.start(arguments, password).ended());
        }
    }
    assert!(desk.has_password(TYPED[0]), "one of them was set");
    runs.push(desk.run("reset evaand01 --generate --deliver sms -v"));
    let made = desk.newest_letter();
    let made = made.lines().last().unwrap();
    assert!(desk.has_password(made), "and then the one that the phone shows");
    runs.push(desk.run("audit show"));
    runs.push(desk.run("audit show -o json"));

    let secrets: Vec<&str> = TYPED.into_iter().chain([made, OPERATORS]).collect();
    for run in &runs {
        let Run { out, err, .. } = run;
        // A part that common words were found in is named; the whole never is.
        assert!(secrets.iter().all(|secret| !out.contains(secret) && !err.contains(secret)), "{run:?}");
    }
    let files = desk.files_kept();
    assert!(files.iter().any(|file| file.ends_with("state.db")), "{files:?}");
    for file in files {
        assert_eq!(found(&file, &secrets), None, "{}", file.display());
    }
}

/// Neither on disk nor by a core collector.
#[cfg(target_os = "linux")]
#[test]
fn crash_leaves_no_core() {
    let mut starter = vec!["sh", "-c", "ulimit -c 4096 2>/dev/null; exec \"$0\" \"$@\""];
    // The files of an undumpable process in /proc belong to root.
    if fs::metadata("/proc/self").unwrap().uid() == 0 {
        starter.extend(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]);
    }
    let starter: Vec<String> = starter.into_iter().map(str::to_owned).collect();
    let home = Home::new();
    let mut command = home.command_under(&starter, "check-policy --each-line");
    command.env("PATH", std::env::var("PATH").unwrap_or_default());
    let mut running = Running(command.stdin(Stdio::piped()).spawn().unwrap());
    running.0.stdin.as_mut().unwrap().write_all(b"Tunna-Grind-81\n").unwrap();
    let mut answer = [0];
    running.0.stdout.as_mut().unwrap().read_exact(&mut answer).unwrap();
    let path = format!("/proc/{}/limits", running.0.id());
    assert_eq!(fs::metadata(&path).unwrap().uid(), 0);
    let limits = fs::read_to_string(path).unwrap();
    let line = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(line.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
}

/// Which of them stands in the file, in the bytes of a text file or of Windows.
fn found<'a>(file: &Path, secrets: &[&'a str]) -> Option<&'a str> {
    let bytes = fs::read(file).unwrap();
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    secrets.iter().copied().find(|secret| holds(secret.as_bytes()) || holds(&utf16(secret)))
}
