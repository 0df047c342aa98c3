//! servicedesk helps the operators of a servicedesk with callers who cannot sign in.
//!
//! # Modules
//! A module imports only from modules below it; `tests/local/architecture.rs` checks this.
//!
//! | module | purpose | may import |
//! |---|---|---|
//! | [`app`] | one run: process, settings, wiring, dispatch, finish | all below |
//! | [`cli`] | the top of the command line | commands, ui, text |
//! | [`desk`] | builds adapters from settings | adapters, config, text, domain |
//! | [`demo`] | the practice directory: an LDAP server with Active Directory's behaviour | ports, domain |
//! | [`adapters`] | one technology each: LDAP, DNS, SMS gateways, SQLite and PostgreSQL, the leaked passwords' list, the keyring, the system | ports, text, domain |
//! | [`commands`] | a folder a command: arguments, what it does, what came of it; how that is shown in its `render.rs` | ports, domain; `render.rs` also view, ui, config, text, exit |
//! | [`view`] | what several commands show, and the operator's questions and notices, in words | ui, config, ports, text, exit, domain |
//! | [`ui`] | the terminal: streams, keys, lines, menus, columns, waiting | ports, text, domain |
//! | [`config`] | settings and where each came from | text, domain |
//! | [`text`] | every sentence, in Swedish and English | domain |
//! | [`ports`] | the world outside, as the commands need it; the receipt | domain |
//! | [`domain`] | accounts, phones, passwords, codes, verdicts: pure | nothing |
//! | [`exit`] | the exit codes | nothing |
//!
//! # Where do I change …
//! - **what a command does**: `commands/`, the folder with its name; what several do for a caller: `commands/caller/`;
//!   which ports it is handed: `app/dispatch.rs`.
//! - **how an outcome is shown**: `render.rs` in the command's folder; what several show: `view/`.
//! - **a sentence**: `text/sv.ftl` and `text/en.ftl`; a new one also in `text/messages.rs`.
//! - **a help text**: `text/help.sv.ftl` and `text/help.en.ftl`, under the command's name; what only manual pages say:
//!   `text/manual.*.ftl`; then `UPDATE=1 cargo test --test local generated::`.
//! - **what a failure says, and its exit code**: `commands/failure/render/`, a file a family; its name for scripts: `commands/failure/kind.rs`.
//! - **how a question is put on the terminal**: `ui/question.rs`; what a key does to a line: `ui/line.rs`; what a paste
//!   is: `ui/keys/unix.rs`; what a signal does: `ui/keys/signals.rs`; colour: `ui/style.rs`.
//! - **which characters nobody sees**: `domain/unseen.rs`; how they are written out: `text/escape.rs`.
//! - **what is said while something is waited for**: `ui/waiting.rs`.
//! - **how many codes, tries and errors are allowed**: `domain/limits/`; by what time: `desk_time.rs` there.
//! - **a setting**: the file of its section in `config/`.
//! - **what `-vv` tells of requests**: `adapters/trace.rs`, `adapters/ldap/trace.rs`; how it is written: `run/log.rs`.
//! - **what is asked of the directory**: `adapters/ldap/search.rs`; what an attribute means: `attributes.rs`.
//! - **which controllers there are, and which is tried first**: `adapters/ldap/controllers.rs`; how DNS is asked:
//!   `adapters/dns/`; what is asked of each of them: `adapters/ldap/each.rs`.
//! - **what the audit trail keeps, and how it is chained**: `domain/audit/`; how it gets to a log server:
//!   `adapters/syslog/`.
//! - **where codes and the trail are kept**: `adapters/store/codes.rs` and `records.rs`; what a code's limits allow:
//!   `decisions.rs` there; a new version of the tables: `schema.rs` in `sqlite/` and `postgres/`; what a lost connection
//!   means: `postgres/session.rs`.
//! - **what speaks against a caller**: `domain/signs.rs`; who else has a number: `adapters/ldap/sharing.rs`; when it is asked:
//!   `commands/caller/warnings.rs`.
//! - **what stands in the way of a code, an unlock and a reset**: `domain/decision.rs`, by `commands/caller/resolve_account.rs`; of must-change:
//!   `domain/must_change.rs`.
//! - **who is never changed**: `adapters/ldap/protection.rs`, from what `groups.rs` and `units.rs` find, asked again in
//!   `write.rs`; among many: `many/protected.rs`; which groups protect whatever is configured: `domain/protection.rs`.
//! - **what is told of an account after it was unlocked**: `commands/unlock/watch/`; what counts as news: `domain/watch.rs`;
//!   its lines: `render.rs` there.
//! - **what is asked of many accounts at once**: `adapters/ldap/many.rs`; how they are unlocked, and what happens when
//!   the connection breaks: `commands/bulk/execute.rs`.
//! - **how a password is set**: `adapters/ldap/history.rs`; how one that was made is sent: `commands/reset/password_sms.rs`.
//! - **what an SMS says**: `text/sms.rs`.
//! - **an SMS gateway**: `adapters/sms/`, a file a provider; those that `[sms.http]` can describe need none.
//! - **how a Kerberos ticket signs in, and what it seals**: `adapters/ldap/kerberos/`; why it does not: `commands/failure/render/ticket.rs`.
//! - **where a secret comes from, and the keyring**: `app/secrets.rs`, `adapters/keyring/`; under which name it is kept:
//!   `desk/keyring.rs`.
//! - **a password rule**: `domain/policy/`; a common word: `domain/policy/banned/shipped.txt`.
//! - **how a password is made**: `domain/generator/`, and the words there; how it is read aloud: `domain/spelling.rs`.
//! - **how a list of accounts is read**: `domain/bulk/input/`; what looks like an attack: `domain/bulk/spray.rs`; what
//!   is done with a row: `domain/bulk/plan.rs`; how many accounts are shown: `commands/bulk/render/`.
//! - **what is otherwise on Windows**: `ui/keys/windows.rs`, `adapters/keyring/credential_manager.rs`,
//!   `adapters/dns/system.rs`, `adapters/system.rs`; `tests/run-windows` tries it.
//! - **what the doctor looks at, and how bad what it finds is**: `commands/doctor/`, and `app/doctor.rs` for the order; how
//!   it is told: `commands/doctor/render/`; how a gateway is asked without sending: `adapters/sms/look.rs`.
//! - **who is in the practice directory**: `demo/people.rs`.
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
