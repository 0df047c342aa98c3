//! Runs the commands that need no settings, so that a broken configuration does not stop them.

use super::{Process, finish};
use crate::adapters::directory::KERBEROS_BUILT_IN;
use crate::cli::{CliCommand, Global, completion};
use crate::commands::completion::Outcome as Completion;
use crate::commands::{schema, version};
use crate::exit::Exit;
use crate::text::{DeskDetails, HelpTexts};
use crate::view::Render;

/// Runs `command`; `None` if it is another one.
pub(super) fn run(process: &Process, global: &Global, command: &CliCommand) -> Option<Exit> {
    let outcome: Box<dyn Render> = match command {
        CliCommand::Completion(args) => {
            let texts = HelpTexts::new(process.language(global.lang));
            Box::new(Completion { script: completion(args.shell, &texts) })
        }
        CliCommand::Schema(args) => Box::new(schema::describe(args)),
        CliCommand::Version(_) => Box::new(version::run(KERBEROS_BUILT_IN)),
        _ => return None,
    };
    let (desk, words) = (DeskDetails::default(), process.words(global.lang));
    let view = finish::view(process, global, &desk, &[], &words);
    Some(finish::finished(process, global, &view, &*outcome))
}
