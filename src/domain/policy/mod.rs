//! Judges whether a password would be accepted: the municipality's rules and the directory's, each with its own result.

pub mod banned;
pub mod complexity;
mod directory;
mod local;
mod name;
mod requirements;

pub use directory::{AppliedPolicy, DirectoryPolicy};
pub use local::LocalRules;
pub use requirements::{Limit, Requirement};

use super::named_enum::named_enum;
use super::password::{InvisibleCharacters, Password};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PolicySource {
    /// The municipality's configuration.
    Local,
    /// The domain-wide policy.
    Domain,
    /// A fine-grained policy (password settings object) of this name.
    Pso(String),
}

named_enum! {
    #[derive(Hash)]
    pub enum PolicyRule {
        MinLength = "min_length",
        Uppercase = "uppercase",
        Digit = "digit",
        ForbiddenCharacters = "forbidden_characters",
        BannedWord = "banned_word",
        Complexity = "complexity",
        ContainsName = "contains_name",
        MaxLength = "max_length",
        Hidden = "invisible_characters",
        Breached = "breached",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RuleResult {
    pub rule: PolicyRule,
    pub source: PolicySource,
    pub ok: bool,
    /// What was found and required. Never shows parts of the password, except characters, words and name parts that the
    /// caller needs to avoid.
    pub detail: RuleDetail,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RuleDetail {
    /// A number of characters against a minimum.
    Count {
        found: usize,
        wanted: usize,
    },
    /// A number of characters against a maximum.
    AtMost {
        found: usize,
        most: usize,
    },
    Characters {
        found: String,
        forbidden: String,
    },
    /// Empty when the rule is met, and when they are the whole password, which must not be shown.
    NameParts {
        found: Vec<String>,
    },
    /// How often the password appears in leaks.
    Leaks {
        times: u64,
    },
    Hidden(InvisibleCharacters),
    /// Banned words as spelled in the list, and how many own characters are missing. No words when the rule is met, and
    /// when one of them is the whole password, which must not be shown.
    Words {
        found: Vec<String>,
        missing: usize,
    },
}

impl RuleDetail {
    /// Names all parts if the password holds `more` than them; otherwise they would reveal it.
    fn name_parts(mut parts: Vec<String>, more: bool) -> Self {
        if !more {
            parts.truncate(usize::from(parts.len() > 1));
        }
        Self::NameParts { found: parts }
    }
}

named_enum! {
    /// What is unknown until the directory is asked to set the password.
    pub enum UncheckedRule {
        /// Whether the password was used before.
        History = "history",
        /// No account was named, or its policy is unreadable.
        DirectoryRules = "directory_rules",
        /// Servers classify a character in it differently.
        Complexity = "complexity",
        /// Whether a password filter on the server refuses it.
        ServerFilter = "server_filter",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyReport {
    /// The municipality's rules first.
    pub rule_results: Vec<RuleResult>,
    pub unknown: Vec<UncheckedRule>,
}

impl PolicyReport {
    /// Whether no known rule is broken.
    pub fn acceptable(&self) -> bool {
        self.rule_results.iter().all(|result| result.ok)
    }
}

#[derive(Debug, Clone, Copy)]
pub struct PersonNames<'a> {
    /// sAMAccountName.
    pub account: &'a str,
    /// displayName.
    pub display: &'a str,
}

/// Judges a password by the municipality's rules and, for a known account, the directory's.
pub fn judge(
    password: &Password,
    local: &LocalRules,
    directory: Option<(&AppliedPolicy, PersonNames<'_>)>,
) -> PolicyReport {
    let mut rule_results = local.judge(password, directory.map(|(_, names)| names));
    let mut unknown = vec![UncheckedRule::History, UncheckedRule::ServerFilter];
    match directory.map(|(policy, names)| (policy.known(), names)) {
        Some((Some(policy), names)) => {
            let (results, unchecked) = policy.judge(password, names);
            rule_results.extend(results);
            unknown.retain(|unknown| *unknown != UncheckedRule::History || policy.history > 0);
            unknown.extend(unchecked);
        }
        _ => unknown.insert(1, UncheckedRule::DirectoryRules),
    }
    PolicyReport { rule_results, unknown }
}

#[cfg(test)]
pub(in crate::domain) mod tests {
    use super::complexity::Dialect;
    use super::*;
    use crate::domain::account::LockoutDuration;

    pub(super) const NAMES: PersonNames<'_> = PersonNames { account: "jesrab01", display: "Jesper Rabe" };

    /// A domain's usual policy.
    pub(in crate::domain) const WINDOWS: DirectoryPolicy = DirectoryPolicy {
        source: PolicySource::Domain,
        dialect: Dialect::Windows,
        min_length: 7,
        complexity: true,
        history: 24,
        min_age: None,
        max_age: None,
        lockout_threshold: 3,
        lockout_duration: LockoutDuration::UntilUnlocked,
    };

    fn broken(password: &str, policy: Option<&AppliedPolicy>) -> Vec<(PolicyRule, PolicySource)> {
        let password = Password::parse(password.to_owned()).unwrap();
        judge(&password, &LocalRules::default(), policy.map(|p| (p, NAMES)))
            .rule_results
            .into_iter()
            .filter(|ruling| !ruling.ok)
            .map(|ruling| (ruling.rule, ruling.source))
            .collect()
    }

    #[test]
    fn each_rule_refuses_a_password_alone() {
        let domain = AppliedPolicy::Known(WINDOWS);
        let broken = |password| broken(password, Some(&domain));
        assert_eq!(broken("Sommaräng1"), [(PolicyRule::ForbiddenCharacters, PolicySource::Local)]);
        assert_eq!(broken("Stolen7"), [(PolicyRule::MinLength, PolicySource::Local)]);
        assert_eq!(broken("gurka-123"), [(PolicyRule::Uppercase, PolicySource::Local)]);
        assert_eq!(broken("Gurka-abc"), [(PolicyRule::Digit, PolicySource::Local)]);
        assert_eq!(broken("KVASTLUT1"), [(PolicyRule::Complexity, PolicySource::Domain)]);
        assert_eq!(
            broken("Jesper-lada-26"),
            [(PolicyRule::ContainsName, PolicySource::Local), (PolicyRule::ContainsName, PolicySource::Domain)]
        );
        assert_eq!(broken("J3sper-lada-26"), [(PolicyRule::ContainsName, PolicySource::Local)]);
        assert_eq!(broken("Sommar2026!"), [(PolicyRule::BannedWord, PolicySource::Local)]);
        assert_eq!(broken("Gurka-123"), []);
    }

    #[test]
    fn unreadable_policy_is_unknown() {
        let unreadable = AppliedPolicy::Unreadable { pso: "Politiker".into() };
        assert_eq!(broken("KVASTLUT1", Some(&unreadable)), []);
        let password = Password::parse("KVASTLUT1".to_owned()).unwrap();
        let report = judge(&password, &LocalRules::default(), Some((&unreadable, NAMES)));
        assert!(report.unknown.contains(&UncheckedRule::DirectoryRules));
    }

    #[test]
    fn what_is_unknown_depends_on_the_policy_that_applies() {
        let no_history = DirectoryPolicy { history: 0, ..WINDOWS };
        for (password, policy, unknown) in [
            ("Gurka-123", None, "history directory_rules server_filter"),
            ("Gurka-123", Some(WINDOWS), "history server_filter"),
            ("Gurka-123", Some(no_history), "server_filter"),
            ("gurka 123", Some(WINDOWS), "history server_filter complexity"),
        ] {
            let policy = policy.map(AppliedPolicy::Known);
            let password = Password::parse(password.to_owned()).unwrap();
            let report = judge(&password, &LocalRules::default(), policy.as_ref().map(|policy| (policy, NAMES)));
            let names: Vec<_> = report.unknown.into_iter().map(UncheckedRule::name).collect();
            assert_eq!(names.join(" "), unknown, "{policy:?}");
        }
    }

    /// `check-policy` without a password reads these out; a rule that asks nothing is not mentioned.
    #[test]
    fn rules_are_told_before_a_password_is_chosen() {
        let told = |demands: Vec<Requirement>| {
            let told = demands.into_iter().map(|Requirement { rule, limit, .. }| match limit {
                Limit::Number(number) => format!("{} {number}", rule.name()),
                Limit::NoneOf(characters) => format!("{} {characters}", rule.name()),
                Limit::OwnWords | Limit::Nothing => rule.name().to_owned(),
            });
            told.collect::<Vec<_>>().join(", ")
        };
        let local = LocalRules::default();
        let usual = "min_length 8, uppercase 1, digit 1, forbidden_characters åäöÅÄÖ, banned_word, max_length 127";
        assert_eq!(told(local.requirements(false)), usual);
        assert_eq!(told(local.requirements(true)), format!("{usual}, contains_name"));
        let none = LocalRules { uppercase: 0, digits: 0, forbidden_characters: String::new(), ..local };
        assert_eq!(told(none.requirements(false)), "min_length 8, banned_word, max_length 127");
        assert_eq!(told(WINDOWS.requirements()), "min_length 7, max_length 256, complexity 3, contains_name");
        let samba = DirectoryPolicy { dialect: Dialect::Samba, min_length: 0, ..WINDOWS };
        assert_eq!(told(samba.requirements()), "complexity 3");
        assert_eq!(
            told(DirectoryPolicy { complexity: false, ..WINDOWS }.requirements()),
            "min_length 7, max_length 256"
        );
    }

    #[test]
    fn password_is_acceptable_when_every_rule_is_kept() {
        let acceptable =
            |text: &str| judge(&Password::parse(text.to_owned()).unwrap(), &LocalRules::default(), None).acceptable();
        assert!(acceptable("Gurka-123") && !acceptable("gurka-123"));
    }

    /// Name parts that make up the whole password are not shown, unless there are several.
    #[test]
    fn whole_password_is_never_shown_as_name_parts() {
        let shown = |password: &str| {
            let password = Password::parse(password.to_owned()).unwrap();
            let policy = AppliedPolicy::Known(WINDOWS);
            let rule_results = judge(&password, &LocalRules::default(), Some((&policy, NAMES))).rule_results;
            let parts = rule_results.into_iter().filter_map(|ruling| match ruling.detail {
                RuleDetail::NameParts { found } => Some((ruling.ok, found.join(" "))),
                _ => None,
            });
            parts.collect::<Vec<_>>()
        };
        let both = |ok, parts: &str| vec![(ok, parts.to_owned()); 2];
        assert_eq!(shown("Gurka-123"), both(true, ""));
        assert_eq!(shown("Jesper-1"), both(false, "Jesper"));
        assert_eq!(shown("Jesper"), both(false, ""));
        assert_eq!(shown("JesperJesrab01"), both(false, "jesrab01"));
    }
}
