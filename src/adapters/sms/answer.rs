//! What a gateway answered, and what that means for the message.
//!
//! The important distinction is between "not sent", where a retry is safe, and "may have been sent". No gateway
//! documents a key that would make a retry harmless. A success is proved, by what the gateway's documentation promises:
//! many a server answers 200 to everything.

use jiff::SignedDuration;
use serde_json::Value;

use super::redactor::Redactor;
use crate::ports::{AcceptedSms, Credit, SmsError, SmsRefusal};

#[derive(Debug, Default)]
pub(super) struct GatewayAnswer {
    /// HTTP status.
    pub(super) status: u16,
    /// The body, as far as it was read.
    pub(super) body: String,
    /// Whether the body is complete.
    pub(super) whole: bool,
    /// The address that it redirects to.
    pub(super) moved_to: Option<String>,
    /// How long it asks us to wait.
    pub(super) retry_after: Option<SignedDuration>,
}

impl GatewayAnswer {
    /// The body as JSON; `None` when it is not JSON or is incomplete.
    pub(super) fn json(&self) -> Option<Value> {
        if self.whole { serde_json::from_str(&self.body).ok() } else { None }
    }

    /// Whether the body says that it is an error: a line that begins with `ERROR` or `ERR`, or a JSON object whose
    /// `error` or `errors` is more than a zero.
    pub(super) fn is_plain_error(&self) -> bool {
        if let Some(json) = self.json() {
            return ["error", "errors"].iter().filter_map(|name| json.get(name)).any(is_something);
        }
        let text = self.body.trim_start();
        let word = text.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or_default();
        self.whole && (word.eq_ignore_ascii_case("ERROR") || word.eq_ignore_ascii_case("ERR"))
    }
}

#[derive(Debug, PartialEq)]
pub(super) enum ProbeResult {
    /// The gateway knows our login. With the remaining credit, if it says.
    Known(Option<Credit>),
    /// It does not, in its own words.
    Unknown(String),
    /// The server at this address is not the gateway.
    Elsewhere,
    /// It answers, but does not show whether it knows us.
    Nothing,
}

#[derive(Debug, PartialEq)]
pub(super) enum SendOutcome {
    /// The gateway took the message.
    Took {
        message_id: Option<String>,
        /// It waits for the network.
        queued: bool,
    },
    /// Busy; nothing was sent.
    Busy,
    /// Refused; nothing was sent. With the gateway's own words.
    Refused(SmsRefusal, String),
    /// It may have been sent. With the gateway's own words.
    Unclear(String),
}

impl SendOutcome {
    /// The meaning of an answer that proves no success, by its status and the plainest words.
    pub(super) fn unproved(answer: &GatewayAnswer, words: &str) -> Self {
        match answer.status {
            200..=299 if answer.is_plain_error() => Self::Refused(SmsRefusal::Other, words.to_owned()),
            429 | 503 => Self::Busy,
            // A proxy says 408 also when the gateway behind it was too slow.
            408 => Self::Unclear(words.to_owned()),
            401 | 403 => Self::Refused(SmsRefusal::Credentials, words.to_owned()),
            402 => Self::Refused(SmsRefusal::Credit, words.to_owned()),
            400..=499 => Self::Refused(SmsRefusal::Other, words.to_owned()),
            _ => Self::Unclear(words.to_owned()),
        }
    }

    /// The outcome for the port, without anything of ours that the gateway repeats.
    pub(super) fn into_result(
        self,
        host: &str,
        answer: &GatewayAnswer,
        private: &Redactor,
    ) -> Result<AcceptedSms, SmsError> {
        let (host, status, redirect) = (host.to_owned(), answer.status, answer.moved_to.clone());
        match self {
            Self::Took { message_id, queued } => {
                Ok(AcceptedSms { message_id: message_id.and_then(|id| private.name(&id)), queued })
            }
            Self::Busy => Err(SmsError::Busy { host, status, wait: answer.retry_after }),
            Self::Refused(refusal, words) => {
                Err(SmsError::Refused { host, refusal, status, text: private.words(&words) })
            }
            // RFC 9110, 15.4: the same request is to be made elsewhere. A gateway may answer 302 and 303 to a request
            // that it has carried out.
            Self::Unclear(_) if let (301 | 307 | 308, Some(to)) = (status, &redirect) => {
                Err(SmsError::Redirected { host, to: to.clone() })
            }
            Self::Unclear(words) => {
                let words = private.words(&words);
                let text = if words.is_empty() { format!("HTTP {status}") } else { format!("HTTP {status}: {words}") };
                Err(SmsError::Unclear { host, text, redirect })
            }
        }
    }
}

