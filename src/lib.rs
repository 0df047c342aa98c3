//! servicedesk helps the operators of a servicedesk with callers who cannot sign in.
//!
//! # Modules
//! A module imports only from the modules in its last column; `tests/local/architecture.rs` checks this.
//!
//! | module | purpose | may import |
//! |---|---|---|
//! | [`app`] | one run: process, settings, wiring, dispatch, finish | all below |
//! | [`cli`] | the top of the command line | commands, ui, text |
//! | [`practice`] | the practice directory: an LDAP server with Active Directory's behaviour | ports, domain |
//! | [`adapters`] | one technology each: LDAP, DNS, SMS gateways, databases, keyrings, syslog, the system | ports, config, text, domain |
//! | [`commands`] | a folder per command: arguments, what it does, its outcome; how that is shown: `render.rs` | ports, domain; `render.rs` also view, ui, config, text, exit |
//! | [`view`] | what several commands show; the operator's questions and notices in words | ui, config, ports, text, exit, domain |
//! | [`ui`] | the terminal: streams, keys, prompts, tables, progress | ports, text, domain |
//! | [`config`] | settings and where each comes from | text, domain |
//! | [`text`] | all user-facing text, in Swedish and English | domain |
//! | [`ports`] | traits for the outside world, their errors, the audit receipt | domain |
//! | [`domain`] | accounts, phone numbers, passwords, codes, verdicts: pure | nothing |
//! | [`exit`] | exit codes | nothing |
//!
//! # Where to change what
//! - **A command**: its folder in `commands/`; the ports it gets: `app/dispatch.rs`; shared steps: `commands/caller/`.
//! - **A message**: `text/sv.ftl` and `text/en.ftl`; SMS: `text/sms.rs`. **A help text**: `text/help.*.ftl`, under the
//!   command's name; for manual pages only: `text/manual.*.ftl`. Then run `UPDATE=1 cargo test --test local generated::`.
//! - **A failure**: `commands/failure/kind.rs` (its name in JSON), `commands/failure/effect.rs` (what it may have left
//!   behind), `commands/failure/render/` (message, exit code).
//! - **What scripts read**: a type in the command's `render.rs`; `view/document.rs`; which schemas: `commands/schema/`.
//! - **A setting**: the file of its section in `config/`, and `config/keys.rs`. **`init`**: `app/init/`; **`config`**:
//!   `app/configuration.rs`. **Accounts in the practice directory**: `practice/people.rs`.
//! - **Prompts and keys**: `ui/question.rs`, `ui/line.rs`; lists to tick, menus of the set-up: `ui/dialog.rs`;
//!   pasting: `ui/keys/unix.rs`; signals: `ui/keys/signals.rs`.
//! - **Progress while waiting**: `ui/waiting.rs`. **Diagnostics (`-vv`)**: `adapters/trace.rs`, `app/log.rs`.
//! - **Invisible characters**: `domain/invisible.rs`; how they are shown: `text/escape.rs`.
//! - **Limits on codes and attempts**: `domain/limits/`. **Warnings about a caller**: `domain/warnings.rs`.
//! - **Whether an account may be changed**: `domain/decision.rs`; must-change: `domain/must_change.rs`.
//! - **Protected accounts**: `domain/protection.rs` (well-known groups), `adapters/directory/protection/` (the check).
//! - **LDAP searches**: `adapters/directory/read/`; in bulk: `adapters/directory/read/bulk/`; attributes of an account:
//!   `adapters/directory/read/account.rs`.
//! - **Controllers**: `adapters/directory/connection/controllers.rs`, `adapters/dns/`; querying all of them:
//!   `adapters/directory/read/per_controller.rs`. **Kerberos**: `adapters/directory/connection/kerberos/`.
//! - **What a server may send**: `adapters/directory/connection/guard.rs`. **Panics**: `app/panic.rs`.
//! - **Setting a password**: `adapters/directory/write/set_password.rs`; sending one: `commands/reset/password_sms.rs`.
//! - **What proves a caller**: `commands/caller/verification.rs`, `commands/caller/ask_proof.rs` (questions); for a dry run:
//!   `commands/caller/dry_run.rs`. **What they do after an unlock**: `domain/after_unlock.rs`.
//! - **Who vouches for a caller**: `domain/voucher.rs`, `commands/caller/voucher.rs`. **Telling the owner**:
//!   `domain/owner_notice.rs` (at which number), `commands/caller/owner_notice.rs`. **Whether a code arrived**:
//!   `adapters/sms/delivery.rs`, `commands/caller/delivery.rs`. **The report of numbers**: `domain/number_survey.rs`.
//! - **Watching an account after an unlock**: `domain/watch.rs` (events), `commands/unlock/watch/`.
//! - **The audit log and its hash chain**: `domain/audit/`; the log server: `adapters/syslog/`.
//! - **The store**: `adapters/store/codes.rs`, `adapters/store/records.rs`; tables: `adapters/store/sqlite/schema.rs`,
//!   `adapters/store/postgres/schema.rs`.
//! - **An SMS gateway**: `adapters/sms/`, one file per provider. Those that `[sms.http]` can describe need none.
//! - **Secrets**: `app/secrets.rs`, `adapters/keyring/`. **The doctor's checks**: `commands/doctor/`, `app/doctor.rs`.
//! - **A password rule**: `domain/policy/`. **Generated passwords**: `domain/generator/`, `domain/spelling.rs`.
//! - **Bulk**: `domain/bulk/input/` (the list), `plan.rs`, `spray.rs` there; `commands/bulk/execute.rs`.
//! - **Windows**: `ui/keys/windows.rs`, `adapters/keyring/credential.rs`, `adapters/dns/system.rs`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![allow(async_fn_in_trait)] // One thread, generic commands: no caller ever needs these futures to be Send.

pub mod adapters;
pub mod app;
pub mod cli;
pub mod commands;
pub mod config;
pub mod domain;
pub mod exit;
pub mod ports;
pub mod practice;
pub mod text;
pub mod ui;
pub mod view;
