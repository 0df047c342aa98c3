//! The top of the command line. Each command's own arguments stand with the command; the words for people stand in
//! `text/help.*.ftl`, not in the comments here.

mod help;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, Parser, Subcommand};

use crate::commands::{
    assist, audit, check_policy, doctor, free_text, login, logout, lookup, reset, send_code, unlock, whoami,
};
use crate::text::Language;
use crate::ui::{Color, Output, Style};

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
    #[arg(long, global = true)]
    pub demo: bool,
    /// Start the practice directory afresh; implies `demo`.
    #[arg(long, global = true)]
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
    /// Draw, move and colour nothing on the terminal.
    #[arg(long, global = true)]
    pub plain: bool,
    /// Never ask.
    #[arg(long, global = true)]
    pub no_input: bool,
    /// Use this directory server instead of the configured ones.
    #[arg(long, global = true, value_name = "URL")]
    pub server: Option<String>,
    /// The case number, for the audit trail.
    #[arg(long, global = true, value_name = "ID", value_parser = free_text)]
    pub ticket: Option<String>,
    /// Tell only what matters.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Tell more: the servers' own words and codes; twice, also each request.
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
}

impl Cli {
    /// Reads a command line.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(arguments: &[OsString]) -> Result<Self, clap::Error> {
        let cli = Self::try_parse_from(arguments)?;
        let Some((option, other)) = cli.global.contradiction() else { return Ok(cli) };
        let mut error = clap::Error::new(ErrorKind::ArgumentConflict);
        error.insert(ContextKind::InvalidArg, ContextValue::String(option.to_owned()));
        error.insert(ContextKind::PriorArg, ContextValue::String(other.to_owned()));
        Err(error)
    }
}

impl Global {
    /// Two options that cannot both be meant. Not told to clap, which does not see it when one stands before the
    /// command and one behind.
    fn contradiction(&self) -> Option<(&'static str, &'static str)> {
        let practice = if self.demo { "--demo" } else { "--demo-reset" };
        [
            (self.is_verbose() && self.quiet, ("--verbose", "--quiet")),
            (self.practises() && self.config.is_some(), (practice, "--config")),
            (self.practises() && self.server.is_some(), (practice, "--server")),
        ]
        .into_iter()
        .find_map(|(both, options)| both.then_some(options))
    }

    /// How a stream is written on that can show colours or can't.
    pub fn style(&self, can_color: bool, variables: &[(OsString, OsString)]) -> Style {
        Style::new(!self.plain && self.color.decide(can_color, variables))
    }

    /// Whether the servers' own words are told.
    pub fn is_verbose(&self) -> bool {
        self.verbose > 0
    }

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
    /// Keep a secret in the system's keyring.
    Login(login::Args),
    /// Take a secret out of the keyring.
    Logout(logout::Args),
    /// As whom the directory knows this operator.
    Whoami(whoami::Args),
    /// Is everything that a call needs in working order.
    Doctor(doctor::Args),
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
