//! Command lines that cannot be read, and help.

use insta::assert_snapshot;

use super::fixture::TestDesk;

#[test]
fn nothing_asked_for() {
    let mut desk = TestDesk::demo();
    let run = desk.run("");
    assert!(run.ends_with("exit 2"), "{run}");
}

#[test]
fn mistakes() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlok jesrab01"), @"
    $ unlok jesrab01
    err error: unrecognized subcommand 'unlok'
    err
    err   tip: some similar subcommands exist: 'lookup', 'unlock'
    err
    err Usage: servicedesk [OPTIONS] [COMMAND]
    err
    err For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(desk.run("unlock"), @"
    $ unlock
    err error: the following required arguments were not provided:
    err   <ACCOUNT>
    err
    err Usage: servicedesk unlock --demo <ACCOUNT>
    err
    err For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --code 123456 --identified-by ID"), @"
    $ unlock jesrab01 --code 123456 --identified-by ID
    err error: the argument '--code <CODE>' cannot be used with '--identified-by <TEXT>'
    err
    err Usage: servicedesk unlock --code <CODE> --demo <ACCOUNT>
    err
    err For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(desk.run("reset jesrab01 --password Gurka-Moln-73"), @"
    $ reset jesrab01 --password Gurka-Moln-73
    err error: unexpected argument '--password' found
    err
    err   tip: a similar argument exists: '--password-stdin'
    err
    err Usage: servicedesk reset --password-stdin <ACCOUNT>
    err
    err For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(desk.run("reset jesrab01 --password-stdin --generate"), @"
    $ reset jesrab01 --password-stdin --generate
    err error: the argument '--password-stdin' cannot be used with '--generate[=<KIND>]'
    err
    err Usage: servicedesk reset --password-stdin --demo <ACCOUNT>
    err
    err For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(desk.run("lookup jesrab01 --lang de"), @"
    $ lookup jesrab01 --lang de
    err error: invalid value 'de' for '--lang <sv|en>': known languages: sv, en
    err
    err For more information, try '--help'.
    exit 2
    ");
}

#[test]
fn mistakes_for_a_script() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlok jesrab01 -o json"), @r#"
    $ unlok jesrab01 -o json
    out {
    out   "error": {
    out     "kind": "usage",
    out     "message": "error: unrecognized subcommand 'unlok'\n\n  tip: some similar subcommands exist: 'lookup', 'unlock'\n\nUsage: servicedesk [OPTIONS] [COMMAND]\n\nFor more information, try '--help'.",
    out     "hint": "Se servicedesk --help."
    out   }
    out }
    err error: unrecognized subcommand 'unlok'
    err
    err   tip: some similar subcommands exist: 'lookup', 'unlock'
    err
    err Usage: servicedesk [OPTIONS] [COMMAND]
    err
    err For more information, try '--help'.
    exit 2
    "#);
    assert_snapshot!(desk.run("unlock --output=json"), @r#"
    $ unlock --output=json
    out {
    out   "error": {
    out     "kind": "usage",
    out     "message": "error: the following required arguments were not provided:\n  <ACCOUNT>\n\nUsage: servicedesk unlock --output <OUTPUT> --demo <ACCOUNT>\n\nFor more information, try '--help'.",
    out     "hint": "Se servicedesk --help."
    out   }
    out }
    err error: the following required arguments were not provided:
    err   <ACCOUNT>
    err
    err Usage: servicedesk unlock --output <OUTPUT> --demo <ACCOUNT>
    err
    err For more information, try '--help'.
    exit 2
    "#);
    assert_snapshot!(desk.run("-ojson lookup"), @r#"
    $ -ojson lookup
    out {
    out   "error": {
    out     "kind": "usage",
    out     "message": "error: the following required arguments were not provided:\n  <QUERY>...\n\nUsage: servicedesk lookup --demo <QUERY>...\n\nFor more information, try '--help'.",
    out     "hint": "Se servicedesk --help."
    out   }
    out }
    err error: the following required arguments were not provided:
    err   <QUERY>...
    err
    err Usage: servicedesk lookup --demo <QUERY>...
    err
    err For more information, try '--help'.
    exit 2
    "#);
}

#[test]
fn neither_account_nor_name() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock ''"), @"
    $ unlock ''
    err Fel: ”” kan inte vara ett användarnamn, en adress, ett nummer eller ett namn.
    err Gör så här: Skriv till exempel jesrab01, jesrab01@example.se, 070-174 06 05 eller Eva Karlsson.
    exit 2
    ");
    let run = desk.run("unlock 'a\u{7}b' -o json");
    assert!(run.contains(r#""kind": "not_a_query""#) && run.ends_with("exit 2"), "{run}");
    assert!(!run.lines().skip(1).any(|line| line.contains('\u{7}')), "{run:?}");
}

#[test]
fn help_is_a_result() {
    let mut desk = TestDesk::demo();
    for command in ["--help", "--version", "unlock --help", "reset -h", "audit show --help"] {
        let run = desk.run(command);
        assert!(run.contains("\nout ") && !run.contains("\nerr ") && run.ends_with("exit 0"), "{run}");
    }
}
