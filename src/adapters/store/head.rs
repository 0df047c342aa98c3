//! How far the audit trail has come, in a file of its own on the operator's machine: who cuts off the store's last
//! records has this file to reckon with. One line, `NUMBER:HASH`, written after each commit.
//!
//! It may lag behind (a process was killed in between); it is never moved on when the trail does not go through what
//! it says, so that what it proves is not lost by the next record. Beside a store in a file it is there from the
//! beginning, with number 0: gone or empty, it stays so until somebody has seen to it. A computer that is new to the
//! desk's database has none.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::private::{self, NOT_WRITTEN};
use crate::domain::audit::{Anchor, ChainHash};
use crate::ports::StoreError;

/// What keeps the file from being of use.
#[derive(Debug)]
pub enum HeadTrouble {
    /// It cannot be read or written.
    Io(io::Error),
    /// The trail does not go through what it says.
    Strange,
    /// It is gone or empty, though there are records.
    Gone,
    /// It holds something else, or leads elsewhere.
    Foreign,
}

/// The file, and what kept it from being moved on.
pub(super) struct Head {
    path: PathBuf,
    is_there_from_the_first: bool,
    trouble: Mutex<Option<HeadTrouble>>,
}

impl Head {
    /// Beside a store in a file, which it has from the first.
    pub(super) fn beside(path: PathBuf) -> Self {
        Self { path, is_there_from_the_first: true, trouble: Mutex::default() }
    }

    /// On a computer that uses the desk's database, perhaps for the first time.
    pub(super) fn of_a_server(path: PathBuf) -> Self {
        Self { path, is_there_from_the_first: false, trouble: Mutex::default() }
    }

    /// How far the trail had come; `None`: the file is gone, or it says nothing.
    pub(super) fn read(&self) -> Result<Option<Anchor>, StoreError> {
        let place = || self.path.display().to_string();
        read(&self.path).map_err(|error| StoreError { place: place(), text: error.to_string() })
    }

    /// Makes the file where a store has none yet: at number 0, with the hash before all records, or further on. One that
    /// says something stays.
    pub(super) fn begin(&self, number: i64, link: &ChainHash) {
        if let Err(trouble) = begin(&self.path, number, link) {
            *self.trouble() = Some(trouble);
        }
    }

    /// Moves the file on to a record, unless it is farther on already. `is_past` tells whether the trail goes through
    /// what the file says; when it cannot tell, nothing is done and this gives what is to be looked up. What the file
    /// stands for is in the store, so a failure stops nothing: whoever runs the program is told.
    pub(super) fn move_on(
        &self,
        number: i64,
        link: &ChainHash,
        is_past: impl FnOnce(&Anchor) -> Option<bool>,
    ) -> Option<Anchor> {
        let may_be_made = !self.is_there_from_the_first;
        move_on(&self.path, may_be_made, number, link, is_past).unwrap_or_else(|trouble| {
            *self.trouble() = Some(trouble);
            None
        })
    }

    fn trouble(&self) -> MutexGuard<'_, Option<HeadTrouble>> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What kept the file from being moved on, if anything did. It is told once.
    pub(super) fn take_trouble(&self) -> Option<(PathBuf, HeadTrouble)> {
        Some((self.path.clone(), self.trouble().take()?))
    }
}

/// What the file says.
enum Said {
    Nothing,
    /// There was no record yet.
    Beginning,
    At(Anchor),
}

fn read(path: &Path) -> io::Result<Option<Anchor>> {
    let mut file = match private::open(path, OpenOptions::new().read(true)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        // What it leads to is not ours.
        Err(_) if path.is_symlink() => return Ok(None),
        other => other?,
    };
    // Not half of what another process is just writing.
    file.lock_shared()?;
    match said(&mut file) {
        Ok(Said::At(anchor)) => Ok(Some(anchor)),
        Ok(Said::Nothing | Said::Beginning) | Err(HeadTrouble::Foreign) => Ok(None),
        Err(HeadTrouble::Io(error)) => Err(error),
        Err(HeadTrouble::Strange | HeadTrouble::Gone) => Ok(None),
    }
}

fn begin(path: &Path, number: i64, link: &ChainHash) -> Result<(), HeadTrouble> {
    let mut file = open(path, true)?;
    match said(&mut file)? {
        Said::At(_) => Ok(()),
        Said::Nothing | Said::Beginning => write(&mut file, &Anchor::new(number, link)).map_err(HeadTrouble::Io),
    }
}

fn move_on(
    path: &Path,
    may_be_made: bool,
    number: i64,
    link: &ChainHash,
    is_past: impl FnOnce(&Anchor) -> Option<bool>,
) -> Result<Option<Anchor>, HeadTrouble> {
    let mut file = open(path, may_be_made)?;
    match said(&mut file)? {
        Said::Nothing if !may_be_made => return Err(HeadTrouble::Gone),
        Said::Nothing | Said::Beginning => {}
        Said::At(before) => match is_past(&before) {
            None => return Ok(Some(before)),
            Some(false) => return Err(HeadTrouble::Strange),
            Some(true) if before.number >= number => return Ok(None),
            Some(true) => {}
        },
    }
    write(&mut file, &Anchor::new(number, link)).map_err(HeadTrouble::Io)?;
    Ok(None)
}

/// Opens the file for this process alone.
fn open(path: &Path, may_be_made: bool) -> Result<File, HeadTrouble> {
    let file = match private::open(path, OpenOptions::new().read(true).write(true).create(may_be_made)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(HeadTrouble::Gone),
        Err(_) if path.is_symlink() => return Err(HeadTrouble::Foreign),
        other => other.map_err(HeadTrouble::Io)?,
    };
    if let Some(why) = file.metadata().map(|found| private::of(&found, NOT_WRITTEN)).map_err(HeadTrouble::Io)? {
        return Err(HeadTrouble::Io(io::Error::new(ErrorKind::PermissionDenied, why.to_string())));
    }
    file.lock().map_err(HeadTrouble::Io)?;
    Ok(file)
}

fn said(file: &mut File) -> Result<Said, HeadTrouble> {
    let mut bytes = Vec::new();
    // More than a line is not what was written here.
    file.take(200).read_to_end(&mut bytes).map_err(HeadTrouble::Io)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| HeadTrouble::Foreign)?.trim();
    // A file that a power cut took the content of may be all NULs.
    if text.trim_matches('\0').is_empty() {
        return Ok(Said::Nothing);
    }
    if let Ok(anchor) = text.parse() {
        return Ok(Said::At(anchor));
    }
    let is_beginning = text.strip_prefix("0:").is_some_and(|hash| format!("1:{hash}").parse::<Anchor>().is_ok());
    if is_beginning { Ok(Said::Beginning) } else { Err(HeadTrouble::Foreign) }
}

fn write(file: &mut File, anchor: &Anchor) -> io::Result<()> {
    let line = format!("{anchor}\n");
    file.seek(SeekFrom::Start(0))?;
    file.write_all(line.as_bytes())?;
    file.set_len(u64::try_from(line.len()).unwrap_or_default())
}
