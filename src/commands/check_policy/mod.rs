//! `check-policy`: whether a password would be accepted, and why not. Changes nothing; without an account it uses no
//! network.

pub(in crate::commands) mod render;

use std::ops::ControlFlow;

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::caller::AccountQuery;
use super::{Failure, Nature, Rules};
use crate::domain::account::Account;
use crate::domain::password::{NotAPassword, Password};
use crate::domain::policy::{AppliedPolicy, PolicyReport, PolicySource, Requirement, UncheckedRule};
use crate::ports::{NoAnswer, Operator};
pub use render::JsonLines;

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: Option<String>,
    #[arg(long, conflicts_with = "each_line")]
    pub(crate) password_stdin: bool,
    #[arg(long)]
    pub(crate) each_line: bool,
    #[arg(long)]
    pub(crate) as_is: bool,
    #[arg(long, conflicts_with_all = ["password_stdin", "each_line", "as_is"])]
    pub(crate) show: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug)]
pub enum CheckTarget {
    Password(Password),
    /// Each line of standard input, without normalisation if `as_is`.
    EachLine {
        as_is: bool,
    },
    /// No password: list the rules.
    Rules,
}

pub struct Request {
    /// Whose rules; `None` for the local ones only.
    pub account: Option<AccountQuery>,
    pub target: CheckTarget,
    /// Changes nothing here either; a script may give it to every command.
    pub dry_run: bool,
}

impl Request {
    pub fn nature(&self) -> Nature {
        if matches!(self.target, CheckTarget::EachLine { .. }) { Nature::ReadsLines } else { Nature::Reads }
    }
}

impl Args {
    /// Reads the account and the password.
    ///
    /// # Errors
    /// [`Failure::NotAQuery`], [`Failure::NoAnswer`] or [`Failure::NotAPassword`].
    pub fn read(&self, operator: &dyn Operator) -> Result<Request, Failure> {
        let account = self.account.as_deref().map(AccountQuery::read).transpose()?;
        Ok(Request { account, target: self.target(operator)?, dry_run: self.dry_run })
    }

    fn target(&self, operator: &dyn Operator) -> Result<CheckTarget, Failure> {
        let no_answer = |why| Failure::NoAnswer { why, option: "--password-stdin" };
        if self.show {
            return Ok(CheckTarget::Rules);
        }
        if self.each_line {
            return Ok(CheckTarget::EachLine { as_is: self.as_is });
        }
        if self.password_stdin {
            let line = operator.last_piped_line().map_err(no_answer)?;
            return piped(line, self.as_is).map(CheckTarget::Password).map_err(|_| Failure::NotAPassword);
        }
        if !operator.can_answer() {
            return Err(no_answer(NoAnswer::NoTerminal));
        }
        let typed = operator.ask_password_once().map_err(no_answer)?;
        Ok(CheckTarget::Password(if self.as_is { typed.as_is() } else { typed.composed() }))
    }
}

/// Parses a password from standard input.
pub(super) fn piped(line: Zeroizing<String>, as_is: bool) -> Result<Password, NotAPassword> {
    Password::parse(line).map(|password| if as_is { password.as_is() } else { password.composed() })
}

/// Checks one password against the local rules and those of `account`.
///
/// # Errors
/// [`Failure::BreachedList`].
pub fn run(password: &Password, rules: &Rules<'_>, account: Option<&Account>) -> Result<Outcome, Failure> {
    let policy = account.map(|account| account.policy.source());
    Ok(Outcome {
        account: account.map(|account| account.name.to_string()),
        policy,
        report: rules.judge(password, account)?,
        dry_run: false,
    })
}

#[derive(Debug)]
pub struct Outcome {
    pub account: Option<String>,
    /// The account's directory policy, readable or not.
    pub policy: Option<PolicySource>,
    pub report: PolicyReport,
    /// Whether a dry run was asked for.
    pub dry_run: bool,
}

/// Returns the rules, without checking a password.
pub fn show(rules: &Rules<'_>, account: Option<&Account>) -> PasswordRequirements {
    let policy = account.map(|account| account.policy.clone());
    let known = policy.as_ref().and_then(AppliedPolicy::known);
    let history = known.map(|policy| policy.history);
    let unknown = [
        (history != Some(0)).then_some(UncheckedRule::History),
        known.is_none().then_some(UncheckedRule::DirectoryRules),
        Some(UncheckedRule::ServerFilter),
    ];
    PasswordRequirements {
        account: account.map(|account| (account.name.to_string(), account.display_name.clone())),
        requirements: rules.requirements(account),
        history,
        changeable_from: account.and_then(Account::changeable_from),
        read_at: account.and_then(|account| account.read_at),
        unknown: unknown.into_iter().flatten().collect(),
        policy,
    }
}

#[derive(Debug)]
pub struct PasswordRequirements {
    /// User name and display name.
    pub account: Option<(String, String)>,
    /// Rules that can be checked beforehand.
    pub requirements: Vec<Requirement>,
    /// How many earlier passwords the directory refuses; `None` if unknown.
    pub history: Option<u32>,
    /// When the owner may change the password again.
    pub changeable_from: Option<Timestamp>,
    /// When the account was read, by the controller's clock.
    pub read_at: Option<Timestamp>,
    /// Rules that cannot be checked beforehand.
    pub unknown: Vec<UncheckedRule>,
    pub policy: Option<AppliedPolicy>,
}

/// Checks every line of standard input. `report` takes the result of each, numbered from 1, and returns `Break` if the
/// reader is gone.
///
/// # Errors
/// [`Failure::BreachedList`], or [`Failure::NoAnswer`] without any line.
pub fn each_line(
    rules: &Rules<'_>,
    account: Option<&Account>,
    operator: &dyn Operator,
    as_is: bool,
    mut report: impl FnMut(u64, Result<&PolicyReport, NotAPassword>) -> ControlFlow<()>,
) -> Result<LineCounts, Failure> {
    let mut lines = LineCounts::default();
    loop {
        let password = match operator.piped_line() {
            Ok(line) => piped(line, as_is),
            Err(NoAnswer::NotText) => Err(NotAPassword::NotText),
            Err(NoAnswer::NothingPiped) if lines.read > 0 => return Ok(lines),
            Err(why) => return Err(Failure::NoAnswer { why, option: "--each-line" }),
        };
        lines.read += 1;
        let result = match &password {
            Ok(password) => Ok(rules.judge(password, account)?),
            Err(why) => Err(*why),
        };
        lines.acceptable += u64::from(result.as_ref().is_ok_and(PolicyReport::acceptable));
        if report(lines.read, result.as_ref().map_err(|why| *why)).is_break() {
            return Ok(lines);
        }
    }
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct LineCounts {
    pub read: u64,
    /// Lines that break no known rule.
    pub acceptable: u64,
}
