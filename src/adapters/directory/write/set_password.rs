//! Setting a password so that one used before is refused.
//!
//! An administrator's reset is not held against the password history. Two ways make the directory check it: the policy
//! hints control, where the server has it (MS-ADTS 3.1.1.3.4.1.27); otherwise to set a random password and change it to
//! the wanted one, as its owner would.

use std::cell::RefCell;

use ldap3::controls::RawControl;

use super::{Update, ensure_unprotected, modify};
use crate::adapters::directory::{Connection, POLICY_HINTS, descriptor, errors};
use crate::domain::account::{Account, AccountId};
use crate::domain::generator::{self, GeneratedKind, GeneratorRequirements};
use crate::domain::password::Password;
use crate::domain::policy::complexity::{CharacterKinds, Dialect, name_parts};
use crate::ports::{
    ChangeRefusal, DirectoryError, HistoryCheck, NewPassword, NoRandomness, PartialChange, PasswordSet, Random,
    WriteError,
};

/// The length of a random password, in characters: longer than any policy asks for.
const LENGTH: usize = 40;

pub(crate) struct PasswordSetter<'a> {
    random: &'a dyn Random,
    /// Kept so that the caller's next choice can finish what a refused one left half done.
    temporary: RefCell<Option<TemporaryPassword>>,
}

/// A random password that holds until the wanted one is accepted.
struct TemporaryPassword {
    account: AccountId,
    password: Password,
}

/// One password that is being set.
struct PasswordReset<'a> {
    setter: &'a PasswordSetter<'a>,
    c: &'a Connection,
    account: &'a Account,
    new: &'a NewPassword<'a>,
}

impl<'a> PasswordSetter<'a> {
    pub(crate) fn new(random: &'a dyn Random) -> Self {
        Self { random, temporary: RefCell::default() }
    }

    /// Sets a password and ends the lockout, in the strictest way this server has.
    pub(crate) async fn set(
        &self,
        c: &Connection,
        account: &Account,
        new: &NewPassword<'_>,
    ) -> Result<PasswordSet, WriteError> {
        let reset = PasswordReset { setter: self, c, account, new };
        let set = Box::pin(reset.set()).await;
        set.map_err(|error| match error {
            WriteError::Partial { .. } | WriteError::NoAnswer { .. } => error,
            // An earlier step, on this controller or another, left the random password.
            other if reset.earlier_temporary().is_some() => halfway(PartialChange::RandomPassword, other),
            other => other,
        })
    }
}

