//! 46elks, <https://46elks.com/docs/send-sms>.

use reqwest::Request;

use super::answer::{GatewayAnswer, ProbeResult, SendOutcome, bare};
use super::delivery::moment;
use super::endpoint::Endpoint;
use super::settings::Login;
use super::{OutgoingSms, Protocol, RequestError};
use crate::domain::phone::Phone;
use crate::ports::{Credit, DeliveryState, SmsRefusal};

/// Its address.
pub(super) const URL: &str = "https://api.46elks.com/a1/sms";

pub(super) struct Elks(pub(super) Login);

impl Protocol for Elks {
    fn request(&self, endpoint: &Endpoint, message: &OutgoingSms<'_>) -> Result<Request, RequestError> {
        let fields = [
            ("from", message.from),
            ("to", message.to.e164()),
            ("message", message.text),
            // Keeps the code or password out of the history that other users of the account can read.
            ("dontlog", "message"),
        ];
        let request = self.0.basic(endpoint.client.post(endpoint.url.clone()));
        Ok(request.form(&fields).build()?)
    }

    fn interpret(&self, answer: &GatewayAnswer) -> SendOutcome {
        let json = answer.json();
        let part = |pointer: &str| json.as_ref().and_then(|json| json.pointer(pointer)).and_then(bare);
        let words = part("/error").or_else(|| part("/message")).unwrap_or_else(|| answer.body.clone());
        match (answer.status, part("/id")) {
            // "failed" at once: nothing was handed to a network.
            (200 | 201, Some(_)) if part("/status").as_deref() == Some("failed") => {
                SendOutcome::Refused(SmsRefusal::Other, "status: failed".to_owned())
            }
            (200 | 201, Some(id)) => SendOutcome::Took { message_id: Some(id), queued: false },
            // 401 is for credentials; 403 means that the account is out of credit.
            (403, _) => SendOutcome::Refused(SmsRefusal::Credit, words),
            _ => SendOutcome::unproved(answer, &words),
        }
    }

    fn tells_delivery(&self) -> bool {
        true
    }

    /// <https://46elks.com/docs/show-sms-id>
    fn delivery(&self, endpoint: &Endpoint, id: &str, _: &Phone) -> Option<Result<Request, RequestError>> {
        let url = endpoint.beside("sms", &format!("sms/{id}"))?;
        let request = self.0.basic(endpoint.client.get(url));
        Some(request.build().map_err(RequestError::from))
    }

    fn interpret_delivery(&self, answer: &GatewayAnswer) -> DeliveryState {
        let json = answer.json().filter(|_| answer.status == 200);
        let part = |name: &str| json.as_ref().and_then(|json| json.get(name)).and_then(bare);
        match part("status").as_deref() {
            Some("created" | "sent") => DeliveryState::OnItsWay,
            Some("delivered") => DeliveryState::Delivered { at: part("delivered").and_then(|at| moment(&at)) },
            Some("failed") => DeliveryState::Failed { reason: "failed".to_owned() },
            _ => DeliveryState::Unknown,
        }
    }

    /// <https://46elks.com/docs/get-account>
    fn probe(&self, endpoint: &Endpoint) -> Option<Result<Request, RequestError>> {
        let url = endpoint.beside("sms", "me")?;
        let request = self.0.basic(endpoint.client.get(url));
        Some(request.build().map_err(RequestError::from))
    }

