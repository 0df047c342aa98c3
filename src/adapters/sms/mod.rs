//! SMS gateways: hands a message over once and reports what became of it.
//!
//! `settings` the section `[sms]` · `endpoint` one request, one answer · `answer` what an answer means · `look` probes
//! a gateway without sending · `delivery` asks how far a message has come · `pause` keeps the wait that a busy gateway asks for · `redactor` keeps secrets out of a gateway's own words · `words` of messages · a file a
//! provider: `kannel`, `elks`, `twilio`, `http` (any other, described by a preset or the configuration), `outbox` (a folder),
//! `screen` (practice). Nothing here retries or prints.

mod answer;
mod delivery;
mod elks;
mod endpoint;
#[cfg(test)]
mod fake;
mod http;
mod kannel;
mod look;
mod outbox;
mod pause;
mod redactor;
mod screen;
mod settings;
mod twilio;
mod words;

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use reqwest::Request;
use url::Url;

use crate::config::{Problem, Provider};
use crate::domain::limits::later;
use crate::domain::phone::Phone;
use crate::ports::{AcceptedSms, Clock, DeliveryState, FollowDelivery, Receipt, Sms, SmsError, SmsGateway};
use answer::{GatewayAnswer, ProbeResult, SendOutcome};
use endpoint::Endpoint;
use outbox::Outbox;
use pause::GatewayPause;
use redactor::Redactor;
pub use screen::Show;
use settings::Login;
pub use settings::{GatewaySettings, Secret};
pub use words::{CallerWords, SmsWords};

pub struct Gateway<W, C> {
    words: W,
    clock: C,
    sender: String,
    channel: Channel,
}

/// How messages leave.
enum Channel {
    Web { endpoint: Endpoint, protocol: Box<dyn Protocol>, secret: Option<Secret>, pause: Box<GatewayPause> },
    Outbox(Outbox),
    Screen(Box<Show>),
}

/// The protocol of one kind of gateway over HTTP.
trait Protocol {
    /// The request that sends `message` to the gateway at `endpoint`.
    fn request(&self, endpoint: &Endpoint, message: &OutgoingSms<'_>) -> Result<Request, RequestError>;
    /// What the answer means.
    fn interpret(&self, answer: &GatewayAnswer) -> SendOutcome;
    /// Whether an answer can prove that the gateway took a message.
    fn proves_success(&self) -> bool {
        true
    }
    /// Whether a message's state can be asked for.
    fn tells_delivery(&self) -> bool {
        false
    }
    /// A request that asks how far a message has come; `None` when there is none.
    fn delivery(&self, _: &Endpoint, _id: &str, _to: &Phone) -> Option<Result<Request, RequestError>> {
        None
    }
    /// What the answer says of the message.
    fn interpret_delivery(&self, _: &GatewayAnswer) -> DeliveryState {
        DeliveryState::Unknown
    }
    /// A request that sends no message, but whose answer shows whether the gateway knows us; `None` when there is none.
    fn probe(&self, _: &Endpoint) -> Option<Result<Request, RequestError>> {
        None
    }
    /// What the answer to the probe means.
    fn interpret_probe(&self, _: &GatewayAnswer) -> ProbeResult {
        ProbeResult::Nothing
    }
}

/// A request that could not be made; nothing was sent.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct RequestError(String);

impl From<reqwest::Error> for RequestError {
    fn from(error: reqwest::Error) -> Self {
        Self(error.without_url().to_string())
    }
}

struct OutgoingSms<'a> {
    to: &'a Phone,
    from: &'a str,
    text: &'a str,
    /// The code or password in the text.
    carries: &'a str,
    valid: SignedDuration,
    now: Timestamp,
    /// Our own name for it, for the gateway's logs.
    reference: &'a str,
}

impl OutgoingSms<'_> {
    /// How long delivery is useful, in whole seconds, at least one.
    fn seconds(&self) -> i64 {
        self.valid.as_secs().max(1)
    }

    /// How long delivery is useful, in whole minutes, rounded up.
    fn minutes(&self) -> i64 {
        self.seconds().saturating_add(59) / 60
    }

    /// When delivery is no longer useful, RFC 3339 in whole seconds.
    fn expires(&self) -> String {
        later(self.now, self.valid).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }
}

impl<W: SmsWords, C: Clock> Gateway<W, C> {
    /// The gateway that `settings` describe. Reads certificates; touches no network.
    ///
    /// # Errors
    /// [`Problem`]: which key cannot be used, and why.
    pub fn new(settings: &GatewaySettings, words: W, clock: C) -> Result<Self, Problem> {
        let section = &settings.section;
        let channel = match section.provider_in_force().ok_or(Problem::Missing { key: section.provider.key() })? {
            Provider::Outbox => {
                let folder = section.outbox.require()?.clone();
                return Ok(Self { words, clock, sender: String::new(), channel: Channel::Outbox(Outbox::new(folder)) });
            }
            Provider::Kannel => Channel::web(settings.url(None)?, kannel::Kannel(Login::new(settings)?), settings)?,
            Provider::Elks => {
                let url = settings.url(Some(elks::URL))?;
                Channel::web(url, elks::Elks(Login::new(settings)?), settings)?
            }
            Provider::Twilio => {
                let twilio = twilio::Twilio(Login::new(settings)?);
                Channel::web(settings.url(Some(&twilio.url()))?, twilio, settings)?
            }
            Provider::Http => {
                let template = settings.http.as_ref().ok_or(Problem::Missing { key: section.http.key() })?;
                let url = http::address(template, settings)?;
                let protocol = http::Templated::new(template, settings)?;
                let endpoint = Endpoint::new(url, settings)?;
                let tried = render_sample(&endpoint, &protocol, &settings.sender()?, clock.now());
                tried.map_err(|error| settings.template_problem(error))?;
                Channel::new(endpoint, protocol, settings)
            }
        };
        Ok(Self { words, clock, sender: settings.sender()?, channel })
    }

