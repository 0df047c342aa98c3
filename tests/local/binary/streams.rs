//! Standard streams: their contents, and streams that are closed or full.

use std::fs::File;
use std::io::pipe;
use std::path::Path;
use std::process::Command;

use crate::support::program::{Home, Run};

#[test]
fn standard_output_has_results_only() {
    let home = Home::new();
    let sent = home.run("--demo -o json send-code jesrab01");
    let document: serde_json::Value = serde_json::from_str(&sent.out).unwrap();
    assert_eq!((sent.exit, &document["sent"]), (Some(0), &true.into()));
    assert!(sent.err.contains("är din kod"), "{}", sent.err);

    let refused = home.run("--demo -o json unlock jesrab01");
    let document: serde_json::Value = serde_json::from_str(&refused.out).unwrap();
    assert_eq!((refused.exit, &document["error"]["kind"]), (Some(5), &"not_verified".into()));

    let refused = home.run("--demo unlock jesrab01");
    assert_eq!((refused.exit, refused.out.as_str()), (Some(5), ""));
    assert!(refused.err.starts_with("Fel: "), "{}", refused.err);
}

#[test]
fn exit_codes() {
    let home = Home::new();
    for (arguments, exit) in [
        ("--demo lookup jesrab01", 0),
        ("--demo unlock mmeyers", 0),
        ("--demo unlok jesrab01", 2),
        ("", 2),
        ("--config /finns/inte.toml lookup jesrab01", 2),
        ("--demo lookup finns-inte", 3),
        ("--demo unlock Karlsson", 3),
        ("--demo unlock rutros01", 4),
        ("--demo unlock perols01", 5),
    ] {
        assert_eq!(home.run(arguments).exit, Some(exit), "{arguments}");
    }
}

#[test]
fn version_and_help_are_printed() {
    let home = Home::new();
    let version = home.run("--version");
    assert_eq!(version.out, format!("servicedesk {}\n", env!("CARGO_PKG_VERSION")));
    let help = home.run("--help");
    assert!(help.out.contains("Returkod:") && help.err.is_empty(), "{help:?}");
    assert_eq!((version.exit, help.exit), (Some(0), Some(0)));
    assert_eq!(home.run("help unlock").out, home.run("unlock --help").out);
}

#[test]
fn completion_is_the_script_of_the_package() {
    let home = Home::new();
    for (shell, file) in [
        ("bash", "servicedesk.bash"),
        ("zsh", "_servicedesk"),
        ("fish", "servicedesk.fish"),
        ("powershell", "_servicedesk.ps1"),
    ] {
        for (language, folder) in [("en", "completions"), ("sv", "completions/sv")] {
            let packaged = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(file);
            // It reads no configuration.
            let script = std::fs::read_to_string(packaged).unwrap();
            for output in ["table", "json", "csv"] {
                let run =
                    home.run(&format!("--config /finns/inte.toml --lang {language} -o {output} completion {shell}"));
                assert_eq!((run.exit, run.err.as_str()), (Some(0), ""));
                assert!(run.out == script, "{shell} with -o {output} is not {folder}/{file}");
            }
        }
    }
}

#[test]
fn closed_output_is_no_crash() {
    let home = Home::new();
    let unread = |arguments: &str| {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        Run::from(home.command(arguments).stdout(writer).output().unwrap())
    };
    for (arguments, exit) in
        [("--demo lookup jesrab01", 0), ("--demo -o json lookup finns-inte", 3), ("--help", 0), ("--version", 0)]
    {
        let run = unread(arguments);
        assert_eq!(run.exit, Some(exit), "{arguments}: {run:?}");
        assert!(!run.err.contains("panicked"), "{arguments}: {run:?}");
    }
    verify(&home);
    let run = unread("--demo reset jesrab01 --generate");
    assert!(run.exit == Some(6) && run.err.contains("skulle inte kunna visas"), "{run:?}");
    assert!(home.run("--demo lookup jesrab01").out.contains("Låst efter"));
    let run = unread("--demo unlock jesrab01");
    assert!(run.exit == Some(7) && run.err.contains("ingen kan läsa resultatet"), "{run:?}");
}

