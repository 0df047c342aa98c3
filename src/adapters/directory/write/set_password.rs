//! Setting a password so that one used before is refused.
//!
//! An administrator's reset is not held against the history of passwords. Two ways make the
//! directory look: the policy hints control, where the server has it (MS-ADTS 3.1.1.3.4.1.27); else
//! to set a random password and change it, as its owner would, to the wanted one.

use jiff::Timestamp;
use ldap3::controls::RawControl;

use super::write::{Change, modify, unprotected};
use super::{Connection, Interim, LdapDirectory, ask, descriptor, failure};
use crate::domain::account::Account;
use crate::domain::generator::{self, GeneratedKind, GeneratorRequirements};
use crate::domain::password::Password;
use crate::domain::policy::complexity::{CharacterKinds, Dialect, name_parts};
use crate::ports::{
    ChangeRefusal, DirectoryError, HistoryCheck, NewPassword, NoRandomness, PartialChange, PasswordSet, WriteError,
};

/// LDAP_SERVER_POLICY_HINTS_OID, and the older number of the same control.
pub(super) const POLICY_HINTS: [&str; 2] = ["1.2.840.113556.1.4.2239", "1.2.840.113556.1.4.2066"];

/// Sets a password and ends the lockout, the strictest way this server knows.
pub(super) async fn set_password(
    directory: &LdapDirectory<'_>,
    c: &Connection,
    account: &Account,
    new: &NewPassword<'_>,
) -> Result<PasswordSet, WriteError> {
    let settings = &directory.settings;
    let history = if settings.history_required {
        // Asked together: only a server without the control needs the access list, but it costs no time.
        let (root, access, ()) = tokio::try_join!(
            async { Ok(ask::root(c, settings).await?) },
            async { Ok(ask::access_list(c, settings, &account.dn).await?) },
            unprotected(c, settings, account)
        )?;
        let controls = root.controls;
        match POLICY_HINTS.into_iter().find(|oid| controls.iter().any(|control| control == oid)) {
            Some(oid) => with_hints(directory, c, account, new, oid).await?,
            None => {
                may_be_changed(c, access.as_deref())?;
                set_then_change(directory, c, account, new).await?
            }
        }
    } else {
        unprotected(c, settings, account).await?;
        let mut changes = vec![Change::Password(new.password), Change::Unlock];
        if new.must_change {
            changes.push(Change::DueAtSignIn);
        }
        modify(c, settings, &account.dn, &changes, None).await?;
        HistoryCheck::Off
    };
    Ok(PasswordSet { server: c.server.clone(), history })
}

async fn with_hints(
    directory: &LdapDirectory<'_>,
    c: &Connection,
    account: &Account,
    new: &NewPassword<'_>,
    oid: &str,
) -> Result<HistoryCheck, WriteError> {
    let settings = &directory.settings;
    let control = RawControl { ctype: oid.to_owned(), crit: true, val: Some(vec![0x30, 0x03, 0x02, 0x01, 0x01]) };
    let set = [Change::Password(new.password), Change::Unlock];
    if !too_young(account, new.now) {
        match modify(c, settings, &account.dn, &set, Some(control.clone())).await {
            // A policy that may not be read, or a clock that differs: the server knows better.
            Err(WriteError::Refused { refusal: ChangeRefusal::TooYoung, .. }) => {}
            other => {
                other?;
                must_change(directory, c, account, new).await?;
                return Ok(HistoryCheck::PolicyHints);
            }
        }
    }
    // Under the control the minimum age counts as well, unless the password must be changed anyway;
    // and that has to be so before, in a modify of its own.
    let only_demanded =
        |error| WriteError::Partial { state: PartialChange::OldPasswordMustChange, cause: Box::new(error) };
    modify(c, settings, &account.dn, &[Change::DueAtSignIn], None).await?;
    match modify(c, settings, &account.dn, &set, Some(control)).await {
        Err(error @ WriteError::Refused { .. }) => {
            // The old password stays, so its owner must not be asked to change it.
            return Err(match modify(c, settings, &account.dn, &[Change::NotDue], None).await {
                Ok(()) => error,
                Err(_) => only_demanded(error),
            });
        }
        Err(error @ WriteError::NotSent(_)) => return Err(only_demanded(error)),
        other => other?,
    }
    must_change(directory, c, account, new).await?;
    Ok(HistoryCheck::PolicyHints)
}

