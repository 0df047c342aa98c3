//! `version`: shows which build of the program this is. Reads no configuration.

pub(in crate::commands) mod render;

#[derive(Debug, Clone, clap::Args)]
pub struct Args {}

/// This build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// As in Cargo.toml.
    pub version: &'static str,
    /// The commit it was built from; `None` for a development build.
    pub commit: Option<&'static str>,
    /// The optional parts that are built in.
    pub features: Vec<&'static str>,
}

/// `kerberos`: whether operators can sign in with a ticket.
pub fn run(kerberos: bool) -> Outcome {
    Outcome {
        version: env!("CARGO_PKG_VERSION"),
        commit: option_env!("SERVICEDESK_COMMIT"),
        features: kerberos.then_some("kerberos").into_iter().collect(),
    }
}
