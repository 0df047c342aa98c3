//! Lists too large for any disk: how many reads a search needs.

use super::*;

/// A list of any length whose lines are made when they are read.
struct Endless {
    lines: u64,
    hash: fn(u64, u64) -> u64,
    reads: Cell<u32>,
}

const LINE: u64 = 43;

impl Endless {
    fn line(&self, n: u64) -> String {
        format!("{:016X}{:024}:3\n", (self.hash)(n, self.lines), 0)
    }

    fn wanted(&self, n: u64) -> PasswordHash {
        HashKind::Sha1.line(self.line(n).trim_end().as_bytes()).unwrap().0
    }
}

impl ReadAt for Endless {
    fn size(&self) -> io::Result<u64> {
        Ok(self.lines * LINE)
    }

    fn read_at(&self, buffer: &mut [u8], at: u64) -> io::Result<()> {
        self.reads.set(self.reads.get() + 1);
        assert!(self.reads.get() < 100, "a search ends");
        let first = at / LINE;
        let last = (at + buffer.len() as u64).div_ceil(LINE);
        let text: String = (first..last).map(|n| self.line(n)).collect();
        let skip = usize::try_from(at % LINE).unwrap();
        buffer.copy_from_slice(&text.as_bytes()[skip..skip + buffer.len()]);
        Ok(())
    }
}

/// Reads for each of some lines that are there, and for as many hashes that are not.
fn reads(lines: u64, hash: fn(u64, u64) -> u64) -> u32 {
    let list = Endless { lines, hash, reads: 0.into() };
    let wanted: Vec<PasswordHash> = (0..25).map(|n| list.wanted(n * (lines - 1) / 24)).collect();
    let list = List::open(list).unwrap();
    let mut worst = 0;
    for mut wanted in wanted {
        for found in [3, 0] {
            list.source.reads.set(0);
            let count = list.count(&wanted);
            // Where the list has a real hole, only what it holds is known.
            assert!(count == Ok(found) || (found == 0 && count == Err(ListFault::Hole)), "{count:?}");
            worst = worst.max(list.source.reads.get());
            wanted[19] = 1;
        }
    }
    worst
}

#[test]
fn forty_gigabytes_need_a_few_reads() {
    // As far from even as chance makes a thousand million hashes: tens of thousands of lines.
    let even = |n: u64, lines: u64| {
        let step = u64::MAX / lines;
        let astray = (n as f64 / lines as f64 * 40.0).sin() * 30_000.0;
        (n as f64).mul_add(1.0, astray).clamp(0.0, lines as f64 - 1.0) as u64 * step
    };
    let worst = reads(1_000_000_000, even);
    assert!(worst <= 5, "{worst}");
}

#[test]
fn uneven_lists_need_more_reads() {
    // All but the ends within a few bits of each other, first evenly, then ever denser.
    let close = |n: u64, lines: u64| match n {
        0 => 0,
        n if n == lines - 1 => u64::MAX,
        n => (1 << 63) + n,
    };
    let denser = |n: u64, lines: u64| match n {
        0 => 0,
        n if n == lines - 1 => u64::MAX,
        n => ((n as f64 / lines as f64).powi(40) * 1e18) as u64 / lines * lines + n,
    };
    for hash in [close as fn(u64, u64) -> u64, denser] {
        let worst = reads(1_000_000_000, hash);
        assert!(worst <= 8 + 24, "{worst}");
    }
}

/// Two per cent of a large list, as when some ranges of a download fail.
#[test]
fn hash_that_a_hole_may_hide_is_not_known_to_be_absent() {
    let hash = |n: u64, lines: u64| if n < lines / 2 { n } else { n + lines / 50 } * (u64::MAX / (lines + lines / 50));
    let lines = 1_000_000_000;
    let list = Endless { lines, hash, reads: 0.into() };
    let below = |n: u64, list: &Endless| {
        let mut hash = list.wanted(n);
        hash[19] = 1;
        hash
    };
    let (before, in_front, within, after) =
        (list.wanted(lines / 2 - 1), below(lines / 2 - 2, &list), below(lines / 2 - 1, &list), below(lines / 2, &list));
    let list = List::open(list).unwrap();
    assert_eq!(list.count(&before), Ok(3));
    assert_eq!(list.count(&in_front), Ok(0));
    assert_eq!(list.count(&within), Err(ListFault::Hole));
    assert_eq!(list.count(&after), Ok(0));

    // In one window as well.
    let lines: Vec<String> = even(HashKind::Ntlm, 20_000).lines().map(str::to_owned).collect();
    let (gone, kept) = (&lines[10_200], &lines[9_000]);
    let text = [&lines[..10_000], &lines[10_400..]].concat().join("\n");
    let list = open(text).unwrap();
    let wanted = |line: &str| HashKind::Ntlm.line(line.as_bytes()).unwrap().0;
    assert_eq!(count(&list, &wanted(gone)), Err(ListFault::Hole));
    assert_eq!(count(&list, &wanted(kept)), Ok(1));
}
