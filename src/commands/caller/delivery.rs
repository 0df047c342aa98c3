//! Waits until the gateway says that a code arrived, or will not. Sends nothing.

use std::time::Duration;

use jiff::SignedDuration;

use super::{CallerContext, Ports, holder};
use crate::commands::Failure;
use crate::domain::account::{Account, AccountId};
use crate::domain::audit::{Action, Step};
use crate::domain::phone::Phone;
use crate::ports::{Conclusion, DeliveryState, SmsGateway};

/// The time between two questions.
const BETWEEN: Duration = Duration::from_secs(2);

/// A message with a code, as its gateway names it.
#[derive(Debug, Clone)]
pub struct NewestMessage {
    account: AccountId,
    pub(super) id: String,
    pub(super) to: Phone,
}

impl<P: Ports> CallerContext<'_, P> {
    /// Asks the gateway for at most so many seconds how far the message has come, and records the answer.
    ///
    /// # Errors
    /// [`Failure::NotRecorded`]; the code was sent.
    pub(in crate::commands) async fn wait_delivered(
        &self,
        account: &Account,
        via: Option<&Account>,
        message_id: Option<&str>,
        seconds: u16,
    ) -> Result<DeliveryState, Failure> {
        let state = match (message_id, holder(account, via).mobile.phone()) {
            (Some(id), Some(phone)) if self.sms.tells_delivery() => {
                let until = self.clock.now() + SignedDuration::from_secs(seconds.into());
                loop {
                    // A gateway that does not answer now may do so the next time.
                    let state = self.sms.delivery(id, phone).await.unwrap_or(DeliveryState::Unknown);
                    if state.is_final() || self.clock.now() >= until {
                        break state;
                    }
                    self.pause.pause(BETWEEN).await;
                }
            }
            _ => DeliveryState::Unknown,
        };
        self.record_delivery(account, via, &state).await?;
        Ok(state)
    }

    /// Keeps the gateway's id of a code that was sent `to` that number.
    pub(super) fn remember_message(&self, account: &Account, id: Option<&str>, to: &Phone) {
        let message = |id: &str| NewestMessage { account: account.id, id: id.to_owned(), to: to.clone() };
        *self.newest_message.borrow_mut() = id.map(message);
    }

    /// The newest message, if it went to this caller.
    pub(super) fn message_to(&self, account: &Account, via: Option<&Account>) -> Option<NewestMessage> {
        let to = holder(account, via).mobile.phone()?;
        self.newest_message.borrow().clone().filter(|message| message.account == account.id && message.to == *to)
    }

    /// Records how far a code came.
    pub(super) async fn record_delivery(
        &self,
        account: &Account,
        via: Option<&Account>,
        state: &DeliveryState,
    ) -> Result<(), Failure> {
        let step = match state {
            DeliveryState::Delivered { .. } => Step::Done,
            DeliveryState::Failed { .. } => Step::Failed,
            DeliveryState::OnItsWay | DeliveryState::Unknown => Step::Partly,
        };
        let end = Conclusion { step, reason: Some(state.name().to_owned()), server: None };
        let recorded = self.trail.note(self.act_via(Action::AskDelivery, account, via, None), end).await;
        let unrecorded = |error| Failure::NotRecorded { account: account.name.to_string(), error };
        recorded.map_err(unrecorded)
    }
}
