//! The audit trail's records: who did what to which account, when, and how it ended. Never a secret.

mod chain;
mod fault;
mod filter;
mod free_text;
mod typed_time;
mod unconcluded;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use chain::{Anchor, ChainHash, ChainMismatch, ChainVerifier, NotAnAnchor, StoredRecord, Witness, WitnessedAnchor};
pub use fault::{ChainFault, diagnose};
pub use filter::RecordFilter;
pub use free_text::{LONGEST, NotAFreeText, free_text};
pub use typed_time::{NotATime, TypedTime};
pub use unconcluded::UnconcludedIntents;

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The operator's name according to the directory, or the name they signed in with where the directory did not
    /// tell.
    pub directory: String,
    /// The user name on the computer.
    pub system: String,
    /// The computer's name.
    pub machine: String,
    /// The operator's SID, which renaming does not change; `None` where the directory did not tell.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sid: Option<String>,
}

impl Actor {
    /// Whether both are the same person, on any computer.
    pub fn is_operator(&self, other: &Self) -> bool {
        match (&self.sid, &other.sid) {
            (Some(one), Some(other)) => one == other,
            _ => filter::same_operator(&self.directory, &other.directory),
        }
    }
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Action {
    SignIn,
    SendCode,
    VerifyCode,
    ReopenVerification,
    Unlock,
    Reset,
    SendPassword,
    /// A test message.
    SendTrial,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 8] = [
        Self::SignIn,
        Self::SendCode,
        Self::VerifyCode,
        Self::ReopenVerification,
        Self::Unlock,
        Self::Reset,
        Self::SendPassword,
        Self::SendTrial,
    ];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SendCode => "send_code",
            Self::VerifyCode => "verify_code",
            Self::ReopenVerification => "reopen_verification",
            Self::Unlock => "unlock",
            Self::Reset => "reset",
            Self::SendPassword => "send_password",
            Self::SendTrial => "send_trial",
        }
    }
}

/// How a generated password reaches its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// The operator reads it aloud.
    #[default]
    Screen,
    /// By SMS to the number that a code verified; the operator does not see it.
    Sms,
}

impl Delivery {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Sms => "sms",
        }
    }
}

/// What is done to which account, and how the caller was verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// The action.
    pub action: Action,
    /// The account's objectGUID; empty for a sign-in.
    pub account_id: String,
    /// The account's name at the time.
    pub account: String,
    /// The registered number, masked.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub number: Option<String>,
    /// The beginning of the number's keyed hash, which proves which number it was without revealing it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub number_mark: Option<String>,
    /// How the caller was identified without a code, in the operator's words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub identified_by: Option<String>,
    /// How a generated password reaches its owner.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub delivery: Option<Delivery>,
    /// Why many accounts were changed at once, in the operator's words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
}

/// The stage of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// It is about to be done. Without a later record it may have been done.
    Intent,
    /// It was done.
    Done,
    /// It failed and nothing changed.
    Failed,
    /// It was partly done, or may have been done.
    Partly,
    /// A rule refused it before anything was tried.
    Refused,
    /// Its outcome was not recorded; the directory told it later.
    Resolved,
}

impl Step {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Intent => "intent",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Partly => "partly",
            Self::Refused => "refused",
            Self::Resolved => "resolved",
        }
    }
}

/// A record of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRecord {
    /// The time.
    pub at: Timestamp,
    /// Who acted.
    pub who: Actor,
    /// The act.
    pub act: Act,
    /// The stage of the act.
    pub step: Step,
    /// The number of the intent that this record concludes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub intent: Option<i64>,
    /// The rule or failure, by its name in JSON.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
    /// The server that did it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub server: Option<String>,
    /// The operator's case number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ticket: Option<String>,
}

impl AuditRecord {
    /// Whether the record tells that a new password was set or may have been set.
    pub fn implies_reset(&self) -> bool {
        self.act.action == Action::Reset && matches!(self.step, Step::Done | Step::Partly)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act() -> Act {
        Act {
            action: Action::Reset,
            account_id: "1".into(),
            account: "jesrab01".into(),
            number: None,
            number_mark: None,
            identified_by: None,
            delivery: Some(Delivery::Sms),
            reason: None,
        }
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
            assert_eq!(one.is_operator(&other), same, "{one:?} {other:?}");
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
