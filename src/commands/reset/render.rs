//! What `reset` did, for people and for scripts.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Outcome, PlannedReset, ResetOutcome, SentPassword};
use crate::commands::caller::all_controllers::render as all_controllers;
use crate::commands::caller::all_controllers::render::EverywhereDocument;
use crate::commands::caller::dry_run::NeededVerification;
use crate::commands::caller::owner_notice::render as owner_notice;
use crate::commands::caller::owner_notice::render::OwnerNoticeDocument;
use crate::commands::caller::render::{needed_proof, sign_in};
use crate::domain::audit::Delivery;
use crate::domain::must_change::{CallerPlace, MustChange, MustChangeReason};
use crate::domain::password::Password;
use crate::domain::restrictions::SignInFrom;
use crate::exit::Exit;
use crate::ports::HistoryCheck;
use crate::text::{DeskDetails, Message, Words};
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View, caller_script, spelled};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reset")]
pub(in crate::commands) struct ResetDocument {
    schema: SchemaVersion,
    account: String,
    outcome: ResetOutcome,
    /// Whether it unlocked the account; in a dry run, whether it would.
    unlocked: bool,
    /// Whether the password must be changed at the next sign-in.
    must_change: bool,
    /// Why that differs from the request, or is uncertain.
    must_change_reason: Option<MustChangeReason>,
    /// `null` in a dry run.
    history_enforced: Option<HistoryCheck>,
    /// Of a dry run with a password; `null` in any other.
    password_acceptable: Option<bool>,
    /// How the generated password reaches its owner; `null`: none was generated.
    delivered: Option<Delivery>,
    /// `null`: none was generated, or it was sent.
    generated_password: Option<String>,
    /// Where it was sent, masked.
    mobile: Option<String>,
    /// Whether the gateway has yet to send it.
    queued: Option<bool>,
    dry_run: bool,
    /// What a dry run says would prove who the caller is.
    verification: Option<NeededVerification>,
    /// `null`: the other controllers were not asked.
    everywhere: Option<EverywhereDocument>,
    /// `null`: nobody was to be told.
    owner_notice: Option<OwnerNoticeDocument>,
}

impl Document for ResetDocument {}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let mut lines = done(self, view.words);
        let first = 1 + usize::from(self.unlocked);
        lines.splice(first..first, shown(self, view.width, view.words));
        lines.extend(sign_in_with_new(self, view.desk, view.words));
        if !self.is_everywhere() {
            lines.push(view.say(&Message::SayInAWhile));
        }
        lines.extend(all_controllers::sentences(self.everywhere.as_ref(), &self.account, view.words));
        lines.join("\n")
    }

    fn document(&self, view: &View<'_>) -> Option<AnyDocument> {
        let delivered = match (&self.generated, &self.sent) {
            (Some(_), _) => Some(Delivery::Screen),
            (None, Some(_)) => Some(Delivery::Sms),
            (None, None) => None,
        };
        Some(AnyDocument::of(&ResetDocument {
            schema: SchemaVersion,
            account: self.account.clone(),
            outcome: ResetOutcome::Reset,
            unlocked: self.unlocked,
            must_change: self.must_change.is_required(),
            must_change_reason: self.must_change.reason(),
            history_enforced: Some(self.history),
            password_acceptable: None,
            delivered,
            generated_password: self.generated.as_ref().map(|password| password.expose().to_owned()),
            mobile: self.sent.as_ref().map(|sent| sent.to.clone()),
            queued: self.sent.as_ref().map(|sent| sent.queued),
            dry_run: false,
            verification: None,
            everywhere: all_controllers::document(self.everywhere.as_ref(), view.words),
            owner_notice: owner_notice::document(self.owner.notice.as_ref()),
        }))
    }

    fn exit(&self) -> Exit {
        if self.owner.is_unrecorded() { Exit::Partly } else { all_controllers::exit(self.everywhere.as_ref()) }
    }

    fn changed(&self) -> bool {
        true
    }

    /// A password that nobody has seen is worse than a missing line of output.
    fn unwritten(&self, why: &str, words: &Words) -> String {
        words.say(&match &self.generated {
            Some(_) => Message::GeneratedSetNotShown { account: &self.account },
            None => Message::ResultOfChangeNotWritten { why },
        })
    }
}

