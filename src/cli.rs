//! The top of the command line. Each command's own arguments stand with the command; the words for people stand in
//! `text/help.*.ftl`, not in the comments here.

mod help;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use crate::commands::{assist, audit, check_policy, lookup, reset, send_code, unlock};
use crate::text::Language;
use crate::ui::{Color, Output};

pub use help::in_words;

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "servicedesk", version)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Read this configuration file, and no other.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Use the built-in practice directory.
    #[arg(long, global = true, conflicts_with_all = ["config", "server"])]
    pub demo: bool,
    /// Start the practice directory afresh; implies `demo`.
    #[arg(long, global = true, conflicts_with_all = ["config", "server"])]
    pub demo_reset: bool,
    /// The operator's language.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(["sv", "en"]).map(language))]
    pub lang: Option<Language>,
    /// How results are written.
    #[arg(short, long, global = true, value_enum, default_value_t, value_name = "FORM")]
    pub output: Output,
    /// Whether to colour.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    /// Never ask.
    #[arg(long, global = true)]
    pub no_input: bool,
    /// Use this directory server instead of the configured ones.
    #[arg(long, global = true, value_name = "URL")]
    pub server: Option<String>,
    /// The case number, for the audit trail.
    #[arg(long, global = true, value_name = "ID")]
    pub ticket: Option<String>,
    /// Tell only what matters.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Tell more: the servers' own words and codes.
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
}

impl Global {
    /// Whether this is practice.
    pub fn practises(&self) -> bool {
        self.demo || self.demo_reset
    }
}

/// The parser lets no other code through.
fn language(code: String) -> Language {
    Language::from_code(&code).unwrap_or(Language::English)
}

/// What can be done.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Carry a call from beginning to end; also what happens without a command on a terminal.
    Assist(assist::Args),
    /// Who is this, and why can they not sign in.
    Lookup(lookup::Args),
    /// Send a code to the registered mobile, and verify what the caller reads back.
    SendCode(send_code::Args),
    /// Keep the password, unlock the account.
    Unlock(unlock::Args),
    /// Set a new password and unlock the account.
    Reset(reset::Args),
    /// Would this password be accepted, and if not, why.
    CheckPolicy(check_policy::Args),
    /// What was done from here, and by whom.
    Audit(audit::Args),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }
}
