//! What the rules ask, with no password at hand: to be read out before one is chosen.

use super::complexity::CharacterKinds;
use super::{DirectoryPolicy, LocalRules, PolicyRule, PolicySource};

/// What one rule asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Which rule.
    pub rule: PolicyRule,
    /// Who makes it.
    pub source: PolicySource,
    /// What it asks.
    pub asks: Limit,
}

/// How much a rule asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// At least, or at most, so many; of what, the rule says.
    Number(u32),
    /// None of these characters.
    NoneOf(String),
    /// What the rule's name says.
    Nothing,
}

impl LocalRules {
    /// Those of the municipality that ask for anything, in the order they are read out. Whether a name occurs is asked
    /// where one is known.
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
    /// Those of the directory that can be known beforehand.
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
