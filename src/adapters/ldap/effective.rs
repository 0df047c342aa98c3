//! What the signed-in operator may do, as the directory shows it beforehand. Changes nothing: the server has the last
//! word on every change.

use super::attributes::{self, Entry};
use super::descriptor::{self, Right};
use super::domain::domain_head;
use super::{Connection, LdapDirectory, Settings, ask};
use crate::domain::account::Account;
use crate::ports::{DirectoryError, LookAtRights, Rights};

const ANYTHING: &str = "(objectClass=*)";

impl LookAtRights for LdapDirectory<'_> {
    async fn pdc_emulator(&self) -> Result<Option<String>, DirectoryError> {
        let (c, settings) = (self.connection(), &self.settings);
        let base = match &settings.base {
            Some(base) => base.clone(),
            None => ask::root(&c, settings).await?.base,
        };
        let head = ask::one(&c, settings, domain_head(&base), ANYTHING, &["fSMORoleOwner"]).await?;
        Ok(head.and_then(|head| head.text("fSMORoleOwner").map(str::to_owned)))
    }

    async fn rights(&self, account: &Account) -> Result<Rights, DirectoryError> {
        let (c, settings) = (self.connection(), &self.settings);
        let (entry, list, token) = tokio::try_join!(
            ask::one(&c, settings, &account.dn, ANYTHING, attributes::RIGHTS),
            ask::access_list(&c, settings, &account.dn),
            token(&c, settings),
        )?;
        let entry = entry.filter(|entry| entry.id() == Some(account.id)).ok_or(DirectoryError::Gone)?;
        // There is no attribute for the right to set a password, which is none to write one.
        let reset = list.filter(|_| !token.is_empty());
        Ok(Rights {
            unlock: entry.may_unlock(),
            must_change: entry.may_write("pwdLastSet"),
            reset: reset.and_then(|list| descriptor::grants(&list, &token, Right::ForceChangePassword)),
        })
    }
}

/// Who the operator is to the server, with every group: the SIDs of this connection (MS-ADTS 3.1.1.3.2, tokenGroups).
async fn token(c: &Connection, settings: &Settings) -> Result<Vec<Vec<u8>>, DirectoryError> {
    let root: Option<Entry> = ask::one(c, settings, "", ANYTHING, &["tokenGroups"]).await?;
    Ok(root.map(|root| root.all_bytes("tokenGroups")).unwrap_or_default())
}
