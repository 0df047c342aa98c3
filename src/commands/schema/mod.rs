//! `schema`: the JSON Schema of what the commands write with `-o json` and `-o jsonl`. Touches nothing.

mod render;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::domain::named_enum::named_enum;

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_enum, value_name = "COMMAND")]
    pub(crate) command: Option<DescribedCommand>,
}

named_enum! {
    /// A command that writes documents, named as its manual page is.
    pub enum DescribedCommand {
        Lookup = "lookup",
        SendCode = "send-code",
        Unlock = "unlock",
        Reset = "reset",
        CheckPolicy = "check-policy",
        AuditShow = "audit-show",
        AuditVerify = "audit-verify",
        AuditExport = "audit-export",
        AuditResolve = "audit-resolve",
        AuditArchive = "audit-archive",
        AuditIndex = "audit-index",
        Login = "login",
        Logout = "logout",
        Whoami = "whoami",
        Doctor = "doctor",
        Init = "init",
        ConfigShow = "config-show",
        ConfigExample = "config-example",
        ConfigCheck = "config-check",
        ConfigPath = "config-path",
        ConfigSet = "config-set",
        ConfigUnset = "config-unset",
        Version = "version",
    }
}

impl ValueEnum for DescribedCommand {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// Chooses what to describe: one command, or all.
pub fn describe(args: &Args) -> Description {
    Description { command: args.command }
}

#[derive(Debug)]
pub struct Description {
    /// `None`: all.
    pub command: Option<DescribedCommand>,
}
