//! The attributes this directory knows: how each is spelled, how its values compare, and whether it is stored or
//! computed. A filter on any other attribute is undefined.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// How the values of an attribute are written and compared (MS-ADTS 3.1.1.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// Compared without regard to case or repeated spaces.
    Text,
    /// A 32- or 64-bit number.
    Number,
    Name,
    /// A security identifier: bytes, but also found by its `S-1-…` form.
    Sid,
    Bytes,
}

#[derive(Debug)]
pub(super) struct Attribute {
    /// The name as the directory spells it.
    pub(super) name: &'static str,
    pub(super) syntax: Syntax,
    /// Computed when requested by name: never part of `*`, and of no use in a filter.
    pub(super) constructed: bool,
}

/// The attribute of that name, in any case.
pub(super) fn attribute(name: &str) -> Option<&'static Attribute> {
    ATTRIBUTES.iter().find(|known| known.name.eq_ignore_ascii_case(name))
}

impl Attribute {
    /// Its schemaIDGUID, which access lists name it by: the real one where that tells whether an absent value
    /// is hidden, else one of its own.
    pub(super) fn guid(&self) -> [u8; 16] {
        match self.name {
            "adminCount" => *b"\x18\x79\x96\xbf\xe6\x0d\xd0\x11\xa2\x85\x00\xaa\x00\x30\x49\xe2",
            "memberOf" => *b"\x91\x79\x96\xbf\xe6\x0d\xd0\x11\xa2\x85\x00\xaa\x00\x30\x49\xe2",
            "mobile" => *b"\xa3\xff\xf8\xf0\x91\x11\xd0\x11\xa0\x60\x00\xaa\x00\x6c\x33\xed",
            "logonHours" => *b"\xab\x79\x96\xbf\xe6\x0d\xd0\x11\xa2\x85\x00\xaa\x00\x30\x49\xe2",
            "userWorkstations" => *b"\xd7\x79\x96\xbf\xe6\x0d\xd0\x11\xa2\x85\x00\xaa\x00\x30\x49\xe2",
            "tokenGroups" => *b"\x6d\x9e\xc6\xb7\xc7\x2c\xd2\x11\x85\x4e\x00\xa0\xc9\x83\xf6\x08",
            name => *Sha256::digest(name).first_chunk().unwrap_or(&[0; 16]),
        }
    }
}

/// Every attribute. unicodePwd is written and never read.
pub(super) static ATTRIBUTES: LazyLock<Vec<Attribute>> = LazyLock::new(|| {
    let of = |names: &'static str, syntax, constructed| {
        names.split_whitespace().map(move |name| Attribute { name, syntax, constructed })
    };
    let stored = STORED.iter().flat_map(|(syntax, names)| of(names, *syntax, false));
    stored.chain(CONSTRUCTED.iter().flat_map(|(syntax, names)| of(names, *syntax, true))).collect()
});

const STORED: &[(Syntax, &str)] = &[
    // Of accounts and groups.
    (
        Syntax::Text,
        "objectClass cn sn title telephoneNumber givenName whenCreated displayName otherTelephone department \
         physicalDeliveryOfficeName",
    ),
    (Syntax::Text, "proxyAddresses name isCriticalSystemObject userWorkstations sAMAccountName userPrincipalName mail"),
    (Syntax::Text, "mobile otherMobile employeeID"),
    (Syntax::Name, "distinguishedName memberOf member objectCategory msDS-PSOApplied manager"),
    (Syntax::Number, "userAccountControl badPwdCount badPasswordTime lastLogon pwdLastSet primaryGroupID groupType"),
    (Syntax::Number, "adminCount accountExpires sAMAccountType lockoutTime lastLogonTimestamp"),
    (Syntax::Bytes, "objectGUID logonHours unicodePwd"),
    (Syntax::Sid, "objectSid"),
    // Of the domain, its partitions and its controllers.
    (Syntax::Text, "dc ou nETBIOSName dnsRoot dNSHostName"),
    (Syntax::Name, "fSMORoleOwner nCName"),
    (
        Syntax::Number,
        "minPwdLength minPwdAge maxPwdAge pwdHistoryLength pwdProperties lockoutThreshold lockoutDuration",
    ),
    (Syntax::Number, "lockOutObservationWindow"),
    // Of a fine-grained password policy.
    (Syntax::Number, "msDS-PasswordSettingsPrecedence msDS-MinimumPasswordLength msDS-PasswordHistoryLength"),
    (Syntax::Number, "msDS-MinimumPasswordAge msDS-MaximumPasswordAge msDS-LockoutThreshold msDS-LockoutDuration"),
    (Syntax::Number, "msDS-LockoutObservationWindow"),
    (Syntax::Text, "msDS-PasswordComplexityEnabled"),
    // Of the schema.
    (Syntax::Text, "lDAPDisplayName"),
    (Syntax::Bytes, "schemaIDGUID replPropertyMetaData"),
];

const CONSTRUCTED: &[(Syntax, &str)] = &[
    (Syntax::Bytes, "nTSecurityDescriptor"),
    (Syntax::Number, "msDS-User-Account-Control-Computed msDS-UserPasswordExpiryTimeComputed"),
    (Syntax::Name, "msDS-ResultantPSO"),
    (Syntax::Sid, "tokenGroups"),
    (Syntax::Text, "allowedAttributesEffective msDS-ReplAttributeMetaData"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_unique_in_any_case() {
        for known in ATTRIBUTES.iter() {
            let found = attribute(&known.name.to_uppercase()).unwrap();
            assert!(std::ptr::eq(found, known), "{} stands twice", known.name);
        }
        assert!(attribute("shoeSize").is_none());
    }
}
