//! The operator's sign-in to the directory, and nothing else.

use super::{DirectoryError, ServerFault};
use crate::domain::credentials::Credentials;
use crate::domain::identity::OperatorIdentity;

/// Checks the operator's password or ticket.
pub trait SignIn {
    /// Signs in on the first usable server, asks who that is (RFC 4532), and disconnects.
    ///
    /// # Errors
    /// [`DirectoryError`]; [`SignIn`](DirectoryError::SignIn) when the sign-in is refused.
    async fn sign_in(&self, credentials: Credentials) -> Result<SignedIn, DirectoryError>;
}

/// A successful sign-in.
#[derive(Debug)]
pub struct SignedIn {
    pub server: String,
    /// Who that is. Some servers let an operator in and then do not answer.
    pub operator: Result<OperatorIdentity, DirectoryError>,
    /// Unusable servers that were tried first.
    pub passed_over: Vec<(String, ServerFault)>,
}
