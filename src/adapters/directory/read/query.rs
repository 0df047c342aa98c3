//! From queries to LDAP filters. Every value is escaped (RFC 4515).

use std::iter;

use ldap3::ldap_escape;

use crate::domain::account::{AccountId, AccountName};
use crate::domain::phone::Phone;
use crate::domain::query::Query;

/// What a query is looked for by. `number` and `name` are sent together with `exact`.
#[derive(Default)]
pub(super) struct Searches {
    /// By what names one account: its user name or address.
    pub(super) exact: Option<String>,
    /// By number. The matches must be compared by number.
    pub(super) number: Option<String>,
    /// By whole names; these matches count if `exact` has none. A server has an index for it.
    pub(super) name: Option<String>,
    /// By parts of names, when `exact` and `name` have no match. A server without an index for it (Samba) reads every
    /// account.
    pub(super) parts: Option<String>,
}

/// The attributes that hold an account's own address. A shared mailbox may have it among its `proxyAddresses`.
pub(super) const OWN_ADDRESSES: [&str; 2] = ["userPrincipalName", "mail"];

/// The condition for the account that `query` names in a list of accounts; `None` when no account can be named so. A
/// list names nobody by number.
pub(super) fn condition(query: &Query, dns_domain: &str) -> Option<String> {
    match query {
        Query::InDomain { name, .. } | Query::NameOrPhone { name, .. } => Some(user_name(name)),
        Query::Address(address) => Some(by_address(address, dns_domain, "")),
        Query::Phone(_) => None,
        Query::Words(words) => AccountName::parse(words).ok().map(|name| user_name(&name)),
    }
}

/// The searches for `query` in the domain called `dns_domain`.
pub(super) fn searches(query: &Query, dns_domain: &str, mobile_attribute: &str) -> Searches {
    let exact = match query {
        Query::Address(address) => {
            let proxy = format!("(proxyAddresses=smtp:{})", ldap_escape(address.as_str()));
            Some(by_address(address, dns_domain, &proxy))
        }
        query => condition(query, dns_domain),
    };
    let words = match query {
        Query::Words(words) => Some(words.as_str()),
        _ => None,
    };
    Searches {
        exact: exact.map(|condition| person(&condition)),
        number: query.phone().map(|phone| holders(phone, mobile_attribute)),
        // User names have digits, and people's names have none.
        name: words.filter(|words| !words.contains(|c: char| c.is_ascii_digit())).map(|words| person(&by_name(words))),
        parts: words.map(|words| person_among_all(&format!("(anr={})", ldap_escape(words)))),
    }
}

/// Those whose display name, or given name and surname in either order, are these words.
fn by_name(words: &str) -> String {
    let is = |attribute: &str, words: &str| format!("({attribute}={})", ldap_escape(words));
    let whole = ["displayName", "name", "givenName", "sn"].iter().map(|attribute| is(attribute, words));
    let splits = words.match_indices(' ').flat_map(|(at, _)| {
        let (first, last) = (&words[..at], &words[at + 1..]);
        [(first, last), (last, first)]
            .map(|(given, surname)| format!("(&{}{})", is("givenName", given), is("sn", surname)))
    });
    format!("(|{})", whole.chain(splits).collect::<String>())
}

/// Those who may have a number: the entries must then be compared by number.
pub(super) fn holders(phone: &Phone, mobile_attribute: &str) -> String {
    person_among_all(&by_phone(phone, mobile_attribute))
}

pub(super) fn person(condition: &str) -> String {
    format!("(&(objectCategory=person)(objectClass=user){condition})")
}

/// The same, for a condition without an index: every account is read. Through the index of classes that takes Samba three
/// times as long, so the conditions on the class are negated twice, which it does not look up.
fn person_among_all(condition: &str) -> String {
    format!("(&{condition}(!(!(&(objectCategory=person)(objectClass=user)))))")
}

fn user_name(name: &AccountName) -> String {
    format!("(sAMAccountName={})", ldap_escape(name.as_str()))
}

/// The account with this identifier, which it keeps for life.
pub(super) fn with_id(id: &AccountId) -> String {
    format!("(objectGUID={})", escaped(id.bytes()))
}

/// Bytes that are no text (RFC 4515, 3).
pub(super) fn escaped(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("\\{byte:02x}")).collect()
}

