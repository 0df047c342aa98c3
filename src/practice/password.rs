//! Setting a password: the rules for the new one, and those that an administrator may disregard.

use super::policy::Policy;
use super::refusal::{self, LdapAnswer};
use super::state::{PracticeState, StoredAccount};
use crate::domain::policy::complexity::{CharacterKinds, Dialect, name_parts};
use jiff::Timestamp;
use zeroize::Zeroizing;

pub(super) enum PasswordMethod {
    /// Without the old one.
    Reset {
        /// The policy hints control was sent: history and minimum age count, as for a change.
        whole_policy: bool,
    },
    /// With the old one.
    Change { old: Utf16 },
}

/// A password as it is sent: UTF-16, little endian, without its quotes.
pub(super) type Utf16 = Zeroizing<Vec<u8>>;

/// The password in a value of unicodePwd: in double quotes, UTF-16LE (MS-ADTS 3.1.1.3.1.5.1).
pub(super) fn unquoted(value: &[u8]) -> LdapAnswer<Utf16> {
    const QUOTE: [u8; 2] = [b'"', 0];
    value
        .strip_prefix(&QUOTE)
        .and_then(|rest| rest.strip_suffix(&QUOTE))
        .filter(|password| password.len() % 2 == 0)
        .map(|password| Zeroizing::new(password.to_vec()))
        .ok_or_else(|| refusal::unwilling(0x1f))
}

/// What decides whether a password may be set, beside the password and the account.
pub(super) struct Gate {
    pub(super) now: Timestamp,
    pub(super) policy_hints: bool,
    /// The same modify also sets pwdLastSet to 0, which under the whole policy is refused as too young whatever the
    /// minimum age (seen with Samba 4.17 and 4.24).
    pub(super) must_change_too: bool,
}

impl Gate {
    /// Gives `account` the password `new` unless a rule forbids it.
    pub(super) fn set(
        &self,
        state: &PracticeState,
        account: &mut StoredAccount,
        setting: &PasswordMethod,
        new: &Utf16,
    ) -> LdapAnswer<()> {
        let whole_policy = match setting {
            PasswordMethod::Reset { whole_policy } => *whole_policy,
            PasswordMethod::Change { .. } if account.is_locked(self.now) => return Err(refusal::locked_out()),
            PasswordMethod::Change { old } if !state.has_password(account, old) => {
                return Err(refusal::wrong_old_password());
            }
            PasswordMethod::Change { .. } => true,
        };
        if let Some(rule) = self.broken_rule(state, account, new, whole_policy) {
            let rule = format!("check_password_restrictions: {rule}");
            return Err(match setting {
                PasswordMethod::Reset { .. } if self.policy_hints => refusal::unwilling_password(&rule),
                PasswordMethod::Reset { .. } | PasswordMethod::Change { .. } => refusal::constraint(0x52d, &rule),
            });
        }
        state.set_password(account, new, self.now);
        Ok(())
    }

    /// In Samba's order and words.
    fn broken_rule(
        &self,
        state: &PracticeState,
        account: &StoredAccount,
        new: &Utf16,
        whole_policy: bool,
    ) -> Option<String> {
        let policy = account.policy();
        if whole_policy && self.is_too_young(account, policy) {
            return Some("password is too young to change!".to_owned());
        }
        let least = policy.min_length;
        if new.len() / 2 < least as usize {
            let rule = "the password is too short. It should be equal to or longer than";
            return Some(format!("{rule} {least} characters!"));
        }
        if policy.complexity && !is_complex(account, new) {
            return Some("the password does not meet the complexity criteria!".to_owned());
        }
        let ago = if state.has_password(account, new) { Some(0) } else { state.passwords_ago(account, new) };
        let which = if ago == Some(0) { "previous password" } else { "in history" };
        let is_used = whole_policy && ago.is_some_and(|ago| ago < policy.history as usize);
        is_used.then(|| format!("the password was already used ({which})!"))
    }

    /// A password that must be changed is never too young.
    fn is_too_young(&self, account: &StoredAccount, policy: &Policy) -> bool {
        let set = account.person.password_set.filter(|_| !account.person.must_change);
        self.must_change_too || set.is_some_and(|set| self.now.duration_since(set) < policy.min_age)
    }
}

/// The name rule is Windows'; Samba has none.
fn is_complex(account: &StoredAccount, new: &Utf16) -> bool {
    let units = new.as_chunks().0.iter().copied().map(u16::from_le_bytes);
    let units = Zeroizing::new(units.collect::<Vec<u16>>());
    let text = Zeroizing::new(String::from_utf16_lossy(&units));
    let person = &account.person;
    let display_name = person.display_name.as_deref().unwrap_or_default();
    CharacterKinds::of(&text, Dialect::Windows).enough() != Some(false)
        && name_parts(&text, &person.account, display_name).is_empty()
}
