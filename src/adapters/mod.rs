//! The technologies behind the ports, one a folder or file. Each reads its own section of the configuration; none knows
//! a command.

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

/// A host without the brackets of an IPv6 address in a URL.
fn without_brackets(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}
