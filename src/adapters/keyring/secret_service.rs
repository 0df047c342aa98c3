//! The Secret Service (freedesktop.org, Secret Service API 0.2) over D-Bus.
//!
//! Never unlocks the keyring: that opens a window, while a caller waits for an answer.
//!
//! The session is `plain`: secrets are not encrypted again on the user's own bus. A process that can listen there runs
//! as the same user, and could ask the open keyring itself.

use std::collections::HashMap;

use keyring_core::api::CredentialPersistence;
use serde::Serialize;
use zbus::zvariant::DynamicType;
use zbus::{Connection, DBusError, Message, OwnedObjectPath, OwnedVariant, Variant};
use zeroize::Zeroizing;

use super::credential::SystemStore;
use super::refused;
use crate::domain::secret_entry::SecretEntry;
use crate::ports::KeyringError;

const SERVICE: &str = "org.freedesktop.secrets";
const ROOT: &str = "/org/freedesktop/secrets";
/// The path that stands for "none".
const NOWHERE: &str = "/";
/// The schema of our secrets, which other programs list.
const SCHEMA: &str = "se.servicedesk.Secret";

#[derive(Debug)]
pub(super) struct SecretService;

impl SystemStore for SecretService {
    const NAME: &'static str = "Secret Service";
    const PERSISTENCE: CredentialPersistence = CredentialPersistence::UntilDelete;

    fn read(entry: &SecretEntry) -> Result<Vec<u8>, KeyringError> {
        talk(async |bus| {
            let Some(item) = bus.find(entry).await?.into_iter().next() else { return Err(bus.not_found().await) };
            let session = bus.session().await?;
            let answer = bus.call(&item, "Item", "GetSecret", &(&session,)).await?;
            let (_, _, secret, _): (OwnedObjectPath, Vec<u8>, Vec<u8>, String) = body(&answer)?;
            Ok(secret)
        })
    }

    fn write(entry: &SecretEntry, secret: &[u8]) -> Result<(), KeyringError> {
        talk(async |bus| {
            let Some(collection) = bus.default_collection().await? else { return Err(KeyringError::Locked) };
            if bus.is_locked(&collection).await? {
                return Err(KeyringError::Locked);
            }
            let session = bus.session().await?;
            let attributes = attributes(entry);
            let label = format!("servicedesk {}: {} {}", entry.what.name(), entry.user, entry.place);
            let properties = HashMap::from([
                ("org.freedesktop.Secret.Item.Label", Variant::from(label)),
                ("org.freedesktop.Secret.Item.Attributes", Variant::from(attributes)),
            ]);
            let bytes = Zeroizing::new(secret.to_vec());
            let sealed = (&session, Vec::<u8>::new(), &*bytes, "text/plain; charset=utf8");
            let replace = true;
            let answer = bus.call(&collection, "Collection", "CreateItem", &(properties, sealed, replace)).await?;
            let (_, prompt): (OwnedObjectPath, OwnedObjectPath) = body(&answer)?;
            done_without_asking(&prompt)
        })
    }

    fn delete(entry: &SecretEntry) -> Result<(), KeyringError> {
        talk(async |bus| {
            let items = bus.find(entry).await?;
            if items.is_empty() {
                return Err(bus.not_found().await);
            }
            for item in items {
                let answer = bus.call(&item, "Item", "Delete", &()).await?;
                done_without_asking(&body(&answer)?)?;
            }
            Ok(())
        })
    }
}

/// The attributes an entry is found by. Names in Active Directory and of hosts are case-insensitive.
fn attributes(entry: &SecretEntry) -> HashMap<&'static str, String> {
    HashMap::from([
        ("xdg:schema", SCHEMA.to_owned()),
        ("secret", entry.what.name().to_owned()),
        ("user", entry.user.to_lowercase()),
        ("place", entry.place.to_lowercase()),
    ])
}

/// Connects in a runtime of its own: a thread that is left behind must not block another.
fn talk<T>(conversation: impl AsyncFnOnce(&Bus) -> Result<T, KeyringError>) -> Result<T, KeyringError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| refused(&error))?.block_on(async {
        let bus = Bus(Connection::session().await.map_err(unconnected)?);
        conversation(&bus).await
    })
}

/// The user's bus.
struct Bus(Connection);

impl Bus {
    async fn call<B: Serialize + DynamicType>(
        &self,
        path: &str,
        interface: &str,
        method: &str,
        body: &B,
    ) -> Result<Message, KeyringError> {
        let interface = match interface.contains('.') {
            true => interface.to_owned(),
            false => format!("org.freedesktop.Secret.{interface}"),
        };
        self.0.call_method(Some(SERVICE), path, Some(interface.as_str()), method, body).await.map_err(failed)
    }

