//! The thread that sends: it is woken after each record and works off the spool. Knows no technology of either.

use std::io;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::Transport;
use crate::domain::audit::StoredRecord;

/// How many records go at a time; with the next ones, what came before is marked as sent.
const BATCH: u32 = 100;

/// What waits to be sent.
pub trait Spool {
    /// The oldest records that are not sent.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn waiting(&mut self, count: u32) -> io::Result<Vec<StoredRecord>>;

    /// Marks everything up to this number as sent.
    ///
    /// # Errors
    /// When the store cannot be written: it will be sent again.
    fn sent(&mut self, number: i64) -> io::Result<()>;

    /// Nothing waits, or nothing can be sent now: another machine may go on.
    fn let_go(&mut self) {}
}

impl Spool for Box<dyn Spool> {
    fn waiting(&mut self, count: u32) -> io::Result<Vec<StoredRecord>> {
        (**self).waiting(count)
    }

    fn sent(&mut self, number: i64) -> io::Result<()> {
        (**self).sent(number)
    }

    fn let_go(&mut self) {
        (**self).let_go();
    }
}

/// Sends what waits, and what comes.
pub struct Forwarder {
    wake: Sender<()>,
    done: mpsc::Receiver<io::Result<()>>,
}

impl Forwarder {
    /// Begins with what earlier runs have left. `open` opens the spool, in the thread that uses it.
    pub fn start<S: Spool>(transport: Transport, open: impl FnOnce() -> io::Result<S> + Send + 'static) -> Self {
        let (wake, woken) = mpsc::channel();
        let (tell, done) = mpsc::channel();
        thread::spawn(move || {
            let result = open().and_then(|mut spool| {
                let mut result = drain(&transport, &mut spool);
                while woken.recv().is_ok() {
                    // Records that came together are sent together.
                    while woken.try_recv().is_ok() {}
                    result = drain(&transport, &mut spool);
                }
                result
            });
            // Who did not wait does not hear it.
            let _ = tell.send(result);
        });
        Self { wake, done }
    }

    /// What wakes it: to be called after each record.
    pub fn waker(&self) -> impl Fn() + 'static {
        let wake = self.wake.clone();
        move || {
            // A thread that has ended needs no waking; why it did is told at the end.
            let _ = wake.send(());
        }
    }

    /// Waits until everything is sent, but no longer than `patience`; all wakers must be gone. What is not sent then
    /// goes with the next run.
    ///
    /// # Errors
    /// [`io::Error`]: why something still waits.
    pub fn finish(self, patience: Duration) -> io::Result<()> {
        drop(self.wake);
        match self.done.recv_timeout(patience) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => Err(io::ErrorKind::TimedOut.into()),
            Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }
}

fn drain(transport: &Transport, spool: &mut impl Spool) -> io::Result<()> {
    let drained = send_all(transport, spool);
    spool.let_go();
    drained
}

fn send_all(transport: &Transport, spool: &mut impl Spool) -> io::Result<()> {
    loop {
        let records = spool.waiting(BATCH)?;
        let Some(last) = records.last() else { return Ok(()) };
        transport.send(&records)?;
        spool.sent(last.number)?;
    }
}
