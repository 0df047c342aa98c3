//! The store's files and their folder: made private, checked to be private, opened without following a link.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::adapters::private_file::{
    NEITHER_READ_NOR_WRITTEN, create, exposure, folder_exposure, folder_of, make_folder, open, test_write,
};
use crate::ports::StoreRefusal;

/// The endings of the files that SQLite keeps beside it.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Makes the folder and the file, readable by their owner alone.
pub(super) fn prepare(path: &Path) -> io::Result<()> {
    make_folder(folder_of(path))?;
    match create(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        other => other.map(drop),
    }
}

/// Whether there is a file; if not, checks that it could be made.
pub(super) fn exists(path: &Path) -> io::Result<bool> {
    match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => test_write(folder_of(path)).map(|()| false),
        other => other.map(|_| true),
    }
}

/// Checks that the files and their folder are this user's alone.
///
/// # Errors
/// The system's.
pub(super) fn check_private(path: &Path) -> io::Result<Result<(), StoreRefusal>> {
    // SQLite refuses a folder itself.
    if path.is_dir() && !path.is_symlink() {
        return Ok(Ok(()));
    }
    let refused = |path: &Path, why| Ok(Err(StoreRefusal::Exposed { path: path.to_owned(), why }));
    // A folder that is missing is made for this user alone.
    if folder_of(path).exists()
        && let Some(why) = folder_exposure(path)?
    {
        return refused(folder_of(path), why);
    }
    for path in [path.to_owned()].into_iter().chain(BESIDE.map(|ending| beside(path, ending))) {
        if let Some(why) = exposure(&path, NEITHER_READ_NOR_WRITTEN)? {
            return refused(&path, why);
        }
    }
    Ok(Ok(()))
}

/// Removes the file and all that is kept beside it but the lock file.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    if !path.try_exists()? {
        return Ok(());
    }
    let _lock = lock(&path.with_extension("lock"))?;
    let others = BESIDE.map(|ending| beside(path, ending)).into_iter();
    let others = others.chain(["head", "key"].map(|extension| path.with_extension(extension)));
    for path in others.chain([path.to_owned()]) {
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Opens the existing file.
pub(super) fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if cfg!(windows) {
        return Connection::open_with_flags(path, flags);
    }
    // With NOFOLLOW, SQLite refuses a link above the file too.
    let folder = folder_of(path).canonicalize().unwrap_or_else(|_| folder_of(path).to_owned());
    let path = path.file_name().map_or_else(|| path.to_owned(), |name| folder.join(name));
    Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NOFOLLOW)
}

/// Which file is at a path, to notice when another one is, or none: a process that has the first one open would go on
/// writing into what nobody can read any more. On Windows an open file cannot be removed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct FileIdentity {
    #[cfg(unix)]
    device_and_number: (u64, u64),
}

impl FileIdentity {
    #[cfg(unix)]
    pub(super) fn at(path: &Path) -> io::Result<Self> {
        use std::os::unix::fs::MetadataExt;
        let metadata = std::fs::metadata(path)?;
        Ok(Self { device_and_number: (metadata.dev(), metadata.ino()) })
    }

    #[cfg(not(unix))]
    pub(super) fn at(_: &Path) -> io::Result<Self> {
        Ok(Self {})
    }
}

/// Takes a lock file, and waits while another process holds it.
pub(super) fn lock(path: &Path) -> io::Result<File> {
    let file = open(path, OpenOptions::new().write(true).create(true).truncate(false))?;
    file.lock()?;
    Ok(file)
}
