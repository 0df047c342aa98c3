//! Free text of the operator: empty text is refused first, and no text can forge a record.

use std::fs;

use crate::support::desk::Desk;

/// An option, and a command that takes it.
const OPTIONS: [(&str, &str); 4] = [
    ("--identified-by", "unlock evaand01"),
    ("--reason", "unlock evaand01 boberg01 --yes"),
    ("--ticket", "send-code evaand01"),
    ("--ticket", "lookup evaand01"),
];

#[test]
fn unusable_text_is_refused_first() {
    let desk = Desk::new();
    desk.limit("allow_identified_by = true");
    let long = "å".repeat(1001);
    for (option, command) in OPTIONS {
        for (text, said) in [("-", "minst en bokstav"), ("…", "minst en bokstav"), (long.as_str(), "högst 1000 tecken")]
        {
            let run = desk.run(&format!("{command} {option}={text} -o json"));
            let error = &serde_json::from_str::<serde_json::Value>(&run.out).unwrap()["error"];
            assert!(run.exit == Some(2) && error["kind"] == "usage", "{option}={text}: {run:?}");
            assert!(error["message"].as_str().unwrap().contains(said), "{error}");
        }
    }
    for (option, command) in OPTIONS {
        for text in ["a\nb", "\u{1b}[31ma", "a\u{9b}b"] {
            let mut run = desk.home().command(&format!("{command} {option}"));
            let out = String::from_utf8(run.args([text, "-o", "json"]).output().unwrap().stdout).unwrap();
            assert!(out.contains("får inte ha radbrytningar") && out.contains("\"exit_code\":2"), "{option}: {out}");
        }
    }
    let untouched = !desk.home().0.path().join("state").exists() && !desk.home().0.path().join("outbox").exists();
    assert!(untouched && desk.is_locked());
    let most = "å".repeat(1000);
    assert_eq!(desk.run(&format!("unlock evaand01 --identified-by={most}")).exit, Some(0));
    assert!(desk.records().iter().any(|record| record["identified_by"] == most.as_str()));
}

/// Line separators, bidi, a formula, JSON and structured data: all of it is one text in one record.
#[test]
fn text_cannot_forge_record() {
    const FORGED: &str = "x\u{2028}9 anna unlock\u{202e}\u{2029}\",\"step\":\"done\"}] =1+1";
    let desk = Desk::new();
    desk.limit("allow_identified_by = true");
    let mut command = desk.home().command(&format!("--config {}", desk.home().0.path().join("config.toml").display()));
    command.args(["unlock", "evaand01", "--identified-by", FORGED, "--ticket", FORGED]);
    assert_eq!(command.output().unwrap().status.code(), Some(0));
    let records = desk.records();
    assert!(records.iter().filter(|record| record["ticket"] == FORGED).count() >= 2);
    let shown = desk.run("audit show --all");
    assert!(!shown.out.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{shown:?}");
    assert_eq!(shown.out.lines().count(), 1 + records.len(), "{shown:?}");
    let jsonl = desk.run("audit export --format jsonl");
    assert_eq!(jsonl.out.lines().count(), records.len(), "{jsonl:?}");
    assert!(jsonl.out.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{jsonl:?}");
    let export = desk.run("audit export --format csv");
    let mut reader = csv::Reader::from_reader(export.out.as_bytes());
    assert_eq!(reader.records().map(Result::unwrap).count(), records.len(), "{export:?}");
    assert_eq!(desk.run("audit verify").exit, Some(0));
    assert!(fs::read_dir(desk.home().0.path().join("state")).unwrap().count() > 1);
}
