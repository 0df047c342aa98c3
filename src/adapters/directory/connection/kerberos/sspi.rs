//! Tickets from Windows (SSPI): those of the user who is signed in to the computer.

use std::io;

use cross_krb5::{ClientCtx, Cred, InitiateFlags, K5Cred, K5Ctx, PendingClientCtx, Step};

use super::{FailedExchange, Ticket};
use crate::ports::TicketFault;

/// Whether this program can sign in with a ticket.
pub const BUILT_IN: bool = true;

/// Between this program and one server.
pub(super) enum TicketContext {
    Pending(PendingClientCtx),
    Complete(ClientCtx),
    /// A step failed.
    Ended,
}

/// Whether there is one. The library does not hand on whose it is and for how long.
pub(super) fn ticket() -> Result<Ticket, FailedExchange> {
    Cred::client_acquire(InitiateFlags::empty(), None).map_err(trouble)?;
    Ok(Ticket { principal: None, expires: None })
}

impl TicketContext {
    /// Requests a ticket for the directory on `host`, which may involve a KDC. The library always requires mutual
    /// authentication and encryption.
    pub(super) fn begin(_: &str, host: &str) -> Result<(Self, Vec<u8>), FailedExchange> {
        let target = format!("ldap/{host}");
        let (pending, token) = ClientCtx::new(InitiateFlags::empty(), None, &target, None).map_err(trouble)?;
        Ok((Self::Pending(pending), token.to_vec()))
    }

    /// Processes the server's answer.
    pub(super) fn step(&mut self, token: &[u8]) -> Result<Vec<u8>, FailedExchange> {
        let Self::Pending(pending) = std::mem::replace(self, Self::Ended) else { return Err(out_of_turn()) };
        Ok(match pending.step(token).map_err(trouble)? {
            Step::Finished((context, token)) => {
                *self = Self::Complete(context);
                token.map(|token| token.to_vec()).unwrap_or_default()
            }
            Step::Continue((pending, token)) => {
                let token = token.to_vec();
                *self = Self::Pending(pending);
                token
            }
        })
    }

    pub(super) fn is_complete(&self) -> bool {
        matches!(self, Self::Complete(_))
    }

    /// Signs, and with `seal` also encrypts.
    pub(super) fn wrap(&mut self, seal: bool, plain: &[u8]) -> Result<Vec<u8>, FailedExchange> {
        let Self::Complete(context) = self else { return Err(out_of_turn()) };
        context.wrap(seal, plain).map(|sealed| sealed.to_vec()).map_err(trouble)
    }

    pub(super) fn unwrap(&mut self, sealed: &[u8]) -> Result<Vec<u8>, FailedExchange> {
        let Self::Complete(context) = self else { return Err(out_of_turn()) };
        context.unwrap(sealed).map(|plain| plain.to_vec()).map_err(trouble)
    }
}

fn out_of_turn() -> FailedExchange {
    FailedExchange { fault: TicketFault::Other, text: "the exchange with the server is out of turn".to_owned() }
}

/// Security support errors (winerror.h) with a meaning of their own.
const FAULTS: &[(u32, TicketFault)] = &[
    (0x8009_030e, TicketFault::Missing),                        // SEC_E_NO_CREDENTIALS
    (0x8009_0317, TicketFault::Expired),                        // SEC_E_CONTEXT_EXPIRED
    (0x8009_0324, TicketFault::Clock { ahead: None }),          // SEC_E_TIME_SKEW
    (0x8009_0311, TicketFault::KdcUnreachable),                 // SEC_E_NO_AUTHENTICATING_AUTHORITY
    (0x8009_0303, TicketFault::UnknownServer { itself: None }), // SEC_E_TARGET_UNKNOWN
    (0x8009_0322, TicketFault::OtherServer { itself: None }),   // SEC_E_WRONG_PRINCIPAL
];

/// The library hands on an error's text in the system's language, and not its code, so the text is compared with the
/// system's text of each known code.
fn trouble(error: impl std::fmt::Display) -> FailedExchange {
    let text = format!("{error:#}").trim().to_owned();
    let means = |code: u32| {
        let known = io::Error::from_raw_os_error(code.cast_signed()).to_string();
        let known = known.rsplit_once(" (os error").map_or(&*known, |(known, _)| known);
        !known.is_empty() && text.contains(known)
    };
    let fault = FAULTS.iter().find(|(code, _)| means(*code)).map(|(_, fault)| fault.clone());
    FailedExchange { fault: fault.unwrap_or(TicketFault::Other), text }
}
