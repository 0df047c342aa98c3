//! Splits a password into banned terms and other characters, with the fewest points.

use std::collections::HashSet;
use std::ops::Range;

use zeroize::Zeroizing;

use super::term::{LENGTHS, Term};
use super::trie::{Match, Trie};
use super::{BannedWordScore, Normalised, POINTS_NEEDED};

/// The longest password that can fail: all of it terms, each with one extra letter.
const LONGEST: usize = (POINTS_NEEDED - 1) * (*LENGTHS.end() + 1);

/// Terms, prepared for searching.
#[derive(Debug)]
pub(super) struct Splitter {
    terms: Vec<String>,
    /// Terms that are matched only exactly.
    exact: Vec<bool>,
    forwards: Trie,
    backwards: Trie,
}

/// The best split of a password's beginning.
#[derive(Debug, Clone, Copy)]
struct PartialSplit {
    points: usize,
    /// Inexact matches. Of splits with equal points, the one with fewer is shown.
    slips: usize,
    /// Where its last step begins.
    from: usize,
    /// The term of its last step; `None`: a single character.
    word: Option<usize>,
}

impl Splitter {
    pub(super) fn new(terms: impl Iterator<Item = Term>) -> Self {
        let terms: Vec<String> = terms.map(|term| term.as_str().to_owned()).collect();
        let letters = || terms.iter().map(|term| Normalised::of(term)).enumerate();
        Self {
            forwards: Trie::new(letters().map(|(n, term)| (term.chars().collect(), n)).collect()),
            backwards: Trie::new(letters().map(|(n, term)| (term.chars().rev().collect(), n)).collect()),
            exact: terms.iter().map(|term| is_mostly_a_year(term)).collect(),
            terms,
        }
    }

    pub(super) fn score(&self, password: &Normalised) -> BannedWordScore {
        let mut forwards = Zeroizing::new(['\0'; LONGEST]);
        let mut backwards = Zeroizing::new(['\0'; LONGEST]);
        let mut length = 0;
        for letter in password.chars() {
            let Some(slot) = forwards.get_mut(length) else {
                return BannedWordScore { points: POINTS_NEEDED, own: length, found: vec![] };
            };
            *slot = letter;
            length += 1;
        }
        let forwards = &forwards[..length];
        backwards[..length].copy_from_slice(forwards);
        backwards[..length].reverse();

        let splits = self.splits(forwards, &backwards[..length]);
        let mut found: Vec<String> = vec![];
        let (mut end, mut own) = (length, 0);
        while end > 0 {
            let from = splits[end].from;
            match splits[end].word {
                Some(word) => found.push(self.spelling(word, password, from..end)),
                None => own += 1,
            }
            end = from;
        }
        found.reverse();
        let mut seen = HashSet::new();
        found.retain(|term| seen.insert(term.clone()));
        BannedWordScore { points: splits[length].points, own, found }
    }

    /// Returns a term as spelled in the list, or for a run of one character, with the character in the password: `aaaa`
    /// and `4444` normalise alike, and nobody who typed letters would look for digits.
    fn spelling(&self, word: usize, password: &Normalised, part: Range<usize>) -> String {
        let term = &self.terms[word];
        if !term.chars().all(|character| term.starts_with(character)) {
            return term.clone();
        }
        let letter = Normalised::of(term).chars().next();
        let part = password.chars().zip(password.written()).skip(part.start).take(part.len());
        let mut row = part.filter(|(plain, _)| Some(*plain) == letter).map(|(_, written)| written);
        let character = row.clone().find(|character| !character.is_ascii_digit()).or_else(|| row.next());
        character.map_or_else(|| term.clone(), |character| term.chars().map(|_| character).collect())
    }