/// The program with a shell's redirection of its streams.
fn redirected(home: &Home, arguments: &str, streams: &str) -> Run {
    let script = format!("\"$0\" {arguments} {streams}");
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_servicedesk")]).env_clear();
    command.env("HOME", home.0.path()).env("LANG", "sv_SE.UTF-8").output().unwrap().into()
}

#[test]
fn unlock_reports_unwritable_result() {
    let home = Home::new();
    verify(&home);
    let run = redirected(&home, "--demo unlock jesrab01", ">/dev/full");
    assert!(run.exit == Some(7) && run.err.contains("Det är gjort, men ingen"), "{run:?}");
    assert!(home.run("--demo lookup jesrab01").out.contains("Inget fel på kontot"));
    let again = redirected(&home, "--demo unlock jesrab01", ">/dev/full");
    assert!(again.exit == Some(6) && again.err.contains("disken är full. Inget är ändrat"), "{again:?}");
    // The third is how other programs start one whose output they do not want; the first cannot be told from it.
    for streams in [">&-", ">/dev/null", "1<>/dev/null"] {
        let home = Home::new();
        verify(&home);
        let run = redirected(&home, "--demo unlock jesrab01", streams);
        assert_eq!((run.exit, run.err.contains("Det är gjort")), (Some(0), false), "{streams}: {run:?}");
    }
}

#[test]
fn unwritable_results_are_reported() {
    let home = Home::new();
    for arguments in ["--demo send-code jesrab01", "--demo unlock jesrab01 ingsve01 --reason Helg --yes"] {
        let run = redirected(&home, arguments, ">/dev/full");
        assert!(run.exit == Some(7) && run.err.contains("Det är gjort, men ingen"), "{arguments}: {run:?}");
    }
    let run = redirected(&home, "--demo unlock jesrab01 ingsve01 --reason Helg --dry-run", ">/dev/full");
    assert_eq!(run.exit, Some(6), "{run:?}");
}

#[test]
fn export_to_closed_output_fails() {
    let home = Home::new();
    home.run("--demo lookup jesrab01");
    for streams in [">&-", "1</dev/null", ">/dev/full"] {
        let run = redirected(&home, "--demo audit export", streams);
        assert!(run.exit == Some(6) && run.err.contains("kunde inte skrivas ut"), "{streams}: {run:?}");
    }
    assert_eq!(redirected(&home, "--demo audit export", ">/dev/null").exit, Some(0));
}

#[test]
fn reset_with_closed_output_sets_nothing() {
    let home = Home::new();
    verify(&home);
    for streams in [">&-", "1</dev/null"] {
        let run = redirected(&home, "--demo reset jesrab01 --generate", streams);
        assert!(run.exit == Some(6) && run.err.contains("Inget är ändrat"), "{streams}: {run:?}");
        assert!(home.run("--demo lookup jesrab01").out.contains("Låst efter"), "{streams}");
        assert!(!home.run("--demo audit show").out.contains("lösenord"), "{streams}");
    }
}

#[test]
fn unwritable_line_answers_are_reported() {
    let home = Home::new();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let (reader, mut writer) = pipe().unwrap();
    std::io::Write::write_all(&mut writer, b"Gurka-Moln-73\n").unwrap();
    drop(writer);
    let mut command = home.command("check-policy --each-line");
    let run = Run::from(command.stdin(reader).stdout(full).output().unwrap());
    assert!(run.exit == Some(6) && run.err.contains("disken är full"), "{run:?}");
}

