//! Password rules in words that can be read out.

use crate::domain::policy::{Detail, Report, Rule, Ruling, Source, Unknown};
use crate::text::{Message, Words};

/// What the rule asks, and what is in its way.
pub(super) fn sentence(ruling: &Ruling, words: &Words) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    words.say(&match (ruling.rule, &ruling.detail) {
        (Rule::Uppercase, Detail::Count { found, wanted }) => {
            Message::RuleUppercase { wanted: number(*wanted), found: number(*found) }
        }
        (Rule::Digit, Detail::Count { found, wanted }) => {
            Message::RuleDigit { wanted: number(*wanted), found: number(*found) }
        }
        (Rule::Complexity, Detail::Count { found, wanted }) => {
            Message::RuleComplexity { wanted: number(*wanted), found: number(*found) }
        }
        (_, Detail::Count { found, wanted }) => {
            Message::RuleMinLength { wanted: number(*wanted), found: number(*found) }
        }
        (_, Detail::AtMost { found, most }) => Message::RuleMaxLength { most: number(*most), found: number(*found) },
        (_, Detail::Characters { found, forbidden }) if found.is_empty() => {
            return words.say(&Message::RuleForbidden { forbidden: &listed(forbidden) });
        }
        (_, Detail::Characters { found, .. }) => {
            return words.say(&Message::RuleForbiddenFound { found: &listed(found) });
        }
        (_, Detail::Leaks { times: 0 }) => Message::RuleBreached,
        (_, Detail::Leaks { times }) => Message::RuleBreachedFound { times: i64::try_from(*times).unwrap_or(i64::MAX) },
        (_, Detail::NamePart(None)) => Message::RuleName,
        (_, Detail::NamePart(Some(part))) => Message::RuleNameFound { part },
        (_, Detail::Words { missing: 0, .. }) => Message::RuleWords,
        (_, Detail::Words { found, .. }) if found.is_empty() => Message::RuleWordsWhole,
        (_, Detail::Words { found, missing }) => {
            let found = found.join(", ");
            return words.say(&Message::RuleWordsFound { found: &found, missing: number(*missing) });
        }
    })
}

/// What is broken, to be read out: of two rules about length only the stricter, of two about names one with both's.
pub(super) fn broken(report: &Report, words: &Words) -> Vec<String> {
    let wanted = |ruling: &Ruling| match ruling.detail {
        Detail::Count { wanted, .. } => wanted,
        _ => 0,
    };
    let broken: Vec<&Ruling> = report.rulings.iter().filter(|ruling| !ruling.ok).collect();
    let strictest = broken.iter().filter(|ruling| ruling.rule == Rule::MinLength).map(|ruling| wanted(ruling)).max();
    let mut sentences: Vec<String> = vec![];
    for ruling in &broken {
        let sentence = match ruling.detail {
            Detail::NamePart(_) => words.say(&Message::RuleNameFound { part: &name_parts(&broken) }),
            _ => sentence(ruling, words),
        };
        let weaker = ruling.rule == Rule::MinLength && Some(wanted(ruling)) != strictest;
        if !weaker && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// The name parts that stand in the way of any rule.
fn name_parts(broken: &[&Ruling]) -> String {
    let mut parts: Vec<&str> = vec![];
    for ruling in broken {
        if let Detail::NamePart(Some(part)) = &ruling.detail
            && !parts.contains(&part.as_str())
        {
            parts.push(part);
        }
    }
    parts.join(", ")
}

/// A list of characters, each once, whatever its case.
pub(super) fn listed(characters: &str) -> String {
    each_once(characters).join(", ")
}

/// The characters as they are read out, in their order.
pub(super) fn each_once(characters: &str) -> Vec<String> {
    let mut each: Vec<String> = vec![];
    for character in characters.to_lowercase().chars().map(String::from) {
        if !each.contains(&character) {
            each.push(character);
        }
    }
    each
}

/// Who makes the rule.
pub(super) fn source(source: &Source, words: &Words) -> String {
    match source {
        Source::Local => words.say(&Message::SourceLocal),
        Source::Domain => words.say(&Message::SourceDomain),
        Source::Pso(name) => words.say(&Message::PolicyPso { name }),
    }
}

/// What cannot be known beforehand.
pub(super) fn unknown(unknown: Unknown, words: &Words) -> String {
    words.say(&match unknown {
        Unknown::History => Message::UnknownHistory,
        Unknown::DirectoryRules => Message::UnknownDirectory,
        Unknown::Complexity => Message::UnknownComplexity,
        Unknown::ServerFilter => Message::UnknownFilter,
    })
}
