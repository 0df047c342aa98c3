//! Finds which certificate of a chain is at fault, and why. Only explains: the verdict has been given.

use jiff::Timestamp;
use rustls::CertificateError;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use sha2::{Digest, Sha256};
use x509_parser::asn1_rs::{Oid, oid};
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate};
use x509_parser::public_key::PublicKey;

use super::authorities::Authorities;
use crate::domain::fingerprint::Fingerprint;
use crate::ports::{CertificateContent, CertificateFault, CertificatePlace, PresentedCertificate, WhyUntrusted};

/// The shortest RSA key that is accepted, in bits.
const RSA_BITS: usize = 2048;

/// How much of a name is kept, and how many names: more helps nobody to compare two certificates.
const LONGEST_NAME: usize = 200;
const MOST_NAMES: usize = 8;

/// What a server presents, and whom we trust.
pub(super) struct Chain<'a> {
    pub(super) server: &'a CertificateDer<'a>,
    pub(super) others: &'a [CertificateDer<'a>],
    pub(super) authorities: &'a Authorities,
}

impl Chain<'_> {
    /// Why the verifier refused it.
    pub(super) fn diagnose(&self, error: &CertificateError, name: &ServerName<'_>, now: UnixTime) -> CertificateFault {
        let Some(server) = parsed(self.server) else {
            return self.fault(CertificatePlace::Server, WhyUntrusted::Unreadable);
        };
        let now = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        let server_is = |why| (CertificatePlace::Server, why);
        let found = match error {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                self.first(|one| (one.validity().not_after.timestamp() < now).then_some(WhyUntrusted::Expired))
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                self.first(|one| (one.validity().not_before.timestamp() > now).then_some(WhyUntrusted::NotValidYet))
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Some(server_is(match names(&server).is_empty() {
                    true => WhyUntrusted::NoNames,
                    false => WhyUntrusted::WrongName { expected: name.to_str().into_owned() },
                }))
            }
            CertificateError::UnknownIssuer => Some(server_is(self.issuer(&server))),
            CertificateError::Revoked => Some(server_is(WhyUntrusted::Revoked)),
            CertificateError::BadSignature => {
                let issuers = || self.issuers().find_map(|der| weak_key(&parsed(der)?));
                let issuer = || issuers().map(|why| (CertificatePlace::Issuer, why));
                self.first(weak_key).or_else(issuer).or_else(|| Some(server_is(WhyUntrusted::WrongSigner)))
            }
            #[allow(deprecated)]
            CertificateError::UnsupportedSignatureAlgorithm
            | CertificateError::UnsupportedSignatureAlgorithmContext { .. }
            | CertificateError::UnsupportedSignatureAlgorithmForPublicKeyContext { .. } => {
                self.first(weak_signature).or_else(|| Some(server_is(WhyUntrusted::UnknownAlgorithm)))
            }
            CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => self.first(purpose),
            _ => None,
        };
        let found = found.or_else(|| self.first(form)).or_else(|| self.not_authority());
        let (place, why) = found.unwrap_or_else(|| server_is(self.otherwise(&server)));
        self.fault(place, why)
    }

    /// The fault of the certificate in this place.
    pub(super) fn fault(&self, place: CertificatePlace, why: WhyUntrusted) -> CertificateFault {
        let der = match place {
            CertificatePlace::Server => Some(self.server),
            CertificatePlace::Chain(number) => number.checked_sub(2).and_then(|n| self.others.get(n)),
            CertificatePlace::Issuer => self.issuers().find(|der| parsed(der).as_ref().and_then(weak_key).is_some()),
        };
        let certificate = presented(der.unwrap_or(self.server));
        CertificateFault { why, place, certificate, unread: self.authorities.unread.clone() }
    }

    /// The first certificate with a fault among those that the server sent.
    fn first(
        &self,
        fault: impl Fn(&X509Certificate<'_>) -> Option<WhyUntrusted>,
    ) -> Option<(CertificatePlace, WhyUntrusted)> {
        let others = self.others.iter().enumerate().map(|(n, der)| (CertificatePlace::Chain(n + 2), der));
        let mut sent = [(CertificatePlace::Server, self.server)].into_iter().chain(others);
        sent.find_map(|(place, der)| Some((place, fault(&parsed(der)?)?)))
    }

    /// The trusted certificates that may have issued one of those sent.
    fn issuers(&self) -> impl Iterator<Item = &CertificateDer<'static>> {
        let sent = [self.server].into_iter().chain(self.others).filter_map(|der| parsed(der));
        let named: Vec<Vec<u8>> = sent.map(|one| one.issuer().as_raw().to_vec()).collect();
        let has_issued = move |one: X509Certificate<'_>| named.iter().any(|name| one.subject().as_raw() == &name[..]);
        self.authorities.certificates.iter().filter(move |der| parsed(der).is_some_and(&has_issued))
    }

    /// Where the chain ends.
    fn issuer(&self, server: &X509Certificate<'_>) -> WhyUntrusted {
        if is_self_signed(server) {
            return WhyUntrusted::SelfSigned;
        }
        let mut last = server.issuer().clone();
        let others: Vec<_> = self.others.iter().filter_map(|der| parsed(der)).collect();
        // Each step takes another certificate, so that a chain in a circle ends as well.
        for _ in &others {
            let next = others.iter().find(|one| one.subject().as_raw() == last.as_raw() && !is_self_signed(one));
            let Some(next) = next else { break };
            last = next.issuer().clone();
        }
        WhyUntrusted::UnknownIssuer { issuer: shortened(&last.to_string()) }
    }

    /// The first certificate sent as an issuer that may not be one there (RFC 5280, 4.2.1.9).
    fn not_authority(&self) -> Option<(CertificatePlace, WhyUntrusted)> {
        let place = self.others.iter().zip(0..).find_map(|(der, authorities_below)| {
            let one = parsed(der)?;
            let constraints = one.basic_constraints().ok()?.map(|found| found.value);
            let may_issue = constraints.is_some_and(|found| {
                found.ca && found.path_len_constraint.is_none_or(|most| authorities_below <= most)
            });
            (!may_issue).then_some(CertificatePlace::Chain(usize::try_from(authorities_below).ok()? + 2))
        });
        place.map(|place| (place, WhyUntrusted::Malformed))
    }

    /// What the verifier has no name for.
    fn otherwise(&self, server: &X509Certificate<'_>) -> WhyUntrusted {
        let is_trusted = self.authorities.certificates.iter().any(|der| *der == *self.server);
        match (is_self_signed(server), server.is_ca()) {
            (true, _) if !is_trusted => WhyUntrusted::SelfSigned,
            (_, true) => WhyUntrusted::AuthorityAsServer,
            _ => WhyUntrusted::Malformed,
        }
    }
}

