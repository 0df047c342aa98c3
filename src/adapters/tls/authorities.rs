//! Reads the certificates to trust from a file: PEM, DER or PKCS#7, as servers and Windows export them. A damaged one
//! does not spoil the others.

use std::path::Path;

use encoding_rs::Encoding;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use x509_parser::asn1_rs::{Any, Class, FromDer, Tag};
use x509_parser::prelude::X509Certificate;

use crate::config::{CaFault, read_file_at_most};
use crate::ports::UnreadCertificates;

/// The largest file, in bytes: more than all certificates that a system trusts.
const MAX_BYTES: u64 = 1024 * 1024;

/// The object identifier of signedData, 1.2.840.113549.1.7.2 (RFC 5652, 5.1).
const SIGNED_DATA: [u8; 9] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/// The certificates to trust.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Authorities {
    pub certificates: Vec<CertificateDer<'static>>,
    /// Those that are damaged.
    pub unread: Option<UnreadCertificates>,
}

impl Authorities {
    /// Reads a file.
    ///
    /// # Errors
    /// [`CaFault`] when there is no usable certificate in it.
    pub(super) fn file(path: &Path) -> Result<Self, CaFault> {
        let bytes = read_file_at_most(MAX_BYTES, path).map_err(CaFault::Unreadable)?;
        let (certificates, damaged) = parse(&bytes.ok_or(CaFault::TooLarge)?)?;
        let unread = UnreadCertificates { file: path.display().to_string(), numbers: damaged };
        Ok(Self { certificates, unread: Some(unread).filter(|unread| !unread.numbers.is_empty()) })
    }

    /// # Errors
    /// As [`file`](Self::file).
    pub(super) fn pem(text: &str) -> Result<Self, CaFault> {
        parse(text.as_bytes()).map(|(certificates, _)| Self { certificates, unread: None })
    }
}

/// The usable certificates, never none, and the numbers of the damaged ones.
fn parse(bytes: &[u8]) -> Result<(Vec<CertificateDer<'static>>, Vec<usize>), CaFault> {
    // `>` of Windows PowerShell writes UTF-16, and editors put a byte order mark before UTF-8.
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0,
        None => String::from_utf8_lossy(bytes),
    };
    let blocks = blocks(&text);
    if blocks.is_empty() {
        return certificates(bytes).map(|found| (found, vec![])).ok_or_else(|| kind_of(bytes));
    }
    let (mut found, mut damaged, mut number, mut others) = (vec![], vec![], 0, CaFault::NoCertificate);
    for (label, body) in blocks {
        if label.ends_with("PRIVATE KEY") {
            others = CaFault::PrivateKey;
        } else if label.ends_with("CERTIFICATE REQUEST") {
            others = CaFault::Request;
        } else if label.ends_with("CERTIFICATE") || label == "PKCS7" || label == "CMS" {
            number += 1;
            // `certutil -encode` labels everything a certificate, so the label does not tell what is inside.
            match body.and_then(|body| certificates(&decoded(&body)?)) {
                Some(certificates) => found.extend(certificates),
                None => damaged.push(number),
            }
        }
    }
    match damaged.first() {
        _ if !found.is_empty() => Ok((found, damaged)),
        Some(number) => Err(CaFault::Damaged { number: *number }),
        None => Err(others),
    }
}

/// The blocks of a PEM text (RFC 7468) with their labels; without a body where the end is missing.
fn blocks(text: &str) -> Vec<(&str, Option<String>)> {
    let mut blocks: Vec<(&str, Option<String>)> = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for line in text.split(['\n', '\r']).map(str::trim) {
        let label = |mark| line.strip_prefix(mark)?.strip_suffix("-----");
        if let Some(label) = label("-----BEGIN ") {
            blocks.extend(open.replace((label, String::new())).map(|(label, _)| (label, None)));
        } else if let Some(end) = label("-----END ") {
            blocks.extend(open.take().map(|(label, body)| (label, Some(body).filter(|_| label == end))));
        } else if let Some((_, body)) = &mut open {
            body.push_str(line);
        }
    }
    blocks.extend(open.map(|(label, _)| (label, None)));
    blocks
}

/// Decodes base64: the library does it for certificates only.
fn decoded(body: &str) -> Option<CertificateDer<'static>> {
    let block = format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n");
    CertificateDer::from_pem_slice(block.as_bytes()).ok()
}

