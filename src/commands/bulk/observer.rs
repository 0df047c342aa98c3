//! Progress of a bulk run, and the request to stop it.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Poll, Waker};

use crate::domain::bulk::RowChange;

pub trait Progress {
    /// Reports that `done` of `total` rows are answered.
    fn at(&mut self, done: usize, total: usize);
}

/// Asks a run to stop: it finishes what it has sent, and starts nothing new.
#[derive(Default)]
pub struct StopSignal {
    requested: Cell<bool>,
    /// Wakes work that can be abandoned.
    waiting: Cell<Option<Waker>>,
}

impl StopSignal {
    /// Requests the stop. Returns whether it takes effect at once, because nothing has to be finished.
    pub fn request(&self) -> bool {
        self.requested.set(true);
        self.waiting.take().is_some_and(|waiting| {
            waiting.wake();
            true
        })
    }

    /// Takes the request back, before more work that can be stopped.
    pub fn take_back(&self) {
        self.requested.set(false);
    }

    pub fn is_requested(&self) -> bool {
        self.requested.get()
    }

    /// Awaits `work`, abandoning it with `None` when the stop is requested first.
    pub async fn unless_requested<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        let done = poll_fn(|context| {
            if self.is_requested() {
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

/// What a run reports to while it executes.
pub struct RunObserver<'a> {
    pub progress: &'a mut dyn Progress,
    /// Called with each row once it is settled, in any order.
    pub settled: &'a mut dyn FnMut(usize, &RowChange),
    pub stop: &'a StopSignal,
}
