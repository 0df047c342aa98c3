//! Checks an open store: whether it is writable and its audit trail intact. Adds nothing to it.

use super::{Check, CheckName, Finding};
use crate::commands::{Failure, audit};
use crate::ports::{Clock, InspectStore, ReadRecords, Records, SearchRecords, ServerFault, StoreError};

/// Checks the store at `place`.
pub async fn store(
    place: &str,
    store: &(impl InspectStore + Records + ReadRecords + SearchRecords),
    clock: &dyn Clock,
) -> Vec<Check> {
    let failed = |name, error| Check::stops_calls(name, Finding::Failed(Failure::Store(error)));
    let written = match store.test_write().await {
        Ok(()) => Check::fine(CheckName::Store, Finding::StoreReady { place: place.to_owned() }),
        Err(error) => failed(CheckName::Store, error),
    };
    let trail = match audit::verify(&audit::Scope::default(), store, &|_, _| ()).await {
        Ok(audit::Verified { fault: Some(fault), .. }) => Check::broken(CheckName::Trail, Finding::TrailBroken(fault)),
        Ok(verified) => Check::fine(CheckName::Trail, Finding::TrailHolds { records: verified.number }),
        Err(failure) => Check::stops_calls(CheckName::Trail, Finding::Failed(failure)),
    };
    let open = match store.unanswered(None).await {
        Err(error) => Some(failed(CheckName::OpenIntents, error)),
        Ok(open) => {
            // Another operator may be working on younger ones.
            let is_abandoned = |at| clock.now().duration_since(at) >= audit::ABANDONED_AFTER;
            let n = open.iter().filter(|(_, record)| is_abandoned(record.at)).count();
            (n > 0).then(|| Check::warning(CheckName::OpenIntents, Finding::OpenIntents { n }))
        }
    };
    let own = store.ownership().map(|own| Check::fine(CheckName::StoreFiles, Finding::StorePrivate(own)));
    [written].into_iter().chain(own).chain([trail]).chain(open).collect()
}

/// Reports a store that the next command makes, or brings up to this program's version.
pub fn store_to_be_made(place: &str, is_older: bool) -> Check {
    Check::fine(CheckName::Store, Finding::StoreToBeMade { place: place.to_owned(), is_older })
}

/// Warns that the store at `place`, and so its limits on codes, serves one user only.
pub fn limits_of_one_user(place: &str) -> Check {
    Check::warning(CheckName::Limits, Finding::LimitsOfOneUser { place: place.to_owned() })
}

/// Reports the result of forwarding the trail to `server`.
pub fn log_server(server: &str, result: Result<(), ServerFault>) -> Check {
    let server = server.to_owned();
    match result {
        Ok(()) => Check::fine(CheckName::LogServer, Finding::LogServer { server }),
        Err(why) => Check::warning(CheckName::LogServer, Finding::LogServerAway { server, why }),
    }
}

impl Check {
    /// Reports that the sign-in was not recorded.
    pub fn not_recorded(error: StoreError) -> Self {
        Self::stops_calls(CheckName::Trail, Finding::Failed(Failure::Store(error)))
    }
}
