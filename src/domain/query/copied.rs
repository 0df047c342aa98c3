//! Names of accounts as they are copied from mail, from a telephone or from this program.

use super::has_digit;
use crate::domain::account::AccountName;

/// Schemes of addresses and numbers that are copied from other programs.
const SCHEMES: [&str; 5] = ["mailto:", "sip:", "tel:", "sms:", "callto:"];
const QUOTES: [char; 8] = ['"', '\'', '`', '“', '”', '„', '’', '»'];

/// Takes what names the account out of what was copied with it: the address out of `Pelle Nilsson <mail>` and of
/// `mailto:mail`, the user name out of `Pelle Nilsson (pelnil01)`, the name out of `"Nilsson, Pelle" (IT)`. A slash is
/// taken for the backslash of `contoso\mmeyers`.
pub(super) fn bare(text: &str) -> String {
    let address = text.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(address, _)| address.trim());
    if let Some(address) = address.filter(|address| address.contains('@')) {
        return without_scheme(address).to_owned();
    }
    let is_around = |c: char| c.is_whitespace() || QUOTES.contains(&c);
    let text = text.trim_start_matches(is_around).trim_end_matches(|c: char| is_around(c) || ".,;:".contains(c));
    let text = without_scheme(text);
    if let Some((domain, name)) = text.split_once('/')
        && domain.starts_with(char::is_alphabetic)
        && [domain, name].iter().all(|part| AccountName::parse(part).is_ok() && !part.contains(' '))
    {
        return format!("{domain}\\{name}");
    }
    without_remark(text).replace(',', " ")
}

fn without_scheme(text: &str) -> &str {
    let rest = |scheme: &&str| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    };
    SCHEMES.iter().find_map(rest).unwrap_or(text)
}

/// Resolves `name (remark)`: the user name where it stands in the brackets, as this program shows accounts, or else the
/// name before them.
fn without_remark(text: &str) -> &str {
    let Some((name, rest)) = text.split_once('(') else { return text };
    let (name, Some((remark, ""))) = (name.trim_end_matches(QUOTES).trim(), rest.split_once(')')) else { return text };
    let is_user_name = has_digit(remark) && !remark.contains(' ') && AccountName::parse(remark).is_ok();
    match name {
        "" => text,
        name if is_user_name && !has_digit(name) => remark,
        name => name.trim_end_matches(|c: char| c.is_whitespace() || QUOTES.contains(&c)),
    }
}
