//! `doctor`: is everything that a call needs in working order. Every check that can be made is made, whatever the others
//! find; what depends on a broken one is told as not checked. Changes nothing and sends nothing but what `--send-to` asks for.

mod account;
mod check;
mod controllers;
mod gateway;
mod keyring;
mod name;
mod operator;
pub(in crate::commands) mod render;
mod store;
mod terminal;

pub use account::account;
pub use check::{Check, Finding, State};
pub use controllers::{Looked, controllers};
pub use gateway::{gateway, trial};
pub use keyring::keyring;
pub use name::{Group, Name};
pub use operator::{SignedInAs, operator};
pub use render::{Diagnosis, Examined};
pub use store::{limits_of_one_user, log_server, store};
pub use terminal::{Seat, terminal};

/// What to look at.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) send_to: Option<String>,
}
