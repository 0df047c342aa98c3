//! `check-policy`: would this password be accepted.

use insta::assert_snapshot;

use super::fixture::Answer::{CtrlC, Secret};
use super::fixture::people::{ago, eva};
use super::fixture::{TestDesk, kind};
use servicedesk::practice::Person;

/// The rules that a password breaks, as they are told.
fn broken(desk: &mut TestDesk, password: &'static str, account: &str) -> Vec<String> {
    let run = desk.piped([password]).run(&format!("check-policy {account} --password-stdin"));
    let broken: Vec<String> =
        run.lines().filter_map(|line| line.strip_prefix("out  NEJ  ")).map(str::to_owned).collect();
    assert!(run.ends_with(if broken.is_empty() { "exit 0" } else { "exit 5" }), "{run}");
    broken
}

#[test]
fn each_broken_rule_is_named() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.piped(["Kort-1a"]).run("check-policy jesrab01 --password-stdin"), @"
    out Lösenordet duger inte.
    out  NEJ  kommunen  Minst 8 tecken (har 7)
    out  ok   kommunen  Minst 1 stor bokstav (har 1)
    out  ok   kommunen  Minst 1 siffra (har 1)
    out  ok   kommunen  Inte å, ä, ö
    out  ok   kommunen  Inte bara vanliga ord
    out  ok   kommunen  Ingen del av namnet
    out  NEJ  domänen   Minst 8 tecken (har 7)
    out  ok   domänen   Minst 3 av: stora bokstäver, små bokstäver, siffror, andra tecken (har 4)
    out  ok   domänen   Ingen del av namnet
    out Kan inte kontrolleras: om det är använt förut.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 5
    ");
    for (password, account, expected) in [
        ("gurka-moln-73", "", &["kommunen  Minst 1 stor bokstav (har 0)"][..]),
        ("Gurka-Moln-sju", "", &["kommunen  Minst 1 siffra (har 0)"]),
        ("Gurka-Måne-73Ö", "", &["kommunen  Otillåtna tecken – ta bort å, ö"]),
        (
            "GURKAMOLN73",
            "jesrab01",
            &["domänen   Minst 3 av: stora bokstäver, små bokstäver, siffror, andra tecken (har 2)"],
        ),
        (
            "Jesper-Moln-73",
            "jesrab01",
            &["kommunen  Ingen del av namnet – ta bort ”Jesper”", "domänen   Ingen del av namnet – ta bort ”Jesper”"],
        ),
        ("J3sp3r-Moln-73", "jesrab01", &["kommunen  Ingen del av namnet – ta bort ”Jesper”"]),
        ("Sommar2026!", "", &["kommunen  För vanliga ord: Sommar, 2026 – lägg till minst 2 egna tecken"]),
        // To name the word would be to show the password.
        (
            "Fredagsmys",
            "",
            &["kommunen  Minst 1 siffra (har 0)", "kommunen  Hela lösenordet är vanliga ord – välj något annat"],
        ),
        // With enough besides, a common word does no harm.
        ("Sommar-tegel-7", "", &[]),
    ] {
        assert_eq!(broken(&mut desk, password, account), expected, "{password}");
    }
    let run = desk.piped(["Valkommen1"]).run("check-policy mmeyers --password-stdin -o json --lang en");
    assert!(
        run.contains("Too common: Välkommen – add at least 3 characters of your own") && run.ends_with("exit 5"),
        "{run}"
    );
}

#[test]
fn acceptable_password_passes() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.piped(["Gurka-Moln-73"]).run("check-policy jesrab01 --password-stdin"), @"
    out Lösenordet klarar alla regler som går att kontrollera.
    out  ok  kommunen  Minst 8 tecken (har 13)
    out  ok  kommunen  Minst 1 stor bokstav (har 2)
    out  ok  kommunen  Minst 1 siffra (har 2)
    out  ok  kommunen  Inte å, ä, ö
    out  ok  kommunen  Inte bara vanliga ord
    out  ok  kommunen  Ingen del av namnet
    out  ok  domänen   Minst 8 tecken (har 13)
    out  ok  domänen   Minst 3 av: stora bokstäver, små bokstäver, siffror, andra tecken (har 4)
    out  ok  domänen   Ingen del av namnet
    out Kan inte kontrolleras: om det är använt förut.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 0
    ");
    assert_snapshot!(desk.piped(["Gurka-Moln-73"]).run("check-policy gunpol01 --password-stdin --lang en"), @"
    out The password follows every rule that can be checked.
    out  ok  municipality  At least 8 characters (13 found)
    out  ok  municipality  At least 1 capital (2 found)
    out  ok  municipality  At least 1 digit (2 found)
    out  ok  municipality  None of å, ä, ö
    out  ok  municipality  Not just common words
    out  ok  municipality  No part of the name
    out Not checked: whether it was used before.
    out You may not read the rules (special policy “Politiker”). They may require more than is listed here.
    out Not checked: whether a password filter on the domain controllers rejects it.
    exit 0
    ");
}

