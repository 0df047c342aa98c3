//! Normalises text for finding banned words and names: letters that stand for each other become one.
//!
//! Holds passwords, so it never prints and is wiped from memory.

use std::fmt;

use zeroize::Zeroizing;

/// A text in lower case with the usual substitutions undone.
pub struct Normalised {
    plain: Zeroizing<String>,
    /// Before undoing the substitutions; the same number of characters.
    written: Zeroizing<String>,
}

impl Normalised {
    /// Normalises a password, a term or a name.
    pub fn of(text: &str) -> Self {
        // Enough capacity to never reallocate, which would leave a copy in memory: lower case needs at most half as
        // much more.
        let room = || Zeroizing::new(String::with_capacity(2 * text.len()));
        let (mut plain, mut written) = (room(), room());
        written.extend(text.chars().flat_map(char::to_lowercase).filter(|c| !is_mark(*c)));
        plain.extend(written.chars().map(fold));
        Self { plain, written }
    }

    pub fn chars(&self) -> impl DoubleEndedIterator<Item = char> + Clone {
        self.plain.chars()
    }

    /// Returns the lower-case original of each character.
    pub fn written(&self) -> impl Iterator<Item = char> + Clone {
        self.written.chars()
    }

    pub fn contains(&self, part: &Self) -> bool {
        self.plain.contains(part.plain.as_str())
    }
}

/// Whether a character combines with the previous letter, like the ring of a decomposed å.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Maps a character to the letter it stands for.
///
/// The published examples are 0 for o, 1 for l, $ for s and @ for a; 3, 4 and 5 follow common use. 1 and ! stand for i
/// as often as for l, so i and l are one letter. Accents are dropped because rules against å, ä and ö make people write
/// Valkommen. Terms are normalised too, so a year matches whatever its digits become.
fn fold(c: char) -> char {
    match c {
        'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'æ' | '@' | '4' => 'a',
        'ö' | 'ø' | 'ò' | 'ó' | 'ô' | 'õ' | '0' => 'o',
        'è' | 'é' | 'ê' | 'ë' | '3' => 'e',
        'i' | 'ì' | 'í' | 'î' | 'ï' | '1' | '!' => 'l',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        '$' | '5' => 's',
        other => other,
    }
}

impl fmt::Debug for Normalised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Normalised(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn substituted_letters_are_equal() {
        for (one, other) in [
            ("VÄLKOMMEN", "Valkommen"),
            ("Lo\u{308}senord", "l0$eNÖrd"),
            ("Idé1", "!de1"),
            ("Bl@nK", "blank"),
            ("R3s4", "resa"),
            ("vinter", "V1nter"),
        ] {
            assert_eq!(*Normalised::of(one).plain, *Normalised::of(other).plain, "{one}");
        }
        assert_ne!(*Normalised::of("2026").plain, *Normalised::of("2028").plain);
    }

    #[test]
    fn normalised_text_is_not_printed_and_never_grows() {
        assert_eq!(format!("{:?}", Normalised::of("Hemligt99")), "Normalised(…)");
        let grows = "Ⱥ".repeat(99);
        let Normalised { plain, written } = Normalised::of(&grows);
        assert!(plain.len() <= 2 * grows.len() && written.len() <= 2 * grows.len());
    }

    #[test]
    fn written_and_normalised_characters_correspond() {
        let normalised = Normalised::of("A\u{30a}4İ!Ö");
        let pairs: Vec<(char, char)> = normalised.chars().zip(normalised.written()).collect();
        assert_eq!(pairs, [('a', 'a'), ('a', '4'), ('l', 'i'), ('l', '!'), ('o', 'ö')]);
        assert_eq!(normalised.written().count(), pairs.len());
    }
}
