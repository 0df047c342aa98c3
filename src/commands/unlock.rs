//! `unlock`: keep the password, unlock the account, and read back that it is so; then see whether it stays so, if that
//! is wanted.

use clap::{ArgGroup, value_parser};
use jiff::SignedDuration;

use super::change::{self, Made};
use super::everywhere::{self, Everywhere};
use super::grounds::Grounds;
use super::watch::{self, Watch, Watched};
use super::{Failure, Grounding, GroundsArgs, Verification, bulk, target};
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::query::Query;
use crate::domain::restrictions::CurrentRestrictions;
use crate::ports::{
    ChangeAccounts, Codes, ControllerScope, FindAccounts, QueryControllers, Records, SmsGateway, UnlockOnController,
};

/// Whom to unlock.
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
        conflicts_with_all = ["from", "all_locked"]
    )]
    pub(crate) watch: Option<u16>,
    #[command(flatten)]
    pub(crate) grounds: GroundsArgs,
    #[command(flatten)]
    pub(crate) many: bulk::Args,
}

impl Args {
    /// What is asked for when it is many accounts; `None`: one, as a caller asks for.
    ///
    /// # Errors
    /// [`bulk::Refusal`] when what is said of one and of many is mixed up.
    pub fn many(&self) -> Result<Option<bulk::Asked>, bulk::Refusal> {
        let of_one = [
            (self.grounds.code.is_some(), "--code"),
            (self.grounds.identified_by.is_some(), "--identified-by"),
            (self.everywhere, "--everywhere"),
            (self.watch.is_some(), "--watch"),
        ];
        match of_one.into_iter().find(|(given, _)| *given && self.account.len() > 1) {
            Some((_, option)) => Err(bulk::Refusal::OnlyForOne { option }),
            None => self.many.asked(&self.account),
        }
    }
}

/// How an account is to be unlocked.
pub struct Plan<'a> {
    /// Whether the other controllers of the site are seen to.
    pub everywhere: bool,
    /// Whether it is seen after that the account stays open.
    pub watch: Option<Watch<'a>>,
}

/// Unlocks one account of a verified caller.
///
/// # Errors
/// [`Failure`]; those of a change say what state the account is in.
pub async fn run<C: Codes, S: SmsGateway, R: Records>(
    typed: &str,
    query: &Query,
    grounding: &Grounding,
    plan: &Plan<'_>,
    directory: &(impl FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController),
    verification: &Verification<'_, C, S, R>,
) -> Result<Outcome, Failure> {
    let account = target::exactly_one(directory, typed, query).await?;
    verification.warn_of_history(&account).await?;
    let mut outcome = open(&account, grounding, plan.everywhere, directory, verification).await?;
    if let Some(watch) = &plan.watch {
        // What was done is to be told whatever ends the watch.
        let _hold = verification.trail.hold();
        let since = verification.clock.now() - outcome.everywhere.as_ref().map_or(SignedDuration::ZERO, |all| all.took);
        watch.telling.before(&outcome);
        outcome.watched = Some(watch::watch(&account, since, watch, directory, verification.clock).await);
    }
    Ok(outcome)
}

async fn open<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    grounding: &Grounding,
    everywhere: bool,
    directory: &(impl FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController),
    verification: &Verification<'_, C, S, R>,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome {
        account: account.name.to_string(),
        display_name: account.display_name.clone(),
        was_locked: account.lock.is_locked(),
        unlocked: false,
        server: None,
        is_due: account.password.is_due(),
        shut_out: account.password.shuts_out(),
        can_be_reset: account.can_be_reset(),
        restrictions: CurrentRestrictions::of(account, verification.clock.now()),
        controllers: directory.controllers(),
        everywhere: None,
        watched: None,
    };
    let refused = |grounds| verification.act(Action::Unlock, account, grounds);
    let now = verification.clock.now();
    let mut decision = target::to_be_unlocked(account, outcome.was_locked, now);
    if everywhere && matches!(decision, Ok(false)) {
        // The controller that was asked may be the one that has not heard of the lock.
        let asked = directory.query_all(account, ControllerScope::Site, verification.clock, &|_| true).await;
        outcome.was_locked = asked.iter().any(|asked| asked.answer.as_ref().is_ok_and(|replica| replica.locked));
        if !outcome.was_locked {
            let took = SignedDuration::ZERO;
            outcome.everywhere =
                Some(Everywhere { asked, unlocked: vec![], same_password: true, unrecorded: None, took });
        }
        decision = target::to_be_unlocked(account, outcome.was_locked, now);
    }
    match decision {
        Ok(true) => {}
        Ok(false) => return Ok(outcome),
        Err(failure) => return Err(verification.refused(refused(None), failure).await),
    }
    verification.introduce(account, grounding, directory).await?;
    let grounds = verification.grounds(account, Action::Unlock, grounding).await?;

    (outcome.server, outcome.everywhere) = unlock(account, &grounds, everywhere, directory, verification).await?;
    outcome.unlocked = outcome.server.is_some();
    Ok(outcome)
}

/// Ends the lock of a caller's account, on the other controllers of the site as well if it is to be `everywhere`, and
/// gives the server that did it first; `None`: there is no lock any more.
pub(super) async fn unlock<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    grounds: &Grounds,
    everywhere: bool,
    directory: &(impl FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController),
    verification: &Verification<'_, C, S, R>,
) -> Result<(Option<String>, Option<Everywhere>), Failure> {
    let server = on_one(account, grounds, directory, verification).await?;
    if !everywhere {
        return Ok((server, None));
    }
    let seen = everywhere::see_to(account, grounds, false, directory, verification).await;
    Ok((server.or_else(|| seen.unlocked.first().cloned()), Some(seen)))
}

async fn on_one<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    grounds: &Grounds,
    directory: &(impl FindAccounts + ChangeAccounts),
    verification: &Verification<'_, C, S, R>,
) -> Result<Option<String>, Failure> {
    let account = change::look_again(account, Action::Unlock, grounds, directory, verification).await?;
    if !account.lock.is_locked() {
        return Ok(None);
    }
    let act = verification.act(Action::Unlock, &account, Some(grounds));
    let made = change::make(act, &account, directory, verification, false, async |receipt| {
        directory.unlock(receipt, &account).await.map(|server| Made { server, what: () })
    })
    .await?;
    Ok(Some(made.server))
}

/// What was done.
#[derive(Debug)]
pub struct Outcome {
    /// Whose account.
    pub account: String,
    /// The name shown to people.
    pub display_name: String,
    /// It was locked.
    pub was_locked: bool,
    /// It was unlocked, and read back as open.
    pub unlocked: bool,
    /// The server that did it.
    pub server: Option<String>,
    /// Another password is to be chosen at the next sign-in.
    pub is_due: bool,
    /// It may not be, so a new one is needed all the same.
    pub shut_out: bool,
    /// A new password could be set from here.
    pub can_be_reset: bool,
    /// When and where the caller may sign in.
    pub restrictions: CurrentRestrictions,
    /// How many controllers there are; one was asked.
    pub controllers: usize,
    /// What the controllers of the site have, if that was asked for.
    pub everywhere: Option<Everywhere>,
    /// What happened after that, if the account was watched.
    pub watched: Option<Watched>,
}
