//! Passwords made for a caller: which kinds there are, and the draw that both share.
//!
//! Says no word and asks no rule by name: what a password must keep comes as numbers, and as `accept`.

mod evidence;
mod random;
#[cfg(test)]
mod tests;
mod words;

use evidence::AcceptanceTest;
use zeroize::Zeroizing;

use super::password::Password;

/// How a password is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeneratedKind {
    /// Swedish words and digits, easy to say on the phone: `Tegel-lampa-sork-472`.
    Words,
    /// Letters and digits of which none look alike.
    Random,
}

impl GeneratedKind {
    /// Both, the usual one first.
    pub const ALL: [Self; 2] = [Self::Words, Self::Random];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Random => "random",
        }
    }

    /// The fewest bits it has, whatever `accept` turns away.
    fn least_bits(self) -> u32 {
        match self {
            Self::Words => 40,
            Self::Random => 60,
        }
    }
}

/// What a password must keep. All hold by construction, so they cost no draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GeneratorRequirements<'a> {
    /// Shortest, in characters.
    pub min_length: usize,
    /// Longest, in characters.
    pub max_length: usize,
    /// Least number of capitals.
    pub uppercase: usize,
    /// Least number of digits.
    pub digits: usize,
    /// Characters that may not occur.
    pub forbidden: &'a str,
}

impl GeneratorRequirements<'_> {
    fn allows(&self, character: char) -> bool {
        !self.forbidden.contains(character)
    }
}

/// A password that was made.
#[derive(Debug, Clone)]
pub struct GeneratedPassword {
    /// The password.
    pub password: Password,
    /// It was one of at least 2 to this power, all as likely.
    pub bits: u32,
}

/// How passwords of one shape are drawn.
trait Recipe {
    /// How many there are, all as likely; `u128::MAX`: that many or more.
    fn space(&self) -> u128;

    /// Draws one. `below(n)` gives a number below `n`, each as likely.
    fn draw<E>(&self, below: &mut impl FnMut(usize) -> Result<usize, E>) -> Result<Zeroizing<String>, E>;
}

/// So many draws are made at most.
const DRAWS: u32 = 200;

/// Draws passwords until `accept` has liked so many that the promised bits are there, and gives the last one.
/// `fill` gives random bytes.
///
/// # Errors
/// Whatever `fill` and `accept` fail with. `None` when `wanted` contradicts itself, or when so many
/// draws are turned away that what is left may have fewer bits than promised.
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
    // The spare bit: half may be turned away.
    let bits = (recipe.space() / 2).ilog2();
    let mut evidence = AcceptanceTest::default();
    for _ in 0..DRAWS {
        let text = recipe.draw(&mut |n| below(n, &mut fill))?;
        let accepted = match Password::parse(text) {
            Ok(password) => accept(&password)?.then_some(password),
            Err(_) => None,
        };
        evidence.add(accepted.is_some());
        // Any acceptable one is as likely to be the last as any other: which draws were liked decides when to end,
        // and not what they were.
        if let Some(password) = accepted.filter(|_| evidence.is_enough()) {
            return Ok(Some(GeneratedPassword { password, bits }));
        }
    }
    Ok(None)
}

/// A number below `n`, each as likely; `n` is at most 65,536.
fn below<E>(n: usize, fill: &mut impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<usize, E> {
    const NUMBERS: usize = 1 << 16;
    let mut bytes = Zeroizing::new([0; 2]);
    loop {
        fill(&mut *bytes)?;
        let number = usize::from(u16::from_be_bytes(*bytes));
        // What is past the last whole multiple would make the first few more likely.
        if number < NUMBERS - NUMBERS % n {
            return Ok(number % n);
        }
    }
}

/// How many texts of `length` can be made of `characters`, up to what fits.
fn power(characters: usize, length: usize) -> u128 {
    std::iter::repeat_n(characters as u128, length).fold(1, u128::saturating_mul)
}
