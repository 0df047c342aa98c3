//! The tables in PostgreSQL, and how an older database becomes a newer one.
//!
//! One version is one layout here and in `sqlite/schema.rs`; 4 adds there what is here from the beginning. Versions 1 and
//! 2 never existed in PostgreSQL.

use tokio_postgres::error::SqlState;

use super::PostgresSettings;
use super::connection::{DatabaseFault, QueryError, ServerConnection, with_timeout};
use crate::adapters::store::session::{SqlRow, Statement, Unexpected};
use crate::adapters::store::{ExistingDatabase, key};
use crate::domain::code::{HashKey, KeyedHash};
use crate::ports::{OpenError, Random, StoreRefusal};

/// The steps from an empty database to the first version here, and from each version to the next. A released version is
/// never changed, only added to.
const VERSIONS: &[&str] = &[
    "
    CREATE TABLE store (
        id        BYTEA  NOT NULL, -- random: the beginning of the chain. Who writes locks this row
        version   BIGINT NOT NULL,
        key_check BYTEA  NOT NULL  -- shows whether a machine has the desk's key; says nothing of it
    );
    CREATE TABLE code (
        id         BIGINT PRIMARY KEY, -- 1, 2, 3 …, given while the desk's lock is held
        operator   TEXT   NOT NULL,
        account    BYTEA  NOT NULL,
        number     BYTEA  NOT NULL,
        seal       BYTEA  NOT NULL,
        issued_at  BIGINT NOT NULL, -- microseconds since 1970, like every time here but writer's
        expires_at BIGINT NOT NULL,
        tries_left BIGINT NOT NULL,
        state      TEXT   NOT NULL CHECK (state IN ('live', 'used', 'replaced', 'withdrawn')),
        used_at    BIGINT
    );
    CREATE INDEX code_by_account ON code (account, issued_at);
    CREATE INDEX code_by_number ON code (number, issued_at);
    -- Tries at codes: wrong until it is known to be right.
    CREATE TABLE attempt (
        id      BIGINT PRIMARY KEY,
        code    BIGINT NOT NULL,
        account BYTEA  NOT NULL,
        at      BIGINT NOT NULL,
        state   TEXT   NOT NULL CHECK (state IN ('wrong', 'right', 'forgiven'))
    );
    CREATE INDEX attempt_by_account ON attempt (account, at);
    -- One row: the desk's time, which never goes back, and what the clock said then; see domain/limits/desk_time.rs.
    CREATE TABLE clock (
        desk BIGINT NOT NULL,
        wall BIGINT NOT NULL
    );
    INSERT INTO clock (desk, wall) VALUES (0, 0);
    CREATE TABLE audit (
        id     BIGINT PRIMARY KEY, -- 1, 2, 3 … without gaps
        record TEXT   NOT NULL,    -- one JSON object, as it is hashed: never JSONB
        hash   BYTEA  NOT NULL     -- over the hash before; see domain/audit/chain.rs
    );
    CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''the audit trail is only ever added to''; END';
    CREATE TRIGGER audit_changes_nothing BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
    CREATE TABLE open_intent (
        id      BIGINT PRIMARY KEY,
        account TEXT   NOT NULL
    );
    CREATE INDEX open_intent_by_account ON open_intent (account);
    -- Follows from the trail, for speed: resets that were done, or may have been, by the record that says so.
    CREATE TABLE recent_reset (
        id      BIGINT PRIMARY KEY,
        account TEXT   NOT NULL,
        at      BIGINT NOT NULL
    );
    CREATE INDEX recent_reset_by_account ON recent_reset (account, at);
    -- How far the trail has been sent on, to each receiver.
    CREATE TABLE forwarded (
        receiver TEXT   PRIMARY KEY,
        id       BIGINT NOT NULL
    );
    -- Only here: how a run of the program finds out whether its last transaction was kept when the connection broke.
    CREATE TABLE writer (
        id      BYTEA  PRIMARY KEY,
        written BIGINT NOT NULL,
        at      TIMESTAMPTZ NOT NULL DEFAULT now()
    );
",
    "-- Only in SQLite.",
    "
    -- Follows from the trail, for speed, and may be behind it: see domain/audit/index. Consecutive records each.
    CREATE TABLE audit_segment (
        last     BIGINT PRIMARY KEY,
        first    BIGINT NOT NULL,
        earliest BIGINT NOT NULL,
        latest   BIGINT NOT NULL
    );
    CREATE TABLE audit_index (
        segment  BIGINT NOT NULL, -- its last record
        term     BIGINT NOT NULL,
        postings BYTEA  NOT NULL,
        PRIMARY KEY (segment, term)
    );
    CREATE INDEX audit_index_by_term ON audit_index (term, segment);
    -- At most one row: the last record that is in an archive only. The chain goes on from it.
    CREATE TABLE audit_base (
        number BIGINT NOT NULL,
        hash   BYTEA  NOT NULL
    );
    DROP TRIGGER audit_changes_nothing ON audit;
    CREATE TRIGGER audit_changes_nothing BEFORE UPDATE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
    CREATE FUNCTION audit_loses_what_is_archived() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN
            IF OLD.id > (SELECT coalesce(max(number), 0) FROM audit_base) THEN
                RAISE EXCEPTION ''the audit trail is only ever added to'';
            END IF;
            RETURN OLD;
        END';
    CREATE TRIGGER audit_loses_nothing BEFORE DELETE ON audit
        FOR EACH ROW EXECUTE FUNCTION audit_loses_what_is_archived();
",
];

