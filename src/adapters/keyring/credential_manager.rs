//! Windows Credential Manager: generic credentials of the signed-in user. Never locked during the session.

use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry as Credential, Error};
use windows_native_keyring_store::Store;

use crate::domain::password::Password;
use crate::domain::secret_entry::SecretEntry;
use crate::ports::KeyringError;

pub(super) fn read(entry: &SecretEntry) -> Result<Password, KeyringError> {
    super::password(credential(entry)?.get_secret().map_err(failed)?)
}

pub(super) fn write(entry: &SecretEntry, secret: &Password) -> Result<(), KeyringError> {
    credential(entry)?.set_secret(secret.expose().as_bytes()).map_err(failed)
}

pub(super) fn delete(entry: &SecretEntry) -> Result<(), KeyringError> {
    credential(entry)?.delete_credential().map_err(failed)
}

fn credential(entry: &SecretEntry) -> Result<Credential, KeyringError> {
    let service = format!("servicedesk {} {}", entry.what.name(), entry.place);
    Store::new().and_then(|store| store.build(&service, &entry.user, None)).map_err(failed)
}

fn failed(error: Error) -> KeyringError {
    match error {
        Error::NoEntry => KeyringError::NoEntry,
        Error::NoDefaultStore => KeyringError::Absent,
        // Some errors carry the stored bytes; these do not.
        Error::PlatformFailure(error) | Error::NoStorageAccess(error) => super::refused(&error),
        Error::TooLong(name, most) => super::refused(&format!("{name}: at most {most}")),
        _ => super::refused(&"Windows Credential Manager"),
    }
}
