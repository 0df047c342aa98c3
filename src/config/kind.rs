//! The kinds of values: each function turns a raw value into a typed one, or says what was expected. Knows no key.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use jiff::SignedDuration;
use url::{Host, Url};

use super::audit::Receiver;
use super::directory::SYSTEM_USER;
use super::problem::Expected;
use super::raw::{RawValue, WrongKind};
use super::secret::looks_secret;
use crate::domain::dn::Dn;
use crate::domain::fingerprint::Fingerprint;
use crate::domain::gsm7::in_gsm7;
use crate::domain::must_change::MustChangePolicy;

type Read<T> = Result<T, WrongKind>;

/// Any text, also an empty one.
pub(super) fn text(raw: RawValue<'_>) -> Read<String> {
    raw.text().map(str::to_owned)
}

/// One line that is not blank.
pub(super) fn line(raw: RawValue<'_>) -> Read<String> {
    checked(raw, Expected::Line, |text| !text.contains(char::is_control))
}

/// One line for an SMS, which can be written in its alphabet: other signs would leave no room for it.
pub(super) fn sms_line(raw: RawValue<'_>) -> Read<String> {
    let line = line(raw)?;
    if in_gsm7(&line).is_some() { Ok(line) } else { Err(raw.bad(Expected::SmsLine)) }
}

pub(super) fn boolean(raw: RawValue<'_>) -> Read<bool> {
    raw.boolean().ok_or_else(|| raw.bad(Expected::Boolean))
}

/// `true`, `false`, or `at_workplace`.
pub(super) fn must_change(raw: RawValue<'_>) -> Read<MustChangePolicy> {
    match raw.boolean() {
        Some(true) => Ok(MustChangePolicy::Always),
        Some(false) => Ok(MustChangePolicy::Never),
        None if raw.text().is_ok_and(|text| text == "at_workplace") => Ok(MustChangePolicy::AtWorkplace),
        None => Err(raw.bad(Expected::OneOf(vec!["at_workplace", "true", "false"]))),
    }
}

pub(super) fn number(range: RangeInclusive<u32>) -> impl Fn(RawValue<'_>) -> Read<u32> {
    move |raw| {
        let number = raw.integer().and_then(|number| u32::try_from(number).ok());
        let expected = Expected::Integer { min: *range.start(), max: *range.end() };
        number.filter(|number| range.contains(number)).ok_or_else(|| raw.bad(expected))
    }
}

pub(super) fn seconds(range: RangeInclusive<u32>) -> impl Fn(RawValue<'_>) -> Read<SignedDuration> {
    let number = number(range);
    move |raw| Ok(SignedDuration::from_secs(number(raw)?.into()))
}

/// A whole number of seconds in `range`, for a timeout.
pub(super) fn timeout(range: RangeInclusive<u32>) -> impl Fn(RawValue<'_>) -> Read<Duration> {
    let number = number(range);
    move |raw| Ok(Duration::from_secs(number(raw)?.into()))
}

pub(super) fn minutes(range: RangeInclusive<u32>) -> impl Fn(RawValue<'_>) -> Read<SignedDuration> {
    let number = number(range);
    move |raw| Ok(SignedDuration::from_mins(number(raw)?.into()))
}

/// A type with a few values, each with a word.
pub(super) trait Word: Copy + 'static {
    const WORDS: &'static [(&'static str, Self)];
}

pub(super) fn word<T: Word>(raw: RawValue<'_>) -> Read<T> {
    let text = raw.text()?;
    let found = T::WORDS.iter().find(|(word, _)| *word == text);
    let words = || T::WORDS.iter().map(|(word, _)| *word).collect();
    found.map(|(_, value)| *value).ok_or_else(|| raw.bad(Expected::OneOf(words())))
}

