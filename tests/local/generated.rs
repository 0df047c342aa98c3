//! The manual pages in `man/` and the completions in `completions/` are what the program says of itself.
//!
//! `UPDATE=1 cargo test --test local generated::` writes them anew; read the difference before it is committed.

mod committed;
mod completions;
mod configuration;
mod manual;
mod roff;
