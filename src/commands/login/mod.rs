//! `login`: keeps a secret in the system's keyring. The directory's password is tried first: one that does not let
//! the operator in is never kept.

mod render;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::{Failure, sign_in};
use crate::domain::password::Password;
use crate::domain::secret_entry::{KeyringKind, SecretEntry, SecretKind};
use crate::ports::{AuditTrail, Keyring, KeyringError, NoAnswer, Notice, Operator, Records, SignIn, SignedIn};

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_enum, default_value_t = SecretKind::Directory, value_name = "WHAT")]
    pub(crate) what: SecretKind,
    #[arg(long)]
    pub(crate) password_stdin: bool,
}

impl Args {
    /// The secret, piped or asked for.
    ///
    /// # Errors
    /// No terminal, the operator's silence, or a text that cannot be a password.
    pub fn secret(&self, entry: &SecretEntry, operator: &dyn Operator) -> Result<Password, Failure> {
        let silence = |why| Failure::NoAnswer { why, option: "--password-stdin" };
        if self.password_stdin {
            let line = operator.piped_line().map_err(silence)?;
            let secret = Password::parse(line).map_err(|_| Failure::NotAPassword)?;
            return Ok(warned(secret, operator));
        }
        if !operator.can_answer() {
            return Err(silence(NoAnswer::NoTerminal));
        }
        operator.ask_secret(entry).map_err(silence).map(|secret| warned(secret, operator))
    }
}

/// A secret that others have set is what it is; what of it does not show may still be a slip.
fn warned(secret: Password, operator: &dyn Operator) -> Password {
    let hidden = secret.hidden();
    if !hidden.is_empty() {
        operator.tell(&Notice::SecretHides(&hidden));
    }
    secret
}

/// Whether the keyring would take something: nobody types a password for nothing.
pub fn look(entry: &SecretEntry, keyring: &dyn Keyring) -> Result<(), Failure> {
    match keyring.read(entry) {
        // What is kept there now is replaced, whatever it is.
        Ok(_) | Err(KeyringError::NoEntry | KeyringError::Refused(_)) => Ok(()),
        Err(error) => Err(Failure::Keyring { entry: entry.clone(), error }),
    }
}

/// Tries the directory's password, records that, and keeps it.
///
/// # Errors
/// The directory's, the store's and the keyring's; nothing is kept then.
pub async fn directory<R: Records>(
    entry: SecretEntry,
    secret: Password,
    keyring: &dyn Keyring,
    door: &impl SignIn,
    trail: &AuditTrail<'_, R>,
) -> Result<Outcome, Failure> {
    let signed_in = door.sign_in(secret.clone().into()).await;
    signed_in.iter().for_each(|signed_in| trail.identify_operator(&signed_in.operator));
    sign_in::record(signed_in.as_ref().map(|signed_in| signed_in.server.clone()), trail).await?;
    let signed_in = signed_in?;
    let ring = keep(&entry, &secret, keyring)?;
    Ok(Outcome { entry, ring, signed_in: Some(signed_in) })
}

/// Keeps a secret that cannot be tried without leaving traces at others.
pub fn untried(entry: SecretEntry, secret: &Password, keyring: &dyn Keyring) -> Result<Outcome, Failure> {
    let ring = keep(&entry, secret, keyring)?;
    Ok(Outcome { entry, ring, signed_in: None })
}

fn keep(entry: &SecretEntry, secret: &Password, keyring: &dyn Keyring) -> Result<KeyringKind, Failure> {
    keyring.write(entry, secret).map_err(|error| Failure::Keyring { entry: entry.clone(), error })
}

#[derive(Debug)]
pub struct Outcome {
    pub entry: SecretEntry,
    pub ring: KeyringKind,
    /// Where it was tried; `None`: it was not.
    pub signed_in: Option<SignedIn>,
}

impl ValueEnum for SecretKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}
