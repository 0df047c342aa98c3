//! Splits a password into groups for reading it aloud. The words for it are in `text`.

use super::password::Password;

/// The longest group read in one go: the longest word in generated passwords.
const LONGEST: usize = 6;

/// Length of the parts of a longer group.
const PART: usize = 4;

/// A group read in one go: a word with the symbol that ends it, or a few characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SpellingGroup<'a>(&'a str);

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SpelledCharacter {
    /// A capital as its lower-case letter.
    pub character: char,
    pub capital: bool,
}

/// Returns the groups in order, which together are the whole password.
pub fn groups(password: &Password) -> Vec<SpellingGroup<'_>> {
    password.expose().split_inclusive(|c: char| !c.is_alphanumeric()).flat_map(split).map(SpellingGroup).collect()
}

fn split(text: &str) -> Vec<&str> {
    let word = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    if word.chars().count() <= LONGEST {
        return vec![text];
    }
    let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(PART).skip(1).collect();
    // Trailing symbols stay with the word.
    ends.retain(|end| *end < word.len());
    ends.push(text.len());
    let mut start = 0;
    ends.into_iter().map(|end| &text[std::mem::replace(&mut start, end)..end]).collect()
}

impl<'a> SpellingGroup<'a> {
    pub fn text(self) -> &'a str {
        self.0
    }

    pub fn characters(self) -> impl Iterator<Item = SpelledCharacter> + 'a {
        self.0.chars().map(|character| {
            let mut small = character.to_lowercase();
            match (character.is_uppercase(), small.next(), small.next()) {
                (true, Some(character), None) => SpelledCharacter { character, capital: true },
                // Includes the few capitals without a single lower-case letter.
                _ => SpelledCharacter { character, capital: false },
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        let password = Password::parse(text.to_owned()).unwrap();
        groups(&password).into_iter().map(|group| group.text().to_owned()).collect()
    }

    #[test]
    fn password_is_split_at_signs_and_every_four_characters() {
        assert_eq!(parts("Tegel-lampa-sork-472"), ["Tegel-", "lampa-", "sork-", "472"]);
        assert_eq!(parts("xK4m9pQrT7nz"), ["xK4m", "9pQr", "T7nz"]);
        assert_eq!(parts("xK4m9pQrT7nzA"), ["xK4m", "9pQr", "T7nz", "A"]);
        assert_eq!(parts("Moln_12345678"), ["Moln_", "1234", "5678"]);
        assert_eq!(parts("åäöÅÄÖåä-"), ["åäöÅ", "ÄÖåä-"]);
        assert_eq!(parts("-"), ["-"]);
    }

    #[test]
    fn capitals_are_said_as_capital_and_small_letter() {
        let spoken = |text| SpellingGroup(text).characters().map(|s| (s.character, s.capital)).collect::<Vec<_>>();
        assert_eq!(spoken("aÅ1-"), [('a', false), ('å', true), ('1', false), ('-', false)]);
        assert_eq!(spoken("İ"), [('İ', false)]);
    }
}
