//! What is asked of a password: one sentence to read out, and the list behind it.

use super::aloud::joined;
use super::{Shown, rule_results, table};
use crate::commands::check_policy::Demands;
use crate::domain::policy::{AppliedPolicy, Limit, PolicyRule, Requirement};
use crate::text::{Message, Words};

/// The sentence, the list and what cannot be known.
pub(super) fn shown(outcome: &Demands, shown: Shown<'_>, words: &Words) -> String {
    let mut lines = vec![words.say(&Message::SayAloud { sentence: &spoken(outcome, words) })];
    let mut rows: Vec<Vec<String>> = outcome
        .demands
        .iter()
        .map(|demand| vec![rule_results::source(&demand.source, words), sentence(demand, words)])
        .collect();
    if let Some(policy) = &outcome.policy {
        let source = rule_results::source(&policy.source(), words);
        if let Some(n) = outcome.history.filter(|n| *n > 0) {
            rows.push(vec![source.clone(), words.say(&Message::AsksHistory { n: n.into() })]);
        }
        let now = outcome.read_at.unwrap_or(shown.now);
        if let Some(from) = outcome.changeable_from.filter(|from| *from > now) {
            let when = words.when(from, now);
            rows.push(vec![source, words.say(&Message::AsksAge { when: &when })]);
        }
    }
    lines.push(table::rows(&[], rows, shown.width, shown.style));
    let source = outcome.policy.as_ref().map(AppliedPolicy::source);
    lines.extend(outcome.unknown.iter().map(|unknown| rule_results::unknown(*unknown, source.as_ref(), words)));
    lines.join("\n")
}

/// What one rule asks.
pub(super) fn sentence(demand: &Requirement, words: &Words) -> String {
    let number = match demand.limit {
        Limit::Number(number) => i64::from(number),
        Limit::NoneOf(_) | Limit::Nothing => 0,
    };
    words.say(&match (demand.rule, &demand.limit) {
        (PolicyRule::MinLength, _) => Message::AsksMinLength { n: number },
        (PolicyRule::MaxLength, _) => Message::AsksMaxLength { n: number },
        (PolicyRule::Uppercase, _) => Message::AsksUppercase { n: number },
        (PolicyRule::Digit, _) => Message::AsksDigit { n: number },
        (PolicyRule::Complexity, _) => Message::AsksComplexity { n: number },
        (PolicyRule::ForbiddenCharacters, Limit::NoneOf(forbidden)) => {
            let each = rule_results::each_once(forbidden, forbidden, words);
            return words.say(&Message::RuleForbidden { forbidden: &each.join(", ") });
        }
        (PolicyRule::ForbiddenCharacters, _) => Message::RuleForbidden { forbidden: "" },
        (PolicyRule::BannedWord, _) => Message::RuleWords,
        (PolicyRule::ContainsName, _) => Message::RuleName,
        (PolicyRule::Hidden, _) => Message::RuleHidden,
        (PolicyRule::Breached, _) => Message::RuleBreached,
    })
}

/// All of it in one sentence for the caller, where of two rules of a kind only the stricter is heard.
pub(super) fn spoken(outcome: &Demands, words: &Words) -> String {
    let most = |rule: PolicyRule| {
        let numbers = outcome.demands.iter().filter(|demand| demand.rule == rule).map(|demand| match demand.limit {
            Limit::Number(number) => number,
            Limit::NoneOf(_) | Limit::Nothing => 0,
        });
        numbers.max().map(i64::from)
    };
    let asked = |rule: PolicyRule| outcome.demands.iter().any(|demand| demand.rule == rule);
    let say = |message: Message<'_>| words.say(&message);

    let (capitals, digits) = (most(PolicyRule::Uppercase), most(PolicyRule::Digit));
    let kinds = asked(PolicyRule::Complexity).then(|| match (capitals, digits) {
        // Two of the three kinds are asked for already.
        (Some(_), Some(_)) => say(Message::SpokenThirdKind),
        _ => say(Message::SpokenKinds),
    });
    let wanted = [
        most(PolicyRule::MinLength).map(|n| say(Message::SpokenLength { n })),
        capitals.map(|n| say(Message::SpokenUppercase { n })),
        digits.map(|n| say(Message::SpokenDigit { n })),
        kinds,
    ];
    let forbidden = outcome.demands.iter().find_map(|demand| match &demand.limit {
        Limit::NoneOf(characters) => Some(rule_results::each_once(characters, characters, words)),
        Limit::Number(_) | Limit::Nothing => None,
    });
    let unwanted = [
        forbidden.map(|each| say(Message::SpokenForbidden { forbidden: &joined(&each, words, false) })),
        asked(PolicyRule::ContainsName).then(|| say(Message::SpokenName)),
        asked(PolicyRule::BannedWord).then(|| say(Message::SpokenWords)),
        (outcome.history != Some(0)).then(|| say(Message::SpokenHistory)),
    ];
    let list = |items: [Option<String>; 4]| joined(&items.into_iter().flatten().collect::<Vec<_>>(), words, true);
    match (list(wanted), list(unwanted)) {
        (wanted, unwanted) if unwanted.is_empty() => say(Message::SpokenWanted { wanted: &wanted }),
        (wanted, unwanted) if wanted.is_empty() => say(Message::SpokenUnwanted { unwanted: &unwanted }),
        (wanted, unwanted) => say(Message::SpokenBoth { wanted: &wanted, unwanted: &unwanted }),
    }
}
