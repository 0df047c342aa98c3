//! Who may do what: the servicedesk's delegated rights on `OU=Staff`, and the administrators'.

use super::person::Place;
use super::state::{Account, DOMAIN_ADMINS, SERVICEDESK, State};

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
