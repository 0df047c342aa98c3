//! Asks a gateway how far a message has come. Sends no message.

use std::cell::{Cell, RefCell};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use jiff::civil::DateTime;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use regex_lite::Regex;
use tokio::runtime::Builder;

use super::Protocol;
use super::answer::GatewayAnswer;
use super::endpoint::Endpoint;
use super::look::redactor;
use super::redactor::Redactor;
use super::settings::Secret;
use crate::domain::phone::Phone;
use crate::ports::{DeliveryState, FollowDelivery, SmsError, SmsRefusal};

/// The most characters of a gateway's reason.
const REASON: usize = 200;

/// The time between two questions.
const BETWEEN: Duration = Duration::from_secs(2);

/// The most questions about one message: as long as most codes are valid.
const MOST: u32 = 150;

/// The state of the message with the gateway's id `id`, if the answer comes within that time.
///
/// # Errors
/// [`SmsError`] when the gateway cannot be asked, does not let us ask, or asks us to wait.
pub(super) async fn state(
    endpoint: &Endpoint,
    protocol: &dyn Protocol,
    secret: Option<&Secret>,
    id: &str,
    to: &Phone,
    within: Duration,
    now: Timestamp,
) -> Result<DeliveryState, SmsError> {
    if !is_usable(id) {
        return Ok(DeliveryState::Unknown);
    }
    let Some(request) = protocol.delivery(endpoint, id, to) else { return Ok(DeliveryState::Unknown) };
    let mut request = request.map_err(|error| endpoint.unreachable(error.0))?;
    *request.timeout_mut() = Some(within.min(endpoint.timeout));
    let private = redactor(secret, &request, now)?;
    let answer = endpoint.exchange(request, &private, now).await.map_err(|error| match error {
        // No message was sent, so nothing is unclear.
        SmsError::Unclear { host, text, .. } => SmsError::Unreachable { host, text },
        other => other,
    })?;
    let (host, status) = (endpoint.host.clone(), answer.status);
    match status {
        401 | 403 => {
            let text = private.words(&answer.body);
            Err(SmsError::Refused { host, refusal: SmsRefusal::Credentials, status, text })
        }
        429 | 503 => Err(SmsError::Busy { host, status, wait: answer.retry_after }),
        _ => Ok(read(protocol, &answer, &private)),
    }
}

fn read(protocol: &dyn Protocol, answer: &GatewayAnswer, private: &Redactor) -> DeliveryState {
    match protocol.interpret_delivery(answer) {
        DeliveryState::Failed { reason } => {
            let reason = without_digits(&private.words(&reason));
            DeliveryState::Failed { reason: reason.chars().take(REASON).collect() }
        }
        state => state,
    }
}

/// A gateway may repeat the message, with its code and number, which are not known here any more. Its own codes have fewer
/// than six digits.
fn without_digits(reason: &str) -> String {
    match Regex::new(r"\+?[0-9](?:[ .()\-]?[0-9]){5,}") {
        Ok(digits) => digits.replace_all(reason, "…").into_owned(),
        Err(_) => String::new(),
    }
}

/// An id is put into an address. Those of gateways are letters, digits and a few signs.
fn is_usable(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
}

/// Asks in a thread of its own: a question on a terminal blocks the one that all else runs on.
pub(super) struct Followed<'a> {
    protocol: &'a dyn Protocol,
    private: Redactor,
    answers: Receiver<GatewayAnswer>,
    last: RefCell<Option<DeliveryState>>,
    /// The final state has been taken.
    taken: Cell<bool>,
}

