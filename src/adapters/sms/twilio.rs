//! Twilio, <https://www.twilio.com/docs/messaging/api/message-resource>.

use reqwest::Request;

use super::answer::{Answer, Heard, Verdict, bare, hundredths};
use super::endpoint::Endpoint;
use super::settings::{Secret, Settings, SettingsError};
use super::{Message, Speech, Unmade};
use crate::ports::{Credit, SmsRefusal};

/// The longest validity that Twilio takes, in seconds.
const LONGEST: i64 = 36_000;

/// How Twilio is spoken to.
pub(super) struct Twilio {
    user: String,
    secret: Secret,
}

impl Twilio {
    pub(super) fn new(settings: &Settings) -> Result<Self, SettingsError> {
        Ok(Self { user: settings.user()?, secret: settings.secret()? })
    }

    /// Where messages go when the user is the account itself; an API key needs the URL spelled out.
    pub(super) fn url(&self) -> String {
        format!("https://api.twilio.com/2010-04-01/Accounts/{}/Messages.json", self.user)
    }
}

impl Speech for Twilio {
    fn request(&self, endpoint: &Endpoint, message: &Message<'_>) -> Result<Request, Unmade> {
        let validity = message.seconds().min(LONGEST).to_string();
        let fields =
            [("To", message.to.e164()), ("From", message.from), ("Body", message.text), ("ValidityPeriod", &validity)];
        let request = endpoint.client.post(endpoint.url.clone()).basic_auth(&self.user, Some(self.secret.0.as_str()));
        Ok(request.form(&fields).build()?)
    }

    fn verdict(&self, answer: &Answer) -> Verdict {
        let json = answer.json();
        let part = |pointer: &str| json.as_ref().and_then(|json| json.pointer(pointer)).and_then(bare);
        let words = match (part("/code"), part("/message")) {
            (Some(code), Some(message)) => format!("{code}: {message}"),
            _ => answer.body.clone(),
        };
        match (answer.status, part("/sid"), part("/code").as_deref()) {
            (200 | 201, Some(sid), _) => Verdict::Took { message_id: Some(sid), queued: false },
            (400..=499, _, Some("20003")) => Verdict::Refused(SmsRefusal::Credentials, words),
            // Not a number, not a mobile, or its owner has opted out.
            (400..=499, _, Some("21211" | "21614" | "21610")) => Verdict::Refused(SmsRefusal::Number, words),
            (400..=499, _, Some("20429")) => Verdict::Busy,
            (status, ..) => Verdict::by_status(status, &words),
        }
    }

    /// The account's Balance resource, beside its messages. An account within another has none.
    fn question(&self, endpoint: &Endpoint) -> Option<Result<Request, Unmade>> {
        let url = endpoint.beside("Messages.json", "Balance.json")?;
        let request = endpoint.client.get(url).basic_auth(&self.user, Some(self.secret.0.as_str()));
        Some(request.build().map_err(Unmade::from))
    }

    fn heard(&self, answer: &Answer) -> Heard {
        let json = answer.json();
        let part = |name: &str| json.as_ref().and_then(|json| json.get(name)).and_then(bare);
        match answer.status {
            200 => {
                let currency = part("currency").unwrap_or_default();
                let balance = part("balance").and_then(|balance| hundredths(&balance));
                Heard::Known(balance.map(|hundredths| Credit { hundredths, currency }))
            }
            401 => Heard::Unknown(part("message").unwrap_or_default()),
            _ => Heard::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::settings::Provider;
    use super::super::stand_in::{self, BASIC, StandIn, TEXT, fields, send, settings};
    use super::*;
    use crate::ports::{AcceptedSms, SmsError};
    use jiff::SignedDuration;

    async fn answered(status: &str, body: &str) -> Result<AcceptedSms, SmsError> {
        send(&settings(Provider::Twilio, &StandIn::answering(status, body).await.url("/Messages.json"))).await
    }

    #[tokio::test]
    async fn the_request() {
        let gateway = StandIn::answering("201 Created", r#"{"sid":"SM0123","status":"queued"}"#).await;
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
        let (to, code) = (stand_in::phone(), stand_in::code());
        for (valid, expected) in [(0, "1"), (-5, "1"), (60, "60"), (36_001, "36000")] {
            let message = Message { valid: SignedDuration::from_secs(valid), ..stand_in::message(&to, &code) };
            let request = Twilio::new(&settings).unwrap().request(&endpoint, &message).unwrap();
            let body = String::from_utf8(request.body().unwrap().as_bytes().unwrap().to_vec()).unwrap();
            assert!(body.ends_with(&format!("&ValidityPeriod={expected}")), "{body}");
        }
    }

    #[test]
    fn the_account_names_the_address() {
        let settings = Settings { user: Some("AC1".into()), ..settings(Provider::Twilio, "") };
        let url = Twilio::new(&settings).unwrap().url();
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

    #[tokio::test]
    async fn busy_and_unclear() {
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
