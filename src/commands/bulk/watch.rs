//! Who follows a run over many accounts, and may ask it to end.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Poll, Waker};

use crate::domain::bulk::RowChange;

/// Learns how far it has come.
pub trait Progress {
    /// So many of all are answered.
    fn at(&mut self, done: usize, total: usize);
}

/// Asks a run to end: what is under way is finished, and nothing new is begun.
#[derive(Default)]
pub struct Stop {
    asked: Cell<bool>,
    /// Of what ends at once.
    waiting: Cell<Option<Waker>>,
}

impl Stop {
    /// Asks it. Whether it ends at once: nothing is under way that has to be finished.
    pub fn ask(&self) -> bool {
        self.asked.set(true);
        self.waiting.take().is_some_and(|waiting| {
            waiting.wake();
            true
        })
    }

    /// Whether it was asked.
    pub fn is_asked(&self) -> bool {
        self.asked.get()
    }

    /// Waits for `work`, which need not be finished: `None` when it was asked to end before.
    pub async fn unless_asked<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        let done = poll_fn(|context| {
            if self.is_asked() {
                return Poll::Ready(None);
            }
            self.waiting.set(Some(context.waker().clone()));
            work.as_mut().poll(context).map(Some)
        });
        let done = done.await;
        self.waiting.take();
        done
    }
}

/// Who follows the run.
pub struct Watch<'a> {
    /// Learns how far it has come.
    pub progress: &'a mut dyn Progress,
    /// Is given each row when it is settled, which need not be in the order of the rows.
    pub settled: &'a mut dyn FnMut(usize, &RowChange),
    /// May ask the run to end.
    pub stop: &'a Stop,
}
