//! Accounts that are not changed from a servicedesk: nothing is written, and the trail says why.

use insta::assert_snapshot;
use servicedesk::practice::{Person, Place};

use super::fixture::TestDesk;
use super::fixture::people::eva;

#[test]
fn unlock_refuses_unreachable_accounts() {
    let mut desk = TestDesk::demo();
    for account in ["perols01", "sarhol01", "tomsmi01", "rutros01"] {
        let run = desk.terminal([]).run(&format!("unlock {account}"));
        let kind = run.lines().find(|line| line.starts_with("log")).unwrap().to_owned();
        assert!(!run.contains("dir ") && !run.contains("sms ") && kind.contains("refused"), "{run}");
    }
    assert_snapshot!(desk.run("unlock perols01"), @"
    err Fel: Kontot perols01 är inaktiverat. Inget är ändrat.
    err Gör så här: Att låsa upp eller byta lösenord hjälper inte. Säg: ”Ditt konto är inaktiverat. Din chef kan be IT-drift att aktivera det.”
    log 5 unlock perols01: refused (account_disabled)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock sarhol01 -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "account_expired", "exit_code": 5, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": null, "candidates": []}}
    err Fel: Kontot sarhol01 har gått ut. Inget är ändrat.
    err Gör så här: Att låsa upp eller byta lösenord hjälper inte. Säg: ”Ditt konto har gått ut. Din chef kan be IT-drift att förlänga det.”
    log 6 unlock sarhol01: refused (account_expired)
    exit 5
    "#);
    assert_snapshot!(desk.run("unlock tomsmi01"), @"
    err Fel: Kontot tomsmi01 loggar in med kort. Inget är ändrat.
    err Gör så här: Ett lösenord hjälper inte. Säg: ”Du loggar in med kort, så jag lämnar över till IT-drift.”
    log 7 unlock tomsmi01: refused (smartcard_required)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock rutros01 --ticket INC-2"), @"
    err Fel: Kontot rutros01 är ett skyddat konto och ändras inte härifrån. Inget är ändrat.
    err Gör så här: Lämna över. Säg: ”Jag får inte ändra ditt konto, så jag lämnar över till IT-drift.”
    log 8 unlock rutros01: refused (protected), ticket INC-2
    exit 4
    ");
}

#[test]
fn reset_refuses_unreachable_accounts() {
    let mut desk = TestDesk::demo();
    for (account, reason, exit) in [
        ("perols01", "account_disabled", 5),
        ("sarhol01", "account_expired", 5),
        ("tomsmi01", "smartcard_required", 5),
        ("rutros01", "protected", 4),
    ] {
        let run = desk.terminal([]).run(&format!("reset {account}"));
        assert!(!run.contains("dir ") && !run.contains("ask "), "{run}");
        assert!(run.contains(&format!(" reset {account}: refused ({reason})\nexit {exit}")), "{run}");
    }
}

/// A code that could not lead to a change is refused for the same reason.
#[test]
fn send_code_refuses_unreachable_accounts() {
    let mut desk = TestDesk::demo();
    for (account, reason, exit) in [
        ("perols01", "account_disabled", 5),
        ("sarhol01", "account_expired", 5),
        ("tomsmi01", "smartcard_required", 5),
        ("rutros01", "protected", 4),
    ] {
        for run in [desk.terminal([]).run(&format!("send-code {account}")), desk.run(&format!("send-code {account}"))] {
            assert!(!run.contains("sms ") && !run.contains("ask "), "{run}");
            assert!(run.contains(&format!(" send_code {account}: refused ({reason})\nexit {exit}")), "{run}");
        }
    }
    let mut desk = TestDesk::configured().with(Person { place: Place::Users, ..eva() });
    for command in ["send-code", "unlock", "reset --generate"] {
        let run = desk.run(&format!("{command} evaand01"));
        assert!(!run.contains("sms ") && run.contains("refused (no_right)\nexit 4"), "{run}");
    }
}

#[test]
fn member_of_protected_group_is_refused() {
    let mut desk = TestDesk::configured().with(Person { groups: vec!["Ledning".to_owned()], ..eva() });
    desk.set("protected.groups", "[\"Nämnden\"]");
    desk.practice().add_group("Nämnden", &[]).unwrap();
    desk.practice().add_group("Ledning", &["Nämnden"]).unwrap();
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: Kontot evaand01 är ett skyddat konto och ändras inte härifrån. Inget är ändrat.
    err Gör så här: Lämna över. Säg: ”Jag får inte ändra ditt konto, så jag lämnar över till den som sköter kontona.”
    log 1 unlock evaand01: refused (protected)
    exit 4
    ");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge          Låst efter för många felaktiga lösenord. Skyddat konto (medlem i Nämnden).
    out  Gör nu        Lämna över. Säg: ”Jag får inte ändra ditt konto, så jag lämnar över till den som sköter kontona.”
    out  Konto         evaand01  evaand01@contoso.example
    out  Namn          Eva Andersson
    out  Mobil         *********31, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst          JA, sedan kl. 12.07 (för 10 minuter sedan); låses inte upp automatiskt
    out  Fel lösenord  5, senast kl. 12.07 (för 10 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
}

#[test]
fn account_with_unknown_protection_is_refused() {
    let hidden = vec!["adminCount".to_owned()];
    let mut desk = TestDesk::configured().with(Person { protected: true, hidden, ..eva() });
    assert_snapshot!(desk.run("reset evaand01 --generate"), @r"
    err Fel: Det går inte att avgöra om evaand01 är ett skyddat konto, eftersom du inte får läsa adminCount på det. Inget är ändrat.
    err Gör så här: Lämna över. Säg: ”Jag får inte ändra ditt konto, så jag lämnar över till den som sköter kontona.” Be katalogens administratör om rätt att läsa adminCount; servicedesk doctor evaand01 visar vad som saknas.
    log 1 reset evaand01: refused (protected)
    exit 4
    ");
    let lookup = desk.run("lookup evaand01");
    assert!(
        lookup.contains("Behandlas som skyddat: det går inte att avgöra om kontot tillhör en administratör"),
        "{lookup}"
    );
    let lookup = desk.run("lookup evaand01 -o json");
    assert!(lookup.contains(r#""protected_by": "unknown:adminCount""#), "{lookup}");
}

#[test]
fn operator_cannot_change_own_account() {
    let mut desk = TestDesk::configured().with(eva());
    assert_snapshot!(desk.run("unlock operator"), @"
    err Fel: Kontot operator är ditt eget, och det får du inte ändra själv. Inget är ändrat.
    err Gör så här: Be en kollega eller en annan servicedesk om hjälp.
    log 1 unlock operator: refused (protected)
    exit 4
    ");
    assert!(desk.run("lookup operator -o json").contains(r#""protected_by": "own_account""#));
    desk.set("verification.supervisors", r#"["CONTOSO\\evaand01"]"#);
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: Kontot evaand01 är ett skyddat konto: det tillhör en ansvarig (verification.supervisors). Inget är ändrat.
    err Gör så här: Lämna över. Säg: ”Jag får inte ändra ditt konto, så jag lämnar över till den som sköter kontona.”
    log 2 unlock evaand01: refused (protected)
    exit 4
    ");
    assert_snapshot!(desk.run("doctor operator -q"), @r#"
    out Rättigheter
    out   OBS: Kontot operator är ditt eget, och det får du inte ändra själv.
    out       Gör så här: Ange ett vanligt konto i stället.
    out   FEL: Du får inte låsa upp kontot.
    out       Gör så här: Be katalogens administratör att köra det här, med operatörernas grupp i stället för GROUP:
    out       dsacls "CN=Users,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:RPWP;lockoutTime;user"
    out   FEL: Du får inte sätta ett nytt lösenord.
    out       Gör så här: Be katalogens administratör att köra det här, med operatörernas grupp i stället för GROUP:
    out       dsacls "CN=Users,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:CA;Reset Password;user"
    out   FEL: Du får inte kräva att lösenordet byts vid nästa inloggning. Utan den rättigheten: reset --no-must-change
    out       Gör så här: Be katalogens administratör att köra det här, med operatörernas grupp i stället för GROUP:
    out       dsacls "CN=Users,DC=ad,DC=contoso,DC=example" /I:S /G "GROUP:RPWP;pwdLastSet;user"
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    "#);
    assert_snapshot!(desk.run("doctor evaand01 -q"), @"
    out Rättigheter
    out   OBS: Kontot evaand01 är ett skyddat konto: det tillhör en ansvarig (verification.supervisors).
    out       Gör så här: Ange ett vanligt konto i stället.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    desk.set("protected.operators", "false");
    assert!(desk.run("lookup operator -o json").contains(r#""protected_by": null"#));
    assert!(desk.run("lookup evaand01 -o json").contains(r#""protected_by": null"#));
}

#[test]
fn bulk_reports_why_each_account_is_protected() {
    let locked = |name: &str| Person::new(name).locked_at("2026-05-04T12:07:00Z".parse().unwrap());
    let hidden = Person { hidden: vec!["adminCount".to_owned()], ..locked("dolhid01") };
    let administrator = Person { protected: true, ..locked("annadm01") };
    let mut desk = TestDesk::configured().with(administrator).with(locked("ansvar01")).with(hidden);
    desk.set("verification.supervisors", r#"["CONTOSO\\ansvar01"]"#);
    assert_snapshot!(desk.run("unlock annadm01 ansvar01 dolhid01 operator --reason Helg --dry-run"), @r"
    out 4 konton:
    out  Skyddade  4
    out
    out  Konto     Läge
    out  annadm01  skyddat; lämna över till den som sköter kontona
    out  ansvar01  skyddat, tillhör en ansvarig (verification.supervisors); lämna över till den som sköter kontona
    out  dolhid01  det går inte att avgöra om det är skyddat: du får inte läsa adminCount; inget görs
    out  operator  ditt eget; be en kollega eller en annan servicedesk om hjälp
    out Inget är ändrat (--dry-run).
    exit 0
    ");
    assert_snapshot!(desk.run("unlock annadm01 ansvar01 dolhid01 operator --reason Helg --dry-run -o csv"), @"
    out account,outcome,detail,asked,line,server
    out annadm01,protected,,annadm01,,
    out ansvar01,protected,supervisor,ansvar01,,
    out dolhid01,protected,protection_unknown,dolhid01,,
    out operator,protected,own_account,operator,,
    exit 0
    ");
    let json = desk.run("lookup --locked -o json");
    let by = json.split(r#""protected_by": ""#).skip(1).map(|why| why.split('"').next().unwrap());
    assert_eq!(by.collect::<Vec<_>>(), ["adminCount", "supervisor", "unknown:adminCount"]);
    assert_snapshot!(desk.terminal([]).width(140).run("lookup --locked"), @"
    out  Konto     Namn  Låst                              Fel lösenord  Läge
    out  annadm01        kl. 12.07 (för 10 minuter sedan)  5             skyddat; lämna över till den som sköter kontona
    out  ansvar01        kl. 12.07 (för 10 minuter sedan)  5             skyddat, tillhör en ansvarig (verification.supervisors); lämna över till
    out                                                                  den som sköter kontona
    out  dolhid01        kl. 12.07 (för 10 minuter sedan)  5             det går inte att avgöra om det är skyddat: du får inte läsa adminCount;
    out                                                                  inget görs
    exit 0
    ");
}

#[test]
fn practice_protects_operator_account() {
    let mut desk = TestDesk::demo();
    assert!(desk.run("lookup operator -o json").contains(r#""protected_by": "own_account""#));
}

#[test]
fn group_with_the_name_of_one_that_this_domain_lacks_protects() {
    let mut desk = TestDesk::configured().with(Person { groups: vec!["Event Log Readers".to_owned()], ..eva() });
    desk.practice().add_group("Event Log Readers", &[]).unwrap();
    desk.set("protected.groups", "[\"Event Log Readers\"]");
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: Kontot evaand01 är ett skyddat konto och ändras inte härifrån. Inget är ändrat.
    err Gör så här: Lämna över. Säg: ”Jag får inte ändra ditt konto, så jag lämnar över till den som sköter kontona.”
    log 1 unlock evaand01: refused (protected)
    exit 4
    ");
}

#[test]
fn beginning_of_a_user_name_changes_nothing() {
    let mut desk = TestDesk::configured().with(eva());
    for command in ["unlock evaan --identified-by x", "reset evaan --generate --identified-by x", "send-code evaan"] {
        let run = desk.run(command);
        assert!(run.contains("evaand01") && run.ends_with("exit 3"), "{run}");
    }
    assert!(desk.run("lookup evaan").ends_with("exit 0"));
}

#[test]
fn missing_protected_group_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("protected.groups", "[\"Nämden\"]");
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: Gruppen ”Nämden” i protected.groups finns inte i katalogen, så den skyddar ingen. Inget är ändrat.
    err Gör så här: Be den som sköter programmet att rätta namnet i inställningarna.
    exit 2
    ");
}

#[test]
fn account_in_protected_unit_is_refused() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("protected.units", "[\"ou=staff, dc=ad, dc=contoso, dc=example\"]");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge          Låst efter för många felaktiga lösenord. Skyddat konto (ligger i ou=staff, dc=ad, dc=contoso, dc=example).
    out  Gör nu        Lämna över. Säg: ”Jag får inte ändra ditt konto, så jag lämnar över till den som sköter kontona.”
    out  Konto         evaand01  evaand01@contoso.example
    out  Namn          Eva Andersson
    out  Mobil         *********31, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst          JA, sedan kl. 12.07 (för 10 minuter sedan); låses inte upp automatiskt
    out  Fel lösenord  5, senast kl. 12.07 (för 10 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("lookup evaand01 --lang en -o csv"), @r#"
    out asked,line,failure,account,upn,dn,display_name,mail,department,title,manager,manager_dn,office,telephone,mobile,mobile_registered,mobile_changed,mobile_shared_with,other_mobiles,locked,locked_since,unlocks_at,locked_in_future,locked_on,bad_password_count,last_bad_password,disabled,smartcard_required,account_expired,account_expires,protected,protected_by,unlock_outcome,advice,warnings,password_last_set,password_expires,password_expired,password_never_expires,must_change_password,may_change_password,policy.source,policy.readable,policy.min_length,policy.max_length,policy.complexity,policy.contains_name,policy.history,policy.min_age_seconds,policy.max_age_seconds,policy.lockout_threshold,policy.lockout_seconds,last_sign_in,last_sign_in_replicated,logon_hours_restricted,outside_logon_hours,logon_allowed_from,logon_allowed_until,workstations,resets_last_day,wrong_codes_last_day,verified_at,verification_closed_until,unfinished_action,unfinished_by,unfinished_at,unreadable,not_asked,unreadable_attributes
    out ,,,evaand01,evaand01@contoso.example,"CN=Eva Andersson evaand01,OU=Staff,DC=ad,DC=contoso,DC=example",Eva Andersson,evaand01@contoso.example,,,,,,,*********31,true,2025-03-30T12:17:00Z,,,true,2026-05-04T12:07:00Z,,false,,5,2026-05-04T12:07:00Z,false,false,false,,true,"ou=staff, dc=ad, dc=contoso, dc=example",protected,escalate,,2026-04-04T12:17:00Z,2026-10-01T12:17:00Z,false,false,false,true,domain,true,8,256,true,true,12,86400,15552000,5,,,,false,false,,,,0,0,,,,,,,mobile_shared_with locked_on,
    exit 0
    "#);
    for command in ["unlock evaand01", "reset evaand01 --generate", "send-code evaand01"] {
        let run = desk.run(command);
        assert!(!run.contains("dir "), "{run}");
    }
    assert_snapshot!(desk.run("unlock evaand01 --lang en"), @r"
    err Error: evaand01 is a protected account and cannot be changed from here. Nothing has changed.
    err What to do: Cannot be changed from here. Say: “I may not change your account, so I am handing you over to the people who manage the accounts.”
    log 4 unlock evaand01: refused (protected)
    exit 4
    ");
    desk.write_private("list.txt", "evaand01\n");
    let list = desk.path("list.txt");
    assert_snapshot!(desk.run(&format!("unlock --from '{}' --reason Test --dry-run", list.display())), @r"
    err Läst: en rad, UTF-8.
    out 1 konto:
    out  Skyddade  1
    out
    out  Rad  Konto     Läge
    out  1    evaand01  skyddat; lämna över till den som sköter kontona
    out Inget är ändrat (--dry-run).
    exit 0
    ");
    desk.set("protected.units", "[\"OU=Stab,DC=ad,DC=contoso,DC=example\"]");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: OU=Stab,DC=ad,DC=contoso,DC=example i protected.units finns inte i katalogen, så ingen skyddas av den. Inget är ändrat.
    err Gör så här: Be den som sköter programmet att rätta namnet i inställningarna.
    exit 2
    ");
    assert_snapshot!(desk.run("lookup evaand01 --lang en"), @"
    err Error: OU=Stab,DC=ad,DC=contoso,DC=example in protected.units is not in the directory, so it protects nobody. Nothing has changed.
    err What to do: Ask the administrator of servicedesk to correct the name in the configuration.
    exit 2
    ");
}

#[test]
fn advice_never_suggests_refused_command() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock ingsve01"), @"
    err Fel: Numret som är registrerat för ingsve01 tar inte emot SMS (ett fast nummer). Inget är ändrat.
    err Gör så här: Ingen kod kan skickas. Säg: ”Ditt registrerade nummer är ett fast nummer. Din chef kan be IT-drift att registrera din mobil, eller så kommer du till servicedesk med legitimation.”
    log 1 unlock ingsve01: refused (mobile_is_landline)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock bengun01"), @r"
    out Kontot bengun01 (Bengt Gunnarsson) är inte låst. Det finns inget att låsa upp.
    out Försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs. Om lösenordet är glömt: Ingen kod kan skickas. Säg: ”Du har inget mobilnummer registrerat. Din chef kan be IT-drift att registrera det, eller så kommer du till servicedesk med legitimation.”
    exit 0
    ");
}

#[test]
fn clock_before_1970_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.wait(-60 * 365 * 86400);
    for command in ["lookup evaand01", "unlock evaand01", "doctor"] {
        let run = desk.run(command);
        assert!(run.contains("Datorns klocka visar 1966-") && run.ends_with("exit 6"), "{run}");
    }
}
