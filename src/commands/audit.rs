//! `audit show`: what was done from here, and by whom.

use super::Failure;
use crate::domain::audit::Record;
use crate::ports::Records;

/// What to do with the trail.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done with the trail.
#[derive(Debug, Clone, clap::Subcommand)]
pub enum Command {
    /// Show the newest records
    Show(ShowArgs),
}

/// How much of it.
#[derive(Debug, Clone, clap::Args)]
pub struct ShowArgs {
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..))]
    pub last: u32,
}

/// Reads the trail.
///
/// # Errors
/// [`Failure::Store`].
pub async fn show(args: &ShowArgs, records: &impl Records) -> Result<Outcome, Failure> {
    Ok(Outcome { records: records.newest(args.last).await? })
}

/// The records, oldest first.
#[derive(Debug)]
pub struct Outcome {
    /// Each with its number.
    pub records: Vec<(i64, Record)>,
}