    /// The practice gateway: `show` shows each message to the operator.
    pub fn screen(words: W, clock: C, show: Box<Show>) -> Self {
        Self { words, clock, sender: String::new(), channel: Channel::Screen(show) }
    }
}

impl<W: SmsWords, C: Clock> SmsGateway for Gateway<W, C> {
    fn ready(&self) -> Result<(), SmsError> {
        match &self.channel {
            Channel::Web { endpoint, pause, .. } => pause.in_force(&endpoint.host, self.clock.now()),
            Channel::Outbox(_) | Channel::Screen(_) => Ok(()),
        }
    }

    async fn send(&self, _receipt: &Receipt, sms: &Sms<'_>) -> Result<AcceptedSms, SmsError> {
        let text = self.words.text(&sms.text);
        let now = self.clock.now();
        let reference = format!("{:x}", now.as_microsecond());
        let from = self.sender.as_str();
        let (to, carries, valid) = (sms.to, sms.text.secret(), sms.valid);
        let message = OutgoingSms { to, from, text: &text, carries, valid, now, reference: &reference };
        match &self.channel {
            Channel::Web { endpoint, protocol, secret, pause } => {
                pause.in_force(&endpoint.host, now)?;
                let request = protocol.request(endpoint, &message).map_err(|unmade| endpoint.unreachable(unmade.0))?;
                let private = Redactor::of(&message, secret.as_ref(), request.headers());
                let answer = endpoint.exchange(request, &private, now).await?;
                let result = protocol.interpret(&answer).into_result(&endpoint.host, &answer, &private);
                result.inspect_err(|error| pause.keep(error, now))
            }
            Channel::Outbox(outbox) => outbox.put(&message, now),
            Channel::Screen(show) => {
                show(message.to, message.text);
                Ok(AcceptedSms { message_id: None, queued: false })
            }
        }
    }

    fn tells_delivery(&self) -> bool {
        matches!(&self.channel, Channel::Web { protocol, .. } if protocol.tells_delivery())
    }

    fn follow(&self, message_id: &str, to: &Phone) -> Option<Box<dyn FollowDelivery + '_>> {
        match &self.channel {
            Channel::Web { endpoint, protocol, secret, .. } => {
                let followed =
                    delivery::Followed::begin(endpoint, &**protocol, secret.as_ref(), message_id, to, self.clock.now());
                followed.map(|followed| Box::new(followed) as Box<dyn FollowDelivery>)
            }
            Channel::Outbox(_) | Channel::Screen(_) => None,
        }
    }

    async fn delivery(&self, message_id: &str, to: &Phone, within: SignedDuration) -> Result<DeliveryState, SmsError> {
        match &self.channel {
            Channel::Web { endpoint, protocol, secret, .. } => {
                let (secret, now) = (secret.as_ref(), self.clock.now());
                let within = Duration::try_from(within).unwrap_or_default();
                delivery::state(endpoint, &**protocol, secret, message_id, to, within, now).await
            }
            Channel::Outbox(_) | Channel::Screen(_) => Ok(DeliveryState::Unknown),
        }
    }
}

impl Channel {
    fn web(url: Url, protocol: impl Protocol + 'static, settings: &GatewaySettings) -> Result<Self, Problem> {
        Ok(Self::new(Endpoint::new(url, settings)?, protocol, settings))
    }

    fn new(endpoint: Endpoint, protocol: impl Protocol + 'static, settings: &GatewaySettings) -> Self {
        let (secret, pause) = (settings.secret.clone(), Box::new(GatewayPause::new(settings.wait_file.clone())));
        Self::Web { endpoint, protocol: Box::new(protocol), secret, pause }
    }
}

/// Tries a template on a message that is not sent.
fn render_sample(
    endpoint: &Endpoint,
    protocol: &http::Templated,
    from: &str,
    now: Timestamp,
) -> Result<(), http::TemplateError> {
    let Ok(to) = Phone::parse("+46700000000") else { return Ok(()) };
    let (text, carries, valid) = ("sample", "000000", SignedDuration::from_mins(5));
    protocol.render_sample(endpoint, &OutgoingSms { to: &to, from, text, carries, valid, now, reference: "0" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn validity_of_a_message() {
        let (to, code) = (fake::phone(), fake::code());
        let message = |seconds| OutgoingSms { valid: SignedDuration::from_secs(seconds), ..fake::message(&to, &code) };
        for (valid, seconds, minutes) in [(300, 300, 5), (301, 301, 6), (59, 59, 1), (0, 1, 1), (-60, 1, 1)] {
            assert_eq!((message(valid).seconds(), message(valid).minutes()), (seconds, minutes), "{valid}");
        }
        assert_eq!(message(300).expires(), "2026-01-02T03:09:05Z");
    }

    #[tokio::test]
    async fn busy_gateway_is_left_alone() {
        let answer = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n";
        let server = fake::FakeGateway::with(answer).await;
        let settings = fake::settings(Provider::Elks, &server.url("/a1/sms"));
        let gateway = Gateway::new(&settings, fake::FakeWords::default(), fake::Calendar::default()).unwrap();
        for _ in 0..2 {
            let busy = fake::send_by(&gateway).await;
            let Err(SmsError::Busy { status: 429, wait: Some(wait), .. }) = busy else { panic!("{busy:?}") };
            assert!(wait > SignedDuration::from_secs(29), "{wait}");
        }
        server.only();
    }
}
