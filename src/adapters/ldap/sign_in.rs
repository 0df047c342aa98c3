//! Signs in and asks the server whom it let in (RFC 4532), on a connection that is used for nothing else.

use ldap3::exop::WhoAmI;

use super::{Settings, connect, controllers};
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
        let (connection, passed_over) = Box::pin(opened).await?;
        let mut ldap = connection.ldap;
        // A server that does not answer this has let them in all the same.
        let answer = ldap.with_timeout(self.settings.timeout).extended(WhoAmI).await.ok();
        let named = answer.filter(|answer| answer.1.rc == 0).and_then(|answer| answer.0.val);
        let named = named.and_then(|bytes| String::from_utf8(bytes).ok());
        // `u:` comes before a name and `dn:` before a DN (RFC 4513, 5.2.1.8).
        let account = named.map(|named| named.strip_prefix("u:").unwrap_or(&named).to_owned());
        let _ = ldap.unbind().await;
        Ok(SignedIn { server: connection.server, account: account.filter(|name| !name.is_empty()), passed_over })
    }
}
