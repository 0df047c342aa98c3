//! Decodes text files from Linux and Windows and normalises line breaks to `\n`. Bytes that cannot be decoded become
//! U+FFFD.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Decodes bytes and removes a byte order mark.
pub(super) fn decode(bytes: Vec<u8>) -> String {
    let text = match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding != UTF_8 => {
            encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
        }
        Some((_, mark)) => western(bytes[mark..].to_vec()),
        None => western(bytes),
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// Decodes UTF-8, or else Windows-1252, which Swedish Windows programs used before. Text in Windows-1252 with å, ä or ö
/// is hardly ever valid UTF-8.
fn western(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned())
}
