//! Exit codes.

use std::process::ExitCode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done, or nothing to do.
    Done = 0,
    /// A bug, or a failure of no other kind.
    Internal = 1,
    /// Bad command line or configuration.
    Usage = 2,
    /// No account matches, or more than one.
    NotFound = 3,
    /// Sign-in refused, missing right, keyring locked, protected account.
    NotAllowed = 4,
    /// Refused by a rule: password policy or history, wrong or expired code, caller not verified, limit reached.
    Refused = 5,
    /// Directory, SMS gateway or store not reached before any change: safe to try again.
    Unavailable = 6,
    /// Done in part, or possibly done: check before trying again.
    Partly = 7,
    /// Declined or interrupted (Ctrl-C) by the operator, or the process was told to end (SIGTERM, SIGHUP).
    Cancelled = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        // The discriminants are the codes.
        Self::from(exit as u8)
    }
}
