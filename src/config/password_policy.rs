//! `[password_policy]`: the municipality's rules, on top of the domain's.

use std::path::PathBuf;

use super::kind::{self, Word};
use super::origin::{Optional, Origin, Setting};
use super::problem::{Problem, Unfit};
use super::reader::SettingsReader;
use crate::domain::policy::LocalRules;
use crate::domain::policy::banned::BannedWordsScope;

/// The longest password of Active Directory.
const LONGEST: u32 = 256;

impl Word for BannedWordsScope {
    const WORDS: &'static [(&'static str, Self)] = &[("on", Self::On), ("names", Self::Names), ("off", Self::Off)];
}

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
