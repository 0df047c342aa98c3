//! How far the audit trail has come, in a file of its own on the operator's machine: who cuts off the store's last
//! records has this file to reckon with. One line, `NUMBER:HASH`, written after each commit.
//!
//! It may lag behind (a process was killed in between); it is never moved on when the trail does not go through what
//! it says, so that what it proves is not lost by the next record.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::private::private_file;
use crate::domain::audit::{Anchor, Link};
use crate::ports::StoreError;

/// What keeps the file from being of use.
#[derive(Debug)]
pub enum HeadTrouble {
    /// It cannot be read or written.
    Io(io::Error),
    /// The trail does not go through what it says.
    Strange,
}

/// The file, and what kept it from being moved on.
pub(super) struct Head {
    path: PathBuf,
    trouble: Mutex<Option<HeadTrouble>>,
}

impl Head {
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path, trouble: Mutex::default() }
    }

    /// How far the trail had come; `None`: the file is gone, or it says nothing.
    pub(super) fn read(&self) -> Result<Option<Anchor>, StoreError> {
        let place = || self.path.display().to_string();
        read(&self.path).map_err(|error| StoreError { place: place(), text: error.to_string() })
    }

    /// Moves the file on to a record, unless it is farther on already. `is_past` tells whether the trail goes through
    /// what the file says; when it cannot tell, nothing is done and this gives what is to be looked up. What the file
    /// stands for is in the store, so a failure stops nothing: whoever runs the program is told.
    pub(super) fn move_on(
        &self,
        number: i64,
        link: &Link,
        is_past: impl FnOnce(&Anchor) -> Option<bool>,
    ) -> Option<Anchor> {
        move_on(&self.path, number, link, is_past).unwrap_or_else(|trouble| {
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

fn read(path: &Path) -> io::Result<Option<Anchor>> {
    let mut file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        other => other?,
    };
    // Not half of what another process is just writing.
    file.lock_shared()?;
    said(&mut file)
}

fn move_on(
    path: &Path,
    number: i64,
    link: &Link,
    is_past: impl FnOnce(&Anchor) -> Option<bool>,
) -> Result<Option<Anchor>, HeadTrouble> {
    let mut file = open(path).map_err(HeadTrouble::Io)?;
    file.lock().map_err(HeadTrouble::Io)?;
    if let Some(before) = said(&mut file).map_err(HeadTrouble::Io)? {
        match is_past(&before) {
            None => return Ok(Some(before)),
            Some(false) => return Err(HeadTrouble::Strange),
            Some(true) if before.number >= number => return Ok(None),
            Some(true) => {}
        }
    }
    write(&mut file, &format!("{number}:{link}\n")).map_err(HeadTrouble::Io)?;
    Ok(None)
}

fn open(path: &Path) -> io::Result<File> {
    match private_file(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        other => drop(other?),
    }
    File::options().read(true).write(true).open(path)
}

fn said(file: &mut File) -> io::Result<Option<Anchor>> {
    let mut text = String::new();
    // More than a line is no longer what was written here.
    file.take(200).read_to_string(&mut text)?;
    Ok(text.parse().ok())
}

fn write(file: &mut File, line: &str) -> io::Result<()> {
    file.seek(SeekFrom::Start(0))?;
    file.write_all(line.as_bytes())?;
    file.set_len(u64::try_from(line.len()).unwrap_or_default())
}
