//! What the program can do, one file a command: its arguments, what it does, what came of it.
//!
//! A command never prints, never exits and knows no language: it is handed the ports it needs and
//! returns data.

pub mod assist;
pub mod audit;
pub mod bulk;
mod change;
pub mod check_policy;
mod delivery;
pub mod doctor;
pub mod everywhere;
pub mod failure;
mod glance;
mod grounds;
mod identification;
pub mod login;
pub mod logout;
pub mod lookup;
pub mod reset;
mod rules;
pub mod send_code;
pub mod sign_in;
mod target;
pub mod unlock;
mod verification;
mod warnings;
pub mod watch;
pub mod whoami;

pub use delivery::SentPassword;
pub use failure::{CodeRefusal, Failure, Unreachable, Unsent, Useless};
pub use grounds::{Grounding, GroundsArgs};
pub use rules::Rules;
pub use verification::Verification;

pub use crate::domain::audit::free_text;

/// What came of a command.
#[derive(Debug)]
pub enum Outcome {
    Lookup(lookup::Outcome),
    Locked(lookup::Locked),
    EachServer(Box<lookup::each::EachServer>),
    SendCode(send_code::Outcome),
    Unlock(unlock::Outcome),
    Bulk(bulk::Outcome),
    Reset(reset::Outcome),
    CheckPolicy(check_policy::Outcome),
    CheckedLines(check_policy::Lines),
    Demands(check_policy::Demands),
    Audit(audit::Outcome),
    Verified(audit::Verified),
    Exported(audit::Exported),
    Resolved(audit::Resolved),
    Login(login::Outcome),
    Logout(logout::Outcome),
    Whoami(whoami::Outcome),
}
