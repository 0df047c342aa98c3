//! The SHA-256 of a certificate, by which people compare two.

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// Parses 64 hexadecimal digits, in any case, with or without colons between them, as `openssl x509 -fingerprint
    /// -sha256` writes them.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text.trim().chars().filter(|c| *c != ':').map(hex).collect::<Option<_>>()?;
        let (pairs, []) = digits.as_chunks() else { return None };
        let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
        bytes.try_into().ok().map(Self)
    }
}

fn hex(digit: char) -> Option<u8> {
    digit.to_digit(16).and_then(|value| value.try_into().ok())
}

/// In a form that [`Fingerprint::parse`] takes: 64 digits, which a double click selects as one word.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_notation_is_parsed() {
        let plain: String = (0..32).map(|n| format!("{:02x}", 200 + n)).collect();
        let colons: Vec<String> = (0..32).map(|n| format!("{:02X}", 200 + n)).collect();
        let expected = Fingerprint(std::array::from_fn(|n| 200 + u8::try_from(n).unwrap()));
        for text in [&plain, &plain.to_uppercase(), &colons.join(":"), &format!(" {plain}\n")] {
            assert_eq!(Fingerprint::parse(text), Some(expected), "{text}");
        }
        assert_eq!(expected.to_string(), plain);
    }

    #[test]
    fn other_text_is_refused() {
        let sha1 = "ab".repeat(20);
        let signs = format!("+f{}", "ab".repeat(31));
        for text in ["", &sha1, &"ab".repeat(33), &"a".repeat(63), &"g".repeat(64), &signs, &"é".repeat(64)] {
            assert_eq!(Fingerprint::parse(text), None, "{text}");
        }
    }
}
