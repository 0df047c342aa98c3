//! How a process waits for another's transaction on the file.
//!
//! SQLite's own wait asks ever less often, so that of many processes those that have waited longest come last. Here they
//! ask more often. A lock that queues them would have no time limit.

use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::Connection;

/// How long one process waits for another's transaction.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Makes this connection wait.
pub(super) fn wait_for_others(connection: &mut Connection) -> rusqlite::Result<()> {
    let mut begun = Instant::now();
    // `count`: how often it has waited for the same transaction. `false`: it has been long enough.
    connection.busy_handler(Some(move |count| {
        if count == 0 {
            begun = Instant::now();
        }
        let waited = begun.elapsed();
        let goes_on = waited < BUSY_TIMEOUT;
        if goes_on {
            sleep(pause(waited));
        }
        goes_on
    }))
}

fn pause(waited: Duration) -> Duration {
    let longest = match waited.as_millis() {
        // Another transaction mostly takes a few milliseconds.
        0..10 => 2,
        10..100 => 8,
        100..500 => 4,
        _ => 2,
    };
    let mut random = [0];
    // Those who were locked out together do not come back together.
    let _ = getrandom::fill(&mut random);
    let longest = Duration::from_millis(longest);
    longest / 2 + longest / 2 * u32::from(random[0]) / 256
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_have_waited_longest_ask_most_often() {
        let pauses = |waited| (0..200).map(move |_| pause(Duration::from_millis(waited)).as_micros());
        assert!(pauses(20).min() >= pauses(800).max(), "newcomers leave the file to others");
        assert!(pauses(0).max() <= Some(2000), "a single other process is soon done");
        assert!(pauses(20).max() > pauses(20).min(), "not all at the same time");
    }
}
