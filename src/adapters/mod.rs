//! The technologies behind the ports, one a folder or file. Each reads its own section of the configuration; none knows
//! a command.

pub mod archive_file;
pub mod breached;
pub mod directory;
pub mod dns;
pub mod keyring;
pub mod list_file;
pub mod local_rules;
pub mod pgpass;
mod private_file;
mod race;
pub mod report_file;
pub mod secret_file;
pub mod sms;
pub mod store;
pub mod syslog;
pub mod system;
pub mod tls;
mod trace;
pub mod whole_file;

/// The text of an error for people, without the numbers that Rust adds to the operating system's words.
pub(crate) fn plain_text(error: &dyn std::fmt::Display) -> String {
    let mut text = error.to_string();
    while let Some(start) = text.find(" (os error ") {
        let Some(length) = text[start..].find(')') else { break };
        text.replace_range(start..=start + length, "");
    }
    text
}

/// A host without the brackets of an IPv6 address in a URL.
fn without_brackets(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn plain_text_has_no_numbers_of_errors() {
        let refused = std::io::Error::from_raw_os_error(111);
        assert!(!plain_text(&refused).contains("os error"));
        for (text, expected) in [
            ("I/O error: Broken pipe (os error 32)", "I/O error: Broken pipe"),
            ("a: gone (os error 2); b: gone (os error 2)", "a: gone; b: gone"),
            ("cut (os error 1", "cut (os error 1"),
            ("busy", "busy"),
        ] {
            assert_eq!(plain_text(&text), expected);
        }
    }
}
