//! The call, end to end: the built binary in a real terminal, a real Samba domain controller, and the
//! code on its way through a real SMS gateway.
//!
//! Needs the lab that `tests/run` starts; `SERVICEDESK_LAB` names its folder.

mod lab;

use expectrl::session::OsSession;
use expectrl::{Eof, Expect};
use servicedesk::ports::SignInRefusal;

use self::lab::{Case, Domain};

const FORGOTTEN: &str = "Vinter-Ljus-23";
const WANTED: &str = "Gurka-Moln-7";

fn expect(terminal: &mut OsSession, text: &str) {
    terminal.expect(text).unwrap_or_else(|error| panic!("waiting for {text:?}: {error}"));
}

/// Waits for a question and for the line that says what the keys do: before that, an Enter may count as part of the answer
/// before.
fn asked(terminal: &mut OsSession, question: &str) {
    expect(terminal, question);
    expect(terminal, "F1 Hjälp");
}

/// The exit code, once the program has ended.
fn exit(mut terminal: OsSession) -> i32 {
    terminal.expect(Eof).unwrap();
    // The library's status is a type of its own dependency; its text is `Exited(Pid(…), code)`.
    let status = format!("{:?}", terminal.get_process().wait().unwrap());
    let code = status.strip_prefix("Exited(").and_then(|rest| rest.strip_suffix(')')?.rsplit(", ").next());
    code.and_then(|code| code.parse().ok()).unwrap_or_else(|| panic!("{status}"))
}

/// From the question whether to send a code, to the caller being verified.
fn verify(terminal: &mut OsSession, case: &Case) {
    expect(terminal, "Skicka en kod till");
    terminal.send("j").unwrap();
    expect(terminal, "Koden som läses upp");
    let code = case.code_from_the_phone();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    terminal.send(wrong).unwrap();
    expect(terminal, "Fel kod. 2 försök kvar.");
    expect(terminal, "Koden som läses upp");
    terminal.send(format!("{} {}", &code[..3], &code[3..])).unwrap();
    expect(terminal, "Rätt kod");
}

fn lookup_send_read_back_unlock(domain: Domain, number: &str) {
    let case = Case::open(domain, number, FORGOTTEN);
    case.lock();
    assert_eq!(case.json(&["lookup", &case.account]).1["accounts"][0]["locked"], true);
    assert_eq!(case.signs_in(FORGOTTEN), Err(SignInRefusal::Locked));

    let mut terminal = case.terminal(&["unlock", &case.account]);
    expect(&mut terminal, "Låst efter för många felaktiga lösenord.");
    verify(&mut terminal, &case);
    expect(&mut terminal, "Kontrollerat: kontot är upplåst.");
    expect(&mut terminal, "du kan nu logga in");
    assert_eq!(exit(terminal), 0);

    assert_eq!(case.signs_in(FORGOTTEN), Ok(()));
    let (code, answer) = case.json(&["unlock", &case.account]);
    assert_eq!((code, &answer["was_locked"]), (0, &false.into()), "nothing left to unlock");
    assert_eq!(
        case.trail(),
        [
            "send_code intent",
            "send_code done",
            "verify_code intent",
            "verify_code refused code_wrong",
            "verify_code intent",
            "verify_code done",
            "unlock intent",
            "unlock done",
        ]
    );
}

fn earlier_password_is_refused_and_another_accepted(domain: Domain, number: &str) {
    let case = Case::open(domain, number, FORGOTTEN);
    case.lock();
    let mut terminal = case.terminal(&["reset", &case.account, "--no-must-change"]);
    verify(&mut terminal, &case);
    for (password, answer) in [
        ("kort1", "Lösenordet duger inte."),
        (FORGOTTEN, "Katalogen godtog inte lösenordet"),
        (WANTED, "Klart: Lösenordet har återställts för"),
    ] {
        expect(&mut terminal, "Nytt lösenord (Enter: skapa ett):");
        terminal.send_line(password).unwrap();
        // The rules are checked before it is asked for again.
        if password != "kort1" {
            expect(&mut terminal, "Samma lösenord igen:");
            terminal.send_line(password).unwrap();
        }
        expect(&mut terminal, answer);
    }
    assert_eq!(exit(terminal), 0);
    assert_eq!(case.signs_in(WANTED), Ok(()));
    let refused = match domain {
        Domain::Hints => "reset failed password_used_before",
        Domain::Stock => "reset partly halfway_random_password",
    };
    assert_eq!(
        case.trail()[6..],
        ["reset refused password_refused", "reset intent", refused, "reset intent", "reset done",]
    );
}

