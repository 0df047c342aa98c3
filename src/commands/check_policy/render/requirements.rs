//! What is asked of a password: one sentence to read out, and the list behind it.

use serde_json::{Value, json};

use crate::commands::check_policy::Demands;
use crate::domain::policy::{AppliedPolicy, Limit, PolicyRule, Requirement};
use crate::text::{Message, Words};
use crate::ui::table;
use crate::view::caller_script::joined;
use crate::view::json::{policy, source, time};
use crate::view::{Render, View, rule_results};

impl Render for Demands {
    fn text(&self, view: &View<'_>) -> String {
        requirements(self, view)
    }

    fn json(&self, view: &View<'_>) -> Value {
        json!({
            "account": self.account.as_ref().map(|(account, _)| account),
            "rules": self.demands.iter().map(|demand| document(demand, view.words)).collect::<Vec<_>>(),
            "say": spoken(self, view.words),
            "changeable_from": self.changeable_from.map(time),
            "policy": self.policy.as_ref().map(policy),
            "unknown": self.unknown.iter().map(|unknown| unknown.name()).collect::<Vec<_>>(),
        })
    }
}

fn document(demand: &Requirement, words: &Words) -> Value {
    json!({
        "rule": demand.rule.name(),
        "source": source(&demand.source),
        "value": match &demand.limit {
            Limit::Number(number) => json!(number),
            Limit::NoneOf(characters) => json!(characters),
            Limit::Nothing => Value::Null,
        },
        "detail": sentence(demand, words),
    })
}

/// The sentence, the list and what cannot be known.
fn requirements(outcome: &Demands, view: &View<'_>) -> String {
    let mut lines = vec![view.say(&Message::SayAloud { sentence: &spoken(outcome, view.words) })];
    let mut rows: Vec<Vec<String>> = outcome
        .demands
        .iter()
        .map(|demand| vec![rule_results::source(&demand.source, view.words), sentence(demand, view.words)])
        .collect();
    if let Some(policy) = &outcome.policy {
        let source = rule_results::source(&policy.source(), view.words);
        if let Some(n) = outcome.history.filter(|n| *n > 0) {
            rows.push(vec![source.clone(), view.say(&Message::AsksHistory { n: n.into() })]);
        }
        let now = outcome.read_at.unwrap_or(view.now);
        if let Some(from) = outcome.changeable_from.filter(|from| *from > now) {
            let when = view.words.when(from, now);
            rows.push(vec![source, view.say(&Message::AsksAge { when: &when })]);
        }
    }
    lines.push(table::rows(&[], rows, view.width, view.style));
    let source = outcome.policy.as_ref().map(AppliedPolicy::source);
    lines.extend(outcome.unknown.iter().map(|unknown| rule_results::unknown(*unknown, source.as_ref(), view.words)));
    lines.join("\n")
}

/// What one rule asks.
fn sentence(demand: &Requirement, words: &Words) -> String {
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
pub(crate) fn spoken(outcome: &Demands, words: &Words) -> String {
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
