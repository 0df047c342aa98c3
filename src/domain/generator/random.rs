//! Passwords of letters and digits in any order, without those that look alike.
//!
//! The numbers of capitals and digits are fixed, so every draw meets the requirements and all passwords are equally
//! likely.

use zeroize::Zeroizing;

use super::{GeneratorRequirements, Recipe, power};

/// Without 0, O, o and 1, l, I, here and below.
const SMALL: &str = "abcdefghijkmnpqrstuvwxyz";
const CAPITALS: &str = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS: &str = "23456789";

/// The usual length, in characters.
const LENGTH: usize = 12;

/// The usual number of capitals and of digits.
const FEW: usize = 3;

/// A fixed number of characters of each class, in any order.
pub(super) struct RandomDraw {
    classes: [CharacterClass; 3],
}

struct CharacterClass {
    characters: Vec<char>,
    count: usize,
}

/// Returns the shortest recipe that meets the requirements and has at least `least` passwords.
pub(super) fn recipe(wanted: &GeneratorRequirements<'_>, least: u128) -> Option<RandomDraw> {
    (LENGTH.max(wanted.min_length)..=wanted.max_length)
        .filter_map(|length| of_length(length, wanted))
        .find(|recipe| recipe.space() >= least)
}

/// Returns the recipe for passwords of this length.
pub(super) fn of_length(length: usize, wanted: &GeneratorRequirements<'_>) -> Option<RandomDraw> {
    let class = |characters: &str, least: usize| {
        let characters: Vec<char> = characters.chars().filter(|c| wanted.allows(*c)).collect();
        match characters.is_empty() {
            false => Some(CharacterClass { characters, count: least.max(FEW) }),
            true => (least == 0).then_some(CharacterClass { characters, count: 0 }),
        }
    };
    let (capitals, digits) = (class(CAPITALS, wanted.uppercase)?, class(DIGITS, wanted.digits)?);
    let mut small = class(SMALL, 1)?;
    small.count = length.checked_sub(capitals.count + digits.count).filter(|count| *count > 0)?;
    Some(RandomDraw { classes: [small, capitals, digits] })
}

impl RandomDraw {
    fn length(&self) -> usize {
        self.classes.iter().map(|class| class.count).sum()
    }
}

impl Recipe for RandomDraw {
    fn space(&self) -> u128 {
        let [_, capitals, digits] = &self.classes;
        let places = [choose(self.length(), capitals.count), choose(self.length() - capitals.count, digits.count)];
        let texts = self.classes.iter().map(|class| power(class.characters.len(), class.count));
        places.into_iter().chain(texts).fold(1, u128::saturating_mul)
    }

    fn draw<E>(&self, below: &mut impl FnMut(usize) -> Result<usize, E>) -> Result<Zeroizing<String>, E> {
        // Growing would leave copies of the secret in memory.
        let mut text = Zeroizing::new(String::with_capacity(self.length()));
        let mut left = Zeroizing::new(self.classes.each_ref().map(|class| class.count));
        for places in (1..=self.length()).rev() {
            // A class is drawn with a probability of its share of the places left, so every order is equally likely.
            let mut place = below(places)?;
            for (class, left) in self.classes.iter().zip(left.iter_mut()) {
                if place < *left {
                    *left -= 1;
                    text.push(class.characters[below(class.characters.len())?]);
                    break;
                }
                place -= *left;
            }
        }
        Ok(text)
    }
}

/// The binomial coefficient of `n` and `k`, at most `u128::MAX` (a row of Pascal's triangle).
pub(super) fn choose(n: usize, k: usize) -> u128 {
    let mut row = vec![0_u128; k + 1];
    row[0] = 1;
    for _ in 0..n {
        for at in (1..=k).rev() {
            row[at] = row[at].saturating_add(row[at - 1]);
        }
    }
    row[k]
}
