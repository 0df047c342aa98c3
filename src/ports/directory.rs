//! The directory: finding accounts, and the two changes that a servicedesk makes.

use jiff::Timestamp;

use crate::domain::account::{Account, Protection};
use crate::domain::password::Password;
use crate::domain::query::Query;
use crate::domain::unreadable::UnreadableAccount;
use crate::domain::warnings::NumberSharing;
use crate::ports::{Receipt, TicketFault};

/// Looks accounts up. Read-only.
pub trait FindAccounts {
    /// Every account that `query` points at, sorted by display name. An exact match on a user name or an address is the
    /// only one; a name search may find several.
    ///
    /// # Errors
    /// [`DirectoryError`] when there is no answer that can be trusted.
    async fn find(&self, query: &Query) -> Result<FoundAccounts, DirectoryError>;

    /// The same account, as it is now.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    async fn read_again(&self, account: &Account) -> Result<Account, DirectoryError>;

    /// The other accounts that have the account's registered number among their numbers; none where it has no number.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    async fn accounts_with_number(&self, account: &Account) -> Result<NumberSharing, DirectoryError>;
}

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct FoundAccounts {
    /// The accounts.
    pub accounts: Vec<Account>,
    /// Other entries, of which too little may be read. Any of them may be the one that was meant.
    pub unreadable: Vec<UnreadableAccount>,
    /// Whether there are more than these.
    pub more: bool,
    /// The name of the domain that is searched, if the query names another.
    pub searched_domain: Option<String>,
}

/// Changes accounts. Every change needs the [`Receipt`] of a recorded intent. Whether the account is protected is
/// checked again right before the change, on the same server.
pub trait ChangeAccounts {
    /// Ends the lockout, and changes nothing else. Returns the server that did it.
    ///
    /// # Errors
    /// [`WriteError`], which says whether anything changed.
    async fn unlock(&self, receipt: &Receipt, account: &Account) -> Result<String, WriteError>;

    /// Sets a new password and ends the lockout.
    ///
    /// # Errors
    /// [`WriteError`], which says what state the account is in.
    async fn set_password(
        &self,
        receipt: &Receipt,
        account: &Account,
        new: &NewPassword<'_>,
    ) -> Result<PasswordSet, WriteError>;
}

/// A password to set.
pub struct NewPassword<'a> {
    /// The password.
    pub password: &'a Password,
    /// Whether it must be changed at the next sign-in.
    pub must_change: bool,
    /// The time now, for the directory's minimum age.
    pub now: Timestamp,
}

/// A password that was set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordSet {
    /// The server that did it.
    pub server: String,
    /// How earlier passwords were refused.
    pub history: HistoryCheck,
}

/// How earlier passwords are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryCheck {
    /// The server checked while setting (policy hints control).
    PolicyHints,
    /// A random password was set, then changed to the wanted one, as its owner would.
    SetThenChange,
    /// Not at all, as configured.
    Off,
}

impl HistoryCheck {
    /// The name scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::PolicyHints => "policy_hints",
            Self::SetThenChange => "set_then_change",
            Self::Off => "off",
        }
    }
}

/// Why a server could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServerFault {
    /// Its name is unknown.
    NoSuchHost,
    /// It refuses connections.
    Refused,
    /// It did not answer within the time limit.
    TimedOut,
    /// It had not answered when another one did that was asked later.
    Slow,
    /// DNS lists it as a controller of a domain that its name is not in.
    OutsideDomain {
        /// The domain.
        domain: String,
    },
    /// It closed the connection before that was usable.
    HungUp,
    /// Its certificate is not signed by a trusted authority.
    Untrusted,
    /// Its certificate is for other names.
    WrongName {
        /// The name that was expected.
        expected: String,
    },
    /// Its certificate has expired or is not valid yet.
    CertificateTime,
    /// It does not offer encryption.
    NoEncryption,
    /// Something else, in the words of the network or the TLS library.
    Other(String),
}

/// Why DNS lists no controllers of a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiscoveryFault {
    /// There is no such domain.
    NoSuchDomain {
        /// The zone that says so.
        zone: String,
    },
    /// The domain may exist, but no controller is registered.
    NoControllers,
    /// No name server gave a usable answer.
    NoAnswer {
        /// What they said.
        text: String,
    },
}

/// Why the operator's sign-in was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SignInRefusal {
    WrongNameOrPassword,
    Hours,
    Workstation,
    PasswordExpired,
    Disabled,
    AccountExpired,
    MustChangePassword,
    Locked,
    EncryptionRequired,
    Ticket,
    Other,
}

impl SignInRefusal {
    /// The name in the audit trail.
    pub fn name(self) -> &'static str {
        match self {
            Self::WrongNameOrPassword => "wrong_name_or_password",
            Self::Hours => "not_at_this_hour",
            Self::Workstation => "not_from_this_computer",
            Self::PasswordExpired => "password_expired",
            Self::Disabled => "account_disabled",
            Self::AccountExpired => "account_expired",
            Self::MustChangePassword => "must_change_password",
            Self::Locked => "account_locked",
            Self::EncryptionRequired => "encryption_required",
            Self::Ticket => "ticket_not_accepted",
            Self::Other => "refused",
        }
    }
}

