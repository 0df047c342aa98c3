//! `audit`: shows, verifies, exports and archives the audit trail, and resolves intents without an outcome.

mod accounts;
mod archive;
mod checker;
mod export;
mod follows;
mod index;
mod prove;
pub(in crate::commands) mod render;
mod resolve;
mod search;
mod show;
mod verify;

use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::{PathBufValueParser, PossibleValue, TypedValueParser};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

pub use accounts::NamedAccount;
pub use archive::{ArchiveRefusal, Archived, Request as ArchiveRequest, archive};
pub use export::{ExportFormat, Exported, RecordSink, export};
pub use index::{Indexed, index};
pub use prove::{ArchiveProof, prove};
pub use render::ExportWriter;
pub(super) use resolve::ABANDONED_AFTER;
pub use resolve::{CurrentState, Resolved, resolve};
pub use search::Page;
pub use show::{Outcome, show};
pub use verify::{Scope, Verified, verify};

use super::{Failure, Nature, TimeLimitFault};
use crate::domain::audit::{Action, Anchor, RecordFilter, TypedTime};
use crate::domain::system_fault::SystemFault;

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
    Archive(ArchiveArgs),
    Index,
    Resolve,
}

#[derive(Debug, Clone, clap::Args)]
pub struct ShowArgs {
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) last: u32,
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, value_parser = clap::value_parser!(i64).range(1..))]
    pub(crate) before: Option<i64>,
}

impl ShowArgs {
    pub fn page(&self) -> Page {
        Page { last: usize::try_from(self.last).unwrap_or(usize::MAX), before: self.before, all: self.all }
    }
}

#[derive(Debug, Clone, clap::Args)]
pub struct VerifyArgs {
    #[arg(value_name = "FILE", conflicts_with = "since_anchor")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "ANCHOR")]
    pub(crate) anchor: Option<Anchor>,
    #[arg(long, value_name = "ANCHOR")]
    pub(crate) since_anchor: Option<Anchor>,
}

impl VerifyArgs {
    pub fn scope(&self) -> Scope {
        Scope { anchor: self.anchor.clone(), since: self.since_anchor.clone() }
    }
}

#[derive(Debug, Clone, clap::Args)]
pub struct ArchiveArgs {
    #[arg(value_name = "FILE", value_parser = PathBufValueParser::new().try_map(real_file))]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "TIME", allow_negative_numbers = true)]
    pub(crate) before: Option<TypedTime>,
    #[arg(long)]
    pub(crate) remove: bool,
}

/// An archive is whole on the disk before its records leave the store, so it cannot go to standard output.
fn real_file(file: PathBuf) -> Result<PathBuf, SystemFault> {
    if file.as_os_str() == "-" { Err(SystemFault::NotAFile) } else { Ok(file) }
}

impl ArchiveArgs {
    /// Returns what to archive. `keep_days`: how long records stay, if that is set.
    ///
    /// # Errors
    /// [`Failure::Archive`] when nothing says how much; [`Failure::TimeLimit`] for a time that cannot be computed.
    pub fn at(&self, keep_days: Option<u32>, now: Timestamp, zone: &TimeZone) -> Result<ArchiveRequest, Failure> {
        let keep = keep_days.map(|days| SignedDuration::from_hours(24 * i64::from(days)));
        let beyond = || Failure::TimeLimit(TimeLimitFault::BeyondCalendar { option: "--before" });
        let before = match (self.before, keep) {
            (Some(typed), _) => typed.begins(now, zone).ok_or_else(beyond)?,
            (None, Some(keep)) => now.checked_sub(keep).map_err(|_| beyond())?,
            (None, None) => {
                return Err(Failure::Archive { file: self.file.clone(), why: ArchiveRefusal::NoLimit });
            }
        };
        Ok(ArchiveRequest { file: self.file.clone(), before, keep, remove: self.remove })
    }
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
    #[arg(long, value_name = "TIME", allow_negative_numbers = true)]
    pub(crate) since: Option<TypedTime>,
    #[arg(long, value_name = "TIME", allow_negative_numbers = true)]
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
            account_ids: Vec::new(),
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
