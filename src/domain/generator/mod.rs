//! Generates passwords: the kinds and the drawing that they share.
//!
//! Independent of the password policy: the requirements are passed as numbers and as `accept`.

mod evidence;
mod random;
#[cfg(test)]
mod tests;
mod words;

use evidence::AcceptanceTest;
use zeroize::Zeroizing;

use super::password::Password;

/// A kind of generated password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeneratedKind {
    /// Swedish words and digits, easy to say on the phone: `Tegel-lampa-sork-472`.
    Words,
    /// Letters and digits in any order, without those that look alike.
    Random,
}

impl GeneratedKind {
    /// Every kind, the default first.
    pub const ALL: [Self; 2] = [Self::Words, Self::Random];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Random => "random",
        }
    }

    /// The guaranteed entropy in bits, whatever `accept` rejects.
    fn least_bits(self) -> u32 {
        match self {
            Self::Words => 40,
            Self::Random => 60,
        }
    }
}

/// Requirements that every drawn password meets by construction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GeneratorRequirements<'a> {
    /// The least length, in characters.
    pub min_length: usize,
    /// The greatest length, in characters.
    pub max_length: usize,
    /// The fewest capitals.
    pub uppercase: usize,
    /// The fewest digits.
    pub digits: usize,
    /// Characters that must not occur.
    pub forbidden: &'a str,
}

impl GeneratorRequirements<'_> {
    fn allows(&self, character: char) -> bool {
        !self.forbidden.contains(character)
    }
}

/// A generated password.
#[derive(Debug, Clone)]
pub struct GeneratedPassword {
    /// The password.
    pub password: Password,
    /// Its entropy in bits: it is one of at least 2 to this power, all equally likely.
    pub bits: u32,
}

/// Draws passwords of one form.
trait Recipe {
    /// How many passwords there are, all equally likely, at most `u128::MAX`.
    fn space(&self) -> u128;

    /// Draws a password. `below(n)` returns a number below `n`, each equally likely.
    fn draw<E>(&self, below: &mut impl FnMut(usize) -> Result<usize, E>) -> Result<Zeroizing<String>, E>;
}

/// The most passwords drawn for one that is accepted.
const DRAWS: u32 = 200;

/// Draws passwords until `accept` has accepted enough to prove the entropy, and returns the last one. `fill` fills a
/// buffer with random bytes. Returns `None` when `wanted` is contradictory, or when so many draws are rejected that the
/// rest may have too little entropy.
///
/// # Errors
/// The errors of `fill` and `accept`.
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
    // One bit less, because half of them may be rejected.
    let bits = (recipe.space() / 2).ilog2();
    let mut evidence = AcceptanceTest::default();
    for _ in 0..DRAWS {
        let text = recipe.draw(&mut |n| below(n, &mut fill))?;
        let accepted = match Password::parse(text) {
            Ok(password) => accept(&password)?.then_some(password),
            Err(_) => None,
        };
        evidence.add(accepted.is_some());
        // All accepted passwords are equally likely to be the last one: when to stop depends on which draws were
        // accepted, not on what they were.
        if let Some(password) = accepted.filter(|_| evidence.is_enough()) {
            return Ok(Some(GeneratedPassword { password, bits }));
        }
    }
    Ok(None)
}

/// Returns a number below `n`, each equally likely. `n` is at most 65,536.
fn below<E>(n: usize, fill: &mut impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<usize, E> {
    const NUMBERS: usize = 1 << 16;
    let mut bytes = Zeroizing::new([0; 2]);
    loop {
        fill(&mut *bytes)?;
        let number = usize::from(u16::from_be_bytes(*bytes));
        // The last, incomplete multiple would make low numbers likelier; numbers in it are drawn again.
        if number < NUMBERS - NUMBERS % n {
            return Ok(number % n);
        }
    }
}

/// How many texts of `length` there are over `characters`, at most `u128::MAX`.
fn power(characters: usize, length: usize) -> u128 {
    std::iter::repeat_n(characters as u128, length).fold(1, u128::saturating_mul)
}
