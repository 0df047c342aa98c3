//! Calls where the caller is at work, or somewhere else.

use insta::assert_snapshot;

use crate::desk::fixture::Answer::{Code, Secret, Text, Yes};
use crate::desk::fixture::people::eva;
use crate::desk::fixture::{Says, TestDesk};

use super::ENTER;

fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("desk.services", "[\"Mjölnet\", \"Webmail\"]");
    desk.set("desk.selfservice_url", "\"https://losen.example.se\"");
    desk
}

/// From the question about what the caller wants.
fn from_the_choice(run: &str) -> String {
    run[run.find("ask Vad vill").unwrap()..].to_owned()
}

#[test]
fn caller_outside_gets_password_by_sms() {
    let script = [Yes, Code, Text("2"), Text("2"), Secret(""), ENTER, ENTER];
    assert_snapshot!(from_the_choice(&desk().terminal(script).run("assist evaand01 -q")), @r"
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“2”›
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“2”›
    err Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inte å, ä eller ö, ingen del av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    ask Hur ska den som ringer få lösenordet?
    ask   1  Läs upp det
    ask * 2  SMS till *********31
    ask  ‹“”›
    sms +46701740631 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Mjölby kommun
    sms ‹made of words›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Lösenordet är skickat till *********31. Fråga om det har kommit.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in på Mjölnet och Webmail. På datorn gäller det gamla tills den startas och är ansluten till nätverket på jobbet; då kommer den att uppdateras automatiskt med ditt nya lösenord.”
    out Säg: ”Du kan byta lösenordet när du är på jobbet: tryck Ctrl+Alt+Delete och välj Ändra ett lösenord.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Säg: ”Nästa gång kan du göra det själv på https://losen.example.se.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Nytt lösenord kl. 12.17. Lösenordet skickat som SMS kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked; password set: a generated one
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: done
    exit 0
    ");
}

/// What is read out is shown until the caller has it.
#[test]
fn password_that_is_read_out_is_erased() {
    let script = [Yes, Code, Text("2"), ENTER, Secret(""), ENTER, ENTER, ENTER];
    assert_snapshot!(from_the_choice(&desk().terminal(script).run("assist evaand01 -q")), @r"
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“2”›
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    err Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inte å, ä eller ö, ingen del av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    ask Hur ska den som ringer få lösenordet?
    ask * 1  Läs upp det
    ask   2  SMS till *********31
    ask  ‹“”›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Lösenordet: ‹made of words›
    out  ‹read aloud›
    ask Tryck Enter när den som ringer har lösenordet ‹“”›
    err Lösenordet är borttaget från skärmen.
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Säg: ”Nästa gång kan du göra det själv på https://losen.example.se.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Nytt lösenord kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked; password set: a generated one; must change it
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

/// An unlock asks nothing about it, and tells both.
#[test]
fn unlocked_caller_is_told_both() {
    let script = [Yes, Code, ENTER, ENTER];
    assert_snapshot!(from_the_choice(&desk().terminal(script).run("assist evaand01 -q")), @r"
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Säg: ”Nästa gång kan du göra det själv på https://losen.example.se.”
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
}

/// The password is set, but nobody has it: another one can be set in the same call.
#[test]
fn password_that_was_not_sent_is_made_again() {
    let mut desk = desk();
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    desk.gateway(Says::Answer("403 Forbidden", "Authorization failed for sendsms"));
    let script = [Text("j"), Text("2"), Text("2"), Secret(""), ENTER, Yes, Secret(""), Text("1"), ENTER, ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert!(run.contains("men ingen känner till det") && run.contains("out Lösenordet: "), "{run}");
}

/// Where keeping the password cannot help, the usual new one is one that need not be changed.
#[test]
fn denied_own_change_gets_password_without_demand() {
    let mut desk = TestDesk::demo();
    let script = [Yes, Code, Text("2"), ENTER, Secret("Gurka-Moln-73"), Secret("Gurka-Moln-73"), ENTER];
    assert_snapshot!(desk.terminal(script).run("assist kassan01"), @r"
    err Övning: inget är på riktigt. Prova med jesrab01 (låst) eller karlsson (flera).
    err  Läge       Lösenordet måste bytas vid nästa inloggning. Kontot får inte byta lösenord själv, så den som ringer är utelåst.
    err  Gör nu     Skicka en kod, och ange ett nytt lösenord. Det går om servern kan kontrollera tidigare lösenord; lämna annars över till katalogens administratör.
    err  Konto      kassan01  kassan01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 28, stämmer det?”
    tel code 1 to *********28, valid until 12:22, is read back
    ask Vad vill den som ringer?
    ask   1  Behåll ditt nuvarande lösenord och lås upp ditt konto (räcker inte: lösenordet måste bytas, och kontot får inte byta det själv)
    ask * 2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“2”›
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    err Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inte å, ä eller ö, ingen del av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Kassan Badhuset (kassan01).
    out Det nya lösenordet behöver inte bytas: kontot får inte byta lösenord själv.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in på Mjölnet och Webmail. Se till att datorn är ansluten till nätverket på jobbet och starta om den, så kommer den att uppdateras automatiskt med ditt nya lösenord.”
    out Säg: ”Går det inte, ring oss på anknytning 6000 eller 0142-36 6000.”
    err Mobilen *********28 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********28).
    out Till ärendet: Kassan Badhuset (kassan01)
    out Verifierad med kod till *********28 kl. 12.17.
    out Nytt lösenord kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir kassan01: password set: secret 2 of 2; need not change it
    log 1-2 send_code kassan01: done
    log 3-4 verify_code kassan01: done
    log 5-6 reset kassan01: done, server 127.0.0.1
    log 7-8 tell_owner kassan01: done
    exit 0
    ");
}
