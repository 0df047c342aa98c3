//! `init`: asks for what most desks need, and writes it as a configuration.

mod answered;
pub(in crate::commands) mod render;

use std::path::PathBuf;

pub use render::{InitPrompts, LineQuestion, certificate_lines};

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
    #[arg(long, value_name = "NUMBER", conflicts_with = "no_check")]
    pub(crate) send_to: Option<String>,
    #[arg(long)]
    pub(crate) replace: bool,
    #[arg(long)]
    pub(crate) no_check: bool,
}

impl Args {
    /// An option and another that rules it out by its value, or as practice does.
    pub(crate) fn contradiction(&self, practises: bool) -> Option<(&'static str, &'static str)> {
        let of_password = [("--user", self.user.is_some()), ("--password-file", self.password_file.is_some())];
        let of_trust =
            [("--ca-file", self.ca_file.is_some()), ("--certificate-sha256", self.certificate_sha256.is_some())];
        let of_gateway = [
            ("--gateway-url", self.gateway_url.is_some()),
            ("--gateway-user", self.gateway_user.is_some()),
            ("--secret-file", self.secret_file.is_some()),
            ("--sender", self.sender.is_some()),
        ];
        let of_desk = [
            ("--domain", self.domain.is_some()),
            ("--sign-in", self.sign_in.is_some()),
            ("--store", self.store.is_some()),
        ];
        let ruled_out = |options: &[(&'static str, bool)], by: &'static str| {
            options.iter().find(|(_, is_given)| *is_given).map(|(option, _)| (*option, by))
        };
        let by_way = match self.sign_in {
            Some(SignInWay::Ticket) => ruled_out(&[of_password, of_trust].concat(), "--sign-in ticket"),
            Some(SignInWay::Keyring) => ruled_out(&of_password[1..], "--sign-in keyring"),
            Some(SignInWay::File) | None => None,
        };
        let by_practice = || practises.then(|| ruled_out(&of_desk, "--demo")).flatten();
        let has_none = self.gateway.as_deref() == Some(NO_GATEWAY);
        by_way.or_else(by_practice).or_else(|| has_none.then(|| ruled_out(&of_gateway, "--gateway none")).flatten())
    }
}

/// The gateway that is none.
pub(crate) const NO_GATEWAY: &str = "none";

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
