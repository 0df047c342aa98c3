//! Ways to prove who the caller is besides a code to their own mobile, as the end of a hint. Only what the desk allows.

use crate::text::{Message, Words};

/// The hint, with the manager (unless `declined`) and an identification in words.
pub(crate) fn with_all(hint: String, account: &str, declined: bool, words: &Words) -> String {
    let offered = words.alternatives().manager && !declined;
    with_identification(also(hint, offered, &Message::VouchInstead { account }, words), words)
}

/// The hint, with an identification in words.
pub(crate) fn with_identification(hint: String, words: &Words) -> String {
    also(hint, words.alternatives().identified_by, &Message::IdentifyInstead, words)
}

/// The hint where verification is closed, with a supervisor.
pub(crate) fn with_supervisor(hint: String, words: &Words) -> String {
    also(hint, words.alternatives().supervisor, &Message::SupervisorInstead, words)
}

fn also(hint: String, is_allowed: bool, message: &Message<'_>, words: &Words) -> String {
    if is_allowed { format!("{hint} {}", words.say(message)) } else { hint }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Alternatives, Language};
    use jiff::tz::TimeZone;

    #[test]
    fn only_what_is_allowed_is_advised() {
        let hint = |alternatives, declined| {
            let words = Words::new(Language::English, TimeZone::UTC).advising(alternatives);
            [
                with_all("A.".to_owned(), "evaand01", declined, &words),
                with_identification("A.".to_owned(), &words),
                with_supervisor("A.".to_owned(), &words),
            ]
        };
        let manager = "The manager can vouch for the caller: servicedesk send-code evaand01 --via manager.";
        let identify = "The caller can be identified another way: --identified-by.";
        let supervisor =
            "If it is urgent, a supervisor (verification.supervisors) can identify the caller another way.";
        assert_eq!(hint(Alternatives::default(), false), ["A.", "A.", "A."]);
        let only_manager = Alternatives { manager: true, ..Alternatives::default() };
        assert_eq!(hint(only_manager, false), [&format!("A. {manager}"), "A.", "A."]);
        assert_eq!(hint(only_manager, true), ["A.", "A.", "A."]);
        let all = Alternatives { manager: true, identified_by: true, supervisor: true };
        let [first, second, third] = hint(all, false);
        assert_eq!(first, format!("A. {manager} {identify}"));
        assert_eq!(second, format!("A. {identify}"));
        assert_eq!(third, format!("A. {supervisor}"));
    }
}
