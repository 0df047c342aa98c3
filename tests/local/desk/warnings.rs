//! What speaks against a caller: said before a code is sent, and refused where the desk wants it so.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{Code, CtrlC, No, Text, Yes};
use super::fixture::people::{ago, bo, eva};
use super::fixture::{TestDesk, kind};

const DAY: i64 = 24 * 60;

/// Locked ten minutes ago, with a mobile that was changed so many days before.
fn eva_whose_mobile_changed(days: i64) -> Person {
    Person { mobile_changed: Some(ago(days * DAY + 10)), ..eva() }
}

fn desk_that_wants_settled_numbers(person: Person) -> TestDesk {
    let mut desk = TestDesk::configured().with(person);
    desk.set("verification.require_settled_mobile", "true");
    desk
}

#[test]
fn recently_changed_mobile_warns() {
    let mut desk =
        TestDesk::configured().with(eva_whose_mobile_changed(13)).with(Person { mobile_changed: Some(ago(9)), ..bo() });
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    out  Varning       Mobilnumret ändrades nyligen. Ta reda på att det är rätt person som ringer.
    out  Konto         evaand01  evaand01@contoso.example
    out  Namn          Eva Andersson
    out  Mobil         *********31, ändrat 2026-04-21 kl. 12.07 (för 13 dagar sedan)
    out  Låst          JA, sedan kl. 12.07 (för 10 minuter sedan); låses inte upp automatiskt
    out  Fel lösenord  5, senast kl. 12.07 (för 10 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("lookup boberg01 --lang en"), @"
    out  State        Locked after too many wrong passwords.
    out  Do next      Unlock: servicedesk unlock boberg01. If the password is forgotten: servicedesk reset boberg01.
    out  Warning      The mobile number was changed after the account was locked. Someone may be taking over the account. Find out who is calling.
    out  Account      boberg01  boberg01@contoso.example
    out  Name         Bo Berg
    out  Mobile       *********32, changed 12:08 (9 minutes ago)
    out  Locked       YES, since 11:57 (20 minutes ago); does not unlock automatically
    out  Wrong tries  5, last 11:57 (20 minutes ago)
    out  Password     set 2026-04-04 12:17 (30 days ago), expires 2026-10-01 12:17 (in 150 days)
    out  Rules        domain policy: at least 8 characters, none of the last 12 passwords, three kinds of character and no part of the name
    exit 0
    ");
    let run = desk.run("lookup boberg01 -o json");
    assert!(run.contains(r#""warnings": ["mobile_changed_since_lockout"]"#), "{run}");
    // The warning does not stop the code.
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock evaand01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    err  Varning       Mobilnumret ändrades nyligen. Ta reda på att det är rätt person som ringer.
    err  Konto         evaand01  evaand01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 31, stämmer det?”
    ask Skicka en kod till *********31? [j/N] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********31. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
    desk.set("verification.mobile_age_days", "0");
    assert!(!desk.run("lookup boberg01").contains("Obs"));
}

#[test]
fn shared_mobile_warns() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([No]).run("reset stibla01"), @"
    err  Läge       Lösenordet har gått ut.
    err  Gör nu     Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Om lösenordet är glömt: servicedesk reset stibla01.
    err  Konto      stibla01  stibla01@contoso.example
    err Varning: Mobilnumret finns också på recept01. Koden visar bara att den som ringer har telefonen, så fråga mer.
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 20, stämmer det?”
    ask Skicka en kod till *********20? [j/N] ‹no›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be IT-drift att ändra numret, eller så kommer du till servicedesk med legitimation.”
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert_snapshot!(desk.terminal([CtrlC]).run("send-code recept01 --lang en -q"), @"
    err Warning: The mobile number is also registered for stibla01. A code shows only who holds the phone, so ask for further proof of identity.
    err The phone *********20 shows (practice):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err A code is on its way to *********20. It is valid until 12:22.
    ask Code that the caller reads back (Enter: new code) ‹^C›
    err Cancelled. Nothing has changed.
    log 1-2 send_code recept01: done
    exit 130
    ");
    desk.wait(60);
    assert_snapshot!(desk.run("send-code recept01 -o json"), @r#"
    err Varning: Mobilnumret finns också på stibla01. Koden visar bara att den som ringer har telefonen, så fråga mer.
    err Mobilen *********20 visar (övning):
    sms ‹code 2› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    out {"schema": 1, "account": "recept01", "sent": true, "verified": false, "manager": null,
    out  "mobile": "*********20", "message_id": null, "code_expires": "2026-05-04T12:23:00Z", "queued": false,
    out  "warnings": ["mobile_shared"], "delivery": null}
    log 3-4 send_code recept01: done
    exit 0
    "#);
    assert_snapshot!(desk.run("lookup 070-174 06 20"), @"
    out 2 konton stämmer:
    out  Konto     Namn                  Avdelning  Läge
    out  recept01  Reception Stadshuset  Service    Inget fel på kontot.
    out  stibla01  Stina Blad            Service    Lösenordet har gått ut.
    out Mobilnumret finns på flera konton. Koden visar bara att den som ringer har telefonen, så fråga mer.
    exit 0
    ");
    assert_snapshot!(desk.run("lookup 070-174 06 20 -o csv"), @r#"
    out asked,line,failure,account,upn,dn,display_name,mail,department,title,manager,manager_dn,office,telephone,mobile,mobile_registered,mobile_changed,mobile_shared_with,other_mobiles,locked,locked_since,unlocks_at,locked_in_future,locked_on,bad_password_count,last_bad_password,disabled,smartcard_required,account_expired,account_expires,protected,protected_by,unlock_outcome,advice,warnings,password_last_set,password_expires,password_expired,password_never_expires,must_change_password,may_change_password,policy.source,policy.readable,policy.min_length,policy.max_length,policy.complexity,policy.contains_name,policy.history,policy.min_age_seconds,policy.max_age_seconds,policy.lockout_threshold,policy.lockout_seconds,last_sign_in,last_sign_in_replicated,logon_hours_restricted,outside_logon_hours,logon_allowed_from,logon_allowed_until,workstations,resets_last_day,wrong_codes_last_day,verified_at,verification_closed_until,unfinished_action,unfinished_by,unfinished_at,unreadable,not_asked,unreadable_attributes
    out ,,,recept01,recept01@contoso.example,"CN=Reception Stadshuset recept01,OU=Staff,DC=ad,DC=contoso,DC=example",Reception Stadshuset,recept01@contoso.example,Service,,,,,,*********20,true,2025-03-30T12:17:00Z,stibla01,,false,,,false,,0,,false,false,false,,false,,not_locked,nothing_wrong,mobile_shared,2025-04-09T12:17:00Z,,false,true,false,true,domain,true,8,256,true,true,12,86400,15552000,5,,2026-04-28T12:17:00Z,true,false,false,,,,0,0,,,,,,,locked_on verified_at,
    out ,,,stibla01,stibla01@contoso.example,"CN=Stina Blad stibla01,OU=Staff,DC=ad,DC=contoso,DC=example",Stina Blad,stibla01@contoso.example,Service,,,,,,*********20,true,2025-03-30T12:17:00Z,recept01,,false,,,false,,0,,false,false,false,,false,,not_locked,change_at_sign_in,mobile_shared,2025-10-26T12:17:00Z,2026-04-24T12:17:00Z,true,false,false,true,domain,true,8,256,true,true,12,86400,15552000,5,,2026-04-28T12:17:00Z,true,false,false,,,,0,0,,,,,,,locked_on verified_at,
    exit 0
    "#);
}

#[test]
fn mobile_shared_by_many_warns() {
    let mut desk = TestDesk::configured().with(eva());
    for n in 1..=4 {
        desk = desk.with(Person::new(&format!("annan{n:02}")).named("Annan", &n.to_string()).mobile("+46701740631"));
    }
    assert!(desk.run("send-code evaand01").contains("finns också på annan01, annan02, annan03 och fler konton."));
}

/// A verified caller needs no code, so the mobile's date does not matter.
#[test]
fn shared_mobile_is_checked_when_sending_only() {
    let mut desk = TestDesk::configured().with(eva()).with(bo().mobile("0701740631"));
    assert!(desk.run("send-code evaand01").contains("finns också på boberg01"));
    assert!(!desk.run("send-code evaand01 --verify {code}").contains("boberg01"));
    assert!(!desk.terminal([]).run("unlock evaand01").contains("boberg01"));
}

#[test]
fn setting_refuses_code_to_new_mobile() {
    let mut desk = desk_that_wants_settled_numbers(eva_whose_mobile_changed(13));
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: Mobilnumret för evaand01 ändrades 2026-04-21 kl. 12.07 (för 13 dagar sedan). Då räcker inte en kod. Inget är ändrat.
    err Gör så här: En kod räcker igen 2026-05-05 kl. 12.07 (om 23 timmar).
    log 1 send_code evaand01: refused (mobile_changed_lately)
    exit 5
    ");
    assert_eq!(kind(&desk.run("send-code evaand01 --lang en -o json")), ("mobile_changed_lately", 5));
    assert_snapshot!(desk.terminal([]).run("unlock evaand01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    err  Varning       Mobilnumret ändrades nyligen. Ta reda på att det är rätt person som ringer.
    err  Konto         evaand01  evaand01@contoso.example
    err Fel: Mobilnumret för evaand01 ändrades 2026-04-21 kl. 12.07 (för 13 dagar sedan). Då räcker inte en kod. Inget är ändrat.
    err Gör så här: En kod räcker igen 2026-05-05 kl. 12.07 (om 23 timmar).
    log 3 unlock evaand01: refused (mobile_changed_lately)
    exit 5
    ");
    assert_snapshot!(desk.terminal([CtrlC]).run("assist evaand01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Varning       Mobilnumret ändrades nyligen. Ta reda på att det är rätt person som ringer.
    err  Konto         evaand01  evaand01@contoso.example
    err Fel: Mobilnumret för evaand01 ändrades 2026-04-21 kl. 12.07 (för 13 dagar sedan). Då räcker inte en kod. Inget är ändrat.
    err Gör så här: En kod räcker igen 2026-05-05 kl. 12.07 (om 23 timmar).
    out Till ärendet: Eva Andersson (evaand01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹^C›
    log 4 send_code evaand01: refused (mobile_changed_lately)
    exit 0
    ");
    desk.set("verification.allow_identified_by", "true");
    assert_snapshot!(desk.terminal([Text("Visade legitimation")]).run("unlock evaand01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    err  Varning       Mobilnumret ändrades nyligen. Ta reda på att det är rätt person som ringer.
    err  Konto         evaand01  evaand01@contoso.example
    err Ingen kod skickas: mobilnumret är nytt, eller kan vara det.
    ask Hur är den som ringer identifierad (Enter: avbryt) ‹“Visade legitimation”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 5-6 unlock evaand01: done, server 127.0.0.1, identified by Visade legitimation
    exit 0
    ");
}

#[test]
fn mobile_changed_after_lockout_warns() {
    let changed = Person { mobile_changed: Some(ago(9)), ..eva() };
    let mut desk = desk_that_wants_settled_numbers(changed);
    desk.set("verification.mobile_age_days", "1");
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: Mobilnumret för evaand01 ändrades kl. 12.08 (för 9 minuter sedan), efter att kontot låstes. Då räcker inte en kod. Inget är ändrat.
    err Gör så här: Ta reda på vem som ändrade numret.
    log 1 send_code evaand01: refused (mobile_changed_since_lockout)
    exit 5
    ");
    // Time alone does not settle it.
    desk.wait(3 * 24 * 3600);
    assert_snapshot!(desk.run("send-code evaand01 --lang en"), @"
    err Error: The mobile number of evaand01 was changed 2026-05-04 12:08 (3 days ago), after the account was locked. A code alone is not enough. Nothing has changed.
    err What to do: Find out who changed the number.
    log 2 send_code evaand01: refused (mobile_changed_since_lockout)
    exit 5
    ");
}

#[test]
fn unreadable_mobile_date_warns() {
    let mut desk = desk_that_wants_settled_numbers(Person { other_telephones: vec!["070-174 06 41".into()], ..eva() });
    desk.set("directory.mobile_attribute", "\"otherTelephone\"");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    out  Obs           Det går inte att se när mobilnumret ändrades. Det kan vara nytt.
    out  Konto         evaand01  evaand01@contoso.example
    out  Namn          Eva Andersson
    out  Mobil         *********41
    out  Låst          JA, sedan kl. 12.07 (för 10 minuter sedan); låses inte upp automatiskt
    out  Fel lösenord  5, senast kl. 12.07 (för 10 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("send-code evaand01"), @r"
    err Fel: Det går inte att se när mobilnumret för evaand01 ändrades. Då räcker inte en kod. Inget är ändrat.
    err Gör så här: Om det gäller alla konton: be katalogens administratör om läsrätt till replikeringens metadata.
    log 1 send_code evaand01: refused (mobile_change_unknown)
    exit 5
    ");
    assert_snapshot!(desk.run("send-code evaand01 --lang en"), @"
    err Error: Could not read when the mobile number of evaand01 was changed. A code alone is not enough. Nothing has changed.
    err What to do: If this happens for every account, ask the directory administrator for permission to read the replication metadata.
    log 2 send_code evaand01: refused (mobile_change_unknown)
    exit 5
    ");
}

/// Settled when the code was sent, and by the same number not any more when it is read back.
#[test]
fn setting_refuses_check_for_new_mobile() {
    let mut desk = TestDesk::configured().with(eva_whose_mobile_changed(13));
    assert!(desk.run("send-code evaand01").ends_with("exit 0"));
    desk.set("verification.require_settled_mobile", "true");
    assert_snapshot!(desk.run("send-code evaand01 --verify {code}"), @"
    err Fel: Mobilnumret för evaand01 ändrades 2026-04-21 kl. 12.07 (för 13 dagar sedan). Då räcker inte en kod. Inget är ändrat.
    err Gör så här: En kod räcker igen 2026-05-05 kl. 12.07 (om 23 timmar).
    log 3 verify_code evaand01: refused (mobile_changed_lately)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    err Fel: Mobilnumret för evaand01 ändrades 2026-04-21 kl. 12.07 (för 13 dagar sedan). Då räcker inte en kod. Inget är ändrat.
    err Gör så här: En kod räcker igen 2026-05-05 kl. 12.07 (om 23 timmar).
    log 4 verify_code evaand01: refused (mobile_changed_lately)
    exit 5
    ");
    desk.set("verification.require_settled_mobile", "false");
    assert!(desk.run("send-code evaand01 --verify {code}").ends_with("exit 0"), "no try was used up");
    // An earlier verification does not count while the number is new.
    desk.set("verification.require_settled_mobile", "true");
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: Mobilnumret för evaand01 ändrades 2026-04-21 kl. 12.07 (för 13 dagar sedan). Då räcker inte en kod. Inget är ändrat.
    err Gör så här: En kod räcker igen 2026-05-05 kl. 12.07 (om 23 timmar).
    log 7 unlock evaand01: refused (mobile_changed_lately)
    exit 5
    ");
}

/// At the end of the days it is as good as any.
#[test]
fn mobile_is_accepted_after_age() {
    let mut desk = desk_that_wants_settled_numbers(eva_whose_mobile_changed(13));
    desk.wait(24 * 3600);
    assert!(desk.run("send-code evaand01").ends_with("exit 0"));
}
