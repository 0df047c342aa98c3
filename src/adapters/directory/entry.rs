//! An LDAP entry as it came over the wire, and how its values are read. Does not know what an account is.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use ldap3::asn1::StructureTag;

use crate::domain::account::AccountId;
use crate::domain::filetime::timestamp;
use crate::domain::phone::{Phone, numbers_in};
use crate::domain::sid::Sid;

/// The entry's security descriptor. Requests ask for its discretionary list alone.
pub(crate) const ACCESS_LIST: &str = "nTSecurityDescriptor";
/// All groups an account is in, nested ones included (MS-ADTS 3.1.1.4.5.19). Given for one entry at a time.
pub(crate) const TOKEN: &str = "tokenGroups";
/// Account flags that the server computes, the lock among them (MS-ADTS 3.1.1.4.5.17).
pub(crate) const COMPUTED: &str = "msDS-User-Account-Control-Computed";

const LOCKED: i64 = 0x10;
/// userAccountControl: a computer, a controller or another domain (MS-ADTS 2.2.16).
const NO_PERSON: i64 = 0x1000 | 0x2000 | 0x800;

/// An entry. An attribute's values are text if all of them can be, and bytes otherwise, so both places are looked in.
#[derive(Clone)]
pub(crate) struct LdapEntry {
    pub(crate) dn: String,
    text: HashMap<String, Vec<String>>,
    bytes: HashMap<String, Vec<Vec<u8>>>,
}

#[cfg(test)]
impl From<ldap3::SearchEntry> for LdapEntry {
    fn from(entry: ldap3::SearchEntry) -> Self {
        fn lowercase<V>(values: HashMap<String, V>) -> HashMap<String, V> {
            values.into_iter().map(|(name, values)| (name.to_lowercase(), values)).collect()
        }
        Self { dn: entry.dn, text: lowercase(entry.attrs), bytes: lowercase(entry.bin_attrs) }
    }
}

impl LdapEntry {
    /// Reads an entry (RFC 4511, 4.5.2); `None` if it has another form. The library's own `SearchEntry::construct` panics
    /// then. Servers spell attribute names in their own way; names are compared without regard to case.
    pub(crate) fn read(entry: StructureTag) -> Option<Self> {
        let mut parts = entry.expect_constructed()?.into_iter();
        let dn = String::from_utf8(parts.next()?.expect_primitive()?).ok()?;
        let mut entry = Self { dn, text: HashMap::new(), bytes: HashMap::new() };
        for attribute in parts.next()?.expect_constructed()? {
            let mut parts = attribute.expect_constructed()?.into_iter();
            let name = String::from_utf8(parts.next()?.expect_primitive()?).ok()?.to_lowercase();
            let values = parts.next()?.expect_constructed()?.into_iter().map(StructureTag::expect_primitive);
            let values: Vec<Vec<u8>> = values.collect::<Option<_>>()?;
            let text: Option<_> = values.iter().map(|value| Some(str::from_utf8(value).ok()?.to_owned())).collect();
            match text {
                Some(text) => drop(entry.text.insert(name, text)),
                None => drop(entry.bytes.insert(name, values)),
            }
        }
        Some(entry)
    }

