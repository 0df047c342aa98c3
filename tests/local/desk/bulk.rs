//! `unlock` for many accounts and `lookup --locked`, from the command line to the audit trail. What is wrong with
//! command lines and lists is in `many`.

mod choose;
mod limits;
mod report;

use std::fs;

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::people::{ago, bo, eva};
use super::fixture::{Answer, TestDesk};

const EVA_AND_BO: &str = "unlock evaand01 boberg01 --reason 'Lösenorden gick ut' --ticket INC-7";

fn two() -> TestDesk {
    TestDesk::configured().with(eva()).with(bo())
}

/// Six are locked long since, none of them at the same time as another.
fn six() -> TestDesk {
    (0..6).fold(TestDesk::configured(), |desk, n| desk.with(locked(n, 60 * (n + 1))))
}

/// As many as make it look as if someone is guessing passwords.
fn sprayed() -> TestDesk {
    (0..30).fold(TestDesk::configured(), |desk, n| desk.with(locked(n, 10)))
}

fn locked(n: i64, minutes: i64) -> Person {
    Person::new(&format!("skola{n:02}")).named("Elev", &format!("Nr{n}")).locked_at(ago(minutes))
}

/// Each kind of row that a list can hold.
fn all_kinds() -> TestDesk {
    let disabled = Person { disabled: true, ..Person::new("perols01").named("Per", "Olsson").locked_at(ago(200)) };
    let protected = Person { protected: true, ..Person::new("rutros01").named("Rut", "Rosén").locked_at(ago(300)) };
    two()
        .with(disabled)
        .with(protected)
        .with(Person::new("evakar01").named("Eva", "Karlsson").mobile("070-174 06 40"))
        .with(Person::new("evakar02").named("Eva", "Karlsson").mobile("070-174 06 40").locked_at(ago(400)))
}

const ALL_KINDS: &str = "# after the holiday\nevaand01\n\nEVAAND01\nnobody99\nEva Karlsson\na*b\n0701740640\nrutros01\nperols01\n\
                         evakar01\nCONTOSO\\boberg01\nboberg01@contoso.example\n";

/// Runs it with `@` as the desk's folder.
fn run(desk: &mut TestDesk, command: &str) -> String {
    let folder = desk.path("");
    desk.run(&command.replace('@', folder.to_str().unwrap()))
}

fn listed(desk: &TestDesk, name: &str, text: &str) {
    fs::write(desk.path(name), text).unwrap();
}

fn kept(desk: &TestDesk, name: &str) -> String {
    fs::read_to_string(desk.path(name)).unwrap()
}

/// What the directory and the trail say of it, but not the streams.
fn done(transcript: &str) -> String {
    let is_done = |line: &&str| ["dir", "log", "exit"].iter().any(|head| line.starts_with(head));
    transcript.lines().filter(is_done).collect::<Vec<_>>().join("\n")
}

