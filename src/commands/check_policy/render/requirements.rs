//! Password requirements: a sentence to read out, and the list.

use serde_json::{Value, json};

use crate::commands::check_policy::PasswordRequirements;
use crate::domain::policy::{AppliedPolicy, Limit, PolicyRule, Requirement};
use crate::text::{Message, Words};
use crate::ui::table;
use crate::view::caller_script::joined;
use crate::view::json::{policy, source, time};
use crate::view::{Render, View, rule_results};

impl Render for PasswordRequirements {
    fn text(&self, view: &View<'_>) -> String {
        people(self, view)
    }

    fn json(&self, view: &View<'_>) -> Value {
        json!({
            "account": self.account.as_ref().map(|(account, _)| account),
            "rules": self.requirements.iter().map(|requirement| requirement_json(requirement, view.words)).collect::<Vec<_>>(),
            "say": caller_sentence(self, view.words),
            "changeable_from": self.changeable_from.map(time),
            "policy": self.policy.as_ref().map(policy),
            "unknown": self.unknown.iter().map(|unknown| unknown.name()).collect::<Vec<_>>(),
        })
    }
}

fn requirement_json(requirement: &Requirement, words: &Words) -> Value {
    json!({
        "rule": requirement.rule.name(),
        "source": source(&requirement.source),
        "value": match &requirement.limit {
            Limit::Number(number) => json!(number),
            Limit::NoneOf(characters) => json!(characters),
            Limit::OwnWords | Limit::Nothing => Value::Null,
        },
        "detail": sentence(requirement, words),
    })
}

fn people(outcome: &PasswordRequirements, view: &View<'_>) -> String {
    let mut lines = vec![view.say(&Message::SayAloud { sentence: &caller_sentence(outcome, view.words) })];
    let mut rows: Vec<Vec<String>> = outcome
        .requirements
        .iter()
        .map(|requirement| {
            vec![rule_results::source(&requirement.source, view.words), sentence(requirement, view.words)]
        })
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

fn number(requirement: &Requirement) -> i64 {
    match requirement.limit {
        Limit::Number(number) => i64::from(number),
        Limit::NoneOf(_) | Limit::OwnWords | Limit::Nothing => 0,
    }
}

fn sentence(requirement: &Requirement, words: &Words) -> String {
    let n = number(requirement);
    words.say(&match (requirement.rule, &requirement.limit) {
        (PolicyRule::MinLength, _) => Message::AsksMinLength { n },
        (PolicyRule::MaxLength, _) => Message::AsksMaxLength { n },
        (PolicyRule::Uppercase, _) => Message::AsksUppercase { n },
        (PolicyRule::Digit, _) => Message::AsksDigit { n },
        (PolicyRule::Complexity, _) => Message::AsksComplexity { n },
        (PolicyRule::ForbiddenCharacters, Limit::NoneOf(forbidden)) => {
            let each = rule_results::each_once(forbidden, forbidden, words);
            return words.say(&Message::RuleForbidden { forbidden: &each.join(", ") });
        }
        (PolicyRule::ForbiddenCharacters, _) => Message::RuleForbidden { forbidden: "" },
        (PolicyRule::BannedWord, Limit::OwnWords) => Message::RuleOwnWords,
        (PolicyRule::BannedWord, _) => Message::RuleWords,
        (PolicyRule::ContainsName, _) => Message::RuleName,
        (PolicyRule::Hidden, _) => Message::RuleHidden,
        (PolicyRule::Breached, _) => Message::RuleBreached,
    })
}

/// Returns one sentence for the caller. Of two rules of a kind, it states the stricter.
pub(crate) fn caller_sentence(outcome: &PasswordRequirements, words: &Words) -> String {
    let strictest =
        |rule: PolicyRule| outcome.requirements.iter().filter(|requirement| requirement.rule == rule).map(number).max();
    let has = |rule: PolicyRule| outcome.requirements.iter().any(|requirement| requirement.rule == rule);
    let say = |message: Message<'_>| words.say(&message);

    let (capitals, digits) = (strictest(PolicyRule::Uppercase), strictest(PolicyRule::Digit));
    let kinds = has(PolicyRule::Complexity).then(|| match (capitals, digits) {
        // Two of three kinds are required already.
        (Some(_), Some(_)) => say(Message::SpokenThirdKind),
        _ => say(Message::SpokenKinds),
    });
    let required = [
        strictest(PolicyRule::MinLength).map(|n| say(Message::SpokenLength { n })),
        capitals.map(|n| say(Message::SpokenUppercase { n })),
        digits.map(|n| say(Message::SpokenDigit { n })),
        kinds,
    ];
    let forbidden = outcome.requirements.iter().find_map(|requirement| match &requirement.limit {
        Limit::NoneOf(characters) => Some(rule_results::each_once(characters, characters, words)),
        Limit::Number(_) | Limit::OwnWords | Limit::Nothing => None,
    });
    let only_own_words = outcome.requirements.iter().any(|requirement| requirement.limit == Limit::OwnWords);
    let words_rule = || say(if only_own_words { Message::SpokenOwnWords } else { Message::SpokenWords });
    let unwanted = [
        forbidden.map(|each| say(Message::SpokenForbidden { forbidden: &joined(&each, words, false) })),
        has(PolicyRule::ContainsName).then(|| say(Message::SpokenName)),
        has(PolicyRule::BannedWord).then(words_rule),
        (outcome.history != Some(0)).then(|| say(Message::SpokenHistory)),
    ];
    let list = |items: [Option<String>; 4]| joined(&items.into_iter().flatten().collect::<Vec<_>>(), words, true);
    match (list(required), list(unwanted)) {
        (required, unwanted) if unwanted.is_empty() => say(Message::SpokenWanted { wanted: &required }),
        (required, unwanted) if required.is_empty() => say(Message::SpokenUnwanted { unwanted: &unwanted }),
        (required, unwanted) => say(Message::SpokenBoth { wanted: &required, unwanted: &unwanted }),
    }
}
