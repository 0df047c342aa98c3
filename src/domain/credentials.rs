//! The operator's credentials for the directory.

use super::password::Password;

/// A password, or a Kerberos ticket, which the operating system keeps.
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
