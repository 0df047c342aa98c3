//! Options of `unlock` for many accounts. Reads no file.

use std::path::PathBuf;

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::value_parser;

use super::Refusal;
use crate::commands::Nature;
use crate::domain::audit::free_text;
use crate::domain::bulk::RowOutcome;
use crate::domain::bulk::input::Input;

const DEFAULT_MAX: u32 = 50;
const DEFAULT_MAX_FAILURES: u32 = 10;
const DEFAULT_CONCURRENCY: u16 = 32;

/// `None` where an option is absent.
#[derive(Debug, Clone, Default, clap::Args)]
#[group(skip)]
pub struct Args {
    #[arg(long, value_name = "FILE", conflicts_with_all = ["code", "identified_by"])]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["code", "identified_by"])]
    pub(crate) all_locked: bool,
    #[arg(long, value_name = "DN", requires = "all_locked", conflicts_with_all = ["account", "from"], value_parser = NonEmptyStringValueParser::new())]
    pub(crate) under: Option<String>,
    #[arg(long, requires = "all_locked", conflicts_with_all = ["account", "from", "yes", "dry_run"])]
    pub(crate) choose: bool,
    #[arg(long, value_name = "TEXT", value_parser = free_text)]
    pub(crate) reason: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) yes: bool,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) max: Option<u32>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = value_parser!(u32).range(1..))]
    pub(crate) max_failures: Option<u32>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = value_parser!(u16).range(1..=256))]
    pub(crate) concurrency: Option<u16>,
    #[arg(long)]
    pub(crate) accept_risk: bool,
    #[arg(long, value_name = "OUTCOMES", value_delimiter = ',', conflicts_with = "all_locked", value_parser = PossibleValuesParser::new(RowOutcome::ACCEPTABLE.map(RowOutcome::name)).map(acceptable))]
    pub(crate) accept: Vec<RowOutcome>,
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}

