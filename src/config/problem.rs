//! Everything that can be wrong with a configuration: typed, with the place and the data.
//!
//! Never holds the value of a key that looks like a secret.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::origin::Origin;
use crate::domain::breached::ListFault;
use crate::domain::named_enum::named_enum;
use crate::domain::policy::banned::WordsFault;
use crate::domain::system_fault::SystemFault;

/// Everything that is wrong, in the order of the files and their lines. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl std::error::Error for Problems {}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, problem) in self.0.iter().enumerate() {
            let separator = if n == 0 { "" } else { "\n" };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("{}: {why}", .path.display())]
    Unreadable {
        path: PathBuf,
        why: ReadFault,
        /// `None` when it was found in its usual place.
        named_by: Option<Origin>,
    },
    #[error("{}:{line}:{column}: {message}", .path.display())]
    Syntax {
        path: PathBuf,
        line: usize,
        column: usize,
        /// In English, and quotes nothing from the file.
        message: String,
    },
    #[error("{origin}: {}: {fault}", .key.escape_debug())]
    Key {
        /// As written: foreign text.
        key: String,
        origin: Origin,
        fault: Fault,
    },
    #[error("{key} is not set")]
    Missing { key: &'static str },
    #[error("{origin}: {key}: {}: {fault}", .path.display())]
    SecretFile { key: &'static str, origin: Origin, path: PathBuf, fault: SecretFault },
    #[error("{origin}: {key}: {}: {fault}", .path.display())]
    BreachedList { key: &'static str, origin: Origin, path: PathBuf, fault: ListFault },
    #[error("{origin}: {key}: {}: {fault}", .path.display())]
    WordsFile { key: &'static str, origin: Origin, path: PathBuf, fault: WordsFault },
    #[error("{origin}: {key}: {}: {fault}", .path.display())]
    CaFile { key: &'static str, origin: Origin, path: PathBuf, fault: CaFault },
    #[error("no place for the state")]
    NoStateFolder,
}

impl Problem {
    /// Where the value that is wrong comes from, and its key.
    pub fn place_mut(&mut self) -> Option<(&str, &mut Origin)> {
        match self {
            Self::Key { key, origin, .. } => Some((key, origin)),
            Self::SecretFile { key, origin, .. }
            | Self::BreachedList { key, origin, .. }
            | Self::WordsFile { key, origin, .. }
            | Self::CaFile { key, origin, .. } => Some((key, origin)),
            Self::Unreadable { .. } | Self::Syntax { .. } | Self::Missing { .. } | Self::NoStateFolder => None,
        }
    }

    /// What the operating system did not do, if that is the problem.
    pub fn system_fault(&self) -> Option<SystemFault> {
        match self {
            Self::Unreadable { why: ReadFault::System(fault), .. }
            | Self::SecretFile { fault: SecretFault::Unreadable(fault), .. }
            | Self::BreachedList { fault: ListFault::Unreadable(fault), .. }
            | Self::CaFile { fault: CaFault::Unreadable(fault), .. }
            | Self::WordsFile { fault: WordsFault::Unreadable(fault), .. } => Some(*fault),
            _ => None,
        }
    }
}

/// Why a file of trusted certificates cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaFault {
    #[error("{0}")]
    Unreadable(SystemFault),
    #[error("larger than 1 MB")]
    TooLarge,
    #[error("no certificate in it")]
    NoCertificate,
    #[error("a private key, no certificate")]
    PrivateKey,
    #[error("a request for a certificate, no certificate")]
    Request,
    /// A key and its certificates, encrypted with a password (RFC 7292).
    #[error("PKCS#12, not a certificate alone")]
    Pkcs12,
    /// There are certificates, all of them damaged.
    #[error("certificate {number} in it is damaged")]
    Damaged {
        /// The first; 1 is the first in the file.
        number: usize,
    },
}

/// Why the file with a secret cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretFault {
    #[error("others can read it (mode {mode:03o})")]
    Exposed { mode: u32 },
    #[error("it is empty")]
    Empty,
    #[error("it has more than one line")]
    SeveralLines,
    /// A tab, for instance.
    #[error("it has a control character")]
    ControlCharacter,
    #[error("it is not UTF-8")]
    NotText,
    #[error("{0}")]
    Unreadable(SystemFault),
}

impl From<io::Error> for SecretFault {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error.into())
    }
}

