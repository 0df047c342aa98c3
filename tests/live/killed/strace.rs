//! The system calls at which strace stops the program, and strace's arguments.

use std::collections::HashMap;
use std::fmt;

use crate::support::desk::Desk;

/// Between two of these nothing changes that is seen from outside: files, sockets, names. (What has reached the disk is
/// a matter of power cuts; a process that is killed takes nothing back.) Those that an architecture does not have are
/// passed over.
pub(super) const KILLING: &str = "pwrite64,write,writev,sendto,ftruncate,\
                                  ?mkdir,?mkdirat,?unlink,?unlinkat,?link,?linkat,?rename,?renameat,?renameat2";
/// What only the thread that talks to the directory does: strace counts the calls of each thread by itself.
pub(super) const SENDING: &str = "writev,sendto";
/// Only the store is written like this.
pub(super) const FILLING: &str = "pwrite64";

/// Before which system call: the so many-th of its kind.
pub(super) struct Point {
    call: String,
    time: usize,
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.call, self.time)
    }
}

impl Point {
    pub(super) fn killing(&self) -> Vec<String> {
        starter(&[], &self.call, &format!("inject={}:signal=SIGKILL:when={}", self.call, self.time), "/dev/null")
    }

    pub(super) fn full_from_here(&self) -> Vec<String> {
        // Faster, but strace 6.1 does not deliver signals like this.
        let fast = ["--seccomp-bpf"];
        starter(&fast, &self.call, &format!("inject={}:error=ENOSPC:when={}+", self.call, self.time), "/dev/null")
    }
}

/// Every point of an undisturbed run.
pub(super) fn points(desk: &Desk, arguments: &str, calls: &str) -> Vec<Point> {
    let log = desk.home().0.path().join("calls");
    let run = desk.run_under(&starter(&[], calls, "abbrev=all", &log.display().to_string()), arguments);
    assert_eq!(run.exit, Some(0), "{run:?}");
    let mut times = HashMap::new();
    let log = std::fs::read_to_string(log).unwrap();
    let called =
        log.lines().filter_map(|line| line.split_once(' ')?.1.trim_start().split_once('(')).map(|(call, _)| {
            let time = times.entry(call.to_owned()).and_modify(|time| *time += 1).or_insert(1);
            Point { call: call.to_owned(), time: *time }
        });
    called.collect()
}

fn starter(options: &[&str], calls: &str, what: &str, log: &str) -> Vec<String> {
    let words = ["strace", "-f", "-qqq", "-o", log, "-e", &format!("trace={calls}"), "-e", what];
    words.iter().chain(options).map(ToString::to_string).collect()
}
