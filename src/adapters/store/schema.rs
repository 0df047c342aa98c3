//! The tables, and how an older file becomes a newer one.

use std::fs::File;

use rusqlite::{Connection, TransactionBehavior};

use super::PATIENCE;

/// One text a version; what is released is never changed, only added to.
const VERSIONS: &[&str] = &["
    CREATE TABLE code (
        id         INTEGER PRIMARY KEY AUTOINCREMENT,
        operator   TEXT    NOT NULL,
        account    BLOB    NOT NULL,
        number     BLOB    NOT NULL,
        seal       BLOB    NOT NULL,
        issued_at  INTEGER NOT NULL, -- microseconds since 1970, like every time here
        expires_at INTEGER NOT NULL,
        tries_left INTEGER NOT NULL,
        state      TEXT    NOT NULL CHECK (state IN ('live', 'used', 'replaced', 'withdrawn')),
        used_at    INTEGER
    ) STRICT;
    CREATE INDEX code_by_account ON code (account, issued_at);
    CREATE TABLE audit (
        id     INTEGER PRIMARY KEY AUTOINCREMENT,
        record TEXT NOT NULL -- one JSON object
    ) STRICT;
"];

/// Makes the file ready for this version of the program. `lock` gives a lock that all processes share.
pub(super) fn bring_up_to_date(
    connection: &mut Connection,
    lock: impl FnOnce() -> std::io::Result<File>,
) -> Result<(), String> {
    let words = |error: rusqlite::Error| error.to_string();
    connection.busy_timeout(PATIENCE).map_err(words)?;
    // A record must have reached the disk before the change that it announces is made.
    connection.pragma_update(None, "synchronous", "FULL").map_err(words)?;

    let version =
        |connection: &Connection| connection.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0));
    let ours = u32::try_from(VERSIONS.len()).unwrap_or(u32::MAX);
    if version(connection).map_err(words)? == ours {
        return Ok(());
    }
    // SQLite waits for nobody while it changes the journal, so that only one process may be about it. Dropped, the
    // lock ends. The journal stays as it is set.
    let _alone = lock().map_err(|error| error.to_string())?;
    connection.pragma_update(None, "journal_mode", "WAL").map_err(words)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(words)?;
    // Another process may have been first.
    let found = version(&transaction).map_err(words)?;
    let missing = VERSIONS
        .get(usize::try_from(found).unwrap_or(usize::MAX)..)
        .ok_or_else(|| format!("written by a newer servicedesk (version {found}, this one knows {ours})"))?;
    for text in missing {
        transaction.execute_batch(text).map_err(words)?;
    }
    transaction.pragma_update(None, "user_version", ours).map_err(words)?;
    transaction.commit().map_err(words)
}
