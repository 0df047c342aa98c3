//! The world outside, as the commands need it: traits, what they promise, and how they fail.
//!
//! Nothing here knows a technology. Each trait is as narrow as one kind of use: a command that is
//! handed [`FindAccounts`] alone can change nothing.

mod breached;
mod codes;
mod directory;
mod each;
mod examine;
mod keyring;
mod many;
mod operator;
mod report;
mod sign_in;
mod sms;
mod store;
pub mod system;
mod ticket;
mod trail;

pub use breached::{BreachedError, BreachedPasswords};
pub use codes::{AccountHistory, Codes, Issued, SentCode, Standing, Taken};
pub use directory::{
    ChangeAccounts, DirectoryError, FindAccounts, Found, Halfway, HistoryCheck, NewPassword, PasswordSet, Reach,
    Refusal, SignInRefusal, Undiscovered, WriteError,
};
pub use each::{Among, AskEach, Asked, UnlockEach};
pub use examine::{
    Controller, Controllers, Credit, Gateway, GatewayKind, LookAtControllers, LookAtGateway, LookAtRights, LookAtStore,
    Rights, Shown,
};
pub use keyring::{Keyring, KeyringError};
pub use many::{FindMany, UnlockMany};
pub use operator::{Help, NewPasswordAnswer, Notice, Operator, Pointless, Question, Silence};
pub use report::{Report, ReportError, ReportFault};
pub use sign_in::{SignIn, SignedIn};
pub use sms::{Sent, Sms, SmsError, SmsGateway, SmsRefusal, SmsText};
pub use store::{Exposure, OpenError, StoreError, StoreRefusal, is_server};
pub use system::{Clock, NoRandomness, Pause, Random};
pub use ticket::TicketFault;
pub use trail::{End, Other, ReadRecords, Receipt, Records, Trail};
