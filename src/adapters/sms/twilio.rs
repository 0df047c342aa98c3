//! Twilio, <https://www.twilio.com/docs/messaging/api/message-resource>.

use reqwest::Request;

use super::answer::{GatewayAnswer, ProbeResult, SendOutcome, bare, hundredths};
use super::delivery::moment;
use super::endpoint::Endpoint;
use super::settings::Login;
use super::{OutgoingSms, Protocol, RequestError};
use crate::domain::phone::Phone;
use crate::ports::{Credit, DeliveryState, SmsRefusal};

/// The longest validity that Twilio takes, in seconds.
const LONGEST: i64 = 36_000;

pub(super) struct Twilio(pub(super) Login);

impl Twilio {
    /// The address when the user is the account itself. With an API key, `sms.url` must be set.
    pub(super) fn url(&self) -> String {
        format!("https://api.twilio.com/2010-04-01/Accounts/{}/Messages.json", self.0.user)
    }
}

impl Protocol for Twilio {
    fn request(&self, endpoint: &Endpoint, message: &OutgoingSms<'_>) -> Result<Request, RequestError> {
        let validity = message.seconds().min(LONGEST).to_string();
        let fields =
            [("To", message.to.e164()), ("From", message.from), ("Body", message.text), ("ValidityPeriod", &validity)];
        let request = self.0.basic(endpoint.client.post(endpoint.url.clone()));
        Ok(request.form(&fields).build()?)
    }

    fn interpret(&self, answer: &GatewayAnswer) -> SendOutcome {
        let json = answer.json();
        let part = |pointer: &str| json.as_ref().and_then(|json| json.pointer(pointer)).and_then(bare);
        let words = match (part("/code"), part("/message")) {
            (Some(code), Some(message)) => format!("{code}: {message}"),
            _ => answer.body.clone(),
        };
        let failed = |status: &str| ["failed", "undelivered", "canceled"].contains(&status);
        match (answer.status, part("/sid"), part("/code").as_deref()) {
            (200 | 201, Some(_), _) if part("/status").as_deref().is_some_and(failed) => {
                SendOutcome::Refused(SmsRefusal::Other, words)
            }
            (200 | 201, Some(sid), _) => SendOutcome::Took { message_id: Some(sid), queued: false },
            (400..=499, _, Some("20003")) => SendOutcome::Refused(SmsRefusal::Credentials, words),
            // Not a number, not a mobile, or its owner has opted out.
            (400..=499, _, Some("21211" | "21614" | "21610")) => SendOutcome::Refused(SmsRefusal::Number, words),
            (400..=499, _, Some("20429")) => SendOutcome::Busy,
            _ => SendOutcome::unproved(answer, &words),
        }
    }

    fn tells_delivery(&self) -> bool {
        true
    }

    /// The Message resource, fetched.
    fn delivery(&self, endpoint: &Endpoint, id: &str, _: &Phone) -> Option<Result<Request, RequestError>> {
        let url = endpoint.beside("Messages.json", &format!("Messages/{id}.json"))?;
        let request = self.0.basic(endpoint.client.get(url));
        Some(request.build().map_err(RequestError::from))
    }

    fn interpret_delivery(&self, answer: &GatewayAnswer) -> DeliveryState {
        let json = answer.json().filter(|_| answer.status == 200);
        let part = |name: &str| json.as_ref().and_then(|json| json.get(name)).and_then(bare);
        match part("status").as_deref() {
            Some("accepted" | "scheduled" | "queued" | "sending" | "sent") => DeliveryState::OnItsWay,
            Some("delivered" | "read") => {
                DeliveryState::Delivered { at: part("date_updated").and_then(|at| moment(&at)) }
            }
            Some(status @ ("undelivered" | "failed" | "canceled")) => {
                let told: Vec<String> = [part("error_code"), part("error_message")].into_iter().flatten().collect();
                let reason = if told.is_empty() { status.to_owned() } else { told.join(": ") };
                DeliveryState::Failed { reason }
            }
            _ => DeliveryState::Unknown,
        }
    }

