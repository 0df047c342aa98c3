//! Reading known accounts again, by the identifier that each keeps for life: another account may have taken over a
//! name.

use std::borrow::Borrow;
use std::collections::HashMap;

use futures_util::stream::{self, StreamExt, TryStreamExt};

use super::{NAMES, PARALLEL};
use crate::adapters::directory::read::query;
use crate::adapters::directory::{Connection, LdapEntry, Result};
use crate::domain::account::AccountId;
use crate::domain::bulk::BulkAccount;

pub(super) const ANY: &str = "";
/// All but those whose lockoutTime says that there is no lock. It stands before the identifiers, which are then
/// compared with few.
pub(super) const MARKED: &str = "(!(lockoutTime=0))";

/// What `read` makes of each account that meets the condition, in their order. It takes Samba a quarter less than to
/// search by name.
pub(super) async fn read_by_guid<T: Clone>(
    c: &Connection,
    base: &str,
    accounts: &[impl Borrow<BulkAccount>],
    condition: &str,
    wanted: &[&str],
    read: impl Fn(&LdapEntry) -> Option<T> + Copy,
) -> Result<Vec<Option<T>>> {
    let searches = accounts.chunks(NAMES).map(|accounts| async move {
        let ids: String = accounts.iter().map(|account| query::with_id(&account.borrow().id)).collect();
        let mut found: HashMap<AccountId, T> = HashMap::new();
        let take = |entry: LdapEntry| {
            if let (Some(id), Some(state)) = (entry.id(), read(&entry)) {
                found.insert(id, state);
            }
        };
        c.search_all(base, &format!("(&{condition}(|{ids}))"), wanted, take).await?;
        Ok(accounts.iter().map(|account| found.get(&account.borrow().id).cloned()).collect::<Vec<_>>())
    });
    stream::iter(searches).buffered(PARALLEL).try_concat().await
}
