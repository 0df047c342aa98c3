//! What `doctor` inspects. Changes nothing and sends nothing.

use jiff::SignedDuration;

use super::{Clock, DirectoryError, PresentedCertificate, ServerFault, SmsError, StoreError, UnreadCertificates};
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
    /// Trusted certificates that are damaged.
    pub unread: Option<UnreadCertificates>,
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
    /// Its certificate; `None` when it showed none.
    pub certificate: Option<PresentedCertificate>,
    /// The certificate is trusted for its fingerprint, whatever its dates.
    pub certificate_is_pinned: bool,
    /// How far its clock is ahead of this computer's, in whole seconds.
    pub clock_ahead: Option<SignedDuration>,
    /// The DN of its NTDS settings.
    pub settings_dn: Option<String>,
    /// It supports the policy hints control, which checks the password history on a reset.
    pub policy_hints: bool,
    pub changes: AcceptsChanges,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptsChanges {
    Yes,
    /// A read-only controller (RODC).
    ReadOnly,
    /// It is asked on the port of the global catalogue, which is read-only.
    GlobalCatalogue,
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

    /// Returns what the operator may read of the entry at `dn`, of all that the program reads of an account.
    ///
    /// # Errors
    /// [`DirectoryError`].
    async fn readable(&self, dn: &str) -> Result<AccountReadability, DirectoryError>;

    /// Returns the user names of some accounts that a check can be made on, the likeliest ordinary ones first: those
    /// that the operator may unlock.
    ///
    /// # Errors
    /// [`DirectoryError`].
    async fn examples(&self) -> Result<Vec<String>, DirectoryError>;

    /// Returns whether a name in the settings, in any spelling, is that of an account.
    ///
    /// # Errors
    /// [`DirectoryError`].
    async fn is_account(&self, spelled: &str) -> Result<bool, DirectoryError>;
}

/// What may be read of an account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountReadability {
    /// How many attributes may be read.
    pub readable: usize,
    pub missing: Vec<MissingRight>,
    /// Attributes that the directory does not have.
    pub unknown: Vec<String>,
    /// Attributes that accounts are searched by, which the directory does not have.
    pub unsearchable: Vec<String>,
}

/// A right to read that the operator lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingRight {
    pub right: ReadRight,
    /// The attributes that cannot be read without it.
    pub attributes: Vec<String>,
    /// Whether an account's state or protection cannot be told without it.
    pub is_needed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadRight {
    /// To read the permissions of an entry.
    Permissions,
    /// To read a property set or one attribute, by the name that `dsacls` takes.
    Property(String),
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
    /// Whether its answers can prove that it took a message. Else every message may or may not have been sent.
    pub proves_success: bool,
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

    /// Returns whose the store's file is, and its permissions; `None` for a server, or where the system has neither.
    fn ownership(&self) -> Option<FileOwnership>;
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileOwnership {
    /// Permission bits.
    pub mode: u32,
    /// It belongs to the system's user who runs the program; else to root.
    pub is_own: bool,
}