/// The version of the first of them.
const FIRST: i64 = 3;

/// An arbitrary number that all programs share: two that make the tables at once wait for each other.
const MAKING: &str = "BEGIN; SELECT pg_advisory_xact_lock(7238710562930)";

/// A store that is ready.
pub(super) struct Ready {
    pub(super) id: Vec<u8>,
    pub(super) key: HashKey,
    /// Whether this machine made the key just now.
    pub(super) is_new: bool,
}

/// Brings the database up to this program's version, and checks this machine's key.
pub(super) async fn bring_up_to_date(
    connection: &ServerConnection,
    settings: &PostgresSettings,
    random: &dyn Random,
) -> Result<Ready, OpenError> {
    let failed = |error: QueryError| OpenError::from(error.trouble().at(settings));
    let unexpected = |text| OpenError::from(DatabaseFault::unexpected(text).at(settings));
    let path = &settings.key_file;

    let mut found = with_timeout(row(connection)).await.map_err(failed)?;
    let mut made = None;
    if found.as_ref().is_none_or(|found| found.version < newest()) {
        with_timeout(connection.execute(MAKING)).await.map_err(failed)?;
        // Another program may have been first.
        found = with_timeout(row_within(connection)).await.map_err(failed)?;
        let version = found.as_ref().map_or(FIRST - 1, |found| found.version);
        let missing = VERSIONS.get(usize::try_from(version + 1 - FIRST).unwrap_or(usize::MAX)..).unwrap_or_default();
        for text in missing {
            with_timeout(connection.execute(text)).await.map_err(failed)?;
        }
        if found.is_none() {
            let mut id = [0; 16];
            random.fill(&mut id).map_err(|error| unexpected(error.to_string()))?;
            let key = match private_key(settings)? {
                Some(key) => key,
                None => key::make(path, random).map_err(|error| error.of(settings.to_string()))?,
            };
            let sql = "INSERT INTO store (id, version, key_check) VALUES ($1, $2, $3)";
            let values = [(&id).into(), newest().into(), key.check(&id).bytes().into()];
            with_timeout(connection.run(&Statement::new(sql, values))).await.map_err(failed)?;
            made = Some(Ready { id: id.to_vec(), key, is_new: true });
        }
        if !missing.is_empty() {
            let update = Statement::new("UPDATE store SET version = $1", [newest().into()]);
            with_timeout(connection.run(&update)).await.map_err(failed)?;
        }
        with_timeout(connection.execute("COMMIT")).await.map_err(failed)?;
    }
    if let Some(made) = made {
        return Ok(made);
    }
    let Some(found) = found else { return Err(unexpected("no tables".to_owned())) };
    ready(found, settings)
}

/// What there is, as it is.
pub(super) async fn existing(
    connection: &ServerConnection,
    settings: &PostgresSettings,
) -> Result<ExistingDatabase<Ready>, OpenError> {
    let failed = |error: QueryError| error.trouble().at(settings);
    Ok(match with_timeout(row(connection)).await.map_err(failed)? {
        None => ExistingDatabase::Nothing,
        Some(found) if found.version < newest() => ExistingDatabase::Older,
        Some(found) => ExistingDatabase::Open(ready(found, settings)?),
    })
}

/// Checks the version, and this machine's key.
fn ready(found: StoreRow, settings: &PostgresSettings) -> Result<Ready, OpenError> {
    let path = &settings.key_file;
    let refused = |why| OpenError::Refused { place: settings.to_string(), why };
    if found.version > newest() {
        return Err(refused(StoreRefusal::Newer { found: found.version, known: newest() }));
    }
    let key = private_key(settings)?;
    let Some(key) = key else { return Err(refused(StoreRefusal::NoKey { path: path.clone() })) };
    if Some(key.check(&found.id)) != found.key_check {
        return Err(refused(StoreRefusal::OtherKey { path: path.clone() }));
    }
    Ok(Ready { id: found.id, key, is_new: false })
}

fn private_key(settings: &PostgresSettings) -> Result<Option<HashKey>, OpenError> {
    key::read_private(&settings.key_file).map_err(|error| error.of(settings.to_string()))
}

struct StoreRow {
    id: Vec<u8>,
    version: i64,
    key_check: Option<KeyedHash>,
}

/// The row of `store`; `None` when there are no tables. Every version has these three columns.
async fn row(connection: &ServerConnection) -> Result<Option<StoreRow>, QueryError> {
    let rows = match connection.run(&Statement::new("SELECT id, version, key_check FROM store", [])).await {
        Err(QueryError::Refused { code: Some(SqlState::UNDEFINED_TABLE), .. }) => return Ok(None),
        other => other?,
    };
    let found = |row: &SqlRow| {
        let key_check = row.array(2).ok().map(KeyedHash::from_bytes);
        Ok::<_, Unexpected>(StoreRow { id: row.bytes(0)?.to_vec(), version: row.int(1)?, key_check })
    };
    Ok(rows.first().map(found).transpose()?)
}

/// The same within a transaction, which a query of a missing table would abort.
async fn row_within(connection: &ServerConnection) -> Result<Option<StoreRow>, QueryError> {
    let is_there = Statement::new("SELECT NULL::text WHERE to_regclass('store') IS NOT NULL", []);
    if connection.run(&is_there).await?.is_empty() { Ok(None) } else { row(connection).await }
}

fn newest() -> i64 {
    FIRST - 1 + i64::try_from(VERSIONS.len()).unwrap_or_default()
}
