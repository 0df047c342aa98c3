//! Distinguished names: read, compared and written (RFC 4514).
//!
//! Leaves out what Active Directory never writes (MS-ADTS 3.1.1.3.1.2): multi-valued RDNs and values in `#hex`.
//! Reaches for no directory: whether two spellings mean the same there, only the server knows.

use std::fmt;

/// The name of an entry, its own part first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dn(Vec<Rdn>);

#[derive(Debug, Clone)]
struct Rdn {
    kind: String,
    value: String,
}

impl Dn {
    /// The empty name, above all others.
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// Reads a name. `None` when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        if text.trim().is_empty() {
            return Some(Self::root());
        }
        let mut rdns = Vec::new();
        let mut rest = text;
        loop {
            let (kind, after) = rest.split_once('=')?;
            let kind = kind.trim();
            if kind.is_empty() || !kind.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.') {
                return None;
            }
            let (value, end) = read_value(after)?;
            rdns.push(Rdn { kind: kind.to_owned(), value });
            if end == after.len() {
                return Some(Self(rdns));
            }
            rest = &after[end + 1..];
        }
    }

    /// The name of an entry right below this one.
    pub fn child(&self, kind: &str, value: &str) -> Self {
        let rdn = Rdn { kind: kind.to_owned(), value: value.to_owned() };
        Self(std::iter::once(rdn).chain(self.0.iter().cloned()).collect())
    }

    /// How many levels below `top` this name stands; `None` when it does not stand below it.
    pub fn levels_below(&self, top: &Self) -> Option<usize> {
        let levels = self.0.len().checked_sub(top.0.len())?;
        (self.0[levels..] == top.0[..]).then_some(levels)
    }

    /// The name of the entry above; the empty name has none.
    pub fn parent(&self) -> Option<Self> {
        self.0.get(1..).map(|rdns| Self(rdns.to_vec()))
    }

    /// The value of the entry's own part.
    pub fn own_value(&self) -> &str {
        self.0.first().map_or("", |rdn| &rdn.value)
    }
}

impl fmt::Display for Dn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, rdn) in self.0.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            write!(f, "{comma}{}={}", rdn.kind, escaped(&rdn.value))?;
        }
        Ok(())
    }
}

impl PartialEq for Rdn {
    fn eq(&self, other: &Self) -> bool {
        self.kind.eq_ignore_ascii_case(&other.kind) && fold(&self.value) == fold(&other.value)
    }
}

impl Eq for Rdn {}

/// The form in which words are compared: small letters, single spaces. As Samba does it, å is not a;
/// Windows would also disregard the ring.
pub fn fold(text: &str) -> String {
    let words: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// Reads a value up to an unescaped comma: the value, and where it ended.
fn read_value(text: &str) -> Option<(String, usize)> {
    let mut bytes: Vec<u8> = Vec::new();
    // Spaces at the end do not belong to the value unless they are escaped.
    let mut kept = 0;
    let start = text.len() - text.trim_start_matches(' ').len();
    let mut chars = text[start..].char_indices();
    let mut end = text.len();
    while let Some((at, c)) = chars.next() {
        match c {
            ',' => {
                end = start + at;
                break;
            }
            '\\' => {
                let (_, first) = chars.next()?;
                if first.is_ascii_hexdigit() {
                    let (_, second) = chars.next()?;
                    bytes.push(u8::try_from(first.to_digit(16)? * 16 + second.to_digit(16)?).ok()?);
                } else {
                    bytes.extend(first.to_string().bytes());
                }
                kept = bytes.len();
            }
            '+' | '"' | '<' | '>' | ';' | '\0' => return None,
            '#' if at == 0 => return None,
            _ => {
                bytes.extend(c.to_string().bytes());
                if c != ' ' {
                    kept = bytes.len();
                }
            }
        }
    }
    bytes.truncate(kept);
    let value = String::from_utf8(bytes).ok().filter(|value| !value.is_empty())?;
    Some((value, end))
}

fn escaped(value: &str) -> String {
    let last = value.chars().count().saturating_sub(1);
    let mut text = String::new();
    for (i, c) in value.chars().enumerate() {
        match c {
            ',' | '+' | '"' | '\\' | '<' | '>' | ';' | '=' => text.extend(['\\', c]),
            ' ' | '#' if i == 0 => text.extend(['\\', c]),
            ' ' if i == last => text.extend(['\\', c]),
            '\0' => text.push_str("\\00"),
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_name_written_differently() {
        let one = Dn::parse("CN=Eva  Karlsson,OU=Staff,DC=x").unwrap();
        assert_eq!(one, Dn::parse("cn=EVA Karlsson, ou=staff,dc=X").unwrap());
        assert_eq!(one, Dn::parse("CN=Eva\\20Karlsson,OU=Staff,DC=x").unwrap());
        assert_ne!(one, Dn::parse("CN=Eva Karlsson,DC=x").unwrap());
    }

    #[test]
    fn not_a_name() {
        for text in ["nonsense", "CN=", "=x", "CN=a,", "CN=a,,DC=b", "CN=a\\", "CN=a\\4", "CN=a+SN=b", "CN=\\ff"] {
            assert_eq!(Dn::parse(text), None, "{text}");
        }
    }

    #[test]
    fn above_and_below() {
        let base = Dn::parse("DC=x").unwrap();
        let staff = base.child("OU", "Staff");
        let eva = staff.child("CN", "Eva");
        assert_eq!(eva.levels_below(&base), Some(2));
        assert_eq!(base.levels_below(&eva), None);
        assert_eq!(eva.levels_below(&Dn::parse("DC=y").unwrap()), None);
        assert_eq!(eva.parent(), Some(staff));
        assert_eq!(eva.own_value(), "Eva");
    }

    proptest! {
        #[test]
        fn written_and_read_again(value in "[^\\p{Cc}]{1,20}") {
            prop_assume!(!fold(&value).is_empty());
            let dn = Dn::parse("DC=x").unwrap().child("CN", &value);
            let again = Dn::parse(&dn.to_string()).unwrap();
            prop_assert_eq!(again.own_value(), value);
        }

        #[test]
        fn any_text_is_survived(text in any::<String>()) {
            let _ = Dn::parse(&text);
        }
    }
}
