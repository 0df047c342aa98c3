//! Signs in to the first usable controller, or to a given one.

use std::sync::Arc;

use tokio::time::{Duration, Instant, timeout};

use super::controllers::ControllerAddress;
use super::relay::Link;
use super::{Connection, Dialer, global_catalogue, kerberos, trace};
use crate::adapters::directory::Result;
use crate::adapters::directory::errors::{self, ConnectError};
use crate::adapters::race;
use crate::domain::credentials::Credentials;
use crate::domain::password::Password;
use crate::ports::{DirectoryError, ServerFault};

/// How long a controller that turns connections away is tried again. An operator whose only controller is down waits as
/// long for nothing.
const TURNED_AWAY: Duration = Duration::from_secs(1);

/// An encrypted connection, or one signed in by ticket. `Err`: every controller would refuse the ticket.
type OpenedConnection = Result<Link>;

impl Dialer<'_> {
    /// Signs in to the first usable controller, and returns the unusable ones. Connects to several at once, but sends
    /// a password to one at a time: each would count a wrong one. A ticket's exchange may run at several, and
    /// shows which are alive. Where all turn us away at once, tries again a few times within [`TURNED_AWAY`]:
    /// one that restarts, or has too many waiting, does so for an instant.
    pub(crate) async fn connect(&self, credentials: &Credentials) -> Result<(Connection, Vec<(String, ServerFault)>)> {
        self.connect_among((0..self.controllers.list.len()).collect(), credentials).await
    }

    /// The same among the controllers in these places.
    pub(super) async fn connect_among(
        &self,
        mut left: Vec<usize>,
        credentials: &Credentials,
    ) -> Result<(Connection, Vec<(String, ServerFault)>)> {
        let (unresponsive, list) = (&self.settings.unresponsive, &self.controllers.list);
        left.sort_by_key(|place| unresponsive.comes_last(&list[*place].url));
        let mut tried: Vec<(usize, ServerFault)> = Vec::new();
        let again = TURNED_AWAY.min(self.settings.timeout / 5);
        let (until, mut pause) = (Instant::now() + again, again / 20);
        loop {
            let attempts = left.iter().map(|place| self.open(&list[*place], credentials));
            let first = match race::first(attempts, self.head_start()).await {
                Ok(first) => first,
                Err(reaches) if reaches.iter().any(turns_away) && Instant::now() + pause < until => {
                    tokio::time::sleep(self.shortened(pause)).await;
                    pause *= 2;
                    continue;
                }
                Err(reaches) => {
                    tried.extend(left.into_iter().zip(reaches));
                    return Err(DirectoryError::Unreachable { tried: self.named(tried) });
                }
            };
            tried.extend(first.failed.into_iter().map(|(at, reach)| (left[at], reach)));
            let place = left[first.winner];
            match self.sign_in(first.value, place, credentials).await {
                Ok(connection) => {
                    tried.extend(first.unfinished.into_iter().map(|at| (left[at], ServerFault::Slow)));
                    // Not noted when none answers: then this computer is offline.
                    tried.iter().for_each(|(place, reach)| unresponsive.note(&list[*place].url, reach));
                    return Ok((connection, self.named(tried)));
                }
                Err(ConnectError::Refused(error)) => return Err(error),
                Err(ConnectError::Unusable(reach)) => tried.push((place, reach)),
            }
            left.retain(|place| tried.iter().all(|(other, _)| other != place));
        }
    }

    pub(crate) async fn connect_to(&self, place: usize, credentials: &Credentials) -> Result<Connection> {
        let controller = self.controllers.list.get(place).ok_or(DirectoryError::Unreachable { tried: vec![] })?;
        let opened =
            self.open(controller, credentials).await.map_err(|reach| errors::unreachable(controller.name(), reach))?;
        self.sign_in(opened, place, credentials).await.map_err(|error| match error {
            ConnectError::Refused(error) => error,
            ConnectError::Unusable(reach) => errors::unreachable(controller.name(), reach),
        })
    }

    async fn open(
        &self,
        controller: &ControllerAddress,
        credentials: &Credentials,
    ) -> Result<OpenedConnection, ServerFault> {
        let Credentials::Ticket = credentials else { return self.encrypted(controller).await.map(Ok) };
        let stream = self.plain(controller).await?;
        let (name, server) = (self.expected_name(controller), controller.name());
        let asked = trace::bind(server, &self.settings, "kerberos");
        let signed_in = Box::pin(kerberos::sign_in(stream, name, server, &self.settings)).await;
        match signed_in.inspect(|_| asked.ended("done")) {
            Ok(link) => Ok(Ok(link)),
            Err(ConnectError::Refused(error)) => Ok(Err(error)),
            Err(ConnectError::Unusable(reach)) => Err(reach),
        }
    }

    async fn sign_in(
        &self,
        opened: OpenedConnection,
        place: usize,
        credentials: &Credentials,
    ) -> Result<Connection, ConnectError> {
        let (mut link, controller) = (opened.map_err(ConnectError::Refused)?, &self.controllers.list[place]);
        if let Credentials::Password(password) = credentials {
            self.bind(&mut link, controller.name(), password).await?;
        }
        let catalogue = global_catalogue(&controller.url);
        Ok(Connection { catalogue, ..Connection::new(link, Arc::clone(&self.settings), place, controller) })
    }

    async fn bind(&self, link: &mut Link, server: &str, password: &Password) -> Result<(), ConnectError> {
        let user = &self.settings.user;
        let asked = trace::bind(server, &self.settings, "simple");
        let result = timeout(self.settings.timeout, Box::pin(link.ldap.simple_bind(user, password.expose()))).await;
        asked.ended(trace::bound(&result));
        match result {
            Ok(Ok(result)) if result.rc == 0 => Ok(()),
            Ok(Ok(result)) => Err(errors::sign_in(server, user, &result)),
            Ok(Err(_)) if link.state.is_malformed() => Err(ServerFault::NotLdap.into()),
            Ok(Err(_)) => Err(ServerFault::HungUp.into()),
            Err(_) => Err(ServerFault::TimedOut.into()),
        }
    }

    /// At least half of it: those who were turned away together do not come back together.
    fn shortened(&self, pause: Duration) -> Duration {
        let mut random = [0];
        // Without randomness it is half.
        let _ = self.random.fill(&mut random);
        pause / 2 + pause / 2 * u32::from(random[0]) / 256
    }

    /// By name, in the order of the controllers, after those that must not be used.
    fn named(&self, mut tried: Vec<(usize, ServerFault)>) -> Vec<(String, ServerFault)> {
        tried.sort_by_key(|(place, _)| *place);
        let named = tried.into_iter().map(|(place, reach)| (self.controllers.list[place].name().to_owned(), reach));
        self.controllers.refused.iter().cloned().chain(named).collect()
    }
}

/// Whether the controller turned us away before anything was sent that it could count.
fn turns_away(reach: &ServerFault) -> bool {
    matches!(reach, ServerFault::Refused | ServerFault::HungUp)
}
