//! A choice among several: which of two of the same name is calling, and what they want.

use crate::support::seat::{CTRL_C, CTRL_D, ENTER, ESCAPE, Seat};

const WHO: &str = "Vem ringer";
const WHICH: &str = "Vilket konto?";
const NEXT: &str = "Nästa samtal";
const DOWN: &str = "\u{1b}[B";
const UP: &str = "\u{1b}[A";
const PLAIN: (&str, &str) = ("TERM", "dumb");

/// A seat where two are called Karlsson, and one is to be chosen.
fn two_karlssons(variables: &[(&str, &str)]) -> Seat {
    let mut seat = Seat::new();
    seat.start_in("assist karlsson", 60, variables).asked(WHICH);
    seat
}

#[test]
fn choice_takes_arrows_and_numbers() {
    for (keys, account) in [(&[ENTER][..], "evakar01"), (&[DOWN, ENTER], "evakar02"), (&["2"], "evakar02")] {
        let mut seat = two_karlssons(&[]);
        keys.iter().for_each(|key| {
            seat.press(key);
        });
        seat.until(&format!("{account}@contoso.example")).asked("[J/n]").press(CTRL_C).asked(NEXT).press(ENTER);
        assert_eq!(seat.left().exit, 0);
    }
}

#[test]
fn choice_may_be_none() {
    for keys in [&[UP, ENTER][..], &["3"]] {
        let mut seat = two_karlssons(&[]);
        keys.iter().for_each(|key| {
            seat.press(key);
        });
        assert_eq!(seat.asked(WHO).press(CTRL_C).left().exit, 130);
    }
}

#[test]
fn ctrl_c_ends_call_at_choice() {
    for key in [CTRL_C, CTRL_D] {
        let left = two_karlssons(&[]).press(key).asked(NEXT).press(ENTER).left();
        assert_eq!(left.exit, 0, "{key:?}: {}", left.screen);
        assert!(left.screen.contains("Avbrutet. Inget är ändrat.\r\n"), "{key:?}: {:?}", left.screen);
        let mut plain = two_karlssons(&[PLAIN]);
        assert_eq!(plain.asked("1–3 [1]: ").press(key).asked(NEXT).press(ENTER).left().exit, 0, "{key:?}");
    }
}

#[test]
fn escape_leads_from_choice_to_who_is_calling() {
    for key in [ESCAPE, "q"] {
        assert_eq!(two_karlssons(&[]).press(key).asked(WHO).press(ESCAPE).left().exit, 130, "{key:?}");
    }
    let mut seat = two_karlssons(&[PLAIN]);
    assert_eq!(seat.asked("1–3 [1]: ").press(ESCAPE).asked(WHO).press(ESCAPE).left().exit, 130);
}

#[test]
fn choice_leaves_answer_on_screen() {
    let mut seat = two_karlssons(&[]);
    seat.press(DOWN).press(ENTER).asked("[J/n]").press(CTRL_C).asked(NEXT).press(ENTER);
    let screen = seat.left().screen;
    // Each item on a line of its own, and the chosen one marked by more than a colour.
    let lines: Vec<&str> = screen.lines().collect();
    assert!(lines.contains(&"> 1  Eva Karlsson (evakar01), Socialtjänst,"), "{lines:?}");
    assert!(lines.contains(&"     Socialsekreterare: Låst efter för många felaktiga"), "{lines:?}");
    assert!(lines.contains(&"  3  Ingen av dem"), "{lines:?}");
    let after = screen.rsplit("\u{1b}[J").next().unwrap();
    assert!(after.starts_with("Vilket konto? Eva Karlsson (evakar02), Skola, Lärare: "), "{screen:?}");
}

#[test]
fn plain_terminal_gets_numbered_choice() {
    let mut seat = two_karlssons(&[PLAIN]);
    seat.asked("1–3 [1]: ").type_line("9").until("9").asked("1–3 [1]: ");
    for key in ["x", "\u{7f}", "2", ENTER] {
        seat.press(key);
    }
    seat.asked("[J/n]").press(CTRL_C).asked(NEXT).press(ENTER);
    let screen = seat.left().screen;
    assert!(!screen.contains('\u{1b}'), "{screen:?}");
    assert!(screen.contains("* 1  Eva Karlsson (evakar01), Socialtjänst,"), "{screen}");
    assert!(screen.contains("1–3 [1]: 9\r\n1–3 [1]: ") && screen.contains("evakar02@contoso.example"), "{screen}");
}

const TICK: &str = "unlock --all-locked --choose --reason Helg";
const SHOW_CURSOR: &str = "\u{1b}[?25h";

/// A seat with the list of locked accounts.
fn locked_list() -> Seat {
    let mut seat = Seat::new();
    seat.start(TICK).until("Vilka ska låsas upp?").until("kimfal01");
    seat
}

#[test]
fn ticked_accounts_are_unlocked() {
    let mut seat = locked_list();
    for keys in [" ", DOWN, " "] {
        seat.press(keys).until("\u{1b}");
    }
    let left = seat.press(ENTER).asked("Låsa upp 2 konton?").press("j").left();
    assert_eq!(left.exit, 0, "{}", left.screen);
    assert!(left.screen.contains(SHOW_CURSOR));
}

#[test]
fn list_to_tick_can_be_left() {
    for key in [ESCAPE, CTRL_C] {
        let left = locked_list().press(key).left();
        assert_eq!(left.exit, 130, "{key:?}: {}", left.screen);
        assert!(left.screen.ends_with("Avbrutet. Inget är ändrat.\r\n"), "{key:?}: {:?}", left.screen);
        // The cursor shows again.
        let (hidden, shown) = (left.screen.rfind("\u{1b}[?25l"), left.screen.rfind(SHOW_CURSOR));
        assert!(hidden < shown, "{key:?}: {:?}", left.screen);
    }
}

#[test]
fn plain_list_takes_numbers() {
    let mut seat = Seat::new();
    seat.start_in(TICK, 100, &[PLAIN]).until("  1  jesrab01").asked("Nummer");
    seat.press("99\r").asked("Nummer").press("1 3-4\r").asked("Låsa upp 3 konton?").press("j\r");
    let left = seat.left();
    assert_eq!(left.exit, 0, "{}", left.screen);
    assert!(!left.screen.contains("\u{1b}["), "{:?}", left.screen);
}
