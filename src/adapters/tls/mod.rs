//! TLS as a client: which certificates are trusted, and why a connection failed. Verification cannot be turned off.

mod authorities;
mod diagnosis;
#[cfg(test)]
mod tests;
mod verifier;

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::{AlertDescription, CertificateError, ClientConfig, OtherError, PeerIncompatible, RootCertStore};

pub use self::authorities::Authorities;
pub(super) use self::diagnosis::presented;
use self::verifier::{Rule, SentChain, Verifier};
use crate::config::{CaFault, Optional, Problem};
use crate::domain::fingerprint::Fingerprint;
use crate::ports::{CertificateFault, ServerFault, UnreadCertificates};

/// Which certificates are trusted.
#[derive(Debug, Clone)]
pub enum Trust {
    /// Those signed by the authorities that the operating system trusts.
    System,
    /// Those signed by these, and no others.
    Authorities(Arc<Authorities>),
    /// Those signed by these, in PEM, and no others.
    Pem(String),
    /// Servers' own certificates with these fingerprints, whatever their names and dates, and no others.
    Pinned(Vec<Fingerprint>),
}

impl Trust {
    /// The certificates in the file, or the system's when none is named.
    ///
    /// # Errors
    /// [`Problem::CaFile`].
    pub(crate) fn read(ca_file: &Optional<PathBuf>) -> Result<Self, Problem> {
        let Some(setting) = ca_file.get() else { return Ok(Self::System) };
        Self::file(&setting.value).map_err(|fault| Problem::CaFile {
            key: setting.key,
            origin: setting.origin.clone(),
            path: setting.value.clone(),
            fault,
        })
    }

    /// The certificates in the file.
    ///
    /// # Errors
    /// [`CaFault`] when there is no usable certificate in it.
    pub fn file(path: &Path) -> Result<Self, CaFault> {
        Authorities::file(path).map(|authorities| Self::Authorities(Arc::new(authorities)))
    }

    /// The certificates in the file that are damaged.
    pub(super) fn unread(&self) -> Option<&UnreadCertificates> {
        match self {
            Self::Authorities(authorities) => authorities.unread.as_ref(),
            Self::System | Self::Pem(_) | Self::Pinned(_) => None,
        }
    }

    fn authorities(&self) -> Result<Arc<Authorities>, CaFault> {
        Ok(match self {
            // One unreadable certificate among a hundred is no reason to distrust the others.
            Self::System => {
                Arc::new(Authorities { certificates: rustls_native_certs::load_native_certs().certs, unread: None })
            }
            Self::Authorities(authorities) => Arc::clone(authorities),
            Self::Pem(pem) => Arc::new(Authorities::pem(pem)?),
            Self::Pinned(_) => Arc::default(),
        })
    }
}

/// TLS settings that accept only the certificates that `trust` says.
pub(super) fn client_config(trust: &Trust) -> Result<Arc<ClientConfig>, ServerFault> {
    let provider = provider();
    let authorities = trust.authorities().map_err(|_| ServerFault::NoAuthorities)?;
    let rule = match trust {
        Trust::Pinned(pins) => Rule::Pinned(pins.clone()),
        Trust::System | Trust::Authorities(_) | Trust::Pem(_) => {
            let mut roots = RootCertStore::empty();
            roots.add_parsable_certificates(authorities.certificates.iter().cloned());
            let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider)).build();
            Rule::Chain(verifier.map_err(|_| ServerFault::NoAuthorities)?)
        }
    };
    config(provider, rule, authorities, None).map_err(|error| ServerFault::Other(error.to_string()))
}

/// TLS settings that accept no certificate, and note those that a server sends: for people to compare.
pub(super) fn noting_config() -> Result<(Arc<ClientConfig>, SentChain), ServerFault> {
    let sent = SentChain::default();
    let config = config(provider(), Rule::Pinned(vec![]), Arc::default(), Some(Arc::clone(&sent)));
    Ok((config.map_err(|error| ServerFault::Other(error.to_string()))?, sent))
}

