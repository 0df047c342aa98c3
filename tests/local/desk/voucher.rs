//! A manager vouches for a caller: the code goes to the manager's number, and proves the caller as one of their own would.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{Code, No, Secret, Text, WrongCode, Yes};
use super::fixture::people::{ago, eva};
use super::fixture::{TestDesk, kind};

const DAY: i64 = 24 * 60;

fn karin() -> Person {
    Person::new("karber01").named("Karin", "Bergman").mobile("070-174 06 41")
}

/// Eva has no mobile, and Karin is her manager.
fn eva_without_mobile() -> Person {
    Person { mobile: None, manager: Some("karber01".into()), ..eva() }
}

fn desk_of(owner: Person, manager: Person) -> TestDesk {
    let mut desk = TestDesk::configured().with(manager).with(owner);
    desk.set("verification.manager", "true");
    desk
}

fn desk() -> TestDesk {
    desk_of(eva_without_mobile(), karin())
}

#[test]
fn code_goes_to_manager_and_proves_caller() {
    let mut desk = desk();
    assert_snapshot!(desk.run("send-code evaand01 --via manager"), @"
    sms +46701740641 ‹code 1› är en kod för Eva Andersson, som inte kan logga in. Säg den bara till den du känner igen på rösten, eller ring servicedesk (0142-36 6000). Mjölby kommun
    out En kod är skickad till chefen Karin Bergman (*********41). Den gäller till kl. 12.22.
    out Säg: ”Jag har skickat en kod till Karin Bergman. Ring upp Karin Bergman och be om koden, eller be Karin Bergman att ringa hit.”
    out När koden läses upp: servicedesk send-code evaand01 --verify KOD, eller direkt: servicedesk unlock evaand01 --code KOD
    log 1-2 send_code evaand01: done, code to karber01
    exit 0
    ");
    // Only that number's code counts.
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 3 verify_code evaand01: intent, code to karber01
    log 4 verify_code evaand01: done of 3, vouched by karber01
    log 5-6 unlock evaand01: done, server 127.0.0.1, vouched by karber01
    exit 0
    ");
    // The caller stays verified for the next step.
    assert_snapshot!(desk.piped(["Gurka-Moln-73"]).run("reset evaand01 --password-stdin --no-must-change -q"), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    dir evaand01: password set: secret 1 of 1
    log 7-8 reset evaand01: done, server 127.0.0.1, vouched by karber01
    exit 0
    ");
    assert_eq!(kind(&desk.run("reset evaand01 --generate --deliver sms -o json")), ("sms_unverified", 5));
    let exported = desk.run("audit export --action unlock");
    assert!(exported.contains(r#""vouched_by":"karber01""#), "{exported}");
    let shown = desk.run("audit show --all");
    assert_eq!(
        (shown.matches("chefen karber01 intygade").count(), shown.matches("kod till chefen karber01").count()),
        (5, 3),
        "{shown}"
    );
}

#[test]
fn documents_say_who_vouches() {
    let mut desk = desk().in_english();
    assert_snapshot!(desk.run("send-code evaand01 --via manager -o json"), @r#"
    sms +46701740641 ‹code 1› is a code for Eva Andersson, who cannot sign in. Give it only to someone whose voice you know, or call the servicedesk (0142-36 6000). Mjölby kommun
    out {"schema": 1, "account": "evaand01", "sent": true, "verified": false, "manager": "karber01",
    out  "mobile": "*********41", "message_id": "‹message 1›",
    out  "code_expires": "2026-05-04T12:22:00Z", "queued": false, "warnings": [], "delivery": null}
    log 1-2 send_code evaand01: done, code to karber01
    exit 0
    "#);
    assert_snapshot!(desk.run("send-code evaand01 --verify {code} -o json"), @r#"
    out {"schema": 1, "account": "evaand01", "sent": false, "verified": true, "manager": "karber01",
    out  "mobile": "*********41", "message_id": null, "code_expires": null, "queued": false, "warnings": [],
    out  "delivery": null}
    log 3 verify_code evaand01: intent, code to karber01
    log 4 verify_code evaand01: done of 3, vouched by karber01
    exit 0
    "#);
    assert_snapshot!(desk.run("unlock evaand01 --dry-run -o json"), @r#"
    out {"schema": 1, "account": "evaand01", "outcome": "would_unlock", "server": null, "was_locked": true,
    out  "dry_run": true, "verification": "verified", "everywhere": null, "watch": null, "owner_notice": null,
    out  "password_unknown_since": null}
    exit 0
    "#);
}

#[test]
fn call_on_terminal_asks_for_managers_code() {
    let mut desk = desk();
    assert_snapshot!(desk.terminal([WrongCode, Text(""), Code]).run("send-code evaand01 --via manager -q"), @"
    sms +46701740641 ‹code 1› är en kod för Eva Andersson, som inte kan logga in. Säg den bara till den du känner igen på rösten, eller ring servicedesk (0142-36 6000). Mjölby kommun
    err En kod är skickad till chefen Karin Bergman (*********41). Den gäller till kl. 12.22.
    err Säg: ”Jag har skickat en kod till Karin Bergman. Ring upp Karin Bergman och be om koden, eller be Karin Bergman att ringa hit.”
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹“”›
    err En ny kod kan skickas om 30 sekunder.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Den som ringer om evaand01 är verifierad.
    log 1-2 send_code evaand01: done, code to karber01
    log 3-4 verify_code evaand01: refused (code_wrong), code to karber01
    log 5-6 send_code evaand01: refused (send_too_soon), code to karber01
    log 7 verify_code evaand01: intent, code to karber01
    log 8 verify_code evaand01: done of 7, vouched by karber01
    exit 0
    ");
}

#[test]
fn guided_call_offers_manager_where_no_code_can_go_to_the_owner() {
    let mut desk = desk();
    let script = [Yes, Code, Text("1"), Text("")];
    assert_snapshot!(desk.terminal(script).run("assist evaand01"), @r"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod till chefen Karin Bergman, som kan intyga vem som ringer. Går det inte? Säg: ”Du har inget mobilnummer registrerat. Din chef kan be den som sköter kontona att registrera det, eller så kommer du till servicedesk med legitimation.”
    err  Konto         evaand01  evaand01@contoso.example
    ask Skicka en kod till chefen Karin Bergman (*********41) i stället? [J/n] ‹yes›
    sms +46701740641 ‹code 1› är en kod för Eva Andersson, som inte kan logga in. Säg den bara till den du känner igen på rösten, eller ring servicedesk (0142-36 6000). Mjölby kommun
    err En kod är skickad till chefen Karin Bergman (*********41). Den gäller till kl. 12.22.
    err Säg: ”Jag har skickat en kod till Karin Bergman. Ring upp Karin Bergman och be om koden, eller be Karin Bergman att ringa hit.”
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
    out Verifierad av chefen karber01, med kod till *********41 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done, code to karber01
    log 3 verify_code evaand01: intent, code to karber01
    log 4 verify_code evaand01: done of 3, vouched by karber01
    log 5-6 unlock evaand01: done, server 127.0.0.1, vouched by karber01
    exit 0
    ");
    // Without the setting the card says what to do instead.
    desk.unset("verification.manager");
    assert!(!desk.terminal([Text("")]).run("assist evaand01 -q").contains("chef Karin"));
}

/// The caller says that the number is not theirs.
#[test]
fn declined_number_leads_to_manager() {
    let owner = Person { manager: Some("karber01".into()), ..eva() };
    let mut desk = desk_of(owner, karin());
    assert_snapshot!(desk.terminal([No, Yes, Code]).run("unlock evaand01 -q"), @"
    ask Skicka en kod till *********31? [J/n] ‹no›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be den som sköter kontona att ändra numret, eller så kommer du till servicedesk med legitimation.”
    ask Skicka en kod till chefen Karin Bergman (*********41) i stället? [J/n] ‹yes›
    sms +46701740641 ‹code 1› är en kod för Eva Andersson, som inte kan logga in. Säg den bara till den du känner igen på rösten, eller ring servicedesk (0142-36 6000). Mjölby kommun
    err En kod är skickad till chefen Karin Bergman (*********41). Den gäller till kl. 12.22.
    err Säg: ”Jag har skickat en kod till Karin Bergman. Ring upp Karin Bergman och be om koden, eller be Karin Bergman att ringa hit.”
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done, code to karber01
    log 3 verify_code evaand01: intent, code to karber01
    log 4 verify_code evaand01: done of 3, vouched by karber01
    log 5-6 unlock evaand01: done, server 127.0.0.1, vouched by karber01
    exit 0
    ");
    // Then to other grounds, where they are allowed.
    let mut desk = desk_of(Person { manager: Some("karber01".into()), ..eva() }, karin());
    desk.set("verification.allow_identified_by", "true");
    assert_snapshot!(desk.terminal([No, No, Text("Legitimation")]).run("unlock evaand01 -q"), @"
    ask Skicka en kod till *********31? [J/n] ‹no›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be den som sköter kontona att ändra numret, eller så kommer du till servicedesk med legitimation.”
    ask Skicka en kod till chefen Karin Bergman (*********41) i stället? [J/n] ‹no›
    ask Hur är den som ringer identifierad (Enter: avbryt) ‹“Legitimation”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 1-2 unlock evaand01: done, server 127.0.0.1, identified by Legitimation
    exit 0
    ");
    // A password by SMS goes only to a phone that a code has proved.
    let run = desk.terminal([No, Yes, Code]).run("reset evaand01 --generate --deliver sms -q -o json");
    assert_eq!(kind(&run), ("sms_unverified", 5));
}

#[test]
fn managers_who_cannot_vouch() {
    let shared = Person { manager: Some("karber01".into()), ..eva().mobile("070-174 06 41") };
    for (owner, manager, settings, expected) in [
        (eva_without_mobile(), karin(), &[("verification.manager", "false")][..], "manager_not_allowed"),
        (Person { manager: None, ..eva_without_mobile() }, karin(), &[], "no_manager"),
        (Person { manager: Some("evaand01".into()), ..eva_without_mobile() }, karin(), &[], "manager_is_owner"),
        (Person { manager: Some("operator".into()), ..eva_without_mobile() }, karin(), &[], "manager_is_operator"),
        (eva_without_mobile(), Person { protected: true, ..karin() }, &[], "manager_protected"),
        (eva_without_mobile(), Person { disabled: true, ..karin() }, &[], "manager_disabled"),
        (eva_without_mobile(), Person { account_expires: Some(ago(5)), ..karin() }, &[], "manager_expired"),
        (eva_without_mobile(), Person { mobile: None, ..karin() }, &[], "manager_no_mobile"),
        (shared, karin(), &[], "manager_same_number"),
        (
            eva_without_mobile(),
            Person { mobile_changed: Some(ago(DAY)), ..karin() },
            &[("verification.require_settled_mobile", "true")],
            "manager_mobile_new",
        ),
    ] {
        let mut desk = desk_of(owner, manager);
        for (key, value) in settings {
            desk.set(key, value);
        }
        let run = desk.run("send-code evaand01 --via manager -o json");
        assert_eq!(kind(&run), (expected, 5), "{run}");
        assert!(!run.contains("sms "), "{run}");
        assert!(run.contains(&format!("log 1 send_code evaand01: refused ({expected})")), "{run}");
    }
    // A new number is a warning, and No the usual answer, where it is not refused.
    let mut desk = desk_of(eva_without_mobile(), Person { mobile_changed: Some(ago(DAY)), ..karin() });
    assert_snapshot!(desk.terminal([Text("")]).run("unlock evaand01 -q"), @"
    err Varning: Chefens mobilnummer ändrades 2026-05-03 kl. 12.17 (för 1 dag sedan).
    ask Skicka en kod till chefen Karin Bergman (*********41) i stället? [j/N] ‹“”›
    err Fel: Kontot evaand01 har inget mobilnummer registrerat. Inget är ändrat.
    err Gör så här: Ingen kod kan skickas. Säg: ”Du har inget mobilnummer registrerat. Din chef kan be den som sköter kontona att registrera det, eller så kommer du till servicedesk med legitimation.”
    log 1 unlock evaand01: refused (no_mobile)
    exit 5
    ");
}

/// What keeps the caller out is told before what keeps the manager from vouching.
#[test]
fn hint_advises_only_what_is_allowed() {
    let manager = "Chefen kan intyga vem som ringer: servicedesk send-code evaand01 --via manager.";
    let identify = "Den som ringer kan identifieras på annat sätt: --identified-by.";
    for (may_vouch, may_identify) in [(false, false), (true, false), (false, true), (true, true)] {
        let mut desk = desk();
        desk.set("verification.manager", if may_vouch { "true" } else { "false" });
        desk.set("verification.allow_identified_by", if may_identify { "true" } else { "false" });
        let run = desk.run("send-code evaand01");
        assert_eq!([run.contains(manager), run.contains(identify)], [may_vouch, may_identify], "{run}");
    }
}

#[test]
fn caller_who_cannot_be_helped_is_told_first() {
    for (owner, refused) in [
        (Person { disabled: true, ..eva_without_mobile() }, ("account_disabled", 5)),
        (Person { disabled: true, manager: None, ..eva() }, ("account_disabled", 5)),
        (Person { protected: true, manager: None, ..eva() }, ("protected", 4)),
    ] {
        let mut desk = desk_of(owner, karin());
        let run = desk.run("send-code evaand01 --via manager -o json");
        assert_eq!(kind(&run), refused, "{run}");
        assert!(!run.contains("tel "), "{run}");
    }
}

#[test]
fn limits_count_for_account_and_managers_number() {
    let bo = Person { manager: Some("karber01".into()), mobile: None, ..super::fixture::people::bo() };
    let mut desk = desk().with(bo);
    desk.set("verification.sends_per_hour", "2").set("verification.resend_seconds", "0");
    desk.run("send-code evaand01 --via manager");
    desk.run("send-code boberg01 --via manager");
    let run = desk.run("send-code boberg01 --via manager -o json");
    assert_eq!(kind(&run), ("number_limit_hour", 5));
    assert!(run.contains("nådd för mobilen till chefen för boberg01: koder för fler konton har gått dit"), "{run}");
}

/// What was proved must still hold when it is used.
#[test]
fn manager_who_changes_ends_the_proof() {
    let mut desk = desk();
    desk.run("send-code evaand01 --via manager");
    desk.run("send-code evaand01 --verify {code}");
    let change = desk.someone_changes("karber01", |karin| karin.mobile = Some("070-174 06 49".into()));
    let script = [Text("1"), change, Secret("Gurka-Moln-73"), Secret("Gurka-Moln-73")];
    assert_snapshot!(desk.terminal(script).run("reset evaand01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“1”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    err Fel: Chefen, eller ett av mobilnumren, har ändrats sedan koden skickades. Inget är ändrat.
    err Gör så här: Ta reda på vad som har ändrats, och av vem, innan du skickar en ny kod.
    dir karber01: another mobile
    log 5 reset evaand01: refused (number_changed), vouched by karber01
    exit 5
    ");
    // And a code that went to the number before proves nothing.
    assert_eq!(kind(&desk.run("unlock evaand01 -o json")), ("no_mobile", 5));
}

/// A code that went to the manager before is not called one to another mobile of the owner.
#[test]
fn another_manager_is_named() {
    let bo = super::fixture::people::bo();
    let mut desk = desk_of(Person { manager: Some("karber01".into()), ..eva() }, karin()).with(bo);
    desk.run("send-code evaand01 --via manager");
    let mut owner = desk.practice().person("evaand01").unwrap().unwrap();
    owner.manager = Some("boberg01".into());
    desk.practice().add(owner).unwrap();
    let run = desk.run("send-code evaand01 --verify {code}");
    assert!(run.contains("err Fel: Chefen, eller ett av mobilnumren, har ändrats sedan koden skickades."), "{run}");
}