/// When, where and how a caller signs in with a new password.
pub(in crate::commands) fn sign_in_with_new(outcome: &Outcome, desk: &DeskDetails, words: &Words) -> Vec<String> {
    let (restrictions, must_change) = (&outcome.restrictions, outcome.must_change.is_required());
    let on = &caller_script::where_to(restrictions, desk, words);
    let services = &caller_script::services(desk, words);
    let next = match outcome.place {
        _ if restrictions.allowed_from == SignInFrom::Never => None,
        Some(CallerPlace::Work) if must_change && restrictions.within_hours() => Some(Message::SayRestartMustChange),
        Some(CallerPlace::Outside) if must_change && !services.is_empty() => {
            Some(Message::SayMustChangeFirst { services })
        }
        _ if must_change => Some(Message::ResetSayMustChange),
        _ if !restrictions.within_hours() => None,
        Some(CallerPlace::Work) => Some(Message::SayAtTheWorkplace { on }),
        Some(CallerPlace::Outside) => Some(Message::SayElsewhere { on }),
        None => Some(Message::ResetSay { on }),
    };
    let mut lines = sign_in(restrictions, next.as_ref(), words);
    lines.extend((outcome.must_change == MustChange::CallerOutside).then(|| words.say(&Message::SayChangeAtWork)));
    lines
}

/// The generated password and how it is read out, if it is to be shown.
pub(in crate::commands) fn shown(outcome: &Outcome, width: Option<u16>, words: &Words) -> Vec<String> {
    let lines = |password: &Password| {
        let plainly = words.say(&Message::ResetGenerated { password: password.expose() });
        vec![plainly, spelled::aloud(password, words, width)]
    };
    outcome.generated.as_ref().map(lines).unwrap_or_default()
}

/// What was done, without a generated password and what to tell the caller.
pub(in crate::commands) fn done(outcome: &Outcome, words: &Words) -> Vec<String> {
    let mut lines = vec![words.say(&Message::ResetDone { name: &outcome.display_name, account: &outcome.account })];
    if outcome.unlocked {
        lines.push(words.say(&Message::ResetUnlocked));
    }
    if let Some(SentPassword { to, queued }) = &outcome.sent {
        lines.push(words.say(&if *queued { Message::PasswordQueued { to } } else { Message::PasswordSent { to } }));
    }
    lines.extend(must_change(outcome.must_change, &outcome.account, words));
    if outcome.history == HistoryCheck::Off {
        lines.push(words.say(&Message::ResetHistoryOff));
    }
    lines
}

/// Why a password need not be changed, or what is uncertain about it.
fn must_change(must_change: MustChange, account: &str, words: &Words) -> Option<String> {
    Some(words.say(&match must_change {
        // What to tell the caller says it.
        MustChange::Required
        | MustChange::RequiredPlaceUnknown
        | MustChange::CallerOutside
        | MustChange::NotRequested => return None,
        MustChange::RequiredUnverified => Message::ResetChangeUnseen { account },
        MustChange::NeverExpires => Message::ResetChangeWithoutEffect,
        MustChange::OwnChangeDenied => Message::ResetChangeDenied,
    }))
}

impl Render for PlannedReset {
    fn text(&self, view: &View<'_>) -> String {
        let (words, account) = (view.words, self.account.as_str());
        let mut lines = vec![words.say(&Message::PlanReset { name: &self.display_name, account })];
        lines.extend(self.was_locked.then(|| words.say(&Message::PlanResetUnlocks)));
        lines.extend(self.has_password.then(|| words.say(&Message::PlanPasswordFits)));
        lines.extend(self.sent_to.as_ref().map(|to| words.say(&Message::PlanSendPassword { to })));
        let why = must_change(self.must_change, account, words);
        match self.must_change.is_required() {
            true => lines.push(words.say(&Message::PlanMustChange)),
            // The reason says that it need not be changed.
            false if why.is_none() => lines.push(words.say(&Message::PlanNoChange)),
            false => {}
        }
        lines.extend(why);
        lines.push(needed_proof(&self.verification, words));
        lines.push(words.say(&Message::BulkDryRun));
        lines.join("\n")
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&ResetDocument {
            schema: SchemaVersion,
            account: self.account.clone(),
            outcome: ResetOutcome::WouldReset,
            unlocked: self.was_locked,
            must_change: self.must_change.is_required(),
            must_change_reason: self.must_change.reason(),
            history_enforced: None,
            password_acceptable: self.has_password.then_some(true),
            delivered: None,
            generated_password: None,
            mobile: self.sent_to.clone(),
            queued: None,
            dry_run: true,
            verification: Some(self.verification.kind()),
            everywhere: None,
            owner_notice: None,
        }))
    }
}
