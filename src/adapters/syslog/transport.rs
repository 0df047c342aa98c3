//! How messages get to a receiver. Every step has a time limit except name resolution.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream, ToSocketAddrs, UdpSocket};
use std::path::PathBuf;
use std::time::Duration;

use rustls::pki_types::ServerName;
use rustls::{ClientConnection, StreamOwned};

use super::message;
use crate::adapters::tls::{Trust, client_config};
use crate::adapters::without_brackets;
use crate::config::{Audit, Problem, Receiver};
use crate::domain::audit::StoredRecord;

/// How long to wait for the receiver to close the connection. Less than the end of a run waits for everything, or what
/// has arrived would never be marked as sent.
const CLOSING: Duration = Duration::from_millis(300);

#[derive(Debug, Clone)]
pub struct Transport {
    pub receiver: Receiver,
    pub trust: Trust,
    /// The longest that connecting, the TLS handshake and each write may take.
    pub timeout: Duration,
}

impl Transport {
    /// To the receiver in `[audit]`; `None` when there is none.
    ///
    /// # Errors
    /// [`Problem::CaFile`].
    pub fn new(section: &Audit) -> Result<Option<Self>, Problem> {
        let Some(receiver) = section.syslog.value.clone() else { return Ok(None) };
        let trust = match receiver {
            Receiver::Tls(..) => Trust::read(&section.ca_file)?,
            _ => Trust::System,
        };
        Ok(Some(Self { receiver, trust, timeout: Duration::from_secs(2) }))
    }

    /// Sends a message for each record.
    ///
    /// # Errors
    /// [`io::Error`]: some or all may not have arrived. Sent again, a message arrives twice at worst, with the same
    /// number.
    pub(super) fn send(&self, records: &[StoredRecord]) -> io::Result<()> {
        match &self.receiver {
            Receiver::Udp(host, port) => {
                let socket = UdpSocket::bind(if host.contains(':') { "[::]:0" } else { "0.0.0.0:0" })?;
                socket.connect((without_brackets(host), *port))?;
                records.iter().try_for_each(|stored| socket.send(message::rfc5424(stored).as_bytes()).map(drop))
            }
            Receiver::Tcp(host, port) => self.stream(self.connect(host, *port)?, records),
            Receiver::Tls(host, port) => {
                let config = client_config(&self.trust).map_err(io::Error::other)?;
                let name = ServerName::try_from(without_brackets(host).to_owned()).map_err(io::Error::other)?;
                let session = ClientConnection::new(config, name).map_err(io::Error::other)?;
                self.stream(StreamOwned::new(session, self.connect(host, *port)?), records)
            }
            Receiver::Local(path) => datagrams(path, records, |stored| message::rfc5424(stored).into_bytes()),
            Receiver::Journald(path) => datagrams(path, records, message::journal),
        }
    }

    fn connect(&self, host: &str, port: u16) -> io::Result<TcpStream> {
        let mut failed = io::Error::from(ErrorKind::NotFound);
        for address in (without_brackets(host), port).to_socket_addrs()? {
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

    fn stream(&self, mut stream: impl CloseWrite, records: &[StoredRecord]) -> io::Result<()> {
        let mut bytes = Vec::new();
        for stored in records {
            let message = message::rfc5424(stored);
            bytes.extend(format!("{} {message}", message.len()).bytes());
        }
        stream.write_all(&bytes)?;
        stream.end()?;
        // The protocol has no answer. A receiver that closes the connection without an error, or keeps it open, has
        // taken everything as far as anyone can know.
        match stream.read(&mut [0]) {
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => Ok(()),
            // Many close TLS without close_notify.
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(()),
            other => other.map(drop),
        }
    }
}

/// A stream that can tell the other side that nothing more comes.
trait CloseWrite: Read + Write {
    fn end(&mut self) -> io::Result<()>;
}

impl CloseWrite for TcpStream {
    fn end(&mut self) -> io::Result<()> {
        self.set_read_timeout(Some(CLOSING))?;
        self.shutdown(Shutdown::Write)
    }
}

impl CloseWrite for StreamOwned<ClientConnection, TcpStream> {
    fn end(&mut self) -> io::Result<()> {
        self.conn.send_close_notify();
        self.flush()?;
        self.sock.end()
    }
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