#[test]
fn bulk_unlocks_after_yes() {
    assert_snapshot!(two().terminal([Answer::Yes]).run(EVA_AND_BO), @"
    err 2 konton:
    err  Ska låsas upp  2
    ask Låsa upp 2 konton? [j/N] ‹yes›
    out 2 konton:
    out  Upplåsta  2
    dir boberg01: unlocked
    dir evaand01: unlocked
    log 1 unlock evaand01: intent, ticket INC-7
    log 2 unlock boberg01: intent, ticket INC-7
    log 3 unlock evaand01: done of 1, server 127.0.0.1, ticket INC-7
    log 4 unlock boberg01: done of 2, server 127.0.0.1, ticket INC-7
    exit 0
    ");
}

#[test]
fn bulk_changes_nothing_after_no() {
    assert_snapshot!(two().terminal([Answer::No]).run(EVA_AND_BO), @"
    err 2 konton:
    err  Ska låsas upp  2
    ask Låsa upp 2 konton? [j/N] ‹no›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert_snapshot!(two().terminal([Answer::CtrlC]).run(EVA_AND_BO), @"
    err 2 konton:
    err  Ska låsas upp  2
    ask Låsa upp 2 konton? [j/N] ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    // Enter alone is no.
    let mut desk = two();
    assert!(desk.terminal([Answer::Text("")]).run(EVA_AND_BO).ends_with("exit 130"));
}

#[test]
fn list_reports_each_kind_of_row() {
    let mut desk = all_kinds();
    listed(&desk, "list.txt", ALL_KINDS);
    assert_snapshot!(run(&mut desk, "unlock --from @list.txt --reason Helg --yes"), @r"
    err Läst: 11 rader, ett namn på varje, UTF-8.
    out 9 konton:
    out  Upplåsta           2
    out  Inte låsta         1
    out  Hittas inte        4
    out  Skyddade           1
    out  Inaktiverade       1
    out  Står flera gånger  2
    out
    out  Rad  Konto         Läge
    out  5    nobody99      hittas inte; kontrollera stavningen
    out  6    Eva Karlsson  hittas inte; kontrollera stavningen
    out  7    a*b           kan inte vara ett användarnamn eller en adress; telefonnummer söks inte i en lista
    out  8    0701740640    hittas inte; kontrollera stavningen
    out  9    rutros01      skyddat; lämna över till den som sköter kontona
    out  10   perols01      inaktiverat; lämna över till den som sköter kontona
    dir boberg01: unlocked
    dir evaand01: unlocked
    log 1 unlock evaand01: intent
    log 2 unlock boberg01: intent
    log 3 unlock evaand01: done of 1, server 127.0.0.1
    log 4 unlock boberg01: done of 2, server 127.0.0.1
    exit 7
    ");
}

#[test]
fn known_reasons_need_a_look_only_in_a_list() {
    let mut desk = all_kinds();
    let nightly = desk.run("unlock --all-locked --reason Natt --yes -o csv");
    assert!(nightly.contains("perols01,disabled") && nightly.contains("rutros01,protected"), "{nightly}");
    assert!(nightly.contains("dir evaand01: unlocked") && nightly.ends_with("exit 0"), "{nightly}");
    let again = desk.run("unlock --all-locked --reason Natt --yes");
    assert!(again.contains("rutros01") && again.ends_with("exit 0"), "{again}");

    let list = "unlock rutros01 perols01 evaand01 --reason x --yes";
    assert!(desk.run(list).ends_with("exit 7"));
    assert!(desk.run(&format!("{list} --accept protected")).ends_with("exit 7"));
    assert!(desk.run(&format!("{list} --accept protected,disabled")).ends_with("exit 0"));
    assert!(desk.run(&format!("{list} nobody99 --accept protected,disabled")).ends_with("exit 7"));
    assert!(desk.run(&format!("{list} nobody99 --accept protected,disabled,not_found")).ends_with("exit 0"));
}

#[test]
fn json_lines_are_the_rows_and_then_the_end() {
    let mut desk = all_kinds();
    let run = desk.run("unlock evaand01 rutros01 nobody99 evaand01 --reason x --yes -o jsonl");
    let out: String = run.lines().filter_map(|line| line.strip_prefix("out ")).collect();
    let lines = serde_json::Deserializer::from_str(&out).into_iter::<serde_json::Value>();
    let lines: Vec<serde_json::Value> = lines.map(Result::unwrap).collect();
    let rows: Vec<String> = lines.iter().map(|line| format!("{} {}", line["account"], line["outcome"])).collect();
    // The others are settled before anything is changed.
    let settled = [r#""rutros01" "protected""#, r#""nobody99" "not_found""#, r#""evaand01" "unlocked""#, "null null"];
    assert_eq!(rows, settled, "{run}");
    assert_eq!((&lines[3]["summary"]["unlocked"], &lines[3]["dry_run"]), (&1.into(), &false.into()), "{run}");
    let planned = desk.run("unlock boberg01 nobody99 --reason x --dry-run -o jsonl");
    assert_eq!(planned.matches("out {\"schema\"").count(), 3, "{planned}");
    let failed = desk.run("unlock evaand01 boberg01 -o jsonl");
    assert!(failed.contains("no_reason") && failed.ends_with("exit 2"), "{failed}");
}

#[test]
fn repeated_run_changes_nothing() {
    let mut desk = two();
    let first = desk.run(&format!("{EVA_AND_BO} --yes"));
    assert!(first.ends_with("exit 0") && first.contains("dir evaand01: unlocked"), "{first}");
    assert_snapshot!(desk.run(&format!("{EVA_AND_BO} --yes")), @"
    out 2 konton:
    out  Inte låsta  2
    exit 0
    ");
    // There is no question either.
    assert_snapshot!(desk.terminal([]).run("unlock --all-locked --reason Helg"), @"
    out Inga konton.
    exit 0
    ");
}

#[test]
fn piped_list_needs_yes_option() {
    let mut desk = two();
    assert_snapshot!(desk.piped(["evaand01", "boberg01"]).run("unlock --from - --reason Helg"), @"
    err Läst: 2 rader, ett namn på varje, UTF-8.
    err 2 konton:
    err  Ska låsas upp  2
    err Fel: Det går inte att fråga: ingen terminal, eller --no-input. Inget är ändrat.
    err Gör så här: Använd --yes.
    exit 2
    ");
    assert_snapshot!(desk.piped(["account;name", "evaand01;Eva", "boberg01;Bo"]).run("unlock --from - --reason Helg --yes"), @"
    err Läst: 2 rader, kolumnen account, semikolon, UTF-8.
    out 2 konton:
    out  Upplåsta  2
    dir boberg01: unlocked
    dir evaand01: unlocked
    log 1 unlock evaand01: intent
    log 2 unlock boberg01: intent
    log 3 unlock evaand01: done of 1, server 127.0.0.1
    log 4 unlock boberg01: done of 2, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn dry_run_asks_and_changes_nothing() {
    let mut desk = all_kinds();
    listed(&desk, "list.txt", ALL_KINDS);
    assert_snapshot!(run(&mut desk, "unlock --from @list.txt --reason Helg --dry-run --report @plan.csv"), @r"
    err Läst: 11 rader, ett namn på varje, UTF-8.
    out 9 konton:
    out  Ska låsas upp      2
    out  Inte låsta         1
    out  Hittas inte        4
    out  Skyddade           1
    out  Inaktiverade       1
    out  Står flera gånger  2
    out
    out  Rad  Konto         Läge
    out  5    nobody99      hittas inte; kontrollera stavningen
    out  6    Eva Karlsson  hittas inte; kontrollera stavningen
    out  7    a*b           kan inte vara ett användarnamn eller en adress; telefonnummer söks inte i en lista
    out  8    0701740640    hittas inte; kontrollera stavningen
    out  9    rutros01      skyddat; lämna över till den som sköter kontona
    out  10   perols01      inaktiverat; lämna över till den som sköter kontona
    out Inget är ändrat (--dry-run).
    out Alla rader finns i …/plan.csv.
    exit 0
    ");
    assert_snapshot!(kept(&desk, "plan.csv"), @r"
    account,outcome,detail,asked,line,server
    evaand01,would_unlock,,evaand01,2,
    nobody99,not_found,,nobody99,5,
    Eva Karlsson,not_found,,Eva Karlsson,6,
    a*b,not_found,not_a_query,a*b,7,
    0701740640,not_found,,0701740640,8,
    rutros01,protected,,rutros01,9,
    perols01,disabled,,perols01,10,
    evakar01,not_locked,,evakar01,11,
    boberg01,would_unlock,,CONTOSO\boberg01,12,
    boberg01,would_unlock,same_as,boberg01@contoso.example,13,
    ");
}

#[test]
fn no_locked_accounts_is_no_error() {
    let mut desk = TestDesk::configured().with(Person::new("mmeyers").named("Mia", "Meyers"));
    assert_snapshot!(desk.run("unlock --all-locked --reason Helg"), @"
    out Inga konton.
    exit 0
    ");
    assert_snapshot!(desk.run("lookup --locked"), @"exit 0");
    assert_snapshot!(desk.run("lookup --locked -o json"), @r#"
    out {"schema": 1, "accounts": []}
    exit 0
    "#);
}

#[test]
fn locked_accounts_are_listed() {
    let mut desk = all_kinds();
    assert_snapshot!(desk.run("lookup --locked"), @"
    out boberg01
    out evaand01
    out evakar02
    out perols01
    out rutros01
    exit 0
    ");
    assert_snapshot!(desk.terminal([]).width(76).run("lookup --locked"), @"
    out  Konto     Namn           Låst               Fel lösenord  Läge
    out  boberg01  Bo Berg        kl. 11.57 (för 20  5             kan låsas upp
    out                           minuter sedan)
    out  evaand01  Eva Andersson  kl. 12.07 (för 10  5             kan låsas upp
    out                           minuter sedan)
    out  evakar02  Eva Karlsson   kl. 05.37 (för 6   5             kan låsas upp
    out                           timmar sedan)
    out  perols01  Per Olsson     kl. 08.57 (för 3   5             inaktiverat;
    out                           timmar sedan)                    lämna över till
    out                                                            den som sköter
    out                                                            kontona
    out  rutros01  Rut Rosén      kl. 07.17 (för 5   5             skyddat; lämna
    out                           timmar sedan)                    över till den
    out                                                            som sköter
    out                                                            kontona
    exit 0
    ");
}

#[test]
fn trail_has_reason_for_each_account() {
    let mut desk = two();
    desk.run(&format!("{EVA_AND_BO} --yes"));
    let shown = desk.run("audit show --all -o json");
    // The sign-in belongs to the case as well.
    assert_eq!(shown.matches(r#""ticket": "INC-7""#).count(), 5, "{shown}");
    assert_eq!(shown.matches("Lösenorden gick ut").count(), 4, "{shown}");
    assert_snapshot!(desk.run("audit show"), @r"
    out  Nr  När    Vem               Vad       Konto     Hur det gick  Ärende  Underlag
    out  4   12:17  CONTOSO\operator  låsa upp  evaand01  gjort         INC-7   Lösenorden gick ut
    out  5   12:17  CONTOSO\operator  låsa upp  boberg01  gjort         INC-7   Lösenorden gick ut
    exit 0
    ");
}

/// The same again tells for how many it may have been done.
#[test]
fn unrecorded_outcomes_are_reported_next_time() {
    let mut desk = two();
    desk.run("lookup evaand01");
    desk.spoil(
        r#"CREATE TRIGGER full BEFORE INSERT ON audit WHEN NEW.record LIKE '%"unlock"%"step":"done"%'
           BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"#,
    );
    run(&mut desk, &format!("{EVA_AND_BO} --yes"));
    desk.spoil("DROP TRIGGER full");
    assert_snapshot!(run(&mut desk, &format!("{EVA_AND_BO} --yes")), @"
    err Obs: Något är påbörjat för 2 av kontona. Utfallet är inte antecknat, så det kan ha gjorts. Se efter: servicedesk audit resolve
    out 2 konton:
    out  Inte låsta  2
    exit 0
    ");
    assert_snapshot!(run(&mut desk, "unlock evaand01 nobody99 --reason Helg --dry-run --lang en"), @"
    err Warning: something was started for one of the accounts. The outcome is not recorded, so it may have been done. Check: servicedesk audit resolve
    out 2 accounts:
    out  Not locked  1
    out  Not found   1
    out
    out  Account   State
    out  nobody99  not found; check the spelling
    out Nothing has changed (--dry-run).
    exit 0
    ");
}
