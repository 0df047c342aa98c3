//! `--quiet`: results and errors, and nothing else.

use super::fixture::TestDesk;
use super::fixture::people::{bo, eva, eva_with_a_past};

fn said(transcript: &str) -> Vec<&str> {
    transcript.lines().filter_map(|line| line.strip_prefix("err ")).collect()
}

#[test]
fn quiet_commands_say_nothing_but_their_result() {
    let mut desk = TestDesk::configured().with(eva_with_a_past()).with(bo());
    desk.set("protected.operators", "false").set("verification.allow_identified_by", "true");
    for command in [
        "lookup evaand01",
        "lookup --locked",
        "send-code evaand01",
        "unlock evaand01 --code {code}",
        "reset evaand01 --generate --identified-by x",
        "reset boberg01 --generate --identified-by x",
        "unlock evaand01 boberg01 --reason x --yes",
        "unlock --all-locked --reason x --dry-run",
        "check-policy --show",
        "audit show",
        "audit verify",
        "audit export",
        "audit resolve",
        "whoami",
    ] {
        for form in ["table", "json", "csv"] {
            // A new code is not sent at once.
            desk.wait(120);
            let transcript = desk.run(&format!("{command} -q -o {form}"));
            assert_eq!(said(&transcript), [""; 0], "{command} -o {form}");
            assert!(transcript.ends_with("exit 0"), "{command} -o {form}: {transcript}");
        }
    }
    // Without -q, this says how it read the list.
    desk.write_private("list.txt", "evaand01\nboberg01\n");
    let list = desk.path("list.txt").to_str().unwrap().to_owned();
    let unlock = format!("unlock --from {list} --reason x --yes");
    assert_eq!(said(&desk.run(&unlock)).len(), 1);
    assert_eq!(said(&desk.run(&format!("{unlock} -q"))), [""; 0]);
}

#[test]
fn quiet_errors_are_the_error_and_what_to_do() {
    let mut desk = TestDesk::configured().with(eva()).with(bo());
    for command in
        ["lookup nobody99", "unlock evaand01", "unlock evaand01 boberg01", "unlock evaand01 boberg01 --reason x"]
    {
        let transcript = desk.run(&format!("{command} -q"));
        let said = said(&transcript);
        assert!(said.len() == 2 && said[0].starts_with("Fel: ") && said[1].starts_with("Gör så här: "), "{transcript}");
        assert!(!transcript.ends_with("exit 0"), "{transcript}");
    }
}
