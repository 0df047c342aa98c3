//! The SMS gateway.

use jiff::{SignedDuration, Timestamp};

use crate::domain::code::Code;
use crate::domain::named_enum::kinds_of;
use crate::domain::owner_notice::OwnerEvent;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::ports::{CertificateFault, Receipt};

/// Sends SMS.
pub trait SmsGateway {
    /// Whether a gateway is configured. Says nothing about whether it can be reached.
    fn is_configured(&self) -> bool {
        true
    }

    /// Whether a message would be refused without asking: there is no gateway, or it asked to be left alone for a while.
    ///
    /// # Errors
    /// [`SmsError::NoGateway`] or [`SmsError::Busy`].
    fn ready(&self) -> Result<(), SmsError> {
        Ok(())
    }

    /// Sends one message. Callers must not retry on their own.
    ///
    /// # Errors
    /// [`SmsError`], which tells "not sent" from "may have been sent".
    async fn send(&self, receipt: &Receipt, sms: &Sms<'_>) -> Result<AcceptedSms, SmsError>;

    /// Whether the gateway can be asked how far a message has come.
    fn tells_delivery(&self) -> bool {
        false
    }

    /// Begins to ask, again and again, how far a message has come, while something else waits. `None`: it cannot be asked.
    fn follow(&self, _message_id: &str, _to: &Phone) -> Option<Box<dyn FollowDelivery + '_>> {
        None
    }

    /// Asks how far a message has come, by the gateway's own id. Sends nothing. Waits for an answer for at most `within`.
    ///
    /// # Errors
    /// [`SmsError`]; it says nothing of the message.
    async fn delivery(
        &self,
        _message_id: &str,
        _to: &Phone,
        _within: SignedDuration,
    ) -> Result<DeliveryState, SmsError> {
        Ok(DeliveryState::Unknown)
    }
}

impl<G: SmsGateway> SmsGateway for Option<G> {
    fn is_configured(&self) -> bool {
        self.is_some()
    }

    fn ready(&self) -> Result<(), SmsError> {
        self.as_ref().ok_or(SmsError::NoGateway)?.ready()
    }

    async fn send(&self, receipt: &Receipt, sms: &Sms<'_>) -> Result<AcceptedSms, SmsError> {
        match self {
            Some(gateway) => gateway.send(receipt, sms).await,
            None => Err(SmsError::NoGateway),
        }
    }

    fn tells_delivery(&self) -> bool {
        self.as_ref().is_some_and(SmsGateway::tells_delivery)
    }

    fn follow(&self, message_id: &str, to: &Phone) -> Option<Box<dyn FollowDelivery + '_>> {
        self.as_ref()?.follow(message_id, to)
    }

    async fn delivery(&self, message_id: &str, to: &Phone, within: SignedDuration) -> Result<DeliveryState, SmsError> {
        match self {
            Some(gateway) => gateway.delivery(message_id, to, within).await,
            None => Err(SmsError::NoGateway),
        }
    }
}

/// Follows a message. Ends when dropped.
pub trait FollowDelivery {
    /// Returns the state if it is another than the last time; waits for nothing.
    fn news(&self) -> Option<DeliveryState>;

    /// Returns the final state, once.
    fn take_final(&self) -> Option<DeliveryState>;
}

/// How far a message has come, as the gateway says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryState {
    OnItsWay,
    /// The phone has it. `at`: since when, if the gateway says.
    Delivered {
        at: Option<Timestamp>,
    },
    /// It will not arrive. `reason`: in the gateway's own words.
    Failed {
        reason: String,
    },
    /// The gateway does not say, or not clearly.
    Unknown,
}

kinds_of! {
    pub enum DeliveryStateKind of DeliveryState {
        OnItsWay = "on_its_way" if Self::OnItsWay,
        Delivered = "delivered" if Self::Delivered { .. },
        Failed = "failed" if Self::Failed { .. },
        Unknown = "unknown" if Self::Unknown,
    }
}

impl DeliveryState {
    /// Whether it will not change.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Delivered { .. } | Self::Failed { .. })
    }
}

#[derive(Debug)]
pub struct Sms<'a> {
    pub to: &'a Phone,
    pub text: SmsText<'a>,
    /// How long the gateway may try to deliver it.
    pub valid: SignedDuration,
}

/// The content of a message. The adapter chooses the words.
#[derive(Debug)]
pub enum SmsText<'a> {
    Code(&'a Code),
    /// A code for the manager of an account's owner, who vouches for them.
    VouchingCode {
        code: &'a Code,
        /// Of the owner.
        name: &'a str,
        account: &'a str,
    },
    /// A generated password, for its owner only.
    Password {
        password: &'a Password,
        must_change: bool,
    },
    /// Tells the owner that their account was changed.
    OwnerNotice {
        event: OwnerEvent,
        at: Timestamp,
    },
    /// A test of the gateway.
    TestMessage,
}

impl SmsText<'_> {
    /// The part that only the receiver may see.
    pub fn secret(&self) -> &str {
        match self {
            Self::Code(code) | Self::VouchingCode { code, .. } => code.expose(),
            Self::Password { password, .. } => password.expose(),
            Self::OwnerNotice { .. } | Self::TestMessage => "",
        }
    }
}

/// A message that the gateway accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedSms {
    /// The gateway's own id, if it gives one.
    pub message_id: Option<String>,
    /// Accepted, but the gateway cannot deliver it at the moment.
    pub queued: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmsRefusal {
    Credentials,
    Number,
    Credit,
    /// The request, or a reason of the gateway's own.
    Other,
}

/// Why a message was not sent, or may not have been.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SmsError {
    /// No gateway is configured. Nothing was sent.
    #[error("no SMS gateway is configured")]
    NoGateway,
    /// No connection. Nothing was sent.
    #[error("SMS gateway {host} not reached: {text}")]
    Unreachable { host: String, text: String },
    /// The proxy that the environment names did not connect to the gateway. Nothing was sent.
    #[error("SMS gateway {host} not reached through the proxy {proxy}: {text}")]
    Proxy {
        host: String,
        /// Its address, without a login, and the variable that names it.
        proxy: String,
        text: String,
    },
    /// The gateway is at another address. Nothing was sent.
    #[error("SMS gateway {host} redirects to {to}")]
    Redirected { host: String, to: String },
    /// Its certificate is not trusted. Nothing was sent.
    #[error("SMS gateway {host} not trusted: {fault}")]
    Untrusted { host: String, fault: Box<CertificateFault> },
    /// What answers is no gateway, or one with a fault. Nothing was sent.
    #[error("SMS gateway {host} answered HTTP {status}")]
    WrongAnswer { host: String, status: u16 },
    /// The gateway asks to retry later. Nothing was sent.
    #[error("SMS gateway {host} is busy ({status})")]
    Busy {
        host: String,
        status: u16,
        /// How long it asks us to wait. Nothing is sent to it before.
        wait: Option<SignedDuration>,
    },
    /// The gateway refused. Nothing was sent.
    #[error("SMS gateway {host} refused ({status}): {text}")]
    Refused {
        host: String,
        refusal: SmsRefusal,
        status: u16,
        /// The gateway's own words, with our message removed.
        text: String,
    },
    /// The request went out, but no clear answer came. It may have been sent.
    #[error("SMS gateway {host} gave no clear answer: {text}")]
    Unclear {
        host: String,
        text: String,
        /// The address that it redirects to, if that is its answer.
        redirect: Option<String>,
    },
}
