//! How the controllers are, as anyone sees them: reached and encrypted, but not signed in to, so that a wrong password
//! is counted by none of them.

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use x509_parser::prelude::{FromDer, X509Certificate};

use crate::adapters::directory::{Dialer, DirectorySettings, POLICY_HINTS, Result};
use crate::ports::{
    Clock, ControllerFacts, ControllerHealth, DirectoryError, DomainControllers, InspectControllers, Random,
    ServerFault,
};

/// What a controller tells anyone (MS-ADTS 3.1.1.3.2).
const ROOT: &[&str] = &["currentTime", "dsServiceName", "supportedControl"];

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
    let shown = ControllerFacts {
        certificate_until: der.and_then(end),
        // The server gives whole seconds.
        clock_ahead: time.map(|time| SignedDuration::from_secs(time.as_second() - now.as_second())),
        settings_dn: root.as_ref().and_then(|root| root.text("dsServiceName")).map(str::to_owned),
        policy_hints: controls.iter().any(|control| POLICY_HINTS.contains(&control.as_str())),
    };
    c.close().await;
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
