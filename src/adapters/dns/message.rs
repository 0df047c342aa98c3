//! DNS messages (RFC 1035, 4): builds a question for the records of a name, and reads its answer. Sends nothing.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use simple_dns::rdata::RData;
use simple_dns::{CLASS, Name, Packet, PacketFlag, QTYPE, Question, RCODE, ResourceRecord, TYPE};

use super::{NoServers, Servers};
use crate::domain::srv::Srv;

pub(super) struct DnsQuery {
    number: u16,
    name: String,
    wanted: RecordType,
    pub(super) bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordType {
    /// The servers of a service.
    Srv,
    /// A host's IPv4 addresses (A).
    V4,
    /// A host's IPv6 addresses (AAAA, RFC 3596).
    V6,
}

/// What a packet is to a question.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum DnsAnswer {
    /// Not an answer to it: a stray, or a forgery.
    Stray,
    /// Truncated: ask over TCP (RFC 1035, 4.2.1).
    Cut,
    /// The code of a server that could not or would not answer.
    Refused(String),
    /// The answer.
    Whole(Result<Servers, NoServers>),
}

impl DnsQuery {
    /// For these records of `name`; `None` when that is not a name. Without EDNS (RFC 6891), which not every server of
    /// a domain takes: an answer of over 512 bytes costs a question over TCP.
    pub(super) fn new(number: u16, wanted: RecordType, name: &str) -> Option<Self> {
        // The library leaves empty labels out, and no answer would be to the name that was asked for.
        if name.strip_suffix('.').unwrap_or(name).split('.').any(str::is_empty) {
            return None;
        }
        let mut packet = Packet::new_query(number);
        packet.set_flags(PacketFlag::RECURSION_DESIRED);
        packet.questions.push(Question::new(Name::new(name).ok()?, wanted.kind().into(), CLASS::IN.into(), false));
        let bytes = packet.build_bytes_vec().ok()?;
        Some(Self { number, name: name.to_owned(), wanted, bytes })
    }

    /// Reads `bytes` as an answer to it.
    pub(super) fn read(&self, bytes: &[u8]) -> DnsAnswer {
        let Ok(packet) = Packet::parse(bytes) else { return DnsAnswer::Stray };
        let [question] = packet.questions.as_slice() else { return DnsAnswer::Stray };
        let ours = packet.id() == self.number
            && packet.has_flags(PacketFlag::RESPONSE)
            && question.qtype == QTYPE::TYPE(self.wanted.kind())
            && question.qname.to_string().eq_ignore_ascii_case(&self.name);
        if !ours {
            return DnsAnswer::Stray;
        }
        if packet.has_flags(PacketFlag::TRUNCATION) {
            return DnsAnswer::Cut;
        }
        match packet.rcode() {
            RCODE::NoError | RCODE::NameError => DnsAnswer::Whole(match self.wanted {
                RecordType::Srv => servers(&packet),
                RecordType::V4 | RecordType::V6 => self.host(&packet),
            }),
            code => DnsAnswer::Refused(format!("{code:?}")),
        }
    }

    /// The host's addresses. They may have another name that is the host's own (CNAME).
    fn host(&self, packet: &Packet<'_>) -> Result<Servers, NoServers> {
        let addresses: Vec<IpAddr> = packet.answers.iter().filter_map(address).collect();
        if addresses.is_empty() {
            return Err(none(packet));
        }
        Ok(Servers { records: vec![], addresses: [(self.name.clone(), addresses)].into() })
    }
}

impl RecordType {
    fn kind(self) -> TYPE {
        match self {
            Self::Srv => TYPE::SRV,
            Self::V4 => TYPE::A,
            Self::V6 => TYPE::AAAA,
        }
    }
}

fn servers(packet: &Packet<'_>) -> Result<Servers, NoServers> {
    let records: Vec<Srv> = packet
        .answers
        .iter()
        .filter_map(|record| match &record.rdata {
            RData::SRV(srv) => Some(Srv {
                priority: srv.priority,
                weight: srv.weight,
                port: srv.port,
                target: host_name(&srv.target)?,
            }),
            _ => None,
        })
        .collect();
    if records.is_empty() {
        return Err(none(packet));
    }
    let mut addresses: BTreeMap<String, Vec<IpAddr>> = BTreeMap::new();
    for record in &packet.additional_records {
        if let (Some(address), Some(name)) = (address(record), host_name(&record.name)) {
            addresses.entry(name).or_default().push(address);
        }
    }
    Ok(Servers { records, addresses })
}

fn address(record: &ResourceRecord<'_>) -> Option<IpAddr> {
    match &record.rdata {
        RData::A(a) => Some(Ipv4Addr::from(a.address).into()),
        RData::AAAA(aaaa) => Some(Ipv6Addr::from(aaaa.address).into()),
        _ => None,
    }
}

fn none(packet: &Packet<'_>) -> NoServers {
    let zone = packet.name_servers.iter().find(|record| matches!(record.rdata, RData::SOA(_)));
    NoServers::NoRecord { zone: zone.map(|record| record.name.to_string().to_lowercase()) }
}

/// A name that a host can have (RFC 1123, 2.1, and the underscore that Windows allows). Anything else in DNS is not a
/// server, and could be harmful on a terminal. "." means that there is no server (RFC 2782).
fn host_name(name: &Name<'_>) -> Option<String> {
    let name = name.to_string().to_lowercase();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (!name.is_empty() && name.chars().all(fits)).then_some(name)
}
