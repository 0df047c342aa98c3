//! Runs `unlock` for many accounts, and reads the list for `lookup`: reads the list and supplies the context.

use std::path::Path;

use super::RunContext;
use super::dispatch::{Answer, shown};
use super::session::DirectorySession;
use crate::adapters::{list_file, report_file};
use crate::commands::bulk::{self, AccountSource, BulkContext, BulkProgress, Refusal, Request, TerminalPrompts};
use crate::commands::{CallerContext, Failure, lookup, unlock};
use crate::domain::bulk::input::{Input, InputFault, MAX_BYTES};
use crate::domain::owner_notice::OwnerEvent;
use crate::ports::{NoAnswer, ReportError, ReportWriter};
use crate::text::Message;
use crate::ui::Console;

/// Unlocks many accounts. The sign-in is recorded while they are looked up.
pub(super) async fn unlock<'r>(
    request: Request,
    session: DirectorySession<'_, 'r>,
    run: &'r RunContext<'r>,
) -> Answer<Failure> {
    let DirectorySession { directory, caller, stop, signed_in, .. } = session;
    let CallerContext { trail, operator, clock, .. } = *caller;
    report_how_read(request.input.as_ref(), run);
    if caller.notify.covers(OwnerEvent::Unlock) {
        run.note(&Message::BulkTellsNobody);
    }
    let prompts = TerminalPrompts { operator: run.operator, view: run.view() };
    let context =
        BulkContext { directory, trail, operator, prompts: &prompts, clock, begin_report: &begin_report, stop };
    let mut progress = BulkProgress { console: &*run.process.console, words: run.words, quiet: run.global.quiet };
    shown(bulk::run(request, &context, &mut progress, signed_in).await?)
}

/// Reads the accounts that `lookup` asks for, if they are several.
pub(super) fn looked_up(args: &lookup::Args, run: &RunContext<'_>) -> Result<Option<Input>, Failure> {
    let Some(source) = args.several() else { return Ok(None) };
    let list = input(&source, &*run.process.console)?;
    report_how_read(list.as_ref(), run);
    Ok(list)
}

fn report_how_read(list: Option<&Input>, run: &RunContext<'_>) {
    if let Some(read) = list.filter(|_| !run.global.quiet).and_then(|list| bulk::how_read(list, run.words)) {
        run.process.console.err(&read);
    }
}

fn begin_report(path: &Path) -> Result<Box<dyn ReportWriter>, ReportError> {
    report_file::create(path).map(|file| Box::new(file) as Box<dyn ReportWriter>)
}

/// Reads the list of accounts; `None` for a single account.
pub(super) fn read(args: &unlock::Args, everywhere: bool, console: &dyn Console) -> Result<Option<Request>, Failure> {
    let Some(options) = args.many()? else { return Ok(None) };
    let input = input(&options.source, console)?;
    Ok(Some(Request { options, input, all_controllers: everywhere }))
}

/// Reads the accounts from where they are named; `None` for those that the directory lists.
fn input(source: &AccountSource, console: &dyn Console) -> Result<Option<Input>, Failure> {
    let (bytes, path) = match source {
        AccountSource::AllLocked { .. } => return Ok(None),
        AccountSource::Arguments(accounts) => {
            let not_a_query = |_| Failure::NotAQuery { query: accounts.join(" ") };
            return Input::of_arguments(accounts).map(Some).map_err(not_a_query);
        }
        AccountSource::File(path) => (list_file::read(path), Some(path.clone())),
        AccountSource::Stdin => (piped(console)?, None),
    };
    let input = bytes.and_then(Input::parse);
    input.map(Some).map_err(|fault| Refusal::Input { path, fault }.into())
}

fn piped(console: &dyn Console) -> Result<Result<Vec<u8>, InputFault>, Failure> {
    Ok(match console.piped(MAX_BYTES + 1) {
        Ok(None) => return Err(Failure::NoAnswer { why: NoAnswer::NothingPiped, option: "--from -" }),
        Ok(Some(bytes)) if bytes.len() as u64 > MAX_BYTES => Err(InputFault::TooLarge),
        Ok(Some(bytes)) => Ok(bytes),
        Err(error) => Err(InputFault::Unreadable(error.into())),
    })
}
