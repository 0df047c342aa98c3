//! The technologies behind the ports, one a folder or file. Nothing here knows a command.

pub mod banned_words_file;
pub mod breached;
pub mod directory;
pub mod dns;
pub mod keyring;
pub mod list_file;
pub mod pgpass;
mod race;
pub mod report_file;
pub mod secret_file;
pub mod sms;
pub mod store;
pub mod syslog;
pub mod system;
