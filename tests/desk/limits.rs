//! Codes that are not sent, and accounts that no code opens: limits, as the operator meets them.

use insta::assert_snapshot;

use super::fixture::Answer::{Text, WrongCode, Yes};
use super::fixture::TestDesk;
use super::fixture::people::{bo, eva, eva_with_a_past};

/// Two wrong codes close an account.
fn strict(mut desk: TestDesk) -> TestDesk {
    desk.set("verification.wrong_codes_per_day", "2");
    desk
}

#[test]
fn as_many_as_a_day_allows() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.sends_per_day", "2");
    desk.run("send-code evaand01");
    desk.wait(7200).run("send-code evaand01");
    assert_snapshot!(desk.wait(7200).run("send-code evaand01"), @"");
    assert_snapshot!(desk.wait(20 * 3600 - 1).run("send-code evaand01 -o json"), @"");
    assert!(desk.wait(1).run("send-code evaand01").ends_with("exit 0"));
}

#[test]
fn a_phone_that_several_accounts_share() {
    let mut desk = TestDesk::configured().with(eva()).with(bo().mobile("070-174 06 31"));
    desk.set("verification.sends_per_hour", "1").set("verification.sends_per_day", "2");
    desk.run("send-code evaand01");
    assert_snapshot!(desk.run("send-code boberg01"), @"");
    desk.wait(3600).run("send-code boberg01");
    assert_snapshot!(desk.wait(3600).run("send-code evaand01"), @"");
    let mut desk = desk.in_english();
    assert_snapshot!(desk.run("send-code evaand01 -o json"), @"");
}

#[test]
fn too_many_wrong_codes() {
    let mut desk = strict(TestDesk::configured().with(eva()));
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    desk.wait(60).run("send-code evaand01");
    assert_snapshot!(desk.run("send-code evaand01 --verify {wrong}"), @"");
    assert_snapshot!(desk.run("send-code evaand01 --verify {wrong}"), @"");
    assert_snapshot!(desk.run("send-code evaand01 --verify {code}"), @"");
    assert_snapshot!(desk.run("send-code evaand01 -o json"), @"");
    // Nor is a caller who was verified before.
    assert_snapshot!(desk.run("unlock evaand01"), @"");
    assert_snapshot!(desk.run("lookup evaand01"), @"");
    let mut desk = desk.in_english();
    assert_snapshot!(desk.run("reset evaand01 --generate"), @"");
    assert_snapshot!(desk.wait(3600).run("send-code evaand01"), @"");
    assert_snapshot!(desk.run("send-code evaand01 --verify {wrong}"), @"");
}

#[test]
fn closed_in_the_middle_of_a_call() {
    let mut desk = strict(TestDesk::configured().with(eva()));
    let script = [Yes, WrongCode, WrongCode, Text("")];
    assert_snapshot!(desk.terminal(script).run("assist evaand01 -q"), @"");
}

#[test]
fn a_word_for_a_closed_account() {
    let mut desk = strict(TestDesk::configured().with(eva()));
    desk.set("verification.allow_identified_by", "true");
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {wrong}");
    desk.run("send-code evaand01 --verify {wrong}");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by 'legitimation'"), @"");
    desk.set("verification.supervisors", "['contoso\\Operator']").set("verification.allow_identified_by", "false");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by 'legitimation'"), @"");
    desk.set("verification.allow_identified_by", "true");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by 'legitimation'"), @"");
    assert_snapshot!(desk.run("audit show --action reopen_verification"), @"");
    assert!(desk.wait(30).run("send-code evaand01").ends_with("exit 0"), "it is open again");
}

#[test]
fn a_supervisor_takes_a_call_for_a_closed_account() {
    let mut desk = strict(TestDesk::configured().with(eva()));
    desk.set("verification.allow_identified_by", "true").set("verification.supervisors", "['CONTOSO\\operator']");
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {wrong}");
    desk.run("send-code evaand01 --verify {wrong}");
    let script = [Text("chefen känner igen rösten"), Text(""), Text("")];
    assert_snapshot!(desk.terminal(script).run("assist evaand01 -q"), @"");
}

#[test]
fn a_code_that_a_newer_one_replaced() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    desk.wait(30).run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {older}"), @"");
    let mut desk = desk.in_english();
    desk.run("unlock evaand01 --code {older}");
    assert_snapshot!(desk.run("unlock evaand01 --code {older} -o json"), @"");
}

#[test]
fn the_third_new_password_in_a_day() {
    let mut desk = TestDesk::configured().with(eva_with_a_past());
    desk.set("verification.allow_identified_by", "true");
    let reset = "reset evaand01 --generate --identified-by 'visade legitimation'";
    assert!(!desk.run(reset).contains("dygnet"));
    assert!(!desk.wait(3600).run(reset).contains("dygnet"));
    let third = desk.wait(3600).run(reset);
    assert!(third.contains("har redan fått nytt lösenord 2 gånger det senaste dygnet"), "{third}");
    assert_snapshot!(desk.run("lookup evaand01"), @"");
    let json = desk.run("lookup evaand01 -o json");
    assert!(json.contains("\"resets_last_day\": 3"), "{json}");
    assert!(!desk.wait(86_400).run(reset).contains("dygnet"));
}

#[test]
fn a_clock_that_is_put_back() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.sends_per_hour", "1");
    desk.run("send-code evaand01");
    desk.wait(400).run("send-code evaand01 --verify {code}");
    for back in [3600, 365 * 24 * 3600] {
        desk.wait(-back);
        let expired = desk.run("send-code evaand01 --verify {code}");
        assert!(expired.contains("Koden har gått ut"), "{expired}");
        let limited = desk.run("send-code evaand01");
        assert!(limited.contains("refused (send_limit_hour)"), "{limited}");
    }
}
