//! `init`: asks for what most desks need, and writes it as a configuration.

pub(in crate::commands) mod render;

use std::path::PathBuf;

pub use render::{InitPrompts, certificate_lines};

#[derive(Debug, Clone, Default, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "NAME")]
    pub(crate) domain: Option<String>,
    #[arg(long, value_enum, value_name = "WAY")]
    pub(crate) sign_in: Option<SignInWay>,
    #[arg(long, value_name = "NAME", value_parser = super::free_text)]
    pub(crate) user: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "certificate_sha256")]
    pub(crate) ca_file: Option<PathBuf>,
    #[arg(long, value_name = "DIGITS", value_delimiter = ',')]
    pub(crate) certificate_sha256: Option<Vec<String>>,
    #[arg(long, value_name = "NAME")]
    pub(crate) gateway: Option<String>,
    #[arg(long, value_name = "URL", requires = "gateway")]
    pub(crate) gateway_url: Option<String>,
    #[arg(long, value_name = "NAME", requires = "gateway")]
    pub(crate) gateway_user: Option<String>,
    #[arg(long, value_name = "FILE", requires = "gateway")]
    pub(crate) secret_file: Option<PathBuf>,
    #[arg(long, value_name = "NAME", requires = "gateway")]
    pub(crate) sender: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) organisation: Option<String>,
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) services: Option<Vec<String>>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) phone: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) extension: Option<String>,
    #[arg(long, value_name = "PLACE")]
    pub(crate) store: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) send_to: Option<String>,
    #[arg(long)]
    pub(crate) replace: bool,
    #[arg(long)]
    pub(crate) no_check: bool,
}

/// How operators sign in to the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SignInWay {
    /// With a Kerberos ticket.
    Ticket,
    /// With a password in the keyring of each operator.
    Keyring,
    /// With a password in a file.
    File,
}

/// A configuration that was written.
#[derive(Debug)]
pub struct Outcome {
    pub path: PathBuf,
    /// The files beside it: secrets and certificates.
    pub others: Vec<PathBuf>,
}
