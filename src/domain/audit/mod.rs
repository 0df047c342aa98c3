//! Audit records: who did what to whom, when, and how it ended. Never a secret.

mod archive;
mod chain;
mod fault;
mod fields;
mod filter;
mod free_text;
mod incomplete_resets;
mod index;
mod last_unlock;
mod page;
mod scanner;
mod typed_ticket;
mod typed_time;
mod unconcluded;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use archive::{ArchiveFault, ArchiveFaultKind, ArchiveReader, ending, heading, line};
pub use chain::{Anchor, ChainHash, ChainMismatch, ChainVerifier, NotAnAnchor, StoredRecord, Witness, WitnessedAnchor};
pub use fault::{ChainFault, ChainFaultKind, diagnose};
pub use fields::RecordFields;
pub use filter::RecordFilter;
pub use free_text::{LONGEST, NotAFreeText, free_text};
pub use incomplete_resets::{Certainty, IncompleteResets, UnknownPassword};
pub use index::{IndexRow, IndexTerm, PackedSegment, Posting, SEGMENT, Segment, SegmentBuilder};
pub use last_unlock::last_unlock;
pub use page::RecordPage;
pub use typed_ticket::split_ticket;
pub use typed_time::{NotATime, TypedTime};
pub use unconcluded::UnconcludedIntents;

use super::named_enum::named_enum;

/// The operator and the computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// The name in the directory according to the directory, or else the name used to sign in.
    pub directory: String,
    /// The operating system's user.
    pub system: String,
    pub machine: String,
    /// The operator's SID in the directory, which survives renames.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sid: Option<String>,
}

impl Actor {
    /// Whether both are the same operator, at any computer.
    pub fn same_operator(&self, other: &Self) -> bool {
        match (&self.sid, &other.sid) {
            (Some(one), Some(other)) => one == other,
            _ => filter::same_operator(&self.directory, &other.directory),
        }
    }
}

named_enum! {
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Action {
        SignIn = "sign_in",
        SendCode = "send_code",
        VerifyCode = "verify_code",
        /// The gateway was asked whether a code arrived.
        AskDelivery = "ask_delivery",
        ReopenVerification = "reopen_verification",
        /// The call is over: its code verifies nobody any more.
        EndVerification = "end_verification",
        Unlock = "unlock",
        Reset = "reset",
        SendPassword = "send_password",
        /// An SMS to the owner that the account was changed.
        TellOwner = "tell_owner",
        /// A test message that only proves delivery.
        SendTrial = "send_trial",
        /// Records are removed from the store, after they were proven to be in an archive.
        Archive = "archive",
    }
}

named_enum! {
    /// How a generated password reaches its owner.
    #[derive(Default, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Delivery {
        /// The operator reads it out.
        #[default]
        Screen = "screen",
        /// By SMS to the number verified by a code; the operator does not see it.
        Sms = "sms",
    }
}

/// What is done, to whom, and on what basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Act {
    pub action: Action,
    /// The objectGUID; empty for a sign-in.
    pub account_id: String,
    /// The user name at the time.
    pub account: String,
    /// Masked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub number: Option<String>,
    /// The number's keyed hash, which identifies the number without revealing it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub number_mark: Option<String>,
    /// The operator's note on how the caller was identified without a code.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub identified_by: Option<String>,
    /// The user name of the manager who vouched for the caller: the caller read back the code that went to the manager's
    /// number. Records of versions up to 0.1 also have it where such a code was only sent, or was not read back.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub vouched_by: Option<String>,
    /// The user name of the manager to whose number the code went, or was to go. Nobody has vouched by that alone.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub via: Option<String>,
    /// How the generated password is to be delivered.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub delivery: Option<Delivery>,
    /// The operator's reason for changing many accounts at once; of an archive, the anchor of its last record.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
}

impl Act {
    /// An act of which no more is known.
    pub fn new(action: Action, account_id: String, account: String) -> Self {
        Self {
            action,
            account_id,
            account,
            number: None,
            number_mark: None,
            identified_by: None,
            vouched_by: None,
            via: None,
            delivery: None,
            reason: None,
        }
    }
}

