//! Many processes at once: no limit gives way.

use crate::support::desk::Desk;
use crate::support::program::{Run, Running};

/// One user's name in every form that a directory takes: as many operators.
const OPERATORS: [&str; 4] =
    [r"CONTOSO\operator", r"contoso\operator", "operator@contoso.example", r"CONTOSO\OPERATOR"];

/// Runs `arguments` once for each line of standard input, all at once, the operators in turn.
fn at_once(desk: &Desk, arguments: &str, operators: &[&str], lines: impl Iterator<Item = String>) -> Vec<Run> {
    let start = |(operator, line): (&&str, String)| desk.start_as(operator, arguments, &line);
    let mut running: Vec<Running> = operators.iter().cycle().zip(lines).map(start).collect();
    running.iter_mut().map(Running::ended).collect()
}

/// How many acts ended like this, by the trail.
fn ended(desk: &Desk, action: &str, outcome: &str) -> usize {
    let is = |record: &&serde_json::Value| {
        let told = record["reason"].as_str().or(record["step"].as_str());
        record["action"] == action && told == Some(outcome)
    };
    desk.records().iter().filter(is).count()
}

/// So many codes that are none of those that were sent.
fn wrong(desk: &Desk, count: usize) -> impl Iterator<Item = String> {
    let sent = desk.codes();
    (0..).map(|n| format!("{n:06}")).filter(move |code| !sent.contains(code)).take(count)
}

#[test]
fn fifty_parallel_guesses_use_three_tries() {
    let desk = Desk::new();
    let code = desk.code();
    let runs = at_once(&desk, "send-code evaand01 --verify -", &OPERATORS[..1], wrong(&desk, 50));
    // On a slow disk some wait for the store until they give up: then nothing was compared.
    assert!(runs.iter().all(|run| matches!(run.exit, Some(5 | 6))), "{runs:?}");
    let told_wrong = runs.iter().filter(|run| run.err.contains("Koden stämmer inte")).count();
    assert!(told_wrong <= 3 && ended(&desk, "verify_code", "code_wrong") <= 3, "{runs:?}");
    assert_eq!(desk.tries_taken(), 3, "{runs:?}");
    let late = desk.run(&format!("send-code evaand01 --verify {code}"));
    assert!(late.exit == Some(5) && late.err.contains("försök är slut"), "{late:?}");
}

#[test]
fn code_is_accepted_once_in_parallel() {
    let desk = Desk::new();
    let code = desk.code();
    let runs = at_once(&desk, "send-code evaand01 --verify -", &OPERATORS[..1], vec![code; 10].into_iter());
    assert_eq!(runs.iter().filter(|run| run.exit == Some(0)).count(), 1, "{runs:?}");
    assert_eq!(ended(&desk, "verify_code", "done"), 1);
}

#[test]
fn guesses_of_all_operators_close_account() {
    let desk = Desk::new();
    desk.limit("resend_seconds = 0\nattempts = 10\nwrong_codes_per_day = 4");
    let sent = at_once(&desk, "send-code evaand01", &OPERATORS, vec![String::new(); 4].into_iter());
    assert!(sent.iter().all(|run| run.exit == Some(0)), "{sent:?}");
    let runs = at_once(&desk, "send-code evaand01 --verify -", &OPERATORS, wrong(&desk, 20));
    assert!(runs.iter().all(|run| run.exit == Some(5)), "{runs:?}");
    let outcomes = ["code_wrong", "code_wrong_and_closed", "verification_closed"];
    assert_eq!(outcomes.map(|outcome| ended(&desk, "verify_code", outcome)), [3, 1, 16]);
}

#[test]
fn parallel_sends_respect_limit() {
    let desk = Desk::new();
    desk.limit("resend_seconds = 0");
    let runs = at_once(&desk, "send-code evaand01", &OPERATORS, vec![String::new(); 20].into_iter());
    let ended_with = |exit| runs.iter().filter(|run| run.exit == Some(exit)).count();
    assert_eq!((ended_with(0), ended_with(5)), (5, 15), "{runs:?}");
    assert_eq!(desk.codes().len(), 5);
    assert_eq!(ended(&desk, "send_code", "send_limit_hour"), 15);
}
