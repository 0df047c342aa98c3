//! `[audit]` and `[desk]`: where the trail is sent, and what the desk says about itself to callers.

use std::path::PathBuf;

use super::kind;
use super::origin::{Optional, Setting};
use super::reader::Reader;

/// `[audit]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// Where the trail is sent on to.
    pub syslog: Setting<Syslog>,
    /// The certificates to trust there; else the system's.
    pub ca_file: Optional<PathBuf>,
}

/// Where the trail is sent on to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syslog {
    /// Nowhere.
    Off,
    /// The computer's own log.
    Local,
    /// journald.
    Journald,
    /// A log server.
    Server {
        /// How it is reached.
        way: SyslogWay,
        /// Its name or address.
        host: String,
        /// Its port.
        port: u16,
    },
}

/// How a log server is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SyslogWay {
    Udp,
    Tcp,
    Tls,
}

impl Audit {
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            syslog: reader.or("audit.syslog", Syslog::Off, kind::syslog),
            ca_file: reader.optional("audit.ca_file", kind::path),
        }
    }
}

/// `[desk]`: what is said to callers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Whose desk it is.
    pub organisation: Optional<String>,
    /// What a new password is good for.
    pub services: Setting<Vec<String>>,
    /// The desk's number inside the organisation.
    pub extension: Optional<String>,
    /// The desk's number.
    pub phone: Optional<String>,
}

impl Desk {
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            organisation: reader.optional("desk.organisation", kind::line),
            services: reader.or("desk.services", Vec::new(), kind::list(kind::line)),
            extension: reader.optional("desk.extension", kind::line),
            phone: reader.optional("desk.phone", kind::line),
        }
    }
}
