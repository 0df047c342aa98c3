//! Getting a password that was made to its owner by SMS: what must hold before anything is changed,
//! and the message itself. It sets no password.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::grounds::Grounding;
use super::verification::end;
use super::{Failure, Unsent, Verification};
use crate::domain::account::Account;
use crate::domain::audit::{Action, Delivery, Step};
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::ports::{Codes, Records, Sms, SmsError, SmsGateway, SmsText};

impl ValueEnum for Delivery {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Screen, Self::Sms]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// A password that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentPassword {
    /// The number, masked.
    pub to: String,
    /// The gateway could not deliver just now.
    pub queued: bool,
}

/// The number that a password can be sent to, if a code verifies it. Asked before a code is sent and
/// before anything is changed, so that neither is for nothing.
///
/// # Errors
/// [`Failure::SmsUnverified`], [`Failure::NoMobileForPassword`], or that there is no gateway.
pub(super) fn number<'a, C: Codes, S: SmsGateway, R: Records>(
    account: &'a Account,
    grounding: &Grounding,
    verification: &Verification<'_, C, S, R>,
) -> Result<&'a Phone, Failure> {
    // ID shown at the desk says who stands there, not whose phone it is.
    if grounding.identified_by.is_some() {
        let allowed = verification.identified_by_allowed;
        return Err(if allowed { Failure::SmsUnverified } else { Failure::IdentifiedByNotAllowed });
    }
    let nobody = || Failure::NoMobileForPassword { account: account.name.to_string() };
    let number = account.mobile.reachable().ok_or_else(nobody)?;
    if verification.sms.is_configured() { Ok(number) } else { Err(SmsError::NoGateway.into()) }
}

/// Sends a password that has been set, to the number that a code has verified; recorded before and after.
///
/// # Errors
/// [`Failure`]: whether the password is known to anybody weighs more than a line that the trail lacks.
pub(super) async fn send<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    to: &Phone,
    password: &Password,
    must_change: bool,
    verification: &Verification<'_, C, S, R>,
) -> Result<SentPassword, Failure> {
    let name = account.name.to_string();
    let act = verification.act(Action::SendPassword, account, None);
    let receipt = match verification.trail.intend(act).await {
        Ok(receipt) => receipt,
        Err(error) => return Err(Failure::PasswordNotSent { account: name, because: Unsent::Trail(error) }),
    };
    // As long as a new one can be set without a new code. Later its owner has stopped waiting, and
    // whoever finds the phone would be the first to read it.
    let valid = verification.limits.window;
    let sms = Sms { to, text: SmsText::Password { password, must_change }, valid };
    match verification.sms.send(&receipt, &sms).await {
        Ok(sent) => match verification.trail.conclude(receipt, end(Step::Done, None)).await {
            Ok(()) => Ok(SentPassword { to: to.masked(), queued: sent.queued }),
            Err(error) => Err(Failure::NotRecorded { account: name, error }),
        },
        Err(error) => {
            let reason = Failure::from(error.clone()).kind();
            let (step, failure) = match error {
                SmsError::Unclear { host, text } => {
                    (Step::Partly, Failure::PasswordMayBeSent { account: name, host, text })
                }
                error => (Step::Failed, Failure::PasswordNotSent { account: name, because: Unsent::Sms(error) }),
            };
            let _ = verification.trail.conclude(receipt, end(step, Some(reason))).await;
            Err(failure)
        }
    }
}