/// The certificates in DER: one or several in a row, or those of a PKCS#7. `None` when there is none, or a bad one.
fn certificates(der: &[u8]) -> Option<Vec<CertificateDer<'static>>> {
    let mut rest = pkcs7(der).unwrap_or(der);
    let mut found = Vec::new();
    while let Ok((after, _)) = X509Certificate::from_der(rest) {
        let certificate = CertificateDer::from(rest.get(..rest.len() - after.len())?.to_vec());
        RootCertStore::empty().add(certificate.clone()).ok()?;
        found.push(certificate);
        rest = after;
    }
    Some(found).filter(|found| !found.is_empty())
}

/// The certificates of a SignedData (RFC 5652, 5.1), which a .p7b has nothing but.
fn pkcs7(der: &[u8]) -> Option<&[u8]> {
    let content = elements(sequence(der)?);
    let [kind, explicit] = content.get(..2)? else { return None };
    if kind.tag() != Tag::Oid || kind.data != SIGNED_DATA || explicit.class() != Class::ContextSpecific {
        return None;
    }
    let parts = elements(sequence(explicit.data)?);
    let certificates = parts.iter().find(|part| part.class() == Class::ContextSpecific && part.tag() == Tag(0));
    certificates.map(|certificates| certificates.data)
}

/// What a file without a certificate is.
fn kind_of(der: &[u8]) -> CaFault {
    let parts = sequence(der).map(elements).unwrap_or_default();
    match parts.get(..2) {
        // PFX (RFC 7292, 4).
        Some([version, content]) if version.data == [3] && content.tag() == Tag::Sequence => CaFault::Pkcs12,
        // PrivateKeyInfo and RSAPrivateKey (RFC 5958, 2; RFC 8017, A.1.2).
        Some([version, _]) if version.tag() == Tag::Integer => CaFault::PrivateKey,
        _ => CaFault::NoCertificate,
    }
}

fn sequence(der: &[u8]) -> Option<&[u8]> {
    let (_, any) = Any::from_der(der).ok()?;
    Some(any.data).filter(|_| any.tag() == Tag::Sequence)
}

