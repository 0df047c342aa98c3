//! The caller has the phone of another registered number: the operator says no and chooses that one.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::super::fixture::Answer::{Code, CtrlC, Escape, No, Secret, Text, WrongCode, Yes};
use super::super::fixture::people::{ago, eva};
use super::{desk, eva_with_three};

/// What the operator was asked and told about numbers, and what was recorded and sent.
fn of_numbers(run: &str) -> String {
    let is_told = |line: &&str| {
        ["ask Skicka", "ask Vilket", "ask *", "ask  ", "sms ", "tel ", "log "]
            .iter()
            .any(|start| line.starts_with(start))
            || ["Numret slutar", "nummer", "numret", "Verifierad med"].iter().any(|part| line.contains(part))
    };
    run.lines().filter(is_told).collect::<Vec<_>>().join("\n")
}

#[test]
fn call_sends_code_to_chosen_number() {
    let mut desk = desk(eva_with_three());
    let script = [No, Text("2"), Yes, WrongCode, Code, Text("1"), Text("")];
    assert_snapshot!(desk.terminal(script).run("assist evaand01"), @r"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 31, stämmer det?”
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹no›
    ask Vilket nummer är rätt?
    ask * 1  *********32
    ask   2  *********33
    ask   3  Inget av dem
    ask  ‹“2”›
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 33, stämmer det?”
    ask Skicka en kod till *********33 (n: ett annat nummer)? [J/n] ‹yes›
    sms +46701740633 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********33. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“1”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********33 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: refused (code_wrong)
    log 5-6 verify_code evaand01: done
    log 7-8 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
    let exported = desk.run("audit export --action verify_code");
    assert!(exported.contains("*********33") && !exported.contains("*********31"), "{exported}");
}

/// A password goes to the phone that the code has proved, not to the one that the account names first.
#[test]
fn password_goes_to_chosen_number() {
    let mut desk = desk(eva_with_three());
    let script = [No, Text("1"), Yes, Code, Text("2"), Text("2"), Secret(""), Text("2"), Text("")];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(of_numbers(&run), @"
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹no›
    ask Vilket nummer är rätt?
    ask * 1  *********32
    ask   2  *********33
    ask   3  Inget av dem
    ask  ‹“1”›
    ask Skicka en kod till *********32 (n: ett annat nummer)? [J/n] ‹yes›
    sms +46701740632 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“2”›
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“2”›
    ask   1  Läs upp det
    ask * 2  SMS till *********32
    ask  ‹“2”›
    sms +46701740632 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Mjölby kommun
    sms ‹made of words›
    out Verifierad med kod till *********32 kl. 12.17.
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: done
    ");
    let mut desk = self::desk(eva_with_three());
    let script = [No, Text("2"), Yes, Code];
    let run = desk.terminal(script).run("reset evaand01 --generate --deliver sms --no-must-change -q");
    assert_snapshot!(of_numbers(&run), @"
    err Obs: Fler nummer är registrerade: *********32, *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹no›
    ask Vilket nummer är rätt?
    ask * 1  *********32
    ask   2  *********33
    ask   3  Inget av dem
    ask  ‹“2”›
    ask Skicka en kod till *********33 (n: ett annat nummer)? [J/n] ‹yes›
    sms +46701740633 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    sms +46701740633 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Mjölby kommun
    sms ‹made of words›
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: done
    ");
}

/// Each step back is one step, and none of the numbers means no code.
#[test]
fn number_that_is_not_chosen_gets_no_code() {
    let mut desk = desk(eva_with_three());
    let script = [No, Escape, No, Text("1"), No, Text("3"), Text("")];
    assert_snapshot!(of_numbers(&desk.terminal(script).run("assist evaand01")), @"
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 31, stämmer det?”
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹no›
    ask Vilket nummer är rätt?
    ask * 1  *********32
    ask   2  *********33
    ask   3  Inget av dem
    ask  ‹Esc›
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 31, stämmer det?”
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹no›
    ask Vilket nummer är rätt?
    ask * 1  *********32
    ask   2  *********33
    ask   3  Inget av dem
    ask  ‹“1”›
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 32, stämmer det?”
    ask Skicka en kod till *********32 (n: ett annat nummer)? [J/n] ‹no›
    ask Vilket nummer är rätt?
    ask * 1  *********31
    ask   2  *********33
    ask   3  Inget av dem
    ask  ‹“3”›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be den som sköter kontona att ändra numret, eller så kommer du till servicedesk med legitimation.”
    ");
    let run = desk.terminal([No, CtrlC]).run("unlock evaand01 -q");
    assert!(run.ends_with("exit 130") && !run.contains("sms "), "{run}");
}

/// What speaks against the chosen number is told before a code goes there, and makes No the usual answer.
#[test]
fn chosen_number_is_judged_by_its_own_age() {
    let of_two = || Person {
        mobile_changed: Some(ago(300 * 24 * 60)),
        other_mobiles_changed: Some(ago(24 * 60)),
        other_mobiles: vec!["070-174 06 33".into()],
        ..eva()
    };
    let mut desk = desk(of_two());
    assert_snapshot!(of_numbers(&desk.terminal([No, Text("1"), Text(""), CtrlC]).run("unlock evaand01 -q")), @"
    err Obs: Fler nummer är registrerade: *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹no›
    ask Vilket nummer är rätt?
    ask * 1  *********33
    ask   2  Inget av dem
    ask  ‹“1”›
    err Varning: Mobilnumret ändrades nyligen. Ta reda på att det är rätt person som ringer.
    ask Skicka en kod till *********33 (n: ett annat nummer)? [j/N] ‹“”›
    ask Vilket nummer är rätt?
    ask * 1  *********31
    ask   2  Inget av dem
    ask  ‹^C›
    ");
    // Where such a number gets no code, there is nothing to choose.
    let mut desk = self::desk(of_two());
    desk.set("verification.require_settled_mobile", "true");
    assert_snapshot!(of_numbers(&desk.terminal([No]).run("unlock evaand01 -q")), @"
    err Obs: Fler nummer är registrerade: *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    ask Skicka en kod till *********31? [J/n] ‹no›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be den som sköter kontona att ändra numret, eller så kommer du till servicedesk med legitimation.”
    ");
}

/// Who else has the chosen number is looked up as for the first one.
#[test]
fn shared_chosen_number_is_told() {
    let other = Person::new("boberg01").named("Bo", "Berg").mobile("070-174 06 33");
    let mut desk = desk(eva_with_three()).with(other);
    assert_snapshot!(of_numbers(&desk.terminal([No, Text("2"), Text(""), CtrlC]).run("unlock evaand01 -q")), @"
    err Obs: Fler nummer är registrerade: *********32, *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹no›
    ask Vilket nummer är rätt?
    ask * 1  *********32
    ask   2  *********33
    ask   3  Inget av dem
    ask  ‹“2”›
    err Varning: Mobilnumret finns också på boberg01. Koden visar bara att den som ringer har telefonen, så fråga mer.
    ask Skicka en kod till *********33 (n: ett annat nummer)? [j/N] ‹“”›
    ask Vilket nummer är rätt?
    ask * 1  *********31
    ask   2  *********32
    ask   3  Inget av dem
    ask  ‹^C›
    ");
}

/// The next question about the account names the number that the caller was verified by.
#[test]
fn same_call_is_verified_by_chosen_number() {
    let mut desk = desk(eva_with_three());
    let script = [No, Text("2"), Yes, Code, Text("1"), Text("evaand01"), Text("j"), Text("1"), Text("")];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_eq!(run.matches("Verifierad med kod till *********33").count(), 2, "{run}");
}
