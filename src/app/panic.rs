//! The boundary that no panic crosses. A panic ends the run as a failure, in words; what Rust says of it never shows,
//! as it may hold a secret.

use std::cell::{Cell, OnceCell};
use std::panic::{self, AssertUnwindSafe};
use std::rc::Rc;
use std::sync::OnceLock;
use std::task::Poll;

use super::{Process, finish};
use crate::domain::failure_kind::FailureKind;
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::ui::{Console, Output, Style, Terminal};
use crate::view::FailureText;

/// Where in the source the first panic was, on any thread.
static PLACE: OnceLock<String> = OnceLock::new();

/// What is known of a run if it panics.
#[derive(Default)]
pub(super) struct RunProgress {
    pub(super) output: Cell<Output>,
    pub(super) verbose: Cell<bool>,
    pub(super) words: OnceCell<Rc<Words>>,
    /// Whether the intent of a change or of an SMS was recorded.
    pub(super) begun: Rc<Cell<bool>>,
}

/// Keeps Rust's own report of panics off the screen, for the whole process. One on a task of its own, such as the LDAP
/// library's, is a broken connection to the others.
pub fn silence_panics() {
    panic::set_hook(Box::new(|panicked| {
        if let Some(place) = panicked.location() {
            let _ = PLACE.set(format!("{}:{}", place.file(), place.line()));
        }
    }));
}

/// Runs `work` to its end; `None` if it panics.
pub(super) async fn caught<T>(work: impl Future<Output = T>) -> Option<T> {
    // Boxed, as it is the whole run.
    let mut work = Box::pin(work);
    std::future::poll_fn(|context| match panic::catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
        Ok(ready) => ready.map(Some),
        Err(_) => Poll::Ready(None),
    })
    .await
}

/// Reports a run that panicked. What was begun may have been done: its intent stays open in the audit log.
pub(super) fn report(process: &Process, progress: &RunProgress) -> Exit {
    let (kind, message, hint, exit) = match progress.begun.get() {
        true => {
            (FailureKind::InternalMayHaveChanged, Message::InternalMidway, Message::InternalMidwayHint, Exit::Partly)
        }
        false => (FailureKind::Internal, Message::InternalBefore, Message::InternalBeforeHint, Exit::Internal),
    };
    let reported = panic::catch_unwind(AssertUnwindSafe(|| {
        let words = progress.words.get_or_init(|| Rc::new(process.words(None)));
        let text = FailureText { detail: PLACE.get().cloned(), ..FailureText::new(kind, &message, &hint, exit, words) };
        finish::report(process, &text, progress.output.get(), progress.verbose.get(), Style::default(), words)
    }));
    reported.unwrap_or_else(|_| {
        // The console of the run may be what panicked.
        Terminal::default().err("servicedesk: internal error");
        exit
    })
}
