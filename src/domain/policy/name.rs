//! Finds the caller's name in a password, also with substituted letters. This is the organisation's rule; the
//! directory's in `complexity.rs` knows no substitutions and looks for shorter parts.

use super::PersonNames;
use super::banned::{Normalised, is_mark};

/// The shortest name part that is looked for, as in Entra Password Protection (Substring matching).
const SHORTEST: usize = 4;

/// Returns the parts of a name that a password contains, the account name and words of the display name, and the number
/// of letters in them.
pub(super) fn parts_in(password: &Normalised, names: PersonNames<'_>) -> (Vec<String>, usize) {
    let words = names.display.split(|c: char| !c.is_alphanumeric() && !is_mark(c));
    let mut named = 0;
    let occurs = |part: &&str| {
        let part = Normalised::of(part);
        let length = part.chars().count();
        let occurs = length >= SHORTEST && password.contains(&part);
        named += if occurs { length } else { 0 };
        occurs
    };
    let parts = std::iter::once(names.account).chain(words).filter(occurs).map(str::to_owned).collect();
    (parts, named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_four_letters_in_any_writing() {
        let names = PersonNames { account: "jesrab01", display: "Jesper Poll, Råberg-Ek (Ida)" };
        for (password, parts) in [
            ("p0LL23fb", &["Poll"][..]),
            ("xJ3$perx1", &["Jesper"]),
            ("Raberg-77", &["Råberg"]),
            ("Ra\u{30a}berg", &["Råberg"]),
            ("minJESRAB01", &["jesrab01"]),
            ("Ida-Ek-77-tegel", &[]),
            ("Jes-per-Ra-berg", &[]),
        ] {
            assert_eq!(parts_in(&Normalised::of(password), names).0, parts, "{password}");
        }
        let halves = PersonNames { account: "asa", display: "A\u{30a}sa O\u{308}stro\u{308}m" };
        assert_eq!(parts_in(&Normalised::of("Ostrom-19"), halves).0, ["O\u{308}stro\u{308}m"]);
    }

    #[test]
    fn all_of_them() {
        let names = PersonNames { account: "jesrab01", display: "Jesper Råberg" };
        let (parts, letters) = parts_in(&Normalised::of("Jesper-jesrab01"), names);
        assert_eq!((parts, letters), (vec!["jesrab01".into(), "Jesper".into()], 14));
    }
}
