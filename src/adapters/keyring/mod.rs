//! The system's keyring: the Secret Service over D-Bus (GNOME, KDE, KeePassXC), or Windows Credential Manager. On Linux
//! the kernel's where there is no Secret Service, but never instead of one that refuses.
//!
//! This file chooses between them and enforces the time limit; each has a file of its own.

#[cfg(windows)]
mod credential_manager;
mod entry;
#[cfg(target_os = "linux")]
mod keyutils;
#[cfg(unix)]
mod secret_service;

use std::sync::mpsc;
use std::time::Duration;

#[cfg(windows)]
use credential_manager as store;
#[cfg(unix)]
use secret_service as store;

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

fn read(entry: &SecretEntry) -> Result<(Password, KeyringKind), KeyringError> {
    match store::read(entry) {
        #[cfg(target_os = "linux")]
        Err(KeyringError::Absent) => Ok((keyutils::read(entry)?, KeyringKind::Kernel)),
        found => Ok((found?, KeyringKind::System)),
    }
}

fn write(entry: &SecretEntry, secret: &Password) -> Result<KeyringKind, KeyringError> {
    match store::write(entry, secret) {
        #[cfg(target_os = "linux")]
        Err(KeyringError::Absent) => keyutils::write(entry, secret).map(|()| KeyringKind::Kernel),
        kept => {
            kept?;
            // A session without a desktop would go on using the old one, and old passwords lock accounts.
            #[cfg(target_os = "linux")]
            let _ = keyutils::delete(entry);
            Ok(KeyringKind::System)
        }
    }
}

/// Deletes from both, wherever the secret was.
fn delete(entry: &SecretEntry) -> Result<(), KeyringError> {
    let system = store::delete(entry);
    #[cfg(target_os = "linux")]
    if matches!(system, Ok(()) | Err(KeyringError::Absent | KeyringError::NoEntry)) {
        return match (system, keyutils::delete(entry)) {
            (Ok(()), Err(KeyringError::Absent | KeyringError::NoEntry)) => Ok(()),
            (Err(KeyringError::NoEntry), Err(KeyringError::Absent)) => Err(KeyringError::NoEntry),
            (_, kernel) => kernel,
        };
    }
    system
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
