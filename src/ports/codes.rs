//! The store of codes: a code sent by one process can be checked by another, once.

use jiff::Timestamp;

use super::StoreError;
use crate::domain::account::AccountId;
use crate::domain::audit::AuditRecord;
use crate::domain::code::{CodeBinding, KeyedHash};
use crate::domain::limits::{CodeLimits, RateLimited, RecentActivity};

/// Stores codes (as keyed hashes), wrong tries and verified callers. Each call is one transaction, isolated from other
/// processes.
///
/// `now` is wall-clock time. The store counts in [`MonotonicTime`](crate::domain::limits::MonotonicTime), which a clock
/// set back does not affect, and returns wall-clock times.
pub trait Codes: AccountHistory {
    /// Stores a new code if the limits allow it. Ends this operator's earlier codes for the account.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was stored.
    async fn issue(
        &self,
        bond: &CodeBinding<'_>,
        code_hash: KeyedHash,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<IssueAnswer, StoreError>;

    /// Withdraws a code that was certainly not sent. It cannot be used and does not count as sent; the code that it
    /// ended is valid again, since the caller may have that one.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn withdraw(&self, code: i64) -> Result<(), StoreError>;

    /// Begins an attempt at this operator's newest code for the account. The attempt counts as wrong before the hash is
    /// returned, so that no hash is compared more often than allowed.
    ///
    /// # Errors
    /// [`StoreError`]; the attempt may or may not be counted.
    async fn begin_attempt(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<CodeAttempt, StoreError>;

    /// Returns the number that this operator's newest code for the account went to, also when that code is used or has
    /// expired; `None`: no code was sent.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn newest_number(&self, operator: &str, account: AccountId) -> Result<Option<KeyedHash>, StoreError>;

    /// Returns this operator's unexpired codes for any account, including those that a newer code ended.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn sent(&self, operator: &str, now: Timestamp) -> Result<Vec<UnexpiredCode>, StoreError>;

    /// Uses up the code of a successful attempt and marks the caller as verified. Returns `false` when another process
    /// was first.
    ///
    /// # Errors
    /// [`StoreError`]; the code is not used up.
    async fn consume(&self, attempt: i64, now: Timestamp) -> Result<bool, StoreError>;

    /// Returns whether this operator verified the account's owner at this number within the validity time, and
    /// verification is not closed.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn verification_state(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<VerificationState, StoreError>;

    /// Ends this operator's verification of the account's owner: the call is over, and the next caller may be another.
    /// The codes stay used.
    ///
    /// # Errors
    /// [`StoreError`]; the caller stays verified.
    async fn end_verification(&self, operator: &str, account: AccountId) -> Result<(), StoreError>;

    /// Opens an account's verification again after too many wrong codes.
    ///
    /// # Errors
    /// [`StoreError`]; it stays closed.
    async fn reopen(&self, account: AccountId) -> Result<(), StoreError>;
}

/// Reads what the store holds about an account.
pub trait AccountHistory {
    /// Returns the account's codes and resets of the last 24 hours.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn recent_activity(
        &self,
        account: AccountId,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<RecentActivity, StoreError>;

    /// Returns the newest intent to act on the account that has no conclusion.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn unfinished(&self, account: AccountId) -> Result<Option<AuditRecord>, StoreError>;
}

/// An unexpired code.
#[derive(Debug, Clone)]
pub struct UnexpiredCode {
    pub account: AccountId,
    pub number: KeyedHash,
    pub code_hash: KeyedHash,
    /// `false`: a newer code has ended it.
    pub live: bool,
    /// When it was sent.
    pub at: Timestamp,
    pub expires: Timestamp,
}

/// The result of [`Codes::issue`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueAnswer {
    Code { id: i64, expires: Timestamp },
    NotYet(RateLimited),
    Closed { until: Timestamp },
}

/// The result of [`Codes::begin_attempt`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeAttempt {
    /// Compare the hash, then call [`Codes::consume`].
    Try {
        id: i64,
        code_hash: KeyedHash,
        left: u32,
        /// Set when a wrong code closes the account's verification, until this time.
        closes: Option<Timestamp>,
    },
    /// This operator has sent no code to this account.
    NoneSent,
    Expired,
    /// The code is used. Whoever is still verified by it may give it again.
    Used {
        code_hash: KeyedHash,
    },
    NoTriesLeft,
    /// The account's registered number has changed since.
    NumberChanged,
    Closed {
        until: Timestamp,
    },
}

/// Whether a caller is verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerificationState {
    /// The caller read back a code sent to this number `at` that time, within the validity time.
    Verified {
        at: Timestamp,
    },
    Unverified,
    /// Too many wrong codes for this account: no code is accepted.
    Closed {
        until: Timestamp,
    },
}
