//! Reads a list of accounts from a file, as bytes.

use std::path::Path;

use crate::config::read_at_most;
use crate::domain::bulk::input::{InputFault, MAX_BYTES};

/// The content of `path`.
///
/// # Errors
/// [`InputFault::Unreadable`] or [`InputFault::TooLarge`].
pub fn read(path: &Path) -> Result<Vec<u8>, InputFault> {
    let bytes = read_at_most(MAX_BYTES, path).map_err(|error| InputFault::Unreadable(error.into()))?;
    bytes.ok_or(InputFault::TooLarge)
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
