//! A relay between the program and a domain controller that records the traffic and can break the connection.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What passed on each connection.
#[derive(Clone, Default)]
pub(crate) struct Wire(Arc<Mutex<Vec<Passed>>>);

/// The bytes in both directions.
pub(crate) type Passed = (Vec<u8>, Vec<u8>);

impl Wire {
    /// Listens before the server; gives the port.
    pub(crate) fn before(server: &str) -> (Self, u16) {
        Self::breaking(server, usize::MAX, || {})
    }

    /// The same; the first connection breaks after so many octets of answers, when `first` has been done.
    pub(crate) fn breaking(server: &str, after: usize, first: impl Fn() + Clone + Send + 'static) -> (Self, u16) {
        let wire = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (kept, server) = (wire.clone(), server.to_owned());
        std::thread::spawn(move || {
            for (at, near) in listener.incoming().enumerate() {
                let (near, far) = (near.unwrap(), TcpStream::connect(&server).unwrap());
                kept.0.lock().unwrap().push(Default::default());
                let (asking, answering) = (kept.clone(), kept.clone());
                let (from, to) = (near.try_clone().unwrap(), far.try_clone().unwrap());
                std::thread::spawn(move || {
                    carry(from, to, |octets| {
                        asking.0.lock().unwrap()[at].0.extend(octets);
                        true
                    });
                });
                let mut left = if at == 0 { after } else { usize::MAX };
                let first = first.clone();
                std::thread::spawn(move || {
                    carry(far, near, |octets| {
                        answering.0.lock().unwrap()[at].1.extend(octets);
                        left = left.saturating_sub(octets.len());
                        if left == 0 {
                            first();
                        }
                        left > 0
                    });
                });
            }
        });
        (wire, port)
    }

    pub(crate) fn passed(&self) -> Vec<Passed> {
        self.0.lock().unwrap().clone()
    }
}

/// Until one side ends or `goes_on` says no.
fn carry(mut from: TcpStream, mut to: TcpStream, mut goes_on: impl FnMut(&[u8]) -> bool) {
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        if !goes_on(&buffer[..read]) || to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
