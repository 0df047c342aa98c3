//! Parses, compares and formats distinguished names (RFC 4514). Comparison ignores spaces around `,`, `+` and `=`,
//! case, escapes, `#hex` notation, order within multi-valued RDNs, and numeric attribute types.
//!
//! No I/O: only the server knows whether two values of an attribute match.

use std::fmt;

/// A distinguished name, the entry's own RDN first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dn(Vec<Rdn>);

/// A relative distinguished name: one or more attribute values (RFC 4514 2.3).
#[derive(Debug, Clone)]
struct Rdn(Vec<AttributeValue>);

#[derive(Debug, Clone)]
struct AttributeValue {
    attribute: String,
    value: String,
}

/// Attribute types with their OIDs (RFC 4514 3, RFC 4519 2).
const OIDS: [(&str, &str); 8] = [
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
    /// Returns the empty name, above all others.
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    pub fn parse(text: &str) -> Option<Self> {
        if text.trim().is_empty() {
            return Some(Self::root());
        }
        let (mut rdns, mut values) = (Vec::new(), Vec::new());
        let mut rest = text;
        loop {
            let (attribute, after) = rest.split_once('=')?;
            let (value, end) = parse_value(after)?;
            values.push(AttributeValue { attribute: parse_type(attribute)?, value });
            let separator = after.get(end..)?.chars().next();
            if separator != Some('+') {
                rdns.push(Rdn(std::mem::take(&mut values)));
            }
            if separator.is_none() {
                return Some(Self(rdns));
            }
            rest = &after[end + 1..];
        }
    }

    /// Whether two texts name the same entry. An invalid name equals nothing.
    pub fn same(one: &str, other: &str) -> bool {
        Self::parse(one).is_some_and(|one| Self::parse(other) == Some(one))
    }

    /// Returns the name of an entry directly below this one.
    pub fn child(&self, attribute: &str, value: &str) -> Self {
        let rdn = Rdn(vec![AttributeValue { attribute: attribute.to_owned(), value: value.to_owned() }]);
        Self(std::iter::once(rdn).chain(self.0.iter().cloned()).collect())
    }

    /// Returns the number of levels below `top`; `None` when this is not `top` or below it.
    pub fn depth_below(&self, top: &Self) -> Option<usize> {
        let levels = self.0.len().checked_sub(top.0.len())?;
        (self.0[levels..] == top.0[..]).then_some(levels)
    }

    pub fn parent(&self) -> Option<Self> {
        self.0.get(1..).map(|rdns| Self(rdns.to_vec()))
    }

    /// Returns the name of the domain that the entry is in: the part from its first DC on.
    pub fn domain(&self) -> Self {
        let is_dc = |Rdn(values): &Rdn| values.iter().any(|value| value.attribute.eq_ignore_ascii_case("dc"));
        Self(self.0.iter().skip_while(|rdn| !is_dc(rdn)).cloned().collect())
    }

    /// Returns the value of the first attribute in the entry's own RDN.
    pub fn rdn_value(&self) -> &str {
        self.0.first().and_then(|Rdn(values)| values.first()).map_or("", |one| &one.value)
    }
}

impl fmt::Display for Dn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, Rdn(values)) in self.0.iter().enumerate() {
            for (j, AttributeValue { attribute, value }) in values.iter().enumerate() {
                let separator = match (i, j) {
                    (0, 0) => "",
                    (_, 0) => ",",
                    _ => "+",
                };
                write!(f, "{separator}{attribute}={}", escaped(value))?;
            }
        }
        Ok(())
    }
}

impl PartialEq for AttributeValue {
    fn eq(&self, other: &Self) -> bool {
        self.attribute.eq_ignore_ascii_case(&other.attribute) && fold(&self.value) == fold(&other.value)
    }
}

/// Compares as sets: order has no meaning (RFC 4514 2.2).
impl PartialEq for Rdn {
    fn eq(&self, Self(other): &Self) -> bool {
        let Self(own) = self;
        own.len() == other.len()
            && own.iter().all(|one| other.contains(one))
            && other.iter().all(|one| own.contains(one))
    }
}

impl Eq for Rdn {}

/// Normalises a value for comparison: lower case, single spaces. Like Samba, keeps å and a apart; Windows would ignore
/// the ring.
pub fn fold(text: &str) -> String {
    let words: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// Parses an attribute type and replaces a known OID by its name.
fn parse_type(text: &str) -> Option<String> {
    let attribute = text.trim();
    let number =
        attribute.get(..4).filter(|start| start.eq_ignore_ascii_case("oid.")).map_or(attribute, |_| &attribute[4..]);
    let known = OIDS.iter().find(|(oid, _)| *oid == number).map(|(_, name)| *name);
    let attribute = known.unwrap_or(attribute);
    let fits = !attribute.is_empty() && attribute.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    fits.then(|| attribute.to_owned())
}

/// Decodes a `#hex` value: a BER string (RFC 4514 2.4) of at most 127 bytes, which suffices for names in Active
/// Directory (MS-ADTS 3.1.1.2.2.2: 64 characters).
fn decode_hex(digits: &str) -> Option<String> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else { return None };
    let bytes: Vec<u8> =
        pairs.iter().map(|[one, two]| u8::try_from(digit(one)? * 16 + digit(two)?).ok()).collect::<Option<_>>()?;
    // OCTET STRING, UTF8String, PrintableString, IA5String.
    let [4 | 12 | 19 | 22, length, text @ ..] = &*bytes else { return None };
    let text = String::from_utf8(text.to_vec()).ok()?;
    (usize::from(*length) == text.len() && *length < 0x80 && !text.is_empty()).then_some(text)
}

/// Parses a value up to an unescaped comma or plus. Returns it with the position of its end.
fn parse_value(text: &str) -> Option<(String, usize)> {
    let start = text.len() - text.trim_start_matches(' ').len();
    if let Some(digits) = text[start..].strip_prefix('#') {
        let length = digits.find([',', '+']).unwrap_or(digits.len());
        return Some((decode_hex(digits[..length].trim_end())?, start + 1 + length));
    }
    let mut bytes: Vec<u8> = Vec::new();
    // Trailing spaces belong to the value only if escaped.
    let mut trimmed_len = 0;
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
                trimmed_len = bytes.len();
            }
            '"' | '<' | '>' | ';' | '\0' => return None,
            _ => {
                bytes.extend(c.to_string().bytes());
                if c != ' ' {
                    trimmed_len = bytes.len();
                }
            }
        }
    }
    bytes.truncate(trimmed_len);
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
            Dn::parse(&format!("1.2.840.9=#047f{},ms-DS-x=y", "61".repeat(0x7f))).unwrap().rdn_value().len(),
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
        assert_eq!(eva.depth_below(&base), Some(2));
        assert_eq!(base.depth_below(&eva), None);
        assert_eq!(eva.depth_below(&Dn::parse("DC=y").unwrap()), None);
        assert_eq!(eva.depth_below(&eva), Some(0));
        assert_eq!(eva.parent(), Some(staff));
        assert_eq!(Dn::root().parent(), None);
        assert_eq!(eva.rdn_value(), "Eva");
    }

    proptest! {
        #[test]
        fn written_and_read_again(value in "[^\\p{Cc}]{1,20}") {
            prop_assume!(!fold(&value).is_empty());
            let dn = Dn::parse("DC=x").unwrap().child("CN", &value);
            let again = Dn::parse(&dn.to_string()).unwrap();
            prop_assert_eq!(again.rdn_value(), value);
        }

        #[test]
        fn any_text_is_survived(text in any::<String>()) {
            let _ = Dn::parse(&text);
        }
    }
}
