//! `doctor`: checks everything that a call needs. Makes every check whose dependencies work, and changes nothing. Only
//! `--send-to` sends a message.

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

pub use account::{account, password_rules};
pub use check::{Check, CheckState, Finding, Grant};
pub use controllers::{ControllerChecks, controllers};
pub use gateway::{gateway, test_message};
pub use keyring::keyring;
pub use name::{CheckGroup, CheckName};
pub use operator::{OperatorSignIn, operator};
pub use render::Diagnosis;
pub use store::{limits_of_one_user, log_server, store, store_to_be_made};
pub use terminal::{TerminalFacts, terminal};

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) send_to: Option<String>,
}
