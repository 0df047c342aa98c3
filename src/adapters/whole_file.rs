//! Replaces a file as a whole: a reader has the old one or the new one, and an end in the middle leaves the old one.
//! A file that may not be written is not replaced either, though its folder would allow it.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::domain::system_fault::SystemFault;

/// Who may read a new file. One that exists keeps its mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    Owner,
    Everyone,
}

/// Writes the file, and its folders if they are missing. A symbolic link stays one.
///
/// # Errors
/// The system's; nothing has changed then. [`SystemFault::ReadOnly`] for a file that nobody may write.
pub fn replace(path: &Path, text: &[u8], readers: Readers) -> Result<(), SystemFault> {
    let path = target(path);
    let former = former(&path)?;
    make_folder(folder_of(&path), readers)?;
    let aside = aside(&path)?;
    let written = create(&aside, readers).and_then(|mut file| {
        file.write_all(text)?;
        if let Some(former) = former {
            file.set_permissions(former.permissions())?;
        }
        file.sync_all()
    });
    let moved = written.and_then(|()| fs::rename(&aside, &path));
    if moved.is_err() {
        // What cannot be removed does no harm.
        let _ = fs::remove_file(&aside);
    }
    Ok(moved?)
}

/// Checks that [`replace`] may write the file: by a file in its folder, or in the first folder above that exists.
///
/// # Errors
/// The system's.
pub fn check_writable(path: &Path) -> Result<(), SystemFault> {
    let path = target(path);
    former(&path)?;
    let aside = aside(&path)?;
    let folder = folder_of(&path).ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("."));
    let tried = folder.join(aside.file_name().unwrap_or_default());
    create(&tried, Readers::Owner)?;
    Ok(fs::remove_file(&tried)?)
}

/// Reads the whole of an ordinary file.
///
/// # Errors
/// The system's, or [`SystemFault::NotAFile`].
pub fn read(path: &Path) -> Result<Vec<u8>, SystemFault> {
    former(path)?;
    Ok(fs::read(path)?)
}

/// The file that is there, if it may be written.
fn former(path: &Path) -> Result<Option<fs::Metadata>, SystemFault> {
    let Ok(former) = fs::metadata(path) else { return Ok(None) };
    match former.file_type() {
        kind if kind.is_dir() => Err(SystemFault::IsFolder),
        kind if !kind.is_file() => Err(SystemFault::NotAFile),
        // Also for root, who could.
        _ if former.permissions().readonly() => Err(SystemFault::ReadOnly),
        _ => {
            OpenOptions::new().append(true).open(path)?;
            Ok(Some(former))
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn aside(path: &Path) -> Result<PathBuf, SystemFault> {
    let name = path.file_name().ok_or(SystemFault::NotAFile)?.to_string_lossy();
    Ok(folder_of(path).join(format!(".{name}.{}.new", std::process::id())))
}

/// The file itself, where `path` is a link to it, which may lead to a file that does not exist yet.
fn target(path: &Path) -> PathBuf {
    let linked = || Some(folder_of(path).join(fs::read_link(path).ok()?));
    path.canonicalize().ok().or_else(linked).unwrap_or_else(|| path.to_owned())
}

#[cfg(unix)]
fn make_folder(folder: &Path, readers: Readers) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    let mode = if readers == Readers::Owner { 0o700 } else { 0o755 };
    fs::DirBuilder::new().recursive(true).mode(mode).create(folder)
}

#[cfg(not(unix))]
fn make_folder(folder: &Path, _: Readers) -> io::Result<()> {
    fs::create_dir_all(folder)
}

fn create(path: &Path, readers: Readers) -> io::Result<fs::File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(if readers == Readers::Owner { 0o600 } else { 0o644 });
    }
    #[cfg(not(unix))]
    let _ = readers;
    options.open(path)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn mode_and_link_stay() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a/b/config.toml"), folder.path().join("link"));
        let mode = || fs::metadata(&file).unwrap().permissions().mode() & 0o777;
        replace(&file, b"one", Readers::Owner).unwrap();
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        replace(&link, b"two", Readers::Everyone).unwrap();
        assert_eq!((fs::read_to_string(&file).unwrap().as_str(), mode()), ("two", 0o640));
        assert!(link.is_symlink());
        assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn link_to_a_file_that_does_not_exist_yet_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("there/config.toml"), folder.path().join("link"));
        symlink("there/config.toml", &link).unwrap();
        check_writable(&link).unwrap();
        assert!(!file.exists());
        replace(&link, b"one", Readers::Owner).unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"one");
    }

    #[test]
    fn read_only_file_and_what_is_no_file_are_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        fs::write(&file, "one").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
        for (path, fault) in [(&file, SystemFault::ReadOnly), (&"/dev/null".into(), SystemFault::NotAFile)] {
            assert_eq!(check_writable(path), Err(fault));
            assert_eq!(replace(path, b"two", Readers::Owner), Err(fault));
        }
        assert_eq!(fs::read(&file).unwrap(), b"one");
    }

    #[test]
    fn failure_leaves_the_former_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("folder");
        fs::create_dir(&file).unwrap();
        assert!(replace(&file, b"one", Readers::Owner).is_err());
        assert!(file.is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
