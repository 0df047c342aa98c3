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
mod trace;

use std::path::PathBuf;

use crate::config::Optional;
use directory::Trust;

/// The certificates to trust: those in the file, or else the system's.
fn trust(ca_file: &Optional<PathBuf>) -> Trust {
    ca_file.value().map_or(Trust::System, |path| Trust::File(path.clone()))
}

/// A host without the brackets of an IPv6 address in a URL.
fn without_brackets(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}
