//! Readers of generated files: man shows every manual page, and shells complete commands.
//!
//! Needs the Debian packages man-db, bash-completion, zsh and fish, which `tests/lab/install` adds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use expectrl::{Expect, Session};
use regex_lite::Regex;
use unicode_width::UnicodeWidthStr;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.env("LC_ALL", "C.UTF-8").output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    assert!(status.success() && err.is_empty(), "{command:?}: {status}\n{out}\n{err}");
    out.into_owned()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// The folders of pages, and words that every page in one shows: they tell that its letters arrive.
const PAGES: [(&str, &str); 6] = [
    ("man/man1", "the audit log"),
    ("man/man5", "the audit log"),
    ("man/man7", "SEE ALSO"),
    ("man/sv/man1", "loggen"),
    ("man/sv/man5", "loggen"),
    ("man/sv/man7", "SE ÄVEN"),
];

#[test]
fn man_shows_every_page_without_warnings() {
    let overstruck = Regex::new(".\u{8}").unwrap();
    for (folder, words) in PAGES {
        for page in files(&repository().join(folder)) {
            let mut man = Command::new("man");
            let shown = run(man.args(["--warnings", "-Tutf8", "-P", "cat", "-l"]).arg(&page).env("MANWIDTH", "80"));
            let shown = overstruck.replace_all(&shown, "");
            assert!(shown.contains(words), "{page:?}\n{shown}");
            for line in shown.lines() {
                assert!(line.width() <= 80, "{page:?} is wider than 80 columns: {line}");
            }
        }
    }
}

#[test]
fn man_finds_page_in_reader_language() {
    let man = repository().join("man");
    let found = |language: &str, page: &str| {
        let found = run(Command::new("man").env("MANPATH", &man).args(["-L", language, "-w"]).args(page.split(' ')));
        PathBuf::from(found.trim()).strip_prefix(&man).unwrap().to_owned()
    };
    assert_eq!(found("sv_SE.UTF-8", "servicedesk-unlock"), Path::new("sv/man1/servicedesk-unlock.1"));
    assert_eq!(found("en_GB.UTF-8", "servicedesk-unlock"), Path::new("man1/servicedesk-unlock.1"));
    assert_eq!(found("sv_SE.UTF-8", "5 servicedesk-config"), Path::new("sv/man5/servicedesk-config.5"));
    assert_eq!(found("sv_SE.UTF-8", "servicedesk-bulk"), Path::new("sv/man7/servicedesk-bulk.7"));
    // Pages without a Swedish version are shown in English.
    assert_eq!(found("sv_SE.UTF-8", "servicedesk-setup"), Path::new("man7/servicedesk-setup.7"));
}

#[test]
fn whatis_lists_every_page() {
    for (folder, _) in PAGES {
        for page in files(&repository().join(folder)) {
            let name = page.file_stem().unwrap().to_str().unwrap();
            let indexed = run(Command::new("lexgrog").arg(&page));
            assert!(indexed.contains(&format!("\"{name} - ")), "{indexed}");
        }
    }
}

/// Where the completions of each language are.
const COMPLETIONS: [&str; 2] = ["completions", "completions/sv"];

/// A line as it is typed, and what the shell makes of it.
const TYPED: &str = "servicedesk res\tjesrab01 --no-mus\t";
const MADE: &str = "ran: reset jesrab01 --no-must-change";

/// Types into a shell that has `prepared` itself.
fn type_into(shell: &mut Command, prepare: &str) {
    shell.env("TERM", "dumb").env("LC_ALL", "C.UTF-8").env_remove("PS1");
    let mut session = Session::spawn(std::mem::replace(shell, Command::new("true"))).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(120)));
    session.send_line(format!("{prepare}; servicedesk() {{ echo ran: $*; }}; echo rea''dy")).unwrap();
    session.expect("ready").unwrap();
    session.send_line(TYPED).unwrap();
    session.expect(MADE).unwrap();
    session.send_line("exit").unwrap();
}

#[test]
fn bash_completes_commands() {
    for folder in COMPLETIONS {
        // Where bash-completion looks for what a user has installed.
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("completions");
        fs::create_dir(&place).unwrap();
        fs::copy(repository().join(folder).join("servicedesk.bash"), place.join("servicedesk.bash")).unwrap();
        type_into(
            Command::new("bash").args(["--norc", "--noprofile", "-i"]).env("BASH_COMPLETION_USER_DIR", home.path()),
            "source /usr/share/bash-completion/bash_completion",
        );
    }
}

#[test]
fn zsh_completes_commands() {
    for folder in COMPLETIONS {
        let folder = repository().join(folder);
        let prepare = format!("fpath=({} $fpath); autoload -Uz compinit; compinit -u -D", folder.display());
        type_into(Command::new("zsh").args(["-f", "-i"]), &prepare);
    }
}

#[test]
fn fish_completes_commands() {
    for (folder, word) in COMPLETIONS.into_iter().zip(["Unlock the account", "Lås upp kontot"]) {
        let script = repository().join(folder).join("servicedesk.fish");
        let home = tempfile::tempdir().unwrap();
        let completed = |typed: &str| {
            let line = format!("source {}; complete --do-complete '{typed}'", script.display());
            run(Command::new("fish").args(["--no-config", "--command", &line]).env("HOME", home.path()))
        };
        assert!(
            completed("servicedesk unl").starts_with(&format!("unlock\t{word}")),
            "{}",
            completed("servicedesk unl")
        );
        assert_eq!(completed("servicedesk reset jesrab01 --deliver ").lines().count(), 2);
        assert!(completed("servicedesk reset --no-mus").starts_with("--no-must-change\t"));
    }
}
