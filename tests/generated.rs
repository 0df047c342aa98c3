//! Compares what is generated with what is committed: the manual pages in `man/`, the scripts in `completions/` and
//! the list of messages in `src/text/messages.rs`.
//!
//! `UPDATE=1 cargo test --test generated` writes them; read the difference before you commit it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod generated {
    mod committed;
    mod completions;
    mod configuration;
    mod manual;
    mod messages;
    mod roff;
}
