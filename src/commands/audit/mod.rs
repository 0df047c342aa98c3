//! `audit`: shows, verifies and exports the audit trail, and resolves intents without an outcome.

mod export;
pub(in crate::commands) mod render;
mod resolve;
mod show;
mod verify;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use export::{ExportFormat, Exported, RecordSink, export};
pub use render::ExportWriter;
pub(super) use resolve::ABANDONED_AFTER;
pub use resolve::{CurrentState, Resolved, resolve};
pub use show::{Outcome, show};
pub use verify::{Verified, verify};

use super::{Failure, Nature, TimeLimitFault};
use crate::domain::audit::{Action, Anchor, RecordFilter, TypedTime};

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub(crate) command: Subcommand,
}

#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum Subcommand {
    Show(ShowArgs),
    Verify(VerifyArgs),
    Export(ExportArgs),
    Resolve,
}

#[derive(Debug, Clone, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) last: u32,
}

#[derive(Debug, Clone, clap::Args)]
pub struct VerifyArgs {
    #[arg(long, value_name = "ANCHOR")]
    pub(crate) anchor: Option<Anchor>,
}

#[derive(Debug, Clone, clap::Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) format: Option<ExportFormat>,
}

/// The case number is the global `--ticket`.
#[derive(Debug, Clone, clap::Args)]
pub struct FilterArgs {
    #[arg(long, value_name = "ACCOUNT")]
    pub(crate) account: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) operator: Option<String>,
    #[arg(long, value_enum, value_name = "ACTION")]
    pub(crate) action: Vec<Action>,
    #[arg(long, value_name = "TIME")]
    pub(crate) since: Option<TypedTime>,
    #[arg(long, value_name = "TIME")]
    pub(crate) until: Option<TypedTime>,
}

impl FilterArgs {
    /// Returns the filter.
    ///
    /// # Errors
    /// [`Failure::TimeLimit`] for a limit that nothing could meet, or that cannot be computed.
    pub fn at(&self, ticket: Option<&str>, now: Timestamp, zone: &TimeZone) -> Result<RecordFilter, Failure> {
        let limit = |typed: Option<TypedTime>, at: Option<Timestamp>, option| match (typed, at) {
            (Some(_), None) => Err(TimeLimitFault::BeyondCalendar { option }),
            (_, at) => Ok(at),
        };
        let begins = self.since.and_then(|time| time.begins(now, zone));
        let ends = self.until.and_then(|time| time.ends(now, zone));
        let limits =
            limit(self.since, begins, "--since").and_then(|since| match (since, limit(self.until, ends, "--until")?) {
                (Some(since), _) if since > now => Err(TimeLimitFault::SinceInFuture { since }),
                (Some(since), Some(until)) if since > until => Err(TimeLimitFault::SinceAfterUntil { since, until }),
                limits => Ok(limits),
            });
        let (since, until) = limits.map_err(Failure::TimeLimit)?;
        Ok(RecordFilter {
            account: self.account.clone(),
            operator: self.operator.clone(),
            actions: self.action.clone(),
            since,
            until,
            ticket: ticket.map(str::to_owned),
        })
    }
}

impl ValueEnum for Action {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

pub const RESOLVE_NATURE: Nature = Nature::Records;

/// Records per read.
const PAGE: u32 = 500;
