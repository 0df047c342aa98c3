//! Asks for a new password until the directory accepts one. The caller stays verified meanwhile.

use super::new_password::may_be_chosen;
use super::set::{PasswordChange, Setter};
use super::{ChosenPassword, password_sms};
use crate::commands::Failure;
use crate::commands::caller::Ports;
use crate::domain::account::Account;
use crate::domain::audit::{Action, Delivery};
use crate::domain::generator::GeneratedKind;
use crate::domain::must_change::CallerPlace;
use crate::ports::{
    ChangeAccounts, ChangeRefusal, FindAccounts, NewPasswordAnswer, NoAnswer, Notice, PartialChange, WriteError,
};

impl<D: FindAccounts + ChangeAccounts, P: Ports> Setter<'_, D, P> {
    /// Asks until the directory accepts a password, typed or generated, or something other than the password is wrong.
    pub(super) async fn ask_and_set(&self, account: &Account) -> Result<PasswordChange, Failure> {
        // The state that a rejected password left behind, reported if the operator gives up.
        let mut left_behind = None;
        loop {
            match self.try_one(account, &mut left_behind).await {
                Ok(Some(change)) => return Ok(change),
                Ok(None) => {}
                Err(failure) => return Err(reported(failure, left_behind)),
            }
        }
    }

    /// One attempt; `None`: the operator has been told why the password was rejected.
    async fn try_one(
        &self,
        account: &Account,
        left_behind: &mut Option<Failure>,
    ) -> Result<Option<PasswordChange>, Failure> {
        let Self { proof, rules, directory, context, .. } = *self;
        let no_answer = |why| Failure::NoAnswer { why, option: "--password-stdin" };
        let only_generated = || async {
            match may_be_chosen(account, context).await {
                Err(refused @ Failure::OnlyGenerated { .. }) => Ok(Some(refused)),
                other => other.map(|()| None),
            }
        };
        if only_generated().await?.is_some() {
            context.operator.tell(&Notice::OnlyGenerated);
        }
        let (chosen, is_typed, deliver) = match context.operator.ask_new_password().map_err(no_answer)? {
            NewPasswordAnswer::Typed(password) => (ChosenPassword::from(password), true, Delivery::Screen),
            NewPasswordAnswer::Generate => match self.generate(account)? {
                Some(generated) => (generated, false, self.delivery(account).map_err(no_answer)?),
                None => {
                    context.operator.tell(&Notice::NoPasswordToMake);
                    return Ok(None);
                }
            },
        };
        let report = rules.judge(&chosen.password, Some(account))?;
        if !report.acceptable() {
            let refused = Err(Failure::PasswordRefused(report));
            let act = context.act(Action::Reset, account, Some(proof));
            return match context.refusing(act, refused).await {
                Err(Failure::PasswordRefused(report)) => {
                    context.operator.tell(&Notice::PasswordBreaksRules(&report));
                    Ok(None)
                }
                other => other,
            };
        }
        if is_typed && let Some(refused) = only_generated().await? {
            let act = context.act(Action::Reset, account, Some(proof));
            return match context.refusing(act, Err(refused)).await {
                Err(Failure::OnlyGenerated { .. }) => Ok(None),
                other => other,
            };
        }
        // Only now, so that a password that breaks a rule is typed once.
        if is_typed && !context.operator.repeat_password(&chosen.password).map_err(no_answer)? {
            return Ok(None);
        }
        // Choosing takes time: the account may have changed meanwhile, and an idle connection may be closed.
        let account = &context.look_again(account, Action::Reset, proof, directory).await?;
        let to = account.mobile.reachable().filter(|_| deliver == Delivery::Sms);
        // A password that is set but not handed over is known to nobody: an interrupt must not come in between.
        let _hold = to.is_some().then(|| context.trail.hold());
        let failure = match self.set(account, &chosen, deliver).await {
            Ok(change) => return self.hand_over(change, account, to).await.map(Some),
            Err(failure) => failure,
        };
        match password_rejected(&failure) {
            Some((refusal, halfway)) => {
                context.operator.tell(&Notice::PasswordNotTaken { account, refusal, halfway });
                if halfway {
                    *left_behind = Some(failure);
                }
                Ok(None)
            }
            None => Err(chosen.or_nobody_knows(account, failure)),
        }
    }

    /// How the caller gets a generated password: by SMS only to the number that a code has verified.
    fn delivery(&self, account: &Account) -> Result<Delivery, NoAnswer> {
        let Ok(to) = password_sms::number(account, !self.proof.is_of_phone(), self.context) else {
            return Ok(Delivery::Screen);
        };
        // Who is outside has the phone at hand, and need not have anything to write on.
        let usual = match self.plan.place {
            Some(CallerPlace::Outside) => Delivery::Sms,
            Some(CallerPlace::Work) | None => Delivery::Screen,
        };
        self.context.operator.choose_delivery(to, usual)
    }

    /// Generates a password of the first kind that the rules allow, if any.
    fn generate(&self, account: &Account) -> Result<Option<ChosenPassword>, Failure> {
        for kind in GeneratedKind::ALL {
            match ChosenPassword::generate(kind, Some(account), self.rules, self.context.random) {
                Err(Failure::NothingToGenerate) => {}
                generated => return generated.map(Some),
            }
        }
        Ok(None)
    }
}

