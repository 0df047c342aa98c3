//! Secrets kept in files: read only when nobody else can read them.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

/// Why a secret was not read.
#[derive(Debug, thiserror::Error)]
pub enum SecretFileError {
    /// Others on this machine can read it.
    #[error("others can read it (mode {mode:03o})")]
    Exposed {
        /// Its permission bits.
        mode: u32,
    },
    /// It holds nothing.
    #[error("it is empty")]
    Empty,
    /// It could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The most that is read of a file, in bytes.
const LONGEST: u64 = 65536;

/// The secret in `path`, without the line break that ends it.
///
/// # Errors
/// [`SecretFileError`]. The permissions checked are those of the file that is then read.
pub fn read(path: &Path) -> Result<Zeroizing<String>, SecretFileError> {
    let text = text(path)?;
    let secret = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let secret = secret.strip_suffix('\n').map_or(secret, |line| line.strip_suffix('\r').unwrap_or(line));
    if secret.is_empty() {
        return Err(SecretFileError::Empty);
    }
    Ok(Zeroizing::new(secret.to_owned()))
}

/// All that is in a file with secrets.
pub(super) fn text(path: &Path) -> Result<Zeroizing<String>, SecretFileError> {
    let file = open(path)?;
    // Enough from the first: a buffer that grows leaves copies behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(LONGEST).unwrap_or_default()));
    file.take(LONGEST).read_to_end(&mut bytes)?;
    decoded(&bytes).ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8").into())
}

/// UTF-8; or, behind its mark, the UTF-16 that `>` and `Out-File` of Windows PowerShell write.
fn decoded(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let Some(pairs) = bytes.strip_prefix(&[0xff, 0xfe]) else {
        return std::str::from_utf8(bytes).ok().map(|text| Zeroizing::new(text.to_owned()));
    };
    let mut text = Zeroizing::new(String::with_capacity(pairs.len() * 2));
    let (pairs, []) = pairs.as_chunks() else { return None };
    for character in char::decode_utf16(pairs.iter().copied().map(u16::from_le_bytes)) {
        text.push(character.ok()?);
    }
    Some(text)
}

/// The file with a secret, opened.
pub(in crate::adapters) fn open(path: &Path) -> Result<File, SecretFileError> {
    let file = File::open(path)?;
    check(&file)?;
    Ok(file)
}

#[cfg(unix)]
fn check(file: &File) -> Result<(), SecretFileError> {
    use std::os::unix::fs::PermissionsExt;
    let mode = file.metadata()?.permissions().mode() & 0o777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(SecretFileError::Exposed { mode }) }
}

/// On Windows a file in the user's own folder is readable by them and administrators only.
#[cfg(not(unix))]
fn check(_: &File) -> Result<(), SecretFileError> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn file(text: impl AsRef<[u8]>, mode: u32) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(mode)).unwrap();
        file
    }

    #[test]
    fn one_line_break_is_not_part_of_it() {
        assert_eq!(read(file("hemligt \r\n", 0o600).path()).unwrap().as_str(), "hemligt ");
        assert_eq!(read(file("\u{feff}hemligt", 0o400).path()).unwrap().as_str(), "hemligt");
    }

    #[test]
    fn as_powershell_writes_it() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let read = |bytes: Vec<u8>| read(file(bytes, 0o600).path());
        assert_eq!(read(utf16("\u{feff}Gräs-😀\r\n")).unwrap().as_str(), "Gräs-😀");
        let half = [utf16("\u{feff}ab"), vec![0x61]].concat();
        for broken in [half, b"\xff\xfe\x00\xd8".to_vec(), b"gr\xe4s".to_vec()] {
            assert!(matches!(read(broken), Err(SecretFileError::Io(_))));
        }
    }

    #[test]
    fn refused_when_others_can_read_it() {
        for mode in [0o640, 0o604, 0o660] {
            assert!(matches!(read(file("x", mode).path()), Err(SecretFileError::Exposed { mode: m }) if m == mode));
        }
        assert!(matches!(read(file("\n", 0o600).path()), Err(SecretFileError::Empty)));
    }
}
