//! Changing an account: unlocking it, setting its password, requiring another at the next sign-in. Nothing else can be
//! written here, as with the rights that a servicedesk is given. All of a modify is done, or none of it.

use super::entry::DirectoryView;
use super::password::{Gate, PasswordMethod, Utf16, unquoted};
use super::person::Lockout;
use super::refusal::{self, LdapAnswer};
use super::rights;
use super::schema::attribute;
use super::state::{PracticeState, StoredAccount};
use crate::domain::dn::Dn;
use jiff::Timestamp;
use ldap3_proto::proto::{LdapModify, LdapModifyRequest, LdapModifyType as Kind, LdapResultCode};

/// What is known beside the request itself.
pub(super) struct Circumstances {
    pub(super) now: Timestamp,
    pub(super) controller: &'static str,
    /// The controller has the policy hints control.
    pub(super) policy_hints: bool,
    /// And it was sent.
    pub(super) hinted: bool,
}

#[derive(Default)]
struct Wishes {
    unlock: bool,
    /// pwdLastSet: 0 and -1 are the only values there are.
    must_change: Option<bool>,
    password: Option<(PasswordMethod, Utf16)>,
}

/// Carries out `request` for the account named `who`.
pub(super) fn modify(
    state: &mut PracticeState,
    who: &str,
    request: &LdapModifyRequest,
    circumstances: &Circumstances,
) -> LdapAnswer<()> {
    let dn = Dn::parse(&request.dn).ok_or_else(|| refusal::bad_name(&request.dn))?;
    let who = state.account(who).cloned().ok_or_else(refusal::no_right)?;
    let Some(target) = state.accounts.iter().find(|account| account.dn() == dn).cloned() else {
        let view = DirectoryView { state, reader: &who, now: circumstances.now, controller: circumstances.controller };
        let is_there = view.object(&dn).is_some();
        return Err(if is_there { refusal::no_right() } else { refusal::no_such_object(view.nearest(&dn)) });
    };
    let wishes = wishes(&request.changes, circumstances.hinted)?;
    // "User cannot change password" is a denial to everyone, the administrators among them.
    if (wishes.need_rights() && !rights::may_help(state, &who, &target))
        || (wishes.is_change() && target.person.cannot_change_password)
    {
        return Err(refusal::no_right());
    }
    let outcome = fulfilled(state, target.clone(), &wishes, circumstances);
    let Some(stored) = state.account_mut(&target.person.account) else { return Err(refusal::no_right()) };
    match outcome {
        Ok(changed) => *stored = changed,
        Err(refused) => {
            // A guess at the old password counts like one at signing in.
            if refused == refusal::wrong_old_password() {
                stored.count_wrong_password(circumstances.now);
            }
            return Err(refused);
        }
    }
    Ok(())
}

fn fulfilled(
    state: &PracticeState,
    mut account: StoredAccount,
    wishes: &Wishes,
    circumstances: &Circumstances,
) -> LdapAnswer<StoredAccount> {
    if let Some((setting, new)) = &wishes.password {
        let Circumstances { now, policy_hints, .. } = *circumstances;
        let gate = Gate { now, policy_hints, must_change_too: wishes.must_change == Some(true) };
        gate.set(state, &mut account, setting, new)?;
    }
    if wishes.unlock {
        account.person.lockout = Lockout::Cleared;
        account.person.bad_passwords = 0;
        account.wake_device(circumstances.now);
    }
    match wishes.must_change {
        Some(true) => account.person.must_change = true,
        // -1 takes back a demand; a password that was set keeps its time (seen with Samba).
        Some(false) if account.person.must_change => {
            account.person.must_change = false;
            account.person.password_set = Some(circumstances.now);
        }
        Some(false) | None => {}
    }
    Ok(account)
}

impl Wishes {
    /// Changing a password needs no right, only the old one.
    fn need_rights(&self) -> bool {
        self.unlock || self.must_change.is_some() || !self.is_change()
    }

    fn is_change(&self) -> bool {
        matches!(self.password, Some((PasswordMethod::Change { .. }, _)))
    }
}

fn wishes(changes: &[LdapModify], hinted: bool) -> LdapAnswer<Wishes> {
    let mut wishes = Wishes::default();
    let mut passwords = Vec::new();
    for change in changes {
        let named = &change.modification.atype;
        let known = attribute(named).ok_or_else(|| refusal::no_such_attribute(named))?;
        match known.name {
            "unicodePwd" => passwords.push(change),
            // No time can be written. Samba lets one through, Windows does not.
            "lockoutTime" => wishes.unlock = only_number(change, &[0])? == 0,
            "pwdLastSet" => wishes.must_change = Some(only_number(change, &[0, -1])? == 0),
            _ => return Err(refusal::no_right()),
        }
    }
    wishes.password = password(&passwords, hinted)?;
    Ok(wishes)
}

/// REPLACE is a reset; DELETE of the old and ADD of the new, a change (MS-ADTS 3.1.1.3.1.5.1).
fn password(changes: &[&LdapModify], hinted: bool) -> LdapAnswer<Option<(PasswordMethod, Utf16)>> {
    let only_value = |kind: Kind| -> LdapAnswer<Option<Utf16>> {
        let Some(change) = changes.iter().find(|change| change.operation == kind) else { return Ok(None) };
        match change.modification.vals.as_slice() {
            [value] => unquoted(value).map(Some),
            _ => Err(refusal::unwilling(0x2081)),
        }
    };
    let (old, new, reset) = (only_value(Kind::Delete)?, only_value(Kind::Add)?, only_value(Kind::Replace)?);
    match (changes.len(), old, new, reset) {
        (0, ..) => Ok(None),
        (1, None, None, Some(new)) => Ok(Some((PasswordMethod::Reset { whole_policy: hinted }, new))),
        (2, Some(old), Some(new), None) => Ok(Some((PasswordMethod::Change { old }, new))),
        _ => Err(refusal::unwilling(0x2081)),
    }
}

/// The number that an attribute is to hold, which must be one of `allowed`. It can be replaced, not added or deleted.
fn only_number(change: &LdapModify, allowed: &[i64]) -> LdapAnswer<i64> {
    let name = &change.modification.atype;
    match (&change.operation, change.modification.vals.as_slice()) {
        (Kind::Replace, [value]) => {
            let number = std::str::from_utf8(value).ok().and_then(|text| text.parse().ok());
            let number = number.ok_or_else(|| refusal::bad_syntax(name))?;
            if allowed.contains(&number) { Ok(number) } else { Err(refusal::unwilling(0x57)) }
        }
        (Kind::Add, _) => {
            let text = format!("0000200D: SINGLE-VALUE attribute {name} specified more than once");
            Err(refusal::result(LdapResultCode::AttributeOrValueExists, text))
        }
        _ => Err(refusal::unwilling(0x2077)),
    }
}
