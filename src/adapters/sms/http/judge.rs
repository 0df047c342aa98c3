//! What an answer means, by the rules of the configuration.

use regex_lite::Regex;
use serde_json::Value;

use super::super::answer::{Answer, Verdict, bare};
use super::render::Fault;
use super::template::{Class, HttpTemplate, Pick, Rule};
use crate::ports::SmsRefusal;

/// What success looks like unless the configuration says.
const SUCCESS: [u16; 3] = [200, 201, 202];

/// The rules, ready for use.
pub(super) struct Judge {
    success: Sight,
    queued: Option<Sight>,
    id: Option<Source>,
    reason: Option<Source>,
    errors: Vec<(Class, Sight)>,
}

/// A [`Rule`], ready.
struct Sight {
    status: Vec<u16>,
    pointer: Option<String>,
    equals: Option<Vec<Value>>,
    body: Option<Regex>,
}

/// A [`Pick`], ready.
enum Source {
    Pointer(String),
    Regex(Regex),
}

impl Judge {
    pub(super) fn new(template: &HttpTemplate) -> Result<Self, Fault> {
        let mut success = Sight::new("success", &template.success)?;
        if success.status.is_empty() {
            success.status.extend(SUCCESS);
        }
        let some = |place: &str, rule: &Rule| Sight::new(place, rule)?.of_something(place);
        let errors = template.errors.iter().enumerate();
        Ok(Self {
            success,
            queued: template.queued.as_ref().map(|rule| some("queued", rule)).transpose()?,
            id: template.id.as_ref().map(|pick| Source::new("id", pick)).transpose()?,
            reason: template.reason.as_ref().map(|pick| Source::new("reason", pick)).transpose()?,
            errors: errors
                .map(|(n, failure)| Ok((failure.class, some(&format!("errors.{n}.when"), &failure.when)?)))
                .collect::<Result<_, Fault>>()?,
        })
    }

    pub(super) fn verdict(&self, answer: &Answer) -> Verdict {
        let json = answer.json();
        if answer.whole && self.success.fits(answer, json.as_ref()) {
            let message_id = self.id.as_ref().and_then(|id| id.take(answer, json.as_ref()));
            // A page of some proxy has the status of a success too, but no name for a message.
            if self.id.is_none() || message_id.is_some() {
                let queued = self.queued.as_ref().is_some_and(|queued| queued.fits(answer, json.as_ref()));
                return Verdict::Took { message_id, queued };
            }
        }
        let words = self.reason.as_ref().and_then(|reason| reason.take(answer, json.as_ref()));
        let words = words.unwrap_or_else(|| answer.body.clone());
        match self.errors.iter().find(|(_, sight)| sight.fits(answer, json.as_ref())).map(|(class, _)| class) {
            Some(Class::Credentials) => Verdict::Refused(SmsRefusal::Credentials, words),
            Some(Class::Number) => Verdict::Refused(SmsRefusal::Number, words),
            Some(Class::Credit) => Verdict::Refused(SmsRefusal::Credit, words),
            Some(Class::Other) => Verdict::Refused(SmsRefusal::Other, words),
            Some(Class::Busy) => Verdict::Busy,
            Some(Class::Unclear) => Verdict::Unclear(words),
            None => Verdict::by_status(answer.status, &words),
        }
    }
}

impl Sight {
    fn new(place: &str, rule: &Rule) -> Result<Self, Fault> {
        if rule.equals.is_some() && rule.pointer.is_none() {
            return Err(Fault::new(&format!("{place}.equals"), "needs a pointer"));
        }
        Ok(Self {
            status: rule.status.clone(),
            pointer: rule.pointer.as_deref().map(|text| pointer(place, text)).transpose()?,
            equals: rule.equals.clone().map(|value| match value {
                Value::Array(values) => values,
                value => vec![value],
            }),
            body: rule.body.as_deref().map(|text| regex(&format!("{place}.body"), text)).transpose()?,
        })
    }

    /// A rule without conditions would fit everything.
    fn of_something(self, place: &str) -> Result<Self, Fault> {
        let empty = self.status.is_empty() && self.pointer.is_none() && self.body.is_none();
        if empty { Err(Fault::new(place, "says nothing")) } else { Ok(self) }
    }

    fn fits(&self, answer: &Answer, json: Option<&Value>) -> bool {
        let status = self.status.is_empty() || self.status.contains(&answer.status);
        let value = self.pointer.as_ref().is_none_or(|pointer| {
            let found = json.and_then(|json| json.pointer(pointer));
            found.is_some_and(|found| self.equals.as_ref().is_none_or(|values| values.contains(found)))
        });
        status && value && self.body.as_ref().is_none_or(|body| body.is_match(&answer.body))
    }
}

impl Source {
    fn new(place: &str, pick: &Pick) -> Result<Self, Fault> {
        match (&pick.pointer, &pick.regex) {
            (Some(text), None) => pointer(place, text).map(Self::Pointer),
            (None, Some(text)) => regex(&format!("{place}.regex"), text).map(Self::Regex),
            _ => Err(Fault::new(place, "needs either a pointer or a regex")),
        }
    }

