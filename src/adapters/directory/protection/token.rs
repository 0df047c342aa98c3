//! The groups that accounts are in, from their tokens where those are needed.

use futures_util::stream::{self, StreamExt, TryStreamExt};

use super::ProtectionRules;
use crate::adapters::directory::errors::is_refused_token;
use crate::adapters::directory::{Connection, LdapEntry, Result, TOKEN};
use crate::domain::sid::Sid;

const PARALLEL: usize = 16;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Membership {
    /// All there are.
    Token(Vec<Sid>),
    /// No protected one, as is known without the token.
    Clear,
    /// The token may not be read.
    Unreadable,
}

impl Membership {
    /// From an entry that was read with its token, which always holds the primary group.
    pub(crate) fn of(entry: Option<&LdapEntry>) -> Self {
        let token = entry.map(|entry| entry.all_bytes(TOKEN)).unwrap_or_default();
        let sids: Option<Vec<Sid>> = token.iter().map(|sid| Sid::from_bytes(sid)).collect();
        sids.filter(|sids| !sids.is_empty()).map_or(Self::Unreadable, Self::Token)
    }
}

impl ProtectionRules {
    /// The groups of each of `entries`, which were read without their tokens. The rule for chains (MS-ADTS
    /// 3.1.1.3.4.4.3) does not follow a group that the operator may not read, so an account that is in any group but
    /// its primary one is asked for its token. The rules must have been read with the primary groups.
    pub(crate) async fn memberships(&self, c: &Connection, entries: &[LdapEntry]) -> Result<Vec<Membership>> {
        let is_clear = |entry: &LdapEntry| {
            self.reader.may_read(entry).is_some_and(|readable| readable.groups)
                && entry.all("memberOf").is_empty()
                && !entry.is_cut("memberOf")
                && entry.number("primaryGroupID").is_some_and(|rid| self.groups.primary_is_clear(rid))
        };
        let clear: Vec<bool> = entries.iter().map(is_clear).collect();
        let open = entries.iter().zip(&clear).filter(|(_, is_clear)| !**is_clear).map(|(entry, _)| &*entry.dn);
        let mut tokens = tokens(c, open).await?.into_iter();
        let membership = |is_clear: bool| match is_clear {
            true => Membership::Clear,
            false => tokens.next().unwrap_or(Membership::Unreadable),
        };
        Ok(clear.into_iter().map(membership).collect())
    }
}

/// The tokens of the accounts at `dns`, in their order.
pub(super) async fn tokens(c: &Connection, dns: impl IntoIterator<Item = &str>) -> Result<Vec<Membership>> {
    let requests: Vec<_> = dns.into_iter().map(|dn| Box::pin(token(c, dn))).collect();
    stream::iter(requests).buffered(PARALLEL).try_collect().await
}

async fn token(c: &Connection, dn: &str) -> Result<Membership> {
    membership(c.read(dn, &[TOKEN]).await)
}

pub(super) fn membership(read: Result<Option<LdapEntry>>) -> Result<Membership> {
    match read {
        Ok(entry) => Ok(Membership::of(entry.as_ref())),
        Err(error) if is_refused_token(&error) => Ok(Membership::Unreadable),
        Err(error) => Err(error),
    }
}
