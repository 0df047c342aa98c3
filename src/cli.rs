//! The top of the command line. Each command's own arguments stand with the command.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::commands::{audit, check_policy, lookup, reset, send_code, unlock};
use crate::text::Language;
use crate::ui::{Color, Output};

/// Help a caller who cannot sign in: see why, verify them by SMS, unlock the account or set a new password
#[derive(Debug, Parser)]
#[command(name = "servicedesk", version, arg_required_else_help = true, after_help = AFTER_HELP)]
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
#[command(next_help_heading = "Options of every command")]
pub struct Global {
    /// Read this configuration file, and no other
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Use the built-in practice directory: no server, no configuration; the SMS shows on the screen
    #[arg(long, global = true, conflicts_with_all = ["config", "server"])]
    pub demo: bool,
    /// Start the practice directory afresh (implies --demo)
    #[arg(long, global = true, conflicts_with_all = ["config", "server"])]
    pub demo_reset: bool,
    /// The operator's language
    #[arg(long, global = true, value_name = "sv|en", value_parser = language)]
    pub lang: Option<Language>,
    /// How results are written
    #[arg(short, long, global = true, value_enum, default_value_t)]
    pub output: Output,
    /// Whether to colour
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
    /// Never ask
    #[arg(long, global = true)]
    pub no_input: bool,
    /// Use this directory server instead of the configured ones
    #[arg(long, global = true, value_name = "URL")]
    pub server: Option<String>,
    /// The case number, for the audit trail
    #[arg(long, global = true, value_name = "ID")]
    pub ticket: Option<String>,
    /// Tell only what matters
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Tell more: the servers' own words and codes
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
}

impl Global {
    /// Whether this is practice.
    pub fn practises(&self) -> bool {
        self.demo || self.demo_reset
    }
}

fn language(code: &str) -> Result<Language, &'static str> {
    Language::from_code(code).ok_or("known languages: sv, en")
}

/// What can be done.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Who is this, and why can they not sign in
    Lookup(lookup::Args),
    /// Send a code to the registered mobile, and verify what the caller reads back
    SendCode(send_code::Args),
    /// Keep the password, unlock the account
    Unlock(unlock::Args),
    /// Set a new password and unlock the account
    Reset(reset::Args),
    /// Would this password be accepted, and if not, why
    CheckPolicy(check_policy::Args),
    /// What was done from here, and by whom
    Audit(audit::Args),
}

const AFTER_HELP: &str = "\
Examples:
  servicedesk --demo lookup jesrab01        try it: no server, no configuration
  servicedesk lookup 070-174 06 05          who is calling
  servicedesk unlock jesrab01               send a code, check it, unlock
  servicedesk reset jesrab01 --generate     the same, with a new password

Exit status:
  0 done   1 a bug   2 bad command line or configuration   3 no account, or more than one
  4 not allowed   5 refused by a rule   6 not reached, safe to try again
  7 partly done, look first   130 cancelled";

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }
}
