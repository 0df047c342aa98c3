//! Races attempts so that a dead one costs little (after RFC 8305, "happy eyeballs"): each gets a head start before the
//! next begins as well. Independent of any protocol.

use std::future::Future;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::time::{Instant, sleep_until};

/// The first success, and what became of the others.
pub(super) struct RaceResult<T, E> {
    /// Its index among the attempts.
    pub(super) winner: usize,
    pub(super) value: T,
    /// Those that failed before, by index.
    pub(super) failed: Vec<(usize, E)>,
    /// Those that were begun and not finished, by index.
    pub(super) unfinished: Vec<usize>,
}

/// Begins the attempts in order, the next as soon as one fails or `head_start` has passed since the last began. Returns
/// at the first success.
///
/// # Errors
/// The error of each attempt, in their order.
pub(super) async fn first<T, E, F: Future<Output = Result<T, E>>>(
    attempts: impl IntoIterator<Item = F>,
    head_start: Duration,
) -> Result<RaceResult<T, E>, Vec<E>> {
    let mut waiting = attempts.into_iter().enumerate().peekable();
    let mut running = FuturesUnordered::new();
    let (mut failed, mut begun) = (Vec::new(), 0);
    let mut next_at = Instant::now();
    loop {
        if waiting.peek().is_some() && (running.is_empty() || next_at <= Instant::now()) {
            running.extend(waiting.next().map(|(at, attempt)| async move { (at, attempt.await) }));
            (begun, next_at) = (begun + 1, Instant::now() + head_start);
        }
        tokio::select! {
            ended = running.next() => match ended {
                Some((winner, Ok(value))) => {
                    let is_open = |at: &usize| *at != winner && failed.iter().all(|(other, _)| other != at);
                    let unfinished = (0..begun).filter(is_open).collect();
                    return Ok(RaceResult { winner, value, failed, unfinished });
                }
                Some((at, Err(error))) => {
                    failed.push((at, error));
                    next_at = Instant::now();
                }
                None => {
                    failed.sort_by_key(|(at, _)| *at);
                    return Err(failed.into_iter().map(|(_, error)| error).collect());
                }
            },
            () = sleep_until(next_at), if waiting.peek().is_some() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::future::pending;

    use super::*;

    const LONG: Duration = Duration::from_secs(3600);

    fn attempt<'a>(begun: &'a RefCell<Vec<char>>, name: char, outcome: Option<Result<char, char>>) -> Attempt<'a> {
        Box::pin(async move {
            begun.borrow_mut().push(name);
            match outcome {
                Some(outcome) => outcome,
                None => pending().await,
            }
        })
    }

    type Attempt<'a> = std::pin::Pin<Box<dyn Future<Output = Result<char, char>> + 'a>>;

    #[tokio::test]
    async fn first_success_begins_no_other() {
        let begun = RefCell::default();
        let RaceResult { winner, failed, unfinished, .. } =
            first([attempt(&begun, 'a', Some(Ok('a'))), attempt(&begun, 'b', None)], LONG).await.ok().unwrap();
        assert_eq!((winner, failed, unfinished), (0, vec![], vec![]));
        assert_eq!(*begun.borrow(), ['a']);
    }

    #[tokio::test]
    async fn failure_starts_the_next_attempt_at_once() {
        let begun = RefCell::default();
        let attempts = [attempt(&begun, 'a', Some(Err('x'))), attempt(&begun, 'b', Some(Ok('b')))];
        let won = first(attempts, LONG).await.ok().unwrap();
        assert_eq!((won.winner, won.value, won.failed), (1, 'b', vec![(0, 'x')]));
    }

    #[tokio::test]
    async fn silent_attempt_delays_no_other() {
        let begun = RefCell::default();
        let attempts = [attempt(&begun, 'a', None), attempt(&begun, 'b', None), attempt(&begun, 'c', Some(Ok('c')))];
        let won = first(attempts, Duration::ZERO).await.ok().unwrap();
        assert_eq!((won.winner, won.unfinished), (2, vec![0, 1]));
    }

    #[tokio::test]
    async fn all_failures_are_returned_in_order() {
        let begun = RefCell::default();
        let slow = Box::pin(async {
            tokio::task::yield_now().await;
            Err('a')
        });
        let attempts: [Attempt<'_>; 2] = [slow, attempt(&begun, 'b', Some(Err('b')))];
        assert_eq!(first(attempts, Duration::ZERO).await.err().unwrap(), ['a', 'b']);
        assert_eq!(first(std::iter::empty::<std::future::Ready<Result<(), ()>>>(), LONG).await.err().unwrap(), []);
    }
}
