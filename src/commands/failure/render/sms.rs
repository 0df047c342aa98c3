//! The SMS gateway's failures: surely not sent, or perhaps sent.

use jiff::{SignedDuration, Timestamp};

use super::certificate;
use crate::domain::failure_kind::FailureKind;
use crate::domain::limits::later;
use crate::exit::Exit;
use crate::ports::{SmsError, SmsRefusal};
use crate::text::{Message, Words};
use crate::view::{FailureText, alternatives};

/// Rounded up: after so many seconds it works.
fn whole_seconds(wait: SignedDuration) -> i64 {
    wait.as_secs() + i64::from(wait.subsec_nanos() > 0)
}

/// When the gateway that asked us to wait is tried again.
pub(super) fn retry_at(error: &SmsError, now: Timestamp) -> Option<Timestamp> {
    match error {
        SmsError::Busy { wait: Some(wait), .. } => Some(later(now, SignedDuration::from_secs(whole_seconds(*wait)))),
        _ => None,
    }
}

pub(super) fn describe(kind: FailureKind, error: &SmsError, words: &Words) -> FailureText {
    let detail = Some(error.to_string());
    let say = |message: Message<'_>, hint: Message<'_>, exit| FailureText {
        detail,
        ..FailureText::new(kind, &message, &hint, exit, words)
    };
    let or_identify = |text: FailureText| {
        let hint = alternatives::with_identification(text.hint, words);
        FailureText { hint, ..text }
    };
    match error {
        SmsError::NoGateway => say(Message::NoSmsGateway, Message::SmsSettingsHint, Exit::Usage),
        SmsError::Unreachable { host, .. } => {
            or_identify(say(Message::SmsUnreachable { host }, Message::SmsTryAgainHint, Exit::Unavailable))
        }
        SmsError::Untrusted { host, fault } => {
            let why = certificate::why(fault, words);
            say(Message::SmsUntrusted { host, why: &why }, Message::SmsUntrustedHint, Exit::Unavailable)
        }
        SmsError::Proxy { host, proxy, .. } => {
            say(Message::SmsProxy { host, proxy }, Message::SmsProxyHint, Exit::Unavailable)
        }
        SmsError::Redirected { host, to } => {
            say(Message::SmsRedirected { host, to }, Message::SmsSettingsHint, Exit::Usage)
        }
        SmsError::WrongAnswer { host, .. } => {
            say(Message::SmsWrongAnswer { host }, Message::SmsSettingsHint, Exit::Unavailable)
        }
        SmsError::Busy { host, wait: Some(wait), .. } => {
            let n = whole_seconds(*wait);
            or_identify(say(Message::SmsBusyFor { host, n }, Message::SmsBusyForHint { n }, Exit::Unavailable))
        }
        SmsError::Busy { host, wait: None, .. } => {
            or_identify(say(Message::SmsBusy { host }, Message::SmsTryAgainHint, Exit::Unavailable))
        }
        SmsError::Refused { host, refusal, .. } => match refusal {
            SmsRefusal::Credentials => {
                say(Message::SmsRefusedCredentials { host }, Message::SmsSettingsHint, Exit::NotAllowed)
            }
            SmsRefusal::Number => {
                or_identify(say(Message::SmsRefusedNumber { host }, Message::SmsNumberHint, Exit::Refused))
            }
            SmsRefusal::Credit => say(Message::SmsRefusedCredit { host }, Message::SmsSettingsHint, Exit::Unavailable),
            SmsRefusal::Other => say(Message::SmsRefused { host }, Message::SmsSettingsHint, Exit::Unavailable),
        },
        SmsError::Unclear { host, redirect: Some(to), .. } => {
            say(Message::SmsUnclearRedirect { host, to }, Message::SmsUnclearHint, Exit::Partly)
        }
        SmsError::Unclear { host, .. } => say(Message::SmsUnclear { host }, Message::SmsUnclearHint, Exit::Partly),
    }
}
