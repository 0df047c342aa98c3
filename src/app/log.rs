//! The adapters' trace events on standard error (`-vv`, `SERVICEDESK_LOG`). Events of other crates are dropped: they may
//! hold secrets.

use std::cell::RefCell;
use std::fmt::{Debug, Write};
use std::rc::Rc;
use std::time::Instant;

use tracing::callsite::rebuild_interest_cache;
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::subscriber::{Interest, set_global_default};
use tracing::{Event, Metadata, Subscriber, span};

use super::Process;
use crate::ui::Console;

/// Takes `off`, `error`, `warn`, `info`, `debug` or `trace`; any other value means `debug`.
const VARIABLE: &str = "SERVICEDESK_LOG";

const OURS: &str = env!("CARGO_PKG_NAME");

thread_local! {
    /// The log of the run on this thread: a console belongs to one thread, and the subscriber to all of them.
    static LOG: RefCell<Option<LineLog>> = const { RefCell::new(None) };
}

struct LineLog {
    most: LevelFilter,
    begun: Instant,
    console: Rc<dyn Console>,
}

/// Writes events until dropped.
pub(super) struct Log(());

impl Log {
    /// Starts if requested; `verbose`: the number of `-v`.
    pub(super) fn begin(process: &Process, verbose: u8) -> Option<Self> {
        let most = level(process, verbose);
        (most > LevelFilter::OFF).then(|| {
            LOG.set(Some(LineLog { most, begun: Instant::now(), console: Rc::clone(&process.console) }));
            // One for the whole process: with one for each thread, `tracing` would take a call site that another thread
            // reaches first for one that nobody listens to, and remember that.
            if set_global_default(LineSubscriber).is_ok() {
                rebuild_interest_cache();
            }
            Self(())
        })
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        LOG.set(None);
    }
}

fn level(process: &Process, verbose: u8) -> LevelFilter {
    match process.variable(VARIABLE) {
        Some(value) if value == "0" => LevelFilter::OFF,
        // tracing would parse a single digit as a level.
        Some(value) => {
            let word = value.to_str().filter(|word| word.len() > 1);
            word.and_then(|word| word.parse().ok()).unwrap_or(LevelFilter::DEBUG)
        }
        None if verbose > 1 => LevelFilter::DEBUG,
        None => LevelFilter::OFF,
    }
}

/// Writes each event as a line: seconds since the start, server, request, result and duration.
struct LineSubscriber;

impl Subscriber for LineSubscriber {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let is_ours = !metadata.is_span() && metadata.target().split("::").next() == Some(OURS);
        is_ours && LOG.with_borrow(|log| log.as_ref().is_some_and(|log| *metadata.level() <= log.most))
    }

    // Decided for each event, since it depends on the thread.
    fn register_callsite(&self, _: &'static Metadata<'static>) -> Interest {
        Interest::sometimes()
    }

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let Fields { server, what, result, milliseconds } = fields;
        LOG.with_borrow(|log| {
            let Some(LineLog { begun, console, .. }) = log else { return };
            let seconds = begun.elapsed().as_secs_f64();
            console.err(&format!("{seconds:.3} s  {server}  {what}: {result} ({milliseconds:.1} ms)"));
        });
    }

    // Spans are not used.
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

#[derive(Default)]
struct Fields {
    server: String,
    what: String,
    result: String,
    milliseconds: f64,
}

impl Visit for Fields {
    fn record_f64(&mut self, _: &Field, value: f64) {
        self.milliseconds = value;
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let text = match field.name() {
            "server" => &mut self.server,
            "result" => &mut self.result,
            _ => &mut self.what,
        };
        let _ = write!(text, "{value:?}");
    }
}
