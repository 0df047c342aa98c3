//! Opens an encrypted connection to a controller, without signing in.

use std::iter;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::Either;
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::controllers::{self, ControllerAddress, ControllerList};
use super::relay::{self, Link};
use super::wire::Wire;
use super::{Connection, DirectorySettings};
use crate::adapters::directory::{Result, normalized};
use crate::adapters::trace::TracedRequest;
use crate::adapters::{race, tls};
use crate::ports::{Random, ServerFault};

pub(crate) struct Dialer<'a> {
    pub(crate) settings: Arc<DirectorySettings>,
    pub(crate) controllers: ControllerList,
    pub(super) random: &'a dyn Random,
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
        let link = match by_ticket {
            true => relay::start(self.plain(controller).await?, None).await?,
            false => self.encrypted(controller).await?,
        };
        Ok(Connection::new(link, Arc::clone(&self.settings), place, controller))
    }

    /// A plain connection for a ticket, which brings its own encryption: TLS and a ticket do not go together
    /// (MS-ADTS 5.1.2).
    pub(super) async fn plain(&self, controller: &ControllerAddress) -> Result<TcpStream, ServerFault> {
        self.in_time(self.dial(controller, ticket_port(controller))).await
    }

    pub(super) async fn encrypted(&self, controller: &ControllerAddress) -> Result<Link, ServerFault> {
        let config = tls::client_config(&self.settings.trust)?;
        self.in_time(self.tls(controller, config)).await
    }

    /// The certificates that a controller sends, its own first, in DER, whether or not they are trusted. Nothing else is
    /// sent or read.
    pub(crate) async fn chain(&self, controller: &ControllerAddress) -> Result<Vec<Vec<u8>>, ServerFault> {
        let (config, sent) = tls::noting_config()?;
        let refused = self.in_time(self.tls(controller, config)).await.err();
        let sent = sent.lock().map(|mut sent| std::mem::take(&mut *sent)).unwrap_or_default();
        if sent.is_empty() { Err(refused.unwrap_or(ServerFault::NoEncryption)) } else { Ok(sent) }
    }

    async fn tls(&self, controller: &ControllerAddress, config: Arc<ClientConfig>) -> Result<Link, ServerFault> {
        let starttls = controller.url.scheme() == "ldap";
        let port = controller.url.port().unwrap_or(if starttls { 389 } else { 636 });
        let name = self.expected_name(controller);
        let mut stream = self.dial(controller, port).await?;
        let asked =
            TracedRequest::connection(controller.name(), || if starttls { "starttls" } else { "tls" }.to_owned());
        if starttls {
            let mut wire = Wire::new(stream, self.settings.timeout);
            wire.start_tls().await?;
            stream = wire.into_inner()?;
        }
        let wrong = |_| ServerFault::WrongName { expected: name.to_owned() };
        let host = ServerName::try_from(name.to_owned()).map_err(wrong)?;
        // Boxed, as it is large and every future above holds it.
        let connecting = Box::pin(TlsConnector::from(config).connect(host, stream));
        let stream = connecting.await.map_err(|error| tls::reach(&error))?;
        asked.ended("done");
        let certificates = stream.get_ref().1.peer_certificates().unwrap_or_default();
        let certificate = certificates.first().map(|certificate| certificate.to_vec());
        relay::start(stream, certificate).await
    }

    async fn dial(&self, controller: &ControllerAddress, port: u16) -> Result<TcpStream, ServerFault> {
        let addresses = match &controller.addresses[..] {
            [] => self.resolve(controller.name()).await?,
            known => known.to_owned(),
        };
        let asked = TracedRequest::connection(controller.name(), || format!("connect port {port}"));
        let streams = addresses.into_iter().map(|address| TcpStream::connect(SocketAddr::from((address, port))));
        let stream = race::first(streams, self.head_start())
            .await
            .map_err(|errors| errors.last().map_or(ServerFault::NoSuchHost, tls::reach))?;
        asked.ended("done");
        // Requests are small and each waits for its answer: nothing is gained by holding one back.
        let _ = stream.value.set_nodelay(true);
        Ok(stream.value)
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
