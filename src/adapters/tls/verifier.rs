//! Decides whether a server is the right one, by its chain or by its fingerprint, and keeps the reason when it is not.

use std::sync::{Arc, Mutex};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{WebPkiSupportedAlgorithms, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, Error, OtherError, SignatureScheme};

use super::authorities::Authorities;
use super::diagnosis::{Chain, fingerprint, unproven};
use crate::domain::fingerprint::Fingerprint;
use crate::ports::{CertificateFault, CertificatePlace, WhyUntrusted};

#[derive(Debug)]
pub(super) enum Rule {
    /// The chain must lead to a trusted authority, and the name must match.
    Chain(Arc<dyn ServerCertVerifier>),
    /// The server's own certificate must be one of these.
    Pinned(Vec<Fingerprint>),
}

/// Under either rule the server must prove to have the key of its certificate.
#[derive(Debug)]
pub(super) struct Verifier {
    pub(super) rule: Rule,
    pub(super) algorithms: WebPkiSupportedAlgorithms,
    /// The trusted ones, where known; for explanations only.
    pub(super) authorities: Arc<Authorities>,
    /// Where the certificates that the server sent are noted, its own first.
    pub(super) sent: Option<SentChain>,
}

/// What a server sent, in DER.
pub(crate) type SentChain = Arc<Mutex<Vec<Vec<u8>>>>;

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if let Some(Ok(mut sent)) = self.sent.as_ref().map(|sent| sent.lock()) {
            *sent = std::iter::once(end_entity).chain(intermediates).map(|certificate| certificate.to_vec()).collect();
        }
        let chain = Chain { server: end_entity, others: intermediates, authorities: &self.authorities };
        let fault = match &self.rule {
            Rule::Pinned(pins) if pins.contains(&fingerprint(end_entity)) => {
                return Ok(ServerCertVerified::assertion());
            }
            Rule::Pinned(_) => chain.fault(CertificatePlace::Server, WhyUntrusted::NotPinned),
            Rule::Chain(rule) => {
                match rule.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now) {
                    Err(Error::InvalidCertificate(error)) => chain.diagnose(&error, server_name, now),
                    decided => return decided,
                }
            }
        };
        Err(as_error(fault))
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signature, &self.algorithms)
            .map_err(|error| explained(error, certificate))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signature, &self.algorithms)
            .map_err(|error| explained(error, certificate))
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

fn explained(error: Error, certificate: &CertificateDer<'_>) -> Error {
    match error {
        Error::InvalidCertificate(error) => as_error(unproven(certificate, &error)),
        other => other,
    }
}

fn as_error(fault: CertificateFault) -> Error {
    Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(fault))))
}
