//! What the rules ask, with no password at hand: to be read out before one is chosen.

use super::complexity::Kinds;
use super::{DirectoryPolicy, LocalRules, Rule, Source};

/// What one rule asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// Which rule.
    pub rule: Rule,
    /// Who makes it.
    pub source: Source,
    /// What it asks.
    pub asks: Asks,
}

/// How much a rule asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
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
    pub fn demands(&self, named: bool) -> Vec<Demand> {
        let number = |rule, n: u32| (n > 0).then_some((rule, Asks::Number(n)));
        let forbidden = &self.forbidden_characters;
        let demands = [
            number(Rule::MinLength, self.min_length),
            number(Rule::Uppercase, self.uppercase),
            number(Rule::Digit, self.digits),
            (!forbidden.is_empty()).then(|| (Rule::ForbiddenCharacters, Asks::NoneOf(forbidden.clone()))),
            Some((Rule::BannedWord, Asks::Nothing)),
            number(Rule::MaxLength, self.max_length),
            named.then_some((Rule::ContainsName, Asks::Nothing)),
        ];
        demands.into_iter().flatten().map(|(rule, asks)| Demand { rule, source: Source::Local, asks }).collect()
    }
}

impl DirectoryPolicy {
    /// Those of the directory that can be known beforehand.
    pub fn demands(&self) -> Vec<Demand> {
        let demands = [
            (self.min_length > 0).then_some((Rule::MinLength, Asks::Number(self.min_length))),
            self.max_length().map(|most| (Rule::MaxLength, Asks::Number(most))),
            self.complexity.then_some((Rule::Complexity, Asks::Number(Kinds::NEEDED.into()))),
            self.refuses_names().then_some((Rule::ContainsName, Asks::Nothing)),
        ];
        demands.into_iter().flatten().map(|(rule, asks)| Demand { rule, source: self.source.clone(), asks }).collect()
    }
}
