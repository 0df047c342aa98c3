//! What `doctor` inspects. Changes nothing and sends nothing.

use jiff::{SignedDuration, Timestamp};

use super::{Clock, DirectoryError, ServerFault, SmsError, StoreError};
use crate::domain::account::Account;

/// Inspects the controllers without signing in.
pub trait InspectControllers {
    /// Discovers the controllers and connects to all at once, each with the usual time limit. Their clocks are compared
    /// with `clock`.
    ///
    /// # Errors
    /// [`DirectoryError::Undiscovered`] when DNS lists none. An unusable controller is part of the result.
    async fn look(&self, clock: &dyn Clock) -> Result<DomainControllers, DirectoryError>;
}

#[derive(Debug)]
pub struct DomainControllers {
    /// The domain looked up in DNS; `None` when the settings name the servers.
    pub domain: Option<String>,
    /// The configured site, if it has no controllers.
    pub unknown_site: Option<String>,
    /// In the order in which they are tried.
    pub each: Vec<ControllerHealth>,
}

#[derive(Debug)]
pub struct ControllerHealth {
    pub server: String,
    pub shown: Result<ControllerFacts, ServerFault>,
}

/// What a controller tells without a sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControllerFacts {
    /// When its certificate expires, if that can be read.
    pub certificate_until: Option<Timestamp>,
    /// How far its clock is ahead of this computer's, in whole seconds.
    pub clock_ahead: Option<SignedDuration>,
    /// The DN of its NTDS settings.
    pub settings_dn: Option<String>,
    /// It supports the policy hints control, which checks the password history on a reset.
    pub policy_hints: bool,
}

/// Inspects the signed-in operator's rights.
pub trait InspectRights {
    /// Returns the NTDS settings DN of the PDC emulator, if it can be read.
    ///
    /// # Errors
    /// [`DirectoryError`].
    async fn pdc_emulator(&self) -> Result<Option<String>, DirectoryError>;

    /// Returns the operator's effective rights to an account. The directory still decides on each change.
    ///
    /// # Errors
    /// [`DirectoryError`].
    async fn rights(&self, account: &Account) -> Result<AccountRights, DirectoryError>;
}

/// Effective rights to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountRights {
    pub unlock: bool,
    pub must_change: bool,
    /// `None`: the directory does not show it.
    pub reset: Option<bool>,
}

pub trait InspectGateway {
    /// Queries what the gateway tells without sending a message.
    ///
    /// # Errors
    /// [`SmsError`]; a message could not be sent either.
    async fn look(&self) -> Result<GatewayHealth, SmsError>;
}

/// A gateway that responds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatewayHealth {
    /// Host or folder; empty for the practice screen.
    pub place: String,
    pub kind: GatewayKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GatewayKind {
    /// It accepts our credentials and may report the credit.
    Knows(Option<Credit>),
    /// It answers, but does not check credentials before a message is sent.
    Answers,
    Folder,
    Screen,
}

/// Remaining credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    pub hundredths: i64,
    /// ISO 4217 code, as the gateway gives it.
    pub currency: String,
}

pub trait InspectStore {
    /// Writes a record and rolls it back.
    ///
    /// # Errors
    /// [`StoreError`]; nothing else could be written either.
    async fn test_write(&self) -> Result<(), StoreError>;
}
