//! A 46elks that takes every message, and says what a test wants of how far it has come.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

/// Starts one, and gives its address. `state`: what it answers each time it is asked for a message.
pub(crate) fn start(mut state: impl FnMut() -> String + Send + 'static) -> String {
    start_with(move || Some(answer("200 OK", &state())))
}

/// The same with a whole answer in HTTP; `None`: it takes the question and says nothing.
pub(crate) fn start_with(mut asked: impl FnMut() -> Option<String> + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/a1/sms", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let mut silent = Vec::new();
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let Some(request) = whole(&mut stream) else { continue };
            let said = match request.starts_with("GET ") {
                true => asked(),
                false => Some(answer("200 OK", r#"{"status": "created", "id": "s70df5", "parts": 1, "cost": 3500}"#)),
            };
            match said {
                Some(said) => drop(stream.write_all(said.as_bytes())),
                None => silent.push(stream),
            }
        }
    });
    url
}

pub(crate) fn answer(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

/// The request with its body; `None` if it broke off.
fn whole(stream: &mut TcpStream) -> Option<String> {
    let (mut read, mut part) = (Vec::new(), [0; 4096]);
    loop {
        let count = stream.read(&mut part).ok().filter(|count| *count > 0)?;
        read.extend_from_slice(&part[..count]);
        let text = String::from_utf8_lossy(&read).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if body.len() >= length.unwrap_or(0) {
            return Some(text);
        }
    }
}
