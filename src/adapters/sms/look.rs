//! How a gateway is, asked without sending anything: whether it answers, whether it knows us, what is left to send for.

use reqwest::Request;

use super::answer::Heard;
use super::endpoint::Endpoint;
use super::private::Private;
use super::settings::Secret;
use super::{Gateway, Message, SmsWords, Speech, Unmade, Way};
use crate::domain::phone::Phone;
use crate::ports::{self, Clock, GatewayKind, LookAtGateway, SmsError, SmsRefusal};

impl<W: SmsWords, C: Clock> LookAtGateway for Gateway<W, C> {
    async fn look(&self) -> Result<ports::Gateway, SmsError> {
        let (place, kind) = match &self.way {
            Way::Web { endpoint, speech, secret } => {
                let kind = ask(endpoint, &**speech, secret.as_ref(), self.clock.now()).await?;
                (endpoint.host.clone(), kind)
            }
            Way::Outbox(outbox) => {
                outbox.rehearse()?;
                (outbox.name(), GatewayKind::Folder)
            }
            Way::Screen(_) => (String::new(), GatewayKind::Screen),
        };
        Ok(ports::Gateway { place, kind })
    }
}

async fn ask(
    endpoint: &Endpoint,
    speech: &dyn Speech,
    secret: Option<&Secret>,
    now: jiff::Timestamp,
) -> Result<GatewayKind, SmsError> {
    let (request, knows) = match speech.question(endpoint) {
        Some(question) => (question, true),
        None => (greeting(endpoint), false),
    };
    let request = request.map_err(|unmade| endpoint.unreachable(unmade.0))?;
    let private = private(secret, &request, now)?;
    // Nothing was sent, so nothing is unclear: whatever came instead of an answer, the gateway cannot be used.
    let answer = endpoint.exchange(request, &private).await.map_err(|error| match error {
        SmsError::Unclear { host, text } => SmsError::Unreachable { host, text },
        other => other,
    })?;
    if matches!(answer.status, 500..=599) {
        return Err(SmsError::Busy { host: endpoint.host.clone(), status: answer.status });
    }
    match speech.heard(&answer) {
        Heard::Known(credit) if knows => Ok(GatewayKind::Knows(credit)),
        Heard::Unknown(words) if knows => {
            let (host, text) = (endpoint.host.clone(), private.words(&words));
            Err(SmsError::Refused { host, refusal: SmsRefusal::Credentials, status: answer.status, text })
        }
        _ => Ok(GatewayKind::Answers),
    }
}

/// A request for the head of the gateway's first page, without name or secret: any answer shows that it is there.
fn greeting(endpoint: &Endpoint) -> Result<Request, Unmade> {
    let mut url = endpoint.url.clone();
    url.set_path("/");
    url.set_query(None);
    Ok(endpoint.client.head(url).build()?)
}

/// There is no message here, but the gateway may still repeat our secret.
fn private(secret: Option<&Secret>, request: &Request, now: jiff::Timestamp) -> Result<Private, SmsError> {
    let unmade = |_| SmsError::NoGateway;
    let to = Phone::parse("+46700000000").map_err(unmade)?;
    let valid = jiff::SignedDuration::ZERO;
    let message = Message { to: &to, from: "", text: "", carries: "000000", valid, now, reference: "" };
    Ok(Private::of(&message, secret, request.headers()))
}
