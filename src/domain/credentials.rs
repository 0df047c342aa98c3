//! What the operator shows the directory to be let in.

use super::password::Password;

/// A password, or a ticket of which nothing is known here: the system keeps it.
#[derive(Debug, Clone)]
pub enum Credentials {
    /// Sent with the operator's name.
    Password(Password),
    /// The Kerberos ticket of the operator's session.
    Ticket,
}

impl From<Password> for Credentials {
    fn from(password: Password) -> Self {
        Self::Password(password)
    }
}
