//! From queries to LDAP filters. Every value is escaped (RFC 4515).

use ldap3::ldap_escape;

use crate::domain::account::{AccountId, AccountName};
use crate::domain::names;
use crate::domain::phone::Phone;
use crate::domain::query::Query;

/// What a query is looked for by. `number` and `name` are sent together with `exact`; `parts` and `similar` are sent when
/// these have no match.
#[derive(Default)]
pub(super) struct Searches {
    /// By what names one account: its user name or address.
    pub(super) exact: Option<String>,
    /// By number. The matches must be compared by number.
    pub(super) number: Option<String>,
    /// By whole names, with and without the marks on letters. A server has an index for it.
    pub(super) name: Option<String>,
    /// By parts of names, or the end of a number. A server without an index for it (Samba) reads every account.
    pub(super) parts: Option<String>,
    /// By names that sound the same, and user names with one slip. A server has an index for it.
    pub(super) similar: Option<String>,
}

/// The attributes that the settings name.
#[derive(Clone, Copy)]
pub(super) struct Attributes<'a> {
    /// Hold the registered numbers.
    pub(super) mobile: &'a [String],
    /// Others that name an account.
    pub(super) also: &'a [String],
}

/// The most spellings of a name that are searched. Servers look each up, so the last of them are the least likely.
const FOLDED: usize = 48;
const SOUNDING: usize = 150;

/// The attributes that hold an account's own address. A shared mailbox may have it among its `proxyAddresses`.
pub(super) const OWN_ADDRESSES: [&str; 2] = ["userPrincipalName", "mail"];

/// The condition for the account that `query` names in a list of accounts; `None` when no account can be named so. A
/// list names nobody by number.
pub(super) fn condition(query: &Query, dns_domain: &str) -> Option<String> {
    match query {
        Query::InDomain { name, .. } | Query::NameOrPhone { name, .. } => Some(user_name(name)),
        Query::Address(address) => Some(by_address(address, dns_domain, "")),
        Query::Phone(_) | Query::PersonalNumber(_) => None,
        Query::Words(words) => AccountName::parse(words).ok().map(|name| user_name(&name)),
    }
}

/// The searches for `query` in the domain called `dns_domain`.
pub(super) fn searches(query: &Query, dns_domain: &str, attributes: Attributes<'_>) -> Searches {
    let also = |value: &str| any_of(attributes.also.iter().map(String::as_str), value);
    let exact = match query {
        Query::Address(address) => {
            let proxy = format!("(proxyAddresses=smtp:{})", ldap_escape(address.as_str()));
            Some(by_address(address, dns_domain, &proxy))
        }
        Query::PersonalNumber(number) => {
            let any: String = number.spellings().iter().map(|spelling| also(spelling)).collect();
            (!any.is_empty()).then(|| format!("(|{any})"))
        }
        query => condition(query, dns_domain).map(|condition| match query {
            Query::Words(text) if !text.contains(' ') => format!("(|{condition}{})", also(text)),
            Query::NameOrPhone { name, .. } => format!("(|{condition}{})", also(name.as_str())),
            _ => condition,
        }),
    };
    let parts = match (query, query.last_digits()) {
        (Query::Words(_), None) if query.person_name().is_some() => query.person_name().map(|name| by_part(&name)),
        // As in Kassan 12.
        (Query::Words(words), None) => {
            Some(format!("(|{}(displayName={}*))", user_name_begins(words), ldap_escape(words.as_str())))
        }
        (Query::Words(words), Some(digits)) => {
            Some(format!("(|{}{})", user_name_begins(words), by_last_digits(&digits, attributes.mobile)))
        }
        _ => None,
    };
    Searches {
        exact: exact.map(|condition| person(&condition)),
        number: query.phone().map(|phone| holders(phone, attributes.mobile)),
        name: query.person_name().map(|name| {
            person(&by_name(&name, &["displayName", "name"], |name| names::folded_spellings(name, FOLDED)))
        }),
        parts: parts.map(|condition| person_among_all(&condition)),
        similar: similar(query).map(|condition| person(&condition)),
    }
}

/// Returns the filters of a look-up, so that it can be compared with another client's: those that are sent at once, and
/// those that follow when these match nobody.
pub fn filters(query: &Query, dns_domain: &str) -> [Vec<String>; 2] {
    let Searches { exact, number, name, parts, similar } =
        searches(query, dns_domain, Attributes { mobile: &[], also: &[] });
    [[exact, number, name].into_iter().flatten().collect(), [parts, similar].into_iter().flatten().collect()]
}

fn similar(query: &Query) -> Option<String> {
    let slips = query.user_name().map(names::slips).unwrap_or_default();
    let slips: String = slips.iter().map(|name| is("sAMAccountName", name)).collect();
    let sounding = |name: &str| names::sounding_spellings(name, SOUNDING);
    let names = query.person_name().map(|name| by_name(&name, &[], sounding)).unwrap_or_default();
    let any = slips + &names;
    (!any.is_empty()).then(|| format!("(|{any})"))
}

