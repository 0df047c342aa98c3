//! servicedesk: help a caller who cannot sign in.
//!
//! # The map
//! An import only ever points down this list; `tests/architecture.rs` checks it.
//!
//! | module | what it is for | may use |
//! |---|---|---|
//! | [`run`] | the one story of a run | all below |
//! | [`cli`] | the top of the command line | commands, ui, text |
//! | [`desk`] | from settings to adapters | adapters, config, text, domain |
//! | [`practice`] | the practice directory: an LDAP server with Active Directory's behaviour | ports, domain |
//! | [`adapters`] | one technology each: LDAP, DNS, SMS gateways, SQLite and PostgreSQL, the leaked passwords' list, the keyring, the system | ports, text, domain |
//! | [`ui`] | the terminal: questions, tables, JSON, failures in words | commands, config, ports, text, exit, domain |
//! | [`config`] | settings and where each came from | text, domain |
//! | [`commands`] | one file a command: arguments, what it does, what came of it | ports, domain |
//! | [`text`] | every sentence, in Swedish and English | domain |
//! | [`ports`] | the world outside, as the commands need it; the receipt | domain |
//! | [`domain`] | accounts, phones, passwords, codes, verdicts: pure | nothing |
//! | [`exit`] | the exit codes | nothing |
//!
//! # Where do I change …
//! - **what a command does**: `commands/`, the file with its name.
//! - **a sentence**: `text/sv.ftl` and `text/en.ftl`; a new one also in `text/messages.rs`.
//! - **a help text**: `text/help.sv.ftl` and `text/help.en.ftl`, under the command's name; what only manual pages say:
//!   `text/manual.*.ftl`; then `UPDATE=1 cargo test --test generated`.
//! - **what a failure says, and its exit code**: `ui/failure.rs`; its name for scripts: `commands/failure.rs`.
//! - **how a question is put on the terminal**: `ui/question.rs`; what a key does to a line: `ui/line.rs`; what a paste
//!   is: `ui/keys/unix.rs`; what a signal does: `ui/keys/signals.rs`; colour: `ui/style.rs`.
//! - **which characters nobody sees**: `domain/unseen.rs`; how they are written out: `text/foreign.rs`.
//! - **what is said while something is waited for**: `ui/waiting.rs`.
//! - **how many codes, tries and errors are allowed**: `domain/limits/`; by what time: `desk_time.rs` there.
//! - **a setting**: the file of its section in `config/`.
//! - **what is asked of the directory**: `adapters/directory/read/find.rs`; what an attribute means: `account.rs` there.
//! - **which controllers there are, and which is tried first**: `adapters/directory/connection/controllers.rs`; how
//!   DNS is asked: `adapters/dns/`; what is asked of each of them: `adapters/directory/read/per_controller.rs`.
//! - **what the audit trail keeps, and how it is chained**: `domain/audit/`; how it gets to a log server:
//!   `adapters/syslog/`.
//! - **where codes and the trail are kept**: `adapters/store/sqlite/` and `postgres/`, a file a table; a new version of
//!   the tables: `schema.rs` in both; what a lost connection means: `postgres/transaction.rs`.
//! - **what speaks against a caller**: `domain/signs.rs`; who else has a number: `adapters/directory/read/sharing.rs`;
//!   when it is asked: `commands/signs.rs`.
//! - **what stands in the way of a code, an unlock and a reset**: `domain/decision.rs`, by `commands/target.rs`; of must-change:
//!   `domain/must_change.rs`.
//! - **who is never changed**: `adapters/directory/protection/`, among many by `bulk.rs` there, asked again in `write/`;
//!   which groups protect whatever is configured: `domain/protection.rs`.
//! - **what is told of an account after it was unlocked**: `commands/watch.rs`; what counts as news: `domain/watch.rs`;
//!   its lines: `ui/watching.rs`.
//! - **what is asked of many accounts at once**: `adapters/directory/read/bulk/`; how they are unlocked, and what happens when
//!   the connection breaks: `commands/bulk/act.rs`.
//! - **how a password is set**: `adapters/directory/write/set_password.rs`; how one that was made is sent: `commands/delivery.rs`.
//! - **what an SMS says**: `text/sms.rs`.
//! - **an SMS gateway**: `adapters/sms/`, a file a provider; those that `[sms.http]` can describe need none.
//! - **how a Kerberos ticket signs in, and what it seals**: `adapters/directory/connection/kerberos/`; why it does not:
//!   `ui/failure/ticket.rs`.
//! - **where a secret comes from, and the keyring**: `run/secrets.rs`, `adapters/keyring/`; under which name it is kept:
//!   `desk/keyring.rs`.
//! - **a password rule**: `domain/policy/`; a common word: `domain/policy/banned/shipped.txt`.
//! - **how a password is made**: `domain/generator/`, and the words there; how it is read aloud: `domain/spelling.rs`.
//! - **how a list of accounts is read**: `domain/bulk/input/`; what looks like an attack: `domain/bulk/spray.rs`; what
//!   is done with a row: `domain/bulk/plan.rs`; how many accounts are shown: `ui/bulk/`.
//! - **what is otherwise on Windows**: `ui/keys/windows.rs`, `adapters/keyring/credential_manager.rs`,
//!   `adapters/dns/system.rs`, `adapters/system.rs`; `tests/run-windows` tries it.
//! - **what the doctor looks at, and how bad what it finds is**: `commands/doctor/`, and `run/doctor.rs` for the order; how
//!   it is told: `ui/doctor/`; how a gateway is asked without sending: `adapters/sms/look.rs`.
//! - **who is in the practice directory**: `practice/people.rs`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![allow(async_fn_in_trait)] // One thread, generic commands: no caller ever needs these futures to be Send.

pub mod adapters;
pub mod cli;
pub mod commands;
pub mod config;
pub mod desk;
pub mod domain;
pub mod exit;
pub mod ports;
pub mod practice;
pub mod run;
pub mod text;
pub mod ui;
