//! A command with everything the command line and standard input gave it, and the ports it is handed.

use std::future::Future;
use std::io::ErrorKind;

use super::many::{self, Many};
use crate::adapters::store::Store;
use crate::cli::Command;
use crate::commands::watch::{self, Watch};
use crate::commands::{
    Failure, Grounding, Outcome, Rules, Verification, assist, audit, bulk, check_policy, lookup, reset, send_code,
    unlock,
};
use crate::config::Settings;
use crate::domain::account::Account;
use crate::domain::audit::Delivery;
use crate::domain::code::Code;
use crate::domain::must_change::MustChangeRequest;
use crate::domain::query::Query;
use crate::ports::{
    ChangeAccounts, FindAccounts, FindAccountsInBulk, NoAnswer, Operator, Pause, QueryControllers, SmsGateway,
    StoreError, UnlockInBulk, UnlockOnController,
};
use crate::ui::bulk::BulkProgress;
use crate::ui::{Output, TerminalOperator};

/// What commands that last need beside the ports of every command.
pub(super) struct Meanwhile<'a> {
    pub(super) calls: &'a dyn assist::Telling,
    pub(super) watching: &'a dyn watch::Telling,
    pub(super) pause: &'a dyn Pause,
    pub(super) many: &'a Many<'a>,
}

/// A command with everything the command line and standard input gave it.
pub(super) enum Request {
    Assist(Option<(String, Query)>, bool, bool),
    Locked(Option<String>),
    Bulk(Box<bulk::Request>),
    Lookup(String, Query),
    EachServer(String, Query),
    SendCode(String, Query, Option<Code>),
    Unlock(String, Query, Grounding, bool, Option<u16>),
    Reset(String, Query, Grounding, reset::Choice, Delivery, MustChangeRequest, bool),
    Check(Option<(String, Query)>, check_policy::Asked),
    Resolve,
    /// What is no call, and is done without all this.
    Elsewhere,
}

impl Request {
    /// Reads what standard input is to give; what is wrong with the request is found here.
    pub(super) fn read(
        command: &Command,
        operator: &TerminalOperator<'_>,
        settings: &Settings,
        output: Output,
    ) -> Result<Self, Failure> {
        let query = |typed: &str| {
            let query = Query::parse(typed).map_err(|_| Failure::NotAQuery { query: typed.to_owned() })?;
            Ok::<_, Failure>((typed.to_owned(), query))
        };
        Ok(match command {
            Command::Assist(args) => {
                if output != Output::Table {
                    return Err(Failure::NotForScripts);
                }
                if !operator.can_answer() {
                    let option = assist::INSTEAD;
                    return Err(Failure::NoAnswer { why: NoAnswer::NoTerminal, option });
                }
                let (must_change, everywhere) = (settings.reset.must_change.value, settings.directory.everywhere.value);
                Self::Assist(args.account.as_deref().map(query).transpose()?, must_change, everywhere)
            }
            Command::Lookup(args) if args.locked => Self::Locked(args.under.clone()),
            Command::Lookup(args) => {
                let (typed, query) = query(&args.query.join(" "))?;
                if args.each_server { Self::EachServer(typed, query) } else { Self::Lookup(typed, query) }
            }
            Command::SendCode(args) => {
                let (typed, query) = query(&args.account)?;
                Self::SendCode(typed, query, args.read(operator)?)
            }
            Command::Unlock(args) => match many::read(args, settings.directory.everywhere.value, operator.console)? {
                Some(request) => Self::Bulk(Box::new(request)),
                None => {
                    let (typed, query) = query(&args.account.concat())?;
                    let everywhere = settings.directory.everywhere.value;
                    Self::Unlock(typed, query, args.grounds.read(operator)?, everywhere, args.watch)
                }
            },
            Command::Reset(args) => {
                let (typed, query) = query(&args.account)?;
                let grounding = args.grounds.read(operator)?;
                let must_change = args.must_change(settings.reset.must_change.value);
                let everywhere = settings.directory.everywhere.value;
                Self::Reset(typed, query, grounding, args.choice(operator)?, args.deliver, must_change, everywhere)
            }
            Command::CheckPolicy(args) => {
                Self::Check(args.account.as_deref().map(query).transpose()?, args.asked(operator)?)
            }
            // What only reads the trail needs no directory, and has been answered.
            Command::Audit(_) => Self::Resolve,
            Command::Login(_) | Command::Logout(_) | Command::Whoami(_) | Command::Doctor(_) => Self::Elsewhere,
        })
    }

    /// Whether Ctrl-C may end the process in the middle. What waits for standard input line by line can be
    /// ended in no other way, and changes nothing.
    pub(super) fn ends_at_once(&self) -> bool {
        matches!(self, Self::Check(_, check_policy::Asked::EachLine { .. }))
    }

    /// Whether it changes nothing and tells nobody anything, so that it may go on without a record.
    pub(super) fn only_reads(&self) -> bool {
        matches!(self, Self::Lookup(..) | Self::EachServer(..) | Self::Locked(_) | Self::Check(..))
    }

