//! Banned words: words common in passwords. A password may contain them, but must not be little else.
//!
//! Implements the published method of Microsoft Entra Password Protection ("Eliminate bad passwords using Microsoft
//! Entra Password Protection", How are passwords evaluated) with a list of our own. Choices that the text leaves open:
//!
//! - Letters that stand for each other are one letter, in passwords and terms ([`Normalised`]).
//! - A term is found anywhere. One letter may be wrong, missing or extra, but only in terms of six letters or more:
//!   four of five letters would match unrelated words. Words of up to three letters before a year must match exactly,
//!   or `Vår2026` would be found in `bar2026`.
//! - An extra letter counts as part of the term only inside it. Otherwise the text's own example `contoso` + `blank` +
//!   `f` + `9` + `!`, five points, would have four: `blankf` is one letter from `blank`.
//! - Terms may overlap. Of all ways to split a password, the one with the fewest points counts.
//! - A password without any term is never too common, however short it is.

mod fault;
mod normalised;
mod shipped;
mod split;
mod term;
mod trie;

use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

pub use fault::WordsFault;
pub use normalised::{Normalised, is_mark};
pub use term::{NotATerm, Term};

use split::Splitter;

/// The minimum points of an accepted password.
pub const POINTS_NEEDED: usize = 5;

/// Which words and names a password must not mostly consist of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BannedWordsScope {
    /// The shipped words, the organisation's own, and names.
    On,
    /// The organisation's own words and names, and the person's name.
    Names,
    /// None.
    Off,
}

/// The shipped words and the organisation's own. Cheap to clone; the search structure is built when the first password
/// is judged.
#[derive(Clone)]
pub struct BannedWords(Arc<BannedTerms>);

struct BannedTerms {
    shipped: bool,
    own: Vec<Term>,
    splitter: OnceLock<Splitter>,
}

impl BannedWords {
    /// Adds these words to the shipped ones.
    pub fn with(own: Vec<Term>) -> Self {
        Self(Arc::new(BannedTerms { shipped: true, own, splitter: OnceLock::new() }))
    }

    /// These words, without the shipped ones.
    pub fn only(own: Vec<Term>) -> Self {
        Self(Arc::new(BannedTerms { shipped: false, own, splitter: OnceLock::new() }))
    }

    /// Whether the shipped words are among them.
    pub fn has_shipped(&self) -> bool {
        self.0.shipped
    }

    pub fn is_empty(&self) -> bool {
        !self.0.shipped && self.0.own.is_empty()
    }

    /// Returns the points of a password and the words that cost it points.
    pub fn judge(&self, password: &Normalised) -> BannedWordScore {
        // The organisation's words come first: of two equivalent terms, its spelling is shown.
        let shipped = || self.0.shipped.then(shipped::terms).into_iter().flatten();
        let compile = || Splitter::new(self.0.own.iter().cloned().chain(shipped()));
        self.0.splitter.get_or_init(compile).score(password)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BannedWordScore {
    /// One for each banned term and each other character. For a password too long to fail, just [`POINTS_NEEDED`].
    pub points: usize,
    /// The number of characters outside terms.
    pub own: usize,
    /// The terms found, as spelled in the list, in order, each once. A run of one character is shown with a character
    /// from the password: a digit only if no letter or symbol stands there.
    pub found: Vec<String>,
}

impl BannedWordScore {
    /// Returns how many points are missing; 0 when acceptable.
    pub fn missing(&self) -> usize {
        if self.found.is_empty() { 0 } else { POINTS_NEEDED.saturating_sub(self.points) }
    }
}

/// The shipped words only, shared by all.
impl Default for BannedWords {
    fn default() -> Self {
        static SHIPPED: LazyLock<BannedWords> = LazyLock::new(|| BannedWords::with(vec![]));
        SHIPPED.clone()
    }
}

/// Equal words make equal rules.
impl PartialEq for BannedWords {
    fn eq(&self, other: &Self) -> bool {
        (self.0.shipped, &self.0.own) == (other.0.shipped, &other.0.own)
    }
}

impl Eq for BannedWords {}

impl fmt::Debug for BannedWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BannedWords({} and {} more)", if self.0.shipped { "shipped" } else { "none" }, self.0.own.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(password: &str) -> BannedWordScore {
        BannedWords::default().judge(&Normalised::of(password))
    }

    #[test]
    fn good_passwords_stay_good() {
        let good = "Tegel-lampa-sork-472 Gurka-123 Gurka-73 Gurka-7 Vinter-Ljus-23 Lin-blad-9 Sommarstugan-vid-sjon-48 \
            Kamrer-tapet-19 xK7mPq2vRw9t Hoppa-gront-tak-5";
        for password in good.split_whitespace() {
            assert_eq!(score(password).missing(), 0, "{password}: {:?}", score(password));
        }
    }

