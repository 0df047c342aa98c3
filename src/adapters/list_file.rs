//! Reads a list of accounts from a file, as bytes.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::domain::bulk::input::{InputFault, MAX_BYTES};

/// The content of `path`.
///
/// # Errors
/// [`InputFault::Unreadable`] or [`InputFault::TooLarge`].
pub fn read(path: &Path) -> Result<Vec<u8>, InputFault> {
    let mut bytes = Vec::new();
    // Limited while reading: the size of a pipe is 0.
    let read = File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(|error| InputFault::Unreadable(error.to_string()))?;
    if bytes.len() as u64 > MAX_BYTES { Err(InputFault::TooLarge) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_large_list_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        file.as_file().set_len(MAX_BYTES).unwrap();
        assert_eq!(read(file.path()).map(|bytes| bytes.len() as u64), Ok(MAX_BYTES));
        file.as_file().set_len(MAX_BYTES + 1).unwrap();
        assert_eq!(read(file.path()), Err(InputFault::TooLarge));
    }

    #[test]
    fn unreadable_list_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        for path in [folder.path().join("none"), folder.path().to_owned()] {
            assert!(matches!(read(&path), Err(InputFault::Unreadable(_))), "{path:?}");
        }
    }
}
