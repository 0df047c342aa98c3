//! `assist`: carries one call after another, in the steps of the self-service page: who is it, the code, what do they
//! want, and what to tell them. Each step is one of the other commands'; what fails is told, and can be tried again
//! without starting over.

mod render;

use super::caller::all_controllers::AllControllers;
use super::caller::identity_proof::IdentityProof;
use super::caller::{AccountQuery, CallerContext, IdentityClaim, Ports, controller_agreement, resolve_account};
use super::{Failure, Nature, Rules, check_policy, reset, unlock};
use crate::domain::account::Account;
use crate::domain::audit::{Action, Delivery};
use crate::domain::code::Code;
use crate::domain::must_change::MustChangeRequest;
use crate::domain::restrictions::CurrentRestrictions;
use crate::domain::warnings::Warning;
use crate::ports::{
    CallerChoice, ChangeAccounts, FindAccounts, NoAnswer, Notice, Operator, QueryControllers, Question,
    UnlockOnController, VerificationState, WhyUnhelpful,
};
pub use render::CallReporter;

/// What does the same without a terminal.
pub const INSTEAD: &str = "servicedesk lookup | send-code | unlock | reset";

/// Whose call it is, if that is known.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: Option<String>,
}

/// What is told while calls go on, before the last of them is over.
pub trait ReportCalls {
    /// What is asked of the password that the caller is about to choose.
    fn requirements(&self, demands: &check_policy::Demands);

    /// Something was done for the caller.
    fn done(&self, done: &Done<'_>);

    /// Something failed; the call may go on.
    fn failed(&self, failure: &Failure);
}

/// What was done for a caller.
#[derive(Debug)]
pub enum Done<'a> {
    /// There is no lock any more, and the password is what it was.
    Kept {
        account: &'a Account,
        restrictions: &'a CurrentRestrictions,
        /// There was a lock to end.
        unlocked: bool,
        everywhere: Option<&'a AllControllers>,
    },
    /// A new password was set.
    NewPassword(&'a reset::Outcome),
    /// What a caller with a new password is to be told. `at_the_workplace` is where they are, if they said.
    Advice {
        at_the_workplace: Option<bool>,
        restrictions: &'a CurrentRestrictions,
        /// It must be changed at the next sign-in.
        must_change: bool,
        /// Not all controllers have it yet, as far as that is known.
        behind: bool,
    },
}

/// What the calls of this run are handed.
pub struct CallsContext<'a, D, P: Ports> {
    pub directory: &'a D,
    /// How callers are verified.
    pub caller: &'a CallerContext<'a, P>,
    pub rules: &'a Rules<'a>,
    /// Whether a new password must be changed at the next sign-in.
    pub must_change: bool,
    /// Whether the other controllers of the site are seen to.
    pub everywhere: bool,
    pub reporter: &'a dyn ReportCalls,
}

/// How a call can end before its end.
enum CallEnd {
    /// The operator has been told why.
    Reported,
    /// They have not.
    Failed(Failure),
}

impl From<Failure> for CallEnd {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Calls to carry.
pub struct Request {
    /// Whose the first one is, if that is known.
    account: Option<AccountQuery>,
}

impl Args {
    /// Reads the account. `for_people`: results are not written for scripts.
    pub fn read(&self, for_people: bool, operator: &dyn Operator) -> Result<Request, Failure> {
        if !for_people {
            return Err(Failure::NotForScripts);
        }
        if !operator.can_answer() {
            return Err(silence(NoAnswer::NoTerminal));
        }
        Ok(Request { account: self.account.as_deref().map(AccountQuery::read).transpose()? })
    }
}

impl Request {
    pub const NATURE: Nature = Nature::HelpsCaller;

