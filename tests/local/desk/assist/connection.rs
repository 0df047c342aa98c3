//! `assist` when the gateway or the directory cannot be reached.

use insta::assert_snapshot;

use super::ENTER;
use crate::desk::fixture::Answer::{Code, CtrlC, No, Secret, Text, Yes};
use crate::desk::fixture::people::{bo, eva};
use crate::desk::fixture::{Line, Says, TestDesk};

#[test]
fn missing_gateway_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.gateway_at("http://127.0.0.1:1/");
    assert_snapshot!(desk.terminal([Yes, No, ENTER]).run("assist evaand01 -q"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    ask Skicka en kod till *********31? [J/n] ‹yes›
    err Fel: SMS-tjänsten 127.0.0.1:1 gick inte att nå. Inget SMS är skickat.
    err Gör så här: Försök igen om en stund.
    ask Skicka en kod till *********31? [J/n] ‹no›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be den som sköter kontona att ändra numret, eller så kommer du till servicedesk med legitimation.”
    err Avbrutet. Inget är ändrat.
    out Till ärendet: Eva Andersson (evaand01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    log 1-2 send_code evaand01: failed (sms_unreachable)
    exit 0
    ");
}

#[test]
fn unclear_gateway_answer_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.gateway(Says::Nothing);
    let run = desk.terminal([Yes, CtrlC, ENTER]).run("assist evaand01 -q");
    assert!(run.contains("Det är oklart om koden"), "{run}");
}

#[test]
fn connection_lost_between_steps_is_reopened() {
    let mut desk = TestDesk::configured().with(eva()).with(bo());
    let line = Line::to(&desk.practice().access().url);
    desk.set("directory.servers", &format!("[\"{}\"]", line.url));
    let typed = || [Secret("Gurka-Moln-73"), Secret("Gurka-Moln-73")];
    let script =
        [line.cut(), Yes, line.cut(), Code, line.cut(), Text("2"), ENTER, line.cut()].into_iter().chain(typed());
    let script = script.chain([line.cut(), Text("boberg01"), Yes, Code, line.cut(), ENTER, ENTER]);
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert!(
        run.contains("out Klart: Lösenordet har återställts för Eva Andersson") && run.contains("out Upplåst: Bo Berg"),
        "{run}"
    );
    assert!(!run.contains("err Fel:"), "{run}");
}

/// It takes the time limit to notice, each time.
#[test]
fn connection_forgotten_by_a_firewall_is_reopened() {
    let mut desk = TestDesk::configured().with(eva()).with(bo());
    let line = Line::to(&desk.practice().access().url);
    desk.set("directory.servers", &format!("[\"{}\"]", line.url)).set("directory.timeout_seconds", "1");
    let script = [Yes, line.forgotten(), Code, ENTER, line.forgotten(), Text("boberg01"), Yes, Code, ENTER, ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert!(run.contains("out Upplåst: Eva Andersson") && run.contains("out Upplåst: Bo Berg"), "{run}");
    assert!(!run.contains("err Fel:"), "{run}");
}

#[test]
fn call_can_retry_unreachable_directory() {
    let mut desk = TestDesk::configured().with(eva());
    let line = Line::to(&desk.practice().access().url);
    desk.set("directory.servers", &format!("[\"{}\"]", line.url));
    let script = [Yes, Code, line.goes(false), ENTER, line.goes(true), Yes, ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    let from = run.find("ask Vad vill").unwrap();
    assert_snapshot!(&run[from..], @r"
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    err Fel: Katalogen gick inte att nå: 127.0.0.1: den bryter förbindelsen.
    err Gör så här: Inget är ändrat. Försök igen; går det inte, säg till katalogens och nätverkets administratörer.
    ask Försöka igen? [J/n] ‹yes›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");

    desk.practice().add(eva()).unwrap();
    let same = [Text("evaand01"), Text("j")];
    let script = [line.goes(false), Text("evaand01"), line.goes(true)].into_iter().chain(same);
    let script = script.chain([line.goes(false), ENTER]);
    let run = desk.terminal(script.chain([No, ENTER])).run("assist -q");
    assert_snapshot!(run, @"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    err Fel: Katalogen gick inte att nå: 127.0.0.1: den bryter förbindelsen.
    err Gör så här: Inget är ändrat. Försök igen; går det inte, säg till katalogens och nätverkets administratörer.
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    ask Samma samtal? (verifierad kl. 12.17) [j/N] ‹“j”›
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    err Fel: Katalogen gick inte att nå: 127.0.0.1: den bryter förbindelsen.
    err Gör så här: Inget är ändrat. Försök igen; går det inte, säg till katalogens och nätverkets administratörer.
    ask Försöka igen? [J/n] ‹no›
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    exit 0
    ");
}
