//! The audit trail proves itself: what was cut short, what was done to it by hand, what it is held against, and what
//! leaves it.

use insta::assert_snapshot;
use regex_lite::Regex;

use super::fixture::TestDesk;
use super::fixture::people::eva;

/// Nine records.
fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.allow_identified_by", "true");
    desk.run("send-code evaand01 --ticket INC-1");
    desk.wait(3600).run("unlock evaand01 --identified-by körkort --ticket INC-2");
    desk.wait(3600).run("reset evaand01 --generate");
    desk.run("lookup evaand01");
    desk
}

/// Replaces values that differ between runs.
pub(super) fn same(run: &str) -> String {
    let guid = Regex::new("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").unwrap();
    let hash = Regex::new("[0-9a-f]{32,64}").unwrap();
    hash.replace_all(&guid.replace_all(run, "‹guid›"), "‹hash›").into_owned()
}

fn anchor(run: &str) -> String {
    Regex::new(r"\d+:[0-9a-f]{32}").unwrap().find(run).unwrap().as_str().to_owned()
}

/// By someone who knows their way about.
fn by_hand(desk: &TestDesk, sql: &str) {
    desk.spoil(&format!("DROP TRIGGER audit_changes_nothing; DROP TRIGGER audit_loses_nothing; {sql}"));
}

