//! The program ended by SIGKILL before one system call after another, and with a disk that is full from one write on.
//! strace stops the program from outside. At every point the state that remains must be consistent.

#![allow(clippy::print_stdout, reason = "how many points there were")]

mod aftermath;
mod archive;
mod flow;
mod strace;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use aftermath::Aftermath;
use flow::{FLOWS, Flow, MANY, TOLD};
use strace::Point;

/// More than there are cores: they wait for the disk and for each other.
const AT_ONCE: usize = 6;

#[test]
fn kill_before_any_system_call_leaves_consistent_state() {
    for flow in &FLOWS {
        let points = killed_at(flow, strace::KILLING, 1);
        assert!(points.all > 30 && points.hit * 10 > points.all * 9, "{}: {points:?}", flow.name);
    }
}

#[test]
fn kill_before_owner_is_told_leaves_consistent_state() {
    let points = killed_at(&TOLD, strace::KILLING, 3);
    assert!(points.shown > 5 && points.hit * 10 > points.all * 9, "{points:?}");
}

#[test]
fn kill_during_parallel_write_leaves_consistent_state() {
    let points = killed_at(&MANY, strace::SENDING, 2);
    assert!(points.all > 20 && points.hit * 10 > points.all * 9, "{points:?}");
}

fn killed_at(flow: &Flow, calls: &str, step: usize) -> Points {
    let shown = AtomicUsize::new(0);
    let points = at_points(flow, calls, step, |point, aftermath| {
        let run = aftermath.begin(&point.killing());
        // The number of waiting calls differs a little between runs.
        if run.exit.is_some() {
            return false;
        }
        aftermath.nothing_is_unrecorded();
        aftermath.nothing_is_claimed_too_early(&run);
        shown.fetch_add(usize::from(!run.out.is_empty()), Ordering::SeqCst);
        true
    });
    let points = Points { shown: shown.into_inner(), ..points };
    println!("{}: killed at {} of {} points", flow.name, points.hit, points.all);
    points
}

#[test]
fn disk_full_from_any_write_leaves_consistent_state() {
    for flow in &FLOWS {
        // Of the writes of one transaction, which are several, it matters little which fails first.
        let points = at_points(flow, strace::FILLING, 2, |point, aftermath| {
            let run = aftermath.begin(&point.full_from_here());
            aftermath.nothing_is_unrecorded();
            aftermath.exit_tells_what_became_of_it(&run);
            run.exit != Some(0)
        });
        println!("{}: full at {} points, {} of them noticed", flow.name, points.all, points.hit);
        assert!(points.all > 10 && points.hit > 5, "{}: {points:?}", flow.name);
    }
}

#[derive(Debug)]
struct Points {
    all: usize,
    hit: usize,
    /// Where the result had been shown.
    shown: usize,
}

/// Has `trouble` made at each `step`-th point of the flow, each at a desk of its own, and looks at what is left
/// wherever it says that there was any.
fn at_points(flow: &Flow, calls: &str, step: usize, trouble: impl Fn(&Point, &Aftermath<'_>) -> bool + Sync) -> Points {
    let desk = crate::support::desk::Desk::new();
    let arguments = (flow.prepare)(&desk);
    let twin = || {
        let twin = desk.twin();
        twin.limit(&format!("notify = \"{}\"", flow.notify));
        twin
    };
    let points: Vec<Point> = strace::points(&twin(), &arguments, calls).into_iter().step_by(step).collect();
    let (all, queue, hit) = (points.len(), Mutex::new(points.into_iter()), Mutex::new(0));
    let next = || queue.lock().unwrap().next();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(point) = next() {
                    let aftermath = Aftermath::at(twin(), flow, &arguments, &point);
                    if trouble(&point, &aftermath) {
                        *hit.lock().unwrap() += 1;
                        aftermath.everything_can_go_on();
                    }
                }
            });
        }
    });
    Points { all, hit: hit.into_inner().unwrap(), shown: 0 }
}
