//! Six-digit verification codes: uniformly random, bound to operator, account and number, and stored only as a keyed
//! hash.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::account::AccountId;
use super::phone::{Phone, plain};

#[derive(Clone)]
pub struct Code(Zeroizing<String>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code is six digits")]
pub struct NotACode;

impl Code {
    const COUNT: u32 = 1_000_000;

    /// Parses a code as the operator types or pastes it. Spaces, hyphens and invisible characters are ignored, and digits
    /// may be of another script, as in numbers.
    ///
    /// # Errors
    /// [`NotACode`] when the rest is not six digits.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        // With all its room at once, so that no copy of the code is left in memory.
        let mut digits = Zeroizing::new(String::with_capacity(text.len()));
        digits.extend(text.chars().filter_map(plain).filter(|c| !matches!(c, ' ' | '-' | '\n')));
        if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit()) { Ok(Self(digits)) } else { Err(NotACode) }
    }

    /// Draws one of the million codes, each equally likely. `fill` gives random bytes.
    ///
    /// # Errors
    /// Returns the errors of `fill`.
    pub fn draw<E>(mut fill: impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<Self, E> {
        // Rejects numbers past the last whole million, which would make the first codes likelier.
        let limit = u32::MAX - u32::MAX % Self::COUNT;
        loop {
            let mut bytes = Zeroizing::new([0; 4]);
            fill(bytes.as_mut())?;
            let number = u32::from_le_bytes(*bytes);
            if number < limit {
                return Ok(Self(Zeroizing::new(format!("{:06}", number % Self::COUNT))));
            }
        }
    }

    /// Returns the digits, for the SMS only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// What a code is valid for.
#[derive(Debug, Clone, Copy)]
pub struct CodeBinding<'a> {
    /// The name that the operator signs in to the directory with.
    pub operator: &'a str,
    pub account: AccountId,
    /// The keyed hash of the number that the code is sent to.
    pub number: KeyedHash,
}

/// The desk's secret key for hashing codes and numbers. Kept outside the store that holds the hashes.
pub struct HashKey(Zeroizing<[u8; 32]>);

impl HashKey {
    pub fn new(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    /// Hashes a code for the store.
    pub fn code_hash(&self, binding: &CodeBinding<'_>, code: &Code) -> KeyedHash {
        let CodeBinding { operator, account, number } = binding;
        self.hash(&[b"code", operator.as_bytes(), account.bytes(), number.bytes(), code.expose().as_bytes()])
    }

    /// Hashes a number for the store and the audit log. Equal numbers have equal hashes.
    pub fn number_hash(&self, number: &Phone) -> KeyedHash {
        self.hash(&[b"number", number.e164().as_bytes()])
    }

    /// Returns a check value by which the shared store tells this key from another.
    pub fn check(&self, store: &[u8]) -> KeyedHash {
        self.hash(&[b"check", store])
    }

    fn hash(&self, parts: &[&[u8]]) -> KeyedHash {
        // HMAC accepts keys of any length, so this cannot fail.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.0.as_ref()) else { return KeyedHash([0; 32]) };
        for part in parts {
            // With each part's length, so that different lists never give the same input.
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        KeyedHash(mac.finalize().into_bytes().into())
    }
}

impl fmt::Debug for HashKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HashKey(…)")
    }
}

/// A keyed hash (HMAC-SHA-256).
#[derive(Clone, Copy)]
pub struct KeyedHash([u8; 32]);

impl KeyedHash {
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns the first 16 hexadecimal digits, enough to recognise equal numbers in the audit log.
    pub fn short(&self) -> String {
        self.0[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for KeyedHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyedHash(…)")
    }
}

/// Compares in constant time.
impl PartialEq for KeyedHash {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for KeyedHash {}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> HashKey {
        HashKey::new(Zeroizing::new([7; 32]))
    }

    #[test]
    fn code_is_parsed_as_operators_type_it() {
        for text in [
            "123456",
            "123 456",
            " 12-34 56 ",
            "123\u{a0}456",
            "123\u{202f}456",
            "123\u{2013}456",
            "123\u{2011}456\t",
            "\u{202a}123\u{200b}456\u{202c}",
            "１２３４５６",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            "123456\r\n",
        ] {
            assert_eq!(Code::parse(text).unwrap().expose(), "123456");
        }
        for text in ["", "12345", "1234567", "12345x", "12345\u{b2}", "+123456", "123.456", "१२३४५६"] {
            assert_eq!(Code::parse(text).unwrap_err(), NotACode, "{text}");
        }
    }

    /// 4,294,000,000 numbers give 4,294 each to a million codes; the 967,296 above them are drawn again.
    #[test]
    fn code_is_the_number_drawn_modulo_a_million() {
        for (drawn, code) in [
            (0, Some("000000")),
            (42, Some("000042")),
            (u32::from_le_bytes([0x40, 0xe2, 0x01, 0x00]), Some("123456")),
            (999_999, Some("999999")),
            (1_000_000, Some("000000")),
            (4_293_999_999, Some("999999")),
            (4_294_000_000, None),
            (4_294_967_295, None),
        ] {
            let mut draws = [drawn, 7].into_iter();
            let made = Code::draw(|buffer| {
                buffer.copy_from_slice(&draws.next().ok_or(())?.to_le_bytes());
                Ok::<_, ()>(())
            });
            assert_eq!(made.unwrap().expose(), code.unwrap_or("000007"), "{drawn}");
            assert_eq!(draws.len(), usize::from(code.is_some()), "{drawn}");
        }
        assert_eq!(Code::draw(|_| Err("no random bytes")).unwrap_err(), "no random bytes");
    }

    /// Codes that are out when the program is updated stay valid, and the audit trail still tells that two numbers are
    /// the same. The values were computed with Python's `hmac`.
    #[test]
    fn hashes_do_not_change_between_versions() {
        let number = key().number_hash(&Phone::parse("0701740605").unwrap());
        assert_eq!(number.short(), "4f37b18897b5fbd2");
        let bond = CodeBinding { operator: "anna", account: AccountId::from_bytes([1; 16]), number };
        assert_eq!(key().code_hash(&bond, &Code::parse("123456").unwrap()).short(), "7f12753480e0e8d8");
        assert_eq!(key().check(b"store").short(), "4789c19e63d32e3d");
    }

    #[test]
    fn code_is_valid_for_one_operator_account_and_number() {
        let number = |text| key().number_hash(&Phone::parse(text).unwrap());
        let (one, two) = (number("0701740605"), number("0701740606"));
        let bond =
            |operator, account, number| CodeBinding { operator, account: AccountId::from_bytes([account; 16]), number };
        let code = Code::parse("123456").unwrap();
        let code_hash = key().code_hash(&bond("anna", 1, one), &code);
        assert_eq!(code_hash, key().code_hash(&bond("anna", 1, one), &code));
        for other in [bond("bo", 1, one), bond("anna", 2, one), bond("anna", 1, two)] {
            assert_ne!(code_hash, key().code_hash(&other, &code));
        }
        assert_ne!(code_hash, key().code_hash(&bond("anna", 1, one), &Code::parse("123457").unwrap()));
        assert_ne!(code_hash, HashKey::new(Zeroizing::new([8; 32])).code_hash(&bond("anna", 1, one), &code));
    }

    #[test]
    fn secrets_are_not_printed() {
        let code = Code::parse("123456").unwrap();
        assert_eq!(format!("{code:?} {:?}", key()), "Code(…) HashKey(…)");
    }
}
