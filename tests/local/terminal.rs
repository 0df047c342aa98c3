//! The built program at a real terminal: what is typed, what shows, and how the terminal is left.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod terminal {
    mod calls;
    mod choices;
    mod keys;
    mod looks;
    mod seat;
    mod signals;
    mod typed;
    mod waits;
}
