//! The municipality's own password rules, in addition to the directory's.

use super::banned::{BannedWords, Normalised};
use super::{PersonNames, PolicyRule, PolicySource, RuleDetail, RuleResult, name};
use crate::domain::password::{Password, composed};

/// The rules of `[password_policy]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalRules {
    /// In characters.
    pub min_length: u32,
    /// In characters.
    pub max_length: u32,
    /// The minimum number of capitals.
    pub uppercase: u32,
    pub digits: u32,
    /// Characters that must not occur.
    pub forbidden_characters: String,
    /// Words that must not make up most of a password; `None`: any words, and the person's name too.
    pub banned_words: Option<BannedWords>,
}

/// The rules that the self-service page tells callers.
impl Default for LocalRules {
    fn default() -> Self {
        Self {
            min_length: 8,
            // The longest password that Windows' sign-in screen accepts.
            max_length: 127,
            uppercase: 1,
            digits: 1,
            forbidden_characters: "åäöÅÄÖ".into(),
            banned_words: Some(BannedWords::default()),
        }
    }
}

impl LocalRules {
    /// Returns every rule's result, in display order. `names`: the person's, if known.
    pub fn judge(&self, password: &Password, names: Option<PersonNames<'_>>) -> Vec<RuleResult> {
        let text = password.expose();
        let normalised = Normalised::of(text);
        // A letter may be one character or a letter with a combining mark.
        let (composed, forbidden) = (composed(text), composed(&self.forbidden_characters));
        let found: String = forbidden.chars().filter(|c| composed.contains(*c)).collect();
        let length = text.chars().count();
        let mut results = vec![
            at_least(PolicyRule::MinLength, length, self.min_length),
            at_least(PolicyRule::Uppercase, text.chars().filter(|c| c.is_uppercase()).count(), self.uppercase),
            at_least(PolicyRule::Digit, text.chars().filter(char::is_ascii_digit).count(), self.digits),
            result(
                PolicyRule::ForbiddenCharacters,
                found.is_empty(),
                RuleDetail::Characters { found, forbidden: self.forbidden_characters.clone() },
            ),
        ];
        results.extend(self.common_words().map(|words| banned_words(words, &normalised)));
        results.push(self.max_length(length));
        let hidden = password.hidden();
        if !hidden.is_empty() {
            results.push(result(PolicyRule::Hidden, password.is_as_is(), RuleDetail::Hidden(hidden)));
        }
        results.extend(names.filter(|_| self.banned_words.is_some()).map(|names| {
            let (parts, letters) = name::parts_in(&normalised, names);
            let more = letters < normalised.chars().count();
            result(PolicyRule::ContainsName, parts.is_empty(), RuleDetail::name_parts(parts, more))
        }));
        results
    }

    fn max_length(&self, found: usize) -> RuleResult {
        let most = usize::try_from(self.max_length).unwrap_or(usize::MAX);
        result(PolicyRule::MaxLength, found <= most, RuleDetail::AtMost { found, most })
    }

    /// The banned words, if there are any.
    pub(super) fn common_words(&self) -> Option<&BannedWords> {
        self.banned_words.as_ref().filter(|words| !words.is_empty())
    }
}

fn banned_words(words: &BannedWords, password: &Normalised) -> RuleResult {
    let score = words.judge(password);
    let missing = score.missing();
    let mut found = if missing > 0 { score.found } else { vec![] };
    // If the words are the whole password, naming them all would reveal it.
    if score.own == 0 {
        found.truncate(usize::from(score.points > 1));
    }
    result(PolicyRule::BannedWord, missing == 0, RuleDetail::Words { found, missing })
}

fn at_least(rule: PolicyRule, found: usize, wanted: u32) -> RuleResult {
    let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
    result(rule, found >= wanted, RuleDetail::Count { found, wanted })
}

fn result(rule: PolicyRule, ok: bool, detail: RuleDetail) -> RuleResult {
    RuleResult { rule, source: PolicySource::Local, ok, detail }
}

#[cfg(test)]
mod tests {
    use super::super::Requirement;
    use super::super::banned::Term;
    use super::*;

