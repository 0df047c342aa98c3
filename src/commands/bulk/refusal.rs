//! Why a bulk run is refused. Nothing has changed then, unless a run was cut short.

use std::path::PathBuf;

use crate::domain::bulk::PasswordSpray;
use crate::domain::bulk::input::InputFault;
use crate::ports::ReportError;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The list cannot be used. `path`: `None` for standard input.
    Input {
        path: Option<PathBuf>,
        fault: InputFault,
    },
    /// The audit trail requires a reason.
    NoReason,
    OnlyForMany {
        option: &'static str,
    },
    OnlyForOne {
        option: &'static str,
    },
    /// More than `most` accounts without `--yes`.
    TooMany {
        accounts: usize,
        most: usize,
    },
    Spray(PasswordSpray),
    /// The report file cannot be created.
    Report(ReportError),
    /// The operator did not wait for changes under way.
    CutShort,
}

impl Refusal {
    /// Returns the name that scripts see.
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
