//! What stops a run before it begins.

use super::*;

#[test]
fn more_accounts_than_max_need_yes() {
    let mut desk = six();
    assert_snapshot!(desk.terminal([]).run("unlock --all-locked --reason Helg --max 5"), @"
    err 6 konton:
    err  Ska låsas upp  6
    err Fel: 6 konton skulle låsas upp; fler än 5 görs inte utan --yes. Inget är ändrat.
    err Gör så här: Se efter med --dry-run att det är rätt konton. Ska alla 6 låsas upp, kör igen med --yes.
    exit 5
    ");
    assert!(desk.terminal([Answer::No]).run("unlock --all-locked --reason Helg --max 6").ends_with("exit 130"));
    assert_snapshot!(done(&desk.run("unlock --all-locked --reason Helg --max 5 --yes")), @"
    dir skola00: unlocked
    dir skola01: unlocked
    dir skola02: unlocked
    dir skola03: unlocked
    dir skola04: unlocked
    dir skola05: unlocked
    log 1 unlock skola00: intent
    log 2 unlock skola01: intent
    log 3 unlock skola02: intent
    log 4 unlock skola03: intent
    log 5 unlock skola04: intent
    log 6 unlock skola05: intent
    log 7 unlock skola00: done of 1, server 127.0.0.1
    log 8 unlock skola01: done of 2, server 127.0.0.1
    log 9 unlock skola02: done of 3, server 127.0.0.1
    log 10 unlock skola03: done of 4, server 127.0.0.1
    log 11 unlock skola04: done of 5, server 127.0.0.1
    log 12 unlock skola05: done of 6, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn under_limits_locked_accounts_to_subtree() {
    let staff = "OU=Staff,DC=ad,DC=contoso,DC=example";
    let mut desk = two();
    assert_snapshot!(desk.run(&format!("lookup --locked --under {staff}")), @"
    out boberg01
    out evaand01
    exit 0
    ");
    assert_snapshot!(desk.run(&format!("unlock --all-locked --reason Helg --yes --under OU=Nowhere,{staff}")), @"
    err Fel: Platsen att söka under finns inte på 127.0.0.1.
    err Gör så här: Inget är ändrat. Kontrollera --under, eller directory.base i inställningarna: ett DN, till exempel OU=Skola,DC=ad,DC=example,DC=se.
    exit 2
    ");
    assert_snapshot!(desk.run("lookup --locked --under Skola"), @"
    err Fel: Platsen att söka under finns inte på 127.0.0.1.
    err Gör så här: Inget är ändrat. Kontrollera --under, eller directory.base i inställningarna: ett DN, till exempel OU=Skola,DC=ad,DC=example,DC=se.
    exit 2
    ");
    assert_snapshot!(done(&desk.run(&format!("unlock --all-locked --reason Helg --yes --under {staff}"))), @"
    dir boberg01: unlocked
    dir evaand01: unlocked
    log 1 unlock evaand01: intent
    log 2 unlock boberg01: intent
    log 3 unlock evaand01: done of 1, server 127.0.0.1
    log 4 unlock boberg01: done of 2, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn mass_lockout_needs_accept_risk() {
    let mut desk = sprayed();
    // --yes answers the question, not the doubt.
    assert_snapshot!(desk.run("unlock --all-locked --reason Helg --yes"), @"
    err Fel: 30 konton låstes inom en minut, från kl. 12.07. Så ser det ut när någon gissar lösenord, inte när folk skriver fel. Inget är upplåst.
    err Gör så här: Ring säkerhetsansvarig innan du låser upp: den som gissar kan fortsätta då. Är orsaken känd och ofarlig, kör igen med --accept-risk.
    exit 5
    ");
    assert_snapshot!(desk.run("unlock --all-locked --reason Helg --dry-run"), @"
    err Obs: 30 konton låstes inom en minut, från kl. 12.07. Så ser det ut när någon gissar lösenord, inte när folk skriver fel.
    err Gör så här: Ring säkerhetsansvarig innan du låser upp: den som gissar kan fortsätta då. Är orsaken känd och ofarlig, kör igen med --accept-risk.
    out 30 konton:
    out  Ska låsas upp  30
    out Inget är ändrat (--dry-run).
    exit 0
    ");
    let unlocked = desk.run("unlock --all-locked --reason 'Klockan gick fel' --yes --accept-risk");
    assert_eq!(unlocked.matches(": unlocked").count(), 30, "{unlocked}");
    assert_snapshot!(unlocked.lines().filter(|line| !line.starts_with("dir") && !line.starts_with("log")).collect::<Vec<_>>().join("\n"), @"
    err Obs: 30 konton låstes inom en minut, från kl. 12.07. Så ser det ut när någon gissar lösenord, inte när folk skriver fel.
    err Gör så här: Ring säkerhetsansvarig, om det inte är gjort: den som gissar kan fortsätta när kontona är upplåsta.
    out 30 konton:
    out  Upplåsta  30
    exit 0
    ");
}
