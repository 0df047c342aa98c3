//! The two kinds of hash in such lists: computed from a password, and parsed from a line.

use md4::Md4;
use sha1::{Digest, Sha1};
use zeroize::Zeroizing;

use crate::domain::password::Password;

/// A hash's bytes. NTLM's are padded with zeros to the length of SHA-1, which changes no comparison.
pub(super) type PasswordHash = [u8; 20];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HashKind {
    /// Of the password in UTF-8.
    Sha1,
    /// MD4 of the password in UTF-16, little-endian (MS-NLMP 3.3.1, `NTOWFv1`).
    Ntlm,
}

impl HashKind {
    /// The kind that is written with so many digits.
    pub(super) fn of_digits(digits: usize) -> Option<Self> {
        [Self::Sha1, Self::Ntlm].into_iter().find(|kind| kind.digits() == digits)
    }

    fn digits(self) -> usize {
        match self {
            Self::Sha1 => 40,
            Self::Ntlm => 32,
        }
    }

    /// Hashes a password. Wiped, because an NTLM hash can be used like the password itself.
    pub(super) fn hash(self, password: &Password) -> Zeroizing<PasswordHash> {
        let mut hash = Zeroizing::new([0; 20]);
        match self {
            Self::Sha1 => {
                let mut digest = Sha1::new();
                digest.update(password.expose());
                digest.finalize_into((&mut *hash).into());
            }
            Self::Ntlm => {
                let mut digest = Md4::new();
                for unit in password.expose().encode_utf16() {
                    digest.update(unit.to_le_bytes());
                }
                let mut short = Zeroizing::new([0; 16]);
                digest.finalize_into((&mut *short).into());
                hash[..16].copy_from_slice(&*short);
            }
        }
        hash
    }

    /// A line's hash and count; `None` when it is not a line of such a list.
    pub(super) fn line(self, text: &[u8]) -> Option<(PasswordHash, u64)> {
        let (digits, rest) = text.split_at_checked(self.digits())?;
        let mut hash = [0; 20];
        for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = pair.iter().try_fold(0, |byte, digit| Some(byte << 4 | nibble(*digit)?))?;
        }
        Some((hash, count(rest)?))
    }
}

fn nibble(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}

/// The digits of the greatest count.
pub(super) const COUNT_DIGITS: usize = 20;

/// The count after a hash; a line without one counts once.
fn count(rest: &[u8]) -> Option<u64> {
    let Some((colon, digits)) = rest.split_first() else { return Some(1) };
    let digits = std::str::from_utf8(digits).ok()?;
    let written = *colon == b':' && digits.len() <= COUNT_DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| written)
}