    /// Returns the best split up to each index. All steps that lead to an index are known when its turn comes: forward
    /// matches from earlier turns, backward matches from its own.
    fn splits(&self, forwards: &[char], backwards: &[char]) -> [PartialSplit; LONGEST + 1] {
        let length = forwards.len();
        let mut splits = [PartialSplit { points: usize::MAX, slips: 0, from: 0, word: None }; LONGEST + 1];
        splits[0].points = 0;
        let counts = |found: &Match| !(found.slip && self.exact[found.word]);
        for end in 0..=length {
            if let Some(before) = end.checked_sub(1) {
                improve(&mut splits, before, end, None);
            }
            let behind = &backwards[length - end..];
            self.backwards.beginnings(behind, |found| {
                if counts(&found) {
                    improve(&mut splits, end - found.length, end, Some(&found));
                }
            });
            let ahead = &forwards[end..];
            self.forwards.beginnings(ahead, |found| {
                if counts(&found) {
                    improve(&mut splits, end, end + found.length, Some(&found));
                }
            });
        }
        splits
    }
}

/// Whether a term is a word so short before a year that with one wrong letter it would match before any year: `Vår2026`
/// in `bar2026`.
fn is_mostly_a_year(term: &str) -> bool {
    let word = term.trim_end_matches(|c: char| c.is_ascii_digit());
    term.len() - word.len() == 4 && (1..4).contains(&word.chars().count())
}

fn improve(splits: &mut [PartialSplit; LONGEST + 1], from: usize, to: usize, found: Option<&Match>) {
    let slips = splits[from].slips + found.map_or(0, |found| usize::from(found.slip));
    let split = PartialSplit { points: splits[from].points + 1, slips, from, word: found.map(|found| found.word) };
    if (split.points, split.slips) < (splits[to].points, splits[to].slips) {
        splits[to] = split;
    }
}

#[cfg(test)]
mod tests {
    use super::super::trie::SHORTEST_WITH_A_SLIP;
    use super::*;
    use proptest::prelude::*;

    fn splitter(terms: &[&str]) -> Splitter {
        Splitter::new(terms.iter().map(|term| Term::parse(term).unwrap()))
    }

    #[test]
    fn the_published_examples() {
        let banned = splitter(&["contoso", "blank", "abcdef"]);
        for (password, points) in [
            ("C0ntos0Blank12", 4),
            ("ContoS0Bl@nkf9!", 5),
            ("Bl@nK", 1),
            ("abcdeg", 1),
            ("abcdefg", 2),
            ("abcde", 1),
            ("blan", 4),
        ] {
            assert_eq!(banned.score(&Normalised::of(password)).points, points, "{password}");
        }
    }

    #[test]
    fn overlapping_terms_are_split_to_fewest_points() {
        let banned = splitter(&["sommar", "midsommar", "marsvin", "svin", "marsvinen"]);
        let score = |password| banned.score(&Normalised::of(password));
        assert_eq!(score("midsommar"), BannedWordScore { points: 1, own: 0, found: vec!["midsommar".into()] });
        assert_eq!(
            score("sommarsvin"),
            BannedWordScore { points: 2, own: 0, found: vec!["sommar".into(), "svin".into()] }
        );
        assert_eq!(score("sommarmarsvin!").found, ["sommar", "marsvin"], "the exact one, not one that is nearly there");
    }

    #[test]
    fn one_wrong_letter_counts_inside_a_term() {
        let banned = splitter(&["sommar"]);
        let points = |password| banned.score(&Normalised::of(password)).points;
        for inside in ["somar", "ommar", "somma", "sommaar", "sxommar", "sommxr", "tommar", "sommat"] {
            assert_eq!(points(inside), 1, "{inside}");
        }
        assert_eq!([points("xsommar"), points("sommarx"), points("sxmmxr"), points("somr")], [2, 2, 6, 4]);
        let found = splitter(&["abcdef", "bcdefy"]).score(&Normalised::of("abcdefx")).found;
        assert_eq!(found, ["abcdef"], "the exact one is shown");
    }

    #[test]
    fn short_word_before_year_must_be_exact() {
        for (term, password, points) in
            [("bar2026", "bxr2026", 7), ("bark2026", "bxrk2026", 1), ("bar20267", "bxr20267", 1)]
        {
            assert_eq!(splitter(&[term]).score(&Normalised::of(password)).points, points, "{term}");
        }
    }

