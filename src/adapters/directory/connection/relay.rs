//! Puts the [`Guard`] between a server and the LDAP library, which takes nothing but a socket: it gets one end of a pair
//! inside this process.

use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, StdStream};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, split};
use tokio::sync::Notify;
use tokio_util::bytes::BytesMut;
use zeroize::Zeroize;

use super::guard::{self, Guard};
use crate::ports::ServerFault;

/// The most octets carried at a time.
const PIECE: usize = 64 * 1024;

/// A guarded connection.
#[derive(Clone)]
pub(crate) struct Link {
    pub(super) ldap: Ldap,
    pub(super) state: Arc<LinkState>,
}

#[derive(Default)]
pub(super) struct LinkState {
    /// The server's own certificate, if the connection is by TLS.
    pub(super) certificate: Option<Vec<u8>>,
    malformed: AtomicBool,
    ended: Notify,
}

impl LinkState {
    /// Whether the connection was ended because of what the server sent.
    pub(super) fn is_malformed(&self) -> bool {
        self.malformed.load(Ordering::Relaxed)
    }

    /// Waits until all that was to be sent is sent and the connection is closed. For one task.
    pub(super) async fn ended(&self) {
        self.ended.notified().await;
    }
}

/// Starts the LDAP library on an open connection. Its tasks end by themselves when the last handle is dropped or the
/// connection breaks, which each waiting request then learns on its own.
pub(super) async fn start(
    server: impl AsyncRead + AsyncWrite + Send + 'static,
    certificate: Option<Vec<u8>>,
) -> Result<Link, ServerFault> {
    let (near, far, url) = pair().await.map_err(|error| ServerFault::Other(error.to_string()))?;
    // Boxed, as it is large and every future above holds it.
    let settings = LdapConnSettings::new().set_std_stream(far);
    let connecting = Box::pin(LdapConnAsync::with_settings(settings, url));
    let (driver, ldap) = connecting.await.map_err(|error| ServerFault::Other(error.to_string()))?;
    tokio::spawn(async move {
        let _ = driver.drive().await;
    });
    let state = Arc::new(LinkState { certificate, ..LinkState::default() });
    let carried = Arc::clone(&state);
    tokio::spawn(async move {
        let _ = carry(near, server, &carried).await;
        carried.ended.notify_one();
    });
    Ok(Link { ldap, state })
}

/// A pair of connected sockets inside this process.
#[cfg(unix)]
async fn pair() -> io::Result<(tokio::net::UnixStream, StdStream, &'static str)> {
    let (near, far) = std::os::unix::net::UnixStream::pair()?;
    near.set_nonblocking(true)?;
    Ok((tokio::net::UnixStream::from_std(near)?, StdStream::Unix(far), "ldapi:///"))
}

/// The same where the LDAP library takes TCP alone: over the loopback, checked to be our own connection.
#[cfg(not(unix))]
async fn pair() -> io::Result<(tokio::net::TcpStream, StdStream, &'static str)> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let far = tokio::net::TcpStream::connect(listener.local_addr()?).await?;
    let (near, from) = listener.accept().await?;
    if from != far.local_addr()? {
        return Err(ErrorKind::ConnectionRefused.into());
    }
    near.set_nodelay(true)?;
    far.set_nodelay(true)?;
    Ok((near, StdStream::Tcp(far.into_std()?), "ldap://localhost"))
}

