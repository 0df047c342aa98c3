//! Password rules in words that can be read out.

use super::spelled;
use crate::domain::password::Hidden;
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
            return words
                .say(&Message::RuleForbidden { forbidden: &each_once(forbidden, forbidden, words).join(", ") });
        }
        (_, Detail::Characters { found, forbidden }) => {
            let found = each_once(found, forbidden, words).join(", ");
            return words.say(&Message::RuleForbiddenFound { found: &found });
        }
        (_, Detail::Leaks { times: 0 }) => Message::RuleBreached,
        (_, Detail::Leaks { times }) => Message::RuleBreachedFound { times: i64::try_from(*times).unwrap_or(i64::MAX) },
        (_, Detail::NameParts { .. }) if ruling.ok => Message::RuleName,
        (_, Detail::NameParts { found }) if found.is_empty() => Message::RuleNameWhole,
        (_, Detail::NameParts { found }) => return words.say(&Message::RuleNameFound { part: &found.join(", ") }),
        (_, Detail::Hidden(found)) => {
            let found = hidden(found, words);
            let (meant, slip) =
                (Message::RuleHiddenMeant { found: &found }, Message::RuleHiddenFound { found: &found });
            return words.say(if ruling.ok { &meant } else { &slip });
        }
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
            Detail::NameParts { .. } => match name_parts(&broken).as_str() {
                "" => words.say(&Message::RuleNameWhole),
                part => words.say(&Message::RuleNameFound { part }),
            },
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
        if let Detail::NameParts { found } = &ruling.detail {
            for part in found.iter().filter(|part| !ruling.ok && !part.is_empty()) {
                if !parts.contains(&part.as_str()) {
                    parts.push(part);
                }
            }
        }
    }
    parts.join(", ")
}

/// The characters as they are read out, in their order: a letter whose both cases are `forbidden` once, a blank by its
/// name.
pub(super) fn each_once(characters: &str, forbidden: &str, words: &Words) -> Vec<String> {
    let mut each: Vec<String> = vec![];
    for character in characters.chars() {
        let small: String = character.to_lowercase().collect();
        let capital: String = character.to_uppercase().collect();
        let both = forbidden.contains(&small) && forbidden.contains(&capital);
        let name = match character {
            _ if both => small,
            blank if blank.is_whitespace() => spelled::sign(blank, words),
            other => other.to_string(),
        };
        if !each.contains(&name) {
            each.push(name);
        }
    }
    each
}

/// What nobody sees of a password, in words: characters by their numbers in Unicode.
pub(super) fn hidden(hidden: &Hidden, words: &Words) -> String {
    let mut parts: Vec<String> = hidden.characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    parts.extend(hidden.blank_first.then(|| words.say(&Message::HiddenBlankFirst)));
    parts.extend(hidden.blank_last.then(|| words.say(&Message::HiddenBlankLast)));
    parts.join(", ")
}

/// Who makes the rule.
pub(super) fn source(source: &Source, words: &Words) -> String {
    match source {
        Source::Local => words.say(&Message::SourceLocal),
        Source::Domain => words.say(&Message::SourceDomain),
        Source::Pso(name) => words.say(&Message::PolicyPso { name }),
    }
}

/// What cannot be known beforehand, of an account with that policy or of none.
pub(super) fn unknown(unknown: Unknown, policy: Option<&Source>, words: &Words) -> String {
    words.say(&match (unknown, policy) {
        (Unknown::DirectoryRules, Some(policy)) => {
            return words.say(&Message::RulesUnreadable { name: &source(policy, words) });
        }
        (Unknown::DirectoryRules, None) => Message::UnknownDirectory,
        (Unknown::History, _) => Message::UnknownHistory,
        (Unknown::Complexity, _) => Message::UnknownComplexity,
        (Unknown::ServerFilter, _) => Message::UnknownFilter,
    })
}
