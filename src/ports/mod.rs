//! Traits for the world outside the program, their contracts and their errors.
//!
//! No technology is named here. Each trait is as narrow as one kind of use: a command that takes [`FindAccounts`] alone
//! cannot change anything.

mod archive;
mod breached;
mod bulk;
mod certificate;
mod codes;
mod directory;
mod health;
mod keyring;
mod operator;
mod per_controller;
mod records;
mod report;
mod sign_in;
mod sms;
mod store;
pub mod system;
mod ticket;
mod trail;

pub use archive::{ArchiveDraft, ArchiveFiles, RemoveArchived};
pub use breached::{BreachedError, BreachedPasswords};
pub use bulk::{FindAccountsInBulk, UnlockInBulk};
pub use certificate::{
    CertificateContent, CertificateFault, CertificatePlace, PresentedCertificate, UnreadCertificates, WhyUntrusted,
};
pub use codes::{AccountHistory, CodeAttempt, Codes, IssueAnswer, UnexpiredCode, VerificationState};
pub use directory::{
    ChangeAccounts, ChangeRefusal, DirectoryError, DiscoveryFault, FindAccounts, FoundAccounts, HistoryCheck,
    NewPassword, PartialChange, PasswordSet, ReadOnlyKind, ServerFault, SignInRefusal, SurveyNumbers, WriteError,
};
pub use health::{
    AcceptsChanges, AccountReadability, AccountRights, ControllerFacts, ControllerHealth, Credit, DomainControllers,
    FileOwnership, GatewayHealth, GatewayKind, InspectControllers, InspectGateway, InspectRights, InspectStore,
    MissingRight, ReadRight,
};
pub use keyring::{Keyring, KeyringError};
pub use operator::{
    CallerChoice, CallerPrompt, CardSubject, NewPasswordAnswer, NoAnswer, Notice, Operator, Question, WhyUnhelpful,
};
pub use per_controller::{ControllerAnswer, ControllerScope, QueryControllers, UnlockOnController};
pub use records::{ReadRecords, Records, SearchRecords, SearchScope, SearchStart, SegmentRange};
pub use report::{ReportError, ReportFault, ReportWriter};
pub use sign_in::{SignIn, SignedIn};
pub use sms::{
    AcceptedSms, DeliveryState, DeliveryStateKind, FollowDelivery, Sms, SmsError, SmsGateway, SmsRefusal, SmsText,
};
pub use store::{Exposure, KeyFault, OpenError, StoreError, StoreFault, StoreRefusal, is_server};
pub use system::{Clock, NoRandomness, Pause, Random};
pub use ticket::TicketFault;
pub use trail::{AuditTrail, Conclusion, ConcurrentOperator, Receipt};
