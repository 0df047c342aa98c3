//! The key for codes and numbers, in a file of its own: who reads the store alone learns neither.

use std::io::{self, Read, Write};
use std::path::Path;

use zeroize::Zeroizing;

use super::private::private_file;
use crate::adapters::secret_file::{self, SecretFileError};
use crate::domain::code::Key;
use crate::ports::Random;

/// Reads the key, or makes it.
pub(super) fn load(path: &Path, random: &dyn Random) -> io::Result<Key> {
    loop {
        match std::fs::read(path).map(Zeroizing::new) {
            Ok(bytes) => {
                let bytes: [u8; 32] = bytes.as_slice().try_into().map_err(|_| {
                    io::Error::new(io::ErrorKind::InvalidData, format!("{}: not a key of 32 bytes", path.display()))
                })?;
                return Ok(Key::new(Zeroizing::new(bytes)));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => make(path, random)?,
            Err(error) => return Err(io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
        }
    }
}

/// Reads the key that others may not read; `None`: there is none.
pub(super) fn read_private(path: &Path) -> Result<Option<Key>, String> {
    let file = match secret_file::open(path) {
        Err(SecretFileError::Io(error)) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other.map_err(|error| error.to_string())?,
    };
    let mut bytes = Zeroizing::new(Vec::with_capacity(33));
    file.take(33).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    let bytes = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| "not a key of 32 bytes".to_owned())?;
    Ok(Some(Key::new(Zeroizing::new(bytes))))
}

/// Writes a new key aside and puts it in place in one step, so that no other process ever reads
/// half of one. Who comes second leaves the first one's key.
fn make(path: &Path, random: &dyn Random) -> io::Result<()> {
    let mut bytes = Zeroizing::new([0; 32]);
    random.fill(bytes.as_mut()).map_err(io::Error::other)?;
    // In a container the same number of a process comes again and again, and who was killed here has left the file.
    let mut name = [0; 8];
    random.fill(&mut name).map_err(io::Error::other)?;
    let aside = path.with_extension(format!("key-{}-{:016x}", std::process::id(), u64::from_le_bytes(name)));
    let mut file = private_file(&aside)?;
    file.write_all(bytes.as_ref())?;
    file.sync_all()?;
    let placed = std::fs::hard_link(&aside, path);
    std::fs::remove_file(&aside)?;
    match placed {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}
