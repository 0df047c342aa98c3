//! Why a bulk run is refused. Nothing has changed then, unless a run was cut short.

use std::path::PathBuf;

use crate::domain::bulk::PasswordSpray;
use crate::domain::bulk::input::InputFault;
use crate::domain::failure_kind::FailureKind;
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
    pub(crate) fn kind(&self) -> FailureKind {
        match self {
            Self::Input { .. } => FailureKind::Input,
            Self::NoReason => FailureKind::NoReason,
            Self::OnlyForMany { .. } => FailureKind::OnlyForMany,
            Self::OnlyForOne { .. } => FailureKind::OnlyForOne,
            Self::TooMany { .. } => FailureKind::TooMany,
            Self::Spray(_) => FailureKind::LooksLikeAttack,
            Self::Report(_) => FailureKind::ReportFile,
            Self::CutShort => FailureKind::CutShort,
        }
    }
}
