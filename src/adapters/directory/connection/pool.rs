//! The connections of one run: the current one, replaced when it is lost or silent, and one to each other controller
//! that is asked.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use tokio::sync::Mutex;
use tokio::time::{Duration, Instant};

use super::writable::ReadOnlyControllers;
use super::{Connection, Dialer};
use crate::adapters::directory::Result;
use crate::adapters::directory::errors;
use crate::domain::credentials::Credentials;
use crate::ports::{DirectoryError, ServerFault, WriteError};

/// How soon the next step of a command follows the one before it.
const NEXT_STEP: Duration = Duration::from_secs(1);

/// Why a request was not done.
pub(crate) trait Undone: From<DirectoryError> {
    /// Why certainly nothing came of it, if that is certain.
    fn unsent(&self) -> Option<&DirectoryError>;
    /// The same where no further controller can be used, because of `why`.
    fn or_unreached(self, why: DirectoryError) -> Self;
}

impl Undone for DirectoryError {
    fn unsent(&self) -> Option<&DirectoryError> {
        Some(self)
    }

    fn or_unreached(self, why: DirectoryError) -> Self {
        why
    }
}

impl Undone for WriteError {
    fn unsent(&self) -> Option<&DirectoryError> {
        errors::unsent(self)
    }

    fn or_unreached(self, why: DirectoryError) -> Self {
        match self {
            Self::NotSent(_) => Self::NotSent(why),
            // What was done in part stays so.
            partial => partial,
        }
    }
}

/// The most controllers that are asked one question, each for its time limit.
const ATTEMPTS: usize = 3;

pub(crate) struct ConnectionPool<'a> {
    pub(crate) dialer: Dialer<'a>,
    pub(super) credentials: Credentials,
    /// The controllers that could not be used before one could, and why.
    pub(crate) passed_over: Vec<(String, ServerFault)>,
    current: RefCell<Connection>,
    /// By place.
    others: RefCell<BTreeMap<usize, Connection>>,
    /// Why the last attempt to reconnect failed, and how many attempts there were.
    failure: Mutex<Option<DirectoryError>>,
    attempts: Cell<u32>,
    /// What was waited for in vain last, and until when.
    in_vain: RefCell<Option<(Instant, DirectoryError)>>,
    pub(super) read_only: ReadOnlyControllers<'a>,
}

impl<'a> ConnectionPool<'a> {
    /// Signs in to the first controller that can be used.
    pub(crate) async fn open(dialer: Dialer<'a>, credentials: Credentials) -> Result<Self> {
        let (current, passed_over) = Box::pin(dialer.connect(&credentials)).await?;
        Ok(Self {
            dialer,
            credentials,
            passed_over,
            current: RefCell::new(current),
            others: RefCell::default(),
            failure: Mutex::default(),
            attempts: Cell::new(0),
            in_vain: RefCell::default(),
            read_only: ReadOnlyControllers::default(),
        })
    }

    pub(crate) fn current(&self) -> Connection {
        self.current.borrow().clone()
    }

    /// Asks over the current connection, and again over a new one if it is lost or silent or its controller busy:
    /// controllers close connections that are idle during a long call, firewalls forget them, and a controller may sign
    /// in and then hang. A change is repeated as long as it certainly was not made.
    ///
    /// Where nobody has answered in time, the steps that follow at once do not wait for the same again. An operator who
    /// decides to try again takes longer.
    pub(crate) async fn retrying<T, E: Undone>(&self, ask: impl AsyncFn(&Connection) -> Result<T, E>) -> Result<T, E> {
        let begun = Instant::now();
        if let Some((at, error)) = &*self.in_vain.borrow()
            && begun.duration_since(*at) < NEXT_STEP
        {
            return Err(error.clone().into());
        }
        let answer = self.trying(ask).await;
        if let Some(error) = answer.as_ref().err().and_then(Undone::unsent)
            && begun.elapsed() >= self.dialer.settings.timeout
            && (error.is_unanswered() || matches!(error, DirectoryError::Unreachable { .. }))
        {
            self.in_vain.replace(Some((Instant::now(), error.clone())));
        }
        answer
    }

    async fn trying<T, E: Undone>(&self, ask: impl AsyncFn(&Connection) -> Result<T, E>) -> Result<T, E> {
        let mut left = self.dialer.controllers.list.len().clamp(2, ATTEMPTS);
        let mut undone: Option<E> = None;
        loop {
            left -= 1;
            let mut c = self.current();
            if !c.is_open() {
                if let Err(why) = self.reconnect(&c).await {
                    return Err(match undone {
                        Some(error) => error.or_unreached(why),
                        None => why.into(),
                    });
                }
                c = self.current();
            }
            match Box::pin(ask(&c)).await {
                Err(error) if left > 0 && error.unsent().is_some_and(DirectoryError::is_unanswered) => {
                    c.give_up();
                    undone = Some(error);
                }
                answer => return answer,
            }
        }
    }

    /// Replaces the lost connection, unless another task already has. Concurrent calls share one outcome.
    pub(crate) async fn reconnect(&self, lost: &Connection) -> Result<()> {
        let before = self.attempts.get();
        let mut failure = self.failure.lock().await;
        if self.current.borrow().number != lost.number {
            return Ok(());
        }
        if let (Some(error), true) = (&*failure, self.attempts.get() != before) {
            return Err(error.clone());
        }
        // One that was closed after it had served was idle.
        if !lost.has_served.get() {
            lost.failed(false);
        }
        let mut places: Vec<usize> = (0..self.dialer.controllers.list.len()).collect();
        places.sort_by_key(|place| self.is_read_only(*place));
        let opened = Box::pin(self.dialer.connect_among(places, &self.credentials)).await;
        self.attempts.set(before.wrapping_add(1));
        *failure = opened.as_ref().err().cloned();
        let (connection, _) = opened?;
        self.replace(lost, connection);
        Ok(())
    }

    /// Makes `connection` the current one in place of `old`.
    pub(super) fn replace(&self, old: &Connection, connection: Connection) {
        let (operator, number) = (old.operator.clone(), old.number + 1);
        self.current.replace(Connection { operator, number, ..connection });
    }

    /// The connection to the controller in this place, opened if need be.
    pub(crate) async fn to(&self, place: usize) -> Result<Connection> {
        match self.kept(place) {
            Some(kept) => Ok(kept),
            None => self.open_to(place).await,
        }
    }

    /// The connection to the controller in this place, if one is open.
    pub(crate) fn kept(&self, place: usize) -> Option<Connection> {
        let other = self.others.borrow().get(&place).cloned().filter(Connection::is_open);
        other.or_else(|| Some(self.current()).filter(|current| current.place == place && current.is_open()))
    }

    /// Opens a new connection to the controller in this place, and keeps it.
    pub(crate) async fn open_to(&self, place: usize) -> Result<Connection> {
        let opened = self.dialer.connect_to(place, &self.credentials).await?;
        self.others.borrow_mut().insert(place, opened.clone());
        Ok(opened)
    }

    /// Gives up the connections to this place, which no longer answer but may not be closed. The current one only if it
    /// had its whole time.
    pub(crate) fn discard(&self, place: usize, had_whole_time: bool) {
        self.others.borrow_mut().remove(&place);
        if had_whole_time && self.current.borrow().place == place {
            self.current.borrow().give_up();
        }
    }
}
