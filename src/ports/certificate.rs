//! A server's certificate, and why it is not trusted, as data.

use std::fmt;

use jiff::Timestamp;

use crate::domain::fingerprint::Fingerprint;

/// A certificate that a server presented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentedCertificate {
    pub sha256: Fingerprint,
    /// `None` when it cannot be parsed.
    pub content: Option<CertificateContent>,
}

/// What a certificate says of itself. Foreign text, shortened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateContent {
    /// A distinguished name, empty in many certificates of domain controllers.
    pub subject: String,
    pub issuer: String,
    /// The DNS names and addresses it is for (subjectAltName).
    pub names: Vec<String>,
    pub from: Timestamp,
    pub until: Timestamp,
}

/// Why a server is not trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFault {
    pub why: WhyUntrusted,
    /// Whose certificate is at fault.
    pub place: CertificatePlace,
    pub certificate: PresentedCertificate,
    /// Trusted certificates that could not be read: the missing one may be among them.
    pub unread: Option<UnreadCertificates>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificatePlace {
    Server,
    /// A certificate that the server sent with its own; the server's is number 1.
    Chain(usize),
    /// One of those we trust, which has issued another of the chain.
    Issuer,
}

/// Certificates in a file of trusted ones that are damaged, by their numbers in it; the first is 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadCertificates {
    pub file: String,
    pub numbers: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhyUntrusted {
    /// The chain ends with an issuer that is not trusted.
    #[error("its issuer is not trusted: {issuer}")]
    UnknownIssuer { issuer: String },
    /// It is its own issuer.
    #[error("it is signed by itself")]
    SelfSigned,
    /// It names a trusted issuer, but another key has signed it.
    #[error("a trusted issuer of that name has another key")]
    WrongSigner,
    /// It has no subjectAltName, and the name in the subject counts no more (RFC 9525, appendix A).
    #[error("it has no subjectAltName")]
    NoNames,
    #[error("it is not for {expected}")]
    WrongName { expected: String },
    #[error("it has expired")]
    Expired,
    #[error("it is not valid yet")]
    NotValidYet,
    /// An RSA key of less than 2048 bits.
    #[error("its key has only {bits} bits")]
    WeakKey { bits: u32 },
    #[error("it is signed with {algorithm}")]
    WeakSignature { algorithm: &'static str },
    #[error("its key or signature is of an unknown kind")]
    UnknownAlgorithm,
    /// Its extended key usage has no serverAuth.
    #[error("it is not for servers")]
    NotForServers,
    /// It is an authority's own certificate (basicConstraints).
    #[error("it is an authority's own certificate")]
    AuthorityAsServer,
    /// X.509 before version 3, which has no extensions.
    #[error("it is of X.509 version {version}")]
    OldVersion { version: u32 },
    #[error("it has been revoked")]
    Revoked,
    /// It is not one of the certificates that are configured by their SHA-256.
    #[error("it is not one of those configured")]
    NotPinned,
    /// The server did not prove to have its key.
    #[error("the server does not have its key")]
    NotItsKey,
    #[error("it cannot be read")]
    Unreadable,
    /// It breaks another rule of RFC 5280.
    #[error("it breaks the rules for certificates")]
    Malformed,
}

/// For logs and details; people get the words of `failure::render`.
impl fmt::Display for CertificateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { why, place, certificate: PresentedCertificate { sha256, content }, unread } = self;
        match place {
            CertificatePlace::Server => write!(f, "certificate of the server")?,
            CertificatePlace::Chain(number) => write!(f, "certificate {number} of the server's chain")?,
            CertificatePlace::Issuer => write!(f, "certificate of the issuer")?,
        }
        write!(f, ": {why}")?;
        if let Some(CertificateContent { subject, issuer, names, from, until }) = content {
            write!(f, "; subject {subject}; issuer {issuer}; names {}; valid {from} to {until}", names.join(" "))?;
        }
        write!(f, "; SHA-256 {sha256}")?;
        unread.iter().try_for_each(|UnreadCertificates { file, numbers }| write!(f, "; {file}: unread: {numbers:?}"))
    }
}

impl std::error::Error for CertificateFault {}
