//! The audit trail around a run: commands that only read it, and what there is to tell about how it is kept.

use std::io;
use std::time::Duration;

use super::dispatch::Answer;
use super::session::{self, OpenStores};
use super::{Process, RunContext};
use crate::adapters::store::{HeadTrouble, Store};
use crate::adapters::syslog::{Forwarder, Transport};
use crate::cli::Global;
use crate::commands::audit::{self, Args, Command, Export, Format};
use crate::config::Settings;
use crate::text::{Message, Words};
use crate::ui::{Console, Output};
use crate::view::Render;

/// Looks through the trail; `None`: the command needs the directory.
pub(super) async fn look(args: &Args, run: &RunContext<'_>) -> Answer {
    let RunContext { process, global, .. } = *run;
    let filter = |args: &audit::FilterArgs| args.at(global.ticket.as_deref(), process.clock.now(), &process.zone);
    if matches!(args.command, Command::Resolve) {
        return Ok(None);
    }
    let OpenStores { store, .. } = session::open(run).await?;
    let outcome: Box<dyn Render> = match &args.command {
        Command::Show(args) => Box::new(audit::show(&filter(&args.filter), args.last, &store).await?),
        Command::Verify(args) => Box::new(audit::verify(args.anchor.as_ref(), &store).await?),
        Command::Export(args) => {
            let usual = if global.output == Output::Csv { Format::Csv } else { Format::Jsonl };
            let mut sink = Export::new(&*process.console, args.format.unwrap_or(usual));
            Box::new(audit::export(&filter(&args.filter), &store, &mut sink).await?)
        }
        Command::Resolve => return Ok(None),
    };
    store.close().await;
    Ok(Some(outcome))
}

/// Tells the operator that the desk has a new key, which the other machines need.
pub(super) fn tell_of_key(store: &Store, console: &dyn Console, words: &Words) {
    if let Some(path) = store.made_key() {
        let (place, path) = (store.place(), path.display().to_string());
        console.err(&words.say(&Message::StoreKeyMade { place: &place, path: &path }));
    }
}

/// Tells the operator that the trail's head is not kept apart as it should be.
pub(super) fn tell_of_head(store: &Store, console: &dyn Console, words: &Words) {
    let Some((path, trouble)) = store.take_head_trouble() else { return };
    let path = path.display().to_string();
    let message = match &trouble {
        HeadTrouble::Io(error) => words.say(&Message::HeadNotKept { path: &path, why: &error.to_string() }),
        HeadTrouble::Strange => words.say(&Message::HeadStrange { path: &path }),
        HeadTrouble::Gone => words.say(&Message::HeadGone { path: &path }),
        HeadTrouble::Foreign => words.say(&Message::HeadForeign { path: &path }),
    };
    console.err(&words.say(&Message::Warning { message: &message }));
}

/// The trail on its way to a log server.
pub(super) struct Forwarding {
    forwarder: Forwarder,
    server: String,
}

impl Forwarding {
    /// Waits a little for the last records to be sent: to which server, and why not.
    pub(super) fn finish(self) -> (String, io::Result<()>) {
        (self.server, self.forwarder.finish(PATIENCE))
    }
}

/// Begins to send the trail on, where the configuration says so.
pub(super) fn forward(settings: &Settings, store: &Store) -> Option<Forwarding> {
    let transport = Transport::new(&settings.audit)?;
    let server = transport.receiver.to_string();
    let forwarder = Forwarder::start(transport, store.spool(server.clone()));
    store.after_records(Some(Box::new(forwarder.waker())));
    Some(Forwarding { forwarder, server })
}

/// How long the end of a run waits for a log server, when everything else is said and done.
const PATIENCE: Duration = Duration::from_secs(1);

/// Waits a little for the last records to be sent; those that are not go with the next run.
pub(super) fn wait_for(forwarding: Option<Forwarding>, process: &Process, global: &Global, words: &Words) {
    let Some((server, Err(error))) = forwarding.map(Forwarding::finish) else { return };
    if !global.quiet {
        let message = words.say(&Message::LogServerAway { server: &server, why: &error.to_string() });
        process.console.err(&words.say(&Message::Warning { message: &message }));
    }
}
