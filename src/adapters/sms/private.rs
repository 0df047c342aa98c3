//! Keeps what is private out of a gateway's own words: an error page may well repeat the request.
//!
//! Private are the message, the code in it, the number, and every credential.

use regex_lite::Regex;
use reqwest::header::{AUTHORIZATION, HeaderMap};
use url::form_urlencoded;

use super::Message;
use super::settings::Secret;

/// How much of a gateway's words is shown, in characters.
const WORDS: usize = 200;
/// The longest name of a message.
const NAME: usize = 100;
/// What stands for what was taken out.
const GONE: &str = "…";
/// What may stand between two digits of a number as pages show it: any sign, plain or escaped.
const GAP: &str = r"(?:%20|%[cC]2%[aA]0|&nbsp;|&#160;|&#[xX][aA]0;|\\u00[aA]0|[^0-9A-Za-z]){0,3}";

/// What must not be shown of one exchange with a gateway.
pub(super) struct Private {
    texts: Vec<String>,
    code: Option<Regex>,
    number: Option<(Regex, String)>,
}

impl Private {
    /// Of a request: the message, the number, the secret, and what `headers` make of it.
    pub(super) fn of(message: &Message<'_>, secret: Option<&Secret>, headers: &HeaderMap) -> Self {
        // The message first: a secret that is part of it would break it up, and the rest would be shown.
        let mut texts = writings(message.text);
        texts.extend(secret.into_iter().flat_map(|secret| writings(&secret.0)));
        // "Basic …": the second word alone gives user and password away (RFC 7617).
        let authorization = headers.get(AUTHORIZATION).and_then(|value| str::from_utf8(value.as_bytes()).ok());
        texts.extend(authorization.and_then(|value| value.split_once(' ')).map(|(_, token)| token.to_owned()));
        texts.retain(|text| !text.trim().is_empty());
        let digits = message.to.significant();
        // The end that Phone::masked shows too.
        let masked = format!("{}{}", "*".repeat(digits.len() - 2), &digits[digits.len() - 2..]);
        let number = loosely(digits).map(|number| (number, masked));
        Self { texts, code: loosely(message.code.expose()), number }
    }

    /// Words to show: one line, short, without anything private.
    pub(super) fn words(&self, words: &str) -> String {
        let mut words = self.without_private(words);
        if words.trim_start().starts_with('<') {
            // Tags may have stood between the digits of the code.
            words = self.without_private(&without_tags(&words));
        }
        one_line(&words, WORDS)
    }

    fn without_private(&self, words: &str) -> String {
        let Some(code) = &self.code else { return String::new() };
        let mut words = words.to_owned();
        for text in &self.texts {
            words = words.replace(text, GONE);
        }
        words = code.replace_all(&words, GONE).into_owned();
        match &self.number {
            Some((number, masked)) => number.replace_all(&words, masked.as_str()).into_owned(),
            None => words,
        }
    }

    /// The gateway's name for the message, unless it gives our message away.
    pub(super) fn name(&self, id: &str) -> Option<String> {
        let leaks =
            self.texts.iter().any(|text| id.contains(text)) || self.code.as_ref().is_none_or(|code| code.is_match(id));
        let id = one_line(id, NAME);
        (!leaks && !id.is_empty()).then_some(id)
    }
}

/// A text as an answer may repeat it: plain, in a form or address, in JSON, in HTML.
fn writings(text: &str) -> Vec<String> {
    let form: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
    let json = serde_json::Value::from(text).to_string();
    let json = json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).unwrap_or_default();
    let ascii: String = json
        .encode_utf16()
        .map(|unit| match char::from_u32(u32::from(unit)) {
            Some(c) if c.is_ascii() => c.to_string(),
            _ => format!("\\u{unit:04x}"),
        })
        .collect();
    let html = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let html_too = html.replace('\'', "&#39;");
    vec![text.to_owned(), form.replace('+', "%20"), form, json.to_owned(), ascii, html, html_too]
}

