//! The audit log, and the receipt that every change needs.

mod newest;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

pub use newest::ConcurrentOperator;

use super::{Clock, Records, StoreError};
use crate::domain::audit::{Act, Actor, AuditRecord, Step};
use crate::domain::identity::OperatorIdentity;

/// Proof that an intent is recorded. Only [`AuditTrail::intend`] makes one, and everything that changes the directory
/// or sends an SMS takes one.
#[derive(Debug)]
#[must_use = "an intent without an outcome reads as: it may have happened"]
pub struct Receipt {
    number: i64,
    act: Act,
}

/// See [`AuditTrail::hold`].
#[must_use = "dropped at once it holds nothing"]
pub struct OpenHold<'a>(&'a Cell<u32>);

impl Drop for OpenHold<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get().saturating_sub(1));
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    /// [`Step::Done`], [`Step::Failed`] or [`Step::Partly`].
    pub step: Step,
    /// The stable kind, as in JSON.
    pub reason: Option<String>,
    pub server: Option<String>,
}

/// Writes the audit log for one run of the program.
pub struct AuditTrail<'a, R> {
    records: &'a R,
    clock: &'a dyn Clock,
    who: Actor,
    known: OnceCell<(Actor, OperatorIdentity)>,
    ticket: RefCell<Option<String>>,
    /// What has been concluded in the guided call under way; `None` outside one.
    call: RefCell<Option<Vec<AuditRecord>>>,
    open: Cell<u32>,
    begun: Rc<Cell<bool>>,
    intents: RefCell<Vec<i64>>,
}

impl<'a, R: Records> AuditTrail<'a, R> {
    /// Writes to `records`, for this operator and ticket number.
    pub fn new(records: &'a R, clock: &'a dyn Clock, who: Actor, ticket: Option<String>) -> Self {
        let (open, begun, intents) = (Cell::new(0), Rc::default(), RefCell::default());
        let (ticket, call) = (RefCell::new(ticket), RefCell::default());
        Self { records, clock, who, known: OnceCell::new(), ticket, call, open, begun, intents }
    }

    /// Sets `begun` as soon as an intent is recorded.
    pub fn marking(self, begun: &Rc<Cell<bool>>) -> Self {
        Self { begun: Rc::clone(begun), ..self }
    }

    /// Returns the operator, as the directory knows them once [`identify_operator`](Self::identify_operator) was
    /// called.
    pub fn who(&self) -> &Actor {
        self.known.get().map_or(&self.who, |(who, _)| who)
    }

    /// Sets the operator's identity from the directory. Only the first call counts.
    pub fn identify_operator(&self, operator: &OperatorIdentity) {
        let Actor { directory, system, machine, .. } = self.who.clone();
        let (directory, sid) = (operator.account.clone().unwrap_or(directory), operator.sid.as_ref());
        let who = Actor { directory, sid: sid.map(ToString::to_string), system, machine };
        let _ = self.known.set((who, operator.clone()));
    }

    /// Returns the operator's identity from the directory, if it is known.
    pub fn operator(&self) -> Option<&OperatorIdentity> {
        self.known.get().map(|(_, operator)| operator)
    }

    /// The ticket number that records get.
    pub fn ticket(&self) -> Option<String> {
        self.ticket.borrow().clone()
    }

    pub fn set_ticket(&self, ticket: Option<String>) {
        *self.ticket.borrow_mut() = ticket;
    }

    /// Begins a guided call: from here on, what is concluded is kept for its summary.
    pub fn begin_call(&self) {
        *self.call.borrow_mut() = Some(Vec::new());
    }

    /// What has been concluded in this call, oldest first.
    pub fn of_call(&self) -> Vec<AuditRecord> {
        self.call.borrow().clone().unwrap_or_default()
    }

    /// Records an intent. If that fails, the act must not be done.
    pub async fn intend(&self, act: Act) -> Result<Receipt, StoreError> {
        // A server may have stored the intent before it answers: do not interrupt in between.
        let _hold = self.hold();
        let number = self.records.append(&self.record(act.clone(), Step::Intent)).await?;
        self.begun.set(true);
        self.open.set(self.open.get() + 1);
        self.intents.borrow_mut().push(number);
        Ok(Receipt { number, act })
    }

