//! Lists as they are in the wild, and garbage.

mod large;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io;

use proptest::prelude::*;

use super::hash::{HashKind, PasswordHash};
use super::list::List;
use super::source::ReadAt;
use super::*;
use crate::config::{Environment, Origin, Overrides, Settings};

/// Bytes in memory, with a count of the reads.
struct Memory {
    bytes: Vec<u8>,
    reads: Cell<u32>,
}

impl ReadAt for Memory {
    fn size(&self) -> io::Result<u64> {
        Ok(self.bytes.len() as u64)
    }

    fn read_at(&self, buffer: &mut [u8], at: u64) -> io::Result<()> {
        self.reads.set(self.reads.get() + 1);
        assert!(self.reads.get() < 1000, "a search ends");
        let at = usize::try_from(at).unwrap();
        buffer.copy_from_slice(&self.bytes[at..at + buffer.len()]);
        Ok(())
    }
}

fn open(text: impl AsRef<[u8]>) -> Result<List<Memory>, ListFault> {
    List::open(Memory { bytes: text.as_ref().to_owned(), reads: 0.into() })
}

fn password(text: &str) -> Password {
    Password::parse(text.to_owned()).unwrap()
}

fn seen(list: &List<Memory>, text: &str) -> Result<u64, ListFault> {
    count(list, &list.kind().hash(&password(text)))
}

/// Searches, in no more reads than halving needs after the guesses.
fn count(list: &List<Memory>, wanted: &PasswordHash) -> Result<u64, ListFault> {
    list.source.reads.set(0);
    let found = list.count(wanted);
    assert!(list.source.reads.get() < 30, "a few reads");
    found
}

fn written(kind: HashKind, hash: &[u8]) -> String {
    let bytes = if kind == HashKind::Sha1 { 20 } else { 16 };
    hash[..bytes].iter().map(|byte| format!("{byte:02X}")).collect()
}

/// `password`, `123456` and `Sommar2024`, in the order of their SHA-1; as other programs compute them.
const SHA1: [&str; 3] = [
    "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:10434004",
    "7C4A8D09CA3762AF61E59520943DC26494F8941B:42542807",
    "DDA2406CC68E3BDED50DFCFED5F2D6F767CF9B7E:7",
];

/// `123456` and `password`, in the order of their NTLM hash.
const NTLM: [&str; 2] = ["32ED87BDB5FDC5E9CBA88547376818D4:42542807", "8846F7EAEE8FB117AD06BDD830B7586C:10434004"];

