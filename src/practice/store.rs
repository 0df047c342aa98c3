//! Where the state is kept between runs: one JSON file, and a lock file so that two programs do not lose each other's
//! changes.

use super::PracticeError;
use super::state::PracticeState;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub(super) struct PracticeStore {
    folder: PathBuf,
}

impl PracticeStore {
    /// Opens the store in `folder`, seeding a new one.
    pub(super) fn open(folder: &Path, seed: impl FnOnce() -> PracticeState) -> Result<Self, PracticeError> {
        make_private_folder(folder).map_err(|source| PracticeError::at(folder, source))?;
        let store = Self { folder: folder.to_owned() };
        let _lock = store.lock()?;
        if store.file().exists() {
            store.read()?;
        } else {
            store.write(&seed())?;
        }
        Ok(store)
    }

    /// Removes the state in `folder`.
    pub(super) fn remove(folder: &Path) -> Result<(), PracticeError> {
        if !folder.exists() {
            return Ok(());
        }
        let store = Self { folder: folder.to_owned() };
        let _lock = store.lock()?;
        match fs::remove_file(store.file()) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(PracticeError::at(&store.file(), error)),
            _ => Ok(()),
        }
    }

    /// The state as it is now. Needs no lock: the file is only ever replaced as a whole.
    pub(super) fn read(&self) -> Result<PracticeState, PracticeError> {
        let path = self.file();
        let text = fs::read(&path).map_err(|source| PracticeError::at(&path, source))?;
        let unreadable = |reason: String| PracticeError::Unreadable { path: path.clone(), reason };
        let version = serde_json::from_slice(&text)
            .map(|StateVersion { version }| version)
            .map_err(|error| unreadable(error.to_string()))?;
        if version != PracticeState::VERSION {
            return Err(unreadable(format!(
                "it has version {version}, and this program reads {}",
                PracticeState::VERSION
            )));
        }
        serde_json::from_slice(&text).map_err(|error| unreadable(error.to_string()))
    }

    /// Applies `change` to the state and saves it, under the lock.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut PracticeState) -> T) -> Result<T, PracticeError> {
        let _lock = self.lock()?;
        let mut state = self.read()?;
        let outcome = change(&mut state);
        self.write(&state)?;
        Ok(outcome)
    }

    fn file(&self) -> PathBuf {
        self.folder.join("practice.json")
    }

    /// Locks until the file is dropped. Not the state file itself, which is replaced each time.
    fn lock(&self) -> Result<File, PracticeError> {
        let path = self.folder.join("practice.lock");
        let locked = private(OpenOptions::new().write(true).create(true).truncate(false))
            .open(&path)
            .and_then(|file| file.lock().map(|()| file));
        locked.map_err(|source| PracticeError::at(&path, source))
    }

    /// Written beside and moved into place. Not forced to disk: a power cut may lose a practice.
    fn write(&self, state: &PracticeState) -> Result<(), PracticeError> {
        let aside = self.folder.join("practice.json.new");
        let text = serde_json::to_vec_pretty(state).map_err(|error| PracticeError::at(&aside, error.into()))?;
        private(OpenOptions::new().write(true).create(true).truncate(true))
            .open(&aside)
            .and_then(|mut file| file.write_all(&text))
            .and_then(|()| fs::rename(&aside, self.file()))
            .map_err(|source| PracticeError::at(&aside, source))
    }
}

/// The part of a state file that every version has.
#[derive(serde::Deserialize)]
struct StateVersion {
    version: u32,
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

/// Elsewhere the user's own folder is private already.
#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
