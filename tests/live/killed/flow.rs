//! What the program is doing when it is stopped, and what the same again must come to.

use super::aftermath::Aftermath;
use crate::support::desk::Desk;

pub(super) struct Flow {
    pub(super) name: &'static str,
    /// Gives the command.
    pub(super) prepare: fn(&Desk) -> String,
    /// After which changes the owner is told, which is done after the result is shown: it comes last in all others.
    pub(super) notify: &'static str,
    /// The same again, once it was stopped.
    pub(super) again: fn(&Aftermath<'_>),
}

pub(super) const FLOWS: [Flow; 6] = [
    Flow {
        name: "unlock",
        prepare: |desk| format!("unlock evaand01 --code {}", desk.code()),
        notify: "off",
        again: unlock,
    },
    Flow {
        name: "reset to the screen",
        prepare: |desk| format!("reset evaand01 --generate --code {}", desk.code()),
        notify: "off",
        again: reset,
    },
    Flow {
        name: "reset by SMS",
        prepare: |desk| format!("reset evaand01 --generate --deliver sms --code {}", desk.code()),
        notify: "off",
        again: reset_by_sms,
    },
    Flow { name: "send-code", prepare: |_| "send-code evaand01".to_owned(), notify: "off", again: send },
    Flow {
        name: "send-code --verify",
        prepare: |desk| format!("send-code evaand01 --verify {}", desk.code()),
        notify: "off",
        again: verify,
    },
    Flow { name: "unlock of five", prepare: five, notify: "off", again: unlock_five },
];

/// Whose owner is told when the result has been shown.
pub(super) const TOLD: Flow = Flow {
    name: "reset, and its owner told",
    prepare: |desk| format!("reset evaand01 --generate --code {}", desk.code()),
    notify: "reset",
    again: reset,
};

/// So many that another thread writes the trail.
pub(super) const MANY: Flow = Flow { name: "unlock of forty", prepare: many, notify: "off", again: unlock_many };

const FIVE: [&str; 5] = ["evaand01", "boberg01", "carcar01", "dandah01", "erieri01"];

fn five(desk: &Desk) -> String {
    FIVE[1..].iter().for_each(|account| desk.lock(account));
    format!("unlock {} --reason Helg --yes --accept-risk", FIVE.join(" "))
}

/// More than may be under way at once.
fn forty() -> impl Iterator<Item = String> {
    (0..40).map(|n| format!("many{n:02}x01"))
}

fn many(desk: &Desk) -> String {
    forty().for_each(|account| desk.lock(&account));
    format!("unlock {} --reason Helg --yes --accept-risk", forty().collect::<Vec<_>>().join(" "))
}

/// A code that is used up is so for good, but the caller stays verified: then the same without the code.
fn with_its_code(left: &Aftermath<'_>) {
    let run = left.the_same_again();
    if left.code_was_used() {
        assert!(run.exit == Some(5) && run.err.contains("redan använd"), "{left}: {run:?}");
        let (arguments, _) = left.arguments.split_once(" --code ").unwrap();
        let run = left.desk.run(arguments);
        assert_eq!(run.exit, Some(0), "{left}: {run:?}");
    } else {
        assert_eq!(run.exit, Some(0), "{left}: {run:?}");
    }
}

/// Where nothing is left to do, no code is looked at.
fn unlock(left: &Aftermath<'_>) {
    if left.desk.is_locked() {
        with_its_code(left);
    } else {
        let run = left.the_same_again();
        assert_eq!(run.exit, Some(0), "{left}: {run:?}");
    }
    assert!(!left.desk.is_locked(), "{left}");
}

fn reset(left: &Aftermath<'_>) {
    with_its_code(left);
    assert!(!left.desk.is_locked() && left.has_another_password(), "{left}");
}

fn reset_by_sms(left: &Aftermath<'_>) {
    reset(left);
    let letter = left.letters().pop().unwrap();
    let password = letter.lines().last().unwrap();
    assert!(left.desk.has_password(password), "{left}: the last one sent is not the last one set");
}

/// One that may have left counts as sent, and if it did, it is good.
fn send(left: &Aftermath<'_>) {
    let run = left.the_same_again();
    if left.code_was_issued() {
        assert!(run.exit == Some(5) && run.err.contains("skickades nyss"), "{left}: {run:?}");
    } else {
        assert_eq!(run.exit, Some(0), "{left}: {run:?}");
    }
    if let Some(letter) = left.letters().pop() {
        let run = left.desk.run(&format!("send-code evaand01 --verify {}", &letter[..6]));
        assert_eq!(run.exit, Some(0), "{left}: {run:?}");
    }
}

fn verify(left: &Aftermath<'_>) {
    let run = left.the_same_again();
    if left.code_was_used() {
        assert!(run.exit == Some(5) && run.err.contains("redan använd"), "{left}: {run:?}");
    } else {
        assert_eq!(run.exit, Some(0), "{left}: {run:?}");
    }
    let run = left.desk.run("unlock evaand01");
    assert!(run.exit == Some(0) && !left.desk.is_locked(), "{left}: {run:?}");
}

fn unlock_five(left: &Aftermath<'_>) {
    let run = left.the_same_again();
    assert_eq!(run.exit, Some(0), "{left}: {run:?}");
    assert!(FIVE.iter().all(|account| !left.desk.is_locked_out(account)), "{left}");
}

fn unlock_many(left: &Aftermath<'_>) {
    let run = left.the_same_again();
    assert_eq!(run.exit, Some(0), "{left}: {run:?}");
    assert!(forty().all(|account| !left.desk.is_locked_out(&account)), "{left}");
}
