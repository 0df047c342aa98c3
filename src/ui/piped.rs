//! Lines of piped standard input, in UTF-8 or UTF-16. They may be secrets, so memory is wiped.

use std::io::{self, Read};
use std::string::FromUtf16Error;

use zeroize::{Zeroize, Zeroizing};

/// The longest accepted line, in bytes.
const LONGEST: usize = 64 * 1024;

pub(super) struct Piped<R> {
    source: R,
    /// Unconsumed input is `buffer[start..end]`.
    buffer: Zeroizing<Box<[u8]>>,
    start: usize,
    end: usize,
    /// Known after the first bytes.
    encoding: Option<Encoding>,
}

#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    /// With a byte order mark, as Windows PowerShell's `>` writes.
    Utf16(fn([u8; 2]) -> u16),
}

/// A line that is not text, or too long. The next one can still be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct UnreadableLine;

impl<R: Read> Piped<R> {
    pub(super) fn new(source: R) -> Self {
        let buffer = Zeroizing::new(vec![0; LONGEST].into_boxed_slice());
        Self { source, buffer, start: 0, end: 0, encoding: None }
    }

    /// Reads the next line without its CRLF or LF; `None` at the end.
    pub(super) fn line(&mut self) -> Option<Result<Zeroizing<String>, UnreadableLine>> {
        let encoding = match self.encoding {
            Some(encoding) => encoding,
            None => self.find_encoding(),
        };
        // Enough capacity, so that it does not move and leave copies in memory.
        let mut line = Zeroizing::new(Vec::with_capacity(256));
        let mut too_long = false;
        let mut ended = false;
        loop {
            let input = &self.buffer[self.start..self.end];
            let line_break = encoding.line_break(input);
            let taken = line_break.unwrap_or(input.len() - input.len() % encoding.width());
            if line.len() + taken > LONGEST {
                too_long = true;
            } else {
                extend(&mut line, &input[..taken]);
            }
            self.buffer[self.start..self.start + taken].zeroize();
            self.start += taken;
            if line_break.is_some() {
                self.start += encoding.width();
                break;
            }
            if self.fill() == 0 {
                // Half a UTF-16 character.
                too_long |= self.start < self.end;
                self.start = self.end;
                ended = true;
                break;
            }
        }
        if ended && line.is_empty() && !too_long {
            return None;
        }
        Some(if too_long { Err(UnreadableLine) } else { encoding.decode(&line).ok_or(UnreadableLine) })
    }

    /// Whether a whole line is buffered.
    pub(super) fn has_line(&self) -> bool {
        self.encoding.is_some_and(|encoding| encoding.line_break(&self.buffer[self.start..self.end]).is_some())
    }

    /// Detects the encoding by its byte order mark, and skips the mark.
    fn find_encoding(&mut self) -> Encoding {
        while self.end - self.start < 3 && self.fill() > 0 {}
        let (encoding, mark) = match &self.buffer[self.start..self.end] {
            [0xff, 0xfe, ..] => (Encoding::Utf16(u16::from_le_bytes), 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16(u16::from_be_bytes), 2),
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
            _ => (Encoding::Utf8, 0),
        };
        self.start += mark;
        self.encoding = Some(encoding);
        encoding
    }

    /// Reads more; 0 at the end and on errors, after which there is no more.
    fn fill(&mut self) -> usize {
        self.buffer.copy_within(self.start..self.end, 0);
        let kept = self.end - self.start;
        self.buffer[kept..self.end].zeroize();
        (self.start, self.end) = (0, kept);
        let read = loop {
            match self.source.read(&mut self.buffer[self.end..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other.unwrap_or(0),
            }
        };
        self.end += read;
        read
    }
}

impl Encoding {
    fn width(self) -> usize {
        match self {
            Self::Utf8 => 1,
            Self::Utf16(_) => 2,
        }
    }

    /// The position of the first line break, in bytes.
    fn line_break(self, bytes: &[u8]) -> Option<usize> {
        match self {
            Self::Utf8 => bytes.iter().position(|byte| *byte == b'\n'),
            Self::Utf16(unit) => {
                let mut units = bytes.chunks_exact(2);
                units.position(|pair| unit([pair[0], pair[1]]) == u16::from(b'\n')).map(|n| n * 2)
            }
        }
    }

