//! Tests that need nothing but cargo: `cargo test --test local`, or a part of them: `cargo test --test local desk::unlock`.
//!
//! - `architecture`: what the source looks like; `generated`, `pictures`, `readme`: what is written about the program.
//! - `desk`: every command in this process, as a transcript; `practice`: the directory contract; `store`: that of stores.
//! - `binary`: the built program and other programs; `terminal`: the built program at a terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub, missing_docs, reason = "a test is nobody's library")]
#![allow(async_fn_in_trait, reason = "one thread: none of these futures need be Send")]

mod architecture;
mod binary;
mod delay;
mod desk;
mod generated;
mod pictures;
mod practice;
mod readme;
mod store;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "the tests in `live` use the rest")]
mod support;
mod terminal;
