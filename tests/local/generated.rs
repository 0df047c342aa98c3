//! The manual pages in `man/` and the completions in `completions/` are what the program says of itself. Those of
//! section 7 are made from the Markdown beside them.
//!
//! `UPDATE=1 cargo test --test local generated::` writes them anew; read the difference before it is committed.

mod committed;
mod completions;
mod configuration;
mod manual;
mod markdown;
mod messages;
mod roff;
