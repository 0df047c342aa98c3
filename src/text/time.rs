//! Times and durations in words.

use jiff::{SignedDuration, Timestamp};

use super::{Message, Words};
use crate::domain::account::time_ahead;

impl Words {
    /// Formats a time for a sentence, with the date unless it is today: `14:03`, `2026-05-04 14:03`, and in Swedish
    /// `kl. 14.03`, `2026-05-04 kl. 14.03`.
    pub fn clock(&self, at: Timestamp, now: Timestamp) -> String {
        let (date, hour, minute) = (&self.date(at), &self.part(at, "%H"), &self.part(at, "%M"));
        self.say(&match *date == self.date(now) {
            true => Message::TimeOfDay { hour, minute },
            false => Message::TimeOfDate { date, hour, minute },
        })
    }

    /// Formats a time for a column or a log, as [`clock`](Self::clock) does in English.
    pub fn stamp(&self, at: Timestamp, now: Timestamp) -> String {
        self.part(at, if self.date(at) == self.date(now) { "%H:%M" } else { "%Y-%m-%d %H:%M" })
    }

    /// Formats a date: `2026-05-04`.
    pub fn date(&self, at: Timestamp) -> String {
        self.part(at, "%Y-%m-%d")
    }

    /// Formats a time of day with seconds for a sentence: `14:03:27`, and in Swedish `kl. 14.03.27`.
    pub fn second(&self, at: Timestamp) -> String {
        let (hour, minute, second) = (&self.part(at, "%H"), &self.part(at, "%M"), &self.part(at, "%S"));
        self.say(&Message::TimeWithSeconds { hour, minute, second })
    }

    /// Formats a time of day with seconds for a log: `14:03:27`.
    pub fn second_stamp(&self, at: Timestamp) -> String {
        self.part(at, "%H:%M:%S")
    }

    fn part(&self, at: Timestamp, format: &str) -> String {
        at.to_zoned(self.zone.clone()).strftime(format).to_string()
    }

    /// Formats a time and its distance: `14:03 (14 minutes ago)`.
    pub fn when(&self, at: Timestamp, now: Timestamp) -> String {
        self.say(&Message::When { clock: &self.clock(at, now), distance: &self.distance(at, now) })
    }

    /// Formats a time that has passed, like [`when`](Self::when). One that has not shows that a clock is wrong.
    pub fn past(&self, at: Timestamp, now: Timestamp) -> String {
        match time_ahead(at, now) {
            Some(ahead) => self.say(&Message::WhenAhead { clock: &self.clock(at, now), span: &self.span(ahead) }),
            None => self.when(at, now),
        }
    }

    /// Formats the distance of a time: `14 minutes ago`, `in 9 days`. From a day on, counts dates rather than spans of
    /// 24 hours, so that the number agrees with the date it stands beside.
    pub fn distance(&self, at: Timestamp, now: Timestamp) -> String {
        let span = now.duration_since(at);
        let (past, span) = (!span.is_negative(), span.abs());
        // Rounds to the nearest minute: a lockout of half an hour that just began ends in 30 minutes, not in 29.
        let minutes = (span.as_secs() + 30) / 60;
        let hours = minutes / 60;
        // At least one: the day on which clocks are set back has 25 hours.
        let days = self.days(now, at).abs().max(1);
        self.say(&match (past, hours, minutes) {
            (true, _, 0) => Message::AgoNow,
            (true, 0, n) => Message::AgoMinutes { n },
            (true, n @ ..24, _) => Message::AgoHours { n },
            (true, ..) => Message::AgoDays { n: days },
            (false, _, 0) => Message::InNow,
            (false, 0, n) => Message::InMinutes { n },
            (false, n @ ..24, _) => Message::InHours { n },
            (false, ..) => Message::InDays { n: days },
        })
    }

    /// Counts the days between two dates on the reader's calendar: 1 if `to` is the day after `from`.
    pub fn days(&self, from: Timestamp, to: Timestamp) -> i64 {
        let date = |at: Timestamp| at.to_zoned(self.zone.clone()).date();
        date(from).duration_until(date(to)).as_hours() / 24
    }