/// Why a value that is well formed cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("https is needed")]
    NeedsHttps,
    #[error("not a sender")]
    Sender,
    #[error("at least {least} and at most {most}")]
    NoRoom { least: u32, most: u32 },
    #[error("needs mobile_age_days above 0")]
    NeverNew,
    #[error("Windows has no syslog of its own")]
    NoLog,
    #[error("sslmode must be verify-full, or on this computer disable")]
    StoreTls,
    #[error("{} is not taken", .name.escape_debug())]
    StoreOption {
        /// As written: foreign text.
        name: String,
    },
    #[error("built without kerberos")]
    NoKerberos,
    /// A ticket encrypts the connection itself, and TLS would be in its way.
    #[error("kerberos needs ldap://")]
    KerberosAddress,
    #[error("{address}: port {port} is for another scheme, use {right}")]
    Port {
        address: String,
        port: u16,
        /// TLS begins at once there.
        is_tls_port: bool,
        /// The address to write instead.
        right: String,
    },
    #[error("not used with kerberos")]
    BesideKerberos,
    #[error("not used with certificate_sha256")]
    BesidePin,
    #[error("{0}")]
    Other(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadFault {
    #[error("{0}")]
    System(SystemFault),
    #[error("larger than a configuration can be")]
    TooLarge,
    #[error("line {line} is not UTF-8")]
    NotUtf8 { line: usize },
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("unknown{}", .meant.map(|key| format!(", did you mean {key}?")).unwrap_or_default())]
    Unknown { meant: Option<&'static str> },
    #[error("secrets do not belong here{}", .instead.map(|key| format!(", use {key}")).unwrap_or_default())]
    Secret { instead: Option<&'static str> },
    #[error("found {found}, expected {expected}")]
    Invalid { found: Found, expected: Expected },
    #[error("{0}")]
    Unfit(Unfit),
    #[error("decided in {}", .file.display())]
    Enforced { file: PathBuf },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub form: Form,
    /// The value as written, shortened: foreign text. `None` for lists and tables, and where it may hold a secret.
    pub shown: Option<String>,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.form.name())?;
        self.shown.as_ref().map_or(Ok(()), |shown| write!(f, " `{}`", shown.escape_debug()))
    }
}

named_enum! {
    /// The type of a value.
    pub enum Form {
        Text = "text",
        Integer = "integer",
        Float = "float",
        Boolean = "boolean",
        Time = "time",
        List = "list",
        Table = "table",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Expected {
    #[error("text")]
    Text,
    #[error("one line of text")]
    Line,
    #[error("one line of letters, digits and signs that an SMS can have")]
    SmsLine,
    #[error("UTF-8")]
    Utf8,
    #[error("true or false")]
    Boolean,
    #[error("a whole number from {min} to {max}")]
    Integer { min: u32, max: u32 },
    #[error("one of {}", .0.join(", "))]
    OneOf(Vec<&'static str>),
    #[error("a list")]
    List,
    #[error("a list that is not empty")]
    SomeList,
    #[error("a table")]
    Table,
    #[error("a number that is not this large")]
    SmallerNumber,
    #[error("a path, absolute or relative to the file's folder, without ~")]
    Path,
    #[error("ldaps://host[:port] or ldap://host[:port]")]
    Server,
    #[error("true, false, local, journald, or udp://, tcp:// or tls://host[:port]")]
    Syslog,
    #[error("an http:// or https:// address without user and password")]
    HttpUrl,
    #[error("a postgres:// address with a host")]
    PostgresUrl,
    #[error("a DNS name")]
    HostName,
    #[error("a distinguished name")]
    DistinguishedName,
    /// A name, perhaps with `{user}`.
    #[error("a user name")]
    OperatorName,
    #[error("the SHA-256 of a certificate, 64 hexadecimal digits")]
    Fingerprint,
    #[error("the name of an attribute")]
    AttributeName,
}
