//! Answers of a server, spoiled at random: no panic, no request left waiting, and no change said to be done that the
//! server does not say it has done. `tests/run-fuzz` tries a million.

mod spoil;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::{Arc, Once};
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use jiff::Timestamp;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, DuplexStream, duplex};
use tokio::net::TcpStream;
use tokio::task::{LocalSet, yield_now};
use tokio_rustls::TlsConnector;
use tokio_util::bytes::BytesMut;
use tokio_util::codec::{Decoder, Framed};

use self::spoil::{Dice, spoiled};
use super::super::protection::bulk::FullyReadable;
use super::super::{read, write};
use super::*;
use crate::adapters::system::{SystemClock, SystemRandom};
use crate::adapters::tls::{self, Trust};
use crate::domain::account::Account;
use crate::domain::bulk::BulkAccount;
use crate::domain::password::Password;
use crate::domain::query::Query;
use crate::ports::{DirectoryError, NewPassword, WriteError};
use crate::practice::{Options, Person, Place, Practice};

/// How many answers are spoiled, and how many are left out before.
const CASES: &str = "FUZZ_CASES";
const FROM: &str = "FUZZ_FROM";
const MODIFY: u8 = 0x66;

thread_local! {
    /// Panics on this thread, where the tasks of a case run as well; `None`: they are not counted.
    static PANICS: Cell<Option<u64>> = const { Cell::new(None) };
}

fn count_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panicked| {
            PANICS.set(PANICS.get().map(|so_far| so_far + 1));
            usual(panicked);
        }));
    });
    PANICS.set(Some(0));
}

/// Whole messages.
struct Frames;

impl Decoder for Frames {
    type Item = Vec<u8>;
    type Error = std::io::Error;

    fn decode(&mut self, buffer: &mut BytesMut) -> std::io::Result<Option<Vec<u8>>> {
        let size = guard::size(buffer)?.filter(|size| *size <= buffer.len());
        Ok(size.map(|size| buffer.split_to(size).to_vec()))
    }
}

/// Where a message's ID is: these conversations are short.
fn id_at(message: &[u8]) -> usize {
    let header = if message[1] < 0x80 { 2 } else { 2 + usize::from(message[1] & 0x7f) };
    assert_eq!(message[header..header + 2], [0x02, 0x01]);
    header + 2
}

fn with_id(message: &[u8], id: u8) -> Vec<u8> {
    let mut message = message.to_vec();
    let at = id_at(&message);
    message[at] = id;
    message
}

/// Whether the first message says that a modify was done: decoded on its own.
fn says_done(bytes: &[u8], id: u8) -> bool {
    fn part(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
        let (&first, rest) = bytes.strip_prefix(&[tag])?.split_first()?;
        let octets = if first < 0x80 { 0 } else { usize::from(first & 0x7f) };
        let length = match first {
            0..0x80 => usize::from(first),
            _ => rest.get(..octets)?.iter().fold(0, |length, octet| length << 8 | usize::from(*octet)),
        };
        rest.get(octets..)?.split_at_checked(length)
    }
    let done = || {
        let (message, _) = part(bytes, 0x30)?;
        let (number, rest) = part(message, 0x02)?;
        let (code, _) = part(part(rest, 0x67)?.0, 0x0a)?;
        let is_zero = !code.is_empty() && code.iter().all(|octet| *octet == 0);
        Some(number.iter().fold(0, |number, octet| number << 8 | u64::from(*octet)) == u64::from(id) && is_zero)
    };
    done() == Some(true)
}