async fn set_then_change(
    directory: &LdapDirectory<'_>,
    c: &Connection,
    account: &Account,
    new: &NewPassword<'_>,
) -> Result<HistoryCheck, WriteError> {
    let changed = match earlier_interim(directory, account) {
        Some(random) => match change(directory, c, account, &random, new).await {
            // Someone else has set another password since: begin anew.
            Err(error) if failure::is_wrong_old_password(&error) => None,
            other => Some(other),
        },
        None => None,
    };
    let changed = match changed {
        Some(changed) => changed,
        None => change(directory, c, account, &new_interim(directory, c, account).await?, new).await,
    };
    if let Err(error) = changed {
        let state = match error {
            // What was set a moment ago holds no longer.
            _ if failure::is_wrong_old_password(&error) => {
                directory.interim.replace(None);
                PartialChange::AnotherReset
            }
            WriteError::Refused { .. } | WriteError::NotSent(_) | WriteError::Protected(_) => {
                PartialChange::RandomPassword
            }
            WriteError::NoAnswer { .. } | WriteError::Partial { .. } => PartialChange::RandomOrWanted,
        };
        return Err(WriteError::Partial { state, cause: Box::new(error) });
    }
    // Not forgotten before the wanted password stands: the next choice may need it.
    directory.interim.replace(None);
    must_change(directory, c, account, new).await?;
    Ok(HistoryCheck::SetThenChange)
}

/// From the random password to the wanted one, as its owner would.
async fn change(
    directory: &LdapDirectory<'_>,
    c: &Connection,
    account: &Account,
    random: &Password,
    new: &NewPassword<'_>,
) -> Result<(), WriteError> {
    // An account that wrong tries locked again since refuses a change. Unlocking with it is enough for
    // some controllers (seen with Samba); others look at the lock first.
    let change = [Change::Own { old: random, new: new.password }, Change::Unlock];
    match modify(c, &directory.settings, &account.dn, &change, None).await {
        Err(WriteError::Refused { refusal: ChangeRefusal::Locked, .. }) => {
            modify(c, &directory.settings, &account.dn, &[Change::Unlock], None).await?;
            modify(c, &directory.settings, &account.dn, &change, None).await
        }
        other => other,
    }
}

/// The random password that an earlier choice left.
fn earlier_interim(directory: &LdapDirectory<'_>, account: &Account) -> Option<Password> {
    directory.interim.borrow().as_ref().filter(|left| left.account == account.id).map(|left| left.password.clone())
}

/// Sets a random password.
async fn new_interim(directory: &LdapDirectory<'_>, c: &Connection, account: &Account) -> Result<Password, WriteError> {
    let failed =
        |text: &str| WriteError::NotSent(DirectoryError::Lost { server: c.server.clone(), text: text.to_owned() });
    // Short names turn up in long random texts: "eva" in one of some six hundred.
    let accept = |p: &Password| {
        // Plain letters and digits, which all servers read alike.
        let enough = CharacterKinds::of(p.expose(), Dialect::Windows).enough() == Some(true);
        Ok(enough && name_parts(p.expose(), account.name.as_str(), &account.display_name).is_empty())
    };
    let wanted = GeneratorRequirements { min_length: LONG, max_length: LONG, uppercase: 0, digits: 0, forbidden: "" };
    let random = generator::generate(GeneratedKind::Random, &wanted, |buffer| directory.random.fill(buffer), accept)
        .map_err(|error: NoRandomness| failed(&error.to_string()))?
        .ok_or_else(|| failed("no random password"))?
        .password;
    // pwdLastSet 0, so that the minimum age does not keep the change below from being made.
    let changes = [Change::Password(&random), Change::Unlock, Change::DueAtSignIn];
    modify(c, &directory.settings, &account.dn, &changes, None).await.map_err(|error| match error {
        WriteError::NoAnswer { .. } => {
            WriteError::Partial { state: PartialChange::OldOrRandom, cause: Box::new(error) }
        }
        other => other,
    })?;
    directory.interim.replace(Some(Interim { account: account.id, password: random.clone() }));
    Ok(random)
}

/// Nobody may change the password of an account marked "User cannot change password", so the random
/// one would stay. Found out before it is set.
fn may_be_changed(c: &Connection, access: Option<&[u8]>) -> Result<(), WriteError> {
    if access.and_then(descriptor::denies_change) == Some(true) {
        let (server, refusal) = (c.server.clone(), ChangeRefusal::OwnChangeDenied);
        return Err(WriteError::Refused { server, refusal, code: 0, text: "User cannot change password".to_owned() });
    }
    Ok(())
}

/// Longer than any policy asks for, in characters.
const LONG: usize = 40;

async fn must_change(
    directory: &LdapDirectory<'_>,
    c: &Connection,
    account: &Account,
    new: &NewPassword<'_>,
) -> Result<(), WriteError> {
    if !new.must_change {
        return Ok(());
    }
    modify(c, &directory.settings, &account.dn, &[Change::DueAtSignIn], None)
        .await
        .map_err(|cause| WriteError::Partial { state: PartialChange::WithoutMustChange, cause: Box::new(cause) })
}

/// Whether the minimum age stands in the way, as far as the policy may be read.
fn too_young(account: &Account, now: Timestamp) -> bool {
    account.changeable_from().is_some_and(|end| end > account.judged_at(now))
}
