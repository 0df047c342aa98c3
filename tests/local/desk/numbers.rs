//! Several registered numbers: which one a code goes to, and that a code to one never counts for another.

mod chosen;

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{Code, CtrlC, Text, Yes};
use super::fixture::people::{ago, eva};
use super::fixture::{TestDesk, kind};

/// `mobile` has two numbers, `otherMobile` a third and one that is known already.
fn eva_with_three() -> Person {
    Person {
        other_mobiles: vec!["070-174 06 33 (privat)".into(), "+46 70 174 06 31".into()],
        ..eva().mobile("070-174 06 31 / 070-174 06 32")
    }
}

fn desk(person: Person) -> TestDesk {
    let mut desk = TestDesk::configured().with(person);
    desk.set("directory.mobile_attribute", r#"["mobile", "otherMobile"]"#);
    desk
}

#[test]
fn first_mobile_is_used_and_others_are_said() {
    let mut desk = desk(eva_with_three());
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    out  Konto         evaand01  evaand01@contoso.example
    out  Namn          Eva Andersson
    out  Mobil         *********31, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan); även *********32, *********33
    out  Låst          JA, sedan kl. 12.07 (för 10 minuter sedan); låses inte upp automatiskt
    out  Fel lösenord  5, senast kl. 12.07 (för 10 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("lookup evaand01 --lang en"), @"
    out  State        Locked after too many wrong passwords.
    out  Do next      Unlock: servicedesk unlock evaand01. If the password is forgotten: servicedesk reset evaand01.
    out  Account      evaand01  evaand01@contoso.example
    out  Name         Eva Andersson
    out  Mobile       *********31, changed 2025-03-30 12:17 (400 days ago); also *********32, *********33
    out  Locked       YES, since 12:07 (10 minutes ago); does not unlock automatically
    out  Wrong tries  5, last 12:07 (10 minutes ago)
    out  Password     set 2026-04-04 12:17 (30 days ago), expires 2026-10-01 12:17 (in 150 days)
    out  Rules        domain policy: at least 8 characters, none of the last 12 passwords, three kinds of character and no part of the name
    exit 0
    ");
    let run = desk.run("lookup evaand01 -o json");
    assert!(run.contains(r#""other_mobiles": ["*********32", "*********33"]"#), "{run}");
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Obs: Fler nummer är registrerade: *********32, *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    out En kod är skickad till *********31. Den gäller till kl. 12.22.
    out När koden läses upp: servicedesk send-code evaand01 --verify KOD, eller direkt: servicedesk unlock evaand01 --code KOD
    log 1-2 send_code evaand01: done
    exit 0
    ");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn code_goes_to_the_number_that_ends_so() {
    let mut desk = desk(eva_with_three());
    assert_snapshot!(desk.run("send-code evaand01 --to 33"), @"
    err Obs: Fler nummer är registrerade: *********31, *********32. Kod till ett annat: send-code --to och de sista siffrorna.
    sms +46701740633 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    out En kod är skickad till *********33. Den gäller till kl. 12.22.
    out När koden läses upp: servicedesk send-code evaand01 --verify KOD, eller direkt: servicedesk unlock evaand01 --code KOD
    log 1-2 send_code evaand01: done
    exit 0
    ");
    // The same number proves the caller, in another run as well.
    assert_snapshot!(desk.run("send-code evaand01 --verify {code}"), @"
    out Den som ringer om evaand01 är verifierad.
    log 3-4 verify_code evaand01: done
    exit 0
    ");
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms"), @"
    sms +46701740633 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Byt det när du loggar in. Mjölby kommun
    sms ‹made of words›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Lösenordet är skickat till *********33. Fråga om det har kommit.
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: done
    exit 0
    ");
}

#[test]
fn code_to_another_number_is_read_back_at_once() {
    let mut desk = desk(eva_with_three());
    assert_snapshot!(desk.terminal([Code]).run("send-code evaand01 --to 0632 -q"), @"
    err Obs: Fler nummer är registrerade: *********31, *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    sms +46701740632 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********32. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Den som ringer om evaand01 är verifierad.
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    exit 0
    ");
    assert_snapshot!(desk.terminal([]).run("unlock evaand01 -q"), @"
    err Obs: Fler nummer är registrerade: *********31, *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn code_that_is_out_is_asked_for_and_not_sent_again() {
    let mut desk = desk(eva_with_three());
    assert!(desk.run("send-code evaand01 --to 33").ends_with("exit 0"));
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock evaand01 -q"), @"
    err Obs: Fler nummer är registrerade: *********31, *********32. Kod till ett annat: send-code --to och de sista siffrorna.
    err En kod skickades kl. 12.17 till *********33. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn digits_that_name_no_number_or_several_are_refused() {
    let mut desk = desk(eva_with_three());
    assert_snapshot!(desk.run("send-code evaand01 --to 0634"), @"
    err Fel: Inget nummer som är registrerat för evaand01 slutar så. Ingen kod är skickad.
    err Gör så här: Registrerade nummer: *********31, *********32, *********33.
    log 1 send_code evaand01: refused (no_such_mobile)
    exit 5
    ");
    assert_snapshot!(desk.run("send-code evaand01 --to 0701740634 --lang en"), @"
    err Error: No registered number of evaand01 ends with those digits. No code was sent.
    err What to do: Registered: *********31, *********32, *********33.
    log 2 send_code evaand01: refused (no_such_mobile)
    exit 5
    ");
    let mut desk = self::desk(Person { other_mobiles: vec!["070-174 17 31".into()], ..eva() });
    assert_snapshot!(desk.run("send-code evaand01 --to 31"), @"
    err Fel: Flera nummer som är registrerade för evaand01 slutar så. Ingen kod är skickad.
    err Gör så här: Ange fler av de sista siffrorna.
    log 1 send_code evaand01: refused (no_such_mobile)
    exit 5
    ");
    assert!(desk.run("send-code evaand01 --to 0631").ends_with("exit 0"));
    assert!(desk.run("send-code evaand01 --to 31 --verify 123456").ends_with("exit 2"));
}

/// An attacker who may write one attribute gains nothing by the age of the other.
#[test]
fn each_number_has_its_own_age() {
    let mut desk = desk(Person {
        mobile_changed: Some(ago(300 * 24 * 60)),
        other_mobiles_changed: Some(ago(60)),
        other_mobiles: vec!["070-174 06 33".into()],
        ..eva()
    });
    desk.set("verification.require_settled_mobile", "true");
    assert_snapshot!(desk.run("send-code evaand01 --to 33"), @"
    err Fel: Mobilnumret för evaand01 ändrades kl. 11.17 (för 1 timme sedan). Då räcker inte en kod. Inget är ändrat.
    err Gör så här: En kod räcker igen 2026-05-18 kl. 11.17 (om 14 dagar).
    log 1 send_code evaand01: refused (mobile_changed_lately)
    exit 5
    ");
    assert!(desk.run("send-code evaand01").ends_with("exit 0"));
    // The code to the settled number is none for the new one.
    let changed = desk.someone_changes("evaand01", |person| person.mobile = None);
    assert_snapshot!(desk.terminal([changed, Yes, Code]).run("unlock evaand01 -q"), @"
    err Obs: Fler nummer är registrerade: *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    err En kod skickades kl. 12.17 till *********31. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    err Fel: Mobilnumret har ändrats sedan koden skickades. Inget är ändrat.
    err Gör så här: Var på din vakt: någon kan ha bytt numret för att få koden. Skicka ingen ny utan att veta vem som ändrade.
    dir evaand01: another mobile
    log 4-5 verify_code evaand01: done
    log 6 unlock evaand01: refused (number_changed)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    err Fel: Mobilnumret för evaand01 ändrades kl. 11.17 (för 1 timme sedan). Då räcker inte en kod. Inget är ändrat.
    err Gör så här: En kod räcker igen 2026-05-18 kl. 11.17 (om 14 dagar).
    log 7 verify_code evaand01: refused (mobile_changed_lately)
    exit 5
    ");
}

#[test]
fn number_that_is_gone_proves_nothing() {
    let mut desk = desk(eva_with_three());
    assert!(desk.run("send-code evaand01 --to 32").ends_with("exit 0"));
    let gone = desk.someone_changes("evaand01", |person| person.mobile = Some("070-174 06 31".into()));
    assert_snapshot!(desk.terminal([gone, Yes, Code]).run("unlock evaand01 -q"), @"
    err Obs: Fler nummer är registrerade: *********31, *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    err En kod skickades kl. 12.17 till *********32. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    err Fel: Mobilnumret har ändrats sedan koden skickades. Inget är ändrat.
    err Gör så här: Var på din vakt: någon kan ha bytt numret för att få koden. Skicka ingen ny utan att veta vem som ändrade.
    dir evaand01: another mobile
    log 3-4 verify_code evaand01: done
    log 5 unlock evaand01: refused (number_changed)
    exit 5
    ");
}

#[test]
fn number_that_stands_elsewhere_now_still_proves() {
    let mut desk = desk(eva_with_three());
    let moved = desk.someone_changes("evaand01", |person| person.mobile = Some("070-174 06 32".into()));
    assert_snapshot!(desk.terminal([Yes, moved, Code]).run("unlock evaand01 -q"), @"
    err Obs: Fler nummer är registrerade: *********32, *********33. Kod till ett annat: send-code --to och de sista siffrorna.
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********31. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked; another mobile
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn what_a_number_is_instead_is_said() {
    for (number, kind_of) in [
        ("08-465 004 00", "mobile_is_landline"),
        ("070-174 06 3", "mobile_has_wrong_length"),
        ("070-174 06 311", "mobile_has_wrong_length"),
        ("+47 406 12 34", "mobile_has_wrong_length"),
        ("0719 123 456 789", "mobile_is_machine"),
        ("0740-12 34 56", "mobile_is_pager"),
        ("0771-12 34 56", "mobile_is_service"),
        ("701740631", "mobile_unreadable"),
    ] {
        let mut desk = TestDesk::configured().with(eva().mobile(number));
        assert_eq!(kind(&desk.run("send-code evaand01 -o json")), (kind_of, 5), "{number}");
    }
    let mut said = String::new();
    for number in [
        "070-174 06 3",
        "070-174 06 3111",
        "+47 406 12 34",
        "0719 123 456 789",
        "0740-12 34 56",
        "020-12 34 56",
        "701740631",
    ] {
        let mut desk = TestDesk::configured().with(eva().mobile(number));
        for language in ["sv", "en"] {
            let run = desk.run(&format!("send-code evaand01 --lang {language}"));
            said += &format!("{}\n", run.lines().next().unwrap());
            let run = desk.run(&format!("lookup evaand01 --lang {language}"));
            said += &format!("{}\n", run.lines().find(|line| line.contains(" Mobil")).unwrap());
        }
    }
    assert_snapshot!(said, @"
    err Fel: Numret som är registrerat för evaand01 tar inte emot SMS (en siffra saknas). Inget är ändrat.
    out  Mobil         ********63 – en siffra saknas, tar inte emot SMS, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    err Error: The number registered for evaand01 cannot receive SMS (a digit is missing). Nothing has changed.
    out  Mobile       ********63 – a digit is missing, cannot receive SMS, changed 2025-03-30 12:17 (400 days ago)
    err Fel: Numret som är registrerat för evaand01 tar inte emot SMS (2 siffror för mycket). Inget är ändrat.
    out  Mobil         ***********11 – 2 siffror för mycket, tar inte emot SMS, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    err Error: The number registered for evaand01 cannot receive SMS (2 digits too many). Nothing has changed.
    out  Mobile       ***********11 – 2 digits too many, cannot receive SMS, changed 2025-03-30 12:17 (400 days ago)
    err Fel: Numret som är registrerat för evaand01 tar inte emot SMS (fel antal siffror för en mobil i Norge). Inget är ändrat.
    out  Mobil         *******34 – fel antal siffror för en mobil i Norge, tar inte emot SMS, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    err Error: The number registered for evaand01 cannot receive SMS (wrong number of digits for a mobile in Norway). Nothing has changed.
    out  Mobile       *******34 – wrong number of digits for a mobile in Norway, cannot receive SMS, changed 2025-03-30 12:17 (400 days ago)
    err Fel: Numret som är registrerat för evaand01 tar inte emot SMS (ett maskinnummer). Inget är ändrat.
    out  Mobil         ************89 – ett maskinnummer, tar inte emot SMS, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    err Error: The number registered for evaand01 cannot receive SMS (a machine's number). Nothing has changed.
    out  Mobile       ************89 – a machine's number, cannot receive SMS, changed 2025-03-30 12:17 (400 days ago)
    err Fel: Numret som är registrerat för evaand01 tar inte emot SMS (en personsökare). Inget är ändrat.
    out  Mobil         *********56 – en personsökare, tar inte emot SMS, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    err Error: The number registered for evaand01 cannot receive SMS (a pager). Nothing has changed.
    out  Mobile       *********56 – a pager, cannot receive SMS, changed 2025-03-30 12:17 (400 days ago)
    err Fel: Numret som är registrerat för evaand01 tar inte emot SMS (ett servicenummer). Inget är ändrat.
    out  Mobil         ********56 – ett servicenummer, tar inte emot SMS, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    err Error: The number registered for evaand01 cannot receive SMS (a service number). Nothing has changed.
    out  Mobile       ********56 – a service number, cannot receive SMS, changed 2025-03-30 12:17 (400 days ago)
    err Fel: Mobilnumret som är registrerat för evaand01 kan inte användas: det börjar varken med 0 eller med landsnummer. Inget är ändrat.
    out  Mobil         kan inte användas: det börjar varken med 0 eller med landsnummer
    err Error: The mobile number registered for evaand01 cannot be used: neither a leading 0 nor a country code. Nothing has changed.
    out  Mobile       cannot be used: neither a leading 0 nor a country code
    ");
}

/// Whichever number the caller was verified by.
#[test]
fn call_that_is_broken_off_ends_verification_by_another_number() {
    let mut desk = desk(eva_with_three());
    assert!(desk.run("send-code evaand01 --to 33").ends_with("exit 0"));
    let run = desk.terminal([Text("evaand01"), Yes, Code, CtrlC, Text("")]).run("assist -q");
    assert!(run.contains("end_verification evaand01: done"), "{run}");
}
