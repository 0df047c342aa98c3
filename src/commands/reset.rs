//! `reset`: set a new password and unlock the account. A password used before is refused.

mod asking;
mod chosen;

use asking::ask_and_set;
use chosen::Chosen;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::change::{self, Made};
use super::delivery::{self, SentPassword};
use super::everywhere::{self, Everywhere};
use super::grounds::Grounds;
use super::{Failure, Grounding, GroundsArgs, Rules, Verification, check_policy, target};
use crate::domain::account::Account;
use crate::domain::audit::{Act, Action, Delivery};
use crate::domain::generator::GeneratedKind;
use crate::domain::must_change::{MustChange, MustChangeRequest, WouldShutOut};
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::domain::query::Query;
use crate::domain::restrictions::CurrentRestrictions;
use crate::ports::{
    ChangeAccounts, Codes, FindAccounts, HistoryCheck, NewPassword, NoAnswer, Notice, Operator, PartialChange,
    PasswordSet, QueryControllers, Records, SmsGateway, UnlockOnController, WriteError,
};

/// Whose password, and where the new one comes from.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: String,
    #[command(flatten)]
    pub(crate) grounds: GroundsArgs,
    #[arg(long, conflicts_with = "generate")]
    pub(crate) password_stdin: bool,
    #[arg(long, requires = "password_stdin")]
    pub(crate) as_is: bool,
    #[arg(
        long,
        value_name = "KIND",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = GeneratedKind::Words.name(),
        value_parser = PossibleValuesParser::new(GeneratedKind::ALL.map(GeneratedKind::name)).map(kind),
    )]
    pub(crate) generate: Option<GeneratedKind>,
    #[arg(
        long,
        value_enum,
        value_name = "WAY",
        default_value_t,
        requires = "generate",
        conflicts_with = "password_stdin"
    )]
    pub(crate) deliver: Delivery,
    #[arg(long)]
    pub(crate) everywhere: bool,
    #[arg(long, overrides_with = "no_must_change")]
    pub(crate) must_change: bool,
    #[arg(long)]
    pub(crate) no_must_change: bool,
}

/// The parser lets no other name through.
fn kind(name: String) -> GeneratedKind {
    GeneratedKind::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or(GeneratedKind::Words)
}

/// Where the new password comes from.
#[derive(Debug)]
pub enum Choice {
    /// The operator types it on the terminal, or has one made there.
    Asked,
    /// It was piped in.
    Given(Password),
    /// The program makes one.
    Generated(GeneratedKind),
}

impl Args {
    /// The password, read from standard input if asked to.
    ///
    /// # Errors
    /// The silence of standard input, or a terminal that is not there.
    pub fn choice(&self, operator: &dyn Operator) -> Result<Choice, Failure> {
        let silence = |why| Failure::NoAnswer { why, option: "--password-stdin" };
        if self.password_stdin {
            let line = operator.piped_line().map_err(silence)?;
            let chosen = check_policy::chosen(line, self.as_is);
            return chosen.map(Choice::Given).map_err(|_| Failure::NotAPassword);
        }
        if let Some(kind) = self.generate {
            if self.deliver == Delivery::Screen {
                can_be_shown(operator)?;
            }
            return Ok(Choice::Generated(kind));
        }
        if operator.can_answer() { Ok(Choice::Asked) } else { Err(silence(NoAnswer::NoTerminal)) }
    }

    /// Whether the password must be changed at the next sign-in, if that is said.
    pub fn wants_change(&self) -> Option<bool> {
        (self.must_change || self.no_must_change).then_some(self.must_change)
    }

    /// Who wants that, where `in_force` is what the options and the settings come to.
    pub fn must_change(&self, in_force: bool) -> MustChangeRequest {
        if self.wants_change().is_some() {
            MustChangeRequest::Explicit(in_force)
        } else {
            MustChangeRequest::Default(in_force)
        }
    }
}

/// How a reset is to be done.
pub struct Plan<'a> {
    /// Where the password comes from.
    pub choice: Choice,
    /// How the caller gets it, if the program makes it.
    pub deliver: Delivery,
    /// Whether it is to be changed at the next sign-in.
    pub must_change: MustChangeRequest,
    /// Whether the other controllers of the site are seen to.
    pub everywhere: bool,
    /// What is asked of every password.
    pub rules: &'a Rules<'a>,
}

/// Sets a new password for a verified caller.
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
    let refused = async |failure| verification.refused(verification.act(Action::Reset, &account, None), failure).await;
    let in_reach = target::in_reach(&account, verification.clock.now());
    if let Err(failure) = in_reach.and_then(|()| demand(plan, &account).map(drop)) {
        return Err(refused(failure).await);
    }
    // Nor may an SMS that cannot be sent cost the caller a code, or the password they have.
    let to = match plan.deliver {
        Delivery::Sms => match delivery::number(&account, grounding, verification) {
            Ok(number) => Some(number.clone()),
            Err(failure) => return Err(refused(failure).await),
        },
        Delivery::Screen => None,
    };
    // A password that breaks a rule must not cost the caller a code.
    let given = match &plan.choice {
        Choice::Given(password) => Some(Chosen::from(password.clone())),
        Choice::Generated(kind) => Some(Chosen::generate(*kind, &account, plan.rules, verification)?),
        Choice::Asked => None,
    };
    if let Some(given) = &given {
        let report = plan.rules.judge(&given.password, Some(&account))?;
        if !report.acceptable() {
            return Err(refused(Failure::PasswordRefused(report)).await);
        }
    }
    verification.introduce(&account, grounding, directory).await?;
    let grounds = verification.grounds(&account, Action::Reset, grounding).await?;

    set_new(&account, &grounds, given, to.as_ref(), plan, directory, verification).await
}

