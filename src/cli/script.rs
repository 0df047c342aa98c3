//! What shells complete, from the same definition as the help.

use clap_complete::{Shell as Generator, generate};

use super::with_help;
use crate::commands::completion::Shell;
use crate::text::HelpTexts;

/// Windows PowerShell takes a script without it for one in the computer's old code page.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The script for a shell, with explanations in the language of `texts`.
pub fn completion(shell: Shell, texts: &HelpTexts) -> String {
    let generator = match shell {
        Shell::Bash => Generator::Bash,
        Shell::Zsh => Generator::Zsh,
        Shell::Fish => Generator::Fish,
        Shell::PowerShell => Generator::PowerShell,
    };
    let mut script = Vec::new();
    generate(generator, &mut with_help(texts, 80), "servicedesk", &mut script);
    let script = String::from_utf8_lossy(&script);
    let mark = if shell == Shell::PowerShell { BYTE_ORDER_MARK } else { "" };
    let lines = script.lines().map(|line| line.trim_end().to_owned() + "\n");
    mark.to_owned() + &lines.collect::<String>()
}
