//! Runs a command that needs the directory: opens the store, the gateway and the directory, signs in, handles Ctrl-C.

use std::cell::RefCell;
use std::future::ready;
use std::marker::PhantomData;

use futures_util::future::LocalBoxFuture;

use super::dispatch::Answer;
use super::finish::RunError;
use super::interrupt::Interruption;
use super::wiring::{DeskGateway, GatewayUse};
use super::{RunContext, interrupt, practice, secrets, trail, wiring};
use crate::adapters::directory::{First, LdapDirectory, UnresponsiveControllers};
use crate::adapters::store::Store;
use crate::commands::bulk;
use crate::commands::{CallerContext, Failure, Nature, OwnerReporter, Ports, sign_in};
use crate::ports::{Operator, StoreError};
use crate::practice::Practice;
use crate::text::Message;
use crate::ui::{Waited, Waiting};

pub(super) struct Adapters<'r>(PhantomData<&'r ()>);

impl<'r> Ports for Adapters<'r> {
    type Codes = Store;
    type Sms = Waited<'r, Option<DeskGateway>>;
    type Records = Store;
}

/// What a command gets once the operator has signed in.
pub(super) struct DirectorySession<'s, 'r> {
    pub(super) directory: &'s Waited<'r, LdapDirectory<'r>>,
    pub(super) caller: &'s CallerContext<'s, Adapters<'r>>,
    /// Asks a long-running command to stop.
    pub(super) stop: &'s bulk::StopSignal,
    /// Breaks off one of several calls, where nothing is in progress.
    pub(super) breaks_off: &'s bulk::StopSignal,
    /// Records the sign-in, for a command that does so while it looks accounts up.
    pub(super) signed_in: LocalBoxFuture<'s, Result<(), StoreError>>,
}

type SessionWork<'r> = dyn for<'s> FnOnce(DirectorySession<'s, 'r>) -> LocalBoxFuture<'s, Answer<Failure>> + 'r;

/// The store, and the practice directory if it is used.
pub(super) struct OpenStores {
    pub(super) practice: Option<Practice>,
    pub(super) store: Store,
}

/// Opens the store, and starts forwarding the audit log.
pub(super) async fn open(run: &RunContext<'_>) -> Result<OpenStores, RunError> {
    let RunContext { process, settings, .. } = *run;
    let practice = wiring::practice(process, run.global).await?;
    let store = wiring::store(process, settings, practice.is_some()).await?;
    if let Some(practice) = &practice {
        practice::close_verification(practice, &store, &*process.clock).await?;
    }
    if !run.global.quiet {
        trail::report_new_key(&store, &*process.console, run.words);
    }
    if practice.is_none() {
        *run.forwarding.borrow_mut() = trail::forward(settings, &store)?;
    }
    Ok(OpenStores { practice, store })
}

/// The same for a command that changes nothing: it does without a store that cannot be used. That the sign-in is not
/// recorded is told in any case.
async fn open_to_read(run: &RunContext<'_>) -> Result<OpenStores, RunError> {
    match open(run).await {
        Err(RunError::Failure(Failure::Store(why))) => Ok(OpenStores { practice: None, store: Store::away(why) }),
        opened => opened,
    }
}

pub(super) async fn run<'r>(
    run: &'r RunContext<'r>,
    nature: Nature,
    interrupted: impl AsyncFnMut(),
    work: impl for<'s> AsyncFnOnce(DirectorySession<'s, 'r>) -> Answer<Failure> + 'r,
) -> Answer {
    // The nested futures would overflow the stack on Windows.
    Box::pin(boxed(run, nature, interrupted, Box::new(|session| Box::pin(work(session))))).await
}

