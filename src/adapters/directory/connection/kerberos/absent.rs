//! The build without Kerberos.

use super::{FailedExchange, Ticket};
use crate::ports::TicketFault;

/// Whether this program can sign in with a ticket.
pub const BUILT_IN: bool = false;

pub(super) enum TicketContext {}

pub(super) fn ticket() -> Result<Ticket, FailedExchange> {
    Err(absent())
}

fn absent() -> FailedExchange {
    FailedExchange { fault: TicketFault::Other, text: "built without Kerberos".to_owned() }
}

impl TicketContext {
    pub(super) fn begin(_: &str, _: &str) -> Result<(Self, Vec<u8>), FailedExchange> {
        Err(absent())
    }

    pub(super) fn step(&mut self, _: &[u8]) -> Result<Vec<u8>, FailedExchange> {
        match *self {}
    }

    pub(super) fn is_complete(&self) -> bool {
        match *self {}
    }

    pub(super) fn wrap(&mut self, _: bool, _: &[u8]) -> Result<Vec<u8>, FailedExchange> {
        match *self {}
    }

    pub(super) fn unwrap(&mut self, _: &[u8]) -> Result<Vec<u8>, FailedExchange> {
        match *self {}
    }
}
