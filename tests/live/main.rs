//! Tests against real servers and tools, which `tests/run` installs and starts. To run a part of them, once it has:
//! `tests/lab/up`, then `SERVICEDESK_LAB=$PWD/target/lab cargo test --features kerberos --test live samba::`.
//!
//! - `samba`, `domain`, `kerberos`: domain controllers; `kannel`: an SMS gateway; `postgres`; `call`: several at once.
//! - `keyring`: gnome-keyring; `readers`: man and shells; `killed`: the program ended at any instant, with strace.
//! - `windows`: the program for Windows under Wine, which `tests/run-windows` builds.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub, missing_docs, reason = "a test is nobody's library")]
#![allow(async_fn_in_trait, reason = "one thread: none of these futures need be Send")]

mod call;
#[cfg(feature = "kerberos")]
mod domain;
mod kannel;
#[cfg(feature = "kerberos")]
mod kerberos;
mod keyring;
mod killed;
mod network;
mod notes;
mod postgres;
mod readers;
mod samba;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "the tests in `local` use the rest")]
mod support;
mod windows;
