//! Archives of the audit log as files. Never overwrites one, and none has its name before it is whole and on the disk.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use super::private_file;
use crate::domain::system_fault::SystemFault;
use crate::ports::{ArchiveDraft, ArchiveFiles};

/// The longest line, in bytes: more than any record.
const LONGEST_LINE: u64 = 16 * 1024 * 1024;

/// The file system.
pub struct Archives;

/// What is written under another name until it is whole.
struct UnfinishedArchive {
    file: Option<BufWriter<File>>,
    path: PathBuf,
    unfinished: PathBuf,
}

impl ArchiveFiles for Archives {
    fn exists(&self, path: &Path) -> bool {
        path.symlink_metadata().is_ok()
    }

    fn create(&self, path: &Path) -> Result<Box<dyn ArchiveDraft>, SystemFault> {
        let mut name = path.as_os_str().to_owned();
        name.push(".part");
        let unfinished = PathBuf::from(name);
        // Of a run that was killed.
        match fs::remove_file(&unfinished) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err((&error).into()),
            _ => {}
        }
        let file = private_file::create(&unfinished).map_err(SystemFault::from)?;
        Ok(Box::new(UnfinishedArchive { file: Some(BufWriter::new(file)), path: path.to_owned(), unfinished }))
    }

    fn read(&self, path: &Path, each: &mut dyn FnMut(&str) -> bool) -> Result<(), SystemFault> {
        let file = private_file::open(path, OpenOptions::new().read(true)).map_err(SystemFault::from)?;
        if !file.metadata().map_err(SystemFault::from)?.is_file() {
            return Err(SystemFault::NotAFile);
        }
        let (mut reader, mut line) = (BufReader::with_capacity(256 * 1024, file), Vec::new());
        loop {
            line.clear();
            let mut limited = (&mut reader).take(LONGEST_LINE);
            if limited.read_until(b'\n', &mut line).map_err(SystemFault::from)? == 0 {
                return Ok(());
            }
            let line = line.strip_suffix(b"\n").unwrap_or(&line);
            if !each(&String::from_utf8_lossy(line)) {
                return Ok(());
            }
        }
    }
}

impl ArchiveDraft for UnfinishedArchive {
    fn write(&mut self, line: &str) -> Result<(), SystemFault> {
        match &mut self.file {
            Some(file) => file.write_all(line.as_bytes()).map_err(SystemFault::from),
            None => Ok(()),
        }
    }

    fn finish(mut self: Box<Self>) -> Result<(), SystemFault> {
        let finish = |file: BufWriter<File>| -> io::Result<()> {
            file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
            // Fails where there is one, as a rename would not.
            fs::hard_link(&self.unfinished, &self.path).or_else(|error| match error.kind() {
                ErrorKind::AlreadyExists => Err(error),
                // A file system without hard links.
                _ if self.path.symlink_metadata().is_err() => fs::rename(&self.unfinished, &self.path),
                _ => Err(ErrorKind::AlreadyExists.into()),
            })?;
            #[cfg(unix)]
            File::open(private_file::folder_of(&self.path))?.sync_all()?;
            Ok(())
        };
        self.file.take().map_or(Ok(()), finish).map_err(SystemFault::from)
    }
}

impl Drop for UnfinishedArchive {
    fn drop(&mut self) {
        self.file = None;
        let _ = fs::remove_file(&self.unfinished);
    }
}