#[test]
fn json_is_escaped_and_csv_is_exact_but_for_control_characters() {
    let home = Home::new();
    let typed = "a\u{202e}\u{9b}b\u{61c}";
    let run = home.run(&format!("--demo -o json unlock {typed} c --reason Helg --dry-run"));
    assert!(run.out.contains(r"a\u202e\u009bb\u061c"), "{run:?}");
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(document["results"][0]["asked"], typed);
    let run = home.run(&format!("--demo -o csv unlock {typed} c --reason Helg --dry-run"));
    assert!(run.out.contains("a\u{202e}\\u{9b}b\u{61c}") && !run.out.contains('\u{9b}'), "{run:?}");
}

#[test]
fn hidden_characters_are_refused_unless_as_is() {
    let home = Home::new();
    verify(&home);
    for password in ["Gurka\u{a0}Moln-73", "Gurka\u{200b}-Moln-73", " Gurka-Moln-73", "Gurka-Moln-73 "] {
        let run = home.fed("check-policy --password-stdin -o json", password.as_bytes());
        assert!(run.exit == Some(5) && run.out.contains("\"invisible_characters\""), "{password:?}: {run:?}");
        let lines = home.fed("check-policy --each-line", password.as_bytes());
        assert!(lines.exit == Some(5) && lines.out.contains("\"invisible_characters\""), "{password:?}: {lines:?}");
        for as_is in ["check-policy --password-stdin --as-is", "check-policy --each-line --as-is"] {
            assert_eq!(home.fed(as_is, password.as_bytes()).exit, Some(0), "{password:?} {as_is}");
        }
        let run = home.fed("--demo reset jesrab01 --password-stdin", password.as_bytes());
        assert!(run.exit == Some(5) && run.err.contains("Osynliga tecken"), "{password:?}: {run:?}");
        assert!(home.run("--demo lookup jesrab01").out.contains("Låst efter"), "{password:?}");
    }
    let run = home.fed("--demo reset jesrab01 --password-stdin --as-is", "Gurka-Moln-73 ".as_bytes());
    assert_eq!(run.exit, Some(0), "{run:?}");
}

#[test]
fn undecodable_bytes_are_no_password() {
    let home = Home::new();
    for arguments in ["check-policy --password-stdin", "--demo reset jesrab01 --password-stdin"] {
        let run = home.fed(arguments, b"Gr\xe4s-Moln-927\n");
        assert!(run.exit == Some(2) && run.err.contains("inte text i UTF-8"), "{arguments}: {run:?}");
    }
    let run = home.fed("check-policy --each-line", b"Gr\xe4s-Moln-927\n");
    assert!(run.exit == Some(5) && run.out.contains("not_a_password"), "{run:?}");
}

/// Makes the caller of `jesrab01` a verified one.
fn verify(home: &Home) {
    let sent = home.run("--demo send-code jesrab01").err;
    let (before, _) = sent.split_once(" är din kod").unwrap();
    let code = &before[before.len() - 6..];
    let run = home.fed("--demo send-code jesrab01 --verify -", code.as_bytes());
    assert_eq!(run.exit, Some(0), "{run:?}");
}

#[test]
fn full_disk_is_reported() {
    let home = Home::new();
    let full = |arguments: &str| {
        let full = File::options().write(true).open("/dev/full").unwrap();
        Run::from(home.command(arguments).stdout(full).output().unwrap())
    };
    let run = full("--demo lookup jesrab01");
    assert!(run.exit == Some(6) && run.err.contains("kunde inte skrivas ut"), "{run:?}");
    verify(&home);
    let run = full("--demo reset jesrab01 --generate");
    assert!(run.exit == Some(6) && run.err.contains("skulle inte kunna visas"), "{run:?}");
    assert!(home.run("--demo lookup jesrab01").out.contains("Låst efter"));
}

