//! `assist`: guides the operator through one call after another, in the steps of the self-service page: who is it, the
//! code, what do they want, and what to tell them. Each step is one of the other commands'; what fails is reported, and
//! can be tried again without starting over.

mod call;
mod render;
mod summary;
mod verification;

use jiff::SignedDuration;

use super::bulk::StopSignal;
use super::caller::all_controllers::AllControllers;
use super::caller::{AccountQuery, CallerContext, Ports};
use super::{CodeRefusal, Failure, Nature, Rules, check_policy, reset, unlock};
use crate::domain::account::{Account, AccountId};
use crate::domain::audit::split_ticket;
use crate::domain::code::Code;
use crate::domain::must_change::MustChangePolicy;
use crate::domain::restrictions::CurrentRestrictions;
use crate::ports::{
    CallerPrompt, ChangeAccounts, FindAccounts, NoAnswer, Notice, Operator, QueryControllers, UnlockOnController,
};
pub use render::CallReporter;
pub use summary::{CallChange, CallSummary, CallerIdentity, ChangeEnd};

/// The commands that do the same without a terminal.
pub const INSTEAD: &str = "servicedesk lookup | send-code | unlock | reset";

#[derive(Debug, Clone, Default, clap::Args)]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: Option<String>,
}

/// Reports what happens during the calls.
pub trait ReportCalls {
    /// Reports the requirements on the password that the caller is about to choose.
    fn requirements(&self, requirements: &check_policy::PasswordRequirements);

    fn done(&self, done: &Done<'_>);

    /// Reports at the end of a call what belongs in the case.
    fn summary(&self, summary: &CallSummary<'_>);

    /// Reports why a code is of no use any more. A new one is sent.
    fn code_ended(&self, refusal: CodeRefusal);

    /// Shows how long the call waits for a new code; `None`: no longer.
    fn waiting(&self, left: Option<SignedDuration>);

    /// Reports that the operator broke off the call after something was done. The summary says what.
    fn broken_off_after_change(&self);

    /// Reports a failure; the call may go on.
    fn failed(&self, failure: &Failure);
}

/// What was done for a caller.
#[derive(Debug)]
pub enum Done<'a> {
    /// The password stays as it was, and the account has no lock. `unlocked`: it had one.
    KeptPassword {
        account: &'a Account,
        restrictions: &'a CurrentRestrictions,
        unlocked: bool,
        everywhere: Option<&'a AllControllers>,
    },
    /// What a watch after an unlock saw.
    Watched { account: &'a Account, watched: &'a unlock::WatchOutcome },
    /// A new password was set.
    NewPassword(&'a reset::Outcome),
    /// What to tell a caller with a new password.
    Advice(&'a reset::Outcome),
}

/// What the calls of this run need.
pub struct CallsContext<'a, D, P: Ports> {
    pub directory: &'a D,
    pub caller: &'a CallerContext<'a, P>,
    pub rules: &'a Rules<'a>,
    /// Whether a new password must be changed at the next sign-in.
    pub must_change: MustChangePolicy,
    /// Whether the other controllers of the site are unlocked and compared.
    pub everywhere: bool,
    pub reporter: &'a dyn ReportCalls,
    /// For what takes a while.
    pub live: &'a unlock::Live<'a>,
    /// Breaks off the call where nothing is in progress, as while the directory is waited for.
    pub breaks_off: &'a StopSignal,
}

pub struct Request {
    /// The first caller, if known.
    account: Option<AccountQuery>,
}

impl Args {
    /// Reads the account. `for_people`: the output is not for scripts.
    pub fn read(&self, for_people: bool, operator: &dyn Operator) -> Result<Request, Failure> {
        if !for_people {
            return Err(Failure::NotForScripts);
        }
        if !operator.can_answer() {
            return Err(no_answer(NoAnswer::NoTerminal));
        }
        Ok(Request { account: self.account.as_deref().map(AccountQuery::read).transpose()? })
    }
}

impl Request {
    pub const NATURE: Nature = Nature::HelpsCaller;

    /// Handles one call after another until the operator says that there are no more. The case number of the command
    /// line is for the first.
    ///
    /// # Errors
    /// [`Failure::NoAnswer`] if the operator cancels between calls. Other failures are reported during the calls.
    pub async fn run<D: FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController, P: Ports>(
        self,
        context: &CallsContext<'_, D, P>,
    ) -> Result<(), Failure> {
        let (mut asked, trail) = (self.account, context.caller.trail);
        let mut previous: Option<EarlierCall> = None;
        let mut stage = Stage::First;
        loop {
            trail.begin_call();
            // Ctrl-C during the call before is not meant for this one.
            context.live.stop.take_back();
            let Some(account) = context.caller(asked.take(), &mut stage).await? else { return Ok(()) };
            let id = account.id;
            // Nested on the stack, the futures of a call would exceed the stack size on Windows.
            if Box::pin(context.call(account, previous.as_ref())).await {
                // Who is calling is asked as before, in the same case.
                stage.keep_looking();
                continue;
            }
            previous = Some(EarlierCall { account: id, ticket: trail.ticket() });
            context.end_call(&mut stage);
        }
    }
}

/// How far the operator has come between two calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// No call has ended yet.
    First,
    /// A call has ended, and nobody has been looked for since.
    Between,
    /// Somebody has, in vain: the next call has begun.
    Looking,
}

impl Stage {
    /// Keeps the call open: its caller is not found yet.
    fn keep_looking(&mut self) {
        if *self == Self::Between {
            *self = Self::Looking;
        }
    }
}

/// The call before, which may go on: the caller did not get in.
struct EarlierCall {
    account: AccountId,
    ticket: Option<String>,
}

impl<D: FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController, P: Ports> CallsContext<'_, D, P> {
    /// Asks who is calling; `None`: nobody.
    async fn caller(&self, mut asked: Option<AccountQuery>, stage: &mut Stage) -> Result<Option<Account>, Failure> {
        loop {
            let asked = match asked.take() {
                Some(asked) => asked,
                None => match self.ask_caller(stage).await? {
                    Some(asked) => asked,
                    None => return Ok(None),
                },
            };
            match self.unless_broken_off(self.find(&asked)).await {
                Ok(Some(account)) => return Ok(Some(account)),
                Ok(None) => stage.keep_looking(),
                // That ends the call, as at each later question.
                Err(failure @ Failure::NoAnswer { why: NoAnswer::Cancelled, .. }) => {
                    self.reporter.failed(&failure);
                    self.end_call(stage);
                }
                Err(failure @ Failure::NoAnswer { .. }) => return Err(failure),
                // A code must not be repeated, wherever it was typed.
                Err(Failure::NoSuchAccount { .. } | Failure::OnlySimilar { .. })
                    if Code::parse(&asked.typed).is_ok() =>
                {
                    self.tell(&Notice::CodeAsName)
                }
                Err(failure) => {
                    self.reporter.failed(&failure);
                    stage.keep_looking();
                }
            }
        }
    }

