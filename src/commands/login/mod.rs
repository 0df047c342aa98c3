//! `login`: stores a secret in the system's keyring. A directory password is tried first, and stored only if it lets the
//! operator in.

pub(in crate::commands) mod render;

use std::path::PathBuf;

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
    #[arg(long, value_name = "NAME", value_parser = super::free_text)]
    pub(crate) user: Option<String>,
    /// The configuration that `init` has just written. The questions then follow anew when the directory refuses the
    /// sign-in.
    #[arg(skip)]
    pub(crate) written: Option<PathBuf>,
}

/// The operator's name, stored where the configuration has none: in an entry of its own, beside the password's.
#[derive(Debug)]
pub struct StoredName {
    pub entry: SecretEntry,
    /// The name that is stored.
    pub former: Option<String>,
}

impl StoredName {
    /// Reads the stored name, and checks that the keyring works before the operator types anything.
    pub fn look(entry: SecretEntry, keyring: &dyn Keyring) -> Result<Self, Failure> {
        match keyring.read(&entry) {
            Ok((name, _)) => Ok(Self { entry, former: Some(name.expose().to_owned()) }),
            Err(KeyringError::NoEntry | KeyringError::Refused(_)) => Ok(Self { entry, former: None }),
            Err(error) => Err(Failure::Keyring { entry, error }),
        }
    }

    /// Stores the name of a password that is stored, and deletes the password of the former.
    fn store(&self, user: &str, keyring: &dyn Keyring) -> Result<(), Failure> {
        let name = Password::parse(user.to_owned()).map_err(|_| Failure::NotAPassword)?;
        store(&self.entry, &name, keyring)?;
        if let Some(former) = self.former.as_ref().filter(|former| former.to_lowercase() != user.to_lowercase()) {
            let entry = SecretEntry { user: former.clone(), ..self.entry.clone() };
            match keyring.delete(&entry) {
                Ok(()) | Err(KeyringError::NoEntry) => {}
                Err(error) => return Err(Failure::Keyring { entry, error }),
            }
        }
        Ok(())
    }
}

impl Args {
    /// The operator's name: the option, or else asked for.
    pub fn user(&self, stored: &StoredName, operator: &dyn Operator) -> Result<String, Failure> {
        let option = "--user";
        let no_answer = |why| Failure::NoAnswer { why, option };
        match (&self.user, &stored.former) {
            (Some(user), _) => Ok(user.clone()),
            // A new password for the same operator needs no terminal.
            (None, Some(former)) if !operator.can_answer() => Ok(former.clone()),
            (None, None) if !operator.can_answer() => Err(no_answer(NoAnswer::NoTerminal)),
            (None, former) => operator.ask_own_name(&stored.entry.place, former.as_deref()).map_err(no_answer),
        }
    }

    /// Reads the secret from standard input, or asks for it.
    pub fn secret(&self, entry: &SecretEntry, operator: &dyn Operator) -> Result<Password, Failure> {
        let no_answer = |why| Failure::NoAnswer { why, option: "--password-stdin" };
        if self.password_stdin {
            let line = operator.last_piped_line().map_err(no_answer)?;
            let secret = Password::parse(line).map_err(|_| Failure::NotAPassword)?;
            return Ok(warned(secret, operator));
        }
        if !operator.can_answer() {
            return Err(no_answer(NoAnswer::NoTerminal));
        }
        operator.ask_secret(entry).map_err(no_answer).map(|secret| warned(secret, operator))
    }
}

/// Warns of invisible characters in a secret, which may be a slip. It was set elsewhere, so it is not refused.
fn warned(secret: Password, operator: &dyn Operator) -> Password {
    let hidden = secret.hidden();
    if !hidden.is_empty() {
        operator.tell(&Notice::SecretHides(&hidden));
    }
    secret
}

/// Checks that the keyring works before the operator types a password.
pub fn look(entry: &SecretEntry, keyring: &dyn Keyring) -> Result<(), Failure> {
    match keyring.read(entry) {
        // Whatever is stored is replaced.
        Ok(_) | Err(KeyringError::NoEntry | KeyringError::Refused(_)) => Ok(()),
        Err(error) => Err(Failure::Keyring { entry: entry.clone(), error }),
    }
}

/// Tries the directory password, records that, and stores it, with the operator's name if there is a place for it. A
/// sign-in that fails leaves nothing stored.
pub async fn directory<R: Records>(
    entry: SecretEntry,
    secret: Password,
    name: Option<&StoredName>,
    keyring: &dyn Keyring,
    door: &impl SignIn,
    trail: &AuditTrail<'_, R>,
) -> Result<Outcome, Failure> {
    let signed_in = door.sign_in(secret.clone().into()).await;
    // A server that does not say who they are has let them in all the same.
    if let Ok(SignedIn { operator: Ok(operator), .. }) = &signed_in {
        trail.identify_operator(operator);
    }
    sign_in::record(signed_in.as_ref().map(|signed_in| signed_in.server.clone()), trail).await?;
    let signed_in = signed_in?;
    let ring = store(&entry, &secret, keyring)?;
    if let Some(name) = name {
        name.store(&entry.user, keyring)?;
    }
    Ok(Outcome { entry, ring, signed_in: Some(signed_in) })
}

/// Stores a secret that cannot be tried without side effects.
pub fn untried(entry: SecretEntry, secret: &Password, keyring: &dyn Keyring) -> Result<Outcome, Failure> {
    let ring = store(&entry, secret, keyring)?;
    Ok(Outcome { entry, ring, signed_in: None })
}

fn store(entry: &SecretEntry, secret: &Password, keyring: &dyn Keyring) -> Result<KeyringKind, Failure> {
    keyring.write(entry, secret).map_err(|error| Failure::Keyring { entry: entry.clone(), error })
}

#[derive(Debug)]
pub struct Outcome {
    pub entry: SecretEntry,
    pub ring: KeyringKind,
    /// Where it was tried, if it was.
    pub signed_in: Option<SignedIn>,
}

impl Outcome {
    /// The name of the account that the secret lets in, if the directory says.
    pub(super) fn account(&self) -> Option<&str> {
        self.signed_in.as_ref()?.operator.as_ref().ok()?.account.as_deref()
    }
}

impl ValueEnum for SecretKind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}
