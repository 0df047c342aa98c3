//! What the rules require, to be read aloud before a password is chosen.

use super::complexity::CharacterKinds;
use super::{DirectoryPolicy, LocalRules, PolicyRule, PolicySource};

/// A requirement of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The rule.
    pub rule: PolicyRule,
    /// Who makes it.
    pub source: PolicySource,
    /// What it requires.
    pub asks: Limit,
}

/// What a rule requires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// A minimum or maximum, depending on the rule.
    Number(u32),
    /// None of these characters.
    NoneOf(String),
    /// Nothing beyond the rule itself.
    Nothing,
}

impl LocalRules {
    /// The organisation's requirements in the order they are read aloud. `named`: the person's name is known.
    pub fn requirements(&self, named: bool) -> Vec<Requirement> {
        let number = |rule, n: u32| (n > 0).then_some((rule, Limit::Number(n)));
        let forbidden = &self.forbidden_characters;
        let demands = [
            number(PolicyRule::MinLength, self.min_length),
            number(PolicyRule::Uppercase, self.uppercase),
            number(PolicyRule::Digit, self.digits),
            (!forbidden.is_empty()).then(|| (PolicyRule::ForbiddenCharacters, Limit::NoneOf(forbidden.clone()))),
            Some((PolicyRule::BannedWord, Limit::Nothing)),
            number(PolicyRule::MaxLength, self.max_length),
            named.then_some((PolicyRule::ContainsName, Limit::Nothing)),
        ];
        demands
            .into_iter()
            .flatten()
            .map(|(rule, asks)| Requirement { rule, source: PolicySource::Local, asks })
            .collect()
    }
}

impl DirectoryPolicy {
    /// The directory's requirements, as far as they are known beforehand.
    pub fn requirements(&self) -> Vec<Requirement> {
        let demands = [
            (self.min_length > 0).then_some((PolicyRule::MinLength, Limit::Number(self.min_length))),
            self.max_length().map(|most| (PolicyRule::MaxLength, Limit::Number(most))),
            self.complexity.then_some((PolicyRule::Complexity, Limit::Number(CharacterKinds::NEEDED.into()))),
            self.refuses_names().then_some((PolicyRule::ContainsName, Limit::Nothing)),
        ];
        demands
            .into_iter()
            .flatten()
            .map(|(rule, asks)| Requirement { rule, source: self.source.clone(), asks })
            .collect()
    }
}
