//! From a list of controllers to one signed-in connection.

use std::iter;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use futures_util::future::Either;
use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, LdapError, StdStream};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::controllers::{Controller, Controllers};
use super::{Connection, Settings, failure, identity, kerberos, tls};
use crate::adapters::race;
use crate::domain::credentials::Credentials;
use crate::domain::password::Password;
use crate::ports::{DirectoryError, Random, ServerFault};

/// Signs in to the first controller that can be used. Several may be connected to at once. A password goes to one at a
/// time: were it wrong, each would count it. A ticket is no secret to them, and what tells that one is alive.
pub(super) async fn first_usable(
    controllers: &Controllers,
    settings: &Settings,
    credentials: &Credentials,
    random: &dyn Random,
) -> Result<(Connection, Vec<(String, ServerFault)>), DirectoryError> {
    let mut left: Vec<(usize, &Controller)> = controllers.list.iter().enumerate().collect();
    left.sort_by_key(|(_, controller)| settings.silent.comes_last(controller));
    let mut tried: Vec<(usize, ServerFault)> = Vec::new();
    let told = |mut tried: Vec<(usize, ServerFault)>| {
        tried.sort_by_key(|(at, _)| *at);
        let listed = tried.into_iter().map(|(at, reach)| (controllers.list[at].name().to_owned(), reach));
        controllers.refused.iter().cloned().chain(listed).collect()
    };
    loop {
        let attempts = left.iter().map(|(_, controller)| opened(controller, settings, credentials, random));
        let first = match race::first(attempts, head_start(settings)).await {
            Ok(first) => first,
            Err(reaches) => {
                tried.extend(left.iter().map(|(at, _)| *at).zip(reaches));
                return Err(DirectoryError::Unreachable { tried: told(tried) });
            }
        };
        tried.extend(first.failed.into_iter().map(|(at, reach)| (left[at].0, reach)));
        let (at, controller) = left[first.winner];
        let reach = match signed_in(first.value, at, controller, settings, credentials).await {
            Ok(connection) => {
                tried.extend(first.unfinished.into_iter().map(|at| (left[at].0, ServerFault::Slow)));
                // Where none answers it is this computer that reaches nothing.
                tried.iter().for_each(|(at, reach)| settings.silent.note(&controllers.list[*at], reach));
                return Ok((connection, told(tried)));
            }
            Err(Failed::Refused(error)) => return Err(error),
            Err(Failed::Unusable(reach)) => reach,
        };
        tried.push((at, reach));
        left.retain(|(at, _)| tried.iter().all(|(other, _)| other != at));
    }
}

/// So long a controller is waited for before the next is tried beside it, and all that a dead one costs: usually half a
/// second, which is more than one at the other end of a slow link needs for its first answers.
pub(super) fn head_start(settings: &Settings) -> Duration {
    settings.timeout / 10
}

/// Signs in to this controller.
pub(super) async fn one(
    at: usize,
    controller: &Controller,
    settings: &Settings,
    credentials: &Credentials,
    random: &dyn Random,
) -> Result<Connection, DirectoryError> {
    let unusable = |reach| DirectoryError::Unreachable { tried: vec![(controller.name().to_owned(), reach)] };
    let opened = opened(controller, settings, credentials, random).await.map_err(unusable)?;
    signed_in(opened, at, controller, settings, credentials).await.map_err(|failed| match failed {
        Failed::Refused(error) => error,
        Failed::Unusable(reach) => unusable(reach),
    })
}

pub(super) enum Failed {
    /// Try the next controller.
    Unusable(ServerFault),
    /// The next one would say the same.
    Refused(DirectoryError),
}

impl From<ServerFault> for Failed {
    fn from(reach: ServerFault) -> Self {
        Self::Unusable(reach)
    }
}

/// A connection that is ready for the operator.
enum Opened {
    /// Encrypted; nobody is signed in.
    Encrypted(Ldap),
    /// A ticket has signed in on it, and seals it.
    SignedIn(Ldap),
    /// Its server lives, and the next one would refuse the ticket as well.
    Refused(DirectoryError),
}

async fn signed_in(
    opened: Opened,
    at: usize,
    controller: &Controller,
    settings: &Settings,
    credentials: &Credentials,
) -> Result<Connection, Failed> {
    let server = controller.name();
    let ldap = match (opened, credentials) {
        (Opened::Encrypted(ldap), Credentials::Password(password)) => {
            by_password(ldap, server, settings, password).await?
        }
        (Opened::SignedIn(ldap), _) => ldap,
        (Opened::Refused(error), _) => return Err(Failed::Refused(error)),
        (Opened::Encrypted(_), Credentials::Ticket) => return Err(Failed::Unusable(ServerFault::NoEncryption)),
    };
    Ok(Connection { ldap, at, server: server.to_owned(), operator: identity::Known::default(), number: 0 })
}

async fn by_password(mut ldap: Ldap, server: &str, settings: &Settings, password: &Password) -> Result<Ldap, Failed> {
    match timeout(settings.timeout, ldap.simple_bind(&settings.user, password.expose())).await {
        Ok(Ok(result)) if result.rc == 0 => Ok(ldap),
        Ok(Ok(result)) => Err(failure::sign_in(server, &settings.user, &result)
            .map_or_else(|| Failed::Unusable(ServerFault::Other(result.to_string())), Failed::Refused)),
        Ok(Err(LdapError::OpSend { .. } | LdapError::ResultRecv { .. })) => Err(Failed::Unusable(ServerFault::HungUp)),
        Ok(Err(error)) => Err(Failed::Unusable(ServerFault::Other(error.to_string()))),
        Err(_) => Err(Failed::Unusable(ServerFault::TimedOut)),
    }
}