named_enum! {
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Step {
        /// About to happen. Without a later record, it may have happened.
        Intent = "intent",
        Done = "done",
        /// Attempted; nothing changed.
        Failed = "failed",
        /// Done in part, or possibly done.
        Partly = "partly",
        /// Refused by a rule before any attempt.
        Refused = "refused",
        /// The outcome was not recorded; a later look at the directory determined it.
        Resolved = "resolved",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AuditRecord {
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    pub who: Actor,
    pub act: Act,
    pub step: Step,
    /// The number of the intent that this record concludes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub intent: Option<i64>,
    /// The rule or failure, by its name in JSON.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub server: Option<String>,
    /// The case number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ticket: Option<String>,
}

impl Act {
    /// The act as it is recorded when it has ended so. Only the right code makes the manager vouch.
    pub fn ended(self, step: Step) -> Self {
        let is_vouched = self.action == Action::VerifyCode && step == Step::Done;
        Self { vouched_by: if is_vouched { self.via.clone() } else { self.vouched_by }, ..self }
    }
}

impl AuditRecord {
    /// The manager who vouched for the caller.
    pub fn voucher(&self) -> Option<&str> {
        let vouched = match (self.act.action, self.step) {
            // Older versions named the manager here as well.
            (Action::SendCode | Action::AskDelivery, _) => false,
            (Action::VerifyCode, step) => step == Step::Done,
            _ => true,
        };
        self.act.vouched_by.as_deref().filter(|_| vouched)
    }

    /// The manager to whom a code went, or was to go, who has not vouched by that.
    pub fn code_to_manager(&self) -> Option<&str> {
        let to = self.act.via.as_deref().or(self.act.vouched_by.as_deref());
        to.filter(|_| self.voucher().is_none())
    }

    /// Whether a new password was, or may have been, set.
    pub fn implies_reset(&self) -> bool {
        self.act.action == Action::Reset && matches!(self.step, Step::Done | Step::Partly)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn act() -> Act {
        Act { delivery: Some(Delivery::Sms), ..Act::new(Action::Reset, "1".into(), "jesrab01".into()) }
    }

    #[test]
    fn delivery_is_written_by_name() {
        let text = serde_json::to_string(&act()).unwrap();
        assert_eq!(text, r#"{"action":"reset","account_id":"1","account":"jesrab01","delivery":"sms"}"#);
        for delivery in [Delivery::Screen, Delivery::Sms] {
            assert_eq!(serde_json::to_value(delivery).unwrap(), delivery.name());
        }
    }

    #[test]
    fn names_are_those_of_json() {
        for action in Action::ALL {
            assert_eq!(serde_json::to_value(action).unwrap(), action.name());
        }
        for step in [Step::Intent, Step::Done, Step::Failed, Step::Partly, Step::Refused, Step::Resolved] {
            assert_eq!(serde_json::to_value(step).unwrap(), step.name());
        }
    }

    /// Two operators of the same name in different domains are two; one who was renamed is one.
    #[test]
    fn operators_are_the_same_by_sid_and_else_by_name() {
        let who = |directory: &str, sid: Option<&str>| Actor {
            directory: directory.into(),
            system: "x".into(),
            machine: "y".into(),
            sid: sid.map(Into::into),
        };
        for (one, other, same) in [
            (who("anna", Some("S-1")), who("anna.berg", Some("S-1")), true),
            (who("anna", Some("S-1")), who("anna", Some("S-2")), false),
            (who("anna", Some("S-1")), who(r"CONTOSO\ANNA", None), true),
            (who("anna", None), who("bo", None), false),
        ] {
            assert_eq!(one.same_operator(&other), same, "{one:?} {other:?}");
        }
    }

    /// What counts against the resets of a day.
    #[test]
    fn reset_counts_when_it_was_done_or_may_have_been() {
        let who = Actor { directory: "a".into(), system: "b".into(), machine: "c".into(), sid: None };
        let record = |action, step| AuditRecord {
            at: Timestamp::UNIX_EPOCH,
            who: who.clone(),
            act: Act { action, ..act() },
            step,
            intent: None,
            reason: None,
            server: None,
            ticket: None,
        };
        for step in [Step::Intent, Step::Done, Step::Failed, Step::Partly, Step::Refused, Step::Resolved] {
            let counts = matches!(step, Step::Done | Step::Partly);
            assert_eq!(record(Action::Reset, step).implies_reset(), counts, "{step:?}");
            assert!(!record(Action::Unlock, step).implies_reset());
        }
    }

    #[test]
    fn operator_without_sid_is_written_like_before_sids_were_kept() {
        let old = r#"{"directory":"CONTOSO\\anna","system":"ann01","machine":"disk-7"}"#;
        let who = serde_json::from_str::<Actor>(old).unwrap();
        assert_eq!((serde_json::to_string(&who).unwrap().as_str(), who.sid), (old, None));
    }

    #[test]
    fn act_without_delivery_is_read() {
        let old = r#"{"action":"reset","account_id":"1","account":"jesrab01"}"#;
        assert_eq!(serde_json::from_str::<Act>(old).unwrap(), Act { delivery: None, ..act() });
    }
}
