//! Password rules in words that can be read out.

use super::spelled;
use crate::domain::password::InvisibleCharacters;
use crate::domain::policy::{PolicyReport, PolicyRule, PolicySource, RuleDetail, RuleResult, UncheckedRule};
use crate::text::{Message, Words};

/// What the rule asks, and what is in its way.
pub(crate) fn sentence(ruling: &RuleResult, words: &Words) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    words.say(&match (ruling.rule, &ruling.detail) {
        (PolicyRule::Uppercase, RuleDetail::Count { found, wanted }) => {
            Message::RuleUppercase { wanted: number(*wanted), found: number(*found) }
        }
        (PolicyRule::Digit, RuleDetail::Count { found, wanted }) => {
            Message::RuleDigit { wanted: number(*wanted), found: number(*found) }
        }
        (PolicyRule::Complexity, RuleDetail::Count { found, wanted }) => {
            Message::RuleComplexity { wanted: number(*wanted), found: number(*found) }
        }
        (_, RuleDetail::Count { found, wanted }) => {
            Message::RuleMinLength { wanted: number(*wanted), found: number(*found) }
        }
        (_, RuleDetail::AtMost { found, most }) => {
            Message::RuleMaxLength { most: number(*most), found: number(*found) }
        }
        (_, RuleDetail::Characters { found, forbidden }) if found.is_empty() => {
            return words
                .say(&Message::RuleForbidden { forbidden: &each_once(forbidden, forbidden, words).join(", ") });
        }
        (_, RuleDetail::Characters { found, forbidden }) => {
            let found = each_once(found, forbidden, words).join(", ");
            return words.say(&Message::RuleForbiddenFound { found: &found });
        }
        (_, RuleDetail::Leaks { times: 0 }) => Message::RuleBreached,
        (_, RuleDetail::Leaks { times }) => {
            Message::RuleBreachedFound { times: i64::try_from(*times).unwrap_or(i64::MAX) }
        }
        (_, RuleDetail::NameParts { .. }) if ruling.ok => Message::RuleName,
        (_, RuleDetail::NameParts { found }) if found.is_empty() => Message::RuleNameWhole,
        (_, RuleDetail::NameParts { found }) => return words.say(&Message::RuleNameFound { part: &found.join(", ") }),
        (_, RuleDetail::Hidden(found)) => {
            let found = hidden(found, words);
            let (meant, slip) =
                (Message::RuleHiddenMeant { found: &found }, Message::RuleHiddenFound { found: &found });
            return words.say(if ruling.ok { &meant } else { &slip });
        }
        (_, RuleDetail::Words { missing: 0, .. }) => Message::RuleWords,
        (_, RuleDetail::Words { found, .. }) if found.is_empty() => Message::RuleWordsWhole,
        (_, RuleDetail::Words { found, missing }) => {
            let found = found.join(", ");
            return words.say(&Message::RuleWordsFound { found: &found, missing: number(*missing) });
        }
    })
}

/// What is broken, to be read out: of two rules about length only the stricter, of two about names one with both's.
pub(crate) fn broken(report: &PolicyReport, words: &Words) -> Vec<String> {
    let wanted = |ruling: &RuleResult| match ruling.detail {
        RuleDetail::Count { wanted, .. } => wanted,
        _ => 0,
    };
    let broken: Vec<&RuleResult> = report.rule_results.iter().filter(|ruling| !ruling.ok).collect();
    let strictest =
        broken.iter().filter(|ruling| ruling.rule == PolicyRule::MinLength).map(|ruling| wanted(ruling)).max();
    let mut sentences: Vec<String> = vec![];
    for ruling in &broken {
        let sentence = match ruling.detail {
            RuleDetail::NameParts { .. } => match name_parts(&broken).as_str() {
                "" => words.say(&Message::RuleNameWhole),
                part => words.say(&Message::RuleNameFound { part }),
            },
            _ => sentence(ruling, words),
        };
        let weaker = ruling.rule == PolicyRule::MinLength && Some(wanted(ruling)) != strictest;
        if !weaker && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// The name parts that stand in the way of any rule.
fn name_parts(broken: &[&RuleResult]) -> String {
    let mut parts: Vec<&str> = vec![];
    for ruling in broken {
        if let RuleDetail::NameParts { found } = &ruling.detail {
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
pub(crate) fn each_once(characters: &str, forbidden: &str, words: &Words) -> Vec<String> {
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
pub(crate) fn hidden(hidden: &InvisibleCharacters, words: &Words) -> String {
    let mut parts: Vec<String> = hidden.characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    parts.extend(hidden.blank_first.then(|| words.say(&Message::HiddenBlankFirst)));
    parts.extend(hidden.blank_last.then(|| words.say(&Message::HiddenBlankLast)));
    parts.join(", ")
}

/// Who makes the rule.
pub(crate) fn source(source: &PolicySource, words: &Words) -> String {
    match source {
        PolicySource::Local => words.say(&Message::SourceLocal),
        PolicySource::Domain => words.say(&Message::SourceDomain),
        PolicySource::Pso(name) => words.say(&Message::PolicyPso { name }),
    }
}

/// What cannot be known beforehand, of an account with that policy or of none.
pub(crate) fn unknown(unknown: UncheckedRule, policy: Option<&PolicySource>, words: &Words) -> String {
    words.say(&match (unknown, policy) {
        (UncheckedRule::DirectoryRules, Some(policy)) => {
            return words.say(&Message::RulesUnreadable { name: &source(policy, words) });
        }
        (UncheckedRule::DirectoryRules, None) => Message::UnknownDirectory,
        (UncheckedRule::History, _) => Message::UnknownHistory,
        (UncheckedRule::Complexity, _) => Message::UnknownComplexity,
        (UncheckedRule::ServerFilter, _) => Message::UnknownFilter,
    })
}