    /// The account's Balance resource, beside its messages. A subaccount has none.
    fn probe(&self, endpoint: &Endpoint) -> Option<Result<Request, RequestError>> {
        let url = endpoint.beside("Messages.json", "Balance.json")?;
        let request = self.0.basic(endpoint.client.get(url));
        Some(request.build().map_err(RequestError::from))
    }

    fn interpret_probe(&self, answer: &GatewayAnswer) -> ProbeResult {
        let json = answer.json();
        let part = |name: &str| json.as_ref().and_then(|json| json.get(name)).and_then(bare);
        match answer.status {
            200 if json.is_none() => ProbeResult::Elsewhere,
            200 => {
                let currency = part("currency").unwrap_or_default();
                let balance = part("balance").and_then(|balance| hundredths(&balance));
                ProbeResult::Known(balance.map(|hundredths| Credit { hundredths, currency }))
            }
            401 => ProbeResult::Unknown(part("message").unwrap_or_default()),
            _ => ProbeResult::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fake::{self, BASIC, FakeGateway, TEXT, fields, send, set, settings};
    use super::*;
    use crate::config::Provider;
    use crate::ports::{AcceptedSms, SmsError};
    use jiff::SignedDuration;

    async fn answered(status: &str, body: &str) -> Result<AcceptedSms, SmsError> {
        send(&settings(Provider::Twilio, &FakeGateway::answering(status, body).await.url("/Messages.json"))).await
    }

    #[tokio::test]
    async fn the_request() {
        let gateway = FakeGateway::answering("201 Created", r#"{"sid":"SM0123","status":"queued"}"#).await;
        let sent = send(&settings(Provider::Twilio, &gateway.url("/2010-04-01/Accounts/AC1/Messages.json"))).await;
        assert_eq!(sent.unwrap(), AcceptedSms { message_id: Some("SM0123".into()), queued: false });
        let heard = gateway.only();
        assert_eq!(heard.line, "POST /2010-04-01/Accounts/AC1/Messages.json HTTP/1.1");
        assert_eq!(heard.header("authorization"), Some(BASIC));
        let expected = [("To", "+46701740605"), ("From", "Servicedesk"), ("Body", TEXT), ("ValidityPeriod", "300")];
        assert_eq!(fields(&heard.body), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn validity_has_bounds() {
        let settings = settings(Provider::Twilio, "http://localhost/");
        let endpoint = Endpoint::new(settings.url(None).unwrap(), &settings).unwrap();
        let (to, code) = (fake::phone(), fake::code());
        for (valid, expected) in [(0, "1"), (-5, "1"), (60, "60"), (36_001, "36000")] {
            let message = OutgoingSms { valid: SignedDuration::from_secs(valid), ..fake::message(&to, &code) };
            let request = Twilio(Login::new(&settings).unwrap()).request(&endpoint, &message).unwrap();
            let body = String::from_utf8(request.body().unwrap().as_bytes().unwrap().to_vec()).unwrap();
            assert!(body.ends_with(&format!("&ValidityPeriod={expected}")), "{body}");
        }
    }

    #[test]
    fn the_account_names_the_address() {
        let mut settings = settings(Provider::Twilio, "");
        settings.section.user = set("sms.user", Some("AC1".to_owned()));
        let url = Twilio(Login::new(&settings).unwrap()).url();
        assert_eq!(url, "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json");
    }

    #[tokio::test]
    async fn refusals() {
        for (status, code, expected) in [
            ("401 Unauthorized", 20003, SmsRefusal::Credentials),
            ("400 Bad Request", 21211, SmsRefusal::Number),
            ("400 Bad Request", 21614, SmsRefusal::Number),
            ("400 Bad Request", 21610, SmsRefusal::Number),
            ("400 Bad Request", 21408, SmsRefusal::Other),
        ] {
            let body =
                format!(r#"{{"code":{code},"message":"'To' number +46701740605","more_info":"…","status":400}}"#);
            match answered(status, &body).await {
                Err(SmsError::Refused { refusal, text, .. }) => {
                    assert_eq!(refusal, expected, "{code}");
                    assert_eq!(text, format!("{code}: 'To' number +46*******05"), "the number is masked");
                }
                other => panic!("{code}: {other:?}"),
            }
        }
    }

    /// The documented answer, with each status of a message that was sent.
    #[tokio::test]
    async fn delivery() {
        let body = |status: &str, code: &str, message: &str| {
            format!(
                r#"{{"account_sid": "AC1", "api_version": "2010-04-01", "body": "testing", "date_created": "Thu, 24 Aug 2023 05:01:40 +0000", "date_sent": "Thu, 24 Aug 2023 05:01:41 +0000", "date_updated": "Thu, 24 Aug 2023 05:01:45 +0000", "direction": "outbound-api", "error_code": {code}, "error_message": {message}, "from": "Servicedesk", "messaging_service_sid": null, "num_media": "0", "num_segments": "1", "price": null, "price_unit": "USD", "sid": "SM0123", "status": "{status}", "subresource_uris": {{"media": "/2010-04-01/Accounts/AC1/Messages/SM0123/Media.json"}}, "to": "+46701740605", "uri": "/2010-04-01/Accounts/AC1/Messages/SM0123.json"}}"#
            )
        };
        let failed = |reason: &str| DeliveryState::Failed { reason: reason.into() };
        let delivered_at = DeliveryState::Delivered { at: "2023-08-24T05:01:45Z".parse().ok() };
        let plain = |status: &str| body(status, "null", "null");
        for (status, body, expected) in [
            ("200 OK", plain("accepted"), DeliveryState::OnItsWay),
            ("200 OK", plain("scheduled"), DeliveryState::OnItsWay),
            ("200 OK", plain("queued"), DeliveryState::OnItsWay),
            ("200 OK", plain("sending"), DeliveryState::OnItsWay),
            ("200 OK", plain("sent"), DeliveryState::OnItsWay),
            ("200 OK", plain("delivered"), delivered_at.clone()),
            ("200 OK", plain("read"), delivered_at),
            ("200 OK", body("undelivered", "30006", "null"), failed("30006")),
            ("200 OK", body("undelivered", "30003", "\"Unreachable\""), failed("30003: Unreachable")),
            ("200 OK", plain("failed"), failed("failed")),
            ("200 OK", plain("canceled"), failed("canceled")),
            ("200 OK", plain("received"), DeliveryState::Unknown),
            ("200 OK", "<html>".into(), DeliveryState::Unknown),
            ("404 Not Found", r#"{"code":20404,"message":"Not found","status":404}"#.into(), DeliveryState::Unknown),
        ] {
            let gateway = FakeGateway::answering(status, &body).await;
            let settings = settings(Provider::Twilio, &gateway.url("/2010-04-01/Accounts/AC1/Messages.json"));
            assert_eq!(fake::delivered(&settings, "SM0123").await.unwrap(), expected, "{body}");
            let heard = gateway.only();
            assert_eq!(heard.line, "GET /2010-04-01/Accounts/AC1/Messages/SM0123.json HTTP/1.1");
            assert_eq!(heard.header("authorization"), Some(BASIC));
        }
    }

    #[tokio::test]
    async fn busy_is_told_from_unclear() {
        let busy = answered("429 Too Many Requests", r#"{"code":20429,"message":"Too many"}"#).await;
        assert!(matches!(busy, Err(SmsError::Busy { status: 429, .. })), "{busy:?}");
        for (status, body) in
            [("201 Created", "{}"), ("200 OK", "<html>"), ("500 Internal Server Error", r#"{"code":20500}"#)]
        {
            let unclear = answered(status, body).await;
            assert!(matches!(unclear, Err(SmsError::Unclear { .. })), "{status} {body}: {unclear:?}");
        }
    }
}
