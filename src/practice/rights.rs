//! Who may do what: the servicedesk's delegated rights on `OU=Staff`, and the administrators'.

use super::domain;
use super::person::Place;
use super::state::{Account, DOMAIN_ADMINS_RID, SERVICEDESK, State};

/// The attributes that a delegated operator may write, as allowedAttributesEffective names them. The
/// right to set a password is not an attribute's.
pub(super) const DELEGATED: [&str; 2] = ["lockoutTime", "pwdLastSet"];

/// Whether `who` may unlock `target`, set its password and ask for another.
///
/// A protected account no longer inherits the rights given on its unit; that is what adminCount
/// tells (MS-ADTS 3.1.1.6.1). A fresh member of Domain Admins has none yet and can still be reset:
/// keeping away from it is left to the client, as it is with a real controller.
pub(super) fn may_help(state: &State, who: &Account, target: &Account) -> bool {
    let delegated = target.person.place == Place::Staff && !target.person.protected;
    may_do_everything(state, who) || (delegated && state.is_in(who, SERVICEDESK))
}

/// Whether `who` is a domain administrator.
pub(super) fn may_do_everything(state: &State, who: &Account) -> bool {
    state.groups_of(who).iter().any(|group| group.rid == DOMAIN_ADMINS_RID)
}

/// The SIDs of `who`, groups within groups included.
pub(super) fn token(state: &State, who: &Account) -> Vec<Vec<u8>> {
    let groups = state.groups_of(who).into_iter().map(|group| domain::group_sid(group.rid));
    groups.chain([domain::sid(Some(who.rid))]).collect()
}

/// User-Force-Change-Password (MS-ADTS 5.1.3.2.1), in the wire's byte order.
const FORCE_CHANGE_PASSWORD: [u8; 16] =
    [0x70, 0x95, 0x29, 0x00, 0x6d, 0x24, 0xd0, 0x11, 0xa7, 0x68, 0x00, 0xaa, 0x00, 0x6e, 0x05, 0x29];

/// User-Change-Password.
const CHANGE_PASSWORD: [u8; 16] =
    [0x53, 0x1a, 0x72, 0xab, 0x2f, 0x1e, 0xd0, 0x11, 0x98, 0x19, 0x00, 0xaa, 0x00, 0x40, 0x52, 0x9b];
/// S-1-1-0, and S-1-5-10 for the owner.
const EVERYONE: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
const OWNER: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 5, 10, 0, 0, 0];
/// Authenticated Users, S-1-5-11.
const SIGNED_IN: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 5, 11, 0, 0, 0];
/// Attributes that tell whether an account is an administrator's, in the wire's byte order.
const TELLING: [(&str, [u8; 16]); 3] = [
    ("adminCount", [0x18, 0x79, 0x96, 0xbf, 0xe6, 0x0d, 0xd0, 0x11, 0xa2, 0x85, 0x00, 0xaa, 0x00, 0x30, 0x49, 0xe2]),
    ("memberOf", [0x91, 0x79, 0x96, 0xbf, 0xe6, 0x0d, 0xd0, 0x11, 0xa2, 0x85, 0x00, 0xaa, 0x00, 0x30, 0x49, 0xe2]),
    ("tokenGroups", [0x6d, 0x9e, 0xc6, 0xb7, 0xc7, 0x2c, 0xd2, 0x11, 0x85, 0x4e, 0x00, 0xa0, 0xc9, 0x83, 0xf6, 0x08]),
];

/// The discretionary access list of `target` as a security descriptor (MS-DTYP 2.4.6): who may not change its password,
/// what everyone may read, the administrators' right, and the right to set its password where it is delegated.
pub(super) fn access_list(state: &State, target: &Account) -> Vec<u8> {
    let sid = |name: &str| {
        let group = state.groups.iter().find(|group| group.name == name);
        group.map(|group| domain::sid(Some(group.rid))).unwrap_or_default()
    };
    let delegated = target.person.place == Place::Staff && !target.person.protected;
    // Access mask 0xf01ff, everything; 0x20014, to read; 0x10, to read one attribute, which is named; then 0x100, for one
    // extended right, which is named too.
    let mut entries = vec![];
    if target.person.cannot_change_password {
        let named = [&[0, 1, 0, 0, 1, 0, 0, 0][..], &CHANGE_PASSWORD].concat();
        entries.extend([EVERYONE, OWNER].map(|sid| entry(6, &named, &sid)));
    }
    entries.push(entry(0, &[0xff, 0x01, 0x0f, 0], &domain::sid(Some(DOMAIN_ADMINS_RID))));
    let hidden = TELLING.iter().filter(|(name, _)| target.person.hidden.iter().any(|hidden| hidden == name));
    entries.extend(hidden.map(|(_, guid)| entry(6, &[&[0x10, 0, 0, 0, 1, 0, 0, 0][..], guid].concat(), &SIGNED_IN)));
    entries.push(entry(0, &[0x14, 0, 2, 0], &SIGNED_IN));
    if delegated {
        let named = [&[0, 1, 0, 0, 1, 0, 0, 0][..], &FORCE_CHANGE_PASSWORD].concat();
        entries.push(entry(5, &named, &sid(SERVICEDESK)));
    }
    let list: Vec<u8> = entries.concat();
    let size = u16::try_from(8 + list.len()).unwrap_or(u16::MAX).to_le_bytes();
    let count = u8::try_from(entries.len()).unwrap_or(u8::MAX);
    let head = [1, 0, 4, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0];
    [&head[..], &[4, 0, size[0], size[1], count, 0, 0, 0], &list].concat()
}

fn entry(kind: u8, what: &[u8], sid: &[u8]) -> Vec<u8> {
    let size = u16::try_from(4 + what.len() + sid.len()).unwrap_or(u16::MAX).to_le_bytes();
    [&[kind, 0, size[0], size[1]], what, sid].concat()
}
