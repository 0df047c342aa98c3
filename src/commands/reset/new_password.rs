//! The password that a reset sets, and whether anyone else knows it. Does not set it.

use crate::commands::{Failure, Rules};
use crate::domain::account::Account;
use crate::domain::generator::{self, GeneratedKind, GeneratorRequirements};
use crate::domain::password::Password;
use crate::domain::policy::DirectoryPolicy;
use crate::ports::{Random, WriteError};

/// What is made where the directory's policy may not be read, in characters: longer than most ask for. Less where no more is allowed.
const UNREADABLE_LEAST: u32 = 20;

/// A password on its way to the directory.
pub(in crate::commands) struct ChosenPassword {
    pub(super) password: Password,
    /// How random it is, where the program made it, so that nobody else knows it.
    pub(super) bits: Option<u32>,
}

impl From<Password> for ChosenPassword {
    fn from(password: Password) -> Self {
        Self { password, bits: None }
    }
}

impl From<generator::GeneratedPassword> for ChosenPassword {
    fn from(made: generator::GeneratedPassword) -> Self {
        Self { password: made.password, bits: Some(made.bits) }
    }
}

impl ChosenPassword {
    /// Has one made that keeps every rule for the account.
    ///
    /// # Errors
    /// No random bytes; or the rules leave nothing to draw from.
    pub(super) fn generate(
        kind: GeneratedKind,
        account: &Account,
        rules: &Rules<'_>,
        random: &dyn Random,
    ) -> Result<Self, Failure> {
        let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let (local, directory) = (rules.local, account.policy.known());
        let most = directory.and_then(DirectoryPolicy::max_length).unwrap_or(u32::MAX).min(local.max_length);
        let unreadable = UNREADABLE_LEAST.min(most);
        let least = directory.map_or(unreadable, |policy| policy.min_length).max(local.min_length);
        let wanted = GeneratorRequirements {
            min_length: count(least),
            max_length: count(most),
            uppercase: count(local.uppercase),
            digits: count(local.digits),
            forbidden: &local.forbidden_characters,
        };
        let fill = |buffer: &mut [u8]| random.fill(buffer).map_err(Failure::from);
        let accept = |password: &Password| Ok(rules.judge(password, Some(account))?.acceptable());
        generator::generate(kind, &wanted, fill, accept)?.map(Self::from).ok_or(Failure::NothingToGenerate)
    }

    /// Whether the program made it, so that nobody else knows it.
    pub(super) fn is_made(&self) -> bool {
        self.bits.is_some()
    }

    /// A failure after a password that was made had been set, or may have been.
    pub(super) fn or_nobody_knows(&self, failure: Failure) -> Failure {
        let account = match &failure {
            _ if !self.is_made() => return failure,
            Failure::LockedAgain { account }
            | Failure::NotReadBack { account, .. }
            | Failure::NotRecorded { account, .. }
            | Failure::Change { account, error: WriteError::NoAnswer { .. } | WriteError::Partial { .. } } => {
                account.clone()
            }
            _ => return failure,
        };
        Failure::NobodyKnows { account, cause: Box::new(failure) }
    }
}
