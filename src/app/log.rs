//! The adapters' trace events on standard error (`-vv`, `SERVICEDESK_LOG`). Events of other crates are dropped: they may
//! hold secrets.

use std::cell::RefCell;
use std::fmt::{Debug, Write};
use std::rc::Rc;
use std::time::Instant;

use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::subscriber::{DefaultGuard, Interest, set_default};
use tracing::{Event, Metadata, Subscriber, span};

use super::Process;
use crate::ui::Console;

/// Takes `off`, `error`, `warn`, `info`, `debug` or `trace`; any other value means `debug`.
const VARIABLE: &str = "SERVICEDESK_LOG";

const OURS: &str = env!("CARGO_PKG_NAME");

thread_local! {
    /// The output. In a thread-local because a subscriber must be `Send`, and a console is not.
    static CONSOLE: RefCell<Option<Rc<dyn Console>>> = const { RefCell::new(None) };
}

/// Writes events until dropped.
pub(super) struct Log {
    _scope: DefaultGuard,
}

impl Log {
    /// Starts if requested; `verbose`: the number of `-v`.
    pub(super) fn begin(process: &Process, verbose: u8) -> Option<Self> {
        let most = level(process, verbose);
        (most > LevelFilter::OFF).then(|| {
            CONSOLE.set(Some(Rc::clone(&process.console)));
            Self { _scope: set_default(LineSubscriber { most, begun: Instant::now() }) }
        })
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        CONSOLE.set(None);
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
struct LineSubscriber {
    most: LevelFilter,
    begun: Instant,
}

impl Subscriber for LineSubscriber {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        !metadata.is_span() && *metadata.level() <= self.most && metadata.target().split("::").next() == Some(OURS)
    }

    // Asked for each event: what `tracing` remembers of a call site would be shared by runs in other threads.
    fn register_callsite(&self, _: &'static Metadata<'static>) -> Interest {
        Interest::sometimes()
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(self.most)
    }

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let Fields { server, what, result, milliseconds } = fields;
        let seconds = self.begun.elapsed().as_secs_f64();
        let line = format!("{seconds:.3} s  {server}  {what}: {result} ({milliseconds:.1} ms)");
        CONSOLE.with_borrow(|console| console.iter().for_each(|console| console.err(&line)));
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
