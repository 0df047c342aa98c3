//! Kannel's `sendsms`, with everything in headers and body: a query would put the secret and the
//! message into its access log (Kannel user's guide, "Using HTTP to send SMS messages").

use reqwest::Request;
use reqwest::header::{CONTENT_TYPE, HeaderValue};

use super::answer::{GatewayAnswer, ProbeResult, SendOutcome};
use super::endpoint::Endpoint;
use super::settings::Login;
use super::{OutgoingSms, Protocol, RequestError};
use crate::domain::gsm7::{SmsEncoding, encoding};
use crate::ports::SmsRefusal;

pub(super) struct Kannel(pub(super) Login);

impl Protocol for Kannel {
    fn request(&self, endpoint: &Endpoint, message: &OutgoingSms<'_>) -> Result<Request, RequestError> {
        let mut request = endpoint
            .client
            .post(endpoint.url.clone())
            .header(CONTENT_TYPE, "text/plain; charset=UTF-8")
            .header("X-Kannel-Username", value(&self.0.user)?)
            .header("X-Kannel-Password", sensitive(&self.0.secret.0)?)
            .header("X-Kannel-From", message.from)
            .header("X-Kannel-To", message.to.e164())
            // Without it, a queued message is delivered whenever the network returns.
            .header("X-Kannel-Validity", message.minutes());
        if encoding(message.text) == SmsEncoding::Ucs2 {
            // Without it, each byte of a character outside GSM 7-bit arrives as a question mark.
            request = request.header("X-Kannel-Coding", "2");
        }
        Ok(request.body(message.text.to_owned()).build()?)
    }

    fn interpret(&self, answer: &GatewayAnswer) -> SendOutcome {
        let body = answer.body.as_str();
        match answer.status {
            // Kannel gives no name to a message.
            202 if answer.whole && is_answer(body, "0: ") => SendOutcome::Took { message_id: None, queued: false },
            202 if answer.whole && is_answer(body, "3: ") => SendOutcome::Took { message_id: None, queued: true },
            // Also a missing route is 403, "Not routable. Do not try again."
            403 if !body.starts_with("Authorization failed") => {
                SendOutcome::Refused(SmsRefusal::Other, body.to_owned())
            }
            400 if body.contains("receiver") || body.contains("black-list") => {
                SendOutcome::Refused(SmsRefusal::Number, body.to_owned())
            }
            _ => SendOutcome::unproved(answer, body),
        }
    }

    /// A message without a receiver: Kannel checks the login first, and then what is missing (seen with 1.4.5).
    fn probe(&self, endpoint: &Endpoint) -> Option<Result<Request, RequestError>> {
        let made = || {
            let request = endpoint
                .client
                .post(endpoint.url.clone())
                .header(CONTENT_TYPE, "text/plain; charset=UTF-8")
                .header("X-Kannel-Username", value(&self.0.user)?)
                .header("X-Kannel-Password", sensitive(&self.0.secret.0)?);
            Ok(request.body("").build()?)
        };
        Some(made())
    }

    fn interpret_probe(&self, answer: &GatewayAnswer) -> ProbeResult {
        match answer.status {
            400 if answer.body.contains("receiver") => ProbeResult::Known(None),
            403 if answer.body.starts_with("Authorization failed") => ProbeResult::Unknown(answer.body.clone()),
            // "Unknown request.", for any path but that of sendsms.
            404 | 405 => ProbeResult::Elsewhere,
            // It takes no message without a receiver.
            200..=299 => ProbeResult::Elsewhere,
            _ => ProbeResult::Nothing,
        }
    }
}

/// Whether the body is one of Kannel's answers, the whole of it: the code and a line of words.
fn is_answer(body: &str, code: &str) -> bool {
    let words = body.trim_end().strip_prefix(code);
    words.is_some_and(|words| !words.is_empty() && !words.contains(char::is_control))
}

fn value(text: &str) -> Result<HeaderValue, RequestError> {
    HeaderValue::from_bytes(text.as_bytes()).map_err(|error| RequestError(error.to_string()))
}