    /// Whether an SMS may leave.
    pub(super) fn sends(&self) -> bool {
        matches!(self, Self::Assist(..) | Self::SendCode(..) | Self::Unlock(..) | Self::Reset(..))
    }

    /// Whether it changes so many accounts that a second Ctrl-C may be wanted.
    pub(super) fn is_bulk(&self) -> bool {
        matches!(self, Self::Bulk(_))
    }

    /// Runs the command against a directory. That the operator signed in there, is recorded before anything changes;
    /// for many accounts while they are looked up.
    pub(super) async fn run(
        self,
        directory: &(
             impl FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController + FindAccountsInBulk + UnlockInBulk
         ),
        verification: &Verification<'_, Store, impl SmsGateway, Store>,
        rules: &Rules<'_>,
        answers: &mut dyn check_policy::Answers,
        meanwhile: &Meanwhile<'_>,
        signed_in: impl Future<Output = Result<(), StoreError>>,
    ) -> Result<Option<Outcome>, Failure> {
        if let Self::Bulk(request) = self {
            let Verification { trail, operator, clock, .. } = *verification;
            let many = meanwhile.many;
            let begin_report: &bulk::BeginReport = &many::begin_report;
            let desk = bulk::Desk { directory, trail, operator, clock, begin_report, talk: many.talk, stop: many.stop };
            let mut progress = BulkProgress { console: many.console, words: many.words, quiet: many.quiet };
            return Ok(Some(Outcome::Bulk(bulk::run(*request, &desk, &mut progress, signed_in).await?)));
        }
        signed_in.await?;
        Ok(Some(match self {
            Self::Assist(asked, must_change, everywhere) => {
                let telling = meanwhile.calls;
                let desk = assist::Desk { directory, verification, rules, must_change, everywhere, telling };
                assist::run(asked, &desk).await?;
                // Each call was told as it went.
                return Ok(None);
            }
            Self::Locked(under) => {
                Outcome::Locked(lookup::locked(under.as_deref(), directory, verification.clock).await?)
            }
            Self::Lookup(typed, query) => {
                let Verification { codes, limits, mobile, clock, .. } = *verification;
                Outcome::Lookup(lookup::run(&typed, &query, directory, codes, limits, mobile, clock).await?)
            }
            Self::EachServer(typed, query) => {
                let Verification { codes, limits, mobile, clock, .. } = *verification;
                let outcome = lookup::each::run(&typed, &query, directory, codes, limits, mobile, clock).await?;
                Outcome::EachServer(Box::new(outcome))
            }
            Self::SendCode(typed, query, code) => {
                Outcome::SendCode(send_code::run(&typed, &query, code.as_ref(), directory, verification).await?)
            }
            Self::Unlock(typed, query, grounding, everywhere, minutes) => {
                let Meanwhile { watching: telling, pause, many, .. } = *meanwhile;
                let watch = minutes.map(|minutes| Watch { minutes, telling, pause, stop: many.stop });
                let plan = unlock::Plan { everywhere, watch };
                Outcome::Unlock(unlock::run(&typed, &query, &grounding, &plan, directory, verification).await?)
            }
            Self::Reset(typed, query, grounding, choice, deliver, must_change, everywhere) => {
                let plan = reset::Plan { choice, deliver, must_change, everywhere, rules };
                Outcome::Reset(reset::run(&typed, &query, &grounding, &plan, directory, verification).await?)
            }
            Self::Check(whose, asked) => {
                let account = match whose {
                    Some((typed, query)) => Some(check_policy::whose(&typed, &query, directory).await?),
                    None => None,
                };
                check(&asked, rules, account.as_ref(), verification.operator, answers)?
            }
            Self::Bulk(_) | Self::Elsewhere => return Ok(None),
            Self::Resolve => {
                Outcome::Resolved(audit::resolve(directory, verification.trail, verification.clock).await?)
            }
        }))
    }
}

/// Checks what is asked; without an account this touches no network.
pub(super) fn check(
    asked: &check_policy::Asked,
    rules: &Rules<'_>,
    account: Option<&Account>,
    operator: &dyn Operator,
    answers: &mut dyn check_policy::Answers,
) -> Result<Outcome, Failure> {
    Ok(match asked {
        check_policy::Asked::Rules => Outcome::Demands(check_policy::show(rules, account)),
        check_policy::Asked::Password(password) => Outcome::CheckPolicy(check_policy::run(password, rules, account)?),
        check_policy::Asked::EachLine { as_is } => {
            let lines = check_policy::each_line(rules, account, operator, *as_is, answers);
            // Also before what ended it early is told.
            let written = answers.end();
            let lines = lines?;
            match written {
                // Nobody wants to hear the rest.
                Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                    return Err(Failure::NotWritten { why: error.to_string() });
                }
                _ => Outcome::CheckedLines(lines),
            }
        }
    })
}
