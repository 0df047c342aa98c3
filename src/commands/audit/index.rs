//! `audit index`: brings the index beside the trail up to date, which otherwise happens a little in each run.

use crate::commands::Failure;
use crate::ports::{ReadRecords, SearchRecords};

/// Indexes what is not indexed yet. `progress` is told how many records are, and how many there are.
///
/// # Errors
/// [`Failure::Store`]; what was indexed before stays.
pub async fn index(
    records: &(impl ReadRecords + SearchRecords),
    progress: &dyn Fn(i64, i64),
) -> Result<Indexed, Failure> {
    let total = records.before(i64::MAX, 1).await?.first().map_or(0, |newest| newest.number);
    while let Some(indexed) = records.index_next().await? {
        progress(indexed, total);
    }
    Ok(Indexed { last: records.indexed().await?, total })
}

#[derive(Debug)]
pub struct Indexed {
    /// The last record that is indexed; the few after it are read.
    pub last: i64,
    /// The newest record.
    pub total: i64,
}
