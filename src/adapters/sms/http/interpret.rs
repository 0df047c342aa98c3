//! What an answer means, by the rules of the configuration.

use regex_lite::Regex;
use serde_json::Value;

use super::super::answer::{GatewayAnswer, SendOutcome, bare};
use super::render::TemplateError;
use super::template::{Condition, DeliveryTemplate, ErrorClass, Extract, HttpTemplate};
use crate::ports::SmsRefusal;

/// The statuses of a success where the configuration names none.
const SUCCESS: [u16; 3] = [200, 201, 202];

impl HttpTemplate {
    /// Checks that every rule can be applied.
    pub(super) fn check_rules(&self) -> Result<(), TemplateError> {
        self.success.check("success")?;
        self.queued.iter().try_for_each(|rule| rule.check_some("queued"))?;
        self.id.iter().try_for_each(|extract| extract.check("id"))?;
        self.reason.iter().try_for_each(|extract| extract.check("reason"))?;
        self.delivery.iter().try_for_each(DeliveryTemplate::check)?;
        let mut errors = self.errors.iter().enumerate();
        errors.try_for_each(|(n, error)| error.when.check_some(&format!("errors.{n}.when")))
    }

    /// Whether the rules can prove a success. A status alone cannot: proxies and sign-in pages have it too.
    pub(in super::super) fn proves_success(&self) -> bool {
        self.id.is_some() || self.success.pointer.is_some() || self.success.body.is_some()
    }

    /// What the answer means for the message.
    pub(super) fn interpret(&self, answer: &GatewayAnswer) -> SendOutcome {
        let json = answer.json();
        let json = json.as_ref();
        let words = self.reason.as_ref().and_then(|reason| reason.take(answer, json));
        let words = words.unwrap_or_else(|| answer.body.clone());
        let status = !self.success.status.is_empty() || SUCCESS.contains(&answer.status);
        if answer.whole && status && self.proves_success() && self.success.holds(answer, json) {
            let message_id = self.id.as_ref().and_then(|id| id.take(answer, json));
            // The page of some proxy has the status of a success too, but no name for a message.
            let named = self.id.is_none() || message_id.is_some();
            if named && (self.success.is_exact() || !answer.is_plain_error()) {
                let queued = self.queued.as_ref().is_some_and(|queued| queued.holds(answer, json));
                return SendOutcome::Took { message_id, queued };
            }
            // A name and an error: the answer contradicts itself.
            if message_id.is_some() {
                return SendOutcome::Unclear(words);
            }
        }
        match self.errors.iter().find(|error| error.when.holds(answer, json)).map(|error| error.class) {
            Some(ErrorClass::Credentials) => SendOutcome::Refused(SmsRefusal::Credentials, words),
            Some(ErrorClass::Number) => SendOutcome::Refused(SmsRefusal::Number, words),
            Some(ErrorClass::Credit) => SendOutcome::Refused(SmsRefusal::Credit, words),
            Some(ErrorClass::Other) => SendOutcome::Refused(SmsRefusal::Other, words),
            Some(ErrorClass::Busy) => SendOutcome::Busy,
            Some(ErrorClass::Unclear) => SendOutcome::Unclear(words),
            None => SendOutcome::unproved(answer, &words),
        }
    }
}

impl Condition {
    fn check(&self, place: &str) -> Result<(), TemplateError> {
        if self.equals.is_some() && self.pointer.is_none() {
            return Err(TemplateError::new(&format!("{place}.equals"), "needs a pointer"));
        }
        self.pointer.iter().try_for_each(|text| check_pointer(place, text))?;
        self.body.iter().try_for_each(|text| regex(&format!("{place}.body"), text).map(drop))
    }

    /// Checks a rule that must say something: an empty one would hold for every answer.
    pub(super) fn check_some(&self, place: &str) -> Result<(), TemplateError> {
        self.check(place)?;
        let empty = self.status.is_empty() && self.pointer.is_none() && self.body.is_none();
        if empty { Err(TemplateError::new(place, "says nothing")) } else { Ok(()) }
    }

    /// Whether it names what the answer says, and not only where something stands.
    fn is_exact(&self) -> bool {
        self.equals.is_some() || self.body.is_some()
    }

    pub(super) fn holds(&self, answer: &GatewayAnswer, json: Option<&Value>) -> bool {
        let status = self.status.is_empty() || self.status.contains(&answer.status);
        let is_equal = |found: &Value| match &self.equals {
            None => true,
            Some(Value::Array(values)) => values.contains(found),
            Some(value) => value == found,
        };
        let value = self
            .pointer
            .as_ref()
            .is_none_or(|pointer| json.and_then(|json| json.pointer(pointer)).is_some_and(is_equal));
        let matches = |pattern: &String| regex("", pattern).is_ok_and(|regex| regex.is_match(&answer.body));
        status && value && self.body.as_ref().is_none_or(matches)
    }
}

impl Extract {
    pub(super) fn check(&self, place: &str) -> Result<(), TemplateError> {
        match (&self.pointer, &self.regex) {
            (Some(text), None) => check_pointer(place, text),
            (None, Some(text)) => regex(&format!("{place}.regex"), text).map(drop),
            _ => Err(TemplateError::new(place, "needs either a pointer or a regex")),
        }
    }

    pub(super) fn take(&self, answer: &GatewayAnswer, json: Option<&Value>) -> Option<String> {
        let found = match (&self.pointer, &self.regex) {
            (Some(pointer), _) => json?.pointer(pointer).and_then(bare)?,
            (None, pattern) => {
                let groups = regex("", pattern.as_ref()?).ok()?.captures(&answer.body)?;
                groups.get(1).or_else(|| groups.get(0))?.as_str().to_owned()
            }
        };
        Some(found).filter(|text| !text.is_empty())
    }
}

