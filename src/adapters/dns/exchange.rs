//! Asks the name servers and takes the first usable answer: over UDP, and over TCP when that is truncated (RFC 1035,
//! 4.2; RFC 7766).

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::timeout;

use super::message::{DnsAnswer, DnsQuery};
use super::{NoServers, Servers};
use crate::adapters::{plain_text, race};

/// Delay before the next name server is asked as well.
const HEAD_START: Duration = Duration::from_millis(500);

/// How often each server is asked: a packet may be lost.
const ROUNDS: usize = 2;

/// Asks the servers in their order, more than once, until one answers or `limit` has passed.
pub(super) async fn ask(servers: &[SocketAddr], query: &DnsQuery, limit: Duration) -> Result<Servers, NoServers> {
    let attempts = (0..ROUNDS).flat_map(|_| servers).map(|server| async move {
        let answered = timeout(limit, over_udp(*server, query)).await;
        answered.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())).map_err(|error| (*server, error))
    });
    match timeout(limit, race::first(attempts, HEAD_START)).await {
        Ok(Ok(first)) => first.value,
        Ok(Err(mut failed)) => {
            // The second round fails as the first did.
            failed.truncate(servers.len());
            let said: Vec<String> =
                failed.iter().map(|(server, error)| format!("{server}: {}", plain_text(error))).collect();
            Err(NoServers::NoAnswer(said.join("; ")))
        }
        Err(_) => {
            let asked: Vec<String> = servers.iter().map(SocketAddr::to_string).collect();
            Err(NoServers::NoAnswer(format!("{}: {}", asked.join(", "), io::ErrorKind::TimedOut)))
        }
    }
}

type Whole = Result<Servers, NoServers>;

async fn over_udp(server: SocketAddr, query: &DnsQuery) -> io::Result<Whole> {
    let any: SocketAddr = match server {
        SocketAddr::V4(_) => (Ipv4Addr::UNSPECIFIED, 0).into(),
        SocketAddr::V6(_) => (Ipv6Addr::UNSPECIFIED, 0).into(),
    };
    // A random port, connected to one server, so that packets of others are not received (RFC 5452).
    let socket = UdpSocket::bind(any).await?;
    socket.connect(server).await?;
    socket.send(&query.bytes).await?;
    let mut buffer = vec![0; 4096];
    loop {
        let length = socket.recv(&mut buffer).await?;
        match query.read(&buffer[..length]) {
            DnsAnswer::Stray => {}
            DnsAnswer::Cut => return over_tcp(server, query).await,
            DnsAnswer::Refused(code) => return Err(io::Error::other(code)),
            DnsAnswer::Whole(answer) => return Ok(answer),
        }
    }
}

async fn over_tcp(server: SocketAddr, query: &DnsQuery) -> io::Result<Whole> {
    let mut stream = TcpStream::connect(server).await?;
    let length = u16::try_from(query.bytes.len()).map_err(io::Error::other)?;
    stream.write_all(&[&length.to_be_bytes()[..], &query.bytes].concat()).await?;
    let length = stream.read_u16().await?;
    let mut bytes = vec![0; length.into()];
    stream.read_exact(&mut bytes).await?;
    match query.read(&bytes) {
        DnsAnswer::Stray | DnsAnswer::Cut => Err(io::ErrorKind::InvalidData.into()),
        DnsAnswer::Refused(code) => Err(io::Error::other(code)),
        DnsAnswer::Whole(answer) => Ok(answer),
    }
}
