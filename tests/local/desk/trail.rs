//! Without a trail nothing is changed.

use insta::assert_snapshot;

use super::fixture::Answer::{Code, Meanwhile, Secret, Text, Yes};
use super::fixture::people::{eva, eva_with_a_past};
use super::fixture::{TestDesk, kind};

const GOOD: &str = "Gurka-Moln-73";

#[test]
fn folder_instead_of_store_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    std::fs::create_dir_all(desk.store()).unwrap();
    assert_snapshot!(desk.run("unlock evaand01 --code 123456"), @"
    err Fel: Det gick inte att läsa eller skriva …/state/state.db, där koder och logg finns: det är en mapp. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Be den som sköter programmet att ta bort det som är i vägen, eller rätta platsen (state.path); -v säger mer.
    exit 6
    ");
    assert_eq!(kind(&desk.run("send-code evaand01 -o json")), ("store", 6));
}

#[test]
fn missing_store_folder_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("state.path", "\"/dev/null/state.db\"");
    assert_snapshot!(desk.run("unlock evaand01 -v"), @"
    err Fel: Det gick inte att läsa eller skriva /dev/null/state.db, där koder och logg finns: det finns redan något med det namnet. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Be den som sköter programmet att ta bort det som är i vägen, eller rätta platsen (state.path); -v säger mer.
    err Detalj: File exists (os error 17)
    exit 6
    ");
}

