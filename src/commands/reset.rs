//! `reset`: set a new password and unlock the account. A password used before is refused.

use super::change::{self, Made};
use super::grounds::Grounds;
use super::{Failure, Grounding, GroundsArgs, Rules, Verification, target};
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::generator;
use crate::domain::password::Password;
use crate::domain::query::Query;
use crate::ports::{
    ChangeAccounts, Codes, FindAccounts, Halfway, HistoryCheck, NewPassword, Notice, Operator, PasswordSet, Records,
    Refusal, Silence, SmsGateway, WriteError,
};

/// Whose password, and where the new one comes from.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// User name, DOMAIN\user, user@domain, mail address, phone number or name; exactly one must match
    #[arg(value_name = "ACCOUNT")]
    pub account: String,
    /// On what grounds.
    #[command(flatten)]
    pub grounds: GroundsArgs,
    /// Read the new password from standard input (one line)
    #[arg(long, conflicts_with = "generate")]
    pub password_stdin: bool,
    /// Make a password and show it
    #[arg(long)]
    pub generate: bool,
    /// The caller must choose another password at the next sign-in (default: as configured)
    #[arg(long, overrides_with = "no_must_change")]
    pub must_change: bool,
    /// The caller keeps this password
    #[arg(long)]
    pub no_must_change: bool,
}

/// Where the new password comes from.
#[derive(Debug)]
pub enum Choice {
    /// The operator types it, on the terminal.
    Typed,
    /// It was piped in.
    Given(Password),
    /// The program makes one.
    Generated,
}

impl Args {
    /// The password, read from standard input if asked to.
    ///
    /// # Errors
    /// The silence of standard input, or a terminal that is not there.
    pub fn choice(&self, operator: &dyn Operator) -> Result<Choice, Failure> {
        let silence = |why| Failure::Silence { why, option: "--password-stdin" };
        if self.password_stdin {
            let line = operator.piped_line().map_err(silence)?;
            return Password::parse(line).map(Choice::Given).map_err(|_| Failure::NotAPassword);
        }
        if self.generate {
            return Ok(Choice::Generated);
        }
        if operator.can_answer() { Ok(Choice::Typed) } else { Err(silence(Silence::NoTerminal)) }
    }

    /// Whether the password must be changed at the next sign-in.
    pub fn must_change(&self, configured: bool) -> bool {
        match (self.must_change, self.no_must_change) {
            (true, _) => true,
            (_, true) => false,
            _ => configured,
        }
    }
}

/// How a reset is to be done.
pub struct Plan<'a> {
    /// Where the password comes from.
    pub choice: Choice,
    /// Must be changed at the next sign-in.
    pub must_change: bool,
    /// What is asked of every password.
    pub rules: &'a Rules<'a>,
}

impl Plan<'_> {
    /// Whether the program makes the password, so that nobody else knows it.
    fn made(&self) -> bool {
        matches!(self.choice, Choice::Generated)
    }
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
    directory: &(impl FindAccounts + ChangeAccounts),
    verification: &Verification<'_, C, S, R>,
) -> Result<Outcome, Failure> {
    let account = target::exactly_one(directory, typed, query).await?;
    let refused = async |failure| verification.refused(verification.act(Action::Reset, &account, None), failure).await;
    if let Err(failure) = target::changeable(&account, verification.clock.now()) {
        return Err(refused(failure).await);
    }
    if !account.may_unlock {
        return Err(refused(Failure::MayNotChange { account: account.name.to_string() }).await);
    }
    // A password that breaks a rule must not cost the caller a code.
    let given = match &plan.choice {
        Choice::Given(password) => Some(password.clone()),
        Choice::Generated => Some(generate(&account, plan.rules, verification)?),
        Choice::Typed => None,
    };
    if let Some(password) = &given {
        let report = plan.rules.judge(password, Some(&account))?;
        if !report.acceptable() {
            return Err(refused(Failure::PasswordRefused(report)).await);
        }
    }
    if verification.operator.can_answer() {
        verification.operator.tell(&Notice::Account(&account));
    }
    let grounds = verification.grounds(&account, Action::Reset, grounding).await?;

    let account = change::look_again(&account, Action::Reset, &grounds, directory, verification).await?;
    let history = match &given {
        Some(password) => {
            let set = set(&account, &grounds, password, plan, directory, verification).await;
            set.map_err(|failure| if plan.made() { or_nobody_knows(failure) } else { failure })?
        }
        None => ask_and_set(&account, &grounds, plan, directory, verification).await?,
    };
    Ok(Outcome {
        account: account.name.to_string(),
        display_name: account.display_name.clone(),
        unlocked: account.lock.is_locked(),
        must_change: plan.must_change,
        history,
        generated: given.filter(|_| plan.made()),
    })
}