async fn boxed<'r>(
    run: &'r RunContext<'r>,
    nature: Nature,
    interrupted: impl AsyncFnMut(),
    work: Box<SessionWork<'r>>,
) -> Answer {
    let RunContext { process, global, settings, words, operator, .. } = *run;
    let (console, clock) = (&*process.console, &*process.clock);
    let OpenStores { practice, store } = if nature.only_reads() { open_to_read(run).await? } else { open(run).await? };
    let first = if nature.only_reads() { First::Nearest } else { First::PdcEmulator };
    let (mut ldap, credentials, _) = wiring::directory(process, settings, practice.as_ref(), operator, first).await?;
    let folder = process.cache.as_ref().map(|cache| cache.join("silent"));
    ldap.unresponsive = UnresponsiveControllers::kept_in(folder, nature.only_reads());
    let waiting = Waiting { console, words, quiet: global.quiet };
    let used = match practice {
        Some(_) => GatewayUse::Practice,
        None if nature.may_send() => GatewayUse::Sends,
        None => GatewayUse::SendsNothing,
    };
    let gateway = waiting.around(wiring::gateway(process, settings, used, words)?);
    let trail = wiring::trail(process, global, run.progress, &store, &ldap.user);
    let owner_reporter =
        OwnerReporter { console, words, clock, quiet: global.quiet, in_dialogue: operator.can_answer() };
    let caller = CallerContext {
        codes: &store,
        sms: &gateway,
        trail: &trail,
        operator,
        clock,
        random: &*process.random,
        pause: &*process.pause,
        newest_message: RefCell::default(),
        key: store.key(),
        limits: &settings.verification.limits,
        mobile: &settings.verification.mobile,
        manager_allowed: settings.verification.manager.value,
        identified_by_allowed: settings.verification.allow_identified_by.value,
        supervisors: &settings.verification.supervisors.value,
        notify: settings.verification.notify.value,
        owed_news: RefCell::default(),
        owner_reporter: &owner_reporter,
    };
    let (stop, breaks_off) = <(bulk::StopSignal, bulk::StopSignal)>::default();
    let work = async {
        let place = ldap.place();
        let connecting = Message::WaitConnect { servers: &place };
        let connected = waiting.during(connecting, LdapDirectory::connect(ldap, credentials, &*process.random)).await;
        let directory = match connected {
            Ok(directory) => directory,
            Err(error) => {
                // The operator needs this error, even if it cannot be recorded.
                let _ = sign_in::record(Err(&error), &trail).await;
                return Err(error.into());
            }
        };
        let server = directory.server();
        secrets::report_passed_over(directory.passed_over(), operator);
        if let Some(pdc) = directory.missed_pdc_emulator().filter(|_| !nature.only_reads()) {
            run.note(&Message::PdcPassedOver { pdc, server: &server });
        }
        if let Some(site) = directory.unknown_site() {
            run.note(&Message::UnknownSite { site });
        }
        directory.report_moves(|moved| secrets::report_move(moved, run));
        let directory = waiting.around(directory);
        // Runs together with the command's first requests.
        let recorded = async {
            let operator = directory.port().operator().await;
            // The command meets the same silence, and reports it.
            let is_silent = matches!(&operator, Err(error) if error.is_unanswered());
            let operator = operator.unwrap_or_default();
            trail.identify_operator(&operator);
            if operator.account.is_none() && !is_silent {
                run.note(&Message::OperatorUnknown { user: &trail.who().directory });
            }
            sign_in::record(Ok(server), &trail).await
        };
        let session = |signed_in| DirectorySession {
            directory: &directory,
            caller: &caller,
            stop: &stop,
            breaks_off: &breaks_off,
            signed_in,
        };
        if nature.only_reads() {
            let (recorded, done) = tokio::join!(recorded, work(session(Box::pin(ready(Ok(()))))));
            if let Err(error) = recorded {
                run.warn(&words.say(&Message::SignInNotRecorded { place: &error.place }));
            }
            return done;
        }
        if nature == Nature::ChangesMany {
            return work(session(Box::pin(recorded))).await;
        }
        // The sign-in is recorded before anything changes.
        recorded.await?;
        work(session(Box::pin(ready(Ok(()))))).await
    };
    let notice = || {
        let at_once = stop.request();
        if !at_once && !run.global.quiet {
            console.err(&words.say(&Message::WaitForEnd));
        }
    };
    let result = match nature {
        Nature::ReadsLines => work.await,
        _ => {
            let how = Interruption {
                in_progress: &|| trail.is_open(),
                notice: &notice,
                break_off: &|| breaks_off.request(),
                can_be_cut_short: nature == Nature::ChangesMany,
            };
            interrupt::until(work, interrupted, how).await
        }
    };
    trail::report_head_trouble(&store, console, words);
    *run.indexing.borrow_mut() = store.take_indexer();
    store.close().await;
    Ok(result?)
}
