//! Signs in and asks the server whom it let in, on a connection that is used for nothing else.

use super::{Settings, connect, controllers, identity};
use crate::domain::credentials::Credentials;
use crate::ports::{DirectoryError, Random, SignIn, SignedIn};

/// The door to the directory, for a sign-in after which nothing is asked.
pub struct LdapSignIn<'a> {
    /// Where, and as whom.
    pub settings: &'a Settings,
    /// Chooses among controllers that DNS calls equal.
    pub random: &'a dyn Random,
}

impl SignIn for LdapSignIn<'_> {
    async fn sign_in(&self, credentials: Credentials) -> Result<SignedIn, DirectoryError> {
        let controllers = controllers::find(self.settings, self.random).await?;
        let opened = connect::first_usable(&controllers, self.settings, &credentials, self.random);
        let (mut connection, passed_over) = Box::pin(opened).await?;
        // A server that does not answer this has let them in all the same.
        let operator = Box::pin(identity::known(&connection, self.settings)).await.unwrap_or_default();
        let _ = connection.ldap.unbind().await;
        Ok(SignedIn { server: connection.server, operator, passed_over })
    }
}
