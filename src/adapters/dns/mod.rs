//! DNS: the servers of a domain's service (SRV records, RFC 2782) and their addresses. Asks the system's name servers,
//! or those it is given.

mod exchange;
#[cfg(test)]
mod fake;
mod message;
mod system;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use futures_util::future::join_all;

use message::RecordType;

use super::plain_text;
use super::trace::TracedRequest;
use crate::domain::srv::Srv;
use crate::ports::Random;

/// The name servers to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolver {
    /// Those of the system: `/etc/resolv.conf`, or Windows' network adapters.
    System,
    /// These.
    At(Vec<SocketAddr>),
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Servers {
    pub(super) records: Vec<Srv>,
    /// The addresses of some of them, which came with the answer.
    pub(super) addresses: BTreeMap<String, Vec<IpAddr>>,
}

/// Why no server was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoServers {
    /// The name does not exist, or has no such record. With the zone, when the answer names it.
    NoRecord { zone: Option<String> },
    /// No name server gave a usable answer. With their errors.
    NoAnswer(String),
}

impl Resolver {
    /// Asks for the SRV records of `name`, for at most `limit`.
    pub(super) async fn srv(&self, name: &str, limit: Duration, random: &dyn Random) -> Result<Servers, NoServers> {
        self.ask(RecordType::Srv, name, limit, random).await
    }

    /// Asks for the addresses of the host `name`, for at most `limit`; empty when DNS has none.
    pub(super) async fn addresses(&self, name: &str, limit: Duration, random: &dyn Random) -> Vec<IpAddr> {
        let asked = [RecordType::V6, RecordType::V4].map(|wanted| self.ask(wanted, name, limit, random));
        let told = join_all(asked).await.into_iter().flatten();
        told.flat_map(|servers| servers.addresses.into_values().flatten()).collect()
    }

    async fn ask(
        &self,
        wanted: RecordType,
        name: &str,
        limit: Duration,
        random: &dyn Random,
    ) -> Result<Servers, NoServers> {
        let servers = match self {
            Self::System => system::name_servers().map_err(|error| NoServers::NoAnswer(plain_text(&error)))?,
            Self::At(servers) => servers.clone(),
        };
        let mut number = [0; 4];
        random.fill(&mut number).map_err(|error| NoServers::NoAnswer(error.to_string()))?;
        let query = message::DnsQuery::new(u16::from_be_bytes([number[0], number[1]]), wanted, name)
            .ok_or_else(|| NoServers::NoAnswer(format!("{name}: not a name")))?;
        let asked = TracedRequest::connection("DNS", || format!("{wanted:?} {name}"));
        let answer = exchange::ask(&servers, &query, limit).await;
        answer.inspect(|found| {
            asked.ended(format_args!("{} servers, {} addresses", found.records.len(), found.addresses.len()))
        })
    }
}
