//! An operator's seat: a pseudo-terminal with the program in it, and then `stty`, which tells how
//! the program left it.

use std::fs::File;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Regex, Session};
use tempfile::TempDir;

/// The longest wait; each ends as soon as its condition holds.
const PATIENCE: Duration = Duration::from_secs(120);

pub(crate) const CTRL_C: &str = "\u{3}";
pub(crate) const CTRL_D: &str = "\u{4}";
pub(crate) const CTRL_Z: &str = "\u{1a}";
pub(crate) const ESCAPE: &str = "\u{1b}";
pub(crate) const ENTER: &str = "\r";

pub(crate) struct Seat {
    home: TempDir,
    session: Option<OsSession>,
    /// Where a stream leads that does not lead to the terminal, as a shell writes it.
    redirected: &'static str,
    /// Everything that showed since the program started.
    seen: Vec<u8>,
    /// Whether the line below a question says what the keys do.
    shows_keys: bool,
    /// How many keys were pressed.
    pressed: usize,
    /// The height of the window.
    rows: u16,
}

/// How a program ended.
pub(crate) struct Left {
    pub(crate) exit: i32,
    /// Everything that showed.
    pub(crate) screen: String,
}

impl Left {
    /// What still shows at the end: without the progress lines, which come only when an answer takes a while.
    pub(crate) fn remains(&self) -> String {
        let erased = regex_lite::Regex::new(r"[^\n]*\r\x1b\[2K").unwrap();
        erased.replace_all(&self.screen, "").into_owned()
    }
}

