//! Decides whether a password would be accepted, with the answer of every rule of the organisation and of the
//! directory.

pub mod banned;
pub mod complexity;
mod directory;
mod local;
mod name;
mod requirements;

pub use directory::{AppliedPolicy, DirectoryPolicy};
pub use local::LocalRules;
pub use requirements::{Limit, Requirement};

use super::password::{InvisibleCharacters, Password};

/// Who makes a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PolicySource {
    /// The organisation, in the configuration.
    Local,
    /// The directory's domain-wide policy.
    Domain,
    /// The fine-grained policy (password settings object) of this name.
    Pso(String),
}

/// A rule. The names in JSON are those of [`name`](Self::name).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PolicyRule {
    MinLength,
    Uppercase,
    Digit,
    ForbiddenCharacters,
    BannedWord,
    Complexity,
    ContainsName,
    MaxLength,
    Hidden,
    Breached,
}

impl PolicyRule {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::MinLength => "min_length",
            Self::Uppercase => "uppercase",
            Self::Digit => "digit",
            Self::ForbiddenCharacters => "forbidden_characters",
            Self::BannedWord => "banned_word",
            Self::Complexity => "complexity",
            Self::ContainsName => "contains_name",
            Self::MaxLength => "max_length",
            Self::Hidden => "invisible_characters",
            Self::Breached => "breached",
        }
    }
}

/// The answer of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RuleResult {
    /// The rule.
    pub rule: PolicyRule,
    /// Who makes it.
    pub source: PolicySource,
    /// Whether the password complies.
    pub ok: bool,
    /// What was found and what is required. Contains no part of the password except the characters, words and name
    /// parts that the caller must avoid.
    pub detail: RuleDetail,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RuleDetail {
    /// A count with a minimum.
    Count {
        /// The count.
        found: usize,
        /// The minimum.
        wanted: usize,
    },
    /// A count with a maximum.
    AtMost {
        /// The count.
        found: usize,
        /// The maximum.
        most: usize,
    },
    /// Forbidden characters.
    Characters {
        /// Those in the password.
        found: String,
        /// All forbidden characters.
        forbidden: String,
    },
    /// Parts of the person's name.
    NameParts {
        /// Those in the password; empty also when they are the whole password, which must not be shown.
        found: Vec<String>,
    },
    /// Occurrences in leaks.
    Leaks {
        /// How many times it was leaked; 0: never.
        times: u64,
    },
    /// Invisible characters.
    Hidden(InvisibleCharacters),
    /// Common words.
    Words {
        /// Those in the password, as written in the list; empty also when one of them is the whole password, which must
        /// not be shown.
        found: Vec<String>,
        /// How many more characters the password needs; 0 when it complies.
        missing: usize,
    },
}

impl RuleDetail {
    /// Name parts to show: all of them if the password contains `more`, else only the first of several, so that the
    /// password is not shown.
    fn name_parts(mut parts: Vec<String>, more: bool) -> Self {
        if !more {
            parts.truncate(usize::from(parts.len() > 1));
        }
        Self::NameParts { found: parts }
    }
}

/// What is unknown until the directory is asked to set the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UncheckedRule {
    /// Whether the password was used before.
    History,
    /// The directory's rules: no account was given, or its policy cannot be read.
    DirectoryRules,
    /// Whether the password is complex enough: servers classify one of its characters differently.
    Complexity,
    /// Whether a password filter on the server refuses it.
    ServerFilter,
}

impl UncheckedRule {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::History => "history",
            Self::DirectoryRules => "directory_rules",
            Self::Complexity => "complexity",
            Self::ServerFilter => "server_filter",
        }
    }
}

/// The answers of all rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyReport {
    /// The answers, the organisation's rules first.
    pub rule_results: Vec<RuleResult>,
    /// What is unknown.
    pub unknown: Vec<UncheckedRule>,
}

impl PolicyReport {
    /// Whether the password complies with all known rules.
    pub fn acceptable(&self) -> bool {
        self.rule_results.iter().all(|ruling| ruling.ok)
    }
}

/// The names of the person that a password is for.
#[derive(Debug, Clone, Copy)]
pub struct PersonNames<'a> {
    /// sAMAccountName.
    pub account: &'a str,
    /// displayName.
    pub display: &'a str,
}

/// Applies the organisation's rules and, where an account is known, the directory's.
pub fn judge(
    password: &Password,
    local: &LocalRules,
    directory: Option<(&AppliedPolicy, PersonNames<'_>)>,
) -> PolicyReport {
    let mut rule_results = local.judge(password, directory.map(|(_, names)| names));
    let mut unknown = vec![UncheckedRule::History, UncheckedRule::ServerFilter];
    match directory.map(|(policy, names)| (policy.known(), names)) {
        Some((Some(policy), names)) => {
            let (of_directory, doubt) = policy.judge(password, names);
            rule_results.extend(of_directory);
            unknown.retain(|unknown| *unknown != UncheckedRule::History || policy.history > 0);
            unknown.extend(doubt);
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
            let told = demands.into_iter().map(|Requirement { rule, asks, .. }| match asks {
                Limit::Number(number) => format!("{} {number}", rule.name()),
                Limit::NoneOf(characters) => format!("{} {characters}", rule.name()),
                Limit::Nothing => rule.name().to_owned(),
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
