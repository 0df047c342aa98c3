//! When an attribute last changed, and on which controller, from the replication metadata: Windows gives
//! `msDS-ReplAttributeMetaData`, one XML text per attribute (MS-ADTS 3.1.1.4.5.5), Samba the stored
//! `replPropertyMetaData` (MS-DRSR 5.166, version 1).

use jiff::Timestamp;

use crate::adapters::directory::LdapEntry;
use crate::domain::filetime::timestamp;

/// The identifiers of these attributes (MS-ADSC; the fixed part of the prefix table gives 0.9.2342.19200300.100.1 the
/// number 0x15, and 1.2.840.113556.1.4 the number 9). A mobile number kept in another attribute has no known one.
const KNOWN: &[(&str, u32)] = &[("mobile", 0x15_0029), ("otherMobile", 0x9_0287), ("lockoutTime", 0x9_0296)];

/// The controller on which a change was made.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Originator {
    /// The DN of its settings.
    Settings(String),
    /// Its number in replication, as it stands in its settings (MS-ADTS 3.1.1.1.9).
    Invocation([u8; 16]),
}

/// When and where `attribute` last changed; `None` when the directory does not tell.
pub(super) fn last_change(entry: &LdapEntry, attribute: &str) -> Option<(Timestamp, Originator)> {
    from_windows(entry.all("msDS-ReplAttributeMetaData"), attribute)
        .or_else(|| from_samba(entry.bytes("replPropertyMetaData")?, attribute))
}

fn from_windows(values: &[String], attribute: &str) -> Option<(Timestamp, Originator)> {
    let name = format!("<pszAttributeName>{}</pszAttributeName>", attribute.to_lowercase());
    let value = values.iter().find(|value| value.to_lowercase().contains(&name.to_lowercase()))?;
    let text = |name: &str| Some(value.split_once(&format!("<{name}>"))?.1.split_once('<')?.0.trim());
    let at = text("ftimeLastOriginatingChange")?.parse().ok()?;
    Some((at, Originator::Settings(text("pszLastOriginatingDsaDN").unwrap_or_default().to_owned())))
}

/// Version, padding, count, padding; then for each attribute 48 bytes: identifier, version, time in
/// seconds since 1601, originating controller (16), its counter (8), ours (8).
fn from_samba(blob: &[u8], attribute: &str) -> Option<(Timestamp, Originator)> {
    let id = KNOWN.iter().find(|(name, _)| name.eq_ignore_ascii_case(attribute))?.1;
    if number::<4>(blob, 0)? != 1 {
        return None;
    }
    let count = usize::try_from(number::<4>(blob, 8)?).ok()?;
    let entry = blob.get(16..)?.chunks_exact(48).take(count).find(|entry| number::<4>(entry, 0) == Some(id.into()))?;
    let seconds = i64::try_from(number::<8>(entry, 8)?).ok()?;
    let by = entry.get(16..32)?.try_into().ok()?;
    Some((timestamp(seconds.checked_mul(10_000_000)?)?, Originator::Invocation(by)))
}

/// A little-endian number of `N` bytes.
fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    let mut wide = [0; 8];
    wide[..N].copy_from_slice(bytes.get(at..at.checked_add(N)?)?);
    Some(u64::from_le_bytes(wide))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn windows_metadata() {
        let xml = "<DS_REPL_ATTR_META_DATA>\n\t<pszAttributeName>mobile</pszAttributeName>\n\t<dwVersion>2</dwVersion>\n\t\
            <ftimeLastOriginatingChange>2026-05-04T03:02:01Z</ftimeLastOriginatingChange>\n\t\
            <pszLastOriginatingDsaDN>CN=NTDS Settings,CN=DC2,CN=Servers</pszLastOriginatingDsaDN>\n</DS_REPL_ATTR_META_DATA>\n\0";
        let other = xml.replace("mobile", "mail").replace("2026", "1999");
        let (at, by) = from_windows(&[other, xml.to_owned()], "mobile").unwrap();
        assert_eq!(at.to_string(), "2026-05-04T03:02:01Z");
        assert_eq!(by, Originator::Settings("CN=NTDS Settings,CN=DC2,CN=Servers".to_owned()));
    }

    #[test]
    fn samba_metadata() {
        let mut blob = vec![1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0];
        for (id, seconds) in [(3_u32, 1_u64), (0x15_0029, 13_000_000_000), (0x9_0296, 2)] {
            blob.extend(id.to_le_bytes());
            blob.extend(1_u32.to_le_bytes());
            blob.extend(seconds.to_le_bytes());
            blob.extend([u8::try_from(id & 0xff).unwrap(); 16]);
            blob.extend([0; 16]);
        }
        let (at, by) = from_samba(&blob, "Mobile").unwrap();
        assert_eq!((at.to_string().as_str(), by), ("2012-12-14T23:06:40Z", Originator::Invocation([0x29; 16])));
        assert_eq!(from_samba(&blob, "lockoutTime").unwrap().1, Originator::Invocation([0x96; 16]));
        assert_eq!(from_samba(&blob[..60], "mobile"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_accepted(blob: Vec<u8>) {
            let _ = from_samba(&blob, "mobile");
        }
    }
}
