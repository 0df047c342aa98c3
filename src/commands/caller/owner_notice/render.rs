//! Whether the owner was told, for the operator and for scripts.

use schemars::JsonSchema;
use serde::Serialize;

use super::{NoOwnerNotice, OwnerNotice, ReportOwnerNotice};
use crate::commands::Failure;
use crate::commands::failure::render::describe;
use crate::domain::failure_kind::FailureKind;
use crate::domain::owner_notice::{NoNumberToTell, OwnerNoticeState};
use crate::ports::{Clock, SmsError};
use crate::text::{Message, Words};
use crate::ui::{Console, wrapped};

pub struct OwnerReporter<'a> {
    pub console: &'a dyn Console,
    pub words: &'a Words,
    pub clock: &'a dyn Clock,
    /// Only reports that the owner was not told; without a dialogue only what no document has.
    pub quiet: bool,
    /// Whether somebody can be asked.
    pub in_dialogue: bool,
}

impl ReportOwnerNotice for OwnerReporter<'_> {
    fn told(&self, notice: &OwnerNotice, in_document: bool) {
        let (words, now) = (self.words, self.clock.now());
        let why = |failure: &Failure| describe(failure, words, now).message;
        let problem = match notice {
            _ if self.quiet && !self.in_dialogue && in_document => return,
            OwnerNotice::Sent { .. } if self.quiet => return,
            OwnerNotice::Sent { to, queued } => {
                let message = if *queued { Message::OwnerQueued { to } } else { Message::OwnerTold { to } };
                return self.console.err(&wrapped(&words.say(&message), self.console.width()));
            }
            // Those of the password's message said it; a desk without a gateway knows that it has none.
            OwnerNotice::InPasswordSms
            | OwnerNotice::NotSent(NoOwnerNotice::Failed(Failure::Sms(SmsError::NoGateway))) => return,
            OwnerNotice::Unclear(Failure::Sms(SmsError::Unclear { host, .. })) => {
                words.say(&Message::OwnerMaybeTold { host })
            }
            OwnerNotice::Unclear(_) => words.say(&Message::OwnerUnrecorded),
            OwnerNotice::NotSent(NoOwnerNotice::NoNumber(NoNumberToTell::NoMobile)) => {
                words.say(&Message::OwnerWithoutMobile)
            }
            OwnerNotice::NotSent(NoOwnerNotice::NoNumber(NoNumberToTell::NumberNew)) => {
                words.say(&Message::OwnerNumberNew)
            }
            OwnerNotice::NotSent(NoOwnerNotice::Failed(Failure::Store(error))) => {
                words.say(&Message::OwnerNotRecorded { place: &error.place })
            }
            OwnerNotice::NotSent(NoOwnerNotice::Failed(failure)) => {
                words.say(&Message::OwnerNotTold { why: &why(failure) })
            }
        };
        let warning = words.say(&Message::Warning { message: &problem });
        self.console.err(&wrapped(&warning, self.console.width()));
    }
}

/// How the owner was told of a change.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OwnerNotice")]
pub(in crate::commands) struct OwnerNoticeDocument {
    state: OwnerNoticeState,
    /// Where the message went, masked.
    mobile: Option<String>,
    /// Why it is not known to have been sent.
    reason: Option<NoNoticeReason>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
enum NoNoticeReason {
    NoNumber(NoNumberToTell),
    Failed(FailureKind),
}

/// `None`: nobody was to be told.
pub(in crate::commands) fn document(notice: Option<&OwnerNotice>) -> Option<OwnerNoticeDocument> {
    let (state, mobile, reason) = match notice? {
        OwnerNotice::Sent { to, queued: false } => (OwnerNoticeState::Sent, Some(to.clone()), None),
        OwnerNotice::Sent { to, queued: true } => (OwnerNoticeState::Queued, Some(to.clone()), None),
        OwnerNotice::InPasswordSms => (OwnerNoticeState::InPasswordSms, None, None),
        OwnerNotice::Unclear(failure) => {
            (OwnerNoticeState::Unclear, None, Some(NoNoticeReason::Failed(failure.kind())))
        }
        OwnerNotice::NotSent(NoOwnerNotice::NoNumber(why)) => {
            (OwnerNoticeState::NotSent, None, Some(NoNoticeReason::NoNumber(*why)))
        }
        OwnerNotice::NotSent(NoOwnerNotice::Failed(failure)) => {
            (OwnerNoticeState::NotSent, None, Some(NoNoticeReason::Failed(failure.kind())))
        }
    };
    Some(OwnerNoticeDocument { state, mobile, reason })
}
