//! The system's keyring: the Secret Service over D-Bus (GNOME, KDE, KeePassXC), or Windows Credential Manager. On Linux
//! the kernel's where there is no Secret Service, but never instead of one that refuses.
//!
//! All are stores of the `keyring` library. This file chooses between them and enforces the time limit; each of ours has
//! a file of its own.

#[cfg(unix)]
mod credential;
mod entry;
#[cfg(target_os = "linux")]
mod keyutils;
#[cfg(unix)]
mod secret_service;

use std::sync::{Arc, mpsc};
use std::time::Duration;

use keyring_core::{CredentialStore, Entry, Error};

pub use entry::{entry, operator_name_entry};

use crate::domain::password::Password;
use crate::domain::secret_entry::{KeyringKind, SecretEntry};
use crate::ports::{Keyring, KeyringError};

/// The keyring of the user of this computer. First accessed by the first call.
#[derive(Debug, Clone, Copy)]
pub struct SystemKeyring {
    limit: Duration,
}

impl Default for SystemKeyring {
    fn default() -> Self {
        Self { limit: Duration::from_secs(3) }
    }
}

impl SystemKeyring {
    /// Runs `work` in a thread of its own. A stuck thread is left behind; the process ends soon.
    fn within_limit<T: Send + 'static>(
        self,
        work: impl FnOnce() -> Result<T, KeyringError> + Send + 'static,
    ) -> Result<T, KeyringError> {
        let (done, wait) = mpsc::sync_channel(1);
        let worker = move || {
            // Fails when the time limit has passed.
            let _ = done.send(work());
        };
        let name = "keyring".to_owned();
        std::thread::Builder::new().name(name).spawn(worker).map_err(|error| refused(&error))?;
        match wait.recv_timeout(self.limit) {
            Ok(result) => result,
            Err(mpsc::RecvTimeoutError::Timeout) => Err(KeyringError::Slow),
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(refused(&"the library gave up")),
        }
    }
}

impl Keyring for SystemKeyring {
    fn read(&self, entry: &SecretEntry) -> Result<(Password, KeyringKind), KeyringError> {
        let entry = entry.clone();
        self.within_limit(move || read(&entry))
    }

    fn write(&self, entry: &SecretEntry, secret: &Password) -> Result<KeyringKind, KeyringError> {
        let (entry, secret) = (entry.clone(), secret.clone());
        self.within_limit(move || write(&entry, &secret))
    }

    fn delete(&self, entry: &SecretEntry) -> Result<(), KeyringError> {
        let entry = entry.clone();
        self.within_limit(move || delete(&entry))
    }
}

/// The system's own keyring.
#[cfg(unix)]
fn system() -> Result<Arc<CredentialStore>, KeyringError> {
    Ok(Arc::new(credential::Store::<secret_service::SecretService>::new()))
}

/// Windows Credential Manager: generic credentials of the signed-in user. Never locked during the session.
#[cfg(windows)]
fn system() -> Result<Arc<CredentialStore>, KeyringError> {
    Ok(windows_native_keyring_store::Store::new().map_err(failed)?)
}

/// The keyring for a session without the system's own.
#[cfg(target_os = "linux")]
fn kernel() -> Option<Arc<CredentialStore>> {
    Some(Arc::new(credential::Store::<keyutils::KernelKeyring>::new()))
}

#[cfg(not(target_os = "linux"))]
fn kernel() -> Option<Arc<CredentialStore>> {
    None
}

fn credential(store: &Arc<CredentialStore>, entry: &SecretEntry) -> Result<Entry, KeyringError> {
    store.build(&service(entry), &entry.user, None).map_err(failed)
}

/// The library's name of an entry beside its user, the same on every system.
fn service(entry: &SecretEntry) -> String {
    format!("servicedesk {} {}", entry.what.name(), entry.place)
}

fn read(entry: &SecretEntry) -> Result<(Password, KeyringKind), KeyringError> {
    let found = |store| password(credential(store, entry)?.get_secret().map_err(failed)?);
    match (found(&system()?), kernel()) {
        (Err(KeyringError::Absent), Some(kernel)) => Ok((found(&kernel)?, KeyringKind::Kernel)),
        (secret, _) => Ok((secret?, KeyringKind::System)),
    }
}

