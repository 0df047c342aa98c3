//! What can be wrong with a configuration: typed, with the place and the data, for others to put into words.
//!
//! No value of a key that looks like a secret ever gets in here.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::origin::Origin;
use crate::domain::breached::ListFault;
use crate::domain::policy::banned::WordsFault;

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

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A file could not be read as text.
    #[error("{}: {why}", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        why: Unreadable,
        /// Who named the file; `None`: it was found in its usual place.
        named_by: Option<Origin>,
    },
    /// A file is not TOML; a key that is written twice is such a mistake too.
    #[error("{}:{line}:{column}: {message}", .path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// The line; the first is 1.
        line: usize,
        /// The character in it; the first is 1.
        column: usize,
        /// What the parser says, in English. It quotes nothing from the file.
        message: String,
    },
    /// A key is wrong, or its value is.
    #[error("{origin}: {}: {fault}", .key.escape_debug())]
    Key {
        /// `section.key`, as written: foreign text.
        key: String,
        /// Where.
        origin: Origin,
        /// What is wrong with it.
        fault: Fault,
    },
    /// What is to be done needs a setting that nobody set.
    #[error("{key} is not set")]
    Missing {
        /// Its key.
        key: &'static str,
    },
    /// The file with a secret cannot be used.
    #[error("{origin}: {key}: {}: {fault}", .path.display())]
    SecretFile {
        /// The key that names it.
        key: &'static str,
        /// Where that is set.
        origin: Origin,
        /// The file.
        path: PathBuf,
        /// Why.
        fault: SecretFault,
    },
    /// The list of leaked passwords cannot be relied on.
    #[error("{origin}: {key}: {}: {fault}", .path.display())]
    BreachedList {
        /// The key that names it.
        key: &'static str,
        /// Where that is set.
        origin: Origin,
        /// The file.
        path: PathBuf,
        /// Why.
        fault: ListFault,
    },
    /// The file of banned words cannot be used.
    #[error("{origin}: {key}: {}: {fault}", .path.display())]
    WordsFile {
        /// The key that names it.
        key: &'static str,
        /// Where the key is set.
        origin: Origin,
        /// The file.
        path: PathBuf,
        /// Why.
        fault: WordsFault,
    },
    /// There is no place for the state: the user has no home and `state.path` is not set.
    #[error("no place for the state")]
    NoStateFolder,
}

/// Why the file with a secret cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretFault {
    /// Others on this machine can read it.
    #[error("others can read it (mode {mode:03o})")]
    Exposed {
        /// Its permission bits.
        mode: u32,
    },
    /// It holds nothing.
    #[error("it is empty")]
    Empty,
    /// It could not be read.
    #[error("{0}")]
    Unreadable(String),
}

impl From<io::Error> for SecretFault {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// Why a value that is well formed cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A secret would travel in the clear.
    #[error("https is needed")]
    NeedsHttps,
    /// Not what a sender of SMS can be.
    #[error("not a sender")]
    Sender,
    /// A longest password that is shorter than the shortest.
    #[error("at least {least} and at most {most}")]
    NoRoom {
        /// The shortest, in characters.
        least: u32,
        /// The longest.
        most: u32,
    },
    /// A number must be settled, and none is ever new.
    #[error("needs mobile_age_days above 0")]
    NeverNew,
    /// Windows' own log, which has no such form.
    #[error("Windows has no syslog of its own")]
    NoLog,
    /// A way to the store that does not see to it that it is the store.
    #[error("sslmode must be verify-full, or on this computer disable")]
    StoreTls,
    /// Something in the store's address that is not taken.
    #[error("{} is not taken", .name.escape_debug())]
    StoreOption {
        /// Its name: foreign text.
        name: String,
    },
    /// The program was built without Kerberos.
    #[error("built without kerberos")]
    NoKerberos,
    /// A ticket encrypts the connection by itself, and TLS is in its way.
    #[error("kerberos needs ldap://")]
    KerberosAddress,
    /// Says who signs in, which a ticket does.
    #[error("not used with kerberos")]
    BesideKerberos,
    /// What the technology says.
    #[error("{0}")]
    Other(String),
}

/// Why a file could not be read as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The system's reason.
    #[error("{0}")]
    Io(io::ErrorKind),
    /// More than [`MAX_BYTES`](super::MAX_BYTES).
    #[error("larger than a configuration can be")]
    TooLarge,
    /// Some other encoding.
    #[error("line {line} is not UTF-8")]
    NotUtf8 {
        /// The first line that is not UTF-8; the first is 1.
        line: usize,
    },
}

/// What is wrong with a key or its value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is no such key or table.
    #[error("unknown{}", .meant.map(|key| format!(", did you mean {key}?")).unwrap_or_default())]
    Unknown {
        /// The key or table that was probably meant.
        meant: Option<&'static str>,
    },
    /// A secret, which does not belong in a configuration.
    #[error("secrets do not belong here{}", .instead.map(|key| format!(", use {key}")).unwrap_or_default())]
    Secret {
        /// The key that takes the name of a file with the secret in it.
        instead: Option<&'static str>,
    },
    /// The value is of the wrong type, out of range or not well formed.
    #[error("found {found}, expected {expected}")]
    Invalid {
        /// What is there.
        found: Found,
        /// What should be there.
        expected: Expected,
    },
    /// The value is well formed, but cannot be used.
    #[error("{0}")]
    Unfit(Unfit),
    /// The computer's file decides it.
    #[error("decided in {}", .file.display())]
    Enforced {
        /// That file.
        file: PathBuf,
    },
}

/// A value that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its type.
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

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "TOML's own types")]
pub enum Form {
    Text,
    Integer,
    Float,
    Boolean,
    Time,
    List,
    Table,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Boolean => "boolean",
            Self::Time => "time",
            Self::List => "list",
            Self::Table => "table",
        }
    }
}

/// What a key takes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Expected {
    /// Any text.
    #[error("text")]
    Text,
    /// One line of text that is not blank.
    #[error("one line of text")]
    Line,
    /// Text in UTF-8 (environment variables can hold other bytes).
    #[error("UTF-8")]
    Utf8,
    /// `true` or `false`.
    #[error("true or false")]
    Boolean,
    /// A whole number.
    #[error("a whole number from {min} to {max}")]
    Integer {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
    /// One of these words.
    #[error("one of {}", .0.join(", "))]
    OneOf(Vec<&'static str>),
    /// A list.
    #[error("a list")]
    List,
    /// A list with something in it.
    #[error("a list that is not empty")]
    SomeList,
    /// A table.
    #[error("a table")]
    Table,
    /// In a table: a number that fits in 64 bits.
    #[error("a number that is not this large")]
    SmallerNumber,
    /// A path; `~` is the shell's and stands for nothing here.
    #[error("a path, absolute or relative to the file's folder, without ~")]
    Path,
    /// A directory server.
    #[error("ldaps://host[:port] or ldap://host[:port]")]
    Server,
    /// Where the audit trail is sent on to.
    #[error("true, false, local, journald, or udp://, tcp:// or tls://host[:port]")]
    Syslog,
    /// An address of a web service, without user and password.
    #[error("an http:// or https:// address without user and password")]
    HttpUrl,
    /// An address of a PostgreSQL database.
    #[error("a postgres:// address with a host")]
    PostgresUrl,
    /// A DNS name.
    #[error("a DNS name")]
    HostName,
    /// A distinguished name.
    #[error("a distinguished name")]
    DistinguishedName,
    /// The name of an LDAP attribute (RFC 4512, 1.4: `keystring`).
    #[error("the name of an attribute")]
    AttributeName,
}