#[test]
fn closed_standard_streams_are_handled() {
    let home = Home::new();
    for streams in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"] {
        let script = format!("\"$0\" --demo lookup jesrab01 {streams}");
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_servicedesk")]).env_clear().env("HOME", home.0.path());
        let run = Run::from(command.output().unwrap());
        assert!(run.exit == Some(0) && !run.err.contains("panicked"), "{streams}: {run:?}");
    }
    // A list without accounts is done at once, but where there is none a pipeline is broken.
    for (arguments, exit) in [
        ("check-policy --password-stdin <&-", 2),
        ("--demo unlock --from - --yes --reason Lunch <&-", 2),
        ("--demo unlock --from - --yes --reason Lunch </dev/null", 2),
        ("--demo unlock --from - --yes --reason Lunch <<<''", 0),
        ("--demo unlock --from - --yes --reason Lunch < <(true)", 0),
    ] {
        let script = format!("\"$0\" {arguments}");
        let mut command = Command::new("/bin/bash");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_servicedesk")]).env_clear().env("HOME", home.0.path());
        let run = Run::from(command.output().unwrap());
        assert_eq!(run.exit, Some(exit), "{arguments}: {run:?}");
    }
}

#[test]
fn password_may_end_with_any_line_ending() {
    let home = Home::new();
    for line in
        ["Gurka-Moln-73", "Gurka-Moln-73\n", "Gurka-Moln-73\r\n", "\u{feff}Gurka-Moln-73\r\n", "Gurka-Moln-73\r\n\r\n"]
    {
        let run = home.fed("check-policy --password-stdin", line.as_bytes());
        assert_eq!(run.exit, Some(0), "{line:?}: {run:?}");
        assert!(!run.out.contains("Gurka") && !run.err.contains("Gurka"), "{run:?}");
    }
    // A blank at the end belongs to it, where it is meant.
    let exactly = |text: &str| home.fed("-o json check-policy --password-stdin --as-is", text.as_bytes()).out;
    for short in ["Gurka-7\n", "Gurka-7\r\n", "\u{feff}Gurka-7\n"] {
        assert!(exactly(short).contains("\"acceptable\":false"), "{short:?}");
    }
    assert!(exactly("Gurka-7 \n").contains("\"acceptable\":true"));
}

#[test]
fn more_lines_than_expected_are_refused() {
    let home = Home::new();
    let one = "Gurka-Moln-73\nTegel-Kvast-81\n";
    for (command, input) in [
        ("check-policy --password-stdin", one),
        ("--demo reset jesrab01 --password-stdin", one),
        ("--demo reset jesrab01 --code - --password-stdin", "123456\nGurka-Moln-73\r\n\r\nTegel-Kvast-81"),
        ("--demo unlock jesrab01 --code -", "123456\n654321\n"),
        ("--demo send-code jesrab01 --verify -", "123456\n654321\n"),
    ] {
        let run = home.fed(command, input.as_bytes());
        assert!(run.exit == Some(2) && run.err.contains("fler rader än väntat"), "{command}: {run:?}");
    }
}

#[test]
fn missing_password_on_standard_input_is_reported() {
    let home = Home::new();
    let long = vec![b'x'; 100 * 1024];
    for input in [b"".as_slice(), b"\n", b"\r\n", b"\xff\xfe\n", b"\0\n", &long] {
        let run = home.fed("check-policy --password-stdin", input);
        assert!(run.exit == Some(2) && run.out.is_empty(), "{run:?}");
    }
}

#[test]
fn errors_show_no_stack() {
    let home = Home::new();
    for arguments in ["--demo lookup finns-inte", "--config /finns/inte.toml lookup a", "--demo unlock perols01 -v"] {
        let run: Run = home.command(arguments).env("RUST_BACKTRACE", "full").output().unwrap().into();
        assert!(!run.err.contains("stack backtrace") && !run.err.contains(".rs:"), "{run:?}");
    }
}

/// An export is not begun where it cannot be kept, and the cause is the real one.
#[test]
fn export_to_full_disk_says_so() {
    let home = Home::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = Run::from(home.command("--demo audit export").stdout(full).output().unwrap());
    assert!(run.exit == Some(6) && run.err.contains("disken är full"), "{run:?}");
}
