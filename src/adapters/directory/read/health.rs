//! How the controllers are, as anyone sees them: reached and encrypted, but not signed in to, so that a wrong password
//! is counted by none of them.

use futures_util::future::join_all;
use jiff::SignedDuration;

use crate::adapters::directory::{Dialer, DirectorySettings, POLICY_HINTS, Result, global_catalogue};
use crate::adapters::tls::{self, Trust};
use crate::ports::{
    AcceptsChanges, Clock, ControllerFacts, ControllerHealth, DirectoryError, DomainControllers, InspectControllers,
    PresentedCertificate, Random, ServerFault,
};

/// What a controller tells anyone (MS-ADTS 3.1.1.3.2).
const ROOT: &[&str] = &["currentTime", "dsServiceName", "supportedControl", "supportedCapabilities"];

/// LDAP_CAP_ACTIVE_DIRECTORY_PARTIAL_SECRETS_OID: a read-only controller (MS-ADTS 3.1.1.3.4.3).
const READ_ONLY: &str = "1.2.840.113556.1.4.1920";
/// The controllers, before anybody signs in.
#[derive(Clone, Copy)]
pub struct LdapControllers<'a> {
    /// Where they are.
    pub settings: &'a DirectorySettings,
    /// Operators sign in with a ticket: the servers' certificates are not used.
    pub by_ticket: bool,
    /// Chooses among controllers that DNS calls equal.
    pub random: &'a dyn Random,
}

impl LdapControllers<'_> {
    /// The certificates that each controller sends, its own first, whether or not they are trusted: for an administrator
    /// to compare.
    ///
    /// # Errors
    /// [`DirectoryError::Undiscovered`] when DNS lists no controller.
    pub async fn chains(&self) -> Result<Vec<(String, Result<Vec<SentCertificate>, ServerFault>)>> {
        let dialer = Dialer::new(self.settings.clone(), self.random).await?;
        let chains = dialer.controllers.list.iter().map(async |controller| {
            let sent = dialer.chain(controller).await;
            let shown = |der: Vec<u8>| SentCertificate { shown: tls::presented(&der), der };
            (controller.name().to_owned(), sent.map(|chain| chain.into_iter().map(shown).collect()))
        });
        Ok(join_all(chains).await)
    }
}

/// A certificate that a controller sent.
#[derive(Debug, Clone)]
pub struct SentCertificate {
    pub shown: PresentedCertificate,
    pub der: Vec<u8>,
}

impl SentCertificate {
    /// Whether it is an authority's own: its own issuer.
    pub fn is_root(&self) -> bool {
        self.shown.content.as_ref().is_some_and(|content| content.subject == content.issuer)
    }
}

impl InspectControllers for LdapControllers<'_> {
    async fn look(&self, clock: &dyn Clock) -> Result<DomainControllers> {
        let dialer = Dialer::new(self.settings.clone(), self.random).await?;
        let looks = dialer.controllers.list.iter().enumerate().map(async |(place, controller)| {
            let shown = look(&dialer, place, self.by_ticket, clock).await;
            ControllerHealth { server: controller.name().to_owned(), shown }
        });
        let looked = join_all(looks).await;
        let refused = dialer
            .controllers
            .refused
            .into_iter()
            .map(|(server, reach)| ControllerHealth { server, shown: Err(reach) });
        Ok(DomainControllers {
            domain: self.settings.discovered().map(|domain| domain.name.clone()),
            unread: self.settings.trust.unread().cloned(),
            unknown_site: dialer.controllers.unknown_site,
            each: looked.into_iter().chain(refused).collect(),
        })
    }
}

async fn look(
    dialer: &Dialer<'_>,
    place: usize,
    by_ticket: bool,
    clock: &dyn Clock,
) -> Result<ControllerFacts, ServerFault> {
    let c = dialer.anonymous(place, by_ticket).await?;
    let der = c.certificate();
    let root = c.read("", ROOT).await.map_err(|error| match error {
        DirectoryError::TimedOut { .. } => ServerFault::TimedOut,
        DirectoryError::Lost { .. } => ServerFault::HungUp,
        DirectoryError::NotLdap { .. } => ServerFault::NotLdap,
        other => ServerFault::Other(other.to_string()),
    })?;
    let now = clock.now();
    let time = root.as_ref().and_then(|root| root.time("currentTime"));
    let controls = root.as_ref().map_or(&[][..], |root| root.all("supportedControl"));
    let is_read_only =
        || root.as_ref().is_some_and(|root| root.all("supportedCapabilities").iter().any(|c| c == READ_ONLY));
    let catalogue = dialer.controllers.list.get(place).and_then(|controller| global_catalogue(&controller.url));
    let shown = ControllerFacts {
        certificate: der.map(tls::presented),
        certificate_is_pinned: matches!(c.settings.trust, Trust::Pinned(_)),
        // The server gives whole seconds.
        clock_ahead: time.map(|time| SignedDuration::from_secs(time.as_second() - now.as_second())),
        settings_dn: root.as_ref().and_then(|root| root.text("dsServiceName")).map(str::to_owned),
        changes: match catalogue {
            Some(_) => AcceptsChanges::GlobalCatalogue,
            _ if is_read_only() => AcceptsChanges::ReadOnly,
            _ => AcceptsChanges::Yes,
        },
        policy_hints: controls.iter().any(|control| POLICY_HINTS.contains(&control.as_str())),
    };
    c.close().await;
    Ok(shown)
}
