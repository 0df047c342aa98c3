//! A command that needs the directory: the store, the gateway and the directory are opened, the operator signs in, and
//! Ctrl-C ends what may be ended.

use std::future::ready;
use std::marker::PhantomData;
use std::sync::Arc;

use futures_util::future::LocalBoxFuture;

use super::dispatch::Answer;
use super::finish::Stop;
use super::wiring::DeskGateway;
use super::{Run, interrupt, secrets, trail, wiring};
use crate::adapters::directory::{First, LdapDirectory, UnresponsiveControllers};
use crate::adapters::store::Store;
use crate::commands::bulk;
use crate::commands::{CallerContext, Failure, Nature, Ports, sign_in};
use crate::domain::audit::Actor;
use crate::ports::{AuditTrail, StoreError};
use crate::practice::{Options, Practice};
use crate::text::Message;
use crate::ui::{Waited, Waiting};

/// The ports of a run against the real world.
pub(super) struct Adapters<'r>(PhantomData<&'r ()>);

impl<'r> Ports for Adapters<'r> {
    type Codes = Store;
    type Sms = Waited<'r, Option<DeskGateway>>;
    type Records = Store;
}

/// What a command is handed once the operator has signed in.
pub(super) struct Session<'s, 'r> {
    pub(super) directory: &'s Waited<'r, LdapDirectory<'r>>,
    pub(super) caller: &'s CallerContext<'s, Adapters<'r>>,
    /// Asks a command that lasts to end.
    pub(super) stop: &'s bulk::Stop,
    /// Records that the operator signed in, where the command does so while it looks accounts up.
    pub(super) signed_in: LocalBoxFuture<'s, Result<(), StoreError>>,
}

/// What a command does with a session.
type Work<'r> = dyn for<'s> FnOnce(Session<'s, 'r>) -> LocalBoxFuture<'s, Answer<Failure>> + 'r;

/// The practice directory, if this is practice, and the store.
pub(super) struct Opened {
    pub(super) practice: Option<Practice>,
    pub(super) store: Store,
}

/// Opens what a run is kept in, and begins to send the trail on.
pub(super) async fn open(run: &Run<'_>) -> Result<Opened, Stop> {
    let Run { process, settings, .. } = *run;
    let practice = match run.global.practises() {
        true => {
            Some(Practice::start(&process.practice_folder()?, Arc::clone(&process.clock), Options::default()).await?)
        }
        false => None,
    };
    let store = wiring::store(process, settings, practice.is_some()).await?;
    trail::tell_of_key(&store, &*process.console, run.words);
    if practice.is_none() {
        *run.forwarding.borrow_mut() = trail::forward(settings, &store);
    }
    Ok(Opened { practice, store })
}

/// Runs a command against the directory.
pub(super) async fn run<'r>(
    run: &'r Run<'r>,
    nature: Nature,
    interrupted: impl AsyncFnMut(),
    work: impl for<'s> AsyncFnOnce(Session<'s, 'r>) -> Answer<Failure> + 'r,
) -> Answer {
    // On the stack, one in the other, the steps would be more than Windows gives.
    Box::pin(boxed(run, nature, interrupted, Box::new(|session| Box::pin(work(session))))).await
}

async fn boxed<'r>(run: &'r Run<'r>, nature: Nature, interrupted: impl AsyncFnMut(), work: Box<Work<'r>>) -> Answer {
    let Run { process, global, settings, words, operator, .. } = *run;
    let (console, clock) = (&*process.console, &*process.clock);
    let Opened { practice, store } = open(run).await?;
    let first = if nature.only_reads() { First::Nearest } else { First::PdcEmulator };
    let (mut ldap, credentials, _) = wiring::directory(process, settings, practice.as_ref(), operator, first).await?;
    let folder = process.cache.as_ref().map(|cache| cache.join("silent"));
    ldap.unresponsive = UnresponsiveControllers { folder, come_last: nature.only_reads() };
    let waiting = Waiting { console, words, quiet: global.quiet };
    let gateway = waiting.around(wiring::gateway(process, settings, practice.is_some(), nature.may_send(), words)?);
    let trail = AuditTrail::new(&store, clock, who(run, &ldap.user), global.ticket.clone());
    let caller = CallerContext {
        codes: &store,
        sms: &gateway,
        trail: &trail,
        operator,
        clock,
        random: &*process.random,
        key: store.key(),
        limits: &settings.verification.limits,
        mobile: &settings.verification.mobile,
        identified_by_allowed: settings.verification.allow_identified_by.value,
        supervisors: &settings.verification.supervisors.value,
    };
    let stop = bulk::Stop::default();
    let work = async {
        let place = ldap.place();
        let connecting = Message::WaitConnect { servers: &place };
        let connected = waiting.during(connecting, LdapDirectory::connect(ldap, credentials, &*process.random)).await;
        let directory = match connected {
            Ok(directory) => directory,
            Err(error) => {
                // Why the directory cannot be used is what the operator needs to know, recorded or not.
                let _ = sign_in::record(Err(&error), &trail).await;
                return Err(error.into());
            }
        };
        let server = directory.server();
        secrets::tell_passed_over(directory.passed_over(), operator);
        if let Some(pdc) = directory.missed_pdc_emulator().filter(|_| !nature.only_reads()) {
            run.note(&Message::PdcPassedOver { pdc, server: &server });
        }
        if let Some(site) = directory.unknown_site() {
            run.note(&Message::UnknownSite { site });
        }
        let directory = waiting.around(directory);
        // Who this is, is asked in one flight with the rest; the server answers while this disk is waited for.
        let recorded = async {
            let operator = directory.port().operator().await.unwrap_or_default();
            trail.identify_operator(&operator);
            if operator.account.is_none() {
                run.note(&Message::OperatorUnknown { user: &trail.who().directory });
            }
            sign_in::record(Ok(server), &trail).await
        };
        let session = |signed_in| Session { directory: &directory, caller: &caller, stop: &stop, signed_in };
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
        // That the operator signed in is recorded before anything changes.
        recorded.await?;
        work(session(Box::pin(ready(Ok(()))))).await
    };
    let notice = || {
        if !stop.ask() {
            console.err(&words.say(&Message::WaitForEnd));
        }
    };
    let result = match nature {
        Nature::ReadsLines => work.await,
        _ => interrupt::until(work, interrupted, || trail.is_open(), notice, nature == Nature::ChangesMany).await,
    };
    trail::tell_of_head(&store, console, words);
    store.close().await;
    Ok(result?)
}

/// Whose acts the trail takes down, as far as is known before the directory says.
pub(super) fn who(run: &Run<'_>, user: &str) -> Actor {
    let (system, machine) = (run.process.user.clone(), run.process.machine.clone());
    Actor { directory: user.to_owned(), sid: None, system, machine }
}
