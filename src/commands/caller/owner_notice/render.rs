//! Whether the owner was told, for the operator and for scripts.

use serde_json::{Value, json};

use super::{NoOwnerNotice, OwnerNotice, ReportOwnerNotice};
use crate::commands::Failure;
use crate::commands::failure::render::describe;
use crate::domain::owner_notice::NoNumberToTell;
use crate::ports::{Clock, SmsError};
use crate::text::{Message, Words};
use crate::ui::{Console, wrapped};

pub struct OwnerReporter<'a> {
    pub console: &'a dyn Console,
    pub words: &'a Words,
    pub clock: &'a dyn Clock,
    /// Only reports that the owner was not told.
    pub quiet: bool,
}

impl ReportOwnerNotice for OwnerReporter<'_> {
    fn told(&self, notice: &OwnerNotice) {
        let (words, now) = (self.words, self.clock.now());
        let why = |failure: &Failure| describe(failure, words, now).message;
        let problem = match notice {
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
            OwnerNotice::Unclear(failure) => words.say(&Message::OwnerUnclear { why: &why(failure) }),
            OwnerNotice::NotSent(NoOwnerNotice::NoNumber(NoNumberToTell::NoMobile)) => {
                words.say(&Message::OwnerWithoutMobile)
            }
            OwnerNotice::NotSent(NoOwnerNotice::NoNumber(NoNumberToTell::NumberNew)) => {
                words.say(&Message::OwnerNumberNew)
            }
            OwnerNotice::NotSent(NoOwnerNotice::Failed(failure)) => {
                words.say(&Message::OwnerNotTold { why: &why(failure) })
            }
        };
        let warning = words.say(&Message::Warning { message: &problem });
        self.console.err(&wrapped(&warning, self.console.width()));
    }
}

/// `null`: nobody was to be told.
pub(in crate::commands) fn document(notice: Option<&OwnerNotice>) -> Value {
    let Some(notice) = notice else { return Value::Null };
    let (state, to, reason) = match notice {
        OwnerNotice::Sent { to, queued: false } => ("sent", Some(to), None),
        OwnerNotice::Sent { to, queued: true } => ("queued", Some(to), None),
        OwnerNotice::InPasswordSms => ("in_password_sms", None, None),
        OwnerNotice::Unclear(failure) => ("unclear", None, Some(failure.kind())),
        OwnerNotice::NotSent(why) => ("not_sent", None, Some(why.name())),
    };
    json!({ "state": state, "to": to, "reason": reason })
}
