//! The Linux kernel's keyring: the persistent one of this user (keyrings(7), persistent-keyring(7)).
//!
//! For a computer without a desktop. What is kept here is never on a disk, and gone when the computer restarts.
//!
//! The persistent keyring and not the user's: that one may go with the user's last process (user-keyring(7)), and a
//! session without pam_keyinit need not possess it. Keys keep the rights they are made with: everything for whoever
//! possesses the keyring, which only processes of this user can come to, and nothing for others.

use linux_keyutils::{Key, KeyError, KeyRing, KeyRingIdentifier};
use rustix::io::Errno;

use super::refused;
use crate::domain::password::Password;
use crate::domain::secret_entry::SecretEntry;
use crate::ports::KeyringError;

/// How long a secret that nobody uses is kept, in seconds: three days, which is also how long the kernel itself keeps
/// an unused persistent keyring. With a time of its own a secret is not kept by what else uses the keyring (Kerberos).
const UNUSED: usize = 3 * 24 * 60 * 60;

pub(super) fn read(entry: &SecretEntry) -> Result<Password, KeyringError> {
    let key = find(entry)?;
    let secret = super::password(key.read_to_vec().map_err(failed)?)?;
    key.set_timeout(UNUSED).map_err(failed)?;
    Ok(secret)
}

pub(super) fn write(entry: &SecretEntry, secret: &Password) -> Result<(), KeyringError> {
    let key = keyring()?.add_key(&description(entry), secret.expose().as_bytes()).map_err(failed)?;
    key.set_timeout(UNUSED).map_err(failed)
}

pub(super) fn delete(entry: &SecretEntry) -> Result<(), KeyringError> {
    find(entry)?.invalidate().map_err(failed)
}

fn find(entry: &SecretEntry) -> Result<Key, KeyringError> {
    keyring()?.search(&description(entry)).map_err(failed)
}

/// Linked into the keyring of this very thread, to be possessed whatever the session has.
fn keyring() -> Result<KeyRing, KeyringError> {
    KeyRing::get_persistent(KeyRingIdentifier::Thread).map_err(failed)
}

/// What a key is found by. Names in Active Directory and of hosts are the same in capitals.
fn description(entry: &SecretEntry) -> String {
    // In quotes, so that no user and place can be taken for another two.
    format!("servicedesk {} {:?} {:?}", entry.what.name(), entry.user.to_lowercase(), entry.place.to_lowercase())
}

fn failed(error: KeyError) -> KeyringError {
    match error {
        KeyError::KeyDoesNotExist | KeyError::KeyExpired | KeyError::KeyRevoked => KeyringError::NoEntry,
        // A kernel built without, or a container that keeps its programs from it (seccomp(2)).
        KeyError::PermissionDenied | KeyError::OperationNotSupported => KeyringError::Absent,
        KeyError::Unknown(number) if number == Errno::NOSYS.raw_os_error() => KeyringError::Absent,
        error => refused(&error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::secret_entry::SecretKind;

    #[test]
    fn a_name_in_capitals_is_the_same_and_another_place_is_not() {
        let named =
            |what, user: &str, place: &str| description(&SecretEntry { what, user: user.into(), place: place.into() });
        let mine = named(SecretKind::Directory, r"CONTOSO\Operator", "AD.example.se");
        assert_eq!(mine, named(SecretKind::Directory, r"contoso\operator", "ad.example.se"));
        assert_ne!(mine, named(SecretKind::Sms, r"contoso\operator", "ad.example.se"));
        assert_ne!(named(SecretKind::Sms, "a b", "c"), named(SecretKind::Sms, "a", "b c"));
        assert_ne!(named(SecretKind::Sms, r#"a" "b"#, "c"), named(SecretKind::Sms, "a", r#"b" "c"#));
    }

    #[test]
    fn a_kernel_that_keeps_nothing_is_no_keyring() {
        for error in [KeyError::PermissionDenied, KeyError::OperationNotSupported, KeyError::Unknown(38)] {
            assert_eq!(failed(error), KeyringError::Absent, "{error}");
        }
        for error in [KeyError::KeyDoesNotExist, KeyError::KeyExpired, KeyError::KeyRevoked] {
            assert_eq!(failed(error), KeyringError::NoEntry, "{error}");
        }
        for error in [KeyError::QuotaExceeded, KeyError::AccessDenied, KeyError::Unknown(5)] {
            assert!(matches!(failed(error), KeyringError::Refused(_)), "{error}");
        }
    }
}
