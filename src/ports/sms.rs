//! The SMS gateway.

use jiff::SignedDuration;

use crate::domain::code::Code;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::ports::Receipt;

/// Sends SMS.
pub trait SmsGateway {
    /// Whether there is one at all. That it can be reached, nobody knows before something is sent.
    fn is_configured(&self) -> bool {
        true
    }

    /// Hands one message to the gateway, once. A caller of this never tries again by itself.
    ///
    /// # Errors
    /// [`SmsError`], which tells "not sent" from "may have been sent".
    async fn send(&self, receipt: &Receipt, sms: &Sms<'_>) -> Result<AcceptedSms, SmsError>;
}

/// No gateway at all: nothing can be sent.
impl<G: SmsGateway> SmsGateway for Option<G> {
    fn is_configured(&self) -> bool {
        self.is_some()
    }

    async fn send(&self, receipt: &Receipt, sms: &Sms<'_>) -> Result<AcceptedSms, SmsError> {
        match self {
            Some(gateway) => gateway.send(receipt, sms).await,
            None => Err(SmsError::NoGateway),
        }
    }
}

/// A message to send.
#[derive(Debug)]
pub struct Sms<'a> {
    /// To whom.
    pub to: &'a Phone,
    /// What.
    pub text: SmsText<'a>,
    /// How long it is worth delivering.
    pub valid: SignedDuration,
}

/// What a message says; the gateway's adapter finds the words.
#[derive(Debug)]
pub enum SmsText<'a> {
    /// A code to read back.
    Code(&'a Code),
    /// A password that was made, for its owner's eyes alone.
    Password {
        /// The password.
        password: &'a Password,
        /// Must be changed at the next sign-in.
        must_change: bool,
    },
    /// That messages arrive, for whoever tries the gateway.
    TestMessage,
}

impl SmsText<'_> {
    /// What nobody but the receiver may see.
    pub fn secret(&self) -> &str {
        match self {
            Self::Code(code) => code.expose(),
            Self::Password { password, .. } => password.expose(),
            Self::TestMessage => "",
        }
    }
}

/// A message the gateway took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedSms {
    /// The gateway's name for it, where it gives one.
    pub message_id: Option<String>,
    /// The gateway took it, but has no way to deliver it just now.
    pub queued: bool,
}

/// Why the gateway refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmsRefusal {
    /// Our user name or secret.
    Credentials,
    /// The number.
    Number,
    /// There is no money left.
    Credit,
    /// The request, or a reason of its own.
    Other,
}

/// Why a message was not handed over, or not surely.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SmsError {
    /// None is configured: nothing was sent.
    #[error("no SMS gateway is configured")]
    NoGateway,
    /// No connection: nothing was sent.
    #[error("SMS gateway {host} not reached: {text}")]
    Unreachable {
        /// The gateway.
        host: String,
        /// What the network said.
        text: String,
    },
    /// The gateway asks to come back later: nothing was sent.
    #[error("SMS gateway {host} is busy ({status})")]
    Busy {
        /// The gateway.
        host: String,
        /// HTTP status.
        status: u16,
    },
    /// The gateway said no: nothing was sent.
    #[error("SMS gateway {host} refused ({status}): {text}")]
    Refused {
        /// The gateway.
        host: String,
        /// Why.
        refusal: SmsRefusal,
        /// HTTP status.
        status: u16,
        /// The gateway's own words, without our message.
        text: String,
    },
    /// The message went out, but no clear answer came: it may have been sent.
    #[error("SMS gateway {host} gave no clear answer: {text}")]
    Unclear {
        /// The gateway.
        host: String,
        /// What came instead.
        text: String,
    },
}
