//! What is asked of a password: one sentence to read out, and the list behind it.

use super::aloud::joined;
use super::{Shown, rulings, table};
use crate::commands::check_policy::Demands;
use crate::domain::policy::{AppliedPolicy, Asks, Demand, Rule};
use crate::text::{Message, Words};

/// The sentence, the list and what cannot be known.
pub(super) fn shown(outcome: &Demands, shown: Shown<'_>, words: &Words) -> String {
    let mut lines = vec![words.say(&Message::SayAloud { sentence: &spoken(outcome, words) })];
    let mut rows: Vec<Vec<String>> = outcome
        .demands
        .iter()
        .map(|demand| vec![rulings::source(&demand.source, words), sentence(demand, words)])
        .collect();
    if let Some(policy) = &outcome.policy {
        let source = rulings::source(&policy.source(), words);
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
    lines.extend(outcome.unknown.iter().map(|unknown| rulings::unknown(*unknown, source.as_ref(), words)));
    lines.join("\n")
}

/// What one rule asks.
pub(super) fn sentence(demand: &Demand, words: &Words) -> String {
    let number = match demand.asks {
        Asks::Number(number) => i64::from(number),
        Asks::NoneOf(_) | Asks::Nothing => 0,
    };
    words.say(&match (demand.rule, &demand.asks) {
        (Rule::MinLength, _) => Message::AsksMinLength { n: number },
        (Rule::MaxLength, _) => Message::AsksMaxLength { n: number },
        (Rule::Uppercase, _) => Message::AsksUppercase { n: number },
        (Rule::Digit, _) => Message::AsksDigit { n: number },
        (Rule::Complexity, _) => Message::AsksComplexity { n: number },
        (Rule::ForbiddenCharacters, Asks::NoneOf(forbidden)) => {
            let each = rulings::each_once(forbidden, forbidden, words);
            return words.say(&Message::RuleForbidden { forbidden: &each.join(", ") });
        }
        (Rule::ForbiddenCharacters, _) => Message::RuleForbidden { forbidden: "" },
        (Rule::BannedWord, _) => Message::RuleWords,
        (Rule::ContainsName, _) => Message::RuleName,
        (Rule::Hidden, _) => Message::RuleHidden,
        (Rule::Breached, _) => Message::RuleBreached,
    })
}

/// All of it in one sentence for the caller, where of two rules of a kind only the stricter is heard.
pub(super) fn spoken(outcome: &Demands, words: &Words) -> String {
    let most = |rule: Rule| {
        let numbers = outcome.demands.iter().filter(|demand| demand.rule == rule).map(|demand| match demand.asks {
            Asks::Number(number) => number,
            Asks::NoneOf(_) | Asks::Nothing => 0,
        });
        numbers.max().map(i64::from)
    };
    let asked = |rule: Rule| outcome.demands.iter().any(|demand| demand.rule == rule);
    let say = |message: Message<'_>| words.say(&message);

    let (capitals, digits) = (most(Rule::Uppercase), most(Rule::Digit));
    let kinds = asked(Rule::Complexity).then(|| match (capitals, digits) {
        // Two of the three kinds are asked for already.
        (Some(_), Some(_)) => say(Message::SpokenThirdKind),
        _ => say(Message::SpokenKinds),
    });
    let wanted = [
        most(Rule::MinLength).map(|n| say(Message::SpokenLength { n })),
        capitals.map(|n| say(Message::SpokenUppercase { n })),
        digits.map(|n| say(Message::SpokenDigit { n })),
        kinds,
    ];
    let forbidden = outcome.demands.iter().find_map(|demand| match &demand.asks {
        Asks::NoneOf(characters) => Some(rulings::each_once(characters, characters, words)),
        Asks::Number(_) | Asks::Nothing => None,
    });
    let unwanted = [
        forbidden.map(|each| say(Message::SpokenForbidden { forbidden: &joined(&each, words, false) })),
        asked(Rule::ContainsName).then(|| say(Message::SpokenName)),
        asked(Rule::BannedWord).then(|| say(Message::SpokenWords)),
        (outcome.history != Some(0)).then(|| say(Message::SpokenHistory)),
    ];
    let list = |items: [Option<String>; 4]| joined(&items.into_iter().flatten().collect::<Vec<_>>(), words, true);
    match (list(wanted), list(unwanted)) {
        (wanted, unwanted) if unwanted.is_empty() => say(Message::SpokenWanted { wanted: &wanted }),
        (wanted, unwanted) if wanted.is_empty() => say(Message::SpokenUnwanted { unwanted: &unwanted }),
        (wanted, unwanted) => say(Message::SpokenBoth { wanted: &wanted, unwanted: &unwanted }),
    }
}
