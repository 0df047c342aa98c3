//! Waits until the gateway says that a code arrived, or will not. Sends nothing.

use jiff::{SignedDuration, Timestamp};

use super::{CallerContext, Ports, holder};
use crate::commands::Failure;
use crate::domain::account::{Account, AccountId};
use crate::domain::audit::{Action, Step};
use crate::domain::phone::Phone;
use crate::ports::{Conclusion, DeliveryState, SmsError, SmsGateway};

/// The time between two questions.
const BETWEEN: SignedDuration = SignedDuration::from_secs(2);

/// How long the last question may wait for its answer.
const LEAST: SignedDuration = SignedDuration::from_secs(1);

/// A message with a code, as its gateway names it.
#[derive(Debug, Clone)]
pub struct NewestMessage {
    account: AccountId,
    pub(super) id: String,
    pub(super) to: Phone,
}

impl<P: Ports> CallerContext<'_, P> {
    /// Asks the gateway for at most so many seconds how far the message has come, and records the last that it said.
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
                self.asked(id, phone, self.clock.now() + SignedDuration::from_secs(seconds.into())).await
            }
            _ => DeliveryState::Unknown,
        };
        self.record_delivery(account, via, &state).await?;
        Ok(state)
    }

    async fn asked(&self, id: &str, phone: &Phone, until: Timestamp) -> DeliveryState {
        let mut state = DeliveryState::Unknown;
        loop {
            let mut pause = BETWEEN;
            match self.sms.delivery(id, phone, self.left(until).max(LEAST)).await {
                // A gateway that does not say now may do so the next time, and what it said still holds.
                Ok(DeliveryState::Unknown) => {}
                Ok(said) => state = said,
                Err(SmsError::Busy { wait, .. }) => pause = wait.unwrap_or(BETWEEN).max(BETWEEN),
                // One that does not let us ask will not do so the next time either.
                Err(SmsError::Refused { .. }) => return state,
                Err(_) => {}
            }
            let left = self.left(until);
            if state.is_final() || !left.is_positive() {
                return state;
            }
            self.pause.pause(pause.min(left).unsigned_abs()).await;
        }
    }

    fn left(&self, until: Timestamp) -> SignedDuration {
        until.duration_since(self.clock.now())
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
