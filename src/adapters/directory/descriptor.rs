//! What a security descriptor (MS-DTYP 2.4.6, self-relative) grants or denies.

/// A schemaIDGUID or attributeSecurityGUID, as it comes over the wire.
pub(crate) type ObjectGuid = [u8; 16];

#[derive(Debug, Clone, Copy)]
pub(crate) enum Right<'a> {
    /// User-Change-Password (MS-ADTS 5.1.3.2.1): to change a password whose old one is known.
    ChangePassword,
    /// User-Force-Change-Password: to set a password without knowing the old one.
    ForceChangePassword,
    /// To read an attribute, by its [GUIDs](ProtectionAttribute::guids).
    Read(&'a [ObjectGuid]),
}

/// An attribute whose absence means something only where it could be read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ProtectionAttribute {
    AdminCount,
    MemberOf,
    TokenGroups,
}

impl ProtectionAttribute {
    /// Its schemaIDGUID and, if it is in a property set, its attributeSecurityGUID (MS-ADTS 5.1.3.3.3).
    pub(crate) const fn guids(self) -> &'static [ObjectGuid] {
        const ADMIN_COUNT: [[u8; 16]; 1] = [guid(0xbf96_7918_0de6_11d0_a285_00aa_0030_49e2)];
        // Membership.
        const MEMBER_OF: [[u8; 16]; 2] =
            [guid(0xbf96_7991_0de6_11d0_a285_00aa_0030_49e2), guid(0xbc0a_c240_79a9_11d0_9020_00c0_4fc2_d4cf)];
        // RAS-Information.
        const TOKEN_GROUPS: [[u8; 16]; 2] =
            [guid(0xb7c6_9e6d_2cc7_11d2_854e_00a0_c983_f608), guid(0x0370_88f8_0ae1_11d2_b422_00a0_c968_f939)];
        match self {
            Self::AdminCount => &ADMIN_COUNT,
            Self::MemberOf => &MEMBER_OF,
            Self::TokenGroups => &TOKEN_GROUPS,
        }
    }
}

/// Property sets (MS-ADTS 3.1.1.2.3.3).
pub(crate) const PERSONAL_INFORMATION: ObjectGuid = guid(0x77b5_b886_944a_11d1_aebd_0000_f803_67c1);
pub(crate) const LOGON_INFORMATION: ObjectGuid = guid(0x5f20_2010_79a5_11d0_9020_00c0_4fc2_d4cf);
/// Attributes whose absent value means something, each by its own GUID and that of its property set.
const ABSENT_OR_HIDDEN: [(&str, [ObjectGuid; 2]); 4] = [
    ("mobile", [guid(0xf0f8_ffa3_1191_11d0_a060_00aa_006c_33ed), PERSONAL_INFORMATION]),
    ("otherMobile", [guid(0x0296_f11e_40da_11d1_a9c0_0000_f803_67c1), PERSONAL_INFORMATION]),
    ("logonHours", [guid(0xbf96_79ab_0de6_11d0_a285_00aa_0030_49e2), LOGON_INFORMATION]),
    ("userWorkstations", [guid(0xbf96_79d7_0de6_11d0_a285_00aa_0030_49e2), LOGON_INFORMATION]),
];

/// The GUIDs that access lists use for the attribute; `None` when they are not known here.
pub(crate) fn guids_of(attribute: &str) -> Option<&'static [ObjectGuid]> {
    let known = ABSENT_OR_HIDDEN.iter().find(|(name, _)| name.eq_ignore_ascii_case(attribute));
    known.map(|(_, guids)| guids.as_slice())
}

impl<'a> Right<'a> {
    /// The bits of an access mask that grant it, and the GUIDs of which an object entry must name one (MS-ADTS
    /// 5.1.3.2).
    fn mask_and_objects(self) -> (u32, &'a [ObjectGuid]) {
        match self {
            Self::ChangePassword => (CONTROL_ACCESS | GENERIC_ALL, &[CHANGE_PASSWORD]),
            Self::ForceChangePassword => (CONTROL_ACCESS | GENERIC_ALL, &[FORCE_CHANGE_PASSWORD]),
            Self::Read(guids) => (READ_PROPERTY | GENERIC_READ | GENERIC_ALL, guids),
        }
    }
}

/// A GUID's bytes on the wire: the first three groups are little-endian (MS-DTYP 2.3.4.2).
pub(crate) const fn guid(written: u128) -> [u8; 16] {
    let b = written.to_be_bytes();
    [b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]]
}

