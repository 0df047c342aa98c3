//! The directory: finding accounts, unlocking them and setting passwords.

use jiff::Timestamp;

use crate::domain::account::{Account, Protection};
use crate::domain::named_enum::named_enum;
use crate::domain::number_survey::SurveyedNumbers;
use crate::domain::password::Password;
use crate::domain::query::Query;
use crate::domain::system_fault::SystemFault;
use crate::domain::unreadable::UnreadableAccount;
use crate::domain::warnings::NumberSharing;
use crate::ports::{CertificateFault, Receipt, TicketFault};

/// Looks accounts up. Read-only.
pub trait FindAccounts {
    /// Returns every account that matches `query`. An exact match on a user name or an address is returned alone; a
    /// name search may return several.
    ///
    /// # Errors
    /// [`DirectoryError`] when the directory gave no answer that can be trusted.
    async fn find(&self, query: &Query) -> Result<FoundAccounts, DirectoryError>;

    /// Reads the same account again: the one with its objectGUID.
    ///
    /// # Errors
    /// As [`find`](Self::find), and [`DirectoryError::Gone`] when its DN is nobody's, or another's.
    async fn read_again(&self, account: &Account) -> Result<Account, DirectoryError>;

    /// Returns the account that this one's `manager` names; `None` when that is no person's account that can be read.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    async fn manager(&self, account: &Account) -> Result<Option<Account>, DirectoryError>;

    /// Returns the other accounts that hold this account's registered number in any phone attribute.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    async fn accounts_with_number(&self, account: &Account) -> Result<NumberSharing, DirectoryError>;
}

/// Surveys the numbers of many accounts. Read-only.
pub trait SurveyNumbers {
    /// Reads the registered numbers of every person's account below `under` or the search base, page by page. Disabled
    /// accounts are left out: nobody calls about a number of theirs.
    ///
    /// # Errors
    /// As [`FindAccounts::find`]; [`DirectoryError::Refused`] with code 32 (noSuchObject) when `under` does not exist.
    async fn survey_numbers(&self, under: Option<&str>) -> Result<SurveyedNumbers, DirectoryError>;
}

/// The result of a search.
#[derive(Debug, Clone, Default)]
pub struct FoundAccounts {
    pub accounts: Vec<Account>,
    /// Matching entries of which the operator may read too little. Any of them may be the account that was meant.
    pub unreadable: Vec<UnreadableAccount>,
    /// More accounts match than are listed.
    pub more: bool,
    /// They were found by the beginning of a name: one is what was meant only if somebody says so.
    pub by_part: bool,
    /// Where nobody matches: accounts of which a name, the user name or a number is similar, the nearest first. None of
    /// them is what was typed, so nothing may be done with one that nobody has chosen.
    pub similar: Vec<Account>,
    /// The domain that was searched, when the query names another one.
    pub searched_domain: Option<String>,
}

/// Changes accounts. Every change needs the [`Receipt`] of a recorded intent. The implementation checks protection
/// again right before each change, since it may have been added after the look-up.
pub trait ChangeAccounts {
    /// Clears the lockout and nothing else. Returns the server that did it.
    ///
    /// # Errors
    /// [`WriteError`], which says whether anything changed.
    async fn unlock(&self, receipt: &Receipt, account: &Account) -> Result<String, WriteError>;

    /// Sets a new password and clears the lockout.
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
    pub password: &'a Password,
    pub must_change: bool,
    /// The current time, for the directory's minimum password age.
    pub now: Timestamp,
}

/// The result of setting a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordSet {
    pub server: String,
    pub history: HistoryCheck,
}

named_enum! {
    /// How reuse of an earlier password is prevented.
    pub enum HistoryCheck {
        /// The server checked the history while setting (policy hints control, MS-ADTS 3.1.1.3.4.1.27).
        PolicyHints = "policy_hints",
        /// A random password was set, then changed to the new one as the owner would, which checks the history.
        SetThenChange = "set_then_change",
        /// Not checked, as configured.
        Off = "off",
    }
}

