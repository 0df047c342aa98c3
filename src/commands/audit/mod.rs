//! `audit`: what was done from here and by whom, whether the trail of it holds, and what came of what was cut short.

mod export;
pub(in crate::commands) mod render;
mod resolve;
mod show;
mod verify;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use export::{Exported, Format, Sink, export};
pub use render::Export;
pub(super) use resolve::UNDER_WAY;
pub use resolve::{Finding, Resolved, resolve};
pub use show::{Outcome, show};
pub use verify::{Verified, verify};

use super::Nature;
use crate::domain::audit::{Action, Anchor, RecordFilter, TypedTime};

/// What to do with the trail.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be done with the trail.
#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum Command {
    Show(ShowArgs),
    Verify(VerifyArgs),
    Export(ExportArgs),
    Resolve,
}

/// Which records, and how many.
#[derive(Debug, Clone, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) last: u32,
}

/// What the trail is held against.
#[derive(Debug, Clone, clap::Args)]
pub struct VerifyArgs {
    #[arg(long, value_name = "ANCHOR")]
    pub(crate) anchor: Option<Anchor>,
}

/// Which records, and in which form.
#[derive(Debug, Clone, clap::Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) format: Option<Format>,
}

/// Which records. The case number is `--ticket`, which every command has.
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
    /// The filter at this time and place. A time beyond all calendars keeps nothing out.
    pub fn at(&self, ticket: Option<&str>, now: Timestamp, zone: &TimeZone) -> RecordFilter {
        RecordFilter {
            account: self.account.clone(),
            operator: self.operator.clone(),
            actions: self.action.clone(),
            since: self.since.and_then(|moment| moment.begins(now, zone)),
            until: self.until.and_then(|moment| moment.ends(now, zone)),
            ticket: ticket.map(str::to_owned),
        }
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

/// What looking into intents does; all else reads the trail alone.
pub const RESOLVE: Nature = Nature::Records;

/// How many records are read at a time.
const PAGE: u32 = 500;