    /// Ends a call, or the search for its caller. The case of one caller is not the next one's.
    fn end_call(&self, stage: &mut Stage) {
        self.caller.trail.set_ticket(None);
        *stage = Stage::Between;
    }

    async fn ask_caller(&self, stage: &mut Stage) -> Result<Option<AccountQuery>, Failure> {
        loop {
            let ticket = self.caller.trail.ticket();
            let is_next = *stage == Stage::Between && ticket.is_none();
            let ticket = ticket.as_deref();
            let whom = if is_next { CallerPrompt::Next } else { CallerPrompt::Current { ticket } };
            let typed = match self.operator().ask_caller(whom) {
                // The calls so far have been reported.
                Err(NoAnswer::Cancelled | NoAnswer::Back) if is_next => return Ok(None),
                Err(NoAnswer::Terminated) if *stage != Stage::First => return Err(Failure::EndedBetweenCalls),
                // The operator gives up the search for this caller.
                Err(why @ (NoAnswer::Cancelled | NoAnswer::Back)) if *stage != Stage::First => {
                    if why == NoAnswer::Cancelled {
                        self.reporter.failed(&no_answer(why));
                    }
                    self.end_call(stage);
                    continue;
                }
                typed => typed.map_err(no_answer)?,
            };
            let (ticket, typed) = split_ticket(&typed);
            let is_noted = ticket.is_some();
            if let Some(ticket) = ticket {
                if typed.is_empty() {
                    self.tell(&Notice::TicketNoted { ticket: &ticket });
                }
                self.caller.trail.set_ticket(Some(ticket));
            }
            if typed.is_empty() {
                match is_noted {
                    true => {}
                    false if is_next => return Ok(None),
                    false => self.tell(&Notice::NobodyNamed),
                }
            } else if Code::parse(typed).is_ok() && self.caller.has_code_out().await? {
                self.tell(&Notice::CodeAsName);
            } else {
                match AccountQuery::read(typed) {
                    Ok(asked) => return Ok(Some(asked)),
                    Err(failure) => self.reporter.failed(&failure),
                }
            }
        }
    }

    /// Finds the account, chosen by the operator where several match; `None`: none of them.
    async fn find(&self, asked: &AccountQuery) -> Result<Option<Account>, Failure> {
        match asked.resolve(self.directory).await {
            Err(Failure::SeveralAccounts { accounts, unreadable, more, .. }) => {
                // They cannot be chosen, but one of them may be the caller's.
                for entry in unreadable {
                    self.reporter.failed(&Failure::AccountUnreadable(Box::new(entry)));
                }
                if accounts.is_empty() {
                    return Ok(None);
                }
                if more {
                    self.tell(&Notice::MoreAccounts);
                }
                self.choose(accounts).await
            }
            // A code must not be repeated, wherever it was typed.
            Err(Failure::OnlySimilar { query, accounts, more }) if Code::parse(&query).is_err() => {
                self.tell(&Notice::OnlySimilar { query: &query });
                if more {
                    self.tell(&Notice::MoreAccounts);
                }
                self.choose(accounts).await
            }
            found => found.map(Some),
        }
    }

    async fn choose(&self, mut accounts: Vec<Account>) -> Result<Option<Account>, Failure> {
        let chosen = match self.operator().choose_account(&accounts) {
            // One step back is who is calling, which is asked when there is no account.
            Err(NoAnswer::Back) => None,
            chosen => chosen.map_err(no_answer)?,
        };
        let Some(chosen) = chosen.filter(|n| *n < accounts.len()) else { return Ok(None) };
        // Choosing may have taken minutes.
        Ok(Some(self.directory.read_again(&accounts.swap_remove(chosen)).await?))
    }

    /// Does a part of a call, which Ctrl-C ends as it does at a question.
    async fn unless_broken_off<T, E: From<Failure>>(&self, work: impl Future<Output = Result<T, E>>) -> Result<T, E> {
        self.breaks_off.unless_requested(work).await.unwrap_or_else(|| {
            self.breaks_off.take_back();
            Err(no_answer(NoAnswer::Cancelled).into())
        })
    }

    fn operator(&self) -> &dyn Operator {
        self.caller.operator
    }

    fn tell(&self, notice: &Notice<'_>) {
        self.operator().tell(notice);
    }
}

fn no_answer(why: NoAnswer) -> Failure {
    Failure::NoAnswer { why, option: INSTEAD }
}
