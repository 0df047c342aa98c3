//! Why a Kerberos ticket does not let the operator in, and what they can do about it.

use jiff::SignedDuration;

use crate::ports::TicketFault;
use crate::text::{Message, Words};

/// What failed, on which server.
pub(super) fn message(fault: &TicketFault, server: &str, words: &Words) -> String {
    match fault {
        TicketFault::Missing => words.say(&Message::TicketMissing),
        TicketFault::Expired => words.say(&Message::TicketExpired),
        TicketFault::Clock { ahead: Some(ahead) } => {
            // To the nearest minute: more than a few are needed to get here.
            let minutes = ahead.saturating_abs().saturating_add(30) / 60;
            let span = words.span(SignedDuration::from_mins(minutes));
            words.say(&match ahead.is_negative() {
                true => Message::ClockBehind { span: &span, server },
                false => Message::ClockAhead { span: &span, server },
            })
        }
        TicketFault::Clock { ahead: None } => words.say(&Message::ClockDiffers),
        TicketFault::KdcUnreachable => words.say(&Message::KdcUnreachable),
        TicketFault::UnknownServer { itself } => {
            named(words.say(&Message::ServerUnknownToKdc { server }), itself.as_deref(), words)
        }
        TicketFault::OtherServer { itself } => {
            named(words.say(&Message::TicketForOtherServer { server }), itself.as_deref(), words)
        }
        TicketFault::Other => words.say(&Message::TicketFailed { server }),
    }
}

fn named(message: String, itself: Option<&str>, words: &Words) -> String {
    match itself {
        Some(name) => format!("{message} {}", words.say(&Message::ServerCallsItself { name })),
        None => message,
    }
}

/// What to do now.
pub(super) fn hint(fault: &TicketFault) -> Message<'static> {
    match fault {
        TicketFault::Missing | TicketFault::Expired => Message::TicketRenewHint,
        TicketFault::Clock { .. } => Message::ClockHint,
        TicketFault::KdcUnreachable => Message::KdcHint,
        TicketFault::UnknownServer { .. } | TicketFault::OtherServer { .. } => Message::ServerNameHint,
        TicketFault::Other => Message::TicketFailedHint,
    }
}