/// A request, without its ID, and its answers.
struct RecordedExchange {
    request: Vec<u8>,
    answers: Vec<Vec<u8>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Work {
    SignIn,
    WhoAmI,
    Root,
    Find,
    ReadAgain,
    Sharing,
    Rights,
    Pdc,
    Pages,
    FindEach,
    AllLocked,
    Unlock,
    UnlockChecked,
    RefusedUnlock,
    SetPassword,
}

const WORKS: [Work; 15] = {
    use Work::*;
    [
        SignIn,
        WhoAmI,
        Root,
        Find,
        ReadAgain,
        Sharing,
        Rights,
        Pdc,
        Pages,
        FindEach,
        AllLocked,
        Unlock,
        UnlockChecked,
        RefusedUnlock,
        SetPassword,
    ]
};

/// Whom the work is about: one who may be helped, and one who may not.
struct People(Account, BulkAccount);

fn read_error(error: DirectoryError) -> &'static str {
    match error {
        DirectoryError::NotLdap { .. } => "not LDAP",
        DirectoryError::Lost { .. } => "lost",
        DirectoryError::TimedOut { .. } => "timed out",
        DirectoryError::Refused { .. } => "refused",
        DirectoryError::Malformed { .. } => "lacks an attribute",
        _ => "other",
    }
}

fn written<T>(result: Result<T, WriteError>) -> &'static str {
    match result {
        Ok(_) => "changed",
        Err(WriteError::NotSent(error)) => read_error(error),
        Err(WriteError::NoAnswer { .. }) => "may have changed",
        Err(WriteError::Refused { .. } | WriteError::Protected(_)) => "refused",
        Err(WriteError::Partial { .. }) => "partly changed",
    }
}

async fn work(what: Work, c: &Connection, people: Option<&People>) -> &'static str {
    let told = |result: Result<(), DirectoryError>| result.map_or_else(read_error, |()| "told");
    let query = || Query::parse("evaand01").unwrap();
    let readable = FullyReadable::default();
    match (what, people) {
        (Work::SignIn, _) => match c.handle().unwrap().simple_bind("CONTOSO\\operator", "Practice-makes-42").await {
            Ok(result) if result.rc == 0 => "told",
            Ok(_) => "refused",
            Err(_) => "lost",
        },
        (Work::WhoAmI, _) => told(c.who_am_i().await.map(drop)),
        (Work::Root, _) => told(c.root().await.map(drop)),
        (Work::Find, _) => told(read::find(c, &query()).await.map(drop)),
        (Work::Pages, _) => {
            let base = c.settings.base.clone().unwrap();
            told(c.search_paged(&base, "(objectClass=user)", &["sAMAccountName", "objectSid"], drop).await)
        }
        (Work::FindEach, _) => told(read::bulk::find_each(c, &readable, &[query(), query()]).await.map(drop)),
        (Work::AllLocked, _) => told(read::bulk::all_locked(c, &readable, None).await.map(drop)),
        (Work::Pdc, _) => told(read::pdc_emulator(c).await.map(drop)),
        (_, None) => "no account",
        (Work::ReadAgain, Some(People(eva, _))) => told(read::read_again(c, eva).await.map(drop)),
        (Work::Sharing, Some(People(eva, _))) => told(read::accounts_with_number(c, eva).await.map(drop)),
        (Work::Rights, Some(People(eva, _))) => told(read::rights(c, eva).await.map(drop)),
        (Work::Unlock, Some(People(eva, _))) => written(write::unlock(c, eva).await),
        (Work::UnlockChecked, Some(People(eva, _))) => written(write::unlock_checked(c, &eva.dn).await),
        (Work::RefusedUnlock, Some(People(_, chief))) => written(write::unlock_checked(c, &chief.dn).await),
        (Work::SetPassword, Some(People(eva, _))) => {
            let password = Password::parse("Good-Value-44".to_owned()).unwrap();
            let new = NewPassword { password: &password, must_change: false, now: Timestamp::now() };
            written(write::PasswordSetter::new(&SystemRandom).set(c, eva, &new).await)
        }
    }
}

