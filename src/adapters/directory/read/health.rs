//! How the controllers are, as anyone sees them: reached and encrypted, but not signed in to, so that a wrong password
//! is counted by none of them. Changes nothing, and finds nobody.

use futures_util::future::join_all;
use tokio::time::timeout;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::controllers::{self, Controller as Known};
use super::each::generalized_time;
use super::history::POLICY_HINTS;
use super::{Connection, Settings, ask, connect, identity};
use crate::ports::{
    Clock, ControllerFacts, ControllerHealth, DirectoryError, DomainControllers, InspectControllers, Random,
    ServerFault,
};

use jiff::{SignedDuration, Timestamp};

/// What a controller tells anyone (MS-ADTS 3.1.1.3.2).
const ROOT: &[&str] = &["currentTime", "dsServiceName", "supportedControl"];

/// The controllers, before anybody signs in.
#[derive(Clone, Copy)]
pub struct LdapControllers<'a> {
    /// Where they are.
    pub settings: &'a Settings,
    /// Operators sign in with a ticket: the servers' certificates are not used.
    pub by_ticket: bool,
    /// Chooses among controllers that DNS calls equal.
    pub random: &'a dyn Random,
}

impl InspectControllers for LdapControllers<'_> {
    async fn look(&self, clock: &dyn Clock) -> Result<DomainControllers, DirectoryError> {
        let Self { settings, random, .. } = *self;
        let found = controllers::find(settings, random).await?;
        let looks = found.list.iter().enumerate().map(|(at, known)| async move {
            let shown = look(at, known, *self, clock).await;
            ControllerHealth { server: known.name().to_owned(), shown }
        });
        let refused = found.refused.iter().cloned();
        let refused = refused.map(|(server, reach)| ControllerHealth { server, shown: Err(reach) });
        let each = join_all(looks).await.into_iter().chain(refused).collect();
        let domain = settings.domain.as_ref().filter(|_| settings.servers.is_empty());
        Ok(DomainControllers {
            domain: domain.map(|domain| domain.name.clone()),
            unknown_site: found.unknown_site,
            each,
        })
    }
}

async fn look(
    at: usize,
    known: &Known,
    LdapControllers { settings, by_ticket, random }: LdapControllers<'_>,
    clock: &dyn Clock,
) -> Result<ControllerFacts, ServerFault> {
    let mut ldap = connect::anonymous(known, settings, by_ticket, random).await?;
    let der = timeout(settings.timeout, ldap.get_peer_certificate()).await.ok().and_then(Result::ok).flatten();
    let c = Connection { ldap, at, server: known.name().to_owned(), operator: identity::Known::default(), number: 0 };
    let root = ask::one(&c, settings, "", "(objectClass=*)", ROOT).await.map_err(|error| match error {
        DirectoryError::TimedOut { .. } => ServerFault::TimedOut,
        DirectoryError::Lost { .. } => ServerFault::HungUp,
        other => ServerFault::Other(other.to_string()),
    })?;
    let now = clock.now();
    let text = |attribute: &str| root.as_ref().and_then(|root| root.text(attribute));
    let time = text("currentTime").and_then(generalized_time);
    let controls = root.as_ref().map_or(&[][..], |root| root.all("supportedControl"));
    let shown = ControllerFacts {
        certificate_until: der.as_deref().and_then(end),
        // The server tells whole seconds.
        clock_ahead: time.map(|time| SignedDuration::from_secs(time.as_second() - now.as_second())),
        settings_dn: text("dsServiceName").map(str::to_owned),
        policy_hints: controls.iter().any(|control| POLICY_HINTS.contains(&control.as_str())),
    };
    let mut ldap = c.ldap;
    let _ = ldap.unbind().await;
    Ok(shown)
}

/// The end of a certificate (RFC 5280, 4.1.2.5).
fn end(der: &[u8]) -> Option<Timestamp> {
    let (_, certificate) = X509Certificate::from_der(der).ok()?;
    Timestamp::from_second(certificate.validity().not_after.timestamp()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_certificate() {
        let mut params = rcgen::CertificateParams::new(["dc1.example.se".to_owned()]).unwrap();
        params.not_after = rcgen::date_time_ymd(2031, 2, 3);
        let certificate = params.self_signed(&rcgen::KeyPair::generate().unwrap()).unwrap();
        assert_eq!(end(certificate.der()), "2031-02-03T00:00:00Z".parse().ok());
        assert_eq!(end(b"nonsense"), None);
    }
}