/// The failure that is reported. That nothing changed would be wrong of what an `earlier` password left behind.
fn reported(failure: Failure, earlier: Option<Failure>) -> Failure {
    earlier.filter(|_| !failure.left_something()).unwrap_or(failure)
}

/// Why the password was rejected, if another one, or the same one later, may be accepted; and whether the account was
/// left with a password that nobody knows.
fn password_rejected(failure: &Failure) -> Option<(ChangeRefusal, bool)> {
    let Failure::Change { error, .. } = failure else { return None };
    let (refusal, halfway) = match error {
        WriteError::Refused { refusal, .. } => (*refusal, false),
        WriteError::Partial { state: PartialChange::RandomPassword, cause } => match &**cause {
            WriteError::Refused { refusal, .. } => (*refusal, true),
            _ => return None,
        },
        _ => return None,
    };
    match refusal {
        ChangeRefusal::History
        | ChangeRefusal::TooShort { .. }
        | ChangeRefusal::TooSimple
        | ChangeRefusal::Rules
        | ChangeRefusal::TooYoung => Some((refusal, halfway)),
        ChangeRefusal::NoRight
        | ChangeRefusal::Locked
        | ChangeRefusal::OwnChangeDenied
        | ChangeRefusal::Gone
        | ChangeRefusal::Unwilling => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_password_of_an_earlier_attempt_is_reported() {
        let account = || "evaand01".to_owned();
        let refused =
            || WriteError::Refused { server: account(), refusal: ChangeRefusal::NoRight, code: 50, text: account() };
        let change = |error| Failure::Change { account: account(), error };
        let earlier =
            || Some(change(WriteError::Partial { state: PartialChange::RandomPassword, cause: Box::new(refused()) }));
        let kind = |failure, earlier| reported(failure, earlier).kind().name();
        let cancelled = || Failure::NoAnswer { why: NoAnswer::Cancelled, option: "--password-stdin" };
        let locked_again = || Failure::LockedAgain { account: account() };
        assert_eq!(kind(cancelled(), earlier()), "halfway_random_password");
        assert_eq!(kind(change(refused()), earlier()), "halfway_random_password");
        assert_eq!(kind(locked_again(), earlier()), "locked_again");
        assert_eq!((kind(cancelled(), None), kind(change(refused()), None)), ("cancelled", "no_right"));
    }

    #[test]
    fn rejected_password_asks_again() {
        let refused = |refusal| WriteError::Refused { server: String::new(), refusal, code: 53, text: String::new() };
        let change = |error| Failure::Change { account: "evaand01".into(), error };
        for refusal in [
            ChangeRefusal::History,
            ChangeRefusal::Rules,
            ChangeRefusal::TooYoung,
            ChangeRefusal::TooShort { least: Some(14) },
        ] {
            assert_eq!(password_rejected(&change(refused(refusal))), Some((refusal, false)));
            let halfway = |state| change(WriteError::Partial { state, cause: Box::new(refused(refusal)) });
            assert_eq!(password_rejected(&halfway(PartialChange::RandomPassword)), Some((refusal, true)));
            assert_eq!(
                password_rejected(&halfway(PartialChange::OldPasswordMustChange)),
                None,
                "it is marked, and must be told"
            );
        }
        assert_eq!(
            password_rejected(&change(refused(ChangeRefusal::NoRight))),
            None,
            "another password would not be taken"
        );
    }
}
