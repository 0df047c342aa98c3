//! The commands, a folder each: `mod.rs` has the arguments, the work and the outcome, `render.rs` shows the outcome.
//!
//! A command never prints, never exits and knows no language: it takes the ports it needs and returns data. Only files
//! named `render.rs`, or in a folder `render`, know words and the terminal.

pub mod assist;
pub mod audit;
pub mod bulk;
mod caller;
pub mod check_policy;
pub mod completion;
pub mod config;
pub mod doctor;
mod failure;
pub mod init;
pub mod login;
pub mod logout;
pub mod lookup;
mod nature;
mod perform;
pub mod reset;
mod rules;
pub mod schema;
pub mod send_code;
pub mod sign_in;
pub mod unlock;
pub mod version;
pub mod whoami;

pub use caller::{
    AccountQuery, CallerContext, IdentityArgs, IdentityClaim, NewestMessage, OwnerNews, OwnerReporter, OwnerTelling,
    Ports, TellsOwner,
};
use failure::Effect;
pub use failure::render::{describe, keyring, reach};
pub use failure::{CodeRefusal, Failure, NotHelpful, SendFailure, TimeLimitFault};
pub use nature::Nature;
pub use rules::Rules;

pub use crate::domain::audit::free_text;
