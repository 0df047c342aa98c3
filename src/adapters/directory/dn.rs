//! Distinguished names as the server writes them, taken apart as text.

use crate::domain::dn::Dn;

/// A DN as the server would write it, so that its parts can be told apart by commas; unchanged where it is no DN.
pub(crate) fn normalized(dn: &str) -> String {
    Dn::parse(dn).map_or_else(|| dn.to_owned(), |dn| dn.to_string())
}

/// The part of a DN that names the domain: from its first DC on.
pub(crate) fn domain_head(base: &str) -> &str {
    let mut rest = base;
    loop {
        if rest.split_once('=').is_some_and(|(kind, _)| kind.trim().eq_ignore_ascii_case("dc")) {
            return rest.trim_start();
        }
        match parent(rest) {
            "" => return base,
            above => rest = above,
        }
    }
}

/// The part of a DN after its first unescaped comma (RFC 4514, 2.4).
pub(crate) fn parent(dn: &str) -> &str {
    let mut is_escaped = false;
    for (place, byte) in dn.bytes().enumerate() {
        match byte {
            b',' if !is_escaped => return &dn[place + 1..],
            _ => is_escaped = byte == b'\\' && !is_escaped,
        }
    }
    ""
}

/// The DNS name of the domain at `domain_head`.
pub(crate) fn dns_name(domain_head: &str) -> String {
    let labels = domain_head.split(',').filter_map(|part| part.split_once('=').map(|(_, value)| value.trim()));
    labels.collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parent_keeps_escaped_commas() {
        assert_eq!(parent(r"CN=Karlsson\, Eva,OU=Staff,DC=example"), "OU=Staff,DC=example");
        assert_eq!(parent(r"CN=Eva\\,OU=Staff,DC=example"), "OU=Staff,DC=example");
        assert_eq!(parent("DC=example"), "");
    }

    #[test]
    fn domain_head_in_any_spelling() {
        assert_eq!(domain_head("OU=Staff,DC=ad,DC=example"), "DC=ad,DC=example");
        assert_eq!(domain_head("DC=ad,DC=example"), "DC=ad,DC=example");
        assert_eq!(domain_head(r"CN=x\,dc=y,OU=Staff,DC=example"), "DC=example");
        assert_eq!(domain_head(&normalized("OU=Personal, dc = ad , DC=example")), "dc=ad,DC=example");
        assert_eq!(domain_head("OU=Personal, DC=ad"), "DC=ad");
        assert_eq!(domain_head("nonsense"), "nonsense");
    }
}
