//! Distinguished names: parsing, comparing and formatting (RFC 4514). Comparison ignores spaces around `,`, `+` and
//! `=`, case, escapes, `#hex` values, the order within a multi-valued RDN and whether an attribute is written as a
//! number.
//!
//! Needs no directory. Only a server knows for certain whether it takes two spellings for the same name.

use std::fmt;

/// A distinguished name, the entry's own RDN first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dn(Vec<Rdn>);

/// A relative distinguished name: one attribute and value, seldom several (RFC 4514 2.3).
#[derive(Debug, Clone)]
struct Rdn(Vec<Value>);

#[derive(Debug, Clone)]
struct Value {
    kind: String,
    value: String,
}

/// Attributes that may be written as object identifiers (RFC 4514 3, RFC 4519 2).
const NUMBERED: [(&str, &str); 8] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "STREET"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("0.9.2342.19200300.100.1.25", "DC"),
];

impl Dn {
    /// The empty name, above every other.
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// Parses a name; `None` when it is malformed.
    pub fn parse(text: &str) -> Option<Self> {
        if text.trim().is_empty() {
            return Some(Self::root());
        }
        let (mut rdns, mut values) = (Vec::new(), Vec::new());
        let mut rest = text;
        loop {
            let (kind, after) = rest.split_once('=')?;
            let (value, end) = read_value(after)?;
            values.push(Value { kind: read_kind(kind)?, value });
            let sign = after.get(end..)?.chars().next();
            if sign != Some('+') {
                rdns.push(Rdn(std::mem::take(&mut values)));
            }
            if sign.is_none() {
                return Some(Self(rdns));
            }
            rest = &after[end + 1..];
        }
    }

    /// Whether two texts name the same entry. A malformed name names none.
    pub fn same(one: &str, other: &str) -> bool {
        Self::parse(one).is_some_and(|one| Self::parse(other) == Some(one))
    }

    /// The name of an entry directly below this one.
    pub fn child(&self, kind: &str, value: &str) -> Self {
        let rdn = Rdn(vec![Value { kind: kind.to_owned(), value: value.to_owned() }]);
        Self(std::iter::once(rdn).chain(self.0.iter().cloned()).collect())
    }

    /// How many levels this name is below `top`, 0 for the same name; `None` when it is elsewhere.
    pub fn levels_below(&self, top: &Self) -> Option<usize> {
        let levels = self.0.len().checked_sub(top.0.len())?;
        (self.0[levels..] == top.0[..]).then_some(levels)
    }

    /// The name of the entry above; `None` for the empty name.
    pub fn parent(&self) -> Option<Self> {
        self.0.get(1..).map(|rdns| Self(rdns.to_vec()))
    }

    /// The value of the entry's own RDN.
    pub fn own_value(&self) -> &str {
        self.0.first().and_then(|Rdn(values)| values.first()).map_or("", |one| &one.value)
    }
}

impl fmt::Display for Dn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, Rdn(values)) in self.0.iter().enumerate() {
            for (j, Value { kind, value }) in values.iter().enumerate() {
                let sign = match (i, j) {
                    (0, 0) => "",
                    (_, 0) => ",",
                    _ => "+",
                };
                write!(f, "{sign}{kind}={}", escaped(value))?;
            }
        }
        Ok(())
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.kind.eq_ignore_ascii_case(&other.kind) && fold(&self.value) == fold(&other.value)
    }
}

/// Compares as sets: the order has no meaning (RFC 4514 2.2).
impl PartialEq for Rdn {
    fn eq(&self, Self(other): &Self) -> bool {
        let Self(own) = self;
        own.len() == other.len()
            && own.iter().all(|one| other.contains(one))
            && other.iter().all(|one| own.contains(one))
    }
}

impl Eq for Rdn {}

/// Normalises a value for comparison: lower case, single spaces. Keeps å apart from a as Samba does; Windows ignores
/// the ring.
pub fn fold(text: &str) -> String {
    let words: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// Parses an attribute type and returns its name, also where it is written as an object identifier.
fn read_kind(text: &str) -> Option<String> {
    let kind = text.trim();
    let number = kind.get(..4).filter(|start| start.eq_ignore_ascii_case("oid.")).map_or(kind, |_| &kind[4..]);
    let known = NUMBERED.iter().find(|(oid, _)| *oid == number).map(|(_, name)| *name);
    let kind = known.unwrap_or(kind);
    let fits = !kind.is_empty() && kind.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    fits.then(|| kind.to_owned())
}

/// Decodes a value written as `#` and its BER in hexadecimal (RFC 4514 2.4): a string of at most 127 bytes. Names in
/// Active Directory have at most 64 characters (MS-ADTS 3.1.1.2.2.2).
fn from_hex(digits: &str) -> Option<String> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else { return None };
    let bytes: Vec<u8> =
        pairs.iter().map(|[one, two]| u8::try_from(digit(one)? * 16 + digit(two)?).ok()).collect::<Option<_>>()?;
    // OCTET STRING, UTF8String, PrintableString, IA5String.
    let [4 | 12 | 19 | 22, length, text @ ..] = &*bytes else { return None };
    let text = String::from_utf8(text.to_vec()).ok()?;
    (usize::from(*length) == text.len() && *length < 0x80 && !text.is_empty()).then_some(text)
}

