//! The store in PostgreSQL: how it is opened. One for the whole desk, for any number of operators and machines.

mod connection;
mod schema;
mod session;
mod settings;
mod spool;

pub(super) use session::PostgresSession;
pub use settings::PostgresSettings;
pub(super) use spool::SpoolConnection;

use std::fs::OpenOptions;
use std::io::{self, Read, Seek, Write};
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::head::Head;
use super::{ExistingDatabase, OpenStore};
use crate::adapters::private_file;
use crate::ports::{OpenError, Random, StoreError};
use connection::{DatabaseFault, ServerConnection};

/// Signs in to the database, and makes the tables if there are none, with a key for the desk.
///
/// # Errors
/// [`OpenError`] when it cannot be reached or must not be used with the key on this machine.
pub(super) async fn open(
    settings: PostgresSettings,
    random: &dyn Random,
) -> Result<OpenStore<PostgresSession>, OpenError> {
    private_file::make_folder(&settings.folder).map_err(|error| StoreError::of_system(&settings.folder, &error))?;
    let connection = ServerConnection::open(&settings).await.map_err(|error| error.trouble().at(&settings))?;
    let ready = schema::bring_up_to_date(&connection, &settings, random).await?;
    opened(settings, connection, ready, random)
}

/// Signs in to the database as it is.
///
/// # Errors
/// As [`open`].
pub(super) async fn open_existing(
    settings: PostgresSettings,
    random: &dyn Random,
) -> Result<ExistingDatabase<OpenStore<PostgresSession>>, OpenError> {
    let connection = ServerConnection::open(&settings).await.map_err(|error| error.trouble().at(&settings))?;
    Ok(match schema::existing(&connection, &settings).await? {
        ExistingDatabase::Open(ready) => {
            // The trail's head is kept there.
            private_file::make_folder(&settings.folder)
                .map_err(|error| StoreError::of_system(&settings.folder, &error))?;
            ExistingDatabase::Open(opened(settings, connection, ready, random)?)
        }
        ExistingDatabase::Nothing => ExistingDatabase::Nothing,
        ExistingDatabase::Older => ExistingDatabase::Older,
    })
}

/// A session of a thread's own, to a database that is in use.
///
/// # Errors
/// [`StoreError`].
pub(super) async fn second_session(settings: PostgresSettings) -> Result<PostgresSession, StoreError> {
    let connection = ServerConnection::open(&settings).await.map_err(|error| error.trouble().at(&settings))?;
    let mut writer = [0; 16];
    getrandom::fill(&mut writer).map_err(|error| DatabaseFault::unexpected(error.to_string()).at(&settings))?;
    Ok(PostgresSession::new(settings, connection, writer))
}

/// Where the trail's head is kept, by the store's `id`. A place whose database has been dropped and made anew keeps the
/// head of the store before: that its end is missing is noticed, as it is of a file that was removed.
fn head_path(settings: &PostgresSettings, id: &str) -> PathBuf {
    // A folder that takes no file stops nothing here: it is told when the head is written.
    let id = id_at_place(settings, id).unwrap_or_else(|_| id.to_owned());
    head_file(settings, &id)
}

fn head_file(settings: &PostgresSettings, id: &str) -> PathBuf {
    settings.folder.join(format!("{id}.head"))
}

/// The id of the store that was first known at the settings' place and that has a head; if there is none, `id`, which is
/// kept from now on.
fn id_at_place(settings: &PostgresSettings, id: &str) -> io::Result<String> {
    let place = Sha256::digest(settings.to_string().as_bytes());
    let known = settings.folder.join(format!("{}.store", hex(&place[..16])));
    let mut file = private_file::open(&known, OpenOptions::new().read(true).write(true).create(true).truncate(false))?;
    let mut before = String::new();
    file.read_to_string(&mut before)?;
    let before = before.trim();
    let is_id = !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_hexdigit());
    if before != id && is_id && head_file(settings, before).is_file() {
        return Ok(before.to_owned());
    }
    if before != id {
        file.rewind()?;
        file.set_len(0)?;
        file.write_all(id.as_bytes())?;
    }
    Ok(id.to_owned())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn opened(
    settings: PostgresSettings,
    connection: ServerConnection,
    schema::Ready { id, key, is_new }: schema::Ready,
    random: &dyn Random,
) -> Result<OpenStore<PostgresSession>, OpenError> {
    let mut writer = [0; 16];
    random.fill(&mut writer).map_err(|error| DatabaseFault::unexpected(error.to_string()).at(&settings))?;
    let head = Head::of_a_server(head_path(&settings, &hex(&id)));
    let made_key = is_new.then(|| settings.key_file.clone());
    Ok(OpenStore { session: PostgresSession::new(settings, connection, writer), id, key, head, made_key })
}
