//! Requests over a connection and their answers, each within its limits.

use ldap3::controls::{ControlType, PagedResults, RawControl};
use ldap3::exop::WhoAmI;
use ldap3::{LdapError, LdapResult, Mod, Scope, SearchOptions};

use super::ber::{Elements, INTEGER, Malformed, OCTETS, SEQUENCE};
use super::limits::Limits;
use super::{Connection, trace};
use crate::adapters::directory::errors;
use crate::adapters::directory::result_code::{NO_SUCH_OBJECT, SIZE_LIMIT_EXCEEDED};
use crate::adapters::directory::{ACCESS_LIST, LdapEntry, Result};
use crate::domain::account::Account;
use crate::ports::{DirectoryError, WriteError};

/// MaxPageSize, the most entries that a Windows controller gives at a time (MS-ADTS 3.1.1.3.4.6).
const PAGE: i32 = 1000;

/// What the server says of itself (RFC 4512, 5.1).
pub(crate) struct RootDse {
    pub(crate) base: String,
    pub(crate) configuration: String,
    pub(crate) controls: Vec<String>,
}

impl Connection {
    /// One entry, or none if it does not exist or may not be seen.
    pub(crate) async fn read(&self, dn: &str, wanted: &[&str]) -> Result<Option<LdapEntry>> {
        self.read_matching(dn, "(objectClass=*)", wanted).await
    }

    /// The entry if it matches the filter.
    pub(crate) async fn read_matching(&self, dn: &str, filter: &str, wanted: &[&str]) -> Result<Option<LdapEntry>> {
        Ok(self.search(dn, Scope::Base, filter, wanted).await?.0.into_iter().next())
    }

    /// The entry of this account, not of another that has taken over its DN. `wanted` must include objectGUID.
    ///
    /// # Errors
    /// [`DirectoryError::Gone`] when it is not there.
    pub(crate) async fn read_account(&self, account: &Account, wanted: &[&str]) -> Result<LdapEntry> {
        let entry = self.read(&account.dn, wanted).await?;
        entry.filter(|entry| entry.id() == Some(account.id)).ok_or(DirectoryError::Gone)
    }

    /// The server's root entry.
    pub(crate) async fn root(&self) -> Result<RootDse> {
        let wanted = ["defaultNamingContext", "configurationNamingContext", "supportedControl"];
        let entry = self.read("", &wanted).await?.ok_or_else(|| self.malformed("defaultNamingContext"))?;
        let text = |attribute| entry.text(attribute).map(str::to_owned).ok_or_else(|| self.malformed(attribute));
        Ok(RootDse {
            base: text("defaultNamingContext")?,
            configuration: text("configurationNamingContext")?,
            controls: entry.all("supportedControl").to_vec(),
        })
    }

    /// The access list of the entry at `dn`; `None` when it may not be read.
    pub(crate) async fn access_list(&self, dn: &str) -> Result<Option<Vec<u8>>> {
        let entry = self.read(dn, &[ACCESS_LIST]).await?;
        Ok(entry.and_then(|entry| entry.bytes(ACCESS_LIST).map(<[u8]>::to_vec)))
    }

