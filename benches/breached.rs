//! The search for a password in the list of leaked passwords, with a warm and a cold page cache. Linux only. The list is
//! generated once and kept in `target/`. A slow disk or share adds its own time.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use servicedesk::adapters::breached::BreachedFile;
use servicedesk::domain::password::Password;
use servicedesk::ports::BreachedPasswords;
use sha1::{Digest, Sha1};

use crate::Options;
use crate::measure::percentile;
use crate::table::{Goal, Table};

/// Ranges of hashes, by their first 20 bits, as the service has them.
const RANGES: u32 = 1 << 20;
/// Mean number of hashes in a range. The real list has forty times as many.
const IN_A_RANGE: f64 = 25.0;
/// Lookups with the list in memory; every second password is in it.
const WARM: u32 = 20_000;
/// Lookups in one go, since a busy computer may evict the list.
const BATCH: usize = 500;
/// Lookups with the list evicted from memory before each.
const COLD: u32 = 400;

pub fn run(table: &mut Table, _: Options) {
    let list = list();
    table.section("A password in the list of leaked passwords");
    let lines: f64 = fs::read_to_string(note(&list)).unwrap().parse().unwrap();
    table.number("lines in the list", lines, "", Goal::None);
    warm(&list, table);
    cold(&list, table);
}

fn warm(path: &Path, table: &mut Table) {
    let list = BreachedFile::open(path).unwrap();
    let (mut times, mut total) = (Vec::new(), Reads::default());
    for first in (0..WARM).step_by(BATCH) {
        let batch = (first..WARM).take(BATCH).map(password);
        // Loads the needed pages.
        for (password, seen) in batch.clone() {
            assert_eq!(list.times_seen(&password).unwrap(), seen);
        }
        let before = Reads::so_far();
        for (password, seen) in batch {
            let start = Instant::now();
            let found = list.times_seen(&password).unwrap();
            times.push(start.elapsed());
            assert_eq!(found, seen);
        }
        total.add(&Reads::so_far().since(&before));
    }
    tell(table, "in memory", times, &total);
}

/// Opens the list for each password, as each run of the program does.
fn cold(path: &Path, table: &mut Table) {
    let (mut times, mut total) = (Vec::new(), Reads::default());
    for n in 0..COLD {
        // Passwords not looked up before.
        let (password, seen) = password(WARM + n);
        forget(path);
        let list = BreachedFile::open(path).unwrap();
        forget(path);
        let before = Reads::so_far();
        let start = Instant::now();
        let found = list.times_seen(&password).unwrap();
        times.push(start.elapsed());
        let reads = Reads::so_far().since(&before);
        assert!(reads.from_disk > 0, "the list was still in memory");
        assert_eq!(found, seen);
        total.add(&reads);
    }
    tell(table, "not in memory", times, &total);
}

fn tell(table: &mut Table, what: &str, times: Vec<Duration>, reads: &Reads) {
    let n = times.len() as f64;
    table.time(&format!("{what}, median"), percentile(times.clone(), 50), Goal::None);
    table.time(&format!("{what}, 99 %"), percentile(times, 99), Goal::None);
    table.number(&format!("{what}, reads"), reads.calls as f64 / n, "", Goal::None);
    table.number(&format!("{what}, from the disk"), reads.from_disk as f64 / n, "bytes", Goal::None);
}

/// What this process has read by the kernel's count (proc_pid_io(5)), which includes reading the count.
#[derive(Default)]
struct Reads {
    calls: u64,
    bytes: u64,
    from_disk: u64,
}

impl Reads {
    fn so_far() -> Self {
        let text = fs::read_to_string("/proc/self/io").unwrap();
        Self { calls: number(&text, "syscr:"), bytes: number(&text, "rchar:"), from_disk: number(&text, "read_bytes:") }
    }

    /// Without those of the count at `before`, which were not in it yet.
    fn since(&self, before: &Self) -> Self {
        let (one, other) = (Self::so_far(), Self::so_far());
        Self {
            calls: self.calls - before.calls - (other.calls - one.calls),
            bytes: self.bytes - before.bytes - (other.bytes - one.bytes),
            from_disk: self.from_disk - before.from_disk,
        }
    }

    fn add(&mut self, other: &Self) {
        self.calls += other.calls;
        self.bytes += other.bytes;
        self.from_disk += other.from_disk;
    }
}

fn number(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

/// Evicts the file from the page cache.
fn forget(path: &Path) {
    let of = format!("if={}", path.display());
    let done = Command::new("dd").args([&of, "iflag=nocache", "count=0", "status=none"]).status().unwrap();
    assert!(done.success());
}

/// The `n`th password and its count in the list.
fn password(n: u32) -> (Password, u64) {
    let seen = if n.is_multiple_of(2) { u64::from(n) % 5000 + 1 } else { 0 };
    (Password::parse(text(n)).unwrap(), seen)
}

fn text(n: u32) -> String {
    format!("Sommar-{n}-Sol")
}

/// The list in the real one's format, `HASH:COUNT` CR LF, with a random number of hashes in each range.
fn list() -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/breached-sha1.txt");
    if !note(&path).exists() {
        let lines = make(&path);
        fs::write(note(&path), lines.to_string()).unwrap();
    }
    path
}

/// Where its number of lines is noted, when it is complete.
fn note(list: &Path) -> PathBuf {
    list.with_extension("lines")
}

fn make(path: &Path) -> u64 {
    let mut known: BTreeMap<[u8; 20], u64> =
        (0..WARM + COLD).map(|n| (Sha1::digest(text(n)).into(), password(n).1)).filter(|(_, seen)| *seen > 0).collect();
    let mut random = SplitMix(2024);
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path).unwrap());
    let mut lines = 0;
    for range in 0..RANGES {
        let mut entries = BTreeMap::new();
        for _ in 0..random.poisson(IN_A_RANGE) {
            let mut hash = [0; 20];
            for part in hash.chunks_mut(8) {
                part.copy_from_slice(&random.next().to_be_bytes()[..part.len()]);
            }
            let low = u32::from_be_bytes(hash[..4].try_into().unwrap()) & 0xfff;
            hash[..4].copy_from_slice(&(range << 12 | low).to_be_bytes());
            // Most were seen a few times, some very often.
            entries.insert(hash, (2.0 / (1.0 - random.fraction())) as u64);
        }
        while let Some(entry) = known.first_entry() {
            if u32::from_be_bytes(entry.key()[..4].try_into().unwrap()) >> 12 != range {
                break;
            }
            let (hash, seen) = entry.remove_entry();
            entries.insert(hash, seen);
        }
        for (hash, seen) in entries {
            let mut digits = [0; 40];
            for (pair, byte) in digits.chunks_mut(2).zip(hash) {
                pair[0] = b"0123456789ABCDEF"[usize::from(byte >> 4)];
                pair[1] = b"0123456789ABCDEF"[usize::from(byte & 15)];
            }
            out.write_all(&digits).unwrap();
            write!(out, ":{seen}\r\n").unwrap();
            lines += 1;
        }
    }
    // Dirty pages cannot be evicted.
    out.into_inner().unwrap().sync_all().unwrap();
    lines
}

/// SplitMix64: fast and reproducible.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// In [0, 1).
    fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Poisson distributed (Knuth's algorithm).
    fn poisson(&mut self, mean: f64) -> u32 {
        let (limit, mut product, mut n) = ((-mean).exp(), self.fraction(), 0);
        while product > limit {
            product *= self.fraction();
            n += 1;
        }
        n
    }
}
