//! What the newest records say of an account: what others did at the same time, and how the operator's own last act
//! ended. Writes nothing.

use jiff::SignedDuration;

use super::AuditTrail;
use crate::domain::audit::{Action, AuditRecord, Step};
use crate::ports::{Records, StoreError};

/// Changes this close together may still be replicating between controllers.
const ALONGSIDE: SignedDuration = SignedDuration::from_mins(1);

/// Who performed the same act on an account at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConcurrentOperator {
    /// The same operator, in another process.
    Yourself,
    Someone(String),
}

impl<R: Records> AuditTrail<'_, R> {
    /// Returns who performed the same act on an account in another process, within the newest page of records.
    pub async fn concurrent_operator(
        &self,
        action: Action,
        account_id: &str,
    ) -> Result<Option<ConcurrentOperator>, StoreError> {
        let newest = self.records.newest().await?;
        let intents = || {
            let is_one = |record: &AuditRecord| record.step == Step::Intent && record.act.action == action;
            newest.iter().filter(move |(_, record)| is_one(record) && record.act.account_id == account_id)
        };
        let own = self.intents.borrow();
        let Some((ours, our)) = intents().find(|(number, _)| own.contains(number)) else { return Ok(None) };
        let at_once = |(number, intent): &&(i64, AuditRecord)| {
            let last = match newest.iter().find(|(_, record)| record.intent == Some(*number)) {
                Some((last, end)) if matches!(end.step, Step::Done | Step::Partly) => last,
                // Not done, or resolved because its run ended long before.
                Some(_) => return false,
                None => number,
            };
            last > ours || our.at.duration_since(intent.at).abs() <= ALONGSIDE
        };
        let other = intents().filter(|(number, _)| !own.contains(number)).find(at_once);
        Ok(other.map(|(_, record)| match record.who.same_operator(self.who()) {
            true => ConcurrentOperator::Yourself,
            false => ConcurrentOperator::Someone(record.who.directory.clone()),
        }))
    }

    /// Returns how this operator's last act of that kind on the account ended, within the newest page of records.
    pub async fn own_last(&self, action: Action, account_id: &str) -> Result<Option<Step>, StoreError> {
        let newest = self.records.newest().await?;
        let is_one = |record: &AuditRecord| {
            record.act.action == action && record.act.account_id == account_id && record.who.same_operator(self.who())
        };
        let ended = newest.iter().filter(|(_, record)| record.intent.is_some() && is_one(record));
        Ok(ended.max_by_key(|(number, _)| *number).map(|(_, record)| record.step))
    }
}
