//! Controllers in trouble, controllers that only read, and operators who are kept out.

use insta::assert_snapshot;

use super::fixture::people::eva;
use super::fixture::{TestDesk, kind};
use crate::support::contract::proxy::{Fault, Operation, Proxy};
use crate::support::contract::read_only::refer;

fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("directory.timeout_seconds", "20");
    desk
}

fn pass(_: Operation) -> Fault {
    Fault::Pass
}

/// A controller that answers every sign-in like this.
fn answering(desk: &mut TestDesk, code: u8, text: &'static str) -> Proxy {
    desk.proxy(move |operation| if operation == Operation::Bind { Fault::Answered(code, text) } else { Fault::Pass })
}

#[test]
fn busy_controller_is_no_fault_of_the_operators() {
    let mut desk = desk();
    let text = "80090308: LdapErr: DSID-0C09044E, AcceptSecurityContext error, data 51f, v4563";
    let busy = answering(&mut desk, 49, text);
    assert_snapshot!(desk.servers(&[&busy]).run("unlock evaand01 -v"), @"
    err Fel: Katalogen gick inte att nå: 127.0.0.1: den är upptagen eller har ett eget fel, och låter ingen logga in (51f no logon servers).
    err Gör så här: Inget är ändrat. Felet är katalogserverns, inte ditt kontos eller lösenords. Försök igen om en minut; går det inte, säg till katalogens administratör.
    err Detalj: 80090308: LdapErr: DSID-0C09044E, AcceptSecurityContext error, data 51f, v4563
    exit 6
    ");
    let well = desk.proxy(pass);
    assert_snapshot!(desk.servers(&[&busy, &well]).run("unlock evaand01 --no-input --lang en"), @"
    err Warning: 127.0.0.1 could not be used: it is busy or has a fault of its own, and lets nobody sign in (51f no logon servers). Using the next one.
    err Error: The caller for evaand01 is not verified. Nothing has changed.
    err What to do: Send a code: servicedesk send-code evaand01. Then give the code that the caller reads back with --code.
    log 1 unlock evaand01: refused (not_verified)
    exit 5
    ");
}

#[test]
fn operator_is_told_what_keeps_them_out() {
    for (text, why, hint) in [
        ("data 530, v1", "ditt konto får inte användas vid den här tiden", "under kontots inloggningstider"),
        ("data 531, v1", "ditt konto får inte användas från den här datorn", "userWorkstations"),
        ("data 532, v1", "ditt lösenord har gått ut", "Byt ditt lösenord först"),
        ("data 533, v1", "ditt konto är inaktiverat", "aktivera kontot"),
        ("data 701, v1", "ditt konto har gått ut", "förlänga kontot"),
        ("data 773, v1", "ditt lösenord måste bytas först", "Byt ditt lösenord först"),
        ("data 775, v1", "ditt konto är låst", "låsa upp det"),
        ("data 999, v1", "ett skäl som programmet inte känner till", "Kör igen med -v"),
    ] {
        let mut desk = desk();
        let proxy = answering(&mut desk, 49, text);
        let run = desk.servers(&[&proxy]).run("lookup evaand01");
        assert!(run.contains(why) && run.contains(hint) && run.ends_with("exit 4"), "{run}");
        assert!(!run.contains("Kontrollera directory.user"), "{run}");
    }
}

#[test]
fn change_goes_on_from_read_only_controller() {
    let mut desk = desk();
    let (first, second) = (desk.proxy(refer), desk.proxy(pass));
    desk.servers(&[&first, &second]).run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --lang en"), @"
    err Warning: 127.0.0.1 is a read-only domain controller. Changes are made on 127.0.0.1 instead.
    out Unlocked: Eva Andersson (evaand01). Checked: the account is no longer locked.
    out Say: “Your account is now unlocked and you can sign in now, with the same password as before.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
    assert_eq!((first.count(Operation::Modify), second.count(Operation::Modify)), (1, 1));
}

#[test]
fn change_of_many_goes_on_from_read_only_controller() {
    let mut desk = desk();
    let (first, second) = (desk.proxy(refer), desk.proxy(pass));
    let run = desk.servers(&[&first, &second]).run("unlock --all-locked --yes --reason stormen");
    assert!(run.contains("err Obs: 127.0.0.1 är en skrivskyddad katalogserver (RODC)."), "{run}");
    assert!(run.contains("dir evaand01: unlocked") && run.ends_with("exit 0"), "{run}");
}

#[test]
fn change_is_not_made_without_writable_controller() {
    let mut desk = desk();
    let proxy = desk.proxy(refer);
    desk.servers(&[&proxy]).run("send-code evaand01");
    let run = desk.run("unlock evaand01 --code {code} -o json");
    assert_eq!(kind(&run), ("read_only_controller", 6));
    assert!(run.contains("log 5-6 unlock evaand01: failed (read_only_controller)"), "{run}");
    let run = desk.run("unlock --all-locked --yes --reason stormen");
    assert!(run.contains("Inget är ändrat.") && run.ends_with("exit 6"), "{run}");
}

#[test]
fn global_catalogue_is_named() {
    let mut desk = desk();
    let (catalogue, writable) = (desk.global_catalogue(), desk.proxy(pass));
    let at = catalogue.settings.servers[0].host_str().unwrap().to_owned();
    let shown = |run: String| run.replace(&at, "127.77.0.1");
    assert_snapshot!(shown(desk.servers(&[&catalogue, &writable]).run("doctor -q")), @"
    out Katalogen
    out   OBS: 127.77.0.1: anropas på den globala katalogens port (3268 eller 3269), som nekar ändringar.
    out       Gör så här: Rätta porten i directory.servers: 636 för ldaps://, 389 för ldap://.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    assert!(!desk.run("lookup evaand01").contains("globala katalogen"));
    desk.run("send-code evaand01");
    let run = shown(desk.run("unlock evaand01 --code {code}"));
    let note = "err Obs: 127.77.0.1 tillfrågades på port 3269, den globala katalogen, där inget kan ändras. \
        Ändringar görs på 127.0.0.1 i stället. Be den som sköter programmet att rätta porten (directory.servers).";
    assert!(run.contains(note) && run.contains("dir evaand01: unlocked"), "{run}");

    assert!(shown(desk.servers(&[&catalogue]).run("doctor -q")).contains("FEL: 127.77.0.1: anropas på den globala"));
}

#[test]
fn port_of_another_scheme_is_refused() {
    let mut desk = desk();
    desk.set("directory.servers", "[\"ldap://dc1.ad.contoso.example:636\", \"ldaps://[::1]:389\"]");
    let run = desk.run("lookup evaand01");
    for said in [
        "directory.servers: ldap://dc1.ad.contoso.example:636 kan aldrig svara: på port 636 börjar TLS genast, som med \
         ldaps://. Skriv ldaps://dc1.ad.contoso.example.",
        "directory.servers: ldaps://[::1]:389 kan aldrig svara: på port 389 börjar TLS inte genast, som ldaps:// kräver. \
         Skriv ldaps://[::1].",
    ] {
        assert!(run.contains(said), "{run}");
    }
    assert!(run.ends_with("exit 2"), "{run}");
}

#[test]
fn folder_in_place_of_the_key_is_named() {
    for mode in [0o755, 0o700] {
        let mut desk = desk();
        let folder = desk.path("state/state.key");
        std::fs::create_dir_all(&folder).unwrap();
        let permissions = std::os::unix::fs::PermissionsExt::from_mode(mode);
        std::fs::set_permissions(&folder, permissions).unwrap();
        let run = desk.run("unlock evaand01");
        assert!(run.starts_with("err Fel: …/state/state.key är en mapp") && run.ends_with("exit 2"), "{run}");
        assert!(run.contains("Flytta undan mappen.") && !run.contains("chmod"), "{run}");
    }
}
