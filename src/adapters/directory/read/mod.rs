//! What is read of the directory. Changes nothing.

mod account;
pub(crate) mod bulk;
mod domain;
mod find;
mod health;
mod identity;
mod matching;
mod metadata;
mod operator_rights;
mod per_controller;
mod policies;
mod policy;
mod query;
mod readable;
mod sharing;
mod survey;

pub(crate) use self::find::{find, manager, read_again};
pub use self::health::{LdapControllers, SentCertificate};
pub use self::identity::LdapSignIn;
pub(crate) use self::identity::{is_account, operator};
pub(crate) use self::operator_rights::{examples, pdc_emulator, rights};
pub(crate) use self::per_controller::{query_all, query_responsive};
pub use self::query::filters;
pub(crate) use self::readable::readable;
pub(crate) use self::sharing::accounts_with_number;
pub(crate) use self::survey::survey_numbers;
