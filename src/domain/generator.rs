//! Passwords made for a caller: random, without characters that look or sound alike.

use zeroize::Zeroizing;

use super::password::Password;

/// No 0 O o, no 1 l I, and no å ä ö.
const ALPHABET: &[u8] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// The shortest made, in characters: 12 of 56 are 69 bits.
const LENGTH: usize = 12;

/// Draws passwords until `accept` likes one. `fill` gives random bytes.
///
/// # Errors
/// Whatever `fill` fails with; `None` when rules leave nothing to draw from.
pub fn generate<E>(
    min_length: usize,
    mut fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    accept: impl Fn(&Password) -> bool,
) -> Result<Option<Password>, E> {
    // Rules for capitals and digits turn away a fifth of the draws; a thousand in a row means that
    // they can't be met.
    for _ in 0..1000 {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH.max(min_length)));
        while text.len() < LENGTH.max(min_length) {
            let mut byte = [0];
            fill(&mut byte)?;
            // Bytes past the last whole alphabet are thrown away, so that all characters are as likely.
            let limit = 256 - 256 % ALPHABET.len();
            if usize::from(byte[0]) < limit {
                text.push(char::from(ALPHABET[usize::from(byte[0]) % ALPHABET.len()]));
            }
        }
        match Password::parse(text) {
            Ok(password) if accept(&password) => return Ok(Some(password)),
            _ => {}
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::{LocalRules, judge};
    use std::convert::Infallible;

    fn counter() -> impl FnMut(&mut [u8]) -> Result<(), Infallible> {
        let mut state = 1_u32;
        move |buffer| {
            for byte in buffer {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *byte = state.to_be_bytes()[0];
            }
            Ok(())
        }
    }

    #[test]
    fn keeps_the_rules_and_looks_like_nothing_else() {
        let mut fill = counter();
        for _ in 0..200 {
            let accept = |p: &Password| judge(p, &LocalRules::default(), None).acceptable();
            let password = generate(14, &mut fill, accept).unwrap().unwrap();
            assert_eq!(password.expose().len(), 14);
            assert!(accept(&password));
            assert!(!password.expose().contains(['0', 'O', 'o', '1', 'l', 'I']));
        }
    }

    #[test]
    fn rules_that_cannot_be_met_end() {
        assert!(generate(12, counter(), |_| false).unwrap().is_none());
    }
}
