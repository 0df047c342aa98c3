//! Times as operators type them: a date, a time of day, or an age. The caller passes the current time.

use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedTime {
    /// An age: `90m`, `12h`, `2d`, `3w`.
    Ago(SignedDuration),
    /// The most recent occurrence of a time of day: `08:00`.
    Clock(Time),
    /// `2026-05-04`.
    Day(Date),
    /// `2026-05-04 08:00` or `2026-05-04T08:00`.
    Local(DateTime),
    /// `2026-05-04T08:00:00Z`.
    Exact(Timestamp),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a time")]
pub struct NotATime;

impl TypedTime {
    /// Resolves the start of an interval; a day counts from its beginning.
    pub fn begins(self, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let local = |time: DateTime| zone.to_timestamp(time).ok();
        match self {
            Self::Ago(span) => now.checked_sub(span).ok(),
            Self::Clock(time) => {
                let today = now.to_zoned(zone.clone()).date();
                let at = local(today.to_datetime(time))?;
                if at <= now { Some(at) } else { local(today.yesterday().ok()?.to_datetime(time)) }
            }
            Self::Day(date) => local(date.to_datetime(Time::midnight())),
            Self::Local(time) => local(time),
            Self::Exact(at) => Some(at),
        }
    }

    /// Resolves the end of an interval; a day counts to its end.
    pub fn ends(self, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Day(date) => Self::Day(date.tomorrow().ok()?).begins(now, zone),
            other => other.begins(now, zone),
        }
    }
}

impl FromStr for TypedTime {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let text = text.trim();
        if let Some(span) = ago(text) {
            return Ok(Self::Ago(span));
        }
        // Shorter forms first: a longer form's parser would accept a prefix.
        if let (true, Ok(time)) = (text.contains(':') && text.len() <= 8, text.parse()) {
            return Ok(Self::Clock(time));
        }
        if let (10, Ok(date)) = (text.len(), text.parse()) {
            return Ok(Self::Day(date));
        }
        if let Ok(at) = text.parse() {
            return Ok(Self::Exact(at));
        }
        text.parse().map(Self::Local).map_err(|_| NotATime)
    }
}

fn ago(text: &str) -> Option<SignedDuration> {
    let unit = text.chars().last()?;
    let minutes = match unit {
        'm' => 1,
        'h' => 60,
        'd' => 24 * 60,
        'w' => 7 * 24 * 60,
        _ => return None,
    };
    // At most a hundred years.
    let count: i64 = text[..text.len() - 1].parse::<u32>().ok()?.into();
    (count * minutes <= 100 * 366 * 24 * 60).then(|| SignedDuration::from_mins(count * minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stockholm() -> TimeZone {
        TimeZone::get("Europe/Stockholm").unwrap()
    }

    fn begins(text: &str) -> String {
        let now = "2026-05-04T12:17:00Z".parse().unwrap();
        text.parse::<TypedTime>().unwrap().begins(now, &stockholm()).unwrap().to_string()
    }

    #[test]
    fn time_is_parsed_as_operators_type_it() {
        assert_eq!(begins("90m"), "2026-05-04T10:47:00Z");
        assert_eq!(begins("2d"), "2026-05-02T12:17:00Z");
        assert_eq!(begins("5h"), "2026-05-04T07:17:00Z");
        assert_eq!(begins(" 1w "), "2026-04-27T12:17:00Z");
        assert_eq!(begins("36600d"), "1926-02-18T12:17:00Z");
        assert_eq!(begins("08:00"), "2026-05-04T06:00:00Z");
        assert_eq!(begins("14:17"), "2026-05-04T12:17:00Z");
        assert_eq!(begins("14:17:01"), "2026-05-03T12:17:01Z");
        assert_eq!(begins("22:00"), "2026-05-03T20:00:00Z");
        assert_eq!(begins("2026-01-02"), "2026-01-01T23:00:00Z");
        assert_eq!(begins("2026-05-04 08:00"), "2026-05-04T06:00:00Z");
        assert_eq!(begins("2026-05-04T08:00:30"), "2026-05-04T06:00:30Z");
        assert_eq!(begins("2026-05-04T08:00:00Z"), "2026-05-04T08:00:00Z");
        assert_eq!(begins("2026-05-04T08:00+01:00"), "2026-05-04T07:00:00Z");
    }

    #[test]
    fn day_ends_at_midnight() {
        let now = Timestamp::UNIX_EPOCH;
        let ends = |text: &str| text.parse::<TypedTime>().unwrap().ends(now, &stockholm()).unwrap().to_string();
        assert_eq!(ends("2026-03-29"), "2026-03-29T22:00:00Z", "a day of 23 hours");
        assert_eq!(ends("2026-03-29 12:00"), "2026-03-29T10:00:00Z");
    }

    #[test]
    fn text_that_is_no_time_is_rejected() {
        for text in ["", "d", "-2d", "yesterday", "25:00", "2026-13-01", "08", "36601d", "2026-05-04x", "2å"] {
            assert_eq!(text.parse::<TypedTime>(), Err(NotATime), "{text}");
        }
    }
}
