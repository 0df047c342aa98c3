//! The directory's password policy, checked before the directory is asked to set a password.

use jiff::SignedDuration;

use super::complexity::{self, CharacterKinds, Dialect};
use super::{PersonNames, PolicyRule, PolicySource, RuleDetail, RuleResult, UncheckedRule};
use crate::domain::account::LockoutDuration;
use crate::domain::password::Password;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryPolicy {
    pub source: PolicySource,
    pub dialect: Dialect,
    /// In UTF-16 units.
    pub min_length: u32,
    pub complexity: bool,
    /// How many earlier passwords are remembered and refused.
    pub history: u32,
    /// How long a password must be kept before it may be changed.
    pub min_age: Option<SignedDuration>,
    /// `None`: passwords never expire.
    pub max_age: Option<SignedDuration>,
    /// Wrong passwords that lock the account; 0: never.
    pub lockout_threshold: u32,
    pub lockout_duration: LockoutDuration,
}

/// The policy that applies to an account, as far as the operator may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppliedPolicy {
    /// The rules that apply.
    Known(DirectoryPolicy),
    /// A fine-grained policy of this name applies but is unreadable. The domain's rules do not apply and are not
    /// substituted.
    Unreadable { pso: String },
}

impl AppliedPolicy {
    pub fn known(&self) -> Option<&DirectoryPolicy> {
        match self {
            Self::Known(policy) => Some(policy),
            Self::Unreadable { .. } => None,
        }
    }

    pub fn source(&self) -> PolicySource {
        match self {
            Self::Known(policy) => policy.source.clone(),
            Self::Unreadable { pso } => PolicySource::Pso(pso.clone()),
        }
    }

    pub fn lockout_duration(&self) -> LockoutDuration {
        self.known().map_or(LockoutDuration::Unknown, |policy| policy.lockout_duration)
    }
}

impl DirectoryPolicy {
    /// Returns the maximum length in UTF-16 units; `None`: unlimited.
    pub fn max_length(&self) -> Option<u32> {
        match self.dialect {
            // PWLEN of lmcons.h, which limits unicodePwd.
            Dialect::Windows => Some(256),
            // Observed with 4.17 and 4.24: accepts 1,000.
            Dialect::Samba => None,
        }
    }

    /// Whether parts of the person's name are refused.
    pub fn refuses_names(&self) -> bool {
        self.complexity && self.dialect == Dialect::Windows
    }

    pub(super) fn judge(
        &self,
        password: &Password,
        names: PersonNames<'_>,
    ) -> (Vec<RuleResult>, Option<UncheckedRule>) {
        let result = |rule, ok, detail| RuleResult { rule, source: self.source.clone(), ok, detail };
        // The directory counts UTF-16 units (MS-SAMR 3.1.1.7.1; observed with Samba).
        let found = password.expose().encode_utf16().count();
        let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let wanted = count(self.min_length);
        let mut results = vec![result(PolicyRule::MinLength, found >= wanted, RuleDetail::Count { found, wanted })];
        if let Some(most) = self.max_length().map(count) {
            results.push(result(PolicyRule::MaxLength, found <= most, RuleDetail::AtMost { found, most }));
        }
        let mut unchecked = None;
        if self.complexity {
            let kinds = CharacterKinds::of(password.expose(), self.dialect);
            let detail = RuleDetail::Count { found: kinds.found.into(), wanted: CharacterKinds::NEEDED.into() };
            match kinds.enough() {
                Some(enough) => results.push(result(PolicyRule::Complexity, enough, detail)),
                None => unchecked = Some(UncheckedRule::Complexity),
            }
        }
        if self.refuses_names() {
            let parts = complexity::name_parts(password.expose(), names.account, names.display);
            let named: usize = parts.iter().map(|part| part.chars().count()).sum();
            let ok = parts.is_empty();
            let detail = RuleDetail::name_parts(parts, named < password.expose().chars().count());
            results.push(result(PolicyRule::ContainsName, ok, detail));
        }
        (results, unchecked)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NAMES, WINDOWS};
    use super::*;

    const SAMBA: DirectoryPolicy = DirectoryPolicy { dialect: Dialect::Samba, ..WINDOWS };

    fn broken(password: &str, policy: &DirectoryPolicy) -> Vec<PolicyRule> {
        let (rule_results, _) = policy.judge(&Password::parse(password.to_owned()).unwrap(), NAMES);
        rule_results.into_iter().filter(|ruling| !ruling.ok).map(|ruling| ruling.rule).collect()
    }

    #[test]
    fn length_is_counted_like_the_server() {
        // Five characters to a reader, seven units to the directory.
        assert_eq!(broken("Aa1😀😀", &WINDOWS), []);
        assert_eq!(broken("Aa1😀x", &WINDOWS), [PolicyRule::MinLength]);
        let long = |n: usize| format!("Aa1{}", "x".repeat(n - 3));
        assert_eq!(broken(&long(256), &WINDOWS), []);
        assert_eq!(broken(&long(257), &WINDOWS), [PolicyRule::MaxLength]);
    }

    #[test]
    fn samba_accepts_names_and_any_length() {
        assert_eq!(broken("Jesper-2026", &WINDOWS), [PolicyRule::ContainsName]);
        assert_eq!(broken("Jesper-2026", &SAMBA), []);
        assert_eq!(broken(&format!("Aa1{}", "x".repeat(1000)), &SAMBA), []);
    }

    #[test]
    fn disputed_kind_of_character_is_unknown() {
        let (rule_results, doubt) = WINDOWS.judge(&Password::parse("Abcdef g".to_owned()).unwrap(), NAMES);
        assert!(
            doubt == Some(UncheckedRule::Complexity)
                && rule_results.iter().all(|ruling| ruling.rule != PolicyRule::Complexity)
        );
    }
}