    /// The rule as stated, implemented without regard to speed.
    fn is_found(part: &[char], term: &[char]) -> bool {
        let longer_inside =
            part.len() != term.len() + 1 || (part.first() == term.first() && part.last() == term.last());
        let year = term.iter().rev().take_while(|c| c.is_ascii_digit()).count();
        let mostly_a_year = year == 4 && year < term.len() && term.len() < 8;
        let slips = term.len() >= SHORTEST_WITH_A_SLIP && !mostly_a_year;
        part == term || (slips && longer_inside && distance(part, term) == 1)
    }

    fn distance(one: &[char], other: &[char]) -> usize {
        let (Some((a, one_rest)), Some((b, other_rest))) = (one.split_first(), other.split_first()) else {
            return one.len().max(other.len());
        };
        if a == b {
            return distance(one_rest, other_rest);
        }
        // Any distance above one counts as two.
        let left = [(one_rest, other), (one, other_rest), (one_rest, other_rest)];
        let step = |(x, y): (&[char], &[char])| if x.len().abs_diff(y.len()) > 1 { 2 } else { usize::from(x != y) };
        1 + left.into_iter().map(step).min().unwrap()
    }

    fn naive(text: &[char], terms: &[Vec<char>]) -> usize {
        let mut points = vec![0; text.len() + 1];
        for begin in (0..text.len()).rev() {
            let ends = begin + 1..=text.len();
            let term = |end: &usize| terms.iter().any(|term| is_found(&text[begin..*end], term));
            let ends = ends.filter(|end| *end == begin + 1 || term(end));
            points[begin] = 1 + ends.map(|end| points[end]).min().unwrap();
        }
        points[0]
    }

    fn agrees(text: &str, terms: &[String]) -> Result<(), TestCaseError> {
        let letters: Vec<Vec<char>> = terms.iter().map(|term| term.chars().collect()).collect();
        let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
        let score = splitter(&terms).score(&Normalised::of(text));
        prop_assert_eq!(score.points, naive(&text.chars().collect::<Vec<_>>(), &letters), "{} in {:?}", text, terms);
        let all = text.chars().count();
        prop_assert_eq!(score.found.is_empty(), score.points == all, "{:?}", score);
        Ok(())
    }

    proptest! {
        #[test]
        fn as_the_rule_is_stated(text in "[ab]{0,20}", terms in prop::collection::vec("[ab]{4,9}", 0..5)) {
            agrees(&text, &terms)?;
        }

        #[test]
        fn with_more_letters(text in "[abcd]{0,24}", terms in prop::collection::vec("[abc]{4,7}", 0..12)) {
            agrees(&text, &terms)?;
        }

        #[test]
        fn with_years(text in "[ab26]{0,20}", terms in prop::collection::vec("[ab]{2,4}[26]{2,5}|[26]{4,6}", 0..5)) {
            agrees(&text, &terms)?;
        }

        /// Terms in a row, some with a wrong letter.
        #[test]
        fn nearly_all_terms(
            terms in prop::collection::vec("[abcde]{4,10}", 1..4),
            order in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4), 1..4),
        ) {
            let mut text = String::new();
            for (term, place, slip) in order {
                let mut term: Vec<char> = term.get(&terms).chars().collect();
                let place = place.index(term.len());
                match slip {
                    0 => term.insert(place, 'x'),
                    1 => term[place] = 'x',
                    2 => drop(term.remove(place)),
                    _ => {}
                }
                text.extend(term);
            }
            agrees(&text, &terms)?;
        }

        #[test]
        fn too_long_for_too_few_points(extra in 1_usize..9) {
            let term = "abcdefghjkmnopqr";
            let longest = format!("{}x{}", &term[..5], &term[5..]).repeat(4);
            let score = |text: &str| splitter(&[term]).score(&Normalised::of(text)).points;
            prop_assert_eq!(longest.len(), LONGEST);
            prop_assert_eq!(score(&longest), 4);
            prop_assert_eq!(score(&(longest + &"x".repeat(extra))), 5);
        }
    }
}
