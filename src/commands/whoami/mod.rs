//! `whoami`: shows which account the directory knows the operator by, and where the password or ticket comes from. Signs
//! in, and reads nothing.

pub(in crate::commands) mod render;

use crate::domain::named_enum::kinds_of;
use jiff::Timestamp;

use super::{Failure, sign_in};
use crate::domain::credentials::Credentials;
use crate::domain::identity::OperatorIdentity;
use crate::domain::named_enum::named_enum;
use crate::domain::secret_entry::KeyringKind;
use crate::ports::{AuditTrail, Records, ServerFault, SignIn, SignedIn};

#[derive(Debug, Clone, clap::Args)]
pub struct Args {}

pub async fn run<R: Records>(
    credentials: Credentials,
    source: CredentialSource,
    user_source: UserSource,
    door: &impl SignIn,
    trail: &AuditTrail<'_, R>,
) -> Result<Outcome, Failure> {
    let user = trail.who().directory.clone();
    let signed_in = door.sign_in(credentials).await;
    if let Ok(SignedIn { operator: Ok(operator), .. }) = &signed_in {
        trail.identify_operator(operator);
    }
    sign_in::record(signed_in.as_ref().map(|signed_in| signed_in.server.clone()), trail).await?;
    let SignedIn { server, operator, passed_over } = signed_in?;
    Ok(Outcome { user, user_source, source, server, operator: operator?, passed_over })
}

/// Where the operator's password comes from; a ticket replaces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CredentialSource {
    Keyring(KeyringKind),
    File,
    Asked,
    Practice,
    Ticket { expires: Option<Timestamp> },
}

kinds_of! {
    /// Where the credentials come from.
    pub enum CredentialSourceKind of CredentialSource {
        Keyring = "keyring" if Self::Keyring(KeyringKind::System),
        KernelKeyring = "kernel_keyring" if Self::Keyring(KeyringKind::Kernel),
        File = "file" if Self::File,
        Asked = "asked" if Self::Asked,
        Practice = "practice" if Self::Practice,
        Ticket = "ticket" if Self::Ticket { .. },
    }
}

named_enum! {
    /// Where the operator's name comes from.
    pub enum UserSource {
        /// `directory.user`.
        Settings = "settings",
        /// The operating system's user, as `{user}` in `directory.user`.
        System = "system",
        /// Stored by `login`.
        Keyring = "keyring",
        Ticket = "ticket",
        Practice = "practice",
    }
}

#[derive(Debug)]
pub struct Outcome {
    pub user: String,
    pub user_source: UserSource,
    pub source: CredentialSource,
    pub server: String,
    pub operator: OperatorIdentity,
    /// Unusable servers that were tried first.
    pub passed_over: Vec<(String, ServerFault)>,
}