/// Why a server could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum ServerFault {
    /// DNS does not know its name.
    NoSuchHost,
    Refused,
    /// The network has no way to it.
    NoRoute,
    TimedOut,
    /// Another controller, asked later, answered first.
    Slow,
    /// DNS lists it as a controller, but its name is not in the domain.
    OutsideDomain {
        domain: String,
    },
    /// It closed the connection before the sign-in.
    HungUp,
    /// It has trouble of its own, which is no fault of the operator's, and signs nobody in.
    Busy {
        /// Its answer: LDAP result code or Windows error.
        answer: &'static str,
        text: String,
    },
    /// Its certificate is not trusted.
    Certificate(Box<CertificateFault>),
    /// No certificate can be for the expected name, which is no DNS name.
    WrongName {
        expected: String,
    },
    NoEncryption,
    /// The computer that this runs on is short of something, or does not let it connect.
    System(SystemFault),
    /// What it sent is not LDAP.
    NotLdap,
    /// It offers TLS 1.1 or older only.
    OldTls,
    /// It offers no cipher suite or key exchange in common.
    OldCiphers,
    /// It ended the TLS handshake with an alert (RFC 8446, 6).
    TlsEnded {
        text: String,
    },
    /// What it sends is not TLS, or breaks its rules.
    NotTls {
        text: String,
    },
    /// This computer trusts no authority that certificates could be from.
    NoAuthorities,
    /// Anything else, in the words of a library.
    Other(String),
}

impl ServerFault {
    /// What the server or a library says of it, for `-v`.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Busy { text, .. } | Self::TlsEnded { text } | Self::NotTls { text } | Self::Other(text) => {
                Some(text.as_str()).filter(|text| !text.is_empty())
            }
            _ => None,
        }
    }
}

/// Why DNS lists no controllers for a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiscoveryFault {
    NoSuchDomain {
        /// The zone that denied the name.
        zone: String,
    },
    /// The domain may exist, but no controller is registered.
    NoControllers,
    /// No name server gave a usable answer.
    NoAnswer { text: String },
}

named_enum! {
    /// Why the operator's sign-in was refused.
    pub enum SignInRefusal {
        WrongNameOrPassword = "wrong_name_or_password",
        Hours = "not_at_this_hour",
        Workstation = "not_from_this_computer",
        PasswordExpired = "password_expired",
        Disabled = "account_disabled",
        AccountExpired = "account_expired",
        MustChangePassword = "must_change_password",
        Locked = "account_locked",
        EncryptionRequired = "encryption_required",
        Ticket = "ticket_not_accepted",
        Other = "refused",
    }
}

/// What takes no changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnlyKind {
    /// A read-only domain controller.
    Controller,
    GlobalCatalogue {
        port: u16,
    },
}

