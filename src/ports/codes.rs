//! The store of codes: what one process sends another must be able to check, once.

use jiff::Timestamp;

use super::StoreError;
use crate::domain::account::AccountId;
use crate::domain::code::{Bond, CodeLimits, Mark};

/// Keeps codes (as keyed hashes) and who was verified. Each call is one transaction: whatever
/// other processes do, it happens wholly before or after theirs.
pub trait Codes {
    /// Takes a new code in, if the limits allow one. It ends every earlier code of this operator
    /// for this account.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was taken in.
    async fn issue(
        &self,
        bond: &Bond<'_>,
        seal: Mark,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<Issued, StoreError>;

    /// Takes a code back that surely never left: it can't be used, does not count as sent, and the
    /// one that it ended is good again, for the caller may have that one before them.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn withdraw(&self, code: i64) -> Result<(), StoreError>;

    /// Takes one try at the newest code of this operator for this account. The try is counted
    /// before the seal is handed out, so that no seal is compared more often than allowed.
    ///
    /// # Errors
    /// [`StoreError`]; the try may or may not be counted.
    async fn take_try(&self, bond: &Bond<'_>, now: Timestamp) -> Result<Taken, StoreError>;

    /// The codes this operator could still verify, for any account.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn live(&self, operator: &str, now: Timestamp) -> Result<Vec<Live>, StoreError>;

    /// Uses a code up and notes that the caller is verified. `false` when another process was first.
    ///
    /// # Errors
    /// [`StoreError`]; the code is not used up.
    async fn consume(&self, code: i64, now: Timestamp) -> Result<bool, StoreError>;

    /// When this operator last verified this account's owner at this number, if at or after `since`.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn verified(&self, bond: &Bond<'_>, since: Timestamp) -> Result<Option<Timestamp>, StoreError>;
}

/// A code that could still be verified.
#[derive(Debug, Clone)]
pub struct Live {
    /// Whose.
    pub account: AccountId,
    /// The number it was sent to.
    pub number: Mark,
    /// What the right code's seal is.
    pub seal: Mark,
}

/// The answer to a new code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Issued {
    /// Taken in, under this number.
    Code {
        /// The store's number for it.
        id: i64,
        /// When it ends.
        expires: Timestamp,
    },
    /// Too soon after the last one.
    TooSoon {
        /// When the next may be sent.
        again: Timestamp,
    },
    /// As many as an hour allows.
    TooMany {
        /// When the next may be sent.
        again: Timestamp,
    },
}

/// The answer to a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// A try: compare, then [`consume`](Codes::consume).
    Try {
        /// The code's number.
        id: i64,
        /// What the right code's seal is.
        seal: Mark,
        /// Tries left after this one.
        left: u32,
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
}
