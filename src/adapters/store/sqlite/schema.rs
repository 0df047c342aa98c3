//! The tables, and how an older file becomes a newer one.
//!
//! The tables are those of `postgres/schema.rs`, with INTEGER for BIGINT and BLOB for BYTEA; `user_version` is a column
//! there. One version is one layout on both, except 4, which changes nothing there.

use std::fs::File;
use std::io;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::busy::wait_for_others;
use super::run;
use crate::adapters::store::records;
use crate::domain::audit::{AuditRecord, ChainHash};
use crate::ports::{Random, StoreRefusal};

/// The step to the next version of the file.
pub(super) struct Migration {
    pub(super) text: &'static str,
    then: fn(&Transaction<'_>, &dyn Random) -> Result<(), Unready>,
}

/// Why a file cannot be used.
pub(super) enum Unready {
    /// A newer program wrote it.
    Newer(StoreRefusal),
    Sqlite(rusqlite::Error),
    System(io::Error),
}

impl From<rusqlite::Error> for Unready {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<io::Error> for Unready {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// A released version is never changed, only added to.
pub(super) const VERSIONS: &[Migration] = &[
    Migration {
        text: "
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
",
        then: |_, _| Ok(()),
    },
    Migration {
        text: "
    CREATE TABLE store (
        id BLOB NOT NULL -- random: the beginning of the chain
    ) STRICT;
    ALTER TABLE audit RENAME TO audit_unchained;
    CREATE TABLE audit (
        id     INTEGER PRIMARY KEY, -- 1, 2, 3 … without gaps
        record TEXT NOT NULL,       -- one JSON object, as it is hashed: never JSONB
        hash   BLOB NOT NULL        -- over the hash before; see domain/audit/chain.rs
    ) STRICT;
    -- Follows from the trail, for speed: intents that nothing answers yet.
    CREATE TABLE open_intent (
        id      INTEGER PRIMARY KEY,
        account TEXT NOT NULL
    ) STRICT;
    CREATE INDEX open_intent_by_account ON open_intent (account);
    -- How far the trail has been sent on, to each receiver.
    CREATE TABLE forwarded (
        receiver TEXT PRIMARY KEY,
        id       INTEGER NOT NULL
    ) STRICT;
",
        then: chain,
    },
    Migration {
        text: "
    -- One row: the desk's time, which never goes back, and what the clock said then; see domain/limits/desk_time.rs.
    -- All times of code and attempt are the desk's.
    CREATE TABLE clock (
        desk INTEGER NOT NULL,
        wall INTEGER NOT NULL
    ) STRICT;
    INSERT INTO clock (desk, wall)
        SELECT coalesce(max(at), 0), coalesce(max(at), 0)
        FROM (SELECT max(issued_at) AS at FROM code UNION SELECT max(used_at) FROM code) AS seen;
    -- Tries at codes: wrong until it is known to be right.
    CREATE TABLE attempt (
        id      INTEGER PRIMARY KEY,
        code    INTEGER NOT NULL,
        account BLOB    NOT NULL,
        at      INTEGER NOT NULL,
        state   TEXT    NOT NULL CHECK (state IN ('wrong', 'right', 'forgiven'))
    ) STRICT;
    CREATE INDEX attempt_by_account ON attempt (account, at);
    CREATE INDEX code_by_number ON code (number, issued_at);
    -- Follows from the trail, for speed: resets that were done, or may have been, by the record that says so.
    CREATE TABLE recent_reset (
        id      INTEGER PRIMARY KEY,
        account TEXT    NOT NULL,
        at      INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX recent_reset_by_account ON recent_reset (account, at);
",
        then: |_, _| Ok(()),
    },
    Migration {
        text: "
    -- Shows whether the key beside the store is the store's; says nothing of it. NULL: no key was seen yet.
    ALTER TABLE store ADD COLUMN key_check BLOB;
",
        then: |_, _| Ok(()),
    },
    Migration {
        text: "
    -- Follows from the trail, for speed, and may be behind it: see domain/audit/index. Consecutive records each.
    CREATE TABLE audit_segment (
        last     INTEGER PRIMARY KEY,
        first    INTEGER NOT NULL,
        earliest INTEGER NOT NULL,
        latest   INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE audit_index (
        segment  INTEGER NOT NULL, -- its last record
        term     INTEGER NOT NULL,
        postings BLOB    NOT NULL,
        PRIMARY KEY (segment, term)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX audit_index_by_term ON audit_index (term, segment);
    -- At most one row: the last record that is in an archive only. The chain goes on from it.
    CREATE TABLE audit_base (
        number INTEGER NOT NULL,
        hash   BLOB    NOT NULL
    ) STRICT;
    DROP TRIGGER audit_loses_nothing;
    CREATE TRIGGER audit_loses_nothing BEFORE DELETE ON audit
        WHEN OLD.id > coalesce((SELECT max(number) FROM audit_base), 0)
        BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
",
        then: |_, _| Ok(()),
    },
];

/// From this version on, a store has a head beside it from the first record on.
pub(super) const WITH_HEAD: u32 = 2;

/// Brings the file up to this program's version, and returns the version it had if it had to be changed. `lock` takes a
/// lock that all processes share; `begin` does what must be done before another process uses an empty store.
pub(super) fn bring_up_to_date(
    connection: &mut Connection,
    random: &dyn Random,
    lock: impl FnOnce() -> io::Result<File>,
    begin: impl FnOnce(&ChainHash),
) -> Result<Option<u32>, Unready> {
    prepare(connection)?;
    let ours = newest_version();
    if version(connection)? == ours {
        return Ok(None);
    }
    // SQLite does not wait for others while it changes the journal mode, so one process does it at a time. The mode is
    // kept in the file.
    let _alone = lock()?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have been first.
    let found = version(&transaction)?;
    let missing = VERSIONS.get(usize::try_from(found).unwrap_or(usize::MAX)..).ok_or_else(|| newer(found))?;
    for Migration { text, then } in missing {
        transaction.execute_batch(text)?;
        then(&transaction, random)?;
    }
    transaction.pragma_update(None, "user_version", ours)?;
    if let (0, link) = newest(&transaction)? {
        begin(&link);
    }
    transaction.commit()?;
    Ok(Some(found))
}

/// Sets what each connection needs.
fn prepare(connection: &mut Connection) -> rusqlite::Result<()> {
    wait_for_others(connection)?;
    // A record must have reached the disk before the change that it announces is made.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // In pages, a quarter of the default: less remains to be checkpointed when a run over many accounts ends.
    connection.pragma_update(None, "wal_autocheckpoint", 250)
}

/// Whether the file has this program's version; `false` when it is older. Changes nothing in it.
pub(super) fn is_up_to_date(connection: &mut Connection) -> Result<bool, Unready> {
    prepare(connection)?;
    let (found, ours) = (version(connection)?, newest_version());
    if found > ours {
        return Err(newer(found));
    }
    Ok(found == ours)
}

fn newer(found: u32) -> Unready {
    Unready::Newer(StoreRefusal::Newer { found: found.into(), known: newest_version().into() })
}

fn newest_version() -> u32 {
    u32::try_from(VERSIONS.len()).unwrap_or(u32::MAX)
}

fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Chains the existing records under the numbers they have, which name intents.
fn chain(t: &Transaction<'_>, random: &dyn Random) -> Result<(), Unready> {
    let mut id = [0; 16];
    random.fill(&mut id).map_err(io::Error::other)?;
    t.execute("INSERT INTO store (id) VALUES (?1)", [id])?;
    let mut link = ChainHash::initial(&id);
    let mut old = t.prepare("SELECT id, record FROM audit_unchained ORDER BY id")?;
    let mut rows = old.query([])?;
    while let Some(row) = rows.next()? {
        let (number, text): (i64, String) = (row.get(0)?, row.get(1)?);
        link = link.next(number, &text);
        t.prepare_cached("INSERT INTO audit (id, record, hash) VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.execute(params![number, text, link.bytes()]))?;
        if let Ok(record) = serde_json::from_str::<AuditRecord>(&text) {
            for statement in records::open_intents(&[number], &[record]) {
                run(t, &statement)?;
            }
        }
    }
    drop(rows);
    drop(old);
    t.execute_batch(
        "DROP TABLE audit_unchained;
         CREATE TRIGGER audit_changes_nothing BEFORE UPDATE ON audit
         BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;
         CREATE TRIGGER audit_loses_nothing BEFORE DELETE ON audit
         BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END;",
    )?;
    Ok(())
}

/// The last record's number and hash; before the first, 0 and the hash of the store's id.
pub(super) fn newest(connection: &Connection) -> rusqlite::Result<(i64, ChainHash)> {
    let newest = connection.query_row("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1", [], |row| {
        // `audit verify` finds what was altered by hand; the trail goes on from what is there.
        Ok((row.get(0)?, ChainHash::from_bytes(row.get(1).unwrap_or_default())))
    });
    match newest.optional()? {
        Some(newest) => Ok(newest),
        None => connection
            .query_row("SELECT id FROM store", [], |row| Ok((0, ChainHash::initial(row.get_ref(0)?.as_bytes()?)))),
    }
}
