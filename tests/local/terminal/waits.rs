//! What shows while the directory does not answer.

use std::net::TcpListener;

use crate::support::seat::{CTRL_C, ESCAPE, Left, Seat};

const WAITING: &str = "Ansluter till 127.0.0.1 …";
const CLEARED: &str = "\r\u{1b}[2K";

/// A directory that takes connections and says nothing, until it is dropped.
struct Silent(TcpListener);

impl Silent {
    fn new() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").unwrap())
    }

    /// Starts a look-up there, which gives up after so many seconds.
    fn asked(&self, seat: &mut Seat, options: &str, seconds: u32, variables: &[(&str, &str)]) {
        let port = self.0.local_addr().unwrap().port();
        let password = seat.write("password", "Practice-makes-42");
        let config = format!(
            "[directory]\nservers = [\"ldaps://127.0.0.1:{port}\"]\nuser = \"operator\"\npassword_file = {password:?}\n\
             timeout_seconds = {seconds}\n"
        );
        let config = seat.write("config.toml", &config);
        let arguments = format!("--config {} lookup jesrab01 {options}", config.display());
        seat.start_program(env!("CARGO_BIN_EXE_servicedesk"), &arguments, 60, variables);
    }
}

#[test]
fn progress_is_shown_and_erased() {
    let (silent, mut seat) = (Silent::new(), Seat::new());
    silent.asked(&mut seat, "", 60, &[]);
    seat.until(WAITING).until(WAITING);
    drop(silent);
    let left = seat.left();
    assert_eq!(left.exit, 6, "{}", left.screen);
    let (_, after) = left.screen.rsplit_once(WAITING).unwrap();
    let (rest, after) = after.split_once(CLEARED).unwrap();
    assert!(rest.trim().is_empty() && after.contains("Fel:"), "{:?}", left.screen);
}

/// The line of a wait is taken away before one of the log is written.
#[test]
fn log_lines_replace_wait() {
    let (silent, mut seat) = (Silent::new(), Seat::new());
    silent.asked(&mut seat, "-vv", 60, &[]);
    seat.until(WAITING).until(WAITING);
    drop(silent);
    let left = seat.left();
    let log = left.screen.lines().find(|line| line.contains(" s  127.0.0.1  tls: failed (")).unwrap();
    let (before, log) = log.rsplit_once(CLEARED).unwrap();
    let (_, rest) = before.rsplit_once(WAITING).unwrap();
    assert!(rest.trim().is_empty() && !log.contains('\u{1b}'), "{:?}", left.screen);
}

#[test]
fn ctrl_c_ends_wait() {
    let (silent, mut seat) = (Silent::new(), Seat::new());
    silent.asked(&mut seat, "", 60, &[]);
    let left = seat.until(WAITING).press(CTRL_C).left();
    assert_eq!(left.exit, 130, "{}", left.screen);
    assert!(left.screen.contains(&format!("{CLEARED}Avbrutet.")), "{:?}", left.screen);
    // What the terminal echoes must not wrap: the line above it could not be cleared.
    let echoed = left.screen.split(CLEARED).find(|line| line.contains("^C")).unwrap();
    assert!(echoed.contains(WAITING) && echoed.chars().count() <= 60, "{echoed:?}");
}

#[test]
fn keys_pressed_before_question_are_no_answer() {
    let mut seat = Seat::new();
    // Enter alone would send a code.
    let left = seat.start("unlock jesrab01").press("\r\r").asked("Skicka en kod till").press(ESCAPE).left();
    assert_eq!(left.exit, 130, "{}", left.screen);
    assert!(!left.screen.contains("är din kod"), "{}", left.screen);
}

#[test]
fn plain_terminal_shows_no_progress() {
    let waited = |options: &str, variables: &[(&str, &str)], redirected: &'static str| -> (Left, Seat) {
        let (silent, mut seat) = (Silent::new(), Seat::new());
        silent.asked(seat.redirected(redirected), options, 1, variables);
        (seat.left(), seat)
    };
    std::thread::scope(|threads| {
        for (options, variables) in [("-q", &[][..]), ("--plain", &[]), ("", &[("TERM", "dumb")])] {
            threads.spawn(move || {
                let (left, _) = waited(options, variables, "");
                assert!(
                    left.exit == 6 && !left.screen.contains("Ansluter"),
                    "{options} {variables:?}: {}",
                    left.screen
                );
            });
        }
        threads.spawn(|| {
            let (left, seat) = waited("", &[], "2>$HOME/errors");
            assert!(left.exit == 6 && !left.screen.contains("Ansluter"), "{}", left.screen);
            let errors = seat.read("errors");
            assert!(errors.contains("Fel:") && !errors.contains("Ansluter") && !errors.contains('\u{1b}'), "{errors}");
        });
    });
}
