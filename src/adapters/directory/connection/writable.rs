//! Moves to a controller that takes changes, from one that does not: a read-only one (RODC), which answers a change with
//! a referral (RFC 4511, 4.1.10), or a global catalogue. Such a change was certainly not made.

use std::cell::RefCell;
use std::collections::BTreeSet;

use tokio::sync::Mutex;
use url::Url;

use super::controllers::{ControllerAddress, is_below};
use super::pool::Undone;
use super::{Connection, ConnectionPool, Dialer};
use crate::adapters::directory::{Result, dns_name, domain_head, errors, parent};
use crate::ports::{DirectoryError, ReadOnlyKind, WriteError};

/// The move to a writable controller, for the operator to see.
#[derive(Debug, Clone)]
pub struct ControllerMove {
    pub from: String,
    pub kind: ReadOnlyKind,
    pub to: String,
}

type MoveReport<'a> = Box<dyn Fn(&ControllerMove) + 'a>;

/// What is known of controllers that take no changes.
#[derive(Default)]
pub(super) struct ReadOnlyControllers<'a> {
    places: RefCell<BTreeSet<usize>>,
    /// The connection that could not be moved from, by number, and why. Each attempt sends the password anew.
    stuck: Mutex<Option<(u32, DirectoryError)>>,
    report: RefCell<Option<MoveReport<'a>>>,
}

impl<'a> ConnectionPool<'a> {
    /// Calls `report` at each move.
    pub(crate) fn report_moves(&self, report: impl Fn(&ControllerMove) + 'a) {
        self.read_only.report.replace(Some(Box::new(report)));
    }

    /// Changes over the current connection; if that controller takes no changes, over one to a controller that does.
    pub(crate) async fn writing<T>(
        &self,
        change: impl AsyncFn(&Connection) -> Result<T, WriteError>,
    ) -> Result<T, WriteError> {
        loop {
            let error = match self.retrying(&change).await {
                Err(error) if errors::is_read_only(&error) => error,
                other => return other,
            };
            let c = self.current();
            self.note_read_only(&c);
            if let Err(why) = self.move_to_writable(&c).await {
                return Err(error.or_unreached(why));
            }
        }
    }

    pub(crate) fn note_read_only(&self, c: &Connection) {
        self.read_only.places.borrow_mut().insert(c.place);
    }

    pub(crate) fn is_read_only(&self, place: usize) -> bool {
        self.read_only.places.borrow().contains(&place)
    }

    /// Replaces a connection that takes no changes, unless another task already has.
    ///
    /// # Errors
    /// [`DirectoryError::ReadOnly`] when no controller can be used that takes changes; the error of a refused sign-in.
    pub(crate) async fn move_to_writable(&self, from: &Connection) -> Result<()> {
        let mut stuck = self.read_only.stuck.lock().await;
        if self.current().number != from.number {
            return Ok(());
        }
        if let Some((number, error)) = &*stuck
            && *number == from.number
        {
            return Err(error.clone());
        }
        match Box::pin(self.connect_to_writable(from)).await {
            Ok(connection) => {
                let moved = ControllerMove {
                    from: from.server.clone(),
                    kind: from.read_only_kind(),
                    to: connection.server.clone(),
                };
                self.replace(from, connection);
                if let Some(report) = &*self.read_only.report.borrow() {
                    report(&moved);
                }
                Ok(())
            }
            Err(error) => {
                *stuck = Some((from.number, error.clone()));
                Err(error)
            }
        }
    }

    async fn connect_to_writable(&self, from: &Connection) -> Result<Connection> {
        let unlisted = self.unlisted(from).await;
        let dialer = self.dialer.also(unlisted);
        let list = &dialer.controllers.list;
        let takes_changes = |place: &usize| !self.is_read_only(*place) && global_catalogue(&list[*place].url).is_none();
        let mut places: Vec<usize> = (0..list.len()).filter(takes_changes).collect();
        places.sort_by_key(|place| !list[*place].pdc_emulator);
        match dialer.connect_among(places, &self.credentials).await {
            Ok((connection, _)) => Ok(connection),
            Err(DirectoryError::Unreachable { tried }) => {
                let (server, kind) = (from.server.clone(), from.read_only_kind());
                Err(DirectoryError::ReadOnly { server, kind, others: tried })
            }
            Err(other) => Err(other),
        }
    }

    /// A controller that takes changes and is not listed: behind a global catalogue its own, else the PDC emulator.
    async fn unlisted(&self, from: &Connection) -> Option<ControllerAddress> {
        let list = &self.dialer.controllers.list;
        let here = list.get(from.place)?;
        let name = match from.read_only_kind() {
            ReadOnlyKind::GlobalCatalogue { .. } => here.name().to_owned(),
            ReadOnlyKind::Controller => pdc_emulator(from).await?,
        };
        let host = if name.contains(':') { format!("[{name}]") } else { name };
        let url = Url::parse(&format!("{}://{host}", here.url.scheme())).ok()?;
        let mut address = ControllerAddress::new(url, vec![]);
        if list.iter().any(|known| known.url == address.url) {
            return None;
        }
        address.pdc_emulator = list.iter().all(|known| !known.pdc_emulator);
        Some(address)
    }
}

impl Dialer<'_> {
    /// One that knows another controller as well, in the last place.
    fn also(&self, controller: Option<ControllerAddress>) -> Self {
        let mut controllers = self.controllers.clone();
        controllers.list.extend(controller);
        Self { settings: self.settings.clone(), controllers, random: self.random }
    }
}

impl Connection {
    /// How it takes no changes, if it takes none.
    pub(super) fn read_only_kind(&self) -> ReadOnlyKind {
        self.catalogue.map_or(ReadOnlyKind::Controller, |port| ReadOnlyKind::GlobalCatalogue { port })
    }
}

/// The port, if it is the global catalogue's (MS-ADTS 3.1.1.3.1.10), which reads and refuses changes.
pub(crate) fn global_catalogue(url: &Url) -> Option<u16> {
    url.port().filter(|port| matches!(port, 3268 | 3269))
}

/// The PDC emulator's name, if the directory tells it and it is in the domain: it is sent the password.
async fn pdc_emulator(c: &Connection) -> Option<String> {
    let base = match &c.settings.base {
        Some(base) => base.clone(),
        None => c.root().await.ok()?.base,
    };
    let head = domain_head(&base);
    let owner = c.read(head, &["fSMORoleOwner"]).await.ok()??.text("fSMORoleOwner")?.to_owned();
    let server = c.read(parent(&owner), &["dNSHostName"]).await.ok()??;
    let name = server.text("dNSHostName")?.to_lowercase();
    is_below(&name, &dns_name(head)).then_some(name)
}