#[test]
fn both_kinds_in_every_writing() {
    for end in ["\n", "\r\n"] {
        for last in ["", end, "\n\n\r\n"] {
            for mark in ["", "\u{feff}"] {
                for lower in [false, true] {
                    for lines in [&SHA1[..], &NTLM[..]] {
                        let mut text = format!("{mark}{}{last}", lines.join(end));
                        if lower {
                            text.make_ascii_lowercase();
                        }
                        let list = open(&text).unwrap();
                        assert_eq!(seen(&list, "password"), Ok(10_434_004), "{text:?}");
                        assert_eq!(seen(&list, "123456"), Ok(42_542_807), "{text:?}");
                        assert_eq!(seen(&list, "Lingon-Tak-41"), Ok(0), "{text:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn one_line_and_lines_without_a_count() {
    assert_eq!(seen(&open(SHA1[0]).unwrap(), "password"), Ok(10_434_004));
    assert_eq!(seen(&open(SHA1[0]).unwrap(), "123456"), Ok(0));
    assert_eq!(seen(&open(SHA1[0].split(':').next().unwrap()).unwrap(), "password"), Ok(1));
    assert_eq!(seen(&open("5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:0").unwrap(), "password"), Ok(0));
}

#[test]
fn letters_beyond_ascii() {
    // Swedish letters are one byte in neither encoding, and this sign is two units in UTF-16.
    let (sha1, ntlm) = (HashKind::Sha1.hash(&password("Blåbär🫐")), HashKind::Ntlm.hash(&password("Blåbär🫐")));
    assert_eq!(written(HashKind::Sha1, &*sha1), "E5387E0D21FB1E29BA8DB8AFED5DE193940F6696");
    assert_eq!(written(HashKind::Ntlm, &*ntlm), "8411B9064A64BDFB50876E69B19D5EE0");
}

#[test]
fn other_files_are_refused() {
    for (bytes, fault) in [
        (&b""[..], ListFault::Empty),
        (b"\x1f\x8b\x08\0\0\0\0\0", ListFault::Compressed),
        (b"PK\x03\x04\x14\0", ListFault::Compressed),
        (b"7z\xbc\xaf\x27\x1c\0\x04", ListFault::Compressed),
        (b"password\n123456\n", ListFault::NotAList),
        (b"\xef\xbb\xbf", ListFault::NotAList),
        (b"\n", ListFault::NotAList),
        // As sha1sum writes it, and as PowerShell redirects it.
        (b"5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8  -\n", ListFault::NotAList),
        (b"\xff\xfe5\0B\0A\0A\0", ListFault::NotAList),
        (b"5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:\n", ListFault::Malformed { at: 0 }),
        (b"5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:+1\n", ListFault::Malformed { at: 0 }),
        (b"5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:18446744073709551616\n", ListFault::Malformed { at: 0 }),
        (b"5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:000000000000000000001\n", ListFault::Malformed { at: 0 }),
    ] {
        assert_eq!(open(bytes).err(), Some(fault), "{}", bytes.escape_ascii());
    }
}

#[test]
fn incomplete_download_is_refused() {
    let text = even(HashKind::Sha1, 2000);
    let part = |range: std::ops::Range<usize>| open(&text[range]).err();
    assert_eq!(part(0..text.len()), None);
    assert_eq!(part(0..text.len() - 20), Some(ListFault::Malformed { at: text.len() as u64 - 43 }), "within a line");
    assert_eq!(part(0..43 * 1500), Some(ListFault::Incomplete), "between lines");
    assert_eq!(part(43 * 500..text.len()), Some(ListFault::Incomplete), "the second half alone");
}

#[test]
fn hashes_of_the_other_kind_among_the_lines() {
    // It happened: PwnedPasswordsDownloader, issue 20.
    let mut lines: Vec<String> = even(HashKind::Sha1, 2000).lines().map(str::to_owned).collect();
    let (wanted, _) = HashKind::Sha1.line(lines[1000].as_bytes()).unwrap();
    lines[1001].drain(..8);
    let list = open(lines.join("\n")).unwrap();
    assert_eq!(count(&list, &wanted), Err(ListFault::Malformed { at: 1001 * 43 }));
}

#[test]
fn ordered_by_how_often_they_were_seen() {
    let text = [SHA1[1], SHA1[0], SHA1[2]].join("\n");
    assert_eq!(open(text).err(), Some(ListFault::NotOrdered { at: 50 }));

    let lines: Vec<String> = even(HashKind::Ntlm, 5000).lines().map(str::to_owned).collect();
    let mut halves = lines.clone();
    halves.rotate_left(2500);
    assert_eq!(open(halves.join("\n")).err(), Some(ListFault::NotOrdered { at: 4999 * 35 }));

    // Ends that look right do not hide it.
    let wanted = HashKind::Ntlm.line(lines[1200].as_bytes()).unwrap().0;
    let mut backwards = lines.clone();
    backwards[300..4700].reverse();
    let list = open(backwards.join("\n")).unwrap();
    assert!(matches!(count(&list, &wanted), Err(ListFault::NotOrdered { .. })));

    // Nor do windows that are in order: the first guess says that it is before, the second that it is not.
    let mut lines: Vec<String> = even(HashKind::Ntlm, 20_000).lines().map(str::to_owned).collect();
    let wanted = HashKind::Ntlm.line(lines[9000].as_bytes()).unwrap().0;
    for (one, other) in (8000..9500).zip(15_000..).chain((4000..6000).zip(17_000..)) {
        lines.swap(one, other);
    }
    let list = open(lines.join("\n")).unwrap();
    assert!(matches!(count(&list, &wanted), Err(ListFault::NotOrdered { .. })));
}

#[test]
fn list_must_be_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.txt");
    assert!(matches!(BreachedFile::open(&path).err(), Some(ListFault::Unreadable(_))));
    assert_eq!(BreachedFile::open(folder.path()).err(), Some(ListFault::NotAFile));

    std::fs::write(&path, SHA1.join("\r\n")).unwrap();
    let list = BreachedFile::open(&path).unwrap();
    assert_eq!(list.times_seen(&password("123456")), Ok(42_542_807));
    assert_eq!(list.times_seen(&password("Lingon-Tak-41")), Ok(0));
    // Somebody downloads it anew while we look.
    std::fs::write(&path, "").unwrap();
    let error = list.times_seen(&password("password")).unwrap_err();
    assert!(error.path == path && matches!(error.fault, ListFault::Unreadable(_)), "{error:?}");
}

/// A list of evenly spread hashes, 43 bytes a line.
fn even(kind: HashKind, lines: u64) -> String {
    let hashes = (0..lines).map(|n| (n * (u64::MAX / (lines - 1))).to_be_bytes());
    hashes.map(|start| format!("{}:1\n", written(kind, &[&start[..], &[0; 12]].concat()))).collect()
}

fn kinds() -> impl Strategy<Value = HashKind> {
    prop_oneof![Just(HashKind::Sha1), Just(HashKind::Ntlm)]
}

/// Hashes, some of them near each other, and how often each was seen.
fn hashes() -> impl Strategy<Value = Vec<([u8; 16], Option<u64>)>> {
    let alike = (any::<u8>(), 0..2u8).prop_map(|(last, first)| {
        let mut hash = [0x77; 16];
        (hash[0], hash[15]) = (0x77 + first, last);
        hash
    });
    let hash = prop_oneof![3 => any::<[u8; 16]>(), 1 => alike];
    prop::collection::vec((hash, prop::option::of(any::<u64>())), 1..1200)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn finds_what_reading_every_line_finds(
        kind in kinds(),
        mut hashes in hashes(),
        strangers in prop::collection::vec(any::<[u8; 16]>(), 0..20),
        end in prop_oneof![Just("\n"), Just("\r\n")],
        closed in any::<bool>(),
        lower in any::<bool>(),
    ) {
        // The ends of a whole list; a short one needs none.
        if hashes.len() > 60 {
            hashes.extend([([0; 16], None), ([0xff; 16], None)]);
        }
        hashes.sort();
        let mut counts: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        let mut lines = Vec::new();
        for (hash, count) in &hashes {
            let hash = written(kind, &padded(hash));
            counts.entry(hash.clone()).or_default().push(count.unwrap_or(1));
            lines.push(count.map_or(hash.clone(), |count| format!("{hash}:{count}")));
        }
        let mut text = lines.join(end);
        if closed { text.push_str(end); }
        if lower { text.make_ascii_lowercase(); }
        let list = open(&text).unwrap();
        for hash in hashes.iter().map(|(hash, _)| hash).step_by(hashes.len().div_ceil(40)).chain(&strangers) {
            let wanted = padded(hash);
            let found = count(&list, &wanted).unwrap();
            let expected = counts.get(&written(kind, &wanted)).cloned().unwrap_or(vec![0]);
            prop_assert!(expected.contains(&found), "{found} of {expected:?}");
        }
    }

    #[test]
    fn garbage_ends_in_an_answer_or_an_error(
        kind in kinds(),
        lines in 1..1500u64,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40),
        cut in any::<prop::sample::Index>(),
        wanted in any::<[u8; 16]>(),
    ) {
        let mut bytes = even(kind, lines + 1).into_bytes();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        for bytes in [&bytes[..], &bytes[..cut.index(bytes.len())]] {
            if let Ok(list) = open(bytes) {
                let _ = count(&list, &padded(&wanted));
            }
        }
    }

    #[test]
    fn noise_is_no_list(mut bytes in prop::collection::vec(any::<u8>(), 0..20_000), valid in any::<bool>()) {
        if valid {
            bytes.splice(0..0, format!("{}\n", SHA1[0]).into_bytes());
        }
        if let Ok(list) = open(&bytes) {
            let _ = seen(&list, "123456");
        }
    }
}

/// The same hash for both kinds: NTLM's has zeros at the end.
fn padded(hash: &[u8; 16]) -> PasswordHash {
    let mut padded = [0; 20];
    padded[..16].copy_from_slice(hash);
    padded
}

fn settings(folder: &std::path::Path) -> Settings {
    let config = folder.join("config.toml");
    std::fs::write(&config, "[password_policy]\nmin_length = 9\nbreached_passwords_file = 'list.txt'\n").unwrap();
    let overrides = Overrides { config: Some(config), ..Overrides::default() };
    Settings::load(&overrides, &Environment::default(), None).unwrap()
}

#[test]
fn configured_list_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let (settings, list) = (settings(folder.path()), folder.path().join("list.txt"));
    std::fs::write(&list, "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:10434004\r\n").unwrap();
    assert!(BreachedFile::configured(&settings.password_policy).unwrap().is_some());
    let nothing = Settings::load(&Overrides::default(), &Environment::default(), None).unwrap();
    assert!(BreachedFile::configured(&nothing.password_policy).unwrap().is_none());
    std::fs::write(&list, "").unwrap();
    let problem = BreachedFile::configured(&settings.password_policy).err().unwrap();
    assert_eq!(
        problem,
        Problem::BreachedList {
            key: "password_policy.breached_passwords_file",
            origin: Origin::File { path: folder.path().join("config.toml"), line: 3 },
            path: list,
            fault: ListFault::Empty,
        }
    );
}
