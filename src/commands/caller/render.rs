//! What the operator tells a caller about signing in after a change: when, at which computers, and then what to do.

use super::dry_run::NeededProof;
use crate::domain::restrictions::CurrentRestrictions;
use crate::text::{Message, Words};
use crate::view::caller_script;

/// The restrictions on signing in, then `next`. The computers are left out where `next` names them itself.
pub(in crate::commands) fn sign_in(
    restrictions: &CurrentRestrictions,
    next: Option<&Message<'_>>,
    words: &Words,
) -> Vec<String> {
    let names_computers = matches!(
        next,
        Some(
            Message::TryNow { .. }
                | Message::TrySoon { .. }
                | Message::ResetSay { .. }
                | Message::SayAtTheWorkplace { .. }
                | Message::SayElsewhere { .. }
        )
    );
    let computers = caller_script::computers(restrictions, words).filter(|_| !names_computers);
    let next = next.map(|next| words.say(next));
    [caller_script::hours(restrictions, words), computers, next].into_iter().flatten().collect()
}

/// What would prove who the caller is.
pub(in crate::commands) fn needed_proof(needed: &NeededProof, words: &Words) -> String {
    words.say(&match needed {
        NeededProof::Verified => Message::StillVerified,
        NeededProof::Code { to } => Message::PlanNeedsCode { to },
        NeededProof::IdentifiedBy => Message::PlanNeedsIdentification,
        NeededProof::Manager { name, to } => Message::PlanNeedsManager { name, to },
    })
}
