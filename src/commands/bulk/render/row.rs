//! One row in words: its outcome, and what to do about it.

use crate::domain::bulk::input::RowFault;
use crate::domain::bulk::{RowDetail, RowOutcome, RowResult};
use crate::text::{Message, Words};

/// Returns the label of a count.
pub(super) fn label(outcome: RowOutcome) -> Message<'static> {
    match outcome {
        RowOutcome::Unlocked => Message::BulkUnlocked,
        RowOutcome::WouldUnlock => Message::BulkWouldUnlock,
        RowOutcome::NotLocked => Message::BulkNotLocked,
        RowOutcome::NotFound => Message::BulkNotFound,
        RowOutcome::Ambiguous => Message::BulkAmbiguous,
        RowOutcome::Protected => Message::BulkProtected,
        RowOutcome::Disabled => Message::BulkDisabled,
        RowOutcome::Expired => Message::BulkExpired,
        RowOutcome::SmartcardRequired => Message::BulkSmartcard,
        RowOutcome::Unreadable => Message::BulkUnreadable,
        RowOutcome::NotReadBack => Message::BulkNotReadBack,
        RowOutcome::MayHaveChanged => Message::BulkMayHaveChanged,
        RowOutcome::NoRight => Message::BulkNoRight,
        RowOutcome::Failed => Message::BulkFailed,
    }
}

/// Returns whether somebody has to act.
pub(super) fn needs_attention(row: &RowResult) -> bool {
    let fine = matches!(row.outcome, RowOutcome::Unlocked | RowOutcome::WouldUnlock | RowOutcome::NotLocked);
    !(row.repeats() || (fine && row.detail.is_none()))
}

pub(in crate::commands) fn outcome_text(outcome: RowOutcome, detail: Option<RowDetail>, words: &Words) -> String {
    let who = &words.escalation();
    let outcome = match outcome {
        RowOutcome::Unlocked => Message::RowUnlocked,
        RowOutcome::WouldUnlock => Message::RowWouldUnlock,
        RowOutcome::NotLocked => Message::RowNotLocked,
        RowOutcome::NotFound => Message::RowNotFound,
        RowOutcome::Ambiguous => Message::RowAmbiguous,
        RowOutcome::Protected => Message::RowProtected { who },
        RowOutcome::Disabled => Message::RowDisabled { who },
        RowOutcome::Expired => Message::RowExpired { who },
        RowOutcome::SmartcardRequired => Message::RowSmartcard { who },
        RowOutcome::Unreadable => Message::RowStateHidden,
        RowOutcome::NotReadBack => Message::RowNotReadBack,
        RowOutcome::MayHaveChanged => Message::RowNoAnswer,
        RowOutcome::NoRight => Message::RowNoRight { who },
        RowOutcome::Failed => Message::RowFailed,
    };
    let Some(detail) = detail else { return words.say(&outcome) };
    words.say(&match detail {
        RowDetail::StateHidden => Message::RowStateHidden,
        RowDetail::OddName => Message::RowOddName,
        RowDetail::OwnAccount => Message::RowOwnAccount,
        RowDetail::Supervisor => Message::RowSupervisor { who },
        RowDetail::ProtectionUnknown { attribute } => Message::RowProtectionUnknown { attribute },
        RowDetail::Refused { code } => Message::RowRefused { code: code.into() },
        RowDetail::LockedAgain => Message::RowLockedAgain,
        RowDetail::NotTried => Message::RowNotTried,
        RowDetail::Gone => Message::RowGone,
        RowDetail::NotRecorded => return words.say(&Message::RowNotRecorded { outcome: &words.say(&outcome) }),
        RowDetail::SameAs { .. } => return words.say(&Message::RowSameAs { outcome: &words.say(&outcome) }),
        RowDetail::NotAnAccount(why) => fault_text(why),
    })
}

pub(in crate::commands) fn fault_text(why: RowFault) -> Message<'static> {
    match why {
        RowFault::TooLong => Message::RowTooLong,
        RowFault::Characters => Message::RowCharacters,
        RowFault::NotAName => Message::RowNotAName,
        RowFault::NoAccount => Message::RowNoAccount,
        RowFault::SeveralAccounts => Message::RowSeveralAccounts,
        RowFault::NotJson => Message::RowNotJson,
        RowFault::Cells => Message::RowCells,
        RowFault::OpenQuote => Message::RowOpenQuote,
    }
}