/// Why the directory gave no usable answer. Nothing was changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum DirectoryError {
    #[error("no controllers of {domain} found: {why:?}")]
    Undiscovered { domain: String, why: DiscoveryFault },
    #[error("no directory server reached")]
    Unreachable {
        /// Each server that was tried, with what was wrong.
        tried: Vec<(String, ServerFault)>,
    },
    /// The operator's sign-in was refused.
    #[error("sign-in refused by {server}: {text}")]
    SignIn { server: String, user: String, refusal: SignInRefusal, text: String },
    /// The operator's Kerberos ticket cannot be used. The server has not refused the operator.
    #[error("no sign-in by ticket to {server}: {fault:?}: {text}")]
    Ticket {
        /// The server, or the domain when no server was chosen yet.
        server: String,
        fault: TicketFault,
        /// The text from the Kerberos library.
        text: String,
    },
    #[error("{server} did not answer in time")]
    TimedOut { server: String },
    #[error("connection to {server} lost: {text}")]
    Lost { server: String, text: String },
    /// What it sent is not LDAP, so the connection was closed.
    #[error("{server} sent an answer that is not LDAP")]
    NotLdap { server: String },
    /// The answer to one search had more entries or octets than are taken, and was cut off.
    #[error("{server} sent too much in answer to one search")]
    TooLarge { server: String },
    #[error("{server} refused: {code} {text}")]
    Refused {
        server: String,
        /// LDAP result code (RFC 4511 appendix A).
        code: u32,
        text: String,
    },
    /// The controller is busy, or in trouble of its own. Another may give what was asked for.
    #[error("{server} is busy: {answer} {text}")]
    Busy {
        server: String,
        /// LDAP result code, and its name.
        answer: &'static str,
        text: String,
    },
    /// The controller takes no changes, and no other could be used. Nothing was changed.
    #[error("{server} takes no changes")]
    ReadOnly {
        server: String,
        kind: ReadOnlyKind,
        /// The others that were tried.
        others: Vec<(String, ServerFault)>,
    },
    /// The answer lacks an attribute that every account has.
    #[error("{server} gave an account without a usable {attribute}")]
    Malformed { server: String, attribute: String },
    /// A configured protected group does not exist, so it would protect nobody.
    #[error("no group {name}")]
    NoSuchGroup { name: String },
    /// A configured protected group is a distribution group. It is in no access token, so it would protect nobody.
    #[error("{name} is a distribution group")]
    NotASecurityGroup { name: String },
    /// A configured protected unit does not exist, so it would protect nobody.
    #[error("no unit {dn}")]
    NoSuchUnit { dn: String },
    /// The account no longer exists.
    #[error("the account is no longer there")]
    Gone,
}

impl DirectoryError {
    /// Whether a new connection, or another controller, may bring the answer: this one broke, stayed silent, or is busy.
    pub fn is_unanswered(&self) -> bool {
        matches!(self, Self::Lost { .. } | Self::NotLdap { .. } | Self::TimedOut { .. } | Self::Busy { .. })
    }
}

/// Why the directory refused a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeRefusal {
    NoRight,
    History,
    /// The account is locked, which a password change (unlike a reset) does not allow.
    Locked,
    /// The minimum password age has not passed.
    TooYoung,
    TooShort {
        /// Minimum length in UTF-16 units, if the server gives it.
        least: Option<u32>,
    },
    /// Too few character kinds, or a part of the name.
    TooSimple,
    /// The password breaks a rule that the server does not name.
    Rules,
    /// The owner may not change the password, and this server checks the history only then.
    OwnChangeDenied,
    Gone,
    /// LDAP unwillingToPerform, without a known cause.
    Unwilling,
}

/// The state of an account after a change that was done in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartialChange {
    /// Unlocked, with a random password that nobody knows. The new one was refused.
    RandomPassword,
    /// Unlocked, with a password that somebody else set at the same time.
    AnotherReset,
    /// The old password or a random one: the first step got no answer.
    OldOrRandom,
    /// Unlocked, with the new password or a random one: the last step got no answer.
    RandomOrWanted,
    /// The old password, marked to be changed at the next sign-in.
    OldPasswordMustChange,
    /// The new password, without the mark to change it at the next sign-in.
    WithoutMustChange,
}

/// Why a change failed, or was done only in part.
#[derive(Debug, Clone, thiserror::Error)]
pub enum WriteError {
    /// Not sent, or sent to a controller that [takes no changes](DirectoryError::ReadOnly) or is
    /// [busy](DirectoryError::Busy). Nothing changed.
    #[error(transparent)]
    NotSent(#[from] DirectoryError),
    /// The check right before the change found the account protected. Nothing changed.
    #[error("the account is protected")]
    Protected(Protection),
    /// Refused. Nothing changed.
    #[error("{server} refused: {code} {text}")]
    Refused { server: String, refusal: ChangeRefusal, code: u32, text: String },
    /// Sent, but no answer came. It may have been done.
    #[error("{server} did not say whether it was done")]
    NoAnswer { server: String },
    #[error("done in part: {cause}")]
    Partial { state: PartialChange, cause: Box<WriteError> },
}
