//! The few values that are written, and nothing else. userAccountControl is never among them: rewriting it would switch
//! a disabled account on.

mod set_password;

use std::collections::HashSet;
use std::hash::{Hash, Hasher};

use ldap3::Mod;
use ldap3::controls::RawControl;
use zeroize::Zeroizing;

use super::connection::Connection;
use super::protection;
use crate::adapters::directory::result_code::NO_SUCH_OBJECT;
use crate::domain::account::Account;
use crate::domain::password::Password;
use crate::ports::{ChangeRefusal, DirectoryError, WriteError};

pub(crate) use self::set_password::PasswordSetter;

enum Update<'a> {
    /// lockoutTime 0, which ends the lockout and also zeroes the count of wrong tries.
    Unlock,
    /// pwdLastSet 0: the password must be changed at the next sign-in.
    RequireChange,
    /// pwdLastSet -1, which the directory turns into the time now: it need not be.
    ClearRequireChange,
    /// A new password, as an administrator sets it.
    Reset(&'a Password),
    /// A new password, as its owner changes it.
    Replace { old: &'a Password, new: &'a Password },
}

/// Ends the lockout, if the account may still be changed. Returns the server that did it.
pub(crate) async fn unlock(c: &Connection, account: &Account) -> Result<String, WriteError> {
    Box::pin(ensure_unprotected(c, account)).await?;
    unlock_checked(c, &account.dn).await
}

/// Ends the lockout of an account whose protection was asked about just before.
pub(crate) async fn unlock_checked(c: &Connection, dn: &str) -> Result<String, WriteError> {
    modify(c, dn, &[Update::Unlock], None).await?;
    Ok(c.server.clone())
}

/// Asks on this connection whether the account may still be changed: since it was looked up it may have become
/// protected, or its name another's.
async fn ensure_unprotected(c: &Connection, account: &Account) -> Result<(), WriteError> {
    match protection::of_account(c, account).await {
        Ok(None) => Ok(()),
        Ok(Some(why)) => Err(WriteError::Protected(why)),
        Err(DirectoryError::Gone) => {
            let (server, refusal, code) = (c.server.clone(), ChangeRefusal::Gone, NO_SUCH_OBJECT);
            Err(WriteError::Refused { server, refusal, code, text: "no such account".to_owned() })
        }
        Err(error) => Err(error.into()),
    }
}

async fn modify(
    c: &Connection,
    dn: &str,
    changes: &[Update<'_>],
    control: Option<RawControl>,
) -> Result<(), WriteError> {
    c.modify(dn, changes.iter().flat_map(Update::mods).collect(), control).await
}

impl Update<'_> {
    fn mods(&self) -> Vec<Mod<WipedValue>> {
        let replace =
            |attribute: &str, value: WipedValue| vec![Mod::Replace(attribute.as_bytes().into(), [value].into())];
        let password = || WipedValue::from(&b"unicodePwd"[..]);
        match self {
            Self::Unlock => replace("lockoutTime", b"0"[..].into()),
            Self::RequireChange => replace("pwdLastSet", b"0"[..].into()),
            Self::ClearRequireChange => replace("pwdLastSet", b"-1"[..].into()),
            Self::Reset(new) => replace("unicodePwd", quoted(new)),
            Self::Replace { old, new } => vec![
                Mod::Delete(password(), HashSet::from([quoted(old)])),
                Mod::Add(password(), HashSet::from([quoted(new)])),
            ],
        }
    }
}

/// A value to write, or the name of an attribute: wiped after use, as it may be a password. The copies that ldap3 and
/// TLS make are not.
#[derive(PartialEq, Eq)]
struct WipedValue(Zeroizing<Vec<u8>>);

impl From<&[u8]> for WipedValue {
    fn from(bytes: &[u8]) -> Self {
        Self(Zeroizing::new(bytes.to_vec()))
    }
}

impl AsRef<[u8]> for WipedValue {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Hash for WipedValue {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_slice().hash(state);
    }
}

/// A password as the directory takes it: in double quotes, UTF-16, little-endian (MS-ADTS 3.1.1.3.1.5).
fn quoted(password: &Password) -> WipedValue {
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 * password.expose().len() + 4));
    for unit in std::iter::once(0x22).chain(password.expose().encode_utf16()).chain(std::iter::once(0x22)) {
        bytes.extend(unit.to_le_bytes());
    }
    WipedValue(bytes)
}