    fn take(&self, answer: &Answer, json: Option<&Value>) -> Option<String> {
        match self {
            Self::Pointer(pointer) => json?.pointer(pointer).and_then(bare),
            Self::Regex(regex) => {
                let groups = regex.captures(&answer.body)?;
                groups.get(1).or_else(|| groups.get(0)).map(|found| found.as_str().to_owned())
            }
        }
        .filter(|text| !text.is_empty())
    }
}

fn pointer(place: &str, text: &str) -> Result<String, Fault> {
    if text.is_empty() || text.starts_with('/') {
        Ok(text.to_owned())
    } else {
        Err(Fault::new(&format!("{place}.pointer"), "a JSON pointer begins with /"))
    }
}

fn regex(place: &str, text: &str) -> Result<Regex, Fault> {
    Regex::new(text).map_err(|error| Fault::new(place, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(table: &str) -> Result<Judge, Fault> {
        Judge::new(&toml::from_str(table).unwrap())
    }

    fn verdict(table: &str, status: u16, body: &str) -> Verdict {
        judge(table).unwrap().verdict(&Answer { status, body: body.into(), whole: true })
    }

    fn took(id: Option<&str>, queued: bool) -> Verdict {
        Verdict::Took { message_id: id.map(Into::into), queued }
    }

    #[test]
    fn success_without_rules() {
        assert_eq!(verdict("", 202, "whatever"), took(None, false));
        assert_eq!(verdict("", 204, ""), Verdict::Unclear(String::new()));
        let cut = judge("").unwrap().verdict(&Answer { status: 200, body: "x".into(), whole: false });
        assert_eq!(cut, Verdict::Unclear("x".into()));
    }

    #[test]
    fn a_name_that_is_asked_for_must_come() {
        let table = "id.regex = 'ID=(\\d+)'";
        assert_eq!(verdict(table, 200, "OK; ID=297"), took(Some("297"), false));
        assert_eq!(verdict(table, 200, "<html>Sign in"), Verdict::Unclear("<html>Sign in".into()));
        assert_eq!(verdict("id.pointer = '/id'", 200, r#"{"id":297}"#), took(Some("297"), false));
        assert_eq!(verdict("id.pointer = '/id'", 200, r#"{"id":""}"#), Verdict::Unclear(r#"{"id":""}"#.into()));
    }

    #[test]
    fn all_of_a_rule_must_hold() {
        let table = "success = { status = [200], pointer = '/s', equals = [0, '0'], body = 'yes' }";
        assert_eq!(verdict(table, 200, r#"{"s":0,"x":"yes"}"#), took(None, false));
        assert_eq!(verdict(table, 200, r#"{"s":"0","x":"yes"}"#), took(None, false));
        for (status, body) in
            [(201, r#"{"s":0,"x":"yes"}"#), (200, r#"{"s":1,"x":"yes"}"#), (200, r#"{"s":0}"#), (200, "yes")]
        {
            assert!(matches!(verdict(table, status, body), Verdict::Unclear(_)), "{status} {body}");
        }
    }

    #[test]
    fn queued_by_the_body() {
        let table = "success.body = '^[03]:'\nqueued.body = '^3:'";
        assert_eq!(verdict(table, 202, "0: Accepted"), took(None, false));
        assert_eq!(verdict(table, 202, "3: Queued"), took(None, true));
    }

    #[test]
    fn the_first_error_that_fits() {
        let table = "reason.pointer = '/why'\nerrors = [\
            { class = 'busy', when = { pointer = '/code', equals = 1 } },\
            { class = 'number', when = { status = [400], pointer = '/code' } },\
            { class = 'credit', when = { body = 'balance' } },\
            { class = 'unclear', when = { status = [400] } }]";
        let no = |refusal, words: &str| Verdict::Refused(refusal, words.into());
        assert_eq!(verdict(table, 400, r#"{"code":1}"#), Verdict::Busy);
        assert_eq!(verdict(table, 400, r#"{"code":2,"why":"short"}"#), no(SmsRefusal::Number, "short"));
        assert_eq!(verdict(table, 400, "balance 0"), no(SmsRefusal::Credit, "balance 0"));
        assert_eq!(verdict(table, 400, "?"), Verdict::Unclear("?".into()));
        assert_eq!(verdict(table, 401, "?"), no(SmsRefusal::Credentials, "?"));
    }

    #[test]
    fn rules_that_can_not_be() {
        for (table, place) in [
            ("success.pointer = 'a'", "success.pointer"),
            ("success.equals = 1", "success.equals"),
            ("success.body = '('", "success.body"),
            ("queued = {}", "queued"),
            ("id = {}", "id"),
            ("id = { pointer = '/a', regex = 'b' }", "id"),
            ("reason.regex = '['", "reason.regex"),
            ("errors = [{ class = 'busy', when = {} }]", "errors.0.when"),
        ] {
            assert_eq!(judge(table).err().map(|fault| fault.place).as_deref(), Some(place), "{table}");
        }
    }
}
