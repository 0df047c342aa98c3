//! What the world outside shows to whoever asks how it is, for `doctor`. Changes nothing and sends nothing.

use jiff::{SignedDuration, Timestamp};

use super::{Clock, DirectoryError, ServerFault, SmsError, StoreError};
use crate::domain::account::Account;

/// Looks at the controllers as anyone sees them, before a sign-in.
pub trait InspectControllers {
    /// Finds the controllers and connects to all of them at once; each is waited for as long as for any answer.
    /// `clock` is what theirs are compared with.
    ///
    /// # Errors
    /// [`DirectoryError::Undiscovered`] when DNS tells of none. One that cannot be used is part of the answer.
    async fn look(&self, clock: &dyn Clock) -> Result<DomainControllers, DirectoryError>;
}

/// The controllers of the domain.
#[derive(Debug)]
pub struct DomainControllers {
    /// The domain whose controllers DNS told of; `None`: the settings name them.
    pub domain: Option<String>,
    /// The configured site has none.
    pub unknown_site: Option<String>,
    /// Each of them, in the order in which they are tried.
    pub each: Vec<ControllerHealth>,
}

/// One controller.
#[derive(Debug)]
pub struct ControllerHealth {
    /// As it is asked for.
    pub server: String,
    /// What it shows, or why it cannot be used.
    pub shown: Result<ControllerFacts, ServerFault>,
}

/// What a controller shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControllerFacts {
    /// The end of its certificate, where that can be read.
    pub certificate_until: Option<Timestamp>,
    /// How far its clock is ahead of this computer's, to the second, where it tells.
    pub clock_ahead: Option<SignedDuration>,
    /// The name that the directory has for it: the DN of its settings.
    pub settings_dn: Option<String>,
    /// It keeps earlier passwords out by itself (policy hints control).
    pub policy_hints: bool,
}

/// Looks at what a signed-in operator may do.
pub trait InspectRights {
    /// The DN of the settings of the controller on which passwords and locks are decided, where it can be read.
    ///
    /// # Errors
    /// [`DirectoryError`].
    async fn pdc_emulator(&self) -> Result<Option<String>, DirectoryError>;

    /// What this operator may do with an account, as the directory tells it. It has the last word on every change.
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
    /// Demand another password at the next sign-in.
    pub must_change: bool,
    /// Set a password; `None`: the directory does not show who may.
    pub reset: Option<bool>,
}

/// Looks at an SMS gateway.
pub trait InspectGateway {
    /// Asks it what can be asked without sending anything.
    ///
    /// # Errors
    /// [`SmsError`]: no message would leave either.
    async fn look(&self) -> Result<GatewayHealth, SmsError>;
}

/// An SMS gateway that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatewayHealth {
    /// Its host, or the folder; empty for the practice screen.
    pub place: String,
    /// What kind of place that is.
    pub kind: GatewayKind,
}

/// What kind of gateway it is, and what that kind tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GatewayKind {
    /// It knows us by our name and secret, and may tell what is left to send for.
    Knows(Option<Credit>),
    /// It answers, and shows nothing more before something is sent.
    Answers,
    /// A folder that can be written to.
    Folder,
    /// The screen, for practice.
    Screen,
}

/// What is left to send for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// In hundredths of the currency.
    pub hundredths: i64,
    /// The currency (ISO 4217), as the gateway tells it.
    pub currency: String,
}

/// Looks at the store.
pub trait InspectStore {
    /// Writes, and takes it back before anyone can see it.
    ///
    /// # Errors
    /// [`StoreError`]: nothing else could be written either.
    async fn test_write(&self) -> Result<(), StoreError>;
}
