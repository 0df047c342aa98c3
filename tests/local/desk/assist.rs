//! `assist`: one call after another, step by step.

mod connection;
mod identification;

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{self, Code, CtrlC, No, Secret, Text, WrongCode, Yes};
use super::fixture::TestDesk;
use super::fixture::people::{EVAS_EARLIER, eva, eva_with_a_past};

/// Enter alone.
const ENTER: Answer = Text("");

#[test]
fn call_keeps_password_and_unlocks() {
    let mut desk = TestDesk::demo();
    let script = [Text("jesrab01"), Yes, WrongCode, Code, ENTER, ENTER];
    assert_snapshot!(desk.terminal(script).run(""), @"
    err Övning: inget är på riktigt. Prova med jesrab01 (låst) eller karlsson (flera).
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“jesrab01”›
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         jesrab01  jesrab01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 11, stämmer det?”
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till 12:22.
    ask Koden som läses upp (tomt: skicka en ny) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (tomt: skicka en ny) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Jesper Råberg (jesrab01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på anknytning 6000 eller 0142-36 6000.”
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›
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
    let script = [Text("070-174 06 31"), Yes, Code, ENTER].into_iter().chain(typed("sommar"));
    let script = script.chain(typed(EVAS_EARLIER)).chain(typed("Gurka-Moln-73")).chain([No, ENTER]);
    assert_snapshot!(desk.terminal(script).run("assist"), @"
    ask Who is calling (user name, name, mail or mobile) ‹“070-174 06 31”›
    err  State     Nothing is wrong with the account.
    err  Do next   Try again: check the user name and Caps Lock. If the password is forgotten: send a code and set a new one.
    err  Account   evaand01  evaand01@contoso.example
    err Say: “I am sending a code to your mobile. The number ends with 31; is that right?”
    ask Send a code to *********31? [Y/n] ‹yes›
    sms +46701740631 ‹code 1› is your code to unlock your account or change your password. Give it to the servicedesk only if you called them yourself (0142-36 6000). Mjölby kommun
    err A code is on its way to *********31. It is valid until 12:22.
    ask Code that the caller reads back (empty: send a new one) ‹the code›
    err Correct code. The caller is verified.
    ask What does the caller want?
    ask   1  Keep the current password and unlock the account (the account is not locked)
    ask * 2  Choose a new password and unlock the account
    ask  ‹“”›
    err Say: “The password needs at least 8 characters, one capital, one digit and a lowercase letter or a symbol, but no å, ä or ö, no part of your name, not just common words and no password you have used before.”
    ask New password (empty: generate one) ‹a secret›
    ask Same password again ‹a secret›
    err The password is not acceptable.
    err   At least 8 characters (6 found)
    err   At least 1 capital (0 found)
    err   At least 1 digit (0 found)
    err   The whole password is common words – choose another
    err   At least 3 of: capitals, lowercase letters, digits, symbols (1 found)
    ask New password (empty: generate one) ‹a secret›
    ask Same password again ‹a secret›
    err The directory rejected the password: it was used before. Nothing has changed. Ask for another password.
    ask New password (empty: generate one) ‹a secret›
    ask Same password again ‹a secret›
    out New password set for Eva Andersson (evaand01).
    ask Is the caller at the workplace? [Y/n] ‹no›
    out Say: “Sign in at a computer at work with the new password. You will then choose one of your own.”
    out Say: “If it does not work, call us on extension 6000 or 0142-36 6000.”
    ask Next call: who is calling (empty: quit) ‹“”›
    dir evaand01: password set: secret 6 of 6; must change it
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
    let script = [Yes, Code, Text("2"), Secret(""), Text("j"), Yes, ENTER];
    assert_snapshot!(desk.terminal(script).run("assist evaand01 -q"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    tel code 1 to *********31, valid until 12:22, is read back
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“2”›
    err Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inget å, ä eller ö, inget av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    ask Nytt lösenord (tomt: gör ett) ‹nothing›
    ask Göra ett lösenord som läses upp? [j/N] ‹“j”›
    out Nytt lösenord satt för Eva Andersson (evaand01).
    out Kontot var låst och är nu öppet.
    out Lösenordet: ‹made of words›
    out  ‹read aloud›
    ask Är den som ringer på arbetsplatsen? [J/n] ‹yes›
    out Säg: ”Du kan logga in nu. Starta om datorn, så tar den det nya lösenordet.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›
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
    err Avbrutet. Inget är ändrat.
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›
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
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›
    exit 0
    ");
}

#[test]
fn one_run_serves_two_callers() {
    let mut desk = TestDesk::configured().with(eva()).with(super::fixture::people::bo());
    let script = [Text("evaand01"), Yes, Code, ENTER, Text("boberg01"), Yes, Code, ENTER, ENTER];
    let run = desk.terminal(script).run("assist -q --ticket INC-4711");
    assert_snapshot!(run.lines().filter(|line| line.starts_with(['o', 'd', 'l'])).collect::<Vec<_>>().join("\n"), @"
    out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in nu, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Upplåst: Bo Berg (boberg01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in nu, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    dir boberg01: unlocked
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done, ticket INC-4711
    log 3-4 verify_code evaand01: done, ticket INC-4711
    log 5-6 unlock evaand01: done, server 127.0.0.1, ticket INC-4711
    log 7-8 send_code boberg01: done, ticket INC-4711
    log 9-10 verify_code boberg01: done, ticket INC-4711
    log 11-12 unlock boberg01: done, server 127.0.0.1, ticket INC-4711
    ");
}

#[test]
fn unusable_names_are_asked_for_again() {
    let mut desk = TestDesk::configured().with(eva());
    let script = [ENTER, Text("nobody"), Text("012870"), Text(r"\evaand01"), Text("evaand01"), Yes, CtrlC, Code, ENTER];
    assert_snapshot!(desk.terminal(script).run("assist -q"), @r"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“”›
    err Skriv vem som ringer, eller avsluta med Ctrl-C.
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
    err En kod är skickad till *********31. Den gäller till 12:22.
    ask Koden som läses upp (tomt: skicka en ny) ‹^C›
    err Avbrutet. Inget är ändrat.
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹the code›
    err Det ser ut som en kod. Här skrivs vem som ringer; koden skrivs när programmet frågar efter den.
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›
    log 1-2 send_code evaand01: done
    exit 0
    ");
}

#[test]
fn ctrl_c_at_any_question_ends_call() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.terminal([CtrlC]).run("assist");
    assert_snapshot!(run, @"
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    let before: [Vec<Answer>; 5] =
        [vec![], vec![Yes], vec![Code], vec![Text("2")], vec![Text("2"), Secret("Gurka-Moln-73")]];
    for answers in before {
        let script = [Text("evaand01")].into_iter().chain(answers).chain([CtrlC, CtrlC]);
        let run = desk.terminal(script).run("assist -q");
        assert!(run.ends_with("exit 0"), "{run}");
        assert_eq!(run.matches("err Avbrutet. Inget är ändrat.").count(), 1, "{run}");
        assert!(!run.contains("\ndir "), "{run}");
    }
}

#[test]
fn ctrl_c_at_last_question_keeps_result() {
    let mut desk = TestDesk::configured().with(eva());
    let typed = [Secret("Gurka-Moln-73"), Secret("Gurka-Moln-73")];
    let script = [Yes, Code, Text("2")].into_iter().chain(typed).chain([CtrlC, ENTER]);
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert!(run.contains("out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet."), "{run}");
    assert!(!run.contains("Avbrutet"), "{run}");
}

#[test]
fn call_offers_new_code_after_last_try() {
    let mut desk = TestDesk::configured().with(eva());
    let script = [Yes, WrongCode, WrongCode, WrongCode].into_iter();
    let script = script.chain([desk.time_passes(60), Yes, Code, ENTER, ENTER]);
    let script: Vec<Answer> = script.collect();
    assert_snapshot!(desk.terminal(script).run("assist evaand01 -q"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    ask Skicka en kod till *********31? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********31. Den gäller till 12:22.
    ask Koden som läses upp (tomt: skicka en ny) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (tomt: skicka en ny) ‹a wrong code›
    err Fel kod. Ett försök kvar.
    ask Koden som läses upp (tomt: skicka en ny) ‹a wrong code›
    err Fel: Koden stämmer inte. Inget är ändrat.
    err Gör så här: Försöken är slut. Skicka en ny kod.
    tel code 2 to *********31, valid until 12:23, is read back
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in nu, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: refused (code_wrong)
    log 5-6 verify_code evaand01: refused (code_wrong)
    log 7-8 verify_code evaand01: refused (code_wrong)
    log 9-10 send_code evaand01: done
    log 11-12 verify_code evaand01: done
    log 13-14 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn call_ends_for_accounts_out_of_reach() {
    let mut desk = TestDesk::demo();
    for account in ["perols01", "sarhol01", "bengun01", "ingsve01", "rutros01", "tomsmi01"] {
        let run = desk.terminal([ENTER]).run(&format!("assist {account}"));
        assert!(run.contains("err  Gör nu") && !run.contains("Skicka en kod till"), "{run}");
        assert!(run.ends_with("ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›\nexit 0"), "{run}");
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
    out Karl Nyström (karnys01) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.”
    out Säg: ”Går det inte, ring oss på anknytning 6000 eller 0142-36 6000.”
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›
    log 1-2 send_code karnys01: done
    log 3-4 verify_code karnys01: done
    exit 0
    ");
    let locked = Person { must_change: true, ..eva() };
    let mut desk = TestDesk::configured().with(locked);
    assert_snapshot!(shown(desk.terminal([Yes, Code, Text("1"), ENTER]).run("assist evaand01")), @"
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“1”›
    out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›
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
    out {"error": {"kind": "not_for_scripts", "message": "…", "hint": "…"}}
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

/// Where keeping the password cannot help, the usual new one is one that need not be changed.
#[test]
fn denied_own_change_gets_password_without_demand() {
    let mut desk = TestDesk::demo();
    let script = [Yes, Code, Text("2"), Secret("Gurka-Moln-73"), Secret("Gurka-Moln-73"), Yes, ENTER];
    assert_snapshot!(desk.terminal(script).run("assist kassan01"), @"
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
    err Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inget å, ä eller ö, inget av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    ask Nytt lösenord (tomt: gör ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Nytt lösenord satt för Kassan Badhuset (kassan01).
    out Det nya lösenordet behöver inte bytas: kontot får inte byta lösenord själv.
    ask Är den som ringer på arbetsplatsen? [J/n] ‹yes›
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu. Starta om datorn, så tar den det nya lösenordet.”
    out Säg: ”Går det inte, ring oss på anknytning 6000 eller 0142-36 6000.”
    ask Nästa samtal: vem ringer (tomt: avsluta) ‹“”›
    dir kassan01: password set: secret 2 of 2; need not change it
    log 1-2 send_code kassan01: done
    log 3-4 verify_code kassan01: done
    log 5-6 reset kassan01: done, server 127.0.0.1
    exit 0
    ");
}