impl<'a> Followed<'a> {
    pub(super) fn begin(
        endpoint: &Endpoint,
        protocol: &'a dyn Protocol,
        secret: Option<&Secret>,
        id: &str,
        to: &Phone,
        now: Timestamp,
    ) -> Option<Self> {
        let request = protocol.delivery(endpoint, id, to).filter(|_| is_usable(id))?.ok()?;
        let private = redactor(secret, &request, now).ok()?;
        let of_thread = redactor(secret, &request, now).ok()?;
        let (give, answers) = channel();
        let endpoint = endpoint.clone();
        let ask = move || {
            let Ok(runtime) = Builder::new_current_thread().enable_all().build() else { return };
            runtime.block_on(async {
                for _ in 0..MOST {
                    let Some(request) = request.try_clone() else { return };
                    let mut pause = BETWEEN;
                    // A gateway that does not answer now may do so the next time.
                    if let Ok(answer) = endpoint.exchange(request, &of_thread, now).await {
                        let asked_to_wait = answer.retry_after.and_then(|wait| Duration::try_from(wait).ok());
                        pause = asked_to_wait.unwrap_or_default().max(BETWEEN);
                        // One that does not let us ask will not do so the next time either.
                        if matches!(answer.status, 401 | 403) || give.send(answer).is_err() {
                            return;
                        }
                    }
                    tokio::time::sleep(pause).await;
                }
            });
        };
        std::thread::Builder::new().name("delivery".to_owned()).spawn(ask).ok()?;
        Some(Self { protocol, private, answers, last: RefCell::default(), taken: Cell::default() })
    }
}

impl FollowDelivery for Followed<'_> {
    fn news(&self) -> Option<DeliveryState> {
        let answer = self.answers.try_iter().last()?;
        let state = read(self.protocol, &answer, &self.private);
        let mut last = self.last.borrow_mut();
        let is_news = state != DeliveryState::Unknown
            && last.as_ref() != Some(&state)
            && !last.as_ref().is_some_and(DeliveryState::is_final);
        if is_news {
            *last = Some(state.clone());
        }
        is_news.then_some(state)
    }

    fn take_final(&self) -> Option<DeliveryState> {
        let last = self.last.borrow().clone().filter(DeliveryState::is_final)?;
        (!self.taken.replace(true)).then_some(last)
    }
}

/// A time as gateways write it: RFC 3339, with the zone as `+0000` or without one (UTC), RFC 2822, or seconds since 1970.
pub(super) fn moment(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    if let Ok(at) = Timestamp::strptime("%Y-%m-%dT%H:%M:%S%.f%z", text) {
        return Some(at);
    }
    if let Ok(at) = text.parse::<DateTime>() {
        return at.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp());
    }
    if let Ok(at) = rfc2822::parse(text) {
        return Some(at.timestamp());
    }
    let seconds: f64 = text.parse().ok()?;
    Timestamp::UNIX_EPOCH.checked_add(SignedDuration::try_from_secs_f64(seconds).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_numbers_are_left_out_of_a_reason() {
        for (reason, shown) in [
            ("could not deliver [601860 is your code] to +46701740611", "could not deliver [… is your code] to …"),
            ("601 860, 070-174 06 11", "…, …"),
            ("30007: carrier violation, retry in 15 min", "30007: carrier violation, retry in 15 min"),
        ] {
            assert_eq!(without_digits(reason), shown);
        }
    }

    #[test]
    fn times_of_gateways() {
        for (text, at) in [
            ("2016-08-18T09:55:31.116000", "2016-08-18T09:55:31.116Z"),
            ("2024-10-25T10:02:42.148Z", "2024-10-25T10:02:42.148Z"),
            ("2020-06-08T08:31:17.611+0000", "2020-06-08T08:31:17.611Z"),
            ("2020-06-08T10:31:17+02:00", "2020-06-08T08:31:17Z"),
            ("Thu, 24 Aug 2023 05:01:45 +0000", "2023-08-24T05:01:45Z"),
            ("1498040069.0", "2017-06-21T10:14:29Z"),
            ("2026-11-29 12:03:07", "2026-11-29T12:03:07Z"),
        ] {
            assert_eq!(moment(text).map(|at| at.to_string()).as_deref(), Some(at), "{text}");
        }
        for text in ["", "soon", "null", "1e400", "-"] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
