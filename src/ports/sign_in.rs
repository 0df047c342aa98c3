//! Signing in to the directory, and nothing more.

use super::{DirectoryError, ServerFault};
use crate::domain::credentials::Credentials;
use crate::domain::identity::OperatorIdentity;

/// Tries a password or a ticket.
pub trait SignIn {
    /// Signs in to the first server that can be used, asks who that was, and disconnects.
    ///
    /// # Errors
    /// [`DirectoryError`]; [`SignIn`](DirectoryError::SignIn) when the operator is refused.
    async fn sign_in(&self, credentials: Credentials) -> Result<SignedIn, DirectoryError>;
}

/// A successful sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The server.
    pub server: String,
    /// The operator, as the directory knows them.
    pub operator: OperatorIdentity,
    /// The servers that could not be used before, and why.
    pub passed_over: Vec<(String, ServerFault)>,
}
