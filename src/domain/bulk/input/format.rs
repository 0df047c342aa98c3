//! How a list was read: what the reader tells, so that a list read otherwise than it was meant is noticed.

use icu_normalizer::ComposingNormalizerBorrowed;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFormat {
    pub encoding: TextEncoding,
    pub layout: Layout,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEncoding {
    Utf8,
    Utf16,
    /// UTF-16 without a byte order mark, told by its zero bytes.
    Utf16Unmarked,
    Windows1252,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layout {
    /// A name on each line.
    Names,
    Json,
    Table {
        /// The header of the column with the accounts, as written.
        column: String,
        /// `None`: there is one column.
        delimiter: Option<char>,
    },
}

/// Returns how well a column of this name tells the account, the best first; `None`: not at all. A user name names one
/// account for certain; an address may be shared.
pub(super) fn rank(name: &str) -> Option<usize> {
    const NAMES: [&[&str]; 3] =
        [&["account", "username", "samaccountname", "användarnamn", "konto"], &["userprincipalname"], &["mail"]];
    let name = ComposingNormalizerBorrowed::new_nfc().normalize(name.trim()).to_lowercase();
    NAMES.iter().position(|names| names.contains(&name.as_str()))
}
