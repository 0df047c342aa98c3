//! `[audit]` and `[desk]`: where the trail is sent, and what the desk says about itself to callers.

use std::path::PathBuf;

use super::kind;
use super::origin::{Optional, Setting};
use super::problem::{Fault, Problem, Unfit};
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
pub enum SyslogWay {
    Udp,
    Tcp,
    Tls,
}

impl Audit {
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let syslog = reader.or("audit.syslog", Syslog::Off, kind::syslog);
        reader.refuse(no_log(&syslog, cfg!(windows)).into_iter().collect());
        Self { syslog, ca_file: reader.optional("audit.ca_file", kind::path) }
    }
}

/// Windows has no syslog of its own: whoever trusted it would find a trail that never left the computer.
fn no_log(syslog: &Setting<Syslog>, windows: bool) -> Option<Problem> {
    let Setting { value, key, origin } = syslog;
    let fault = Fault::Unfit(Unfit::NoLog);
    let own = matches!(value, Syslog::Local | Syslog::Journald);
    (windows && own).then(|| Problem::Key { key: (*key).to_owned(), origin: origin.clone(), fault })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Origin;

    #[test]
    fn a_log_of_the_computers_own_is_refused_where_there_is_none() {
        let refused = |value, windows| {
            let setting = Setting { value, key: "audit.syslog", origin: Origin::Default };
            no_log(&setting, windows).is_some()
        };
        let server = || Syslog::Server { way: SyslogWay::Tls, host: "log.example.se".to_owned(), port: 6514 };
        assert!(refused(Syslog::Local, true) && refused(Syslog::Journald, true));
        assert!(!refused(Syslog::Local, false) && !refused(Syslog::Off, true) && !refused(server(), true));
    }
}
