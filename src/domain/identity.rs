//! The signed-in operator's identity according to the directory, and whether a spelled name means them. No I/O.

use super::dn::Dn;
use super::password::composed;
use super::sid::Sid;

/// What the directory says about the operator. Never what the operator typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OperatorIdentity {
    /// `DOMAIN\name`, the answer to "Who am I?" (RFC 4532); `None` when the server does not say.
    pub account: Option<String>,
    /// `None` when the account is not visible in this domain.
    pub sid: Option<Sid>,
    /// `None` when the account is not visible in this domain.
    pub dn: Option<String>,
    pub upn: Option<String>,
    /// The DNS name of the account's domain; `None` when it is not visible in this domain.
    pub domain: Option<String>,
}

impl OperatorIdentity {
    /// Whether `spelled` means this person: `DOMAIN\name` with either domain name, a user principal name (explicit or
    /// implicit; MS-ADTS 5.1.1.1.1), a DN or a SID. A name without a domain matches nobody.
    pub fn is(&self, spelled: &str) -> bool {
        let spelled = spelled.trim();
        if let Some(sid) = Sid::parse(spelled) {
            return self.sid.as_ref() == Some(&sid);
        }
        let account = self.account.as_deref().unwrap_or_default();
        let (short, name) = account.split_once('\\').unwrap_or_default();
        let is_domain = |domain: &str| {
            same_name(domain, short) || self.domain.as_deref().is_some_and(|dns_name| same_name(domain, dns_name))
        };
        let is_account = |domain: &str, typed: &str| !name.is_empty() && is_domain(domain) && same_name(typed, name);
        if let Some((domain, typed)) = spelled.split_once('\\') {
            return is_account(domain, typed);
        }
        if spelled.contains('=') {
            let parsed = |text: &str| Dn::parse(text).filter(|dn| *dn != Dn::root());
            return parsed(spelled).is_some_and(|dn| self.dn.as_deref().and_then(parsed) == Some(dn));
        }
        let is_upn = self.upn.as_deref().is_some_and(|upn| same_name(upn, spelled));
        is_upn || spelled.rsplit_once('@').is_some_and(|(typed, domain)| is_account(domain, typed))
    }
}

/// Compares names like the directory: case-insensitively, and a letter with its mark as one character or two.
pub fn same_name(one: &str, other: &str) -> bool {
    // Names of other letters may fold into ASCII.
    if one.is_ascii() && other.is_ascii() { one.eq_ignore_ascii_case(other) } else { folded(one) == folded(other) }
}

/// Gives all spellings of a name that count as the same one form.
pub(super) fn folded(name: &str) -> String {
    if name.is_ascii() { name.to_ascii_lowercase() } else { composed(&name.to_lowercase()).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anna() -> OperatorIdentity {
        OperatorIdentity {
            account: Some(r"CONTOSO\åsaöbe01".into()),
            sid: Sid::parse("S-1-5-21-1-2-3-1104"),
            dn: Some("CN=Åsa Öberg,OU=Staff,DC=ad,DC=contoso,DC=example".into()),
            upn: Some("asa.oberg@contoso.example".into()),
            domain: Some("ad.contoso.example".into()),
        }
    }

    #[test]
    fn operator_is_recognized_in_every_spelling() {
        for spelled in [
            r"contoso\ÅSAÖBE01",
            r"AD.contoso.example\åsaöbe01",
            "åsaöbe01@ad.contoso.example",
            "åsaöbe01@CONTOSO",
            "CONTOSO\\a\u{30a}sao\u{308}be01",
            "Asa.Oberg@contoso.example",
            "cn=åsa öberg, ou=staff, dc=AD, dc=contoso, dc=example",
            "S-1-5-21-1-2-3-1104",
        ] {
            assert!(anna().is(spelled), "{spelled}");
        }
    }

    #[test]
    fn other_people_and_names_without_domain_are_not_the_operator() {
        for spelled in [
            "",
            "=",
            "åsaöbe01",
            r"\åsaöbe01",
            r"FABRIKAM\åsaöbe01",
            "åsaöbe01@fabrikam.example",
            "åsaöbe01@contoso.example",
            "åsaöbe01@",
            "CN=Åsa Öberg,OU=Skolan,DC=ad,DC=contoso,DC=example",
            "S-1-5-21-1-2-3-1105",
        ] {
            assert!(!anna().is(spelled), "{spelled}");
        }
    }

    #[test]
    fn unknown_operator_matches_no_name() {
        for spelled in ["", r"\", "@", r"CONTOSO\", "S-1-5-21-1-2-3-1104", "=", "DC=se"] {
            assert!(!OperatorIdentity::default().is(spelled), "{spelled}");
        }
    }
}
