//! TLS as a client: which certificates are trusted, and why a connection failed. Verification cannot be turned off.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{CertificateError, ClientConfig, RootCertStore};

use crate::config::Optional;
use crate::ports::ServerFault;

/// The authorities that may sign a certificate.
#[derive(Debug, Clone)]
pub enum Trust {
    /// Those the operating system trusts.
    System,
    /// The certificates in this PEM file, and no others.
    File(PathBuf),
    /// These certificates, in PEM, and no others.
    Pem(String),
}

impl Trust {
    /// The certificates in the file, or the system's when none is named.
    pub(crate) fn read(ca_file: &Optional<PathBuf>) -> Self {
        ca_file.value().map_or(Self::System, |path| Self::File(path.clone()))
    }
}

/// TLS settings that accept only certificates signed by `trust`.
pub(super) fn client_config(trust: &Trust) -> Result<Arc<ClientConfig>, ServerFault> {
    let unusable = |what: String| ServerFault::Other(what);
    let mut roots = RootCertStore::empty();
    match trust {
        Trust::System => {
            // One unreadable certificate among a hundred is no reason to distrust the others.
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
        Trust::File(path) => {
            let broken = |error: &dyn std::fmt::Display| unusable(format!("{}: {error}", path.display()));
            for certificate in CertificateDer::pem_file_iter(path).map_err(|e| broken(&e))? {
                roots.add(certificate.map_err(|e| broken(&e))?).map_err(|e| broken(&e))?;
            }
        }
        Trust::Pem(pem) => {
            for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
                let certificate = certificate.map_err(|e| unusable(e.to_string()))?;
                roots.add(certificate).map_err(|e| unusable(e.to_string()))?;
            }
        }
    }
    if roots.is_empty() {
        return Err(unusable(match trust {
            Trust::File(path) => format!("{}: no certificate in this file", path.display()),
            Trust::System | Trust::Pem(_) => "no trusted certificate found".to_owned(),
        }));
    }
    // The provider is named so that nothing depends on what else in the process uses TLS.
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| unusable(e.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// What a failed connection means: the TLS library hides its reasons inside I/O errors.
pub(super) fn reach(error: &io::Error, expected_name: &str) -> ServerFault {
    let tls = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match tls {
        Some(rustls::Error::InvalidCertificate(certificate)) => match certificate {
            CertificateError::UnknownIssuer => ServerFault::Untrusted,
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                ServerFault::WrongName { expected: expected_name.to_owned() }
            }
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. } => ServerFault::CertificateTime,
            other => ServerFault::Other(format!("{other:?}")),
        },
        Some(other) => ServerFault::Other(other.to_string()),
        None => match error.kind() {
            io::ErrorKind::ConnectionRefused => ServerFault::Refused,
            io::ErrorKind::TimedOut => ServerFault::TimedOut,
            io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::UnexpectedEof => ServerFault::HungUp,
            _ => ServerFault::Other(error.to_string()),
        },
    }
}
