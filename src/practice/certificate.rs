//! The practice controller's certificate, from an authority of its own; both are made when it starts.

use super::PracticeError;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use std::sync::Arc;

/// The first day on which a certificate no longer holds, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertificateEnd {
    /// From 1975.
    pub year: i32,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

impl CertificateEnd {
    /// As a controller's own certificate has it.
    pub fn two_years_after(now: Timestamp) -> Self {
        let date = TimeZone::UTC.to_datetime(now).date().saturating_add(2.years());
        Self { year: date.year().into(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
    }
}

impl Default for CertificateEnd {
    fn default() -> Self {
        Self { year: 4096, month: 1, day: 1 }
    }
}

/// A server's side of TLS, and the certificate (PEM) by which a client knows it.
pub(super) struct Identity {
    pub(super) tls: Arc<ServerConfig>,
    pub(super) ca_pem: String,
}

impl Identity {
    /// Makes a new one: ECDSA P-256, which takes less than a millisecond. rcgen dates certificates from 1975, so
    /// they hold whatever a test's clock says, up to `until`.
    pub(super) fn new(name: &str, until: CertificateEnd) -> Result<Self, PracticeError> {
        let mut authority = CertificateParams::default();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        authority.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        authority.distinguished_name.push(DnType::CommonName, "servicedesk practice directory");
        let authority_key = KeyPair::generate()?;
        let ca_pem = authority.self_signed(&authority_key)?.pem();
        let issuer = Issuer::new(authority, authority_key);

        let mut controller = CertificateParams::new([name.to_owned(), "127.0.0.1".to_owned()])?;
        controller.distinguished_name.push(DnType::CommonName, name);
        let CertificateEnd { year, month, day } = until;
        controller.not_after = rcgen::date_time_ymd(year, month, day);
        let key = KeyPair::generate()?;
        let certificate = controller.signed_by(&key, &issuer)?;

        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))?;
        Ok(Self { tls: Arc::new(tls), ca_pem })
    }
}
