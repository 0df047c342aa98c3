//! `unlock`: unlocks an account without changing its password, and reads that back; then watches whether it stays
//! unlocked, if wanted.

pub(in crate::commands) mod render;
pub(in crate::commands) mod watch;

use clap::{ArgGroup, value_parser};
use jiff::SignedDuration;

use super::caller::all_controllers::{self, AllControllers};
use super::caller::change::Made;
use super::caller::dry_run::{NeededProof, Recording};
use super::caller::identity_proof::IdentityProof;
use super::caller::{
    AccountQuery, CallerAccount, CallerContext, IdentityArgs, IdentityClaim, OwnerTelling, Ports, TellsOwner,
    resolve_account,
};
use super::{Failure, Nature, bulk};
use crate::domain::account::{Account, PasswordState};
use crate::domain::audit::{Action, UnknownPassword};
use crate::domain::dead_end::DeadEnd;
use crate::domain::owner_notice::OwnerEvent;
use crate::domain::restrictions::CurrentRestrictions;
use crate::ports::{
    ChangeAccounts, ControllerAnswer, ControllerScope, FindAccounts, Operator, QueryControllers, UnlockOnController,
};

pub use watch::render::WatchReporter;
pub(super) use watch::watch;
pub use watch::{Live, ReportWatch, WatchOutcome};

#[derive(Debug, Clone, clap::Args)]
#[group(skip)]
#[command(group(ArgGroup::new("whom").required(true).args(["account", "from", "all_locked"])))]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: Vec<String>,
    #[arg(long, conflicts_with_all = ["from", "all_locked"])]
    pub(crate) everywhere: bool,
    #[arg(
        long,
        value_name = "MINUTES",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "5",
        value_parser = value_parser!(u16).range(1..=60),
        conflicts_with_all = ["from", "all_locked", "dry_run"]
    )]
    pub(crate) watch: Option<u16>,
    #[command(flatten)]
    pub(crate) identity: IdentityArgs,
    #[command(flatten)]
    pub(crate) many: bulk::Args,
}

impl Args {
    /// The request, if it is for many accounts.
    ///
    /// # Errors
    /// [`bulk::Refusal`] when options for one account and for many are mixed.
    pub fn many(&self) -> Result<Option<bulk::BulkOptions>, bulk::Refusal> {
        let of_one = [
            (self.identity.code.is_some(), "--code"),
            (self.identity.identified_by.is_some(), "--identified-by"),
            (self.everywhere, "--everywhere"),
            (self.watch.is_some(), "--watch"),
        ];
        match of_one.into_iter().find(|(given, _)| *given && self.account.len() > 1) {
            Some((_, option)) => Err(bulk::Refusal::OnlyForOne { option }),
            None => self.many.options(&self.account),
        }
    }

    /// The request for one account. `everywhere` combines the options and the settings.
    pub fn read(&self, everywhere: bool, operator: &dyn Operator) -> Result<Request, Failure> {
        let account = AccountQuery::read(&self.account.concat())?;
        let (claim, dry_run) = (self.identity.read(operator, false)?, self.many.dry_run);
        Ok(Request { account, claim, everywhere, watch: self.watch, dry_run })
    }
}

pub struct Request {
    account: AccountQuery,
    claim: IdentityClaim,
    /// Whether the other controllers of the site are unlocked as well.
    everywhere: bool,
    /// For how many minutes to watch whether the account stays unlocked.
    watch: Option<u16>,
    /// Only says what would be done.
    dry_run: bool,
}

impl Request {
    pub const NATURE: Nature = Nature::HelpsCaller;

    /// Unlocks the account of a verified caller, and watches it if wanted.
    ///
    /// # Errors
    /// [`Failure`]; a failed change says what state the account is in.
    pub async fn run<P: Ports>(
        self,
        directory: &(impl FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController),
        context: &CallerContext<'_, P>,
        live: &Live<'_>,
    ) -> Result<Outcome, Failure> {
        let mut caller = CallerAccount::from(self.account.resolve_whole(directory).await?);
        context.use_proving_number(&mut caller, self.claim.code.is_some(), directory).await?;
        context.warn_of_history(&caller.account).await?;
        let mut outcome = self.open(&mut caller, directory, context).await?;
        if let Some(minutes) = self.watch {
            // The unlock must be reported whatever ends the watch.
            let _hold = context.trail.hold();
            let took = outcome.everywhere.as_ref().map_or(SignedDuration::ZERO, |all| all.took);
            live.reporter.before(&outcome);
            // Now, not when the watch has ended.
            context.tell_owner(&mut outcome.owner).await;
            let since = context.clock.now() - took;
            outcome.watched = Some(watch(&caller.account, since, minutes, live, directory, context.clock).await);
        }
        Ok(outcome)
    }

