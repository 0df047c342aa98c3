//! The link with a delay that the benches measure through: whatever comes goes on, all of it and in order.

#[path = "../../benches/delay/mod.rs"]
mod bench;

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// Echoes until the end of the stream.
fn echo() -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            thread::spawn(move || {
                let stream = stream.unwrap();
                std::io::copy(&mut &stream, &mut &stream).unwrap();
                stream.shutdown(Shutdown::Write).unwrap();
            });
        }
    });
    address
}

#[test]
fn delayed_data_arrives_in_order() {
    let link = bench::link(echo(), Duration::from_millis(2));
    let connections: Vec<_> = (0..4_u32)
        .map(|which| {
            thread::spawn(move || {
                let sent: Vec<u8> = (0..300_000_u32).flat_map(|n| (n * 4 + which).to_le_bytes()).collect();
                let stream = TcpStream::connect(link).unwrap();
                let mut came = Vec::new();
                thread::scope(|scope| {
                    scope.spawn(|| {
                        for piece in sent.chunks(9_973) {
                            (&stream).write_all(piece).unwrap();
                        }
                        stream.shutdown(Shutdown::Write).unwrap();
                    });
                    (&stream).read_to_end(&mut came).unwrap();
                });
                assert!(came == sent);
            })
        })
        .collect();
    connections.into_iter().for_each(|connection| connection.join().unwrap());
}

#[test]
fn missing_server_ends_connection() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut stream = TcpStream::connect(bench::link(nobody, Duration::ZERO)).unwrap();
    assert_eq!(stream.read(&mut [0; 1]).unwrap_or(0), 0);
}
