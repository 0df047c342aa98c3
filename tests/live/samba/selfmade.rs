//! A controller with the certificate that Samba makes itself: its name is in the subject only, so it has to be pinned.

use rustls::pki_types::{CertificateDer, pem::PemObject};
use servicedesk::adapters::directory::{DirectorySettings, LdapDirectory};
use servicedesk::adapters::system::SystemRandom;
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::fingerprint::Fingerprint;
use servicedesk::ports::{CertificateFault, ServerFault, WhyUntrusted};
use sha2::{Digest, Sha256};

use super::controller::Lab;
use crate::notes;
use crate::support::contract::{only, password, unreachable};

async fn fault(lab: &Lab, settings: DirectorySettings) -> CertificateFault {
    let directory = LdapDirectory::connect(settings, password(&lab.operator_password), &SystemRandom).await;
    match &unreachable(directory)[..] {
        [(_, ServerFault::Certificate(fault))] => *fault.clone(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn certificate_of_its_own_is_pinned() {
    let lab: Lab = notes::notes("selfmade");
    let pem = std::fs::read(notes::folder().join("selfmade-cert.pem")).unwrap();
    let sha256 = Fingerprint(Sha256::digest(CertificateDer::from_pem_slice(&pem).unwrap()).into());
    for url in [&lab.ldaps_url, &lab.ldap_url] {
        let settings = DirectorySettings { servers: vec![url.parse().unwrap()], ..lab.settings() };
        let with = |trust| DirectorySettings { trust, ..settings.clone() };
        let unnamed = fault(&lab, settings.clone()).await;
        assert_eq!((unnamed.why, unnamed.certificate.sha256), (WhyUntrusted::NoNames, sha256));
        let unknown = fault(&lab, with(Trust::System)).await;
        assert!(matches!(unknown.why, WhyUntrusted::UnknownIssuer { .. }), "{:?}", unknown.why);
        let other = fault(&lab, with(Trust::Pinned(vec![Fingerprint([0; 32])]))).await;
        assert_eq!((other.why, other.certificate.sha256), (WhyUntrusted::NotPinned, sha256));
        let trust = Trust::Pinned(vec![sha256]);
        let directory = LdapDirectory::connect(with(trust), password(&lab.operator_password), &SystemRandom).await;
        assert_eq!(only(&directory.unwrap(), "operator1").await.name.as_str(), "operator1");
    }
}
