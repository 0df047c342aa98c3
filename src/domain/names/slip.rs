//! One slip in a user name: a letter wrong, missing or too many, or two that changed places.

use super::letters::folded;

/// What user names are made of.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
/// Below this, one slip makes most names alike.
const SHORTEST: usize = 4;
/// Beyond this it is no user name that somebody spelt out.
const LONGEST: usize = 20;

/// As user names are compared here: in lower case, without marks and spaces.
fn plain(name: &str) -> Vec<char> {
    let without_marks = name.split('-').map(|part| folded(part).replace(' ', ""));
    without_marks.collect::<Vec<_>>().join("-").chars().collect()
}

/// What was typed, if it may be a user name.
fn user_name(typed: &str) -> Option<Vec<char>> {
    let is_one = |name: &[char]| name.iter().all(|c| c.is_alphanumeric() || "-._'".contains(*c));
    Some(plain(typed)).filter(|name| (SHORTEST..=LONGEST).contains(&name.len()) && is_one(name))
}

/// The user names that are one slip or a space away from what was typed; none for what is no user name. At most 1,600.
pub fn slips(typed: &str) -> Vec<String> {
    let Some(name) = user_name(typed) else { return vec![] };
    let with = |before: &[char], letter: Option<char>, after: &[char]| -> String {
        before.iter().copied().chain(letter).chain(after.iter().copied()).collect()
    };
    let mut all = vec![with(&name, None, &[])];
    for place in 0..=name.len() {
        let (before, after) = name.split_at(place);
        all.extend(LETTERS.chars().map(|letter| with(before, Some(letter), after)));
        if let [first, rest @ ..] = after {
            all.push(with(before, None, rest));
            all.extend(LETTERS.chars().filter(|letter| letter != first).map(|letter| with(before, Some(letter), rest)));
            if let [second, rest @ ..] = rest {
                all.push(with(&[before, &[*second, *first]].concat(), None, rest));
            }
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a user name is at most one slip away from what was typed.
pub fn is_slip(typed: &str, name: &str) -> bool {
    let Some(one) = user_name(typed) else { return false };
    let other = plain(name);
    let same = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([], []) => true,
        _ if one.get(1..) == Some(other) || other.get(1..) == Some(one) => true,
        ([_, one @ ..], [_, other @ ..]) if one == other => true,
        ([a, b, one @ ..], [c, d, other @ ..]) => a == d && b == c && one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_slip_is_recognised() {
        for (typed, name, is) in [
            ("jesrabo1", "jesrab01", true),
            ("jesrab 01", "jesrab01", true),
            ("JESRAB01", "jesrab01", true),
            ("jesråb01", "jesrab01", true),
            ("jesrab1", "jesrab01", true),
            ("jesrabb01", "jesrab01", true),
            ("jesrba01", "jesrab01", true),
            ("esrab01", "jesrab01", true),
            ("jesrab0", "jesrab01", true),
            ("jesrbo1", "jesrab01", false),
            ("esrab10", "jesrab01", false),
            ("abc", "abd", false),
            ("", "jesrab01", false),
        ] {
            assert_eq!(is_slip(typed, name), is, "{typed}: {name}");
        }
    }

    #[test]
    fn what_is_no_user_name_has_no_slips() {
        for typed in ["", "abc", "jesrab01*", "Anna Maria Andersson Eriksson"] {
            assert!(slips(typed).is_empty(), "{typed}");
        }
    }

    proptest! {
        /// The list and the judgement agree.
        #[test]
        fn slips_are_listed(typed in "[a-z0-9]{4,9}", name in "[a-z0-9]{3,10}") {
            let listed = slips(&typed);
            prop_assert!(listed.len() <= 1600);
            prop_assert_eq!(listed.contains(&name), is_slip(&typed, &name));
            for one in listed.iter().step_by(7) {
                prop_assert!(is_slip(&typed, one), "{}", one);
            }
        }

        #[test]
        fn slip_goes_both_ways(one in "[a-c]{4,6}", other in "[a-c]{4,6}") {
            prop_assert_eq!(is_slip(&one, &other), is_slip(&other, &one));
        }
    }
}
