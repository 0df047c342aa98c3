//! Security identifiers (MS-DTYP 2.4.2), parsed and formatted.

use std::fmt;

#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Sid(Vec<u8>);

impl Sid {
    /// Parses the binary form (MS-DTYP 2.4.2.2).
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let count = usize::from(*bytes.get(1)?);
        (bytes[0] == 1 && count <= 15 && bytes.len() == 8 + 4 * count).then(|| Self(bytes.to_vec()))
    }

    /// Parses `S-1-5-…` (MS-DTYP 2.4.2.1).
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let is_sid = parts.next()?.eq_ignore_ascii_case("S") && parts.next()? == "1";
        let authority = parts.next()?.parse::<u64>().ok().filter(|authority| is_sid && *authority < 1 << 48)?;
        let parts: Vec<u32> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let count = u8::try_from(parts.len()).ok().filter(|count| *count <= 15)?;
        let mut bytes = vec![1, count];
        bytes.extend(&authority.to_be_bytes()[2..]);
        bytes.extend(parts.into_iter().flat_map(u32::to_le_bytes));
        Some(Self(bytes))
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Sid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let authority = self.0[2..8].iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        write!(f, "S-1-{authority}")?;
        let (parts, _) = self.0[8..].as_chunks::<4>();
        parts.iter().try_for_each(|part| write!(f, "-{}", u32::from_le_bytes(*part)))
    }
}

impl fmt::Debug for Sid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sid_is_formatted_as_it_was_parsed() {
        let text = "S-1-5-21-3623811015-3361044348-30300820-1013";
        assert_eq!(Sid::parse(text).unwrap().to_string(), text);
        assert_eq!(Sid::parse(" s-1-5-32-544 ").unwrap().bytes(), [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0]);
    }

    #[test]
    fn malformed_sids_are_rejected() {
        let sixteen = format!("S-1-5{}", "-1".repeat(16));
        let texts = ["", "S-1", "S-2-5-21", "1-5-21", "S-1-5-x", "S-1-5-4294967296", "S-1-281474976710656", &sixteen];
        for text in texts.into_iter().chain([r"CONTOSO\anna"]) {
            assert_eq!(Sid::parse(text), None, "{text}");
        }
        let sixteen = [&[1, 16, 0, 0, 0, 0, 0, 5][..], &[1; 64]].concat();
        for bytes in [&[][..], &[1], &[1, 1, 0, 0, 0, 0, 0, 5], &[2, 0, 0, 0, 0, 0, 0, 5], &sixteen] {
            assert_eq!(Sid::from_bytes(bytes), None, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn bytes_and_text_say_the_same(authority in 0..1_u64 << 48, parts in prop::collection::vec(any::<u32>(), 0..=15)) {
            let parts: String = parts.iter().map(|part| format!("-{part}")).collect();
            let sid = Sid::parse(&format!("S-1-{authority}{parts}")).unwrap();
            prop_assert_eq!(Sid::from_bytes(sid.bytes()), Some(sid.clone()));
            prop_assert_eq!(Sid::parse(&sid.to_string()), Some(sid));
        }
    }
}
