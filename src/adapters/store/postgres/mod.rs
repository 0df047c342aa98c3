//! The store in PostgreSQL: one for the whole desk, for as many operators on as many machines as there are.

mod codes;
mod connection;
mod records;
mod schema;
mod settings;
mod spool;
mod transaction;

use std::path::Path;

pub use settings::{Place, PostgresSettings};
pub use spool::PostgresSpool;

use super::head::Head;
use super::private::private_folder;
use crate::domain::code::HashKey;
use crate::ports::{OpenError, Random, StoreError};
use connection::Connection;
use transaction::Line;

/// The open store.
pub struct PostgresStore {
    line: Line,
    id: Vec<u8>,
    key: HashKey,
    head: Head,
    made_key: Option<std::path::PathBuf>,
}

impl PostgresStore {
    /// Signs in to the database, and makes the tables if there are none, with a key for the desk.
    ///
    /// # Errors
    /// [`OpenError`] when it cannot be reached or is not to be used with the key on this machine.
    pub async fn open(settings: PostgresSettings, random: &dyn Random) -> Result<Self, OpenError> {
        let failed = |text| StoreError { place: settings.to_string(), text };
        private_folder(&settings.folder).map_err(|error| failed(error.to_string()))?;
        let connection = Connection::open(&settings).await.map_err(|error| failed(error.text()))?;
        let ready = schema::bring_up_to_date(&connection, &settings, random).await?;
        let mut writer = [0; 16];
        random.fill(&mut writer).map_err(|error| failed(error.to_string()))?;
        let name: String = ready.id.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self {
            head: Head::of_a_server(settings.folder.join(format!("{name}.head"))),
            made_key: ready.is_new.then(|| settings.key_file.clone()),
            line: Line::new(settings, connection, writer),
            id: ready.id,
            key: ready.key,
        })
    }

    /// The desk's key for codes and numbers.
    pub fn key(&self) -> &HashKey {
        &self.key
    }

    /// Where the desk's key is, if it came to be the desk's just now: the other machines need it.
    pub fn made_key(&self) -> Option<&Path> {
        self.made_key.as_deref()
    }

    /// Writes, and takes it back.
    pub(super) async fn test_write(&self) -> Result<(), StoreError> {
        // Takes the desk's lock as every transaction does, and ends without a commit.
        let write = async |connection: &Connection| connection.ask("UPDATE store SET version = version", &[]).await;
        self.line.writing(write, |_| Ok((Vec::new(), ()))).await
    }

    pub(super) async fn close(&self) {
        self.line.close().await;
    }

    pub(super) fn settings(&self) -> &PostgresSettings {
        self.line.settings()
    }

    pub(super) fn apart(&self) -> &Head {
        &self.head
    }
}
