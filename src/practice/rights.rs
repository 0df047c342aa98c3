//! Who may do what: the servicedesk's delegated rights on `OU=Staff`, and the administrators'.

use super::domain;
use super::person::Place;
use super::schema;
use super::state::{DOMAIN_ADMINS_RID, PracticeState, SERVICEDESK, StoredAccount};

/// The attributes that a delegated operator may write. The right to set a password is not one to write an attribute.
pub(super) const DELEGATED: [&str; 2] = ["lockoutTime", "pwdLastSet"];

/// Whether `who` may unlock `target`, set its password and require another. An account with adminCount no longer
/// inherits the rights given on its unit (MS-ADTS 3.1.1.6.1). A new member of Domain Admins has none yet and can still
/// be reset: to refuse that is left to the client, as with a real controller.
pub(super) fn may_help(state: &PracticeState, who: &StoredAccount, target: &StoredAccount) -> bool {
    may_do_everything(state, who) || (is_delegated(target) && state.is_in(who, SERVICEDESK))
}

fn is_delegated(target: &StoredAccount) -> bool {
    target.person.place == Place::Staff && !target.person.protected
}

pub(super) fn may_do_everything(state: &PracticeState, who: &StoredAccount) -> bool {
    state.groups_of(who).iter().any(|group| group.rid == DOMAIN_ADMINS_RID)
}

/// The SIDs of `who`, groups within groups included.
pub(super) fn token(state: &PracticeState, who: &StoredAccount) -> Vec<Vec<u8>> {
    let groups = state.groups_of(who).into_iter().map(|group| domain::group_sid(group.rid));
    groups.chain([domain::sid(Some(who.rid))]).collect()
}

/// User-Force-Change-Password and User-Change-Password (MS-ADTS 5.1.3.2.1), in the wire's byte order.
const FORCE_CHANGE_PASSWORD: [u8; 16] = *b"\x70\x95\x29\x00\x6d\x24\xd0\x11\xa7\x68\x00\xaa\x00\x6e\x05\x29";
const CHANGE_PASSWORD: [u8; 16] = *b"\x53\x1a\x72\xab\x2f\x1e\xd0\x11\x98\x19\x00\xaa\x00\x40\x52\x9b";
/// Everyone, S-1-1-0; the account's owner, S-1-5-10; Authenticated Users, S-1-5-11.
const EVERYONE: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
const OWNER: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 5, 10, 0, 0, 0];
const SIGNED_IN: [u8; 12] = [1, 1, 0, 0, 0, 0, 0, 5, 11, 0, 0, 0];

/// Types of entries, and access masks: everything, to read, to read one attribute, one extended right.
const ALLOW: u8 = 0;
const ALLOW_ONE: u8 = 5;
const DENY_ONE: u8 = 6;
const EVERYTHING: u32 = 0xf_01ff;
const READ: u32 = 0x2_0014;
const READ_ONE: u32 = 0x10;
const EXTENDED: u32 = 0x100;

/// The discretionary access list of `target` as a security descriptor (MS-DTYP 2.4.6): who may not change its password,
/// what everyone may read, the administrators' right, and the right to set its password where it is delegated.
pub(super) fn access_list(state: &PracticeState, target: &StoredAccount) -> Vec<u8> {
    let mut entries = vec![];
    if target.person.cannot_change_password {
        entries.extend([EVERYONE, OWNER].map(|sid| entry(DENY_ONE, EXTENDED, Some(&CHANGE_PASSWORD), &sid)));
    }
    entries.push(entry(ALLOW, EVERYTHING, None, &domain::sid(Some(DOMAIN_ADMINS_RID))));
    let hidden = target.person.hidden.iter().filter_map(|name| schema::attribute(name));
    entries.extend(hidden.map(|attribute| entry(DENY_ONE, READ_ONE, Some(&attribute.guid()), &SIGNED_IN)));
    entries.push(entry(ALLOW, READ, None, &SIGNED_IN));
    if is_delegated(target) {
        let servicedesk = state.groups.iter().find(|group| group.name == SERVICEDESK);
        let sid = servicedesk.map(|group| domain::sid(Some(group.rid))).unwrap_or_default();
        entries.push(entry(ALLOW_ONE, EXTENDED, Some(&FORCE_CHANGE_PASSWORD), &sid));
    }
    let list: Vec<u8> = entries.concat();
    let size = u16::try_from(8 + list.len()).unwrap_or(u16::MAX).to_le_bytes();
    let count = u8::try_from(entries.len()).unwrap_or(u8::MAX);
    let head = [1, 0, 4, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0];
    [&head[..], &[4, 0, size[0], size[1], count, 0, 0, 0], &list].concat()
}

/// One entry; an object entry is about one `object`.
fn entry(kind: u8, mask: u32, object: Option<&[u8; 16]>, sid: &[u8]) -> Vec<u8> {
    let object = object.map(|guid| [&[1, 0, 0, 0][..], guid].concat()).unwrap_or_default();
    let size = u16::try_from(8 + object.len() + sid.len()).unwrap_or(u16::MAX).to_le_bytes();
    [&[kind, 0, size[0], size[1]], &mask.to_le_bytes()[..], &object, sid].concat()
}
