//! What the program can do, a folder a command: its arguments, what it does and what came of it in `mod.rs`; how that
//! is shown in `render.rs`.
//!
//! A command never prints, never exits and knows no language: it is handed the ports it needs and returns data. Only
//! files named `render.rs`, or in a folder `render`, know words and the terminal.

pub mod assist;
pub mod audit;
pub mod bulk;
mod caller;
pub mod check_policy;
pub mod doctor;
mod failure;
pub mod login;
pub mod logout;
pub mod lookup;
mod nature;
mod perform;
pub mod reset;
mod rules;
pub mod send_code;
pub mod sign_in;
pub mod unlock;
pub mod whoami;

pub use caller::{AccountQuery, CallerContext, IdentityArgs, IdentityClaim, Ports};
pub use failure::render::{describe, keyring, reach};
pub use failure::{CodeRefusal, Failure, NotHelpful, SendFailure, Unreachable};
pub use nature::Nature;
pub use rules::Rules;

pub use crate::domain::audit::free_text;