#[test]
fn script_sees_broken_rules() {
    let run = TestDesk::demo().piped(["kort"]).run("check-policy jesrab01 --password-stdin -o json");
    assert!(run.contains(r#""account": "jesrab01", "acceptable": false,"#) && run.ends_with("exit 5"), "{run}");
    let broken = [
        ("min_length", "local", "Minst 8 tecken (har 4)"),
        ("uppercase", "local", "Minst 1 stor bokstav (har 0)"),
        ("digit", "local", "Minst 1 siffra (har 0)"),
        ("min_length", "domain", "Minst 8 tecken (har 4)"),
    ];
    for (rule, source, told) in broken {
        let line = format!(r#"{{"rule": "{rule}", "source": "{source}", "ok": false, "message": "{told}"}}"#);
        assert!(run.contains(&line), "{line} in {run}");
    }
    assert_eq!(run.matches(r#""ok": false"#).count(), 1 + broken.len(), "{run}");
}

#[test]
fn without_account_no_connection_is_made() {
    let mut desk = TestDesk::configured();
    desk.set("directory.servers", "[\"ldaps://127.0.0.1:1\"]").set("state.path", "\"/dev/null/state.db\"");
    desk.set("password_policy.min_length", "12");
    assert_snapshot!(desk.piped(["Gurka-73"]).run("check-policy --password-stdin"), @"
    out Lösenordet duger inte.
    out  NEJ  kommunen  Minst 12 tecken (har 8)
    out  ok   kommunen  Minst 1 stor bokstav (har 1)
    out  ok   kommunen  Minst 1 siffra (har 2)
    out  ok   kommunen  Inte å, ä, ö
    out  ok   kommunen  Inte bara vanliga ord
    out Kan inte kontrolleras: om det är använt förut.
    out Kan inte kontrolleras: katalogens egna regler. Ange ett konto så räknas de med.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 5
    ");
    // No configuration is needed.
    let mut desk = TestDesk::configured();
    desk.configuration("");
    let run = desk.piped(["Gurka-Moln-73"]).run("check-policy --password-stdin -o json");
    assert!(run.contains(r#""account": null, "acceptable": true"#) && run.contains(r#""directory_rules""#), "{run}");
}

#[test]
fn terminal_is_prompted() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([Secret(""), Secret("Gurka-Moln-73")]).run("check-policy"), @"
    ask Lösenord att prova ‹nothing›
    err Ett lösenord är minst ett tecken och har inga styrtecken. Försök igen.
    ask Lösenord att prova ‹a secret›
    out Lösenordet klarar alla regler som går att kontrollera.
    out  ok  kommunen  Minst 8 tecken (har 13)
    out  ok  kommunen  Minst 1 stor bokstav (har 2)
    out  ok  kommunen  Minst 1 siffra (har 2)
    out  ok  kommunen  Inte å, ä, ö
    out  ok  kommunen  Inte bara vanliga ord
    out Kan inte kontrolleras: om det är använt förut.
    out Kan inte kontrolleras: katalogens egna regler. Ange ett konto så räknas de med.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 0
    ");
    assert_snapshot!(desk.terminal([CtrlC]).run("check-policy"), @"
    ask Lösenord att prova ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
}

#[test]
fn missing_terminal_and_account_are_reported() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("check-policy"), @"
    err Fel: Det går inte att fråga: ingen terminal, eller --no-input. Inget är ändrat.
    err Gör så här: Använd --password-stdin.
    exit 2
    ");
    assert_snapshot!(desk.run("check-policy jesrab01 --password-stdin"), @"
    err Fel: Standard in är slut; --password-stdin väntade en rad. Inget är ändrat.
    err Gör så här: Skriv en rad i UTF-8 på standard in, till exempel från en fil.
    exit 2
    ");
    assert_snapshot!(desk.piped(["Gurka-Moln-73"]).run("check-policy finns-inte --password-stdin"), @"
    err Fel: Inget konto stämmer med ”finns-inte”.
    err Gör så här: Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
    exit 3
    ");
    assert_snapshot!(desk.piped(["Gurka-Moln-73"]).run("check-policy 'Eva Karlsson' --password-stdin"), @"
    err Fel: 2 konton stämmer med ”Eva Karlsson”; det måste vara ett.
    err Gör så här: Fråga vem det är och ange användarnamnet: evakar01 (Eva Karlsson, Socialtjänst); evakar02 (Eva Karlsson, Skola)
    exit 3
    ");
}

#[test]
fn organisation_words_are_banned() {
    let mut desk = TestDesk::configured();
    desk.set("desk.services", "[\"Mjölnet\"]").set("password_policy.banned_words_file", "\"ord.txt\"");
    desk.write_private("ord.txt", "# Våra ord\r\n\r\nSvartån\r\nVifolka\r\n");
    for (password, told) in [
        ("Mjolbykommun1", "Mjölbykommun – lägg till minst 3 egna tecken"),
        ("Mjolnet-Vifolka7", "Mjölnet, Vifolka – lägg till minst ett eget tecken"),
        ("Svartan2026!!", "Svartån, 2026 – lägg till minst ett eget tecken"),
    ] {
        assert_eq!(broken(&mut desk, password, ""), [format!("kommunen  För vanliga ord: {told}")]);
    }
}

#[test]
fn invalid_word_file_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("password_policy.banned_words_file", "\"ord.txt\"");
    desk.write_private("ord.txt", "Svartån\nMBK\n");
    // Nothing is asked for first.
    assert_snapshot!(desk.terminal([]).run("check-policy"), @"
    err Fel: …/config.toml:10: password_policy.banned_words_file: …/ord.txt går inte att använda: ordet på rad 2 har färre än 4 tecken.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    desk.write_private("ord.txt", "Svartån\n\nMjölby kommuns kök\n");
    assert_eq!(kind(&desk.run("check-policy --lang en -o json")), ("configuration", 2));
    desk.set("password_policy.banned_words_file", "\"finns-inte.txt\"");
    assert_snapshot!(desk.piped(["Gurka-Moln-73"]).run("reset evaand01 --password-stdin"), @"
    err Fel: …/config.toml:10: password_policy.banned_words_file: …/finns-inte.txt går inte att använda: den finns inte.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    // A lookup still works.
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
}

/// The rules alone: one sentence for the caller, and the list with who makes each.
#[test]
fn show_prints_rules_to_read_aloud() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("check-policy --show"), @"
    out Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav och en siffra, men inte å, ä eller ö, inte bara vanliga ord och inget du har haft förut.”
    out  kommunen  Minst 8 tecken
    out  kommunen  Minst en stor bokstav
    out  kommunen  Minst en siffra
    out  kommunen  Inte å, ä, ö
    out  kommunen  Inte bara vanliga ord
    out  kommunen  Högst 127 tecken
    out Kan inte kontrolleras: om det är använt förut.
    out Kan inte kontrolleras: katalogens egna regler. Ange ett konto så räknas de med.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 0
    ");
    assert_snapshot!(desk.run("check-policy --show annlin02"), @r"
    out Säg: ”Lösenordet ska ha minst 10 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inte å, ä eller ö, ingen del av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    out  kommunen             Minst 8 tecken
    out  kommunen             Minst en stor bokstav
    out  kommunen             Minst en siffra
    out  kommunen             Inte å, ä, ö
    out  kommunen             Inte bara vanliga ord
    out  kommunen             Högst 127 tecken
    out  kommunen             Ingen del av namnet
    out  särskilda, ”Skolan”  Minst 10 tecken
    out  särskilda, ”Skolan”  Högst 256 tecken
    out  särskilda, ”Skolan”  Minst 3 av dessa teckentyper: stora bokstäver, små bokstäver, siffror, andra tecken
    out  särskilda, ”Skolan”  Ingen del av namnet
    out  särskilda, ”Skolan”  Inget av de 5 senaste
    out Kan inte kontrolleras: om det är använt förut.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 0
    ");
    let run = desk.run("check-policy --show jesrab01 --lang en");
    assert!(run.contains("\nout  domain        None of the last 12 passwords\n"), "{run}");
    let run = desk.run("check-policy --show jesrab01 -o csv");
    assert!(
        run.starts_with("out rule,source,value,characters,message\nout min_length,local,8,,Minst 8 tecken\n"),
        "{run}"
    );
    assert_eq!(run.lines().count(), 13, "{run}");
}

/// A policy that may not be read is said, not guessed.
#[test]
fn show_reports_unreadable_policy() {
    assert_snapshot!(TestDesk::demo().run("check-policy --show gunpol01"), @"
    out Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav och en siffra, men inte å, ä eller ö, ingen del av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    out  kommunen  Minst 8 tecken
    out  kommunen  Minst en stor bokstav
    out  kommunen  Minst en siffra
    out  kommunen  Inte å, ä, ö
    out  kommunen  Inte bara vanliga ord
    out  kommunen  Högst 127 tecken
    out  kommunen  Ingen del av namnet
    out Kan inte kontrolleras: om det är använt förut.
    out Reglerna är särskilda, ”Politiker”. Du får inte läsa dem; de kan kräva mer än det som står här.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 0
    ");
}

/// When its owner may change it again.
#[test]
fn show_lists_rules_of_password_changed_today() {
    let mut desk = TestDesk::configured().with(Person { password_set: Some(ago(60)), ..eva() });
    assert_snapshot!(desk.run("check-policy --show evaand01"), @"
    out Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inte å, ä eller ö, ingen del av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    out  kommunen  Minst 8 tecken
    out  kommunen  Minst en stor bokstav
    out  kommunen  Minst en siffra
    out  kommunen  Inte å, ä, ö
    out  kommunen  Inte bara vanliga ord
    out  kommunen  Högst 127 tecken
    out  kommunen  Ingen del av namnet
    out  domänen   Minst 8 tecken
    out  domänen   Högst 256 tecken
    out  domänen   Minst 3 av dessa teckentyper: stora bokstäver, små bokstäver, siffror, andra tecken
    out  domänen   Ingen del av namnet
    out  domänen   Inget av de 12 senaste
    out  domänen   Personen kan byta det själv tidigast 2026-05-05 kl. 11.17 (om 23 timmar); med reset går det nu
    out Kan inte kontrolleras: om det är använt förut.
    out Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.
    exit 0
    ");
}

/// One answer a line, also for a line that is no password.
#[test]
fn each_line_is_answered() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.piped(["Kvast-Tunna-71", "", "Tunna-7"]).run("check-policy --each-line"), @r#"
    out {"schema":1,"line":1,"acceptable":true,"rules":[{"rule":"min_length","source":"local","ok":true,"message":"Minst 8 tecken (har 14)"},{"rule":"uppercase","source":"local","ok":true,"message":"Minst 1 stor bokstav (har 2)"},{"rule":"digit","source":"local","ok":true,"message":"Minst 1 siffra (har 2)"},{"rule":"forbidden_characters","source":"local","ok":true,"message":"Inte å, ä, ö"},{"rule":"banned_word","source":"local","ok":true,"message":"Inte bara vanliga ord"},{"rule":"max_length","source":"local","ok":true,"message":"Högst 127 tecken (har 14)"}],"unknown":["history","directory_rules","server_filter"],"error":null}
    out {"schema":1,"line":2,"acceptable":false,"rules":[],"unknown":[],"error":{"kind":"not_a_password","message":"Raden är tom eller har styrtecken, så den kan inte vara ett lösenord."}}
    out {"schema":1,"line":3,"acceptable":false,"rules":[{"rule":"min_length","source":"local","ok":false,"message":"Minst 8 tecken (har 7)"},{"rule":"uppercase","source":"local","ok":true,"message":"Minst 1 stor bokstav (har 1)"},{"rule":"digit","source":"local","ok":true,"message":"Minst 1 siffra (har 1)"},{"rule":"forbidden_characters","source":"local","ok":true,"message":"Inte å, ä, ö"},{"rule":"banned_word","source":"local","ok":true,"message":"Inte bara vanliga ord"},{"rule":"max_length","source":"local","ok":true,"message":"Högst 127 tecken (har 7)"}],"unknown":["history","directory_rules","server_filter"],"error":null}
    err 1 av 3 lösenord klarar alla regler som går att kontrollera.
    exit 5
    "#);
    assert_snapshot!(desk.piped(["Kvast-Tunna-71", "Anna-Kvast-71"]).run("check-policy --each-line annlin02 -q"), @r#"
    out {"schema":1,"line":1,"acceptable":true,"rules":[{"rule":"min_length","source":"local","ok":true,"message":"Minst 8 tecken (har 14)"},{"rule":"uppercase","source":"local","ok":true,"message":"Minst 1 stor bokstav (har 2)"},{"rule":"digit","source":"local","ok":true,"message":"Minst 1 siffra (har 2)"},{"rule":"forbidden_characters","source":"local","ok":true,"message":"Inte å, ä, ö"},{"rule":"banned_word","source":"local","ok":true,"message":"Inte bara vanliga ord"},{"rule":"max_length","source":"local","ok":true,"message":"Högst 127 tecken (har 14)"},{"rule":"contains_name","source":"local","ok":true,"message":"Ingen del av namnet"},{"rule":"min_length","source":"Skolan","ok":true,"message":"Minst 10 tecken (har 14)"},{"rule":"max_length","source":"Skolan","ok":true,"message":"Högst 256 tecken (har 14)"},{"rule":"complexity","source":"Skolan","ok":true,"message":"Minst 3 av: stora bokstäver, små bokstäver, siffror, andra tecken (har 4)"},{"rule":"contains_name","source":"Skolan","ok":true,"message":"Ingen del av namnet"}],"unknown":["history","server_filter"],"error":null}
    out {"schema":1,"line":2,"acceptable":false,"rules":[{"rule":"min_length","source":"local","ok":true,"message":"Minst 8 tecken (har 13)"},{"rule":"uppercase","source":"local","ok":true,"message":"Minst 1 stor bokstav (har 2)"},{"rule":"digit","source":"local","ok":true,"message":"Minst 1 siffra (har 2)"},{"rule":"forbidden_characters","source":"local","ok":true,"message":"Inte å, ä, ö"},{"rule":"banned_word","source":"local","ok":true,"message":"Inte bara vanliga ord"},{"rule":"max_length","source":"local","ok":true,"message":"Högst 127 tecken (har 13)"},{"rule":"contains_name","source":"local","ok":false,"message":"Ingen del av namnet – ta bort ”Anna”"},{"rule":"min_length","source":"Skolan","ok":true,"message":"Minst 10 tecken (har 13)"},{"rule":"max_length","source":"Skolan","ok":true,"message":"Högst 256 tecken (har 13)"},{"rule":"complexity","source":"Skolan","ok":true,"message":"Minst 3 av: stora bokstäver, små bokstäver, siffror, andra tecken (har 4)"},{"rule":"contains_name","source":"Skolan","ok":false,"message":"Ingen del av namnet – ta bort ”Anna”"}],"unknown":["history","server_filter"],"error":null}
    exit 5
    "#);
    assert_snapshot!(desk.piped([]).run("check-policy --each-line"), @"
    err Fel: Standard in är slut; --each-line väntade en rad. Inget är ändrat.
    err Gör så här: Skriv en rad i UTF-8 på standard in, till exempel från en fil.
    exit 2
    ");
    assert_snapshot!(desk.run("check-policy --each-line --password-stdin"), @"
    err Fel: --each-line går inte ihop med --password-stdin.
    err Gör så här: Ta bort det ena. Mer: servicedesk check-policy --help
    exit 2
    ");
}

/// A message never contains the whole password.
#[test]
fn detail_never_shows_whole_password() {
    let mut desk = TestDesk::configured().with(eva());
    for whole in ["Andersson", "EvaAndersson", "Sommar2026", "SommarVinter"] {
        let run = desk.piped([whole]).run("check-policy evaand01 --password-stdin -o json");
        // But for the account's name, with which every answer begins.
        let said = run.replace([',', ' '], "").to_lowercase().replacen("evaand01", "", 1);
        assert!(!said.contains(&whole.to_lowercase()), "{whole}: {run}");
    }
    assert_snapshot!(desk.piped(["Andersson"]).run("check-policy evaand01 --password-stdin -o csv"), @r#"
    out rule,source,ok,message
    out min_length,local,true,Minst 8 tecken (har 9)
    out uppercase,local,true,Minst 1 stor bokstav (har 1)
    out digit,local,false,Minst 1 siffra (har 0)
    out forbidden_characters,local,true,"Inte å, ä, ö"
    out banned_word,local,false,Hela lösenordet är vanliga ord – välj något annat
    out max_length,local,true,Högst 127 tecken (har 9)
    out contains_name,local,false,Hela lösenordet är namnet – välj något annat
    out min_length,domain,true,Minst 8 tecken (har 9)
    out max_length,domain,true,Högst 256 tecken (har 9)
    out complexity,domain,false,"Minst 3 av: stora bokstäver, små bokstäver, siffror, andra tecken (har 2)"
    out contains_name,domain,false,Hela lösenordet är namnet – välj något annat
    exit 5
    "#);
    assert_eq!(
        broken(&mut desk, "Andersson-evaand01-Berg", "evaand01"),
        [
            "kommunen  Ingen del av namnet – ta bort ”evaand01, Andersson”",
            "domänen   Ingen del av namnet – ta bort ”evaand01, Eva, Andersson”"
        ]
    );
    let told = "kommunen  För vanliga ord: Sommar – lägg till minst 3 egna tecken";
    assert_eq!(broken(&mut desk, "SommarVinter", ""), ["kommunen  Minst 1 siffra (har 0)", told]);
}
