//! `reset --dry-run`: what a reset would do. Asks and changes nothing.

use super::{Prepared, Request};
use crate::commands::caller::dry_run::{NeededProof, Recording};
use crate::commands::caller::{CallerContext, Ports};
use crate::commands::{Failure, Rules};
use crate::domain::must_change::MustChange;
use crate::domain::phone::Phone;
use crate::ports::{FindAccounts, InspectRights};

impl Request {
    /// Checks what a run would check before the caller is verified, and says what it would do. Asks and changes nothing.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub async fn dry_run<P: Ports>(
        self,
        directory: &impl FindAccounts,
        inspector: &impl InspectRights,
        context: &CallerContext<'_, P>,
        rules: &Rules<'_>,
    ) -> Result<PlannedReset, Failure> {
        let Prepared { caller, to, given } = self.prepare(directory, context, rules, Recording::Nothing).await?;
        let must_change = self.plan.must_change(&caller.account)?;
        // A run meets this at the change: there the server decides, and here only what it shows.
        let rights = inspector.rights(&caller.account).await?;
        if rights.reset == Some(false) || (must_change.is_required() && !rights.must_change) {
            return Err(Failure::MayNotChange { account: caller.account.name.to_string() });
        }
        let verification = context.needed_proof(&caller, &self.claim, directory).await?;
        let account = &caller.account;
        Ok(PlannedReset {
            account: account.name.to_string(),
            display_name: account.display_name.clone(),
            was_locked: account.lock.is_locked(),
            must_change,
            verification,
            has_password: given.is_some(),
            sent_to: to.as_ref().map(Phone::masked),
        })
    }
}

/// What `--dry-run` found that a reset would do.
#[derive(Debug)]
pub struct PlannedReset {
    pub account: String,
    pub display_name: String,
    pub was_locked: bool,
    pub must_change: MustChange,
    pub verification: NeededProof,
    /// A password was given or can be generated, and follows the rules.
    pub has_password: bool,
    /// The masked number that a generated password would go to.
    pub sent_to: Option<String>,
}
