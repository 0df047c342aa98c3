//! What the index, the list of open intents and the archive read of a record, without copying its texts.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::Deserialize;

use super::scanner::RecordScanner;
use super::{Action, AuditRecord, Step};

/// A record's fields that are looked for; unknown fields are ignored.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct RecordFields<'a> {
    pub at: Timestamp,
    #[serde(borrow)]
    pub who: ActorFields<'a>,
    #[serde(borrow)]
    pub act: ActFields<'a>,
    pub step: Step,
    #[serde(default)]
    pub intent: Option<i64>,
    #[serde(default)]
    pub ticket: Option<Cow<'a, str>>,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct ActorFields<'a> {
    #[serde(borrow)]
    pub directory: Cow<'a, str>,
    #[serde(borrow)]
    pub system: Cow<'a, str>,
    #[serde(default)]
    pub sid: Option<Cow<'a, str>>,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct ActFields<'a> {
    pub action: Action,
    #[serde(borrow)]
    pub account_id: Cow<'a, str>,
    #[serde(borrow)]
    pub account: Cow<'a, str>,
    #[serde(default)]
    pub reason: Option<Cow<'a, str>>,
}

impl<'a> RecordFields<'a> {
    /// Reads a record; `None` when it is none.
    pub fn read(text: &'a str) -> Option<Self> {
        Self::as_written(text).or_else(|| serde_json::from_str(text).ok())
    }

    /// Reads a record in the form that this program writes, several times as fast; `None` in any other form.
    fn as_written(text: &'a str) -> Option<Self> {
        let mut text = RecordScanner::new(text)?;
        text.word(r#"{"at":""#)?;
        let at = text.string()?.parse().ok()?;
        text.word(r#","who":{"directory":""#)?;
        let directory = text.string()?;
        text.word(r#","system":""#)?;
        let system = text.string()?;
        text.word(r#","machine":""#)?;
        text.string()?;
        let sid = text.string_after(r#","sid":""#)?;
        text.word(r#"},"act":{"action":""#)?;
        let action = text.string()?;
        let action = Action::ALL.into_iter().find(|known| known.name() == action)?;
        text.word(r#","account_id":""#)?;
        let account_id = text.string()?;
        text.word(r#","account":""#)?;
        let account = text.string()?;
        for unused in [
            r#","number":""#,
            r#","number_mark":""#,
            r#","identified_by":""#,
            r#","vouched_by":""#,
            r#","via":""#,
            r#","delivery":""#,
        ] {
            text.string_after(unused)?;
        }
        let reason = text.string_after(r#","reason":""#)?;
        text.word(r#"},"step":""#)?;
        let step = text.string()?;
        let step = Step::ALL.into_iter().find(|known| known.name() == step)?;
        let intent = text.number_after(r#","intent":"#)?;
        for unused in [r#","reason":""#, r#","server":""#] {
            text.string_after(unused)?;
        }
        let ticket = text.string_after(r#","ticket":""#)?;
        text.word("}")?;
        let who = ActorFields { directory, system, sid };
        let act = ActFields { action, account_id, account, reason };
        text.is_at_end().then_some(Self { at, who, act, step, intent, ticket })
    }
}

impl AuditRecord {
    /// The fields that are looked for.
    pub fn fields(&self) -> RecordFields<'_> {
        let Self { at, who, act, step, intent, ticket, .. } = self;
        fn borrowed(text: &Option<String>) -> Option<Cow<'_, str>> {
            text.as_deref().map(Cow::Borrowed)
        }
        RecordFields {
            at: *at,
            who: ActorFields {
                directory: Cow::Borrowed(&who.directory),
                system: Cow::Borrowed(&who.system),
                sid: borrowed(&who.sid),
            },
            act: ActFields {
                action: act.action,
                account_id: Cow::Borrowed(&act.account_id),
                account: Cow::Borrowed(&act.account),
                reason: borrowed(&act.reason),
            },
            step: *step,
            intent: *intent,
            ticket: borrowed(ticket),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Act, Actor};
    use super::*;
    use proptest::prelude::*;
    use proptest::{option, sample};

    fn record() -> impl Strategy<Value = AuditRecord> {
        // With quotation marks, backslashes, line breaks, control characters and letters of several bytes.
        let text = || "[a-zåä🎈\"\\\\\n\u{1}, :{}]{0,8}";
        let who = (text(), text(), text(), option::of(text())).prop_map(|(directory, system, machine, sid)| Actor {
            directory,
            system,
            machine,
            sid,
        });
        let delivery = option::of(sample::select(super::super::Delivery::ALL.to_vec()));
        let optional = (
            option::of(text()),
            option::of(text()),
            option::of(text()),
            option::of(text()),
            option::of(text()),
            delivery,
        );
        let act = (sample::select(Action::ALL.to_vec()), text(), text(), optional, option::of(text())).prop_map(
            |(action, account_id, account, (number, number_mark, identified_by, vouched_by, via, delivery), reason)| {
                Act {
                    action,
                    account_id,
                    account,
                    number,
                    number_mark,
                    identified_by,
                    vouched_by,
                    via,
                    delivery,
                    reason,
                }
            },
        );
        let rest = (option::of(any::<i64>()), option::of(text()), option::of(text()), option::of(text()));
        let at = (0..4_000_000_000_i64, 0..1_000_000_000_i32).prop_map(|(s, n)| Timestamp::new(s, n).unwrap());
        (at, who, act, sample::select(Step::ALL.to_vec()), rest).prop_map(
            |(at, who, act, step, (intent, reason, server, ticket))| AuditRecord {
                at,
                who,
                act,
                step,
                intent,
                reason,
                server,
                ticket,
            },
        )
    }

    proptest! {
        /// However a record is altered, its fields are those that a reader of any JSON finds, or it has none.
        #[test]
        fn written_form_is_read_like_any_json(
            record in record(),
            place in any::<sample::Index>(),
            put in sample::select(vec!["", " ", "\"", "\\", "\n", "0", "-", ",", "}", "null", "\\u0041", "x"]),
        ) {
            let text = serde_json::to_string(&record).unwrap();
            let read = |text: &str| serde_json::from_str::<RecordFields<'_>>(text).ok().map(|read| format!("{read:?}"));
            let as_written = |text: &str| RecordFields::as_written(text).map(|read| format!("{read:?}"));
            prop_assert_eq!(read(&text), Some(format!("{:?}", record.fields())));
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = *place.get(&places);
            let next = text[at..].chars().next().unwrap();
            for altered in [
                text.clone(),
                format!("{}{put}{}", &text[..at], &text[at..]),
                format!("{}{put}{}", &text[..at], &text[at + next.len_utf8()..]),
                text[..at].to_owned(),
            ] {
                if let Some(fields) = as_written(&altered) {
                    prop_assert_eq!(Some(fields), read(&altered), "{}", altered);
                }
            }
        }
    }

    #[test]
    fn what_the_program_writes_needs_no_other_reader() {
        for text in [
            r#"{"at":"2026-05-04T12:00:00Z","who":{"directory":"CONTOSO\\anna","system":"a","machine":"m"},"act":{"action":"unlock","account_id":"1","account":"å"},"step":"done"}"#,
            r#"{"at":"2026-05-04T12:00:00.5Z","who":{"directory":"a","system":"a","machine":"m","sid":"S-1"},"act":{"action":"reset","account_id":"1","account":"b","number":"*","number_mark":"1","identified_by":"\"x\"","vouched_by":"c","via":"c","delivery":"sms","reason":"d"},"step":"failed","intent":17,"reason":"e","server":"f","ticket":"g"}"#,
        ] {
            let read = serde_json::from_str::<RecordFields<'_>>(text).unwrap();
            assert_eq!(RecordFields::as_written(text), Some(read));
        }
    }
}
