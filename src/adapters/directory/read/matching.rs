//! Whether an entry that a search found is what was typed, or only similar. Servers compare by rules of their own, so each
//! is judged here.

use super::query::{Attributes, OWN_ADDRESSES, number_attributes};
use crate::adapters::directory::LdapEntry;
use crate::domain::identity::same_name;
use crate::domain::names::{Likeness, PersonName, is_slip};
use crate::domain::phone::numbers_in;
use crate::domain::query::Query;

/// Stored attributes that are compared, beside numbers and those that are configured.
pub(super) const COMPARED: &[&str] = &["objectGUID", "sAMAccountName", "displayName", "givenName", "sn", "name"];

/// How near an entry is to what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    Match,
    Similar(Likeness),
}

/// How near an entry is that was found by what names one account.
pub(super) fn named(query: &Query, entry: &LdapEntry, dns_domain: &str, attributes: Attributes<'_>) -> Nearness {
    let has = |attribute: &str, value: &str| entry.all(attribute).iter().any(|held| same_name(held.trim(), value));
    let by_name = |name: &str| has("sAMAccountName", name) || attributes.also.iter().any(|one| has(one, name));
    let is = match query {
        Query::InDomain { name, .. } => has("sAMAccountName", name.as_str()),
        Query::NameOrPhone { name, .. } => by_name(name.as_str()),
        Query::Words(words) => by_name(words),
        Query::Address(address) => {
            let implicit = address.split_once('@').filter(|(_, domain)| domain.eq_ignore_ascii_case(dns_domain));
            has("sAMAccountName", address)
                || OWN_ADDRESSES.iter().any(|attribute| has(attribute, address))
                || has("proxyAddresses", &format!("smtp:{address}"))
                || implicit.is_some_and(|(name, _)| has("sAMAccountName", name))
        }
        // Digits alone, which servers compare alike.
        Query::PersonalNumber(_) | Query::Phone(_) => true,
    };
    if is { Nearness::Match } else { Nearness::Similar(Likeness::Folded) }
}

/// How near an entry is that was found by whole names.
pub(super) fn whole_name(query: &Query, entry: &LdapEntry) -> Nearness {
    match query.person_name().and_then(|typed| person_name(entry).likeness(&typed)) {
        Some(Likeness::Same) => Nearness::Match,
        likeness => Nearness::Similar(likeness.unwrap_or(Likeness::Sound)),
    }
}

/// How near an entry is that was found by parts, by sound, by a slip or by the end of a number; `None`: not at all.
pub(super) fn loosely(query: &Query, entry: &LdapEntry, attributes: Attributes<'_>) -> Option<Nearness> {
    let typed = match query {
        Query::Words(words) => words.as_str(),
        query => query.user_name()?,
    };
    let name = entry.text("sAMAccountName").unwrap_or_default();
    let is_part = name.to_lowercase().starts_with(&typed.to_lowercase());
    let person = person_name(entry);
    let slip = query.user_name().is_some_and(|typed| is_slip(typed, name)).then_some(Likeness::Folded);
    let typed = query.person_name().unwrap_or_else(|| typed.to_owned());
    let digits = || query.last_digits().filter(|digits| ends_with(entry, attributes.mobile, digits));
    match person.likeness_of_part(&typed) {
        Some(Likeness::Same) => Some(Nearness::Match),
        _ if is_part => Some(Nearness::Match),
        part => {
            let likeness = part.or(slip).or_else(|| person.likeness(&typed));
            likeness.or_else(|| digits().map(|_| Likeness::Folded)).map(Nearness::Similar)
        }
    }
}

fn person_name(entry: &LdapEntry) -> PersonName<'_> {
    PersonName {
        display: entry.text("displayName"),
        given: entry.text("givenName"),
        surname: entry.text("sn"),
        entry: entry.text("name"),
    }
}

fn ends_with(entry: &LdapEntry, mobile_attributes: &[String], digits: &str) -> bool {
    let values = number_attributes(mobile_attributes).into_iter().flat_map(|attribute| entry.all(attribute));
    values.flat_map(|value| numbers_in(value)).any(|number| number.digits().ends_with(digits))
}