/// Parses a value up to an unescaped comma or plus. Returns the value and the offset of its end.
fn read_value(text: &str) -> Option<(String, usize)> {
    let start = text.len() - text.trim_start_matches(' ').len();
    if let Some(digits) = text[start..].strip_prefix('#') {
        let length = digits.find([',', '+']).unwrap_or(digits.len());
        return Some((from_hex(digits[..length].trim_end())?, start + 1 + length));
    }
    let mut bytes: Vec<u8> = Vec::new();
    // Trailing spaces belong to the value only when they are escaped.
    let mut kept = 0;
    let mut chars = text[start..].char_indices();
    let mut end = text.len();
    while let Some((at, c)) = chars.next() {
        match c {
            ',' | '+' => {
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
            '"' | '<' | '>' | ';' | '\0' => return None,
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
    fn names_are_equal_in_every_spelling() {
        let one = Dn::parse("CN=Eva  Karlsson,OU=Staff,DC=x").unwrap();
        assert_eq!(one, Dn::parse("cn=EVA Karlsson, ou=staff,dc=X").unwrap());
        assert_eq!(one, Dn::parse("CN=Eva\\20Karlsson,OU=Staff,DC=x").unwrap());
        assert_ne!(one, Dn::parse("CN=Eva Karlsson,DC=x").unwrap());
        for written in [
            r"CN=\45va Karlsson, OU=Staff, DC=x",
            "2.5.4.3=Eva Karlsson,OID.2.5.4.11=Staff,0.9.2342.19200300.100.1.25=x",
            "CN=#0c0c457661204b61726c73736f6e , OU = Staff,DC=x ",
        ] {
            assert!(Dn::same(written, &one.to_string()), "{written}");
        }
        assert!(Dn::same(r"CN=Karlsson\, Eva,DC=x", r"CN=Karlsson\2c Eva,DC=x"));
        assert!(Dn::same("CN=a+SN=b,DC=x", "sn=B + cn=A,DC=x"));
        assert!(!Dn::same("CN=a+SN=b,DC=x", "CN=a,DC=x") && !Dn::same("CN=a+CN=a,DC=x", "CN=a+CN=b,DC=x"));
        assert!(!Dn::same("nonsense", "nonsense"));
    }

    #[test]
    fn malformed_names_are_rejected() {
        for text in [
            "nonsense",
            "CN=",
            "=x",
            "C_N=x",
            "CN=a,",
            "CN=a,,DC=b",
            "CN=a\\",
            "CN=a\\4",
            "CN=a+",
            "CN=a+b",
            "CN=#04",
            "CN=#0400",
            "CN=#0403ff",
            "CN=#040261",
            "CN=#040161x",
            "CN=\\ff",
            "CN=a\"b",
            "CN=a<b",
            "CN=a>b",
            "CN=a;b",
            "CN=a\0b",
            &format!("CN=#0480{}", "61".repeat(0x80)),
        ] {
            assert_eq!(Dn::parse(text), None, "{text}");
        }
        assert_eq!(
            Dn::parse(&format!("1.2.840.9=#047f{},ms-DS-x=y", "61".repeat(0x7f))).unwrap().own_value().len(),
            127
        );
    }

    /// DNs that the program shows can be pasted into other tools (RFC 4514 2.4).
    #[test]
    fn special_characters_are_escaped_where_they_must_be() {
        let written = |value: &str| Dn::root().child("CN", value).to_string();
        for (value, escaped) in [
            ("Karlsson, Eva", r"CN=Karlsson\, Eva"),
            (r#"+"\<>;="#, r#"CN=\+\"\\\<\>\;\="#),
            ("#1 #2", r"CN=\#1 #2"),
            (" a b ", r"CN=\ a b\ "),
            ("a\0b", r"CN=a\00b"),
        ] {
            assert_eq!(written(value), escaped);
        }
        let several = "CN=a+SN=b,DC=x";
        assert_eq!(Dn::parse(several).unwrap().to_string(), several);
    }

    #[test]
    fn names_have_parents_and_levels() {
        let base = Dn::parse("DC=x").unwrap();
        let staff = base.child("OU", "Staff");
        let eva = staff.child("CN", "Eva");
        assert_eq!(eva.levels_below(&base), Some(2));
        assert_eq!(base.levels_below(&eva), None);
        assert_eq!(eva.levels_below(&Dn::parse("DC=y").unwrap()), None);
        assert_eq!(eva.levels_below(&eva), Some(0));
        assert_eq!(eva.parent(), Some(staff));
        assert_eq!(Dn::root().parent(), None);
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
