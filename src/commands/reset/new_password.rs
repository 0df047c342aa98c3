//! A new password, and whether anyone but the program knows it. Does not set it.

use crate::commands::caller::{CallerContext, Ports};
use crate::commands::{Failure, Rules};
use crate::domain::account::Account;
use crate::domain::generator::{self, GeneratedKind, GeneratorRequirements};
use crate::domain::password::Password;
use crate::domain::policy::DirectoryPolicy;
use crate::ports::{AccountHistory, Random};

/// Length in characters of a generated password where the directory's policy cannot be read: longer than most require.
const UNREADABLE_LEAST: u32 = 20;

/// Refuses a password that somebody chose where refused ones may have pushed old ones out of the directory's history, so
/// that it could be an old one.
pub(super) async fn may_be_chosen<P: Ports>(account: &Account, context: &CallerContext<'_, P>) -> Result<(), Failure> {
    let now = context.clock.now();
    let recent = context.codes.recent_activity(account.id, context.limits, now).await?;
    match recent.incomplete.allow_only_generated(account, now) {
        true => Err(Failure::OnlyGenerated { account: account.name.to_string() }),
        false => Ok(()),
    }
}

/// A new password, typed, piped or generated.
#[derive(Clone)]
pub(in crate::commands) struct ChosenPassword {
    pub(super) password: Password,
    /// Entropy of a generated password, which nobody else knows.
    pub(super) bits: Option<u32>,
}

impl From<Password> for ChosenPassword {
    fn from(password: Password) -> Self {
        Self { password, bits: None }
    }
}

impl ChosenPassword {
    /// Generates one that follows every rule for the account, or for any if none is given.
    ///
    /// # Errors
    /// [`Failure::NoRandomness`], or [`Failure::NothingToGenerate`] where the rules contradict each other.
    pub(super) fn generate(
        kind: GeneratedKind,
        account: Option<&Account>,
        rules: &Rules<'_>,
        random: &dyn Random,
    ) -> Result<Self, Failure> {
        let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let (local, directory) = (rules.local, account.and_then(|account| account.policy.known()));
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
        let accept = |password: &Password| Ok(rules.judge(password, account)?.acceptable());
        let generated = generator::generate(kind, &wanted, fill, accept)?.ok_or(Failure::NothingToGenerate)?;
        Ok(Self { password: generated.password, bits: Some(generated.bits) })
    }

    pub(super) fn is_generated(&self) -> bool {
        self.bits.is_some()
    }

    /// Adds to a failure that a generated password was set, or may have been, and is known to nobody.
    pub(super) fn or_nobody_knows(&self, account: &Account, failure: Failure) -> Failure {
        match failure {
            // Another operator set the password that is in force, and knows it.
            Failure::AnotherReset { .. } => failure,
            _ if self.is_generated() && failure.left_something() => {
                Failure::NobodyKnows { account: account.name.to_string(), cause: Box::new(failure) }
            }
            _ => failure,
        }
    }
}