#[test]
fn intact_trail_is_verified() {
    let mut desk = desk();
    let run = desk.run("audit verify");
    assert_snapshot!(same(&run), @"
    out Loggen stämmer: 9 poster. Ingen är ändrad, borttagen, inskjuten eller flyttad.
    out Spara det här någon annanstans, och jämför med det nästa gång (--anchor): 9:‹hash›
    out Det här visar inte allt: den som kan skriva i databasen, i filen bredvid (.head) och överallt där ankaret är sparat kan göra om hela loggen.
    exit 0
    ");
    assert_snapshot!(same(&desk.run("audit verify -o json --lang en")), @r#"
    out {"schema": 1, "intact": true, "records": 9,
    out  "hash": "‹hash›",
    out  "anchor": "9:‹hash›", "since": null, "archived": null, "not_compared": null,
    out  "store": "‹hash›", "fault": null}
    exit 0
    "#);
    let anchor = anchor(&run);
    desk.run("lookup evaand01");
    assert_snapshot!(same(&desk.run(&format!("audit verify --lang en --anchor {anchor}"))), @"
    out The audit log is intact: 10 records. None was changed, removed, inserted or moved.
    out It agrees with 9:‹hash›.
    out Keep this somewhere else, and check the log against it next time (--anchor): 10:‹hash›
    out This is not full proof: someone who can write the store, the file beside it (.head) and every place where the anchor is kept can forge the whole log.
    exit 0
    ");
}

#[test]
fn empty_trail_is_verified() {
    let mut desk = TestDesk::configured();
    assert_snapshot!(desk.run("audit verify"), @"
    out Inget är antecknat.
    exit 0
    ");
    assert_snapshot!(desk.run("audit verify --anchor 4711"), @"
    err Fel: --anchor <ANKARE> tar inte det värdet.
    err Gör så här: Ange ett värde som passar. Hjälpen säger: ”Ett ankare som du har fått förut och sparat någon annanstans: loggen måste stämma med det”. Mer: servicedesk audit verify --help
    exit 2
    ");
}

#[test]
fn tampering_is_named() {
    let done = [
        "UPDATE audit SET record = replace(record, 'INC-2', 'INC-3') WHERE id = 5",
        "DELETE FROM audit WHERE id = 4",
        "DELETE FROM audit WHERE id > 6",
        "DELETE FROM audit",
        "UPDATE audit SET id = -id WHERE id IN (3, 5); UPDATE audit SET id = 8 + id WHERE id < 0",
        "UPDATE audit SET id = -id - 1 WHERE id >= 4; UPDATE audit SET id = -id WHERE id < 0;
         INSERT INTO audit SELECT 4, record, hash FROM audit WHERE id = 3",
        "UPDATE audit SET hash = zeroblob(3) WHERE id = 9",
        "DELETE FROM store; INSERT INTO store (id) VALUES (x'00')",
    ];
    let told: Vec<String> = done
        .iter()
        .map(|sql| {
            let mut desk = desk();
            by_hand(&desk, sql);
            desk.run("audit verify").lines().map(|line| format!("{line}\n")).collect()
        })
        .collect();
    assert_snapshot!(told.join("\n"), @"
    out Post 5 stämmer inte med den före: den är ändrad, eller så är post 4 ändrad och omräknad.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5

    out Post 4 är borttagen.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5

    out Slutet är borta: efter post 6 finns inget, men enligt filen bredvid databasen (.head) fanns minst 9 poster.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5

    out Slutet är borta: efter post 0 finns inget, men enligt filen bredvid databasen (.head) fanns minst 9 poster.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5

    out Post 3 är flyttad: den står nu på plats 5.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5

    out Post 4 är inskjuten i efterhand.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5

    out Post 9 stämmer inte med den före: den är ändrad, eller så är post 8 ändrad och omräknad.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5

    out Post 1 stämmer inte: den är ändrad, eller så är början på kedjan (databasens id) utbytt.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5
    ");
}

#[test]
fn truncated_trail_is_reported_by_next_run() {
    let mut desk = desk();
    by_hand(&desk, "DELETE FROM audit WHERE id > 6");
    assert_snapshot!(desk.run("lookup evaand01 -q --lang en -o csv").lines().filter(|l| !l.starts_with("out")).collect::<Vec<_>>().join("\n"), @"
    err Warning: The audit log does not agree with …/state/state.head: records may have been removed or replaced. Run: servicedesk audit verify
    exit 0
    ");
    assert_snapshot!(same(&desk.run("audit verify --lang en -o json")), @r#"
    out {"schema": 1, "intact": false, "records": 7,
    out  "hash": "‹hash›", "anchor": null,
    out  "since": null, "archived": null, "not_compared": null, "store": "‹hash›",
    out  "fault":
    out   {"kind": "truncated", "record": 8, "last": null, "stands_at": null, "known": 9, "witness": "head",
    out    "message": "The end is missing: there is nothing after record 7, but according to the file beside the store (.head) there were at least 9 records."}}
    exit 5
    "#);
}

#[test]
fn anchor_detects_forged_trail() {
    let mut desk = desk();
    let anchor = anchor(&desk.run("audit verify"));
    std::fs::remove_file(desk.path("state/state.head")).unwrap();
    assert_snapshot!(same(&desk.run("audit verify")), @"
    out Posterna hänger ihop, men filen bredvid databasen (.head) är borta eller förstörd, så det går inte att se om slutet är borttaget.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    out När det är utrett: spara raden 9:‹hash› i filen (.head), så jämförs loggen med den från och med nu.
    exit 5
    ");
    by_hand(&desk, "DELETE FROM audit WHERE id > 6");
    desk.run("lookup evaand01");
    desk.run("lookup evaand01 --ticket INC-9");
    desk.run("lookup evaand01");
    // The operator restores the missing file as advised.
    let gone = desk.run("audit verify");
    let line = gone.split_whitespace().find(|word| word.starts_with("9:")).unwrap();
    std::fs::write(desk.path("state/state.head"), line).unwrap();
    assert_snapshot!(same(&desk.run("audit verify --lang en")), @"
    out The audit log is intact: 9 records. None was changed, removed, inserted or moved.
    out Keep this somewhere else, and check the log against it next time (--anchor): 9:‹hash›
    out This is not full proof: someone who can write the store, the file beside it (.head) and every place where the anchor is kept can forge the whole log.
    exit 0
    ");
    assert_snapshot!(same(&desk.run(&format!("audit verify --anchor {anchor}"))), @"
    out Post 9, eller en före den, är utbytt och allt efter den omräknat: det stämmer inte med ankaret.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5
    ");
}

#[test]
fn show_filters_records() {
    let mut desk = desk();
    assert_snapshot!(desk.run("audit show --action unlock --action reset"), @r"
    out  Nr  När    Vem               Vad            Konto     Hur det gick                              Ärende  Underlag
    out  6   13:17  CONTOSO\operator  låsa upp       evaand01  gjort                                     INC-2   körkort
    out  8   14:17  CONTOSO\operator  nytt lösenord  evaand01  nekat: den som ringer är inte verifierad
    exit 0
    ");
    assert_snapshot!(desk.run("audit show --ticket inc-1"), @r"
    out  Nr  När    Vem               Vad         Konto     Hur det gick  Ärende
    out  3   12:17  CONTOSO\operator  skicka kod  evaand01  gjort         INC-1
    exit 0
    ");
    assert_snapshot!(desk.run("audit show --since 90m --account EVAAND01 --last 3"), @r"
    out  Nr  När    Vem               Vad            Konto     Hur det gick                              Ärende  Underlag
    out  6   13:17  CONTOSO\operator  låsa upp       evaand01  gjort                                     INC-2   körkort
    out  8   14:17  CONTOSO\operator  nytt lösenord  evaand01  nekat: den som ringer är inte verifierad
    exit 0
    ");
    assert_snapshot!(desk.run("audit show --until 12:30 --operator operator --action send_code"), @r"
    out  Nr  När    Vem               Vad         Konto     Hur det gick  Ärende
    out  3   12:17  CONTOSO\operator  skicka kod  evaand01  gjort         INC-1
    exit 0
    ");
    assert_snapshot!(desk.run("audit show --until 2026-05-03 --lang en"), @r"
    out Nothing of that kind is recorded. Sign-ins and intents are shown with --all.
    exit 0
    ");
    assert_snapshot!(desk.run("audit show --since igår"), @"
    err Fel: --since <TID> tar inte det värdet.
    err Gör så här: Ange ett värde som passar. Hjälpen säger: ”Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w”. Mer: servicedesk audit show --help
    exit 2
    ");
}

#[test]
fn export_writes_records() {
    let mut desk = desk();
    assert_snapshot!(same(&desk.run("audit export --action unlock")), @r#"
    out {"schema":1,"number":5,"hash":"‹hash›","at":"2026-05-04T13:17:00.25Z","who":{"directory":"CONTOSO\\operator","system":"anna","machine":"disk-7","sid":"S-1-5-21-2127521184-1604012920-1887927527-1100"},"act":{"action":"unlock","account_id":"‹guid›","account":"evaand01","number":"*********31","number_mark":"30521ff8195f618b","identified_by":"körkort"},"step":"intent","ticket":"INC-2"}
    out {"schema":1,"number":6,"hash":"‹hash›","at":"2026-05-04T13:17:00.25Z","who":{"directory":"CONTOSO\\operator","system":"anna","machine":"disk-7","sid":"S-1-5-21-2127521184-1604012920-1887927527-1100"},"act":{"action":"unlock","account_id":"‹guid›","account":"evaand01","number":"*********31","number_mark":"30521ff8195f618b","identified_by":"körkort"},"step":"done","intent":5,"server":"127.0.0.1","ticket":"INC-2"}
    err 2 poster är exporterade.
    exit 0
    "#);
    assert_snapshot!(same(&desk.run("audit export --action unlock -o csv -q")), @r"
    out number,at,operator,system_user,machine,action,account,account_id,step,intent,reason,server,ticket,mobile,mobile_mark,identified_by,delivery,bulk_reason,hash,unreadable,operator_sid,vouched_by,via
    out 5,2026-05-04T13:17:00Z,CONTOSO\operator,anna,disk-7,unlock,evaand01,‹guid›,intent,,,,INC-2,*********31,30521ff8195f618b,körkort,,,‹hash›,,S-1-5-21-2127521184-1604012920-1887927527-1100,,
    out 6,2026-05-04T13:17:00Z,CONTOSO\operator,anna,disk-7,unlock,evaand01,‹guid›,done,5,,127.0.0.1,INC-2,*********31,30521ff8195f618b,körkort,,,‹hash›,,S-1-5-21-2127521184-1604012920-1887927527-1100,,
    exit 0
    ");
    by_hand(&desk, "UPDATE audit SET record = '=1+1' WHERE id = 4");
    assert_snapshot!(same(&desk.run("audit export --format csv --since 5m --action send_code --lang en")), @"
    out number,at,operator,system_user,machine,action,account,account_id,step,intent,reason,server,ticket,mobile,mobile_mark,identified_by,delivery,bulk_reason,hash,unreadable,operator_sid,vouched_by,via
    out 4,,,,,,,,,,,,,,,,,,‹hash›,'=1+1,,,
    err One record was exported.
    exit 0
    ");
    assert_snapshot!(same(&desk.run("audit export --since 5m --action send_code --lang en")), @r#"
    out {"schema": 1, "number": 4, "hash": "‹hash›",
    out  "unreadable": "=1+1"}
    err One record was exported.
    exit 0
    "#);
    assert_snapshot!(desk.run("audit show --since 5m --action send_code"), @r"
    out Inget sådant är antecknat. Inloggningar och påbörjat visas med --all.
    out Post 4 går inte att läsa. Kör: servicedesk audit verify
    exit 0
    ");
}

#[test]
fn resolve_concludes_open_intents() {
    let mut desk = desk();
    // As if the program had been killed before it could say how it went.
    by_hand(
        &desk,
        "DELETE FROM audit WHERE id > 8;
         INSERT INTO open_intent SELECT id, 'x' FROM audit WHERE id IN (2, 5, 8)",
    );
    let guid = "substr(record, instr(record, 'account_id') + 13, 36)";
    desk.spoil(&format!("UPDATE open_intent SET account = (SELECT {guid} FROM audit WHERE audit.id = open_intent.id)"));
    // No head was kept since the beginning.
    std::fs::write(desk.path("state/state.head"), format!("0:{}", "0".repeat(32))).unwrap();
    assert_snapshot!(desk.run("audit show --action unlock --action reset"), @r"
    out  Nr  När    Vem               Vad            Konto     Hur det gick                              Ärende  Underlag
    out  5   13:17  CONTOSO\operator  låsa upp       evaand01  kan ha gjorts                             INC-2   körkort
    out  6   13:17  CONTOSO\operator  låsa upp       evaand01  gjort                                     INC-2   körkort
    out  8   14:17  CONTOSO\operator  nytt lösenord  evaand01  nekat: den som ringer är inte verifierad
    exit 0
    ");
    assert_snapshot!(desk.run("audit resolve --lang en"), @r"
    out  No  When   Who               What       Account   Outcome
    out  2   12:17  CONTOSO\operator  send code  evaand01  it cannot be known
    out  5   13:17  CONTOSO\operator  unlock     evaand01  the account is not locked now
    out One act was started just now and may still be under way. Wait five minutes and run this again.
    log 6 send_code evaand01: resolved (not_known) of 1
    log 7 unlock evaand01: resolved (open_now) of 3, identified by körkort
    exit 0
    ");
    assert_snapshot!(desk.wait(600).run("unlock evaand01 --identified-by x"), @r"
    err Obs: Påbörjat kl. 14.17 (för 10 minuter sedan) av CONTOSO\operator: nytt lösenord. Utfallet är inte antecknat, så det kan ha gjorts. Se efter: servicedesk audit resolve
    out Kontot evaand01 (Eva Andersson) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Försök igen.” Om lösenordet är glömt: servicedesk reset evaand01
    exit 0
    ");
    assert_snapshot!(desk.run("audit resolve -o json"), @r#"
    out {"schema": 1,
    out  "resolved":
    out   [{"intent": 8, "action": "reset", "account": "evaand01", "at": "2026-05-04T14:17:00Z",
    out     "finding": "password_as_before"}],
    out  "under_way": 0}
    log 8 reset evaand01: resolved (password_as_before) of 5
    exit 0
    "#);
    assert_snapshot!(desk.run("audit resolve"), @"
    out Allt som är påbörjat har ett utfall. Inget att reda ut.
    exit 0
    ");
    assert_snapshot!(desk.run("audit show --action unlock --action reset --lang en"), @r"
    out  No  When   Who               What          Account   Outcome                                            Case   Basis
    out  6   13:17  CONTOSO\operator  unlock        evaand01  done                                               INC-2  körkort
    out  8   14:17  CONTOSO\operator  new password  evaand01  refused: the caller is not verified
    out  11  14:17  CONTOSO\operator  unlock        evaand01  resolved: the account is not locked now                   körkort
    out  14  14:27  CONTOSO\operator  new password  evaand01  resolved: the password has not been changed since
    exit 0
    ");
}

#[test]
fn sign_ins_are_recorded() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("lookup evaand01");
    desk.write_private("password", "Fel-ord-12");
    desk.run("lookup evaand01");
    assert_snapshot!(desk.run("audit show --all"), @r"
    out  Nr  När    Vem               Vad       Konto  Hur det gick
    out  1   12:17  CONTOSO\operator  logga in         gjort
    out  2   12:17  CONTOSO\operator  logga in         nekat: fel användarnamn eller lösenord
    exit 0
    ");
}

#[test]
fn lookup_continues_without_record() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("lookup evaand01");
    desk.spoil("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
    assert_snapshot!(desk.run("lookup evaand01 -o csv").lines().filter(|l| !l.starts_with("out")).collect::<Vec<_>>().join("\n"), @"
    err Obs: Inloggningen gick inte att anteckna i …/state/state.db. Du kan söka, men inte ändra något förrän det går.
    exit 0
    ");
}

/// A look-up changes nothing, and the caller waits. What the store would tell is said to be unknown.
#[test]
fn lookup_continues_without_a_store() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("lookup evaand01");
    std::fs::write(desk.store(), "this is no database, whatever it was before").unwrap();
    let run = desk.run("lookup evaand01 -o json");
    assert!(run.contains("err Obs: Inloggningen gick inte att anteckna i …/state/state.db."), "{run}");
    assert!(run.contains("\"resets_last_day\",") && run.ends_with("exit 0"), "{run}");
    let run = desk.run("unlock evaand01 --identified-by x");
    assert!(run.ends_with("exit 6") && !run.contains("unlocked"), "{run}");
}

#[test]
fn unwritable_head_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("lookup evaand01");
    std::fs::remove_file(desk.path("state/state.head")).unwrap();
    std::fs::create_dir(desk.path("state/state.head")).unwrap();
    assert_snapshot!(desk.run("unlock evaand01"), @r"
    err Obs: Posterna är sparade, men inte uppgiften om vilken som är den sista: …/state/state.head går inte att skriva (det är en mapp). Se till att filen går att skriva.
    err Fel: Den som ringer om evaand01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code evaand01. Ange sedan den som läses upp med --code.
    log 1 unlock evaand01: refused (not_verified)
    exit 5
    ");
    assert_snapshot!(desk.run("audit verify"), @"
    err Fel: Det gick inte att läsa eller skriva …/state/state.head, där koder och logg finns: det är en mapp. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Be den som sköter programmet att ta bort det som är i vägen, eller rätta platsen (state.path); -v säger mer.
    exit 6
    ");
}
