//! SMS gateways: hands a message over once and tells what became of it.
//!
//! `settings` what the configuration says · `endpoint` one request, one answer · `answer` what an
//! answer means · `look` how a gateway is, without sending anything · `private` what is kept out of a
//! gateway's own words · one file a provider:
//! `kannel`, `elks`, `twilio`, `http` (any other, described by the configuration), `outbox`
//! (a folder), `screen` (practice). Nothing here retries, prints, or knows a language.

mod answer;
mod elks;
mod endpoint;
pub mod http;
mod kannel;
mod look;
mod outbox;
mod private;
mod screen;
pub mod settings;
#[cfg(test)]
mod stand_in;
mod twilio;

use jiff::{SignedDuration, Timestamp};
use reqwest::Request;
use zeroize::Zeroizing;

use crate::domain::code::Code;
use crate::domain::limits::later;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::ports::{AcceptedSms, Clock, Receipt, Sms, SmsError, SmsGateway, SmsText};
use answer::{Answer, Heard, Verdict};
use endpoint::Endpoint;
use outbox::Outbox;
use private::Private;
pub use screen::Show;
use settings::{Key, SettingsError};
pub use settings::{Provider, Secret, Settings};

/// Finds the words of a message, in the language of its reader.
pub trait SmsWords {
    /// The message that brings a code.
    fn code_message(&self, code: &Code) -> Zeroizing<String>;
    /// The message that brings a password.
    fn password_message(&self, password: &Password, must_change: bool) -> Zeroizing<String>;
    /// The message that only shows that messages arrive.
    fn trial_message(&self) -> String;
}

/// The SMS gateway of the configuration.
pub struct Gateway<W, C> {
    words: W,
    clock: C,
    sender: String,
    way: Way,
}

/// How messages leave.
enum Way {
    Web { endpoint: Endpoint, speech: Box<dyn Speech>, secret: Option<Secret> },
    Outbox(Outbox),
    Screen(Box<Show>),
}

/// How one kind of gateway is spoken to over HTTP.
trait Speech {
    /// The request that sends `message` to the gateway at `endpoint`.
    fn request(&self, endpoint: &Endpoint, message: &Message<'_>) -> Result<Request, Unmade>;
    /// What its answer means.
    fn verdict(&self, answer: &Answer) -> Verdict;
    /// A request that sends nothing, and whose answer shows whether the gateway knows us; `None`: it has none.
    fn question(&self, _: &Endpoint) -> Option<Result<Request, Unmade>> {
        None
    }
    /// What the answer to that means.
    fn heard(&self, _: &Answer) -> Heard {
        Heard::Nothing
    }
}

/// A request that could not be made; nothing was sent.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Unmade(String);

impl From<reqwest::Error> for Unmade {
    fn from(error: reqwest::Error) -> Self {
        Self(error.without_url().to_string())
    }
}

/// One message on its way.
struct Message<'a> {
    to: &'a Phone,
    from: &'a str,
    text: &'a str,
    /// The code or the password in the text.
    carries: &'a str,
    valid: SignedDuration,
    now: Timestamp,
    /// Our own name for it, for the gateway's logs.
    reference: &'a str,
}

impl Message<'_> {
    /// How long it is worth delivering, in whole seconds, at least one.
    fn seconds(&self) -> i64 {
        self.valid.as_secs().max(1)
    }

    /// The same in whole minutes, rounded up.
    fn minutes(&self) -> i64 {
        self.seconds().saturating_add(59) / 60
    }

    /// When it is no longer worth delivering, RFC 3339 in whole seconds.
    fn expires(&self) -> String {
        later(self.now, self.valid).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }
}

