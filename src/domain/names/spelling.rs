//! How a name that was heard may be written: whole spellings, which a directory has an index for. The likeliest come
//! first, with the fewest differences from what was typed; there are too many to list them all.

use crate::domain::query::Query;

use super::letters::{folded, lowercase, sound, sounds_alike};

/// The ways to write one sound.
const SOUNDS: &[&[&str]] = &[
    &["ks", "x", "cs", "kss", "css", "cks", "ckss"],
    &["kv", "qv", "qu"],
    &["fs", "vs", "fss", "vss"],
    &["se", "ce", "ze", "sse"],
    &["si", "ci", "zi", "ssi"],
    &["k", "c", "ck", "ch", "kk"],
    &["s", "ss", "z"],
    &["f", "ph", "ff"],
    &["v", "w"],
    &["t", "tt", "th"],
    &["j", "hj"],
    &["l", "ll", "hl"],
    &["m", "mm", "hm"],
    &["n", "nn", "hn"],
    &["r", "rr", "hr"],
    &["b", "bb"],
    &["d", "dd"],
    &["g", "gg"],
    &["p", "pp"],
    &["ä", "e", "a"],
    &["a", "å", "ä"],
    &["å", "a"],
    &["e", "é", "ä"],
    &["é", "e"],
    &["o", "ö"],
    &["ö", "o"],
    &["u", "ü"],
    &["ü", "u"],
    &["-", " "],
    &[" ", "-"],
];

/// The letters with marks and those without.
const MARKS: &[&[&str]] = &[
    &["a", "å", "ä"],
    &["å", "a"],
    &["ä", "a"],
    &["e", "é"],
    &["é", "e"],
    &["o", "ö"],
    &["ö", "o"],
    &["ø", "ö", "o"],
    &["æ", "ä", "a"],
    &["u", "ü"],
    &["ü", "u"],
    &["-", " "],
    &[" ", "-"],
];

/// The longest name that has other spellings, in bytes: four to a character of the longest query.
const LONGEST: usize = 4 * Query::LONGEST;

/// At most `most` spellings that are the same without the marks on letters; the first is what was typed, in lower case.
pub fn folded_spellings(name: &str, most: usize) -> Vec<String> {
    let mut all = spellings(&lowercase(name), MARKS, most);
    let plain = folded(name);
    all.retain(|spelling| folded(spelling) == plain);
    all
}

/// At most `most` spellings that sound the same; the first is what was typed, in lower case.
pub fn sounding_spellings(name: &str, most: usize) -> Vec<String> {
    let mut all = spellings(&lowercase(name), SOUNDS, most);
    let heard = sound(name);
    all.retain(|spelling| sounds_alike(&sound(spelling), &heard));
    all
}

/// A piece of what was typed, and how else it may be written.
struct Piece<'a> {
    typed: &'a str,
    others: Vec<&'static str>,
}

fn pieces<'a>(text: &'a str, table: &[&'static [&'static str]]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let written = table.iter().flat_map(|group| group.iter().map(move |spelling| (*spelling, *group)));
        // The longest; of these, the group that it stands in first.
        let found = written.filter(|(spelling, _)| rest.starts_with(spelling)).min_by_key(|(spelling, group)| {
            (usize::MAX - spelling.len(), group.iter().position(|one| one == spelling))
        });
        let (typed, others) = match found {
            Some((spelling, group)) => {
                (spelling.len(), group.iter().copied().filter(|other| *other != spelling).collect())
            }
            None => (letter.len_utf8(), vec![]),
        };
        pieces.push(Piece { typed: &rest[..typed], others });
        rest = &rest[typed..];
    }
    pieces
}

/// Those with no difference, then all with one, then all with two …
fn spellings(text: &str, table: &[&'static [&'static str]], most: usize) -> Vec<String> {
    let mut all = vec![text.to_owned()];
    if text.len() > LONGEST {
        return all;
    }
    let pieces = pieces(text, table);
    // What is chosen for the pieces so far that differ.
    let mut round: Vec<Vec<(usize, &str)>> = vec![vec![]];
    while all.len() < most && !round.is_empty() {
        let mut next = Vec::new();
        'round: for chosen in &round {
            let from = chosen.last().map_or(0, |(place, _)| place + 1);
            for (place, piece) in pieces.iter().enumerate().skip(from) {
                for other in &piece.others {
                    let mut chosen = chosen.clone();
                    chosen.push((place, other));
                    all.push(written(&pieces, &chosen));
                    next.push(chosen);
                    if all.len() >= most {
                        break 'round;
                    }
                }
            }
        }
        round = next;
    }
    all
}

fn written(pieces: &[Piece<'_>], chosen: &[(usize, &str)]) -> String {
    let spelling = |(place, piece): (usize, &Piece<'_>)| {
        chosen.iter().find(|(one, _)| *one == place).map_or(piece.typed.to_owned(), |(_, other)| (*other).to_owned())
    };
    pieces.iter().enumerate().map(spelling).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MOST: usize = 200;

    #[test]
    fn names_as_heard_are_listed() {
        for (typed, written) in [
            ("Ericsson", "eriksson"),
            ("Erixon", "eriksson"),
            ("Jonson", "jonsson"),
            ("Jonson", "jönsson"),
            ("Carlson", "karlsson"),
            ("Aleksanderson", "alexandersson"),
            ("Sederstrom", "cederström"),
            ("Cederberg", "sederberg"),
            ("Lindquist", "lindkvist"),
            ("Gustavson", "gustafsson"),
            ("Petterson", "pettersson"),
            ("Sophia", "sofia"),
            ("Dal", "dahl"),
            ("Nesstrom", "näsström"),
            ("Jalmar", "hjalmar"),
        ] {
            assert!(sounding_spellings(typed, MOST).contains(&written.to_owned()), "{typed}: {written}");
        }
        for (typed, written) in [("Ake", "åke"), ("oberg", "öberg"), ("Raberg", "råberg"), ("Anna-Lena", "anna lena")]
        {
            assert!(folded_spellings(typed, MOST).contains(&written.to_owned()), "{typed}: {written}");
        }
    }

    #[test]
    fn nearest_spellings_come_first() {
        assert_eq!(folded_spellings("Oberg", 3), ["oberg", "öberg", "obérg"]);
        assert_eq!(folded_spellings("Ek", 1), ["ek"]);
    }

    #[test]
    fn text_that_is_no_name_has_no_other_spellings() {
        for length in [LONGEST + 1, 100_000] {
            let text = "a".repeat(length);
            assert_eq!(sounding_spellings(&text, MOST), [text.as_str()]);
            assert_eq!(folded_spellings(&text, MOST), [text.as_str()]);
        }
        assert!(sounding_spellings(&"a".repeat(Query::LONGEST), MOST).len() > 1);
    }

    proptest! {
        /// Whatever is listed is judged alike, and the list is short.
        #[test]
        fn listed_spellings_are_alike(name in "[a-zåäöé -]{1,14}") {
            for (list, key) in [
                (folded_spellings(&name, 60), folded as fn(&str) -> String),
                (sounding_spellings(&name, 60), sound),
            ] {
                prop_assert!(list.len() <= 60);
                for spelling in list {
                    prop_assert!(sounds_alike(&key(&spelling), &key(&name)) || key(&name).is_empty(), "{}", spelling);
                }
            }
        }
    }
}
