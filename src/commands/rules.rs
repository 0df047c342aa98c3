//! Everything a password is held against: the municipality's rules, its list of leaked passwords, and
//! the rules of one account.

use super::Failure;
use crate::domain::account::Account;
use crate::domain::password::Password;
use crate::domain::policy::{
    DirectoryPolicy, Limit, LocalRules, PersonNames, PolicyReport, PolicyRule, PolicySource, Requirement, RuleDetail,
    RuleResult, judge,
};
use crate::ports::BreachedPasswords;

/// What the desk asks of every password.
pub struct Rules<'a> {
    pub local: &'a LocalRules,
    /// Its list of leaked passwords, if it has one.
    pub breached: Option<&'a dyn BreachedPasswords>,
}

impl Rules<'_> {
    /// What the rules ask; those of the directory where an account is named and its policy may be read.
    pub fn requirements(&self, account: Option<&Account>) -> Vec<Requirement> {
        let mut demands = self.local.requirements(account.is_some());
        if self.breached.is_some() {
            demands.push(Requirement {
                rule: PolicyRule::Breached,
                source: PolicySource::Local,
                limit: Limit::Nothing,
            });
        }
        demands.extend(
            account.and_then(|account| account.policy.known()).into_iter().flat_map(DirectoryPolicy::requirements),
        );
        demands
    }

    /// Every rule's answer; those of the directory where an account is named.
    ///
    /// # Errors
    /// [`Failure::BreachedList`] when the list gives no answer: what was not checked is not accepted.
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
