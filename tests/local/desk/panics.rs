//! A bug that makes the program panic: the run ends as a failure, in words, and says whether anything may have been done.

use insta::assert_snapshot;

use super::fixture::people::eva;
use super::fixture::{Answer, Event, StandardOutput, TestDesk, kind};

fn bug() -> Answer {
    Answer::Meanwhile(Box::new(|| panic!("a secret")))
}

#[test]
fn panic_before_any_change_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.terminal([bug()]).run("unlock evaand01");
    assert_snapshot!(run, @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    err  Konto         evaand01  evaand01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 31, stämmer det?”
    err Fel: Programmet avbröts av ett fel i programmet självt.
    err Gör så här: Inget konto är ändrat och inget SMS är skickat. Försök igen. Händer det en gång till, säg till den som sköter programmet.
    exit 1
    ");
    let run = desk.in_english().terminal([bug()]).run("unlock evaand01");
    assert_snapshot!(run, @"
    err  State        Locked after too many wrong passwords.
    err  Do next      Unlock: servicedesk unlock evaand01. If the password is forgotten: servicedesk reset evaand01.
    err  Account      evaand01  evaand01@contoso.example
    err Say: “I am sending a code to your mobile. The number ends with 31; is that right?”
    err Error: The program failed because of an error in itself.
    err What to do: No account has been changed and no SMS sent. Try again. If it happens again, tell the administrator of servicedesk.
    exit 1
    ");
}

#[test]
fn panic_after_sms_says_that_it_may_have_been_done() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.terminal([Answer::Yes, bug()]).run("unlock evaand01");
    assert_snapshot!(run, @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    err  Konto         evaand01  evaand01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 31, stämmer det?”
    ask Skicka en kod till *********31? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********31. Den gäller till kl. 12.22.
    err Fel: Programmet avbröts av ett fel i programmet självt, efter att det hade börjat ändra ett konto eller skicka ett SMS.
    err Gör så här: Det kan vara gjort. Kontrollera innan du försöker igen: servicedesk audit show. Säg till den som sköter programmet.
    log 1-2 send_code evaand01: done
    exit 7
    ");
}

#[test]
fn panic_after_change_says_that_it_may_have_been_done() {
    let mut desk = TestDesk::configured().with(eva()).in_english();
    desk.second_controller(0).add(eva()).unwrap();
    desk.run("send-code evaand01");
    desk.after(1, Event::Happens(Box::new(|| panic!("a secret"))));
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch"), @"
    out Unlocked: Eva Andersson (evaand01). Checked: the account is no longer locked.
    out Say: “Your account is now unlocked and you can sign in now, with the same password as before.”
    err Watching evaand01 until 12:22:00. Events are shown here. Press Ctrl-C to stop.
    err Error: The program failed because of an error in itself, after it had begun to change an account or send an SMS.
    err What to do: It may have been done. Check before you try again: servicedesk audit show. Tell the administrator of servicedesk.
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 7
    ");
}

#[test]
fn panic_is_document_for_scripts() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.terminal([bug()]).run("unlock evaand01 -o json");
    assert_eq!(kind(&run), ("internal", 1), "{run}");
    let run = desk.terminal([Answer::Yes, bug()]).run("unlock evaand01 -o json");
    assert_eq!(kind(&run), ("internal_may_have_changed", 7), "{run}");
}

#[test]
fn panic_is_reported_without_standard_output() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.output(StandardOutput::Closed).terminal([bug()]).run("unlock evaand01 -o json");
    assert!(run.contains("err Fel: Programmet avbröts") && run.ends_with("exit 1"), "{run}");
}
