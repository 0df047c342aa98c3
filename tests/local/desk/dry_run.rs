//! `--dry-run` of the commands for one account: everything is checked but the caller, and nothing is done.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{Code, No, Text, Yes};
use super::fixture::people::{ago, bo, eva};
use super::fixture::{Says, TestDesk, kind};

const GOOD: &str = "Gurka-Moln-73";

fn desk() -> TestDesk {
    TestDesk::configured().with(eva())
}

#[test]
fn unlock_says_what_it_would_do() {
    let mut desk = desk();
    assert_snapshot!(desk.run("unlock evaand01 --dry-run"), @"
    out Skulle låsa upp: Eva Andersson (evaand01).
    out Den som ringer behöver först läsa upp en kod, som skickas till *********31.
    out Inget är ändrat (--dry-run).
    exit 0
    ");
    assert_snapshot!(desk.run("unlock evaand01 --dry-run -o json"), @r#"
    out {"schema": 1, "account": "evaand01", "outcome": "would_unlock", "server": null, "was_locked": true,
    out  "dry_run": true, "verification": "code", "everywhere": null, "watch": null, "owner_notice": null,
    out  "password_unknown_since": null}
    exit 0
    "#);
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    let run = desk.run("unlock evaand01 --dry-run");
    assert!(run.contains("out Den som ringer är redan verifierad.") && !run.contains("\nlog "), "{run}");
    desk.run("unlock evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --dry-run"), @r"
    out Kontot evaand01 (Eva Andersson) är inte låst. Det finns inget att låsa upp.
    out Inget är ändrat (--dry-run).
    exit 0
    ");
    let run = desk.run("unlock evaand01 --dry-run -o json");
    assert!(
        run.contains(r#""outcome": "not_locked""#) && run.contains(r#""dry_run": true, "verification": null"#),
        "{run}"
    );
}

#[test]
fn reset_says_what_it_would_do() {
    let mut desk = desk();
    assert_snapshot!(desk.piped([GOOD]).run("reset evaand01 --password-stdin --dry-run"), @"
    out Skulle sätta ett nytt lösenord: Eva Andersson (evaand01).
    out Kontot är låst, och skulle låsas upp.
    out Lösenordet följer reglerna.
    out Lösenordet skulle behöva bytas vid nästa inloggning.
    out Den som ringer behöver först läsa upp en kod, som skickas till *********31.
    out Inget är ändrat (--dry-run).
    exit 0
    ");
    assert_snapshot!(desk.run("reset evaand01 --dry-run --caller-at outside"), @"
    out Skulle sätta ett nytt lösenord: Eva Andersson (evaand01).
    out Kontot är låst, och skulle låsas upp.
    out Lösenordet skulle gälla genast och inte behöva bytas.
    out Den som ringer behöver först läsa upp en kod, som skickas till *********31.
    out Inget är ändrat (--dry-run).
    exit 0
    ");
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms --dry-run -o json"), @r#"
    out {"schema": 1, "account": "evaand01", "outcome": "would_reset", "unlocked": true, "must_change": true,
    out  "must_change_reason": "caller_place_unknown", "history_enforced": null, "password_acceptable": true,
    out  "delivered": null, "generated_password": null, "mobile": "*********31", "queued": null,
    out  "dry_run": true, "verification": "code", "everywhere": null, "owner_notice": null}
    exit 0
    "#);
    // Nothing is asked on a terminal either.
    let run = desk.terminal([]).run("reset evaand01 --dry-run");
    assert!(run.contains("out Skulle sätta ett nytt lösenord") && run.ends_with("exit 0"), "{run}");
}

/// With the exit codes of a real run, and without a record.
#[test]
fn dry_run_refuses_as_a_run_does() {
    let protected = Person { protected: true, ..bo() };
    let mut desk = desk().with(protected).with(Person::new("utan01").locked_at(super::fixture::people::ago(5)));
    for (command, expected) in [
        ("unlock boberg01", ("protected", 4)),
        ("reset boberg01", ("protected", 4)),
        ("unlock utan01", ("no_mobile", 5)),
        ("reset utan01", ("no_mobile", 5)),
        ("unlock evaand01 --identified-by körkort", ("identified_by_not_allowed", 5)),
        ("reset nobody99", ("no_such_account", 3)),
    ] {
        let run = desk.run(&format!("{command} --dry-run -o json"));
        assert_eq!(kind(&run), expected, "{run}");
        assert!(!run.contains("\nlog "), "{run}");
    }
    let run = desk.piped(["sommar"]).run("reset evaand01 --password-stdin --dry-run -o json");
    assert_eq!(kind(&run), ("password_refused", 5), "{run}");
    assert!(!run.contains("\nlog "), "{run}");
}

/// A code that is given is not tried: that would use it up, or an attempt.
#[test]
fn code_is_left_for_the_real_run() {
    let mut desk = desk();
    desk.run("send-code evaand01");
    for _ in 0..4 {
        let run = desk.run("unlock evaand01 --dry-run --code {wrong}");
        assert!(run.ends_with("exit 0") && !run.contains("\nlog "), "{run}");
    }
    let run = desk.run("unlock evaand01 --code {code}");
    assert!(run.contains("dir evaand01: unlocked"), "{run}");
}

#[test]
fn nothing_is_sent() {
    let mut desk = desk();
    desk.gateway(Says::Nothing);
    let run = desk.run("reset evaand01 --generate --deliver sms --dry-run");
    assert!(run.ends_with("exit 0") && !run.contains("\ndir "), "{run}");
}

#[test]
fn check_policy_takes_it_too() {
    let mut desk = desk();
    let run = desk.piped([GOOD]).run("check-policy evaand01 --password-stdin --dry-run -o json");
    assert!(run.contains(r#""dry_run": true"#) && run.ends_with("exit 0"), "{run}");
    let run = desk.piped([GOOD]).run("check-policy --password-stdin -o json");
    assert!(run.contains(r#""dry_run": false"#), "{run}");
}

#[test]
fn nothing_can_be_watched() {
    let run = desk().run("unlock evaand01 --dry-run --watch");
    assert!(run.contains("går inte ihop med") && run.ends_with("exit 2"), "{run}");
}

#[test]
fn reset_says_once_that_password_need_not_be_changed() {
    let run = TestDesk::demo().run("reset kassan01 --dry-run");
    assert!(run.contains("kontot får inte byta lösenord själv") && !run.contains("skulle gälla genast"), "{run}");
}

/// What came of the codes before a run.
#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Unverified,
    /// A code has been read back.
    Verified,
    /// Too many wrong codes.
    Closed,
}

/// What codes can go to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Phones {
    Own,
    OwnNew,
    Managers,
    None,
}

/// A desk with a locked account whose caller has these phones, in this state.
fn desk_in(state: State, phones: Phones) -> TestDesk {
    let owner = match phones {
        Phones::Own => eva(),
        Phones::OwnNew => Person { mobile_changed: Some(ago(5)), ..eva() },
        Phones::Managers => Person { mobile: None, manager: Some("karber01".into()), ..eva() },
        Phones::None => Person { mobile: None, ..eva() },
    };
    let manager = Person::new("karber01").named("Karin", "Bergman").mobile("070-174 06 41");
    let mut desk = TestDesk::configured().with(manager).with(owner);
    desk.set("verification.manager", "true").set("verification.wrong_codes_per_day", "1");
    let via = if phones == Phones::Managers { "--via manager" } else { "" };
    if state != State::Unverified {
        let code = if state == State::Verified { "{code}" } else { "{wrong}" };
        desk.run(&format!("send-code evaand01 {via}"));
        desk.run(&format!("send-code evaand01 --verify {code}"));
    }
    desk
}

/// A dry run names the proof with which the run succeeds, or is refused as the run is.
#[test]
fn dry_run_needs_the_proof_that_the_run_needs() {
    let mut seen = BTreeSet::new();
    let callers = [Phones::Own, Phones::OwnNew, Phones::Managers]
        .map(|phones| [State::Unverified, State::Verified, State::Closed].map(|state| (phones, state)));
    // Without any phone no code can have been sent.
    for (phones, state) in callers.into_iter().flatten().chain([(Phones::None, State::Unverified)]) {
        let mut desk = None;
        for (manager, identified_by, claim) in [
            (false, false, ""),
            (false, true, ""),
            (true, false, ""),
            (true, true, ""),
            (false, false, "--identified-by legitimation"),
            (true, true, "--identified-by legitimation"),
        ] {
            let case = format!("{phones:?} {state:?} {manager} {identified_by} {claim}");
            let this = desk.get_or_insert_with(|| desk_in(state, phones));
            this.set("verification.require_settled_mobile", "true")
                .set("verification.manager", &manager.to_string())
                .set("verification.allow_identified_by", &identified_by.to_string());
            let command = format!("unlock evaand01 {claim} -o json");
            let planned = this.run(&format!("{command} --dry-run"));
            if !planned.ends_with("exit 0") {
                let run = this.terminal([]).run(&command);
                assert_eq!(kind(&run), kind(&planned), "{case}: {run}");
                seen.insert(kind(&planned).0.to_owned());
                continue;
            }
            let (_, needed) = planned.split_once(r#""verification": ""#).unwrap();
            let needed = needed.split('"').next().unwrap();
            let run = match needed {
                _ if !claim.is_empty() => this.run(&command),
                "verified" => this.run(&command),
                "code" | "manager" => this.terminal([Yes, Code]).run(&command),
                // The manager is offered first.
                _ if manager && phones == Phones::Managers => this.terminal([No, Text("legitimation")]).run(&command),
                _ => this.terminal([Text("legitimation")]).run(&command),
            };
            assert!(run.contains("dir evaand01: unlocked") && run.ends_with("exit 0"), "{case}: {run}");
            seen.insert(needed.to_owned());
            // This account is done.
            desk = None;
        }
    }
    let needs = ["code", "identified_by", "manager", "verified"];
    let refusals = ["identified_by_not_allowed", "mobile_changed_since_lockout", "no_mobile", "verification_closed"];
    assert_eq!(seen, needs.into_iter().chain(refusals).map(str::to_owned).collect());
}
