//! Decodes text from Linux and Windows programs and normalises line breaks to LF. Accepts any bytes: undecodable ones
//! become U+FFFD.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The result has no byte order mark.
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

/// UTF-8, or else Windows-1252: Swedish text in Windows-1252 is hardly ever valid UTF-8 by chance.
fn western(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned())
}
