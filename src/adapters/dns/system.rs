//! The addresses of the system's name servers.

use std::io;
use std::net::{IpAddr, SocketAddr};

/// Their port (RFC 1035, 4.2).
const PORT: u16 = 53;

/// In the order in which the system asks them.
#[cfg(not(windows))]
pub(super) fn name_servers() -> io::Result<Vec<SocketAddr>> {
    let path = "/etc/resolv.conf";
    let text = std::fs::read_to_string(path).map_err(|error| io::Error::other(format!("{path}: {error}")))?;
    let mut servers = listed(&text);
    if servers.is_empty() {
        // resolv.conf(5): the default is the one on this machine.
        servers.push(IpAddr::from([127, 0, 0, 1]));
    }
    Ok(servers.into_iter().map(|server| SocketAddr::from((server, PORT))).collect())
}

/// The `nameserver` lines of a resolv.conf(5). An address with a zone (`fe80::1%eth0`) is passed over.
#[cfg(not(windows))]
fn listed(text: &str) -> Vec<IpAddr> {
    let words = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    words
        .filter_map(|words| matches!(words.first(), Some(&"nameserver")).then(|| words.get(1)?.parse().ok())?)
        .collect()
}

/// Of the network adapters that are up.
#[cfg(windows)]
pub(super) fn name_servers() -> io::Result<Vec<SocketAddr>> {
    // Windows lists these placeholders when none is set (RFC 3879).
    let is_placeholder = |server: &IpAddr| matches!(server, IpAddr::V6(v6) if v6.segments()[0] == 0xfec0);
    let adapters = ipconfig::get_adapters().map_err(io::Error::other)?;
    let up = adapters.iter().filter(|adapter| adapter.oper_status() == ipconfig::OperStatus::IfOperStatusUp);
    let servers: Vec<SocketAddr> = up
        .flat_map(|adapter| adapter.dns_servers())
        .filter(|server| !is_placeholder(server))
        .map(|server| SocketAddr::from((*server, PORT)))
        .collect();
    if servers.is_empty() { Err(io::Error::other("no network adapter has a name server")) } else { Ok(servers) }
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    #[test]
    fn the_lines_that_name_a_server() {
        let text = "# nameserver 192.0.2.1\nsearch example.se\nnameserver 192.0.2.53\n\nnameserver\tfd00::53 # ours\n\
            nameserver fe80::1%eth0\nnameservers 192.0.2.2\noptions edns0\n";
        let expected: [IpAddr; 2] = ["192.0.2.53".parse().unwrap(), "fd00::53".parse().unwrap()];
        assert_eq!(listed(text), expected);
    }
}