/// Converts a name that clap has checked.
fn acceptable(name: String) -> RowOutcome {
    RowOutcome::ACCEPTABLE.into_iter().find(|outcome| outcome.name() == name).unwrap_or(RowOutcome::Failed)
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountSource {
    Arguments(Vec<String>),
    File(PathBuf),
    Stdin,
    /// All locked accounts, below the DN `under` or anywhere.
    AllLocked {
        under: Option<String>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkOptions {
    pub source: AccountSource,
    pub reason: String,
    pub dry_run: bool,
    /// Let the operator tick which of them.
    pub choose: bool,
    /// Skip the confirmation.
    pub yes: bool,
    /// More accounts require `yes`.
    pub max: usize,
    /// Number of consecutive refusals that aborts the run.
    pub max_failures: usize,
    /// Maximum number of concurrent changes.
    pub concurrency: usize,
    /// Continue despite signs of a password spray.
    pub accept_risk: bool,
    /// Outcomes that need no look.
    pub accept: Vec<RowOutcome>,
    pub report: Option<PathBuf>,
}

impl Args {
    /// Returns the options for many accounts, given the `accounts` on the command line; `None` for a single one.
    ///
    /// # Errors
    /// [`Refusal`] for bulk options with a single account, or many accounts without a reason.
    pub fn options(&self, accounts: &[String]) -> Result<Option<BulkOptions>, Refusal> {
        let source = match (&self.from, self.all_locked) {
            (Some(path), _) if path.as_os_str() == "-" => AccountSource::Stdin,
            (Some(path), _) => AccountSource::File(path.clone()),
            (None, true) => AccountSource::AllLocked { under: self.under.clone() },
            (None, false) if accounts.len() == 1 => {
                return match self.bulk_only_option() {
                    Some(option) => Err(Refusal::OnlyForMany { option }),
                    None => Ok(None),
                };
            }
            (None, false) => AccountSource::Arguments(accounts.to_vec()),
        };
        let accept = match source {
            AccountSource::AllLocked { .. } => RowOutcome::PASSED_OVER.to_vec(),
            _ => self.accept.clone(),
        };
        let count = |given: Option<u32>, default| usize::try_from(given.unwrap_or(default)).unwrap_or(usize::MAX);
        Ok(Some(BulkOptions {
            source,
            reason: self.reason.clone().ok_or(Refusal::NoReason)?,
            dry_run: self.dry_run,
            choose: self.choose,
            yes: self.yes,
            max: count(self.max, DEFAULT_MAX),
            max_failures: count(self.max_failures, DEFAULT_MAX_FAILURES),
            concurrency: self.concurrency.unwrap_or(DEFAULT_CONCURRENCY).into(),
            accept_risk: self.accept_risk,
            accept,
            report: self.report.clone(),
        }))
    }

    /// Returns the first option given that makes no sense for one account.
    fn bulk_only_option(&self) -> Option<&'static str> {
        let options = [
            (self.reason.is_some(), "--reason"),
            (self.yes, "--yes"),
            (self.max.is_some(), "--max"),
            (self.max_failures.is_some(), "--max-failures"),
            (self.concurrency.is_some(), "--concurrency"),
            (self.accept_risk, "--accept-risk"),
            (!self.accept.is_empty(), "--accept"),
            (self.report.is_some(), "--report"),
        ];
        options.into_iter().find_map(|(given, option)| given.then_some(option))
    }
}

#[derive(Debug)]
pub struct Request {
    pub options: BulkOptions,
    /// `None`: all locked accounts, which the directory lists.
    pub input: Option<Input>,
    /// Whether a single account would be unlocked on all controllers.
    pub all_controllers: bool,
}

impl Request {
    pub const NATURE: Nature = Nature::ChangesMany;
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::commands::unlock;

    #[derive(Debug, Parser)]
    struct TestCommand {
        #[command(flatten)]
        args: unlock::Args,
    }

    fn options(line: &[&str]) -> Result<Option<BulkOptions>, Refusal> {
        TestCommand::try_parse_from([&["unlock"], line].concat()).unwrap().args.many()
    }

    fn source(line: &[&str]) -> AccountSource {
        options(&[line, &["--reason", "x"]].concat()).unwrap().unwrap().source
    }

    #[test]
    fn account_sources() {
        assert_eq!(options(&["a1"]), Ok(None));
        assert_eq!(source(&["a1", "b2"]), AccountSource::Arguments(vec!["a1".into(), "b2".into()]));
        assert_eq!(source(&["--from", "list.csv"]), AccountSource::File("list.csv".into()));
        assert_eq!(source(&["--from", "-"]), AccountSource::Stdin);
        assert_eq!(source(&["--all-locked"]), AccountSource::AllLocked { under: None });
        let under = Some("OU=Skola,DC=x".to_owned());
        assert_eq!(source(&["--all-locked", "--under", "OU=Skola,DC=x"]), AccountSource::AllLocked { under });
    }

    #[test]
    fn defaults_without_options() {
        let options = options(&["a1", "b2", "--reason", " Lunch "]).unwrap().unwrap();
        assert_eq!((options.max, options.max_failures, options.concurrency), (50, 10, 32));
        assert_eq!((options.reason.as_str(), options.accept), ("Lunch", vec![]));
        assert!(!options.yes && !options.dry_run && !options.accept_risk);
    }

    #[test]
    fn accepted_outcomes() {
        let accept = |line: &[&str]| options(&[line, &["--reason", "x"]].concat()).unwrap().unwrap().accept;
        let list = accept(&["a1", "b2", "--accept", "protected,not_found", "--accept", "disabled"]);
        assert_eq!(list, [RowOutcome::Protected, RowOutcome::NotFound, RowOutcome::Disabled]);
        assert_eq!(accept(&["--all-locked"]), RowOutcome::PASSED_OVER);
    }

    #[test]
    fn options_for_one_and_many_do_not_mix() {
        assert_eq!(options(&["--from", "x"]), Err(Refusal::NoReason));
        assert_eq!(options(&["a1", "b2", "--code", "123456"]), Err(Refusal::OnlyForOne { option: "--code" }));
        let identified = options(&["a1", "b2", "--identified-by", "ID"]);
        assert_eq!(identified, Err(Refusal::OnlyForOne { option: "--identified-by" }));
        for line in [
            "--reason x",
            "--yes",
            "--max 5",
            "--max-failures 1",
            "--concurrency 1",
            "--report r",
            "--accept protected",
        ] {
            let line: Vec<&str> = ["a1"].into_iter().chain(line.split(' ')).collect();
            assert_eq!(options(&line), Err(Refusal::OnlyForMany { option: line[1].to_owned().leak() }), "{line:?}");
        }
        assert_eq!(options(&["a1", "--accept-risk"]), Err(Refusal::OnlyForMany { option: "--accept-risk" }));
    }

    #[test]
    fn invalid_command_lines() {
        for line in [
            "",
            "a1 --from x",
            "a1 --all-locked",
            "--from x --all-locked",
            "--from x --code 123456",
            "--all-locked --identified-by ID",
            "--under OU=x",
            "a1 --under OU=x",
            "--from x --under OU=x",
            "a1 --choose",
            "--from x --choose",
            "--all-locked --choose --yes",
            "--all-locked --choose --dry-run",
            "--from x --concurrency 0",
            "--from x --concurrency 257",
            "--from x --max-failures 0",
            "--from x --reason .",
            "--from x --accept",
            "--from x --accept unlocked",
            "--from x --accept protected,failed",
            "--all-locked --accept protected",
        ] {
            let words = ["unlock"].into_iter().chain(line.split_whitespace());
            assert!(TestCommand::try_parse_from(words).is_err(), "{line}");
        }
    }
}
