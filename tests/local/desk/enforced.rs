//! What the computer's file decides, at the desk: told on standard error, in `doctor`, and held.

use std::fs;

use insta::assert_snapshot;

use super::fixture::TestDesk;
use super::fixture::people::eva;

fn desk(computer: &str) -> TestDesk {
    let desk = TestDesk::configured().with(eva());
    fs::create_dir_all(desk.path("system")).unwrap();
    fs::write(desk.path("system/config.toml"), computer).unwrap();
    desk
}

#[test]
fn environment_cannot_override_enforced_settings() {
    let mut desk = desk("[enforced]\nkeys = ['verification', 'reset.must_change']\n");
    desk.variable("SERVICEDESK_VERIFICATION_ALLOW_IDENTIFIED_BY", "true");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by 'legitimation'"), @"
    err Obs: SERVICEDESK_VERIFICATION_ALLOW_IDENTIFIED_BY: verification.allow_identified_by har ingen verkan här. Det bestäms i …/system/config.toml för alla på den här datorn.
    err Obs: …/config.toml:15: verification.notify har ingen verkan här. Det bestäms i …/system/config.toml för alla på den här datorn.
    err Fel: Att identifiera utan kod är inte tillåtet här. Inget är ändrat.
    err Gör så här: Använd en kod. (Inställningen är verification.allow_identified_by.)
    log 1 unlock evaand01: refused (identified_by_not_allowed)
    exit 5
    ");
    let run = desk.run("lookup evaand01 -o csv");
    let told =
        "err Obs: SERVICEDESK_VERIFICATION_ALLOW_IDENTIFIED_BY: verification.allow_identified_by har ingen verkan";
    assert!(run.contains(told) && run.contains("\nout asked,") && run.ends_with("exit 0"), "{run}");
    assert_snapshot!(desk.run("reset evaand01 --generate --no-must-change -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "configuration", "exit_code": 2, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": null, "candidates": []}}
    err Fel: --no-must-change: reset.must_change har ingen verkan här. Det bestäms i …/system/config.toml för alla på den här datorn.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    "#);
}

#[test]
fn doctor_marks_enforced_settings() {
    let mut desk = desk("[verification]\nattempts = 2\n[enforced]\nkeys = ['verification']\n");
    desk.set("verification.attempts", "5").set("verification.resend_seconds", "30");
    let run = desk.run("doctor");
    let settings = run.lines().take_while(|line| !line.contains("Katalogen")).collect::<Vec<_>>().join("\n");
    assert_snapshot!(settings, @"
    out Inställningar
    out   bra: 11 inställningar är satta. Inställningsfil: …/config.toml, …/system/config.toml.
    out   bra: …/system/config.toml bestämmer för alla på den här datorn: verification. Inget som är inställt någon annanstans ändrar det.
    out   OBS: …/config.toml:16: verification.attempts har ingen verkan här. Det bestäms i …/system/config.toml för alla på den här datorn.
    out   OBS: …/config.toml:15: verification.notify har ingen verkan här. Det bestäms i …/system/config.toml för alla på den här datorn.
    ");
    assert!(run.ends_with("exit 7"), "{run}");
    let run = desk.run("doctor -v");
    assert!(run.contains("verification.attempts = 2 (…/system/config.toml:2, för alla på den här datorn)"), "{run}");
    let run = desk.run("doctor -o json");
    assert!(run.contains(r#""enforced": true"#) && run.contains(r#""enforced": false"#), "{run}");
}
