//! How far the audit trail has come, in a file of its own beside the store: who cuts off the store's last records has
//! this file to reckon with. One line, `NUMBER:HASH`, written after each commit.
//!
//! It may lag behind (a process was killed in between); it is never moved on when the trail does not go through what
//! it says, so that what it proves is not lost by the next record.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::private_file;
use crate::domain::audit::{Anchor, Link};

/// What keeps the file from being of use.
#[derive(Debug)]
pub enum HeadTrouble {
    /// It cannot be read or written.
    Io(io::Error),
    /// The trail does not go through what it says.
    Strange,
}

/// What it says; `None`: there is none, or it says nothing.
pub(super) fn read(path: &Path) -> io::Result<Option<Anchor>> {
    let mut file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        other => other?,
    };
    // Not half of what another process is just writing.
    file.lock_shared()?;
    said(&mut file)
}

/// Moves it on to a record, unless it is farther on already. `is_past` tells whether the trail goes through what the
/// file says.
pub(super) fn move_on(
    path: &Path,
    number: i64,
    link: &Link,
    is_past: impl FnOnce(&Anchor) -> bool,
) -> Result<(), HeadTrouble> {
    let mut file = open(path).map_err(HeadTrouble::Io)?;
    file.lock().map_err(HeadTrouble::Io)?;
    if let Some(before) = said(&mut file).map_err(HeadTrouble::Io)? {
        if !is_past(&before) {
            return Err(HeadTrouble::Strange);
        }
        if before.number >= number {
            return Ok(());
        }
    }
    write(&mut file, &format!("{number}:{link}\n")).map_err(HeadTrouble::Io)
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
