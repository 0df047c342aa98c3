//! Why many accounts are not unlocked as asked. Nothing has changed then, unless a run was cut short.

use std::path::PathBuf;

use crate::domain::bulk::PasswordSpray;
use crate::domain::bulk::input::InputFault;
use crate::ports::ReportError;

/// Why it was not begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The list cannot be used.
    Input {
        /// The file; `None`: standard input.
        path: Option<PathBuf>,
        /// Why.
        fault: InputFault,
    },
    /// Nobody said why; it goes into the audit trail.
    NoReason,
    /// An option that is of no use for one account.
    OnlyForMany {
        /// The option.
        option: &'static str,
    },
    /// An option that is about one caller.
    OnlyForOne {
        /// The option.
        option: &'static str,
    },
    /// More than are unlocked without a word.
    TooMany {
        /// How many there are to unlock.
        accounts: usize,
        /// How many are.
        most: usize,
    },
    /// It looks as if someone is guessing passwords.
    Spray(PasswordSpray),
    /// The report cannot be begun.
    Report(ReportError),
    /// The operator would not wait for what was under way.
    CutShort,
}

impl Refusal {
    /// The name scripts see.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Input { .. } => "input",
            Self::NoReason => "no_reason",
            Self::OnlyForMany { .. } => "only_for_many",
            Self::OnlyForOne { .. } => "only_for_one",
            Self::TooMany { .. } => "too_many",
            Self::Spray(_) => "looks_like_attack",
            Self::Report(_) => "report_file",
            Self::CutShort => "cut_short",
        }
    }
}
