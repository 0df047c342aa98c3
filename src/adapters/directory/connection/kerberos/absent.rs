//! The build without Kerberos.

use super::{Ticket, Trouble};
use crate::ports::TicketFault;

/// Whether this program can sign in with a ticket.
pub const BUILT_IN: bool = false;

pub(super) enum TicketContext {}

pub(super) fn ticket() -> Result<Ticket, Trouble> {
    Err(absent())
}

fn absent() -> Trouble {
    Trouble { fault: TicketFault::Other, text: "built without Kerberos".to_owned() }
}

impl TicketContext {
    pub(super) fn begin(_: &str, _: &str) -> Result<(Self, Vec<u8>), Trouble> {
        Err(absent())
    }

    pub(super) fn step(&mut self, _: &[u8]) -> Result<Vec<u8>, Trouble> {
        match *self {}
    }

    pub(super) fn is_complete(&self) -> bool {
        match *self {}
    }

    pub(super) fn wrap(&mut self, _: bool, _: &[u8]) -> Result<Vec<u8>, Trouble> {
        match *self {}
    }

    pub(super) fn unwrap(&mut self, _: &[u8]) -> Result<Vec<u8>, Trouble> {
        match *self {}
    }
}
