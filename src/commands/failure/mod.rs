//! Everything that can keep a command from doing what it was asked, as data. One `match` in `failure::render` gives each
//! its message, hint and exit code.

mod code;
mod effect;
mod kind;
pub(crate) mod render;

use std::path::PathBuf;

use jiff::Timestamp;

use super::audit::ArchiveRefusal;
use super::bulk::Refusal as BulkRefusal;
use crate::domain::account::{Account, NotANumberOf, Protection, Unreachable};
use crate::domain::limits::RateLimited;
use crate::domain::policy::PolicyReport;
use crate::domain::secret_entry::SecretEntry;
use crate::domain::system_fault::SystemFault;
use crate::domain::unreadable::UnreadableAccount;
use crate::domain::voucher::NoVoucher;
use crate::domain::warnings::MobileDoubt;
use crate::ports::{
    BreachedError, ConcurrentOperator, DirectoryError, KeyringError, NoAnswer, NoRandomness, OpenError, SmsError,
    StoreError, StoreRefusal, WriteError,
};

pub use code::CodeRefusal;
pub(in crate::commands) use effect::Effect;

/// Why a command did not (fully) do what it was asked. `account` is the name of the account concerned.
#[derive(Debug)]
pub enum Failure {
    /// No account matches. `searched_domain`: the domain searched, when another one was asked for.
    NoSuchAccount { query: String, searched_domain: Option<String> },
    /// More than one account matches. `more`: there are others than these.
    SeveralAccounts { query: String, accounts: Vec<Account>, unreadable: Vec<UnreadableAccount>, more: bool },
    /// No account matches; these have a similar name, user name or number.
    OnlySimilar { query: String, accounts: Vec<Account>, more: bool },
    /// No account was found by a personal number, or none may be: it is repeated nowhere.
    NoSuchPersonalNumber,
    /// The one that matches has attributes that the operator may not read.
    AccountUnreadable(Box<UnreadableAccount>),
    /// Members of some groups, and administrators, are not changed from a servicedesk.
    Protected { account: String, why: Protection },
    /// Unlocking or a new password would not let this person in.
    WouldNotHelp { account: String, because: NotHelpful },
    /// This operator may not change this account.
    MayNotChange { account: String },
    /// The owner may not change their own password, so requiring that would shut them out; nothing changed.
    MustChangeShutsOut { account: String },
    /// There is no number that a code could be sent to.
    NoMobile { account: String, because: Unreachable, manager_declined: bool },
    /// No registered number, or more than one, ends with the given digits. `registered`: masked.
    NoSuchMobile { account: String, why: NotANumberOf, registered: Vec<String> },
    /// There is no number that a password could be sent to.
    NoMobileForPassword { account: String },
    /// No manager can vouch for the caller.
    NoVoucher { account: String, why: NoVoucher },
    /// The number is new, or may be, and this desk does not send codes to such a number.
    MobileNotSettled { account: String, because: MobileDoubt },
    /// The caller is not verified, and there is nobody to ask.
    NotVerified { account: String },
    /// The caller was verified, and no longer is.
    VerificationEnded { account: String },
    /// Identifying a caller without a code is not allowed here.
    IdentifiedByNotAllowed,
    /// The code does not verify the caller.
    Code(CodeRefusal),
    /// The limits allow no further code at this time.
    /// `code_out`: one that was sent is still valid. `to_manager`: the number is that of the manager who vouches.
    SendLimit { account: String, not_yet: RateLimited, code_out: bool, to_manager: bool },
    /// The password breaks rules; nothing was set.
    PasswordRefused(PolicyReport),
    /// Chosen passwords have been refused so often that only a generated one may be set; nothing changed.
    OnlyGenerated { account: String },
    /// No password can be generated that follows all rules.
    NothingToGenerate,
    /// A generated password could not be shown to anybody; nothing was set.
    NowhereToShow,
    /// The result could not be written; nothing changed.
    NotWritten(SystemFault),
    /// What was typed or piped cannot be a password.
    NotAPassword,
    /// What was typed or piped is not six digits.
    NotACode,
    /// What was typed is no telephone number that a message could go to.
    NotANumber { typed: String },
    /// What was typed cannot be the name or number of an account.
    NotAQuery { query: String },
    /// An unlock of many accounts was refused.
    Bulk(BulkRefusal),
    /// The directory gave no usable answer; nothing changed.
    Directory(DirectoryError),
    /// A change was refused, got no answer, or was done in part.
    Change { account: String, error: WriteError },
    /// Another operator set a password at the same time, and theirs is in force. `by`: who, if the audit log knows.
    AnotherReset { account: String, by: Option<ConcurrentOperator> },
    /// The account was unlocked, and is locked again.
    LockedAgain { account: String },
    /// The change was made, but reading it back failed. `password_set`: a password was set, not only an unlock.
    NotReadBack { account: String, password_set: bool, error: DirectoryError },
    /// The message was not sent, or may not have been.
    Sms(SmsError),
    /// The list of leaked passwords gives no answer; nothing changed.
    BreachedList(BreachedError),
    /// The store or the audit log could not be used; nothing changed.
    Store(StoreError),
    /// The store exists, but must not be used; nothing changed.
    StoreRefused { place: String, why: StoreRefusal },
    /// The change was made, but the audit log has no record of its outcome.
    NotRecorded { account: String, error: StoreError },
    /// A generated password was (perhaps) set, but `cause` keeps it from being shown.
    NobodyKnows { account: String, cause: Box<Failure> },
    /// A password is sent only to a number that a code has verified; nothing changed.
    SmsUnverified,
    /// A generated password was set but not sent: nobody knows it.
    PasswordNotSent { account: String, because: SendFailure },
    /// A generated password was set, and may have been sent. `text`: what the gateway returned instead of an answer.
    PasswordMayBeSent { account: String, host: String, text: String },
    /// The keyring did not return, store or delete a secret; nothing changed.
    Keyring { entry: SecretEntry, error: KeyringError },
    /// `directory.user` is not set, and `login` has stored no name; `place`: the domain or servers.
    NoOperatorName { place: String },
    /// There is no such setting; `meant`: the one that was probably meant.
    NoSuchSetting { key: String, meant: Option<&'static str> },
    /// A table of settings, where one setting is changed.
    SettingIsTable { table: String },
    /// The configuration file could not be written. Nothing has changed.
    ConfigNotWritten { path: PathBuf, fault: SystemFault },
    /// There is a configuration already, and nobody said that it may be replaced.
    ConfigExists { path: PathBuf },
    /// Practice has no configuration.
    PracticeConfiguresNothing,
    /// `login --user`, although the configuration has the name; `place`: where.
    UserIsSet { place: String },
    /// The practice directory has its own operator: there is nothing to store.
    PracticeKeepsNothing,
    /// Signing in is by ticket: there is no password to store.
    TicketKeepsNothing,
    /// A guided call is for people: it has no document to print.
    NotForScripts,
    /// No answer from the operator or from standard input. `option`: the one that would have answered.
    NoAnswer { why: NoAnswer, option: &'static str },
    /// The process was told to end between two guided calls, which have been reported.
    EndedBetweenCalls,
    /// `init` was cancelled after this configuration was written.
    NotTried { file: PathBuf },
    /// The operating system gives no random bytes.
    NoRandomness,
    /// The computer lacks what the program needs to run; nothing changed.
    NoResources(SystemFault),
    /// The computer's clock is before the time that clocks count from, which certificates cannot be checked with.
    ClockBefore1970,
    /// A limit on the records to show cannot be met.
    TimeLimit(TimeLimitFault),
    /// Records were not archived, or not removed.
    Archive { file: PathBuf, why: ArchiveRefusal },
}

impl Failure {
    /// Whether a retry may succeed, or finish what was done in part.
    pub(super) fn may_pass(&self) -> bool {
        if let Self::Directory(DirectoryError::Ticket { fault, .. }) = self {
            return fault.may_pass();
        }
        matches!(
            self,
            Self::Directory(
                DirectoryError::Undiscovered { .. }
                    | DirectoryError::Unreachable { .. }
                    | DirectoryError::TimedOut { .. }
                    | DirectoryError::Lost { .. }
                    | DirectoryError::NotLdap { .. },
            ) | Self::Change {
                error: WriteError::NotSent(_) | WriteError::NoAnswer { .. } | WriteError::Partial { .. },
                ..
            } | Self::LockedAgain { .. }
                | Self::NotReadBack { .. }
                | Self::NobodyKnows { .. }
                | Self::PasswordNotSent { .. }
                | Self::Store(_)
                | Self::BreachedList(_)
        )
    }
}

/// What is wrong with `--since` or `--until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeLimitFault {
    /// The option's time is outside the calendar.
    BeyondCalendar {
        option: &'static str,
    },
    SinceInFuture {
        since: Timestamp,
    },
    SinceAfterUntil {
        since: Timestamp,
        until: Timestamp,
    },
}

/// Why changing an account would not let its owner in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotHelpful {
    Disabled,
    AccountExpired,
    SmartcardRequired,
}

/// Why a password was certainly not sent after it was set.
#[derive(Debug)]
pub enum SendFailure {
    Sms(SmsError),
    /// The intent to send it could not be recorded.
    Trail(StoreError),
}

/// Implements `From` for errors that one variant carries as they are.
macro_rules! from {
    ($($error:ty => $variant:ident),+ $(,)?) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        })+
    };
}

from! {
    BulkRefusal => Bulk,
    DirectoryError => Directory,
    BreachedError => BreachedList,
    StoreError => Store,
    SmsError => Sms,
    CodeRefusal => Code,
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Failed(error) => Self::Store(error),
            OpenError::Refused { place, why } => Self::StoreRefused { place, why },
        }
    }
}

impl From<NoRandomness> for Failure {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}