/// Why the directory gave no usable answer. Nothing was changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum DirectoryError {
    /// No controllers are known.
    #[error("no controllers of {domain} found: {why:?}")]
    Undiscovered {
        /// The domain that was asked for.
        domain: String,
        /// Why.
        why: DiscoveryFault,
    },
    /// No server could be used.
    #[error("no directory server reached")]
    Unreachable {
        /// Each server that was tried, and why not.
        tried: Vec<(String, ServerFault)>,
    },
    /// The operator's sign-in was refused.
    #[error("sign-in refused by {server}: {text}")]
    SignIn {
        /// The server.
        server: String,
        /// The name that was used.
        user: String,
        /// Why.
        refusal: SignInRefusal,
        /// The server's text.
        text: String,
    },
    /// The operator's ticket cannot be used. No server has judged the operator by it.
    #[error("no sign-in by ticket to {server}: {fault:?}: {text}")]
    Ticket {
        /// The server, or the domain or servers when none was chosen yet.
        server: String,
        /// Why.
        fault: TicketFault,
        /// The text of the system's Kerberos.
        text: String,
    },
    /// No answer within the time limit.
    #[error("{server} did not answer in time")]
    TimedOut {
        /// The server.
        server: String,
    },
    /// The connection broke.
    #[error("connection to {server} lost: {text}")]
    Lost {
        /// The server.
        server: String,
        /// What the network said.
        text: String,
    },
    /// The server refused to answer.
    #[error("{server} refused: {code} {text}")]
    Refused {
        /// The server.
        server: String,
        /// LDAP result code (RFC 4511 appendix A).
        code: u32,
        /// The server's text.
        text: String,
    },
    /// The server's answer lacks something that every account has.
    #[error("{server} gave an account without a usable {attribute}")]
    Malformed {
        /// The server.
        server: String,
        /// What is missing or cannot be read.
        attribute: String,
    },
    /// A protected group does not exist, and would protect nobody.
    #[error("no group {name}")]
    NoSuchGroup {
        /// Its name.
        name: String,
    },
    /// A protected group is a distribution group, which is in no token, and would protect nobody.
    #[error("{name} is a distribution group")]
    NotASecurityGroup {
        /// Its name.
        name: String,
    },
    /// A protected unit does not exist, and would protect nobody.
    #[error("no unit {dn}")]
    NoSuchUnit {
        /// Its DN.
        dn: String,
    },
    /// The account is gone.
    #[error("the account is no longer there")]
    Gone,
}

/// Why the directory refuses a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeRefusal {
    /// The operator has no right to do this to this account.
    NoRight,
    /// The password was used before.
    History,
    /// The account is locked, and a change (unlike a reset) needs it unlocked.
    Locked,
    /// The password was changed too recently.
    TooYoung,
    /// The password is too short.
    TooShort {
        /// The minimum length in UTF-16 units, where the server tells it.
        least: Option<u32>,
    },
    /// The password has too few kinds of characters, or a part of the name.
    TooSimple,
    /// The password breaks a rule, and the server does not say which.
    Rules,
    /// Its owner may not change the password, which this server needs to check the history.
    OwnChangeDenied,
    /// The account is no longer there.
    Gone,
    /// The server refuses for another reason.
    Unwilling,
}

/// The state of an account after a change that failed midway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartialChange {
    /// It is unlocked, with a random password that nobody knows; the wanted one was not accepted.
    RandomPassword,
    /// It is unlocked, with a password that somebody else set in the meantime.
    AnotherReset,
    /// It has the old password or a random one that nobody knows: the first step got no answer.
    OldOrRandom,
    /// It is unlocked, with the wanted password or a random one that nobody knows: the last step got no answer.
    RandomOrWanted,
    /// The old password still holds, but must be changed at the next sign-in.
    OldPasswordMustChange,
    /// The wanted password is set, but need not be changed at the next sign-in.
    WithoutMustChange,
}

/// Why a change did not (fully) happen.
#[derive(Debug, Clone, thiserror::Error)]
pub enum WriteError {
    /// It was never sent; nothing changed.
    #[error(transparent)]
    NotSent(#[from] DirectoryError),
    /// The account is protected, as was found right before the change; nothing changed.
    #[error("the account is protected")]
    Protected(Protection),
    /// The server said no; nothing changed.
    #[error("{server} refused: {code} {text}")]
    Refused {
        /// The server.
        server: String,
        /// Why.
        refusal: ChangeRefusal,
        /// LDAP result code.
        code: u32,
        /// The server's text.
        text: String,
    },
    /// It was sent, but not answered: it may have been done.
    #[error("{server} did not say whether it was done")]
    NoAnswer {
        /// The server.
        server: String,
    },
    /// Some of it was done.
    #[error("done in part: {cause}")]
    Partial {
        /// The state the account is in.
        state: PartialChange,
        /// What stopped the rest.
        cause: Box<WriteError>,
    },
}
