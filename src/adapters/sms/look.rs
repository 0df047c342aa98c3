//! Probes a gateway without sending: whether it answers, whether it knows us, and the remaining credit.

use reqwest::Request;

use super::answer::ProbeResult;
use super::endpoint::Endpoint;
use super::redactor::Redactor;
use super::settings::Secret;
use super::{Channel, Gateway, OutgoingSms, Protocol, RequestError, SmsWords};
use crate::domain::phone::Phone;
use crate::ports::{self, Clock, GatewayKind, InspectGateway, SmsError, SmsRefusal};

impl<W: SmsWords, C: Clock> InspectGateway for Gateway<W, C> {
    async fn look(&self) -> Result<ports::GatewayHealth, SmsError> {
        let (place, kind, proves_success) = match &self.channel {
            Channel::Web { endpoint, protocol, secret, .. } => {
                let kind = probe(endpoint, &**protocol, secret.as_ref(), self.clock.now()).await?;
                (endpoint.host.clone(), kind, protocol.proves_success())
            }
            Channel::Outbox(outbox) => {
                outbox.test_write()?;
                (outbox.name(), GatewayKind::Folder, true)
            }
            Channel::Screen(_) => (String::new(), GatewayKind::Screen, true),
        };
        Ok(ports::GatewayHealth { place, kind, proves_success })
    }
}

async fn probe(
    endpoint: &Endpoint,
    protocol: &dyn Protocol,
    secret: Option<&Secret>,
    now: jiff::Timestamp,
) -> Result<GatewayKind, SmsError> {
    let probe = protocol.probe(endpoint);
    let is_greeting = probe.is_none();
    let request = probe.unwrap_or_else(|| greeting(endpoint)).map_err(|error| endpoint.unreachable(error.0))?;
    let redactor = redactor(secret, &request, now)?;
    // No message was sent, so nothing is unclear.
    let answer = endpoint.exchange(request, &redactor, now).await.map_err(|error| match error {
        SmsError::Unclear { host, text, .. } => SmsError::Unreachable { host, text },
        other => other,
    })?;
    let (host, status) = (endpoint.host.clone(), answer.status);
    if is_greeting {
        return Ok(GatewayKind::Answers);
    }
    if let Some(to) = answer.moved_to {
        return Err(SmsError::Redirected { host, to });
    }
    match (status, protocol.interpret_probe(&answer)) {
        (429 | 503, _) => Err(SmsError::Busy { host, status, wait: answer.retry_after }),
        // A redirect that says nowhere is no gateway's answer.
        (300..=399 | 500..=599, _) | (_, ProbeResult::Elsewhere) => Err(SmsError::WrongAnswer { host, status }),
        (_, ProbeResult::Known(credit)) => Ok(GatewayKind::Knows(credit)),
        (_, ProbeResult::Unknown(words)) => {
            let text = redactor.words(&words);
            Err(SmsError::Refused { host, refusal: SmsRefusal::Credentials, status, text })
        }
        (_, ProbeResult::Nothing) => Ok(GatewayKind::Answers),
    }
}

/// A HEAD request without login: any answer shows that the gateway is there.
fn greeting(endpoint: &Endpoint) -> Result<Request, RequestError> {
    let mut url = endpoint.url.clone();
    url.set_path("/");
    url.set_query(None);
    Ok(endpoint.client.head(url).build()?)
}

/// For a probe: without a message, but the gateway may still repeat our secret.
pub(super) fn redactor(secret: Option<&Secret>, request: &Request, now: jiff::Timestamp) -> Result<Redactor, SmsError> {
    let unmade = |_| SmsError::NoGateway;
    let to = Phone::parse("+46700000000").map_err(unmade)?;
    let valid = jiff::SignedDuration::ZERO;
    let message = OutgoingSms { to: &to, from: "", text: "", carries: "000000", valid, now, reference: "" };
    Ok(Redactor::of(&message, secret, request.headers()))
}

#[cfg(test)]
mod tests {
    use super::super::fake::{BASIC, Calendar, FakeGateway, FakeWords, SECRET, settings};
    use super::super::settings::GatewaySettings;
    use super::*;
    use crate::config::Provider;
    use crate::ports::Credit;

    async fn looked(settings: &GatewaySettings) -> Result<GatewayKind, SmsError> {
        let gateway = Gateway::new(settings, FakeWords::default(), Calendar::default()).unwrap();
        let looked = gateway.look().await.map(|gateway| gateway.kind);
        assert!(!format!("{looked:?}").contains(SECRET), "{looked:?}");
        looked
    }