/// MS-ADTS 5.1.3.2.1.
const CHANGE_PASSWORD: [u8; 16] = guid(0xab72_1a53_1e2f_11d0_9819_00aa_0040_529b);
const FORCE_CHANGE_PASSWORD: [u8; 16] = guid(0x0029_9570_246d_11d0_a768_00aa_006e_0529);
/// Everyone, S-1-1-0.
const EVERYONE: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
/// Principal Self, S-1-5-10: the account's owner.
const OWNER: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 5, 10, 0, 0, 0];
/// ACCESS_ALLOWED_ACE_TYPE, ACCESS_DENIED_ACE_TYPE, and the same for objects (MS-DTYP 2.4.4.1).
const ALLOWED: u8 = 0;
const DENIED: u8 = 1;
const ALLOWED_OBJECT: u8 = 5;
const DENIED_OBJECT: u8 = 6;
/// INHERIT_ONLY_ACE: it applies to children alone.
const INHERIT_ONLY: u8 = 8;
/// ADS_RIGHT_DS_CONTROL_ACCESS, and GENERIC_ALL, which has it.
const CONTROL_ACCESS: u32 = 0x100;
const GENERIC_ALL: u32 = 0x1000_0000;
/// ADS_RIGHT_DS_READ_PROP, and GENERIC_READ, which has it.
const READ_PROPERTY: u32 = 0x10;
const GENERIC_READ: u32 = 0x8000_0000;
/// ACE_OBJECT_TYPE_PRESENT and ACE_INHERITED_OBJECT_TYPE_PRESENT.
const OBJECT_TYPE_PRESENT: u32 = 1;
const INHERITED_TYPE_PRESENT: u32 = 2;

/// Whether the discretionary list denies everyone the right to change the password ("User cannot change password").
/// `None` when the bytes are no descriptor.
pub(crate) fn denies_change(descriptor: &[u8]) -> Option<bool> {
    denies(descriptor, &[EVERYONE.to_vec()])
}

/// Whether it denies that right to the account's owner, as themselves or as everyone.
pub(crate) fn shuts_owner_out(descriptor: &[u8]) -> Option<bool> {
    denies(descriptor, &[OWNER.to_vec(), EVERYONE.to_vec()])
}

/// Any denial counts, even one that an earlier entry overrides.
fn denies(descriptor: &[u8], sids: &[Vec<u8>]) -> Option<bool> {
    let entries = entries(descriptor)?;
    Some(entries.iter().flatten().any(|entry| decides(entry, sids, Right::ChangePassword) == Some(false)))
}

/// Whether the discretionary list grants the right to the holder of these SIDs: the first entry about both decides
/// (MS-ADTS 5.1.3.3.4). `None` when the bytes are no descriptor.
pub(crate) fn grants(descriptor: &[u8], sids: &[Vec<u8>], right: Right<'_>) -> Option<bool> {
    match entries(descriptor)? {
        // Without a list everything is granted.
        None => Some(true),
        Some(entries) => Some(entries.iter().find_map(|entry| decides(entry, sids, right)).unwrap_or(false)),
    }
}

/// The entries of the list; `Some(None)` when there is no list.
fn entries(descriptor: &[u8]) -> Option<Option<Vec<&[u8]>>> {
    let list = usize::try_from(number(descriptor, 16)?).ok()?;
    if list == 0 {
        return Some(None);
    }
    let list = descriptor.get(list..)?;
    let count = u16::from_le_bytes(*list.get(4..)?.first_chunk()?);
    let mut rest = list.get(8..)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        let size = usize::from(u16::from_le_bytes(*rest.get(2..)?.first_chunk()?));
        let (entry, after) = rest.split_at_checked(size)?;
        entries.push(entry);
        rest = after;
    }
    Some(Some(entries))
}