    /// Carries one call after another until the operator says that there is no other.
    ///
    /// # Errors
    /// [`Failure::NoAnswer`] when they break off while nobody is calling. Whatever else fails is told on the way.
    pub async fn run<D: FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController, P: Ports>(
        self,
        context: &CallsContext<'_, D, P>,
    ) -> Result<(), Failure> {
        let mut asked = self.account;
        let mut after_a_call = false;
        while let Some(account) = context.caller(asked.take(), after_a_call).await? {
            // Each step is large, and one stands in the other: on the stack they would be more than Windows gives.
            match Box::pin(context.help(account)).await {
                Ok(()) | Err(CallEnd::Reported) => {}
                Err(CallEnd::Failed(failure)) => context.reporter.failed(&failure),
            }
            after_a_call = true;
        }
        Ok(())
    }
}

impl<D: FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController, P: Ports> CallsContext<'_, D, P> {
    /// Who is calling; `None`: nobody.
    async fn caller(&self, mut asked: Option<AccountQuery>, after_a_call: bool) -> Result<Option<Account>, Failure> {
        loop {
            let asked = match asked.take() {
                Some(asked) => asked,
                None => match self.ask_caller(after_a_call).await? {
                    Some(asked) => asked,
                    None => return Ok(None),
                },
            };
            match self.find(&asked).await {
                Ok(Some(account)) => return Ok(Some(account)),
                Ok(None) => {}
                Err(failure @ Failure::NoAnswer { .. }) => return Err(failure),
                // A code must not be repeated, wherever it was typed.
                Err(Failure::NoSuchAccount { .. }) if Code::parse(&asked.typed).is_ok() => {
                    self.tell(&Notice::CodeAsName)
                }
                Err(failure) => self.reporter.failed(&failure),
            }
        }
    }

    async fn ask_caller(&self, after_a_call: bool) -> Result<Option<AccountQuery>, Failure> {
        loop {
            let typed = match self.operator().ask_caller(after_a_call) {
                // What was done for those who called is told already.
                Err(NoAnswer::Cancelled) if after_a_call => return Ok(None),
                typed => typed.map_err(silence)?,
            };
            if typed.trim().is_empty() {
                if after_a_call {
                    return Ok(None);
                }
                self.tell(&Notice::NobodyNamed);
            } else if Code::parse(&typed).is_ok() && self.caller.has_code_out().await? {
                self.tell(&Notice::CodeAsName);
            } else {
                match AccountQuery::read(typed.trim()) {
                    Ok(asked) => return Ok(Some(asked)),
                    Err(failure) => self.reporter.failed(&failure),
                }
            }
        }
    }

    /// The account that is meant, chosen by the operator where several match; `None`: none of them.
    async fn find(&self, asked: &AccountQuery) -> Result<Option<Account>, Failure> {
        match asked.resolve(self.directory).await {
            Err(Failure::SeveralAccounts { mut accounts, unreadable, more, .. }) => {
                // They cannot be chosen, and any of them may be the caller's.
                for entry in unreadable {
                    self.reporter.failed(&Failure::AccountUnreadable(Box::new(entry)));
                }
                if accounts.is_empty() {
                    return Ok(None);
                }
                if more {
                    self.tell(&Notice::MoreAccounts);
                }
                let chosen = self.operator().choose_account(&accounts).map_err(silence)?;
                let Some(chosen) = chosen.filter(|n| *n < accounts.len()) else { return Ok(None) };
                // Choosing may have taken minutes.
                Ok(Some(self.directory.read_again(&accounts.swap_remove(chosen)).await?))
            }
            found => found.map(Some),
        }
    }

    async fn help(&self, account: Account) -> Result<(), CallEnd> {
        let (account, disagreement) = controller_agreement::compared(account, self.directory, self.caller.clock).await;
        // A lock that not all have heard of is ended where it is.
        let everywhere = self.everywhere || disagreement.is_some();
        let warnings: Vec<Warning> = disagreement.into_iter().chain(self.caller.warnings(&account)).collect();
        self.tell(&Notice::Caller(&account, &warnings));
        self.caller.warn_of_history(&account).await?;
        let reachable = account.mobile.reachable().is_some() || self.caller.identified_by_allowed;
        let now = self.caller.clock.now();
        let in_reach = resolve_account::in_reach(&account, now).is_ok();
        if !(in_reach && reachable) {
            // What to do instead stands on the card.
            return Ok(());
        }
        let proof = self.verify(&account).await?;
        let (usual, pointless) = Self::sensible(&account);
        match self.operator().choose_help(usual, pointless).map_err(silence)? {
            CallerChoice::KeepPassword => self.keep(&account, &proof, everywhere).await,
            CallerChoice::NewPassword => self.set_new(&account, &proof, everywhere).await,
        }
    }