    async fn open<P: Ports>(
        &self,
        caller: &mut CallerAccount,
        directory: &(impl FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController),
        context: &CallerContext<'_, P>,
    ) -> Result<Outcome, Failure> {
        let now = context.clock.now();
        let CallerAccount { account, via } = &*caller;
        let mut outcome = Outcome {
            account: account.name.to_string(),
            display_name: account.display_name.clone(),
            was_locked: account.lock.is_locked(),
            result: if self.dry_run { UnlockResult::WouldFindNothing } else { UnlockResult::NotLocked },
            password: account.password.clone(),
            unknown_password: context.unknown_password(account).await?,
            can_be_reset: account.can_be_reset(),
            dead_end: DeadEnd::of(account, now),
            restrictions: CurrentRestrictions::of(account, now),
            controllers: directory.controllers(),
            everywhere: None,
            watched: None,
            owner: OwnerTelling::default(),
        };
        let mut decision = resolve_account::to_be_unlocked(account, outcome.was_locked, now);
        if self.everywhere && matches!(decision, Ok(false)) {
            // The lock may not have replicated to the controller that was asked.
            let asked = directory.query_all(account, ControllerScope::Site, context.clock, &|_| true).await;
            outcome.was_locked = asked.iter().any(ControllerAnswer::is_locked);
            if !outcome.was_locked {
                let took = SignedDuration::ZERO;
                outcome.everywhere =
                    Some(AllControllers { asked, unlocked: vec![], same_password: true, unrecorded: None, took });
            }
            decision = resolve_account::to_be_unlocked(account, outcome.was_locked, context.clock.now());
        }
        let recording = if self.dry_run { Recording::Nothing } else { Recording::Refusals };
        if !context.refusing_planned(recording, Action::Unlock, account, decision).await? {
            return Ok(outcome);
        }
        if self.dry_run {
            let needed = context.needed_proof(caller, &self.claim, directory).await?;
            outcome.result = UnlockResult::WouldUnlock(needed);
            return Ok(outcome);
        }
        let warnings = context.introduce(account, via.as_ref(), &self.claim, directory).await?;
        let proof = context.proof(caller, Action::Unlock, &self.claim, &warnings, directory).await?;
        let account = &caller.account;

        let (server, everywhere) = unlock(account, &proof, self.everywhere, directory, context).await?;
        outcome.everywhere = everywhere;
        if let Some(server) = server {
            outcome.result = UnlockResult::Unlocked { server };
            outcome.owner = context.owner_news(account, OwnerEvent::Unlock, None);
        }
        Ok(outcome)
    }
}

/// Unlocks a caller's account, on the other controllers of the site as well if `everywhere`. Returns the first server
/// that did it; `None`: the account is no longer locked.
pub(super) async fn unlock<P: Ports>(
    account: &Account,
    proof: &IdentityProof,
    everywhere: bool,
    directory: &(impl FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController),
    context: &CallerContext<'_, P>,
) -> Result<(Option<String>, Option<AllControllers>), Failure> {
    let server = on_one(account, proof, directory, context).await?;
    if !everywhere {
        return Ok((server, None));
    }
    // An interrupt must not keep the unlock from being reported.
    let _hold = context.trail.hold();
    let all = all_controllers::converge(account, proof, false, directory, context).await;
    Ok((server.or_else(|| all.unlocked.first().cloned()), Some(all)))
}

async fn on_one<P: Ports>(
    account: &Account,
    proof: &IdentityProof,
    directory: &(impl FindAccounts + ChangeAccounts),
    context: &CallerContext<'_, P>,
) -> Result<Option<String>, Failure> {
    let account = context.look_again(account, Action::Unlock, proof, directory).await?;
    if !account.lock.is_locked() {
        return Ok(None);
    }
    let act = context.act(Action::Unlock, &account, Some(proof));
    let unlock = async |receipt: &_| {
        let server = directory.unlock(receipt, &account).await?;
        Ok(Made { server, value: () })
    };
    let made = context.change(act, &account, directory, unlock).await;
    let made = made.map_err(|failure| context.owing_news(&account, Action::Unlock, failure));
    Ok(Some(made?.server))
}

/// What was done about the lock, or would be.
#[derive(Debug)]
pub enum UnlockResult {
    /// Unlocked, and read back as unlocked. `server`: the first that did it.
    Unlocked {
        server: String,
    },
    NotLocked,
    /// Of a dry run: the account would be unlocked, with this proof of who the caller is.
    WouldUnlock(NeededProof),
    /// Of a dry run: there is nothing to unlock.
    WouldFindNothing,
}

#[derive(Debug)]
pub struct Outcome {
    pub account: String,
    pub display_name: String,
    pub was_locked: bool,
    pub result: UnlockResult,
    pub password: PasswordState,
    /// A reset from here has left a password that nobody knows.
    pub unknown_password: Option<UnknownPassword>,
    pub can_be_reset: bool,
    /// Why no new password can be set after a code.
    pub dead_end: Option<DeadEnd>,
    pub restrictions: CurrentRestrictions,
    /// How many controllers there are.
    pub controllers: usize,
    pub everywhere: Option<AllControllers>,
    pub watched: Option<WatchOutcome>,
    pub owner: OwnerTelling,
}

impl Outcome {
    fn is_unlocked(&self) -> bool {
        matches!(self.result, UnlockResult::Unlocked { .. })
    }
}

impl TellsOwner for Outcome {
    fn owner(&mut self) -> &mut OwnerTelling {
        &mut self.owner
    }
}