/// TLS settings that leave the decision to the operating system.
pub(super) fn platform_config() -> Result<Arc<ClientConfig>, rustls::Error> {
    let provider = provider();
    let verifier: Arc<dyn ServerCertVerifier> =
        Arc::new(rustls_platform_verifier::Verifier::new(Arc::clone(&provider))?);
    config(provider, Rule::Chain(verifier), Arc::default(), None)
}

/// The provider is named so that nothing depends on what else in the process uses TLS.
fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

fn config(
    provider: Arc<CryptoProvider>,
    rule: Rule,
    authorities: Arc<Authorities>,
    sent: Option<SentChain>,
) -> Result<Arc<ClientConfig>, rustls::Error> {
    let verifier = Verifier { rule, algorithms: provider.signature_verification_algorithms, authorities, sent };
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// What a failed connection means: the TLS library hides its reasons inside I/O errors.
pub(super) fn reach(error: &io::Error) -> ServerFault {
    if let Some(fault) = certificate_fault(error) {
        return ServerFault::Certificate(Box::new(fault.clone()));
    }
    match tls_error(error) {
        Some(rustls::Error::AlertReceived(AlertDescription::ProtocolVersion)) => ServerFault::OldTls,
        Some(rustls::Error::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13 | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig,
        )) => ServerFault::OldTls,
        Some(
            rustls::Error::AlertReceived(AlertDescription::HandshakeFailure | AlertDescription::InsufficientSecurity)
            | rustls::Error::PeerIncompatible(_),
        ) => ServerFault::OldCiphers,
        // What it answered is no TLS.
        Some(rustls::Error::InvalidMessage(_)) => ServerFault::NoEncryption,
        Some(alert @ rustls::Error::AlertReceived(_)) => ServerFault::TlsEnded { text: alert.to_string() },
        Some(
            odd @ (rustls::Error::InappropriateMessage { .. }
            | rustls::Error::InappropriateHandshakeMessage { .. }
            | rustls::Error::PeerMisbehaved(_)
            | rustls::Error::DecryptError
            | rustls::Error::PeerSentOversizedRecord),
        ) => ServerFault::NotTls { text: odd.to_string() },
        Some(other) => ServerFault::Other(other.to_string()),
        None => match error.kind() {
            io::ErrorKind::ConnectionRefused => ServerFault::Refused,
            io::ErrorKind::TimedOut => ServerFault::TimedOut,
            io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable => ServerFault::NoRoute,
            io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::UnexpectedEof => ServerFault::HungUp,
            _ => known(error),
        },
    }
}

/// A fault that was wrapped on its way, or the operating system's.
fn known(error: &io::Error) -> ServerFault {
    if let Some(fault) = error.get_ref().and_then(|inner| inner.downcast_ref::<ServerFault>()) {
        return fault.clone();
    }
    // What the standard library makes of getaddrinfo(3) has neither a kind nor a number.
    match error.to_string().starts_with("failed to lookup address") {
        true => ServerFault::NoSuchHost,
        false => ServerFault::System(error.into()),
    }
}

/// The fault that our verifier found, anywhere among the causes of an error.
pub(super) fn certificate_fault<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a CertificateFault> {
    match tls_error(error)? {
        rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(fault))) => fault.downcast_ref(),
        _ => None,
    }
}

/// An error with the text of the fault alone, where a certificate is one.
pub(super) fn in_words(error: io::Error) -> io::Error {
    certificate_fault(&error).cloned().map_or(error, io::Error::other)
}

fn tls_error<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    if let Some(tls) = error.downcast_ref() {
        return Some(tls);
    }
    // An I/O error does not count what it holds as its cause, but the cause of that.
    let held = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    match held {
        Some(held) => tls_error(held),
        None => tls_error(error.source()?),
    }
}
