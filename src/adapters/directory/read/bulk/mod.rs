//! Many accounts in few searches: many names to a filter, several searches under way at once, and no more attributes
//! than decide what may be done.

mod by_guid;
mod candidate;
mod find;
mod locks;
mod may_unlock;
mod members;
mod requested;
mod reread;

pub(crate) use self::find::{all_locked, find_each};
pub(crate) use self::reread::{check_each, locked_each, read_back, read_each};

use jiff::Timestamp;

use self::locks::{Located, LockRule, Locks};
use self::members::Nesting;
use crate::adapters::directory::protection::ProtectionRules;
use crate::adapters::directory::protection::bulk::BulkRules;
use crate::adapters::directory::{Connection, LdapEntry, Result, domain_head};
use crate::domain::account::Protection;
use crate::domain::bulk::BulkMatch;
use crate::domain::unreadable::UnreadableAccount;

/// How many names are in one filter. Samba compares each entry with all of them: with 100 an account takes a tenth
/// longer, with 200 a third.
const NAMES: usize = 50;
/// How many searches are under way at once, so that the server is busy while an answer is on its way.
const PARALLEL: usize = 16;

/// An account that was found; or what there is of it, where too little may be read.
type LocateResult = Result<Located, UnreadableAccount>;

/// What is the same for all accounts.
struct DomainFacts {
    protection: BulkRules,
    locks: Locks,
    /// The server's time.
    now: Timestamp,
}

impl DomainFacts {
    async fn read(c: &Connection, base: &str) -> Result<Self> {
        let head = domain_head(base);
        let (rules, (now, rule), nesting) =
            tokio::try_join!(ProtectionRules::read(c, head), LockRule::read(c, head), Nesting::read(c, head))?;
        Ok(Self { protection: BulkRules::new(rules), locks: Locks::new(rule, &nesting), now })
    }

    fn locate(&self, entry: &LdapEntry, protected: Option<Protection>) -> LocateResult {
        // Without all its groups it is unknown which policies apply to it.
        let locked = self.locks.locked(entry).filter(|_| !entry.is_cut("memberOf"));
        let account = candidate::read(entry, locked.unwrap_or(true), protected, Some(self.now))?;
        Ok(Located { account, is_sure: locked.is_some() })
    }
}

fn to_match(seen: LocateResult) -> BulkMatch {
    seen.map_or_else(BulkMatch::Unreadable, |located| BulkMatch::Account(located.account))
}
