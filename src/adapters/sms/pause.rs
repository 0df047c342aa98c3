//! How long a gateway asked us to wait (`Retry-After`, RFC 9110, 10.2.3), kept for this user's next runs.
//!
//! A hint and no more: an unusable file means that the gateway is asked, and answers again.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;

use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};
use serde::{Deserialize, Serialize};

use crate::adapters::private_file::{folder_of, make_folder};
use crate::domain::limits::later;
use crate::ports::SmsError;

/// The longest wait that is kept: an absurd one must not close the desk for the day.
const LONGEST: SignedDuration = SignedDuration::from_hours(1);

/// The wait that the headers of an answer ask for, as far as it is kept; `None` without one.
pub(super) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<SignedDuration> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let date = |text: &str| DateTimeParser::new().parse_timestamp(text).ok();
    let asked = text(RETRY_AFTER)?;
    let wait = match asked.bytes().all(|byte| byte.is_ascii_digit()) {
        true => SignedDuration::from_secs(asked.parse::<u32>().ok()?.into()),
        // By the gateway's own clock, if it shows it.
        false => date(asked)?.duration_since(text(DATE).and_then(date).unwrap_or(now)),
    };
    Some(wait.min(LONGEST)).filter(SignedDuration::is_positive)
}

/// The wait in force.
pub(super) struct GatewayPause {
    /// `None`: it is kept for this run only.
    file: Option<PathBuf>,
    last: RefCell<Option<Wait>>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Wait {
    host: String,
    status: u16,
    until: Timestamp,
}

impl GatewayPause {
    pub(super) fn new(file: Option<PathBuf>) -> Self {
        Self { file, last: RefCell::new(None) }
    }

    /// The gateway's answer, while it asked us to wait.
    pub(super) fn in_force(&self, host: &str, now: Timestamp) -> Result<(), SmsError> {
        let kept = self.last.borrow().clone().or_else(|| self.read()).filter(|wait| wait.host == host);
        let left = kept.as_ref().map_or(SignedDuration::ZERO, |wait| wait.until.duration_since(now));
        match kept {
            // More than was ever kept: the clock was set back.
            Some(Wait { host, status, .. }) if left.is_positive() && left <= LONGEST => {
                Err(SmsError::Busy { host, status, wait: Some(left) })
            }
            _ => Ok(()),
        }
    }

    /// Keeps what an answer asks for.
    pub(super) fn keep(&self, error: &SmsError, now: Timestamp) {
        let SmsError::Busy { host, status, wait: Some(wait) } = error else { return };
        let wait = Wait { host: host.clone(), status: *status, until: later(now, (*wait).min(LONGEST)) };
        if let (Some(file), Ok(text)) = (&self.file, serde_json::to_string(&wait)) {
            // Without it the next run asks the gateway.
            let _ = make_folder(folder_of(file)).and_then(|()| fs::write(file, text));
        }
        *self.last.borrow_mut() = Some(wait);
    }

    fn read(&self) -> Option<Wait> {
        serde_json::from_str(&fs::read_to_string(self.file.as_ref()?).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-05-04T12:00:00Z".parse().unwrap()
    }

    fn asked(headers: &[(&'static str, &str)]) -> Option<i64> {
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        retry_after(&headers, now()).map(|wait| wait.as_secs())
    }

    #[test]
    fn seconds_and_dates() {
        assert_eq!(asked(&[("retry-after", "30")]), Some(30));
        assert_eq!(asked(&[("retry-after", " 120 ")]), Some(120));
        assert_eq!(asked(&[("retry-after", "999999")]), Some(3600));
        assert_eq!(asked(&[("retry-after", "Mon, 04 May 2026 12:01:30 GMT")]), Some(90));
        // The gateway's clock is a minute behind.
        let date = ("date", "Mon, 04 May 2026 11:59:00 GMT");
        assert_eq!(asked(&[date, ("retry-after", "Mon, 04 May 2026 12:01:30 GMT")]), Some(150));
        for text in ["0", "", "-5", "1.5", "soon", "99999999999", "Mon, 04 May 2026 11:00:00 GMT"] {
            assert_eq!(asked(&[("retry-after", text)]), None, "{text}");
        }
        assert_eq!(asked(&[date]), None);
    }

    fn busy(host: &str, seconds: i64) -> SmsError {
        SmsError::Busy { host: host.to_owned(), status: 429, wait: Some(SignedDuration::from_secs(seconds)) }
    }

    fn left(pause: &GatewayPause, host: &str, after: i64) -> Option<i64> {
        match pause.in_force(host, later(now(), SignedDuration::from_secs(after))) {
            Err(SmsError::Busy { status: 429, wait, .. }) => Some(wait.unwrap().as_secs()),
            Ok(()) => None,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn wait_is_kept_for_the_next_run() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("servicedesk/sms-wait.json");
        let pause = || GatewayPause::new(Some(file.clone()));
        pause().keep(&busy("a.se", 30), now());
        assert_eq!(left(&pause(), "a.se", 0), Some(30));
        assert_eq!(left(&pause(), "a.se", 29), Some(1));
        assert_eq!(left(&pause(), "a.se", 30), None);
        assert_eq!(left(&pause(), "b.se", 0), None, "another gateway");
        assert_eq!(left(&pause(), "a.se", -7200), None, "the clock was set back");
        pause().keep(&busy("a.se", 900_000), now());
        assert_eq!(left(&pause(), "a.se", 0), Some(3600));
        std::fs::write(&file, "{").unwrap();
        assert_eq!(left(&pause(), "a.se", 0), None);
    }

    #[test]
    fn wait_is_kept_in_a_run_without_a_file() {
        let pause = GatewayPause::new(None);
        pause.keep(&SmsError::Busy { host: "a.se".into(), status: 503, wait: None }, now());
        assert_eq!(left(&pause, "a.se", 0), None);
        pause.keep(&busy("a.se", 30), now());
        assert_eq!(left(&pause, "a.se", 10), Some(20));
    }
}
