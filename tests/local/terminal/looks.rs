//! Colours and widths.

use crate::support::seat::{CTRL_C, ENTER, Seat};

#[test]
fn narrow_terminal_wraps_output() {
    let mut seat = Seat::new();
    let shown = |seat: &mut Seat, arguments: &str| {
        let left = seat.start_in(arguments, 60, &[]).left();
        let lines: Vec<String> = left.remains().lines().map(plain).collect();
        assert!(lines.iter().all(|line| line.chars().count() <= 60), "{arguments}: {lines:#?}");
        lines.join("\n")
    };
    for account in ["jesrab01", "ingsve01", "rutros01", "gunpol01", "kimfal01", "karlsson", "xyz"] {
        shown(&mut seat, &format!("lookup {account}"));
    }
    shown(&mut seat, "check-policy jesrab01 --show");
    shown(&mut seat, "send-code jesrab01 --no-input");
    shown(&mut seat, "unlock perols01");
    shown(&mut seat, "--help");
    let records = shown(&mut seat, "audit show");
    // No word is cut in two.
    for word in ["CONTOSO\\operator", "inaktiverat"] {
        assert!(records.contains(word), "{records}");
    }
}

#[test]
fn long_question_wraps() {
    let mut seat = Seat::new();
    seat.start_in("unlock jesrab01", 30, &[]).asked("Skicka en kod").press(ENTER);
    let code = seat.code();
    seat.asked("kod): ").type_line(&code).until("Upplåst");
    let left = seat.left();
    assert_eq!(left.exit, 0);
    let question = left.screen.split("Den gäller").nth(1).unwrap();
    assert!(question.split(['\n', '\r']).all(|line| plain(line).chars().count() <= 30), "{question:?}");
}

/// Whether this run colours trouble.
fn is_coloured(arguments: &str, variables: &[(&str, &str)]) -> bool {
    let mut seat = Seat::new();
    let screen = seat.start_in(arguments, 100, variables).left().remains();
    let coloured = screen.contains("\u{1b}[38;5;9m");
    assert!(coloured || !screen.contains('\u{1b}'), "{screen:?}");
    // The words say it all the same.
    assert!(["JA", "Fel:", "NEJ"].iter().any(|word| screen.contains(word)), "{screen}");
    coloured
}

#[test]
fn colour_follows_option_and_environment() {
    let (result, failure) = ("lookup jesrab01", "lookup xyz");
    for arguments in [result, failure] {
        for (options, variables, coloured) in [
            ("", &[][..], true),
            ("--color never", &[], false),
            ("--plain", &[], false),
            ("", &[("NO_COLOR", "1")], false),
            ("", &[("NO_COLOR", "")], true),
            ("", &[("TERM", "dumb")], false),
            ("--color always", &[("NO_COLOR", "1")], true),
            ("--color always", &[("TERM", "dumb")], true),
            ("--plain --color always", &[], false),
        ] {
            let arguments = format!("{arguments} {options}");
            assert_eq!(is_coloured(&arguments, variables), coloured, "{arguments} {variables:?}");
        }
    }
}

#[test]
fn only_trouble_is_coloured() {
    let mut seat = Seat::new();
    let locked = seat.run("lookup jesrab01").remains();
    let coloured: Vec<&str> = locked.lines().filter(|line| line.contains('\u{1b}')).collect();
    assert!(matches!(coloured[..], [why, lock] if why.contains("Låst efter") && lock.contains("JA")), "{locked:?}");
    let open = seat.run("lookup mmeyers").remains();
    assert!(!open.contains('\u{1b}'), "{open:?}");
}

#[test]
fn what_is_said_stands_out() {
    let mut seat = Seat::new();
    let left = seat.start_in("unlock jesrab01", 60, &[]).asked("Skicka en kod").press(CTRL_C).left();
    let said = "\u{1b}[1mSäg: ”Jag skickar en kod till din mobil. Numret slutar på\u{1b}[0m";
    assert!(left.screen.contains(said), "{:?}", left.screen);
    // The rest of the sentence, too.
    assert!(left.screen.contains("\u{1b}[1m11, stämmer det?”\u{1b}[0m"), "{:?}", left.screen);
}

