//! `check-policy`: would this password be accepted, and if not, why. Changes nothing; without an
//! account it touches no network.

use super::{Failure, target};
use crate::domain::password::Password;
use crate::domain::policy::{LocalRules, Names, Report, judge};
use crate::domain::query::Query;
use crate::ports::{FindAccounts, Operator, Silence};

/// For whom, and where the password comes from.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// Whose rules: user name, DOMAIN\user, user@domain, mail address, phone number or name (default: the local rules alone)
    #[arg(value_name = "ACCOUNT")]
    pub account: Option<String>,
    /// Read the password from standard input (one line)
    #[arg(long)]
    pub password_stdin: bool,
}

impl Args {
    /// The password to check.
    ///
    /// # Errors
    /// No terminal, the operator's silence, or a text that cannot be a password.
    pub fn password(&self, operator: &dyn Operator) -> Result<Password, Failure> {
        let silence = |why| Failure::Silence { why, option: "--password-stdin" };
        if self.password_stdin {
            let line = operator.piped_line().map_err(silence)?;
            return Password::parse(line).map_err(|_| Failure::NotAPassword);
        }
        if !operator.can_answer() {
            return Err(silence(Silence::NoTerminal));
        }
        operator.ask_password_once().map_err(silence)
    }
}

/// Checks against the municipality's rules alone.
pub fn locally(password: &Password, rules: &LocalRules) -> Outcome {
    Outcome { account: None, report: judge(password, rules, None) }
}

/// Checks against the municipality's rules and those of one account.
///
/// # Errors
/// [`Failure`] when the account is not found or the directory does not answer.
pub async fn run(
    typed: &str,
    query: &Query,
    password: &Password,
    rules: &LocalRules,
    directory: &impl FindAccounts,
) -> Result<Outcome, Failure> {
    let account = target::exactly_one(directory, typed, query).await?;
    let names = Names { account: account.name.as_str(), display: &account.display_name };
    let report = judge(password, rules, Some((&account.policy, names)));
    Ok(Outcome { account: Some(account.name.to_string()), report })
}

/// The answer.
#[derive(Debug)]
pub struct Outcome {
    /// Whose rules, when an account was named.
    pub account: Option<String>,
    /// The rules' answers.
    pub report: Report,
}
