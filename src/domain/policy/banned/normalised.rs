//! A password as banned words and names are looked for in it: letters that stand for each other are one letter.
//!
//! A password all the same: it never prints, and is wiped from memory.

use std::fmt;

use zeroize::Zeroizing;

/// A text in small letters, with the usual substitutions undone.
pub struct Normalised {
    plain: Zeroizing<String>,
    /// Before they were undone; as many characters.
    written: Zeroizing<String>,
}

impl Normalised {
    /// Normalises a password, a term or a name.
    pub fn of(text: &str) -> Self {
        // With room enough it never moves, which would leave a copy behind: a small letter takes at most half as much
        // again as its capital.
        let room = || Zeroizing::new(String::with_capacity(2 * text.len()));
        let (mut plain, mut written) = (room(), room());
        written.extend(text.chars().flat_map(char::to_lowercase).filter(|c| !is_mark(*c)));
        plain.extend(written.chars().map(fold));
        Self { plain, written }
    }

    /// Its letters.
    pub fn chars(&self) -> impl DoubleEndedIterator<Item = char> + Clone {
        self.plain.chars()
    }

    /// What stands for each of them: letters, digits and signs, in small letters.
    pub fn written(&self) -> impl Iterator<Item = char> + Clone {
        self.written.chars()
    }

    /// Whether `part` occurs in it.
    pub fn contains(&self, part: &Self) -> bool {
        self.plain.contains(part.plain.as_str())
    }
}

/// A mark that joins the letter before it, as the two halves of å typed one by one.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The letter that `c` stands for.
///
/// Published are 0 for o, 1 for l, $ for s and @ for a, as examples. 3, 4 and 5 are as usual. 1 and ! stand for i as
/// often as for l, so i and l are one letter. Accents go because rules against å, ä and ö make people write Valkommen.
/// A term is normalised as well, so that a year is found in a password no matter what its digits become.
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
    fn what_looks_alike_is_alike() {
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
    fn never_prints_and_never_moves() {
        assert_eq!(format!("{:?}", Normalised::of("Hemligt99")), "Normalised(…)");
        let grows = "Ⱥ".repeat(99);
        let Normalised { plain, written } = Normalised::of(&grows);
        assert!(plain.len() <= 2 * grows.len() && written.len() <= 2 * grows.len());
    }

    #[test]
    fn what_is_written_stands_where_it_is_read() {
        let normalised = Normalised::of("A\u{30a}4İ!Ö");
        let pairs: Vec<(char, char)> = normalised.chars().zip(normalised.written()).collect();
        assert_eq!(pairs, [('a', 'a'), ('a', '4'), ('l', 'i'), ('l', '!'), ('o', 'ö')]);
        assert_eq!(normalised.written().count(), pairs.len());
    }
}
