//! The domain: accounts, phone numbers, passwords, codes, limits, verdicts.
//!
//! Pure: no I/O, no async, no clock (`now` is a parameter), no LDAP, and no user-facing text.

pub mod account;
pub mod after_unlock;
pub mod audit;
pub mod breached;
pub mod bulk;
pub mod code;
pub mod credentials;
pub mod dead_end;
pub mod decision;
pub mod dn;
pub mod failure_kind;
pub mod filetime;
pub mod fingerprint;
pub mod generator;
pub mod gsm7;
pub mod hours;
pub mod identity;
pub mod invisible;
pub mod last_sign_in;
pub mod limits;
pub mod must_change;
pub(crate) mod named_enum;
pub mod names;
pub mod number_survey;
pub mod owner_notice;
pub mod password;
pub mod personal_number;
pub mod phone;
pub mod policy;
pub mod protection;
pub mod query;
pub mod replicas;
pub mod restrictions;
pub mod secret_entry;
pub mod sid;
pub mod spelling;
pub mod srv;
pub mod system_fault;
pub mod unreadable;
pub mod verdict;
pub mod voucher;
pub mod warnings;
pub mod watch;