    /// Records several intents, all or none, with receipts in the same order. If that fails, no act must be done.
    pub async fn intend_all(&self, acts: Vec<Act>) -> Result<Vec<Receipt>, StoreError> {
        let records: Vec<AuditRecord> = acts.iter().map(|act| self.record(act.clone(), Step::Intent)).collect();
        let _hold = self.hold();
        let numbers = self.records.append_all(&records).await?;
        self.begun.set(true);
        let receipts: Vec<Receipt> =
            numbers.into_iter().zip(acts).map(|(number, act)| Receipt { number, act }).collect();
        self.open.set(self.open.get() + count(&receipts));
        Ok(receipts)
    }

    /// Records how an act ended. If that fails, the act may have been done without a recorded outcome.
    pub async fn conclude(&self, receipt: Receipt, end: Conclusion) -> Result<(), StoreError> {
        let record = self.ended(receipt, end);
        let kept = self.records.append(&record).await.map(drop);
        self.open.set(self.open.get().saturating_sub(1));
        if let Some(call) = self.call.borrow_mut().as_mut() {
            // Also when the store failed: it was done.
            call.push(record);
        }
        kept
    }

    /// Records how several acts ended, all or none.
    pub async fn conclude_all(&self, ended: Vec<(Receipt, Conclusion)>) -> Result<(), StoreError> {
        let acts = count(&ended);
        let records: Vec<AuditRecord> = ended.into_iter().map(|(receipt, end)| self.ended(receipt, end)).collect();
        let kept = self.records.append_all(&records).await.map(drop);
        self.open.set(self.open.get().saturating_sub(acts));
        kept
    }

    /// Records an act that has ended and had no intent.
    pub async fn note(&self, act: Act, end: Conclusion) -> Result<(), StoreError> {
        let record = AuditRecord { reason: end.reason, server: end.server, ..self.record(act, end.step) };
        self.records.append(&record).await.map(drop)
    }

    /// Records what was found out about an intent without a conclusion.
    pub async fn resolve(&self, intent: i64, act: Act, found: &str) -> Result<(), StoreError> {
        let record =
            AuditRecord { intent: Some(intent), reason: Some(found.to_owned()), ..self.record(act, Step::Resolved) };
        self.records.append(&record).await.map(drop)
    }

    pub async fn unanswered(&self, account_id: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        self.records.unanswered(account_id).await
    }

    /// Records a refusal before anything was tried.
    pub async fn refuse(&self, act: Act, reason: &str) -> Result<(), StoreError> {
        let record = AuditRecord { reason: Some(reason.to_owned()), ..self.record(act, Step::Refused) };
        self.records.append(&record).await.map(drop)
    }

    /// Marks work as in progress until the guard is dropped, also between two acts that belong together.
    pub fn hold(&self) -> OpenHold<'_> {
        self.open.set(self.open.get() + 1);
        OpenHold(&self.open)
    }

    /// Whether work is in progress that must not be interrupted.
    pub fn is_open(&self) -> bool {
        self.open.get() > 0
    }

    fn ended(&self, receipt: Receipt, end: Conclusion) -> AuditRecord {
        AuditRecord {
            intent: Some(receipt.number),
            reason: end.reason,
            server: end.server,
            ..self.record(receipt.act.ended(end.step), end.step)
        }
    }

    fn record(&self, act: Act, step: Step) -> AuditRecord {
        AuditRecord {
            at: self.clock.now(),
            who: self.who().clone(),
            act,
            step,
            intent: None,
            reason: None,
            server: None,
            ticket: self.ticket(),
        }
    }
}

