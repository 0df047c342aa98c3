//! Password requirements: a sentence to read out, and the list.

use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::check_policy::PasswordRequirements;
use crate::domain::policy::{AppliedPolicy, Limit, PolicyRule, Requirement, UncheckedRule};
use crate::text::{Message, Words};
use crate::ui::table;
use crate::view::caller_script::joined;
use crate::view::document::{AnyDocument, Document, SchemaVersion, Time};
use crate::view::json::{PolicyDocument, policy, source};
use crate::view::{Render, View, rule_results};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Requirements")]
pub(in crate::commands) struct RequirementsDocument {
    schema: SchemaVersion,
    /// `null`: the local rules alone.
    account: Option<String>,
    rules: Vec<RequirementDocument>,
    /// What to tell the caller.
    say: String,
    /// When the owner may change the password; `null`: now, or the rules may not be read.
    changeable_from: Option<Time>,
    /// `null` without an account.
    policy: Option<PolicyDocument>,
    /// What only the directory can tell when a password is set.
    unknown: Vec<UncheckedRule>,
}

impl Document for RequirementsDocument {
    const ROWS: Option<&'static str> = Some("rules");
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Requirement")]
struct RequirementDocument {
    rule: PolicyRule,
    /// `local`, `domain`, or the name of a password settings object.
    source: String,
    /// How many; `null` for a rule that counts nothing.
    value: Option<u32>,
    /// The characters that may not be in it; `null` for another rule.
    characters: Option<String>,
    /// The rule, for people.
    message: String,
}

impl Render for PasswordRequirements {
    fn text(&self, view: &View<'_>) -> String {
        people(self, view)
    }

    fn document(&self, view: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&RequirementsDocument {
            schema: SchemaVersion,
            account: self.account.as_ref().map(|(account, _)| account.to_string()),
            rules: self.requirements.iter().map(|requirement| document(requirement, view.words)).collect(),
            say: caller_sentence(self, view.words),
            changeable_from: self.changeable_from.map(Time),
            policy: self.policy.as_ref().map(policy),
            unknown: self.unknown.clone(),
        }))
    }
}

fn document(requirement: &Requirement, words: &Words) -> RequirementDocument {
    let (value, characters) = match &requirement.limit {
        Limit::Number(number) => (Some(*number), None),
        Limit::NoneOf(characters) => (None, Some(characters.clone())),
        Limit::OwnWords | Limit::Nothing => (None, None),
    };
    RequirementDocument {
        rule: requirement.rule,
        source: source(&requirement.source).to_owned(),
        value,
        characters,
        message: sentence(requirement, words),
    }
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
