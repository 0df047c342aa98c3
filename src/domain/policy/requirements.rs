//! The rules as requirements, to be read out before a password is chosen.

use super::complexity::CharacterKinds;
use super::{DirectoryPolicy, LocalRules, PolicyRule, PolicySource};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    pub rule: PolicyRule,
    pub source: PolicySource,
    pub limit: Limit,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// A minimum or maximum, depending on the rule.
    Number(u32),
    /// None of these characters.
    NoneOf(String),
    /// Only the organisation's own words and names.
    OwnWords,
    /// The rule's name says everything.
    Nothing,
}

impl LocalRules {
    /// Returns the active rules in display order. `named`: whether the person's name is known.
    pub fn requirements(&self, named: bool) -> Vec<Requirement> {
        let number = |rule, n: u32| (n > 0).then_some((rule, Limit::Number(n)));
        let (forbidden, words) = (&self.forbidden_characters, self.common_words());
        let active = [
            number(PolicyRule::MinLength, self.min_length),
            number(PolicyRule::Uppercase, self.uppercase),
            number(PolicyRule::Digit, self.digits),
            (!forbidden.is_empty()).then(|| (PolicyRule::ForbiddenCharacters, Limit::NoneOf(forbidden.clone()))),
            words.map(|words| {
                (PolicyRule::BannedWord, if words.has_shipped() { Limit::Nothing } else { Limit::OwnWords })
            }),
            number(PolicyRule::MaxLength, self.max_length),
            (named && self.banned_words.is_some()).then_some((PolicyRule::ContainsName, Limit::Nothing)),
        ];
        requirements(&PolicySource::Local, active)
    }
}

impl DirectoryPolicy {
    /// Returns the requirements known in advance.
    pub fn requirements(&self) -> Vec<Requirement> {
        let active = [
            (self.min_length > 0).then_some((PolicyRule::MinLength, Limit::Number(self.min_length))),
            self.max_length().map(|most| (PolicyRule::MaxLength, Limit::Number(most))),
            self.complexity.then_some((PolicyRule::Complexity, Limit::Number(CharacterKinds::NEEDED.into()))),
            self.refuses_names().then_some((PolicyRule::ContainsName, Limit::Nothing)),
        ];
        requirements(&self.source, active)
    }
}

fn requirements<const N: usize>(source: &PolicySource, active: [Option<(PolicyRule, Limit)>; N]) -> Vec<Requirement> {
    let requirement = |(rule, limit)| Requirement { rule, source: source.clone(), limit };
    active.into_iter().flatten().map(requirement).collect()
}
