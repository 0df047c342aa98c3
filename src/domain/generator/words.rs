//! Passwords of words and digits: `Tegel-lampa-sork-472`.
//!
//! The words are common Swedish ones of four to six letters, a to z, that are spelled as they sound, so that a caller
//! can write what they hear. No two sound alike.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::{GeneratorRequirements, Recipe, power};

/// The words, one a line, sorted.
pub(super) const LIST: &str = include_str!("words.txt");

/// The usual number of digits.
const DIGITS: usize = 3;

/// Separators between words; the first that is not forbidden is used.
const SEPARATORS: [char; 3] = ['-', '.', '_'];

/// Words, then digits.
pub(super) struct WordList {
    words: Vec<&'static str>,
    digits: Vec<char>,
    separator: Option<char>,
    word_count: usize,
    /// How many words, from the first, begin with a capital.
    capitals: usize,
    digit_count: usize,
}

/// Returns the recipe with the fewest digits, then the longest words, then the fewest words, that meets the
/// requirements and has at least `least` passwords. Short passwords have short or few words and many digits.
pub(super) fn recipe(wanted: &GeneratorRequirements<'_>, least: u128) -> Option<WordList> {
    let allowed = |c: char| wanted.allows(c) && wanted.allows(c.to_ascii_uppercase());
    let words: Vec<&str> = LIST.lines().filter(|word| word.chars().all(allowed)).collect();
    let digits: Vec<char> = ('0'..='9').filter(|digit| wanted.allows(*digit)).collect();
    let digit_counts = match digits.is_empty() {
        false => wanted.digits.max(DIGITS)..=wanted.max_length,
        true if wanted.digits == 0 => 0..=0,
        true => return None,
    };
    let separator = SEPARATORS.into_iter().find(|separator| wanted.allows(*separator));
    let capitals = wanted.uppercase.max(1);
    let lengths: BTreeSet<usize> = words.iter().map(|word| word.len()).collect();
    let lists: Vec<Vec<&str>> = lengths
        .iter()
        .rev()
        .map(|longest| words.iter().copied().filter(|word| word.len() <= *longest).collect())
        .collect();
    digit_counts.into_iter().find_map(|digit_count| {
        lists.iter().find_map(|words| {
            let (words, digits) = (words.clone(), digits.clone());
            WordList { words, digits, separator, word_count: capitals, capitals, digit_count }.with_words(wanted, least)
        })
    })
}

impl WordList {
    /// Returns the recipe with the fewest words that meets the requirements.
    fn with_words(mut self, wanted: &GeneratorRequirements<'_>, least: u128) -> Option<Self> {
        while self.length(self.longest()) <= wanted.max_length {
            if self.length(self.shortest()) >= wanted.min_length && self.space() >= least {
                return Some(self);
            }
            self.word_count += 1;
        }
        None
    }

    fn shortest(&self) -> usize {
        self.words.iter().map(|word| word.len()).min().unwrap_or_default()
    }

    fn longest(&self) -> usize {
        self.words.iter().map(|word| word.len()).max().unwrap_or_default()
    }

    /// The length in characters if all words had `word` letters.
    fn length(&self, word: usize) -> usize {
        let separators = match self.separator {
            Some(_) if self.digit_count > 0 => self.word_count,
            Some(_) => self.word_count - 1,
            None => 0,
        };
        self.word_count * word + separators + self.digit_count
    }
}

impl Recipe for WordList {
    fn space(&self) -> u128 {
        power(self.words.len(), self.word_count).saturating_mul(power(self.digits.len(), self.digit_count))
    }

    fn draw<E>(&self, below: &mut impl FnMut(usize) -> Result<usize, E>) -> Result<Zeroizing<String>, E> {
        // Growing would leave copies of the secret in memory.
        let mut text = Zeroizing::new(String::with_capacity(self.length(self.longest())));
        for place in 0..self.word_count {
            if place > 0 {
                text.extend(self.separator);
            }
            let (first, rest) = self.words[below(self.words.len())?].split_at(1);
            // Without a separator, a capital shows where a word begins.
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
