//! Makes folders and files that only their owner can read, and checks that an existing one still is.
//!
//! Links are not followed, except above the folder: how disks are mounted is up to the administrator.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::ports::{Exposure, FileOwnership};

/// The permission bits that must be unset on a file with names or secrets.
pub(super) const NEITHER_READ_NOR_WRITTEN: u32 = 0o077;
/// The permission bits that must be unset on a file or folder whose content is no secret.
pub(super) const NOT_WRITTEN: u32 = 0o022;

/// Makes a folder and those above it. An existing one stays as it is.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Checks that a file could be written into a folder or, if that is missing, where it would be created.
pub(super) fn test_write(folder: &Path) -> io::Result<()> {
    let there = folder.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("."));
    if !there.is_dir() {
        return Err(ErrorKind::NotADirectory.into());
    }
    may_write_in(there)
}

/// Changes nothing.
#[cfg(unix)]
fn may_write_in(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

/// Creates and removes an empty file: a folder's attributes do not tell.
#[cfg(not(unix))]
fn may_write_in(folder: &Path) -> io::Result<()> {
    let aside = folder.join(format!(".servicedesk-doctor-{}", std::process::id()));
    create(&aside).and_then(|_| fs::remove_file(&aside))
}

pub(super) fn create(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().write(true).create_new(true))
}

/// Opens a file, unless it is a link. A new file is its owner's alone.
pub(super) fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // Without NONBLOCK, opening a named pipe would wait.
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.mode(0o600).custom_flags(flags.bits().cast_signed());
    }
    options.open(path)
}

/// How `path` is open to others, if any of the `forbidden` bits is set. A missing file is not.
///
/// # Errors
/// The system's.
pub(super) fn exposure(path: &Path, forbidden: u32) -> io::Result<Option<Exposure>> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(exposure_of(&metadata, forbidden)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// How the folder of a file is open to others. The folder may be a link.
///
/// # Errors
/// The system's.
pub(super) fn folder_exposure(file: &Path) -> io::Result<Option<Exposure>> {
    Ok(exposure_of(&fs::metadata(folder_of(file))?, NOT_WRITTEN))
}

/// Whose an existing file is, where the system tells.
#[cfg(unix)]
pub(super) fn ownership(path: &Path) -> Option<FileOwnership> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::symlink_metadata(path).ok()?;
    let is_own = metadata.uid() == rustix::process::geteuid().as_raw();
    Some(FileOwnership { mode: metadata.mode() & 0o777, is_own })
}

#[cfg(not(unix))]
pub(super) fn ownership(_: &Path) -> Option<FileOwnership> {
    None
}

pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// How an open file is open to others.
pub(super) fn exposure_of(metadata: &Metadata, forbidden: u32) -> Option<Exposure> {
    if metadata.is_symlink() {
        return Some(Exposure::Link);
    }
    by_mode(metadata, forbidden)
}

/// Goes by owner and mode, not by what this process may do: root may do everything.
#[cfg(unix)]
fn by_mode(metadata: &Metadata, forbidden: u32) -> Option<Exposure> {
    use std::os::unix::fs::MetadataExt;
    let (owner, mode) = (metadata.uid(), metadata.mode() & 0o777);
    if owner != 0 && owner != rustix::process::geteuid().as_raw() {
        return Some(Exposure::OtherOwner);
    }
    let why = if forbidden == NOT_WRITTEN { Exposure::Writable { mode } } else { Exposure::Readable { mode } };
    (mode & forbidden != 0).then_some(why)
}

/// On Windows a file in the user's own folder is open to the user and administrators only.
#[cfg(not(unix))]
fn by_mode(_: &Metadata, _: u32) -> Option<Exposure> {
    None
}