impl<W: SmsWords, C: Clock> Gateway<W, C> {
    /// The gateway that `settings` describe. Reads certificates; touches no network.
    ///
    /// # Errors
    /// [`SettingsError`]: which key will not do, and why.
    pub fn new(settings: &Settings, words: W, clock: C) -> Result<Self, SettingsError> {
        let way = match settings.provider {
            Provider::Outbox => {
                let folder = settings.outbox.clone().ok_or(SettingsError::Missing(Key::Outbox))?;
                return Ok(Self { words, clock, sender: String::new(), way: Way::Outbox(Outbox::new(folder)) });
            }
            Provider::Kannel => Way::to(settings.url(None)?, kannel::Kannel::new(settings)?, settings)?,
            Provider::Elks => Way::to(settings.url(Some(elks::URL.to_owned()))?, elks::Elks::new(settings)?, settings)?,
            Provider::Twilio => {
                let twilio = twilio::Twilio::new(settings)?;
                Way::to(settings.url(Some(twilio.url()))?, twilio, settings)?
            }
            Provider::Http => {
                let template = settings.http.as_ref().ok_or(SettingsError::Missing(Key::Http))?;
                let url = http::address(settings)?;
                let speech = http::Templated::new(template, settings)?;
                let endpoint = Endpoint::new(url, settings)?;
                test_write(&endpoint, &speech, &settings.sender()?, clock.now())?;
                Way::Web { endpoint, speech: Box::new(speech), secret: settings.secret.clone() }
            }
        };
        Ok(Self { words, clock, sender: settings.sender()?, way })
    }

    /// The practice gateway: `show` puts each message before the operator's eyes.
    pub fn screen(words: W, clock: C, show: Box<Show>) -> Self {
        Self { words, clock, sender: String::new(), way: Way::Screen(show) }
    }
}

impl<W: SmsWords, C: Clock> SmsGateway for Gateway<W, C> {
    async fn send(&self, _receipt: &Receipt, sms: &Sms<'_>) -> Result<AcceptedSms, SmsError> {
        let text = match sms.text {
            SmsText::Code(code) => self.words.code_message(code),
            SmsText::Password { password, must_change } => self.words.password_message(password, must_change),
            SmsText::TestMessage => self.words.trial_message().into(),
        };
        let now = self.clock.now();
        let reference = format!("{:x}", now.as_microsecond());
        let from = self.sender.as_str();
        let (to, carries, valid) = (sms.to, sms.text.secret(), sms.valid);
        let message = Message { to, from, text: &text, carries, valid, now, reference: &reference };
        match &self.way {
            Way::Web { endpoint, speech, secret } => {
                let request = speech.request(endpoint, &message).map_err(|unmade| endpoint.unreachable(unmade.0))?;
                let private = Private::of(&message, secret.as_ref(), request.headers());
                let answer = endpoint.exchange(request, &private).await?;
                speech.verdict(&answer).tell(&endpoint.host, answer.status, &private)
            }
            Way::Outbox(outbox) => outbox.put(&message, now),
            Way::Screen(show) => {
                show(message.to, message.text);
                Ok(AcceptedSms { message_id: None, queued: false })
            }
        }
    }
}

impl Way {
    fn to(url: url::Url, speech: impl Speech + 'static, settings: &Settings) -> Result<Self, SettingsError> {
        let endpoint = Endpoint::new(url, settings)?;
        Ok(Self::Web { endpoint, speech: Box::new(speech), secret: settings.secret.clone() })
    }
}

/// Tries a template out on a message that is not sent.
fn test_write(endpoint: &Endpoint, speech: &http::Templated, from: &str, now: Timestamp) -> Result<(), SettingsError> {
    let Ok(to) = Phone::parse("+46700000000") else { return Ok(()) };
    let (text, carries, valid) = ("rehearsal", "000000", SignedDuration::from_mins(5));
    speech.test_write(endpoint, &Message { to: &to, from, text, carries, valid, now, reference: "0" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_a_message_is_worth_delivering() {
        let (to, code) = (stand_in::phone(), stand_in::code());
        let message = |seconds| Message { valid: SignedDuration::from_secs(seconds), ..stand_in::message(&to, &code) };
        for (valid, seconds, minutes) in [(300, 300, 5), (301, 301, 6), (59, 59, 1), (0, 1, 1), (-60, 1, 1)] {
            assert_eq!((message(valid).seconds(), message(valid).minutes()), (seconds, minutes), "{valid}");
        }
        assert_eq!(message(300).expires(), "2026-01-02T03:09:05Z");
    }
}
