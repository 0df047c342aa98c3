//! The municipality's own rules, on top of what the directory demands.

use super::{Detail, Rule, Ruling, Source};
use crate::domain::password::Password;

/// The rules of `[password_policy]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalRules {
    /// Shortest password, in characters.
    pub min_length: u32,
    /// Least number of capitals.
    pub uppercase: u32,
    /// Least number of digits.
    pub digits: u32,
    /// Characters that may not occur.
    pub forbidden_characters: String,
}

/// What the self-service page tells callers.
impl Default for LocalRules {
    fn default() -> Self {
        Self { min_length: 8, uppercase: 1, digits: 1, forbidden_characters: "åäöÅÄÖ".into() }
    }
}

impl LocalRules {
    /// Every rule's answer, in the order they are read out.
    pub fn judge(&self, password: &Password) -> Vec<Ruling> {
        let text = password.expose();
        // The same letter can be typed as one character or as a letter and a mark that joins it.
        let decomposed = |c: char| matches!(c, '\u{30a}' | '\u{308}');
        let forbids_marks = self.forbidden_characters.contains(['å', 'ä', 'ö']);
        let mut found: Vec<char> = text
            .chars()
            .filter(|c| self.forbidden_characters.contains(*c) || (forbids_marks && decomposed(*c)))
            .collect();
        found.sort_unstable();
        found.dedup();
        vec![
            at_least(Rule::MinLength, text.chars().count(), self.min_length),
            at_least(Rule::Uppercase, text.chars().filter(|c| c.is_uppercase()).count(), self.uppercase),
            at_least(Rule::Digit, text.chars().filter(char::is_ascii_digit).count(), self.digits),
            Ruling {
                rule: Rule::ForbiddenCharacters,
                source: Source::Local,
                ok: found.is_empty(),
                detail: Detail::Characters {
                    found: found.into_iter().collect(),
                    forbidden: self.forbidden_characters.clone(),
                },
            },
        ]
    }
}

fn at_least(rule: Rule, found: usize, wanted: u32) -> Ruling {
    let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
    Ruling { rule, source: Source::Local, ok: found >= wanted, detail: Detail::Count { found, wanted } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_typed_in_two_halves_is_the_same_letter() {
        let password = Password::parse("Gurka-a\u{30a}12".to_owned()).unwrap();
        let rulings = LocalRules::default().judge(&password);
        assert!(!rulings[3].ok, "a + ring above is å");
    }
}
