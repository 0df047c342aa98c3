//! Shows the outcome of a change, or why it failed, before its owner is told by SMS, so that no gateway keeps a caller
//! waiting.

use std::io;

use zeroize::Zeroizing;

use super::dispatch::{Answer, shown};
use super::{RunContext, finish};
use crate::commands::{CallerContext, Failure, Ports, TellsOwner};
use crate::exit::Exit;
use crate::text::Words;
use crate::ui::Output;
use crate::view::document::AnyDocument;
use crate::view::{Render, View, written};

/// Shows what became of a change and tells the owner. A document has both, so it comes last.
pub(super) async fn shown_first<O: Render + TellsOwner + 'static, P: Ports>(
    result: Result<O, Failure>,
    caller: &CallerContext<'_, P>,
    run: &RunContext<'_>,
) -> Answer<Failure> {
    // An interrupt must not keep a change from being shown.
    let _hold = caller.trail.hold();
    let mut outcome = match result {
        Err(failure) if caller.owes_news() => {
            let exit = finish::stopped(run.process, run.global, run.words, failure.into());
            caller.tell_owed().await;
            return shown(FailureShown(exit));
        }
        result => result?,
    };
    if outcome.owner().news.is_none() {
        return shown(outcome);
    }
    let for_people = run.global.output == Output::Table;
    let first = for_people.then(|| run.process.console.out(&Zeroizing::new(written(&outcome, &run.view()))));
    caller.tell_owner(outcome.owner()).await;
    match first {
        Some(written) => shown(ShownFirst { outcome, unwritten: written.err() }),
        None => shown(outcome),
    }
}

/// An outcome that has been shown.
struct ShownFirst<O> {
    outcome: O,
    /// Why that failed.
    unwritten: Option<io::Error>,
}

impl<O: Render> Render for ShownFirst<O> {
    fn text(&self, view: &View<'_>) -> String {
        self.outcome.text(view)
    }

    fn document(&self, view: &View<'_>) -> Option<AnyDocument> {
        self.outcome.document(view)
    }

    fn exit(&self) -> Exit {
        self.outcome.exit()
    }

    fn changed(&self) -> bool {
        self.outcome.changed()
    }

    fn unwritten(&self, why: &str, words: &Words) -> String {
        self.outcome.unwritten(why, words)
    }

    fn streamed(&self, _: &Words) -> Option<io::Result<String>> {
        Some(match &self.unwritten {
            Some(error) => Err(io::Error::new(error.kind(), error.to_string())),
            None => Ok(String::new()),
        })
    }
}

/// A failure that has been shown.
struct FailureShown(Exit);

impl Render for FailureShown {
    fn text(&self, _: &View<'_>) -> String {
        String::new()
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        None
    }

    fn exit(&self) -> Exit {
        self.0
    }

    fn streamed(&self, _: &Words) -> Option<io::Result<String>> {
        Some(Ok(String::new()))
    }
}