/// Finds a row of digits also where it is grouped.
fn loosely(digits: &str) -> Option<Regex> {
    let digits: Vec<String> = digits.chars().map(|c| c.to_string()).collect();
    Regex::new(&digits.join(GAP)).ok()
}

fn without_tags(page: &str) -> String {
    let Ok(tags) = Regex::new(r"(?is)<(style|script)\b.*?</(style|script)>|<[^>]*>") else { return String::new() };
    tags.replace_all(page, " ").into_owned()
}

/// Without control characters, as one line of at most `most` characters.
fn one_line(text: &str, most: usize) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most { line } else { line.chars().take(most - 1).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::stand_in::{self, CODE, SECRET, TEXT};
    use super::*;
    use reqwest::header::HeaderValue;

    fn private() -> Private {
        private_with(&stand_in::secret())
    }

    fn private_with(secret: &Secret) -> Private {
        let (to, code) = (stand_in::phone(), stand_in::code());
        let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static("Basic dXNlcjpodW50ZXI="))]);
        Private::of(&stand_in::message(&to, &code), Some(secret), &headers)
    }

    #[test]
    fn nothing_private_is_repeated() {
        let code = CODE;
        let (head, tail) = CODE.split_at(3);
        let pages = [
            format!("bad request: text={TEXT}"),
            format!(
                "bad request: code {head} {tail} / {head}-{tail} / {head}%20{tail} / {head}&nbsp;{tail} / {head}\u{a0}{tail}"
            ),
            format!("bad request: {}", form_urlencoded::byte_serialize(TEXT.as_bytes()).collect::<String>()),
            format!("bad request: {{\"text\":{}}}", serde_json::Value::from(TEXT)),
            format!(
                "bad request: {}",
                TEXT.replace('å', "\\u00e5").replace('ä', "\\u00e4").replace('€', "\\u20ac").replace('"', "\\\"")
            ),
            format!("bad request: user:{SECRET} Authorization: Basic dXNlcjpodW50ZXI="),
            "bad request: +46701740605 0046701740605 070-174 06 05 (070) 1740605 %2B46701740605".to_owned(),
            format!("bad request: {code}{code}"),
        ];
        for page in pages {
            let words = private().words(&page);
            assert!(words.starts_with("bad request"), "{words}");
            for private in [CODE, head, tail, SECRET, "dXNlcjpodW50ZXI", "174", "din kod", "din+kod", "Säg"] {
                assert!(!words.contains(private), "{private} is in: {words}");
            }
        }
    }

    #[test]
    fn a_secret_that_the_message_holds_too() {
        let secret = Secret(zeroize::Zeroizing::new("din".into()));
        assert_eq!(private_with(&secret).words(&format!("bad: {TEXT}, din")), "bad: …, …");
    }

    #[test]
    fn words_are_one_short_line() {
        assert_eq!(private().words("a\r\n\u{1b}[31mb\u{0}\t c"), "a [31mb c");
        let long = private().words(&"word ".repeat(100));
        assert_eq!(long.chars().count(), 200);
        assert!(long.ends_with('…'));
        let page =
            "<!DOCTYPE html><html><head><style>h1 { color: red }</style></head><body><h1>502</h1>Bad\nGateway</body>";
        assert_eq!(private().words(page), "502 Bad Gateway");
        let (head, tail) = CODE.split_at(3);
        assert_eq!(private().words(&format!("<p>{head}<b>{tail}</b>")), "…");
    }

    #[test]
    fn error_numbers_stay() {
        assert_eq!(private().words("code 21211, resultCode 106101"), "code 21211, resultCode 106101");
    }

    #[test]
    fn a_name_that_gives_the_code_away_is_none() {
        assert_eq!(private().name("SM0f\n"), Some("SM0f".into()));
        assert_eq!(private().name(&format!("id-{CODE}")), None);
        assert_eq!(private().name(" "), None);
    }
}
