//! Asking for a new password until the directory takes one. The caller stays verified meanwhile.

use super::ChosenPassword;
use super::set::{Set, Setter};
use crate::commands::Failure;
use crate::commands::caller::Ports;
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::generator::GeneratedKind;
use crate::ports::{ChangeAccounts, ChangeRefusal, FindAccounts, NewPasswordAnswer, Notice, PartialChange, WriteError};

/// What came of one choice.
enum Tried {
    Set(ChosenPassword, Set),
    /// The operator was told why it was not taken; what that left behind, if it did.
    NotTaken(Option<Failure>),
}

impl<D: FindAccounts + ChangeAccounts, P: Ports> Setter<'_, D, P> {
    /// Asks until the directory takes a password, typed or made, or something other than the choice is wrong.
    pub(super) async fn ask_and_set(&self, account: &Account) -> Result<(ChosenPassword, Set), Failure> {
        // The state a refused choice left behind, to be told if the operator gives up.
        let mut left: Option<Failure> = None;
        loop {
            match self.try_one(account).await {
                Ok(Tried::Set(chosen, set)) => return Ok((chosen, set)),
                Ok(Tried::NotTaken(behind)) => left = behind.or(left),
                // It says what was done, which weighs more than what the choice before left behind.
                Err(
                    failure @ (Failure::Change { .. }
                    | Failure::AnotherReset { .. }
                    | Failure::LockedAgain { .. }
                    | Failure::NotReadBack { .. }
                    | Failure::NotRecorded { .. }
                    | Failure::NobodyKnows { .. }),
                ) => return Err(failure),
                // It says that nothing changed, which is true of this choice but not of the one before.
                Err(failure) => return Err(left.unwrap_or(failure)),
            }
        }
    }

    async fn try_one(&self, account: &Account) -> Result<Tried, Failure> {
        let Self { proof, rules, directory, context, .. } = *self;
        let answer = context.operator.ask_new_password();
        let chosen = match answer.map_err(|why| Failure::NoAnswer { why, option: "--password-stdin" })? {
            NewPasswordAnswer::Typed(password) => password.into(),
            NewPasswordAnswer::Generate => match self.make(account)? {
                Some(made) => made,
                None => {
                    context.operator.tell(&Notice::NoPasswordToMake);
                    return Ok(Tried::NotTaken(None));
                }
            },
        };
        let report = rules.judge(&chosen.password, Some(account))?;
        if !report.acceptable() {
            let refused = Err(Failure::PasswordRefused(report));
            let act = context.act(Action::Reset, account, Some(proof));
            return match context.refusing::<Tried>(act, refused).await {
                Err(Failure::PasswordRefused(report)) => {
                    context.operator.tell(&Notice::PasswordBreaksRules(&report));
                    Ok(Tried::NotTaken(None))
                }
                other => other,
            };
        }
        // Choosing takes its time: much may have changed meanwhile, and a connection that nobody used may be gone.
        let account = &context.look_again(account, Action::Reset, proof, directory).await?;
        let failure = match self.set(account, &chosen).await {
            Ok(set) => return Ok(Tried::Set(chosen, set)),
            Err(failure) => failure,
        };
        match choice_refused(&failure) {
            Some((refusal, halfway)) => {
                context.operator.tell(&Notice::PasswordNotTaken { account, refusal, halfway });
                Ok(Tried::NotTaken(halfway.then_some(failure)))
            }
            None => Err(chosen.or_nobody_knows(failure)),
        }
    }

    /// One of the usual kind, or of the other where the rules leave no room for that; `None` where they leave none at
    /// all.
    fn make(&self, account: &Account) -> Result<Option<ChosenPassword>, Failure> {
        for kind in GeneratedKind::ALL {
            match ChosenPassword::generate(kind, account, self.rules, self.context.random) {
                Err(Failure::NothingToGenerate) => {}
                made => return made.map(Some),
            }
        }
        Ok(None)
    }
}

/// Why this choice was not taken where another, or the same one later, may be; and whether that left the account with
/// a password that nobody knows.
fn choice_refused(failure: &Failure) -> Option<(ChangeRefusal, bool)> {
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
    fn what_asks_again() {
        let refused = |refusal| WriteError::Refused { server: String::new(), refusal, code: 53, text: String::new() };
        let change = |error| Failure::Change { account: "evaand01".into(), error };
        for refusal in [
            ChangeRefusal::History,
            ChangeRefusal::Rules,
            ChangeRefusal::TooYoung,
            ChangeRefusal::TooShort { least: Some(14) },
        ] {
            assert_eq!(choice_refused(&change(refused(refusal))), Some((refusal, false)));
            let halfway = |state| change(WriteError::Partial { state, cause: Box::new(refused(refusal)) });
            assert_eq!(choice_refused(&halfway(PartialChange::RandomPassword)), Some((refusal, true)));
            assert_eq!(
                choice_refused(&halfway(PartialChange::OldPasswordMustChange)),
                None,
                "it is marked, and must be told"
            );
        }
        assert_eq!(
            choice_refused(&change(refused(ChangeRefusal::NoRight))),
            None,
            "another password would not be taken"
        );
    }
}