    fn interpret_probe(&self, answer: &GatewayAnswer) -> ProbeResult {
        match answer.status {
            200 => {
                let Some(json) = answer.json() else { return ProbeResult::Elsewhere };
                let part = |name: &str| json.get(name);
                let currency = part("currency").and_then(bare).unwrap_or_default();
                // In ten thousandths.
                let balance = part("balance").and_then(serde_json::Value::as_i64);
                ProbeResult::Known(balance.map(|balance| Credit { hundredths: balance / 100, currency }))
            }
            401 => ProbeResult::Unknown(answer.body.clone()),
            _ => ProbeResult::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fake::{BASIC, FakeGateway, TEXT, delivered, fields, send, settings};
    use super::*;
    use crate::config::Provider;
    use crate::ports::{AcceptedSms, SmsError};

    async fn answered(status: &str, body: &str) -> Result<AcceptedSms, SmsError> {
        send(&settings(Provider::Elks, &FakeGateway::answering(status, body).await.url("/a1/sms"))).await
    }

    #[tokio::test]
    async fn the_request() {
        let body = r#"{"status": "created", "id": "s70df59406a1b4643b96f3f91e0bfb7b0", "parts": 1, "cost": 3500}"#;
        let gateway = FakeGateway::answering("200 OK", body).await;
        let sent = send(&settings(Provider::Elks, &gateway.url("/a1/sms"))).await.unwrap();
        assert_eq!(sent.message_id.as_deref(), Some("s70df59406a1b4643b96f3f91e0bfb7b0"));
        let heard = gateway.only();
        assert_eq!(heard.line, "POST /a1/sms HTTP/1.1");
        assert_eq!(heard.header("content-type"), Some("application/x-www-form-urlencoded"));
        assert_eq!(heard.header("authorization"), Some(BASIC));
        assert!(heard.body.contains("to=%2B46701740605"), "an unescaped plus is a space: {}", heard.body);
        let expected = [("from", "Servicedesk"), ("to", "+46701740605"), ("message", TEXT), ("dontlog", "message")];
        assert_eq!(fields(&heard.body), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[tokio::test]
    async fn refusals() {
        for (status, body, expected, words) in [
            (
                "401 Unauthorized",
                "API access requires Basic HTTP authentication.",
                SmsRefusal::Credentials,
                "API access requires Basic HTTP authentication.",
            ),
            ("403 Forbidden", "Not enough credits", SmsRefusal::Credit, "Not enough credits"),
            ("400 Bad Request", r#"{"error":"Missing key from"}"#, SmsRefusal::Other, "Missing key from"),
            ("200 OK", r#"{"status":"failed","id":"s1"}"#, SmsRefusal::Other, "status: failed"),
            ("200 OK", r#"{"error":"Missing key from"}"#, SmsRefusal::Other, "Missing key from"),
            ("200 OK", "ERROR:14", SmsRefusal::Other, "ERROR:14"),
        ] {
            match answered(status, body).await {
                Err(SmsError::Refused { refusal, text, .. }) => assert_eq!((refusal, text.as_str()), (expected, words)),
                other => panic!("{status} {body}: {other:?}"),
            }
        }
    }

    /// The documented answer, with each documented status.
    #[tokio::test]
    async fn delivery() {
        let body = |status: &str, more: &str| {
            format!(
                r#"{{"id": "s3633fa8e62f823e52fbc67ebf6925ab5", "direction": "outgoing", "from": "SMSElk", "created": "2016-08-18T09:55:31.116000", "to": "+46700000000", "status": "{status}", "cost": 3500{more}}}"#
            )
        };
        let at = "2016-08-18T09:56:02Z".parse().ok();
        for (status, body, expected) in [
            ("200 OK", body("created", ""), DeliveryState::OnItsWay),
            ("200 OK", body("sent", ""), DeliveryState::OnItsWay),
            (
                "200 OK",
                body("delivered", r#", "delivered": "2016-08-18T09:56:02.000000""#),
                DeliveryState::Delivered { at },
            ),
            ("200 OK", body("failed", ""), DeliveryState::Failed { reason: "failed".into() }),
            ("404 Not Found", "No such sms".into(), DeliveryState::Unknown),
            ("200 OK", "<html>".into(), DeliveryState::Unknown),
        ] {
            let gateway = FakeGateway::answering(status, &body).await;
            let settings = settings(Provider::Elks, &gateway.url("/a1/sms"));
            assert_eq!(delivered(&settings, "s3633fa8e62f823e52fbc67ebf6925ab5").await.unwrap(), expected, "{body}");
            let heard = gateway.only();
            assert_eq!(heard.line, "GET /a1/sms/s3633fa8e62f823e52fbc67ebf6925ab5 HTTP/1.1");
            assert_eq!(heard.header("authorization"), Some(BASIC));
        }
    }

    #[tokio::test]
    async fn incomplete_answer_is_unclear() {
        // A dry run has no id: nothing of the kind is asked for, so it is no success.
        for (status, body) in
            [("200 OK", r#"{"status":"created","estimated_cost":3500}"#), ("200 OK", ""), ("502 Bad Gateway", "")]
        {
            let unclear = answered(status, body).await;
            assert!(matches!(unclear, Err(SmsError::Unclear { .. })), "{status} {body}: {unclear:?}");
        }
    }
}