#[test]
fn colour_is_decided_per_stream() {
    let mut seat = Seat::new();
    let left = seat.start("unlock perols01").left();
    assert!(left.screen.contains("mFel:\u{1b}"), "{:?}", left.screen);
    let screen = seat.redirected("| cat").run("lookup jesrab01").remains();
    assert!(screen.contains("JA") && !screen.contains('\u{1b}'), "{screen:?}");
    let screen = seat.redirected("2>&1 >/dev/null | cat").run("lookup xyz").remains();
    assert!(screen.contains("Fel:") && !screen.contains('\u{1b}'), "{screen:?}");
}

#[test]
fn dumb_terminal_completes_call() {
    for (option, variables) in [("--plain", &[][..]), ("", &[("TERM", "dumb")])] {
        let mut seat = Seat::new();
        seat.start_in(&format!("unlock jesrab01 {option}"), 80, variables).asked("Skicka en kod till").press(ENTER);
        let code = seat.code();
        seat.asked("Koden som läses upp").press("12").press("\u{7f}\u{7f}").type_line(&code).until("Upplåst");
        let left = seat.left();
        assert_eq!(left.exit, 0);
        assert!(!left.screen.contains('\u{1b}'), "{:?}", left.screen);
        assert!(left.screen.contains("12\u{8} \u{8}\u{8} \u{8}"), "what is taken back goes: {:?}", left.screen);
    }
}

#[test]
fn names_cannot_move_cursor() {
    let mut seat = Seat::new();
    let screen = seat.start_in("lookup kimfal01", 100, &[("NO_COLOR", "1")]).left().remains();
    assert!(!screen.contains(['\u{1b}', '\u{202e}']), "{screen:?}");
}

/// What a window of that size shows at the end.
fn window(written: &str, columns: u16, rows: u16) -> String {
    let size = |n| std::num::NonZeroU16::new(n).unwrap();
    let mut window = vt100::Parser::new(size(rows), size(columns), 0);
    window.process(written.as_bytes());
    window.screen().contents()
}

#[test]
fn answer_and_question_fit_in_one_window() {
    for (columns, rows) in [(80, 24), (60, 20)] {
        for (account, seen) in [
            ("jesrab01", ["Läge", "Gör nu", "Mobil "]),
            ("ololun01", ["Läge", "Varning", "Mobilnumret ändrades nyligen"]),
            ("recept01", ["Läge", "Gör nu", "Varning: Mobilnumret finns också på stibla01"]),
            ("hasnil01", ["Läge", "från", "Gör nu"]),
        ] {
            let mut seat = Seat::new();
            let command = if account == "hasnil01" { "reset hasnil01" } else { "" };
            seat.rows(rows).start_in(command, columns, &[]);
            if command.is_empty() {
                seat.asked("Vem ringer").type_line(account);
            }
            let shown = window(&seat.asked("Skicka en kod till *").seen(), columns, rows);
            seat.press(CTRL_C);
            for text in seen.into_iter().chain(["Säg:", "Skicka en kod"]) {
                assert!(shown.contains(text), "{account} at {columns}x{rows}: no {text:?} in\n{shown}");
            }
            if rows == 24 && account == "jesrab01" {
                for text in ["Titel ", "Chef ", "Kontor ", "Telefon ", "Lösenord "] {
                    assert!(shown.contains(text), "no {text:?} in\n{shown}");
                }
            }
        }
    }
}

/// A yes that is only a habit sends no code to a number that is new.
#[test]
fn enter_sends_no_code_after_a_warning() {
    let mut seat = Seat::new();
    let left = seat.start("unlock ololun01").asked("Skicka en kod till *********22? [j/N]").press(ENTER).left();
    assert_eq!(left.exit, 130);
    assert!(!left.screen.contains("är din kod"), "{}", left.screen);
    seat.start("unlock ololun01").asked("[j/N]").type_line("j").until("är din kod");
    seat.asked("Koden").press(CTRL_C).left();
}

/// Without what steers the terminal.
fn plain(line: &str) -> String {
    regex_lite::Regex::new("\u{1b}\\[[0-9;?]*[A-Za-z]").unwrap().replace_all(line, "").into_owned()
}