/// A sum like `12.34` or `-0.5` in hundredths, rounded toward zero.
pub(super) fn hundredths(sum: &str) -> Option<i64> {
    let (minus, sum) = sum.strip_prefix('-').map_or((false, sum), |sum| (true, sum));
    let (whole, part) = sum.split_once('.').unwrap_or((sum, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return None;
    }
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    let sum = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)?;
    Some(if minus { -sum } else { sum })
}

/// Whether a JSON value reports something: not null, false, zero or empty.
fn is_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::Bool(true) => true,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !matches!(text.trim(), "" | "0"),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    }
}

/// A JSON string or number as text.
pub(super) fn bare(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        for (sum, expected) in [("12.34", 1234), ("7", 700), ("-0.5", -50), ("3.999", 399), ("0", 0), ("10.", 1000)] {
            assert_eq!(hundredths(sum), Some(expected), "{sum}");
        }
        for other in ["", ".5", "1,5", "1e3", "kr 5", "99999999999999999999", "--1"] {
            assert_eq!(hundredths(other), None, "{other}");
        }
    }

    #[test]
    fn outcome_by_status() {
        let refused = |refusal| SendOutcome::Refused(refusal, "x".into());
        for (status, verdict) in [
            (429, SendOutcome::Busy),
            (503, SendOutcome::Busy),
            (400, refused(SmsRefusal::Other)),
            (401, refused(SmsRefusal::Credentials)),
            (402, refused(SmsRefusal::Credit)),
            (403, refused(SmsRefusal::Credentials)),
            (404, refused(SmsRefusal::Other)),
            (408, SendOutcome::Unclear("x".into())),
            (200, SendOutcome::Unclear("x".into())),
            (302, SendOutcome::Unclear("x".into())),
            (500, SendOutcome::Unclear("x".into())),
            (502, SendOutcome::Unclear("x".into())),
            (504, SendOutcome::Unclear("x".into())),
        ] {
            let answer = GatewayAnswer { status, body: "x".into(), whole: true, ..GatewayAnswer::default() };
            assert_eq!(SendOutcome::unproved(&answer, "x"), verdict, "{status}");
        }
    }

    #[test]
    fn plain_errors_with_the_status_of_a_success() {
        let outcome = |body: &str, whole| {
            SendOutcome::unproved(
                &GatewayAnswer { status: 200, body: body.into(), whole, ..GatewayAnswer::default() },
                body,
            )
        };
        for body in [
            "ERROR:14",
            "ERROR: 301, no such user",
            "ERR 101",
            "\nerror\n",
            r#"{"error":"Wrong password"}"#,
            r#"{"error":{"code":14}}"#,
            r#"{"status":"x","error":14}"#,
            r#"{"errors":[{"title":"Bad number"}]}"#,
            r#"{"error":true}"#,
        ] {
            assert_eq!(outcome(body, true), SendOutcome::Refused(SmsRefusal::Other, body.into()), "{body}");
            assert_eq!(outcome(body, false), SendOutcome::Unclear(body.into()), "cut: {body}");
        }
        for body in [
            "OK",
            "",
            "Errors: none",
            "no error",
            "<html>ERROR</html>",
            r#"{"error":null}"#,
            r#"{"error":0,"errors":[]}"#,
            r#"{"error":"0"}"#,
            r#"{"error":""}"#,
            r#"{"error":false}"#,
            r#"["error"]"#,
        ] {
            assert_eq!(outcome(body, true), SendOutcome::Unclear(body.into()), "{body}");
        }
    }

    #[test]
    fn incomplete_json_is_not_parsed() {
        let answer = |whole| GatewayAnswer { status: 200, body: "{}".into(), whole, ..GatewayAnswer::default() };
        assert!(answer(true).json().is_some());
        assert!(answer(false).json().is_none());
    }
}