fn settings(practice: &Practice) -> Arc<DirectorySettings> {
    let access = practice.access();
    Arc::new(DirectorySettings {
        servers: vec![access.url.parse().unwrap()],
        domain: None,
        trust: Trust::Pem(access.ca_pem.clone()),
        tls_name: Some(access.tls_name.clone()),
        user: access.user.clone(),
        base: Some(access.base.clone()),
        timeout: Duration::from_secs(20),
        history_required: true,
        mobile_attributes: vec!["mobile".to_owned()],
        search_attributes: vec![],
        protected: ProtectedGroups { names: vec![], must_exist: false },
        protected_units: vec![],
        protected_operators: None,
        unresponsive: UnresponsiveControllers::default(),
    })
}

fn controller() -> ControllerAddress {
    ControllerAddress::new("ldaps://dc1".parse().unwrap(), vec![])
}

/// A connection to the directory, and all that is said on it.
async fn recorded(settings: &Arc<DirectorySettings>) -> (Connection, Rc<RefCell<Vec<RecordedExchange>>>) {
    let (url, name) = (&settings.servers[0], settings.tls_name.clone().unwrap());
    let stream = TcpStream::connect((url.host_str().unwrap(), url.port().unwrap())).await.unwrap();
    let tls = TlsConnector::from(tls::client_config(&settings.trust).unwrap());
    let server = tls.connect(ServerName::try_from(name).unwrap(), stream).await.unwrap();
    let (near, far) = duplex(1 << 20);
    let link = relay::start(far, None).await.unwrap();
    let exchanges = Rc::<RefCell<Vec<RecordedExchange>>>::default();
    tokio::task::spawn_local(listen(near, server, Rc::clone(&exchanges)));
    (Connection::new(link, Arc::clone(settings), 0, &controller()), exchanges)
}

async fn listen(
    client: DuplexStream,
    server: impl AsyncRead + AsyncWrite + Unpin,
    said: Rc<RefCell<Vec<RecordedExchange>>>,
) {
    let (mut client, mut server) = (Framed::new(client, Frames), Framed::new(server, Frames));
    let mut places = BTreeMap::new();
    loop {
        tokio::select! {
            request = client.next() => {
                let Some(Ok(request)) = request else { return };
                server.get_mut().write_all(&request).await.unwrap();
                places.insert(request[id_at(&request)], said.borrow().len());
                said.borrow_mut().push(RecordedExchange { request: with_id(&request, 0), answers: Vec::new() });
            }
            answer = server.next() => {
                let Some(Ok(answer)) = answer else { return };
                let place = places[&answer[id_at(&answer)]];
                client.get_mut().write_all(&answer).await.unwrap();
                said.borrow_mut()[place].answers.push(answer);
            }
        }
    }
}

/// What became of the answers of one case.
#[derive(Default)]
struct Truth {
    /// For each modify that was answered, whether the answer says that it was done.
    modifies: Vec<bool>,
    was_spoiled: bool,
}

/// Plays the recorded answers, the `nth` of them spoiled. Ends once nothing more is asked.
async fn play(
    client: DuplexStream,
    said: Rc<Vec<RecordedExchange>>,
    nth: usize,
    mut dice: Dice,
    truth: Rc<RefCell<Truth>>,
) {
    let mut client = Framed::new(client, Frames);
    let mut used = vec![false; said.len()];
    for n in 0.. {
        let was_spoiled = truth.borrow().was_spoiled;
        let silence = async {
            for _ in 0..if was_spoiled { 64 } else { usize::MAX } {
                yield_now().await;
            }
        };
        let request = tokio::select! {
            biased;
            request = client.next() => request,
            () = silence => return,
        };
        let Some(Ok(request)) = request else { return };
        let id = request[id_at(&request)];
        let operation_of = |request: &[u8]| request[id_at(request) + 1];
        let (asked, operation) = (with_id(&request, 0), operation_of(&request));
        let fits = |place: &usize| said[*place].request == asked && !used[*place];
        let like = |place: &usize| operation_of(&said[*place].request) == operation && !used[*place];
        let place = (0..said.len()).find(fits).or_else(|| (0..said.len()).find(like));
        let Some(place) = place else { return };
        used[place] = true;
        let mut answers: Vec<u8> = said[place].answers.iter().flat_map(|answer| with_id(answer, id)).collect();
        if n == nth && !answers.is_empty() {
            let other = said[dice.roll(said.len())].answers.concat();
            answers = spoiled(&answers, &other, &mut dice);
            truth.borrow_mut().was_spoiled = true;
        }
        if operation == MODIFY {
            truth.borrow_mut().modifies.push(says_done(&answers, id));
        }
        if client.get_mut().write_all(&answers).await.is_err() {
            return;
        }
    }
}

