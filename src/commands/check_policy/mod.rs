//! `check-policy`: would this password be accepted, and if not, why. Changes nothing; without an
//! account it touches no network.

pub(in crate::commands) mod render;

use std::io;
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

/// For whom, and where the password comes from.
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
}

/// What is to be checked.
#[derive(Debug)]
pub enum Asked {
    /// One password.
    Password(Password),
    /// Every line of standard input.
    EachLine {
        /// Exactly as it comes.
        as_is: bool,
    },
    /// No password: what the rules are.
    Rules,
}

/// What is asked for.
pub struct Request {
    /// Whose rules; `None`: the local ones alone.
    pub account: Option<AccountQuery>,
    /// What is to be checked.
    pub asked: Asked,
}

impl Request {
    /// It only reads.
    pub fn nature(&self) -> Nature {
        if matches!(self.asked, Asked::EachLine { .. }) { Nature::ReadsLines } else { Nature::Reads }
    }
}

impl Args {
    /// Reads the account, and one password.
    ///
    /// # Errors
    /// [`Failure::NotAQuery`], no terminal, the operator's silence, or a text that cannot be a password.
    pub fn read(&self, operator: &dyn Operator) -> Result<Request, Failure> {
        let account = self.account.as_deref().map(AccountQuery::read).transpose()?;
        Ok(Request { account, asked: self.asked(operator)? })
    }

    fn asked(&self, operator: &dyn Operator) -> Result<Asked, Failure> {
        let silence = |why| Failure::NoAnswer { why, option: "--password-stdin" };
        if self.show {
            return Ok(Asked::Rules);
        }
        if self.each_line {
            return Ok(Asked::EachLine { as_is: self.as_is });
        }
        if self.password_stdin {
            let line = operator.piped_line().map_err(silence)?;
            return piped(line, self.as_is).map(Asked::Password).map_err(|_| Failure::NotAPassword);
        }
        if !operator.can_answer() {
            return Err(silence(NoAnswer::NoTerminal));
        }
        let typed = operator.ask_password_once().map_err(silence)?;
        Ok(Asked::Password(if self.as_is { typed.as_is() } else { typed.composed() }))
    }
}

/// A password that was piped in to be judged or set.
pub(super) fn piped(line: Zeroizing<String>, as_is: bool) -> Result<Password, NotAPassword> {
    Password::parse(line).map(|password| if as_is { password.as_is() } else { password.composed() })
}

/// Checks one password, against the rules of `account` too if there is one.
///
/// # Errors
/// [`Failure::BreachedList`].
pub fn run(password: &Password, rules: &Rules<'_>, account: Option<&Account>) -> Result<Outcome, Failure> {
    let policy = account.map(|account| account.policy.source());
    Ok(Outcome {
        account: account.map(|account| account.name.to_string()),
        policy,
        report: rules.judge(password, account)?,
    })
}

/// The answer.
#[derive(Debug)]
pub struct Outcome {
    /// Whose rules, when an account was named.
    pub account: Option<String>,
    /// The directory's policy for that account, whether it may be read or not.
    pub policy: Option<PolicySource>,
    /// The rules' answers.
    pub report: PolicyReport,
}

/// The rules, with no password held against them.
pub fn show(rules: &Rules<'_>, account: Option<&Account>) -> Demands {
    let policy = account.map(|account| account.policy.clone());
    let known = policy.as_ref().and_then(AppliedPolicy::known);
    let history = known.map(|policy| policy.history);
    let unknown = [
        (history != Some(0)).then_some(UncheckedRule::History),
        known.is_none().then_some(UncheckedRule::DirectoryRules),
        Some(UncheckedRule::ServerFilter),
    ];
    Demands {
        account: account.map(|account| (account.name.to_string(), account.display_name.clone())),
        demands: rules.requirements(account),
        history,
        changeable_from: account.and_then(Account::changeable_from),
        read_at: account.and_then(|account| account.read_at),
        unknown: unknown.into_iter().flatten().collect(),
        policy,
    }
}

/// What is asked of a password.
#[derive(Debug)]
pub struct Demands {
    /// Whose: the account's name and the name shown to people.
    pub account: Option<(String, String)>,
    /// The rules that can be checked beforehand.
    pub demands: Vec<Requirement>,
    /// How many earlier passwords the directory refuses, where that is known.
    pub history: Option<u32>,
    /// The account's owner may not change the password again before this.
    pub changeable_from: Option<Timestamp>,
    /// When the account was read, by the controller's clock.
    pub read_at: Option<Timestamp>,
    /// What cannot be known beforehand.
    pub unknown: Vec<UncheckedRule>,
    /// The directory's policy for the account.
    pub policy: Option<AppliedPolicy>,
}

/// Takes the answers to [`each_line`] as they come.
pub trait Answers {
    /// What the rules say of line `number`, counted from 1. `Break` when nobody listens any more.
    fn take(&mut self, number: u64, answer: Result<&PolicyReport, NotAPassword>) -> ControlFlow<()>;

    /// No more will come: nothing may be held back.
    ///
    /// # Errors
    /// Not all of it could be written.
    fn end(&mut self) -> io::Result<()>;
}

/// Checks every line of standard input until it ends.
///
/// # Errors
/// [`Failure::BreachedList`]; no line at all.
pub fn each_line(
    rules: &Rules<'_>,
    account: Option<&Account>,
    operator: &dyn Operator,
    as_is: bool,
    answers: &mut dyn Answers,
) -> Result<Lines, Failure> {
    let mut lines = Lines::default();
    loop {
        let password = match operator.piped_line() {
            Ok(line) => piped(line, as_is),
            Err(NoAnswer::NotText) => Err(NotAPassword::NotText),
            Err(NoAnswer::NothingPiped) if lines.read > 0 => return Ok(lines),
            Err(why) => return Err(Failure::NoAnswer { why, option: "--each-line" }),
        };
        lines.read += 1;
        let report = match &password {
            Ok(password) => Ok(rules.judge(password, account)?),
            Err(why) => Err(*why),
        };
        lines.acceptable += u64::from(report.as_ref().is_ok_and(PolicyReport::acceptable));
        if answers.take(lines.read, report.as_ref().map_err(|why| *why)).is_break() {
            return Ok(lines);
        }
    }
}

/// How many lines there were.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    /// In all.
    pub read: u64,
    /// Those that break no known rule.
    pub acceptable: u64,
}
