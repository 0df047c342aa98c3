//! Who may do what: the servicedesk's delegated rights on `OU=Staff`, and the administrators'.

use super::domain;
use super::person::Place;
use super::state::{Account, DOMAIN_ADMINS, DOMAIN_USERS_RID, SERVICEDESK, State};

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
    state.is_in(who, DOMAIN_ADMINS)
}

/// The SIDs of `who`, groups within groups included.
pub(super) fn token(state: &State, who: &Account) -> Vec<Vec<u8>> {
    let groups = state.closure(&who.person.groups).into_iter().map(|group| group.rid);
    groups.chain([DOMAIN_USERS_RID, who.rid]).map(|rid| domain::sid(Some(rid))).collect()
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

/// The discretionary access list of `target` as a security descriptor (MS-DTYP 2.4.6): who may not change its password,
/// the administrators' right, and the right to set its password where it is delegated.
pub(super) fn access_list(state: &State, target: &Account) -> Vec<u8> {
    let sid = |name: &str| {
        let group = state.groups.iter().find(|group| group.name == name);
        group.map(|group| domain::sid(Some(group.rid))).unwrap_or_default()
    };
    let delegated = target.person.place == Place::Staff && !target.person.protected;
    // Access mask 0xf01ff, everything; then 0x100, for one extended right, which is named.
    let mut entries = vec![];
    if target.person.cannot_change_password {
        let named = [&[0, 1, 0, 0, 1, 0, 0, 0][..], &CHANGE_PASSWORD].concat();
        entries.extend([EVERYONE, OWNER].map(|sid| entry(6, &named, &sid)));
    }
    entries.push(entry(0, &[0xff, 0x01, 0x0f, 0], &sid(DOMAIN_ADMINS)));
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