    async fn verify(&self, account: &Account) -> Result<IdentityProof, CallEnd> {
        match self.caller.verification_state(account).await? {
            VerificationState::Verified => self.tell(&Notice::StillVerified),
            VerificationState::Unverified => drop(self.caller.tell_sharing(account, self.directory).await),
            VerificationState::Closed { .. } => {}
        }
        loop {
            match self.caller.proof(account, Action::SendCode, &IdentityClaim::default()).await {
                // The question whether to send a code comes again, and with it the other way.
                Err(failure @ (Failure::Sms(_) | Failure::SendLimit { .. })) => self.reporter.failed(&failure),
                Err(failure @ Failure::Code(refusal)) if !refusal.is_final() => {
                    self.reporter.failed(&failure);
                }
                other => return Ok(other?),
            }
        }
    }

    /// What most likely helps, and why keeping the password would not.
    fn sensible(account: &Account) -> (CallerChoice, Option<WhyUnhelpful>) {
        if account.password.prevents_sign_in() {
            (CallerChoice::NewPassword, Some(WhyUnhelpful::MustChange))
        } else if !account.lock.is_locked() {
            (CallerChoice::NewPassword, Some(WhyUnhelpful::NotLocked))
        } else {
            (CallerChoice::KeepPassword, None)
        }
    }

    async fn keep(&self, account: &Account, proof: &IdentityProof, everywhere: bool) -> Result<(), CallEnd> {
        let unlock = async || unlock::unlock(account, proof, everywhere, self.directory, self.caller).await;
        let (server, everywhere) = self.until_done(unlock).await?;
        let restrictions = &CurrentRestrictions::of(account, self.caller.clock.now());
        let (unlocked, everywhere) = (server.is_some(), everywhere.as_ref());
        self.reporter.done(&Done::Kept { account, restrictions, unlocked, everywhere });
        Ok(())
    }

    async fn set_new(&self, account: &Account, proof: &IdentityProof, everywhere: bool) -> Result<(), CallEnd> {
        let plan = reset::Plan {
            choice: reset::Choice::Asked,
            deliver: Delivery::Screen,
            must_change: MustChangeRequest::Default(self.must_change),
            everywhere,
        };
        let setter =
            reset::Setter { proof, plan: &plan, rules: self.rules, directory: self.directory, context: self.caller };
        self.reporter.requirements(&check_policy::show(self.rules, Some(account)));
        let set = async || setter.set_new(account, None, None).await;
        let outcome = self.until_done(set).await?;
        self.reporter.done(&Done::NewPassword(&outcome));
        // All is done: whoever does not answer still hears what to say.
        let at_the_workplace = self.operator().confirm(&Question::AtTheWorkplace).ok();
        let behind = outcome.everywhere.as_ref().is_some_and(|everywhere| !everywhere.agree());
        let (restrictions, must_change) = (&outcome.restrictions, outcome.demand.is_required());
        self.reporter.done(&Done::Advice { at_the_workplace, restrictions, must_change, behind });
        Ok(())
    }

    /// Does `work` until it is done, or fails in a way that doing it again would not change, or the operator has had
    /// enough. The caller stays verified.
    async fn until_done<T>(&self, work: impl AsyncFn() -> Result<T, Failure>) -> Result<T, CallEnd> {
        loop {
            match work().await {
                Err(failure) if failure.may_pass() => {
                    self.reporter.failed(&failure);
                    if !matches!(self.operator().confirm(&Question::TryAgain), Ok(true)) {
                        return Err(CallEnd::Reported);
                    }
                }
                other => return Ok(other?),
            }
        }
    }

    fn operator(&self) -> &dyn Operator {
        self.caller.operator
    }

    fn tell(&self, notice: &Notice<'_>) {
        self.operator().tell(notice);
    }
}

fn silence(why: NoAnswer) -> Failure {
    Failure::NoAnswer { why, option: INSTEAD }
}
