//! The audit trail, and the receipt without which nothing is changed.

use std::cell::Cell;

use jiff::Timestamp;

use super::{Clock, StoreError};
use crate::domain::audit::{Act, Record, Step, Who};

/// Where records are kept.
pub trait Records {
    /// Adds a record for good and gives its number.
    ///
    /// # Errors
    /// [`StoreError`] when it is not kept.
    async fn append(&self, record: &Record) -> Result<i64, StoreError>;

    /// The newest `count` records, oldest first, with their numbers.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn newest(&self, count: u32) -> Result<Vec<(i64, Record)>, StoreError>;
}

/// Proof that an intent is in the trail. Only [`Trail::intend`] makes one, and everything that
/// changes the directory or sends an SMS asks for one.
#[derive(Debug)]
#[must_use = "an intent without an outcome reads as: it may have happened"]
pub struct Receipt {
    number: i64,
    act: Act,
}

/// See [`Trail::hold`].
#[must_use = "dropped at once it holds nothing"]
pub struct Hold<'a>(&'a Cell<u32>);

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get().saturating_sub(1));
    }
}

/// How an act ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// [`Step::Done`], [`Step::Failed`] or [`Step::Partly`].
    pub step: Step,
    /// Why, by the name it has in JSON.
    pub reason: Option<String>,
    /// The server that did it.
    pub server: Option<String>,
}

/// The trail as one run of the program writes it.
pub struct Trail<'a, R> {
    records: &'a R,
    clock: &'a dyn Clock,
    who: Who,
    ticket: Option<String>,
    open: Cell<u32>,
}

impl<'a, R: Records> Trail<'a, R> {
    /// A trail kept in `records`, for this operator and case.
    pub fn new(records: &'a R, clock: &'a dyn Clock, who: Who, ticket: Option<String>) -> Self {
        Self { records, clock, who, ticket, open: Cell::new(0) }
    }

    /// The operator whose acts these are.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// Records that something is about to be done.
    ///
    /// # Errors
    /// [`StoreError`]: it must then not be done.
    pub async fn intend(&self, act: Act) -> Result<Receipt, StoreError> {
        let number = self.records.append(&self.record(act.clone(), Step::Intent)).await?;
        self.open.set(self.open.get() + 1);
        Ok(Receipt { number, act })
    }

    /// Records how it ended.
    ///
    /// # Errors
    /// [`StoreError`]: it was done, or not, but the trail does not say so.
    pub async fn conclude(&self, receipt: Receipt, end: End) -> Result<(), StoreError> {
        let record = Record {
            intent: Some(receipt.number),
            reason: end.reason,
            server: end.server,
            ..self.record(receipt.act, end.step)
        };
        let kept = self.records.append(&record).await.map(drop);
        self.open.set(self.open.get().saturating_sub(1));
        kept
    }

    /// Records that a rule said no before anything was tried.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn refuse(&self, act: Act, reason: &str) -> Result<(), StoreError> {
        let record = Record { reason: Some(reason.to_owned()), ..self.record(act, Step::Refused) };
        self.records.append(&record).await.map(drop)
    }

    /// Says that something is under way until what this gives is dropped: also between two acts, where
    /// one without the other would be worse than either.
    pub fn hold(&self) -> Hold<'_> {
        self.open.set(self.open.get() + 1);
        Hold(&self.open)
    }

    /// Whether something is under way that must not be cut short.
    pub fn is_open(&self) -> bool {
        self.open.get() > 0
    }

    fn record(&self, act: Act, step: Step) -> Record {
        let at: Timestamp = self.clock.now();
        Record {
            at,
            who: self.who.clone(),
            act,
            step,
            intent: None,
            reason: None,
            server: None,
            ticket: self.ticket.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::Action;

    struct Forgetful;

    impl Records for Forgetful {
        async fn append(&self, _: &Record) -> Result<i64, StoreError> {
            Ok(1)
        }

        async fn newest(&self, _: u32) -> Result<Vec<(i64, Record)>, StoreError> {
            Ok(Vec::new())
        }
    }

    impl Clock for Forgetful {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH
        }
    }

    #[tokio::test]
    async fn what_is_held_is_open_between_two_acts() {
        let who = Who { directory: String::new(), system: String::new(), machine: String::new() };
        let trail = Trail::new(&Forgetful, &Forgetful, who, None);
        let act = Act {
            action: Action::Reset,
            account_id: String::new(),
            account: String::new(),
            number: None,
            number_mark: None,
            identified_by: None,
            delivery: None,
        };
        let end = || End { step: Step::Done, reason: None, server: None };
        let receipt = trail.intend(act.clone()).await.unwrap();
        trail.conclude(receipt, end()).await.unwrap();
        assert!(!trail.is_open());

        let hold = trail.hold();
        let receipt = trail.intend(act).await.unwrap();
        trail.conclude(receipt, end()).await.unwrap();
        assert!(trail.is_open());
        drop(hold);
        assert!(!trail.is_open());
    }
}
