//! Would this password be accepted, and if not, why: the municipality's rules and the directory's,
//! each with its own answer.

pub mod banned;
pub mod complexity;
mod local;
mod name;

use jiff::SignedDuration;

pub use local::LocalRules;

use self::complexity::{Dialect, Kinds};
use super::account::LockoutDuration;
use super::password::Password;

/// The directory's password rules for one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryPolicy {
    /// Which policy this is.
    pub source: Source,
    /// How its controllers read it.
    pub dialect: Dialect,
    /// Shortest password, in UTF-16 units.
    pub min_length: u32,
    /// Whether the complexity rule applies.
    pub complexity: bool,
    /// How many earlier passwords are remembered and refused.
    pub history: u32,
    /// How long a password must be kept before it may be changed again.
    pub min_age: Option<SignedDuration>,
    /// How long a password lasts; `None`: for ever.
    pub max_age: Option<SignedDuration>,
    /// Wrong tries that lock the account; 0: never.
    pub lockout_threshold: u32,
    /// How long such a lock lasts.
    pub lockout_duration: LockoutDuration,
}

/// The policy that applies to an account, as far as the operator may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppliedPolicy {
    /// Known in full.
    Known(DirectoryPolicy),
    /// A fine-grained policy applies that this operator may not read. The domain's rules are not
    /// put in its place: they do not apply.
    Unreadable {
        /// Its name.
        pso: String,
    },
}

impl AppliedPolicy {
    /// The rules, where they may be read.
    pub fn known(&self) -> Option<&DirectoryPolicy> {
        match self {
            Self::Known(policy) => Some(policy),
            Self::Unreadable { .. } => None,
        }
    }

    /// Which policy it is.
    pub fn source(&self) -> Source {
        match self {
            Self::Known(policy) => policy.source.clone(),
            Self::Unreadable { pso } => Source::Pso(pso.clone()),
        }
    }

    /// How long a lock lasts under it.
    pub fn lockout_duration(&self) -> LockoutDuration {
        self.known().map_or(LockoutDuration::Unknown, |policy| policy.lockout_duration)
    }
}

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
    /// The name part found, if any.
    NamePart(Option<String>),
    /// How many times it was seen in leaks.
    Leaks {
        /// 0: never.
        times: u64,
    },
    /// Common words.
    Words {
        /// Those that were found, as they are written in the list; empty when all is well, and when one of them is the
        /// whole password, which is not to be shown.
        found: Vec<String>,
        /// How many characters of its own the password lacks; 0 when all is well.
        missing: usize,
    },
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
            unknown.extend(doubt);
        }
        _ => unknown.insert(1, Unknown::DirectoryRules),
    }
    Report { rulings, unknown }
}

impl DirectoryPolicy {
    /// The longest password it takes, in UTF-16 units; `None`: any.
    pub fn max_length(&self) -> Option<u32> {
        match self.dialect {
            // PWLEN of lmcons.h, to which the value of unicodePwd is held.
            Dialect::Windows => Some(256),
            // Seen with 4.17 and 4.24: takes 1,000.
            Dialect::Samba => None,
        }
    }

    /// Whether a part of the person's name is refused.
    pub fn refuses_names(&self) -> bool {
        self.complexity && self.dialect == Dialect::Windows
    }

    fn judge(&self, password: &Password, names: Names<'_>) -> (Vec<Ruling>, Option<Unknown>) {
        let ruling = |rule, ok, detail| Ruling { rule, source: self.source.clone(), ok, detail };
        // The directory counts UTF-16 units (MS-SAMR 3.1.1.7.1; seen with Samba).
        let found = password.expose().encode_utf16().count();
        let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let wanted = count(self.min_length);
        let mut rulings = vec![ruling(Rule::MinLength, found >= wanted, Detail::Count { found, wanted })];
        if let Some(most) = self.max_length().map(count) {
            rulings.push(ruling(Rule::MaxLength, found <= most, Detail::AtMost { found, most }));
        }
        let mut doubt = None;
        if self.complexity {
            let kinds = Kinds::of(password.expose(), self.dialect);
            let detail = Detail::Count { found: kinds.found.into(), wanted: Kinds::NEEDED.into() };
            match kinds.enough() {
                Some(enough) => rulings.push(ruling(Rule::Complexity, enough, detail)),
                None => doubt = Some(Unknown::Complexity),
            }
        }
        if self.refuses_names() {
            let part = complexity::name_part(password.expose(), names.account, names.display);
            rulings.push(ruling(Rule::ContainsName, part.is_none(), Detail::NamePart(part)));
        }
        (rulings, doubt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: Names<'_> = Names { account: "jesrab01", display: "Jesper Rabe" };

    fn domain() -> AppliedPolicy {
        AppliedPolicy::Known(policy())
    }

    fn policy() -> DirectoryPolicy {
        DirectoryPolicy {
            source: Source::Domain,
            dialect: Dialect::Windows,
            min_length: 7,
            complexity: true,
            history: 24,
            min_age: None,
            max_age: None,
            lockout_threshold: 3,
            lockout_duration: LockoutDuration::UntilUnlocked,
        }
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
    fn length_counts_as_the_server_counts() {
        let domain = domain();
        // Five characters to a reader, seven units to the directory.
        assert_eq!(broken("Aa1😀😀", Some(&domain)), [(Rule::MinLength, Source::Local)]);
        let long = |n: usize| format!("Aa1{}", "x".repeat(n - 3));
        assert_eq!(broken(&long(256), Some(&domain)), []);
        assert_eq!(broken(&long(257), Some(&domain)), [(Rule::MaxLength, Source::Domain)]);
    }

    #[test]
    fn samba_takes_names_and_any_length() {
        let samba = AppliedPolicy::Known(DirectoryPolicy { dialect: Dialect::Samba, ..policy() });
        assert_eq!(broken("Jesper-2026", Some(&samba)), []);
        assert_eq!(broken(&format!("Aa1{}", "x".repeat(1000)), Some(&samba)), []);
    }

    #[test]
    fn a_kind_that_servers_dispute_is_unknown() {
        let password = Password::parse("Abcdef g".to_owned()).unwrap();
        let report = judge(&password, &LocalRules { digits: 0, ..LocalRules::default() }, Some((&domain(), NAMES)));
        assert!(report.acceptable() && report.unknown.contains(&Unknown::Complexity));
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