/// Carries both ways until either side ends, and ends the other.
async fn carry(
    library: impl AsyncRead + AsyncWrite,
    server: impl AsyncRead + AsyncWrite,
    state: &LinkState,
) -> io::Result<()> {
    let (mut requests, mut answers) = split(library);
    let (mut server_in, mut server_out) = split(server);
    let guard = Mutex::new(Guard::default());
    let up = async {
        let mut buffer = vec![0; PIECE];
        loop {
            let read = requests.read(&mut buffer).await?;
            if read == 0 {
                return server_out.shutdown().await;
            }
            let request = &mut buffer[..read];
            let noted = lock(&guard).note(request);
            let sent = server_out.write_all(request).await;
            // It may be a password.
            request.zeroize();
            noted?;
            sent?;
            server_out.flush().await?;
        }
    };
    let down = async {
        let mut buffer = BytesMut::with_capacity(PIECE);
        loop {
            buffer.reserve(PIECE);
            if server_in.read_buf(&mut buffer).await? == 0 {
                return Ok(());
            }
            let (admitted, end) = admit(&mut lock(&guard), &buffer);
            // Those before a malformed one were answers.
            answers.write_all(&buffer.split_to(admitted)).await?;
            if let Err(end) = end {
                state.malformed.store(end.kind() == ErrorKind::InvalidData, Ordering::Relaxed);
                return Err(end);
            }
        }
    };
    tokio::select! {
        ended = up => ended,
        ended = down => ended,
    }
}

/// How many octets of whole messages may pass, and why no more may.
fn admit(guard: &mut Guard, buffer: &[u8]) -> (usize, io::Result<()>) {
    let mut admitted = 0;
    loop {
        let rest = &buffer[admitted..];
        let message = match guard::size(rest) {
            Ok(size) => size.and_then(|size| rest.get(..size)),
            Err(malformed) => return (admitted, Err(malformed.into())),
        };
        let Some(message) = message else { return (admitted, Ok(())) };
        if let Err(end) = guard.admit(message) {
            return (admitted, Err(end));
        }
        admitted += message.len();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use tokio::io::{DuplexStream, duplex};

    use super::*;

    const SEARCH: &[u8] = b"\x30\x05\x02\x01\x01\x63\x00";
    const ENTRY: &[u8] = b"\x30\x09\x02\x01\x01\x64\x04\x04\x00\x30\x00";
    const DONE: &[u8] = b"\x30\x0c\x02\x01\x01\x65\x07\x0a\x01\x00\x04\x00\x04\x00";

    /// The library's end, the server's end, and what is known of the connection.
    fn carried() -> (DuplexStream, DuplexStream, Arc<LinkState>) {
        let (library, near) = duplex(1 << 20);
        let (far, server) = duplex(1 << 20);
        let state = Arc::<LinkState>::default();
        let known = Arc::clone(&state);
        tokio::spawn(async move { carry(near, far, &known).await });
        (library, server, state)
    }

    async fn all(mut from: DuplexStream) -> Vec<u8> {
        let mut rest = Vec::new();
        from.read_to_end(&mut rest).await.unwrap();
        rest
    }

    #[tokio::test]
    async fn carries_whole_messages_however_they_arrive() {
        let (mut library, mut server, state) = carried();
        library.write_all(SEARCH).await.unwrap();
        let mut request = [0; SEARCH.len()];
        server.read_exact(&mut request).await.unwrap();
        assert_eq!(request, SEARCH);
        for octet in [ENTRY, ENTRY, DONE].concat() {
            server.write_all(&[octet]).await.unwrap();
            tokio::task::yield_now().await;
        }
        drop(server);
        assert_eq!(all(library).await, [ENTRY, ENTRY, DONE].concat());
        assert!(!state.is_malformed());
    }

    #[tokio::test]
    async fn ends_connection_at_malformed_message() {
        let endless = b"\x30\x84\x7f\xff\xff\xff\x02";
        for malformed in [&b"\x30\x05\x02\x01\x01\x65\x00"[..], b"HTTP/1.1 400 Bad Request", endless] {
            let (mut library, mut server, state) = carried();
            library.write_all(SEARCH).await.unwrap();
            server.read_exact(&mut [0; SEARCH.len()]).await.unwrap();
            server.write_all(&[ENTRY, malformed].concat()).await.unwrap();
            assert_eq!(all(library).await, ENTRY, "what came before it is passed on");
            assert!(state.is_malformed());
            assert_eq!(server.read(&mut [0]).await.unwrap(), 0);
        }
    }
}
