//! The manual pages in `man/` and the completions in `completions/` are what the program says of itself.
//!
//! `UPDATE=1 cargo test --test generated` writes them anew; read the difference before it is committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod generated {
    mod committed;
    mod completions;
    mod configuration;
    mod manual;
    mod roff;
}
