//! The operator is one person, whatever they sign in as: in the trail, for codes, and as a supervisor.

use super::fixture::TestDesk;
use super::fixture::people::eva;

const SPELLED: [&str; 4] = [
    r"CONTOSO\operator",
    r"contoso\OPERATOR",
    "operator@ad.contoso.example",
    "CN=operator,OU=Staff,DC=ad,DC=contoso,DC=example",
];

fn sign_in_as(desk: &mut TestDesk, user: &str) {
    desk.set("directory.user", &format!("'{user}'"));
}

#[test]
fn trail_has_one_name_for_one_operator() {
    let mut desk = TestDesk::configured().with(eva());
    let dn = desk.practice().dn("operator").unwrap().unwrap_or_else(|| panic!("no operator"));
    for user in SPELLED.into_iter().take(3).chain([dn.as_str()]) {
        sign_in_as(&mut desk, user);
        assert!(desk.run("lookup evaand01").ends_with("exit 0"), "{user}");
        assert!(desk.run("send-code evaand01 --verify 000000").contains("exit"), "{user}");
    }
    let exported = desk.run("audit export");
    let records = exported.lines().filter(|line| line.contains(r#""number":"#)).count();
    assert!(records > 8, "{exported}");
    let who = r#""who":{"directory":"CONTOSO\\operator","system":"anna","machine":"disk-7","sid":"S-1-5-21-"#;
    assert_eq!(exported.matches(who).count(), records, "{exported}");
    let (_, sid) = exported.split_once(r#""sid":""#).unwrap();
    let (sid, _) = sid.split_once('"').unwrap();
    for wanted in SPELLED.into_iter().chain(["operator", sid]) {
        assert_eq!(desk.run(&format!("audit export --operator {wanted}")).matches(who).count(), records, "{wanted}");
    }
    assert_eq!(desk.run("audit export --operator FABRIKAM\\operator").matches(who).count(), 0);
}

#[test]
fn refused_sign_in_is_recorded_as_typed() {
    let mut desk = TestDesk::configured().with(eva());
    sign_in_as(&mut desk, "operator@ad.contoso.example");
    desk.write_private("password", "Wrong-Guess-1");
    let run = desk.run("lookup evaand01");
    assert!(run.contains("exit 4"), "{run}");
    let shown = desk.run("audit show --all -o csv");
    assert!(
        shown.contains(",operator@ad.contoso.example,,anna,disk-7,sign_in,") && !shown.contains("S-1-5-"),
        "{shown}"
    );
}

#[test]
fn code_is_valid_for_other_spelling_of_operator() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    sign_in_as(&mut desk, "operator@ad.contoso.example");
    let run = desk.run("unlock evaand01 --code {code}");
    assert!(run.ends_with("exit 0"), "{run}");
}

#[test]
fn supervisor_is_identified_by_directory() {
    let reopens = |user: &str, supervisor: &str| {
        let mut desk = TestDesk::configured().with(eva());
        desk.set("verification.allow_identified_by", "true").set("verification.wrong_codes_per_day", "1");
        sign_in_as(&mut desk, user);
        desk.run("send-code evaand01");
        desk.run("send-code evaand01 --verify {wrong}");
        let run = desk.run("unlock evaand01 --identified-by 'legitimation'");
        assert!(run.contains("verification_closed"), "{run}");
        desk.set("verification.supervisors", &format!("['{supervisor}']"));
        desk.run("unlock evaand01 --identified-by 'legitimation'").ends_with("exit 0")
    };
    let spelled = [r"CONTOSO\operator", r"ad.contoso.example\operator", "operator@ad.contoso.example"];
    for user in [spelled[0], spelled[2]] {
        for supervisor in spelled {
            assert!(reopens(user, supervisor), "{user}, {supervisor}");
        }
    }
    for nobody in ["operator", r"FABRIKAM\operator", "operator@fabrikam.example", r"CONTOSO\operator2"] {
        assert!(!reopens(r"CONTOSO\operator", nobody), "{nobody}");
    }
}