/// A header that no log of the HTTP library shows.
fn sensitive(text: &str) -> Result<HeaderValue, RequestError> {
    let mut value = value(text)?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::super::fake::{self, CODE, FakeGateway, SECRET, TEXT, send, send_text, settings};
    use super::*;
    use crate::config::Provider;
    use crate::ports::{AcceptedSms, SmsError};

    async fn answered(status: &str, body: &str) -> Result<AcceptedSms, SmsError> {
        let gateway = FakeGateway::answering(status, body).await;
        send(&settings(Provider::Kannel, &gateway.url("/cgi-bin/sendsms"))).await
    }

    #[tokio::test]
    async fn the_request() {
        let gateway = FakeGateway::answering("202 Accepted", "0: Accepted for delivery").await;
        let sent = send(&settings(Provider::Kannel, &gateway.url("/cgi-bin/sendsms"))).await;
        assert_eq!(sent.unwrap(), AcceptedSms { message_id: None, queued: false });
        let heard = gateway.only();
        assert_eq!(heard.line, "POST /cgi-bin/sendsms HTTP/1.1");
        for (name, value) in [
            ("content-type", "text/plain; charset=UTF-8"),
            ("x-kannel-username", "desk"),
            ("x-kannel-password", SECRET),
            ("x-kannel-from", "Servicedesk"),
            ("x-kannel-to", "+46701740605"),
            ("x-kannel-validity", "5"),
        ] {
            assert_eq!(heard.header(name), Some(value), "{name}");
        }
        assert_eq!(heard.header("x-kannel-coding"), None);
        assert_eq!(heard.body, TEXT);
    }

    #[test]
    fn the_request_prints_without_the_secret() {
        let settings = settings(Provider::Kannel, "http://localhost/");
        let endpoint = Endpoint::new(settings.url(None).unwrap(), &settings).unwrap();
        let (to, code) = (fake::phone(), fake::code());
        let request = Kannel(Login::new(&settings).unwrap()).request(&endpoint, &fake::message(&to, &code)).unwrap();
        let printed = format!("{request:?}");
        assert!(printed.contains("x-kannel-password") && !printed.contains("hunter2"), "{printed}");
    }

    #[tokio::test]
    async fn other_alphabets_are_announced() {
        let gateway = FakeGateway::answering("202 Accepted", "0: Accepted for delivery").await;
        let text = format!("Код {CODE} 🙂");
        send_text(&settings(Provider::Kannel, &gateway.url("/")), &text).await.unwrap();
        assert_eq!(gateway.only().header("x-kannel-coding"), Some("2"));
        assert_eq!(gateway.only().body, text);
    }

    #[tokio::test]
    async fn queued_message_is_reported() {
        let sent = answered("202 Accepted", "3: Queued for later delivery").await.unwrap();
        assert_eq!(sent, AcceptedSms { message_id: None, queued: true });
    }

    #[tokio::test]
    async fn refusals() {
        for (status, body, expected) in [
            ("403 Forbidden", "Authorization failed for sendsms", SmsRefusal::Credentials),
            ("403 Forbidden", "Not routable. Do not try again.", SmsRefusal::Other),
            ("400 Bad Request", "Empty receiver number not allowed, rejected", SmsRefusal::Number),
            ("400 Bad Request", "Number(s) has/have been denied by white- and/or black-lists.", SmsRefusal::Number),
            ("400 Bad Request", "Charset or body misformed, rejected", SmsRefusal::Other),
            ("404 Not Found", "Unknown request.", SmsRefusal::Other),
        ] {
            match answered(status, body).await {
                Err(SmsError::Refused { refusal, text, .. }) => assert_eq!((refusal, text.as_str()), (expected, body)),
                other => panic!("{status} {body}: {other:?}"),
            }
        }
    }

    #[tokio::test]
    async fn busy_is_told_from_unclear() {
        let busy = answered("503 Service Unavailable", "Temporal failure, try again later.").await;
        assert!(matches!(busy, Err(SmsError::Busy { status: 503, .. })), "{busy:?}");
        for (status, body) in [
            ("202 Accepted", "what?"),
            ("202 Accepted", ""),
            ("202 Accepted", "0"),
            ("202 Accepted", "0:"),
            ("202 Accepted", "0: "),
            ("202 Accepted", "0:00 <html>"),
            ("202 Accepted", "0: Accepted for delivery\n<html>Welcome</html>"),
            ("202 Accepted", "30: Accepted"),
            ("200 OK", "0: Accepted for delivery"),
            ("200 OK", "<html>Welcome</html>"),
            ("500 Oops", ""),
        ] {
            let unclear = answered(status, body).await;
            assert!(matches!(unclear, Err(SmsError::Unclear { .. })), "{status} {body}: {unclear:?}");
        }
    }

    #[tokio::test]
    async fn only_a_whole_answer_is_a_success() {
        let cut = "HTTP/1.1 202 Accepted\r\nContent-Length: 24\r\n\r\n0: Accepted for";
        let gateway = FakeGateway::with(cut).await;
        let unclear = send(&settings(Provider::Kannel, &gateway.url("/cgi-bin/sendsms"))).await;
        assert!(matches!(unclear, Err(SmsError::Unclear { .. })), "{unclear:?}");
        let ended = answered("202 Accepted", "0: Accepted for delivery\r\n").await.unwrap();
        assert_eq!(ended, AcceptedSms { message_id: None, queued: false });
    }
}