    async fn session(&self) -> Result<OwnedObjectPath, KeyringError> {
        let answer = self.call(ROOT, "Service", "OpenSession", &("plain", Variant::from(""))).await?;
        let (_, session): (OwnedVariant, OwnedObjectPath) = body(&answer)?;
        Ok(session)
    }

    /// The readable items of an entry.
    async fn find(&self, entry: &SecretEntry) -> Result<Vec<OwnedObjectPath>, KeyringError> {
        let answer = self.call(ROOT, "Service", "SearchItems", &(attributes(entry),)).await?;
        let (open, locked): (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) = body(&answer)?;
        if open.is_empty() && !locked.is_empty() { Err(KeyringError::Locked) } else { Ok(open) }
    }

    /// Why nothing was found: KDE's keyring, for one, cannot search while it is locked.
    async fn not_found(&self) -> KeyringError {
        let locked = match self.default_collection().await {
            Ok(Some(collection)) => self.is_locked(&collection).await,
            Ok(None) => Ok(false),
            Err(error) => Err(error),
        };
        match locked {
            Ok(true) => KeyringError::Locked,
            Ok(false) => KeyringError::NoEntry,
            Err(error) => error,
        }
    }

    /// The collection for new secrets; `None` in a keyring that was never opened.
    async fn default_collection(&self) -> Result<Option<OwnedObjectPath>, KeyringError> {
        let answer = self.call(ROOT, "Service", "ReadAlias", &("default",)).await?;
        let path: OwnedObjectPath = body(&answer)?;
        Ok((path.as_str() != NOWHERE).then_some(path))
    }

    async fn is_locked(&self, collection: &str) -> Result<bool, KeyringError> {
        let property = ("org.freedesktop.Secret.Collection", "Locked");
        let answer = self.call(collection, "org.freedesktop.DBus.Properties", "Get", &property).await?;
        match body::<OwnedVariant>(&answer)?.downcast_ref::<bool>() {
            Ok(locked) => Ok(locked),
            Err(error) => Err(refused(&error)),
        }
    }
}

fn body<B>(answer: &Message) -> Result<B, KeyringError>
where
    B: for<'a> zbus::zvariant::DynamicDeserialize<'a>,
{
    answer.body().deserialize().map_err(|error| refused(&error))
}

/// A keyring that wants to prompt its owner first answers with the prompt's path.
fn done_without_asking(prompt: &OwnedObjectPath) -> Result<(), KeyringError> {
    if prompt.as_str() == NOWHERE { Ok(()) } else { Err(KeyringError::Locked) }
}

fn unconnected(error: zbus::Error) -> KeyringError {
    match &error {
        zbus::Error::Address(_) | zbus::Error::Connection(..) => KeyringError::Absent,
        _ => refused(&error),
    }
}

fn failed(error: zbus::Error) -> KeyringError {
    let (name, text) = match &error {
        zbus::Error::MethodError(name, text, _) => (name.inner().clone(), text.as_deref()),
        // The bus's own errors.
        zbus::Error::FDO(error) => (error.name(), error.description()),
        error => return refused(error),
    };
    match name.as_str() {
        "org.freedesktop.Secret.Error.IsLocked" => KeyringError::Locked,
        "org.freedesktop.Secret.Error.NoSuchObject" => KeyringError::NoEntry,
        // No service has this name or can be started for it.
        "org.freedesktop.DBus.Error.ServiceUnknown" | "org.freedesktop.DBus.Error.NameHasNoOwner" => {
            KeyringError::Absent
        }
        name if name.starts_with("org.freedesktop.DBus.Error.Spawn.") => KeyringError::Absent,
        name => refused(&text.unwrap_or(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::secret_entry::SecretKind;

    #[test]
    fn names_are_case_insensitive() {
        let entry =
            |what, user: &str, place: &str| attributes(&SecretEntry { what, user: user.into(), place: place.into() });
        let mine = entry(SecretKind::Directory, r"CONTOSO\Operator", "AD.example.se");
        assert_eq!(mine, entry(SecretKind::Directory, r"contoso\operator", "ad.example.se"));
        assert_ne!(mine, entry(SecretKind::Sms, r"contoso\operator", "ad.example.se"));
        assert_ne!(mine, entry(SecretKind::Directory, r"contoso\other", "ad.example.se"));
        assert_ne!(mine, entry(SecretKind::Directory, r"contoso\operator", "other.example.se"));
    }
}
