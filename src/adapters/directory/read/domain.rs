//! Which domain is searched, and what it is called. Finds nobody.

use ldap3::{Scope, ldap_escape};

use super::{Connection, Settings, ask};
use crate::domain::dn::Dn;
use crate::domain::query::Query;
use crate::ports::DirectoryError;

/// The domain that is searched.
pub(super) struct Domain {
    pub(super) base: String,
    pub(super) dns_name: String,
    /// Where the forest keeps its domains' names; known only when a name was given.
    configuration: Option<String>,
}

impl Domain {
    /// Whether it goes by this name, its short one being `short`.
    pub(super) fn is_called(&self, name: &str, short: &str) -> bool {
        name.eq_ignore_ascii_case(short) || name.eq_ignore_ascii_case(&self.dns_name)
    }
}

/// Which domain is searched for `query`; costs a flight when the settings do not tell.
pub(super) async fn domain(c: &Connection, settings: &Settings, query: &Query) -> Result<Domain, DirectoryError> {
    let (base, configuration) = match (&settings.base, query) {
        (Some(base), Query::Address(_) | Query::Phone(_) | Query::NameOrPhone { .. } | Query::Words(_)) => {
            (base.clone(), None)
        }
        (base, query) => {
            let root = ask::root(c, settings).await?;
            let named = matches!(query, Query::InDomain { .. });
            (base.clone().unwrap_or(root.base), named.then_some(root.configuration))
        }
    };
    Ok(Domain { dns_name: dns_name(domain_head(&base)), base, configuration })
}

/// The domain's short name, if the query needs it. Without it, an account of the same name in
/// another domain could be taken for the one that was meant.
pub(super) async fn short_name(
    c: &Connection,
    settings: &Settings,
    domain: &Domain,
) -> Result<Option<String>, DirectoryError> {
    let Some(configuration) = &domain.configuration else { return Ok(None) };
    let name = registered_name(c, settings, domain_head(&domain.base), configuration).await?;
    name.map(Some)
        .ok_or_else(|| DirectoryError::Malformed { server: c.server.clone(), attribute: "nETBIOSName".to_owned() })
}

/// The short name that the forest keeps for the domain at `head` (MS-ADTS 6.1.1.2.1.1).
pub(super) async fn registered_name(
    c: &Connection,
    settings: &Settings,
    head: &str,
    configuration: &str,
) -> Result<Option<String>, DirectoryError> {
    let filter = format!("(&(objectClass=crossRef)(nCName={}))", ldap_escape(head));
    let partitions = format!("CN=Partitions,{configuration}");
    let (found, _) = ask::search(c, settings, &partitions, Scope::OneLevel, &filter, &["nETBIOSName"]).await?;
    Ok(found.first().and_then(|entry| entry.text("nETBIOSName")).map(str::to_owned))
}

/// A DN as the server would write it, so that its parts can be told apart by commas; as it is where it is none.
pub(super) fn written_plainly(dn: &str) -> String {
    Dn::parse(dn).map_or_else(|| dn.to_owned(), |dn| dn.to_string())
}

/// The part of a DN that names the domain: from its first DC on.
pub(super) fn domain_head(base: &str) -> &str {
    let mut rest = base;
    loop {
        if rest.split_once('=').is_some_and(|(kind, _)| kind.trim().eq_ignore_ascii_case("dc")) {
            return rest.trim_start();
        }
        match parent(rest) {
            "" => return base,
            above => rest = above,
        }
    }
}

/// The part of a DN after its first comma that stands for itself (RFC 4514 2.4).
pub(super) fn parent(dn: &str) -> &str {
    let mut is_escaped = false;
    for (place, byte) in dn.bytes().enumerate() {
        match byte {
            b',' if !is_escaped => return &dn[place + 1..],
            _ => is_escaped = byte == b'\\' && !is_escaped,
        }
    }
    ""
}

pub(super) fn dns_name(domain_head: &str) -> String {
    domain_head
        .split(',')
        .filter_map(|part| part.split_once('=').map(|(_, value)| value.trim()))
        .collect::<Vec<_>>()
        .join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_in_a_name_is_part_of_it() {
        assert_eq!(parent(r"CN=Karlsson\, Eva,OU=Staff,DC=example"), "OU=Staff,DC=example");
        assert_eq!(parent(r"CN=Eva\\,OU=Staff,DC=example"), "OU=Staff,DC=example");
        assert_eq!(parent("DC=example"), "");
    }

    #[test]
    fn the_domain_of_a_name_however_it_is_written() {
        assert_eq!(domain_head("OU=Staff,DC=ad,DC=example"), "DC=ad,DC=example");
        assert_eq!(domain_head("DC=ad,DC=example"), "DC=ad,DC=example");
        assert_eq!(domain_head(r"CN=x\,dc=y,OU=Staff,DC=example"), "DC=example");
        assert_eq!(domain_head(&written_plainly("OU=Personal, dc = ad , DC=example")), "dc=ad,DC=example");
        assert_eq!(domain_head("OU=Personal, DC=ad"), "DC=ad");
        assert_eq!(domain_head("nonsense"), "nonsense");
    }
}
