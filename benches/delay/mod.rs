//! A link with a delay, for measuring: hands every byte between a client and a server on, each half the
//! round trip later, in order and as fast as they come otherwise. Knows nothing of what it carries.
//!
//! It ends each TCP connection, so acknowledgements are not delayed: a server that holds small answers back
//! until the one before is acknowledged (Nagle, RFC 896) would lose more on a real link than here.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// Starts a link to `server` on a free port of this computer, for as long as the process lasts.
pub fn link(server: impl ToSocketAddrs, round_trip: Duration) -> SocketAddr {
    let server = server.to_socket_addrs().unwrap().next().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for client in listener.incoming() {
            let client = client.unwrap();
            thread::spawn(move || carry(&client, server, round_trip));
        }
    });
    address
}

/// The client was told at once that it is connected, so the first half trip there and back is made up for
/// before anything of it goes on.
fn carry(client: &TcpStream, server: SocketAddr, round_trip: Duration) {
    let accepted = Instant::now();
    let Ok(server) = TcpStream::connect(server) else { return };
    let connected = accepted + round_trip;
    let half = round_trip / 2;
    thread::scope(|scope| {
        scope.spawn(|| one_way(client, &server, |come| come.max(connected) + half));
        one_way(&server, client, |come| come + half);
    });
}

/// Until `from` ends: each piece goes to `to` when it is due.
fn one_way(from: &TcpStream, to: &TcpStream, due: impl Fn(Instant) -> Instant + Send) {
    to.set_nodelay(true).unwrap();
    let (give, take) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| read(from, &give, due));
        write(to, &take);
    });
}

fn read(mut from: &TcpStream, give: &Sender<(Instant, Vec<u8>)>, due: impl Fn(Instant) -> Instant + Send) {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        // An end is handed on like anything else, and a broken connection as an end.
        let size = from.read(&mut buffer).unwrap_or(0);
        if give.send((due(Instant::now()), buffer[..size].to_vec())).is_err() || size == 0 {
            return;
        }
    }
}

fn write(mut to: &TcpStream, take: &Receiver<(Instant, Vec<u8>)>) {
    for (due, bytes) in take {
        thread::sleep(due.saturating_duration_since(Instant::now()));
        if bytes.is_empty() || to.write_all(&bytes).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
