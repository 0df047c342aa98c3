//! Compares two readings of an account from the same controller.

use jiff::{SignedDuration, Timestamp};

use crate::domain::replicas::Replica;

/// Controllers report their clocks in whole seconds.
const CLOCK_RESOLUTION: SignedDuration = SignedDuration::from_secs(1);

/// Wrong passwords between two readings, or since the unlock, at least. A successful sign-in or the passing of time
/// resets the count, but not the time of the last one.
pub(super) fn wrong_tries_between(before: Option<&Replica>, now: &Replica, since: Timestamp) -> u32 {
    let Some(before) = before else {
        // An unlock sets the count to 0, so what is counted after it came later, if only by a moment.
        return (now.wrong_tries > 0 && now.last_wrong_try.is_some_and(|last| is_after(last, now, since))).into();
    };
    match now.wrong_tries.checked_sub(before.wrong_tries) {
        Some(more @ 1..) => more,
        _ if now.last_wrong_try > before.last_wrong_try => now.wrong_tries.max(1),
        _ => 0,
    }
}

/// A lockout that replicates late is not new.
pub(super) fn is_new_lockout(before: Option<&Replica>, now: &Replica, since: Timestamp) -> bool {
    now.locked
        && match now.lockout_time {
            Some(at) => is_after(at, now, since),
            None => before.is_some_and(|before| !before.locked),
        }
}

fn is_after(at: Timestamp, on: &Replica, since: Timestamp) -> bool {
    local_time(at, on).is_some_and(|at| at.duration_since(since) >= -CLOCK_RESOLUTION)
}

/// Converts a controller's time to this computer's clock.
pub(super) fn local_time(at: Timestamp, on: &Replica) -> Option<Timestamp> {
    at.checked_sub(on.clock_ahead).ok()
}
