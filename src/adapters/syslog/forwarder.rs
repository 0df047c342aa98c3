//! The thread that forwards: it is woken after each record and empties the spool. Independent of store and protocol.

use std::io;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::Transport;
use crate::adapters::tls::reach;
use crate::domain::audit::StoredRecord;
use crate::domain::system_fault::SystemFault;
use crate::ports::ServerFault;

/// How many records are sent at a time, before they are marked as sent.
const BATCH: u32 = 100;

/// The records that wait to be sent.
pub trait Spool {
    /// The oldest records that are not marked as sent.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn waiting(&mut self, count: u32) -> io::Result<Vec<StoredRecord>>;

    /// Marks everything up to this number as sent.
    ///
    /// # Errors
    /// When the store cannot be written: the records will be sent again.
    fn sent(&mut self, number: i64) -> io::Result<()>;

    /// Lets another machine send: nothing waits, or nothing can be sent now.
    fn let_go(&mut self) {}
}

/// Sends what waits, and each new record.
pub struct Forwarder {
    wake: Sender<()>,
    done: mpsc::Receiver<io::Result<()>>,
}

impl Forwarder {
    /// Starts with what earlier runs have left. `open` opens the spool, in the thread that uses it.
    pub fn start(transport: Transport, open: impl FnOnce() -> io::Result<Box<dyn Spool>> + Send + 'static) -> Self {
        Self::running(move |woken| {
            let mut spool = open()?;
            let mut result = drain(&transport, &mut *spool);
            while woken.recv().is_ok() {
                // Records written together are sent together.
                while woken.try_recv().is_ok() {}
                result = drain(&transport, &mut *spool);
            }
            result
        })
    }

    /// Connects, and sends nothing.
    pub fn probe(transport: Transport) -> Self {
        Self::running(move |_| transport.send(&[]))
    }

    fn running(work: impl FnOnce(mpsc::Receiver<()>) -> io::Result<()> + Send + 'static) -> Self {
        let (wake, woken) = mpsc::channel();
        let (tell, done) = mpsc::channel();
        let failed = tell.clone();
        let started = thread::Builder::new().spawn(move || {
            // Fails when nobody waited.
            let _ = tell.send(work(woken));
        });
        if let Err(error) = started {
            let _ = failed.send(Err(error));
        }
        Self { wake, done }
    }

    /// Wakes the thread; to be called after each record.
    pub fn waker(&self) -> impl Fn() + 'static {
        let wake = self.wake.clone();
        move || {
            // Fails when the thread has ended; `finish` returns its error.
            let _ = wake.send(());
        }
    }

    /// Waits until everything is sent, but no longer than `patience`; all wakers must be dropped. The next run sends
    /// the rest.
    ///
    /// # Errors
    /// [`ServerFault`]: why not everything was sent.
    pub fn finish(self, patience: Duration) -> Result<(), ServerFault> {
        drop(self.wake);
        match self.done.recv_timeout(patience) {
            Ok(result) => result.map_err(|error| reach(&error)),
            Err(RecvTimeoutError::Timeout) => Err(ServerFault::TimedOut),
            Err(RecvTimeoutError::Disconnected) => Err(ServerFault::System(SystemFault::Unexpected(None))),
        }
    }
}

fn drain(transport: &Transport, spool: &mut dyn Spool) -> io::Result<()> {
    let drained = send_all(transport, spool);
    spool.let_go();
    drained
}

fn send_all(transport: &Transport, spool: &mut dyn Spool) -> io::Result<()> {
    loop {
        let records = spool.waiting(BATCH)?;
        let Some(last) = records.last() else { return Ok(()) };
        transport.send(&records)?;
        spool.sent(last.number)?;
    }
}
