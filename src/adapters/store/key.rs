//! The key for codes and numbers, in a file of its own: the store alone reveals neither.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use zeroize::Zeroizing;

use crate::adapters::private_file::{self, NEITHER_READ_NOR_WRITTEN};
use crate::adapters::secret_file;
use crate::config::{SecretFault, check_ordinary};
use crate::domain::code::HashKey;
use crate::domain::system_fault::SystemFault;
use crate::ports::{KeyFault, OpenError, Random, StoreError, StoreRefusal};

/// Why there is no usable key.
pub(super) enum KeyError {
    Failed(StoreError),
    Refused(StoreRefusal),
}

impl KeyError {
    /// The error of opening the store at `place`.
    pub(super) fn of(self, place: String) -> OpenError {
        match self {
            Self::Failed(error) => OpenError::Failed(error),
            Self::Refused(why) => OpenError::Refused { place, why },
        }
    }
}

/// Makes the key, unless another process was first, and returns the one that is in place.
pub(super) fn make(path: &Path, random: &dyn Random) -> Result<HashKey, KeyError> {
    place(path, random).map_err(|error| failed(path, &error))?;
    read(private_file::open(path, OpenOptions::new().read(true)), path)
}

/// Reads a key that others must not be able to read; `None` when there is none.
pub(super) fn read_private(path: &Path) -> Result<Option<HashKey>, KeyError> {
    if path.is_dir() {
        return Err(is_folder(path));
    }
    // Opening a pipe waits for its other end.
    if check_ordinary(path) == Err(SystemFault::NotAFile) {
        return Err(unusable(path, KeyFault::NotAKey));
    }
    let file = File::open(path);
    if let Ok(file) = &file
        && let Err(SecretFault::Exposed { mode }) = secret_file::check(file)
    {
        return Err(unusable(path, KeyFault::Readable { mode }));
    }
    read_if_there(file, path)
}

/// Reads the key beside a store, which must be this user's own file and no link; `None` when there is none.
pub(super) fn read_beside(path: &Path) -> Result<Option<HashKey>, KeyError> {
    if fs::symlink_metadata(path).is_ok_and(|found| found.is_dir()) {
        return Err(is_folder(path));
    }
    if let Some(why) = private_file::exposure(path, NEITHER_READ_NOR_WRITTEN).map_err(|error| failed(path, &error))? {
        return Err(KeyError::Refused(StoreRefusal::Exposed { path: path.to_owned(), why }));
    }
    read_if_there(private_file::open(path, OpenOptions::new().read(true)), path)
}

fn read_if_there(file: io::Result<File>, path: &Path) -> Result<Option<HashKey>, KeyError> {
    match file {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        file => read(file, path).map(Some),
    }
}

fn read(file: io::Result<File>, path: &Path) -> Result<HashKey, KeyError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(33));
    let read = file.and_then(|file| file.take(33).read_to_end(&mut bytes));
    read.map_err(|error| failed(path, &error))?;
    let bytes = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| unusable(path, KeyFault::NotAKey))?;
    Ok(HashKey::new(Zeroizing::new(bytes)))
}

fn failed(path: &Path, error: &io::Error) -> KeyError {
    KeyError::Failed(StoreError::of_system(path, error))
}

fn is_folder(path: &Path) -> KeyError {
    KeyError::Refused(StoreRefusal::KeyIsFolder { path: path.to_owned() })
}

fn unusable(path: &Path, why: KeyFault) -> KeyError {
    KeyError::Refused(StoreRefusal::UnusableKey { path: path.to_owned(), why })
}

/// Writes a new key under another name and renames it, so that no other process reads half of one. A process killed
/// here leaves a file that the next one uses.
fn place(path: &Path, random: &dyn Random) -> io::Result<()> {
    let aside = path.with_extension("key.new");
    let mut file = private_file::open(&aside, OpenOptions::new().write(true).create(true).truncate(false))?;
    if private_file::exposure_of(&file.metadata()?, NEITHER_READ_NOR_WRITTEN).is_some() {
        return Err(io::Error::new(ErrorKind::PermissionDenied, format!("{} is not ours alone", aside.display())));
    }
    // Another process may have renamed its key meanwhile.
    file.lock()?;
    let placed = match fs::symlink_metadata(path) {
        Ok(_) => Err(None),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            write(&mut file, random).and_then(|()| fs::rename(&aside, path)).map_err(Some)
        }
        Err(error) => Err(Some(error)),
    };
    let Err(why) = placed else { return sync_folder(path) };
    // A file that cannot be removed does no harm.
    let _ = fs::remove_file(&aside);
    why.map_or(Ok(()), Err)
}

fn write(file: &mut File, random: &dyn Random) -> io::Result<()> {
    let mut bytes = Zeroizing::new([0; 32]);
    random.fill(bytes.as_mut()).map_err(io::Error::other)?;
    file.set_len(0)?;
    file.write_all(bytes.as_ref())?;
    file.sync_all()
}

/// The store must not outlive its key in a power cut.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(private_file::folder_of(path))?.sync_all() } else { Ok(()) }
}
