//! `assist`: one call after another, step by step.

mod code_out;
mod connection;
mod dead_ends;
mod identification;
mod leaving;
mod locked_again;
mod place;
mod same_call;
mod standing;

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{self, Code, CtrlC, Escape, No, Secret, Text, WrongCode, Yes};
use super::fixture::TestDesk;
use super::fixture::people::{EVAS_EARLIER, eva, eva_with_a_past};

/// Enter alone.
const ENTER: Answer = Text("");

#[test]
fn call_keeps_password_and_unlocks() {
    let mut desk = TestDesk::demo();
    let script = [Text("jesrab01"), Yes, WrongCode, Code, ENTER, ENTER];
    assert_snapshot!(desk.terminal(script).run(""), @r"
    err Övning: inget är på riktigt. Prova med jesrab01 (låst) eller karlsson (flera).
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“jesrab01”›
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         jesrab01  jesrab01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 11, stämmer det?”
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på anknytning 6000 eller 0142-36 6000.”
    out Till ärendet: Jesper Råberg (jesrab01)
    out Verifierad med kod till *********11 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir jesrab01: unlocked
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: refused (code_wrong)
    log 5-6 verify_code jesrab01: done
    log 7-8 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn call_sets_password_after_rejected_ones() {
    let mut desk = TestDesk::configured().with(eva_with_a_past()).in_english();
    desk.set("desk.extension", "\"6000\"").set("desk.services", "[\"Mjölnet\", \"Webmail\"]");
    let typed = |password| [Secret(password), Secret(password)];
    let script = [Text("070-174 06 31"), Yes, Code, ENTER, Text("2"), Secret("sommar")].into_iter();
    let script = script.chain(typed(EVAS_EARLIER)).chain(typed("Gurka-Moln-73")).chain([ENTER]);
    assert_snapshot!(desk.terminal(script).run("assist"), @r"
    ask Who is calling (user name, name, mail or mobile) ‹“070-174 06 31”›
    err  State     Nothing is wrong with the account.
    err  Do next   Try again: check the user name and Caps Lock. If the password is forgotten: send a code and set a new one.
    err  Account   evaand01  evaand01@contoso.example
    err Say: “I am sending a code to your mobile. The number ends with 31; is that right?”
    ask Send a code to *********31? [Y/n] ‹yes›
    sms +46701740631 ‹code 1› is your code to unlock your account or change your password. Give it to the servicedesk only if you called them yourself (0142-36 6000). Mjölby kommun
    err A code is on its way to *********31. It is valid until 12:22.
    ask Code that the caller reads back (Enter: new code) ‹the code›
    err Correct code. The caller is verified.
    ask What does the caller want?
    ask   1  Keep the current password and unlock the account (the account is not locked)
    ask * 2  Choose a new password and unlock the account
    ask  ‹“”›
    ask Where is the caller?
    ask * 1  At work
    ask   2  Somewhere else
    ask  ‹“2”›
    err Say: “The password needs at least 8 characters, one capital, one digit and a lowercase letter or a symbol, but no å, ä or ö, no part of your name, not just common words and no password you have used before.”
    ask New password (Enter: generate one) ‹a secret›
    err The password is not acceptable.
    err   At least 8 characters (6 found)
    err   At least 1 capital (0 found)
    err   At least 1 digit (0 found)
    err   The whole password is common words – choose another
    err   At least 3 of: capitals, lowercase letters, digits, symbols (1 found)
    ask New password (Enter: generate one) ‹a secret›
    ask Same password again ‹a secret›
    err The directory rejected the password: it was used before. Nothing has changed. Ask for another password.
    ask New password (Enter: generate one) ‹a secret›
    ask Same password again ‹a secret›
    out Done: the password has been reset for Eva Andersson (evaand01).
    out Say: “You can now use the new password to sign in to Mjölnet and Webmail. On the computer, the old one works until it is started on the workplace network; then it will be updated automatically with the new password.”
    out Say: “You can change the password when you are at work: press Ctrl+Alt+Delete and choose Change a password.”
    out Say: “If it does not work, call us on extension 6000 or 0142-36 6000.”
    out For the case: Eva Andersson (evaand01)
    out Verified by a code to *********31 at 12:17.
    out New password at 12:17, by CONTOSO\operator.
    ask Next call: who is calling (Enter: quit) ‹“”›
    dir evaand01: password set: secret 5 of 5
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5 reset evaand01: refused (password_refused)
    log 6-7 reset evaand01: failed (password_used_before)
    log 8-9 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn call_generates_password() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("reset.must_change", "false");
    let script = [Yes, Code, Text("2"), ENTER, Secret(""), ENTER, ENTER, ENTER];
    assert_snapshot!(desk.terminal(script).run("assist evaand01 -q"), @r"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    tel code 1 to *********31, valid until 12:22, is read back
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
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Se till att datorn är ansluten till nätverket på jobbet och starta om den, så kommer den att uppdateras automatiskt med ditt nya lösenord.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Nytt lösenord kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked; password set: a generated one
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

/// What `lookup` knows of the account's callers, the call shows too, and Enter sends no code then.
#[test]
fn call_warns_of_recent_wrong_codes() {
    let mut desk = TestDesk::configured().with(eva());
    desk.terminal([Yes, WrongCode, WrongCode, WrongCode]).run("unlock evaand01");
    assert_snapshot!(desk.wait(600).terminal([Text("evaand01"), ENTER, ENTER]).run("assist"), @"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Varning       3 felaktiga koder har lästs upp för kontot det senaste dygnet.
    err  Konto         evaand01  evaand01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 31, stämmer det?”
    ask Skicka en kod till *********31? [j/N] ‹“”›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be den som sköter kontona att ändra numret, eller så kommer du till servicedesk med legitimation.”
    err Avbrutet. Inget är ändrat.
    out Till ärendet: Eva Andersson (evaand01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    exit 0
    ");
}

#[test]
fn call_asks_which_account() {
    let mut desk = TestDesk::demo();
    let script = [Text("karlsson"), Text("3"), Text("karlsson"), ENTER, CtrlC, ENTER];
    assert_snapshot!(desk.terminal(script).run("assist"), @"
    err Övning: inget är på riktigt. Prova med jesrab01 (låst) eller karlsson (flera).
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“karlsson”›
    ask Vilket konto?
    ask * 1  Eva Karlsson (evakar01), Socialtjänst, Socialsekreterare: Låst efter för många felaktiga lösenord.
    ask   2  Eva Karlsson (evakar02), Skola, Lärare: Inget fel på kontot.
    ask   3  Ingen av dem
    ask  ‹“3”›
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“karlsson”›
    ask Vilket konto?
    ask * 1  Eva Karlsson (evakar01), Socialtjänst, Socialsekreterare: Låst efter för många felaktiga lösenord.
    ask   2  Eva Karlsson (evakar02), Skola, Lärare: Inget fel på kontot.
    ask   3  Ingen av dem
    ask  ‹“”›
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evakar01  evakar01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 14, stämmer det?”
    ask Skicka en kod till *********14? [J/n] ‹^C›
    err Avbrutet. Inget är ändrat.
    out Till ärendet: Eva Karlsson (evakar01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    exit 0
    ");
}

#[test]
fn one_run_serves_two_callers() {
    let mut desk = TestDesk::configured().with(eva()).with(super::fixture::people::bo());
    let script = [Text("evaand01"), Yes, Code, ENTER, Text("boberg01"), Yes, Code, ENTER, ENTER];
    let run = desk.terminal(script).run("assist -q --ticket INC-4711");
    assert_snapshot!(run.lines().filter(|line| line.starts_with(['o', 'd', 'l'])).collect::<Vec<_>>().join("\n"), @r"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Ärende INC-4711: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    out Upplåst: Bo Berg (boberg01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Bo Berg (boberg01)
    out Verifierad med kod till *********32 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    dir boberg01: unlocked
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done, ticket INC-4711
    log 3-4 verify_code evaand01: done, ticket INC-4711
    log 5-6 unlock evaand01: done, server 127.0.0.1, ticket INC-4711
    log 7-8 send_code boberg01: done
    log 9-10 verify_code boberg01: done
    log 11-12 unlock boberg01: done, server 127.0.0.1
    ");
}

#[test]
fn unusable_names_are_asked_for_again() {
    let mut desk = TestDesk::configured().with(eva());
    let script = [ENTER, Text("nobody"), Text("012870"), Text(r"\evaand01"), Text("evaand01"), Yes, CtrlC, Code, ENTER];
    assert_snapshot!(desk.terminal(script).run("assist -q"), @r"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“”›
    err Skriv vem som ringer, gärna med ärendets nummer (jesrab01 #4711), eller avsluta med Esc.
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“nobody”›
    err Fel: Inget konto stämmer med ”nobody”.
    err Gör så här: Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“012870”›
    err Det ser ut som en kod. Här skrivs vem som ringer; koden skrivs när programmet frågar efter den.
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“\evaand01”›
    err Fel: ”\evaand01” kan inte vara ett användarnamn, en adress, ett nummer eller ett namn.
    err Gör så här: Skriv till exempel jesrab01, jesrab01@example.se, 070-174 06 05 eller Eva Karlsson.
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    ask Skicka en kod till *********31? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********31. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹^C›
    err Avbrutet. Inget är ändrat.
    out Till ärendet: Eva Andersson (evaand01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹the code›
    err Det ser ut som en kod. Här skrivs vem som ringer; koden skrivs när programmet frågar efter den.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    log 1-2 send_code evaand01: done
    exit 0
    ");
}

#[test]
fn call_sends_new_code_after_last_try() {
    let mut desk = TestDesk::configured().with(eva());
    assert_snapshot!(desk.terminal([Yes, WrongCode, WrongCode, WrongCode, Code, ENTER, ENTER]).run("assist evaand01 -q"), @r"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    ask Skicka en kod till *********31? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********31. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. Ett försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod, och försöken är slut. En ny kod skickas.
    sms +46701740631 ‹code 2› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********31. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: refused (code_wrong)
    log 5-6 verify_code evaand01: refused (code_wrong)
    log 7-8 verify_code evaand01: refused (code_wrong)
    log 9-10 send_code evaand01: refused (send_too_soon)
    log 11-12 send_code evaand01: done
    log 13-14 verify_code evaand01: done
    log 15-16 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn call_ends_for_accounts_out_of_reach() {
    let mut desk = TestDesk::demo();
    for account in ["perols01", "sarhol01", "bengun01", "ingsve01", "rutros01", "tomsmi01"] {
        let run = desk.terminal([ENTER]).run(&format!("assist {account}"));
        assert!(run.contains("err  Gör nu") && !run.contains("Skicka en kod till"), "{run}");
        assert!(run.ends_with("ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›\nexit 0"), "{run}");
    }
}

#[test]
fn keeping_expired_password_gives_advice() {
    let mut desk = TestDesk::demo();
    let shown = |run: String| {
        let from = run.find("ask Vad vill").unwrap();
        run[from..].to_owned()
    };
    assert_snapshot!(shown(desk.terminal([Yes, Code, Text("1"), ENTER]).run("assist karnys01")), @"
    ask Vad vill den som ringer?
    ask   1  Behåll ditt nuvarande lösenord och lås upp ditt konto (kontot är inte låst)
    ask * 2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“1”›
    out Kontot karnys01 (Karl Nyström) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.”
    out Säg: ”Går det inte, ring oss på anknytning 6000 eller 0142-36 6000.”
    out Till ärendet: Karl Nyström (karnys01)
    out Verifierad med kod till *********18 kl. 12.17.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    log 1-2 send_code karnys01: done
    log 3-4 verify_code karnys01: done
    exit 0
    ");
    let locked = Person { must_change: true, ..eva() };
    let mut desk = TestDesk::configured().with(locked);
    assert_snapshot!(shown(desk.terminal([Yes, Code, Text("1"), ENTER]).run("assist evaand01")), @r"
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“1”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.”
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
}

#[test]
fn assist_needs_terminal() {
    let mut desk = TestDesk::configured();
    assert_snapshot!(desk.run("assist evaand01"), @"
    err Fel: Det går inte att fråga: ingen terminal, eller --no-input. Inget är ändrat.
    err Gör så här: Använd servicedesk lookup | send-code | unlock | reset.
    exit 2
    ");
    assert_snapshot!(desk.terminal([]).run("assist -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "not_for_scripts", "exit_code": 2, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": null, "candidates": []}}
    err Fel: Ett samtal förs på en terminal, så --output gäller inte där.
    err Gör så här: Ta bort --output, eller använd servicedesk lookup, send-code, unlock och reset, som skriver json och csv.
    exit 2
    "#);
    assert_snapshot!(desk.terminal([]).run("assist --no-input"), @"
    err Fel: Det går inte att fråga: ingen terminal, eller --no-input. Inget är ändrat.
    err Gör så här: Använd servicedesk lookup | send-code | unlock | reset.
    exit 2
    ");
    assert_snapshot!(desk.terminal([]).run("--no-input").lines().last().unwrap(), @"exit 2");
}

/// The old password is gone, so that keeping it is nothing to offer.
#[test]
fn refused_password_leaves_only_a_new_one() {
    let mut desk = TestDesk::with_controller(false).with(eva_with_a_past());
    let script = [Text("evaand01"), Yes, Code, Text("2"), ENTER, Secret(EVAS_EARLIER), Secret(EVAS_EARLIER)];
    let script = script.into_iter().chain([Escape, Escape, CtrlC, ENTER]);
    assert_snapshot!(desk.terminal(script).run("assist -q"), @r"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    err  Läge      Inget fel på kontot.
    err  Gör nu    Försök igen: rätt användarnamn, Caps Lock av. Om lösenordet är glömt: skicka en kod och ange ett nytt.
    err  Konto     evaand01  evaand01@contoso.example
    tel code 1 to *********31, valid until 12:22, is read back
    ask Vad vill den som ringer?
    ask   1  Behåll ditt nuvarande lösenord och lås upp ditt konto (kontot är inte låst)
    ask * 2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“2”›
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    err Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inte å, ä eller ö, ingen del av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    err Katalogen godtog inte lösenordet: det är använt förut. Kontot har nu ett slumpat lösenord som ingen känner till, så ett nytt måste sättas. Be om ett annat.
    ask Nytt lösenord (Enter: skapa ett) ‹Esc›
    err Fel: Kontot evaand01 har nu ett slumpat lösenord som ingen känner till: det önskade godtogs inte (det är använt förut).
    err Gör så här: Den som ringer kan inte logga in förrän ett annat lösenord är satt: servicedesk reset evaand01. Ingen ny kod behövs.
    ask Försöka igen? [J/n] ‹Esc›
    ask Vad vill den som ringer?
    ask * 1  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹^C›
    err Avbrutet. Vad som redan är gjort står nedan.
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Det gamla lösenordet ersatt kl. 12.17 med ett slumpat som ingen känner till, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: password set: one that nobody was told; must change it
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: partly (halfway_random_password)
    log 7-8 end_verification evaand01: done
    exit 0
    ");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge      Ingen känner till lösenordet, så ett nytt måste sättas.
    out  Gör nu    Sätt ett nytt lösenord: servicedesk reset evaand01.
    out  Obs       Kontot har sedan kl. 12.17 ett slumpat lösenord som ingen känner till. Det gamla gäller inte längre.
    out            Lösenordet har redan satts härifrån en gång det senaste dygnet.
    out  Konto     evaand01  evaand01@contoso.example
    out  Namn      Eva Andersson
    out  Mobil     *********31, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst      nej
    out  Lösenord  måste bytas vid nästa inloggning
    out  Regler    domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("unlock evaand01"), @"
    out Kontot evaand01 (Eva Andersson) är inte låst. Det finns inget att låsa upp.
    out Kontot har sedan kl. 12.17 ett slumpat lösenord som ingen känner till. Det gamla gäller inte längre.
    out Sätt ett nytt lösenord: servicedesk reset evaand01.
    exit 0
    ");
    // Until a new one is set.
    desk.wait(60);
    let script = [Text("evaand01"), Yes, Code, ENTER, ENTER, Secret("Gurka-Moln-73"), Secret("Gurka-Moln-73"), ENTER];
    assert_snapshot!(desk.terminal(script).run("assist -q"), @r"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaand01”›
    err  Läge      Ingen känner till lösenordet, så ett nytt måste sättas.
    err  Gör nu    Skicka en kod, och ange ett nytt lösenord.
    err  Obs       Kontot har sedan kl. 12.17 ett slumpat lösenord som ingen känner till. Det gamla gäller inte längre.
    err            Lösenordet har redan satts härifrån en gång det senaste dygnet.
    err  Konto     evaand01  evaand01@contoso.example
    tel code 2 to *********31, valid until 12:23, is read back
    ask Vad vill den som ringer?
    ask * 1  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    err Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inte å, ä eller ö, ingen del av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.18.
    out Nytt lösenord kl. 12.18, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: password set: secret 2 of 2
    log 9-10 send_code evaand01: done
    log 11-12 verify_code evaand01: done
    log 13-14 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
    let lookup = desk.run("lookup evaand01");
    assert!(!lookup.contains("slumpat"), "{lookup}");
}
