//! The directory's door: whether it lets the operator in, and as whom. Can do nothing behind it.

use super::{DirectoryError, ServerFault};
use crate::domain::credentials::Credentials;
use crate::domain::identity::OperatorIdentity;

/// Tries a password or a ticket.
pub trait SignIn {
    /// Signs in on the first server that can be used, asks who that was, and leaves.
    ///
    /// # Errors
    /// [`DirectoryError`]; [`SignIn`](DirectoryError::SignIn) when it is not let in.
    async fn sign_in(&self, credentials: Credentials) -> Result<SignedIn, DirectoryError>;
}

/// A sign-in that went well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Where.
    pub server: String,
    /// Who the directory says that was.
    pub operator: OperatorIdentity,
    /// Servers that could not be used before, and why.
    pub passed_over: Vec<(String, ServerFault)>,
}
