//! One check and what it found, as data, and how bad that is. The words for it stand in `ui/doctor/`.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use super::Name;
use crate::commands::Failure;
use crate::commands::whoami::CredentialSource;
use crate::domain::account::Protection;
use crate::domain::audit::ChainFault;
use crate::domain::secret_entry::KeyringKind;
use crate::ports::{Credit, KeyringError, ServerFault};

/// One thing that was looked at.
#[derive(Debug)]
pub struct Check {
    /// What.
    pub name: Name,
    /// On which server, where there are several.
    pub on: Option<String>,
    /// How it is.
    pub state: State,
    /// No call can be done while it is so.
    pub stops_calls: bool,
    /// What was found.
    pub finding: Finding,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Fine,
    /// It works, but somebody should see to it.
    Warning,
    /// It does not work.
    Broken,
    /// Something that it depends on is broken.
    Unchecked,
}

impl State {
    /// The name scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Warning => "warning",
            Self::Broken => "broken",
            Self::Unchecked => "unchecked",
        }
    }
}

impl Check {
    /// It is as it should be.
    pub fn fine(name: Name, finding: Finding) -> Self {
        Self { name, on: None, state: State::Fine, stops_calls: false, finding }
    }

    /// It works for now.
    pub fn warning(name: Name, finding: Finding) -> Self {
        Self { state: State::Warning, ..Self::fine(name, finding) }
    }

    /// It does not work, but calls can be done.
    pub fn broken(name: Name, finding: Finding) -> Self {
        Self { state: State::Broken, ..Self::fine(name, finding) }
    }

    /// No call can be done.
    pub fn stops_calls(name: Name, finding: Finding) -> Self {
        Self { stops_calls: true, ..Self::broken(name, finding) }
    }

    /// It cannot be looked at before another thing works.
    pub fn unchecked(name: Name, first: Name) -> Self {
        Self { state: State::Unchecked, ..Self::fine(name, Finding::NotBefore(first)) }
    }

    /// On this server.
    #[must_use]
    pub fn on(self, server: &str) -> Self {
        Self { on: Some(server.to_owned()), ..self }
    }
}

/// What was found.
#[derive(Debug)]
pub enum Finding {
    /// It can be looked at once this works.
    NotBefore(Name),
    /// A command would fail like this.
    Failed(Failure),
    /// The settings hold together: the files they are from, and how many are set.
    Settings {
        files: Vec<PathBuf>,
        set: usize,
    },
    /// What the computer's file decides for everyone.
    Enforced {
        file: PathBuf,
        names: Vec<String>,
    },
    /// Something that was set in vain, for the computer's file decides it.
    Overruled {
        place: String,
        key: &'static str,
        file: PathBuf,
    },
    /// Practice has its own.
    PracticeSettings,
    /// DNS told of so many controllers.
    Discovered {
        domain: String,
        n: usize,
    },
    /// The settings name so many.
    Listed {
        n: usize,
    },
    /// The configured site has no controllers.
    UnknownSite {
        site: String,
    },
    /// The controller answers, encrypted.
    Answers,
    /// It cannot be used.
    NotReached(ServerFault),
    /// Its certificate is good until then.
    Certificate {
        until: Timestamp,
        days: i64,
    },
    /// Its end cannot be read.
    CertificateUnreadable,
    /// So far ahead of this computer's.
    ClockOff {
        ahead: SignedDuration,
    },
    /// As this computer's.
    ClockRight,
    /// The server does not tell the time.
    ClockUntold,
    /// Passwords and locks are decided on the first one.
    PdcIsFirst {
        server: String,
    },
    /// They are decided on another.
    PdcIsNotFirst {
        server: String,
        first: String,
    },
    /// They are decided on one that the settings do not name, or that does not answer.
    PdcElsewhere {
        name: String,
    },
    /// The directory does not show where.
    PdcUntold,
    /// The directory let the operator in.
    SignedIn {
        user: String,
        server: String,
        source: CredentialSource,
    },
    /// Accounts can be looked up.
    Searched,
    /// The operator's own password.
    OwnPassword {
        expires: Option<Timestamp>,
    },
    /// How earlier passwords are kept out.
    PolicyHints,
    SetThenChange,
    HistoryOff,
    /// No account was named to look at rights on.
    NoAccount,
    /// The account.
    Account {
        account: String,
        name: String,
    },
    /// It is never touched from here.
    Protected {
        account: String,
        why: Protection,
    },
    /// What may be done with it.
    MayUnlock(bool),
    MayReset(bool),
    MayResetUntold,
    MayDemandChange(bool),
    /// The rules for its password; `None`: the domain's.
    Rules {
        pso: Option<String>,
    },
    RulesUnreadable {
        pso: String,
    },
    /// The gateway.
    GatewayAnswers {
        place: String,
    },
    GatewayFolder {
        place: String,
    },
    GatewayScreen,
    /// Our name and secret there.
    Known,
    KnownUntold,
    /// What is left to send for.
    Credit(Credit),
    /// The test message was taken.
    TestSent {
        to: String,
        queued: bool,
    },
    /// The store can be read and written.
    StoreReady {
        place: String,
    },
    /// Limits count in this store only, which nobody else uses.
    LimitsOfOneUser {
        place: String,
    },
    /// The trail holds, up to this record.
    TrailHolds {
        records: i64,
    },
    TrailBroken(ChainFault),
    /// So many have no outcome.
    OpenIntents {
        n: usize,
    },
    /// The log server has everything.
    LogServer {
        server: String,
    },
    LogServerAway {
        server: String,
        why: String,
    },
    /// The keyring.
    KeyringNotNeeded,
    KeyringHas(KeyringKind),
    KeyringAsks(KeyringError),
    /// The terminal.
    NoTerminal,
    Terminal {
        columns: Option<u16>,
    },
    Narrow {
        columns: u16,
    },
    NotUtf8,
}
