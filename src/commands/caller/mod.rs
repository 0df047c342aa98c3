//! What the commands for one caller share: resolving the account, verifying the caller, warnings, and changing the
//! account.

pub(super) mod all_controllers;
mod ask_proof;
pub(super) mod change;
mod code;
pub(super) mod controller_agreement;
mod delivery;
pub(super) mod dry_run;
#[cfg(test)]
mod fake;
pub(super) mod identity_proof;
pub(super) mod owner_notice;
pub(super) mod render;
pub(super) mod resolve_account;
mod supervisor_override;
pub(super) mod verification;
mod voucher;
pub(super) mod warnings;

pub(super) use code::SentCode;
pub use delivery::NewestMessage;
pub use identity_proof::{IdentityArgs, IdentityClaim};
pub use owner_notice::render::OwnerReporter;
pub use owner_notice::{OwnerNews, OwnerTelling, TellsOwner};
pub use resolve_account::AccountQuery;

use std::cell::RefCell;

use super::Failure;
use super::perform::{Performed, perform};
use crate::domain::account::Account;
use crate::domain::audit::{Act, Action};
use crate::domain::code::HashKey;
use crate::domain::limits::CodeLimits;
use crate::domain::owner_notice::NotifyPolicy;
use crate::domain::phone::Phone;
use crate::domain::warnings::MobileRules;
use crate::ports::{AuditTrail, Clock, Codes, Operator, Pause, Random, Receipt, Records, SmsGateway, StoreError};
use identity_proof::IdentityProof;
use owner_notice::ReportOwnerNotice;

/// The ports of a run, as types. The directory is not among them: the directory ports that a command takes say what it
/// may do.
pub trait Ports {
    type Codes: Codes;
    type Sms: SmsGateway;
    type Records: Records;
}

/// What a command for a caller needs beside the directory.
pub struct CallerContext<'a, P: Ports> {
    pub codes: &'a P::Codes,
    pub sms: &'a P::Sms,
    pub trail: &'a AuditTrail<'a, P::Records>,
    pub operator: &'a dyn Operator,
    pub clock: &'a dyn Clock,
    pub random: &'a dyn Random,
    pub pause: &'a dyn Pause,
    /// The newest code of this run, if its gateway named it.
    pub newest_message: RefCell<Option<NewestMessage>>,
    pub key: &'a HashKey,
    pub limits: &'a CodeLimits,
    pub mobile: &'a MobileRules,
    /// Whether a caller may be identified without a code.
    pub identified_by_allowed: bool,
    /// Whether a manager may vouch for a caller.
    pub manager_allowed: bool,
    /// Operators who may do so for an account whose verification is closed.
    pub supervisors: &'a [String],
    /// After which changes the owner is told by SMS.
    pub notify: NotifyPolicy,
    /// A change that failed, and that the owner is still to be told of.
    pub owed_news: RefCell<Option<Box<OwnerNews>>>,
    /// Reports whether they were.
    pub owner_reporter: &'a dyn ReportOwnerNotice,
}

/// An account, and whose phone proves that its caller is the owner.
#[derive(Debug)]
pub(super) struct CallerAccount {
    /// With the registered number in use.
    pub(super) account: Account,
    /// The manager to whom the code goes instead.
    pub(super) via: Option<Account>,
}

impl From<Account> for CallerAccount {
    fn from(account: Account) -> Self {
        Self { account, via: None }
    }
}

impl CallerAccount {
    /// The proof of a caller who has read back the code.
    pub(super) fn proof_by_code(&self) -> IdentityProof {
        IdentityProof::by_code(self.via.as_ref())
    }
}

/// Whose phone a code goes to: the owner's, or that of the manager `via` who vouches for them.
fn holder<'a>(account: &'a Account, via: Option<&'a Account>) -> &'a Account {
    via.unwrap_or(account)
}

impl<P: Ports> CallerContext<'_, P> {
    /// The act to record, with the number in use; that of the manager who vouches, if one does.
    pub(super) fn act(&self, action: Action, account: &Account, proof: Option<&IdentityProof>) -> Act {
        self.act_via(action, account, proof.and_then(IdentityProof::manager), proof)
    }

    /// The same for an act that begins without a proof, of a code that goes to the manager `via`. Who vouches is in the
    /// proof.
    pub(super) fn act_via(
        &self,
        action: Action,
        account: &Account,
        via: Option<&Account>,
        proof: Option<&IdentityProof>,
    ) -> Act {
        let phone = holder(account, via).mobile.phone();
        Act {
            action,
            account_id: account.id.to_string(),
            account: account.name.to_string(),
            number: phone.map(Phone::masked),
            number_mark: phone.map(|phone| self.key.number_hash(phone).short()),
            identified_by: match proof {
                Some(IdentityProof::IdentifiedBy(text)) => Some(text.clone()),
                _ => None,
            },
            vouched_by: proof.and_then(IdentityProof::manager).map(|manager| manager.name.to_string()),
            via: via.filter(|_| proof.is_none()).map(|manager| manager.name.to_string()),
            delivery: None,
            reason: None,
        }
    }

    /// Does `work` with a receipt for `act`; see [`perform`].
    ///
    /// # Errors
    /// [`StoreError`] if the intent could not be recorded; nothing was done.
    pub(super) async fn perform<T>(
        &self,
        act: Act,
        work: impl AsyncFnOnce(&Receipt) -> (Result<T, Failure>, Option<String>),
    ) -> Result<Performed<T>, StoreError> {
        perform(self.trail, act, work).await
    }

    /// Records that `act` was refused, if it was.
    ///
    /// # Errors
    /// The refusal, or [`Failure::Store`] if it cannot be recorded.
    pub(super) async fn refusing<T>(&self, act: Act, allowed: Result<T, Failure>) -> Result<T, Failure> {
        if let Err(failure) = &allowed {
            self.trail.refuse(act, failure.kind().name()).await?;
        }
        allowed
    }

    /// Records that a rule refused `action` before anything was tried.
    ///
    /// # Errors
    /// As [`refusing`](Self::refusing).
    pub(super) async fn refusing_action<T>(
        &self,
        action: Action,
        account: &Account,
        allowed: Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.refusing(self.act(action, account, None), allowed).await
    }
}
