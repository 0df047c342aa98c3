//! One question to the server and its answer, within the time limit.

use ldap3::controls::{ControlType, PagedResults, RawControl};
use ldap3::{Scope, SearchEntry, SearchOptions, SearchResult};

use super::attributes::{ACCESS_LIST, Entry};
use super::{Connection, Settings, failure};
use crate::ports::DirectoryError;

/// MaxPageSize, the most entries that a Windows controller gives at a time (MS-ADTS 3.1.1.3.4.6).
const PAGE: i32 = 1000;
/// LDAP result code sizeLimitExceeded.
const SIZE_LIMIT_EXCEEDED: u32 = 4;
/// LDAP result code noSuchObject.
const NO_SUCH_OBJECT: u32 = 32;

/// What the server says of itself.
pub(super) struct Root {
    pub(super) base: String,
    pub(super) configuration: String,
    pub(super) controls: Vec<String>,
}

/// Reads the server's root entry (RFC 4512 5.1).
pub(super) async fn root(c: &Connection, settings: &Settings) -> Result<Root, DirectoryError> {
    let wanted = ["defaultNamingContext", "configurationNamingContext", "supportedControl"];
    let entry = one(c, settings, "", "(objectClass=*)", &wanted).await?;
    let lacks =
        |attribute: &str| DirectoryError::Malformed { server: c.server.clone(), attribute: attribute.to_owned() };
    let entry = entry.ok_or_else(|| lacks("defaultNamingContext"))?;
    let text = |attribute: &str| entry.text(attribute).map(str::to_owned).ok_or_else(|| lacks(attribute));
    Ok(Root {
        base: text("defaultNamingContext")?,
        configuration: text("configurationNamingContext")?,
        controls: entry.all("supportedControl").to_vec(),
    })
}

/// Who may do what to the entry at `dn`, as the directory stores it; `None` when it may not be read.
pub(super) async fn access_list(
    c: &Connection,
    settings: &Settings,
    dn: &str,
) -> Result<Option<Vec<u8>>, DirectoryError> {
    let entry = one(c, settings, dn, "(objectClass=*)", &[ACCESS_LIST]).await?;
    Ok(entry.and_then(|entry| entry.bytes(ACCESS_LIST).map(<[u8]>::to_vec)))
}

/// What has to be said beside the request to be given these attributes.
fn controls(wanted: &[&str]) -> Vec<RawControl> {
    // LDAP_SERVER_SD_FLAGS_OID: the discretionary list alone. Other parts need more rights.
    let access_list = RawControl {
        ctype: "1.2.840.113556.1.4.801".to_owned(),
        crit: false,
        val: Some(vec![0x30, 0x03, 0x02, 0x01, 0x04]),
    };
    if wanted.contains(&ACCESS_LIST) { vec![access_list] } else { vec![] }
}

/// One entry, or none if it is not there or not to be seen.
pub(super) async fn one(
    c: &Connection,
    settings: &Settings,
    dn: &str,
    filter: &str,
    wanted: &[&str],
) -> Result<Option<Entry>, DirectoryError> {
    let (found, _) = search(c, settings, dn, Scope::Base, filter, wanted).await?;
    Ok(found.into_iter().next())
}

/// One search; whether there was more than the limit.
pub(super) async fn search(
    c: &Connection,
    settings: &Settings,
    base: &str,
    scope: Scope,
    filter: &str,
    wanted: &[&str],
) -> Result<(Vec<Entry>, bool), DirectoryError> {
    /// Numbers are sifted after the search, so more are asked for than are shown.
    const LIMIT: i32 = 100;
    let mut ldap = c.ldap.clone();
    let SearchResult(found, result) = ldap
        .with_timeout(settings.timeout)
        .with_search_options(SearchOptions::new().sizelimit(LIMIT))
        .with_controls(controls(wanted))
        .search(base, scope, filter, wanted)
        .await
        .map_err(|error| failure::reading(&c.server, error))?;
    let entries = || found.into_iter().map(|entry| Entry::from(SearchEntry::construct(entry))).collect();
    match result.rc {
        0 => Ok((entries(), false)),
        SIZE_LIMIT_EXCEEDED => Ok((entries(), true)),
        NO_SUCH_OBJECT if scope == Scope::Base => Ok((vec![], false)),
        _ => Err(failure::refused(&c.server, &result)),
    }
}

/// One search that is answered in full or not at all. Asked for in one piece, since a server takes twice
/// as long for pages; page by page where the server says that it is too much.
pub(super) async fn every(
    c: &Connection,
    settings: &Settings,
    base: &str,
    filter: &str,
    wanted: &[&str],
    take: impl FnMut(Entry),
) -> Result<(), DirectoryError> {
    let mut ldap = c.ldap.clone();
    let SearchResult(found, result) = ldap
        .with_timeout(settings.timeout)
        .with_controls(controls(wanted))
        .search(base, Scope::Subtree, filter, wanted)
        .await
        .map_err(|error| failure::reading(&c.server, error))?;
    match result.rc {
        0 => found.into_iter().map(|entry| Entry::from(SearchEntry::construct(entry))).for_each(take),
        SIZE_LIMIT_EXCEEDED => return paged(c, settings, base, filter, wanted, take).await,
        _ => return Err(failure::refused(&c.server, &result)),
    }
    Ok(())
}

/// One search whose answer may be of any length, page by page (RFC 2696). An error may come after some.
pub(super) async fn paged(
    c: &Connection,
    settings: &Settings,
    base: &str,
    filter: &str,
    wanted: &[&str],
    mut take: impl FnMut(Entry),
) -> Result<(), DirectoryError> {
    let mut cookie = Vec::new();
    loop {
        let mut ldap = c.ldap.clone();
        let SearchResult(found, result) = ldap
            .with_timeout(settings.timeout)
            .with_controls([controls(wanted), vec![PagedResults { size: PAGE, cookie }.into()]].concat())
            .search(base, Scope::Subtree, filter, wanted)
            .await
            .map_err(|error| failure::reading(&c.server, error))?;
        if result.rc != 0 {
            return Err(failure::refused(&c.server, &result));
        }
        found.into_iter().for_each(|entry| take(Entry::from(SearchEntry::construct(entry))));
        let next = result.ctrls.iter().find(|control| matches!(control.0, Some(ControlType::PagedResults)));
        cookie = next.map(|control| control.1.parse::<PagedResults>().cookie).unwrap_or_default();
        if cookie.is_empty() {
            return Ok(());
        }
    }
}
