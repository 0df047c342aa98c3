//! What `--dry-run` needs of a command for one caller: which proof of identity it would need, without asking for one. A
//! dry run records no refusal: nobody has tried anything.

use super::{CallerContext, IdentityClaim, Ports};
use crate::commands::{CodeRefusal, Failure};
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::named_enum::named_enum;
use crate::ports::VerificationState;

named_enum! {
    /// What proves who the caller is.
    pub enum NeededVerification {
        /// The caller has read back a code recently.
        Verified = "verified",
        /// The caller has to read back a code.
        Code = "code",
        /// The operator has to say how they identified the caller.
        IdentifiedBy = "identified_by",
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
    pub(in crate::commands) async fn needed_verification(
        &self,
        account: &Account,
        via: Option<&Account>,
        claim: &IdentityClaim,
    ) -> Result<NeededVerification, Failure> {
        if claim.identified_by.is_some() && !self.identified_by_allowed {
            return Err(Failure::IdentifiedByNotAllowed);
        }
        let state = self.verification_state(account, via).await?;
        match state {
            VerificationState::Closed { .. } if self.may_reopen() && claim.code.is_none() => {
                Ok(NeededVerification::IdentifiedBy)
            }
            VerificationState::Closed { until } => Err(CodeRefusal::Closed { until }.into()),
            _ if claim.identified_by.is_some() => Ok(NeededVerification::IdentifiedBy),
            VerificationState::Verified { .. } => Ok(NeededVerification::Verified),
            VerificationState::Unverified => match self.trusted(account, via) {
                Ok(_) => Ok(NeededVerification::Code),
                Err(_) if self.identified_by_allowed && claim.code.is_none() => Ok(NeededVerification::IdentifiedBy),
                Err(failure) => Err(failure),
            },
        }
    }
}
