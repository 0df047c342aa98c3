//! servicedesk: help a caller who cannot sign in.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![allow(async_fn_in_trait)] // One thread, generic commands: no caller ever needs these futures to be Send.

pub mod adapters;
pub mod cli;
pub mod commands;
pub mod config;
pub mod demo;
pub mod domain;
pub mod exit;
pub mod ports;
pub mod text;
pub mod ui;