    #[test]
    fn usual_passwords_are_refused() {
        let usual = "Sommar2026! Sommar26 Vinter2025 Hösten2025! Host2026!! Våren2026 Välkommen1 Valkommen123 \
            Losenord1! L0senord123 P@ssw0rd123 Password1! Qwerty123 Qwerty12345! Abcd1234 Hejsan123 Hejhej123 \
            Mandag2026! Augusti2025 Fotboll1! Hammarby1915 Djurgården1 Stockholm1 Kommun2026 Skolan2026 Sommar123! Sommar123? Microsoft1! \
            Test1234 Admin123! 1qaz2wsx! Hemligt1 Hemlig99 Semester2026 Aaaa1111 12345678 Midsommar24 Goteborg1! \
            Winter2025! Welcome1 Letmein1! Monkey123 Dragon12 Anna1985! Kalle123 Juli2026! Julafton24 V1nter2025";
        for password in usual.split_whitespace() {
            assert!(score(password).missing() > 0, "{password}: {:?}", score(password));
        }
    }

    #[test]
    fn found_words_are_named_as_in_the_list() {
        assert_eq!(
            score("s0mmar2026!"),
            BannedWordScore { points: 3, own: 1, found: vec!["Sommar".into(), "2026".into()] }
        );
        assert_eq!(score("Valkommen-valkommen").found, ["Välkommen"]);
    }

    #[test]
    fn a_row_is_named_by_what_stands_in_the_password() {
        for (password, found) in [
            ("Aaaaaaaa1", vec!["aaaa"]),
            ("Oooo2026", vec!["oooo", "2026"]),
            ("Åååå2026", vec!["åååå", "2026"]),
            ("S0mm4r!!!1", vec!["Sommar", "!!!!"]),
            ("Sommar1i1I", vec!["Sommar", "iiii"]),
            ("Sommar4444", vec!["Sommar", "4444"]),
            ("4aA@Sommar", vec!["aaaa", "Sommar"]),
            ("Sommar7777x77", vec!["Sommar", "7777777"]),
            ("0000aaaa1111", vec!["0000", "aaaa", "1111"]),
        ] {
            assert_eq!(score(password).found, found, "{password}");
        }
    }

    #[test]
    fn short_words_before_a_year() {
        for (password, found) in [
            ("Vår2026!!", "Vår2026"),
            ("var26-ab", "Vår26"),
            ("Maj2026!", "Maj2026"),
            ("m4j1985!", "Maj1985"),
            ("Maj09!!!", "Maj09"),
            ("Jul2026!", "Jul2026"),
        ] {
            let score = score(password);
            assert_eq!((score.found, score.points < POINTS_NEEDED), (vec![found.to_owned()], true), "{password}");
        }
        // Only as they are, and only before a year.
        for password in ["Bar2026!", "Var-2026-kvast", "Majkvast-7"] {
            assert!(!score(password).found.iter().any(|term| term.starts_with(['V', 'M'])), "{password}");
        }
    }

    #[test]
    fn the_organisations_words_come_on_top() {
        let own = BannedWords::with(vec![Term::parse("Mjölby").unwrap(), Term::parse("VÄLKOMMEN").unwrap()]);
        let judge = |password| own.judge(&Normalised::of(password));
        assert_eq!(
            judge("Mjolby2026!"),
            BannedWordScore { points: 3, own: 1, found: vec!["Mjölby".into(), "2026".into()] }
        );
        assert_eq!(judge("valkommen").found, ["VÄLKOMMEN"]);
        assert_ne!(own, BannedWords::default());
        assert_eq!(BannedWords::with(vec![]), BannedWords::default());
    }

    #[test]
    fn own_words_alone() {
        let own = BannedWords::only(vec![Term::parse("Mjölby").unwrap()]);
        let missing = |password| own.judge(&Normalised::of(password)).missing();
        assert_eq!(missing("Mjolby1!"), 2, "one word and two characters");
        assert_eq!([missing("Sommar2026!"), missing("Password1!")], [0, 0]);
        assert!(BannedWords::only(vec![]).is_empty() && !own.is_empty() && !BannedWords::default().is_empty());
        assert_ne!(BannedWords::only(vec![]), BannedWords::default());
    }

    #[test]
    fn no_length_takes_long() {
        for letter in ["a", "l", "12", "sommar", "a\u{308}", "\u{308}"] {
            assert_eq!(score(&letter.repeat(1 << 16)).missing(), 0, "{letter}");
        }
    }
}
