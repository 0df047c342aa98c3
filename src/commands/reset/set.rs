//! Setting a new password for a caller who is believed: recorded, read back and handed over.

use super::{ChosenPassword, Outcome, Plan, can_be_shown, password_sms};
use crate::commands::caller::all_controllers;
use crate::commands::caller::change::Made;
use crate::commands::caller::identity_proof::IdentityProof;
use crate::commands::caller::{CallerContext, Ports};
use crate::commands::{Failure, Rules};
use crate::domain::account::Account;
use crate::domain::audit::{Act, Action, Delivery};
use crate::domain::must_change::MustChange;
use crate::domain::phone::Phone;
use crate::domain::restrictions::CurrentRestrictions;
use crate::ports::{
    ChangeAccounts, FindAccounts, HistoryCheck, NewPassword, Notice, PartialChange, PasswordSet, QueryControllers,
    UnlockOnController, WriteError,
};

/// Sets passwords of one caller.
pub(in crate::commands) struct Setter<'a, D, P: Ports> {
    pub(in crate::commands) proof: &'a IdentityProof,
    pub(in crate::commands) plan: &'a Plan,
    /// What is asked of every password.
    pub(in crate::commands) rules: &'a Rules<'a>,
    pub(in crate::commands) directory: &'a D,
    pub(in crate::commands) context: &'a CallerContext<'a, P>,
}

/// What was done in one attempt.
pub(super) struct Set {
    history: HistoryCheck,
    demand: MustChange,
}

impl<D: FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController, P: Ports> Setter<'_, D, P> {
    /// Sets what was `given`, or what is asked for; sends it `to` a phone, if made for that; and sees to the other
    /// controllers, if that is planned.
    pub(in crate::commands) async fn set_new(
        &self,
        account: &Account,
        given: Option<ChosenPassword>,
        to: Option<&Phone>,
    ) -> Result<Outcome, Failure> {
        let Self { proof, plan, directory, context, .. } = *self;
        // This also sees to it that the number is still the one that the code went to.
        let account = context.look_again(account, Action::Reset, proof, directory).await?;
        // A password that is set but not handed over is known to nobody: one is not cut off from the other.
        let _hold = to.is_some().then(|| context.trail.hold());
        let (chosen, Set { history, demand }) = match given {
            Some(given) => match self.set(&account, &given).await {
                Ok(set) => (given, set),
                Err(failure) => return Err(given.or_nobody_knows(failure)),
            },
            None => self.ask_and_set(&account).await?,
        };
        let sent = match to {
            Some(to) => Some(password_sms::send(&account, to, &chosen.password, demand.is_required(), context).await?),
            None => None,
        };
        if let Some(bits) = chosen.bits {
            context.operator.tell(&Notice::PasswordMade { bits });
        }
        let everywhere = match plan.everywhere {
            true => {
                // A password that was made is still to be told: nothing cuts this short.
                let _hold = context.trail.hold();
                Some(all_controllers::converge(&account, proof, true, directory, context).await)
            }
            false => None,
        };
        Ok(Outcome {
            account: account.name.to_string(),
            display_name: account.display_name.clone(),
            unlocked: account.lock.is_locked(),
            demand,
            restrictions: CurrentRestrictions::of(&account, context.clock.now()),
            history,
            generated: (chosen.is_made() && sent.is_none()).then_some(chosen.password),
            sent,
            everywhere,
        })
    }
}

impl<D: FindAccounts + ChangeAccounts, P: Ports> Setter<'_, D, P> {
    /// One attempt, recorded before and after, and read back.
    pub(super) async fn set(&self, account: &Account, chosen: &ChosenPassword) -> Result<Set, Failure> {
        let Self { proof, plan, directory, context, .. } = *self;
        let delivery = chosen.is_made().then_some(plan.deliver);
        if delivery == Some(Delivery::Screen) {
            can_be_shown(context.operator)?;
        }
        let act = Act { delivery, ..context.act(Action::Reset, account, Some(proof)) };
        let demand = context.refusing(act.clone(), plan.demand(account)).await?;
        let now = account.controller_time(context.clock.now());
        let new = NewPassword { password: &chosen.password, must_change: demand.is_required(), now };
        let set = async |receipt: &_| {
            let PasswordSet { server, history } = directory.set_password(receipt, account, &new).await?;
            Ok(Made { server, what: history })
        };
        match context.change(act, account, directory, set).await {
            Ok(made) => Ok(Set { history: made.what, demand }),
            Err(Failure::Change {
                account: name,
                error: WriteError::Partial { state: PartialChange::AnotherReset, .. },
            }) => {
                // Who it was is good to know, and no more.
                let by = context.trail.concurrent_operator(Action::Reset, &account.id.to_string()).await;
                Err(Failure::AnotherReset { account: name, by: by.ok().flatten() })
            }
            Err(failure) => Err(failure),
        }
    }
}
