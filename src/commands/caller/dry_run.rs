//! What `--dry-run` needs of a command for one caller: which proof of identity it would need, without asking for one. A
//! dry run records no refusal: nobody has tried anything.

use super::{CallerAccount, CallerContext, IdentityClaim, Ports};
use crate::commands::{CodeRefusal, Failure};
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::named_enum::kinds_of;
use crate::domain::phone::Phone;
use crate::ports::{FindAccounts, VerificationState};

/// What has to prove who the caller is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NeededProof {
    /// The caller has read back a code recently.
    Verified,
    /// The caller has to read back a code; `to`: the masked number that it goes to.
    Code { to: String },
    /// The operator has to say how they identified the caller.
    IdentifiedBy,
    /// The manager of this name has to vouch for the caller, with a code that goes `to` this masked number.
    Manager { name: String, to: String },
}

kinds_of! {
    /// What proves who the caller is.
    pub enum NeededVerification of NeededProof {
        Verified = "verified" if Self::Verified,
        Code = "code" if Self::Code { .. },
        IdentifiedBy = "identified_by" if Self::IdentifiedBy,
        Manager = "manager" if Self::Manager { .. },
    }
}

/// Whether refusals are recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::commands) enum Recording {
    Refusals,
    /// Nothing, as for a dry run.
    Nothing,
}

impl<P: Ports> CallerContext<'_, P> {
    /// Records that a rule refused `action`, unless it is only planned.
    ///
    /// # Errors
    /// As [`refusing`](Self::refusing).
    pub(in crate::commands) async fn refusing_planned<T>(
        &self,
        recording: Recording,
        action: Action,
        account: &Account,
        allowed: Result<T, Failure>,
    ) -> Result<T, Failure> {
        match recording {
            Recording::Refusals => self.refusing_action(action, account, allowed).await,
            Recording::Nothing => allowed,
        }
    }

    /// What would prove that the caller is the owner. Tries no code, since that would use it up.
    ///
    /// # Errors
    /// The [`Failure`] with which [`proof`](Self::proof) would refuse the caller whatever they answer.
    pub(in crate::commands) async fn needed_proof(
        &self,
        caller: &CallerAccount,
        claim: &IdentityClaim,
        directory: &impl FindAccounts,
    ) -> Result<NeededProof, Failure> {
        let CallerAccount { account, via } = caller;
        let via = via.as_ref();
        if claim.identified_by.is_some() && !self.identified_by_allowed {
            return Err(Failure::IdentifiedByNotAllowed);
        }
        match self.verification_state(account, via).await? {
            VerificationState::Closed { .. } if self.may_reopen() && claim.code.is_none() => {
                return Ok(NeededProof::IdentifiedBy);
            }
            VerificationState::Closed { until } => return Err(CodeRefusal::Closed { until }.into()),
            _ if claim.identified_by.is_some() => return Ok(NeededProof::IdentifiedBy),
            VerificationState::Verified { .. } => return Ok(NeededProof::Verified),
            VerificationState::Unverified => {}
        }
        let failure = match self.trusted(account, via) {
            Ok(phone) => return Ok(NeededProof::Code { to: phone.masked() }),
            Err(failure) => failure,
        };
        if claim.code.is_some() {
            return Err(failure);
        }
        if self.identified_by_allowed {
            return Ok(NeededProof::IdentifiedBy);
        }
        let manager = if via.is_none() { self.vouching_manager(account, directory).await? } else { None };
        let Some(manager) = manager else { return Err(failure) };
        let to = manager.mobile.phone().map(Phone::masked).unwrap_or_default();
        Ok(NeededProof::Manager { name: manager.display_name, to })
    }
}