/// `others`: a condition for other attributes that may hold the address.
fn by_address(address: &str, dns_domain: &str, others: &str) -> String {
    let value = ldap_escape(address);
    // Every account can sign in as name@domain, whatever its userPrincipalName says.
    let implicit = match address.split_once('@') {
        Some((name, domain)) if domain.eq_ignore_ascii_case(dns_domain) => {
            AccountName::parse(name).map(|name| user_name(&name)).unwrap_or_default()
        }
        _ => String::new(),
    };
    let own: String = OWN_ADDRESSES.iter().map(|attribute| format!("({attribute}={value})")).collect();
    // A user name should have no @, but a directory may hold one that has.
    format!("(|{own}{others}(sAMAccountName={value}){implicit})")
}

/// Numbers are stored as someone once wrote them, so the filter asks for the digits in their order; the entries are
/// then compared by number. Samba does not find digits of other scripts, full-width ones among them; Windows does.
fn by_phone(phone: &Phone, mobile_attribute: &str) -> String {
    let digits: String = phone.significant().chars().map(|digit| format!("*{digit}")).collect();
    let attributes = number_attributes(mobile_attribute).into_iter();
    let conditions: String = attributes.map(|attribute| format!("({attribute}={digits}*)")).collect();
    format!("(|{conditions})")
}

/// The attributes that may hold a person's numbers.
pub(super) fn number_attributes(mobile_attribute: &str) -> Vec<&str> {
    let others = ["mobile", "otherMobile", "telephoneNumber", "otherTelephone"].into_iter();
    iter::once(mobile_attribute).chain(others.filter(|other| *other != mobile_attribute)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(typed: &str) -> String {
        searches(&Query::parse(typed).unwrap(), "ad.contoso.example", "mobile").exact.unwrap()
    }

    fn parts(typed: &str) -> String {
        searches(&Query::parse(typed).unwrap(), "ad.contoso.example", "mobile").parts.unwrap()
    }

    #[test]
    fn hostile_names_are_escaped() {
        assert_eq!(
            parts("Åsa *)(objectClass=*"),
            r"(&(anr=Åsa \2a\29\28objectClass=\2a)(!(!(&(objectCategory=person)(objectClass=user)))))"
        );
    }

    #[test]
    fn address_in_this_domain_is_also_a_user_name() {
        assert!(exact("jesrab01@AD.contoso.example").contains("(sAMAccountName=jesrab01)"));
        assert!(!exact("jesrab01@contoso.com").contains("(sAMAccountName=jesrab01)"));
    }

    #[test]
    fn number_matches_any_spelling() {
        let searches = searches(&Query::parse("+46 70-174 06 05").unwrap(), "ad.contoso.example", "mobile");
        assert!(searches.number.unwrap().contains("(mobile=*7*0*1*7*4*0*6*0*5*)"));
        assert_eq!(searches.exact, None);
    }

    #[test]
    fn digits_are_a_user_name_and_a_number() {
        let searches = searches(&Query::parse("0805121234").unwrap(), "ad.contoso.example", "mobile");
        assert!(searches.exact.unwrap().ends_with("(sAMAccountName=0805121234))"));
        assert!(searches.number.unwrap().contains("(mobile=*8*0*5*1*2*1*2*3*4*)"));
    }

    #[test]
    fn list_takes_own_addresses_and_no_numbers() {
        let condition = |typed: &str| condition(&Query::parse(typed).unwrap(), "ad.contoso.example");
        assert!(!condition("eva@contoso.com").unwrap().contains("proxyAddresses"));
        assert_eq!(condition("0805121234").as_deref(), Some("(sAMAccountName=0805121234)"));
        assert_eq!(condition("+46805121234"), None);
    }

    #[test]
    fn names_match_in_both_orders() {
        let searches = searches(&Query::parse("Anna Maria Berg").unwrap(), "ad.contoso.example", "mobile");
        let name = searches.name.unwrap();
        for condition in [
            "(displayName=Anna Maria Berg)",
            "(&(givenName=Anna Maria)(sn=Berg))",
            "(&(givenName=Anna)(sn=Maria Berg))",
            "(&(givenName=Maria Berg)(sn=Anna))",
        ] {
            assert!(name.contains(condition), "{condition}: {name}");
        }
    }

    proptest! {
        /// No input changes the shape of the filter.
        #[test]
        fn every_filter_parses(text in "\\PC{1,40}") {
            if let Ok(query) = Query::parse(&text) {
                let searches = searches(&query, "ad.contoso.example", "mobile");
                let Searches { exact, number, name, parts } = searches;
                for filter in [exact, number, name, parts].into_iter().flatten() {
                    prop_assert!(ldap3::parse_filter(&filter).is_ok(), "{}", filter);
                    prop_assert_eq!(filter.matches("(objectClass=user)").count(), 1);
                }
            }
        }
    }
}
