//! The store in an SQLite file: how it is opened, and whose key it takes.

mod busy;
mod fault;
mod files;
mod schema;
mod session;

use std::io;
use std::path::Path;

pub(super) use session::{SqliteSession, run};

use super::head::Head;
use super::key::{self, KeyError};
use super::session::{Decision, SqlRow, Statement, Unexpected, first};
use super::{ExistingDatabase, OpenStore};
use crate::domain::code::{HashKey, KeyedHash};
use crate::ports::{OpenError, Random, StoreError, StoreRefusal};

type IdAndKey = (Vec<u8>, HashKey);

/// Opens the store at `path`, or makes it: readable by its owner alone, with its key in a file beside it.
///
/// # Errors
/// [`OpenError`] when the file cannot be made, read or understood, is open to others, or has lost its key.
pub(super) fn open(path: &Path, random: &dyn Random) -> Result<OpenStore<SqliteSession>, OpenError> {
    let of_system = |error: io::Error| StoreError::of_system(path, &error);
    files::prepare(path).map_err(of_system)?;
    let mut connection = connect(path)?;
    let head = Head::beside(path.with_extension("head"));
    let lock = || files::lock(&path.with_extension("lock"));
    let before = schema::bring_up_to_date(&mut connection, random, lock, |link| head.begin(0, link));
    let before = before.map_err(|why| unready(path, why))?;
    if before.is_some_and(|version| version < schema::WITH_HEAD) {
        let (number, link) = schema::newest(&connection).map_err(|error| fault::store_error(path, &error))?;
        if number > 0 {
            head.begin(number, &link);
        }
    }
    let session = SqliteSession::new(path.to_owned(), connection)?;
    let made = id_and_key(&session, Some(random))?.map_err(|error| error.of(path.display().to_string()))?;
    let (id, key) = made.ok_or_else(|| of_system(io::Error::other("no key was made")))?;
    Ok(OpenStore { session, id, key, head, made_key: None })
}

/// Removes the store at `path`, with its key.
///
/// # Errors
/// The system's.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    files::remove(path)
}

/// Opens the store at `path` as it is.
///
/// # Errors
/// [`OpenError`], as [`open`].
pub(super) fn open_existing(path: &Path) -> Result<ExistingDatabase<OpenStore<SqliteSession>>, OpenError> {
    let of_system = |error: io::Error| StoreError::of_system(path, &error);
    if !files::exists(path).map_err(of_system)? {
        files::check_private(path).map_err(of_system)?.map_err(|why| refused(path, why))?;
        return Ok(ExistingDatabase::Nothing);
    }
    let mut connection = connect(path)?;
    if !schema::is_up_to_date(&mut connection).map_err(|why| unready(path, why))? {
        return Ok(ExistingDatabase::Older);
    }
    let session = SqliteSession::new(path.to_owned(), connection)?;
    let Some((id, key)) = id_and_key(&session, None)?.map_err(|error| error.of(path.display().to_string()))? else {
        return Ok(ExistingDatabase::Nothing);
    };
    let head = Head::beside(path.with_extension("head"));
    Ok(ExistingDatabase::Open(OpenStore { session, id, key, head, made_key: None }))
}

fn connect(path: &Path) -> Result<rusqlite::Connection, OpenError> {
    let checked = files::check_private(path).map_err(|error| StoreError::of_system(path, &error))?;
    checked.map_err(|why| refused(path, why))?;
    Ok(files::connect(path).map_err(|error| fault::store_error(path, &error))?)
}

fn refused(path: &Path, why: StoreRefusal) -> OpenError {
    OpenError::Refused { place: path.display().to_string(), why }
}

fn unready(path: &Path, why: schema::Unready) -> OpenError {
    match why {
        schema::Unready::Newer(refusal) => refused(path, refusal),
        schema::Unready::Sqlite(error) => fault::store_error(path, &error).into(),
        schema::Unready::System(error) => StoreError::of_system(path, &error).into(),
    }
}

/// The store's id and its key: the known one, or a new one while the store has neither a record nor a code.
/// A store from before keys were known takes the one that is there. Without `random` nothing is made or written, and the
/// result is `None` where that would be needed.
fn id_and_key(
    session: &SqliteSession,
    random: Option<&dyn Random>,
) -> Result<Result<Option<IdAndKey>, KeyError>, StoreError> {
    let path = session.path().with_extension("key");
    let known = Statement::new("SELECT id, key_check FROM store", []);
    let is_used = Statement::new("SELECT EXISTS (SELECT 1 FROM audit) OR EXISTS (SELECT 1 FROM code)", []);
    let decode = |found: &[SqlRow]| {
        let row = first(found)?;
        let check = if row.is_null(1) { None } else { Some(KeyedHash::from_bytes(row.array(1)?)) };
        Ok::<_, Unexpected>((row.bytes(0)?.to_vec(), check))
    };
    // Independent of the store's id, whose change `audit verify` finds.
    let check = |key: &HashKey| key.check(b"sqlite");
    let found = session.read(std::slice::from_ref(&known))?;
    if let Some(Ok((id, Some(known)))) = found.first().map(|rows| decode(rows))
        && let Ok(Some(key)) = key::read_beside(&path)
        && check(&key) == known
    {
        return Ok(Ok(Some((id, key))));
    }
    // Another process may be making one.
    session.write(&[known, is_used], |found| -> Decision<_> {
        let [known, is_used] = found.as_slice() else { return Err(Unexpected(String::new())) };
        let ((id, known), is_used) = (decode(known)?, first(is_used)?.int(0)? != 0);
        let stopped = |why| Ok((Vec::new(), Err(why)));
        let refused = |why| stopped(KeyError::Refused(why));
        let key = match (key::read_beside(&path), random) {
            (Ok(Some(key)), _) => key,
            (Ok(None), _) if is_used => return refused(StoreRefusal::NoKey { path: path.clone() }),
            (Ok(None), Some(random)) => match key::make(&path, random) {
                Ok(key) => key,
                Err(why) => return stopped(why),
            },
            (Ok(None), None) => return Ok((Vec::new(), Ok(None))),
            (Err(why), _) => return stopped(why),
        };
        let mut writes = Vec::new();
        match known {
            Some(known) if known == check(&key) => {}
            Some(_) if is_used => return refused(StoreRefusal::OtherKey { path: path.clone() }),
            _ if random.is_none() => return Ok((Vec::new(), Ok(None))),
            _ => writes.push(Statement::new("UPDATE store SET key_check = $1", [check(&key).bytes().into()])),
        }
        Ok((writes, Ok(Some((id, key)))))
    })
}

/// A session of a thread's own, to a store that is there.
///
/// # Errors
/// [`StoreError`].
pub(super) fn second_session(path: &Path) -> Result<SqliteSession, StoreError> {
    let connection = connect_spool(path).map_err(|error| fault::store_error(path, &error))?;
    SqliteSession::new(path.to_owned(), connection)
}

/// A connection for a thread that forwards or indexes the trail, to a store that is there.
pub(super) fn connect_spool(path: &Path) -> rusqlite::Result<rusqlite::Connection> {
    let mut connection = files::connect(path)?;
    busy::wait_for_others(&mut connection)?;
    // If a power cut loses a mark, a message is sent or a segment indexed twice. No call waits for this disk write.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    Ok(connection)
}
