//! What `unlock` did for one account, for people and for scripts.

use schemars::JsonSchema;
use serde::Serialize;

use super::watch::render as watch;
use super::watch::render::WatchDocument;
use super::{Outcome, UnlockResult};
use crate::commands::caller::all_controllers::render::EverywhereDocument;
use crate::commands::caller::all_controllers::{AllControllers, render as all_controllers};
use crate::commands::caller::dry_run::{NeededProof, NeededVerification};
use crate::commands::caller::owner_notice::render as owner_notice;
use crate::commands::caller::owner_notice::render::OwnerNoticeDocument;
use crate::commands::caller::render::{needed_proof, sign_in};
use crate::domain::after_unlock::{AfterUnlock, UnlockedAccount};
use crate::domain::bulk::RowOutcome;
use crate::domain::restrictions::CurrentRestrictions;
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::view::document::{AnyDocument, Document, SchemaVersion, Time};
use crate::view::warnings::password_unknown;
use crate::view::{Render, View, caller_script, dead_end};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Unlock")]
pub(in crate::commands) struct UnlockDocument {
    schema: SchemaVersion,
    account: String,
    /// `unlocked`, `not_locked` or `would_unlock`; anything else is an error.
    outcome: RowOutcome,
    /// The first server that unlocked it.
    server: Option<String>,
    /// When it was looked up.
    was_locked: bool,
    dry_run: bool,
    /// What a dry run says would prove who the caller is.
    verification: Option<NeededVerification>,
    /// `null`: the other controllers were not asked.
    everywhere: Option<EverywhereDocument>,
    /// `null`: it was not watched.
    watch: Option<WatchDocument>,
    /// `null`: nobody was to be told.
    owner_notice: Option<OwnerNoticeDocument>,
    /// Since when the account has, or may have, a random password that nobody knows; `null`: it has none.
    password_unknown_since: Option<Time>,
}

impl Document for UnlockDocument {}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        match &self.watched {
            // The unlock was reported before the watch began.
            Some(watched) => watch::sentences(watched, &self.account, view.style, view.words).join("\n"),
            None => match &self.result {
                UnlockResult::WouldUnlock(needed) => planned(self, Some(needed), view),
                UnlockResult::WouldFindNothing => planned(self, None, view),
                UnlockResult::Unlocked { .. } | UnlockResult::NotLocked => unlocked(self, view),
            },
        }
    }

    fn document(&self, view: &View<'_>) -> Option<AnyDocument> {
        let (outcome, server, verification) = match &self.result {
            UnlockResult::Unlocked { server } => (RowOutcome::Unlocked, Some(server.clone()), None),
            UnlockResult::WouldUnlock(needed) => (RowOutcome::WouldUnlock, None, Some(needed.kind())),
            UnlockResult::NotLocked | UnlockResult::WouldFindNothing => (RowOutcome::NotLocked, None, None),
        };
        Some(AnyDocument::of(&UnlockDocument {
            schema: SchemaVersion,
            account: self.account.clone(),
            outcome,
            server,
            was_locked: self.was_locked,
            dry_run: matches!(self.result, UnlockResult::WouldUnlock(_) | UnlockResult::WouldFindNothing),
            verification,
            everywhere: all_controllers::document(self.everywhere.as_ref(), view.words),
            watch: self.watched.as_ref().map(watch::document),
            owner_notice: owner_notice::document(self.owner.notice.as_ref()),
            password_unknown_since: self.unknown_password.map(|unknown| Time(unknown.since)),
        }))
    }

    fn exit(&self) -> Exit {
        let is_locked_again = self.watched.as_ref().is_some_and(|watched| !watched.is_open());
        if is_locked_again || self.owner.is_unrecorded() {
            Exit::Partly
        } else {
            all_controllers::exit(self.everywhere.as_ref())
        }
    }

    fn changed(&self) -> bool {
        self.is_unlocked()
    }
}

