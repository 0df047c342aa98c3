//! Measures the program beside other programs that do the same, as whole processes on this computer, and prints one
//! table of the figures and of what was wanted. Nothing fails when a goal is not reached. On a computer that does
//! nothing else, as root (it installs and starts what the lab needs):
//!
//! - `cargo bench --features kerberos` for all, in a quarter of an hour
//! - `cargo bench --features kerberos -- lookup bulk` for some
//! - `cargo bench --features kerberos -- --long` for many more rounds, which the figures in the manual are from
//!
//! `--records N` sets the size of the log, a million by default.
#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod accounts;
mod audit;
mod breached;
mod bulk;
mod delay;
mod desk;
mod each_line;
mod lab;
mod large;
mod lookup;
mod measure;
mod postgres;
mod spread;
mod start;
mod table;

use table::Table;

/// How thorough to be.
#[derive(Clone, Copy)]
pub struct Options {
    is_long: bool,
    /// Records in the log.
    pub records: i64,
}

impl Options {
    pub fn rounds(&self, usually: usize, long: usize) -> usize {
        if self.is_long { long } else { usually }
    }
}

struct Benchmark {
    name: &'static str,
    needs_lab: bool,
    run: fn(&mut Table, Options),
}

const BENCHMARKS: &[Benchmark] = &[
    Benchmark { name: "start", needs_lab: false, run: start::run },
    Benchmark { name: "each_line", needs_lab: false, run: each_line::run },
    Benchmark { name: "breached", needs_lab: false, run: breached::run },
    Benchmark { name: "audit", needs_lab: true, run: audit::run },
    Benchmark { name: "desk", needs_lab: true, run: desk::run },
    Benchmark { name: "lookup", needs_lab: true, run: lookup::run },
    Benchmark { name: "spread", needs_lab: true, run: spread::run },
    Benchmark { name: "bulk", needs_lab: true, run: bulk::run },
    Benchmark { name: "large", needs_lab: false, run: large::run },
];

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench").peekable();
    if arguments.next_if(|argument| argument == bulk::BARE_LOOP).is_some() {
        return bulk::bare_loop(&arguments.collect::<Vec<_>>());
    }
    let (mut options, mut names) = (Options { is_long: false, records: 1_000_000 }, vec![]);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--long" => options.is_long = true,
            "--records" => options.records = arguments.next().and_then(|count| count.parse().ok()).unwrap(),
            name => {
                assert!(BENCHMARKS.iter().any(|known| known.name == name), "there is no benchmark {name}");
                names.push(argument);
            }
        }
    }
    let wanted = |benchmark: &&Benchmark| names.is_empty() || names.iter().any(|name| name == benchmark.name);
    let wanted: Vec<_> = BENCHMARKS.iter().filter(wanted).collect();
    let needs_lab = wanted.iter().any(|benchmark| benchmark.needs_lab);
    if needs_lab {
        lab::up();
    }
    let mut table = Table::default();
    for benchmark in wanted {
        (benchmark.run)(&mut table, options);
    }
    if needs_lab {
        lab::down();
    }
}
