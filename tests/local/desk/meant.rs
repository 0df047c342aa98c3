//! Which account is meant: names that look like numbers, unreadable entries, and the same rules for bulk.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::people::{ago, eva};
use super::fixture::{Answer, TestDesk};

/// A pupil whose name is somebody else's number.
fn pupil() -> TestDesk {
    let pupil = Person::new("0701740641").named("Elev", "Ek").mobile("070-174 06 42").locked_at(ago(20));
    let other = Person::new("boberg01").named("Bo", "Berg").mobile("070-174 06 41").locked_at(ago(30));
    TestDesk::configured().in_english().with(pupil).with(other)
}

/// Three of one name: an account, one whose state is hidden, and one whose name is an address.
fn karlssons() -> TestDesk {
    let named = |account: &str, given: &str| {
        let person = Person::new(account).named(given, "Karlsson").mobile("070-174 06 43").locked_at(ago(20));
        Person { upn: None, mail: None, proxy_addresses: vec![], ..person }
    };
    let hidden = Person { hidden: vec!["userAccountControl".into()], ..named("bokar01", "Bo") };
    TestDesk::configured().in_english().with(named("annkar01", "Ann")).with(hidden).with(named("cia@kar01", "Cia"))
}

#[test]
fn digits_matching_name_and_number_are_ambiguous() {
    let mut desk = pupil();
    assert!(desk.run("lookup 0701740641").ends_with("exit 3"));
    assert!(desk.run("lookup 070-1740641").ends_with("exit 0"), "a number alone");
    assert_snapshot!(desk.run("send-code 0701740641"), @"
    err Error: 2 accounts match “0701740641”; exactly one must match.
    err What to do: Ask who is calling and give the user name: boberg01 (Bo Berg); 0701740641@contoso.example (Elev Ek)
    exit 3
    ");
    assert_snapshot!(desk.run("unlock 0701740641 --identified-by ID"), @"
    err Error: 2 accounts match “0701740641”; exactly one must match.
    err What to do: Ask who is calling and give the user name: boberg01 (Bo Berg); 0701740641@contoso.example (Elev Ek)
    exit 3
    ");
    let answers = [Answer::Text("0701740641"), Answer::Text("3"), Answer::CtrlC];
    let guided = desk.terminal(answers).run("assist");
    assert!(guided.contains("boberg01") && guided.contains("0701740641") && !guided.contains("sms "), "{guided}");
}

#[test]
fn list_does_not_match_numbers() {
    let mut desk = pupil();
    assert_snapshot!(desk.run("unlock 0701740641 +46701740641 070-1740641 --reason Lunch --yes -v"), @"
    out 3 accounts:
    out  Unlocked   1
    out  Not found  2
    out
    out  Account       State
    out  0701740641    unlocked
    out  +46701740641  not a user name or an address; phone numbers are not searched for in a list
    out  070-1740641   not found; check the spelling
    dir 0701740641: unlocked
    log 1-2 unlock 0701740641: done, server 127.0.0.1
    exit 7
    ");
}

#[test]
fn unreadable_entry_is_listed() {
    let mut desk = karlssons();
    assert_snapshot!(desk.run("lookup Karlsson"), @"
    out 3 accounts match:
    out  Account    Name          Department  State
    out  annkar01   Ann Karlsson              Locked after too many wrong passwords.
    out  bokar01    Bo Karlsson               You do not have permission to read the account's state (userAccountControl).
    out  cia@kar01  Cia Karlsson              The user name contains characters that are not allowed. It could be mistaken for someone else's.
    exit 7
    ");
    assert_snapshot!(desk.run("lookup bokar01"), @"
    out  State    You do not have permission to read the account's state (userAccountControl).
    out  Do next  Nothing can be done from here. Ask the directory administrator for permission to read userAccountControl on this account.
    out  Account  bokar01
    out  Name     Bo Karlsson
    out  DN       CN=Bo Karlsson bokar01,OU=Staff,DC=ad,DC=contoso,DC=example
    exit 7
    ");
    assert_snapshot!(desk.run("lookup cia@kar01"), @"
    out  State    The user name contains characters that are not allowed. It could be mistaken for someone else's.
    out  Do next  Nothing can be done from here. Ask the directory administrator to change the user name.
    out  Account  cia@kar01
    out  Name     Cia Karlsson
    out  DN       CN=Cia Karlsson cia@kar01,OU=Staff,DC=ad,DC=contoso,DC=example
    exit 7
    ");
    assert_snapshot!(desk.run("lookup bokar01 -o json"), @r#"
    out {"schema": 1,
    out  "accounts":
    out   [{"asked": null, "line": null, "failure": null, "account": "bokar01", "upn": null,
    out     "dn": "CN=Bo Karlsson bokar01,OU=Staff,DC=ad,DC=contoso,DC=example", "display_name": "Bo Karlsson",
    out     "mail": null, "department": null, "title": null, "manager": null, "manager_dn": null,
    out     "office": null, "telephone": null, "mobile": null, "mobile_registered": null,
    out     "mobile_changed": null, "mobile_shared_with": null, "other_mobiles": null, "locked": null,
    out     "locked_since": null, "unlocks_at": null, "locked_in_future": null, "locked_on": null,
    out     "bad_password_count": null, "last_bad_password": null, "disabled": null,
    out     "smartcard_required": null, "account_expired": null, "account_expires": null, "protected": null,
    out     "protected_by": null, "unlock_outcome": "unreadable", "advice": null, "warnings": null,
    out     "password_last_set": null, "password_expires": null, "password_expired": null,
    out     "password_never_expires": null, "must_change_password": null, "may_change_password": null,
    out     "policy": null, "last_sign_in": null, "last_sign_in_replicated": null,
    out     "logon_hours_restricted": null, "outside_logon_hours": null, "logon_allowed_from": null,
    out     "logon_allowed_until": null, "workstations": null, "resets_last_day": null,
    out     "wrong_codes_last_day": null, "verified_at": null, "verification_closed_until": null,
    out     "unfinished_action": null, "unfinished_by": null, "unfinished_at": null,
    out     "unreadable":
    out      ["upn", "mail", "department", "title", "manager", "manager_dn", "office", "telephone", "mobile",
    out       "mobile_registered", "mobile_changed", "mobile_shared_with", "other_mobiles", "locked",
    out       "locked_since", "unlocks_at", "locked_in_future", "locked_on", "bad_password_count",
    out       "last_bad_password", "disabled", "smartcard_required", "account_expired", "account_expires",
    out       "protected", "protected_by", "advice", "warnings", "password_last_set", "password_expires",
    out       "password_expired", "password_never_expires", "must_change_password", "may_change_password",
    out       "policy", "last_sign_in", "last_sign_in_replicated", "logon_hours_restricted",
    out       "outside_logon_hours", "logon_allowed_from", "logon_allowed_until", "workstations",
    out       "resets_last_day", "wrong_codes_last_day", "verified_at", "verification_closed_until",
    out       "unfinished_action", "unfinished_by", "unfinished_at"],
    out     "not_asked": [], "unreadable_attributes": ["userAccountControl"]}],
    out  "more": false}
    exit 7
    "#);
    assert_snapshot!(desk.run("lookup --locked"), @"
    out annkar01
    out bokar01
    out cia@kar01
    exit 7
    ");
    assert_snapshot!(desk.terminal([]).width(100).run("lookup --locked"), @"
    out  Account    Name          Locked                  Wrong tries  State
    out  annkar01   Ann Karlsson  11:57 (20 minutes ago)  5            can be unlocked
    out  bokar01    Bo Karlsson                                        You do not have permission to read
    out                                                                the account's state
    out                                                                (userAccountControl).
    out  cia@kar01  Cia Karlsson                                       The user name contains characters
    out                                                                that are not allowed. It could be
    out                                                                mistaken for someone else's.
    exit 7
    ");
    assert_snapshot!(desk.terminal([]).run("lookup --locked -o csv"), @r#"
    out account,dn,display_name,locked,locked_since,bad_password_count,disabled,smartcard_required,account_expired,protected,protected_by,unlock_outcome,unreadable_attributes
    out annkar01,"CN=Ann Karlsson annkar01,OU=Staff,DC=ad,DC=contoso,DC=example",Ann Karlsson,true,2026-05-04T11:57:00Z,5,false,false,false,false,,would_unlock,
    out bokar01,"CN=Bo Karlsson bokar01,OU=Staff,DC=ad,DC=contoso,DC=example",Bo Karlsson,,,,,,,,,unreadable,userAccountControl
    out cia@kar01,"CN=Cia Karlsson cia@kar01,OU=Staff,DC=ad,DC=contoso,DC=example",Cia Karlsson,,,,,,,,,unreadable,sAMAccountName
    exit 7
    "#);
}

#[test]
fn unreadable_entry_is_not_changed() {
    let mut desk = karlssons();
    assert_snapshot!(desk.run("send-code bokar01"), @"
    err Error: You do not have permission to read the state of bokar01 (userAccountControl). Nothing has changed.
    err What to do: Ask the directory administrator for permission to read userAccountControl on CN=Bo Karlsson bokar01,OU=Staff,DC=ad,DC=contoso,DC=example.
    exit 4
    ");
    assert_snapshot!(desk.run("unlock cia@kar01 --identified-by ID"), @"
    err Error: The user name cia@kar01 contains characters that are not allowed, and could be mistaken for someone else's. Nothing has changed.
    err What to do: Ask the directory administrator to change the user name: CN=Cia Karlsson cia@kar01,OU=Staff,DC=ad,DC=contoso,DC=example
    exit 4
    ");
    assert_snapshot!(desk.run("reset Karlsson --identified-by ID --generate"), @"
    err Error: 3 accounts match “Karlsson”; exactly one must match.
    err What to do: Ask who is calling and give the user name: annkar01 (Ann Karlsson); bokar01 (Bo Karlsson); cia@kar01 (Cia Karlsson)
    exit 3
    ");
    let guided = desk.terminal([Answer::Text("Karlsson"), Answer::Text("2"), Answer::CtrlC]).run("assist");
    assert!(
        guided.contains("You do not have permission to read the state of bokar01") && guided.contains("Ann Karlsson"),
        "{guided}"
    );
    assert!(!guided.contains("sms ") && !guided.contains("dir "), "{guided}");
    assert_snapshot!(desk.run("unlock bokar01 cia@kar01 annkar01 --reason Lunch --yes -v"), @"
    out 3 accounts:
    out  Unlocked               1
    out  No permission to read  2
    out
    out  Account    State
    out  bokar01    you may not read its state; nothing is done
    out  cia@kar01  the user name contains characters that are not allowed; nothing is done
    out  annkar01   unlocked
    dir annkar01: unlocked
    log 1-2 unlock annkar01: done, server 127.0.0.1
    exit 7
    ");
    let mut desk = karlssons();
    assert_snapshot!(desk.run("unlock --all-locked --reason Lunch --yes -v"), @"
    out 3 accounts:
    out  Unlocked               1
    out  No permission to read  2
    out
    out  Account    State
    out  annkar01   unlocked
    out  bokar01    you may not read its state; nothing is done
    out  cia@kar01  the user name contains characters that are not allowed; nothing is done
    dir annkar01: unlocked
    log 1-2 unlock annkar01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn bulk_refuses_what_single_unlock_refuses() {
    let ended = Person { account_expires: Some(ago(60)), ..eva() };
    let card = Person { smartcard_required: true, ..Person::new("tomsmi01").named("Tom", "Smitt").locked_at(ago(50)) };
    let mut desk = TestDesk::configured().in_english().with(ended).with(card);
    assert_snapshot!(desk.run("unlock tomsmi01 --identified-by ID"), @r"
    err Error: tomsmi01 signs in with a smart card. Nothing has changed.
    err What to do: A password does not help. Say: “You sign in with a card, so I am handing you over to the people who manage the accounts.”
    log 1 unlock tomsmi01: refused (smartcard_required)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock evaand01 tomsmi01 --reason Lunch --yes -o csv"), @"
    out account,outcome,detail,asked,line,server
    out evaand01,account_expired,,evaand01,,
    out tomsmi01,smartcard_required,,tomsmi01,,
    exit 7
    ");
    assert_snapshot!(desk.terminal([]).width(100).run("lookup --locked"), @r"
    out  Account   Name           Locked                  Wrong tries  State
    out  evaand01  Eva Andersson  12:07 (10 minutes ago)  5            expired; hand over to the people who
    out                                                                manage the accounts
    out  tomsmi01  Tom Smitt      11:27 (50 minutes ago)  5            signs in with a smart card; hand
    out                                                                over to the people who manage the
    out                                                                accounts
    exit 0
    ");
}