async fn opened(
    controller: &Controller,
    settings: &Settings,
    credentials: &Credentials,
    random: &dyn Random,
) -> Result<Opened, ServerFault> {
    let Credentials::Ticket = credentials else {
        let encrypted = timeout(settings.timeout, encrypted(controller, settings, random)).await;
        return encrypted.unwrap_or(Err(ServerFault::TimedOut)).map(Opened::Encrypted);
    };
    // Those that DNS tells of have LDAP at its usual port; TLS and a ticket do not go together (MS-ADTS 5.1.2).
    let port = controller.url.port().unwrap_or(389);
    let reached = timeout(settings.timeout, reached(controller, port, settings, random)).await;
    let stream = reached.unwrap_or(Err(ServerFault::TimedOut))?;
    let (name, server) = (settings.expected_name(controller), controller.name());
    match Box::pin(kerberos::signed_in(stream, name, server, settings)).await {
        Ok(ldap) => Ok(Opened::SignedIn(ldap)),
        Err(Failed::Refused(error)) => Ok(Opened::Refused(error)),
        Err(Failed::Unusable(reach)) => Err(reach),
    }
}

/// A connection to this controller for what it tells anyone: nobody signs in on it. It is encrypted where the operator
/// signs in with a password; before a ticket nothing is, and nothing of the operator's is said.
pub(super) async fn anonymous(
    controller: &Controller,
    settings: &Settings,
    by_ticket: bool,
    random: &dyn Random,
) -> Result<Ldap, ServerFault> {
    let opened = async {
        if !by_ticket {
            return encrypted(controller, settings, random).await;
        }
        let port = controller.url.port().unwrap_or(389);
        let stream = reached(controller, port, settings, random).await?;
        driven(stream, LdapConnSettings::new(), &format!("ldap://{}:{port}", controller.name()))
            .await
            .map_err(|error| ServerFault::Other(error.to_string()))
    };
    timeout(settings.timeout, opened).await.unwrap_or(Err(ServerFault::TimedOut))
}

async fn reached(
    controller: &Controller,
    port: u16,
    settings: &Settings,
    random: &dyn Random,
) -> Result<TcpStream, ServerFault> {
    let addresses = match &controller.addresses[..] {
        [] => look_up(controller.name(), settings, random).await?,
        known => known.to_owned(),
    };
    let streams = addresses.into_iter().map(|address| TcpStream::connect(SocketAddr::from((address, port))));
    let stream = match race::first(streams, head_start(settings)).await {
        Ok(first) => first.value,
        Err(errors) => {
            let name = settings.expected_name(controller);
            return Err(errors.last().map_or(ServerFault::NoSuchHost, |error| tls::reach(error, name)));
        }
    };
    // Requests are small and each waits for its answer: nothing is gained by holding one back.
    let _ = stream.set_nodelay(true);
    Ok(stream)
}

async fn encrypted(controller: &Controller, settings: &Settings, random: &dyn Random) -> Result<Ldap, ServerFault> {
    let scheme = controller.url.scheme();
    let starttls = scheme == "ldap";
    let port = controller.url.port().unwrap_or(if starttls { 389 } else { 636 });
    let name = settings.expected_name(controller);
    let config = tls::client_config(&settings.trust)?;
    let stream = reached(controller, port, settings, random).await?;

    // The library takes the name to verify from the URL; the connection itself is ours already.
    let tls = LdapConnSettings::new().set_config(config).set_starttls(starttls);
    driven(stream, tls, &format!("{scheme}://{name}:{port}")).await.map_err(|error| match error {
        LdapError::Io { source } => tls::reach(&source, name),
        LdapError::LdapResult { .. } if starttls => ServerFault::NoEncryption,
        LdapError::DNSName { .. } => ServerFault::WrongName { expected: name.to_owned() },
        other => ServerFault::Other(other.to_string()),
    })
}

/// The LDAP library on a connection that is there.
async fn driven(stream: TcpStream, settings: LdapConnSettings, url: &str) -> Result<Ldap, LdapError> {
    let stream = stream.into_std().map_err(|source| LdapError::Io { source })?;
    let (connection, ldap) = LdapConnAsync::with_settings(settings.set_std_stream(StdStream::Tcp(stream)), url).await?;
    // Ends by itself when the last handle is dropped or the connection breaks, which each waiting
    // operation then learns on its own.
    tokio::spawn(async move {
        let _ = connection.drive().await;
    });
    Ok(ldap)
}

/// Where a host is. The system may know better than DNS (a hosts file), and so goes first; but it waits for a name server
/// that is silent for as long as an operator can wait for all of it. A domain's name servers are its controllers, and one
/// that hangs must not take the others with it: where DNS told of the host, it is asked beside the system.
async fn look_up(host: &str, settings: &Settings, random: &dyn Random) -> Result<Vec<IpAddr>, ServerFault> {
    let system = async {
        let found = tokio::net::lookup_host((host, 0)).await.map_err(|_| ServerFault::NoSuchHost)?;
        Ok(found.map(|address| address.ip()).collect())
    };
    let dns = settings.domain.as_ref().filter(|_| settings.servers.is_empty()).map(|domain| async {
        let found = domain.resolver.addresses(host, settings.timeout, random).await;
        if found.is_empty() { Err(ServerFault::NoSuchHost) } else { Ok(found) }
    });
    let attempts = iter::once(Either::Left(system)).chain(dns.map(Either::Right));
    race::first(attempts, head_start(settings)).await.map(|first| first.value).map_err(|_| ServerFault::NoSuchHost)
}
