//! One question to a security descriptor (MS-DTYP 2.4.6, self-relative): is everyone, and so the
//! account's owner, denied to change the password ("User cannot change password")?

/// User-Change-Password, ab721a53-1e2f-11d0-9819-00aa0040529b, in the wire's byte order (MS-ADTS 5.1.3.2.1).
const CHANGE_PASSWORD: [u8; 16] =
    [0x53, 0x1a, 0x72, 0xab, 0x2f, 0x1e, 0xd0, 0x11, 0x98, 0x19, 0x00, 0xaa, 0x00, 0x40, 0x52, 0x9b];
/// Everyone, S-1-1-0.
const EVERYONE: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
/// ACCESS_DENIED_OBJECT_ACE_TYPE.
const DENIED_OBJECT: u8 = 6;
/// ADS_RIGHT_DS_CONTROL_ACCESS.
const CONTROL_ACCESS: u32 = 0x100;
/// ACE_OBJECT_TYPE_PRESENT.
const OBJECT_TYPE_PRESENT: u32 = 1;

/// Whether the discretionary list denies everyone to change the password. `None` when the bytes are
/// no descriptor.
pub(super) fn denies_own_change(descriptor: &[u8]) -> Option<bool> {
    let list = usize::try_from(number(descriptor, 16)?).ok()?;
    if list == 0 {
        return Some(false);
    }
    let list = descriptor.get(list..)?;
    let count = u16::from_le_bytes(*list.get(4..)?.first_chunk()?);
    let mut entries = list.get(8..)?;
    for _ in 0..count {
        let size = usize::from(u16::from_le_bytes(*entries.get(2..)?.first_chunk()?));
        let (entry, rest) = entries.split_at_checked(size)?;
        if denies(entry).unwrap_or(false) {
            return Some(true);
        }
        entries = rest;
    }
    Some(false)
}

/// Type, flags, size (2), mask (4), what is present (4), object type (16), trustee.
fn denies(entry: &[u8]) -> Option<bool> {
    Some(
        *entry.first()? == DENIED_OBJECT
            && number(entry, 4)? & CONTROL_ACCESS != 0
            && number(entry, 8)? == OBJECT_TYPE_PRESENT
            && entry.get(12..28)? == CHANGE_PASSWORD
            && entry.get(28..40)? == EVERYONE,
    )
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn descriptor(entries: &[Vec<u8>]) -> Vec<u8> {
        // Revision, padding, control (2), owner, group, system list: none; the list follows the head.
        let mut bytes = vec![1, 0, 4, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0];
        let size = u16::try_from(8 + entries.iter().map(Vec::len).sum::<usize>()).unwrap();
        bytes.extend([4, 0]);
        bytes.extend(size.to_le_bytes());
        bytes.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
        bytes.extend([0, 0]);
        bytes.extend(entries.concat());
        bytes
    }

    fn entry(kind: u8, object: [u8; 16], trustee: [u8; 12]) -> Vec<u8> {
        let mut bytes = vec![kind, 0, 40, 0, 0, 1, 0, 0, 1, 0, 0, 0];
        bytes.extend(object);
        bytes.extend(trustee);
        bytes
    }

    #[test]
    fn only_a_denial_to_everyone_counts() {
        let mut owner = EVERYONE;
        owner[7] = 5;
        let denied = entry(DENIED_OBJECT, CHANGE_PASSWORD, EVERYONE);
        assert_eq!(denies_own_change(&descriptor(&[entry(5, CHANGE_PASSWORD, EVERYONE), denied])), Some(true));
        for harmless in [
            entry(5, CHANGE_PASSWORD, EVERYONE),
            entry(DENIED_OBJECT, [0; 16], EVERYONE),
            entry(DENIED_OBJECT, CHANGE_PASSWORD, owner),
        ] {
            assert_eq!(denies_own_change(&descriptor(&[harmless])), Some(false));
        }
        assert_eq!(denies_own_change(&descriptor(&[])), Some(false));
        assert_eq!(denies_own_change(b"nonsense"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes: Vec<u8>) {
            let _ = denies_own_change(&bytes);
        }
    }
}
