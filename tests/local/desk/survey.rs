//! `lookup --numbers`: everyone whom a code cannot reach, and numbers that several have.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::people::{bo, eva};
use super::fixture::{TestDesk, kind};

fn desk() -> TestDesk {
    let person = |account: &str, mobile: Option<&str>| Person {
        mobile: mobile.map(Into::into),
        department: Some("Skolan".into()),
        ..Person::new(account).named("Anna", "Ask")
    };
    TestDesk::configured()
        .with(eva())
        .with(bo())
        .with(person("annask01", Some("070-174 06 31")))
        .with(person("annask02", None))
        .with(person("annask03", Some("0142-36 6000")))
        .with(person("annask04", Some("070-174 06 3")))
        .with(person("annask05", Some("finns i Outlook")))
        .with(Person { disabled: true, ..person("annask06", None) })
}

#[test]
fn report_for_people() {
    let mut desk = desk();
    assert_snapshot!(desk.terminal([]).run("lookup --numbers"), @"
    out  Konto     Namn           Avdelning  Mobil
    out  annask02  Anna Ask       Skolan     inget nummer är registrerat
    out  annask03  Anna Ask       Skolan     ett fast nummer
    out  annask04  Anna Ask       Skolan     en siffra saknas
    out  annask05  Anna Ask       Skolan     det är inget telefonnummer
    out  operator  Olle Operatör  IT         inget nummer är registrerat
    out  annask01  Anna Ask       Skolan     *********31 har också evaand01
    out  evaand01  Eva Andersson             *********31 har också annask01
    out 8 konton är lästa. 5 kan inte få någon kod, 2 har ett nummer som fler har.
    exit 0
    ");
    assert_snapshot!(desk.run("lookup --numbers --lang en"), @"
    out  Account   Name           Department  Mobile
    out  annask02  Anna Ask       Skolan      no number is registered
    out  annask03  Anna Ask       Skolan      a landline
    out  annask04  Anna Ask       Skolan      a digit is missing
    out  annask05  Anna Ask       Skolan      not a phone number
    out  operator  Olle Operatör  IT          no number is registered
    out  annask01  Anna Ask       Skolan      *********31, as has evaand01
    out  evaand01  Eva Andersson              *********31, as has annask01
    out 8 accounts were read. 5 cannot get a code, 2 have a number that others have too.
    exit 0
    ");
}

#[test]
fn report_for_programs() {
    let mut desk = desk();
    assert_snapshot!(desk.run("lookup --numbers -o json"), @r#"
    out {"schema": 1,
    out  "accounts":
    out   [{"account": "annask02", "display_name": "Anna Ask", "department": "Skolan", "reason": "no_mobile",
    out     "mobile": null, "others": null, "shared_with": null},
    out    {"account": "annask03", "display_name": "Anna Ask", "department": "Skolan",
    out     "reason": "mobile_is_landline", "mobile": null, "others": null, "shared_with": null},
    out    {"account": "annask04", "display_name": "Anna Ask", "department": "Skolan",
    out     "reason": "mobile_has_wrong_length", "mobile": null, "others": null, "shared_with": null},
    out    {"account": "annask05", "display_name": "Anna Ask", "department": "Skolan",
    out     "reason": "mobile_unreadable", "mobile": null, "others": null, "shared_with": null},
    out    {"account": "operator", "display_name": "Olle Operatör", "department": "IT", "reason": "no_mobile",
    out     "mobile": null, "others": null, "shared_with": null},
    out    {"account": "annask01", "display_name": "Anna Ask", "department": "Skolan",
    out     "reason": "mobile_shared", "mobile": "*********31", "others": 1, "shared_with": ["evaand01"]},
    out    {"account": "evaand01", "display_name": "Eva Andersson", "department": null,
    out     "reason": "mobile_shared", "mobile": "*********31", "others": 1, "shared_with": ["annask01"]}],
    out  "read": 8}
    exit 0
    "#);
    assert_snapshot!(desk.run("lookup --numbers -o csv"), @"
    out account,display_name,department,reason,mobile,others,shared_with
    out annask02,Anna Ask,Skolan,no_mobile,,,
    out annask03,Anna Ask,Skolan,mobile_is_landline,,,
    out annask04,Anna Ask,Skolan,mobile_has_wrong_length,,,
    out annask05,Anna Ask,Skolan,mobile_unreadable,,,
    out operator,Olle Operatör,IT,no_mobile,,,
    out annask01,Anna Ask,Skolan,mobile_shared,*********31,1,evaand01
    out evaand01,Eva Andersson,,mobile_shared,*********31,1,annask01
    exit 0
    ");
}

#[test]
fn report_below_an_entry() {
    let mut desk = desk();
    let users = "CN=Users,DC=ad,DC=contoso,DC=example";
    assert_snapshot!(desk.run(&format!("lookup --numbers --under {users} -o json")), @r#"
    out {"schema": 1,
    out  "accounts":
    out   [{"account": "operator", "display_name": "Olle Operatör", "department": "IT", "reason": "no_mobile",
    out     "mobile": null, "others": null, "shared_with": null}],
    out  "read": 1}
    exit 0
    "#);
    let nowhere = "OU=Nowhere,DC=ad,DC=contoso,DC=example";
    assert_eq!(kind(&desk.run(&format!("lookup --numbers --under {nowhere} -o json"))), ("directory_refused", 2));
    assert!(desk.run("lookup --numbers --locked").ends_with("exit 2"));
    assert!(desk.run("lookup evaand01 --under CN=Users").ends_with("exit 2"));
}
