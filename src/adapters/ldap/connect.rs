//! From a list of controllers to one signed-in connection.

use ldap3::{LdapConnAsync, LdapConnSettings, LdapError, StdStream};
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

use super::{Connection, Settings, failure, tls};
use crate::domain::password::Password;
use crate::ports::{DirectoryError, Reach};

/// Signs in to the first controller that can be used. One that cannot costs at most one time limit.
pub(super) async fn first_usable(
    settings: &Settings,
    password: &Password,
) -> Result<(Connection, Vec<(String, Reach)>), DirectoryError> {
    let mut tried = Vec::new();
    for url in &settings.servers {
        let server = url.host_str().unwrap_or_default().to_owned();
        match timeout(settings.timeout, sign_in(url, &server, settings, password)).await {
            Ok(Ok(connection)) => return Ok((connection, tried)),
            Ok(Err(Failed::Refused(error))) => return Err(error),
            Ok(Err(Failed::Unusable(reach))) => tried.push((server, reach)),
            Err(_) => tried.push((server, Reach::Silent)),
        }
    }
    Err(DirectoryError::Unreachable { tried })
}

enum Failed {
    /// Try the next controller.
    Unusable(Reach),
    /// The next one would say the same.
    Refused(DirectoryError),
}

async fn sign_in(url: &Url, server: &str, settings: &Settings, password: &Password) -> Result<Connection, Failed> {
    let mut ldap = open(url, settings).await.map_err(Failed::Unusable)?;
    // The bind's own limit is the caller's time-out around all of this.
    let answer = ldap.simple_bind(&settings.user, password.expose()).await;
    match answer {
        Ok(result) if result.rc == 0 => Ok(Connection { ldap, server: server.to_owned() }),
        Ok(result) => Err(failure::sign_in(server, &settings.user, &result)
            .map_or_else(|| Failed::Unusable(Reach::Other(result.to_string())), Failed::Refused)),
        Err(LdapError::OpSend { .. } | LdapError::ResultRecv { .. }) => Err(Failed::Unusable(Reach::HungUp)),
        Err(error) => Err(Failed::Unusable(Reach::Other(error.to_string()))),
    }
}

async fn open(url: &Url, settings: &Settings) -> Result<ldap3::Ldap, Reach> {
    let starttls = url.scheme() == "ldap";
    let port = url.port().unwrap_or(if starttls { 389 } else { 636 });
    let host = url.host_str().unwrap_or_default();
    let name = settings.tls_name.as_deref().unwrap_or(host);
    let config = tls::client_config(&settings.trust)?;

    let addresses: Vec<_> =
        tokio::net::lookup_host(format!("{host}:{port}")).await.map_err(|_| Reach::NoSuchHost)?.collect();
    let stream = TcpStream::connect(addresses.as_slice()).await.map_err(|error| tls::reach(&error, name))?;
    // Requests are small and each waits for its answer: nothing is gained by holding one back.
    let _ = stream.set_nodelay(true);
    let stream = stream.into_std().map_err(|error| Reach::Other(error.to_string()))?;

    // The library takes the name to verify from the URL; the connection itself is ours already.
    let scheme = url.scheme();
    let (connection, ldap) = LdapConnAsync::with_settings(
        LdapConnSettings::new().set_config(config).set_starttls(starttls).set_std_stream(StdStream::Tcp(stream)),
        &format!("{scheme}://{name}:{port}"),
    )
    .await
    .map_err(|error| match error {
        LdapError::Io { source } => tls::reach(&source, name),
        LdapError::LdapResult { .. } if starttls => Reach::NoEncryption,
        LdapError::DNSName { .. } => Reach::WrongName { expected: name.to_owned() },
        other => Reach::Other(other.to_string()),
    })?;
    // Ends by itself when the last handle is dropped or the connection breaks, which each waiting
    // operation then learns on its own.
    tokio::spawn(async move {
        let _ = connection.drive().await;
    });
    Ok(ldap)
}