/// What was done, and what to tell the caller.
pub(super) fn unlocked(outcome: &Outcome, view: &View<'_>) -> String {
    let (name, account) = (outcome.display_name.as_str(), outcome.account.as_str());
    let agree = outcome.everywhere.as_ref().is_none_or(AllControllers::agree);
    let restrictions = &outcome.restrictions;
    let on = &caller_script::where_to(restrictions, view.desk, view.words);
    let services = &caller_script::services(view.desk, view.words);
    let say = &view.say(&Message::SayMustChange);
    let advice = outcome.dead_end.map(|dead_end| dead_end::advice(dead_end, view.words)).unwrap_or_default();
    let advice = advice.as_str();
    let after = AfterUnlock::of(&UnlockedAccount {
        password: &outcome.password,
        password_unknown: outcome.unknown_password.is_some(),
        can_be_reset: outcome.can_be_reset,
        within_hours: restrictions.within_hours(),
        was_unlocked: outcome.is_unlocked(),
        controllers_agree: agree,
    });
    let next = match after {
        AfterUnlock::PasswordToKeep => Some(Message::DoReset { account }),
        AfterUnlock::NewPassword => Some(Message::DoSetNew { account }),
        AfterUnlock::HandOver => Some(Message::DoHandOver { advice }),
        AfterUnlock::WaitForHours => None,
        AfterUnlock::ChangeAtSignIn if outcome.can_be_reset => Some(Message::DoChangeAtSignIn { say, account }),
        AfterUnlock::ChangeAtSignIn => Some(Message::DoChangeAtSignInOnly { say, advice }),
        AfterUnlock::TryNow => Some(try_now(restrictions, on, services)),
        AfterUnlock::TrySoon => Some(Message::TrySoon { on }),
        AfterUnlock::TryAgain if outcome.can_be_reset => Some(Message::TryAgainOrReset { account }),
        AfterUnlock::TryAgain => Some(Message::DoTryAgain { advice }),
    };
    let mut lines = vec![done(outcome.is_unlocked(), name, account, view.words)];
    lines.extend(unknown(outcome, view));
    lines.extend(sign_in(restrictions, next.as_ref(), view.words));
    lines.extend(all_controllers::sentences(outcome.everywhere.as_ref(), account, view.words));
    if !outcome.was_locked && outcome.everywhere.is_none() && outcome.controllers > 1 {
        lines.push(view.say(&Message::UnlockOnEachServer { account }));
    }
    lines.join("\n")
}

/// That an unlock alone lets nobody in.
fn unknown(outcome: &Outcome, view: &View<'_>) -> Option<String> {
    outcome.unknown_password.map(|unknown| password_unknown(unknown, view.words, view.now))
}

/// What would be done.
fn planned(outcome: &Outcome, needed: Option<&NeededProof>, view: &View<'_>) -> String {
    let (name, account) = (outcome.display_name.as_str(), outcome.account.as_str());
    let plan = match needed {
        Some(needed) => {
            vec![view.say(&Message::PlanUnlock { name, account }), needed_proof(needed, view.words)]
        }
        None => vec![done(false, name, account, view.words)],
    };
    let all = all_controllers::sentences(outcome.everywhere.as_ref(), account, view.words);
    plan.into_iter()
        .chain(unknown(outcome, view))
        .chain(all)
        .chain([view.say(&Message::BulkDryRun)])
        .collect::<Vec<_>>()
        .join("\n")
}

/// What a caller with an unlocked account and the same password can do now: at work and outside, where they are not
/// limited to some computers. That needs no question about where they are.
pub(in crate::commands) fn try_now<'a>(
    restrictions: &CurrentRestrictions,
    on: &'a str,
    services: &'a str,
) -> Message<'a> {
    match services {
        services if restrictions.computers.is_empty() && !services.is_empty() => Message::TryNowPlaces { services },
        _ => Message::TryNow { on },
    }
}

/// Whether the account was unlocked, in a sentence.
pub(in crate::commands) fn done(unlocked: bool, name: &str, account: &str, words: &Words) -> String {
    words.say(&match unlocked {
        true => Message::Unlocked { name, account },
        false => Message::NothingToUnlock { name, account },
    })
}