/// Without a command: the account is unlocked in one call and gets a new password in the next.
fn guided(domain: Domain, number: &str) {
    let case = Case::open(domain, number, FORGOTTEN);
    case.lock();
    let mut terminal = case.terminal(&[]);
    expect(&mut terminal, "Vem ringer");
    terminal.send_line(number).unwrap();
    expect(&mut terminal, "Låst efter för många felaktiga lösenord.");
    verify(&mut terminal, &case);
    asked(&mut terminal, "Vad vill den som ringer");
    terminal.send_line("").unwrap();
    expect(&mut terminal, "Kontrollerat: kontot är upplåst.");
    expect(&mut terminal, "Nästa samtal");
    assert_eq!(case.signs_in(FORGOTTEN), Ok(()));

    terminal.send_line(&case.account).unwrap();
    expect(&mut terminal, "Samma samtal?");
    terminal.send("j").unwrap();
    asked(&mut terminal, "Vad vill den som ringer");
    terminal.send_line("").unwrap();
    asked(&mut terminal, "Var är den som ringer?");
    terminal.send_line("").unwrap();
    for (password, answer) in
        [(FORGOTTEN, "Katalogen godtog inte lösenordet"), (WANTED, "Klart: Lösenordet har återställts för")]
    {
        expect(&mut terminal, "Nytt lösenord (Enter: skapa ett):");
        terminal.send_line(password).unwrap();
        expect(&mut terminal, "Samma lösenord igen:");
        terminal.send_line(password).unwrap();
        expect(&mut terminal, answer);
    }
    expect(&mut terminal, "logga in med det nya");
    asked(&mut terminal, "Nästa samtal");
    terminal.send_line("").unwrap();
    assert_eq!(exit(terminal), 0);
    let read = &case.json(&["lookup", &case.account]).1["accounts"][0];
    assert_eq!((&read["locked"], &read["must_change_password"]), (&false.into(), &true.into()));
    assert_eq!(case.trail()[6..8], ["unlock intent", "unlock done"]);
    assert_eq!(case.trail().last().unwrap(), "reset done");
}

/// As a script does it: the code is sent by one process and used by another.
fn in_two_processes(domain: Domain, number: &str) {
    let case = Case::open(domain, number, FORGOTTEN);
    case.lock();
    let (exit, answer) = case.json(&["send-code", &case.account]);
    assert_eq!((exit, &answer["sent"], &answer["verified"]), (0, &true.into(), &false.into()));
    let code = case.code_from_the_phone();
    let (exit, answer) = case.json(&["unlock", &case.account, "--code", &code]);
    assert_eq!((exit, &answer["outcome"]), (0, &"unlocked".into()), "{answer}");
    let (exit, answer) = case.json(&["unlock", &case.account, "--code", &code]);
    assert_eq!((exit, &answer["was_locked"]), (0, &false.into()), "{answer}");
    case.lock();
    let (exit, answer) = case.json(&["unlock", &case.account, "--code", &code]);
    assert_eq!((exit, &answer["error"]["kind"]), (5, &"code_used".into()), "{answer}");
    assert_eq!(case.signs_in(FORGOTTEN), Err(SignInRefusal::Locked), "a used code unlocks nothing");

    // However often: more attempts than the directory remembers passwords.
    for attempt in 0..7 {
        let (exit, answer) = case.json_with_input(&["reset", &case.account, "--password-stdin"], FORGOTTEN);
        let refused = match domain {
            Domain::Hints => (5, "password_used_before"),
            Domain::Stock if attempt < 2 => (7, "halfway_random_password"),
            Domain::Stock => (5, "only_generated"),
        };
        assert_eq!((exit, answer["error"]["kind"].as_str().unwrap()), refused, "{attempt}");
    }
    let (exit, answer) = case.json(&["reset", &case.account, "--generate", "--no-must-change"]);
    assert_eq!((exit, &answer["outcome"]), (0, &"reset".into()), "{answer}");
    assert_eq!(case.signs_in(answer["generated_password"].as_str().unwrap()), Ok(()));
}

