//! The trail over years: archives of its beginning, accounts that change names, and a store that is restored.

use insta::assert_snapshot;

use super::fixture::TestDesk;
use super::fixture::people::{bo, eva};
use super::genuine::same;

/// A desk with records of two days.
fn two_days() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva()).with(bo());
    desk.run("unlock evaand01");
    desk.wait(24 * 3600).run("unlock boberg01 --ticket INC-2");
    desk
}

#[test]
fn archive_is_a_file_and_few_records_need_no_index() {
    let mut desk = two_days();
    assert_snapshot!(desk.run("audit archive - --before 2026-05-05"), @"
    err Fel: <FIL> tar inte det värdet.
    err Gör så här: Ange ett värde som passar. Hjälpen säger: ”Filen som skapas”. Mer: servicedesk audit archive --help
    exit 2
    ");
    assert_snapshot!(desk.run("audit index"), @"
    out Loggen har 4 poster: för få för ett register. De läses utan.
    exit 0
    ");
}

#[test]
fn archive_is_proven_and_then_removed() {
    let mut desk = two_days();
    let file = desk.path("2026.jsonl").display().to_string();
    let archive = format!("audit archive {file} --before 2026-05-05");
    assert_snapshot!(same(&desk.run(&archive)), @"
    out …/2026.jsonl är hel: posterna 1 till 2. Ingen är ändrad, borttagen, inskjuten eller flyttad.
    out Den är början på loggen i den här databasen.
    out Spara det här någon annanstans, och jämför med det nästa gång (--anchor): 2:‹hash›
    out Posterna finns kvar i databasen också. Med --remove tas de bort.
    exit 0
    ");
    assert_snapshot!(same(&desk.run(&archive)), @"
    err Fel: …/2026.jsonl finns redan och skrivs inte över. Inget är ändrat.
    err Gör så här: Välj ett annat namn. Ska det som finns i filen bort ur databasen, lägg till --remove.
    exit 2
    ");
    assert_snapshot!(same(&desk.run(&format!("{archive} --remove --lang en"))), @"
    out …/2026.jsonl is whole: records 1 to 2. None was changed, removed, inserted or moved.
    out It is the beginning of this store's audit log.
    out Keep this somewhere else, and check the log against it next time (--anchor): 2:‹hash›
    out Records up to 2 are now in the archive only. Keep it as long as the audit log, and more than one copy.
    log 3-4 archive : done
    exit 0
    ");
    assert_snapshot!(same(&desk.run("audit show --all")), @r"
    out  Nr  När    Vem               Vad              Konto     Hur det gick                              Ärende  Underlag
    out  3   12:17  CONTOSO\operator  logga in                   gjort                                     INC-2
    out  4   12:17  CONTOSO\operator  låsa upp         boberg01  nekat: den som ringer är inte verifierad  INC-2
    out  5   12:17  anna              arkivera loggen            påbörjat                                          2:‹hash›
    out  6   12:17  anna              arkivera loggen            gjort                                             2:‹hash›
    exit 0
    ");
    assert_snapshot!(same(&desk.run("audit verify")), @"
    out Loggen stämmer: 4 poster. Ingen är ändrad, borttagen, inskjuten eller flyttad.
    out Posterna till och med 2 finns bara i ett arkiv. Det som finns här fortsätter från det.
    out Spara det här någon annanstans, och jämför med det nästa gång (--anchor): 6:‹hash›
    out Det här visar inte allt: den som kan skriva i databasen, i filen bredvid (.head) och överallt där ankaret är sparat kan göra om hela loggen.
    exit 0
    ");
    assert_snapshot!(same(&desk.run(&format!("audit verify {file}"))), @"
    out …/2026.jsonl är hel: posterna 1 till 2. Ingen är ändrad, borttagen, inskjuten eller flyttad.
    out Den är början på loggen i den här databasen.
    out Spara det här någon annanstans, och jämför med det nästa gång (--anchor): 2:‹hash›
    exit 0
    ");
    assert_snapshot!(same(&desk.run(&format!("audit archive {file}.2 --before 2026-05-04"))), @"
    out Ingen post är så gammal. Ingen fil är skapad.
    exit 0
    ");
}

/// The record that tells of the first archive is itself archived by the second.
#[test]
fn earlier_archive_is_known_after_the_next() {
    let mut desk = two_days();
    let [first, second] = ["1.jsonl", "2.jsonl"].map(|name| desk.path(name).display().to_string());
    desk.run(&format!("audit archive {first} --before 2026-05-05 --remove"));
    desk.wait(24 * 3600);
    desk.run(&format!("audit archive {second} --before 2026-05-06 --remove"));
    assert!(!desk.run("audit show --all").contains("boberg01"));
    for file in [&first, &second] {
        let run = desk.run(&format!("audit verify {file}"));
        assert!(run.contains("är hel") && run.ends_with("exit 0"), "{run}");
    }
    assert!(desk.run("audit verify").ends_with("exit 0"));
}

#[test]
fn anchor_that_cannot_be_compared_is_told() {
    let mut desk = two_days();
    let file = desk.path("1.jsonl").display().to_string();
    desk.run(&format!("audit archive {file} --before 2026-05-05 --remove"));
    let wrong = |number: u32| format!("{number}:{}", "0".repeat(32));
    for option in ["--anchor", "--since-anchor"] {
        // In the archive; the last of the archive, whose hash is here.
        for (number, exit) in [(1, 7), (2, 5)] {
            let run = desk.run(&format!("audit verify {option} {}", wrong(number)));
            assert!(run.ends_with(&format!("exit {exit}")) && !run.contains("Den stämmer med ankaret"), "{run}");
        }
    }
    for (number, said) in [(1, "Post 1"), (3, "som inte finns i filen")] {
        let run = desk.run(&format!("audit verify {file} --anchor {}", wrong(number)));
        assert!(run.contains(said) && run.ends_with("exit 5"), "{number}: {run}");
    }
}

/// Whoever can write in the store deletes what came after an anchor, and calls it archived.
#[test]
fn forged_archive_shows_from_an_anchor_too() {
    let mut desk = two_days();
    let first = desk
        .run("audit verify --lang en")
        .split("(--anchor): ")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap()
        .to_owned();
    desk.wait(24 * 3600).run("unlock evaand01");
    desk.spoil("INSERT INTO audit_base (number, hash) SELECT id, hash FROM audit WHERE id = 5; DELETE FROM audit WHERE id <= 5");
    for options in [String::new(), format!("--since-anchor {first}")] {
        let run = desk.run(&format!("audit verify {options}"));
        assert!(run.contains("borttagna") && run.ends_with("exit 5"), "{options}: {run}");
    }
}

#[test]
fn archive_that_was_altered_removes_nothing() {
    let mut desk = two_days();
    let file = desk.path("2026.jsonl");
    let archive = format!("audit archive {} --before 2026-05-05", file.display());
    desk.run(&archive);
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("evaand01", "boberg01")).unwrap();
    assert_snapshot!(same(&desk.run(&format!("{archive} --remove"))), @"
    err Fel: …/2026.jsonl bevisar inte de poster som skulle tas bort. Post 2 i filen stämmer inte med den före. Inget är ändrat.
    err Gör så här: Lita inte på filen. Kör servicedesk audit verify, och gör ett nytt arkiv.
    exit 5
    ");
    assert_snapshot!(same(&desk.run(&format!("audit verify {}", file.display()))), @"
    out Post 2 i filen stämmer inte med den före.
    out Lita inte på filen. Kör servicedesk audit verify, och gör ett nytt arkiv.
    exit 5
    ");
    assert!(desk.run("audit show").contains("evaand01"));
}

#[test]
fn young_records_are_kept() {
    let mut desk = two_days();
    let file = desk.path("2026.jsonl").display().to_string();
    assert_snapshot!(same(&desk.run(&format!("audit archive {file}"))), @"
    err Fel: Det är inte angett hur gamla poster som ska arkiveras. Inget är ändrat.
    err Gör så här: Lägg till --before och ett datum, eller ställ in audit.keep_days.
    exit 2
    ");
    desk.set("audit.keep_days", "1");
    assert_snapshot!(same(&desk.run(&format!("audit archive {file} --before 1h --remove"))), @"
    err Fel: Några av posterna är yngre än audit.keep_days och ska stå kvar i databasen. Inget är borttaget.
    err Gör så här: Välj ett tidigare datum, eller utelämna --before.
    exit 5
    ");
    desk.wait(3600);
    assert!(desk.run(&format!("audit archive {file} --remove -o json")).contains(r#""removed": true"#));
    assert!(!desk.run("audit show").contains("evaand01"));
}

#[test]
fn restored_store_lacks_what_came_after_backup() {
    let mut desk = two_days();
    let backup = desk.path("backup.db");
    desk.spoil(&format!("VACUUM INTO '{}'", backup.display()));
    desk.run("unlock evaand01");
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", desk.store().display()));
    }
    std::fs::copy(&backup, desk.store()).unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(desk.store(), std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    assert_snapshot!(same(&desk.run("audit verify")), @"
    out Slutet är borta: efter post 4 finns inget, men enligt filen bredvid databasen (.head) fanns minst 6 poster.
    out Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    exit 5
    ");
    assert!(desk.run("audit show").contains("INC-2"));
}

#[test]
fn renamed_account_is_one_and_reused_name_is_two() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("unlock evaand01");
    desk.spoil(
        "DROP TRIGGER audit_changes_nothing; DROP TRIGGER audit_loses_nothing;
         INSERT INTO audit (id, record, hash) SELECT id + 10, replace(record, 'evaand01', 'evaber01'), hash FROM audit
             WHERE id = 2;
         INSERT INTO audit (id, record, hash)
             SELECT id + 20, replace(record, '\"account_id\":\"', '\"account_id\":\"ff'), hash FROM audit WHERE id = 2",
    );
    assert_snapshot!(same(&desk.run("audit show --account EVABER01")), @r"
    out  Nr  När    Vem               Vad       Konto     Hur det gick
    out  2   12:17  CONTOSO\operator  låsa upp  evaand01  nekat: den som ringer är inte verifierad
    out  12  12:17  CONTOSO\operator  låsa upp  evaber01  nekat: den som ringer är inte verifierad
    out Kontot har haft flera namn: evaand01, evaber01.
    log 11 unlock evaber01: refused (not_verified)
    log 21 unlock evaand01: refused (not_verified)
    exit 0
    ");
    assert_snapshot!(same(&desk.run("audit show --account evaand01")), @r"
    out  Nr  När    Vem               Vad       Konto     Hur det gick
    out  2   12:17  CONTOSO\operator  låsa upp  evaand01  nekat: den som ringer är inte verifierad
    out  12  12:17  CONTOSO\operator  låsa upp  evaber01  nekat: den som ringer är inte verifierad
    out  22  12:17  CONTOSO\operator  låsa upp  evaand01  nekat: den som ringer är inte verifierad
    out 2 konton har haft det namnet. Här är posterna för alla; för ett av dem, ange dess id:
    out   --account ff‹guid› (hade namnet senast kl. 12.17)
    out   --account ‹guid› (hade namnet senast kl. 12.17)
    exit 0
    ");
}
