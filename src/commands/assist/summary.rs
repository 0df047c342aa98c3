//! What a call leaves for the case: who it was about, how they were verified, and what was done.

use jiff::Timestamp;

use crate::domain::account::Account;
use crate::domain::audit::{Act, Action, AuditRecord, Step};
use crate::domain::failure_kind::FailureKind;
use crate::domain::phone::Phone;

#[derive(Debug)]
pub struct CallSummary<'a> {
    pub account: &'a Account,
    pub ticket: Option<String>,
    pub identity: CallerIdentity,
    /// In order.
    pub changes: Vec<CallChange>,
    /// The operator, as in the audit log.
    pub operator: String,
}

/// How the caller was verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallerIdentity {
    /// `number` is masked.
    Code {
        number: String,
        at: Timestamp,
    },
    /// By this manager's user name, with a code to `number`, masked.
    Manager {
        manager: String,
        number: String,
        at: Timestamp,
    },
    /// In the operator's words.
    Otherwise(String),
    Unverified,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallChange {
    pub what: Action,
    pub at: Timestamp,
    pub end: ChangeEnd,
}

/// How a change ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeEnd {
    Done,
    /// It may not have been done, or only in part.
    Unclear,
    /// The old password is gone, and the new one may not have been set.
    OldGone,
    /// The account has a password that nobody knows.
    Lost,
}

impl ChangeEnd {
    /// How the act ended that the record concludes; `None`: nothing was changed.
    fn of(record: &AuditRecord) -> Option<Self> {
        let is = |kind: FailureKind| record.reason.as_deref() == Some(kind.name());
        match (record.act.action, record.step) {
            (_, Step::Done) => Some(Self::Done),
            (Action::Reset, Step::Partly) if is(FailureKind::HalfwayRandomPassword) => Some(Self::Lost),
            (Action::Reset, Step::Partly) if is(FailureKind::HalfwayRandomOrWanted) => Some(Self::OldGone),
            (Action::Reset, Step::Partly) if is(FailureKind::HalfwayWithoutMustChange) => Some(Self::Done),
            (_, Step::Partly) => Some(Self::Unclear),
            _ => None,
        }
    }
}

impl CallerIdentity {
    /// By a code that the caller read back `at` that time; `via`: the manager it went to.
    pub(super) fn verified(account: &Account, via: Option<&Account>, at: Timestamp) -> Self {
        let number = |account: &Account| account.mobile.phone().map(Phone::masked).unwrap_or_default();
        match via {
            Some(manager) => Self::Manager { manager: manager.name.to_string(), number: number(manager), at },
            None => Self::Code { number: number(account), at },
        }
    }
}

/// Whether something was done for the caller, or perhaps was.
pub(super) fn has_changes(recorded: &[AuditRecord]) -> bool {
    recorded.iter().any(|record| is_change(record.act.action) && ChangeEnd::of(record).is_some())
}

fn is_change(action: Action) -> bool {
    matches!(action, Action::Unlock | Action::Reset | Action::SendPassword)
}

/// By the code of that act.
fn identity_by_code(act: &Act, at: Timestamp) -> CallerIdentity {
    let number = act.number.clone().unwrap_or_default();
    match act.vouched_by.clone() {
        Some(manager) => CallerIdentity::Manager { manager, number, at },
        None => CallerIdentity::Code { number, at },
    }
}

impl<'a> CallSummary<'a> {
    /// Sums up what was recorded during a call. `verified`: how the caller was verified before it began.
    pub(super) fn of(
        account: &'a Account,
        recorded: &[AuditRecord],
        verified: Option<CallerIdentity>,
        ticket: Option<String>,
        operator: &str,
    ) -> Self {
        let mut identity = verified.unwrap_or(CallerIdentity::Unverified);
        let mut changes: Vec<CallChange> = Vec::new();
        for record in recorded {
            let AuditRecord { act, at, .. } = record;
            let Some(end) = ChangeEnd::of(record) else {
                let is_unsent = act.action == Action::SendPassword && record.step == Step::Failed;
                if let Some(set) = changes.last_mut().filter(|last| is_unsent && last.what == Action::Reset) {
                    set.end = ChangeEnd::Lost;
                }
                continue;
            };
            if let Some(how) = &act.identified_by {
                identity = CallerIdentity::Otherwise(how.clone());
            }
            let change = CallChange { what: act.action, at: *at, end };
            match act.action {
                Action::VerifyCode => identity = identity_by_code(act, *at),
                // The same on another controller is one change.
                Action::Unlock
                    if changes.last().is_some_and(|last| last.what == act.action && last.end == ChangeEnd::Done) => {}
                action if is_change(action) => {
                    // Of a password that nobody knows it matters only what became of it.
                    let is_over = action == Action::Reset && matches!(end, ChangeEnd::Done | ChangeEnd::Lost);
                    changes.pop_if(|last| is_over && last.end == ChangeEnd::Lost);
                    changes.push(change);
                }
                _ => {}
            }
        }
        Self { account, ticket, identity, changes, operator: operator.to_owned() }
    }
}
