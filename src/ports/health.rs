//! The health of everything outside, for `doctor`. Read-only; sends nothing.

use jiff::{SignedDuration, Timestamp};

use super::{Clock, DirectoryError, ServerFault, SmsError, StoreError};
use crate::domain::account::Account;

/// Looks at the controllers without signing in.
pub trait InspectControllers {
    /// Finds the controllers and connects to all of them at once, each with the usual time limit. Their clocks are
    /// compared with `clock`.
    ///
    /// # Errors
    /// [`DirectoryError::Undiscovered`] when DNS lists none. One that cannot be used is part of the answer.
    async fn look(&self, clock: &dyn Clock) -> Result<DomainControllers, DirectoryError>;
}

/// The controllers of the domain.
#[derive(Debug)]
pub struct DomainControllers {
    /// The domain whose controllers DNS listed; `None` when the settings name them.
    pub domain: Option<String>,
    /// The configured site, if it has none.
    pub unknown_site: Option<String>,
    /// The controllers, in the order in which they are tried.
    pub each: Vec<ControllerHealth>,
}

/// One controller.
#[derive(Debug)]
pub struct ControllerHealth {
    /// Its configured name.
    pub server: String,
    /// What it shows, or why it cannot be used.
    pub shown: Result<ControllerFacts, ServerFault>,
}

/// What a controller shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControllerFacts {
    /// When its certificate ends, where that can be read.
    pub certificate_until: Option<Timestamp>,
    /// How far its clock is ahead of this computer's, in whole seconds, where it tells.
    pub clock_ahead: Option<SignedDuration>,
    /// The DN of its settings, by which the directory knows it.
    pub settings_dn: Option<String>,
    /// Whether it refuses earlier passwords by itself (policy hints control).
    pub policy_hints: bool,
}

/// Looks at what a signed-in operator may do.
pub trait InspectRights {
    /// The DN of the settings of the PDC emulator, where it can be read.
    ///
    /// # Errors
    /// [`DirectoryError`].
    async fn pdc_emulator(&self) -> Result<Option<String>, DirectoryError>;

    /// What this operator may do with an account, as the directory shows it. The server decides on each change.
    ///
    /// # Errors
    /// [`DirectoryError`].
    async fn rights(&self, account: &Account) -> Result<AccountRights, DirectoryError>;
}

/// What may be done with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountRights {
    /// End a lockout.
    pub unlock: bool,
    /// Require another password at the next sign-in.
    pub must_change: bool,
    /// Set a password; `None` when the directory does not show who may.
    pub reset: Option<bool>,
}

/// Looks at an SMS gateway.
pub trait InspectGateway {
    /// Asks what can be asked without sending a message.
    ///
    /// # Errors
    /// [`SmsError`] when no message could be sent.
    async fn look(&self) -> Result<GatewayHealth, SmsError>;
}

/// A working SMS gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatewayHealth {
    /// Its host, or the folder; empty for the practice screen.
    pub place: String,
    /// What kind of gateway it is.
    pub kind: GatewayKind,
}

/// The kind of a gateway, and what that kind tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GatewayKind {
    /// It accepted our credentials, and may tell the credit.
    Knows(Option<Credit>),
    /// It answers; nothing more can be known without sending.
    Answers,
    /// A writable folder.
    Folder,
    /// The screen, for practice.
    Screen,
}

/// The credit left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// In hundredths of the currency.
    pub hundredths: i64,
    /// The currency (ISO 4217), as the gateway tells it.
    pub currency: String,
}

/// Looks at the store.
pub trait InspectStore {
    /// Writes in a transaction that is rolled back.
    ///
    /// # Errors
    /// [`StoreError`] when nothing could be written.
    async fn test_write(&self) -> Result<(), StoreError>;
}