impl Seat {
    pub(crate) fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
            session: None,
            redirected: "",
            seen: Vec::new(),
            shows_keys: true,
            pressed: 0,
            rows: 40,
        }
    }

    /// Writes a file that only its owner can read.
    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.home.path().join(name);
        let mut file = File::options().write(true).create_new(true).mode(0o600).open(&path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        path
    }

    /// Whether a program has made that file.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.home.path().join(name).exists()
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.home.path().join(name)).unwrap()
    }

    /// The next programs do not have all of the terminal.
    pub(crate) fn redirected(&mut self, redirected: &'static str) -> &mut Self {
        self.redirected = redirected;
        self
    }

    /// The next programs have a window of so many rows.
    pub(crate) fn rows(&mut self, rows: u16) -> &mut Self {
        self.rows = rows;
        self
    }

    /// Starts the program in practice.
    pub(crate) fn start(&mut self, arguments: &str) -> &mut Self {
        self.start_in(arguments, 100, &[])
    }

    /// Starts the program in a window of that many columns and rows.
    pub(crate) fn start_at(&mut self, arguments: &str, (columns, rows): (u16, u16)) -> &mut Self {
        self.rows = rows;
        self.start_in(arguments, columns, &[])
    }

    pub(crate) fn start_in(&mut self, arguments: &str, columns: u16, variables: &[(&str, &str)]) -> &mut Self {
        self.start_program(env!("CARGO_BIN_EXE_servicedesk"), &format!("--demo {arguments}"), columns, variables)
    }

    /// The same in a shell that can stop it, and makes it go on after Enter.
    pub(crate) fn start_with_jobs(&mut self, arguments: &str) -> &mut Self {
        let program = env!("CARGO_BIN_EXE_servicedesk");
        let run = "set -m; \"$0\" \"$@\"; echo \"[stopped]\"; stty -a; echo \"[settings]\"; read go; fg";
        self.start_script(run, program, &format!("--demo {arguments}"), 100, &[])
    }

    /// Starts any program.
    pub(crate) fn start_program(
        &mut self,
        program: &str,
        arguments: &str,
        columns: u16,
        variables: &[(&str, &str)],
    ) -> &mut Self {
        let run = format!("\"$0\" \"$@\" {}", self.redirected);
        self.start_script(&run, program, arguments, columns, variables)
    }

    fn start_script(
        &mut self,
        run: &str,
        program: &str,
        arguments: &str,
        columns: u16,
        variables: &[(&str, &str)],
    ) -> &mut Self {
        // The library readies the terminal after it has started what runs there, hence the wait for a line.
        // A Ctrl-C outside of questions is for the shell as well, which is to go on.
        let rows = self.rows;
        let ready = format!("trap : INT; read go; stty sane cols {columns} rows {rows}");
        let script = format!("{ready}; {run}; echo \"[exit $?]\"; stty -a; echo \"[end]\"");
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &script, program]);
        command.args(arguments.split_whitespace()).env_clear();
        command.env("PATH", "/usr/bin:/bin").env("HOME", self.home.path());
        command.env("LANG", "sv_SE.UTF-8").env("TERM", "xterm-256color");
        command.envs(variables.iter().copied());
        let mut session = Session::spawn(command).unwrap();
        session.set_expect_timeout(Some(PATIENCE));
        session.send("\r").unwrap();
        self.session = Some(session);
        self.seen.clear();
        self.shows_keys =
            !arguments.split_whitespace().any(|word| word == "--plain") && !variables.contains(&("TERM", "dumb"));
        self.pressed = 0;
        self
    }

    /// Waits until that shows; what showed before it has been read then.
    pub(crate) fn until(&mut self, text: &str) -> &mut Self {
        let session = self.session.as_mut().unwrap();
        match session.expect(text) {
            Ok(found) => self.seen.extend_from_slice(found.as_bytes()),
            Err(error) => {
                // What showed instead.
                if let Ok(rest) = session.check(Regex("(?s).+")) {
                    self.seen.extend_from_slice(rest.as_bytes());
                }
                panic!("{error}: waiting for {text:?} in {:?}", String::from_utf8_lossy(&self.seen))
            }
        }
        self
    }

    /// Waits for a question, and until the program has the keys: before that the terminal itself
    /// would take a Ctrl-C, and the program may take an Enter for part of the answer before.
    pub(crate) fn asked(&mut self, question: &str) -> &mut Self {
        self.until(question);
        if self.shows_keys {
            self.until("\u{1b}[2mF1 ").until("\u{1b}[m");
        }
        let start = Instant::now();
        while self.session.as_ref().unwrap().get_process().get_echo().unwrap() {
            assert!(start.elapsed() < PATIENCE, "{question}: what is typed would show");
            std::thread::sleep(Duration::from_millis(1));
        }
        self
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.session.as_mut().unwrap().send(keys).unwrap();
        self.pressed += keys.chars().count();
        self
    }

    /// How many keys were pressed since the program started.
    pub(crate) fn pressed(&self) -> usize {
        self.pressed
    }

    /// Bytes as a terminal with another encoding sends them.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> &mut Self {
        self.session.as_mut().unwrap().send(bytes).unwrap();
        self
    }

    /// The program sees the terminal's signal as another process sends it.
    pub(crate) fn signal(&mut self, name: &str) -> &mut Self {
        let shell = self.session.as_ref().unwrap().get_process().pid();
        let children = std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap();
        let status = Command::new("/bin/kill").args([&format!("-{name}"), children.trim()]).status().unwrap();
        assert!(status.success());
        self
    }

    /// As fast as the terminal takes it.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.press(text)
    }

    /// The window gets so many columns.
    pub(crate) fn resize(&mut self, columns: u16) -> &mut Self {
        self.session.as_mut().unwrap().get_process_mut().set_window_size(columns, self.rows).unwrap();
        self
    }

    pub(crate) fn type_line(&mut self, line: &str) -> &mut Self {
        self.press(line).press(ENTER)
    }

    /// Everything that showed until now.
    pub(crate) fn seen(&self) -> String {
        String::from_utf8_lossy(&self.seen).into_owned()
    }

    /// The code on the caller's phone, which shows while practising.
    pub(crate) fn code(&mut self) -> String {
        self.until("(övning):").until("är din kod");
        let seen = self.seen();
        let (before, _) = seen.rsplit_once("är din kod").unwrap();
        before.trim_end()[before.trim_end().len() - 6..].to_owned()
    }

    /// Sees to it that the terminal is as it was while the program is stopped.
    pub(crate) fn settings(&mut self) -> &mut Self {
        let seen = self.seen();
        let (before, settings) = seen.rsplit_once("[stopped]").unwrap();
        as_it_was(settings);
        assert!(before.rfind("\u{1b}[?2004h") < before.rfind("\u{1b}[?2004l"), "pastes are still marked: {before:?}");
        self
    }

    /// Waits for the end, and sees to it that the terminal is as it was: lines are edited, what is
    /// typed shows, Ctrl-C interrupts, the cursor is there.
    pub(crate) fn left(&mut self) -> Left {
        self.until("[exit ").until("]");
        let text = String::from_utf8(self.seen.clone()).unwrap();
        let (screen, rest) = text.rsplit_once("[exit ").unwrap();
        let exit = rest.trim_end_matches(']').parse().unwrap();
        self.until("[end]");
        as_it_was(&String::from_utf8_lossy(&self.seen[text.len()..]));
        let marks = ["\u{1b}[?2004h", "\u{1b}[?2004l"];
        let (marked, unmarked) = (screen.rfind(marks[0]), screen.rfind(marks[1]));
        assert!(marked <= unmarked, "pastes are still marked: {screen:?}");
        let (hidden, shown) = (screen.rfind("\u{1b}[?25l"), screen.rfind("\u{1b}[?25h"));
        assert!(hidden <= shown, "the cursor stays hidden: {screen:?}");
        let screen = marks.iter().fold(screen.to_owned(), |screen, mark| screen.replace(mark, ""));
        let _ = self.session.take().unwrap().expect(Eof);
        Left { exit, screen }
    }

    /// Runs a command to its end.
    pub(crate) fn run(&mut self, arguments: &str) -> Left {
        self.start(arguments).left()
    }
}

/// Whether the terminal has line editing, echo and signals on.
fn as_it_was(settings: &str) {
    let settings: Vec<&str> = settings.split([' ', ';', '\r', '\n']).collect();
    for setting in ["icanon", "echo", "isig", "icrnl", "opost"] {
        assert!(settings.contains(&setting), "{setting} is off: {settings:?}");
    }
}
