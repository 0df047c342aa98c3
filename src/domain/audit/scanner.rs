//! Reads JSON in the one form that this program writes: no spaces, and of the escapes only those of `\` and `"`.

use std::borrow::Cow;

/// The text that is left. Each method takes something from its beginning; `None` leaves it undefined.
pub(super) struct RecordScanner<'a>(&'a str);

impl<'a> RecordScanner<'a> {
    /// `None`: it has control characters, which this form has only in escapes that are not read here.
    pub(super) fn new(text: &'a str) -> Option<Self> {
        (!has_control(text)).then_some(Self(text))
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes exactly this.
    // Inlined, the length of the word is known, and no function is called to compare it.
    #[inline(always)]
    pub(super) fn word(&mut self, word: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(word)?;
        Some(())
    }

    /// Takes the rest of a string, after its first quotation mark.
    pub(super) fn string(&mut self) -> Option<Cow<'a, str>> {
        let (start, is_end) = self.plain()?;
        if is_end {
            return Some(Cow::Borrowed(start));
        }
        // A name in the directory has one escape.
        let mut text = String::with_capacity(2 * start.len() + 32);
        text.push_str(start);
        loop {
            let character = self.0.chars().next().filter(|character| matches!(character, '"' | '\\'))?;
            text.push(character);
            self.0 = self.0.get(1..)?;
            let (more, is_end) = self.plain()?;
            text.push_str(more);
            if is_end {
                return Some(Cow::Owned(text));
            }
        }
    }

    /// Takes the word and the rest of the string that it begins, if the word comes next. The word begins with a comma.
    pub(super) fn string_after(&mut self, word: &str) -> Option<Option<Cow<'a, str>>> {
        // Most records end before most words.
        if self.0.as_bytes().first() != Some(&b',') {
            return Some(None);
        }
        match self.word(word) {
            Some(()) => self.string().map(Some),
            None => Some(None),
        }
    }

    /// Takes the word and a positive number, if the word comes next.
    pub(super) fn number_after(&mut self, word: &str) -> Option<Option<i64>> {
        let Some(()) = self.word(word) else { return Some(None) };
        let end = self.0.bytes().position(|byte| !byte.is_ascii_digit())?;
        let (digits, rest) = self.0.split_at_checked(end)?;
        self.0 = rest;
        // JSON has no leading zeros.
        digits.parse().ok().filter(|_| !digits.starts_with('0')).map(Some)
    }

    /// Takes what stands for itself, and the quotation mark that ends the string, or the backslash of an escape.
    fn plain(&mut self) -> Option<(&'a str, bool)> {
        let end = memchr::memchr2(b'"', b'\\', self.0.as_bytes())?;
        let (plain, rest) = self.0.split_at_checked(end)?;
        self.0 = rest.get(1..)?;
        Some((plain, rest.as_bytes().first() == Some(&b'"')))
    }
}

/// Whether any byte is below 0x20. Eight at a time (`hasless` in Anderson's *Bit Twiddling Hacks*), since in a build for
/// size one after the other takes as long as all else that is read of a record.
fn has_control(text: &str) -> bool {
    let (eights, rest) = text.as_bytes().as_chunks();
    let below = |eight: &[u8; 8]| {
        let eight = u64::from_ne_bytes(*eight);
        eight.wrapping_sub(u64::from_ne_bytes([0x20; 8])) & !eight & u64::from_ne_bytes([0x80; 8])
    };
    eights.iter().fold(0, |found, eight| found | below(eight)) != 0 || rest.iter().any(|byte| *byte < 0x20)
}
