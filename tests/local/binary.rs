//! The built program as other programs see it: streams, exit codes, surroundings and signals.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod binary {
    mod desk;
    mod edited;
    mod enforced;
    mod free_text;
    mod interrupts;
    mod limits;
    mod lines;
    mod many;
    mod program;
    mod secrets;
    mod store;
    mod streams;
    mod surroundings;
}
