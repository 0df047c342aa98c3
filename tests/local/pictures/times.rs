//! What differs from run to run: times. A zone in which they never cross midnight, and a mask over them.

use std::time::{SystemTime, UNIX_EPOCH};

use regex_lite::Regex;

/// A value for `TZ` (POSIX 8.3) in which it is between twelve and one, so that "14 minutes ago" is today
/// whenever the test runs: a time of today is shown without its date.
pub(crate) fn midday() -> String {
    let hour = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() / 3600 % 24;
    // West of Greenwich is positive there.
    match hour {
        0..=12 => format!("<+{0:02}>-{0}", 12 - hour),
        _ => format!("<-{0:02}>{0}", hour - 12),
    }
}

/// The text with every date and time of day hidden.
pub(crate) fn masked(text: &str) -> String {
    let hide = |text: &str, what: &str, with: &str| Regex::new(what).unwrap().replace_all(text, with).into_owned();
    let text = hide(text, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "<instant>");
    let text = hide(&text, r"\d{4}-\d\d-\d\d", "<date>");
    let text = hide(&text, r"\b\d\d:\d\d\b", "<time>");
    // In a Swedish sentence.
    hide(&text, r"\bkl\. \d\d\.\d\d\b", "kl. <time>")
}
