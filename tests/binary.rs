//! The built program as other programs see it: streams, exit codes, surroundings and signals.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod binary {
    mod desk;
    mod interrupts;
    mod limits;
    mod lines;
    mod program;
    mod secrets;
    mod streams;
    mod surroundings;
}