pub(super) fn list<T>(item: impl Fn(RawValue<'_>) -> Read<T>) -> impl Fn(RawValue<'_>) -> Read<Vec<T>> {
    move |raw| raw.list()?.into_iter().map(&item).collect()
}

pub(super) fn some_list<T>(item: impl Fn(RawValue<'_>) -> Read<T>) -> impl Fn(RawValue<'_>) -> Read<Vec<T>> {
    let list = list(item);
    move |raw| list(raw).and_then(|list| if list.is_empty() { Err(raw.bad(Expected::SomeList)) } else { Ok(list) })
}

pub(super) fn table(raw: RawValue<'_>) -> Read<toml::Table> {
    raw.table()
}

/// A path, relative to the file's folder. Refuses `~`, which would be taken as a folder's name.
pub(super) fn path(raw: RawValue<'_>) -> Read<PathBuf> {
    let text = checked(raw, Expected::Path, |text| {
        !text.contains(char::is_control) && text != "~" && !text.starts_with("~/") && !text.starts_with("~\\")
    })?;
    Ok(raw.folder().map_or_else(|| PathBuf::from(&text), |folder| folder.join(&text)))
}

/// `ldaps://host[:port]`, or `ldap://host[:port]`, which means StartTLS.
pub(super) fn server(raw: RawValue<'_>) -> Read<Url> {
    let bad = || bad_hidden_if_secret(raw, Expected::Server);
    let mut url = Url::parse(raw.text()?).map_err(|_| bad())?;
    // `Url` does not parse the host of an unknown scheme.
    let host = url.host_str().and_then(|host| Host::parse(host).ok()).ok_or_else(bad)?;
    let bare = matches!(url.path(), "" | "/")
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    if !matches!(url.scheme(), "ldap" | "ldaps") || !bare || url.port() == Some(0) {
        return Err(bad());
    }
    url.set_path("");
    url.set_host(Some(without_root(&host.to_string()))).map_err(|_| bad())?;
    Ok(url)
}

/// An address of a web service, without a secret in it.
pub(super) fn http_url(raw: RawValue<'_>) -> Read<Url> {
    let bad = || bad_hidden_if_secret(raw, Expected::HttpUrl);
    let url = Url::parse(raw.text()?).map_err(|_| bad())?;
    // `?password={{ secret }}` holds no secret.
    let tells = |(name, value): (Cow<'_, str>, Cow<'_, str>)| looks_secret(&name) && !value.contains('{');
    let secret = !url.username().is_empty() || url.password().is_some() || url.query_pairs().any(tells);
    if matches!(url.scheme(), "http" | "https") && !secret { Ok(url) } else { Err(bad()) }
}

/// An address of a PostgreSQL database. Its parts are read in `store`.
pub(super) fn postgres_url(raw: RawValue<'_>) -> Read<Url> {
    let url = Url::parse(raw.text()?).ok();
    url.filter(|url| matches!(url.scheme(), "postgres" | "postgresql"))
        .ok_or_else(|| raw.bad_hidden(Expected::PostgresUrl))
}

/// `true`, `false`, `local`, `journald`, or `udp://`, `tcp://` or `tls://host[:port]`.
pub(super) fn syslog(raw: RawValue<'_>) -> Read<Option<Receiver>> {
    let local = || Receiver::Local("/dev/log".into());
    if let Some(on) = raw.boolean() {
        return Ok(on.then(local));
    }
    let bad = || bad_hidden_if_secret(raw, Expected::Syslog);
    let text = raw.text().map_err(|_| raw.bad(Expected::Syslog))?;
    match text {
        "local" => return Ok(Some(local())),
        "journald" => return Ok(Some(Receiver::Journald("/run/systemd/journal/socket".into()))),
        _ => {}
    }
    let url = Url::parse(text).map_err(|_| bad())?;
    // Default ports: RFC 5426, 3.3; what most servers listen on; RFC 5425, 4.1.
    let (receiver, port): (fn(String, u16) -> Receiver, _) = match url.scheme() {
        "udp" => (Receiver::Udp, 514),
        "tcp" => (Receiver::Tcp, 514),
        "tls" => (Receiver::Tls, 6514),
        _ => return Err(bad()),
    };
    let host = url.host_str().and_then(|host| Host::parse(host).ok()).ok_or_else(bad)?;
    let port = url.port().unwrap_or(port);
    let bare = matches!(url.path(), "" | "/") && url.username().is_empty() && url.query().is_none();
    if bare && port > 0 { Ok(Some(receiver(host.to_string(), port))) } else { Err(bad()) }
}

pub(super) fn host_name(raw: RawValue<'_>) -> Read<String> {
    match Host::parse(raw.text()?) {
        Ok(Host::Domain(name)) if is_dns_name(without_root(&name)) => Ok(without_root(&name).to_owned()),
        _ => Err(raw.bad(Expected::HostName)),
    }
}

/// Whether it has the lengths that DNS can ask for, in bytes (RFC 1035, 2.3.4).
fn is_dns_name(name: &str) -> bool {
    name.len() <= 253 && name.split('.').all(|label| (1..=63).contains(&label.len()))
}

/// A DNS name without the final dot, which stands for the root (RFC 1034, 3.1): certificates and Kerberos have none.
fn without_root(name: &str) -> &str {
    name.strip_suffix('.').unwrap_or(name)
}

/// An account's name, in which `{user}` may stand for the system's user; other braces are a slip.
pub(super) fn operator_name(raw: RawValue<'_>) -> Read<String> {
    let name = line(raw)?;
    match name.replace(SYSTEM_USER, "").contains(['{', '}']) {
        true => Err(raw.bad(Expected::OperatorName)),
        false => Ok(name),
    }
}

pub(super) fn distinguished_name(raw: RawValue<'_>) -> Read<String> {
    checked(raw, Expected::DistinguishedName, |text| Dn::parse(text).is_some() && !text.contains(char::is_control))
}

/// A list of groups by name, SID or distinguished name. Outside a file, semicolons separate them when one has an equals
/// sign, as distinguished names have, otherwise commas.
pub(super) fn groups(raw: RawValue<'_>) -> Read<Vec<String>> {
    match raw {
        RawValue::Text(text) if text.contains(['=', ';']) => {
            text.split(';').map(|item| line(RawValue::Text(item.trim()))).collect()
        }
        raw => list(line)(raw),
    }
}

/// A list of distinguished names. Outside a file, semicolons separate them, since they contain commas.
pub(super) fn units(raw: RawValue<'_>) -> Read<Vec<String>> {
    match raw {
        RawValue::Text(text) => text.split(';').map(|item| distinguished_name(RawValue::Text(item.trim()))).collect(),
        raw => list(distinguished_name)(raw),
    }
}

/// The SHA-256 of a certificate.
pub(super) fn fingerprint(raw: RawValue<'_>) -> Read<Fingerprint> {
    Fingerprint::parse(raw.text()?).ok_or_else(|| raw.bad(Expected::Fingerprint))
}

pub(super) fn attribute_name(raw: RawValue<'_>) -> Read<String> {
    checked(raw, Expected::AttributeName, is_attribute_name)
}

/// The name of one attribute, or a list of names.
pub(super) fn attribute_names(raw: RawValue<'_>) -> Read<Vec<String>> {
    if raw.is_text_in_file() { Ok(vec![attribute_name(raw)?]) } else { some_list(attribute_name)(raw) }
}

/// RFC 4512, 1.4.
fn is_attribute_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn checked(raw: RawValue<'_>, expected: Expected, holds: impl Fn(&str) -> bool) -> Read<String> {
    let text = raw.text()?;
    if !text.trim().is_empty() && holds(text) { Ok(text.to_owned()) } else { Err(raw.bad(expected)) }
}

/// Hides an address with `user:password@` or `?password=`.
fn bad_hidden_if_secret(raw: RawValue<'_>, expected: Expected) -> WrongKind {
    match raw.text() {
        Ok(text) if text.contains(['@', '?']) => raw.bad_hidden(expected),
        _ => raw.bad(expected),
    }
}
