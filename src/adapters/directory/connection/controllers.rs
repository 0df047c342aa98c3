//! Which controllers there are, in the order in which they are tried: those of the settings, or those that DNS tells
//! of (MS-ADTS 6.3.2.3), the operator's site first. Connects to none.

use std::net::IpAddr;

use url::Url;

use super::Settings;
use crate::adapters::dns::{NoServers, Resolver, Servers};
use crate::domain::srv::{Srv, in_order};
use crate::ports::{DirectoryError, DiscoveryFault, Random, ServerFault};

/// A domain whose controllers DNS tells of.
#[derive(Debug, Clone)]
pub struct Domain {
    /// Its DNS name.
    pub name: String,
    /// The operator's site: its controllers are tried first. A name in the settings, for that is sure and costs
    /// nothing; a controller could only tell it when asked before all others (MS-ADTS 6.3.3).
    pub site: Option<String>,
    /// Which of them is tried before all others.
    pub first: First,
    /// Who is asked.
    pub resolver: Resolver,
}

/// Which controller is tried before all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The nearest, which is enough to look something up.
    Nearest,
    /// The PDC emulator, where passwords and locks are decided (MS-ADTS 3.1.1.1.11): what changes there is known there
    /// at once, and a controller that knows no better asks it.
    PdcEmulator,
}

/// One controller.
#[derive(Debug, Clone)]
pub(super) struct Controller {
    /// Its name is what its certificate must be for.
    pub(super) url: Url,
    /// Where it is, if that is known; else its name is looked up.
    pub(super) addresses: Vec<IpAddr>,
    /// It is in the operator's site, or no site is configured.
    pub(super) near: bool,
    /// DNS says that it is the PDC emulator.
    pub(super) pdc_emulator: bool,
}

impl Controller {
    pub(super) fn name(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }
}

/// The controllers.
#[derive(Debug, Clone, Default)]
pub(super) struct Controllers {
    /// In the order in which they are tried.
    pub(super) list: Vec<Controller>,
    /// Those that must not be used, and why.
    pub(super) refused: Vec<(String, ServerFault)>,
    /// The configured site has none: its name may be misspelt.
    pub(super) unknown_site: Option<String>,
}

/// Finds them; by DNS in one round trip.
pub(super) async fn find(settings: &Settings, random: &dyn Random) -> Result<Controllers, DirectoryError> {
    if let (true, Some(domain)) = (settings.servers.is_empty(), &settings.domain) {
        return discover(domain, settings, random).await;
    }
    let list = settings.servers.iter().map(|url| Controller {
        url: url.clone(),
        addresses: vec![],
        near: true,
        pdc_emulator: false,
    });
    Ok(Controllers { list: list.collect(), ..Controllers::default() })
}

async fn discover(domain: &Domain, settings: &Settings, random: &dyn Random) -> Result<Controllers, DirectoryError> {
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
        // It decides, so that it is wanted even where the nearest is asked first: they may disagree.
        ask(format!("_ldap._tcp.pdc._msdcs.{name}")),
    );
    let all = all.map_err(|why| DirectoryError::Undiscovered { domain: name.clone(), why: undiscovered(name, why) })?;
    let unknown_site = site.clone().filter(|_| matches!(near, Err(NoServers::NoRecord { .. })));
    let mut found = Controllers { unknown_site, ..Controllers::default() };
    let near = near.unwrap_or_default();
    let is_near = |target: &str| near.records.is_empty() || near.records.iter().any(|record| record.target == target);
    let emulator = emulator.unwrap_or_default();
    let targets: Vec<String> = emulator.records.iter().map(|record| record.target.clone()).collect();
    let in_order = match first {
        First::PdcEmulator => [emulator, near.clone(), all],
        First::Nearest => [near.clone(), all, emulator],
    };
    for servers in in_order {
        found.add(servers, name, random, is_near);
    }
    found
        .list
        .iter_mut()
        .for_each(|controller| controller.pdc_emulator = targets.iter().any(|name| name == controller.name()));
    Ok(found)
}

impl Controllers {
    /// Adds those that are not here already.
    fn add(
        &mut self,
        Servers { records, mut addresses }: Servers,
        domain: &str,
        random: &dyn Random,
        is_near: impl Fn(&str) -> bool,
    ) {
        for record in in_order(records, |bound| below(bound, random)) {
            let is_known = self.list.iter().any(|known| known.name() == record.target)
                || self.refused.iter().any(|(known, _)| *known == record.target);
            if is_known {
                continue;
            }
            // Whoever can answer for DNS could name any server with a certificate of its own. Only names below the
            // domain that was configured are believed (RFC 6125, 6.2.1: the reference comes from the user).
            if !is_below(&record.target, domain) {
                self.refused.push((record.target, ServerFault::OutsideDomain { domain: domain.to_owned() }));
                continue;
            }
            let addresses = addresses.remove(&record.target).unwrap_or_default();
            let near = is_near(&record.target);
            self.list.extend(url(&record).map(|url| Controller { url, addresses, near, pdc_emulator: false }));
        }
    }
}

/// The record tells where LDAP is spoken: at its usual port a controller has LDAPS beside it, at any other it has
/// StartTLS.
fn url(Srv { target, port, .. }: &Srv) -> Option<Url> {
    let url = if *port == 389 { format!("ldaps://{target}") } else { format!("ldap://{target}:{port}") };
    Url::parse(&url).ok()
}

fn is_below(name: &str, domain: &str) -> bool {
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

/// A number below `bound`. Without randomness the first will do: nothing here is a secret.
fn below(bound: u64, random: &dyn Random) -> u64 {
    let mut bytes = [0; 8];
    match random.fill(&mut bytes) {
        Ok(()) => u64::from_le_bytes(bytes) % bound.max(1),
        Err(_) => 0,
    }
}
