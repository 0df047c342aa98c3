//! The SASL exchange that signs in with a ticket and seals the connection (RFC 4752, 3.1). Requires sealing.

use jiff::Timestamp;
use ldap3::LdapResult;
use tokio::net::TcpStream;

use super::context::TicketContext;
use super::sealed::LARGEST;
use super::{FailedExchange, on_own_thread};
use crate::adapters::directory::DirectorySettings;
use crate::adapters::directory::connection::wire::{BindAnswer, Wire};
use crate::adapters::directory::entry::generalized_time;
use crate::adapters::directory::errors::{self, ConnectError};
use crate::ports::{DirectoryError, ServerFault, SignInRefusal, TicketFault};

const SUCCESS: u32 = 0;
const IN_PROGRESS: u32 = 14;
/// The layer that both signs and encrypts, as a bit and as a choice (RFC 4752, 3.3).
const CONFIDENTIALITY: u8 = 4;

/// A sign-in under way.
struct Exchange<'a> {
    wire: Wire,
    /// The server's name in Kerberos, and as a controller.
    name: &'a str,
    server: &'a str,
    settings: &'a DirectorySettings,
}

/// Signs in. Returns the connection, the context that seals it, and the largest piece the server takes.
pub(super) async fn run(
    stream: TcpStream,
    name: &str,
    server: &str,
    settings: &DirectorySettings,
) -> Result<(TcpStream, TicketContext, usize), ConnectError> {
    let mut exchange = Exchange { wire: Wire::new(stream, settings.timeout), name, server, settings };
    let (context, limit) = exchange.run().await?;
    Ok((exchange.wire.into_inner()?, context, limit))
}

impl Exchange<'_> {
    async fn run(&mut self) -> Result<(TicketContext, usize), ConnectError> {
        let (user, host) = (self.settings.user.clone(), self.name.to_owned());
        let begun = on_own_thread(self.settings.timeout, move || TicketContext::begin(&user, &host)).await;
        let (mut context, token) = match begun {
            Ok(begun) => begun,
            Err(trouble) => return Err(self.explained(trouble).await),
        };
        // Looking for the ticket had a time of its own.
        self.wire.begin();
        let mut answer = self.wire.bind(token).await?;
        while answer.code == IN_PROGRESS && !context.is_complete() {
            let reply = match context.step(&answer.token.unwrap_or_default()) {
                Ok(reply) => reply,
                Err(trouble) => return Err(self.explained(trouble).await),
            };
            answer = self.wire.bind(reply).await?;
        }
        if answer.code != IN_PROGRESS {
            return Err(self.refused(answer, context).await);
        }
        let broken = |FailedExchange { text, .. }| ConnectError::Unusable(ServerFault::Other(text));
        let offer = context.unwrap(&answer.token.unwrap_or_default()).map_err(broken)?;
        let limit = offered(&offer).ok_or(ServerFault::NoEncryption)?;
        let choice = context.wrap(false, &chosen()).map_err(broken)?;
        let answer = self.wire.bind(choice).await?;
        if answer.code != SUCCESS {
            return Err(self.refused(answer, context).await);
        }
        Ok((context, limit))
    }

    /// The error, with facts from the server that help the operator.
    async fn explained(&mut self, FailedExchange { mut fault, text }: FailedExchange) -> ConnectError {
        match &mut fault {
            TicketFault::Clock { ahead } => {
                let [time] = self.wire.root(["currentTime"]).await.unwrap_or_default();
                let theirs = time.as_deref().and_then(generalized_time);
                let difference = theirs.map(|theirs| Timestamp::now().duration_since(theirs).as_secs());
                // If they agree, it is another computer's clock that differs.
                *ahead = difference.filter(|difference| difference.saturating_abs() >= 60);
            }
            TicketFault::UnknownServer { itself } | TicketFault::OtherServer { itself } => {
                *itself = self.other_name().await;
            }
            _ => {}
        }
        ConnectError::Refused(DirectoryError::Ticket { server: self.name.to_owned(), fault, text })
    }

    /// The server's own name, if it differs from this one.
    async fn other_name(&mut self) -> Option<String> {
        let [host] = self.wire.root(["dnsHostName"]).await.unwrap_or_default();
        host.filter(|host| !host.eq_ignore_ascii_case(self.name))
    }

    /// The error of a server's refusal, by Kerberos (RFC 4120, 5.9.1) or by LDAP.
    async fn refused(
        &mut self,
        BindAnswer { code, text, token }: BindAnswer,
        mut context: TicketContext,
    ) -> ConnectError {
        if let Some(token) = token.filter(|token| !token.is_empty() && !context.is_complete())
            && let Err(trouble) = context.step(&token)
        {
            return self.explained(trouble).await;
        }
        let result = LdapResult { rc: code, matched: String::new(), text, refs: vec![], ctrls: vec![] };
        use SignInRefusal::{Ticket, WrongNameOrPassword};
        match errors::sign_in(self.server, &self.settings.user, &result) {
            // There was no password that could be wrong.
            ConnectError::Refused(DirectoryError::SignIn { server, user, refusal: WrongNameOrPassword, text }) => {
                ConnectError::Refused(match self.other_name().await {
                    None => DirectoryError::SignIn { server, user, refusal: Ticket, text },
                    itself => {
                        let fault = TicketFault::OtherServer { itself };
                        DirectoryError::Ticket { server: self.name.to_owned(), fault, text }
                    }
                })
            }
            other => other,
        }
    }
}

/// The largest piece the server takes, if it offers sealing: one octet of layers, three of size.
fn offered(offer: &[u8]) -> Option<usize> {
    let &[layers, high, middle, low] = offer else { return None };
    let limit = u32::from_be_bytes([0, high, middle, low]);
    (layers & CONFIDENTIALITY != 0).then_some(limit as usize)
}

/// The chosen layer and the largest piece accepted here.
fn chosen() -> [u8; 4] {
    let [_, high, middle, low] = LARGEST.to_be_bytes();
    [CONFIDENTIALITY, high, middle, low]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_without_sealing_is_refused() {
        assert_eq!(offered(&[7, 0xff, 0xff, 0xff]), Some(0xff_ffff));
        assert_eq!(offered(&[4, 0, 0x10, 0]), Some(4096));
        for other in [&[3, 0xff, 0xff, 0xff][..], &[1, 0, 0, 0], &[4, 0, 1], &[], &[4, 0, 0, 0, 0]] {
            assert_eq!(offered(other), None, "{other:?}");
        }
        assert_eq!(chosen()[0], CONFIDENTIALITY, "and nothing else is asked for");
    }
}
