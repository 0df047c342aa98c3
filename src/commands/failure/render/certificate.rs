//! A certificate that is not trusted: whose it is, what is wrong with it, and what to do.

use crate::ports::{
    CertificateContent, CertificateFault, CertificatePlace, PresentedCertificate, ServerFault, WhyUntrusted,
};
use crate::text::{Message, Words};
use crate::view::number;

/// What is wrong with which certificate, in one sentence, and the trusted ones that could not be read.
pub(super) fn why(fault: &CertificateFault, words: &Words) -> String {
    let whose = words.say(&match fault.place {
        CertificatePlace::Server => Message::CertificateOfServer,
        CertificatePlace::Chain(n) => Message::CertificateOfChain { n: number(n) },
        CertificatePlace::Issuer => Message::CertificateOfIssuer,
    });
    let whose = whose.as_str();
    let why = words.say(&match &fault.why {
        WhyUntrusted::UnknownIssuer { issuer } => Message::CertificateUnknownIssuer { whose, issuer },
        WhyUntrusted::SelfSigned => Message::CertificateSelfSigned { whose },
        WhyUntrusted::WrongSigner => Message::CertificateWrongSigner { whose },
        WhyUntrusted::NoNames => Message::CertificateNoNames { whose },
        WhyUntrusted::WrongName { expected } => Message::CertificateWrongName { whose, expected },
        WhyUntrusted::Expired => Message::CertificateExpired { whose },
        WhyUntrusted::NotValidYet => Message::CertificateNotValidYet { whose },
        WhyUntrusted::WeakKey { bits } => Message::CertificateWeakKey { whose, bits: i64::from(*bits) },
        WhyUntrusted::WeakSignature { algorithm } => Message::CertificateWeakSignature { whose, algorithm },
        WhyUntrusted::UnknownAlgorithm => Message::CertificateUnknownAlgorithm { whose },
        WhyUntrusted::NotForServers => Message::CertificateNotForServers { whose },
        WhyUntrusted::AuthorityAsServer => Message::CertificateOfAuthority { whose },
        WhyUntrusted::OldVersion { version } => Message::CertificateOldVersion { whose, version: i64::from(*version) },
        WhyUntrusted::Revoked => Message::CertificateRevoked { whose },
        WhyUntrusted::NotPinned => Message::CertificateNotPinned { whose },
        WhyUntrusted::NotItsKey => Message::CertificateNotItsKey,
        WhyUntrusted::Unreadable => Message::CertificateUnreadable { whose },
        WhyUntrusted::Malformed => Message::CertificateMalformed { whose },
    });
    let sentence =
        words.say(&Message::CertificateFault { why: &why, certificate: &content(&fault.certificate, words) });
    match &fault.unread {
        Some(unread) => {
            let numbers: Vec<String> = unread.numbers.iter().map(usize::to_string).collect();
            let unread = Message::CertificatesUnread { file: &unread.file, numbers: &numbers.join(", ") };
            format!("{sentence} {}", words.say(&unread))
        }
        None => sentence,
    }
}

/// Whose certificate it is, to compare it with another.
pub(in crate::commands) fn content(certificate: &PresentedCertificate, words: &Words) -> String {
    let sha256 = certificate.sha256.to_string();
    let Some(CertificateContent { subject, issuer, names, from, until }) = &certificate.content else {
        return words.say(&Message::CertificateContentUnread { sha256: &sha256 });
    };
    let nameless = || words.say(&Message::CertificateNoSubject);
    let subject = if subject.is_empty() { nameless() } else { subject.clone() };
    let names = if names.is_empty() { words.say(&Message::CertificateNoName) } else { names.join(", ") };
    let (from, until) = (words.date(*from), words.date(*until));
    words.say(&Message::CertificateContent {
        subject: &subject,
        issuer,
        names: &names,
        from: &from,
        until: &until,
        sha256: &sha256,
    })
}

/// What to do about a controller whose certificate or encryption will not do; `None`: it is something else.
pub(in crate::commands) fn hint(why: &ServerFault) -> Option<Message<'static>> {
    Some(match why {
        ServerFault::Certificate(fault) if fault.place != CertificatePlace::Server => {
            Message::CertificateReplaceOnlyHint
        }
        ServerFault::Certificate(fault) => match &fault.why {
            WhyUntrusted::UnknownIssuer { .. } | WhyUntrusted::SelfSigned | WhyUntrusted::WrongSigner => {
                Message::CertificateTrustHint
            }
            WhyUntrusted::WrongName { .. } => Message::ServerNameHint,
            WhyUntrusted::NotPinned | WhyUntrusted::NotItsKey => Message::CertificatePinHint,
            WhyUntrusted::Expired | WhyUntrusted::NotValidYet => Message::CertificateTimeHint,
            WhyUntrusted::NoNames
            | WhyUntrusted::NotForServers
            | WhyUntrusted::AuthorityAsServer
            | WhyUntrusted::WeakSignature { .. }
            | WhyUntrusted::Malformed => Message::CertificateReplaceHint,
            // Pinned it would not work either.
            WhyUntrusted::WeakKey { .. }
            | WhyUntrusted::UnknownAlgorithm
            | WhyUntrusted::OldVersion { .. }
            | WhyUntrusted::Revoked
            | WhyUntrusted::Unreadable => Message::CertificateReplaceOnlyHint,
        },
        ServerFault::WrongName { .. } => Message::ServerNameHint,
        ServerFault::OldTls | ServerFault::OldCiphers => Message::OldEncryptionHint,
        ServerFault::NoAuthorities => Message::CertificateHint,
        ServerFault::TlsEnded { .. } | ServerFault::NotTls { .. } => Message::TlsHint,
        _ => return None,
    })
}
