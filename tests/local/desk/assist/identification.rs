//! `assist` with a caller who is identified without a code.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::ENTER;
use crate::desk::fixture::Answer::{No, Text};
use crate::desk::fixture::TestDesk;
use crate::desk::fixture::people::eva;

#[test]
fn call_accepts_other_identification() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.allow_identified_by", "true");
    let script = [No, Text("körkort"), ENTER, ENTER];
    assert_snapshot!(desk.terminal(script).run("assist evaand01 -q"), @r"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    ask Skicka en kod till *********31? [J/n] ‹no›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be den som sköter kontona att ändra numret, eller så kommer du till servicedesk med legitimation.”
    ask Hur är den som ringer identifierad (Enter: avbryt) ‹“körkort”›
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Identifierad utan kod: körkort.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 1-2 unlock evaand01: done, server 127.0.0.1, identified by körkort
    exit 0
    ");
}

#[test]
fn empty_or_long_identification_is_asked_for_again() {
    let mut desk = TestDesk::configured().with(Person { mobile: None, ..eva() });
    desk.set("verification.allow_identified_by", "true");
    let long: &'static str = "å".repeat(1001).leak();
    let run = desk.terminal([Text("."), Text(long), Text(" körkort ")]).run("unlock evaand01 -q");
    assert!(run.contains("err Skriv med ord hur den som ringer är identifierad"), "{run}");
    assert!(run.contains("err Texten är för lång: högst 1000 tecken."), "{run}");
    assert!(run.contains("unlock evaand01: done, server 127.0.0.1, identified by körkort"), "{run}");
    assert!(run.ends_with("exit 0"), "{run}");
}

#[test]
fn call_without_mobile_asks_for_identification() {
    let mut desk = TestDesk::configured().with(Person { mobile: None, ..eva() });
    desk.set("verification.allow_identified_by", "true");
    let script = [ENTER, Text("evaand01"), Text("körkort"), ENTER, ENTER];
    assert_snapshot!(desk.terminal(script).run("assist evaand01 -q"), @r"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Ingen kod kan skickas. Säg: ”Du har inget mobilnummer registrerat. Din chef kan be den som sköter kontona att registrera det, eller så kommer du till servicedesk med legitimation.”
    err  Konto         evaand01  evaand01@contoso.example
    ask Hur är den som ringer identifierad (Enter: avbryt) ‹“”›
    err Avbrutet. Inget är ändrat.
    out Till ärendet: Eva Andersson (evaand01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“evaand01”›
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Ingen kod kan skickas. Säg: ”Du har inget mobilnummer registrerat. Din chef kan be den som sköter kontona att registrera det, eller så kommer du till servicedesk med legitimation.”
    err  Konto         evaand01  evaand01@contoso.example
    ask Hur är den som ringer identifierad (Enter: avbryt) ‹“körkort”›
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Identifierad utan kod: körkort.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 1-2 unlock evaand01: done, server 127.0.0.1, identified by körkort
    exit 0
    ");
}