fn write(entry: &SecretEntry, secret: &Password) -> Result<KeyringKind, KeyringError> {
    let kept = |store| credential(store, entry)?.set_secret(secret.expose().as_bytes()).map_err(failed);
    match (kept(&system()?), kernel()) {
        (Err(KeyringError::Absent), Some(kernel)) => kept(&kernel).map(|()| KeyringKind::Kernel),
        (stored, kernel) => {
            stored?;
            // A session without a desktop would go on using the old one, and old passwords lock accounts.
            if let Some(kernel) = kernel {
                let _ = credential(&kernel, entry)?.delete_credential();
            }
            Ok(KeyringKind::System)
        }
    }
}

/// Deletes from both, wherever the secret was.
fn delete(entry: &SecretEntry) -> Result<(), KeyringError> {
    let deleted = |store: &Arc<CredentialStore>| credential(store, entry)?.delete_credential().map_err(failed);
    let system = deleted(&system()?);
    match (&system, kernel()) {
        (Ok(()) | Err(KeyringError::Absent | KeyringError::NoEntry), Some(kernel)) => {
            match (system, deleted(&kernel)) {
                (Ok(()), Err(KeyringError::Absent | KeyringError::NoEntry)) => Ok(()),
                (Err(KeyringError::NoEntry), Err(KeyringError::Absent)) => Err(KeyringError::NoEntry),
                (_, kernel) => kernel,
            }
        }
        _ => system,
    }
}

/// An error for the library, which [`failed`] turns back.
#[cfg(unix)]
fn error_of(error: KeyringError) -> Error {
    match error {
        KeyringError::NoEntry => Error::NoEntry,
        KeyringError::Locked => Error::NoStorageAccess(Box::new(error)),
        error => Error::PlatformFailure(Box::new(error)),
    }
}

fn failed(error: Error) -> KeyringError {
    match error {
        Error::NoEntry => KeyringError::NoEntry,
        Error::NoDefaultStore => KeyringError::Absent,
        // Some errors carry the stored bytes; these do not.
        Error::PlatformFailure(error) | Error::NoStorageAccess(error) => match error.downcast::<KeyringError>() {
            Ok(own) => *own,
            Err(error) => refused(&error),
        },
        Error::TooLong(name, most) => refused(&format!("{name}: at most {most}")),
        _ => refused(&"the keyring"),
    }
}

fn refused(error: &dyn std::fmt::Display) -> KeyringError {
    KeyringError::Refused(error.to_string())
}

/// The stored bytes as a password; another program may have replaced them.
fn password(bytes: Vec<u8>) -> Result<Password, KeyringError> {
    use zeroize::Zeroize;
    let text = String::from_utf8(bytes).map_err(|error| {
        error.into_bytes().zeroize();
        refused(&"what is kept there is no text")
    })?;
    Password::parse(text).map_err(|error| refused(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: SystemKeyring = SystemKeyring { limit: Duration::from_millis(1) };
    const PATIENT: SystemKeyring = SystemKeyring { limit: Duration::from_secs(60) };

    #[test]
    fn blocked_keyring_is_slow() {
        let (open, opened) = mpsc::channel::<()>();
        let blocked = move || opened.recv().map_err(|_| KeyringError::NoEntry);
        assert_eq!(SHORT.within_limit(blocked), Err(KeyringError::Slow));
        drop(open);
    }

    #[test]
    fn answer_in_time_is_returned() {
        assert_eq!(PATIENT.within_limit(|| Ok(7)), Ok(7));
        assert_eq!(PATIENT.within_limit::<()>(|| Err(KeyringError::Locked)), Err(KeyringError::Locked));
    }

    #[test]
    fn unusable_stored_secret_is_refused() {
        assert_eq!(password(b"hemligt".to_vec()).unwrap().expose(), "hemligt");
        for strange in [vec![0xff, 0xfe], b"two\nlines".to_vec(), Vec::new()] {
            assert!(matches!(password(strange), Err(KeyringError::Refused(_))));
        }
    }
}