/// A failure after a password that was made had been set, or may have been.
fn or_nobody_knows(failure: Failure) -> Failure {
    let account = match &failure {
        Failure::LockedAgain { account }
        | Failure::NotReadBack { account, .. }
        | Failure::NotRecorded { account, .. }
        | Failure::Change { account, error: WriteError::NoAnswer { .. } | WriteError::Halfway { .. } } => {
            account.clone()
        }
        _ => return failure,
    };
    Failure::NobodyKnows { account, cause: Box::new(failure) }
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
    /// It must be changed at the next sign-in.
    pub must_change: bool,
    /// How earlier passwords were kept out.
    pub history: HistoryCheck,
    /// The password, when the program made it: to be shown, once.
    pub generated: Option<Password>,
}

/// Asks until the directory takes a password, or something other than the choice is wrong.
async fn ask_and_set<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    grounds: &Grounds,
    plan: &Plan<'_>,
    directory: &(impl FindAccounts + ChangeAccounts),
    verification: &Verification<'_, C, S, R>,
) -> Result<HistoryCheck, Failure> {
    // The state a refused choice left behind, to be told if the operator gives up.
    let mut left: Option<Failure> = None;
    loop {
        let password = match verification.operator.ask_new_password() {
            Ok(password) => password,
            Err(why) => return Err(left.unwrap_or(Failure::Silence { why, option: "--password-stdin" })),
        };
        let report = match plan.rules.judge(&password, Some(account)) {
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
        let failure = match set(account, grounds, &password, plan, directory, verification).await {
            Ok(set) => return Ok(set),
            Err(failure) => failure,
        };
        match &failure {
            Failure::Change { error: WriteError::Refused { refusal, .. }, .. } if choice_was_refused(*refusal) => {
                verification.operator.tell(&Notice::PasswordUsedBefore);
            }
            Failure::Change { error: WriteError::Halfway { state: Halfway::RandomPassword, cause }, .. } if matches!(&**cause, WriteError::Refused { refusal, .. } if choice_was_refused(*refusal)) =>
            {
                verification.operator.tell(&Notice::PasswordUsedBeforeHalfway);
                left = Some(failure);
            }
            Failure::Change { .. }
            | Failure::LockedAgain { .. }
            | Failure::NotReadBack { .. }
            | Failure::NotRecorded { .. } => return Err(failure),
            // It says that nothing changed, which is true of this choice but not of the one before.
            _ => return Err(left.unwrap_or(failure)),
        }
    }
}

/// Whether another password may be taken where this one was not.
fn choice_was_refused(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::History | Refusal::Rules)
}

/// One attempt, recorded before and after, and read back.
async fn set<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    grounds: &Grounds,
    password: &Password,
    plan: &Plan<'_>,
    directory: &(impl FindAccounts + ChangeAccounts),
    verification: &Verification<'_, C, S, R>,
) -> Result<HistoryCheck, Failure> {
    let act = verification.act(Action::Reset, account, Some(grounds));
    let new = NewPassword { password, must_change: plan.must_change, now: verification.clock.now() };
    let made = change::make(act, account, directory, verification, true, async |receipt| {
        let PasswordSet { server, history } = directory.set_password(receipt, account, &new).await?;
        Ok(Made { server, what: history })
    })
    .await?;
    Ok(made.what)
}

fn generate<C, S, R>(
    account: &Account,
    rules: &Rules<'_>,
    verification: &Verification<'_, C, S, R>,
) -> Result<Password, Failure> {
    let wanted = account.policy.known().map_or(0, |policy| policy.min_length).max(rules.local.min_length);
    let length = usize::try_from(wanted).unwrap_or(usize::MAX).min(256);
    generator::generate(
        length,
        |buffer| verification.random.fill(buffer),
        |password| rules.judge(password, Some(account)).is_ok_and(|report| report.acceptable()),
    )?
    .ok_or(Failure::NothingToGenerate)
}
