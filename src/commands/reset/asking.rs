//! Asking for a new password until the directory takes one. The caller stays verified meanwhile.

use super::{Chosen, Plan, Set, set};
use crate::commands::grounds::Grounds;
use crate::commands::{Failure, Verification, change};
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::generator::GeneratedKind;
use crate::ports::{
    ChangeAccounts, ChangeRefusal, Codes, FindAccounts, NewPasswordAnswer, Notice, PartialChange, Records, SmsGateway,
    WriteError,
};

/// Asks until the directory takes a password, typed or made, or something other than the choice is wrong.
pub(super) async fn ask_and_set<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    grounds: &Grounds,
    plan: &Plan<'_>,
    directory: &(impl FindAccounts + ChangeAccounts),
    verification: &Verification<'_, C, S, R>,
) -> Result<(Chosen, Set), Failure> {
    // The state a refused choice left behind, to be told if the operator gives up.
    let mut left: Option<Failure> = None;
    loop {
        let chosen = match verification.operator.ask_new_password() {
            Ok(NewPasswordAnswer::Typed(password)) => password.into(),
            Ok(NewPasswordAnswer::Generate) => match make(account, plan, verification) {
                Ok(Some(made)) => made,
                Ok(None) => {
                    verification.operator.tell(&Notice::NoPasswordToMake);
                    continue;
                }
                Err(failure) => return Err(left.unwrap_or(failure)),
            },
            Err(why) => return Err(left.unwrap_or(Failure::NoAnswer { why, option: "--password-stdin" })),
        };
        let report = match plan.rules.judge(&chosen.password, Some(account)) {
            Ok(report) => report,
            Err(failure) => return Err(left.unwrap_or(failure)),
        };
        if !report.acceptable() {
            let act = verification.act(Action::Reset, account, Some(grounds));
            let failure = verification.refused(act, Failure::PasswordRefused(report)).await;
            let Failure::PasswordRefused(report) = &failure else { return Err(left.unwrap_or(failure)) };
            verification.operator.tell(&Notice::PasswordBreaksRules(report));
            continue;
        }
        // Choosing takes its time: much may have changed meanwhile, and a connection that nobody used may be gone.
        let account = &match change::look_again(account, Action::Reset, grounds, directory, verification).await {
            Ok(account) => account,
            Err(failure) => return Err(left.unwrap_or(failure)),
        };
        let failure = match set(account, grounds, &chosen, plan, directory, verification).await {
            Ok(set) => return Ok((chosen, set)),
            Err(failure) => failure,
        };
        if let Some((refusal, halfway)) = choice_refused(&failure) {
            verification.operator.tell(&Notice::PasswordNotTaken { account, refusal, halfway });
            if halfway {
                left = Some(failure);
            }
            continue;
        }
        return Err(match failure {
            Failure::Change { .. }
            | Failure::AnotherReset { .. }
            | Failure::LockedAgain { .. }
            | Failure::NotReadBack { .. }
            | Failure::NotRecorded { .. } => chosen.or_nobody_knows(failure),
            // It says that nothing changed, which is true of this choice but not of the one before.
            _ => left.unwrap_or(failure),
        });
    }
}

/// One of the usual kind, or of the other where the rules leave no room for that; `None` where they leave none at all.
fn make<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    plan: &Plan<'_>,
    verification: &Verification<'_, C, S, R>,
) -> Result<Option<Chosen>, Failure> {
    for kind in GeneratedKind::ALL {
        match Chosen::generate(kind, account, plan.rules, verification) {
            Err(Failure::NothingToGenerate) => {}
            made => return made.map(Some),
        }
    }
    Ok(None)
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
