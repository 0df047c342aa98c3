//! A list of leaked passwords: refusals, and lists that cannot be read.

use insta::assert_snapshot;

use super::fixture::Answer::{Code, Secret, Text, Yes};
use super::fixture::TestDesk;
use super::fixture::people::eva;

const LEAKED: &str = "Tegel-Kvast-81";

/// Its SHA-1.
const HASH: &str = "90903D3010EBD9C75557228F1D05738A87D4DB33";

/// A desk whose list knows that one, and a few others.
fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    let others = "0123456789ABCDEF".chars().map(|digit| digit.to_string().repeat(40));
    let mut lines: Vec<String> = others.chain([HASH.to_owned()]).map(|hash| hash + ":3861\r\n").collect();
    lines.sort();
    desk.write_private("leaked.txt", &lines.concat());
    desk.set("password_policy.breached_passwords_file", "\"leaked.txt\"");
    desk
}

#[test]
fn breached_password_is_rejected() {
    let mut desk = desk();
    assert_snapshot!(desk.piped([LEAKED]).run("check-policy --password-stdin"), @"
    out Lösenordet duger inte.
    out  ok   kommunen  Minst 8 tecken (har 14)
    out  ok   kommunen  Minst 1 stor bokstav (har 2)
    out  ok   kommunen  Minst 1 siffra (har 2)
    out  ok   kommunen  Inte å, ä, ö
    out  ok   kommunen  Inte bara vanliga ord
    out  NEJ  kommunen  Bland läckta lösenord (3861 gånger) – välj ett annat
    out Kan inte kontrolleras: om det är använt förut.
    out Kan inte kontrolleras: katalogens egna regler. Ange ett konto så räknas de med.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 5
    ");
    assert_snapshot!(desk.piped([LEAKED, "Tegel-Kvast-82"]).run("check-policy --each-line -q"), @r#"
    out {"schema":1,"line":1,"acceptable":false,"rules":[{"rule":"min_length","source":"local","ok":true,"message":"Minst 8 tecken (har 14)"},{"rule":"uppercase","source":"local","ok":true,"message":"Minst 1 stor bokstav (har 2)"},{"rule":"digit","source":"local","ok":true,"message":"Minst 1 siffra (har 2)"},{"rule":"forbidden_characters","source":"local","ok":true,"message":"Inte å, ä, ö"},{"rule":"banned_word","source":"local","ok":true,"message":"Inte bara vanliga ord"},{"rule":"max_length","source":"local","ok":true,"message":"Högst 127 tecken (har 14)"},{"rule":"breached","source":"local","ok":false,"message":"Bland läckta lösenord (3861 gånger) – välj ett annat"}],"unknown":["history","directory_rules","server_filter"],"error":null}
    out {"schema":1,"line":2,"acceptable":true,"rules":[{"rule":"min_length","source":"local","ok":true,"message":"Minst 8 tecken (har 14)"},{"rule":"uppercase","source":"local","ok":true,"message":"Minst 1 stor bokstav (har 2)"},{"rule":"digit","source":"local","ok":true,"message":"Minst 1 siffra (har 2)"},{"rule":"forbidden_characters","source":"local","ok":true,"message":"Inte å, ä, ö"},{"rule":"banned_word","source":"local","ok":true,"message":"Inte bara vanliga ord"},{"rule":"max_length","source":"local","ok":true,"message":"Högst 127 tecken (har 14)"},{"rule":"breached","source":"local","ok":true,"message":"Inte bland läckta lösenord"}],"unknown":["history","directory_rules","server_filter"],"error":null}
    exit 5
    "#);
    assert_snapshot!(desk.run("check-policy --show"), @"
    out Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav och en siffra, men inte å, ä eller ö, inte bara vanliga ord och inget du har haft förut.”
    out  kommunen  Minst 8 tecken
    out  kommunen  Minst en stor bokstav
    out  kommunen  Minst en siffra
    out  kommunen  Inte å, ä, ö
    out  kommunen  Inte bara vanliga ord
    out  kommunen  Högst 127 tecken
    out  kommunen  Inte bland läckta lösenord
    out Kan inte kontrolleras: om det är använt förut.
    out Kan inte kontrolleras: katalogens egna regler. Ange ett konto så räknas de med.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 0
    ");
}

/// The code is not used up, and the next choice is taken.
#[test]
fn breached_choice_is_asked_for_again() {
    let mut desk = desk();
    let script =
        [Yes, Code, Text(""), Secret(LEAKED), Secret(LEAKED), Secret("Tegel-Kvast-82"), Secret("Tegel-Kvast-82")];
    assert_snapshot!(desk.terminal(script).run("reset evaand01 -q"), @"
    tel code 1 to *********31, valid until 12:22, is read back
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    err Lösenordet duger inte.
    err   Bland läckta lösenord (3861 gånger) – välj ett annat
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    err Lösenordet duger inte.
    err   Bland läckta lösenord (3861 gånger) – välj ett annat
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: unlocked; password set: secret 4 of 4; must change it
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5 reset evaand01: refused (password_refused)
    log 6 reset evaand01: refused (password_refused)
    log 7-8 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn unusable_breach_list_is_reported() {
    let mut desk = desk();
    desk.write_private("leaked.txt", "hemligt\nlosenord\n");
    assert_snapshot!(desk.piped([LEAKED]).run("check-policy --password-stdin"), @"
    err Fel: …/config.toml:10: password_policy.breached_passwords_file: …/leaked.txt börjar inte med en SHA-1- eller NTLM-hash, som listan från Have I Been Pwned gör.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    std::fs::remove_file(desk.path("leaked.txt")).unwrap();
    assert_snapshot!(desk.run("reset evaand01"), @"
    err Fel: …/config.toml:10: password_policy.breached_passwords_file: …/leaked.txt går inte att läsa: den finns inte.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    // What needs no list goes on without it.
    assert_snapshot!(desk.run("lookup evaand01 -o csv").lines().last().unwrap(), @"exit 0");
}

/// Nothing is taken that was not checked.
#[test]
fn damaged_breach_list_is_reported() {
    let mut desk = desk();
    let text = std::fs::read_to_string(desk.path("leaked.txt")).unwrap();
    desk.write_private("leaked.txt", &text.replace(HASH, &"*".repeat(40)));
    assert_snapshot!(desk.piped([LEAKED]).run("check-policy --password-stdin"), @"
    err Fel: …/config.toml:10: password_policy.breached_passwords_file: …/leaked.txt är skadad vid byte 423: där står ingen rad HASH:ANTAL; hämta den på nytt.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    desk.run("send-code evaand01");
    assert_snapshot!(desk.piped([LEAKED]).run("reset evaand01 --password-stdin --code {code}"), @"
    err Fel: …/config.toml:10: password_policy.breached_passwords_file: …/leaked.txt är skadad vid byte 423: där står ingen rad HASH:ANTAL; hämta den på nytt.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}
