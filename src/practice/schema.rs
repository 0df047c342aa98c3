//! The attributes this directory knows: how each is spelled, how its values compare, and whether it
//! is stored or worked out when asked for.
//!
//! Holds no values. An attribute that is not here does not exist, and a filter on it is undefined.

/// How the values of an attribute are written and compared (MS-ADTS 3.1.1.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// Words: compared without regard to case or repeated spaces.
    Text,
    /// A 32- or 64-bit number.
    Number,
    /// A distinguished name.
    Name,
    /// A security identifier: bytes, but also found by its `S-1-…` form.
    Sid,
    /// Other bytes.
    Bytes,
}

/// One attribute of the schema.
#[derive(Debug)]
pub(super) struct Attribute {
    /// The name as the directory spells it.
    pub(super) name: &'static str,
    pub(super) syntax: Syntax,
    /// Worked out when asked for by name: never part of `*`, and of no use in a filter.
    pub(super) constructed: bool,
}

/// The attribute of that name, whatever its case.
pub(super) fn attribute(name: &str) -> Option<&'static Attribute> {
    ATTRIBUTES.iter().find(|known| known.name.eq_ignore_ascii_case(name))
}

const fn stored(name: &'static str, syntax: Syntax) -> Attribute {
    Attribute { name, syntax, constructed: false }
}

const fn constructed(name: &'static str, syntax: Syntax) -> Attribute {
    Attribute { name, syntax, constructed: true }
}

/// Every attribute, in the order an entry lists them.
pub(super) static ATTRIBUTES: &[Attribute] = {
    use Syntax::{Bytes, Name, Number, Sid, Text};
    &[
        stored("objectClass", Text),
        stored("cn", Text),
        stored("sn", Text),
        stored("title", Text),
        stored("telephoneNumber", Text),
        stored("givenName", Text),
        stored("distinguishedName", Name),
        stored("whenCreated", Text),
        stored("displayName", Text),
        stored("otherTelephone", Text),
        stored("memberOf", Name),
        stored("member", Name),
        stored("department", Text),
        stored("proxyAddresses", Text),
        stored("name", Text),
        stored("objectGUID", Bytes),
        stored("userAccountControl", Number),
        stored("badPwdCount", Number),
        stored("badPasswordTime", Number),
        stored("lastLogon", Number),
        stored("pwdLastSet", Number),
        stored("primaryGroupID", Number),
        stored("groupType", Number),
        stored("objectSid", Sid),
        stored("isCriticalSystemObject", Text),
        stored("adminCount", Number),
        stored("accountExpires", Number),
        stored("logonHours", Bytes),
        stored("userWorkstations", Text),
        stored("sAMAccountName", Text),
        stored("sAMAccountType", Number),
        stored("userPrincipalName", Text),
        stored("lockoutTime", Number),
        stored("objectCategory", Name),
        stored("mail", Text),
        stored("mobile", Text),
        stored("otherMobile", Text),
        stored("msDS-PSOApplied", Name),
        // Of the domain, its partitions and its controllers.
        stored("dc", Text),
        stored("ou", Text),
        stored("fSMORoleOwner", Name),
        stored("nCName", Name),
        stored("nETBIOSName", Text),
        stored("dnsRoot", Text),
        stored("dNSHostName", Text),
        stored("minPwdLength", Number),
        stored("minPwdAge", Number),
        stored("maxPwdAge", Number),
        stored("pwdHistoryLength", Number),
        stored("pwdProperties", Number),
        stored("lockoutThreshold", Number),
        stored("lockoutDuration", Number),
        stored("lockOutObservationWindow", Number),
        // Of a fine-grained password policy.
        stored("msDS-PasswordSettingsPrecedence", Number),
        stored("msDS-MinimumPasswordLength", Number),
        stored("msDS-PasswordComplexityEnabled", Text),
        stored("msDS-PasswordHistoryLength", Number),
        stored("msDS-MinimumPasswordAge", Number),
        stored("msDS-MaximumPasswordAge", Number),
        stored("msDS-LockoutThreshold", Number),
        stored("msDS-LockoutDuration", Number),
        stored("msDS-LockoutObservationWindow", Number),
        // Written, never read.
        stored("unicodePwd", Bytes),
        constructed("nTSecurityDescriptor", Bytes),
        constructed("msDS-User-Account-Control-Computed", Number),
        constructed("msDS-UserPasswordExpiryTimeComputed", Number),
        constructed("msDS-ResultantPSO", Name),
        constructed("tokenGroups", Sid),
        constructed("allowedAttributesEffective", Text),
        constructed("msDS-ReplAttributeMetaData", Text),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelled_once_and_found_in_any_case() {
        for known in ATTRIBUTES {
            let found = attribute(&known.name.to_uppercase()).unwrap();
            assert!(std::ptr::eq(found, known), "{} stands twice", known.name);
        }
        assert!(attribute("shoeSize").is_none());
    }
}
