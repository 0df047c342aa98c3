//! A check, what it found and how bad that is, as data.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use super::CheckName;
use crate::commands::Failure;
use crate::commands::whoami::{CredentialSource, UserSource};
use crate::domain::account::Protection;
use crate::domain::audit::ChainFault;
use crate::domain::dn::Dn;
use crate::domain::named_enum::named_enum;
use crate::domain::secret_entry::KeyringKind;
use crate::ports::{
    AcceptsChanges, Credit, FileOwnership, KeyringError, PresentedCertificate, ServerFault, UnreadCertificates,
};

#[derive(Debug)]
pub struct Check {
    pub name: CheckName,
    /// The server, where there are several.
    pub on: Option<String>,
    pub state: CheckState,
    /// Whether no call can be handled until it is fixed.
    pub stops_calls: bool,
    pub finding: Finding,
    /// The missing right, for the directory's administrator.
    pub grant: Option<Grant>,
}

/// A right to delegate to the operators' group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The DN that the right is given on.
    pub object: String,
    /// As `dsacls` writes it after the group.
    pub right: String,
    /// Whether it is for the user accounts below the object, not for the object.
    pub is_for_users: bool,
}

impl Grant {
    /// A right to the accounts of the unit in which the account at `dn` is.
    pub(super) fn on_unit_of(dn: &str, right: &str) -> Option<Self> {
        let object = Dn::parse(dn)?.parent()?.to_string();
        Some(Self { object, right: format!("{right};user"), is_for_users: true })
    }
}

named_enum! {
    pub enum CheckState {
        Fine = "fine",
        /// It works, but somebody should act.
        Warning = "warning",
        Broken = "broken",
        /// It depends on something broken, or there is nothing to check.
        Unchecked = "unchecked",
    }
}

impl Check {
    pub fn fine(name: CheckName, finding: Finding) -> Self {
        Self { name, on: None, state: CheckState::Fine, stops_calls: false, finding, grant: None }
    }

    pub fn warning(name: CheckName, finding: Finding) -> Self {
        Self { state: CheckState::Warning, ..Self::fine(name, finding) }
    }

    /// Broken, but calls can be handled.
    pub fn broken(name: CheckName, finding: Finding) -> Self {
        Self { state: CheckState::Broken, ..Self::fine(name, finding) }
    }

    pub fn stops_calls(name: CheckName, finding: Finding) -> Self {
        Self { stops_calls: true, ..Self::broken(name, finding) }
    }

    /// Not checked, because `dependency` does not work.
    pub fn unchecked(name: CheckName, dependency: CheckName) -> Self {
        Self { state: CheckState::Unchecked, ..Self::fine(name, Finding::NotBefore(dependency)) }
    }

    /// Not checked, because there is none here and none is needed.
    pub fn none_here(name: CheckName, finding: Finding) -> Self {
        Self { state: CheckState::Unchecked, ..Self::fine(name, finding) }
    }

    #[must_use]
    pub fn on(self, server: &str) -> Self {
        Self { on: Some(server.to_owned()), ..self }
    }

    #[must_use]
    pub fn granted_by(self, grant: Option<Grant>) -> Self {
        Self { grant: grant.filter(|_| self.needs_attention()), ..self }
    }

    /// Returns whether somebody has to act.
    pub fn needs_attention(&self) -> bool {
        matches!(self.state, CheckState::Warning | CheckState::Broken)
    }
}

#[derive(Debug)]
pub enum Finding {
    // Depends on something else that does not work.
    NotBefore(CheckName),
    // A command would fail like this.
    Failed(Failure),
    // Invalid settings, in words.
    Misconfigured {
        message: String,
        hint: String,
    },

    // The settings. Enforced ones are fixed by the computer's file, overruled ones have no effect because of it.
    Settings {
        files: Vec<PathBuf>,
        set: usize,
    },
    Enforced {
        file: PathBuf,
        names: Vec<String>,
    },
    Overruled {
        place: String,
        key: &'static str,
        file: PathBuf,
    },
    PracticeSettings,
    NoConfiguration {
        looked_for: Vec<PathBuf>,
    },

    // The controllers: `n` from DNS or from the settings.
    Discovered {
        domain: String,
        n: usize,
    },
    Listed {
        n: usize,
    },
    UnknownSite {
        site: String,
    },
    Answers,
    NotReached(ServerFault),
    Certificate {
        until: Timestamp,
        certificate: PresentedCertificate,
    },
    // The configured one, whatever its dates.
    PinnedCertificate(PresentedCertificate),
    CertificateUnreadable,
    // Trusted ones that are damaged.
    CertificatesUnread(UnreadCertificates),
    ClockOff {
        ahead: SignedDuration,
    },
    ClockRight,
    ClockUntold,
    NoChanges(AcceptsChanges),

    // The PDC emulator, which decides on passwords and lockouts. Elsewhere: not among the reachable controllers.
    PdcIsFirst {
        server: String,
    },
    PdcIsNotFirst {
        server: String,
        first: String,
    },
    PdcElsewhere {
        name: String,
    },
    PdcUntold,

    // The operator.
    SignedIn {
        user: String,
        server: String,
        user_source: UserSource,
        source: CredentialSource,
    },
    // It answers, but nobody can sign in there.
    NoSignIn(ServerFault),
    Searched,
    OwnPassword {
        expires: Option<Timestamp>,
    },

    // How reuse of earlier passwords is prevented.
    PolicyHints,
    SetThenChange,
    HistoryOff,

    // Who is protected by the settings: `n` groups and units.
    ProtectedExist {
        n: usize,
    },
    SupervisorsExist {
        n: usize,
    },
    SupervisorMissing {
        name: String,
    },

    // The account, and the operator's rights on it. Chosen: by the program. `pso`: `None` for the domain's policy.
    NoAccount,
    Account {
        account: String,
        name: String,
        is_chosen: bool,
    },
    Readable {
        n: usize,
    },
    Unreadable {
        attributes: Vec<String>,
    },
    NoSuchAttribute {
        attribute: String,
        key: &'static str,
    },
    Protected {
        account: String,
        why: Protection,
    },
    MayUnlock(bool),
    MayReset(bool),
    MayResetUntold,
    MayRequireChange(bool),
    Rules {
        pso: Option<String>,
    },
    RulesUnreadable {
        pso: String,
    },

    // The gateway. Known: it accepts the credentials.
    GatewayAnswers {
        place: String,
    },
    /// It answers, but `sms.http` does not say what proves a success.
    GatewayUnproved {
        place: String,
    },
    GatewayFolder {
        place: String,
    },
    GatewayScreen,
    Known,
    KnownUntold,
    Credit(Credit),
    TestSent {
        to: String,
        queued: bool,
    },

    // The store, the audit trail in it and the log server.
    StoreReady {
        place: String,
    },
    StoreToBeMade {
        place: String,
        is_older: bool,
    },
    StorePrivate(FileOwnership),
    LimitsOfOneUser {
        place: String,
    },
    TrailHolds {
        records: i64,
    },
    TrailBroken(ChainFault),
    OpenIntents {
        n: usize,
    },
    LogServer {
        server: String,
    },
    LogServerAway {
        server: String,
        why: ServerFault,
    },

    // The computer.
    KeyringNotNeeded,
    KeyringHas(KeyringKind),
    KeyringAsks(KeyringError),
    NoTerminal,
    Terminal {
        columns: Option<u16>,
    },
    Narrow {
        columns: u16,
    },
    NotUtf8,
}