    /// Whom the server has signed in (RFC 4532); `None` when it does not say.
    pub(crate) async fn who_am_i(&self) -> Result<Option<String>> {
        let mut ldap = self.handle()?;
        let asked = Box::pin(ldap.with_timeout(self.settings.timeout).extended(WhoAmI));
        let answer = asked.await.map_err(|error| self.unanswered(errors::reading(&self.server, error)))?;
        self.has_served.set(true);
        let named = Some(answer).filter(|answer| answer.1.rc == 0).and_then(|answer| answer.0.val);
        Ok(named.and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// One search, and whether there was more than the limit.
    pub(crate) async fn search(
        &self,
        base: &str,
        scope: Scope,
        filter: &str,
        wanted: &[&str],
    ) -> Result<(Vec<LdapEntry>, bool)> {
        let mut limits = Limits::few(self.settings.timeout);
        let (entries, result) = self.request(&mut limits, base, scope, filter, wanted, None).await?;
        match result.rc {
            0 => Ok((entries, false)),
            // Without any, it is no answer: nobody knows whether there are none.
            SIZE_LIMIT_EXCEEDED if !entries.is_empty() => Ok((entries, true)),
            NO_SUCH_OBJECT if scope == Scope::Base => Ok((vec![], false)),
            _ => Err(self.refused(&result)),
        }
    }

    /// Searches the tree, for all entries or an error. Requests them in one piece, since pages take a server twice as
    /// long, and in pages where the server refuses.
    pub(crate) async fn search_all(
        &self,
        base: &str,
        filter: &str,
        wanted: &[&str],
        take: impl FnMut(LdapEntry),
    ) -> Result<()> {
        let mut limits = Limits::list(self.settings.timeout);
        let (entries, result) = self.request(&mut limits, base, Scope::Subtree, filter, wanted, None).await?;
        match result.rc {
            0 => entries.into_iter().for_each(take),
            SIZE_LIMIT_EXCEEDED => return self.search_paged(base, filter, wanted, take).await,
            _ => return Err(self.refused(&result)),
        }
        Ok(())
    }

    /// Searches the tree page by page (RFC 2696). May fail after some entries were taken.
    pub(crate) async fn search_paged(
        &self,
        base: &str,
        filter: &str,
        wanted: &[&str],
        mut take: impl FnMut(LdapEntry),
    ) -> Result<()> {
        let (mut limits, mut cookie) = (Limits::pages(self.settings.timeout), Vec::new());
        loop {
            let page = Some(PagedResults { size: PAGE, cookie });
            let (entries, result) = self.request(&mut limits, base, Scope::Subtree, filter, wanted, page).await?;
            if result.rc != 0 {
                return Err(self.refused(&result));
            }
            entries.into_iter().for_each(&mut take);
            let next = result.ctrls.iter().find(|control| matches!(control.0, Some(ControlType::PagedResults)));
            let value = next.and_then(|control| control.1.val.as_deref());
            // Without it, this may or may not be the last page.
            let next = value.and_then(|value| page_cookie(value).ok());
            cookie = next.ok_or_else(|| self.unanswered(self.not_ldap()))?;
            if cookie.is_empty() {
                return Ok(());
            }
        }
    }

    /// At most `most` entries of the tree, in no order: one page, which servers keep to where they ignore a size limit
    /// (as Samba does).
    pub(crate) async fn first_of(
        &self,
        base: &str,
        filter: &str,
        wanted: &[&str],
        most: i32,
    ) -> Result<Vec<LdapEntry>> {
        let page = Some(PagedResults { size: most, cookie: Vec::new() });
        let mut limits = Limits::page(self.settings.timeout);
        let (entries, result) = self.request(&mut limits, base, Scope::Subtree, filter, wanted, page).await?;
        if result.rc == 0 { Ok(entries) } else { Err(self.refused(&result)) }
    }

    /// Sends one search, or one page of it, within what is left of its limits.
    async fn request(
        &self,
        limits: &mut Limits,
        base: &str,
        scope: Scope,
        filter: &str,
        wanted: &[&str],
        page: Option<PagedResults>,
    ) -> Result<(Vec<LdapEntry>, LdapResult)> {
        // LDAP_SERVER_SD_FLAGS_OID: the discretionary list alone. Other parts need more rights.
        let access_list = wanted.contains(&ACCESS_LIST).then(|| RawControl {
            ctype: "1.2.840.113556.1.4.801".to_owned(),
            crit: false,
            val: Some(vec![0x30, 0x03, 0x02, 0x01, 0x04]),
        });
        let controls: Vec<RawControl> = access_list.into_iter().chain(page.map(Into::into)).collect();
        let mut ldap = self.handle()?;
        let asked = trace::search(self, base, scope, filter, wanted);
        let reading = |error| errors::reading(&self.server, error);
        let answer = async {
            ldap.with_search_options(SearchOptions::new().sizelimit(limits.requested)).with_controls(controls);
            let sent = ldap.streaming_search(base, scope, filter, wanted);
            let (mut messages, mut found) = (limits.wait(sent).await.map_err(reading)?, Vec::new());
            while let Some(message) = limits.wait(messages.next()).await.map_err(reading)? {
                if !limits.take(&message.0) {
                    return Err(DirectoryError::TooLarge { server: self.server.clone() });
                }
                if !message.is_ref() && !message.is_intermediate() {
                    found.push(message);
                }
            }
            Ok((found, messages.finish().await))
        };
        // Boxed, as it is large and every future above holds it.
        let (found, result) = Box::pin(answer).await.map_err(|error| self.unanswered(error))?;
        asked.ended(trace::found(result.rc, found.len()));
        let entries: Option<Vec<LdapEntry>> = found.into_iter().map(|entry| LdapEntry::read(entry.0)).collect();
        let entries = entries.ok_or_else(|| self.unanswered(self.not_ldap()))?;
        self.has_served.set(true);
        Ok((entries, result))
    }

    /// Sends one modify, which is atomic.
    pub(crate) async fn modify<V: AsRef<[u8]> + Eq + std::hash::Hash>(
        &self,
        dn: &str,
        mods: Vec<Mod<V>>,
        control: Option<RawControl>,
    ) -> Result<(), WriteError> {
        if self.catalogue.is_some() {
            return Err(errors::read_only(&self.server, self.read_only_kind()));
        }
        let mut ldap = self.handle()?;
        let asked = trace::modify(self, dn, &mods);
        ldap.with_timeout(self.settings.timeout);
        if let Some(control) = control {
            ldap.with_controls(control);
        }
        let result = Box::pin(ldap.modify(dn, mods)).await.map_err(|error| {
            self.failed(matches!(error, LdapError::Timeout { .. }));
            errors::writing(&self.server, error)
        })?;
        self.has_served.set(true);
        asked.ended(format_args!("code {}", result.rc));
        if result.rc == 0 {
            return Ok(());
        }
        let error = errors::change(&self.server, &result);
        errors::unsent(&error).inspect(|error| self.note_busy(error));
        Err(error)
    }

    /// The end-entity certificate of the server, if the connection is by TLS.
    pub(crate) fn certificate(&self) -> Option<&[u8]> {
        self.state.certificate.as_deref()
    }

    /// Unbinds. Ignores failure, which has no consequence.
    pub(crate) async fn close(self) {
        let unbound = async {
            if let Ok(mut ldap) = self.handle() {
                let _ = ldap.unbind().await;
                self.state.ended().await;
            }
        };
        let _ = tokio::time::timeout(self.settings.timeout, unbound).await;
    }

    /// Gives the connection up after a request without a whole answer.
    fn unanswered(&self, error: DirectoryError) -> DirectoryError {
        match &error {
            // Another would send as much.
            DirectoryError::TooLarge { .. } => self.give_up(),
            other => self.failed(matches!(other, DirectoryError::TimedOut { .. })),
        }
        match error {
            DirectoryError::Lost { .. } if self.state.is_malformed() => self.not_ldap(),
            other => other,
        }
    }

    /// A search that was answered with an error.
    fn refused(&self, result: &LdapResult) -> DirectoryError {
        let error = errors::refused(&self.server, result);
        self.note_busy(&error);
        error
    }

    /// Has the next connection opened to another controller, if this one is busy.
    fn note_busy(&self, error: &DirectoryError) {
        if let DirectoryError::Busy { .. } = error {
            self.settings.unresponsive.note_busy(&self.url);
        }
    }

    fn not_ldap(&self) -> DirectoryError {
        DirectoryError::NotLdap { server: self.server.clone() }
    }

    /// The answer lacks an attribute that every such entry has.
    pub(crate) fn malformed(&self, attribute: &str) -> DirectoryError {
        DirectoryError::Malformed { server: self.server.clone(), attribute: attribute.to_owned() }
    }
}

/// The place of the next page, empty after the last (RFC 2696). The library's own parser panics on other values.
fn page_cookie(value: &[u8]) -> Result<Vec<u8>, Malformed> {
    let mut parts = Elements(Elements(value).take(SEQUENCE)?);
    parts.take(INTEGER)?;
    let cookie = parts.take(OCTETS)?;
    parts.end()?;
    Ok(cookie.to_vec())
}
