//! Splits a password into parts to be read aloud on the phone. The words for characters are in `text`.

use super::password::Password;

/// The longest word that is read in one go, in characters: the length of the longest generated words.
const LONGEST: usize = 6;

/// Characters in each part of a longer word; four are easily remembered.
const SHARE: usize = 4;

/// A part that is read in one go: a word and the sign after it, or a few characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SpellingGroup<'a>(&'a str);

/// One character as it is said aloud.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SpelledCharacter {
    /// The character, a capital as its small letter.
    pub sign: char,
    /// Whether it is a capital.
    pub capital: bool,
}

/// Splits a password into parts; joined in order they are the password.
pub fn groups(password: &Password) -> Vec<SpellingGroup<'_>> {
    password.expose().split_inclusive(|c: char| !c.is_alphanumeric()).flat_map(shares).map(SpellingGroup).collect()
}

fn shares(text: &str) -> Vec<&str> {
    let word = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    if word.chars().count() <= LONGEST {
        return vec![text];
    }
    let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(SHARE).skip(1).collect();
    // The sign after the word stays with its last part.
    ends.retain(|end| *end < word.len());
    ends.push(text.len());
    let mut start = 0;
    ends.into_iter().map(|end| &text[std::mem::replace(&mut start, end)..end]).collect()
}

impl<'a> SpellingGroup<'a> {
    /// The characters as written.
    pub fn text(self) -> &'a str {
        self.0
    }

    /// The characters as they are said aloud.
    pub fn characters(self) -> impl Iterator<Item = SpelledCharacter> + 'a {
        self.0.chars().map(|sign| {
            let mut small = sign.to_lowercase();
            match (sign.is_uppercase(), small.next(), small.next()) {
                (true, Some(sign), None) => SpelledCharacter { sign, capital: true },
                // A capital without a single small letter is said as it is.
                _ => SpelledCharacter { sign, capital: false },
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
        let spoken = |text| SpellingGroup(text).characters().map(|s| (s.sign, s.capital)).collect::<Vec<_>>();
        assert_eq!(spoken("aÅ1-"), [('a', false), ('å', true), ('1', false), ('-', false)]);
        assert_eq!(spoken("İ"), [('İ', false)]);
    }
}