#[tokio::test]
async fn spoiled_answers_end_in_no_panic_and_no_false_success() {
    let number = |name, usual| std::env::var(name).map_or(usual, |number| number.parse().unwrap());
    let (from, cases): (u64, u64) = (number(FROM, 0), number(CASES, 2_000));
    LocalSet::new().run_until(spoil(from..from + cases)).await;
}

#[allow(clippy::print_stdout, reason = "the figures are what `tests/run-fuzz` is run for")]
async fn spoil(cases: Range<u64>) {
    let folder = tempfile::tempdir().unwrap();
    let practice = Practice::start(folder.path(), Arc::new(SystemClock), Options::default()).await.unwrap();
    let now = Timestamp::now();
    practice.add(Person::new("evaand01").named("Eva", "Andersson").mobile("070-174 06 05").locked_at(now)).unwrap();
    practice.add(Person { place: Place::Users, ..Person::new("chief01").locked_at(now) }).unwrap();
    let settings = settings(&practice);
    let (c, said) = recorded(&settings).await;
    assert_eq!(work(Work::SignIn, &c, None).await, "told");
    let find = async |name| read::find(&c, &Query::parse(name).unwrap()).await.unwrap().accounts.remove(0);
    let people = People(find("evaand01").await, BulkAccount::of(&find("chief01").await, now));
    let mut recordings = Vec::new();
    for what in WORKS {
        said.borrow_mut().clear();
        let fresh = Connection { operator: Arc::default(), ..c.clone() };
        let outcome = work(what, &fresh, Some(&people)).await;
        let expected = match what {
            Work::Unlock | Work::UnlockChecked | Work::SetPassword => "changed",
            Work::RefusedUnlock => "refused",
            _ => "told",
        };
        assert_eq!(outcome, expected, "{what:?}");
        recordings.push((what, Rc::new(said.take())));
    }
    count_panics();
    let (begun, mut outcomes, mut spelled) = (Instant::now(), BTreeMap::new(), 0);
    let count = cases.end - cases.start;
    for case in cases {
        let mut dice = Dice(case.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let (what, said) = &recordings[dice.roll(recordings.len())];
        let nth = dice.roll(said.len());
        let (client, server) = duplex(1 << 20);
        let truth = Rc::<RefCell<Truth>>::default();
        let played = tokio::task::spawn_local(play(server, Rc::clone(said), nth, dice, Rc::clone(&truth)));
        let link = relay::start(client, None).await.unwrap();
        let outcome = work(*what, &Connection::new(link, Arc::clone(&settings), 0, &controller()), Some(&people)).await;
        played.await.unwrap();
        assert_eq!(PANICS.get(), Some(0), "case {case}: {what:?}, answer {nth}: {outcome}");
        if outcome == "changed" {
            let truth = truth.borrow();
            assert!(!truth.modifies.is_empty() && truth.modifies.iter().all(|done| *done), "case {case}: {what:?}");
            spelled += u64::from(*what == Work::RefusedUnlock);
        }
        *outcomes.entry(outcome).or_insert(0_u64) += 1;
    }
    PANICS.set(None);
    assert_eq!(outcomes.get("timed out"), None, "{outcomes:?}");
    assert!(outcomes["not LDAP"] > 0 && outcomes["may have changed"] > 0, "{outcomes:?}");
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "{count} spoiled answers in {seconds:.0} s, no panic: {outcomes:?}; refusals turned into successes: {spelled}"
    );
}
