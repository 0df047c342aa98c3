//! The store of codes: what one process sends another must be able to check, once.

use jiff::Timestamp;

use super::StoreError;
use crate::domain::account::AccountId;
use crate::domain::code::{CodeBinding, KeyedHash};
use crate::domain::limits::{CodeLimits, RateLimited, RecentActivity};

/// Keeps codes (as keyed hashes), wrong tries and who was verified. Each call is one transaction: whatever other
/// processes do, it happens wholly before or after theirs.
///
/// `now` is what the clock says; the store goes by [`DeskTime`](crate::domain::limits::MonotonicTime), which no clock puts
/// back. The times it answers are the clock's again.
pub trait Codes: AccountHistory {
    /// Takes a new code in, if the limits allow one. It ends every earlier code of this operator
    /// for this account.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was taken in.
    async fn issue(
        &self,
        bond: &CodeBinding<'_>,
        code_hash: KeyedHash,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<IssueAnswer, StoreError>;

    /// Takes a code back that surely never left: it can't be used, does not count as sent, and the
    /// one that it ended is good again, for the caller may have that one before them.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn withdraw(&self, code: i64) -> Result<(), StoreError>;

    /// Takes one try at the newest code of this operator for this account. The try is counted, as a wrong one,
    /// before the seal is handed out, so that no seal is compared more often than allowed.
    ///
    /// # Errors
    /// [`StoreError`]; the try may or may not be counted.
    async fn begin_attempt(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<CodeAttempt, StoreError>;

    /// The codes of this operator whose time is not up, for any account: those that could be verified, and those that
    /// a newer one has ended.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn sent(&self, operator: &str, now: Timestamp) -> Result<Vec<SentCode>, StoreError>;

    /// The code of this try was the right one: uses it up and notes that the caller is verified. `false` when another
    /// process was first.
    ///
    /// # Errors
    /// [`StoreError`]; the code is not used up.
    async fn consume(&self, attempt: i64, now: Timestamp) -> Result<bool, StoreError>;

    /// Whether this operator has verified this account's owner at this number lately enough, and nothing has closed
    /// its verification since.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn verification_state(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<VerificationState, StoreError>;

    /// Forgives an account its wrong codes: its verification is open again.
    ///
    /// # Errors
    /// [`StoreError`]; it is closed as before.
    async fn reopen(&self, account: AccountId) -> Result<(), StoreError>;
}

/// What the store knows of an account, for those who only read.
pub trait AccountHistory {
    /// What the last day with an account has been like.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn recent_activity(
        &self,
        account: AccountId,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<RecentActivity, StoreError>;
}

/// A code whose time is not up.
#[derive(Debug, Clone)]
pub struct SentCode {
    /// Whose.
    pub account: AccountId,
    /// The number it was sent to.
    pub number: KeyedHash,
    /// What the right code's seal is.
    pub code_hash: KeyedHash,
    /// It could be verified; else a newer one has ended it.
    pub live: bool,
}

/// The answer to a new code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueAnswer {
    /// Taken in, under this number.
    Code {
        /// The store's number for it.
        id: i64,
        /// When it ends.
        expires: Timestamp,
    },
    /// A limit allows none yet.
    NotYet(RateLimited),
    /// The account's verification is closed.
    Closed {
        /// Until then.
        until: Timestamp,
    },
}

/// The answer to a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeAttempt {
    /// A try: compare, then [`consume`](Codes::consume).
    Try {
        /// The try's number.
        id: i64,
        /// What the right code's seal is.
        code_hash: KeyedHash,
        /// Tries left after this one.
        left: u32,
        /// If it is wrong, the account's verification is closed until then.
        closes: Option<Timestamp>,
    },
    /// No code was sent to this account by this operator.
    NoneSent,
    /// Its time is up.
    Expired,
    /// It was used already.
    Used,
    /// All its tries are used up.
    NoTriesLeft,
    /// The account's registered number is another one since.
    NumberChanged,
    /// The account's verification is closed.
    Closed {
        /// Until then.
        until: Timestamp,
    },
}

/// What a caller's word is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerificationState {
    /// They read back a code that went to this number, not too long ago.
    Verified,
    /// They did not.
    Unverified,
    /// Too many wrong codes were read back for this account; no code counts.
    Closed {
        /// Until then.
        until: Timestamp,
    },
}