    pub(crate) fn all(&self, attribute: &str) -> &[String] {
        self.text.get(&attribute.to_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// The first value that is not blank.
    pub(crate) fn text(&self, attribute: &str) -> Option<&str> {
        self.all(attribute).iter().map(String::as_str).find(|value| !value.trim().is_empty())
    }

    pub(crate) fn number(&self, attribute: &str) -> Option<i64> {
        self.text(attribute)?.parse().ok()
    }

    /// A number that is never negative.
    pub(crate) fn count(&self, attribute: &str) -> Option<u32> {
        self.number(attribute)?.try_into().ok()
    }

    pub(crate) fn bytes(&self, attribute: &str) -> Option<&[u8]> {
        let name = attribute.to_lowercase();
        let bytes = self.bytes.get(&name).and_then(|values| values.first()).map(Vec::as_slice);
        bytes.or_else(|| self.text.get(&name)?.first().map(String::as_bytes))
    }

    pub(crate) fn all_bytes(&self, attribute: &str) -> Vec<Vec<u8>> {
        let name = attribute.to_lowercase();
        let text = self.text.get(&name).into_iter().flatten().map(|value| value.as_bytes().to_vec());
        self.bytes.get(&name).into_iter().flatten().cloned().chain(text).collect()
    }

    /// A time in 100 ns since 1601.
    pub(crate) fn moment(&self, attribute: &str) -> Option<Timestamp> {
        timestamp(self.number(attribute)?)
    }

    /// A time in LDAP's own syntax.
    pub(crate) fn time(&self, attribute: &str) -> Option<Timestamp> {
        generalized_time(self.text(attribute)?)
    }

    pub(crate) fn id(&self) -> Option<AccountId> {
        self.bytes("objectGUID").and_then(|bytes| bytes.try_into().ok()).map(AccountId::from_bytes)
    }

    pub(crate) fn sid(&self) -> Option<Sid> {
        Sid::from_bytes(self.bytes("objectSid")?)
    }

    /// The last part of the SID, by which an account names its primary group.
    pub(crate) fn rid(&self) -> Option<i64> {
        self.bytes("objectSid").and_then(|sid| sid.last_chunk()).map(|rid| u32::from_le_bytes(*rid).into())
    }

    pub(crate) fn forget(&mut self, attribute: &str) {
        self.text.remove(&attribute.to_lowercase());
        self.bytes.remove(&attribute.to_lowercase());
    }

    /// Whether the server gave only some of the values (MS-ADTS 3.1.1.3.1.3.3).
    pub(crate) fn is_cut(&self, attribute: &str) -> bool {
        let range = format!("{};range=", attribute.to_lowercase());
        self.text.keys().any(|name| name.starts_with(&range))
    }

    /// Whether the account is locked now, where that may be read.
    pub(crate) fn locked(&self) -> Option<bool> {
        self.number(COMPUTED).map(|computed| computed & LOCKED != 0)
    }

    /// Whether lockoutTime says that there is no lock (MS-ADTS 3.1.1.4.5.17). Where it is absent it may be unreadable.
    pub(crate) fn is_unmarked(&self) -> bool {
        self.number("lockoutTime") == Some(0)
    }

    /// Whether the directory guards it as an administrator's (MS-ADTS 3.1.1.6.1.2).
    pub(crate) fn is_administrators(&self) -> bool {
        self.number("adminCount") == Some(1)
    }

    /// Whether it is a computer's or a domain's account, which are users to the directory.
    pub(crate) fn is_not_person(&self) -> bool {
        self.number("userAccountControl").is_some_and(|bits| bits & NO_PERSON != 0)
    }

    pub(crate) fn may_unlock(&self) -> bool {
        self.may_write("lockoutTime")
    }

    /// Whether the operator may write the attribute. Without any right allowedAttributesEffective is absent.
    pub(crate) fn may_write(&self, attribute: &str) -> bool {
        self.all("allowedAttributesEffective").iter().any(|a| a.eq_ignore_ascii_case(attribute))
    }

    /// Whether any value of these attributes holds this number, among words or other numbers.
    pub(crate) fn has_number(&self, attributes: &[&str], phone: &Phone) -> bool {
        let values = attributes.iter().flat_map(|attribute| self.all_bytes(attribute));
        values.flat_map(|value| numbers_in(&String::from_utf8_lossy(&value))).any(|number| number == *phone)
    }
}

/// `20260504121700.0Z` (RFC 4517, 3.3.13), in UTC and without the fraction, which servers give as 0.
pub(crate) fn generalized_time(text: &str) -> Option<Timestamp> {
    let time = DateTime::strptime("%Y%m%d%H%M%S", text.strip_suffix('Z')?.get(..14)?).ok()?;
    Offset::UTC.to_timestamp(time).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generalized_times() {
        let time = "2026-05-04T12:17:09Z".parse().ok();
        assert_eq!(generalized_time("20260504121709.0Z"), time);
        assert_eq!(generalized_time("20260504121709Z"), time);
        for other in ["", "2026", "20260504121709", "20269904121709.0Z", "20260504121709+0100", "20260504121709.0+0100"]
        {
            assert_eq!(generalized_time(other), None, "{other}");
        }
    }
}