fn is(attribute: &str, value: &str) -> String {
    format!("({attribute}={})", ldap_escape(value))
}

fn any_of<'a>(attributes: impl IntoIterator<Item = &'a str>, value: &str) -> String {
    attributes.into_iter().map(|attribute| is(attribute, value)).collect()
}

/// Those whose given name, surname or one of the `whole` names is any of the spellings of these words, or whose given
/// name and surname are, in either order.
fn by_name(words: &str, whole: &[&str], spellings: impl Fn(&str) -> Vec<String>) -> String {
    let any = |attributes: &[&str], words: &str| -> String {
        spellings(words).iter().map(|name| any_of(attributes.iter().copied(), name)).collect()
    };
    let splits = names::splits(words)
        .map(|(given, surname)| format!("(&(|{})(|{}))", any(&["givenName"], given), any(&["sn"], surname)));
    format!("(|{}{})", any(&[whole, &["givenName", "sn"]].concat(), words), splits.collect::<String>())
}

/// Those whose names or user name begin like these words, with and without the marks on letters.
fn by_part(words: &str) -> String {
    let any = |attributes: &[&str], words: &str| -> String {
        let all = beginnings(words);
        let one = |beginning: &String| -> String {
            attributes.iter().map(|attribute| format!("({attribute}={beginning}*)")).collect()
        };
        all.iter().map(one).collect()
    };
    let splits = names::splits(words)
        .map(|(given, surname)| format!("(&(|{})(|{}))", any(&["givenName"], given), any(&["sn"], surname)));
    let names = any(&["displayName", "givenName", "sn"], words);
    format!("(|{}{names}{})", user_name_begins(words), splits.collect::<String>())
}

fn user_name_begins(words: &str) -> String {
    format!("(sAMAccountName={}*)", ldap_escape(words))
}

/// Patterns for beginnings of names: the first letter as it may be written, since an index needs one, and any letters
/// where others may have marks.
fn beginnings(words: &str) -> Vec<String> {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().collect();
    let rest: Vec<char> = letters.collect();
    let may_differ = |c: &char| "aåäàáoöøóeéèuü -".contains(c.to_ascii_lowercase()) && *c != 'e';
    if rest.iter().filter(|c| !may_differ(c)).count() == 0 {
        return names::folded_spellings(words, FOLDED)
            .iter()
            .map(|word| ldap_escape(word.as_str()).into_owned())
            .collect();
    }
    let mut pattern = String::new();
    for letter in rest {
        if !may_differ(&letter) {
            pattern.push_str(&ldap_escape(letter.to_string()));
        } else if !pattern.ends_with('*') {
            pattern.push('*');
        }
    }
    let pattern = pattern.trim_end_matches('*');
    names::folded_spellings(&first, FOLDED)
        .iter()
        .map(|first| format!("{}{pattern}", ldap_escape(first.as_str())))
        .collect()
}

/// Those whose numbers may end with these digits. The last four stand together or in two groups, so that few others
/// match.
fn by_last_digits(digits: &str, mobile_attributes: &[String]) -> String {
    let (start, end) = digits.split_at(digits.len().saturating_sub(4));
    let start: String = start.chars().map(|digit| format!("*{digit}")).collect();
    let ends = (0..end.len()).map(|at| {
        let (one, other) = end.split_at(at);
        if one.is_empty() { format!("{start}*{other}") } else { format!("{start}*{one}*{other}") }
    });
    let ends: Vec<String> = ends.collect();
    let attributes = number_attributes(mobile_attributes).into_iter();
    attributes.flat_map(|attribute| ends.iter().map(move |end| format!("({attribute}={end})"))).collect()
}

