//! Password rules as sentences to be read out.

use super::{number, spelled};
use crate::domain::password::InvisibleCharacters;
use crate::domain::policy::{PolicyReport, PolicyRule, PolicySource, RuleDetail, RuleResult, UncheckedRule};
use crate::text::{Message, Words};

/// The rule, and what breaks it.
pub(crate) fn sentence(result: &RuleResult, words: &Words) -> String {
    words.say(&match (result.rule, &result.detail) {
        (rule, RuleDetail::Count { found, wanted }) => {
            let (found, wanted) = (number(*found), number(*wanted));
            match rule {
                PolicyRule::Uppercase => Message::RuleUppercase { wanted, found },
                PolicyRule::Digit => Message::RuleDigit { wanted, found },
                PolicyRule::Complexity => Message::RuleComplexity { wanted, found },
                _ => Message::RuleMinLength { wanted, found },
            }
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
        (_, RuleDetail::Leaks { times }) => Message::RuleBreachedFound { times: number(*times) },
        (_, RuleDetail::NameParts { .. }) if result.ok => Message::RuleName,
        (_, RuleDetail::NameParts { found }) if found.is_empty() => Message::RuleNameWhole,
        (_, RuleDetail::NameParts { found }) => return words.say(&Message::RuleNameFound { part: &found.join(", ") }),
        (_, RuleDetail::Hidden(found)) => {
            let found = hidden(found, words);
            let (meant, slip) =
                (Message::RuleHiddenMeant { found: &found }, Message::RuleHiddenFound { found: &found });
            return words.say(if result.ok { &meant } else { &slip });
        }
        (_, RuleDetail::Words { missing: 0, .. }) => Message::RuleWords,
        (_, RuleDetail::Words { found, .. }) if found.is_empty() => Message::RuleWordsWhole,
        (_, RuleDetail::Words { found, missing }) => {
            let found = found.join(", ");
            return words.say(&Message::RuleWordsFound { found: &found, missing: number(*missing) });
        }
    })
}

/// The broken rules: of several minimum lengths only the strictest, and one sentence for all name parts.
pub(crate) fn broken(report: &PolicyReport, words: &Words) -> Vec<String> {
    let wanted = |result: &RuleResult| match result.detail {
        RuleDetail::Count { wanted, .. } => wanted,
        _ => 0,
    };
    let broken: Vec<&RuleResult> = report.rule_results.iter().filter(|result| !result.ok).collect();
    let strictest =
        broken.iter().filter(|result| result.rule == PolicyRule::MinLength).map(|result| wanted(result)).max();
    let mut sentences: Vec<String> = vec![];
    for result in &broken {
        let sentence = match result.detail {
            RuleDetail::NameParts { .. } => match name_parts(&broken).as_str() {
                "" => words.say(&Message::RuleNameWhole),
                part => words.say(&Message::RuleNameFound { part }),
            },
            _ => sentence(result, words),
        };
        let weaker = result.rule == PolicyRule::MinLength && Some(wanted(result)) != strictest;
        if !weaker && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// The name parts that break any rule.
fn name_parts(broken: &[&RuleResult]) -> String {
    let mut parts: Vec<&str> = vec![];
    for result in broken {
        if let RuleDetail::NameParts { found } = &result.detail {
            for part in found.iter().filter(|part| !result.ok && !part.is_empty()) {
                if !parts.contains(&part.as_str()) {
                    parts.push(part);
                }
            }
        }
    }
    parts.join(", ")
}

/// The characters without duplicates, in their order. A letter with both cases `forbidden` is listed once, a blank by its
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

/// A password's invisible characters, by their Unicode numbers.
pub(crate) fn hidden(hidden: &InvisibleCharacters, words: &Words) -> String {
    let mut parts: Vec<String> = hidden.characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    parts.extend(hidden.blank_first.then(|| words.say(&Message::HiddenBlankFirst)));
    parts.extend(hidden.blank_last.then(|| words.say(&Message::HiddenBlankLast)));
    parts.join(", ")
}

pub(crate) fn source(source: &PolicySource, words: &Words) -> String {
    match source {
        PolicySource::Local => words.say(&Message::SourceLocal),
        PolicySource::Domain => words.say(&Message::SourceDomain),
        PolicySource::Pso(name) => words.say(&Message::PolicyPso { name }),
    }
}

/// A rule that cannot be checked in advance.
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