    fn decode(self, line: &[u8]) -> Option<Zeroizing<String>> {
        let mut text = match self {
            Self::Utf8 => Zeroizing::new(std::str::from_utf8(line).ok()?.to_owned()),
            Self::Utf16(unit) => {
                let pairs = line.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
                let units: Zeroizing<Vec<u16>> = Zeroizing::new(pairs.collect());
                Zeroizing::new(String::from_utf16(&units).map_err(|_: FromUtf16Error| ()).ok()?)
            }
        };
        if text.ends_with('\r') {
            text.pop();
        }
        Some(text)
    }
}

/// Like `extend_from_slice`, but wipes the old memory when the line moves.
fn extend(line: &mut Zeroizing<Vec<u8>>, more: &[u8]) {
    if line.capacity() - line.len() < more.len() {
        let mut larger = Vec::with_capacity((line.len() + more.len()) * 2);
        larger.extend_from_slice(line);
        line.zeroize();
        **line = larger;
    }
    line.extend_from_slice(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Yields one byte at a time.
    struct Slowly<'a>(&'a [u8]);

    impl Read for Slowly<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
            buffer[0] = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    fn lines(bytes: &[u8]) -> Vec<Result<String, UnreadableLine>> {
        let all = |mut piped: Piped<Box<dyn Read + '_>>| {
            std::iter::from_fn(|| piped.line()).map(|line| line.map(|text| text.to_string())).collect::<Vec<_>>()
        };
        let at_once = all(Piped::new(Box::new(bytes)));
        assert_eq!(at_once, all(Piped::new(Box::new(Slowly(bytes)))), "in pieces it is the same");
        at_once
    }

    fn texts(bytes: &[u8]) -> Vec<String> {
        lines(bytes).into_iter().map(Result::unwrap).collect()
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_break_and_the_mark_are_no_part_of_a_line() {
        assert_eq!(texts(b"Gurka-123\r\n"), ["Gurka-123"]);
        assert_eq!(texts(b"\xef\xbb\xbfGurka \nTomat"), ["Gurka ", "Tomat"]);
        assert_eq!(texts(b"a\n\n\r\nb\r\r\n"), ["a", "", "", "b\r"], "one break, not all of them");
        assert_eq!(texts(b""), [""; 0]);
        assert_eq!(texts(b"\xef\xbb\xbf"), [""; 0]);
        assert_eq!(texts(b"\n"), [""]);
    }

    #[test]
    fn as_powershell_writes() {
        let text = "\u{feff}Gräs-😀-1\r\nTomat-2\r\n";
        assert_eq!(texts(&utf16(text, u16::to_le_bytes)), ["Gräs-😀-1", "Tomat-2"]);
        assert_eq!(texts(&utf16(text, u16::to_be_bytes)), ["Gräs-😀-1", "Tomat-2"]);
    }

    #[test]
    fn a_line_that_cannot_be_read_does_not_take_the_next_with_it() {
        assert_eq!(lines(b"\xe5\xe4\xf6\nTomat"), [Err(UnreadableLine), Ok("Tomat".to_owned())]);
        let halved = [utf16("\u{feff}ab", u16::to_le_bytes), vec![0x61]].concat();
        assert_eq!(lines(&halved), [Err(UnreadableLine)]);
        let lone = [utf16("\u{feff}", u16::to_le_bytes), vec![0, 0xd8, 10, 0, 0x61, 0]].concat();
        assert_eq!(lines(&lone), [Err(UnreadableLine), Ok("a".to_owned())]);
    }

    #[test]
    fn a_megabyte_without_a_break() {
        let long = [vec![b'x'; 1024 * 1024], b"\nTomat\n".to_vec()].concat();
        assert_eq!(lines(&long), [Err(UnreadableLine), Ok("Tomat".to_owned())]);
        assert_eq!(texts(&[b'x'; LONGEST])[0].len(), LONGEST);
        assert_eq!(lines(&[b'x'; LONGEST + 1]), [Err(UnreadableLine)]);
    }

    #[test]
    fn what_was_taken_is_wiped() {
        let mut piped = Piped::new(&b"Gurka-123\nTomat-45\nLok"[..]);
        for text in ["Gurka-123", "Tomat-45", "Lok"] {
            assert_eq!(piped.line().unwrap().unwrap().as_str(), text);
            assert!(piped.buffer.windows(3).all(|bytes| bytes != &text.as_bytes()[..3]), "{text} is still there");
        }
    }

    #[test]
    fn whether_a_line_is_at_hand() {
        let mut piped = Piped::new(&b"a\nb\nc"[..]);
        assert!(!piped.has_line(), "nothing was read yet");
        piped.line();
        assert!(piped.has_line());
        piped.line();
        assert!(!piped.has_line(), "c may go on");
    }
}
