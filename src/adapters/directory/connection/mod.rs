//! Connections to controllers: found, dialled, encrypted, signed in, kept, and what is sent over them. Does not know
//! what an account is.

mod ber;
mod connect;
mod controllers;
mod dial;
mod guard;
mod kerberos;
mod pool;
mod relay;
mod request;
mod settings;
#[cfg(test)]
mod tests;
mod trace;
mod unresponsive;
mod wire;

use std::sync::Arc;

use tokio::sync::OnceCell;

pub(crate) use self::controllers::ControllerAddress;
pub(crate) use self::dial::Dialer;
pub use self::kerberos::{BUILT_IN as KERBEROS_BUILT_IN, Ticket, ticket};
pub(crate) use self::pool::ConnectionPool;
use self::relay::Link;
pub use self::settings::{DirectorySettings, Domain, First, ProtectedGroups, password_from_file};
pub use self::unresponsive::UnresponsiveControllers;
use crate::domain::identity::OperatorIdentity;

#[derive(Clone)]
pub(crate) struct Connection {
    link: Link,
    pub(crate) settings: Arc<DirectorySettings>,
    /// Its place among the controllers.
    pub(crate) place: usize,
    pub(crate) server: String,
    /// Who is signed in, once that has been asked.
    pub(crate) operator: Arc<OnceCell<OperatorIdentity>>,
    /// How many were opened before it in its place.
    number: u32,
}

impl Connection {
    pub(crate) fn new(link: Link, settings: Arc<DirectorySettings>, place: usize, server: &str) -> Self {
        Self { link, settings, place, server: server.to_owned(), operator: Arc::default(), number: 0 }
    }
}