/// A password that nobody will see shuts its owner out.
fn can_be_shown(operator: &dyn Operator) -> Result<(), Failure> {
    if operator.can_be_shown() { Ok(()) } else { Err(Failure::NowhereToShow) }
}

/// Sets what was `given`, or what is asked for, for a caller who is believed; sends it `to` a phone, if made for that;
/// and sees to the other controllers, if that is planned.
pub(super) async fn set_new<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    grounds: &Grounds,
    given: Option<Chosen>,
    to: Option<&Phone>,
    plan: &Plan<'_>,
    directory: &(impl FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController),
    verification: &Verification<'_, C, S, R>,
) -> Result<Outcome, Failure> {
    // This also sees to it that the number is still the one that the code went to.
    let account = change::look_again(account, Action::Reset, grounds, directory, verification).await?;
    // A password that is set but not handed over is known to nobody: one is not cut off from the other.
    let _hold = to.is_some().then(|| verification.trail.hold());
    let (chosen, Set { history, demand }) = match given {
        Some(given) => match set(&account, grounds, &given, plan, directory, verification).await {
            Ok(set) => (given, set),
            Err(failure) => return Err(given.or_nobody_knows(failure)),
        },
        None => ask_and_set(&account, grounds, plan, directory, verification).await?,
    };
    let sent = match to {
        Some(to) => Some(delivery::send(&account, to, &chosen.password, demand.is_made(), verification).await?),
        None => None,
    };
    if let Some(bits) = chosen.bits {
        verification.operator.tell(&Notice::PasswordMade { bits });
    }
    let everywhere = match plan.everywhere {
        true => {
            // A password that was made is still to be told: nothing cuts this short.
            let _hold = verification.trail.hold();
            Some(everywhere::see_to(&account, grounds, true, directory, verification).await)
        }
        false => None,
    };
    Ok(Outcome {
        account: account.name.to_string(),
        display_name: account.display_name.clone(),
        unlocked: account.lock.is_locked(),
        demand,
        restrictions: CurrentRestrictions::of(&account, verification.clock.now()),
        history,
        generated: (chosen.is_made() && sent.is_none()).then_some(chosen.password),
        sent,
        everywhere,
    })
}

/// What was done.
#[derive(Debug)]
pub struct Outcome {
    /// Whose account.
    pub account: String,
    /// The name shown to people.
    pub display_name: String,
    /// It was locked and was read back as open.
    pub unlocked: bool,
    /// Whether it must be changed at the next sign-in, and if not as wanted, why.
    pub demand: MustChange,
    /// When and where the caller may sign in.
    pub restrictions: CurrentRestrictions,
    /// How earlier passwords were kept out.
    pub history: HistoryCheck,
    /// The password, when the program made it to be shown, once.
    pub generated: Option<Password>,
    /// Where the password went, when the program made it to be sent.
    pub sent: Option<SentPassword>,
    /// What the controllers of the site have, if that was asked for.
    pub everywhere: Option<Everywhere>,
}

/// What was done in one attempt.
struct Set {
    history: HistoryCheck,
    demand: MustChange,
}

/// Whether the password is to be changed at the next sign-in, as the account stands.
fn demand(plan: &Plan<'_>, account: &Account) -> Result<MustChange, Failure> {
    plan.must_change
        .on(account)
        .map_err(|WouldShutOut| Failure::MustChangeShutsOut { account: account.name.to_string() })
}

/// One attempt, recorded before and after, and read back.
async fn set<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    grounds: &Grounds,
    chosen: &Chosen,
    plan: &Plan<'_>,
    directory: &(impl FindAccounts + ChangeAccounts),
    verification: &Verification<'_, C, S, R>,
) -> Result<Set, Failure> {
    let delivery = chosen.is_made().then_some(plan.deliver);
    if delivery == Some(Delivery::Screen) {
        can_be_shown(verification.operator)?;
    }
    let act = Act { delivery, ..verification.act(Action::Reset, account, Some(grounds)) };
    let demand = match demand(plan, account) {
        Ok(demand) => demand,
        Err(failure) => return Err(verification.refused(act, failure).await),
    };
    let now = account.judged_at(verification.clock.now());
    let new = NewPassword { password: &chosen.password, must_change: demand.is_made(), now };
    let made = change::make(act, account, directory, verification, true, async |receipt| {
        let PasswordSet { server, history } = directory.set_password(receipt, account, &new).await?;
        Ok(Made { server, what: history })
    })
    .await;
    let made = match made {
        Err(Failure::Change {
            account: name,
            error: WriteError::Partial { state: PartialChange::AnotherReset, .. },
        }) => {
            // Who it was is good to know, and no more.
            let by = verification.trail.concurrent_operator(Action::Reset, &account.id.to_string()).await;
            return Err(Failure::AnotherReset { account: name, by: by.ok().flatten() });
        }
        made => made?,
    };
    Ok(Set { history: made.what, demand })
}