#[test]
fn foreign_file_instead_of_store_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    std::fs::create_dir(desk.path("state")).unwrap();
    desk.write_private("state/state.db", &"This is no database. ".repeat(100));
    assert_snapshot!(desk.run("unlock evaand01 -v"), @"
    err Fel: Det gick inte att läsa eller skriva …/state/state.db, där koder och logg finns: den innehåller något som servicedesk inte har skrivit. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Be den som sköter programmet att återställa filen från en säkerhetskopia, eller rätta platsen (state.path); -v säger mer.
    err Detalj: file is not a database
    exit 6
    ");
    assert_snapshot!(desk.run("audit show"), @"
    err Fel: Det gick inte att läsa eller skriva …/state/state.db, där koder och logg finns: den innehåller något som servicedesk inte har skrivit. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Be den som sköter programmet att återställa filen från en säkerhetskopia, eller rätta platsen (state.path); -v säger mer.
    exit 6
    ");
}

#[test]
fn newer_store_is_refused() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("lookup evaand01");
    desk.spoil("PRAGMA user_version = 99");
    assert_snapshot!(desk.run("unlock evaand01 -v"), @r"
    err Fel: …/state/state.db är skriven av en nyare version av programmet (99; den här klarar 5). Inget är ändrat.
    err Gör så här: Installera den nyare versionen på den här datorn också.
    exit 6
    ");
}

#[test]
fn invalid_key_is_refused() {
    let mut desk = TestDesk::configured().with(eva());
    std::fs::create_dir(desk.path("state")).unwrap();
    desk.write_private("state/state.key", "short");
    assert_snapshot!(desk.run("send-code evaand01 -v"), @"
    err Fel: …/state/state.key ska vara nyckeln till databasen, men är ingen nyckel. Inget är ändrat.
    err Gör så här: Lägg tillbaka filen från säkerhetskopian och låt ingen annan läsa den (chmod 600). Finns ingen kopia: flytta databasen och filerna bredvid den till en annan mapp och spara dem. Nästa körning gör en ny databas.
    exit 2
    ");
}

/// Nothing can be written to the trail where this holds of a record.
fn no_record(condition: &str) -> String {
    format!(
        "CREATE TRIGGER full BEFORE INSERT ON audit WHEN {condition}
         BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
    )
}

#[test]
fn full_disk_before_change_stops_it() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    desk.spoil(&no_record("TRUE"));
    assert_snapshot!(desk.run("unlock evaand01 -v"), @"
    err Fel: Det gick inte att läsa eller skriva …/state/state.db, där koder och logg finns: oväntat fel. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Försök igen. Går det inte, be den som sköter programmet att se till att filen går att skriva (state.path); -v säger mer.
    err Detalj: database or disk is full
    exit 6
    ");
    assert_eq!(kind(&desk.piped([GOOD]).run("reset evaand01 --password-stdin -o json")), ("store", 6));
    assert_snapshot!(desk.wait(60).run("send-code evaand01"), @"
    err Fel: Det gick inte att läsa eller skriva …/state/state.db, där koder och logg finns: oväntat fel. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Försök igen. Går det inte, be den som sköter programmet att se till att filen går att skriva (state.path); -v säger mer.
    exit 6
    ");
}

#[test]
fn unrecorded_refusal_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("lookup evaand01");
    desk.spoil(&no_record("TRUE"));
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: Det gick inte att läsa eller skriva …/state/state.db, där koder och logg finns: oväntat fel. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Försök igen. Går det inte, be den som sköter programmet att se till att filen går att skriva (state.path); -v säger mer.
    exit 6
    ");
}

#[test]
fn full_disk_after_change_is_reported() {
    let mut desk = TestDesk::configured().with(eva()).with(eva_with_a_past());
    let desk_eva = eva();
    let mut desk = {
        desk.run("lookup evaand01");
        desk.with(desk_eva)
    };
    desk.spoil(&no_record(
        r#"NEW.record LIKE '%"unlock"%"step":"done"%' OR NEW.record LIKE '%"reset"%"step":"done"%'"#,
    ));
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock evaand01 -q"), @"
    tel code 1 to *********31, valid until 12:22, is read back
    err Fel: Det är gjort för evaand01, men det gick inte att anteckna i loggen hur det gick.
    err Gör så här: Anteckna det i ärendet, och säg till den som sköter programmet.
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5 unlock evaand01: intent
    exit 7
    ");
    assert_snapshot!(desk.piped([GOOD]).run("reset evaand01 --password-stdin"), @r"
    err Obs: Påbörjat kl. 12.17 (nyss) av CONTOSO\operator: låsa upp. Utfallet är inte antecknat, så det kan ha gjorts. Se efter: servicedesk audit resolve
    err Fel: Det är gjort för evaand01, men det gick inte att anteckna i loggen hur det gick.
    err Gör så här: Anteckna det i ärendet, och säg till den som sköter programmet.
    dir evaand01: password set: secret 1 of 1; must change it
    log 6 reset evaand01: intent
    exit 7
    ");
    assert_snapshot!(desk.terminal([Text(""), Secret(""), Text("")]).run("reset evaand01 -q"), @r"
    err Obs: Påbörjat kl. 12.17 (nyss) av CONTOSO\operator: nytt lösenord. Utfallet är inte antecknat, så det kan ha gjorts. Se efter: servicedesk audit resolve
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    ask Hur ska den som ringer få lösenordet?
    ask * 1  Läs upp det
    ask   2  SMS till *********31
    ask  ‹“”›
    err Fel: Det är gjort för evaand01, men det gick inte att anteckna i loggen hur det gick.
    err Fel: Lösenordet som skapades för evaand01 kunde inte lämnas ut, så ingen känner till det.
    err Gör så här: Sätt ett annat lösenord nu: servicedesk reset evaand01. Innan dess kan den som ringer kanske inte logga in. Anteckna det i ärendet, och säg till den som sköter programmet.
    log 7 reset evaand01: intent
    exit 7
    ");
    assert_snapshot!(desk.run("reset evaand01 --generate"), @r"
    err Obs: Påbörjat kl. 12.17 (nyss) av CONTOSO\operator: nytt lösenord, på skärmen. Utfallet är inte antecknat, så det kan ha gjorts. Se efter: servicedesk audit resolve
    err Fel: Det är gjort för evaand01, men det gick inte att anteckna i loggen hur det gick.
    err Fel: Lösenordet som skapades för evaand01 kunde inte lämnas ut, så ingen känner till det.
    err Gör så här: Sätt ett annat lösenord nu: servicedesk reset evaand01. Innan dess kan den som ringer kanske inte logga in. Anteckna det i ärendet, och säg till den som sköter programmet.
    log 8 reset evaand01: intent
    exit 7
    ");
    // A look-up reports it, too.
    let looked = desk.run("lookup evaand01");
    assert!(looked.contains("Påbörjat kl. 12.17"), "{looked}");
    let json = desk.run("lookup evaand01 -o json");
    assert!(json.contains(r#""unfinished_action": "reset""#), "{json}");
}

#[test]
fn full_disk_after_code_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("lookup evaand01");
    desk.spoil(&no_record(r#"NEW.record LIKE '%"send_code"%"step":"done"%'"#));
    assert_snapshot!(desk.run("send-code evaand01"), @"
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err Fel: Det är gjort för evaand01, men det gick inte att anteckna i loggen hur det gick.
    err Gör så här: Anteckna det i ärendet, och säg till den som sköter programmet.
    log 1 send_code evaand01: intent
    exit 7
    ");
}

#[test]
fn store_lost_during_call_stops_change() {
    let mut desk = TestDesk::configured().with(eva());
    let store = desk.store();
    let full = no_record("TRUE");
    let spoil = Meanwhile(Box::new(move || rusqlite::Connection::open(store).unwrap().execute_batch(&full).unwrap()));
    assert_snapshot!(desk.terminal([Yes, spoil, Code]).run("unlock evaand01 -q"), @"
    ask Skicka en kod till *********31? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********31. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Fel: Det gick inte att läsa eller skriva …/state/state.db, där koder och logg finns: oväntat fel. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Försök igen. Går det inte, be den som sköter programmet att se till att filen går att skriva (state.path); -v säger mer.
    log 1-2 send_code evaand01: done
    exit 6
    ");
}

/// A backup that is restored in the middle of a call: what the call would record would be in a file that nobody can read.
#[test]
fn store_replaced_during_call_stops_change() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("lookup evaand01");
    let (store, copy) = (desk.store(), desk.path("copy.db"));
    std::fs::copy(&store, &copy).unwrap();
    let restore = Meanwhile(Box::new(move || std::fs::rename(copy, store).unwrap()));
    let run = desk.terminal([Yes, restore, Code]).run("unlock evaand01 -q");
    assert!(run.contains("den har tagits bort eller ersatts medan den användes"), "{run}");
    assert!(!run.contains("dir ") && run.ends_with("exit 6"), "{run}");
}
