//! How messages get to a receiver. Every step has a time limit but the look-up of a name.

use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream, ToSocketAddrs, UdpSocket};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::ServerName;
use rustls::{ClientConnection, StreamOwned};

use super::message;
use crate::adapters::directory::{Trust, client_config};
use crate::domain::audit::StoredRecord;

/// How long a receiver is waited for that does not end the connection. Less than the end of a run waits for all of
/// this, or what has arrived would never be marked as sent.
const FAREWELL: Duration = Duration::from_millis(300);

/// Where messages go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receiver {
    /// A datagram each (RFC 5426). Nobody says whether it came.
    Udp(String, u16),
    /// Octet counting (RFC 6587, 3.4.1).
    Tcp(String, u16),
    /// The same within TLS (RFC 5425).
    Tls(String, u16),
    /// The computer's own log, by its socket.
    Local(PathBuf),
    /// journald, by its socket.
    Journald(PathBuf),
}

impl fmt::Display for Receiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Udp(host, port) => write!(f, "udp://{host}:{port}"),
            Self::Tcp(host, port) => write!(f, "tcp://{host}:{port}"),
            Self::Tls(host, port) => write!(f, "tls://{host}:{port}"),
            Self::Local(path) | Self::Journald(path) => write!(f, "{}", path.display()),
        }
    }
}

/// A way to a receiver.
#[derive(Debug, Clone)]
pub struct Transport {
    /// Where to.
    pub receiver: Receiver,
    /// Whose certificate is believed, with TLS.
    pub trust: Trust,
    /// The longest that connecting, agreeing on TLS and each writing may take.
    pub timeout: Duration,
}

impl Transport {
    /// Sends a message for each record.
    ///
    /// # Errors
    /// [`io::Error`]: some of them, or all, may not have come. What is sent again comes twice at worst, with the same
    /// number.
    pub(super) fn send(&self, records: &[StoredRecord]) -> io::Result<()> {
        match &self.receiver {
            Receiver::Udp(host, port) => {
                let socket = UdpSocket::bind(if host.contains(':') { "[::]:0" } else { "0.0.0.0:0" })?;
                socket.connect((bare(host), *port))?;
                records.iter().try_for_each(|stored| socket.send(message::rfc5424(stored).as_bytes()).map(drop))
            }
            Receiver::Tcp(host, port) => self.stream(self.connect(host, *port)?, records),
            Receiver::Tls(host, port) => {
                let config = client_config(&self.trust).map_err(|why| io::Error::other(format!("{why:?}")))?;
                let name = ServerName::try_from(bare(host).to_owned()).map_err(io::Error::other)?;
                let tls = ClientConnection::new(Arc::clone(&config), name).map_err(io::Error::other)?;
                self.stream(StreamOwned::new(tls, self.connect(host, *port)?), records)
            }
            Receiver::Local(path) => datagrams(path, records, |stored| message::rfc5424(stored).into_bytes()),
            Receiver::Journald(path) => datagrams(path, records, message::journal),
        }
    }

    fn connect(&self, host: &str, port: u16) -> io::Result<TcpStream> {
        let mut failed = io::Error::from(ErrorKind::NotFound);
        for address in (bare(host), port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, self.timeout) {
                Ok(stream) => {
                    stream.set_write_timeout(Some(self.timeout))?;
                    stream.set_read_timeout(Some(self.timeout))?;
                    return Ok(stream);
                }
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }

    fn stream(&self, mut stream: impl Ending, records: &[StoredRecord]) -> io::Result<()> {
        let mut bytes = Vec::new();
        for stored in records {
            let message = message::rfc5424(stored);
            bytes.extend(format!("{} {message}", message.len()).bytes());
        }
        stream.write_all(&bytes)?;
        stream.end()?;
        // There is no answer in this protocol. That the receiver ends the connection too, and does not break it, is
        // the most that can be known; one that just keeps it open has taken everything as well.
        match stream.read(&mut [0]) {
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => Ok(()),
            // Many end TLS without a word.
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(()),
            other => other.map(drop),
        }
    }
}

/// A stream that can say: this was all.
trait Ending: Read + Write {
    fn end(&mut self) -> io::Result<()>;
}

impl Ending for TcpStream {
    fn end(&mut self) -> io::Result<()> {
        self.set_read_timeout(Some(FAREWELL))?;
        self.shutdown(Shutdown::Write)
    }
}

impl Ending for StreamOwned<ClientConnection, TcpStream> {
    fn end(&mut self) -> io::Result<()> {
        self.conn.send_close_notify();
        self.flush()?;
        self.sock.end()
    }
}

/// Without the brackets that an address of version 6 has in a URL.
fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

#[cfg(unix)]
fn datagrams(path: &PathBuf, records: &[StoredRecord], form: impl Fn(&StoredRecord) -> Vec<u8>) -> io::Result<()> {
    let socket = std::os::unix::net::UnixDatagram::unbound()?;
    socket.connect(path)?;
    socket.set_write_timeout(Some(Duration::from_secs(1)))?;
    records.iter().try_for_each(|stored| socket.send(&form(stored)).map(drop))
}

#[cfg(not(unix))]
fn datagrams(_: &PathBuf, _: &[StoredRecord], _: impl Fn(&StoredRecord) -> Vec<u8>) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
