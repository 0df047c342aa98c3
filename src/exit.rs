//! The exit codes, the only numbers scripts need to know.

use std::process::ExitCode;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done, or nothing needed doing.
    Done = 0,
    /// A bug, or a failure of no other kind.
    Internal = 1,
    /// Bad command line or configuration.
    Usage = 2,
    /// No account, or more than one, matches.
    NotFound = 3,
    /// Sign-in refused, missing right, keyring locked, protected account.
    NotAllowed = 4,
    /// A rule said no: password policy or history, wrong or expired code, caller not verified, limit reached.
    Refused = 5,
    /// Directory, SMS gateway or state store not reached before any change: safe to try again.
    Unavailable = 6,
    /// Some done and some not, or it may have been done: look before trying again.
    Partly = 7,
    /// The operator said no or pressed Ctrl-C, or the process was told to end (SIGTERM, SIGHUP).
    Cancelled = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        // The discriminants are the codes.
        Self::from(exit as u8)
    }
}
