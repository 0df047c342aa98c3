//! Passwords of words and digits: `Tegel-lampa-sork-472`.
//!
//! The words are common Swedish ones of four to six letters, a to z, that are spelled as they sound; no
//! two sound alike.

use zeroize::Zeroizing;

use super::{Recipe, Wanted, power};

/// One a line, sorted.
pub(super) const LIST: &str = include_str!("words.txt");

/// Digits, unless more are wanted.
const DIGITS: usize = 3;

/// What stands between words: the first that is not forbidden.
const SEPARATORS: [char; 3] = ['-', '.', '_'];

/// A number of words, then digits.
pub(super) struct Words {
    words: Vec<&'static str>,
    digits: Vec<char>,
    separator: Option<char>,
    word_count: usize,
    /// So many words, from the first, begin with a capital.
    capitals: usize,
    digit_count: usize,
}

/// The fewest words that are long enough, have the capitals wanted, and of which `least` or more can be made.
pub(super) fn recipe(wanted: &Wanted<'_>, least: u128) -> Option<Words> {
    let allowed = |c: char| wanted.allows(c) && wanted.allows(c.to_ascii_uppercase());
    let words: Vec<&str> = LIST.lines().filter(|word| word.chars().all(allowed)).collect();
    let digits: Vec<char> = ('0'..='9').filter(|digit| wanted.allows(*digit)).collect();
    let (shortest, longest) = (words.iter().map(|word| word.len()).min()?, words.iter().map(|word| word.len()).max()?);
    let digit_count = match digits.is_empty() {
        false => wanted.digits.max(DIGITS),
        true if wanted.digits == 0 => 0,
        true => return None,
    };
    let separator = SEPARATORS.into_iter().find(|separator| wanted.allows(*separator));
    let capitals = wanted.uppercase.max(1);
    let mut recipe = Words { words, digits, separator, word_count: capitals, capitals, digit_count };
    while recipe.length(longest) <= wanted.max_length {
        if recipe.length(shortest) >= wanted.min_length && recipe.space() >= least {
            return Some(recipe);
        }
        recipe.word_count += 1;
    }
    None
}

impl Words {
    /// In characters, if all words had that many.
    fn length(&self, word: usize) -> usize {
        let separators = match self.separator {
            Some(_) if self.digit_count > 0 => self.word_count,
            Some(_) => self.word_count - 1,
            None => 0,
        };
        self.word_count * word + separators + self.digit_count
    }
}

impl Recipe for Words {
    fn space(&self) -> u128 {
        power(self.words.len(), self.word_count).saturating_mul(power(self.digits.len(), self.digit_count))
    }

    fn draw<E>(&self, below: &mut impl FnMut(usize) -> Result<usize, E>) -> Result<Zeroizing<String>, E> {
        let longest = self.words.iter().map(|word| word.len()).max().unwrap_or_default();
        // Room for all of it: a text that grows leaves copies behind.
        let mut text = Zeroizing::new(String::with_capacity(self.length(longest)));
        for place in 0..self.word_count {
            if place > 0 {
                text.extend(self.separator);
            }
            let (first, rest) = self.words[below(self.words.len())?].split_at(1);
            // Without a separator, a capital tells where a word begins.
            let capital = place < self.capitals || self.separator.is_none();
            text.extend(first.chars().map(|c| if capital { c.to_ascii_uppercase() } else { c }));
            text.push_str(rest);
        }
        if self.digit_count > 0 {
            text.extend(self.separator);
        }
        for _ in 0..self.digit_count {
            text.push(self.digits[below(self.digits.len())?]);
        }
        Ok(text)
    }
}
