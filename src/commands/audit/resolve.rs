//! `audit resolve`: records the current state of accounts whose intents have no outcome, because the program was
//! killed. Changes nothing in the directory.

use jiff::{SignedDuration, Timestamp};

use crate::commands::Failure;
use crate::domain::account::Account;
use crate::domain::audit::{Action, AuditRecord};
use crate::domain::named_enum::named_enum;
use crate::domain::query::Query;
use crate::ports::{AuditTrail, Clock, FindAccounts, Records};

/// Younger intents may belong to a running process: every act ends within its time limits.
pub(in crate::commands) const ABANDONED_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// Clock skew that Kerberos tolerates (RFC 4120, 8.2).
const MAX_SKEW: SignedDuration = SignedDuration::from_mins(5);

/// Records the current state for each abandoned intent.
///
/// # Errors
/// [`Failure::Directory`] and [`Failure::Store`]; earlier results stay recorded.
pub async fn resolve<R: Records>(
    directory: &impl FindAccounts,
    trail: &AuditTrail<'_, R>,
    clock: &dyn Clock,
) -> Result<Resolved, Failure> {
    let mut resolved = Resolved { intents: Vec::new(), under_way: 0 };
    for (number, record) in trail.unanswered(None).await? {
        if clock.now().duration_since(record.at) < ABANDONED_AFTER {
            resolved.under_way += 1;
            continue;
        }
        let state = current_state(&record, directory).await?;
        trail.resolve(number, record.act.clone(), state.name()).await?;
        resolved.intents.push((number, record, state));
    }
    Ok(resolved)
}

async fn current_state(record: &AuditRecord, directory: &impl FindAccounts) -> Result<CurrentState, Failure> {
    let act = &record.act;
    // Messages and code checks leave no trace in the directory.
    if !matches!(act.action, Action::Unlock | Action::Reset) {
        return Ok(CurrentState::NotKnown);
    }
    let Ok(query) = Query::of_account(&act.account) else { return Ok(CurrentState::NotKnown) };
    let found = directory.find(&query).await?;
    let account = found.accounts.into_iter().find(|account| account.id.to_string() == act.account_id);
    Ok(match account {
        None => CurrentState::NotFound,
        Some(account) if act.action == Action::Unlock => match account.lock.is_locked() {
            true => CurrentState::LockedNow,
            false => CurrentState::OpenNow,
        },
        Some(account) => password_state(&account, record.at),
    })
}

fn password_state(account: &Account, intended: Timestamp) -> CurrentState {
    match account.password.last_set {
        // "Must change" replaces the time (pwdLastSet 0).
        _ if account.password.must_change => CurrentState::MustChangeNow,
        Some(at) if at >= intended => CurrentState::PasswordSetSince,
        Some(at) if intended.duration_since(at) > MAX_SKEW => CurrentState::PasswordAsBefore,
        _ => CurrentState::NotKnown,
    }
}

named_enum! {
    pub enum CurrentState {
        OpenNow = "open_now",
        LockedNow = "locked_now",
        PasswordSetSince = "password_set_since",
        PasswordAsBefore = "password_as_before",
        MustChangeNow = "must_change_now",
        /// No account of that name has the recorded ID.
        NotFound = "account_not_found",
        NotKnown = "not_known",
    }
}

#[derive(Debug)]
pub struct Resolved {
    /// Each with its number and the current state.
    pub intents: Vec<(i64, AuditRecord, CurrentState)>,
    /// How many may belong to a running process.
    pub under_way: i64,
}
