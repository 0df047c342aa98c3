//! Opens an encrypted connection to a controller, without signing in.

use std::iter;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::Either;
use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, LdapError, StdStream};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::controllers::{self, ControllerAddress, ControllerList};
use super::{Connection, DirectorySettings};
use crate::adapters::directory::{Result, normalized};
use crate::adapters::trace::TracedRequest;
use crate::adapters::{race, tls};
use crate::ports::{Random, ServerFault};

pub(crate) struct Dialer<'a> {
    pub(crate) settings: Arc<DirectorySettings>,
    pub(crate) controllers: ControllerList,
    random: &'a dyn Random,
}

impl<'a> Dialer<'a> {
    /// Finds the controllers.
    ///
    /// # Errors
    /// [`Undiscovered`](crate::ports::DirectoryError::Undiscovered) when DNS lists none.
    pub(crate) async fn new(mut settings: DirectorySettings, random: &'a dyn Random) -> Result<Self> {
        settings.base = settings.base.as_deref().map(normalized);
        let controllers = controllers::find(&settings, random).await?;
        Ok(Self { settings: Arc::new(settings), controllers, random })
    }

    /// Delay before racing the next controller or address (RFC 8305): usually half a second, more than the other end
    /// of a slow link needs for its first answers.
    pub(crate) fn head_start(&self) -> Duration {
        self.settings.timeout / 10
    }

    /// The name that the server must prove to have.
    pub(super) fn expected_name<'c>(&'c self, controller: &'c ControllerAddress) -> &'c str {
        self.settings.tls_name.as_deref().unwrap_or(controller.name())
    }

    /// An anonymous connection, for what the controller in this place tells anyone. Encrypted where operators sign in
    /// with a password; with tickets it is plain and carries no secrets.
    pub(crate) async fn anonymous(&self, place: usize, by_ticket: bool) -> Result<Connection, ServerFault> {
        let controller = self.controllers.list.get(place).ok_or(ServerFault::NoSuchHost)?;
        let ldap = if by_ticket {
            self.in_time(async {
                let stream = self.dial(controller, ticket_port(controller)).await?;
                let url = format!("ldap://{}", controller.name());
                spawn_driver(StdStream::Tcp(stream), LdapConnSettings::new(), &url)
                    .await
                    .map_err(|error| ServerFault::Other(error.to_string()))
            })
            .await?
        } else {
            self.encrypted(controller).await?
        };
        Ok(Connection::new(ldap, Arc::clone(&self.settings), place, controller.name()))
    }

    /// A plain connection for a ticket, which brings its own encryption: TLS and a ticket do not go together
    /// (MS-ADTS 5.1.2).
    pub(super) async fn plain(&self, controller: &ControllerAddress) -> Result<std::net::TcpStream, ServerFault> {
        self.in_time(self.dial(controller, ticket_port(controller))).await
    }

    pub(super) async fn encrypted(&self, controller: &ControllerAddress) -> Result<Ldap, ServerFault> {
        self.in_time(self.tls(controller)).await
    }

    async fn tls(&self, controller: &ControllerAddress) -> Result<Ldap, ServerFault> {
        let scheme = controller.url.scheme();
        let starttls = scheme == "ldap";
        let port = controller.url.port().unwrap_or(if starttls { 389 } else { 636 });
        let name = self.expected_name(controller);
        let config = tls::client_config(&self.settings.trust)?;
        let stream = self.dial(controller, port).await?;
        let asked =
            TracedRequest::connection(controller.name(), || if starttls { "starttls" } else { "tls" }.to_owned());
        // The library takes the name to verify from the URL, and the connection from us.
        let settings = LdapConnSettings::new().set_config(config).set_starttls(starttls);
        let url = format!("{scheme}://{name}:{port}");
        let driven = spawn_driver(StdStream::Tcp(stream), settings, &url).await.inspect(|_| asked.ended("done"));
        driven.map_err(|error| match error {
            LdapError::Io { source } => tls::reach(&source, name),
            LdapError::LdapResult { .. } if starttls => ServerFault::NoEncryption,
            LdapError::DNSName { .. } => ServerFault::WrongName { expected: name.to_owned() },
            other => ServerFault::Other(other.to_string()),
        })
    }

    async fn dial(&self, controller: &ControllerAddress, port: u16) -> Result<std::net::TcpStream, ServerFault> {
        let addresses = match &controller.addresses[..] {
            [] => self.resolve(controller.name()).await?,
            known => known.to_owned(),
        };
        let asked = TracedRequest::connection(controller.name(), || format!("connect port {port}"));
        let streams = addresses.into_iter().map(|address| TcpStream::connect(SocketAddr::from((address, port))));
        let stream = race::first(streams, self.head_start()).await.map_err(|errors| {
            errors.last().map_or(ServerFault::NoSuchHost, |error| tls::reach(error, self.expected_name(controller)))
        })?;
        asked.ended("done");
        // Requests are small and each waits for its answer: nothing is gained by holding one back.
        let _ = stream.value.set_nodelay(true);
        stream.value.into_std().map_err(|error| tls::reach(&error, self.expected_name(controller)))
    }

    /// The addresses of a host. The system may know better than DNS (a hosts file), so it is asked first; but it waits
    /// long for a name server that is silent. Where DNS listed the host, DNS is asked beside the system, so that one
    /// silent name server does not take the others with it.
    async fn resolve(&self, host: &str) -> Result<Vec<IpAddr>, ServerFault> {
        let system = async {
            let found = tokio::net::lookup_host((host, 0)).await.map_err(|_| ServerFault::NoSuchHost)?;
            Ok(found.map(|address| address.ip()).collect())
        };
        let dns = self.settings.discovered().map(|domain| async {
            let found = domain.resolver.addresses(host, self.settings.timeout, self.random).await;
            if found.is_empty() { Err(ServerFault::NoSuchHost) } else { Ok(found) }
        });
        let attempts = iter::once(Either::Left(system)).chain(dns.map(Either::Right));
        race::first(attempts, self.head_start()).await.map(|first| first.value).map_err(|_| ServerFault::NoSuchHost)
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, ServerFault>>) -> Result<T, ServerFault> {
        timeout(self.settings.timeout, work).await.unwrap_or(Err(ServerFault::TimedOut))
    }
}

/// Controllers that DNS lists serve LDAP at its usual port.
fn ticket_port(controller: &ControllerAddress) -> u16 {
    controller.url.port().unwrap_or(389)
}

/// Starts the LDAP library on an open connection. Its task ends by itself when the last handle is dropped or the
/// connection breaks, which each waiting request then learns on its own.
pub(super) async fn spawn_driver(stream: StdStream, settings: LdapConnSettings, url: &str) -> Result<Ldap, LdapError> {
    // Boxed, as it is large and every future above holds it.
    let connecting = Box::pin(LdapConnAsync::with_settings(settings.set_std_stream(stream), url));
    let (connection, ldap) = connecting.await?;
    tokio::spawn(async move {
        let _ = connection.drive().await;
    });
    Ok(ldap)
}
