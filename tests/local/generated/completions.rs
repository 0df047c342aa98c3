//! What the shells complete, from the same definition as the help.

use clap_complete::{Shell, generate};
use servicedesk::cli;
use servicedesk::text::{HelpTexts, Language};

/// The scripts of a language, by the names under which shells look for them.
pub(crate) fn scripts(language: Language) -> Vec<(&'static str, String)> {
    let shells = [
        (Shell::Bash, "servicedesk.bash"),
        (Shell::Zsh, "_servicedesk"),
        (Shell::Fish, "servicedesk.fish"),
        (Shell::PowerShell, "_servicedesk.ps1"),
    ];
    let script = |(shell, name): (Shell, &'static str)| {
        let mut text = Vec::new();
        generate(shell, &mut cli::with_help(&HelpTexts::new(language), 80), "servicedesk", &mut text);
        let text = String::from_utf8(text).unwrap();
        // Windows PowerShell takes a script for one in the computer's old code page, unless it begins with this mark.
        let mark = if shell == Shell::PowerShell { "\u{feff}" } else { "" };
        let lines = text.lines().map(|line| line.trim_end().to_owned() + "\n");
        (name, mark.to_owned() + &lines.collect::<String>())
    };
    shells.map(script).into()
}
