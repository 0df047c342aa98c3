//! `unlock --watch`: whether an account stays open, told while it happens.

use std::sync::Arc;

use insta::assert_snapshot;
use jiff::Timestamp;
use servicedesk::practice::{Lockout, Person, Practice};

use super::fixture::people::eva;
use super::fixture::{Event, Line, TestDesk};

/// A desk with two controllers, both with the lock or the second without, and a code that was sent. To the second leads
/// a line.
fn desk(second: Person) -> (TestDesk, Arc<Practice>, Line) {
    let mut desk = TestDesk::configured().with(eva());
    let other = desk.second_controller(0);
    other.add(second).unwrap();
    let line = Line::to(&other.access().url);
    let first = desk.practice().access().url.clone();
    desk.set("directory.servers", &format!("[\"{first}\", \"{}\"]", line.url)).run("send-code evaand01");
    (desk, other, line)
}

fn open() -> Person {
    Person { lockout: Lockout::Never, bad_passwords: 0, bad_password_at: None, ..eva() }
}

/// So many wrong passwords in all, the last of them then.
fn tried(on: &Arc<Practice>, tries: u32, at: &str) -> Event {
    changed(on, tries, at, false)
}

fn locked(on: &Arc<Practice>, tries: u32, at: &str) -> Event {
    changed(on, tries, at, true)
}

fn changed(on: &Arc<Practice>, tries: u32, at: &str, locks: bool) -> Event {
    let (on, at): (_, Timestamp) = (Arc::clone(on), at.parse().unwrap());
    Event::Happens(Box::new(move || {
        let before = on.person("evaand01").unwrap().unwrap();
        let lockout = if locks { Lockout::At(at) } else { before.lockout };
        on.add(Person { bad_passwords: tries, bad_password_at: Some(at), lockout, ..before }).unwrap();
    }))
}

