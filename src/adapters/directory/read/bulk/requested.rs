//! Which queries an entry answers. Assigned here and not by the server, whose comparison is looser: to Windows, å is a.

use std::collections::{HashMap, HashSet};

use crate::adapters::directory::LdapEntry;
use crate::adapters::directory::read::query::OWN_ADDRESSES;
use crate::domain::query::Query;

/// What some queries name, each with the places of the queries that do.
#[derive(Default)]
pub(super) struct Requested {
    names: HashMap<String, Vec<usize>>,
    addresses: HashMap<String, Vec<usize>>,
}

impl Requested {
    pub(super) fn new(queries: &[Query], dns_domain: &str) -> Self {
        let mut requested = Self::default();
        for (place, query) in queries.iter().enumerate() {
            let mut name = |name: &str| requested.names.entry(name.to_lowercase()).or_default().push(place);
            match query {
                Query::InDomain { name: user, .. } | Query::NameOrPhone { name: user, .. } => name(user.as_str()),
                Query::Words(word) => name(word),
                Query::Phone(_) | Query::PersonalNumber(_) => {}
                Query::Address(address) => {
                    name(address);
                    if let Some((user, domain)) = address.split_once('@')
                        && domain.eq_ignore_ascii_case(dns_domain)
                    {
                        name(user);
                    }
                    requested.addresses.entry(address.to_lowercase()).or_default().push(place);
                }
            }
        }
        requested
    }

    pub(super) fn has_addresses(&self) -> bool {
        !self.addresses.is_empty()
    }

    /// The places of the queries that name this entry.
    pub(super) fn places(&self, entry: &LdapEntry) -> HashSet<usize> {
        let name = entry.text("sAMAccountName").and_then(|name| self.names.get(&name.to_lowercase()));
        let addresses = OWN_ADDRESSES.iter().flat_map(|attribute| entry.all(attribute));
        let addresses = addresses.filter_map(|value| self.addresses.get(&value.trim().to_lowercase()));
        name.into_iter().chain(addresses).flatten().copied().collect()
    }
}
