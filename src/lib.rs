//! servicedesk helps the operators of a servicedesk with callers who cannot sign in.
//!
//! # Modules
//! A module imports only from modules below it; `tests/architecture.rs` checks this.
//!
//! | module | purpose | may import |
//! |---|---|---|
//! | [`run`] | one run, from arguments to exit code | everything below |
//! | [`cli`] | the top of the command line | commands, ui, text |
//! | [`desk`] | builds adapters from settings | adapters, config, text, domain |
//! | [`demo`] | the practice directory: an LDAP server with Active Directory's behaviour | ports, domain |
//! | [`adapters`] | one technology each: LDAP, DNS, SMS gateways, SQLite, PostgreSQL, keyrings, syslog, the system | ports, text, domain |
//! | [`ui`] | the terminal: prompts, tables, JSON, error messages | commands, config, ports, text, exit, domain |
//! | [`config`] | settings and where each comes from | text, domain |
//! | [`commands`] | one file per command: arguments, what it does, its outcome | ports, domain |
//! | [`text`] | all user-facing text, in Swedish and English | domain |
//! | [`ports`] | traits for the outside world, their errors, the audit receipt | domain |
//! | [`domain`] | accounts, phone numbers, passwords, codes, verdicts: pure | nothing |
//! | [`exit`] | exit codes | nothing |
//!
//! # Where to change what
//! - **A command**: the file with its name in `commands/`.
//! - **A message**: `text/sv.ftl` and `text/en.ftl`; a new one also in `text/messages.rs`. SMS: `text/sms.rs`.
//! - **A help text**: `text/help.*.ftl`, under the command's name; for manual pages only: `text/manual.*.ftl`. Then
//!   run `UPDATE=1 cargo test --test generated`.
//! - **A failure's kind in JSON**: `commands/failure/`; its message and exit code: `ui/failure.rs`.
//! - **A setting**: the file of its section in `config/`.
//! - **Prompts and keys**: `ui/question.rs`, `ui/line.rs`; pasting: `ui/keys/unix.rs`; signals: `ui/keys/signals.rs`.
//! - **Invisible characters**: `domain/invisible.rs`; how they are shown: `text/foreign.rs`.
//! - **Limits on codes and attempts**: `domain/limits/`.
//! - **Warnings about a caller**: `domain/warnings.rs`; others with the same number: `adapters/ldap/sharing.rs`.
//! - **Whether an account may be changed**: `domain/decision.rs`; must-change: `domain/must_change.rs`.
//! - **Protected accounts**: `domain/protection.rs` (well-known groups), `adapters/ldap/protection.rs` (the check), and
//!   `adapters/ldap/many/protected.rs` (the same check in bulk).
//! - **LDAP searches**: `adapters/ldap/search.rs`; the meaning of attributes: `adapters/ldap/attributes.rs`; bulk
//!   searches: `adapters/ldap/many.rs`.
//! - **Finding and choosing controllers**: `adapters/ldap/controllers.rs` and `adapters/dns/`; asking all of them:
//!   `adapters/ldap/each.rs`.
//! - **Kerberos**: `adapters/ldap/kerberos/`; its error messages: `ui/failure/ticket.rs`.
//! - **Setting a password**: `adapters/ldap/history.rs`; sending a generated one: `commands/delivery.rs`.
//! - **Watching an account after an unlock**: `domain/watch.rs` (events), `commands/watch.rs`, `ui/watching.rs`.
//! - **The audit log and its hash chain**: `domain/audit/`; the log server: `adapters/syslog/`.
//! - **The store**: `adapters/store/sqlite/` and `adapters/store/postgres/`, one file per table; migrations: `schema.rs`.
//! - **An SMS gateway**: `adapters/sms/`, one file per provider. Those that `[sms.http]` can describe need none.
//! - **Keyrings**: `run/secrets.rs`, `adapters/keyring/`; the entries: `desk/keyring.rs`.
//! - **A password rule**: `domain/policy/`; shipped banned words: `domain/policy/banned/shipped.txt`.
//! - **Generated passwords**: `domain/generator/`; reading them aloud: `domain/spelling.rs`.
//! - **Bulk input**: `domain/bulk/input/`; plan: `domain/bulk/plan.rs`; execution: `commands/bulk/act.rs`; display:
//!   `ui/bulk/`; attack detection: `domain/bulk/spray.rs`.
//! - **The doctor's checks**: `commands/doctor/`, their order: `run/doctor.rs`, display: `ui/doctor/`.
//! - **Windows**: `ui/keys/windows.rs`, `adapters/keyring/credential_manager.rs`, `adapters/dns/system.rs`,
//!   `adapters/system.rs`; `tests/run-windows` runs its tests.
//! - **People in the practice directory**: `demo/people.rs`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![allow(async_fn_in_trait)] // One thread, generic commands: no caller ever needs these futures to be Send.

pub mod adapters;
pub mod cli;
pub mod commands;
pub mod config;
pub mod demo;
pub mod desk;
pub mod domain;
pub mod exit;
pub mod ports;
pub mod run;
pub mod text;
pub mod ui;