/// Those who may have a number: the entries must then be compared by number.
pub(super) fn holders(phone: &Phone, mobile_attributes: &[String]) -> String {
    person_among_all(&by_phone(phone, mobile_attributes))
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
fn by_phone(phone: &Phone, mobile_attributes: &[String]) -> String {
    let digits: String = phone.significant().chars().map(|digit| format!("*{digit}")).collect();
    let attributes = number_attributes(mobile_attributes).into_iter();
    let conditions: String = attributes.map(|attribute| format!("({attribute}={digits}*)")).collect();
    format!("(|{conditions})")
}

/// The attributes that may hold a person's numbers.
pub(super) fn number_attributes(mobile_attributes: &[String]) -> Vec<&str> {
    let others = ["mobile", "otherMobile", "telephoneNumber", "otherTelephone"].into_iter();
    let configured = mobile_attributes.iter().map(String::as_str);
    let is_configured = |other: &&str| mobile_attributes.iter().any(|attribute| attribute.eq_ignore_ascii_case(other));
    configured.chain(others.filter(|other| !is_configured(other))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ATTRIBUTES: Attributes<'_> = Attributes { mobile: &[], also: &[] };

    fn searches_for(typed: &str) -> Searches {
        searches(&Query::parse(typed).unwrap(), "ad.contoso.example", ATTRIBUTES)
    }

    fn exact(typed: &str) -> String {
        searches_for(typed).exact.unwrap()
    }

    #[test]
    fn hostile_names_are_escaped() {
        let searches = searches_for("Åsa *)(objectClass=*");
        let name = searches.name.unwrap();
        assert!(name.contains(r"(displayName=åsa \2a\29\28objectclass=\2a)"), "{name}");
        let parts = searches.parts.unwrap();
        assert!(parts.contains(r"(displayName=ås*\2a\29\28*bj"), "{parts}");
    }

    #[test]
    fn address_in_this_domain_is_also_a_user_name() {
        assert!(exact("jesrab01@AD.contoso.example").contains("(sAMAccountName=jesrab01)"));
        assert!(!exact("jesrab01@contoso.com").contains("(sAMAccountName=jesrab01)"));
    }

    #[test]
    fn number_matches_any_spelling() {
        let searches = searches_for("+46 70-174 06 05");
        assert!(searches.number.unwrap().contains("(mobile=*7*0*1*7*4*0*6*0*5*)"));
        assert_eq!(searches.exact, None);
    }

    #[test]
    fn digits_are_a_user_name_and_a_number() {
        let searches = searches_for("0805121234");
        assert!(searches.exact.unwrap().contains("(sAMAccountName=0805121234)"));
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
    fn names_match_in_both_orders_with_and_without_marks() {
        let name = searches_for("Anna Maria Oberg").name.unwrap();
        for condition in ["(displayName=anna maria oberg)", "(displayName=anna maria öberg)"] {
            assert!(name.contains(condition), "{condition}: {name}");
        }
        let tree =
            ["(&(|(givenName=anna maria)", "(&(|(givenName=anna)", "(|(sn=oberg)(sn=öberg)", "(|(sn=maria oberg)"];
        for condition in tree {
            assert!(name.contains(condition), "{condition}: {name}");
        }
        assert_eq!(searches_for("jesrab01").name, None);
    }

    #[test]
    fn misheard_names_are_searched_by_spelling() {
        let similar = |typed: &str| searches_for(typed).similar.unwrap_or_default();
        assert!(similar("Eva Ericsson").contains("(sn=eriksson)"));
        assert!(!similar("Eva Ericsson").contains("sAMAccountName"));
        assert!(similar("Carlsson").contains("(sn=karlsson)"));
        assert!(similar("jesrabo1").contains("(sAMAccountName=jesrab01)"));
        assert!(similar(r"contoso\jesrabo1").contains("(sAMAccountName=jesrab01)"));
        assert_eq!(similar("a@contoso.com"), "");
    }

    #[test]
    fn parts_are_searched_by_pattern() {
        let parts = |typed: &str| searches_for(typed).parts.unwrap();
        assert!(parts("Raber").contains("(sn=r*ber*)"));
        for pattern in ["(givenName=ak*)", "(givenName=åk*)", "(givenName=äk*)", "(sAMAccountName=Ak*)"] {
            assert!(parts("Ak").contains(pattern), "{pattern}: {}", parts("Ak"));
        }
        assert!(parts("ao").contains("(sn=ao*)") && !parts("ao").contains("(sn=a*)"));
    }

    #[test]
    fn last_digits_are_searched_at_the_end() {
        let parts = searches_for("40611").parts.unwrap();
        for pattern in ["(mobile=*4*0611)", "(mobile=*4*06*11)", "(telephoneNumber=*4*0*611)"] {
            assert!(parts.contains(pattern), "{pattern}: {parts}");
        }
    }

    #[test]
    fn configured_attributes_are_searched() {
        let also = ["employeeID".to_owned()];
        let exact = |typed: &str| {
            let attributes = Attributes { also: &also, ..ATTRIBUTES };
            searches(&Query::parse(typed).unwrap(), "ad.contoso.example", attributes).exact
        };
        assert!(exact("4711").unwrap().contains("(|(sAMAccountName=4711)(employeeID=4711))"));
        assert!(exact("19880512-1236").unwrap().contains("(employeeID=198805121236)(employeeID=19880512-1236)"));
        assert!(!exact("Eva Ek").unwrap().contains("employeeID"));
        let Searches { exact, number, name, parts, similar } = searches_for("19880512-1236");
        assert_eq!([exact, number, name, parts, similar], [const { None }; 5]);
    }

    proptest! {
        /// No input changes the shape of the filter.
        #[test]
        fn every_filter_parses(text in "\\PC{1,40}") {
            if let Ok(query) = Query::parse(&text) {
                let Searches { exact, number, name, parts, similar } = searches(&query, "ad.contoso.example", ATTRIBUTES);
                for filter in [exact, number, name, parts, similar].into_iter().flatten() {
                    prop_assert!(ldap3::parse_filter(&filter).is_ok(), "{}", filter);
                    prop_assert_eq!(filter.matches("(objectClass=user)").count(), 1);
                }
            }
        }
    }
}
