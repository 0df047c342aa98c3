//! BER as LDAP restricts it (RFC 4511, 5.1): definite lengths and low tag numbers. Reads elements without copying them.
//! Knows no LDAP.

pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const SEQUENCE: u8 = 0x30;

const CONSTRUCTED: u8 = 0x20;
/// This tag number means that the tag goes on in the next octet.
const HIGH_TAG: u8 = 0x1f;

/// The bytes are not what the protocol says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Malformed;

pub(super) struct Element<'a> {
    pub(super) tag: u8,
    pub(super) content: &'a [u8],
}

/// The sizes of the header and of the whole of the element that begins `bytes`; `None` while its header is incomplete.
pub(super) fn sizes(bytes: &[u8]) -> Result<Option<(usize, usize)>, Malformed> {
    let [tag, first, rest @ ..] = bytes else { return Ok(None) };
    if tag & HIGH_TAG == HIGH_TAG {
        return Err(Malformed);
    }
    let octets = match first {
        0..=0x7f => return Ok(Some((2, 2 + usize::from(*first)))),
        // 0x80 is the indefinite form. Windows always writes four octets.
        0x81..=0x84 => usize::from(first & 0x7f),
        _ => return Err(Malformed),
    };
    let Some(length) = rest.get(..octets) else { return Ok(None) };
    let length = length.iter().fold(0, |length: usize, octet| length << 8 | usize::from(*octet));
    Ok(Some((2 + octets, length.saturating_add(2 + octets))))
}

/// The elements that follow each other in the content of another.
#[derive(Clone, Copy)]
pub(super) struct Elements<'a>(pub(super) &'a [u8]);

impl<'a> Elements<'a> {
    pub(super) fn next(&mut self) -> Result<Option<Element<'a>>, Malformed> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let (header, whole) = sizes(self.0)?.ok_or(Malformed)?;
        let (element, rest) = self.0.split_at_checked(whole).ok_or(Malformed)?;
        self.0 = rest;
        Ok(Some(Element { tag: element[0], content: &element[header..] }))
    }

    /// The content of the next element, which must have this tag.
    pub(super) fn take(&mut self, tag: u8) -> Result<&'a [u8], Malformed> {
        let next = self.next()?.filter(|element| element.tag == tag);
        next.map(|element| element.content).ok_or(Malformed)
    }

    pub(super) fn take_text(&mut self, tag: u8) -> Result<&'a str, Malformed> {
        text(self.take(tag)?)
    }

    /// A number that is not negative.
    pub(super) fn take_number(&mut self, tag: u8) -> Result<u32, Malformed> {
        match self.take(tag)? {
            octets @ [0..0x80, ..] if octets.len() <= 4 => {
                Ok(octets.iter().fold(0, |number, octet| number << 8 | u32::from(*octet)))
            }
            _ => Err(Malformed),
        }
    }

    pub(super) fn end(self) -> Result<(), Malformed> {
        if self.0.is_empty() { Ok(()) } else { Err(Malformed) }
    }

    /// Checks that every constructed element holds whole elements, nested no more than `depth` deep.
    pub(super) fn check_nesting(mut self, depth: usize) -> Result<(), Malformed> {
        while let Some(Element { tag, content }) = self.next()? {
            if tag & CONSTRUCTED != 0 {
                Elements(content).check_nesting(depth.checked_sub(1).ok_or(Malformed)?)?;
            }
        }
        Ok(())
    }
}

pub(super) fn text(octets: &[u8]) -> Result<&str, Malformed> {
    std::str::from_utf8(octets).map_err(|_| Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_of_definite_lengths_only() {
        type Sizes = Result<Option<(usize, usize)>, Malformed>;
        let cases: [(&[u8], Sizes); 9] = [
            (b"\x30", Ok(None)),
            (b"\x30\x05", Ok(Some((2, 7)))),
            (b"\x30\x82\x01", Ok(None)),
            (b"\x30\x82\x01\x00", Ok(Some((4, 260)))),
            (b"\x30\x84\0\0\0\x05", Ok(Some((6, 11)))),
            (b"\x30\x84\xff\xff\xff\xff", Ok(Some((6, 0xffff_ffff + 6)))),
            (b"\x30\x80\0\0", Err(Malformed)),
            (b"\x30\x85\0\0\0\0\0", Err(Malformed)),
            (b"\x3f\x01\0", Err(Malformed)),
        ];
        for (bytes, expected) in cases {
            assert_eq!(sizes(bytes), expected, "{bytes:02x?}");
        }
    }

    #[test]
    fn numbers_are_short_and_not_negative() {
        let cases: [(&[u8], Result<u32, Malformed>); 6] = [
            (b"\x02\x01\x05", Ok(5)),
            (b"\x02\x04\x7f\xff\xff\xff", Ok(0x7fff_ffff)),
            (b"\x02\x00", Err(Malformed)),
            (b"\x02\x01\x80", Err(Malformed)),
            // Cut to 32 bits it would be 0.
            (b"\x02\x05\x01\0\0\0\0", Err(Malformed)),
            (b"\x0a\x01\x05", Err(Malformed)),
        ];
        for (bytes, expected) in cases {
            assert_eq!(Elements(bytes).take_number(INTEGER), expected, "{bytes:02x?}");
        }
    }

    #[test]
    fn nesting_has_a_limit_and_children_stay_within_their_parent() {
        let nested =
            |depth: usize| (0..depth).fold(Vec::new(), |inner, _| [&[0x30, inner.len() as u8], &*inner].concat());
        assert_eq!(Elements(&nested(8)).check_nesting(8), Ok(()));
        assert_eq!(Elements(&nested(9)).check_nesting(8), Err(Malformed));
        assert_eq!(Elements(b"\x30\x03\x04\x02a").check_nesting(8), Err(Malformed));
        assert_eq!(Elements(b"\x30\x01\x04").check_nesting(8), Err(Malformed));
    }
}