/// Whether an entry allows or denies the right to a holder of one of the SIDs; `None` when it is about something else.
/// It is type, flags, size (2), mask (4); in an object entry, what is present (4), object type (16), inherited type
/// (16); trustee.
fn decides(entry: &[u8], sids: &[Vec<u8>], right: Right<'_>) -> Option<bool> {
    let (kind, flags, mask) = (*entry.first()?, *entry.get(1)?, number(entry, 4)?);
    let (wanted, objects) = right.mask_and_objects();
    if flags & INHERIT_ONLY != 0 || mask & wanted == 0 {
        return None;
    }
    let (allows, at) = match kind {
        ALLOWED | DENIED => (kind == ALLOWED, 8),
        ALLOWED_OBJECT | DENIED_OBJECT => {
            let present = number(entry, 8)?;
            let object = present & OBJECT_TYPE_PRESENT != 0;
            if object && !objects.iter().any(|guid| entry.get(12..28) == Some(guid)) {
                return None;
            }
            let inherited = present & INHERITED_TYPE_PRESENT != 0;
            (kind == ALLOWED_OBJECT, 12 + 16 * (usize::from(object) + usize::from(inherited)))
        }
        _ => return None,
    };
    let trustee = entry.get(at..)?;
    sids.iter().any(|sid| trustee == sid.as_slice()).then_some(allows)
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
    fn denied_password_change() {
        let told = |entries: &[Vec<u8>]| (denies_change(&descriptor(entries)), shuts_owner_out(&descriptor(entries)));
        let mut other = OWNER;
        other[8] = 11;
        let denied = entry(DENIED_OBJECT, CHANGE_PASSWORD, EVERYONE);
        let whole = [&[DENIED, 0, 20, 0, 0, 1, 0, 0][..], &EVERYONE].concat();
        let inherited =
            [&[DENIED_OBJECT, 0x10, 56, 0, 0, 1, 0, 0, 3, 0, 0, 0][..], &CHANGE_PASSWORD, &[7; 16], &EVERYONE].concat();
        for denied in [denied.clone(), whole, inherited] {
            assert_eq!(told(&[entry(5, CHANGE_PASSWORD, EVERYONE), denied]), (Some(true), Some(true)));
        }
        assert_eq!(told(&[entry(DENIED_OBJECT, CHANGE_PASSWORD, OWNER)]), (Some(false), Some(true)));
        let mut below = denied;
        below[1] = INHERIT_ONLY;
        for harmless in [
            entry(5, CHANGE_PASSWORD, EVERYONE),
            entry(DENIED_OBJECT, [0; 16], EVERYONE),
            entry(DENIED_OBJECT, CHANGE_PASSWORD, other),
            below,
        ] {
            assert_eq!(told(&[harmless]), (Some(false), Some(false)));
        }
        assert_eq!(told(&[]), (Some(false), Some(false)));
        assert_eq!((denies_change(b"nonsense"), shuts_owner_out(b"nonsense")), (None, None));
    }

    #[test]
    fn first_matching_entry_decides() {
        let right = |entries: &[Vec<u8>], sid: [u8; 12]| {
            grants(&descriptor(entries), &[sid.to_vec()], Right::ForceChangePassword)
        };
        let mut other = EVERYONE;
        other[7] = 5;
        let allowed = entry(ALLOWED_OBJECT, FORCE_CHANGE_PASSWORD, EVERYONE);
        let denied = entry(DENIED_OBJECT, FORCE_CHANGE_PASSWORD, EVERYONE);
        assert_eq!(right(&[allowed.clone(), denied.clone()], EVERYONE), Some(true));
        assert_eq!(right(&[denied, allowed.clone()], EVERYONE), Some(false));
        assert_eq!(right(std::slice::from_ref(&allowed), other), Some(false));
        let mut below = allowed.clone();
        below[1] = INHERIT_ONLY;
        let whole = [&[ALLOWED, 0, 20, 0, 0, 1, 0, 0][..], &EVERYONE].concat();
        let read = [&[ALLOWED, 0, 20, 0, 0x10, 0, 0, 0][..], &EVERYONE].concat();
        assert_eq!(right(&[read, entry(ALLOWED_OBJECT, CHANGE_PASSWORD, EVERYONE), below], EVERYONE), Some(false));
        assert_eq!(right(&[whole], EVERYONE), Some(true));
        let inherited =
            [&[ALLOWED_OBJECT, 0, 56, 0, 0, 1, 0, 0, 3, 0, 0, 0][..], &FORCE_CHANGE_PASSWORD, &[7; 16], &EVERYONE];
        assert_eq!(right(&[inherited.concat()], EVERYONE), Some(true));
        assert_eq!(grants(b"nonsense", &[], Right::ForceChangePassword), None);
    }

    #[test]
    fn readable_attributes() {
        let sid = [1, 1, 0, 0, 0, 0, 0, 5, 11, 0, 0, 0];
        let may = |entries: &[Vec<u8>], attribute: ProtectionAttribute| {
            grants(&descriptor(entries), &[sid.to_vec()], Right::Read(attribute.guids())).unwrap()
        };
        // Read property, of everything or of one attribute or set of them.
        let all = |kind: u8| [&[kind, 0, 20, 0, 0x10, 0, 0, 0][..], &sid].concat();
        let one = |kind: u8, guid: [u8; 16]| {
            let mut entry = entry(kind, guid, sid);
            entry[4..8].copy_from_slice(&[0x10, 0, 0, 0]);
            entry
        };
        let [member_of, membership] =
            [ProtectionAttribute::MemberOf.guids()[0], ProtectionAttribute::MemberOf.guids()[1]];
        for (entries, expected) in [
            (vec![], false),
            (vec![all(ALLOWED)], true),
            (vec![one(DENIED_OBJECT, member_of), all(ALLOWED)], false),
            (vec![one(DENIED_OBJECT, membership), all(ALLOWED)], false),
            (vec![one(ALLOWED_OBJECT, membership)], true),
            (vec![one(ALLOWED_OBJECT, CHANGE_PASSWORD)], false),
            (vec![one(ALLOWED_OBJECT, member_of), all(DENIED)], true),
        ] {
            assert_eq!(may(&entries, ProtectionAttribute::MemberOf), expected, "{entries:?}");
        }
        assert!(may(&[one(DENIED_OBJECT, member_of), all(ALLOWED)], ProtectionAttribute::AdminCount));
        assert!(may(&[all(ALLOWED)], ProtectionAttribute::TokenGroups));
    }

    proptest! {
        #[test]
        fn any_bytes_are_accepted(bytes: Vec<u8>) {
            let _ = (denies_change(&bytes), shuts_owner_out(&bytes));
            let _ = grants(&bytes, &[EVERYONE.to_vec()], Right::ForceChangePassword);
        }
    }
}