    /// What is made of an answer, and what the request was.
    async fn asked(
        provider: Provider,
        path: &str,
        status: &str,
        body: &str,
    ) -> (Result<GatewayKind, SmsError>, String, Option<String>) {
        let gateway = FakeGateway::answering(status, body).await;
        let looked = looked(&settings(provider, &gateway.url(path))).await;
        let heard = gateway.only();
        assert_eq!(heard.body, "", "nothing to send");
        (looked, heard.line.clone(), heard.header("authorization").map(str::to_owned))
    }

    fn credit(hundredths: i64, currency: &str) -> GatewayKind {
        GatewayKind::Knows(Some(Credit { hundredths, currency: currency.to_owned() }))
    }

    #[tokio::test]
    async fn elks_reports_credit() {
        let body = r#"{"currency": "SEK", "balance": 9670500, "id": "u5"}"#;
        let (looked, line, authorization) = asked(Provider::Elks, "/a1/sms", "200 OK", body).await;
        assert_eq!(looked.unwrap(), credit(96_705, "SEK"));
        assert_eq!((line.as_str(), authorization.as_deref()), ("GET /a1/me HTTP/1.1", Some(BASIC)));
        let (looked, ..) = asked(Provider::Elks, "/a1/sms", "200 OK", "{}").await;
        assert_eq!(looked.unwrap(), GatewayKind::Knows(None));
        let (looked, ..) = asked(Provider::Elks, "/a1/sms", "403 Forbidden", "").await;
        assert_eq!(looked.unwrap(), GatewayKind::Answers);
    }

    #[tokio::test]
    async fn twilio_reports_credit() {
        let (path, body) = ("/2010-04-01/Accounts/AC1/Messages.json", r#"{"balance":"12.5","currency":"USD"}"#);
        let (looked, line, _) = asked(Provider::Twilio, path, "200 OK", body).await;
        assert_eq!(looked.unwrap(), credit(1_250, "USD"));
        assert_eq!(line, "GET /2010-04-01/Accounts/AC1/Balance.json HTTP/1.1");
    }

    #[tokio::test]
    async fn unknown_login_is_refused() {
        for (provider, path, status, body) in [
            (Provider::Elks, "/a1/sms", "401 Unauthorized", "API access requires Basic HTTP authentication."),
            (Provider::Twilio, "/A/Messages.json", "401 Unauthorized", r#"{"code":20003,"message":"Authenticate"}"#),
            (Provider::Kannel, "/cgi-bin/sendsms", "403 Forbidden", "Authorization failed for sendsms"),
        ] {
            let (looked, ..) = asked(provider, path, status, body).await;
            let Err(SmsError::Refused { refusal, .. }) = looked else { panic!("{provider:?}: {looked:?}") };
            assert_eq!(refusal, SmsRefusal::Credentials);
        }
    }

    #[tokio::test]
    async fn other_gateways_get_a_head_request() {
        let gateway = FakeGateway::answering("404 Not Found", "").await;
        let table =
            "auth = 'basic'\nsuccess = { status = [200] }\nform = { to = '{{ to_e164 }}', text = '{{ text }}' }";
        let http = Some(toml::from_str(table).unwrap());
        let settings = GatewaySettings { http, ..settings(Provider::Http, &gateway.url("/send?key=1")) };
        assert_eq!(looked(&settings).await.unwrap(), GatewayKind::Answers);
        let heard = gateway.only();
        assert_eq!((heard.line.as_str(), heard.header("authorization")), ("HEAD / HTTP/1.1", None));
    }

    #[tokio::test]
    async fn broken_gateways_are_reported() {
        let url = "/a1/sms";
        assert!(matches!(asked(Provider::Elks, url, "503 Busy", "").await.0, Err(SmsError::Busy { .. })));
        let page = "<html>Sign in</html>";
        for (provider, status, body) in [
            (Provider::Elks, "500 Oh", ""),
            (Provider::Elks, "200 OK", page),
            (Provider::Elks, "302 Found", ""),
            (Provider::Twilio, "200 OK", page),
            (Provider::Kannel, "404 Not Found", "Unknown request."),
            (Provider::Kannel, "200 OK", page),
            (Provider::Kannel, "302 Found", ""),
        ] {
            let path = if provider == Provider::Twilio { "/A/Messages.json" } else { url };
            let (looked, ..) = asked(provider, path, status, body).await;
            assert!(matches!(looked, Err(SmsError::WrongAnswer { .. })), "{provider:?} {status}: {looked:?}");
        }
        let nobody = settings(Provider::Elks, "http://127.0.0.1:1/a1/sms");
        assert!(matches!(looked(&nobody).await, Err(SmsError::Unreachable { .. })));
    }
}
