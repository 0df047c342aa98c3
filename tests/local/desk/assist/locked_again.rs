//! An account that something locks again after it was unlocked from here.

use std::sync::Arc;

use insta::assert_snapshot;
use jiff::Timestamp;
use servicedesk::practice::{Device, Lockout, Person, Practice};

use super::ENTER;
use crate::desk::fixture::Answer::{self, Code, Text, Yes};
use crate::desk::fixture::TestDesk;
use crate::desk::fixture::people::eva;

/// Locks the account again at that time.
fn locks(on: &Arc<Practice>, at: &str) -> Answer {
    let (on, at): (_, Timestamp) = (Arc::clone(on), at.parse().unwrap());
    Answer::Meanwhile(Box::new(move || {
        let before = on.person("evaand01").unwrap().unwrap();
        on.add(Person { lockout: Lockout::At(at), bad_passwords: 5, bad_password_at: Some(at), ..before }).unwrap();
    }))
}

#[test]
fn call_offers_to_watch_account_that_locks_again() {
    let mut desk = TestDesk::configured().with(eva());
    let on = desk.practice();
    let script = [
        Yes,
        Code,
        ENTER,
        desk.time_passes(120),
        locks(&on, "2026-05-04T12:18:00Z"),
        Text("evaand01"),
        Text("j"),
        ENTER,
        ENTER,
    ];
    let run = desk.terminal(script).run("assist evaand01 -q");
    let from = run.find("ask Nästa samtal").unwrap();
    assert_snapshot!(&run[from..], @r"
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“evaand01”›
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod, lås upp och bevaka kontot. Säg: ”Något provar ett gammalt lösenord. Titta i mobilens e-post, sparade wifi-lösenord, nätverksmappar, program och tjänster som loggar in själva, och andra datorer där du är inloggad. Byt lösenordet där.”
    err  Obs           Upplåst härifrån kl. 12.17, låst igen kl. 12.18: något har det gamla lösenordet.
    err  Konto         evaand01  evaand01@contoso.example
    ask Samma samtal? (verifierad kl. 12.17) [j/N] ‹“j”›
    ask Vad vill den som ringer?
    ask   1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask * 3  Lås upp ditt konto och se om något låser det igen
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Bevakat till kl. 12.24.00: inga fel lösenord, och kontot har inte låsts igen.
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Upplåst kl. 12.19, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked; a wrong password tried
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    log 7-8 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn look_up_says_that_it_was_locked_again() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    desk.run("unlock evaand01 --code {code}");
    let told = |desk: &mut TestDesk| desk.run("lookup evaand01 -o json").contains("\"locked_again\"");
    assert!(!told(&mut desk));
    let Answer::Meanwhile(lock) = locks(&desk.practice(), "2026-05-04T12:17:30Z") else { unreachable!() };
    lock();
    assert!(told(&mut desk));
    let run = desk.run("lookup evaand01");
    assert!(run.contains("Upplåst härifrån kl. 12.17, låst igen kl. 12.17: något har det gamla lösenordet."), "{run}");
    assert!(run.contains("Lås upp och bevaka: servicedesk unlock evaand01 --watch"), "{run}");
}

/// The phone of Viktor in practice.
#[test]
fn watch_sees_device_lock_the_account() {
    let device = Device { undoes: 1, tries_at: None };
    let mut desk = TestDesk::configured().with(Person { device, ..eva() });
    desk.run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    err Bevakar evaand01 till kl. 12.22.00. Det som händer visas här. Ctrl-C avslutar bevakningen.
    err 12:17:15 Fel lösenord igen, ett försök på dc1.ad.contoso.example.
    err 12:17:19 Fel lösenord igen, ett försök på dc1.ad.contoso.example.
    err 12:17:23 Fel lösenord igen, ett försök på dc1.ad.contoso.example.
    err 12:17:27 Fel lösenord igen, ett försök på dc1.ad.contoso.example.
    err 12:17:31 Fel lösenord igen, ett försök på dc1.ad.contoso.example.
    err 12:17:31 Låst igen, på dc1.ad.contoso.example.
    out Låst igen kl. 12.17.31, på dc1.ad.contoso.example, efter 5 fel lösenord sedan upplåsningen.
    out Säg: ”Något provar ett gammalt lösenord. Titta i mobilens e-post, sparade wifi-lösenord, nätverksmappar, program och tjänster som loggar in själva, och andra datorer där du är inloggad. Byt lösenordet där.”
    out Vilken dator det är, för den som får läsa domänkontrollantens säkerhetslogg (PowerShell):
    out   $e = @{LogName='Security'; Id=4740; Data='evaand01'}
    out   Get-WinEvent -FilterHashtable $e -ComputerName 'dc1.ad.contoso.example' |
    out   Format-List TimeCreated, Message
    out Lås upp igen när det är ordnat: servicedesk unlock evaand01 --watch
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 7
    ");
}
