//! Decodes text from Linux and Windows programs and normalises line breaks to LF. Accepts any bytes: undecodable ones
//! become U+FFFD.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::format::TextEncoding;

/// How many bytes tell whether a text is UTF-16.
const SAMPLE: usize = 4096;

/// The result has no byte order mark.
pub(super) fn decode(bytes: Vec<u8>) -> (String, TextEncoding) {
    let wide = |encoding: &'static Encoding, bytes: &[u8]| encoding.decode_without_bom_handling(bytes).0.into_owned();
    let (text, encoding) = match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding != UTF_8 => (wide(encoding, &bytes[mark..]), TextEncoding::Utf16),
        Some((_, mark)) => western(bytes[mark..].to_vec()),
        None => match unmarked_utf16(&bytes) {
            Some(encoding) => (wide(encoding, &bytes), TextEncoding::Utf16Unmarked),
            None => western(bytes),
        },
    };
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    (text, encoding)
}

/// Recognises UTF-16 by its zero bytes: of Western text, one of each pair is zero, always the same one. No other text has
/// any.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes[..bytes.len().min(SAMPLE)].chunks_exact(2);
    let (count, zeros) = pairs.fold((0, [0, 0]), |(count, [first, second]), pair| {
        (count + 1, [first + usize::from(pair[0] == 0), second + usize::from(pair[1] == 0)])
    });
    let most = |zeros: usize| zeros * 4 > count * 3;
    match zeros {
        [0, second] if most(second) => Some(UTF_16LE),
        [first, 0] if most(first) => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-8, or else Windows-1252: Swedish text in Windows-1252 is hardly ever valid UTF-8 by chance.
fn western(bytes: Vec<u8>) -> (String, TextEncoding) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, TextEncoding::Utf8),
        Err(error) => {
            (WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned(), TextEncoding::Windows1252)
        }
    }
}