    #[test]
    fn letter_with_combining_mark_is_the_same_letter() {
        let password = Password::parse("Gurka-a\u{30a}12".to_owned()).unwrap();
        let rule_results = LocalRules::default().judge(&password, None);
        let forbidden = "åäöÅÄÖ".to_owned();
        assert_eq!(
            rule_results[3].detail,
            RuleDetail::Characters { found: "å".into(), forbidden },
            "a + ring above is å"
        );
        let rules = LocalRules { forbidden_characters: "åäöe\u{301}".into(), ..LocalRules::default() };
        let ok = |text: &str| rules.judge(&Password::parse(text.to_owned()).unwrap(), None)[3].ok;
        assert!(ok("Mu\u{308}ller-Tak-19"), "ü is not ä");
        assert!(!ok("Café-Tak-19") && !ok("Cafe\u{301}-Tak-19"));
        assert!(ok("Cafe-Tak-19"));
    }

    #[test]
    fn hidden_characters_break_rule_unless_meant() {
        let ok = |password: Password| LocalRules::default().judge(&password, None).iter().all(|ruling| ruling.ok);
        let typed = |text: &str| Password::parse(text.to_owned()).unwrap();
        assert!(ok(typed("Gurka Moln-73")));
        for hidden in
            ["Gurka\u{200b}Moln-73", "Gurka\u{a0}Moln-73", "\u{feff}Gurka-Moln-73", " Gurka-Moln-73", "Gurka-73 "]
        {
            assert!(!ok(typed(hidden)), "{hidden:?}");
            assert!(ok(typed(hidden).as_is()), "{hidden:?}");
        }
    }

    fn common(password: &str) -> RuleDetail {
        let password = Password::parse(password.to_owned()).unwrap();
        LocalRules::default().judge(&password, None).remove(4).detail
    }

    #[test]
    fn common_words_are_named_unless_one_is_the_password() {
        assert_eq!(common("Tegel-lampa-19"), RuleDetail::Words { found: vec![], missing: 0 });
        assert_eq!(common("Sommarlampa-19"), RuleDetail::Words { found: vec![], missing: 0 });
        assert_eq!(common("Sommar19!"), RuleDetail::Words { found: vec!["Sommar".into()], missing: 1 });
        assert_eq!(common("Sommar2026"), RuleDetail::Words { found: vec!["Sommar".into()], missing: 3 }, "one of two");
        assert_eq!(
            common("Sommar2026!"),
            RuleDetail::Words { found: vec!["Sommar".into(), "2026".into()], missing: 2 }
        );
        for whole in ["Kanelbulle", "kan3lbulle", "Kanelbule", "Öster5und"] {
            assert_eq!(common(whole), RuleDetail::Words { found: vec![], missing: 4 }, "{whole}");
        }
    }

    #[test]
    fn guide_has_fewer_rules() {
        let names = PersonNames { account: "jesrab01", display: "Jesper Rabe" };
        let broken = |banned_words, text: &str| {
            let rules = LocalRules { banned_words, ..LocalRules::default() };
            let results = rules.judge(&Password::parse(text.to_owned()).unwrap(), Some(names));
            results.into_iter().filter(|result| !result.ok).map(|result| result.rule).collect::<Vec<_>>()
        };
        let organisation = || Some(BannedWords::only(vec![Term::parse("Mjölby").unwrap()]));
        let (words, name) = (vec![PolicyRule::BannedWord], vec![PolicyRule::ContainsName]);
        for (text, on, only_names) in [
            ("Sommar2026!", words.clone(), vec![]),
            ("Mjolby-1", vec![], words),
            ("Jesper-lada-26", name.clone(), name),
        ] {
            assert_eq!(broken(Some(BannedWords::default()), text), on, "{text}");
            assert_eq!(broken(organisation(), text), only_names, "{text}");
            assert_eq!(broken(None, text), [], "{text}");
        }
        // Without names there is no such rule to show.
        let rules = |banned_words| LocalRules { banned_words, ..LocalRules::default() }.requirements(true);
        let has = |requirements: &[Requirement], rule| requirements.iter().any(|found| found.rule == rule);
        let nothing = rules(Some(BannedWords::only(vec![])));
        assert!(!has(&nothing, PolicyRule::BannedWord) && has(&nothing, PolicyRule::ContainsName));
        let off = rules(None);
        assert!(!has(&off, PolicyRule::BannedWord) && !has(&off, PolicyRule::ContainsName));
    }
}
