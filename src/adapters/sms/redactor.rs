//! Keeps private data out of a gateway's own words: an error page may repeat the request.
//!
//! Private are the message, the code or password in it, the number, and every credential.

use regex_lite::Regex;
use reqwest::header::{AUTHORIZATION, HeaderMap};
use url::form_urlencoded;
use zeroize::Zeroizing;

use super::OutgoingSms;
use super::settings::Secret;

/// The most that is shown of a gateway's words, in characters.
const WORDS: usize = 200;
/// The longest name of a message.
const NAME: usize = 100;
/// The replacement for private text.
const GONE: &str = "…";
/// The shortest beginning of a code or password that is removed from a truncated page, in characters.
const BEGINNING: usize = 4;
/// What pages put between two digits or letters: any sign, plain or escaped.
const GAP: &str = r"(?:%[0-9A-Fa-f]{2}|&#?[0-9A-Za-z]{1,6};|\\u[0-9A-Fa-f]{4}|[^0-9A-Za-z]){0,3}";

/// The private texts of one exchange with a gateway.
pub(super) struct Redactor {
    texts: Vec<Zeroizing<String>>,
    carries: Option<Regex>,
    beginnings: Vec<Zeroizing<String>>,
    number: Option<(Regex, String)>,
}

impl Redactor {
    /// For a request: the message, the number, the secret, and the credentials in `headers`.
    pub(super) fn of(message: &OutgoingSms<'_>, secret: Option<&Secret>, headers: &HeaderMap) -> Self {
        // The message first: if a secret in it were removed before, the rest would remain.
        let mut texts = writings(message.text);
        texts.extend(writings(message.carries));
        texts.extend(secret.into_iter().flat_map(|secret| writings(&secret.0)));
        // "Basic …": the second word holds user and password (RFC 7617).
        let authorization = headers.get(AUTHORIZATION).and_then(|value| str::from_utf8(value.as_bytes()).ok());
        texts.extend(authorization.and_then(|value| value.split_once(' ')).map(|(_, token)| token.to_owned().into()));
        texts.retain(|text| !text.trim().is_empty());
        let digits = message.to.significant();
        // Masked like Phone::masked.
        let masked = format!("{}{}", "*".repeat(digits.len() - 2), &digits[digits.len() - 2..]);
        let number = loosely(digits).map(|number| (number, masked));
        let ends = message.carries.char_indices().skip(BEGINNING).map(|(end, _)| end);
        let mut beginnings: Vec<_> = ends.map(|end| Zeroizing::new(message.carries[..end].to_owned())).collect();
        // The longest first: the shortest would leave what follows it.
        beginnings.reverse();
        Self { texts, carries: loosely(message.carries), beginnings, number }
    }

    /// The words as one short line, without private text.
    pub(super) fn words(&self, words: &str) -> String {
        let mut words = self.without_private(words);
        if words.trim_start().starts_with('<') {
            // Tags may separate the digits of a code, or the words of a password.
            words = self.without_private(&without_tags(&words));
        }
        // Last, because it would break up whole occurrences.
        for beginning in &self.beginnings {
            words = words.replace(beginning.as_str(), GONE);
        }
        one_line(&words, WORDS)
    }

    fn without_private(&self, words: &str) -> String {
        let Some(carries) = &self.carries else { return String::new() };
        let mut words = words.to_owned();
        for text in &self.texts {
            words = words.replace(text.as_str(), GONE);
        }
        words = carries.replace_all(&words, GONE).into_owned();
        match &self.number {
            Some((number, masked)) => number.replace_all(&words, masked.as_str()).into_owned(),
            None => words,
        }
    }

    /// The gateway's name for the message, unless it contains private text.
    pub(super) fn name(&self, id: &str) -> Option<String> {
        let carries = self.carries.as_ref().is_none_or(|carries| carries.is_match(id));
        let leaks = carries || self.texts.iter().any(|text| id.contains(text.as_str()));
        let id = one_line(id, NAME);
        (!leaks && !id.is_empty()).then_some(id)
    }
}