fn check_pointer(place: &str, text: &str) -> Result<(), TemplateError> {
    match text.is_empty() || text.starts_with('/') {
        true => Ok(()),
        false => Err(TemplateError::new(&format!("{place}.pointer"), "a JSON pointer begins with /")),
    }
}

fn regex(place: &str, text: &str) -> Result<Regex, TemplateError> {
    Regex::new(text).map_err(|error| TemplateError::new(place, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(table: &str) -> HttpTemplate {
        toml::from_str(table).unwrap()
    }

    fn outcome(table: &str, status: u16, body: &str) -> SendOutcome {
        template(table).interpret(&GatewayAnswer { status, body: body.into(), whole: true, ..GatewayAnswer::default() })
    }

    fn took(id: Option<&str>, queued: bool) -> SendOutcome {
        SendOutcome::Took { message_id: id.map(Into::into), queued }
    }

    #[test]
    fn a_status_proves_no_success() {
        for table in ["", "success.status = [202]", "queued.body = 'x'"] {
            assert_eq!(outcome(table, 202, "whatever"), SendOutcome::Unclear("whatever".into()), "{table}");
        }
        assert_eq!(outcome("", 204, ""), SendOutcome::Unclear(String::new()));
        // For a gateway whose answer is empty.
        assert_eq!(outcome("success = { status = [204], body = '^$' }", 204, ""), took(None, false));
        let table = template("success.body = 'x'");
        let cut =
            table.interpret(&GatewayAnswer { status: 200, body: "x".into(), whole: false, ..GatewayAnswer::default() });
        assert_eq!(cut, SendOutcome::Unclear("x".into()));
    }

    #[test]
    fn an_error_is_no_success() {
        let refused = |body: &str| SendOutcome::Refused(SmsRefusal::Other, body.into());
        for table in ["", "id.pointer = '/id'", "success.pointer = ''", "success.body = '^OK'"] {
            for body in [r#"{"error":"no credit"}"#, "ERROR:14"] {
                assert_eq!(outcome(table, 200, body), refused(body), "{table} {body}");
            }
        }
        let both = r#"{"id":"s1","error":"late"}"#;
        assert_eq!(outcome("id.pointer = '/id'", 200, both), SendOutcome::Unclear(both.into()));
        // The rule knows better.
        let table = "success = { pointer = '/status', equals = 'OK' }";
        assert_eq!(outcome(table, 200, r#"{"status":"OK","error":"none"}"#), took(None, false));
    }

    #[test]
    fn configured_message_id_is_required() {
        let table = "id.regex = 'ID=(\\d+)'";
        assert_eq!(outcome(table, 200, "OK; ID=297"), took(Some("297"), false));
        assert_eq!(outcome(table, 200, "<html>Sign in"), SendOutcome::Unclear("<html>Sign in".into()));
        assert_eq!(outcome("id.pointer = '/id'", 200, r#"{"id":297}"#), took(Some("297"), false));
        assert_eq!(outcome("id.pointer = '/id'", 200, r#"{"id":""}"#), SendOutcome::Unclear(r#"{"id":""}"#.into()));
    }

    #[test]
    fn all_of_a_rule_must_hold() {
        let table = "success = { status = [200], pointer = '/s', equals = [0, '0'], body = 'yes' }";
        assert_eq!(outcome(table, 200, r#"{"s":0,"x":"yes"}"#), took(None, false));
        assert_eq!(outcome(table, 200, r#"{"s":"0","x":"yes"}"#), took(None, false));
        for (status, body) in
            [(201, r#"{"s":0,"x":"yes"}"#), (200, r#"{"s":1,"x":"yes"}"#), (200, r#"{"s":0}"#), (200, "yes")]
        {
            assert!(matches!(outcome(table, status, body), SendOutcome::Unclear(_)), "{status} {body}");
        }
    }

    #[test]
    fn queued_by_the_body() {
        let table = "success.body = '^[03]:'\nqueued.body = '^3:'";
        assert_eq!(outcome(table, 202, "0: Accepted"), took(None, false));
        assert_eq!(outcome(table, 202, "3: Queued"), took(None, true));
    }

    #[test]
    fn the_first_error_that_fits() {
        let table = "reason.pointer = '/why'\nerrors = [\
            { class = 'busy', when = { pointer = '/code', equals = 1 } },\
            { class = 'number', when = { status = [400], pointer = '/code' } },\
            { class = 'credit', when = { body = 'balance' } },\
            { class = 'unclear', when = { status = [400] } }]";
        let no = |refusal, words: &str| SendOutcome::Refused(refusal, words.into());
        assert_eq!(outcome(table, 400, r#"{"code":1}"#), SendOutcome::Busy);
        assert_eq!(outcome(table, 400, r#"{"code":2,"why":"short"}"#), no(SmsRefusal::Number, "short"));
        assert_eq!(outcome(table, 400, "balance 0"), no(SmsRefusal::Credit, "balance 0"));
        assert_eq!(outcome(table, 400, "?"), SendOutcome::Unclear("?".into()));
        assert_eq!(outcome(table, 401, "?"), no(SmsRefusal::Credentials, "?"));
    }

    #[test]
    fn invalid_rules_are_refused() {
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
            assert_eq!(template(table).check_rules().err().map(|error| error.place).as_deref(), Some(place), "{table}");
        }
    }
}
