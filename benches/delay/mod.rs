//! A TCP proxy that delays each direction by half a round trip, at full bandwidth. Knows no protocol.
//!
//! It terminates TCP, so acknowledgements are not delayed: Nagle's algorithm (RFC 896) would cost more on a real link.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// Starts a link to `server` on a free local port until the process ends.
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

/// The client's connect is answered at once, so its first bytes wait a round trip longer.
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

/// Copies `from` to `to`, each piece when it is due, until `from` ends.
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
        // An end is forwarded with the same delay; a broken connection counts as an end.
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
