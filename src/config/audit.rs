//! `[audit]`: the log server, and how long records stay.

use std::fmt;
use std::path::PathBuf;

use super::kind;
use super::origin::{Optional, Setting};
use super::problem::{Problem, Unfit};
use super::reader::SettingsReader;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// The receiver of the trail; `None` when it is not forwarded.
    pub syslog: Setting<Option<Receiver>>,
    /// The certificates to trust; else the system's.
    pub ca_file: Optional<PathBuf>,
    /// How many days records stay in the store at least; what is older may be archived.
    pub keep_days: Optional<u32>,
}

/// A receiver of the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receiver {
    /// A log server by datagrams (RFC 5426), which are not acknowledged.
    Udp(String, u16),
    /// A log server with octet counting (RFC 6587, 3.4.1).
    Tcp(String, u16),
    /// A log server within TLS (RFC 5425).
    Tls(String, u16),
    /// The computer's syslog, by its socket.
    Local(PathBuf),
    Journald(PathBuf),
}

/// The name under which the store records what has been sent.
impl fmt::Display for Receiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Udp(host, port) => write!(f, "udp://{host}:{port}"),
            Self::Tcp(host, port) => write!(f, "tcp://{host}:{port}"),
            Self::Tls(host, port) => write!(f, "tls://{host}:{port}"),
            Self::Local(path) | Self::Journald(path) => write!(f, "{}", path.display()),
        }
    }
}

impl Audit {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        let syslog = reader.or("audit.syslog", None, kind::syslog);
        reader.refuse(no_log(&syslog, cfg!(windows)));
        Self {
            syslog,
            ca_file: reader.optional("audit.ca_file", kind::path),
            keep_days: reader.optional("audit.keep_days", kind::number(1..=36_500)),
        }
    }
}

/// Windows has no syslog, so the log would never be sent.
fn no_log(syslog: &Setting<Option<Receiver>>, windows: bool) -> Option<Problem> {
    let own = matches!(syslog.value, Some(Receiver::Local(_) | Receiver::Journald(_)));
    (windows && own).then(|| syslog.unfit(Unfit::NoLog))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Origin;

    #[test]
    fn own_log_is_refused_on_windows() {
        let refused = |value: Receiver, windows| {
            let setting = Setting { value: Some(value), key: "audit.syslog", origin: Origin::Default };
            no_log(&setting, windows).is_some()
        };
        let (local, journald) = (Receiver::Local("/dev/log".into()), Receiver::Journald("/run/journal".into()));
        assert!(!refused(local.clone(), false) && refused(local, true) && refused(journald, true));
        assert!(!refused(Receiver::Tls("log.example.se".to_owned(), 6514), true));
    }
}
