//! The audit log in a run: commands that only read it, notices about its storage, forwarding to a log server.

use std::time::Duration;

use jiff::Timestamp;

use super::RunContext;
use super::dispatch::Answer;
use super::session::{self, OpenStores};
use super::wiring;
use crate::adapters::archive_file::Archives;
use crate::adapters::store::{HeadTrouble, Store};
use crate::adapters::syslog::{Forwarder, Transport};
use crate::commands::audit::{self, Args, ExportFormat, ExportWriter, Subcommand};
use crate::commands::{Failure, reach};
use crate::config::{Problems, Settings};
use crate::domain::audit::RecordFilter;
use crate::ports::ServerFault;
use crate::text::{Message, Words};
use crate::ui::{Console, Output};
use crate::view::Render;

/// Runs the commands that only read; `None` if the command needs the directory.
pub(super) async fn read(args: &Args, run: &RunContext<'_>) -> Answer {
    let RunContext { process, global, .. } = *run;
    let filter = |args: &audit::FilterArgs| args.at(global.ticket.as_deref(), process.clock.now(), &process.zone);
    let filter = match &args.command {
        Subcommand::Show(args) => filter(&args.filter)?,
        Subcommand::Export(args) => filter(&args.filter)?,
        Subcommand::Verify(_) | Subcommand::Archive(_) | Subcommand::Index => RecordFilter::default(),
        Subcommand::Resolve => return Ok(None),
    };
    let now = process.clock.now();
    let request = match &args.command {
        Subcommand::Archive(args) => {
            Some(args.at(run.settings.audit.keep_days.value().copied(), now, &process.zone)?)
        }
        _ => None,
    };
    // A result that nobody reads is no failure, but an export is for keeping.
    if let (Subcommand::Export(_), Some(fault)) = (&args.command, process.console.unwritable()) {
        return Err(Failure::NotWritten(fault).into());
    }
    let OpenStores { store, .. } = session::open(run).await?;
    let outcome: Box<dyn Render> = match &args.command {
        Subcommand::Show(args) => Box::new(audit::show(&filter, &args.page(), &store).await?),
        Subcommand::Verify(args) => match &args.file {
            Some(file) => {
                let anchor = args.scope().anchor;
                Box::new(audit::prove(file, anchor.as_ref(), Timestamp::MAX, &store, &Archives).await?)
            }
            None => Box::new(audit::verify(&args.scope(), &store, &progress(run, Message::AuditVerifying)).await?),
        },
        Subcommand::Export(args) => {
            let default = if global.output == Output::Csv { ExportFormat::Csv } else { ExportFormat::Jsonl };
            let mut sink = ExportWriter::new(&*process.console, args.format.unwrap_or(default));
            Box::new(audit::export(&filter, &store, &mut sink).await?)
        }
        Subcommand::Index => Box::new(audit::index(&store, &progress(run, Message::AuditIndexing)).await?),
        Subcommand::Archive(_) | Subcommand::Resolve => {
            let Some(request) = &request else { return Ok(None) };
            // Nobody signs in to the directory for this.
            let trail = wiring::trail(process, global, run.progress, &store, &process.user);
            let progress = progress(run, Message::AuditArchiving);
            let archived = audit::archive(request, &store, &trail, &Archives, now, &progress).await;
            report_head_trouble(&store, &*process.console, run.words);
            Box::new(archived?)
        }
    };
    *run.indexing.borrow_mut() = store.take_indexer();
    store.close().await;
    Ok(Some(outcome))
}

/// Shows how many records are done, at which rate, and how long the rest takes.
fn progress(run: &RunContext<'_>, what: Message<'_>) -> impl Fn(i64, i64) {
    let (console, what, is_quiet) = (std::rc::Rc::clone(&run.process.console), run.words.say(&what), run.global.quiet);
    move |done, total| {
        if !is_quiet {
            console.progress(&what, u64::try_from(done).unwrap_or_default(), u64::try_from(total).unwrap_or_default());
        }
    }
}

/// Reports that a new key was created, which the desk's other computers need.
pub(super) fn report_new_key(store: &Store, console: &dyn Console, words: &Words) {
    if let Some(path) = store.made_key() {
        let (place, path) = (store.place(), path.display().to_string());
        console.err(&words.say(&Message::StoreKeyMade { place: &place, path: &path }));
    }
}

/// Warns if the head of the chain could not be stored outside the store.
pub(super) fn report_head_trouble(store: &Store, console: &dyn Console, words: &Words) {
    let Some((path, trouble)) = store.take_head_trouble() else { return };
    let path = path.display().to_string();
    let message = match &trouble {
        HeadTrouble::Io(error) => words.say(&Message::HeadNotKept { path: &path, why: &words.fault(error.into()) }),
        HeadTrouble::Exposed => words.say(&Message::HeadExposed { path: &path }),
        HeadTrouble::Strange => words.say(&Message::HeadStrange { path: &path }),
        HeadTrouble::Gone => words.say(&Message::HeadGone { path: &path }),
        HeadTrouble::Foreign => words.say(&Message::HeadForeign { path: &path }),
    };
    console.err(&words.say(&Message::Warning { message: &message }));
}

/// Forwarding to a log server in the background.
pub(super) struct Forwarding {
    forwarder: Forwarder,
    server: String,
}

impl Forwarding {
    /// Waits for the last records to be sent. Returns the server and the result.
    pub(super) fn finish(self) -> (String, Result<(), ServerFault>) {
        (self.server, self.forwarder.finish(PATIENCE))
    }
}

/// Starts to connect to the log server, if one is configured, without a store whose records could be sent.
///
/// # Errors
/// A fault in the settings.
pub(super) fn probe(settings: &Settings) -> Result<Option<Forwarding>, Problems> {
    let Some(transport) = Transport::new(&settings.audit)? else { return Ok(None) };
    let server = transport.receiver.to_string();
    Ok(Some(Forwarding { forwarder: Forwarder::probe(transport), server }))
}

/// Starts forwarding, if configured.
///
/// # Errors
/// A fault in the settings.
pub(super) fn forward(settings: &Settings, store: &Store) -> Result<Option<Forwarding>, Problems> {
    let Some(transport) = Transport::new(&settings.audit)? else { return Ok(None) };
    let server = transport.receiver.to_string();
    let forwarder = Forwarder::start(transport, store.spool(server.clone()));
    store.after_records(Some(Box::new(forwarder.waker())));
    Ok(Some(Forwarding { forwarder, server }))
}

/// The longest wait for a log server at the end of a run.
const PATIENCE: Duration = Duration::from_secs(1);

/// Waits for the last records to be sent. The next run sends those that were not.
pub(super) fn finish_forwarding(run: &RunContext<'_>) {
    if let Some((server, Err(error))) = run.forwarding.take().map(Forwarding::finish) {
        run.note(&Message::LogServerAway { server: &server, why: &reach(&error, run.words) });
    }
}
