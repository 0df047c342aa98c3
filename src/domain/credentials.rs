//! How the operator signs in to the directory.

use super::password::Password;

/// A password or a Kerberos ticket.
#[derive(Debug, Clone)]
pub enum Credentials {
    Password(Password),
    /// The ticket of the operator's session, held by the operating system.
    Ticket,
}

impl From<Password> for Credentials {
    fn from(password: Password) -> Self {
        Self::Password(password)
    }
}
