//! The program as it is built for Windows, under Wine: streams, encodings, folders, keyring, keys, Ctrl-C. What Wine
//! does otherwise than Windows is said where it matters. Built and run by `tests/run-windows`.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "terminal/seat.rs"]
#[allow(dead_code, reason = "a seat on Windows needs a part of it")]
mod seat;

mod windows {
    #[path = "../binary/desk.rs"]
    #[allow(dead_code, reason = "Windows needs a part of it")]
    mod desk;
    mod encodings;
    mod folders;
    mod keyring;
    mod keys;
    mod program;
    mod store;
    mod streams;
}
