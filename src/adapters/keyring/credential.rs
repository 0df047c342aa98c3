//! The Linux keyrings as stores of the `keyring` library, whose interface this program uses on every system.
//!
//! That library's own store for the Secret Service opens a window to unlock the keyring, and brings a second D-Bus
//! library; so the stores are ours, and its interface (`keyring-core`) is used without them.

use std::any::Any;
use std::collections::HashMap;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::sync::Arc;

use keyring_core::api::{CredentialApi, CredentialPersistence, CredentialStoreApi};
use keyring_core::{Credential, Entry, Error, Result};

use super::{error_of, service};
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::ports::KeyringError;

/// A keyring of the system. Every call returns without a window.
pub(super) trait SystemStore: Debug + Send + Sync + 'static {
    /// Its name for the library.
    const NAME: &'static str;
    const PERSISTENCE: CredentialPersistence;

    fn read(entry: &SecretEntry) -> std::result::Result<Vec<u8>, KeyringError>;
    fn write(entry: &SecretEntry, secret: &[u8]) -> std::result::Result<(), KeyringError>;
    fn delete(entry: &SecretEntry) -> std::result::Result<(), KeyringError>;
}

/// A keyring as the library's store.
#[derive(Debug)]
pub(super) struct Store<S>(PhantomData<S>);

impl<S> Store<S> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<S: SystemStore> CredentialStoreApi for Store<S> {
    fn vendor(&self) -> String {
        format!("servicedesk, {}", S::NAME)
    }

    fn id(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    fn build(&self, service: &str, user: &str, modifiers: Option<&HashMap<&str, &str>>) -> Result<Entry> {
        if modifiers.is_some_and(|modifiers| !modifiers.is_empty()) {
            return Err(Error::NotSupportedByStore("modifiers".to_owned()));
        }
        let unknown = || Error::Invalid("service".to_owned(), "not one of servicedesk".to_owned());
        let (what, place) = service.strip_prefix(SERVICE).and_then(|rest| rest.split_once(' ')).ok_or_else(unknown)?;
        let what = SecretKind::ALL.into_iter().find(|kind| kind.name() == what).ok_or_else(unknown)?;
        let entry = SecretEntry { what, user: user.to_owned(), place: place.to_owned() };
        Ok(Entry::new_with_credential(Arc::new(StoredSecret::<S> { entry, store: PhantomData })))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn persistence(&self) -> CredentialPersistence {
        S::PERSISTENCE
    }
}

const SERVICE: &str = "servicedesk ";

#[derive(Debug)]
struct StoredSecret<S> {
    entry: SecretEntry,
    store: PhantomData<S>,
}

impl<S: SystemStore> CredentialApi for StoredSecret<S> {
    fn set_secret(&self, secret: &[u8]) -> Result<()> {
        S::write(&self.entry, secret).map_err(error_of)
    }

    fn get_secret(&self) -> Result<Vec<u8>> {
        S::read(&self.entry).map_err(error_of)
    }

    fn delete_credential(&self) -> Result<()> {
        S::delete(&self.entry).map_err(error_of)
    }

    fn get_credential(&self) -> Result<Option<Arc<Credential>>> {
        // It names and holds the same entry.
        S::read(&self.entry).map(|_| None).map_err(error_of)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        Some((service(&self.entry), self.entry.user.clone()))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[derive(Debug)]
    struct Fake;

    static KEPT: Mutex<Vec<(String, Vec<u8>)>> = Mutex::new(Vec::new());

    impl SystemStore for Fake {
        const NAME: &'static str = "fake";
        const PERSISTENCE: CredentialPersistence = CredentialPersistence::ProcessOnly;

        fn read(entry: &SecretEntry) -> std::result::Result<Vec<u8>, KeyringError> {
            let kept = KEPT.lock().unwrap();
            let found = kept.iter().find(|(name, _)| *name == format!("{entry:?}"));
            found.map(|(_, secret)| secret.clone()).ok_or(KeyringError::NoEntry)
        }

        fn write(entry: &SecretEntry, secret: &[u8]) -> std::result::Result<(), KeyringError> {
            if entry.user == "locked" {
                return Err(KeyringError::Locked);
            }
            KEPT.lock().unwrap().push((format!("{entry:?}"), secret.to_vec()));
            Ok(())
        }

        fn delete(_: &SecretEntry) -> std::result::Result<(), KeyringError> {
            Err(KeyringError::Refused("no".to_owned()))
        }
    }

    #[test]
    fn library_reaches_the_entry_that_is_named() {
        let store: Arc<keyring_core::CredentialStore> = Arc::new(Store::<Fake>::new());
        let entry = SecretEntry { what: SecretKind::Sms, user: "desk".into(), place: "127.0.0.1:13013".into() };
        let named = store.build(&service(&entry), &entry.user, None).unwrap();
        assert!(matches!(named.get_secret(), Err(Error::NoEntry)));
        named.set_secret(b"hemligt").unwrap();
        assert_eq!(KEPT.lock().unwrap()[0].0, format!("{entry:?}"));
        assert_eq!(named.get_secret().unwrap(), b"hemligt");
        assert!(store.build("another program", "desk", None).is_err());
    }

    #[test]
    fn failures_come_back_as_they_were() {
        let store: Arc<keyring_core::CredentialStore> = Arc::new(Store::<Fake>::new());
        let locked = store.build("servicedesk sms x", "locked", None).unwrap();
        assert_eq!(locked.set_secret(b"a").map_err(super::super::failed), Err(KeyringError::Locked));
        let refused = locked.delete_credential().map_err(super::super::failed);
        assert_eq!(refused, Err(KeyringError::Refused("no".to_owned())));
    }
}
