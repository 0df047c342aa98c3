//! How far a code has come, in words.

use crate::ports::DeliveryState;
use crate::text::{Message, Words, visible};

pub(crate) fn sentence(state: &DeliveryState, words: &Words) -> String {
    words.say(&match state {
        DeliveryState::OnItsWay => Message::DeliveryOnItsWay,
        DeliveryState::Delivered { at: Some(at) } => {
            return words.say(&Message::DeliveredAt { at: &words.second(*at) });
        }
        DeliveryState::Delivered { at: None } => Message::Delivered,
        DeliveryState::Failed { reason } if reason.is_empty() => Message::DeliveryFailed,
        DeliveryState::Failed { reason } => {
            return words.say(&Message::DeliveryFailedFor { reason: &visible(reason) });
        }
        DeliveryState::Unknown => Message::DeliveryUnknown,
    })
}