macro_rules! on_both {
    ($($name:ident: $case:ident($stock:literal, $hints:literal);)*) => {
        mod stock {
            $(#[test]
            fn $name() {
                super::$case(super::Domain::Stock, $stock);
            })*
        }
        mod hints {
            $(#[test]
            fn $name() {
                super::$case(super::Domain::Hints, $hints);
            })*
        }
    };
}

on_both! {
    guided: guided("070-174 06 63", "070-174 06 64");
    unlock: lookup_send_read_back_unlock("070-174 06 71", "070-174 06 72");
    reset: earlier_password_is_refused_and_another_accepted("070-174 06 73", "070-174 06 74");
    in_two_processes: in_two_processes("070-174 06 75", "070-174 06 76");
    password_by_sms: password_shows_on_phone_only("070-174 06 61", "070-174 06 62");
    place: place_decides_about_must_change("070-174 06 65", "070-174 06 66");
    doctor: doctor_reports_the_truth("070-174 06 85", "070-174 06 86");
}

fn password_shows_on_phone_only(domain: Domain, number: &str) {
    let case = Case::open(domain, number, FORGOTTEN);
    case.lock();
    case.json(&["send-code", &case.account]);
    let code = case.code_from_the_phone();
    let reset = ["reset", &case.account, "--code", &code, "--generate", "--deliver", "sms", "--no-must-change"];
    let (exit, answer) = case.json(&reset);
    assert_eq!((exit, &answer["delivered"]), (0, &"sms".into()), "{answer}");
    let password = case.password_from_the_phone();
    assert_eq!(case.signs_in(&password), Ok(()));
    assert!(!answer.to_string().contains(&password), "{answer}");
    let trail = ["reset intent", "reset done", "send_password intent", "send_password done"];
    assert_eq!(case.trail()[4..], trail);
}

/// Outside, the password works at once; at work the controller wants it changed (773), and so it does unless somebody says.
fn place_decides_about_must_change(domain: Domain, number: &str) {
    let case = Case::open(domain, number, FORGOTTEN);
    case.lock();
    case.json(&["send-code", &case.account]);
    let code = case.code_from_the_phone();
    let reset = |place: &[&str]| {
        let (exit, answer) = case.json(&[&["reset", &case.account, "--generate"], place].concat());
        assert_eq!(exit, 0, "{answer}");
        let signs_in = case.signs_in(answer["generated_password"].as_str().unwrap());
        (signs_in, answer["must_change"].as_bool().unwrap(), answer["must_change_reason"].as_str().map(str::to_owned))
    };
    let (exit, answer) = case.json(&["reset", &case.account, "--generate", "--caller-at", "outside", "--dry-run"]);
    assert_eq!((exit, &answer["dry_run"], &answer["verification"]), (0, &true.into(), &"code".into()), "{answer}");
    assert_eq!(case.signs_in(FORGOTTEN), Err(SignInRefusal::Locked), "a dry run changes nothing");
    case.json(&["send-code", &case.account, "--verify", &code]);
    assert_eq!(reset(&["--caller-at", "outside"]), (Ok(()), false, Some("caller_outside".to_owned())));
    assert_eq!(reset(&["--caller-at", "work"]), (Err(SignInRefusal::MustChangePassword), true, None));
    let unsaid = (Err(SignInRefusal::MustChangePassword), true, Some("caller_place_unknown".to_owned()));
    assert_eq!(reset(&[]), unsaid);
}

