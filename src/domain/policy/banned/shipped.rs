//! The shipped terms: `shipped.txt` and generated ones.

use super::Term;

/// Years of birth, of clubs, and present ones.
const YEARS: std::ops::RangeInclusive<u16> = 1880..=2039;

/// Too short to be terms, except with a year after them.
const BEFORE_A_YEAR: [&str; 4] = ["Vår", "Maj", "Jul", "May"];

pub(super) fn terms() -> impl Iterator<Item = Term> {
    let listed = listed().map(str::to_owned);
    let years = || YEARS.map(|year| year.to_string());
    let short_years = (0..100).map(|year| format!("{year:02}"));
    let dated = years().chain(short_years).flat_map(|year| BEFORE_A_YEAR.map(|word| format!("{word}{year}")));
    let rows = ('0'..='9').chain('a'..='z').map(|character| character.to_string().repeat(4));
    // A test verifies that all are valid.
    listed.chain(years()).chain(dated).chain(rows).flat_map(|text| Term::parse(&text))
}

fn listed() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("shipped.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::super::Normalised;
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn shipped_terms_are_valid_and_distinct() {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut twice = vec![];
        for text in listed() {
            assert_eq!(Term::parse(text).map(|term| term.as_str().to_owned()), Ok(text.to_owned()), "{text}");
            if let Some(other) = seen.insert(Normalised::of(text).chars().collect(), text) {
                twice.push((other, text));
            }
        }
        assert!(twice.is_empty(), "{twice:?}");
        assert!(seen.len() > 800, "{}", seen.len());
        // Years, words before them with four digits or two, rows.
        assert_eq!(terms().count(), listed().count() + 160 + 4 * (160 + 100) + 36);
    }
}
