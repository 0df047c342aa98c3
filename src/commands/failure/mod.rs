//! Everything that can keep a command from doing what it was asked, as data. The words, the hint
//! and the exit code for each stand in one `match` in `failure::render`.

mod code;
mod kind;
pub(crate) mod render;

use super::bulk::Refusal as BulkRefusal;
use crate::domain::account::{Account, Protection};
use crate::domain::limits::RateLimited;
use crate::domain::policy::PolicyReport;
use crate::domain::secret_entry::SecretEntry;
use crate::domain::unreadable::UnreadableAccount;
use crate::domain::warnings::MobileDoubt;
use crate::ports::{
    BreachedError, ConcurrentOperator, DirectoryError, KeyringError, NoAnswer, NoRandomness, OpenError, SmsError,
    StoreError, StoreRefusal, WriteError,
};

pub use code::CodeRefusal;

/// Why a command did not (fully) do what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// No account matches.
    NoSuchAccount {
        /// What was typed.
        query: String,
        /// The domain searched, when another one was asked for.
        searched_domain: Option<String>,
    },
    /// More than one account matches.
    SeveralAccounts {
        /// What was typed.
        query: String,
        /// Those that match.
        accounts: Vec<Account>,
        /// Those that match as well, of which too little may be read.
        unreadable: Vec<UnreadableAccount>,
        /// There are more than these.
        more: bool,
    },
    /// Of the one that matches too little may be read.
    AccountUnreadable(Box<UnreadableAccount>),
    /// Members of some groups, and administrators, are not changed from a servicedesk.
    Protected {
        /// Whose account.
        account: String,
        /// Why.
        why: Protection,
    },
    /// Unlocking or a new password would not let this person in.
    WouldNotHelp {
        /// Whose account.
        account: String,
        /// What stands in the way.
        because: NotHelpful,
    },
    /// This operator may not change this account.
    MayNotChange {
        /// Whose account.
        account: String,
    },
    /// That the password must be changed would shut its owner out, who may not; nothing changed.
    MustChangeShutsOut {
        /// Whose account.
        account: String,
    },
    /// There is no number that a code could be sent to.
    NoMobile {
        /// Whose account.
        account: String,
        /// What is registered instead.
        because: Unreachable,
    },
    /// There is no number that a password could be sent to.
    NoMobileForPassword {
        /// Whose account.
        account: String,
    },
    /// The number is new, or may be, and this desk does not take its word.
    MobileNotSettled {
        /// Whose account.
        account: String,
        /// Why.
        because: MobileDoubt,
    },
    /// The caller is not verified, and there is nobody to ask.
    NotVerified {
        /// Whose account.
        account: String,
    },
    /// Identifying a caller without a code is not allowed here.
    IdentifiedByNotAllowed,
    /// The code does not verify the caller.
    Code(CodeRefusal),
    /// The limits allow no further code now.
    SendLimit {
        /// Whose account.
        account: String,
        /// Which limit, and how long it holds.
        not_yet: RateLimited,
    },
    /// The password breaks rules; nothing was set.
    PasswordRefused(PolicyReport),
    /// No password can be made that keeps all rules.
    NothingToGenerate,
    /// A password that would be made could be shown to nobody; nothing was set.
    NowhereToShow,
    /// What was found could not all be written.
    NotWritten {
        /// The system's words.
        why: String,
    },
    /// What was typed or piped cannot be a password.
    NotAPassword,
    /// What was typed or piped is not six digits.
    NotACode,
    /// What was typed is no telephone number that a message could go to.
    NotANumber {
        /// What was typed.
        typed: String,
    },
    /// What was typed points at no account.
    NotAQuery {
        /// What was typed.
        query: String,
    },
    /// Many accounts are not unlocked like this.
    Bulk(BulkRefusal),
    /// The directory gave no usable answer; nothing changed.
    Directory(DirectoryError),
    /// A change was refused, got no answer, or was done in part.
    Change {
        /// Whose account.
        account: String,
        /// How it failed.
        error: WriteError,
    },
    /// Somebody else set a password while this one was being set: theirs holds, and this one is not set.
    AnotherReset {
        /// Whose account.
        account: String,
        /// Who, where the trail knows.
        by: Option<ConcurrentOperator>,
    },
    /// It was unlocked, and is locked again.
    LockedAgain {
        /// Whose account.
        account: String,
    },
    /// It was done, but reading it back failed.
    NotReadBack {
        /// Whose account.
        account: String,
        /// Whether a password was set (or only an unlock).
        password_set: bool,
        /// Why.
        error: DirectoryError,
    },
    /// The message was not sent, or not surely.
    Sms(SmsError),
    /// The list of leaked passwords gives no answer; nothing changed.
    BreachedList(BreachedError),
    /// The store or the trail could not be used; nothing changed.
    Store(StoreError),
    /// The store is there, but must not be used; nothing changed.
    StoreRefused {
        /// Which file or server.
        place: String,
        /// Why.
        why: StoreRefusal,
    },
    /// It was done, but the trail does not say so.
    NotRecorded {
        /// Whose account.
        account: String,
        /// Why.
        error: StoreError,
    },
    /// A password was made and (perhaps) set, but what happened keeps it from being shown.
    NobodyKnows {
        /// Whose account.
        account: String,
        /// What happened.
        cause: Box<Failure>,
    },
    /// A password is sent only to a number that a code has verified; nothing changed.
    SmsUnverified,
    /// A password was made and set, but it was not sent: nobody knows it.
    PasswordNotSent {
        /// Whose account.
        account: String,
        /// What kept it from being sent.
        because: SendFailure,
    },
    /// A password was made and set, and it may have been sent.
    PasswordMayBeSent {
        /// Whose account.
        account: String,
        /// The gateway.
        host: String,
        /// What came instead of an answer.
        text: String,
    },
    /// The keyring did not give, take or forget a secret; nothing changed.
    Keyring {
        /// Which secret.
        entry: SecretEntry,
        /// Why.
        error: KeyringError,
    },
    /// The practice directory has its own operator: there is nothing to keep.
    PracticeKeepsNothing,
    /// Signing in is by ticket: there is no password to keep.
    TicketKeepsNothing,
    /// A guided call is for people: it has no document to print.
    NotForScripts,
    /// No answer from the operator or from standard input.
    NoAnswer {
        /// Why.
        why: NoAnswer,
        /// The option that would have answered.
        option: &'static str,
    },
    /// The operating system gives no random bytes.
    NoRandomness,
}

