//! Setting a password: what is asked of the new one, and which of it an administrator may disregard.

use super::policy::Policy;
use super::refusal::{self, Answer};
use super::state::{Account, State};
use crate::domain::policy::complexity::{CharacterKinds, Dialect, name_parts};
use jiff::Timestamp;
use ldap3_proto::proto::LdapResult;
use zeroize::Zeroizing;

/// How a password is being set.
pub(super) enum Setting {
    /// By one who need not know the old one.
    Reset {
        /// The policy hints control was sent: history and minimum age count, as for a change.
        whole_policy: bool,
    },
    /// By one who knows the old one.
    Change { old: Utf16 },
}

/// A password as it is sent: UTF-16, little endian, without its quotes.
pub(super) type Utf16 = Zeroizing<Vec<u8>>;

/// Takes the password out of a value of unicodePwd: in double quotes, UTF-16LE
/// (MS-ADTS 3.1.1.3.1.5.1).
pub(super) fn unquoted(value: &[u8]) -> Answer<Utf16> {
    const QUOTE: [u8; 2] = [b'"', 0];
    value
        .strip_prefix(&QUOTE)
        .and_then(|rest| rest.strip_suffix(&QUOTE))
        .filter(|password| password.len() % 2 == 0)
        .map(|password| Zeroizing::new(password.to_vec()))
        .ok_or_else(|| refusal::unwilling(0x1f))
}

/// Whether a password may be set at this time on a controller that has policy hints, or not.
pub(super) struct Gate {
    pub(super) now: Timestamp,
    pub(super) policy_hints: bool,
    /// The same modify also sets pwdLastSet to 0. With a policy to obey that is refused as too young,
    /// whatever the minimum age (seen with Samba 4.17 and 4.24).
    pub(super) must_change_too: bool,
}

impl Gate {
    /// Gives `account` the password `new` unless a rule is against it.
    pub(super) fn set(&self, state: &State, account: &mut Account, setting: &Setting, new: &Utf16) -> Answer<()> {
        if let Setting::Change { old } = setting {
            if account.is_locked(self.now) {
                return Err(refusal::locked_out());
            }
            if !state.has_password(account, old) {
                return Err(refusal::wrong_old_password());
            }
        }
        let whole_policy = match setting {
            Setting::Reset { whole_policy } => *whole_policy,
            Setting::Change { .. } => true,
        };
        if let Some(rule) = self.broken_rule(state, account, new, whole_policy) {
            return Err(self.refused(setting, &format!("check_password_restrictions: {rule}")));
        }
        state.set_password(account, new, self.now);
        Ok(())
    }

    /// In Samba's order and words.
    fn broken_rule(&self, state: &State, account: &Account, new: &Utf16, whole_policy: bool) -> Option<String> {
        let policy = account.policy();
        if whole_policy && self.is_too_young(account, policy) {
            return Some("password is too young to change!".to_owned());
        }
        let units = new.len() / 2;
        if units < policy.min_length as usize {
            let least = policy.min_length;
            return Some(format!(
                "the password is too short. It should be equal to or longer than {least} characters!"
            ));
        }
        if policy.complexity && !is_complex(account, new) {
            return Some("the password does not meet the complexity criteria!".to_owned());
        }
        if whole_policy && policy.history > 0 {
            if state.has_password(account, new) {
                return Some("the password was already used (previous password)!".to_owned());
            }
            if state.passwords_ago(account, new).is_some_and(|ago| ago < policy.history) {
                return Some("the password was already used (in history)!".to_owned());
            }
        }
        None
    }

    /// A password that must be changed is never too young to be.
    fn is_too_young(&self, account: &Account, policy: &Policy) -> bool {
        let set = account.person.password_set.filter(|_| !account.person.must_change);
        self.must_change_too || set.is_some_and(|set| self.now.duration_since(set) < policy.min_age)
    }

    fn refused(&self, setting: &Setting, rule: &str) -> LdapResult {
        match setting {
            Setting::Reset { .. } if self.policy_hints => refusal::unwilling_password(rule),
            Setting::Reset { .. } | Setting::Change { .. } => refusal::constraint(0x52d, rule),
        }
    }
}

/// The name rule is Windows'; Samba has none.
fn is_complex(account: &Account, new: &Utf16) -> bool {
    let units: Zeroizing<Vec<u16>> =
        Zeroizing::new(new.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect());
    let text = Zeroizing::new(String::from_utf16_lossy(&units));
    let person = &account.person;
    let display_name = person.display_name.as_deref().unwrap_or_default();
    CharacterKinds::of(&text, Dialect::Windows).enough() != Some(false)
        && name_parts(&text, &person.account, display_name).is_empty()
}
