//! The top of the command line. Each command defines its own arguments; the help texts are in `text/help.*.ftl`.

mod help;
mod script;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, Parser, Subcommand};

use crate::commands::{
    assist, audit, check_policy, completion, config, doctor, free_text, init, login, logout, lookup, reset, schema,
    send_code, unlock, version, whoami,
};
use crate::text::Language;
use crate::ui::{Color, Output, Style};

pub use help::with_help;
pub use script::completion;

#[derive(Debug, Parser)]
#[command(name = "servicedesk", version)]
pub struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Option<CliCommand>,
}

/// Options that every command takes.
#[derive(Debug, Clone, Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(crate) demo: bool,
    #[arg(long, global = true)]
    pub(crate) demo_reset: bool,
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(["sv", "en"]).map(language))]
    pub(crate) lang: Option<Language>,
    #[arg(short, long, global = true, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: Output,
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
    #[arg(long, global = true)]
    pub(crate) plain: bool,
    #[arg(long, global = true)]
    pub(crate) no_input: bool,
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) server: Option<String>,
    #[arg(long, global = true, value_name = "ID", value_parser = free_text)]
    pub(crate) ticket: Option<String>,
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,
}

impl Cli {
    /// Parses a command line.
    pub fn read(arguments: &[OsString]) -> Result<Self, clap::Error> {
        let cli = Self::try_parse_from(arguments)?;
        let of_init = || match &cli.command {
            Some(CliCommand::Standalone(StandaloneCommand::Init(args))) => args.contradiction(cli.global.practises()),
            _ => None,
        };
        let Some((option, other)) = cli.global.contradiction().or_else(of_init) else { return Ok(cli) };
        let mut error = clap::Error::new(ErrorKind::ArgumentConflict);
        error.insert(ContextKind::InvalidArg, ContextValue::String(option.to_owned()));
        error.insert(ContextKind::PriorArg, ContextValue::String(other.to_owned()));
        Err(error)
    }
}

impl Global {
    /// Two options that exclude each other. Not declared to clap, which misses it when only one is before the command.
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

    /// The style for a stream that can show colours, or not.
    pub fn style(&self, can_color: bool, variables: &[(OsString, OsString)]) -> Style {
        Style::new(!self.plain && self.color.decide(can_color, variables))
    }

    pub fn is_verbose(&self) -> bool {
        self.verbose > 0
    }

    /// Whether the run uses the practice directory.
    pub fn practises(&self) -> bool {
        self.demo || self.demo_reset
    }
}

/// Converts a code that clap has checked.
fn language(code: String) -> Language {
    Language::from_code(&code).unwrap_or(Language::English)
}

#[derive(Debug, Clone, Subcommand)]
pub(crate) enum CliCommand {
    #[command(flatten)]
    Desk(DeskCommand),
    #[command(flatten)]
    Standalone(StandaloneCommand),
}

/// The commands that run with the settings.
#[derive(Debug, Clone, Subcommand)]
pub(crate) enum DeskCommand {
    Assist(assist::Args),
    Lookup(lookup::Args),
    SendCode(send_code::Args),
    Unlock(unlock::Args),
    Reset(reset::Args),
    CheckPolicy(check_policy::Args),
    Audit(audit::Args),
    Login(login::Args),
    Logout(logout::Args),
    Whoami(whoami::Args),
}

/// The commands that need no settings, or report what is wrong with them.
#[derive(Debug, Clone, Subcommand)]
pub(crate) enum StandaloneCommand {
    Doctor(doctor::Args),
    Init(Box<init::Args>),
    Config(config::Args),
    Completion(completion::Args),
    Version(version::Args),
    Schema(schema::Args),
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
