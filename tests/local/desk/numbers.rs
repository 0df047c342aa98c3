//! Several registered numbers: which one a code goes to, and that a code to one never counts for another.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{Code, Yes};
use super::fixture::people::{ago, eva};
use super::fixture::{TestDesk, kind};

/// `mobile` has two numbers, `otherMobile` a third and one that is known already.
fn eva_with_three() -> Person {
    Person {
        other_mobiles: vec!["070-174 06 33 (privat)".into(), "+46 70 174 06 31".into()],
        ..eva().mobile("070-174 06 31 / 070-174 06 32")
    }
}

fn desk(person: Person) -> TestDesk {
    let mut desk = TestDesk::configured().with(person);
    desk.set("directory.mobile_attribute", r#"["mobile", "otherMobile"]"#);
    desk
}

#[test]
fn first_mobile_is_used_and_others_are_said() {
    let mut desk = desk(eva_with_three());
    assert_snapshot!(desk.run("lookup evaand01"), @"");
    assert_snapshot!(desk.run("lookup evaand01 --lang en"), @"");
    let run = desk.run("lookup evaand01 -o json");
    assert!(run.contains(r#""other_mobiles": ["*********32","*********33"]"#), "{run}");
    assert_snapshot!(desk.run("send-code evaand01"), @"");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"");
}

#[test]
fn code_goes_to_the_number_that_ends_so() {
    let mut desk = desk(eva_with_three());
    assert_snapshot!(desk.run("send-code evaand01 --to 33"), @"");
    // The same number proves the caller, in another run as well.
    assert_snapshot!(desk.run("send-code evaand01 --verify {code}"), @"");
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms"), @"");
}

#[test]
fn code_to_another_number_is_read_back_at_once() {
    let mut desk = desk(eva_with_three());
    assert_snapshot!(desk.terminal([Code]).run("send-code evaand01 --to 0632 -q"), @"");
    assert_snapshot!(desk.terminal([]).run("unlock evaand01 -q"), @"");
}

#[test]
fn code_that_is_out_is_asked_for_and_not_sent_again() {
    let mut desk = desk(eva_with_three());
    assert!(desk.run("send-code evaand01 --to 33").ends_with("exit 0"));
    assert_snapshot!(desk.terminal([Code]).run("unlock evaand01 -q"), @"");
}

#[test]
fn digits_that_name_no_number_or_several_are_refused() {
    let mut desk = desk(eva_with_three());
    assert_snapshot!(desk.run("send-code evaand01 --to 0634"), @"");
    assert_snapshot!(desk.run("send-code evaand01 --to 0701740634 --lang en"), @"");
    let mut desk = self::desk(Person { other_mobiles: vec!["070-174 17 31".into()], ..eva() });
    assert_snapshot!(desk.run("send-code evaand01 --to 31"), @"");
    assert_eq!(kind(&desk.run("send-code evaand01 --to 0631 -o json")), ("", 0));
    assert!(desk.run("send-code evaand01 --to 31 --verify 123456").ends_with("exit 2"));
}

/// An attacker who may write one attribute gains nothing by the age of the other.
#[test]
fn each_number_has_its_own_age() {
    let mut desk = desk(Person {
        mobile_changed: Some(ago(300 * 24 * 60)),
        other_mobiles_changed: Some(ago(60)),
        other_mobiles: vec!["070-174 06 33".into()],
        ..eva()
    });
    desk.set("verification.require_settled_mobile", "true");
    assert_snapshot!(desk.run("send-code evaand01 --to 33"), @"");
    assert!(desk.run("send-code evaand01").ends_with("exit 0"));
    // The code to the settled number is none for the new one.
    let changed = desk.someone_changes("evaand01", |person| person.mobile = None);
    assert_snapshot!(desk.terminal([changed]).run("unlock evaand01 -q"), @"");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"");
}

#[test]
fn number_that_is_gone_proves_nothing() {
    let mut desk = desk(eva_with_three());
    let gone = desk.someone_changes("evaand01", |person| person.other_mobiles.clear());
    assert_snapshot!(desk.terminal([Yes, gone, Code]).run("unlock evaand01 -q"), @"");
    let mut desk = self::desk(eva_with_three());
    assert!(desk.run("send-code evaand01 --to 33").ends_with("exit 0"));
    let gone = desk.someone_changes("evaand01", |person| person.other_mobiles.clear());
    assert_snapshot!(desk.terminal([gone, Code]).run("unlock evaand01 -q"), @"");
}

#[test]
fn what_a_number_is_instead_is_said() {
    for (number, kind_of) in [
        ("08-465 004 00", "mobile_is_landline"),
        ("070-174 06 3", "mobile_has_wrong_length"),
        ("070-174 06 311", "mobile_has_wrong_length"),
        ("+47 406 12 34", "mobile_has_wrong_length"),
        ("0719 123 456 789", "mobile_is_machine"),
        ("0740-12 34 56", "mobile_is_pager"),
        ("0771-12 34 56", "mobile_is_service"),
        ("701740631", "mobile_unreadable"),
    ] {
        let mut desk = TestDesk::configured().with(eva().mobile(number));
        assert_eq!(kind(&desk.run("send-code evaand01 -o json")), (kind_of, 5), "{number}");
    }
    let mut said = String::new();
    for number in ["070-174 06 3", "070-174 06 3111", "+47 406 12 34", "0719 123 456 789", "0740-12 34 56", "020-12 34 56", "701740631"] {
        let mut desk = TestDesk::configured().with(eva().mobile(number));
        for language in ["sv", "en"] {
            let run = desk.run(&format!("send-code evaand01 --lang {language}"));
            said += &format!("{}\n", run.lines().next().unwrap());
            let run = desk.run(&format!("lookup evaand01 --lang {language}"));
            said += &format!("{}\n", run.lines().find(|line| line.contains(" Mobil")).unwrap());
        }
    }
    assert_snapshot!(said, @"");
}
