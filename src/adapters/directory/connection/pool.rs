//! The connections of one run: the current one, reopened when lost, and one to each other controller that is asked.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use tokio::sync::Mutex;

use super::{Connection, Dialer};
use crate::adapters::directory::Result;
use crate::domain::credentials::Credentials;
use crate::ports::{DirectoryError, ServerFault};

pub(crate) struct ConnectionPool<'a> {
    pub(crate) dialer: Dialer<'a>,
    credentials: Credentials,
    /// The controllers that could not be used before one could, and why.
    pub(crate) passed_over: Vec<(String, ServerFault)>,
    current: RefCell<Connection>,
    /// By place. `None`: it was discarded, and the next request opens another.
    others: RefCell<BTreeMap<usize, Option<Connection>>>,
    /// Why the last attempt to reconnect failed, and how many attempts there were.
    failure: Mutex<Option<DirectoryError>>,
    attempts: Cell<u32>,
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
        })
    }

    pub(crate) fn current(&self) -> Connection {
        self.current.borrow().clone()
    }

    /// Asks over the current connection, and once more over a new one if it is lost: controllers close connections that
    /// are idle during a long call.
    pub(crate) async fn retrying<T>(&self, ask: impl AsyncFn(&Connection) -> Result<T>) -> Result<T> {
        let c = self.current();
        match Box::pin(ask(&c)).await {
            Err(DirectoryError::Lost { .. } | DirectoryError::NotLdap { .. }) => {
                self.reconnect(&c).await?;
                Box::pin(ask(&self.current())).await
            }
            other => other,
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
        let opened = Box::pin(self.dialer.connect(&self.credentials)).await;
        self.attempts.set(before.wrapping_add(1));
        *failure = opened.as_ref().err().cloned();
        let (connection, _) = opened?;
        let (operator, number) = (lost.operator.clone(), lost.number + 1);
        self.current.replace(Connection { operator, number, ..connection });
        Ok(())
    }

    /// The connection to the controller in this place, opened if need be.
    pub(crate) async fn to(&self, place: usize) -> Result<Connection> {
        let kept = match self.others.borrow().get(&place) {
            Some(kept) => kept.clone(),
            None => Some(self.current()).filter(|current| current.place == place),
        };
        if let Some(mut kept) = kept
            && !kept.link.ldap.is_closed()
        {
            return Ok(kept);
        }
        let opened = self.dialer.connect_to(place, &self.credentials).await?;
        self.others.borrow_mut().insert(place, Some(opened.clone()));
        Ok(opened)
    }

    /// Drops the connection to this place, which no longer answers but may not be closed.
    pub(crate) fn discard(&self, place: usize) {
        self.others.borrow_mut().insert(place, None);
    }
}