/// The ways an answer may repeat a text: plain, in a form or address, in JSON, in HTML.
fn writings(text: &str) -> Vec<Zeroizing<String>> {
    let form: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
    let json = Zeroizing::new(serde_json::to_string(text).unwrap_or_default());
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
    let all = [text.to_owned(), form.replace('+', "%20"), form, json.to_owned(), ascii, html, html_too];
    all.map(Zeroizing::new).into()
}

/// Matches a row of digits and letters however it is grouped.
fn loosely(row: &str) -> Option<Regex> {
    let row: Vec<String> = row.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_string()).collect();
    // An empty row would match everywhere.
    if row.is_empty() { None } else { Regex::new(&row.join(GAP)).ok() }
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
    use super::super::fake::{self, CODE, SECRET, TEXT};
    use super::*;
    use reqwest::header::HeaderValue;

    fn private() -> Redactor {
        private_with(&fake::secret())
    }

    fn private_with(secret: &Secret) -> Redactor {
        private_of(fake::CODE, TEXT, secret)
    }

    fn private_of(carries: &str, text: &str, secret: &Secret) -> Redactor {
        let (to, code) = (fake::phone(), fake::code());
        let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static("Basic dXNlcjpodW50ZXI="))]);
        let message = super::OutgoingSms { carries, text, ..fake::message(&to, &code) };
        Redactor::of(&message, Some(secret), &headers)
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

    /// The same for a password, whatever a page makes of its signs.
    #[test]
    fn no_password_is_repeated() {
        let password = "Tegel-l&mpa-47<2";
        let text = format!("Ditt nya lösenord.\n{password}");
        let form = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let json = |text: &str| serde_json::Value::from(text).to_string();
        let pages = [
            format!("bad request: text={text}"),
            format!("bad request: {password} {password}!"),
            format!("bad request: {} {}", form(&text), form(password)),
            format!("bad request: {} {}", json(&text), json(password)),
            format!("bad request: {}", json(&text).replace('ö', "\\u00f6")),
            "bad request: Tegel-l&amp;mpa-47&lt;2".to_owned(),
            "bad request: Tegel%2Dl%26mpa%2d47%3C2 Tegel&#45;l&mpa&#x2D;47<2 Tegel\\u002dl&mpa-47<2".to_owned(),
            "bad request: Tegel l&mpa 47<2 Tegel\nl&mpa\n47<2".to_owned(),
            // Cut off.
            "bad request: Ditt nya lösenord.\nTegel-l&mp".to_owned(),
            "bad request: Tege".to_owned(),
        ];
        let private = private_of(password, &text, &fake::secret());
        for page in pages {
            let words = private.words(&page);
            assert!(words.starts_with("bad request"), "{words}");
            for part in ["Tege", "mpa", "47", "<2", "lt;"] {
                assert!(!words.contains(part), "{part} is in: {words}");
            }
        }
        assert_eq!(private.words("<p>Tegel<b>-l&mpa</b>-<i>47</i>&lt;2</p>"), "…");
        assert_eq!(private.name(&format!("id-{password}")), None);
    }

    /// Then nothing can be looked for, so nothing is shown.
    #[test]
    fn password_of_signs_hides_everything() {
        let private = private_of("-- --", "Ditt nya lösenord.\n-- --", &fake::secret());
        assert_eq!((private.words("bad request: -- --"), private.name("SM0f")), (String::new(), None));
    }

    #[test]
    fn secret_within_the_message_is_removed() {
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
    fn message_id_with_the_code_is_dropped() {
        assert_eq!(private().name("SM0f\n"), Some("SM0f".into()));
        assert_eq!(private().name(&format!("id-{CODE}")), None);
        assert_eq!(private().name(" "), None);
    }
}
