//! What the command line asks for when many accounts are to be unlocked, and whether it asks for that at all. Reads
//! no file.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::value_parser;

use super::Refusal;
use crate::commands::Nature;
use crate::domain::audit::free_text;
use crate::domain::bulk::input::Input;

/// More than so many are unlocked only with `--yes`.
const MOST: u32 = 50;
/// So many refusals in a row end a run.
const FAILURES: u32 = 10;
/// So many changes are under way at once.
const UNDER_WAY: u16 = 32;

/// Options for many accounts; `None` where nothing is said, to know what was.
#[derive(Debug, Clone, Default, clap::Args)]
#[group(skip)]
pub struct Args {
    #[arg(long, value_name = "FILE", conflicts_with_all = ["code", "identified_by"])]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["code", "identified_by"])]
    pub(crate) all_locked: bool,
    #[arg(long, value_name = "DN", requires = "all_locked", conflicts_with_all = ["account", "from"], value_parser = NonEmptyStringValueParser::new())]
    pub(crate) under: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = free_text)]
    pub(crate) reason: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) yes: bool,
    #[arg(long, value_name = "N")]
    pub(crate) max: Option<u32>,
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..))]
    pub(crate) max_failures: Option<u32>,
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(1..=256))]
    pub(crate) concurrency: Option<u16>,
    #[arg(long)]
    pub(crate) accept_risk: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}

/// Which accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Those on the command line.
    Named(Vec<String>),
    /// Those in a file.
    File(PathBuf),
    /// Those on standard input.
    Piped,
    /// All that are locked, below an entry or anywhere.
    AllLocked {
        /// The entry's DN.
        under: Option<String>,
    },
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which accounts.
    pub source: Source,
    /// Why.
    pub reason: String,
    /// Only say what would be done.
    pub dry_run: bool,
    /// Do not ask, however many there are.
    pub yes: bool,
    /// More than so many need `yes`.
    pub max: usize,
    /// So many refusals in a row end the run.
    pub max_failures: usize,
    /// So many changes may be under way at once.
    pub concurrency: usize,
    /// Even if it looks as if someone is guessing passwords.
    pub accept_risk: bool,
    /// The file to keep the rows in.
    pub report: Option<PathBuf>,
}

impl Args {
    /// What is asked for, besides `accounts` on the command line; `None` when it is a single one.
    ///
    /// # Errors
    /// [`Refusal`] when it is said of a single account what only makes sense for many, or of many without a reason.
    pub fn asked(&self, accounts: &[String]) -> Result<Option<Asked>, Refusal> {
        let source = match (&self.from, self.all_locked) {
            (Some(path), _) if path.as_os_str() == "-" => Source::Piped,
            (Some(path), _) => Source::File(path.clone()),
            (None, true) => Source::AllLocked { under: self.under.clone() },
            (None, false) if accounts.len() == 1 => {
                return match self.option_for_many() {
                    Some(option) => Err(Refusal::OnlyForMany { option }),
                    None => Ok(None),
                };
            }
            (None, false) => Source::Named(accounts.to_vec()),
        };
        let count = |given: Option<u32>, usual| usize::try_from(given.unwrap_or(usual)).unwrap_or(usize::MAX);
        Ok(Some(Asked {
            source,
            reason: self.reason.clone().ok_or(Refusal::NoReason)?,
            dry_run: self.dry_run,
            yes: self.yes,
            max: count(self.max, MOST),
            max_failures: count(self.max_failures, FAILURES),
            concurrency: self.concurrency.unwrap_or(UNDER_WAY).into(),
            accept_risk: self.accept_risk,
            report: self.report.clone(),
        }))
    }

    /// The first option given that one account has no use for.
    fn option_for_many(&self) -> Option<&'static str> {
        let options = [
            (self.reason.is_some(), "--reason"),
            (self.dry_run, "--dry-run"),
            (self.yes, "--yes"),
            (self.max.is_some(), "--max"),
            (self.max_failures.is_some(), "--max-failures"),
            (self.concurrency.is_some(), "--concurrency"),
            (self.accept_risk, "--accept-risk"),
            (self.report.is_some(), "--report"),
        ];
        options.into_iter().find_map(|(given, option)| given.then_some(option))
    }
}

/// What is asked for, with the accounts read; `None`: all that are locked, which the directory knows.
#[derive(Debug)]
pub struct Request {
    /// What is asked for.
    pub asked: Asked,
    /// The accounts.
    pub input: Option<Input>,
    /// One account alone would be seen to on every controller of the site.
    pub everywhere: bool,
}

impl Request {
    /// It changes many accounts.
    pub const NATURE: Nature = Nature::ChangesMany;
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::commands::unlock;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        args: unlock::Args,
    }

    fn asked(line: &[&str]) -> Result<Option<Asked>, Refusal> {
        Line::try_parse_from([&["unlock"], line].concat()).unwrap().args.many()
    }

    fn source(line: &[&str]) -> Source {
        asked(&[line, &["--reason", "x"]].concat()).unwrap().unwrap().source
    }

    #[test]
    fn which_accounts() {
        assert_eq!(asked(&["a1"]), Ok(None));
        assert_eq!(source(&["a1", "b2"]), Source::Named(vec!["a1".into(), "b2".into()]));
        assert_eq!(source(&["--from", "list.csv"]), Source::File("list.csv".into()));
        assert_eq!(source(&["--from", "-"]), Source::Piped);
        assert_eq!(source(&["--all-locked"]), Source::AllLocked { under: None });
        let under = Some("OU=Skola,DC=x".to_owned());
        assert_eq!(source(&["--all-locked", "--under", "OU=Skola,DC=x"]), Source::AllLocked { under });
    }

    #[test]
    fn what_goes_without_saying() {
        let asked = asked(&["a1", "b2", "--reason", " Lunch "]).unwrap().unwrap();
        assert_eq!((asked.max, asked.max_failures, asked.concurrency), (50, 10, 32));
        assert_eq!(asked.reason, "Lunch");
        assert!(!asked.yes && !asked.dry_run && !asked.accept_risk);
    }

    #[test]
    fn one_is_not_many_and_many_are_not_one() {
        assert_eq!(asked(&["--from", "x"]), Err(Refusal::NoReason));
        assert_eq!(asked(&["a1", "b2", "--code", "123456"]), Err(Refusal::OnlyForOne { option: "--code" }));
        let identified = asked(&["a1", "b2", "--identified-by", "ID"]);
        assert_eq!(identified, Err(Refusal::OnlyForOne { option: "--identified-by" }));
        for line in ["--reason x", "--dry-run", "--yes", "--max 5", "--max-failures 1", "--concurrency 1", "--report r"]
        {
            let line: Vec<&str> = ["a1"].into_iter().chain(line.split(' ')).collect();
            assert_eq!(asked(&line), Err(Refusal::OnlyForMany { option: line[1].to_owned().leak() }), "{line:?}");
        }
        assert_eq!(asked(&["a1", "--accept-risk"]), Err(Refusal::OnlyForMany { option: "--accept-risk" }));
    }

    #[test]
    fn what_no_command_line_says() {
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
            "--from x --concurrency 0",
            "--from x --concurrency 257",
            "--from x --max-failures 0",
            "--from x --reason .",
        ] {
            let words = ["unlock"].into_iter().chain(line.split_whitespace());
            assert!(Line::try_parse_from(words).is_err(), "{line}");
        }
    }
}
