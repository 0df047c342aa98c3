//! `audit resolve`: what came of intents that nothing answers, because the program was killed in between. Asks nobody,
//! and changes nothing in the directory: it reads, and records what is true now.

use jiff::{SignedDuration, Timestamp};

use crate::commands::Failure;
use crate::domain::account::Account;
use crate::domain::audit::{Action, AuditRecord};
use crate::domain::query::Query;
use crate::ports::{AuditTrail, Clock, FindAccounts, Records};

/// So young an intent may be one that another process is about: every act ends within its time limits.
pub(in crate::commands) const UNDER_WAY: SignedDuration = SignedDuration::from_mins(5);

/// A clock here and one in a domain may differ so much (Kerberos allows no more).
const SKEW: SignedDuration = SignedDuration::from_mins(5);

/// Looks at each account and records what it finds.
///
/// # Errors
/// The directory's and the store's; what was found out before is recorded.
pub async fn resolve<R: Records>(
    directory: &impl FindAccounts,
    trail: &AuditTrail<'_, R>,
    clock: &dyn Clock,
) -> Result<Resolved, Failure> {
    let mut resolved = Resolved { found: Vec::new(), under_way: 0 };
    for (number, record) in trail.unanswered(None).await? {
        if clock.now().duration_since(record.at) < UNDER_WAY {
            resolved.under_way += 1;
            continue;
        }
        let finding = finding(&record, directory).await?;
        trail.resolve(number, record.act.clone(), finding.name()).await?;
        resolved.found.push((number, record, finding));
    }
    Ok(resolved)
}

async fn finding(record: &AuditRecord, directory: &impl FindAccounts) -> Result<Finding, Failure> {
    let act = &record.act;
    // What has left for a gateway cannot be asked for, and a code that was checked leaves nothing in the directory.
    if !matches!(act.action, Action::Unlock | Action::Reset) {
        return Ok(Finding::NotKnown);
    }
    let Ok(query) = Query::of_account(&act.account) else { return Ok(Finding::NotKnown) };
    let found = directory.find(&query).await?;
    let account = found.accounts.into_iter().find(|account| account.id.to_string() == act.account_id);
    Ok(match account {
        None => Finding::NotFound,
        Some(account) if act.action == Action::Unlock => match account.lock.is_locked() {
            true => Finding::LockedNow,
            false => Finding::OpenNow,
        },
        Some(account) => password(&account, record.at),
    })
}

fn password(account: &Account, intended: Timestamp) -> Finding {
    match account.password.last_set {
        // "Must change" stands in the place of the time.
        _ if account.password.must_change => Finding::MustChangeNow,
        Some(at) if at >= intended => Finding::PasswordSetSince,
        Some(at) if intended.duration_since(at) > SKEW => Finding::PasswordAsBefore,
        _ => Finding::NotKnown,
    }
}

/// What is true now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    OpenNow,
    LockedNow,
    PasswordSetSince,
    PasswordAsBefore,
    MustChangeNow,
    /// No account of that name is the one it was.
    NotFound,
    NotKnown,
}

impl Finding {
    /// The name scripts and the audit trail see.
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenNow => "open_now",
            Self::LockedNow => "locked_now",
            Self::PasswordSetSince => "password_set_since",
            Self::PasswordAsBefore => "password_as_before",
            Self::MustChangeNow => "must_change_now",
            Self::NotFound => "account_not_found",
            Self::NotKnown => "not_known",
        }
    }
}

/// What was found out.
#[derive(Debug)]
pub struct Resolved {
    /// Each intent with its number, and what is true now.
    pub found: Vec<(i64, AuditRecord, Finding)>,
    /// How many are too young to tell from what is being done just now.
    pub under_way: i64,
}
