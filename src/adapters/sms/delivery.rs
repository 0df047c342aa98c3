//! Asks a gateway how far a message has come. Sends no message.

use jiff::civil::DateTime;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::Protocol;
use super::endpoint::Endpoint;
use super::look::redactor;
use super::settings::Secret;
use crate::domain::phone::Phone;
use crate::ports::{DeliveryState, SmsError};

/// The most characters of a gateway's reason.
const REASON: usize = 200;

/// The state of the message with the gateway's id `id`.
///
/// # Errors
/// [`SmsError`] when the gateway cannot be asked.
pub(super) async fn state(
    endpoint: &Endpoint,
    protocol: &dyn Protocol,
    secret: Option<&Secret>,
    id: &str,
    to: &Phone,
    now: Timestamp,
) -> Result<DeliveryState, SmsError> {
    // An id is put into an address. Those of gateways are letters, digits and a few signs.
    if id.is_empty() || !id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)) {
        return Ok(DeliveryState::Unknown);
    }
    let Some(request) = protocol.delivery(endpoint, id, to) else { return Ok(DeliveryState::Unknown) };
    let request = request.map_err(|error| endpoint.unreachable(error.0))?;
    let private = redactor(secret, &request, now)?;
    let answer = endpoint.exchange(request, &private, now).await.map_err(|error| match error {
        // No message was sent, so nothing is unclear.
        SmsError::Unclear { host, text, .. } => SmsError::Unreachable { host, text },
        other => other,
    })?;
    Ok(match protocol.interpret_delivery(&answer) {
        DeliveryState::Failed { reason } => {
            let reason = private.words(&reason).chars().take(REASON).collect();
            DeliveryState::Failed { reason }
        }
        state => state,
    })
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