fn count<T>(acts: &[T]) -> u32 {
    u32::try_from(acts.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::*;
    use crate::domain::audit::Action;

    struct Forgetful;

    impl Records for Forgetful {
        async fn append(&self, _: &AuditRecord) -> Result<i64, StoreError> {
            Ok(1)
        }

        async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
            Ok(vec![1; records.len()])
        }

        async fn unanswered(&self, _: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
            Ok(Vec::new())
        }
    }

    impl Clock for Forgetful {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH
        }
    }

    fn act() -> Act {
        Act::new(Action::Reset, String::new(), String::new())
    }

    fn end() -> Conclusion {
        Conclusion { step: Step::Done, reason: None, server: None }
    }

    fn trail() -> AuditTrail<'static, Forgetful> {
        let who = Actor { directory: String::new(), sid: None, system: String::new(), machine: String::new() };
        AuditTrail::new(&Forgetful, &Forgetful, who, None)
    }

    #[tokio::test]
    async fn trail_stays_open_until_last_act_concludes() {
        let trail = trail();
        let mut receipts = trail.intend_all(vec![act(), act(), act()]).await.unwrap();
        let last = receipts.pop().unwrap();
        trail.conclude_all(receipts.into_iter().map(|receipt| (receipt, end())).collect()).await.unwrap();
        assert!(trail.is_open());
        trail.conclude_all(vec![(last, end())]).await.unwrap();
        assert!(!trail.is_open());
    }

    /// Records, newest first. The next one is number 10.
    struct FakeRecords(Vec<(i64, AuditRecord)>);

    impl Records for FakeRecords {
        async fn append(&self, _: &AuditRecord) -> Result<i64, StoreError> {
            Ok(10)
        }

        async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
            Ok(vec![1; records.len()])
        }

        async fn unanswered(&self, _: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
            Ok(Vec::new())
        }

        async fn newest(&self) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
            Ok(self.0.clone())
        }
    }

    #[tokio::test]
    async fn concurrent_operator_is_found() {
        let who =
            |name: &str| Actor { directory: name.into(), system: String::new(), machine: String::new(), sid: None };
        // An act by its number, who began it, and how many seconds after this run did.
        let of = |number: i64, name: &str, action: Action, account: &str, seconds: i64| {
            let act = Act { action, account_id: account.into(), ..act() };
            let at = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds);
            (number, AuditRecord { who: who(name), at, ..trail().record(act, Step::Intent) })
        };
        let begun = |number, name, seconds| of(number, name, Action::Reset, "eva", seconds);
        let ended = |number, (intent, record): &(i64, AuditRecord), step| {
            (number, AuditRecord { step, intent: Some(*intent), ..record.clone() })
        };
        let ours = begun(10, "me", 0);
        let [hour_ago, just_before, mine, after] =
            [begun(3, "bo", -3600), begun(8, "bo", -40), begun(8, "ME", -40), begun(11, "bo", 1)];
        let ahead = begun(3, "bo", 3600);
        let resolved = (12, AuditRecord { who: who("looked into it"), ..ended(12, &hour_ago, Step::Resolved).1 });
        let bo = Some(ConcurrentOperator::Someone("bo".into()));
        let (unlocked, eve) = (of(11, "bo", Action::Unlock, "eva", 1), of(11, "bo", Action::Reset, "eve", 1));
        let cases = [
            ("nobody", vec![], None),
            ("done an hour ago", vec![ended(4, &hour_ago, Step::Done), hour_ago.clone()], None),
            ("open since an hour ago", vec![hour_ago.clone()], None),
            ("done long ago, by a clock that is ahead", vec![ended(4, &ahead, Step::Done), ahead.clone()], None),
            ("begun an hour ago, done since", vec![ended(12, &hour_ago, Step::Done), hour_ago.clone()], bo.clone()),
            ("begun an hour ago, looked into since", vec![resolved, hour_ago.clone()], None),
            ("done just before", vec![ended(9, &just_before, Step::Done), just_before.clone()], bo.clone()),
            ("open since just before", vec![just_before.clone()], bo.clone()),
            ("failed just before", vec![ended(9, &just_before, Step::Failed), just_before.clone()], None),
            ("open", vec![after.clone()], bo.clone()),
            ("done", vec![ended(12, &after, Step::Done), after.clone()], bo.clone()),
            ("perhaps done", vec![ended(12, &after, Step::Partly), after.clone()], bo),
            ("refused", vec![ended(12, &after, Step::Refused), after.clone()], None),
            ("another act", vec![ended(12, &unlocked, Step::Done), unlocked.clone()], None),
            ("another account", vec![ended(12, &eve, Step::Done), eve.clone()], None),
            ("in another window", vec![mine.clone()], Some(ConcurrentOperator::Yourself)),
            ("this run", vec![ended(13, &ours, Step::Partly)], None),
        ];
        for (case, others, expected) in cases {
            let mut all = [vec![ours.clone()], others].concat();
            all.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
            let records = FakeRecords(all);
            let trail = AuditTrail::new(&records, &Forgetful, who("me"), None);
            let receipt = trail.intend(Act { account_id: "eva".into(), ..act() }).await.unwrap();
            assert_eq!(trail.concurrent_operator(Action::Reset, "eva").await.unwrap(), expected, "{case}");
            drop(receipt);
        }
    }

    #[tokio::test]
    async fn hold_keeps_trail_open_between_acts() {
        let trail = trail();
        let receipt = trail.intend(act()).await.unwrap();
        trail.conclude(receipt, end()).await.unwrap();
        assert!(!trail.is_open());

        let hold = trail.hold();
        let receipt = trail.intend(act()).await.unwrap();
        trail.conclude(receipt, end()).await.unwrap();
        assert!(trail.is_open());
        drop(hold);
        assert!(!trail.is_open());
    }
}