/// Why a server could not prove to have the key of its certificate.
pub(super) fn unproven(der: &CertificateDer<'_>, error: &CertificateError) -> CertificateFault {
    let why = parsed(der).map_or(WhyUntrusted::Unreadable, |server| {
        weak_key(&server).or_else(|| version(&server)).unwrap_or(match error {
            CertificateError::BadSignature => WhyUntrusted::NotItsKey,
            CertificateError::BadEncoding | CertificateError::Other(_) => WhyUntrusted::Malformed,
            _ => WhyUntrusted::UnknownAlgorithm,
        })
    });
    CertificateFault { why, place: CertificatePlace::Server, certificate: presented(der), unread: None }
}

/// The certificate as people compare it.
pub(in crate::adapters) fn presented(der: &[u8]) -> PresentedCertificate {
    let content = parsed(der).map(|certificate| CertificateContent {
        subject: shortened(&certificate.subject().to_string()),
        issuer: shortened(&certificate.issuer().to_string()),
        names: names(&certificate),
        // The last second of the year 9999 means "never" (RFC 5280, 4.1.2.5).
        from: Timestamp::from_second(certificate.validity().not_before.timestamp()).unwrap_or(Timestamp::MIN),
        until: Timestamp::from_second(certificate.validity().not_after.timestamp()).unwrap_or(Timestamp::MAX),
    });
    PresentedCertificate { sha256: fingerprint(der), content }
}

pub(super) fn fingerprint(der: &[u8]) -> Fingerprint {
    Fingerprint(Sha256::digest(der).into())
}

fn parsed(der: &[u8]) -> Option<X509Certificate<'_>> {
    X509Certificate::from_der(der).ok().map(|(_, certificate)| certificate)
}

fn names(certificate: &X509Certificate<'_>) -> Vec<String> {
    let Ok(Some(alternatives)) = certificate.subject_alternative_name() else { return vec![] };
    let name = |name: &GeneralName<'_>| match name {
        GeneralName::DNSName(name) => Some(shortened(name)),
        GeneralName::IPAddress(octets) => match (<[u8; 4]>::try_from(*octets), <[u8; 16]>::try_from(*octets)) {
            (Ok(v4), _) => Some(std::net::Ipv4Addr::from(v4).to_string()),
            (_, Ok(v6)) => Some(std::net::Ipv6Addr::from(v6).to_string()),
            _ => None,
        },
        _ => None,
    };
    let mut names: Vec<String> =
        alternatives.value.general_names.iter().filter_map(name).take(MOST_NAMES + 1).collect();
    if let Some(beyond) = names.get_mut(MOST_NAMES) {
        "…".clone_into(beyond);
    }
    names
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn is_self_signed(certificate: &X509Certificate<'_>) -> bool {
    certificate.issuer().as_raw() == certificate.subject().as_raw()
}

fn weak_key(certificate: &X509Certificate<'_>) -> Option<WhyUntrusted> {
    let Ok(PublicKey::RSA(key)) = certificate.public_key().parsed() else { return None };
    let bits = key.key_size();
    (bits < RSA_BITS).then(|| WhyUntrusted::WeakKey { bits: u32::try_from(bits).unwrap_or_default() })
}

/// Not of one signed by itself, whose signature proves nothing.
fn weak_signature(certificate: &X509Certificate<'_>) -> Option<WhyUntrusted> {
    // RSA with each (RFC 3279, 2.2.1; the second is OIW's), and ECDSA with SHA-1 (2.2.3).
    const WEAK: [(Oid<'_>, &str); 4] = [
        (oid!(1.2.840.113549.1.1.5), "SHA-1"),
        (oid!(1.3.14.3.2.29), "SHA-1"),
        (oid!(1.2.840.10045.4.1), "SHA-1"),
        (oid!(1.2.840.113549.1.1.4), "MD5"),
    ];
    let used = &certificate.signature_algorithm.algorithm;
    let (_, algorithm) = WEAK.into_iter().find(|(weak, _)| weak == used && !is_self_signed(certificate))?;
    Some(WhyUntrusted::WeakSignature { algorithm })
}

fn purpose(certificate: &X509Certificate<'_>) -> Option<WhyUntrusted> {
    let usage = certificate.extended_key_usage().ok()??;
    (!usage.value.server_auth).then_some(WhyUntrusted::NotForServers)
}

fn version(certificate: &X509Certificate<'_>) -> Option<WhyUntrusted> {
    let version = certificate.version().0;
    (version < 2).then_some(WhyUntrusted::OldVersion { version: version + 1 })
}

/// Other faults, for which the verifier has one name.
fn form(certificate: &X509Certificate<'_>) -> Option<WhyUntrusted> {
    version(certificate).or_else(|| purpose(certificate))
}
