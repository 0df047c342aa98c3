//! The caller's own name in a password, however it is written: our own rule, apart from the directory's in
//! `complexity.rs`, which knows no substitutions and looks for shorter parts.

use super::Names;
use super::banned::{Normalised, is_mark};

/// The fewest letters of a part that is looked for, as in Entra Password Protection (Substring matching).
const SHORTEST: usize = 4;

/// The first part of a name that a password contains: the account name, or a word of the display name.
pub(super) fn part_in(password: &Normalised, names: Names<'_>) -> Option<String> {
    let words = names.display.split(|c: char| !c.is_alphanumeric() && !is_mark(c));
    let mut parts = std::iter::once(names.account).chain(words);
    let occurs = |part: &&str| {
        let part = Normalised::of(part);
        part.chars().count() >= SHORTEST && password.contains(&part)
    };
    parts.find(occurs).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_four_letters_in_any_writing() {
        let names = Names { account: "jesrab01", display: "Jesper Poll, Råberg-Ek (Ida)" };
        for (password, part) in [
            ("p0LL23fb", Some("Poll")),
            ("xJ3$perx1", Some("Jesper")),
            ("Raberg-77", Some("Råberg")),
            ("Ra\u{30a}berg", Some("Råberg")),
            ("minJESRAB01", Some("jesrab01")),
            ("Ida-Ek-77-tegel", None),
            ("Jes-per-Ra-berg", None),
        ] {
            assert_eq!(part_in(&Normalised::of(password), names).as_deref(), part, "{password}");
        }
        let halves = Names { account: "asa", display: "A\u{30a}sa O\u{308}stro\u{308}m" };
        assert_eq!(part_in(&Normalised::of("Ostrom-19"), halves).as_deref(), Some("O\u{308}stro\u{308}m"));
    }
}
