//! Sets a new password for a verified caller: records it, reads it back and hands it over.

use super::new_password::may_be_chosen;
use super::{ChosenPassword, Outcome, Plan, SentPassword, can_be_shown, password_sms};
use crate::commands::caller::all_controllers;
use crate::commands::caller::change::Made;
use crate::commands::caller::identity_proof::IdentityProof;
use crate::commands::caller::{CallerContext, Ports};
use crate::commands::{Failure, Rules};
use crate::domain::account::Account;
use crate::domain::audit::{Act, Action, Delivery};
use crate::domain::must_change::MustChange;
use crate::domain::owner_notice::OwnerEvent;
use crate::domain::phone::Phone;
use crate::domain::restrictions::CurrentRestrictions;
use crate::ports::{
    ChangeAccounts, FindAccounts, HistoryCheck, NewPassword, Notice, PartialChange, PasswordSet, QueryControllers,
    UnlockOnController, WriteError,
};

/// Sets the password of one caller.
pub(in crate::commands) struct Setter<'a, D, P: Ports> {
    pub(in crate::commands) proof: &'a IdentityProof,
    pub(in crate::commands) plan: &'a Plan,
    pub(in crate::commands) rules: &'a Rules<'a>,
    pub(in crate::commands) directory: &'a D,
    pub(in crate::commands) context: &'a CallerContext<'a, P>,
}

/// A password that was set.
pub(super) struct PasswordChange {
    chosen: ChosenPassword,
    history: HistoryCheck,
    must_change: MustChange,
    /// Where it was sent, if it was generated and sent.
    sent: Option<SentPassword>,
}

impl<D: FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController, P: Ports> Setter<'_, D, P> {
    /// Sets the `given` password and sends it `to` a phone, or asks for one; and unlocks and compares the other
    /// controllers, if planned.
    pub(in crate::commands) async fn set_new(
        &self,
        account: &Account,
        given: Option<ChosenPassword>,
        to: Option<&Phone>,
    ) -> Result<Outcome, Failure> {
        let Self { proof, plan, directory, context, .. } = *self;
        // This also checks that the number is still the one that the code went to.
        let account = context.look_again(account, Action::Reset, proof, directory).await?;
        let change = match given {
            Some(given) => self.set_and_hand_over(&account, &given, to).await,
            None => self.ask_and_set(&account).await,
        };
        let change = change.map_err(|failure| context.owing_news(&account, Action::Reset, failure));
        let PasswordChange { chosen, history, must_change, sent } = change?;
        if let Some(bits) = chosen.bits {
            context.operator.tell(&Notice::PasswordMade { bits });
        }
        let everywhere = match plan.everywhere {
            true => {
                // A generated password has not been shown yet: an interrupt must not lose it.
                let _hold = context.trail.hold();
                Some(all_controllers::converge(&account, proof, true, directory, context).await)
            }
            false => None,
        };
        let password_at = account.mobile.reachable().filter(|_| sent.is_some());
        let owner = context.owner_news(&account, OwnerEvent::PasswordReset, password_at);
        Ok(Outcome {
            account: account.name.to_string(),
            display_name: account.display_name.clone(),
            unlocked: account.lock.is_locked(),
            must_change,
            place: plan.place,
            has_mobile: account.mobile.reachable().is_some(),
            restrictions: CurrentRestrictions::of(&account, context.clock.now()),
            history,
            generated: (chosen.is_generated() && sent.is_none()).then_some(chosen.password),
            sent,
            everywhere,
            owner,
        })
    }
}

impl<D: FindAccounts + ChangeAccounts, P: Ports> Setter<'_, D, P> {
    async fn set_and_hand_over(
        &self,
        account: &Account,
        given: &ChosenPassword,
        to: Option<&Phone>,
    ) -> Result<PasswordChange, Failure> {
        if !given.is_generated() {
            // The caller may have been verified meanwhile, and another password have been tried.
            let act = self.context.act(Action::Reset, account, Some(self.proof));
            self.context.refusing(act, may_be_chosen(account, self.context).await).await?;
        }
        // A password that is set but not handed over is known to nobody: an interrupt must not come in between.
        let _hold = to.is_some().then(|| self.context.trail.hold());
        let set = self.set(account, given, self.plan.deliver).await;
        self.hand_over(set.map_err(|failure| given.or_nobody_knows(account, failure))?, account, to).await
    }

    /// Sets the password. A generated one is delivered afterwards: see [`hand_over`](Self::hand_over).
    pub(super) async fn set(
        &self,
        account: &Account,
        chosen: &ChosenPassword,
        deliver: Delivery,
    ) -> Result<PasswordChange, Failure> {
        let Self { proof, plan, directory, context, .. } = *self;
        let delivery = chosen.is_generated().then_some(deliver);
        if delivery == Some(Delivery::Screen) {
            can_be_shown(context.operator)?;
        }
        let act = Act { delivery, ..context.act(Action::Reset, account, Some(proof)) };
        let must_change = context.refusing(act.clone(), plan.must_change(account)).await?;
        let now = account.controller_time(context.clock.now());
        let new = NewPassword { password: &chosen.password, must_change: must_change.is_required(), now };
        let set = async |receipt: &_| {
            let PasswordSet { server, history } = directory.set_password(receipt, account, &new).await?;
            Ok(Made { server, value: history })
        };
        match context.change(act, account, directory, set).await {
            Ok(made) => Ok(PasswordChange { chosen: chosen.clone(), history: made.value, must_change, sent: None }),
            Err(Failure::Change {
                account: name,
                error: WriteError::Partial { state: PartialChange::AnotherReset, .. },
            }) => {
                // Knowing who it was is optional.
                let by = context.trail.concurrent_operator(Action::Reset, &account.id.to_string()).await;
                Err(Failure::AnotherReset { account: name, by: by.ok().flatten() })
            }
            Err(failure) => Err(failure),
        }
    }

    /// Sends a password that was set `to` a phone, if it is to go there.
    pub(super) async fn hand_over(
        &self,
        change: PasswordChange,
        account: &Account,
        to: Option<&Phone>,
    ) -> Result<PasswordChange, Failure> {
        let Some(to) = to else { return Ok(change) };
        let (password, must_change) = (&change.chosen.password, change.must_change.is_required());
        let sent = password_sms::send(account, to, password, must_change, self.context).await?;
        Ok(PasswordChange { sent: Some(sent), ..change })
    }
}
