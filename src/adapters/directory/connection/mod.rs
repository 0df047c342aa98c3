//! Connections to controllers: found, dialled, encrypted, signed in, kept, and what is sent over them. Does not know
//! what an account is.

mod ber;
mod connect;
mod controllers;
mod dial;
mod guard;
mod kerberos;
mod limits;
mod pool;
mod relay;
mod request;
mod settings;
#[cfg(test)]
mod tests;
mod trace;
mod unresponsive;
mod wire;
mod writable;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use ldap3::Ldap;
use tokio::sync::OnceCell;
use url::Url;

pub(crate) use self::controllers::ControllerAddress;
pub(crate) use self::dial::Dialer;
pub use self::kerberos::{BUILT_IN as KERBEROS_BUILT_IN, Ticket, ticket};
pub(crate) use self::pool::ConnectionPool;
use self::relay::{Link, LinkState};
pub use self::settings::{DirectorySettings, Domain, First, ProtectedGroups, password_from_file};
pub use self::unresponsive::UnresponsiveControllers;
pub use self::writable::ControllerMove;
pub(crate) use self::writable::global_catalogue;
use crate::adapters::directory::errors::Result;
use crate::domain::identity::OperatorIdentity;
use crate::ports::DirectoryError;

#[derive(Clone)]
pub(crate) struct Connection {
    /// The library's handle; `None` once the connection is given up.
    ldap: Rc<RefCell<Option<Ldap>>>,
    state: Arc<LinkState>,
    pub(crate) settings: Arc<DirectorySettings>,
    /// Its place among the controllers.
    pub(crate) place: usize,
    pub(crate) server: String,
    url: Url,
    /// Who is signed in, once that has been asked.
    pub(crate) operator: Arc<OnceCell<OperatorIdentity>>,
    /// How many were opened before it in its place.
    number: u32,
    /// The global catalogue's port, if it is one.
    catalogue: Option<u16>,
    /// Whether any request over it was answered.
    has_served: Rc<Cell<bool>>,
}

impl Connection {
    pub(crate) fn new(
        link: Link,
        settings: Arc<DirectorySettings>,
        place: usize,
        controller: &ControllerAddress,
    ) -> Self {
        let (server, url) = (controller.name().to_owned(), controller.url.clone());
        let ldap = Rc::new(RefCell::new(Some(link.ldap)));
        Self {
            ldap,
            state: link.state,
            settings,
            place,
            server,
            url,
            operator: Arc::default(),
            number: 0,
            catalogue: None,
            has_served: Rc::default(),
        }
    }

    /// Whether a request can be sent over it. One that is silent is given up when that shows.
    pub(crate) fn is_open(&self) -> bool {
        self.ldap.borrow_mut().as_mut().is_some_and(|ldap| !ldap.is_closed())
    }

    /// Sends nothing more over it. It closes when the requests under way have ended, each within its time limit.
    pub(crate) fn give_up(&self) {
        self.ldap.replace(None);
    }

    fn handle(&self) -> Result<Ldap> {
        let closed = || DirectoryError::Lost { server: self.server.clone(), text: "closed".to_owned() };
        self.ldap.borrow().clone().ok_or_else(closed)
    }

    /// Gives it up after a request without a whole answer: over a connection that a firewall has forgotten, none ever
    /// comes. Remembers the controller, once for all requests under way.
    fn failed(&self, is_silent: bool) {
        if self.ldap.take().is_some() {
            self.settings.unresponsive.note_signed_in(&self.url, !is_silent && self.has_served.get());
        }
    }
}
