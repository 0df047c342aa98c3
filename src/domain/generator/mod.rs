//! Generates passwords: the kinds, and the drawing they share. The rules come as numbers and as `accept`.

mod acceptance;
mod random;
#[cfg(test)]
mod tests;
mod words;

use acceptance::AcceptanceTest;
use zeroize::Zeroizing;

use super::named_enum::named_enum;
use super::password::Password;

named_enum! {
    /// The default comes first.
    pub enum GeneratedKind {
        /// Swedish words and digits, easy to say on the phone: `Tegel-lampa-sork-472`.
        Words = "words",
        /// Letters and digits without look-alikes.
        Random = "random",
    }
}

impl GeneratedKind {
    /// Minimum entropy, whatever `accept` rejects.
    fn least_bits(self) -> u32 {
        match self {
            Self::Words => 40,
            Self::Random => 60,
        }
    }
}

/// Rules that generated passwords meet by construction, without rejected draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GeneratorRequirements<'a> {
    /// In characters.
    pub min_length: usize,
    /// In characters.
    pub max_length: usize,
    /// The minimum number of capitals.
    pub uppercase: usize,
    pub digits: usize,
    /// Characters that must not occur.
    pub forbidden: &'a str,
}

impl GeneratorRequirements<'_> {
    fn allows(&self, character: char) -> bool {
        !self.forbidden.contains(character)
    }
}

#[derive(Debug, Clone)]
pub struct GeneratedPassword {
    pub password: Password,
    /// Minimum entropy: one of at least 2^bits equally likely passwords.
    pub bits: u32,
}

/// Draws passwords of one shape.
trait Recipe {
    /// The number of equally likely passwords, saturating.
    fn space(&self) -> u128;

    /// Draws a password. `below(n)` gives a uniform number below `n`.
    fn draw<E>(&self, below: &mut impl FnMut(usize) -> Result<usize, E>) -> Result<Zeroizing<String>, E>;
}

/// The maximum number of draws.
const DRAWS: u32 = 200;

/// Draws passwords until enough were accepted to guarantee the promised bits, and returns the last one. `fill` gives
/// random bytes. `None` when `wanted` contradicts itself, or when too many draws are rejected for the promise.
///
/// # Errors
/// Returns the errors of `fill` and `accept`.
pub fn generate<E>(
    kind: GeneratedKind,
    wanted: &GeneratorRequirements<'_>,
    fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    accept: impl FnMut(&Password) -> Result<bool, E>,
) -> Result<Option<GeneratedPassword>, E> {
    let least = 1 << (kind.least_bits() + 1);
    match kind {
        GeneratedKind::Words => make(words::recipe(wanted, least), fill, accept),
        GeneratedKind::Random => make(random::recipe(wanted, least), fill, accept),
    }
}

fn make<E>(
    recipe: Option<impl Recipe>,
    mut fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    mut accept: impl FnMut(&Password) -> Result<bool, E>,
) -> Result<Option<GeneratedPassword>, E> {
    let Some(recipe) = recipe else { return Ok(None) };
    // One bit less, since half may be rejected.
    let bits = (recipe.space() / 2).ilog2();
    let mut test = AcceptanceTest::default();
    for _ in 0..DRAWS {
        let text = recipe.draw(&mut |n| below(n, &mut fill))?;
        let accepted = match Password::parse(text) {
            Ok(password) => accept(&password)?.then_some(password),
            Err(_) => None,
        };
        test.record(accepted.is_some());
        // Every acceptable password is equally likely to be the last: when to stop depends on which draws were
        // accepted, not on their content.
        if let Some(password) = accepted.filter(|_| test.passed()) {
            return Ok(Some(GeneratedPassword { password, bits }));
        }
    }
    Ok(None)
}

/// Returns a uniform number below `n`, which is at most 65,536.
fn below<E>(n: usize, fill: &mut impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<usize, E> {
    const NUMBERS: usize = 1 << 16;
    let mut bytes = Zeroizing::new([0; 2]);
    loop {
        fill(&mut *bytes)?;
        let number = usize::from(u16::from_be_bytes(*bytes));
        // Rejects numbers past the last whole multiple, which would make the first few likelier.
        if number < NUMBERS - NUMBERS % n {
            return Ok(number % n);
        }
    }
}

/// Returns the number of texts of `length` from `characters`, saturating.
fn power(characters: usize, length: usize) -> u128 {
    std::iter::repeat_n(characters as u128, length).fold(1, u128::saturating_mul)
}
