//! From what the operator typed to LDAP filters. Every value is escaped (RFC 4515).

use ldap3::ldap_escape;

use crate::domain::account::{AccountId, AccountName};
use crate::domain::phone::Phone;
use crate::domain::query::Query;

/// The searches for one query.
pub(super) struct Searches {
    pub(super) first: String,
    /// By number, for a text that may be a name too. Asked at the same time; its matches count as well.
    pub(super) number: Option<String>,
    /// By parts of names, for when the first search finds nobody.
    pub(super) otherwise: Option<Otherwise>,
}

/// A search that may not be needed.
pub(super) struct Otherwise {
    pub(super) filter: String,
    /// Whether it is likely enough to be needed to be asked at the same time. It has its price: a server
    /// without an index for it (Samba) reads every account there is.
    pub(super) likely: bool,
}

/// The attributes that hold an address which is an account's own, as a list of accounts names it. Others may have it
/// among `proxyAddresses`, as a shared mailbox has.
pub(super) const OWN_ADDRESSES: [&str; 2] = ["userPrincipalName", "mail"];

/// The condition that an account meets when it is the one that `query` names, as a list of accounts does; `None` when
/// no account can be named so. Nobody is named by a number.
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
        Query::Phone(phone) => Some(by_phone(phone, mobile_attribute)),
        Query::Address(address) => {
            let proxy = format!("(proxyAddresses=smtp:{})", ldap_escape(address.as_str()));
            Some(by_address(address, dns_domain, &proxy))
        }
        query => condition(query, dns_domain),
    };
    let exact = exact.map(|condition| person(&condition));
    let number = match query {
        Query::NameOrPhone { phone, .. } => Some(holders(phone, mobile_attribute)),
        _ => None,
    };
    let by_name = match query {
        Query::Words(words) => Some(Otherwise {
            filter: person(&format!("(anr={})", ldap_escape(words.as_str()))),
            // Few user names have a space in them, and most people's names do.
            likely: words.contains(' '),
        }),
        _ => None,
    };
    match exact {
        Some(first) => Searches { first, number, otherwise: by_name },
        // Only words are no user name; without them there would be nothing to ask, which no server answers.
        None => {
            let filter = by_name.map(|by_name| by_name.filter).unwrap_or_default();
            Searches { first: filter, number: None, otherwise: None }
        }
    }
}

/// Those who may have a number: what comes back is to be compared as a number.
pub(super) fn holders(phone: &Phone, mobile_attribute: &str) -> String {
    person(&by_phone(phone, mobile_attribute))
}

/// Those of the people in the directory that meet `condition`.
pub(super) fn person(condition: &str) -> String {
    format!("(&(objectCategory=person)(objectClass=user){condition})")
}

pub(super) fn user_name(name: &AccountName) -> String {
    format!("(sAMAccountName={})", ldap_escape(name.as_str()))
}

/// The account that has this identifier for life. No byte of it is text.
pub(super) fn with_id(id: &AccountId) -> String {
    let bytes: String = id.bytes().iter().map(|byte| format!("\\{byte:02x}")).collect();
    format!("(objectGUID={bytes})")
}

/// `others`: where else the address may stand, as a condition.
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
    // A user name should have no @, and a directory may hold one that has.
    format!("(|{own}{others}(sAMAccountName={value}){implicit})")
}

/// Numbers are stored as someone once wrote them, so only the digits and their order are asked
/// for; what comes back is compared as a number. Digits of another script, full-width ones among
/// them, are the same to Windows and others to Samba, which does not find them.
fn by_phone(phone: &Phone, mobile_attribute: &str) -> String {
    let mut pattern = String::from("*");
    for digit in phone.significant().chars() {
        pattern.push(digit);
        pattern.push('*');
    }
    let mut conditions = String::new();
    for attribute in number_attributes(mobile_attribute) {
        conditions.push_str(&format!("({attribute}={pattern})"));
    }
    format!("(|{conditions})")
}

/// Where a person's numbers may stand.
pub(super) fn number_attributes(mobile_attribute: &str) -> Vec<&str> {
    let mut attributes = vec![mobile_attribute];
    attributes.extend(
        ["mobile", "otherMobile", "telephoneNumber", "otherTelephone"].iter().filter(|a| **a != mobile_attribute),
    );
    attributes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(typed: &str) -> String {
        searches(&Query::parse(typed).unwrap(), "ad.contoso.example", "mobile").first
    }

    #[test]
    fn hostile_names_are_only_names() {
        assert_eq!(
            exact("Åsa *)(objectClass=*"),
            r"(&(objectCategory=person)(objectClass=user)(anr=Åsa \2a\29\28objectClass=\2a))"
        );
    }

    #[test]
    fn an_address_in_this_domain_is_a_user_name_too() {
        assert!(exact("jesrab01@AD.contoso.example").contains("(sAMAccountName=jesrab01)"));
        assert!(!exact("jesrab01@contoso.com").contains("(sAMAccountName=jesrab01)"));
    }

    #[test]
    fn a_number_is_found_however_it_was_written() {
        assert!(exact("+46 70-174 06 05").contains("(mobile=*7*0*1*7*4*0*6*0*5*)"));
    }

    #[test]
    fn digits_are_a_user_name_and_a_number() {
        let searches = searches(&Query::parse("0805121234").unwrap(), "ad.contoso.example", "mobile");
        assert!(searches.first.ends_with("(sAMAccountName=0805121234))"));
        assert!(searches.number.unwrap().contains("(mobile=*8*0*5*1*2*1*2*3*4*)"));
    }

    #[test]
    fn in_a_list_an_address_is_the_accounts_own_and_nobody_is_a_number() {
        let condition = |typed: &str| condition(&Query::parse(typed).unwrap(), "ad.contoso.example");
        assert!(!condition("eva@contoso.com").unwrap().contains("proxyAddresses"));
        assert_eq!(condition("0805121234").as_deref(), Some("(sAMAccountName=0805121234)"));
        assert_eq!(condition("+46805121234"), None);
    }

    proptest! {
        /// Whatever is typed, the filter keeps its shape: brackets balance and no star is loose.
        #[test]
        fn every_filter_parses(text in "\\PC{1,40}") {
            if let Ok(query) = Query::parse(&text) {
                let searches = searches(&query, "ad.contoso.example", "mobile");
                let otherwise = searches.otherwise.map(|otherwise| otherwise.filter);
                for filter in std::iter::once(searches.first).chain(searches.number).chain(otherwise) {
                    prop_assert!(ldap3::parse_filter(&filter).is_ok(), "{}", filter);
                    prop_assert_eq!(filter.matches("(objectClass=user)").count(), 1);
                }
            }
        }
    }
}
