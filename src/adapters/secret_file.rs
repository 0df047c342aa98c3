//! Secrets in files, read only when others cannot read them.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::config::{Problem, SecretFault, Setting, check_ordinary};

/// The most that is read of a file, in bytes.
const LONGEST: u64 = 65536;

/// The secret in the file that a setting names.
///
/// # Errors
/// [`Problem::SecretFile`].
pub fn read_setting(file: &Setting<PathBuf>) -> Result<Zeroizing<String>, Problem> {
    read(&file.value).map_err(|fault| unusable(file, fault))
}

/// The problem that a secret's file cannot be used.
pub fn unusable(file: &Setting<PathBuf>, fault: SecretFault) -> Problem {
    Problem::SecretFile { key: file.key, origin: file.origin.clone(), path: file.value.clone(), fault }
}

/// The secret in `path`, without the line break that ends it.
fn read(path: &Path) -> Result<Zeroizing<String>, SecretFault> {
    check_ordinary(path).map_err(SecretFault::Unreadable)?;
    let text = text(File::open(path)?)?;
    let secret = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let secret = secret.strip_suffix('\n').map_or(secret, |line| line.strip_suffix('\r').unwrap_or(line));
    if secret.is_empty() {
        return Err(SecretFault::Empty);
    }
    Ok(Zeroizing::new(secret.to_owned()))
}

/// All text in a file with secrets, which others must not be able to read.
pub(super) fn text(file: File) -> Result<Zeroizing<String>, SecretFault> {
    check(&file)?;
    // Large enough at once: a buffer that grows leaves copies behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(LONGEST).unwrap_or_default()));
    file.take(LONGEST).read_to_end(&mut bytes)?;
    decoded(&bytes).ok_or(SecretFault::NotText)
}

/// UTF-8, or UTF-16 with a byte order mark, as `>` and `Out-File` of Windows PowerShell write it.
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

/// Checks that others cannot read an open file.
#[cfg(unix)]
pub(super) fn check(file: &File) -> Result<(), SecretFault> {
    use std::os::unix::fs::PermissionsExt;
    let mode = file.metadata()?.permissions().mode() & 0o777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(SecretFault::Exposed { mode }) }
}

/// On Windows a file in the user's own folder is readable by them and administrators only.
#[cfg(not(unix))]
pub(super) fn check(_: &File) -> Result<(), SecretFault> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::domain::system_fault::SystemFault;
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
    fn utf16_from_powershell() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let read = |bytes: Vec<u8>| read(file(bytes, 0o600).path());
        assert_eq!(read(utf16("\u{feff}Gräs-😀\r\n")).unwrap().as_str(), "Gräs-😀");
        let half = [utf16("\u{feff}ab"), vec![0x61]].concat();
        for broken in [half, b"\xff\xfe\x00\xd8".to_vec(), b"gr\xe4s".to_vec()] {
            assert!(matches!(read(broken), Err(SecretFault::NotText)));
        }
    }

    #[test]
    fn refused_when_others_can_read_it() {
        for mode in [0o640, 0o604, 0o660] {
            assert!(matches!(read(file("x", mode).path()), Err(SecretFault::Exposed { mode: m }) if m == mode));
        }
        assert!(matches!(read(file("\n", 0o600).path()), Err(SecretFault::Empty)));
        let device = read(Path::new("/dev/zero"));
        assert!(matches!(device, Err(SecretFault::Unreadable(SystemFault::NotAFile))), "{device:?}");
    }
}
