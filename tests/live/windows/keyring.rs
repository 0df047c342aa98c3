//! Windows Credential Manager.

use super::program::home;
use crate::support::desk::Desk;

#[test]
fn password_is_stored_used_and_deleted() {
    let desk = Desk::at(home());
    desk.without_password_file();
    let before = desk.run("whoami --no-input");
    assert!(before.exit != Some(0) && before.err.contains("servicedesk login"), "{before:?}");
    let wrong = desk.start("login --password-stdin", "Wrong-guess-1\r\n").ended();
    assert_ne!(wrong.exit, Some(0));
    let kept = desk.start("login --password-stdin", "Practice-makes-42\r\n").ended();
    assert_eq!(kept.exit, Some(0), "{kept:?}");
    let who = desk.run("whoami");
    assert!(who.exit == Some(0) && who.out.contains("nyckelring"), "{who:?}");
    assert_eq!(desk.run("lookup evaand01").exit, Some(0));
    assert_eq!(desk.run("logout").exit, Some(0));
    assert_ne!(desk.run("whoami --no-input").exit, Some(0));
}
