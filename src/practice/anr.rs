//! `(anr=words)`, Active Directory's search by parts of names, as the ordinary filter that it stands for (MS-ADTS,
//! "Ambiguous Name Resolution").

use ldap3_proto::proto::{LdapFilter as Filter, LdapSubstringFilter as Pieces};

/// The attributes that are searched. `mail` is not among them in the schema of Windows and Samba; proxyAddresses is,
/// but its values begin with `SMTP:`.
const ATTRIBUTES: [&str; 6] = ["displayName", "givenName", "sn", "sAMAccountName", "name", "proxyAddresses"];

/// The filter that `(anr=words)` stands for.
pub(super) fn expanded(words: &str) -> Filter {
    let words = words.trim();
    let (exact, words) = match words.strip_prefix('=') {
        Some(rest) => (true, rest.trim()),
        None => (false, words),
    };
    if words.is_empty() {
        // Nothing is like nothing.
        return Filter::Or(Vec::new());
    }
    let like = |name: &str, value: &str| {
        if exact { Filter::Equality(name.to_owned(), value.to_owned()) } else { begins(name, value) }
    };
    let mut any: Vec<_> = ATTRIBUTES.iter().map(|name| like(name, words)).collect();
    if let Some((first, last)) = words.split_once(' ') {
        let last = last.trim();
        for (given, surname) in [(first, last), (last, first)] {
            any.push(Filter::And(vec![like("givenName", given), like("sn", surname)]));
        }
    }
    Filter::Or(any)
}

fn begins(name: &str, value: &str) -> Filter {
    let pieces = Pieces { initial: Some(value.to_owned()), any: Vec::new(), final_: None };
    Filter::Substring(name.to_owned(), pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn branches(words: &str) -> Vec<Filter> {
        match expanded(words) {
            Filter::Or(any) => any,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn one_word_matches_beginnings_of_names() {
        let any = branches(" Eva ");
        assert_eq!(any.len(), ATTRIBUTES.len());
        assert!(any.contains(&begins("displayName", "Eva")));
    }

    #[test]
    fn two_words_match_in_both_orders() {
        let any = branches("Eva Karlsson");
        let both = |given, surname| Filter::And(vec![begins("givenName", given), begins("sn", surname)]);
        assert!(any.contains(&both("Eva", "Karlsson")));
        assert!(any.contains(&both("Karlsson", "Eva")));
    }

    #[test]
    fn equals_sign_matches_whole_names() {
        assert!(branches("=Eva").contains(&Filter::Equality("sn".into(), "Eva".into())));
    }

    #[test]
    fn nothing_matches_nothing() {
        assert_eq!(branches("  "), []);
        assert_eq!(branches("="), []);
    }
}
