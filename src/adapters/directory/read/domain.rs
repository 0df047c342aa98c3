//! Which domain is searched, and its names.

use ldap3::{Scope, ldap_escape};

use crate::adapters::directory::{Connection, Result, dns_name, domain_head};
use crate::domain::query::Query;

pub(super) struct SearchedDomain {
    pub(super) base: String,
    pub(super) dns_name: String,
    /// Where the forest keeps its domains' names; known only when the query names a domain.
    configuration: Option<String>,
}

impl SearchedDomain {
    /// The domain that is searched for `query`; costs a round trip when the settings name no base.
    pub(super) async fn read(c: &Connection, query: &Query) -> Result<Self> {
        let is_named = matches!(query, Query::InDomain { .. });
        let (base, configuration) = match &c.settings.base {
            Some(base) if !is_named => (base.clone(), None),
            base => {
                let root = c.root().await?;
                (base.clone().unwrap_or(root.base), is_named.then_some(root.configuration))
            }
        };
        Ok(Self { dns_name: dns_name(domain_head(&base)), base, configuration })
    }

    /// Its short name, if the query names a domain. Without it, an account of the same name in another domain could be
    /// taken for the one that was meant.
    pub(super) async fn short_name(&self, c: &Connection) -> Result<Option<String>> {
        let Some(configuration) = &self.configuration else { return Ok(None) };
        let name = registered_name(c, domain_head(&self.base), configuration).await?;
        name.map(Some).ok_or_else(|| c.malformed("nETBIOSName"))
    }

    /// Whether it is called `name`, `short` being its short name.
    pub(super) fn is_called(&self, name: &str, short: &str) -> bool {
        name.eq_ignore_ascii_case(short) || name.eq_ignore_ascii_case(&self.dns_name)
    }
}

/// The short name that the forest keeps for the domain at `head` (MS-ADTS 6.1.1.2.1.1).
pub(super) async fn registered_name(c: &Connection, head: &str, configuration: &str) -> Result<Option<String>> {
    let filter = format!("(&(objectClass=crossRef)(nCName={}))", ldap_escape(head));
    let partitions = format!("CN=Partitions,{configuration}");
    let (found, _) = c.search(&partitions, Scope::OneLevel, &filter, &["nETBIOSName"]).await?;
    Ok(found.first().and_then(|entry| entry.text("nETBIOSName")).map(str::to_owned))
}

pub(super) async fn base(c: &Connection) -> Result<String> {
    match &c.settings.base {
        Some(base) => Ok(base.clone()),
        None => Ok(c.root().await?.base),
    }
}

/// The head of the domain of the search base. Accounts that are read again may have moved, or stand outside the base.
pub(super) async fn head(c: &Connection) -> Result<String> {
    Ok(domain_head(&base(c).await?).to_owned())
}
