//! On what grounds a caller is believed: what the command line says, and what it comes to.

use super::{CodeRefusal, Failure};
use crate::domain::account::Account;
use crate::domain::audit::free_text;
use crate::domain::code::Code;
use crate::ports::Operator;

/// On what grounds the caller is believed.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct GroundsArgs {
    #[arg(long, value_name = "CODE", conflicts_with = "identified_by")]
    pub(crate) code: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = free_text)]
    pub(crate) identified_by: Option<String>,
}

/// What the command line gave, read and parsed.
#[derive(Debug, Default)]
pub struct Grounding {
    /// The code.
    pub code: Option<Code>,
    /// Another way.
    pub identified_by: Option<String>,
}

impl GroundsArgs {
    /// Reads the code, from standard input if asked to.
    ///
    /// # Errors
    /// [`Failure::NotACode`], or the silence of standard input.
    pub fn read(&self, operator: &dyn Operator) -> Result<Grounding, Failure> {
        let code = self.code.as_deref().map(|given| read_code(given, "--code", operator)).transpose()?;
        Ok(Grounding { code, identified_by: self.identified_by.clone() })
    }
}

/// A code as given, or the next line of standard input for `-`.
pub(super) fn read_code(given: &str, option: &'static str, operator: &dyn Operator) -> Result<Code, Failure> {
    let parsed = if given == "-" {
        Code::parse(&operator.piped_line().map_err(|why| Failure::NoAnswer { why, option })?)
    } else {
        Code::parse(given)
    };
    parsed.map_err(|_| Failure::NotACode)
}

/// Why a caller is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Grounds {
    /// They read back the code.
    Code,
    /// In the operator's words.
    IdentifiedBy(String),
}

impl Grounds {
    /// Whether they hold for the account as it is `now`: a code speaks for the number it went to.
    pub(super) fn still_hold(&self, before: &Account, now: &Account) -> Result<(), Failure> {
        match self {
            Self::Code if before.mobile.phone() != now.mobile.phone() => Err(CodeRefusal::NumberChanged.into()),
            Self::Code | Self::IdentifiedBy(_) => Ok(()),
        }
    }
}
