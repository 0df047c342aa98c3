//! A code that does not verify the caller, or that may not be sent yet.

use jiff::Timestamp;

use crate::commands::failure::CodeRefusal;
use crate::domain::failure_kind::FailureKind;
use crate::domain::limits::{RateLimited, SendLimit, Share};
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::view::{FailureText, alternatives};

pub(super) fn describe(kind: FailureKind, refusal: CodeRefusal, words: &Words, now: Timestamp) -> FailureText {
    let (tries_left, retry_at) = (refusal.tries_left(), refusal.until());
    let until = retry_at.map(|until| words.when(until, now)).unwrap_or_default();
    let (message, hint) = said(refusal, &until);
    let hint = match refusal {
        CodeRefusal::Closes { .. } | CodeRefusal::Closed { .. } => {
            alternatives::with_supervisor(words.say(&hint), words)
        }
        _ => words.say(&hint),
    };
    FailureText { tries_left, retry_at, ..FailureText::said(kind, words.say(&message), hint, Exit::Refused) }
}

fn said(refusal: CodeRefusal, until: &str) -> (Message<'_>, Message<'_>) {
    match refusal {
        CodeRefusal::Wrong { left } => (Message::CodeWrong, Message::CodeWrongHint { left: left.into() }),
        CodeRefusal::ForAnotherAccount { left } => {
            (Message::CodeForAnother, Message::CodeForAnotherHint { left: left.into() })
        }
        CodeRefusal::Replaced { left } => (Message::CodeReplaced, Message::CodeReplacedHint { left: left.into() }),
        CodeRefusal::Closes { .. } => (Message::CodeCloses { until }, Message::VerificationClosedHint),
        CodeRefusal::Closed { .. } => (Message::VerificationClosed { until }, Message::VerificationClosedHint),
        CodeRefusal::Expired => (Message::CodeExpired, Message::NewCodeHint),
        CodeRefusal::Used => (Message::CodeUsed, Message::NewCodeHint),
        CodeRefusal::NoTriesLeft => (Message::CodeNoTries, Message::NewCodeHint),
        CodeRefusal::NoneSent => (Message::CodeNoneSent, Message::SendCodeHint),
        CodeRefusal::ManagerChanged => (Message::CodeManagerChanged, Message::CodeManagerChangedHint),
        CodeRefusal::NumberChanged => (Message::CodeNumberChanged, Message::CodeNumberChangedHint),
    }
}

/// `code_out`: one that was sent is still valid. `to_manager`: the number is that of the manager who vouches.
pub(super) fn send_limit(
    kind: FailureKind,
    account: &str,
    not_yet: &RateLimited,
    code_out: bool,
    to_manager: bool,
    words: &Words,
    now: Timestamp,
) -> FailureText {
    let again = &words.soon(not_yet.again, now);
    let message = match not_yet.limit {
        SendLimit::Gap => Message::SendLimitGap { account },
        SendLimit::Hour(Share::Account) => Message::SendLimitHour { account },
        SendLimit::Hour(Share::Number) if to_manager => Message::ManagerLimitHour { account },
        SendLimit::Hour(Share::Number) => Message::NumberLimitHour { account },
        SendLimit::Day(Share::Account) => Message::SendLimitDay { account },
        SendLimit::Day(Share::Number) if to_manager => Message::ManagerLimitDay { account },
        SendLimit::Day(Share::Number) => Message::NumberLimitDay { account },
    };
    let hint = match code_out {
        true => Message::SendLimitHint { again },
        // The one that was sent is of no use.
        false => Message::CodeNotYet { again },
    };
    let retry_at = Some(not_yet.again);
    FailureText { retry_at, ..FailureText::new(kind, &message, &hint, Exit::Refused, words) }
}
