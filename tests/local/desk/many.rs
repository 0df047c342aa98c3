//! Command lines for many accounts: what is wrong with them, and with the lists they name.

use insta::assert_snapshot;

use super::fixture::{TestDesk, kind};

#[test]
fn bulk_needs_reason() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock jesrab01 evakar02"), @r#"
    err Fel: Orsaken måste anges när flera konton låses upp. Inget är ändrat.
    err Gör så här: Skriv --reason och orsaken, till exempel --reason "Lösenorden gick ut över helgen". Den antecknas i loggen.
    exit 2
    "#);
    assert_eq!(kind(&desk.run("unlock --all-locked -o json")), ("no_reason", 2));
}

#[test]
fn single_and_bulk_options_do_not_mix() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock jesrab01 --yes"), @"
    err Fel: --yes gäller bara när flera konton låses upp. Inget är ändrat.
    err Gör så här: Ta bort flaggan, eller ange en lista med --from.
    exit 2
    ");
    assert_snapshot!(desk.run("unlock jesrab01 evakar02 --reason Lunch --code 123456"), @"
    err Fel: --code gäller bara när ett konto låses upp. Inget är ändrat.
    err Gör så här: Ta bort flaggan, eller lås upp ett konto i taget.
    exit 2
    ");
    assert_snapshot!(desk.run("unlock --all-locked --reason Lunch --identified-by ID"), @"
    err Fel: --all-locked går inte ihop med --identified-by <TEXT>.
    err Gör så här: Ta bort det ena. Mer: servicedesk unlock --help
    exit 2
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --all-locked --reason Lunch"), @"
    err Fel: [KONTO] går inte ihop med --all-locked.
    err Gör så här: Ta bort det ena. Mer: servicedesk unlock --help
    exit 2
    ");
    assert_snapshot!(desk.run("unlock --all-locked --reason Lunch --concurrency 300"), @"
    err Fel: --concurrency <ANTAL> tar inte det värdet.
    err Gör så här: Ange ett värde som passar. Hjälpen säger: ”Hur många upplåsningar som är på väg samtidigt, 1 till 256; 32 om inget anges”. Mer: servicedesk unlock --help
    exit 2
    ");
    assert_snapshot!(desk.run("lookup --locked karlsson"), @"
    err Fel: --locked går inte ihop med [SÖKORD].
    err Gör så här: Ta bort det ena. Mer: servicedesk lookup --help
    exit 2
    ");
}

#[test]
fn hint_leads_further_than_to_itself() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("help verify"), @"
    err Fel: Kommandot verify finns inte.
    err Gör så här: Menade du audit verify? Mer: servicedesk --help
    exit 2
    ");
    assert_snapshot!(desk.run("verify"), @"
    err Fel: Kommandot verify finns inte.
    err Gör så här: Menade du audit verify? Mer: servicedesk --help
    exit 2
    ");
    assert_snapshot!(desk.run("help nonsense"), @"
    err Fel: Kommandot nonsense finns inte.
    err Gör så här: Skriv servicedesk [FLAGGOR] [KOMMANDO] – mer: servicedesk --help
    exit 2
    ");
    assert_snapshot!(desk.run("lookup -5x"), @"
    err Fel: En flagga på raden finns inte här.
    err Gör så här: Om det är ett värde: sätt -- före. Mer: servicedesk lookup --help
    exit 2
    ");
    let help = desk.run("help config");
    assert!(!help.lines().any(|line| line.trim_end().ends_with("  help")), "{help}");
}

#[test]
fn unusable_lists_are_refused() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock --from /nowhere/list.txt --reason Lunch"), @"
    err Fel: Listan /nowhere/list.txt går inte att använda: den finns inte. Inget är ändrat.
    err Gör så här: Kontrollera filens namn, och att du får läsa den.
    exit 2
    ");
    let piped = |lines: &'static [&'static str]| {
        TestDesk::demo().piped(lines.iter().copied()).run("unlock --from - --reason Lunch")
    };
    assert_snapshot!(piped(&[]), @"
    out Inga konton.
    exit 0
    ");
    assert_snapshot!(piped(&["konto"]), @"
    err Läst: 0 rader, kolumnen konto, UTF-8.
    out Inga konton.
    exit 0
    ");
    assert_snapshot!(piped(&["namn;avdelning", "Eva;Skola"]), @"
    err Fel: Listan på standard in går inte att använda: första raden har flera kolumner, men ingen heter Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username. Inget är ändrat.
    err Gör så här: Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON.
    exit 2
    ");
    assert_snapshot!(piped(&["a*b", "x[1]"]), @"
    err Fel: Listan på standard in går inte att använda: inget av det kan vara ett konto (2 rader). Rad 1: kan inte vara ett användarnamn eller en adress; telefonnummer söks inte i en lista. Inget är ändrat.
    err Gör så här: Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON.
    exit 2
    ");
    assert_snapshot!(piped(&["account,n", "a1,\"x", "b2,y"]), @"
    err Fel: Listan på standard in går inte att använda: citattecknet som börjar på rad 2 tar aldrig slut. Inget är ändrat.
    err Gör så här: Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON.
    exit 2
    ");
}

#[test]
fn list_is_not_read_from_terminal() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([]).run("unlock --from - --reason Lunch"), @"
    err Fel: Standard in är slut; --from - väntade en rad. Inget är ändrat.
    err Gör så här: Skriv en rad i UTF-8 på standard in, till exempel från en fil.
    exit 2
    ");
}