    /// Formats a time to wait for, in seconds when it is near: `in 18 seconds`.
    pub fn soon(&self, at: Timestamp, now: Timestamp) -> String {
        let left = at.duration_since(now);
        if left >= SignedDuration::from_mins(2) {
            return self.when(at, now);
        }
        // Rounds up: at the second that is said, it is time.
        let whole = left.as_secs() + i64::from(left.subsec_nanos() > 0);
        self.say(&Message::InSeconds { n: whole.max(1) })
    }

    /// Formats a duration: `30 minutes`, `90 days`.
    pub fn span(&self, span: SignedDuration) -> String {
        let minutes = span.as_mins();
        self.say(&match (minutes % (24 * 60), minutes % 60) {
            (0, 0) => Message::SpanDays { n: minutes / (24 * 60) },
            (_, 0) => Message::SpanHours { n: minutes / 60 },
            _ => Message::SpanMinutes { n: minutes },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use jiff::tz::TimeZone;

    #[test]
    fn days_are_counted_by_the_calendar() {
        let words = Words::new(Language::Swedish, TimeZone::get("Europe/Stockholm").unwrap());
        let distance = |now: &str, at: &str| words.distance(at.parse().unwrap(), now.parse().unwrap());
        let expires = "2026-10-01T22:00:00Z";
        let during_the_day = ["2026-05-04T22:00:00Z", "2026-05-04T22:01:00Z", "2026-05-05T21:59:59Z"];
        assert_eq!(during_the_day.map(|now| distance(now, expires)), ["om 150 dagar"; 3]);
        assert_eq!(distance("2026-05-04T08:00:00Z", "2026-05-05T10:00:00Z"), "om 1 dag");
        assert_eq!(distance("2026-05-04T20:00:00Z", "2026-05-05T22:30:00Z"), "om 2 dagar", "after midnight");
        assert_eq!(distance("2026-05-04T22:30:00Z", "2026-05-03T20:00:00Z"), "för 2 dagar sedan");
        assert_eq!(distance("2026-10-24T22:00:00Z", "2026-10-25T22:30:00Z"), "om 1 dag", "a day of 25 hours");
    }

    #[test]
    fn times_and_durations_in_words() {
        let words = Words::new(Language::Swedish, TimeZone::get("Europe/Stockholm").unwrap());
        let now: Timestamp = "2026-05-04T12:17:00Z".parse().unwrap();
        let when = |minutes| words.when(now - SignedDuration::from_mins(minutes), now);
        assert_eq!(when(14), "kl. 14.03 (för 14 minuter sedan)");
        assert_eq!(when(1), "kl. 14.16 (för 1 minut sedan)");
        assert_eq!(when(60 * 23), "2026-05-03 kl. 15.17 (för 23 timmar sedan)");
        assert_eq!(when(60 * 25), "2026-05-03 kl. 13.17 (för 1 dag sedan)");
        assert_eq!(when(60 * 24 * 9), "2026-04-25 kl. 14.17 (för 9 dagar sedan)");
        assert_eq!(when(-16), "kl. 14.33 (om 16 minuter)");
        assert_eq!(words.past(now + SignedDuration::from_secs(59), now), "kl. 14.17 (om 1 minut)");
        let ahead = "kl. 14.33 (16 minuter framåt: datorns eller domänkontrollantens klocka går fel)";
        assert_eq!(words.past(now + SignedDuration::from_mins(16), now), ahead);
        let soon = |millis| words.soon(now + SignedDuration::from_millis(millis), now);
        assert_eq!(
            [-5, 1_000, 17_001, 119_999, 120_000].map(soon),
            ["om 1 sekund", "om 1 sekund", "om 18 sekunder", "om 120 sekunder", "kl. 14.19 (om 2 minuter)"]
        );
        assert_eq!((words.second(now), words.second_stamp(now)), ("kl. 14.17.00".into(), "14:17:00".into()));
        let yesterday = now - SignedDuration::from_hours(24);
        assert_eq!([now, yesterday].map(|at| words.stamp(at, now)), ["14:17", "2026-05-03 14:17"]);
        let english = Words::new(Language::English, TimeZone::UTC);
        assert_eq!([now, yesterday].map(|at| english.clock(at, now)), ["12:17", "2026-05-03 12:17"]);
        assert_eq!(english.second(now), "12:17:00");
        assert_eq!(words.span(SignedDuration::from_hours(48)), "2 dagar");
        assert_eq!(words.span(SignedDuration::from_mins(30)), "30 minuter");
    }
}