/// The elements in a row, up to the first that is none.
fn elements(mut der: &[u8]) -> Vec<Any<'_>> {
    let mut found = Vec::new();
    while let Ok((rest, any)) = Any::from_der(der) {
        found.push(any);
        der = rest;
    }
    found
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use rcgen::{CertificateParams, KeyPair};

    use super::*;
    use crate::domain::system_fault::SystemFault;

    fn certificate(name: &str) -> rcgen::Certificate {
        let key = KeyPair::generate().unwrap();
        CertificateParams::new([name.to_owned()]).unwrap().self_signed(&key).unwrap()
    }

    /// An element of DER with a length of two octets.
    fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let content = parts.concat();
        let [high, low] = u16::try_from(content.len()).unwrap().to_be_bytes();
        [&[tag, 0x82, high, low], &content[..]].concat()
    }

    /// As `openssl crl2pkcs7 -nocrl` writes it.
    fn p7b(certificates: &[&[u8]]) -> Vec<u8> {
        let data = [0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1];
        let (version, empty) = ([2, 1, 1], [0x31, 0]);
        let signed = [&version[..], &empty, &element(0x30, &[&data]), &element(0xa0, certificates), &empty];
        let kind = [&[0x06, 9], &SIGNED_DATA[..]].concat();
        element(0x30, &[&kind, &element(0xa0, &[&element(0x30, &signed)])])
    }

    fn pem(label: &str, der: &[u8]) -> String {
        const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = format!("-----BEGIN {label}-----\n");
        for three in der.chunks(3) {
            let bits = three.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
            for n in 0..4 {
                let digit = DIGITS[(bits >> (18 - 6 * n) & 63) as usize];
                text.push(if n <= three.len() { char::from(digit) } else { '=' });
            }
        }
        format!("{text}\n-----END {label}-----\n")
    }

    fn found(bytes: &[u8]) -> Vec<CertificateDer<'static>> {
        let (found, damaged) = parse(bytes).unwrap();
        assert!(damaged.is_empty(), "{damaged:?}");
        found
    }

    #[test]
    fn every_wrapping_is_read() {
        let (one, two) = (certificate("one"), certificate("two"));
        let both = vec![one.der().clone(), two.der().clone()];
        let text = format!("Bag Attributes\n  friendlyName: ca\n{}# next\n{}", one.pem(), two.pem());
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let set = p7b(&[one.der(), two.der()]);
        for (what, bytes) in [
            ("PEM", text.clone().into_bytes()),
            ("PEM of Windows", text.replace('\n', "\r\n").into_bytes()),
            ("PEM with a mark", format!("\u{feff}{text}").into_bytes()),
            ("PEM in UTF-16", [b"\xff\xfe", &utf16[..]].concat()),
            ("PEM with spaces at the ends", text.replace('\n', "  \n  ").into_bytes()),
            ("DER", [&one.der()[..], two.der()].concat()),
            ("PKCS#7", set.clone()),
            ("PKCS#7 in PEM", pem("PKCS7", &set).into_bytes()),
            ("PKCS#7 in PEM of certutil", pem("CERTIFICATE", &set).into_bytes()),
            ("a key beside", format!("{}{text}", KeyPair::generate().unwrap().serialize_pem()).into_bytes()),
        ] {
            assert_eq!(found(&bytes), both, "{what}");
        }
        for label in ["X509 CERTIFICATE", "TRUSTED CERTIFICATE"] {
            assert_eq!(found(pem(label, one.der()).as_bytes()), both[..1], "{label}");
        }
    }

    #[test]
    fn damaged_block_does_not_spoil_the_others() {
        let pems = ["one", "two", "three"].map(|name| certificate(name).pem());
        let [one, two, three] = &pems;
        let hollow = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        let unended = one.replace("-----END CERTIFICATE-----", "");
        for (text, count, numbers) in [
            (format!("{one}{hollow}{three}"), 2, vec![2]),
            (format!("{}{two}{three}", one.replace("MII", "!!!")), 2, vec![1]),
            (format!("{unended}{two}{three}"), 2, vec![1]),
            (format!("{one}{two}{unended}"), 2, vec![3]),
            (format!("{hollow}{two}{hollow}"), 1, vec![1, 3]),
        ] {
            let (found, damaged) = parse(text.as_bytes()).unwrap();
            assert_eq!((found.len(), damaged), (count, numbers), "{text}");
        }
        let mut file = tempfile::NamedTempFile::new().unwrap();
        write!(file, "{one}{hollow}").unwrap();
        let path = file.path().display().to_string();
        let unread = Some(UnreadCertificates { file: path, numbers: vec![2] });
        assert_eq!(Authorities::file(file.path()).unwrap().unread, unread);
    }

    #[test]
    fn file_without_certificates_is_named() {
        let key = KeyPair::generate().unwrap();
        let request = CertificateParams::new([]).unwrap().serialize_request(&key).unwrap().pem().unwrap();
        let pfx = element(0x30, &[&[2, 1, 3], &element(0x30, &[&[0x06, 1, 42]])]);
        let hollow = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for (bytes, fault) in [
            (&b""[..], CaFault::NoCertificate),
            (b"not PEM at all\n", CaFault::NoCertificate),
            (&[0x30, 0x82, 0xff, 0x00], CaFault::NoCertificate),
            (&[0xff; 100], CaFault::NoCertificate),
            (b"-----BEGIN -----\n-----END -----", CaFault::NoCertificate),
            (&p7b(&[]), CaFault::NoCertificate),
            (key.serialize_pem().as_bytes(), CaFault::PrivateKey),
            (key.serialized_der(), CaFault::PrivateKey),
            (request.as_bytes(), CaFault::Request),
            (&pfx, CaFault::Pkcs12),
            (hollow, CaFault::Damaged { number: 1 }),
        ] {
            assert_eq!(parse(bytes), Err(fault), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn file_is_limited() {
        let file = tempfile::NamedTempFile::new().unwrap();
        file.as_file().set_len(MAX_BYTES + 1).unwrap();
        assert_eq!(Authorities::file(file.path()), Err(CaFault::TooLarge));
        if cfg!(unix) {
            let device = Authorities::file(Path::new("/dev/zero"));
            assert_eq!(device, Err(CaFault::Unreadable(SystemFault::NotAFile)));
        }
        let folder = tempfile::tempdir().unwrap();
        for path in [folder.path().join("none"), folder.path().to_owned()] {
            assert!(matches!(Authorities::file(&path), Err(CaFault::Unreadable(_))), "{path:?}");
        }
    }
}
