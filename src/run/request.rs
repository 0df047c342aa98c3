//! A command with everything the command line and standard input gave it, and the ports it is handed.

use super::parts::DeskGateway;
use crate::adapters::ldap::LdapDirectory;
use crate::adapters::store::SqliteStore;
use crate::cli::Command;
use crate::commands::{
    Failure, Grounding, Outcome, Verification, audit, check_policy, lookup, reset, send_code, unlock,
};
use crate::config::Settings;
use crate::domain::code::Code;
use crate::domain::password::Password;
use crate::domain::query::Query;
use crate::ports::Operator;

/// A command with everything the command line and standard input gave it.
pub(super) enum Request {
    Lookup(String, Query),
    SendCode(String, Query, Option<Code>),
    Unlock(String, Query, Grounding),
    Reset(String, Query, Grounding, reset::Choice, bool),
    Check(String, Query, Password),
    CheckLocally(Password),
    Audit(audit::ShowArgs),
}

impl Request {
    /// Reads what standard input is to give; what is wrong with the request is found here.
    pub(super) fn read(command: &Command, operator: &dyn Operator, settings: &Settings) -> Result<Self, Failure> {
        let query = |typed: &str| {
            let query = Query::parse(typed).map_err(|_| Failure::NotAQuery { query: typed.to_owned() })?;
            Ok::<_, Failure>((typed.to_owned(), query))
        };
        Ok(match command {
            Command::Lookup(args) => {
                let (typed, query) = query(&args.query.join(" "))?;
                Self::Lookup(typed, query)
            }
            Command::SendCode(args) => {
                let (typed, query) = query(&args.account)?;
                Self::SendCode(typed, query, args.read(operator)?)
            }
            Command::Unlock(args) => {
                let (typed, query) = query(&args.account)?;
                Self::Unlock(typed, query, args.grounds.read(operator)?)
            }
            Command::Reset(args) => {
                let (typed, query) = query(&args.account)?;
                let grounding = args.grounds.read(operator)?;
                let must_change = args.must_change(settings.reset.must_change.value);
                Self::Reset(typed, query, grounding, args.choice(operator)?, must_change)
            }
            Command::CheckPolicy(args) => match &args.account {
                Some(account) => {
                    let (typed, query) = query(account)?;
                    Self::Check(typed, query, args.password(operator)?)
                }
                None => Self::CheckLocally(args.password(operator)?),
            },
            Command::Audit(audit::Args { command: audit::Command::Show(args) }) => Self::Audit(args.clone()),
        })
    }

    /// Runs the command against a directory.
    pub(super) async fn run(
        self,
        directory: &LdapDirectory<'_>,
        verification: &Verification<'_, SqliteStore, Option<DeskGateway>, SqliteStore>,
        settings: &Settings,
    ) -> Result<Outcome, Failure> {
        let rules = &settings.password_policy.rules;
        Ok(match self {
            Self::Lookup(typed, query) => {
                Outcome::Lookup(lookup::run(&typed, &query, directory, verification.clock).await?)
            }
            Self::SendCode(typed, query, code) => {
                Outcome::SendCode(send_code::run(&typed, &query, code.as_ref(), directory, verification).await?)
            }
            Self::Unlock(typed, query, grounding) => {
                Outcome::Unlock(unlock::run(&typed, &query, &grounding, directory, verification).await?)
            }
            Self::Reset(typed, query, grounding, choice, must_change) => {
                let plan = reset::Plan { choice, must_change, rules };
                Outcome::Reset(reset::run(&typed, &query, &grounding, &plan, directory, verification).await?)
            }
            Self::Check(typed, query, password) => {
                Outcome::CheckPolicy(check_policy::run(&typed, &query, &password, rules, directory).await?)
            }
            Self::CheckLocally(password) => Outcome::CheckPolicy(check_policy::locally(&password, rules)),
            Self::Audit(args) => Outcome::Audit(audit::show(&args, verification.codes).await?),
        })
    }
}
