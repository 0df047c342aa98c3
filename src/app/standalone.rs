//! Runs the commands that need no settings, so that a broken configuration does not stop them.

use super::panic::RunProgress;
use super::{Process, configuration, doctor, finish, init};
use crate::adapters::directory::KERBEROS_BUILT_IN;
use crate::cli::{Global, StandaloneCommand, completion};
use crate::commands::completion::Outcome as Completion;
use crate::commands::{schema, version};
use crate::exit::Exit;
use crate::text::{DeskDetails, HelpTexts};
use crate::view::Render;

pub(super) async fn run(
    process: &Process,
    global: &Global,
    progress: &RunProgress,
    command: &StandaloneCommand,
    interrupted: impl AsyncFnMut(),
) -> Exit {
    let outcome: Box<dyn Render> = match command {
        StandaloneCommand::Doctor(args) => return doctor::run(process, global, progress, args, interrupted).await,
        StandaloneCommand::Init(args) => return init::run(process, global, progress, args, interrupted).await,
        StandaloneCommand::Config(args) => return configuration::run(process, global, args),
        StandaloneCommand::Completion(args) => {
            let texts = HelpTexts::new(process.language(global.lang));
            Box::new(Completion { script: completion(args.shell, &texts) })
        }
        StandaloneCommand::Schema(args) => Box::new(schema::describe(args)),
        StandaloneCommand::Version(_) => Box::new(version::run(KERBEROS_BUILT_IN)),
    };
    let (desk, words) = (DeskDetails::default(), process.words(global.lang));
    let view = finish::view(process, global, &desk, &[], &words);
    finish::finished(process, global, &view, &*outcome)
}
