//! Sends a generated password to its owner by SMS: the checks before anything is changed, and the message itself. Sets
//! no password.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::commands::caller::{CallerContext, Ports};
use crate::commands::perform::Performed;
use crate::commands::{Failure, SendFailure};
use crate::domain::account::Account;
use crate::domain::audit::{Action, Delivery};
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::ports::{Sms, SmsError, SmsGateway, SmsText};

impl ValueEnum for Delivery {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Screen, Self::Sms]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentPassword {
    pub to: String,
    /// The gateway will deliver it later.
    pub queued: bool,
}

/// The number that a password can be sent to, once a code verifies it. Checked before a code is sent and before anything
/// is changed.
pub(super) fn number<'a, P: Ports>(
    account: &'a Account,
    identified_otherwise: bool,
    context: &CallerContext<'_, P>,
) -> Result<&'a Phone, Failure> {
    // An ID proves who the person is, not whose phone it is.
    if identified_otherwise {
        let allowed = context.identified_by_allowed;
        return Err(if allowed { Failure::SmsUnverified } else { Failure::IdentifiedByNotAllowed });
    }
    let no_mobile = || Failure::NoMobileForPassword { account: account.name.to_string() };
    let number = account.mobile.reachable().ok_or_else(no_mobile)?;
    context.sms.ready()?;
    Ok(number)
}

/// Sends a password that has been set to the number that a code has verified; recorded before and after.
///
/// # Errors
/// [`Failure`]: whether anybody knows the password is reported before a missing record.
pub(super) async fn send<P: Ports>(
    account: &Account,
    to: &Phone,
    password: &Password,
    must_change: bool,
    context: &CallerContext<'_, P>,
) -> Result<SentPassword, Failure> {
    let name = || account.name.to_string();
    // As long as another password can be set without a new code. Later the owner has stopped waiting, and a finder of the
    // phone would be the first to read it.
    let valid = context.limits.window;
    let sms = Sms { to, text: SmsText::Password { password, must_change }, valid };
    let act = context.act(Action::SendPassword, account, None);
    let performed =
        context.perform(act, async |receipt| (context.sms.send(receipt, &sms).await.map_err(Failure::Sms), None));
    let Performed { result, recorded } = match performed.await {
        Ok(performed) => performed,
        Err(error) => {
            return Err(Failure::PasswordNotSent { account: name(), because: SendFailure::Trail(error) });
        }
    };
    match (result, recorded) {
        (Ok(sent), Ok(())) => Ok(SentPassword { to: to.masked(), queued: sent.queued }),
        (Ok(_), Err(error)) => Err(Failure::NotRecorded { account: name(), error }),
        (Err(Failure::Sms(SmsError::Unclear { host, text, .. })), _) => {
            Err(Failure::PasswordMayBeSent { account: name(), host, text })
        }
        (Err(Failure::Sms(error)), _) => {
            Err(Failure::PasswordNotSent { account: name(), because: SendFailure::Sms(error) })
        }
        (Err(failure), _) => Err(failure),
    }
}