impl PasswordReset<'_> {
    async fn set(&self) -> Result<PasswordSet, WriteError> {
        let Self { c, account, new, .. } = *self;
        let history = if c.settings.history_required {
            // Requested together: only a server without the control needs the access list, but it takes no longer.
            let (root, access, ()) = tokio::try_join!(
                async { Ok(c.root().await?) },
                async { Ok(c.access_list(&account.dn).await?) },
                ensure_unprotected(c, account)
            )?;
            match POLICY_HINTS.into_iter().find(|oid| root.controls.iter().any(|control| control == oid)) {
                Some(oid) => self.with_hints(oid).await?,
                None => {
                    self.ensure_owner_may_change(access.as_deref())?;
                    self.set_then_change().await?
                }
            }
        } else {
            ensure_unprotected(c, account).await?;
            let changes = [Update::Reset(new.password), Update::Unlock, Update::RequireChange];
            self.modify(if new.must_change { &changes } else { &changes[..2] }).await?;
            HistoryCheck::Off
        };
        Ok(PasswordSet { server: c.server.clone(), history })
    }

    async fn modify(&self, changes: &[Update<'_>]) -> Result<(), WriteError> {
        modify(self.c, &self.account.dn, changes, None).await
    }

    async fn with_hints(&self, oid: &str) -> Result<HistoryCheck, WriteError> {
        let control = policy_hints(oid);
        let changes = [Update::Reset(self.new.password), Update::Unlock];
        let set = async || modify(self.c, &self.account.dn, &changes, Some(control.clone())).await;
        if !self.is_too_young() {
            match set().await {
                // The policy may be unreadable, or the clock differ: the server decides.
                Err(WriteError::Refused { refusal: ChangeRefusal::TooYoung, .. }) => {}
                other => {
                    other?;
                    self.require_change().await?;
                    return Ok(HistoryCheck::PolicyHints);
                }
            }
        }
        // Under the control the minimum age counts too, unless the password must be changed anyway. That has to be so
        // before, in a modify of its own.
        self.modify(&[Update::RequireChange]).await?;
        let only_required = |error| halfway(PartialChange::OldPasswordMustChange, error);
        match set().await {
            Err(error @ (WriteError::Refused { .. } | WriteError::NotSent(DirectoryError::Busy { .. }))) => {
                // The old password stays, so its owner must not be asked to change it.
                return Err(match self.modify(&[Update::ClearRequireChange]).await {
                    Ok(()) => error,
                    Err(_) => only_required(error),
                });
            }
            Err(error @ WriteError::NotSent(_)) => return Err(only_required(error)),
            other => other?,
        }
        self.require_change().await?;
        Ok(HistoryCheck::PolicyHints)
    }

    async fn set_then_change(&self) -> Result<HistoryCheck, WriteError> {
        let temporary = &self.setter.temporary;
        let changed = match self.earlier_temporary() {
            Some(random) => match self.change_from(&random).await {
                // Someone else has set another password since.
                Err(error) if errors::is_wrong_old_password(&error) => None,
                other => Some(other),
            },
            None => None,
        };
        let changed = match changed {
            Some(changed) => changed,
            None => self.change_from(&self.set_temporary().await?).await,
        };
        if let Err(error) = changed {
            let state = match error {
                // The password that was set a moment ago no longer holds.
                _ if errors::is_wrong_old_password(&error) => {
                    temporary.replace(None);
                    PartialChange::AnotherReset
                }
                WriteError::Refused { .. } | WriteError::NotSent(_) | WriteError::Protected(_) => {
                    PartialChange::RandomPassword
                }
                WriteError::NoAnswer { .. } | WriteError::Partial { .. } => PartialChange::RandomOrWanted,
            };
            return Err(halfway(state, error));
        }
        // Kept until the wanted password stands: the next choice may need it.
        temporary.replace(None);
        self.require_change().await?;
        Ok(HistoryCheck::SetThenChange)
    }

    /// From the random password to the wanted one, as its owner would.
    async fn change_from(&self, random: &Password) -> Result<(), WriteError> {
        // An account that wrong tries have locked again refuses a change. Unlocking in the same modify is enough for
        // some controllers (seen with Samba); others look at the lock first.
        let change = [Update::Replace { old: random, new: self.new.password }, Update::Unlock];
        match self.modify(&change).await {
            Err(WriteError::Refused { refusal: ChangeRefusal::Locked, .. }) => {
                self.modify(&[Update::Unlock]).await?;
                self.modify(&change).await
            }
            other => other,
        }
    }

    fn earlier_temporary(&self) -> Option<Password> {
        let temporary = self.setter.temporary.borrow();
        temporary.as_ref().filter(|left| left.account == self.account.id).map(|left| left.password.clone())
    }

    async fn set_temporary(&self) -> Result<Password, WriteError> {
        let failed = |text: &str| {
            let (server, text) = (self.c.server.clone(), text.to_owned());
            WriteError::NotSent(DirectoryError::Lost { server, text })
        };
        // Short names turn up in long random texts: "eva" in one of some six hundred.
        let accept = |p: &Password| {
            // Plain letters and digits, which all servers count alike.
            let enough = CharacterKinds::of(p.expose(), Dialect::Windows).enough() == Some(true);
            let (name, display_name) = (self.account.name.as_str(), &self.account.display_name);
            Ok(enough && name_parts(p.expose(), name, display_name).is_empty())
        };
        let wanted =
            GeneratorRequirements { min_length: LENGTH, max_length: LENGTH, uppercase: 0, digits: 0, forbidden: "" };
        let random =
            generator::generate(GeneratedKind::Random, &wanted, |buffer| self.setter.random.fill(buffer), accept)
                .map_err(|error: NoRandomness| failed(&error.to_string()))?
                .ok_or_else(|| failed("no random password"))?
                .password;
        // RequireChange, so that the minimum age does not forbid the change that follows.
        let changes = [Update::Reset(&random), Update::Unlock, Update::RequireChange];
        self.modify(&changes).await.map_err(|error| match error {
            WriteError::NoAnswer { .. } => halfway(PartialChange::OldOrRandom, error),
            other => other,
        })?;
        let left = TemporaryPassword { account: self.account.id, password: random.clone() };
        self.setter.temporary.replace(Some(left));
        Ok(random)
    }

    /// Nobody may change the password of an account marked "User cannot change password", so the random one would stay.
    fn ensure_owner_may_change(&self, access: Option<&[u8]>) -> Result<(), WriteError> {
        if access.and_then(descriptor::denies_change) != Some(true) {
            return Ok(());
        }
        let (server, refusal) = (self.c.server.clone(), ChangeRefusal::OwnChangeDenied);
        Err(WriteError::Refused { server, refusal, code: 0, text: "User cannot change password".to_owned() })
    }

    async fn require_change(&self) -> Result<(), WriteError> {
        if !self.new.must_change {
            return Ok(());
        }
        let required = self.modify(&[Update::RequireChange]).await;
        required.map_err(|cause| halfway(PartialChange::WithoutMustChange, cause))
    }

    /// Whether the minimum age forbids a change, as far as the policy may be read.
    fn is_too_young(&self) -> bool {
        self.account.changeable_from().is_some_and(|end| end > self.account.controller_time(self.new.now))
    }
}

fn halfway(state: PartialChange, cause: WriteError) -> WriteError {
    WriteError::Partial { state, cause: Box::new(cause) }
}

/// The control that makes an administrator's reset obey the password history. Critical, so that a server without it
/// refuses the reset instead of ignoring the control.
fn policy_hints(oid: &str) -> RawControl {
    RawControl { ctype: oid.to_owned(), crit: true, val: Some(vec![0x30, 0x03, 0x02, 0x01, 0x01]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_hints_are_critical() {
        for oid in POLICY_HINTS {
            let control = policy_hints(oid);
            assert!(control.crit);
            // A sequence of the integer 1 (MS-ADTS 3.1.1.3.4.1.27).
            assert_eq!(control.val.as_deref(), Some(&[0x30, 0x03, 0x02, 0x01, 0x01][..]));
        }
    }
}
