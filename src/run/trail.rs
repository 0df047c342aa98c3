//! The audit trail around a run: commands that only read it, and what there is to tell about how it is kept.

use super::World;
use crate::adapters::store::{HeadTrouble, SqliteStore};
use crate::cli::Global;
use crate::commands::audit::{self, Args, Command, Format};
use crate::commands::{Failure, Outcome};
use crate::text::{Message, Words};
use crate::ui::{Console, Export, Output};

/// Looks through the trail; `None`: the command needs the directory.
pub(super) async fn look(
    args: &Args,
    global: &Global,
    world: &World,
    store: &SqliteStore,
) -> Result<Option<Outcome>, Failure> {
    let filter = |args: &audit::FilterArgs| args.at(global.ticket.as_deref(), world.clock.now(), &world.zone);
    Ok(Some(match &args.command {
        Command::Show(args) => Outcome::Audit(audit::show(&filter(&args.filter), args.last, store).await?),
        Command::Verify(args) => Outcome::Verified(audit::verify(args.anchor.as_ref(), store).await?),
        Command::Export(args) => {
            let usual = if global.output == Output::Csv { Format::Csv } else { Format::Jsonl };
            let mut sink = Export::new(&*world.console, args.format.unwrap_or(usual));
            Outcome::Exported(audit::export(&filter(&args.filter), store, &mut sink).await?)
        }
        Command::Resolve => return Ok(None),
    }))
}

/// Tells the operator that the trail's head is not kept apart as it should be.
pub(super) fn tell_of_head(store: &SqliteStore, console: &dyn Console, words: &Words) {
    let Some((path, trouble)) = store.take_head_trouble() else { return };
    let path = path.display().to_string();
    let message = match &trouble {
        HeadTrouble::Io(error) => words.say(&Message::HeadNotKept { path: &path, why: &error.to_string() }),
        HeadTrouble::Strange => words.say(&Message::HeadStrange { path: &path }),
    };
    console.err(&words.say(&Message::Warning { message: &message }));
}
