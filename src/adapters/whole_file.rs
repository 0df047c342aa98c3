//! Replaces a file as a whole: a reader has the old one or the new one, and an end in the middle leaves the old one.

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
/// The system's; nothing has changed then.
pub fn replace(path: &Path, text: &[u8], readers: Readers) -> Result<(), SystemFault> {
    let path = target(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_folder(folder, readers)?;
    let name = path.file_name().ok_or(SystemFault::NotAFile)?.to_string_lossy();
    let aside = folder.join(format!(".{name}.{}.new", std::process::id()));
    let former = fs::metadata(&path).ok();
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

/// The file itself, where `path` is a link to it.
fn target(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
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
    fn failure_leaves_the_former_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("folder");
        fs::create_dir(&file).unwrap();
        assert!(replace(&file, b"one", Readers::Owner).is_err());
        assert!(file.is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
