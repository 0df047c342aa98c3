//! Who follows a run over many accounts, and may ask it to end.

use std::cell::Cell;

use crate::domain::bulk::Done;

/// Learns how far it has come.
pub trait Progress {
    /// So many of all are answered.
    fn at(&mut self, done: usize, total: usize);
}

/// Asks a run to end: what is under way is finished, and nothing new is begun.
#[derive(Debug, Default)]
pub struct Stop(Cell<bool>);

impl Stop {
    /// Asks it.
    pub fn ask(&self) {
        self.0.set(true);
    }

    /// Whether it was asked.
    pub fn is_asked(&self) -> bool {
        self.0.get()
    }
}

/// Who follows the run.
pub struct Watch<'a> {
    /// Learns how far it has come.
    pub progress: &'a mut dyn Progress,
    /// Is given each row when it is settled, which need not be in the order of the rows.
    pub settled: &'a mut dyn FnMut(usize, &Done),
    /// May ask the run to end.
    pub stop: &'a Stop,
}
