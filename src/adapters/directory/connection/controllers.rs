//! Lists the controllers in the order to try: from the settings, or from DNS (MS-ADTS 6.3.2.3), the operator's site
//! first. Does not connect.

use std::net::IpAddr;

use url::Url;

use super::settings::{DirectorySettings, Domain, First};
use crate::adapters::directory::Result;
use crate::adapters::dns::{NoServers, Servers};
use crate::adapters::without_brackets;
use crate::domain::srv::{Srv, by_priority_and_weight};
use crate::ports::{DirectoryError, DiscoveryFault, Random, ServerFault};

#[derive(Debug, Clone)]
pub(crate) struct ControllerAddress {
    /// Its host is the name that the certificate must have.
    pub(crate) url: Url,
    /// Its addresses, if known; otherwise its name is resolved.
    pub(crate) addresses: Vec<IpAddr>,
    /// Whether it is in the operator's site, or no site is configured.
    pub(crate) near: bool,
    /// Whether DNS lists it as the PDC emulator.
    pub(crate) pdc_emulator: bool,
}

impl ControllerAddress {
    pub(super) fn new(url: Url, addresses: Vec<IpAddr>) -> Self {
        Self { url, addresses, near: true, pdc_emulator: false }
    }

    /// Its name, or its address without the brackets of a URL.
    pub(crate) fn name(&self) -> &str {
        without_brackets(self.url.host_str().unwrap_or_default())
    }
}

#[derive(Debug, Clone, Default)]
pub(crate) struct ControllerList {
    /// In the order in which they are tried.
    pub(crate) list: Vec<ControllerAddress>,
    /// Those that must not be used, and why.
    pub(crate) refused: Vec<(String, ServerFault)>,
    /// The configured site if it has none: its name may be misspelt.
    pub(crate) unknown_site: Option<String>,
}

/// Lists the controllers; by DNS in one round trip.
pub(crate) async fn find(settings: &DirectorySettings, random: &dyn Random) -> Result<ControllerList> {
    if let Some(domain) = settings.discovered() {
        return discover(domain, settings, random).await;
    }
    let servers = settings.servers.iter().cloned();
    let list = servers.map(|url| ControllerAddress::new(url, vec![]));
    Ok(ControllerList { list: list.collect(), ..ControllerList::default() })
}

async fn discover(domain: &Domain, settings: &DirectorySettings, random: &dyn Random) -> Result<ControllerList> {
    let Domain { name, site, first, resolver } = domain;
    let ask = async |service: String| resolver.srv(&service, settings.timeout, random).await;
    let (all, near, emulator) = tokio::join!(
        ask(format!("_ldap._tcp.dc._msdcs.{name}")),
        async {
            match site {
                Some(site) => ask(format!("_ldap._tcp.{site}._sites.dc._msdcs.{name}")).await,
                None => Ok(Servers::default()),
            }
        },
        // It decides when controllers disagree, so it is wanted even where the nearest is tried first.
        ask(format!("_ldap._tcp.pdc._msdcs.{name}")),
    );
    let all = all.map_err(|why| DirectoryError::Undiscovered { domain: name.clone(), why: undiscovered(name, why) })?;
    let unknown_site = site.clone().filter(|_| matches!(near, Err(NoServers::NoRecord { .. })));
    let mut found = ControllerList { unknown_site, ..ControllerList::default() };
    let (near, emulator) = (near.unwrap_or_default(), emulator.unwrap_or_default());
    let names = |servers: &Servers| -> Vec<String> { servers.records.iter().map(|one| one.target.clone()).collect() };
    let (near_names, emulators) = (names(&near), names(&emulator));
    let sources = match first {
        First::PdcEmulator => [emulator, near, all],
        First::Nearest => [near, all, emulator],
    };
    for servers in sources {
        found.add(servers, name, random);
    }
    for controller in &mut found.list {
        let is_in = |names: &[String]| names.iter().any(|name| name == controller.name());
        (controller.near, controller.pdc_emulator) = (near_names.is_empty() || is_in(&near_names), is_in(&emulators));
    }
    Ok(found)
}

impl ControllerList {
    /// Adds those that are not listed yet.
    fn add(&mut self, Servers { records, mut addresses }: Servers, domain: &str, random: &dyn Random) {
        for record in by_priority_and_weight(records, |bound| below(bound, random)) {
            let is_known = self.list.iter().any(|known| known.name() == record.target)
                || self.refused.iter().any(|(known, _)| *known == record.target);
            if is_known {
                continue;
            }
            // An attacker who answers for DNS could name a server with a certificate of its own, so only names below
            // the configured domain are believed (RFC 6125, 6.2.1: the reference comes from the user).
            if !is_below(&record.target, domain) {
                self.refused.push((record.target, ServerFault::OutsideDomain { domain: domain.to_owned() }));
                continue;
            }
            let addresses = addresses.remove(&record.target).unwrap_or_default();
            self.list.extend(url(&record).map(|url| ControllerAddress::new(url, addresses)));
        }
    }
}

/// The record says where LDAP is served: at its usual port a controller also serves LDAPS, at any other it has
/// StartTLS.
fn url(Srv { target, port, .. }: &Srv) -> Option<Url> {
    let url = if *port == 389 { format!("ldaps://{target}") } else { format!("ldap://{target}:{port}") };
    Url::parse(&url).ok()
}

pub(super) fn is_below(name: &str, domain: &str) -> bool {
    name.strip_suffix(&domain.to_lowercase()).is_some_and(|rest| rest.ends_with('.'))
}

fn undiscovered(domain: &str, why: NoServers) -> DiscoveryFault {
    match why {
        NoServers::NoAnswer(text) => DiscoveryFault::NoAnswer { text },
        NoServers::NoRecord { zone: Some(zone) } if zone != domain.to_lowercase() && !is_below(&zone, domain) => {
            DiscoveryFault::NoSuchDomain { zone }
        }
        NoServers::NoRecord { .. } => DiscoveryFault::NoControllers,
    }
}

/// A number below `bound`. Without randomness 0 will do: the order is no secret.
fn below(bound: u64, random: &dyn Random) -> u64 {
    let mut bytes = [0; 8];
    match random.fill(&mut bytes) {
        Ok(()) => u64::from_le_bytes(bytes) % bound.max(1),
        Err(_) => 0,
    }
}