impl Failure {
    /// Whether the same may go well a little later, or finish what was done in part.
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
                    | DirectoryError::Lost { .. },
            ) | Self::Change {
                error: WriteError::NotSent(_) | WriteError::NoAnswer { .. } | WriteError::Partial { .. },
                ..
            } | Self::LockedAgain { .. }
                | Self::NotReadBack { .. }
                | Self::NobodyKnows { .. }
                | Self::Store(_)
                | Self::BreachedList(_)
        )
    }
}

/// Why changing an account would not let its owner in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotHelpful {
    Disabled,
    AccountExpired,
    SmartcardRequired,
}

/// Why no code can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreachable {
    /// No number.
    Missing,
    /// Not a number.
    Unreadable,
    /// A landline.
    Landline,
}

/// What kept a password from being sent after it was set.
#[derive(Debug)]
pub enum SendFailure {
    /// The gateway: surely not sent.
    Sms(SmsError),
    /// The trail did not take down that it was to be sent.
    Trail(StoreError),
}

impl From<BulkRefusal> for Failure {
    fn from(refusal: BulkRefusal) -> Self {
        Self::Bulk(refusal)
    }
}

impl From<DirectoryError> for Failure {
    fn from(error: DirectoryError) -> Self {
        Self::Directory(error)
    }
}

impl From<BreachedError> for Failure {
    fn from(error: BreachedError) -> Self {
        Self::BreachedList(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Failed(error) => Self::Store(error),
            OpenError::Refused { place, why } => Self::StoreRefused { place, why },
        }
    }
}

impl From<SmsError> for Failure {
    fn from(error: SmsError) -> Self {
        Self::Sms(error)
    }
}

impl From<NoRandomness> for Failure {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}

impl From<CodeRefusal> for Failure {
    fn from(refusal: CodeRefusal) -> Self {
        Self::Code(refusal)
    }
}
