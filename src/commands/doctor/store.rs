//! The store that is open: whether it can be written, and whether the trail in it is whole. Adds nothing to it.

use super::{Check, Finding, Name};
use crate::commands::{Failure, audit};
use crate::ports::{Clock, InspectStore, ReadRecords, Records, StoreError};

/// Looks at the store called `place`.
pub async fn store(place: &str, store: &(impl InspectStore + Records + ReadRecords), clock: &dyn Clock) -> Vec<Check> {
    let failed = |name, error| Check::stops_calls(name, Finding::Failed(Failure::Store(error)));
    let written = match store.test_write().await {
        Ok(()) => Check::fine(Name::Store, Finding::StoreReady { place: place.to_owned() }),
        Err(error) => failed(Name::Store, error),
    };
    let trail = match audit::verify(None, store).await {
        Ok(audit::Verified { fault: Some(fault), .. }) => Check::broken(Name::Trail, Finding::TrailBroken(fault)),
        Ok(verified) => Check::fine(Name::Trail, Finding::TrailHolds { records: verified.number }),
        Err(failure) => Check::stops_calls(Name::Trail, Finding::Failed(failure)),
    };
    let open = match store.unanswered(None).await {
        Err(error) => Some(failed(Name::OpenIntents, error)),
        Ok(open) => {
            // What is younger, another operator may be about.
            let is_left = |at| clock.now().duration_since(at) >= audit::UNDER_WAY;
            let n = open.iter().filter(|(_, record)| is_left(record.at)).count();
            (n > 0).then(|| Check::warning(Name::OpenIntents, Finding::OpenIntents { n }))
        }
    };
    [written, trail].into_iter().chain(open).collect()
}

/// The store called `place` is one user's own, and so are the limits on codes that count there.
pub fn limits_of_one_user(place: &str) -> Check {
    Check::warning(Name::Limits, Finding::LimitsOfOneUser { place: place.to_owned() })
}

/// What came of sending the trail on to `server`.
pub fn log_server(server: &str, result: Result<(), String>) -> Check {
    let server = server.to_owned();
    match result {
        Ok(()) => Check::fine(Name::LogServer, Finding::LogServer { server }),
        Err(why) => Check::warning(Name::LogServer, Finding::LogServerAway { server, why }),
    }
}

impl Check {
    /// The sign-in was not taken down.
    pub fn not_recorded(error: StoreError) -> Self {
        Self::stops_calls(Name::Trail, Finding::Failed(Failure::Store(error)))
    }
}
