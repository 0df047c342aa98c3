//! Would this password be accepted, and if not, why: the municipality's rules and the directory's,
//! each with its own answer.

pub mod banned;
pub mod complexity;
mod demands;
mod directory;
mod local;
mod name;

pub use demands::{Asks, Demand};
pub use directory::{AppliedPolicy, DirectoryPolicy};
pub use local::LocalRules;

use super::password::{Hidden, Password};

/// Who makes a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Source {
    /// The municipality, in the configuration.
    Local,
    /// The directory's domain-wide policy.
    Domain,
    /// A fine-grained policy (password settings object) of this name.
    Pso(String),
}

/// One rule, by the name it has in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Rule {
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

impl Rule {
    /// The name scripts see.
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

/// One rule's answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ruling {
    /// Which rule.
    pub rule: Rule,
    /// Who makes it.
    pub source: Source,
    /// Whether the password keeps it.
    pub ok: bool,
    /// What was found and what was wanted. Never a part of the password, but for the characters,
    /// words and name parts that are named so that the caller can leave them out.
    pub detail: Detail,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Detail {
    /// A count of characters, and the least that is wanted.
    Count {
        /// Found.
        found: usize,
        /// Wanted.
        wanted: usize,
    },
    /// A count of characters, and the most that is taken.
    AtMost {
        /// Found.
        found: usize,
        /// The most.
        most: usize,
    },
    /// Characters that may not occur.
    Characters {
        /// Those that were found; empty when all is well.
        found: String,
        /// All of them.
        forbidden: String,
    },
    /// Parts of the person's name.
    NameParts {
        /// Those that were found; empty when all is well, and when they are the whole password, which is not to be
        /// shown.
        found: Vec<String>,
    },
    /// How many times it was seen in leaks.
    Leaks {
        /// 0: never.
        times: u64,
    },
    /// What nobody sees of it.
    Hidden(Hidden),
    /// Common words.
    Words {
        /// Those that were found, as they are written in the list; empty when all is well, and when one of them is the
        /// whole password, which is not to be shown.
        found: Vec<String>,
        /// How many characters of its own the password lacks; 0 when all is well.
        missing: usize,
    },
}

impl Detail {
    /// The parts of a name, all of them if there is `more` in the password than they are: to name them would else be to
    /// name the password.
    fn name_parts(mut parts: Vec<String>, more: bool) -> Self {
        if !more {
            parts.truncate(usize::from(parts.len() > 1));
        }
        Self::NameParts { found: parts }
    }
}

/// What could not be known before the directory is asked to set the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// Whether it was used before.
    History,
    /// The directory's rules: no account was named, or its policy may not be read.
    DirectoryRules,
    /// Whether the kinds of character are enough: servers read one of these characters differently.
    Complexity,
    /// Whether an extra filter on the server refuses it.
    ServerFilter,
}

impl Unknown {
    /// The name scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::History => "history",
            Self::DirectoryRules => "directory_rules",
            Self::Complexity => "complexity",
            Self::ServerFilter => "server_filter",
        }
    }
}

/// All rules' answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The rules, the municipality's first.
    pub rulings: Vec<Ruling>,
    /// What is not known.
    pub unknown: Vec<Unknown>,
}

impl Report {
    /// Whether no known rule is broken.
    pub fn acceptable(&self) -> bool {
        self.rulings.iter().all(|ruling| ruling.ok)
    }
}

/// The person a password is for, as far as the rules look at names.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// sAMAccountName.
    pub account: &'a str,
    /// displayName.
    pub display: &'a str,
}

/// Holds a password against the municipality's rules and, where an account is known, against the
/// directory's.
pub fn judge(password: &Password, local: &LocalRules, directory: Option<(&AppliedPolicy, Names<'_>)>) -> Report {
    let mut rulings = local.judge(password, directory.map(|(_, names)| names));
    let mut unknown = vec![Unknown::History, Unknown::ServerFilter];
    match directory.map(|(policy, names)| (policy.known(), names)) {
        Some((Some(policy), names)) => {
            let (of_directory, doubt) = policy.judge(password, names);
            rulings.extend(of_directory);
            unknown.retain(|unknown| *unknown != Unknown::History || policy.history > 0);
            unknown.extend(doubt);
        }
        _ => unknown.insert(1, Unknown::DirectoryRules),
    }
    Report { rulings, unknown }
}

#[cfg(test)]
mod tests {
    use super::complexity::Dialect;
    use super::*;
    use crate::domain::account::LockoutDuration;

    const NAMES: Names<'_> = Names { account: "jesrab01", display: "Jesper Rabe" };

    fn domain() -> AppliedPolicy {
        AppliedPolicy::Known(DirectoryPolicy {
            source: Source::Domain,
            dialect: Dialect::Windows,
            min_length: 7,
            complexity: true,
            history: 24,
            min_age: None,
            max_age: None,
            lockout_threshold: 3,
            lockout_duration: LockoutDuration::UntilUnlocked,
        })
    }

    fn broken(password: &str, policy: Option<&AppliedPolicy>) -> Vec<(Rule, Source)> {
        let password = Password::parse(password.to_owned()).unwrap();
        judge(&password, &LocalRules::default(), policy.map(|p| (p, NAMES)))
            .rulings
            .into_iter()
            .filter(|ruling| !ruling.ok)
            .map(|ruling| (ruling.rule, ruling.source))
            .collect()
    }

    #[test]
    fn each_rule_alone() {
        let domain = domain();
        let broken = |password| broken(password, Some(&domain));
        assert_eq!(broken("Sommaräng1"), [(Rule::ForbiddenCharacters, Source::Local)]);
        assert_eq!(broken("Stolen7"), [(Rule::MinLength, Source::Local)]);
        assert_eq!(broken("gurka-123"), [(Rule::Uppercase, Source::Local)]);
        assert_eq!(broken("Gurka-abc"), [(Rule::Digit, Source::Local)]);
        assert_eq!(broken("KVASTLUT1"), [(Rule::Complexity, Source::Domain)]);
        assert_eq!(
            broken("Jesper-lada-26"),
            [(Rule::ContainsName, Source::Local), (Rule::ContainsName, Source::Domain)]
        );
        assert_eq!(broken("J3sper-lada-26"), [(Rule::ContainsName, Source::Local)]);
        assert_eq!(broken("Sommar2026!"), [(Rule::BannedWord, Source::Local)]);
        assert_eq!(broken("Gurka-123"), []);
    }

    #[test]
    fn what_may_not_be_read_is_not_guessed() {
        let unreadable = AppliedPolicy::Unreadable { pso: "Politiker".into() };
        assert_eq!(broken("KVASTLUT1", Some(&unreadable)), []);
        let password = Password::parse("KVASTLUT1".to_owned()).unwrap();
        let report = judge(&password, &LocalRules::default(), Some((&unreadable, NAMES)));
        assert!(report.unknown.contains(&Unknown::DirectoryRules));
    }
}
