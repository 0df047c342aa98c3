//! Leaving a question, a step or the call.

use super::*;
use crate::desk::fixture::Line;

#[test]
fn ctrl_c_at_any_question_ends_call() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.terminal([CtrlC]).run("assist");
    assert_snapshot!(run, @"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    let again = |desk: &TestDesk, then: Vec<Answer>| -> Vec<Answer> {
        [desk.time_passes(60), Yes, Code, Text("2")].into_iter().chain(then).collect()
    };
    // The verification ends with the call, so that the next needs a code.
    let typed = || again(&desk, vec![ENTER, Secret("Gurka-Moln-73")]);
    let before = [vec![], vec![Yes], vec![Code], again(&desk, vec![]), again(&desk, vec![ENTER]), typed()];
    for answers in before {
        let script = [Text("evaand01")].into_iter().chain(answers).chain([CtrlC, CtrlC]);
        let run = desk.terminal(script).run("assist -q");
        assert!(run.ends_with("exit 0"), "{run}");
        assert_eq!(run.matches("err Avbrutet. Inget är ändrat.").count(), 1, "{run}");
        assert!(!run.contains("\ndir "), "{run}");
    }
}

#[test]
fn escape_goes_one_step_back() {
    let mut desk = TestDesk::configured().with(eva());
    let back = [Text("evaand01"), Escape, Text("evaand01"), Yes, Escape, Text("evaand01"), Yes, Code, Escape];
    // The verification ended with the step back.
    let again = [Text("evaand01"), desk.time_passes(60), Yes, Code, Text("2"), Escape, Text("2"), ENTER];
    let password = [Secret("Gurka-Moln-73"), Escape, Escape, Text("1"), Escape];
    let run = desk.terminal(back.into_iter().chain(again).chain(password)).run("assist -q");
    let asked = run.lines().filter(|line| line.starts_with("ask") || !line.starts_with("err "));
    assert_snapshot!(asked.collect::<Vec<_>>().join("\n"), @r"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    ask Skicka en kod till *********31? [J/n] ‹Esc›
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    ask Skicka en kod till *********31? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    ask Koden som läses upp (Enter: ny kod) ‹Esc›
    out Till ärendet: Eva Andersson (evaand01)
    out Inte verifierad.
    out Inget ändrat.
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹Esc›
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Inget ändrat.
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    tel code 2 to *********31, valid until 12:23, is read back
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“2”›
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹Esc›
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“2”›
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹Esc›
    ask Nytt lösenord (Enter: skapa ett) ‹Esc›
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“1”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.18.
    out Upplåst kl. 12.18, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹Esc›
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 end_verification evaand01: done
    log 7-8 send_code evaand01: done
    log 9-10 verify_code evaand01: done
    log 11-12 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn escape_at_choice_of_account_asks_who_is_calling() {
    let mut desk = TestDesk::demo();
    let run = desk.terminal([Escape, Escape]).run("assist karlsson");
    assert_snapshot!(run, @"
    err Övning: inget är på riktigt. Prova med jesrab01 (låst) eller karlsson (flera).
    ask Vilket konto?
    ask * 1  Eva Karlsson (evakar01), Socialtjänst, Socialsekreterare: Låst efter för många felaktiga lösenord.
    ask   2  Eva Karlsson (evakar02), Skola, Lärare: Inget fel på kontot.
    ask   3  Ingen av dem
    ask  ‹Esc›
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹Esc›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
}

/// So does Ctrl-C, as at each later question: it ends the call, not the day's calls.
#[test]
fn ctrl_c_at_choice_of_account_ends_call() {
    let mut desk = TestDesk::demo();
    let run = desk.terminal([Text("karlsson #4711"), CtrlC, Text("jesrab01"), CtrlC, ENTER]).run("assist -q");
    assert!(run.contains("‹^C›\nerr Avbrutet. Inget är ändrat.\nask Nästa samtal: vem ringer"), "{run}");
    assert!(run.ends_with("exit 0"), "{run}");
    // The case of the call that was ended is not the next one's.
    let mut desk = TestDesk::demo();
    let script = [Text("karlsson #4711"), CtrlC, Text("jesrab01"), Yes, CtrlC, ENTER];
    let run = desk.terminal(script).run("assist -q");
    assert!(run.contains("send_code jesrab01: done") && !run.contains("4711\nlog"), "{run}");
    assert!(!run.contains("ticket 4711"), "{run}");
}

/// What a password that was not taken left behind is said, and the call ends.
#[test]
fn escape_after_partial_reset_reports_it() {
    let mut desk = TestDesk::with_controller(false).with(eva_with_a_past());
    let typed = [Secret(EVAS_EARLIER), Secret(EVAS_EARLIER)];
    let script = [Yes, Code, Text("2"), ENTER].into_iter().chain(typed).chain([Escape, No, ENTER]);
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert!(
        run.contains("ask Nytt lösenord (Enter: skapa ett) ‹Esc›\nerr Fel: Kontot evaand01 har nu ett slumpat"),
        "{run}"
    );
    assert!(run.contains("dir evaand01: password set: one that nobody was told"), "{run}");
}

#[test]
fn ctrl_c_at_last_question_keeps_result() {
    let mut desk = TestDesk::configured().with(eva());
    let script = [Yes, Code, Text("2"), ENTER, Secret(""), ENTER, CtrlC, ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert!(run.contains("out Säg: ”Se till att datorn är ansluten till nätverket på jobbet"), "{run}");
    assert!(!run.contains("Avbrutet"), "{run}");
}

/// It is a way out of the call like any other: the verification ends. What was done is not denied.
#[test]
fn ctrl_c_at_try_again_ends_verification() {
    let mut desk = TestDesk::with_controller(false).with(eva_with_a_past());
    let typed = [Secret(EVAS_EARLIER), Secret(EVAS_EARLIER)];
    let script = [Yes, Code, Text("2"), ENTER].into_iter().chain(typed).chain([Escape, CtrlC, ENTER]);
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert!(run.contains("Försöka igen? [J/n] ‹^C›\nerr Avbrutet. Vad som redan är gjort står nedan.\n"), "{run}");
    assert!(run.contains("end_verification evaand01: done"), "{run}");

    let mut desk = TestDesk::configured().with(eva());
    let line = Line::to(&desk.practice().access().url);
    desk.set("directory.servers", &format!("[\"{}\"]", line.url));
    let run = desk.terminal([Yes, Code, line.goes(false), ENTER, CtrlC, ENTER]).run("assist evaand01 -q");
    assert!(run.contains("Försöka igen? [J/n] ‹^C›\nerr Avbrutet. Inget är ändrat.\n"), "{run}");
    assert!(run.contains("end_verification evaand01: done"), "{run}");
}

/// A mistyped name keeps the case, and the question says so. Giving up the search forgets it.
#[test]
fn case_number_follows_its_caller_only() {
    let mut desk = TestDesk::demo();
    let none = || [Text("karlsson #79"), Escape];
    let script = [Text("jesrab01"), CtrlC].into_iter().chain(none()).chain([Text("mmeyers"), CtrlC]);
    let script =
        script.chain([Text("nobody #77"), Escape, Text("#80"), CtrlC, Text("nobody"), Text("jesrab01"), CtrlC]);
    let run = desk.terminal(script.chain([ENTER])).run("assist -q");
    let is_of_case = |line: &&str| line.contains("ringer (") || line.contains("samtal") || line.starts_with("out ");
    assert_snapshot!(run.lines().filter(is_of_case).collect::<Vec<_>>().join("\n"), @"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“jesrab01”›
    out Till ärendet: Jesper Råberg (jesrab01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“karlsson #79”›
    ask Ärende 79: vem ringer (användarnamn, namn, e-post eller mobil) ‹“mmeyers”›
    out Ärende 79: Mia Meyers (mmeyers)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“nobody #77”›
    ask Ärende 77: vem ringer (användarnamn, namn, e-post eller mobil) ‹Esc›
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“#80”›
    err Ärende 80 gäller samtalet som börjar nu.
    ask Ärende 80: vem ringer (användarnamn, namn, e-post eller mobil) ‹^C›
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“nobody”›
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“jesrab01”›
    out Till ärendet: Jesper Råberg (jesrab01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    ");
}
