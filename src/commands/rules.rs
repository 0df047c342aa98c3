//! Checks a password against the local rules, the list of leaked passwords, and the rules of one account.

use super::Failure;
use crate::domain::account::Account;
use crate::domain::password::Password;
use crate::domain::policy::{
    DirectoryPolicy, Limit, LocalRules, PersonNames, PolicyReport, PolicyRule, PolicySource, Requirement, RuleDetail,
    RuleResult, judge,
};
use crate::ports::BreachedPasswords;

/// The organisation's rules for every password.
pub struct Rules<'a> {
    pub local: &'a LocalRules,
    /// The list of leaked passwords, if there is one.
    pub breached: Option<&'a dyn BreachedPasswords>,
}

impl Rules<'_> {
    /// All requirements, with the directory's if an account is given and its policy can be read.
    pub fn requirements(&self, account: Option<&Account>) -> Vec<Requirement> {
        let mut requirements = self.local.requirements(account.is_some());
        if self.breached.is_some() {
            requirements.push(Requirement {
                rule: PolicyRule::Breached,
                source: PolicySource::Local,
                limit: Limit::Nothing,
            });
        }
        requirements.extend(
            account.and_then(|account| account.policy.known()).into_iter().flat_map(DirectoryPolicy::requirements),
        );
        requirements
    }

    /// The result of every rule, with the directory's if an account is given.
    ///
    /// # Errors
    /// [`Failure::BreachedList`] if the list cannot be read: an unchecked password is not accepted.
    pub fn judge(&self, password: &Password, account: Option<&Account>) -> Result<PolicyReport, Failure> {
        let directory = account.map(|account| {
            (&account.policy, PersonNames { account: account.name.as_str(), display: &account.display_name })
        });
        let mut report = judge(password, self.local, directory);
        if let Some(list) = self.breached {
            let times = list.times_seen(password)?;
            let (rule, source, detail) = (PolicyRule::Breached, PolicySource::Local, RuleDetail::Leaks { times });
            report.rule_results.push(RuleResult { rule, source, ok: times == 0, detail });
        }
        Ok(report)
    }
}
