//! Modify requests: the few values a servicedesk writes, and nothing else. userAccountControl is
//! never among them: rewriting it would switch a disabled account on.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};

use ldap3::Mod;
use ldap3::controls::RawControl;
use zeroize::Zeroizing;

use super::{Connection, Settings, failure, search};
use crate::domain::account::Account;
use crate::domain::password::Password;
use crate::ports::{ChangeRefusal, DirectoryError, WriteError};

/// One value to write.
pub(super) enum Change<'a> {
    /// End the lockout: lockoutTime 0, which also zeroes the count of wrong tries.
    Unlock,
    /// The password must be changed at the next sign-in: pwdLastSet 0.
    DueAtSignIn,
    /// It need not be: pwdLastSet -1, which the directory turns into the time now.
    NotDue,
    /// A new password, as an administrator sets it.
    Password(&'a Password),
    /// A new password, as its owner changes it.
    Own { old: &'a Password, new: &'a Password },
}

/// Sends one modify. All of it is done or none.
pub(super) async fn modify(
    c: &Connection,
    settings: &Settings,
    dn: &str,
    changes: &[Change<'_>],
    control: Option<RawControl>,
) -> Result<(), WriteError> {
    let mut ldap = c.ldap.clone();
    ldap.with_timeout(settings.timeout);
    if let Some(control) = control {
        ldap.with_controls(control);
    }
    let result = ldap
        .modify(dn, changes.iter().flat_map(Change::mods).collect())
        .await
        .map_err(|error| failure::writing(&c.server, error))?;
    if result.rc == 0 { Ok(()) } else { Err(failure::change(&c.server, &result)) }
}

/// Asks on this connection whether the account may still be changed: it may have become an administrator's, or
/// someone else's, since it was looked up.
pub(super) async fn unprotected(c: &Connection, settings: &Settings, account: &Account) -> Result<(), WriteError> {
    match search::protection(c, settings, account).await {
        Ok(None) => Ok(()),
        Ok(Some(why)) => Err(WriteError::Protected(why)),
        Err(DirectoryError::Gone) => {
            let (server, refusal) = (c.server.clone(), ChangeRefusal::Gone);
            Err(WriteError::Refused { server, refusal, code: 32, text: "no such account".to_owned() })
        }
        Err(error) => Err(error.into()),
    }
}

/// Ends a lockout.
pub(super) async fn unlock(c: &Connection, settings: &Settings, dn: &str) -> Result<String, WriteError> {
    modify(c, settings, dn, &[Change::Unlock], None).await?;
    Ok(c.server.clone())
}

impl Change<'_> {
    fn mods(&self) -> Vec<Mod<Value>> {
        let replace = |attribute: &str, value: Value| Mod::Replace(attribute.as_bytes().into(), HashSet::from([value]));
        let plain = |value: &[u8]| Value::from(value);
        match self {
            Self::Unlock => vec![replace("lockoutTime", plain(b"0"))],
            Self::DueAtSignIn => vec![replace("pwdLastSet", plain(b"0"))],
            Self::NotDue => vec![replace("pwdLastSet", plain(b"-1"))],
            Self::Password(new) => vec![replace("unicodePwd", quoted(new))],
            Self::Own { old, new } => vec![
                Mod::Delete(b"unicodePwd".as_slice().into(), HashSet::from([quoted(old)])),
                Mod::Add(b"unicodePwd".as_slice().into(), HashSet::from([quoted(new)])),
            ],
        }
    }
}

/// A value to write, or the name of an attribute: wiped after use, as it may be a password. What ldap3 and TLS copy on
/// its way is not.
#[derive(PartialEq, Eq)]
struct Value(Zeroizing<Vec<u8>>);

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self(Zeroizing::new(bytes.to_vec()))
    }
}

impl AsRef<[u8]> for Value {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_slice().hash(state);
    }
}

/// A password as the directory takes it: in double quotes, UTF-16, little-endian (MS-ADTS 3.1.1.3.1.5).
fn quoted(password: &Password) -> Value {
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 * password.expose().len() + 4));
    for unit in std::iter::once(0x22).chain(password.expose().encode_utf16()).chain(std::iter::once(0x22)) {
        bytes.extend(unit.to_le_bytes());
    }
    Value(bytes)
}
