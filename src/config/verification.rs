//! `[verification]`: how a caller is verified, and within which limits.

use std::ops::RangeInclusive;

use jiff::SignedDuration;

use super::kind::{self, Word};
use super::origin::Setting;
use super::problem::{Problem, Unfit};
use super::reader::SettingsReader;
use crate::domain::limits::CodeLimits;
use crate::domain::owner_notice::NotifyPolicy;
use crate::domain::warnings::MobileRules;
use crate::text::Alternatives;

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
