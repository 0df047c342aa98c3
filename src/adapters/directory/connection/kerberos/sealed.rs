//! The layer between the guard and a sealed connection (RFC 4422, 3.7): a stream in each direction, in pieces
//! that begin with their length. Knows no LDAP, and ends a connection on which anything is malformed.

use std::io::{self, ErrorKind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, duplex, split};
use tokio::net::TcpStream;
use zeroize::{Zeroize, Zeroizing};

use super::FailedExchange;
use super::context::TicketContext;
use crate::adapters::directory::connection::relay::{self, Link};
use crate::ports::ServerFault;

/// The largest sealed piece accepted, in octets: the largest the protocol can express.
pub(super) const LARGEST: u32 = 0xff_ffff;

/// The most plain octets put into one piece: enough for all but a list of many accounts.
const PIECE: usize = 64 * 1024;

/// What sealing may add to a piece, in octets. Kerberos adds some 60 (RFC 4121, 4.2.4).
const ADDED: usize = 512;

trait Seal: Send + 'static {
    fn seal(&mut self, plain: &[u8]) -> io::Result<Vec<u8>>;
    fn open(&mut self, sealed: &[u8]) -> io::Result<Zeroizing<Vec<u8>>>;
}

impl Seal for TicketContext {
    fn seal(&mut self, plain: &[u8]) -> io::Result<Vec<u8>> {
        self.wrap(true, plain).map_err(|FailedExchange { text, .. }| io::Error::other(text))
    }

    fn open(&mut self, sealed: &[u8]) -> io::Result<Zeroizing<Vec<u8>>> {
        self.unwrap(sealed).map(Zeroizing::new).map_err(|FailedExchange { text, .. }| io::Error::other(text))
    }
}

/// LDAP over the connection. `limit` is the largest sealed piece the server takes, in octets.
pub(super) async fn start(stream: TcpStream, context: TicketContext, limit: usize) -> Result<Link, ServerFault> {
    let piece = PIECE.min(limit.saturating_sub(ADDED));
    if piece == 0 {
        return Err(ServerFault::NoEncryption);
    }
    let (near, far) = duplex(PIECE);
    // Ends by itself when either side does.
    tokio::spawn(carry(near, stream, context, piece));
    relay::start(far, None).await
}

/// Carries both ways until either side ends, and ends the other.
async fn carry(
    plain: impl AsyncRead + AsyncWrite,
    sealed: impl AsyncRead + AsyncWrite,
    seal: impl Seal,
    piece: usize,
) -> io::Result<()> {
    let (mut plain_in, mut plain_out) = split(plain);
    let (mut sealed_in, mut sealed_out) = split(sealed);
    let seal = Mutex::new(seal);
    let up = async {
        let mut buffer = Zeroizing::new(vec![0; piece]);
        loop {
            let read = plain_in.read(&mut buffer).await?;
            if read == 0 {
                return sealed_out.shutdown().await;
            }
            let sealed = lock(&seal).seal(&buffer[..read]);
            buffer[..read].zeroize();
            let sealed = sealed?;
            let length = u32::try_from(sealed.len()).map_err(io::Error::other)?;
            sealed_out.write_all(&[&length.to_be_bytes(), &*sealed].concat()).await?;
        }
    };
    let down = async {
        loop {
            let length = sealed_in.read_u32().await?;
            if length > LARGEST {
                return Err(io::Error::from(ErrorKind::InvalidData));
            }
            let mut sealed = Vec::new();
            (&mut sealed_in).take(length.into()).read_to_end(&mut sealed).await?;
            let opened = lock(&seal).open(&sealed)?;
            plain_out.write_all(&opened).await?;
        }
    };
    tokio::select! {
        ended = up => ended,
        ended = down => ended,
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use tokio::io::DuplexStream;

    use super::*;

    /// Turns each octet over, and says at the head of a piece that it did.
    struct Turned;

    impl Seal for Turned {
        fn seal(&mut self, plain: &[u8]) -> io::Result<Vec<u8>> {
            Ok([b"S".to_vec(), plain.iter().map(|octet| !octet).collect()].concat())
        }

        fn open(&mut self, sealed: &[u8]) -> io::Result<Zeroizing<Vec<u8>>> {
            let inside = sealed.strip_prefix(b"S").ok_or(ErrorKind::InvalidData)?;
            Ok(Zeroizing::new(inside.iter().map(|octet| !octet).collect()))
        }
    }

    /// The near end, and the far one, where all is sealed.
    fn carried(piece: usize) -> (DuplexStream, DuplexStream) {
        let (near, plain) = duplex(1 << 20);
        let (sealed, far) = duplex(1 << 20);
        tokio::spawn(carry(plain, sealed, Turned, piece));
        (near, far)
    }

    fn sealed(text: &str) -> Vec<u8> {
        let sealed = Turned.seal(text.as_bytes()).unwrap();
        [&u32::try_from(sealed.len()).unwrap().to_be_bytes(), &*sealed].concat()
    }

    async fn read(from: &mut DuplexStream, length: usize) -> Vec<u8> {
        let mut buffer = vec![0; length];
        from.read_exact(&mut buffer).await.unwrap();
        buffer
    }

    #[tokio::test]
    async fn writes_sealed_pieces_of_the_accepted_size() {
        let (mut near, mut far) = carried(4);
        near.write_all(b"password").await.unwrap();
        let expected = [sealed("pass"), sealed("word")].concat();
        assert_eq!(read(&mut far, expected.len()).await, expected);
    }

    /// What the LDAP library does not take: several messages in a piece, one over several, and any of it cut anywhere.
    #[tokio::test]
    async fn reads_one_stream_however_pieces_are_cut() {
        let (mut near, mut far) = carried(64);
        let sent = [sealed("one two th"), sealed("ree"), sealed(""), sealed(" four")].concat();
        for cut in sent.chunks(3) {
            far.write_all(cut).await.unwrap();
            tokio::task::yield_now().await;
        }
        assert_eq!(read(&mut near, 18).await, b"one two three four");
    }

    #[tokio::test]
    async fn unsealed_data_ends_the_connection() {
        for lie in [&b"\0\0\0\x05clear"[..], b"\xff\xff\xff\xff", b"\x30\x0c\x02\x01"] {
            let (mut near, mut far) = carried(64);
            far.write_all(lie).await.unwrap();
            let mut rest = Vec::new();
            if lie[0] == 0x30 {
                // A length like any other, of which nothing follows.
                drop(far);
            }
            near.read_to_end(&mut rest).await.unwrap();
            assert_eq!(rest, b"", "{lie:?}");
        }
    }

    #[tokio::test]
    async fn either_side_closing_ends_the_other() {
        let (near, mut far) = carried(64);
        drop(near);
        assert_eq!(far.read(&mut [0]).await.unwrap(), 0);
        let (mut near, far) = carried(64);
        drop(far);
        assert_eq!(near.read(&mut [0]).await.unwrap(), 0);
    }
}
