//! The trail's head: a file on the operator's machine with the number and hash of the last record, so that records cut
//! off the store's end are noticed. One line, `NUMBER:HASH`, written after each commit.
//!
//! It may lag behind, when a process was killed in between. It is not moved on when the trail does not go through what
//! it says: the next record must not destroy that evidence. Beside a store in a file it exists from the beginning, with
//! number 0, and once lost it is not made again. A computer that is new to the desk's database has none.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::adapters::private_file::{self, NOT_WRITTEN};
use crate::domain::audit::{Anchor, ChainHash};
use crate::ports::StoreError;

/// Why the file is of no use.
#[derive(Debug)]
pub enum HeadTrouble {
    /// It cannot be read or written.
    Io(io::Error),
    /// Others can write it, or it belongs to another user.
    Exposed,
    /// The trail does not go through what it says.
    Strange,
    /// It is missing or empty, though there are records.
    Gone,
    /// It holds something else, or is a link.
    Foreign,
}

/// The file, and why it could not be moved on.
pub(super) struct Head {
    path: PathBuf,
    /// Whether a missing file may be made.
    may_be_made: bool,
    trouble: Mutex<Option<HeadTrouble>>,
}

/// What the file holds.
enum Content {
    Nothing,
    /// Number 0: there was no record yet.
    Beginning,
    Anchor(Anchor),
}

impl Head {
    /// The head of a store in a file.
    pub(super) fn beside(path: PathBuf) -> Self {
        Self { path, may_be_made: false, trouble: Mutex::default() }
    }

    /// The head on a computer that uses the desk's database, perhaps for the first time.
    pub(super) fn of_a_server(path: PathBuf) -> Self {
        Self { path, may_be_made: true, trouble: Mutex::default() }
    }

    /// The record in the file; `None` when the file is missing or holds none.
    pub(super) fn read(&self) -> Result<Option<Anchor>, StoreError> {
        let failed = |error: io::Error| StoreError::of_system(&self.path, &error);
        let mut file = match private_file::open(&self.path, OpenOptions::new().read(true)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            // What it leads to is not ours.
            Err(_) if self.path.is_symlink() => return Ok(None),
            other => other.map_err(failed)?,
        };
        // Not half of what another process is just writing.
        file.lock_shared().map_err(failed)?;
        match content(&mut file) {
            Ok(Content::Anchor(anchor)) => Ok(Some(anchor)),
            Err(HeadTrouble::Io(error)) => Err(failed(error)),
            Ok(_) | Err(_) => Ok(None),
        }
    }

    /// Makes the file of a new store, unless it already holds a record.
    pub(super) fn begin(&self, number: i64, link: &ChainHash) {
        let begin = || match open(&self.path, true).and_then(|mut file| Ok((content(&mut file)?, file)))? {
            (Content::Anchor(_), _) => Ok(()),
            (Content::Nothing | Content::Beginning, mut file) => write(&mut file, &Anchor::new(number, link)),
        };
        if let Err(trouble) = begin() {
            *self.trouble() = Some(trouble);
        }
    }

    /// Moves the file on to a record, unless it is further on already. `is_past` tells whether the trail goes through
    /// what the file says; when it does not know, nothing is done and this returns the anchor to look up. A failure
    /// stops nothing, since the record is in the store: the operator is told.
    pub(super) fn move_on(
        &self,
        number: i64,
        link: &ChainHash,
        is_past: impl FnOnce(&Anchor) -> Option<bool>,
    ) -> Option<Anchor> {
        let move_on = || {
            let mut file = open(&self.path, self.may_be_made)?;
            match content(&mut file)? {
                Content::Nothing if !self.may_be_made => return Err(HeadTrouble::Gone),
                Content::Nothing | Content::Beginning => {}
                Content::Anchor(before) => match is_past(&before) {
                    None => return Ok(Some(before)),
                    Some(false) => return Err(HeadTrouble::Strange),
                    Some(true) if before.number >= number => return Ok(None),
                    Some(true) => {}
                },
            }
            write(&mut file, &Anchor::new(number, link))?;
            Ok(None)
        };
        move_on().unwrap_or_else(|trouble| {
            *self.trouble() = Some(trouble);
            None
        })
    }

    /// Why the file could not be moved on, once.
    pub(super) fn take_trouble(&self) -> Option<(PathBuf, HeadTrouble)> {
        Some((self.path.clone(), self.trouble().take()?))
    }

    fn trouble(&self) -> MutexGuard<'_, Option<HeadTrouble>> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens and locks the file for this process alone.
fn open(path: &Path, may_be_made: bool) -> Result<File, HeadTrouble> {
    let file = match private_file::open(path, OpenOptions::new().read(true).write(true).create(may_be_made)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(HeadTrouble::Gone),
        Err(_) if path.is_symlink() => return Err(HeadTrouble::Foreign),
        other => other.map_err(HeadTrouble::Io)?,
    };
    let metadata = file.metadata().map_err(HeadTrouble::Io)?;
    if private_file::exposure_of(&metadata, NOT_WRITTEN).is_some() {
        return Err(HeadTrouble::Exposed);
    }
    file.lock().map_err(HeadTrouble::Io)?;
    Ok(file)
}

fn content(file: &mut File) -> Result<Content, HeadTrouble> {
    let mut bytes = Vec::new();
    // More than a line was not written by this program.
    file.take(200).read_to_end(&mut bytes).map_err(HeadTrouble::Io)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| HeadTrouble::Foreign)?.trim();
    // After a power cut the file may be all NULs.
    if text.trim_matches('\0').is_empty() {
        return Ok(Content::Nothing);
    }
    if let Ok(anchor) = text.parse() {
        return Ok(Content::Anchor(anchor));
    }
    let is_beginning = text.strip_prefix("0:").is_some_and(|hash| format!("1:{hash}").parse::<Anchor>().is_ok());
    if is_beginning { Ok(Content::Beginning) } else { Err(HeadTrouble::Foreign) }
}

fn write(file: &mut File, anchor: &Anchor) -> Result<(), HeadTrouble> {
    let line = format!("{anchor}\n");
    let written = file.seek(SeekFrom::Start(0)).and_then(|_| file.write_all(line.as_bytes()));
    written.and_then(|()| file.set_len(u64::try_from(line.len()).unwrap_or_default())).map_err(HeadTrouble::Io)
}
