//! A call in commands: a directory over TLS, a code by SMS, the account open. What is written is UTF-8.

use super::desk::Desk;
use super::program::Home;

#[test]
fn it_says_who_it_is_and_what_it_does() {
    let home = Home::new();
    let version = home.run("--version");
    assert_eq!((version.exit, version.out.trim_end()), (Some(0), concat!("servicedesk ", env!("CARGO_PKG_VERSION"))));
    assert!(home.run("--help").out.contains("Språket som programmet talar"));
    assert!(home.run("--lang en --help").out.contains("The language in which the program speaks"));
}

#[test]
fn in_practice() {
    let home = Home::new();
    let run = home.run("--demo lookup karlsson");
    assert!(run.exit == Some(0) && run.out.contains("Socialtjänst"), "{run:?}");
    let run = home.run("--demo -o json lookup perols01");
    assert!(serde_json::from_str::<serde_json::Value>(&run.out).unwrap().is_object(), "{run:?}");
    assert!(home.run("--demo reset evakar02 --generate --identified-by 8").exit.is_some());
}

#[test]
fn a_code_and_the_account_is_open() {
    let desk = Desk::new();
    let run = desk.run("lookup evaand01");
    assert!(run.exit == Some(0) && run.out.contains("Eva Andersson"), "{run:?}");
    let code = desk.code();
    let run = desk.start("-o json unlock evaand01 --code -", &format!("{code}\r\n")).ended();
    assert!(run.exit == Some(0) && run.out.contains(r#""unlocked":true"#), "{run:?}");
    assert!(!desk.is_locked());
    assert_eq!(desk.run("audit verify").exit, Some(0));
}
