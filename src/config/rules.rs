//! `[verification]`, `[password_policy]`, `[reset]` and `[protected]`: what is allowed and required.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use jiff::SignedDuration;

use crate::domain::limits::CodeLimits;
use crate::domain::must_change::MustChangePolicy;
use crate::domain::owner_notice::NotifyPolicy;
use crate::domain::policy::LocalRules;
use crate::domain::policy::banned::BannedWordsScope;
use crate::domain::warnings::MobileRules;
use crate::text::Alternatives;

use super::kind::{self, Word};
use super::origin::{Optional, Origin, Setting};
use super::problem::{Problem, Unfit};
use super::reader::SettingsReader;

/// The longest password of Active Directory.
const LONGEST: u32 = 256;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    pub limits: CodeLimits,
    /// When a number counts as new, and what follows.
    pub mobile: MobileRules,
    /// Whether an operator may identify a caller without a code.
    pub allow_identified_by: Setting<bool>,
    /// Whether the caller's manager may vouch for them.
    pub manager: Setting<bool>,
    /// Those who may do so when verification is closed, by their names in the directory.
    pub supervisors: Setting<Vec<String>>,
    /// After which changes the owner of an account is told by SMS.
    pub notify: Setting<NotifyPolicy>,
}

impl Verification {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        let default = CodeLimits::default();
        let days = reader.or("verification.mobile_age_days", 14, kind::number(0..=3650));
        let require_settled = reader.or("verification.require_settled_mobile", false, kind::boolean);
        reader.refuse(never_new(&days, &require_settled));
        Self {
            limits: CodeLimits {
                lifetime: reader.seconds("verification.code_lifetime_seconds", default.lifetime, 30..=3600),
                attempts: reader.count("verification.attempts", default.attempts, 10),
                resend: reader.seconds("verification.resend_seconds", default.resend, 0..=3600),
                sends_per_hour: reader.count("verification.sends_per_hour", default.sends_per_hour, 100),
                sends_per_day: reader.count("verification.sends_per_day", default.sends_per_day, 1000),
                wrong_codes_per_day: reader.count("verification.wrong_codes_per_day", default.wrong_codes_per_day, 100),
                lockout: reader.value("verification.lockout_minutes", default.lockout, kind::minutes(1..=1440)),
                resets_per_day: reader.count("verification.resets_per_day", default.resets_per_day, 100),
                window: reader.seconds("verification.window_seconds", default.window, 0..=28800),
            },
            mobile: MobileRules {
                new_for: (days.value > 0).then(|| SignedDuration::from_hours(i64::from(days.value) * 24)),
                require_settled: require_settled.value,
            },
            allow_identified_by: reader.or("verification.allow_identified_by", false, kind::boolean),
            manager: reader.or("verification.manager", false, kind::boolean),
            supervisors: reader.or("verification.supervisors", Vec::new(), kind::list(kind::line)),
            notify: reader.or("verification.notify", NotifyPolicy::default(), kind::word),
        }
    }

    /// What may prove who a caller is, besides a code to their own mobile.
    pub fn alternatives(&self) -> Alternatives {
        let identified_by = self.allow_identified_by.value;
        let supervisor = identified_by && !self.supervisors.value.is_empty();
        Alternatives { manager: self.manager.value, identified_by, supervisor }
    }
}

impl Word for NotifyPolicy {
    const WORDS: &'static [(&'static str, Self)] = &[("reset", Self::Reset), ("all", Self::All), ("off", Self::Off)];
}

impl SettingsReader<'_> {
    fn count(&mut self, key: &'static str, default: u32, most: u32) -> u32 {
        self.value(key, default, kind::number(1..=most))
    }

    fn seconds(&mut self, key: &'static str, default: SignedDuration, range: RangeInclusive<u32>) -> SignedDuration {
        self.value(key, default, kind::seconds(range))
    }
}

/// A number that is never new always counts as settled, so the two together would protect nobody.
fn never_new(days: &Setting<u32>, require_settled: &Setting<bool>) -> Option<Problem> {
    (require_settled.value && days.value == 0).then(|| require_settled.unfit(Unfit::NeverNew))
}

impl Word for BannedWordsScope {
    const WORDS: &'static [(&'static str, Self)] = &[("on", Self::On), ("names", Self::Names), ("off", Self::Off)];
}

/// `[password_policy]`: the municipality's rules, on top of the domain's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// The rules without the organisation's own banned words, whose file is not opened here.
    pub rules: LocalRules,
    /// Which words must not make up most of a password.
    pub banned_words: BannedWordsScope,
    /// A file of words that must not make up most of a password.
    pub banned_words_file: Optional<PathBuf>,
    /// The list of leaked passwords, ordered by hash.
    pub breached_passwords_file: Optional<PathBuf>,
}

impl PasswordPolicy {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        let default = LocalRules::default();
        let count = || kind::number(0..=LONGEST);
        let forbidden = default.forbidden_characters;
        let least = reader.or("password_policy.min_length", default.min_length, count());
        let most = reader.or("password_policy.max_length", default.max_length, kind::number(1..=LONGEST));
        reader.refuse(no_room(&least, &most));
        Self {
            rules: LocalRules {
                min_length: least.value,
                max_length: most.value,
                uppercase: reader.value("password_policy.uppercase", default.uppercase, count()),
                digits: reader.value("password_policy.digits", default.digits, count()),
                forbidden_characters: reader.value("password_policy.forbidden_characters", forbidden, kind::text),
                banned_words: default.banned_words,
            },
            banned_words: reader.value("password_policy.banned_words", BannedWordsScope::On, kind::word),
            banned_words_file: reader.optional("password_policy.banned_words_file", kind::path),
            breached_passwords_file: reader.optional("password_policy.breached_passwords_file", kind::path),
        }
    }
}

/// No password meets both limits. Reported for the one that was set.
fn no_room(least: &Setting<u32>, most: &Setting<u32>) -> Option<Problem> {
    let set = if most.origin == Origin::Default { least } else { most };
    (most.value < least.value).then(|| set.unfit(Unfit::NoRoom { least: least.value, most: most.value }))
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reset {
    /// Whether a new password must be changed at the next sign-in, unless the command line decides.
    pub must_change: Setting<MustChangePolicy>,
}

impl Reset {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        Self { must_change: reader.or("reset.must_change", MustChangePolicy::AtWorkplace, kind::must_change) }
    }
}

/// `[protected]`: accounts that are never touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    /// Groups whose members are protected, beside a domain's built-in administrators. May be empty.
    pub groups: Setting<Vec<String>>,
    /// DNs of units whose accounts are protected.
    pub units: Setting<Vec<String>>,
    /// Whether the operator's own account and the supervisors' are protected.
    pub operators: Setting<bool>,
}

impl Protected {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        let default = vec!["Domain Admins".to_owned(), "Enterprise Admins".to_owned()];
        Self {
            groups: reader.or("protected.groups", default, kind::groups),
            units: reader.or("protected.units", Vec::new(), kind::units),
            operators: reader.or("protected.operators", true, kind::boolean),
        }
    }
}
