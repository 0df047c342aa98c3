//! Proof of a caller's identity: the claim on the command line, and the proof it leads to.

use crate::commands::{CodeRefusal, Failure};
use crate::domain::account::Account;
use crate::domain::audit::free_text;
use crate::domain::code::Code;
use crate::ports::Operator;

/// Options that say who the caller is.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct IdentityArgs {
    #[arg(long, value_name = "CODE", conflicts_with = "identified_by")]
    pub(crate) code: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = free_text)]
    pub(crate) identified_by: Option<String>,
}

/// What the command line gave, read and parsed.
#[derive(Debug, Default)]
pub struct IdentityClaim {
    pub code: Option<Code>,
    /// How the caller was identified otherwise, in the operator's words.
    pub identified_by: Option<String>,
    /// A code has just been sent, and is asked for at once.
    pub code_was_sent: bool,
}

impl IdentityArgs {
    /// Reads the code, from standard input if asked to. `password_follows`: a password is on the line after it.
    pub fn read(&self, operator: &dyn Operator, password_follows: bool) -> Result<IdentityClaim, Failure> {
        let read = |given| read_code(given, "--code", operator, password_follows);
        let code = self.code.as_deref().map(read).transpose()?;
        Ok(IdentityClaim { code, identified_by: self.identified_by.clone(), code_was_sent: false })
    }
}

/// A code as given, or the next line of standard input for `-`.
pub(in crate::commands) fn read_code(
    given: &str,
    option: &'static str,
    operator: &dyn Operator,
    password_follows: bool,
) -> Result<Code, Failure> {
    let parsed = if given == "-" {
        let line = if password_follows { operator.piped_line() } else { operator.last_piped_line() };
        Code::parse(&line.map_err(|why| Failure::NoAnswer { why, option })?)
    } else {
        Code::parse(given)
    };
    parsed.map_err(|_| Failure::NotACode)
}

/// How a caller's identity was proved.
#[derive(Debug, Clone)]
pub(in crate::commands) enum IdentityProof {
    /// The caller read back the code.
    Code,
    /// A manager, this one, vouched for them: the code went to the manager's phone.
    Manager(Box<Account>),
    /// Otherwise, in the operator's words.
    IdentifiedBy(String),
}

impl IdentityProof {
    /// By a code that the caller read back; `via`: the manager it went to.
    pub(in crate::commands) fn by_code(via: Option<&Account>) -> Self {
        via.map_or(Self::Code, |manager| Self::Manager(Box::new(manager.clone())))
    }

    /// Whether it also proves whose the account's phone is.
    pub(in crate::commands) fn is_of_phone(&self) -> bool {
        matches!(self, Self::Code)
    }

    pub(in crate::commands) fn manager(&self) -> Option<&Account> {
        match self {
            Self::Manager(manager) => Some(manager),
            Self::Code | Self::IdentifiedBy(_) => None,
        }
    }

    /// Checks the proof for the account as it is `now`: a code proves only the number it was sent to. Whether a manager
    /// still vouches is asked of the directory.
    pub(in crate::commands) fn still_holds(&self, before: &Account, now: &Account) -> Result<(), Failure> {
        match self {
            Self::Code if before.mobile.phone() != now.mobile.phone() => Err(CodeRefusal::NumberChanged.into()),
            Self::Code | Self::Manager(_) | Self::IdentifiedBy(_) => Ok(()),
        }
    }
}