/// With "User cannot change password", set-then-change would leave a password that its owner cannot replace.
#[test]
fn denied_own_change_is_refused_without_hints() {
    let case = Case::open(Domain::Stock, "070-174 06 78", FORGOTTEN);
    case.deny_own_change();
    let (_, answer) = case.json(&["send-code", &case.account]);
    assert_eq!(answer["sent"], true, "{answer}");
    let reset = ["reset", &case.account, "--code", &case.code_from_the_phone(), "--generate"];
    let (exit, answer) = case.json(&reset);
    assert_eq!((exit, &answer["error"]["kind"]), (4, &"own_change_denied".into()), "{answer}");
    assert_eq!(case.signs_in(FORGOTTEN), Ok(()), "nothing changed");
}

#[test]
fn denied_own_change_is_reset_with_hints() {
    let case = Case::open(Domain::Hints, "070-174 06 79", FORGOTTEN);
    case.deny_own_change();
    case.json(&["send-code", &case.account]);
    let code = case.code_from_the_phone();
    let (exit, answer) = case.json(&["reset", &case.account, "--code", &code, "--generate", "--must-change"]);
    assert_eq!((exit, &answer["error"]["kind"]), (5, &"must_change_shuts_out".into()), "{answer}");
    assert_eq!(case.signs_in(FORGOTTEN), Ok(()), "nothing changed");
    // Usual at this desk, it is left out.
    let (exit, answer) = case.json(&["reset", &case.account, "--code", &code, "--generate"]);
    assert_eq!(exit, 0, "policy hints need no change by the owner: {answer}");
    assert_eq!((&answer["must_change"], &answer["must_change_reason"]), (&false.into(), &"own_change_denied".into()));
    assert_eq!(case.signs_in(answer["generated_password"].as_str().unwrap()), Ok(()));
}

#[test]
fn unknown_gateway_user_is_refused() {
    let case = Case::open(Domain::Stock, "070-174 06 77", FORGOTTEN);
    case.lock();
    case.spoil_the_gateway_secret();
    let (exit, answer) = case.json(&["send-code", &case.account]);
    assert_eq!((exit, &answer["error"]["kind"]), (4, &"sms_refused".into()));
    let (exit, answer) = case.json(&["unlock", &case.account]);
    assert_eq!((exit, &answer["error"]["kind"]), (5, &"not_verified".into()));
    assert_eq!(case.signs_in(FORGOTTEN), Err(SignInRefusal::Locked));
}

/// What the doctor says of a thing: its state.
fn state(answer: &serde_json::Value, check: &str) -> String {
    let checks = answer["checks"].as_array().unwrap();
    let found = checks.iter().find(|found| found["check"] == check);
    found.unwrap_or_else(|| panic!("{check}: {answer}"))["state"].as_str().unwrap().to_owned()
}

/// The doctor foretells what the controller then allows.
fn doctor_reports_the_truth(domain: Domain, number: &str) {
    let case = Case::open(domain, number, FORGOTTEN);
    let rights = ["unlock", "reset", "must_change"];
    // The doctor itself makes no store.
    case.json(&["lookup", &case.account]);
    let (exit, answer) = case.json(&["doctor", &case.account]);
    for check in rights.iter().chain(&["reach", "clock", "sign_in", "pdc_emulator", "search", "credentials", "trail"]) {
        assert_eq!(state(&answer, check), "fine", "{check}: {answer}");
    }
    // Its authority makes certificates for a month.
    assert!(["fine", "warning"].contains(&state(&answer, "certificate").as_str()), "{answer}");
    assert!([0, 7].contains(&exit), "{answer}");
    assert_eq!(case.trail(), [""; 0], "a doctor does nothing that is to be recorded");

    case.deny_reset();
    let (exit, answer) = case.json(&["doctor", &case.account]);
    assert_eq!((exit, rights.map(|check| state(&answer, check))), (1, ["fine", "broken", "fine"].map(str::to_owned)));
    case.json(&["send-code", &case.account]);
    let reset = ["reset", &case.account, "--code", &case.code_from_the_phone(), "--generate"];
    let (exit, answer) = case.json(&reset);
    assert_eq!((exit, &answer["error"]["kind"]), (4, &"no_right".into()), "{answer}");

    // Outside the unit for which rights are given, on which nothing is tried.
    let (exit, answer) = case.json(&["doctor", "operator1"]);
    assert_eq!((exit, rights.map(|check| state(&answer, check))), (1, [(); 3].map(|()| "broken".to_owned())));
}