#[test]
fn watch_ends_with_open_account() {
    let (mut desk, ..) = desk(open());
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    err Bevakar evaand01 till kl. 12.22.00. Det som händer visas här. Ctrl-C avslutar bevakningen.
    out Bevakat till kl. 12.22.00: inga fel lösenord, och kontot har inte låsts igen.
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn watch_reports_new_lockout() {
    let (mut desk, other, _line) = desk(open());
    let first = desk.practice();
    desk.after(7, tried(&other, 2, "2026-05-04T12:17:06Z")).after(8, tried(&first, 2, "2026-05-04T12:17:07Z"));
    desk.after(63, tried(&first, 3, "2026-05-04T12:18:01Z")).after(91, locked(&other, 5, "2026-05-04T12:18:31Z"));
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch=2"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    err Bevakar evaand01 till kl. 12.19.00. Det som händer visas här. Ctrl-C avslutar bevakningen.
    err 12:17:06 Fel lösenord igen, 2 försök på dc2.ad.contoso.example.
    err 12:18:01 Fel lösenord igen, ett försök på dc1.ad.contoso.example.
    err 12:18:31 Fel lösenord igen, 2 försök på dc2.ad.contoso.example.
    err 12:18:31 Låst igen, på dc2.ad.contoso.example.
    out Låst igen kl. 12.18.31, på dc2.ad.contoso.example, efter 5 fel lösenord sedan upplåsningen.
    out Säg: ”Något provar ett gammalt lösenord. Titta i mobilens e-post, sparade wifi-lösenord, nätverksmappar, program och tjänster som loggar in själva, och andra datorer där du är inloggad. Byt lösenordet där.”
    out Vilken dator det är, för den som får läsa domänkontrollantens säkerhetslogg (PowerShell):
    out   $e = @{LogName='Security'; Id=4740; Data='evaand01'}
    out   Get-WinEvent -FilterHashtable $e -ComputerName 'dc1.ad.contoso.example' |
    out   Format-List TimeCreated, Message
    out Lås upp igen när det är ordnat: servicedesk unlock evaand01 --watch
    dir evaand01: unlocked; a wrong password tried
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 7
    ");
}

#[test]
fn watch_reports_wrong_passwords() {
    let (mut desk, other, _line) = desk(open());
    desk.after(7, tried(&other, 1, "2026-05-04T12:17:06Z"));
    assert_snapshot!(desk.in_english().run("unlock evaand01 --code {code} --watch=1 -q"), @"
    out Unlocked: Eva Andersson (evaand01). Checked: the account is no longer locked.
    out Say: “Your account is now unlocked and you can sign in now, with the same password as before.”
    err 12:17:06 Wrong password again, one try on dc2.ad.contoso.example.
    out Watched until 12:18:00: no new lockout, but one wrong password since the unlock, on dc2.ad.contoso.example.
    out If it is not the caller, it is a device or a program.
    out Say: “Something is using an old password. Check the mail on your phone, saved Wi-Fi passwords, network folders, programs and services that sign in by themselves, and other computers where you are signed in. Change the password there.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn watch_result_is_a_document() {
    let (mut desk, other, _line) = desk(open());
    desk.after(13, locked(&other, 5, "2026-05-04T12:17:12Z"));
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch=1 -o json"), @r#"
    err Bevakar evaand01 till kl. 12.18.00. Det som händer visas här. Ctrl-C avslutar bevakningen.
    err 12:17:12 Fel lösenord igen, 5 försök på dc2.ad.contoso.example.
    err 12:17:12 Låst igen, på dc2.ad.contoso.example.
    out {"schema": 1, "account": "evaand01", "outcome": "unlocked", "server": "127.0.0.1", "was_locked": true,
    out  "dry_run": false, "verification": null, "everywhere": null,
    out  "watch":
    out   {"minutes": 1, "until": "2026-05-04T12:17:15Z", "read_until": "2026-05-04T12:17:15Z",
    out    "ended_by": "locked_again", "locked_again": "2026-05-04T12:17:12Z", "wrong_tries": 5,
    out    "server": "dc2.ad.contoso.example", "locked_on": ["dc2.ad.contoso.example"], "not_reached": []},
    out  "owner_notice": null, "password_unknown_since": null}
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 7
    "#);
}

#[test]
fn ctrl_c_ends_watch() {
    let (mut desk, ..) = desk(open());
    desk.after(12, Event::CtrlC);
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    err Bevakar evaand01 till kl. 12.22.00. Det som händer visas här. Ctrl-C avslutar bevakningen.
    out Bevakat till kl. 12.17.10: inga fel lösenord, och kontot har inte låsts igen.
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

/// The lock that was ended on the first is not taken for a new one on the second.
#[test]
fn watch_reports_delayed_unlock() {
    let (mut desk, other, _line) = desk(eva());
    desk.after(20, {
        let other = Arc::clone(&other);
        Event::Happens(Box::new(move || other.add(Person { lockout: Lockout::Cleared, ..open() }).unwrap()))
    });
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch=1"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    err Bevakar evaand01 till kl. 12.18.00. Det som händer visas här. Ctrl-C avslutar bevakningen.
    err 12:17:00 dc2.ad.contoso.example: fortfarande låst, upplåsningen har inte kommit dit än.
    err 12:17:20 dc2.ad.contoso.example: upplåst nu.
    out Bevakat till kl. 12.18.00: inga fel lösenord, och kontot har inte låsts igen.
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn watch_reports_stale_controller() {
    let (mut desk, ..) = desk(eva());
    let told = desk.run("unlock evaand01 --code {code} --watch=1");
    assert!(
        told.contains("Släpar efter: dc2.ad.contoso.example: fortfarande låst.") && told.ends_with("exit 7"),
        "{told}"
    );
}

#[test]
fn watch_reports_unreachable_controller() {
    let (mut desk, other, line) = desk(open());
    desk.after(11, line.will_go(false)).after(12, tried(&other, 2, "2026-05-04T12:17:13Z"));
    desk.after(31, line.will_go(true)).after(46, line.will_go(false));
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch=1"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    err Bevakar evaand01 till kl. 12.18.00. Det som händer visas här. Ctrl-C avslutar bevakningen.
    err 12:17:15 dc2.ad.contoso.example: den bryter förbindelsen.
    err 12:17:35 dc2.ad.contoso.example: svarar igen.
    err 12:17:13 Fel lösenord igen, 2 försök på dc2.ad.contoso.example.
    err 12:17:50 dc2.ad.contoso.example: den bryter förbindelsen.
    out Bevakat till kl. 12.18.00: kontot har inte låsts igen, men 2 fel lösenord sedan upplåsningen, mest på dc2.ad.contoso.example.
    out Är det inte den som ringer som provar, så är det en enhet eller ett program.
    out Säg: ”Något provar ett gammalt lösenord. Titta i mobilens e-post, sparade wifi-lösenord, nätverksmappar, program och tjänster som loggar in själva, och andra datorer där du är inloggad. Byt lösenordet där.”
    out Släpar efter: 127.0.0.1: den bryter förbindelsen. Där kan kontot fortfarande vara låst. Se efter om en stund: servicedesk lookup evaand01 --each-server
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

/// The connection that unlocked it is lost: it is opened once more, not at each reading.
#[test]
fn watch_reopens_connection() {
    let mut desk = TestDesk::configured().with(eva());
    let line = Line::to(&desk.practice().access().url);
    desk.set("directory.servers", &format!("[\"{}\"]", line.url)).run("send-code evaand01");
    let before = line.taken();
    desk.after(11, line.will_go(true));
    let told = desk.run("unlock evaand01 --code {code} --watch=1");
    assert!(told.contains("kontot har inte låsts igen") && told.ends_with("exit 0"), "{told}");
    assert_eq!(line.taken() - before, 2);
}

/// Nothing is said of the time when nobody answered.
#[test]
fn watch_that_reads_nothing_is_unclear() {
    for output in ["", " -o json"] {
        let mut desk = TestDesk::configured().with(eva());
        let line = Line::to(&desk.practice().access().url);
        desk.set("directory.servers", &format!("[\"{}\"]", line.url)).run("send-code evaand01");
        desk.after(11, line.will_go(false));
        let told = desk.run(&format!("unlock evaand01 --code {{code}} --watch=1{output}"));
        assert!(told.ends_with("exit 7"), "{told}");
        if output.is_empty() {
            let unclear = "Bevakat till kl. 12.17.10; sedan dess oklart: katalogen svarade inte.";
            assert!(told.contains(unclear) && !told.contains("kontot har inte låsts igen"), "{told}");
        } else {
            assert!(told.contains(r#""read_until": "2026-05-04T12:17:10Z""#), "{told}");
        }
    }
}

/// Somebody else unlocked it: whether it stays so is to be known all the same.
#[test]
fn open_account_can_be_watched() {
    let (mut desk, other, _line) = desk(open());
    desk.practice().add(open()).unwrap();
    desk.after(13, locked(&other, 5, "2026-05-04T12:17:12Z"));
    let told = desk.run("unlock evaand01 --watch");
    assert!(told.contains("är inte låst") && told.contains("Låst igen") && told.ends_with("exit 7"), "{told}");
}

#[test]
fn option_is_for_one_account() {
    let (mut desk, ..) = desk(open());
    assert_snapshot!(desk.run("unlock evaand01 bara2 --reason x --watch"), @"
    err Fel: --watch gäller bara när ett konto låses upp. Inget är ändrat.
    err Gör så här: Ta bort flaggan, eller lås upp ett konto i taget.
    exit 2
    ");
    assert!(desk.run("unlock --all-locked --reason x --watch").ends_with("exit 2"));
    assert!(desk.run("unlock --from x --reason x --watch=3").ends_with("exit 2"));
    assert!(desk.run("unlock evaand01 --watch=0").ends_with("exit 2"));
    assert!(desk.run("unlock evaand01 --watch=61").ends_with("exit 2"));
}
