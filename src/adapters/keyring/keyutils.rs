//! The Linux kernel's keyring: the persistent one of this user (keyrings(7), persistent-keyring(7)).
//!
//! For a computer without a desktop. Secrets are never on a disk, and gone when the computer restarts.
//!
//! The persistent keyring rather than the user's: that one may end with the user's last process (user-keyring(7)), and
//! a session without pam_keyinit may not possess it. Keys keep the rights they are made with: everything for processes
//! that possess the keyring, which only this user's can, and nothing for others.

use keyring_core::api::CredentialPersistence;
use linux_keyutils::{Key, KeyError, KeyRing, KeyRingIdentifier};
use rustix::io::Errno;

use super::credential::SystemStore;
use super::refused;
use crate::domain::secret_entry::SecretEntry;
use crate::ports::KeyringError;

/// How long an unused secret is kept, in seconds: three days, as long as the kernel keeps an unused persistent keyring.
/// Set on each secret, because other users of the keyring (Kerberos) would keep it longer.
const UNUSED: usize = 3 * 24 * 60 * 60;

#[derive(Debug)]
pub(super) struct KernelKeyring;

impl SystemStore for KernelKeyring {
    const NAME: &'static str = "the kernel's keyring";
    const PERSISTENCE: CredentialPersistence = CredentialPersistence::UntilReboot;

    fn read(entry: &SecretEntry) -> Result<Vec<u8>, KeyringError> {
        let key = find(entry)?;
        let secret = key.read_to_vec().map_err(failed)?;
        key.set_timeout(UNUSED).map_err(failed)?;
        Ok(secret)
    }

    fn write(entry: &SecretEntry, secret: &[u8]) -> Result<(), KeyringError> {
        let key = keyring()?.add_key(&description(entry), secret).map_err(failed)?;
        key.set_timeout(UNUSED).map_err(failed)
    }

    fn delete(entry: &SecretEntry) -> Result<(), KeyringError> {
        find(entry)?.invalidate().map_err(failed)
    }
}

fn find(entry: &SecretEntry) -> Result<Key, KeyringError> {
    keyring()?.search(&description(entry)).map_err(failed)
}

/// Linked into this thread's keyring, so that it is possessed in any session.
fn keyring() -> Result<KeyRing, KeyringError> {
    KeyRing::get_persistent(KeyRingIdentifier::Thread).map_err(failed)
}

/// The description a key is found by. Names in Active Directory and of hosts are case-insensitive.
fn description(entry: &SecretEntry) -> String {
    // Quoted, so that user and place cannot run together.
    format!("servicedesk {} {:?} {:?}", entry.what.name(), entry.user.to_lowercase(), entry.place.to_lowercase())
}

fn failed(error: KeyError) -> KeyringError {
    match error {
        KeyError::KeyDoesNotExist | KeyError::KeyExpired | KeyError::KeyRevoked => KeyringError::NoEntry,
        // A kernel built without it, or a container that forbids it (seccomp(2)).
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
    fn names_are_case_insensitive() {
        let named =
            |what, user: &str, place: &str| description(&SecretEntry { what, user: user.into(), place: place.into() });
        let mine = named(SecretKind::Directory, r"CONTOSO\Operator", "AD.example.se");
        assert_eq!(mine, named(SecretKind::Directory, r"contoso\operator", "ad.example.se"));
        assert_ne!(mine, named(SecretKind::Sms, r"contoso\operator", "ad.example.se"));
        assert_ne!(named(SecretKind::Sms, "a b", "c"), named(SecretKind::Sms, "a", "b c"));
        assert_ne!(named(SecretKind::Sms, r#"a" "b"#, "c"), named(SecretKind::Sms, "a", r#"b" "c"#));
    }

    #[test]
    fn kernel_without_keyrings_is_absent() {
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
