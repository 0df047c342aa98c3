//! A call in commands: a directory over TLS, a code by SMS, an unlocked account. Output is UTF-8.

use std::process::Command;

use super::program::{WINE, executable, home, surroundings};
use crate::support::desk::Desk;
use crate::support::program::Run;

#[test]
fn version_and_help_are_printed() {
    let home = home();
    let version = home.run("--version");
    assert_eq!((version.exit, version.out.trim_end()), (Some(0), concat!("servicedesk ", env!("CARGO_PKG_VERSION"))));
    assert!(home.run("--help").out.contains("Språket som programmet talar"));
    assert!(home.run("--lang en --help").out.contains("Language of the program"));
}

#[test]
fn language_follows_windows() {
    // Wine takes Windows' language from this computer's, which the program itself must not see then.
    let home = home();
    let locale = home.0.path().join("sv_SE.UTF-8");
    let made = Command::new("localedef").args(["-i", "sv_SE", "-f", "UTF-8"]).arg(locale).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    let called = format!("set LC_ALL=&{} --demo lookup karlsson", executable().display());
    let mut command = Command::new(WINE);
    command.args(["cmd", "/c", &called]).env_clear().envs(surroundings());
    command.env("LC_ALL", "sv_SE.UTF-8").env("LOCPATH", home.0.path());
    let run = Run::from(command.output().unwrap());
    assert!(run.out.starts_with("2 konton stämmer"), "{run:?}");
}

#[test]
fn lookup_runs_in_practice_mode() {
    let home = home();
    let run = home.run("--demo lookup karlsson");
    assert!(run.exit == Some(0) && run.out.contains("Socialtjänst"), "{run:?}");
    let run = home.run("--demo -o json lookup perols01");
    assert!(serde_json::from_str::<serde_json::Value>(&run.out).unwrap().is_object(), "{run:?}");
}

#[test]
fn code_unlocks_practice_account() {
    let desk = Desk::at(home());
    let run = desk.run("lookup evaand01");
    assert!(run.exit == Some(0) && run.out.contains("Eva Andersson"), "{run:?}");
    let code = desk.code();
    let run = desk.start("-o json unlock evaand01 --code -", &format!("{code}\r\n")).ended();
    assert!(run.exit == Some(0) && run.out.contains(r#""outcome":"unlocked""#), "{run:?}");
    assert!(!desk.is_locked());
    assert_eq!(desk.run("audit verify").exit, Some(0));
}
